//! The expenses of a month.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::api;
use crate::components::editor::AddExpense;
use crate::components::icon::Icon;
use crate::components::loaded::loaded;
use crate::components::money::Month;
use crate::components::row::ExpenseRow;
use crate::part::part;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::view::money::MoneyView;
use crate::view::row::{ExpenseView, Group};

/// One month: its sum, its categories, its expenses by day.
#[component]
pub(crate) fn Expenses() -> impl IntoView {
    let changes = Changes::of_page();
    let query = use_query_map();
    let month = Memo::new(move |_| query.with(|query| query.get("month")).unwrap_or_default());
    let money = read(move || (month.get(), changes.count()), |(month, _)| api::pages::money(month));
    view! {
        <Title text="Money" />
        <div class="column wide">
            {loaded(money, move |money| {
                view! { <Money money month=month.get_untracked() /> }.into_any()
            })}
        </div>
    }
}

part!(ExpensesPart, expenses, Expenses);

#[component]
fn Money(money: MoneyView, month: String) -> impl IntoView {
    let next = (!money.next.is_empty()).then(|| {
        view! {
            <A href=format!("/expenses?month={}", money.next) attr:class="button" attr:aria-label="Next month">
                <Icon name="right" />
            </A>
        }
    });
    let none = money.days.is_empty();
    let none = none.then(|| {
        view! { <p class="empty">"No expenses in this month. Try telling the assistant: “spent 12.50 on lunch”."</p> }
    });
    let days =
        money.days.into_iter().map(|day| view! { <Day day month=month.clone() /> }).collect_view();
    view! {
        <div class="heading">
            <div>
                <p class="eyebrow">"Money"</p>
                <h1>{money.month.name.clone()}</h1>
            </div>
            <nav class="buttons" aria-label="Months">
                <A href=format!("/expenses?month={}", money.previous) attr:class="button" attr:aria-label="Previous month">
                    <Icon name="left" />
                </A>
                {next}
            </nav>
        </div>
        <AddExpense categories=money.categories today=money.today example=money.example />
        <div class="money-columns">
            <section aria-label="Sum of the month">
                <Month month=money.month />
            </section>
            <section aria-label="Expenses by day">{days} {none}</section>
        </div>
    }
}

#[component]
fn Day(day: Group<ExpenseView>, month: String) -> impl IntoView {
    let rows = day
        .rows
        .into_iter()
        .map(|expense| view! { <ExpenseRow expense month=month.clone() /> })
        .collect_view();
    view! {
        <div class="group">
            <h2 title=day.note>{day.title}</h2>
            <ul class="rows">{rows}</ul>
        </div>
    }
}
