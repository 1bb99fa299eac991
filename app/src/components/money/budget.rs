//! A monthly budget: what is left of it, and its form in its place.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::editor::EditorButtons;
use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::texts;
use crate::view::money::{BudgetView, EVERYTHING};

/// What is left; the form when the address asks for it.
#[component]
pub(super) fn Budget(budget: BudgetView, editing: bool) -> impl IntoView {
    let key = if budget.category.is_empty() { EVERYTHING } else { &budget.category }.to_owned();
    let query = use_query_map();
    let edited =
        Memo::new(move |_| editing && query.with(|query| query.get_str("budget") == Some(&key)));
    move || {
        if edited.get() {
            view! { <BudgetForm budget=budget.clone() /> }.into_any()
        } else {
            view! { <Left budget=budget.clone() editing /> }.into_any()
        }
    }
}

/// `€214.00 left of €300.00`. More than was meant to be spent is amber and says so.
#[component]
fn Left(budget: BudgetView, editing: bool) -> impl IntoView {
    let none = budget.id.is_empty();
    let what =
        if budget.category.is_empty() { texts::money::ALL_SPENDING } else { &budget.category };
    let name = if none {
        texts::money::set_budget_for(what)
    } else {
        texts::money::change_budget_for(what)
    };
    let link = editing.then(|| {
        let word = if none { texts::money::SET_BUDGET } else { texts::CHANGE };
        view! {
            <A href=budget.edit attr:class="budget-edit" attr:aria-label=name scroll=false>{word}</A>
        }
    });
    (editing || !none).then(|| {
        view! {
            <p class="budget" data-over=budget.over.then_some("")>
                {(!none).then(|| view! { <span>{budget.left}</span> })}
                {link}
            </p>
        }
    })
}

#[component]
fn BudgetForm(budget: BudgetView) -> impl IntoView {
    // A part of identifiers in the document, which hold no spaces.
    let row = budget.category.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let hint = if budget.id.is_empty() { "" } else { texts::money::NO_BUDGET };
    view! {
        <PlannerForm action="/fn/budgets/set" name="budget" row class="form budget-form">
            <input type="hidden" name="id" value=budget.id />
            <input type="hidden" name="category" value=budget.category />
            <TextField
                name="amount"
                label=texts::money::MONTHLY_BUDGET
                value=budget.amount
                hint
                longest=40
                keyboard="decimal"
            />
            <EditorButtons />
        </PlannerForm>
    }
    .into_any()
}
