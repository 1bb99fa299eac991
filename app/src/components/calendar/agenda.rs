//! Days as lists, hung from their dates.

use leptos::prelude::*;

use crate::components::row::{EventRow, TaskRow};
use crate::view::calendar::DayView;

/// The days that hold something, and today.
#[component]
pub(super) fn Agenda(days: Vec<DayView>) -> impl IntoView {
    let nothing = days.is_empty().then(|| {
        view! { <p class="empty">"Nothing is planned in these days. Press q and try “Lunch with Sam tomorrow 1pm”."</p> }
    });
    let days = days.into_iter().map(|day| view! { <AgendaDay day /> }).collect_view();
    view! {
        {nothing}
        <ol class="days">{days}</ol>
    }
}

/// A day.
#[component]
pub(super) fn AgendaDay(day: DayView) -> impl IntoView {
    let free = day.events.is_empty() && day.tasks.is_empty();
    let free = free.then(|| view! { <p class="free">"Free"</p> });
    let date = day.iso.clone();
    let events = day
        .events
        .into_iter()
        .map(|event| view! { <EventRow event date=date.clone() /> })
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
