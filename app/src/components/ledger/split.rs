//! Splitting an expense in its row.

use leptos::prelude::*;

use crate::components::editor::{CATEGORIES, EditorButtons};
use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::forms::FIELDS;
use crate::texts;
use crate::view::row::ExpenseView;

/// The parts: of the first the amount may be left out, and it takes what is left.
#[component]
pub(super) fn SplitEditor(expense: ExpenseView) -> impl IntoView {
    let category = expense.category.clone();
    let named = !expense.description.is_empty();
    let title = if named { expense.description } else { expense.category.clone() };
    view! {
        <PlannerForm action="/fn/expenses/split" name="split" row=expense.id.clone() class="form editor">
            <p>{texts::money::parts_of(&title, &expense.amount)}</p>
            <input type="hidden" name="id" value=expense.id />
            {parts(&category)}
            <EditorButtons save=texts::money::SPLIT />
        </PlannerForm>
    }
    .into_any()
}

/// The fields of all parts. Made inside the form, or they would not know what it was refused for.
fn parts(known: &str) -> impl IntoView + use<> {
    FIELDS
        .into_iter()
        .enumerate()
        .map(|(index, [amount, category, description])| {
            let first = index == 0;
            let known = if first { known.to_owned() } else { String::new() };
            let example = if first { texts::money::REST } else { "" };
            view! {
                <fieldset class="fields split-part">
                    <legend class="hidden">{texts::money::part(index + 1)}</legend>
                    <TextField name=amount label=texts::money::AMOUNT example longest=40 keyboard="decimal" />
                    <TextField name=category label=texts::money::CATEGORY value=known longest=60 list=CATEGORIES />
                    <TextField name=description label=texts::money::FOR />
                </fieldset>
            }
            .into_any()
        })
        .collect_view()
}
