//! What can be done with all tasks that are selected: a bar at the lower edge, which the
//! stylesheet shows as soon as one is. It is one form, with scripts and without.

use leptos::prelude::*;

use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::components::row::MANY;
use crate::state::tasks::Shown;
use crate::texts;
use crate::view::tasks::Choice;

/// The bar.
#[component]
pub(crate) fn Bar() -> impl IntoView {
    let shown = Shown::of_page();
    let days = move || choices("day", shown.part(|view| view.days.clone()));
    let lists = move || {
        let lists = shown.part(|view| view.lists.clone());
        let choice = |place: crate::view::tasks::Place| Choice {
            value: place.takes.trim_start_matches("list:").to_owned(),
            name: place.name,
            note: String::new(),
        };
        choices("list", lists.into_iter().map(choice).collect())
    };
    let has_lists = move || shown.part(|view| !view.lists.is_empty());
    let is_done = Memo::new(move |_| {
        shown.part(|view| view.views.iter().any(|place| place.key == "done" && place.here))
    });
    view! {
        <PlannerForm action="/fn/tasks/many" name="many" id=MANY class="tasks-bar">
            // What Enter in a field presses.
            <button class="hidden" name="verb" value="typed" tabindex="-1" aria-hidden="true"></button>
            <p class="tasks-picked" data-picked="" aria-live="polite">{texts::tasks::SELECTED}</p>
            {move || if is_done.get() {
                act("reopen", "undo", texts::REOPEN)
            } else {
                act("complete", "check", texts::tasks::DONE)
            }}
            <Choosing icon="calendar" name=texts::tasks::DUE key="day">
                {days}
                <button class="tasks-choice" name="verb" value="day:">{texts::tasks::NO_DEADLINE}</button>
                <Typed name="when" label=texts::tasks::ANOTHER_DAY example=texts::tasks::DUE_EXAMPLE />
            </Choosing>
            {move || has_lists().then(|| view! {
                <Choosing icon="inbox" name=texts::tasks::LIST key="list">
                    {lists}
                </Choosing>
            })}
            <Choosing icon="flag" name=texts::tasks::PRIORITY key="priority">
                {choices("priority", priorities())}
            </Choosing>
            <Choosing icon="hash" name=texts::tasks::LABEL key="label">
                <Typed name="label" label=texts::tasks::ADD_LABEL example=texts::tasks::ADD_LABEL_EXAMPLE />
            </Choosing>
            {act("delete", "delete", texts::DELETE)}
            <button type="reset" class="tool" aria-label=texts::tasks::SELECT_NONE title=texts::tasks::SELECT_NONE>
                <Icon name="close" />
            </button>
        </PlannerForm>
        // What a hand or the keys have moved is sent by this one.
        <div hidden data-moving="">
            <PlannerForm action="/fn/tasks/move" name="move">
                <input type="hidden" name="id" />
                <input type="hidden" name="after" />
                <input type="hidden" name="before" />
                <input type="hidden" name="takes" />
            </PlannerForm>
        </div>
        <p class="hidden" aria-live="polite" data-spoken=""></p>
    }
    .into_any()
}

/// The priorities, most first.
fn priorities() -> Vec<Choice> {
    [
        ("high", texts::tasks::HIGH, "p1"),
        ("medium", texts::tasks::MEDIUM, "p2"),
        ("low", texts::tasks::LOW, "p3"),
        ("none", texts::tasks::NONE, "p4"),
    ]
    .map(|(value, name, note)| Choice {
        value: value.to_owned(),
        name: name.to_owned(),
        note: note.to_owned(),
    })
    .to_vec()
}

/// A button that acts at once.
fn act(verb: &'static str, icon: &'static str, name: &'static str) -> AnyView {
    view! {
        <button class="tasks-act" name="verb" value=verb>
            <Icon name=icon />
            <span>{name}</span>
        </button>
    }
    .into_any()
}

/// A button for each of several choices.
fn choices(verb: &'static str, choices: Vec<Choice>) -> Vec<AnyView> {
    let button = |choice: Choice| {
        view! {
            <button class="tasks-choice" name="verb" value=format!("{verb}:{}", choice.value)>
                {choice.name}
                <span class="count">{choice.note}</span>
            </button>
        }
        .into_any()
    };
    choices.into_iter().map(button).collect()
}

/// Something that opens above the bar; opening one closes the others.
#[component]
fn Choosing(
    icon: &'static str,
    name: &'static str,
    key: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="tasks-choosing" name="many" data-choosing=key>
            <summary class="tasks-act">
                <Icon name=icon />
                <span>{name}</span>
            </summary>
            <div class="tasks-choices">{children()}</div>
        </details>
    }
    .into_any()
}

/// A choice in one's own words.
#[component]
fn Typed(name: &'static str, label: &'static str, example: &'static str) -> impl IntoView {
    view! {
        <label class="tasks-typed">
            <span>{label}</span>
            <input type="text" name=name placeholder=example maxlength="100" autocomplete="off" />
        </label>
        <button class="tasks-choice" name="verb" value="typed">{texts::tasks::SET}</button>
    }
    .into_any()
}
