//! An event or a deadline where the calendar draws it.

use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::view::calendar::{BlockView, MoreView};

/// An entry of a list: a link that opens it. What pointers and keys do to it is read
/// from its attributes.
#[component]
pub(super) fn Block(block: BlockView) -> impl IntoView {
    let flag = |is: bool| is.then_some("");
    let (event, task) = if block.task { (None, Some(block.id)) } else { (Some(block.id), None) };
    let mark = task.is_some().then(|| view! { <Icon name="check" /> });
    let time =
        (!block.time.is_empty()).then(|| view! { <span class="block-time">{block.time}</span> });
    let hours =
        (!block.hours.is_empty()).then(|| view! { <span class="block-hours">{block.hours}</span> });
    let place =
        (!block.place.is_empty()).then(|| view! { <span class="block-place">{block.place}</span> });
    let repeats = block.repeats.then(|| view! { <Icon name="repeat" /> });
    // Only where it truly ends can its end be taken hold of.
    let edge = (event.is_some() && !block.after)
        .then(|| view! { <span data-edge="end" aria-hidden="true"></span> });
    view! {
        <li>
            <a
                class=block.class
                href=block.href
                title=block.full
                data-event=event
                data-task=task
                data-occurrence=block.occurrence
                data-start=block.start
                data-end=block.end
                data-all-day=flag(block.all_day)
                data-repeats=flag(block.repeats)
                data-before=flag(block.before)
                data-after=flag(block.after)
                data-past=flag(block.past)
                data-done=flag(block.done)
                data-overdue=flag(block.overdue)
                data-noscroll=""
            >
                {mark}
                {time}
                <span class="block-title">{block.title}</span>
                {hours}
                {place}
                {repeats}
                {edge}
            </a>
        </li>
    }
}

/// A word about what found no room.
#[component]
pub(super) fn More(more: MoreView) -> impl IntoView {
    view! {
        <li>
            <a class=more.class href=more.href title=more.full>
                {more.label}
            </a>
        </li>
    }
}
