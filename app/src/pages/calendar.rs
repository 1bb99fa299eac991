//! The calendar. Its address names view and date, so Back works and a link can be shared.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::api;
use crate::components::calendar::{CalendarSheet, begin};
use crate::components::editor::EventPanel;
use crate::components::hands::hands;
use crate::components::loaded::loaded;
use crate::part::part;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::texts;

/// A month, a week, a day, or an agenda.
#[component]
pub(crate) fn Calendar() -> impl IntoView {
    let changes = Changes::of_page();
    begin(changes);
    let query = use_query_map();
    let named = move |name: &'static str| {
        Memo::new(move |_| query.with(|query| query.get(name)).unwrap_or_default())
    };
    let (view, date) = (named("view"), named("date"));
    let page = read(
        move || (view.get(), date.get(), changes.count()),
        |(view, date, _)| api::pages::calendar(view, date),
    );
    view! {
        <EventPanel />
        {loaded(page, |page| {
            view! {
                <Title text=texts::calendar::window(&page.title) />
                <CalendarSheet page />
            }
                .into_any()
        })}
        {hands(page)}
    }
}

part!(CalendarPart, calendar, Calendar);
