//! The calendar as an agenda of one week.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::api;
use crate::components::editor::{AddEvent, EventPanel};
use crate::components::icon::Icon;
use crate::components::loaded::loaded;
use crate::components::row::{EventRow, TaskRow};
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::view::calendar::{DayView, WeekView};

/// One week, day by day.
#[component]
pub(crate) fn Calendar() -> impl IntoView {
    let changes = Changes::of_page();
    let query = use_query_map();
    let date = Memo::new(move |_| query.with(|query| query.get("date")).unwrap_or_default());
    let week = read(move || (date.get(), changes.count()), |(date, _)| api::pages::week(date));
    view! {
        <Title text="Calendar" />
        <EventPanel />
        <div class="column">{loaded(week, |week| view! { <Week week /> }.into_any())}</div>
    }
}

#[component]
fn Week(week: WeekView) -> impl IntoView {
    let today = (!week.current).then(|| {
        view! { <A href="/calendar" attr:class="button">"Today"</A> }
    });
    let days = week.days.into_iter().map(|day| view! { <Day day /> }).collect_view();
    view! {
        <div class="heading">
            <div>
                <p class="eyebrow">"Calendar"</p>
                <h1>{week.title}</h1>
            </div>
            <nav class="buttons" aria-label="Weeks">
                <A href=format!("/calendar?date={}", week.previous) attr:class="button" attr:aria-label="Previous week">
                    <Icon name="left" />
                </A>
                {today}
                <A href=format!("/calendar?date={}", week.next) attr:class="button" attr:aria-label="Next week">
                    <Icon name="right" />
                </A>
            </nav>
        </div>
        <AddEvent start=week.suggested_start end=week.suggested_end />
        <ol class="days">{days}</ol>
    }
}

#[component]
fn Day(day: DayView) -> impl IntoView {
    let free = day.events.is_empty() && day.tasks.is_empty();
    let free = free.then(|| view! { <p class="free">"Free"</p> });
    let week = day.iso.clone();
    let events = day
        .events
        .into_iter()
        .map(|event| view! { <EventRow event week=week.clone() /> })
        .collect_view();
    let tasks = day.tasks.into_iter().map(|task| view! { <TaskRow task /> }).collect_view();
    view! {
        <li class="day" data-today=day.today.then_some("")>
            <h2 class="day-name">
                <span class="day-number" aria-hidden="true">{day.number}</span>
                <span class="day-weekday" aria-hidden="true">{day.weekday}</span>
                <span class="hidden">{day.full}</span>
            </h2>
            <div class="day-body">
                {free}
                <ul class="rows">{events} {tasks}</ul>
            </div>
        </li>
    }
}
