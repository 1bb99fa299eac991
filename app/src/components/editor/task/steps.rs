//! The steps of a task that is open: tick them off, add one, take one away.

use leptos::prelude::*;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::tasks::Shown;
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
            <h3 id=name>"Steps"</h3>
            <ul>
                <For each=move || steps.get() key=Clone::clone children=|step| view! { <Step step /> } />
            </ul>
            <PlannerForm action="/fn/tasks/create" name="add-step" row=task.clone() class="form steps-add">
                <input type="hidden" name="parent" value=task />
                <TextField name="title" label="New step" example="First, …" required=true />
                <button class="button">"Add step"</button>
            </PlannerForm>
        </section>
    }
    .into_any()
}

#[component]
fn Step(step: StepView) -> impl IntoView {
    let (action, word) =
        if step.done { ("/fn/tasks/reopen", "Reopen") } else { ("/fn/tasks/complete", "Complete") };
    let StepView { id, title, done } = step;
    let (name, gone) = (title.clone(), id.clone());
    view! {
        <li class="task step" data-done=done.then_some("")>
            <PlannerForm action=action name="step" row=id.clone() class="tick-form">
                <input type="hidden" name="id" value=id.clone() />
                <button class="tick" aria-label=format!("{word} “{title}”")>
                    <Icon name="check" />
                </button>
            </PlannerForm>
            <p class="row-text row-title">{name.clone()}</p>
            <PlannerForm action="/fn/tasks/delete" name="step" row=format!("gone-{gone}") class="inline-form">
                <input type="hidden" name="id" value=gone />
                <button class="tool" title="Delete" aria-label=format!("Delete “{name}”")>
                    <Icon name="delete" />
                </button>
            </PlannerForm>
        </li>
    }
}
