//! A month's money as a number, a line and a table.

use leptos::prelude::*;

use crate::view::money::{Curve, MonthView, Share};

/// The month at a glance. The drawings are for the eye; the table says the same.
#[component]
pub(crate) fn Month(month: MonthView) -> impl IntoView {
    let comparison = (!month.comparison.is_empty())
        .then(|| view! { <p class="comparison">{month.comparison}</p> });
    let others = (!month.others.is_empty())
        .then(|| view! { <p class="comparison">{format!("and {}", month.others.join(", "))}</p> });
    let empty = month.shares.is_empty();
    let shares = (!empty).then(|| view! { <Shares shares=month.shares name=month.name.clone() /> });
    let nothing = empty.then(|| view! { <p class="empty">"Nothing spent yet."</p> });
    view! {
        <div class="month">
            <div class="month-sum">
                <p class="sum">{month.total}</p>
                <p class="sum-label">{format!("spent in {}", month.name)}</p>
                {others}
                {comparison}
            </div>
            <CurveView curve=month.curve />
            {shares}
            {nothing}
        </div>
    }
}

#[component]
fn CurveView(curve: Curve) -> impl IntoView {
    (!curve.line.is_empty()).then(|| {
        let before = (!curve.before.is_empty())
            .then(|| view! { <path class="curve-before" d=curve.before /> });
        view! {
            <svg class="curve" viewBox="0 0 300 80" preserveAspectRatio="none" aria-hidden="true">
                <path class="curve-area" d=curve.area />
                {before}
                <path class="curve-line" d=curve.line />
            </svg>
        }
    })
}

#[component]
fn Shares(shares: Vec<Share>, name: String) -> impl IntoView {
    let rows = shares.into_iter().map(|share| view! { <ShareRow share /> }).collect_view();
    view! {
        <table class="shares">
            <caption class="hidden">{format!("Spending in {name} by category")}</caption>
            <thead class="hidden">
                <tr>
                    <th scope="col">"Category"</th>
                    <th scope="col">"Spent"</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn ShareRow(share: Share) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">
                <span>{share.category}</span>
                <svg
                    class=format!("bar hue-{}", share.hue)
                    viewBox="0 0 1000 6"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                >
                    <rect width=share.thousandths.max(8).to_string() height="6" rx="3" />
                </svg>
            </th>
            <td>{share.total}</td>
        </tr>
    }
}
