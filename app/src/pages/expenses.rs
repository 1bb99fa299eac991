//! The expenses of a month.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::api;
use crate::components::editor::AddExpense;
use crate::components::icon::Icon;
use crate::components::ledger::Ledger;
use crate::components::loaded::loaded;
use crate::components::money::{Drawing, Month};
use crate::part::part;
use crate::state::address::closed;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::texts;
use crate::view::money::MoneyView;

/// One month: its sum, its categories and budgets, the year behind it, and its expenses.
#[component]
pub(crate) fn Expenses() -> impl IntoView {
    let changes = Changes::of_page();
    let location = use_location();
    // What is open in the page is no reason to read it again.
    let asked = Memo::new(move |_| location.search.with(|query| closed(query)));
    let money = read(move || (asked.get(), changes.count()), |(asked, _)| api::pages::money(asked));
    view! {
        <Title text=texts::MONEY />
        <div class="column wide">
            {loaded(money, move |money| view! { <Money money /> }.into_any())}
        </div>
    }
}

part!(ExpensesPart, expenses, Expenses);

#[component]
fn Money(money: MoneyView) -> impl IntoView {
    let months = [
        (money.previous, texts::calendar::PREVIOUS_MONTH, "left"),
        (money.next, texts::calendar::NEXT_MONTH, "right"),
    ]
    .into_iter()
    .filter(|(address, ..)| !address.is_empty())
    .map(|(address, name, icon)| {
        view! {
            <A href=address attr:class="button" attr:aria-label=name scroll=false>
                <Icon name=icon />
            </A>
        }
    })
    .collect_view();
    let trend = (!money.trend.is_empty()).then(|| {
        view! {
            <section aria-labelledby="trend">
                <h2 id="trend">{texts::money::TWELVE_MONTHS}</h2>
                <Drawing html=money.trend />
            </section>
        }
    });
    let categories = money.categories.clone();
    view! {
        <div class="heading">
            <div>
                <p class="eyebrow">{texts::MONEY}</p>
                <h1>{money.title}</h1>
            </div>
            <nav class="buttons" aria-label=texts::money::MONTHS>{months}</nav>
        </div>
        <AddExpense categories=money.categories today=money.today example=money.example />
        <div class="money-page">
            <section class="money-month" aria-label=texts::money::THE_MONTH>
                <Month month=money.month editing=true />
            </section>
            {trend}
            <Ledger ledger=money.ledger categories />
        </div>
    }
}
