//! Days beside each other, with their hours. Every day is 24 hours high, as clocks
//! show them.

use leptos::prelude::*;

use super::block::{Block, More};
use crate::components::icon::Icon;
use crate::texts;
use crate::view::calendar::{CellView, ColumnView, TimeGridView};

/// The days' names, the band of whole days, and the hours.
#[component]
pub(super) fn TimeGrid(grid: TimeGridView) -> impl IntoView {
    let class = format!("time-grid days-{} {}", grid.columns.len(), grid.band);
    let filled = grid.cells.iter().any(|cell| !cell.blocks.is_empty() || cell.more.is_some());
    let days = grid.cells.iter().cloned().map(|cell| view! { <DayName cell /> }).collect_view();
    let band = grid.cells.into_iter().map(|cell| view! { <BandCell cell /> }).collect_view();
    let hours = grid
        .hours
        .into_iter()
        .map(|hour| view! { <li class=hour.class>{hour.label}</li> })
        .collect_view();
    let first = grid.first;
    let columns = grid
        .columns
        .into_iter()
        .enumerate()
        .map(|(index, column)| {
            let first = (index == grid.first_column).then(|| first.clone());
            view! { <Column column first /> }
        })
        .collect_view();
    view! {
        <div class=class data-grid="time">
            <div class="time-head">
                <ol class="time-days">{days}</ol>
                <ol class="band" data-band="" data-filled=filled.then_some("")>{band}</ol>
            </div>
            <div class="time-body">
                <ol class="time-hours" aria-hidden="true">{hours}</ol>
                {columns}
            </div>
        </div>
    }
}

#[component]
fn DayName(cell: CellView) -> impl IntoView {
    view! {
        <li class="day-head" data-today=cell.today.then_some("") data-weekend=cell.weekend.then_some("")>
            <h2>
                <a href=cell.href title=cell.full.clone()>
                    <span class="day-head-weekday">{cell.weekday}</span>
                    " "
                    <span class="day-head-number">{cell.number}</span>
                </a>
            </h2>
            <a class="day-add" href=cell.add title=cell.add_label.clone() aria-label=cell.add_label data-noscroll="">
                <Icon name="add" />
            </a>
        </li>
    }
}

#[component]
fn BandCell(cell: CellView) -> impl IntoView {
    let blocks = cell.blocks.into_iter().map(|block| view! { <Block block /> }).collect_view();
    let more = cell.more.map(|more| view! { <More more /> });
    view! {
        <li class="band-cell" data-day=cell.iso>
            <ul aria-label=texts::calendar::all_day_on(&cell.full)>{blocks} {more}</ul>
        </li>
    }
}

#[component]
fn Column(
    column: ColumnView,
    /// The hour that is seen first, if it is in this column.
    first: Option<String>,
) -> impl IntoView {
    let blocks = column.blocks.into_iter().map(|block| view! { <Block block /> }).collect_view();
    let more = column.more.into_iter().map(|more| view! { <More more /> }).collect_view();
    let work = (!column.work.is_empty()).then(|| {
        view! { <li class=format!("work {}", column.work) aria-hidden="true"></li> }
    });
    let first = first.map(|first| {
        view! { <li class=format!("first {first}") aria-hidden="true"></li> }
    });
    let now = column.now.map(|now| {
        let class = format!("now-line at-{} at-m{}", now / 60, now % 60);
        view! { <li class=class data-now=now.to_string()><span class="hidden">{texts::calendar::NOW}</span></li> }
    });
    view! {
        <ol
            class="time-day"
            aria-label=column.full
            data-day=column.iso
            data-today=column.today.then_some("")
            data-weekend=column.weekend.then_some("")
        >
            {work}
            {first}
            {blocks}
            {more}
            {now}
        </ol>
    }
}
