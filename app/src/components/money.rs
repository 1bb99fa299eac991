//! A month's money as a number, a line and a table.

mod budget;
mod drawing;

pub(crate) use drawing::Drawing;

use leptos::prelude::*;
use leptos_router::components::A;

use self::budget::Budget;
use crate::texts;
use crate::view::money::{MonthView, Share};

/// The month at a glance.
#[component]
pub(crate) fn Month(
    month: MonthView,
    /// Whether budgets are edited here, rather than only told.
    #[prop(optional)]
    editing: bool,
) -> impl IntoView {
    let comparison = (!month.comparison.is_empty())
        .then(|| view! { <p class="comparison">{month.comparison}</p> });
    let others = (!month.others.is_empty())
        .then(|| view! { <p class="comparison">{texts::money::and(&month.others)}</p> });
    let empty = month.shares.is_empty();
    let shares =
        (!empty).then(|| view! { <Shares shares=month.shares name=month.name.clone() editing /> });
    let nothing = empty.then(|| view! { <p class="empty">{texts::money::NOTHING_SPENT}</p> });
    view! {
        <div class="month">
            <div class="month-sum">
                <p class="sum">{month.total}</p>
                <p class="sum-label">{texts::money::spent_in(&month.name)}</p>
                {others}
                {comparison}
                <Budget budget=month.budget editing />
            </div>
            <Drawing html=month.chart />
            {shares}
            {nothing}
        </div>
    }
}

/// The categories of the month.
#[component]
fn Shares(shares: Vec<Share>, name: String, editing: bool) -> impl IntoView {
    let rows = shares.into_iter().map(|share| view! { <ShareRow share editing /> }).collect_view();
    view! {
        <table class="shares">
            <caption class="hidden">{texts::money::by_category(&name)}</caption>
            <thead class="hidden">
                <tr>
                    <th scope="col">{texts::money::CATEGORY}</th>
                    <th scope="col">{texts::money::SPENT}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn ShareRow(share: Share, editing: bool) -> impl IntoView {
    let part = (!share.part.is_empty()).then(|| view! { <span class="soft">{share.part}</span> });
    let change =
        (!share.change.is_empty()).then(|| view! { <p class="share-change">{share.change}</p> });
    let tell = editing || !share.budget.left.is_empty();
    let budget = tell.then(|| view! { <Budget budget=share.budget editing /> });
    view! {
        <tr class=format!("hue-{}", share.hue)>
            <th scope="row">
                <A href=share.address>{share.category}</A>
                <svg class="bar" viewBox="0 0 1000 6" preserveAspectRatio="none" aria-hidden="true">
                    <rect width=share.thousandths.to_string() height="6" />
                </svg>
                {budget}
            </th>
            <td>
                <p class="share-sum">{share.total} " " {part}</p>
                {change}
            </td>
        </tr>
    }
    .into_any()
}
