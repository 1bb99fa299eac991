//! A row of the table, and what it becomes when the address asks for it.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::several::SEVERAL;
use super::split::SplitEditor;
use crate::components::editor::ExpenseEditor;
use crate::components::row::{Tools, repeats};
use crate::state::address::this_page;
use crate::texts;
use crate::view::row::ExpenseView;

/// What a row is shown as.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Plain,
    Edited,
    Split,
}

/// An expense; its editor when the address asks for it.
#[component]
pub(super) fn LedgerRow(expense: ExpenseView) -> impl IntoView {
    let id = expense.id.clone();
    let query = use_query_map();
    let state = Memo::new(move |_| {
        query.with(|query| match (query.get_str("edit"), query.get_str("split")) {
            (Some(edited), _) if edited == id => State::Edited,
            (_, Some(split)) if split == id => State::Split,
            _ => State::Plain,
        })
    });
    let content = move || match state.get() {
        State::Plain => view! { <Cells expense=expense.clone() /> }.into_any(),
        State::Edited => {
            view! { <td colspan="6"><ExpenseEditor expense=expense.clone() /></td> }.into_any()
        }
        State::Split => {
            view! { <td colspan="6"><SplitEditor expense=expense.clone() /></td> }.into_any()
        }
    };
    view! { <tr>{content}</tr> }.into_any()
}

#[component]
fn Cells(expense: ExpenseView) -> impl IntoView {
    let edit = this_page(&format!("edit={}", expense.id))();
    let named = !expense.description.is_empty();
    let title = if named { expense.description } else { expense.category.clone() };
    let notes = (!expense.notes.is_empty())
        .then(|| view! { <p class="row-detail">{expense.notes.clone()}</p> });
    let facts = repeats(expense.repeats).map(|words| view! { <p class="row-facts">{words}</p> });
    let choose = texts::ledger::choose(&title, &expense.amount, &expense.full);
    view! {
        <td class="cell-choose">
            <label>
                <input type="checkbox" name="ids[]" value=expense.id.clone() form=SEVERAL aria-label=choose />
            </label>
        </td>
        <td class="cell-date">
            <time datetime=expense.date title=expense.full>{expense.day.clone()}</time>
        </td>
        <td class="cell-title">
            <p class="row-title">{title.clone()}</p>
            <p class="row-facts cell-short">{expense.day} <span>{expense.category.clone()}</span></p>
            {notes}
            {facts}
        </td>
        <td class="cell-category">
            <span class=format!("swatch hue-{}", expense.hue) aria-hidden="true"></span>
            {expense.category}
        </td>
        <td class="cell-amount">{expense.amount}</td>
        <td class="cell-tools"><Tools edit delete="/fn/expenses/delete" id=expense.id title /></td>
    }
    .into_any()
}
