//! What the line is read as, while it is typed.

use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::texts;
use crate::view::chat::{FactView, ReadingView};

/// How long somebody pauses before what they typed is read.
#[cfg(feature = "hydrate")]
const PAUSE: std::time::Duration = std::time::Duration::from_millis(150);

/// The chips of what was understood. `take` is given the line without the words of a
/// chip that is taken away.
#[component]
pub(super) fn Readings(
    readings: RwSignal<Vec<ReadingView>>,
    take: Callback<FactView>,
) -> impl IntoView {
    let shown = move || {
        let readings = readings.get();
        (!readings.is_empty()).then(|| {
            let each = readings
                .into_iter()
                .map(|reading| view! { <Reading reading take /> })
                .collect_view();
            view! { <ul class="readings" aria-label=texts::READS_AS>{each}</ul> }
        })
    };
    shown.into_any()
}

#[component]
fn Reading(reading: ReadingView, take: Callback<FactView>) -> impl IntoView {
    let icon = match reading.kind.as_str() {
        "event" => "calendar",
        "task" => "tasks",
        "expense" => "money",
        "change" => "edit",
        _ => "assistant",
    };
    let title = (!reading.title.is_empty())
        .then(|| view! { <span class="reading-title">{reading.title}</span> });
    let facts = reading.facts.into_iter().map(|fact| view! { <Fact fact take /> }).collect_view();
    view! {
        <li class="reading" data-kind=reading.kind>
            <span class="chip kind">
                <Icon name=icon />
                {reading.does}
            </span>
            {title}
            {facts}
        </li>
    }
    .into_any()
}

/// A fact; one that words of its own say is a button as a whole, so that a finger
/// finds it.
#[component]
fn Fact(fact: FactView, take: Callback<FactView>) -> impl IntoView {
    if fact.without.is_empty() {
        return view! { <span class="chip">{fact.text}</span> }.into_any();
    }
    let text = fact.text.clone();
    let label = texts::remove(&text);
    view! {
        <button
            type="button"
            class="chip"
            title=texts::REMOVE_FACT
            aria-label=label
            on:click=move |_| { let _ = take.try_run(fact.clone()); }
        >
            {text}
            <Icon name="close" />
        </button>
    }
    .into_any()
}

/// Reads what is typed once its writer pauses.
#[cfg(feature = "hydrate")]
pub(super) fn reading_of(readings: RwSignal<Vec<ReadingView>>) -> Callback<String> {
    let latest = StoredValue::new(String::new());
    let ask = move |typed: String| {
        leptos::task::spawn_local(async move {
            let read = if typed.trim().is_empty() {
                Vec::new()
            } else {
                crate::api::chat::preview(typed.clone()).await.unwrap_or_default()
            };
            // Answers may overtake each other; only that to the latest words counts.
            if latest.try_with_value(|latest| *latest == typed) == Some(true) {
                readings.try_set(read);
            }
        });
    };
    let ask = crate::state::pause::after(PAUSE, ask);
    Callback::new(move |typed: String| {
        latest.set_value(typed.clone());
        let _ = ask.try_run(typed);
    })
}

#[cfg(not(feature = "hydrate"))]
pub(super) fn reading_of(_: RwSignal<Vec<ReadingView>>) -> Callback<String> {
    Callback::new(|_| ())
}
