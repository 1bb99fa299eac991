//! What the line that adds a task is read as, while it is typed.

use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::texts;
use crate::view::chat::FactView;

/// How long somebody pauses before what they typed is read.
#[cfg(feature = "hydrate")]
const PAUSE: std::time::Duration = std::time::Duration::from_millis(150);

/// What was understood of the line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    facts: RwSignal<Vec<FactView>>,
    typed: Callback<String>,
}

impl Reading {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        let facts = RwSignal::new(Vec::new());
        Self { facts, typed: reading_of(facts) }
    }

    /// The line is empty again.
    pub(super) fn forget(self) {
        let _ = self.typed.try_run(String::new());
    }
}

/// A line with chips of what was understood under it. Taking a chip away leaves its
/// words in the title.
#[component]
pub(super) fn ReadLine(reading: Reading, children: Children) -> impl IntoView {
    let Reading { facts, typed } = reading;
    let news = RwSignal::new(String::new());
    let line = NodeRef::<leptos::html::Div>::new();
    let chips = move || {
        let facts = facts.get();
        (!facts.is_empty()).then(|| {
            let each = facts
                .into_iter()
                .map(|fact| {
                    let take = move |fact: FactView| {
                        write(line, &fact.without);
                        let _ = typed.try_run(fact.without);
                        news.set(texts::removed(&fact.text));
                    };
                    chip(fact, take)
                })
                .collect_view();
            view! { <p class="readings add-read" role="group" aria-label=texts::READS_AS>{each}</p> }
        })
    };
    view! {
        <div
            class="add-reading"
            node_ref=line
            on:input=move |event| {
                // None while the page is drawn anew.
                let _ = typed.try_run(event_target_value(&event));
            }
        >
            {children()}
            {chips}
            <p class="hidden" aria-live="polite">{move || news.get()}</p>
        </div>
    }
}

fn chip(fact: FactView, take: impl Fn(FactView) + 'static) -> AnyView {
    if fact.without.is_empty() {
        return view! { <span class="chip">{fact.text}</span> }.into_any();
    }
    let (text, label) = (fact.text.clone(), texts::remove(&fact.text));
    view! {
        <button
            type="button"
            class="chip"
            title=texts::REMOVE_FACT
            aria-label=label
            on:click=move |_| take(fact.clone())
        >
            {text}
            <Icon name="close" />
        </button>
    }
    .into_any()
}

/// Writes other words into the line, and goes on there.
#[cfg(feature = "hydrate")]
fn write(line: NodeRef<leptos::html::Div>, words: &str) {
    use wasm_bindgen::JsCast;
    let field = line.get_untracked().and_then(|line| line.query_selector("input").ok().flatten());
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        field.set_value(words);
        let _ = field.focus();
    }
}

#[cfg(not(feature = "hydrate"))]
fn write(_: NodeRef<leptos::html::Div>, _: &str) {}

/// Reads what is typed once its writer pauses.
#[cfg(feature = "hydrate")]
fn reading_of(facts: RwSignal<Vec<FactView>>) -> Callback<String> {
    let latest = StoredValue::new(String::new());
    let ask = move |typed: String| {
        leptos::task::spawn_local(async move {
            let read = if typed.trim().is_empty() {
                Vec::new()
            } else {
                crate::api::tasks::preview(typed.clone()).await.unwrap_or_default()
            };
            // Answers may overtake each other; only that to the latest words counts.
            if latest.try_with_value(|latest| *latest == typed) == Some(true) {
                facts.try_set(read);
            }
        });
    };
    let ask = crate::state::pause::after(PAUSE, ask);
    Callback::new(move |typed: String| {
        if typed.trim().is_empty() {
            facts.set(Vec::new());
        }
        latest.set_value(typed.clone());
        let _ = ask.try_run(typed);
    })
}

#[cfg(not(feature = "hydrate"))]
fn reading_of(_: RwSignal<Vec<FactView>>) -> Callback<String> {
    Callback::new(|_| ())
}
