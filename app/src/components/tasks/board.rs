//! The tasks in their groups.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::chat::fingerprint;
use crate::components::row::TaskRow;
use crate::state::tasks::Shown;
use crate::texts;
use crate::view::row::TaskView;
use crate::view::tasks::TaskGroup;

/// Every group, and what shows more. A row that is the same stays as it is.
#[component]
pub(crate) fn Board() -> impl IntoView {
    let shown = Shown::of_page();
    let keys = move || {
        shown.part(|view| view.groups.iter().map(|group| group.key.clone()).collect::<Vec<_>>())
    };
    let more = move || {
        shown.part(|view| view.more.clone()).map(|more| {
            view! {
                <A href=more.href attr:class="button" scroll=false>
                    {more.words}
                </A>
            }
        })
    };
    view! {
        <div class="tasks-board">
            <For each=keys key=Clone::clone children=|key| view! { <GroupView key /> } />
            <Empty />
            {more}
        </div>
    }
    .into_any()
}

#[component]
fn GroupView(key: String) -> impl IntoView {
    let shown = Shown::of_page();
    let heading = format!("tasks-{key}");
    let labelled = heading.clone();
    let name = key.clone();
    let group = Memo::new(move |before: Option<&TaskGroup>| {
        let now = shown.part(|view| view.groups.iter().find(|group| group.key == key).cloned());
        // A group that is about to go is as it was.
        now.or_else(|| before.cloned()).unwrap_or_default()
    });
    let part = move |read: fn(&TaskGroup) -> String| group.with(read);
    let text = move |read: fn(&TaskGroup) -> String| Some(part(read)).filter(|it| !it.is_empty());
    let query = use_query_map();
    // A row that is open stays as it is, whatever else is changed meanwhile.
    let stamp = move |task: &TaskView| {
        let is_open = query.with_untracked(|query| query.get_str("edit") == Some(&task.id));
        if is_open { fingerprint(&task.id) } else { fingerprint(task) }
    };
    let is_empty = move || group.with(|group| group.rows.is_empty()).then_some("");
    view! {
        <section
            class="group"
            data-group=name
            data-takes=move || text(|group| group.takes.clone())
            data-by-hand=move || group.with(|group| group.by_hand).then_some("")
            data-empty=is_empty
            aria-labelledby=labelled
        >
            <h2 id=heading>
                {move || part(|group| group.title.clone())}
                <span class="group-note">{move || text(|group| group.note.clone())}</span>
                <span class="count">
                    {move || text(|group| match group.count { 0 => String::new(), count => count.to_string() })}
                </span>
            </h2>
            <ul class="rows">
                <For
                    each=move || group.with(|group| group.rows.clone())
                    key=stamp
                    children=move |task| view! { <TaskRow task in_list=true /> }
                />
            </ul>
        </section>
    }
}

/// What is said where nothing is: it teaches by example.
#[component]
fn Empty() -> impl IntoView {
    let shown = Shown::of_page();
    move || {
        let is_empty = shown.part(|view| view.groups.iter().all(|group| group.rows.is_empty()));
        is_empty.then(|| {
            let examples = shown.part(|view| view.examples.clone());
            let examples = (!examples.is_empty()).then(|| {
                let each = examples
                    .into_iter()
                    .map(|words| view! { <li><button type="button" class="chip" data-example="">{words}</button></li> })
                    .collect_view();
                view! { <p>{texts::tasks::TRY_THESE}</p> <ul class="tasks-examples">{each}</ul> }
            });
            view! {
                <div class="empty">
                    <p>{shown.part(|view| view.empty.clone())}</p>
                    {examples}
                </div>
            }
        })
    }
}
