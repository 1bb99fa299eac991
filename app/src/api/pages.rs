//! Reading what pages show.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::view::calendar::CalendarView;
use crate::view::money::MoneyView;
use crate::view::outcome::Refusal;
use crate::view::panel::PanelView;
use crate::view::tasks::{TasksAsked, TasksView};
use crate::view::today::{MarginView, TodayView};
#[cfg(feature = "ssr")]
use crate::{present, web::read};

/// The day on the dashboard.
#[server(prefix = "/fn", endpoint = "pages/today", input = GetUrl)]
pub async fn today() -> Result<TodayView, Refusal> {
    read(async |context| present::today::page(&context).await).await
}

/// What stands beside the day on the dashboard, and may come after it.
#[server(prefix = "/fn", endpoint = "pages/today-margin", input = GetUrl)]
pub async fn today_margin() -> Result<MarginView, Refusal> {
    read(async |context| present::today::margin(&context).await).await
}

/// The tasks, as far as they are asked for.
#[server(prefix = "/fn", endpoint = "pages/tasks", input = GetUrl)]
pub async fn tasks(#[server(flatten)] asked: TasksAsked) -> Result<TasksView, Refusal> {
    read(async |context| present::tasks::page(&context, &asked).await).await
}

/// A view of the calendar (`month`, `week`, `day`, `agenda`) and the date it is about
/// (`2026-11-23`); this week where they say nothing.
#[server(prefix = "/fn", endpoint = "pages/calendar", input = GetUrl)]
pub async fn calendar(
    #[server(default)] view: String,
    #[server(default)] date: String,
) -> Result<CalendarView, Refusal> {
    read(async |context| present::calendar::page(&context, &view, &date).await).await
}

/// The expenses as the page's address asks for them (`month=2026-11&category=Food`).
#[server(prefix = "/fn", endpoint = "pages/money", input = GetUrl)]
pub async fn money(#[server(default)] query: String) -> Result<MoneyView, Refusal> {
    read(async |context| present::money::page(&context, &query).await).await
}

/// An event, or the occurrence of it that is named, as the panel shows it or as its
/// form; none if it is gone. Without an event the form of a new one, at `new`.
#[server(prefix = "/fn", endpoint = "pages/panel", input = GetUrl)]
pub async fn panel(
    #[server(default)] open: String,
    #[server(default)] at: String,
    #[server(default)] edit: bool,
    #[server(default)] new: String,
) -> Result<Option<PanelView>, Refusal> {
    read(async |context| {
        if open.is_empty() {
            return Ok(Some(present::panel::new(&context, &new)));
        }
        present::panel::event(&context, &open, &at, edit).await
    })
    .await
}
