//! The calendar: its heading, and one of four views below it.

mod agenda;
mod block;
mod head;
#[cfg(feature = "hydrate")]
mod live;
mod mini;
mod month_grid;
mod time_grid;

use leptos::prelude::*;

use self::agenda::Agenda;
use self::head::Head;
use self::mini::Mini;
use self::month_grid::MonthGrid;
use self::time_grid::TimeGrid;
use crate::components::editor::AddEvent;
use crate::state::changes::Changes;
use crate::view::calendar::{BodyView, CalendarView};

/// Everything on the page.
#[component]
pub(crate) fn CalendarSheet(page: CalendarView) -> impl IntoView {
    Effect::new(settle);
    let CalendarView { body, mini, view: kind, date, current_date, customs, start, end, .. } =
        page.clone();
    let body = match body {
        BodyView::Time(grid) => view! { <TimeGrid grid /> }.into_any(),
        BodyView::Month(grid) => view! { <MonthGrid grid /> }.into_any(),
        BodyView::Agenda(days) => view! { <Agenda days /> }.into_any(),
    };
    view! {
        <div class="calendar" data-view=kind.clone() data-today=current_date data-customs=customs>
            <Head page />
            <div class="calendar-body">{body}</div>
            <Mini mini view=kind.clone() date />
            <AddEvent start end />
        </div>
    }
}

/// Begins what moves by itself; once for the page, not for each view of it.
#[cfg(feature = "hydrate")]
pub(crate) fn begin(changes: Changes) {
    live::begin(changes);
}

/// Without a browser nothing moves.
#[cfg(not(feature = "hydrate"))]
pub(crate) fn begin(_: Changes) {}

#[cfg(feature = "hydrate")]
fn settle() {
    live::settle();
}

#[cfg(not(feature = "hydrate"))]
fn settle() {}

#[cfg(feature = "hydrate")]
fn close_mini() {
    live::close_mini();
}

#[cfg(not(feature = "hydrate"))]
fn close_mini() {}
