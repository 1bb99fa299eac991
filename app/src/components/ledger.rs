//! The table of expenses: sorted and narrowed by its address, edited in its rows.

mod filter;
mod rows;
mod several;
mod split;

use leptos::prelude::*;
use leptos_router::components::A;

use self::filter::Filter;
use self::rows::LedgerRow;
use self::several::Several;
use crate::components::icon::Icon;
use crate::texts;
use crate::view::money::{HeadView, LedgerView};

/// The table with what narrows it and what can be done with many rows.
#[component]
pub(crate) fn Ledger(ledger: LedgerView, categories: Vec<String>) -> impl IntoView {
    let empty = ledger.rows.is_empty();
    let narrow = ledger.filter.is_narrow();
    let failed = !ledger.problem.is_empty();
    let nothing = match (failed, narrow) {
        (true, _) => ledger.problem,
        (false, true) => texts::ledger::NONE_LIKE_THAT.to_owned(),
        (false, false) => texts::ledger::NONE.to_owned(),
    };
    let role = failed.then_some("alert");
    let none = empty.then(|| view! { <p class="empty" role=role>{nothing}</p> });
    let table = (!empty).then(|| {
        view! {
            <Table heads=ledger.heads rows=ledger.rows />
            <Several />
        }
    });
    let file = (!empty).then(|| {
        view! {
            <a class="button" href=ledger.file download rel="external">
                <Icon name="download" />
                {texts::ledger::CSV}
            </a>
        }
    });
    let pages =
        [(ledger.first, texts::ledger::FIRST_PAGE), (ledger.next, texts::ledger::NEXT_PAGE)]
            .into_iter()
            .filter(|(address, _)| !address.is_empty())
            .map(|(address, name)| view! { <A href=address attr:class="button">{name}</A> })
            .collect_view();
    view! {
        <section class="ledger" aria-labelledby="ledger">
            <div class="ledger-head">
                <h2 id="ledger">{texts::EXPENSES}</h2>
                <p class="soft" aria-live="polite">{ledger.count}</p>
                {file}
            </div>
            <Filter filter=ledger.filter month=ledger.month whole=ledger.whole narrow categories />
            {table}
            {none}
            <nav class="buttons" aria-label=texts::PAGES>{pages}</nav>
        </section>
    }
}

#[component]
fn Table(heads: Vec<HeadView>, rows: Vec<crate::view::row::ExpenseView>) -> impl IntoView {
    let heads = heads.into_iter().map(|head| view! { <Head head /> }).collect_view();
    let rows = rows.into_iter().map(|expense| view! { <LedgerRow expense /> }).collect_view();
    view! {
        <table class="ledger-table">
            <thead>
                <tr>
                    <td></td>
                    {heads}
                    <td></td>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A column's name, which sorts by it.
#[component]
fn Head(head: HeadView) -> impl IntoView {
    let sorted = (!head.sorted.is_empty()).then_some(head.sorted);
    view! {
        <th scope="col" aria-sort=sorted>
            <A href=head.address scroll=false>{head.label}</A>
        </th>
    }
    .into_any()
}
