//! What an event collides with, in words, and where it would fit.

use domain::event::{Collision, Event, InTheWay};
use domain::free_time::FreeSlot;
use domain::time::Moment;
use server::words::Words;

use super::row::handle;
use crate::texts;
use crate::view::outcome::{ClashView, SlotView};

/// The most rows that are named.
const NAMED: usize = 2;

/// What is said of the collision that an operation noted, if it noted one.
pub(crate) fn clash(wording: &Words, event: &Event) -> Option<ClashView> {
    let collision = event.collision.as_ref()?;
    let occurrence = event.occurrence.or(collision.occurrence);
    // Of a whole series, it is said which one has no room.
    let day = collision.occurrence.filter(|_| event.occurrence.is_none());
    let others = names(wording, collision);
    let text = match day {
        Some(day) => texts::event::overlaps_on(&wording.short(wording.date(day)), &others),
        None => texts::event::overlaps(&others),
    };
    let shown = collision.occurrence.unwrap_or(event.start_time);
    let slots = collision.free.iter().map(|slot| slot_view(wording, slot, shown)).collect();
    Some(ClashView {
        text,
        id: event.id.to_string(),
        occurrence: occurrence.map(handle).unwrap_or_default(),
        slots,
    })
}

/// `“Standup”, 9:00–9:30`, `“Standup”, 9:00–9:30, and “Run”, 9:15–10:00`.
fn names(wording: &Words, collision: &Collision) -> String {
    let name = |one: &InTheWay| {
        texts::event::other(&one.title, &hours(wording, one.start_time, one.end_time))
    };
    let named: Vec<String> = collision.events.iter().take(NAMED).map(name).collect();
    texts::event::others(&named, collision.events.len().saturating_sub(NAMED))
}

/// `9:00–9:30` on the person's clock.
pub(super) fn hours(wording: &Words, start: Moment, end: Moment) -> String {
    let clock = |moment: Moment| wording.time(wording.local(moment.stored()).time());
    if start == end { clock(start) } else { format!("{}–{}", clock(start), clock(end)) }
}

fn slot_view(wording: &Words, slot: &FreeSlot, shown: Moment) -> SlotView {
    let date = wording.date(slot.start_time);
    let hours = hours(wording, slot.start_time, slot.end_time);
    let full = format!("{}, {hours}", wording.exactly(date));
    let label =
        if date == wording.date(shown) { hours } else { format!("{} {hours}", wording.day(date)) };
    SlotView { label, full, start: handle(slot.start_time), end: handle(slot.end_time) }
}
