//! Recording and changing an expense.

use leptos::prelude::*;
use leptos_router::components::A;

use super::repeat::RepeatFields;
use super::{EditorButtons, Opening};
use crate::components::field::{TextArea, TextField};
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::address::this_page;
use crate::texts;
use crate::view::row::ExpenseView;

/// The identifier of the list of known categories.
pub(crate) const CATEGORIES: &str = "categories";

/// The form at the top of the expenses.
#[component]
pub(crate) fn AddExpense(
    /// Categories to choose from.
    categories: Vec<String>,
    /// Today as `date` has it.
    today: String,
    /// How an amount is written here.
    example: String,
) -> impl IntoView {
    let options =
        categories.into_iter().map(|name| view! { <option value=name></option> }).collect_view();
    view! {
        <Opening>
        <PlannerForm action="/fn/expenses/create" name="add-expense" class="form add-form">
            <div class="fields money-fields">
                <TextField
                    name="amount"
                    label=texts::money::AMOUNT
                    example=example
                    required=true
                    longest=40
                    keyboard="decimal"
                />
                <TextField
                    name="category"
                    label=texts::money::CATEGORY
                    example=texts::money::CATEGORY_EXAMPLE
                    required=true
                    longest=60
                    list=CATEGORIES
                />
                <TextField name="description" label=texts::money::FOR example=texts::EXAMPLE_EXPENSE />
                <TextField name="incurred_at" label=texts::money::ON kind="date" value=today />
                <button class="button primary">
                    <Icon name="add" />
                    {texts::ADD}
                </button>
            </div>
            <datalist id=CATEGORIES>{options}</datalist>
            <div class="add-more">
                <RepeatFields view=None />
            </div>
        </PlannerForm>
        </Opening>
    }
}

/// The fields of an expense in its place.
#[component]
pub(crate) fn ExpenseEditor(expense: ExpenseView) -> impl IntoView {
    let split = this_page(&format!("split={}", expense.id))();
    view! {
        <PlannerForm action="/fn/expenses/update" name="edit-expense" row=expense.id.clone() class="form editor">
            <input type="hidden" name="id" value=expense.id.clone() />
            <input type="hidden" name="was" value=expense.date.clone() />
            <div class="fields money-fields">
                <TextField
                    name="amount"
                    label=texts::money::AMOUNT
                    value=expense.amount_input
                    required=true
                    longest=40
                    keyboard="decimal"
                />
                <TextField
                    name="category"
                    label=texts::money::CATEGORY
                    value=expense.category
                    required=true
                    longest=60
                    list=CATEGORIES
                />
                <TextField name="description" label=texts::money::FOR value=expense.description />
                <TextField name="incurred_at" label=texts::money::ON kind="date" value=expense.date />
            </div>
            <TextArea name="notes" label=texts::NOTES value=expense.notes />
            <RepeatFields view=expense.repeat />
            <div class="editor-end">
                <EditorButtons />
                <A href=split attr:class="button" scroll=false>{texts::money::SPLIT_ASKING}</A>
            </div>
        </PlannerForm>
    }
}
