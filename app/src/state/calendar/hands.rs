//! The controller in the life of a page.

use std::rc::Rc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::controller::{Controller, Listeners, reread};
use super::span::Span;
use crate::state::read::Read;

/// Attends to the grid of the page for as long as the page is there. `page` is what
/// the grid is drawn from.
pub(crate) fn attend<T: Send + Sync + 'static>(page: Read<T>) {
    let navigate = use_navigate();
    let options = || NavigateOptions { scroll: false, ..NavigateOptions::default() };
    let controller = Controller::new(Rc::new(move |address| navigate(address, options())));
    let shared = StoredValue::new_local(controller.clone());
    // Listens until the page is gone, and no longer.
    let _ = StoredValue::new_local(Listeners::new(controller));
    Effect::new(move || {
        page.track();
        // The page is drawn anew before the next frame.
        request_animation_frame(move || {
            let _ = shared.try_with_value(reread);
        });
    });
    let query = use_query_map();
    let new = Memo::new(move |_| query.with(|query| query.get("new")));
    Effect::new(move || {
        let begun = new.get().and_then(|new| {
            let (start, end) = new.split_once('~')?;
            Span::read(start, end)
        });
        request_animation_frame(move || {
            let _ = shared.try_with_value(|shared| {
                if let Ok(mut controller) = shared.try_borrow_mut() {
                    controller.begin(begun);
                }
            });
        });
    });
}
