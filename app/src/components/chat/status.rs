//! What the assistant is doing, for everybody and for screen readers.

use leptos::prelude::*;

use crate::state::talk::{Progress, Talk};
use crate::texts;

/// One polite line; what went wrong is assertive.
#[component]
pub(crate) fn Status() -> impl IntoView {
    let talk = Talk::of_page();
    let words = move || match talk.progress.get() {
        Progress::Idle | Progress::Failed(_) | Progress::BrokeOff(_) => "",
        Progress::Answering => texts::chat::ANSWERING,
        Progress::Stopping => texts::chat::STOPPING,
        Progress::Ready => texts::chat::READY,
    };
    let quiet = move || (talk.progress.get() == Progress::Ready).then_some("");
    let failure = move || match talk.progress.get() {
        Progress::Failed(why) => Some(view! { <p class="refusal">{why}</p> }),
        // The card says it to everybody else.
        Progress::BrokeOff(why) => Some(view! { <p class="hidden">{why}</p> }),
        _ => None,
    };
    view! {
        <p class="talk-status" role="status" data-quiet=quiet>{words}</p>
        <div role="alert">{failure}</div>
    }
}
