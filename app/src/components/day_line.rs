//! The day, drawn: a vertical line of hours that everything hangs from.
//!
//! Places come from classes (`row-…`, `span-…`, `lane-…`), since the page's security
//! policy admits no style attribute.

use leptos::prelude::*;
use leptos_router::components::A;

use super::icon::Icon;
use crate::texts;
use crate::view::today::{Block, DayLine, Pin};

/// Quarters of an hour in an hour.
const QUARTERS: usize = 4;

/// The hours of a day with its events to scale.
#[component]
pub(crate) fn DayLineView(
    line: DayLine,
    /// The day, for the addresses of its events.
    date: String,
) -> impl IntoView {
    let now = line.now.as_ref().map(|(row, _)| *row);
    let hours = line
        .hours
        .into_iter()
        .enumerate()
        .map(|(index, label)| {
            let row = index * QUARTERS;
            // The label of now would stand on it.
            let covered = now.is_some_and(|now| (row..=row + 1).contains(&usize::from(now)));
            let label = if covered { String::new() } else { label };
            view! { <li class=format!("hour row-{row}") aria-hidden="true">{label}</li> }
        })
        .collect_view();
    let blocks = line
        .blocks
        .into_iter()
        .map(|block| view! { <BlockView block date=date.clone() /> })
        .collect_view();
    let pins = line.pins.into_iter().map(|pin| view! { <PinView pin /> }).collect_view();
    let now = line.now.map(|(row, clock)| {
        view! { <li class=format!("now row-{row}")><span><span class="hidden">{texts::calendar::NOW_AT}</span>{clock}</span></li> }
    });
    view! { <ol class="day-line">{hours} {blocks} {pins} {now}</ol> }
}

#[component]
fn BlockView(block: Block, date: String) -> impl IntoView {
    let class = format!(
        "block row-{} span-{} lane-{}-of-{}",
        block.row, block.span, block.lane, block.lanes
    );
    let event = block.event;
    let address = event.address(&date);
    let place = (!event.location.is_empty()).then(|| format!(", {}", event.location));
    view! {
        <li class=class data-past=event.past.then_some("") data-short=(block.span <= 3).then_some("")>
            <A href=address attr:title=event.full>
                <strong>{event.title}</strong>
                <span class="block-hours">{event.hours} {place}</span>
            </A>
        </li>
    }
}

#[component]
fn PinView(pin: Pin) -> impl IntoView {
    view! {
        <li class=format!("pin row-{}", pin.row) data-overdue=pin.task.overdue.then_some("")>
            <A href=format!("/tasks?edit={}", pin.task.id) attr:title=pin.task.due_full>
                <Icon name="check" />
                <span>{pin.task.title}</span>
            </A>
        </li>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn places_are_classes_and_the_label_under_now_gives_way() {
        let line = DayLine {
            hours: vec!["08:00".to_owned(), "09:00".to_owned()],
            blocks: vec![],
            pins: vec![],
            now: Some((4, "09:05".to_owned())),
        };
        let owner = Owner::new();
        let html = owner
            .with(|| view! { <DayLineView line=line date="2026-11-23".to_owned() /> }.to_html());
        assert!(html.contains("08:00") && !html.contains("09:00"), "{html}");
        assert!(html.contains("now row-4"), "{html}");
        assert!(!html.contains("style="), "the security policy admits no style attribute");
    }
}
