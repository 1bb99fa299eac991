//! Going on before the answer: the sheet closes as soon as its line is sent, and is there
//! again, with what was typed, if that is refused.

use std::time::Duration;

use leptos::prelude::*;

use super::keys;
use crate::state::form::FormState;
use crate::state::toast::Toasts;
use crate::texts;
use crate::view::chat::ReadingView;

/// An answer that comes sooner is the only thing that is said.
const PATIENCE: Duration = Duration::from_millis(200);

/// Watches the form of the line.
pub(super) fn go_on(form: FormState, readings: RwSignal<Vec<ReadingView>>) {
    let toasts = Toasts::of_page();
    Effect::new(move |was_sent: Option<bool>| {
        let is_sent = form.pending.get();
        if is_sent {
            keys::close();
            let words = readings.with_untracked(|readings| said(readings));
            let say = move || {
                if form.pending.try_get_untracked() == Some(true) {
                    toasts.say(words);
                }
            };
            set_timeout(say, PATIENCE);
        } else if was_sent == Some(true) && form.problem.with_untracked(Option::is_some) {
            toasts.dismiss();
            keys::open();
        }
        is_sent
    });
}

/// What is under way.
fn said(readings: &[ReadingView]) -> String {
    let each = readings.iter().map(|reading| match &*reading.title {
        "" => reading.does.clone(),
        title => texts::on_one_thing(&reading.does, title),
    });
    texts::under_way(each.collect())
}
