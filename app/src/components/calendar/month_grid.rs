//! A month: weeks below each other, and the chosen day as a list for phones.

use leptos::prelude::*;

use super::agenda::AgendaDay;
use super::block::{Block, More};
use crate::components::icon::Icon;
use crate::texts;
use crate::view::calendar::{CellView, MonthGridView, WeekRowView};

/// The weeks.
#[component]
pub(super) fn MonthGrid(grid: MonthGridView) -> impl IntoView {
    let weekdays = grid
        .weekdays
        .into_iter()
        .map(|(short, name)| view! { <li title=name>{short}</li> })
        .collect_view();
    let weeks = grid.weeks.into_iter().map(|week| view! { <Week week /> }).collect_view();
    view! {
        <div class="month-grid" data-grid="month">
            <ol class="month-weekdays" aria-hidden="true">{weekdays}</ol>
            {weeks}
        </div>
        <ol class="days month-day">
            <AgendaDay day=grid.day />
        </ol>
    }
}

#[component]
fn Week(week: WeekRowView) -> impl IntoView {
    let number = (!week.number.is_empty()).then(|| {
        view! { <p class="month-number"><span class="hidden">{texts::calendar::WEEK_NUMBER}</span>{week.number.clone()}</p> }
    });
    let cells = week.cells.into_iter().map(|cell| view! { <Cell cell /> }).collect_view();
    view! {
        <div class="month-week">
            {number}
            <ol class="month-cells">{cells}</ol>
        </div>
    }
}

#[component]
fn Cell(cell: CellView) -> impl IntoView {
    let blocks = cell.blocks.into_iter().map(|block| view! { <Block block /> }).collect_view();
    let more = cell.more.map(|more| view! { <More more /> });
    view! {
        <li
            class="month-cell"
            data-day=cell.iso
            data-today=cell.today.then_some("")
            data-weekend=cell.weekend.then_some("")
            data-outside=cell.outside.then_some("")
            data-chosen=cell.chosen.then_some("")
        >
            <h2>
                <a href=cell.href title=cell.full.clone() aria-label=cell.full.clone()>
                    {cell.number}
                </a>
            </h2>
            <a class="day-add" href=cell.add title=cell.add_label.clone() aria-label=cell.add_label data-noscroll="">
                <Icon name="add" />
            </a>
            <a class="month-pick" href=cell.pick aria-label=cell.full.clone() data-noscroll="">
                <span>{cell.day}</span>
            </a>
            <ul aria-label=cell.full>{blocks} {more}</ul>
        </li>
    }
}
