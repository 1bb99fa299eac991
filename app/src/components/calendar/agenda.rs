//! Days as lists, hung from their dates.

use leptos::prelude::*;

use crate::components::row::DayRows;
use crate::texts;
use crate::view::calendar::DayView;

/// The days that hold something, and today.
#[component]
pub(super) fn Agenda(days: Vec<DayView>) -> impl IntoView {
    let nothing = days.is_empty().then(|| {
        view! { <p class="empty">{texts::calendar::NOTHING_PLANNED}</p> }
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
    let free = free.then(|| view! { <p class="free">{texts::calendar::FREE}</p> });
    view! {
        <li class="day" data-today=day.today.then_some("")>
            <h2 class="day-name">
                <span class="day-number" aria-hidden="true">{day.number}</span>
                <span class="day-weekday" aria-hidden="true">{day.weekday}</span>
                <span class="hidden">{day.full}</span>
            </h2>
            <div class="day-body">
                {free}
                <DayRows date=day.iso events=day.events tasks=day.tasks />
            </div>
        </li>
    }
}
