//! The dashboard: the day at a glance.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use crate::api;
use crate::components::day_line::DayLineView;
use crate::components::editor::AddTaskBriefly;
use crate::components::loaded::{Shape, loaded, loaded_after, loaded_beside};
use crate::components::money::Month;
use crate::components::next::Next;
use crate::components::quick_add::QuickAdd;
use crate::components::row::{DayRows, TaskRow};
use crate::components::toast::UndoForm;
use crate::state::changes::Changes;
use crate::state::read::{Read, read, read_later};
use crate::texts;
use crate::view::calendar::DayView;
use crate::view::outcome::Refusal;
use crate::view::row::{EventView, TaskView};
use crate::view::today::{ChangeView, Leaf, MarginView, NextView, TodayView};

/// What stands beside the day, which may come after it; all of it at once, as the lower of it
/// would be moved by the upper.
type MarginRead = Read<Result<MarginView, Refusal>>;

/// Today.
#[component]
pub(crate) fn Today() -> impl IntoView {
    let changes = Changes::of_page();
    let today = read(move || changes.count(), |_| api::pages::today());
    let margin = read_later(move || changes.count(), |_| api::pages::today_margin());
    view! {
        <Title text=texts::TODAY />
        <div class="today">
            {loaded(today, move |view| view! { <Sheet view margin /> }.into_any())}
            <div class="today-margin">
                <Margin margin />
            </div>
        </div>
    }
}

#[component]
fn Sheet(view: TodayView, margin: MarginRead) -> impl IntoView {
    let date = view.leaf.iso.clone();
    view! {
        <LeafView leaf=view.leaf summary=view.summary next=view.next margin />
        <section class="today-day" aria-labelledby="today-day">
            <h2 id="today-day" class="hidden">{texts::today::THE_DAY}</h2>
            <AllDay events=view.all_day date=date.clone() />
            <DayLineView line=view.line date=date />
        </section>
        <div class="today-side">
            <ToDo
                overdue=(view.overdue_title, view.overdue)
                due=(view.due_title, view.due)
                undated=view.undated
            />
            <Ahead days=view.ahead />
        </div>
    }
}

/// The date as on a calendar leaf, and the day in one sentence.
#[component]
fn LeafView(
    leaf: Leaf,
    summary: String,
    next: Option<NextView>,
    margin: MarginRead,
) -> impl IntoView {
    view! {
        <header class="leaf">
            <h1>
                <time datetime=leaf.iso>
                    <span class="leaf-day">{leaf.day}</span>
                    <span class="leaf-words">
                        <span class="leaf-weekday">{leaf.weekday}</span>
                        " "
                        <span class="leaf-month">{leaf.month}</span>
                    </span>
                </time>
            </h1>
            <div class="leaf-about">
                <p class="leaf-summary">{summary}</p>
                <Brief margin />
                {next.map(|next| view! { <Next next /> })}
            </div>
            <QuickAdd />
        </header>
    }
}

/// The month's money in one sentence, whose line is there before it. Why there is none is said
/// where all of the money is.
#[component]
fn Brief(margin: MarginRead) -> impl IntoView {
    let brief = loaded_beside(margin, |margin: MarginView| margin.month.brief.into_any());
    view! { <p class="leaf-summary leaf-money">{brief}</p> }.into_any()
}

#[component]
fn AllDay(events: Vec<EventView>, date: String) -> impl IntoView {
    (!events.is_empty()).then(|| {
        let events = events
            .into_iter()
            .map(|event| {
                let address = event.address(&date);
                view! { <li><A href=address attr:title=event.full>{event.title}</A></li> }
            })
            .collect_view();
        view! { <ul class="all-day" aria-label=texts::ALL_DAY>{events}</ul> }
    })
}

#[component]
fn ToDo(
    overdue: (String, Vec<TaskView>),
    due: (String, Vec<TaskView>),
    undated: Vec<TaskView>,
) -> impl IntoView {
    let nothing = overdue.1.is_empty() && due.1.is_empty() && undated.is_empty();
    let nothing = nothing.then(|| view! { <p class="empty">{texts::today::NOTHING_WAITS}</p> });
    view! {
        <section aria-labelledby="today-tasks">
            <h2 id="today-tasks">
                <A href="/tasks">{texts::tasks::TO_DO}</A>
            </h2>
            <AddTaskBriefly />
            {nothing}
            <Stack title=overdue.0 key="overdue" tasks=overdue.1 />
            <Stack title=due.0 key="due" tasks=due.1 />
            <Stack title=texts::today::WHENEVER.to_owned() key="undated" tasks=undated />
        </section>
    }
}

#[component]
fn Stack(title: String, key: &'static str, tasks: Vec<TaskView>) -> impl IntoView {
    (!tasks.is_empty()).then(|| {
        let rows = tasks.into_iter().map(|task| view! { <TaskRow task /> }).collect_view();
        view! {
            <div class="group" data-group=key>
                <h3>{title}</h3>
                <ul class="rows">{rows}</ul>
            </div>
        }
    })
}

/// The coming days that hold something.
#[component]
fn Ahead(days: Vec<DayView>) -> impl IntoView {
    (!days.is_empty()).then(|| {
        let days = days.into_iter().map(|day| view! { <DayAhead day /> }).collect_view();
        view! {
            <section aria-labelledby="today-ahead">
                <h2 id="today-ahead">
                    <A href="/calendar">{texts::today::AHEAD}</A>
                </h2>
                {days}
            </section>
        }
    })
}

#[component]
fn DayAhead(day: DayView) -> impl IntoView {
    view! {
        <div class="group">
            <h3 title=day.full>{day.name}</h3>
            <DayRows date=day.iso events=day.events tasks=day.tasks />
        </div>
    }
}

/// What was spent this month, and what the assistant did lately.
#[component]
fn Margin(margin: MarginRead) -> impl IntoView {
    let shape = || money(view! { <Shape class="month-shape" /> }.into_any());
    let there = |MarginView { month, changes }| {
        let doings = (!changes.is_empty()).then(|| view! { <Doings changes /> });
        view! {
            {money(view! { <Month month /> }.into_any())}
            {doings}
        }
        .into_any()
    };
    loaded_after(margin, shape, there)
}

fn money(content: AnyView) -> AnyView {
    view! {
        <section aria-labelledby="today-money">
            <h2 id="today-money">
                <A href="/expenses">{texts::MONEY}</A>
            </h2>
            {content}
        </section>
    }
    .into_any()
}

#[component]
fn Doings(changes: Vec<ChangeView>) -> impl IntoView {
    let rows = changes.into_iter().map(|change| view! { <Doing change /> }).collect_view();
    view! {
        <section aria-labelledby="today-changes">
            <h2 id="today-changes">
                <A href="/history">{texts::today::DONE_FOR_YOU}</A>
            </h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
}

#[component]
fn Doing(change: ChangeView) -> impl IntoView {
    let undo = (!change.undone)
        .then(|| view! { <UndoForm token=change.undo.clone() label=texts::UNDO /> });
    let undone = change.undone.then(|| view! { <span class="undone">{texts::UNDONE}</span> });
    view! {
        <li class="change">
            <div>
                <p class="row-title">{change.summary}</p>
                <p class="row-facts">{change.when}</p>
            </div>
            {undo}
            {undone}
        </li>
    }
}
