//! Moving a task: shown at once, sent when it rests.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::super::order::{self, Spot};
use super::{Shared, page};
use crate::texts;

/// How long keys rest before what they did is sent.
const KEYS_REST: Duration = Duration::from_millis(600);

/// One step up or down, by the keys.
pub(super) fn step(shared: &Shared, row: &HtmlElement, down: bool) {
    let Some(id) = page::id(row) else { return };
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    let shown = this.shown;
    let from = shown.now(|view| key_of(&view.groups, &id)).flatten();
    let spot = shown.now(|view| order::step(&view.groups, &id, down)).flatten();
    let (Some(from), Some(spot)) = (from, spot) else {
        return page::say(texts::tasks::NO_FURTHER);
    };
    if this.stepping.as_ref().is_none_or(|(other, _)| *other != id) {
        this.stepping = Some((id.clone(), from));
    }
    shown.hold(true);
    drop(this);
    rest(shared);
    put(shared, &id, spot);
}

/// What the keys have moved is sent once they rest.
fn rest(shared: &Shared) {
    let later = Rc::clone(shared);
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    this.stop_waiting();
    this.waiting = set_timeout_with_handle(move || settle(&later), KEYS_REST).ok();
}

/// Sends what the keys have moved, if they have.
pub(super) fn settle(shared: &Shared) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    let Some((id, was_in)) = this.stepping.take() else { return };
    // One is still on its way: the next has to wait for it.
    if page::one("[data-tasks] [data-moving] form[data-pending]").is_some() {
        this.stepping = Some((id, was_in));
        drop(this);
        return rest(shared);
    }
    this.stop_waiting();
    this.shown.hold(false);
    drop(this);
    send(shared, &id, &was_in);
}

/// Puts a task to another place among the groups, and sends that.
pub(super) fn drop_at(shared: &Shared, id: &str, spot: Spot) {
    let was_in = shared
        .try_borrow()
        .ok()
        .and_then(|this| this.shown.now(|view| key_of(&view.groups, id)).flatten());
    if let Some(was_in) = was_in
        && put(shared, id, spot)
    {
        send(shared, id, &was_in);
    }
}

/// Gives a task what a place in the column takes: a day or a list.
pub(super) fn give(id: &str, takes: &str) {
    fill(id, &order::Moved { takes: takes.to_owned(), ..order::Moved::default() });
}

/// Shows it there at once; whether it has moved.
fn put(shared: &Shared, id: &str, spot: Spot) -> bool {
    let Ok(this) = shared.try_borrow() else { return false };
    let shown = this.shown;
    drop(this);
    let spot = shown.change(|view| order::put(&mut view.groups, id, spot)).flatten();
    let Some(Spot { group, row }) = spot else { return false };
    let words = shown.now(|view| {
        let group = view.groups.get(group)?;
        let task = group.rows.get(row)?;
        Some(texts::tasks::place(&task.title, row + 1, group.rows.len(), &group.title))
    });
    page::say(&words.flatten().unwrap_or_default());
    let id = id.to_owned();
    // Whatever moves in the page loses the focus.
    request_animation_frame(move || {
        if let Some(row) = page::row(&id) {
            page::focus(&row);
        }
    });
    true
}

fn send(shared: &Shared, id: &str, was_in: &str) {
    let Ok(this) = shared.try_borrow() else { return };
    let moved = this.shown.now(|view| order::moved(&view.groups, id, was_in)).flatten();
    drop(this);
    if let Some(moved) = moved {
        fill(id, &moved);
    }
}

fn fill(id: &str, moved: &order::Moved) {
    let Some(frame) = page::one("[data-tasks] [data-moving]") else { return };
    page::write(&frame, "id", id);
    page::write(&frame, "after", &moved.after);
    page::write(&frame, "before", &moved.before);
    page::write(&frame, "takes", &moved.takes);
    page::send(&frame, "move");
}

fn key_of(groups: &[crate::view::tasks::TaskGroup], id: &str) -> Option<String> {
    let spot = order::find(groups, id)?;
    Some(groups.get(spot.group)?.key.clone())
}
