//! The steps of a task that is open: tick them off, add one, take one away.

use leptos::prelude::*;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::tasks::Shown;
use crate::texts;
use crate::view::row::StepView;

/// Steps, and the line that adds one.
#[component]
pub(super) fn Steps(
    /// The task that they are steps of.
    task: String,
) -> impl IntoView {
    let shown = Shown::of_page();
    let id = task.clone();
    let steps = Memo::new(move |_| {
        shown.part(|view| {
            let mut rows = view.groups.iter().flat_map(|group| &group.rows);
            rows.find(|row| row.id == id).map(|row| row.steps.clone()).unwrap_or_default()
        })
    });
    let name = format!("steps-{task}");
    let labelled = name.clone();
    view! {
        <section class="steps" aria-labelledby=labelled>
            <h3 id=name>{texts::tasks::STEPS}</h3>
            <ul>
                <For each=move || steps.get() key=Clone::clone children=|step| view! { <Step step /> } />
            </ul>
            <PlannerForm action="/fn/tasks/create" name="add-step" row=task.clone() class="form steps-add">
                <input type="hidden" name="parent" value=task />
                <TextField name="title" label=texts::tasks::NEW_STEP example=texts::tasks::NEW_STEP_EXAMPLE required=true />
                <button class="button">{texts::tasks::ADD_STEP}</button>
            </PlannerForm>
        </section>
    }
    .into_any()
}

#[component]
fn Step(step: StepView) -> impl IntoView {
    let StepView { id, title, done } = step;
    let (action, label) = if done {
        ("/fn/tasks/reopen", texts::row::reopen(&title))
    } else {
        ("/fn/tasks/complete", texts::row::complete(&title))
    };
    let (name, gone) = (title, id.clone());
    view! {
        <li class="task step" data-done=done.then_some("")>
            <PlannerForm action=action name="step" row=id.clone() class="tick-form">
                <input type="hidden" name="id" value=id.clone() />
                <button class="tick" aria-label=label>
                    <Icon name="check" />
                </button>
            </PlannerForm>
            <p class="row-text row-title">{name.clone()}</p>
            <PlannerForm action="/fn/tasks/delete" name="step" row=format!("gone-{gone}") class="inline-form">
                <input type="hidden" name="id" value=gone />
                <button class="tool" title=texts::DELETE aria-label=texts::delete(&name)>
                    <Icon name="delete" />
                </button>
            </PlannerForm>
        </li>
    }
}
