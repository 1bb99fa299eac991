//! The controller: one closure hears everything that happens on the page of tasks.

mod dragging;
mod ghost;
mod keyboard;
mod listeners;
mod moving;
mod page;
mod picking;
mod places;
mod target;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use self::dragging::Drag;
use self::listeners::Listeners;
use self::page::Focus;
use super::Shown;

/// Everything that is known while a hand or a key is at work.
struct Controller {
    shown: Shown,
    drag: Drag,
    /// The row that was selected last: another one with Shift selects all between.
    picked: Option<String>,
    /// What has the focus, for when its row is drawn anew.
    focus: Focus,
    /// Whether the last key was the first of two that lead to another page.
    goes: bool,
    /// The task that keys are moving, and the group that it was in before.
    stepping: Option<(String, String)>,
    waiting: Option<TimeoutHandle>,
    go: Callback<String>,
}

/// The one controller, as listeners and timers hold it.
type Shared = Rc<RefCell<Controller>>;

impl Controller {
    fn stop_waiting(&mut self) {
        if let Some(waiting) = self.waiting.take() {
            waiting.clear();
        }
    }
}

/// Attends to the page for as long as it is there.
pub(super) fn attend(shown: Shown) {
    let navigate = use_navigate();
    let go = Callback::new(move |address: String| {
        // What is typed on is one search: Back leads to where it began.
        let query = window().location().search().unwrap_or_default();
        let replace = query.contains("filter=");
        let options = NavigateOptions { scroll: false, replace, ..NavigateOptions::default() };
        navigate(&address, options);
    });
    let controller = Rc::new(RefCell::new(Controller {
        shown,
        drag: Drag::default(),
        picked: None,
        focus: Focus::default(),
        goes: false,
        stepping: None,
        waiting: None,
        go,
    }));
    let shared = StoredValue::new_local(Rc::clone(&controller));
    // Listens until the page is gone, and no longer.
    let _ = StoredValue::new_local(Listeners::new(controller));
    Effect::new(move || {
        shown.part(|_| ());
        // The rows are drawn anew before the next frame.
        request_animation_frame(move || {
            let _ = shared.try_with_value(page::reread);
        });
    });
    let query = use_query_map();
    let edited = Memo::new(move |_| query.with(|query| query.get("edit")));
    Effect::new(move |before: Option<Option<String>>| {
        let edited = edited.get();
        // An editor that is open from the beginning takes no focus from who reads.
        if let Some(before) = before
            && before != edited
        {
            let now = edited.clone();
            request_animation_frame(move || page::turn_to(now.as_deref(), before.as_deref()));
        }
        edited
    });
}
