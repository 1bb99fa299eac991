//! An expense in a list.

use leptos::prelude::*;

use super::{Tools, is_edited, repeats};
use crate::components::editor::ExpenseEditor;
use crate::view::row::ExpenseView;

/// An expense; its editor when the address asks for it.
#[component]
pub(crate) fn ExpenseRow(
    expense: ExpenseView,
    /// The month that the page shows.
    month: String,
) -> impl IntoView {
    let edited = is_edited(expense.id.clone());
    let content = move || {
        if edited.get() {
            view! { <ExpenseEditor expense=expense.clone() /> }.into_any()
        } else {
            view! { <Line expense=expense.clone() month=month.clone() /> }.into_any()
        }
    };
    view! { <li class="row">{content}</li> }
}

#[component]
fn Line(expense: ExpenseView, month: String) -> impl IntoView {
    let edit = format!("/expenses?month={month}&edit={}", expense.id);
    let named = !expense.description.is_empty();
    let title = if named { expense.description.clone() } else { expense.category.clone() };
    let category = named.then(|| expense.category.clone());
    let repeats = repeats(expense.repeats);
    let facts = (category.is_some() || repeats.is_some())
        .then(|| view! { <p class="row-facts">{category} {repeats}</p> });
    view! {
        <div class="expense">
            <span class=format!("swatch hue-{}", expense.hue) aria-hidden="true"></span>
            <div class="row-text">
                <p class="row-title">{title.clone()}</p>
                {facts}
            </div>
            <p class="amount">{expense.amount}</p>
            <Tools edit delete="/fn/expenses/delete" id=expense.id title />
        </div>
    }
}
