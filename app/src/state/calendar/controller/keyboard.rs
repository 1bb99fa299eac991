//! Keys on a block that has the focus, and the dialogs.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent};

use super::super::gesture::Do;
use super::super::rules::Arrow;
use super::super::sending;
use super::super::sheet::{self, BLOCK};
use super::{Controller, Shared, perform};
use crate::components::hands::HINT;
use crate::texts;

/// A key went down.
pub(super) fn pressed(shared: &Shared, event: &KeyboardEvent) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    this.swallows_click = false;
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    if key == "Escape" {
        let is_open = document().query_selector("dialog[data-ask][open]").ok().flatten().is_some();
        // The dialog closes by itself, and says so.
        let what = if is_open { Do::Nothing } else { this.gesture.cancel() };
        if what != Do::Nothing {
            take(event);
            this.stop_waiting();
            if what == Do::Return {
                this.say_back();
            }
            drop(this);
            perform(shared, &what);
        }
        return;
    }
    let Some(block) = sheet::around(event, BLOCK) else { return };
    let (Some(subject), Some(field)) = (sheet::subject(&block), sheet::field(&block)) else {
        return;
    };
    let arrow = match key.as_str() {
        "ArrowLeft" => Arrow::Left,
        "ArrowRight" => Arrow::Right,
        "ArrowUp" => Arrow::Up,
        "ArrowDown" => Arrow::Down,
        "Delete" => {
            take(event);
            this.stop_waiting();
            this.gesture.cancel();
            this.ghost.clear();
            drop(this);
            return sending::delete(&subject);
        }
        _ => return,
    };
    if let Some(what) = this.gesture.key(subject, field, arrow, event.shift_key()) {
        take(event);
        drop(this);
        perform(shared, &what);
    }
}

/// The key is ours: neither the browser nor the page hears of it.
fn take(event: &KeyboardEvent) {
    event.prevent_default();
    event.stop_propagation();
}

/// Something got the focus.
pub(super) fn focused(shared: &Shared, event: &Event) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    let block = sheet::around(event, BLOCK);
    if let Some(block) = &block {
        // Said once it has the focus, not kept a thousand times in the page.
        let _ = block.set_attribute("aria-describedby", HINT);
    }
    this.focused = block.as_ref().and_then(|block| sheet::subject(block));
    if let Some(block) = block {
        this.focused_index =
            sheet::all(BLOCK).iter().position(|other| *other == block).unwrap_or_default();
    }
}

/// Something lost it: what the keys did to it is saved at once.
pub(super) fn left(shared: &Shared, event: &FocusEvent) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    let Some(next) = event.related_target() else { return };
    let stays = next.dyn_into::<Element>().ok().and_then(|next| sheet::subject(&next));
    if stays.zip(this.focused.as_ref()).is_some_and(|(next, now)| next.is(now)) {
        return;
    }
    let what = this.gesture.settle();
    drop(this);
    perform(shared, &what);
}

/// A form is sent: if it is the one that was asked, its dialog closes.
pub(super) fn submitted(shared: &Shared, event: &Event) {
    if let Ok(mut this) = shared.try_borrow_mut()
        && sheet::around(event, "dialog[data-ask='shift'][open]").is_some()
    {
        this.gesture.answered();
    }
    sending::close(event);
}

/// A dialog was closed; one whose form was sent has nothing to take back.
pub(super) fn closed(shared: &Shared, event: &Event) {
    if sheet::around(event, "dialog[data-ask='shift']").is_none() {
        return;
    }
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    let what = this.gesture.cancel();
    drop(this);
    perform(shared, &what);
}

impl Controller {
    /// Says where it is now, for who does not see it.
    pub(super) fn say(&self) {
        let Some(change) = self.gesture.change() else { return };
        let moves = change.span.start_text() != change.subject.span.start_text();
        let span = self.customs.spoken(change.span);
        say(&if moves { texts::calendar::moved_to(&span) } else { texts::calendar::now_at(&span) });
    }

    fn say_back(&self) {
        if let Some(subject) = &self.focused {
            say(&texts::calendar::back_at(&self.customs.spoken(subject.span)));
        }
    }

    /// The block that should have the focus and has lost it to a page drawn anew: the
    /// same one, or what stands in its place if it `is_gone`.
    pub(super) fn lost_focus(&self, is_gone: bool) -> Option<HtmlElement> {
        let focused = self.focused.as_ref()?;
        let active = document().active_element()?;
        let subject = sheet::subject(&active);
        if subject.as_ref().is_some_and(|subject| subject.is(focused)) {
            return None;
        }
        if subject.is_none() && active.tag_name() != "BODY" {
            return None;
        }
        let day = focused.span.days().0;
        let neighbour = || {
            let blocks = sheet::all(BLOCK);
            let last = blocks.len().checked_sub(1)?;
            blocks
                .get(self.focused_index.min(last))
                .filter(|_| is_gone && self.board.has(day))
                .cloned()
        };
        sheet::pieces(focused).into_iter().next().or_else(neighbour)
    }
}

fn say(words: &str) {
    if let Ok(Some(line)) = document().query_selector("[data-spoken]") {
        line.set_text_content(Some(words));
    }
}
