//! The task list.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::api;
use crate::components::editor::AddTask;
use crate::components::loaded::loaded;
use crate::components::row::TaskRow;
use crate::part::part;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::view::row::{Group, TaskView};

/// Open tasks by urgency, then the done ones.
#[component]
pub(crate) fn Tasks() -> impl IntoView {
    let changes = Changes::of_page();
    let tasks = read(move || changes.count(), |_| api::pages::tasks());
    view! {
        <Title text="Tasks" />
        <div class="column">
            <h1>"Tasks"</h1>
            <AddTask />
            {loaded(tasks, |groups| view! { <Groups groups /> }.into_any())}
        </div>
    }
}

part!(TasksPart, tasks, Tasks);

#[component]
fn Groups(groups: Vec<Group<TaskView>>) -> impl IntoView {
    if groups.is_empty() {
        return view! {
            <p class="empty">
                "Nothing to do. Write something above, or tell the assistant: “Remind me to send the invoice on Friday”."
            </p>
        }
        .into_any();
    }
    groups.into_iter().map(|group| view! { <GroupView group /> }).collect_view().into_any()
}

#[component]
fn GroupView(group: Group<TaskView>) -> impl IntoView {
    let count = group.rows.len();
    let heading = format!("tasks-{}", group.key);
    let labelled = heading.clone();
    let rows = group.rows.into_iter().map(|task| view! { <TaskRow task /> }).collect_view();
    view! {
        <section class="group" data-group=group.key aria-labelledby=labelled>
            <h2 id=heading>
                {group.title} " " <span class="count">{count}</span>
            </h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
}
