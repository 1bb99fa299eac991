//! The last twelve months, drawn as HTML that the browser only shows. Each is a link to
//! its month, whose name says the sum. Nothing that a person typed goes in.

use std::fmt::Write;

use chrono::{Months, NaiveDate};
use domain::expense::{ExpenseSummary, Grouping};
use domain::money::{Currency, Total};
use server::context::Context;
use server::error::Error;
use server::words::Words;

use super::asked::Asked;
use super::month::month_of;
use super::scale::{HEIGHT, Scale};
use super::sums;
use crate::texts;

/// How many months are drawn.
const MONTHS: u32 = 12;

/// The drawing; nothing where nothing was spent.
pub(super) async fn draw(
    context: &Context,
    first: NaiveDate,
    asked: &Asked,
) -> Result<String, Error> {
    let wording = Words::of(context);
    let end = month_of(first).1;
    let Some(from) = end.checked_sub_months(Months::new(MONTHS)) else { return Ok(String::new()) };
    let summary = sums(context, from, end, Grouping::Month).await?;
    let Some(most) = summary.totals.first() else { return Ok(String::new()) };
    let months: Vec<(NaiveDate, i64)> = (0..MONTHS)
        .filter_map(|index| from.checked_add_months(Months::new(index)))
        .map(|month| (month, of(&summary, month, most.currency)))
        .collect();
    Ok(html(&wording, &months, first, most.currency, asked))
}

fn of(summary: &ExpenseSummary, month: NaiveDate, currency: Currency) -> i64 {
    let key = month.format("%Y-%m").to_string();
    let group = summary.groups.iter().find(|group| group.key == key && group.currency == currency);
    group.map_or(0, |group| group.total.minor())
}

fn html(
    wording: &Words,
    months: &[(NaiveDate, i64)],
    shown: NaiveDate,
    currency: Currency,
    asked: &Asked,
) -> String {
    let scale = Scale::holding(months.iter().map(|(_, sum)| *sum).max().unwrap_or_default());
    let [top, half] = scale.labels(wording, currency);
    let mut html = format!(
        "<figure class=\"chart\"><div class=\"chart-plot\"><p class=\"chart-scale\" \
         aria-hidden=\"true\"><span>{top}</span><span>{half}</span></p><ol class=\"trend\">"
    );
    for (month, sum) in months {
        let address = asked.only_month(*month).address().replace('&', "&amp;");
        let (name, letter) = (month.format("%B %Y"), month.format("%b"));
        let words = wording.total(Total(*sum), currency);
        let current = if *month == shown { " aria-current=\"true\"" } else { "" };
        let y = scale.y(*sum);
        let height = scale.y(0) - y;
        let _ = write!(
            html,
            "<li><a href=\"{address}\" aria-label=\"{name}: {words}\"{current}>\
             <svg viewBox=\"0 0 10 {HEIGHT}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
             <rect x=\"1.5\" y=\"{y}\" width=\"7\" height=\"{height}\"/></svg>\
             <span class=\"chart-tip\" aria-hidden=\"true\"><b>{words}</b> <span>{name}</span></span>\
             <span class=\"trend-name\" aria-hidden=\"true\">{letter}</span></a></li>"
        );
    }
    let _ = write!(
        html,
        "</ol></div><details class=\"chart-table\"><summary>{}</summary><table>\
         <caption class=\"hidden\">{}</caption><thead><tr>\
         <th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
        texts::money::AS_TABLE,
        texts::money::LAST_TWELVE_MONTHS,
        texts::calendar::MONTH,
        texts::money::SPENT,
    );
    for (month, sum) in months {
        let (name, words) = (month.format("%B %Y"), wording.total(Total(*sum), currency));
        let _ = write!(html, "<tr><th scope=\"row\">{name}</th><td>{words}</td></tr>");
    }
    html.push_str("</tbody></table></details></figure>");
    html
}
