//! A month day by day, drawn as HTML that the browser only shows ([decision 8]).
//!
//! Nothing that a person typed goes in: dates, amounts and our own words only.
//!
//! The line is for the eye; each day is a choice of one group, so that a pointer, a finger
//! and the arrow keys find its amount without a script, and Tab passes it in one step.
//! A table says the same.
//!
//! [decision 8]: ../../../../docs/decisions/0008-charts.md

use std::fmt::Write;

use chrono::{Datelike, Days, NaiveDate};
use domain::money::{Currency, Total};
use server::words::Words;

use super::scale::{HEIGHT, Scale};
use crate::texts;

/// What is drawn.
pub(super) struct Month<'a> {
    /// Its first day.
    pub(super) first: NaiveDate,
    /// The first day after it.
    pub(super) end: NaiveDate,
    /// The currency of everything drawn.
    pub(super) currency: Currency,
    /// What was spent by each day, up to the last that has passed.
    pub(super) running: &'a [i64],
    /// The same of the whole month before.
    pub(super) before: &'a [i64],
    /// What may be spent.
    pub(super) budget: Option<i64>,
}

/// Width of a day in the drawing's units.
const DAY: i64 = 10;

/// The drawing; nothing where there is nothing to draw.
pub(super) fn draw(wording: &Words, month: &Month<'_>) -> String {
    let sums = month.running.iter().chain(month.before).copied();
    let most = sums.chain(month.budget).max().unwrap_or_default();
    if most == 0 {
        return String::new();
    }
    let scale = Scale::holding(most);
    let named = texts::money::day_by_day(&month.first.format("%B").to_string());
    let days = (month.end - month.first).num_days();
    let width = days * DAY;
    let line = path(scale, month.running);
    let last = i64::try_from(month.running.len()).unwrap_or(days);
    let base = scale.y(0);
    let mut html = format!(
        "<figure class=\"chart\"><div class=\"chart-plot\">\
         <svg class=\"chart-lines\" viewBox=\"0 0 {width} {HEIGHT}\" preserveAspectRatio=\"none\" \
         aria-hidden=\"true\"><path class=\"chart-grid\" d=\"M0 {}H{width}M0 {}H{width}\"/>\
         <path class=\"chart-area\" d=\"{line}V{base}H0Z\"/>",
        scale.middle(),
        base,
    );
    let any_before = month.before.last().is_some_and(|sum| *sum > 0);
    if any_before {
        let before = path(
            scale,
            month.before.get(..usize::try_from(days).unwrap_or_default()).unwrap_or(month.before),
        );
        let _ = write!(html, "<path class=\"chart-before\" d=\"{before}\"/>");
    }
    if let Some(budget) = month.budget {
        let y = scale.y(budget);
        let _ = write!(html, "<path class=\"chart-budget\" d=\"M0 {y}H{width}\"/>");
    }
    let _ = write!(html, "<path class=\"chart-line\" d=\"{line}\"/></svg>");
    let [top, half] = scale.labels(wording, month.currency);
    let _ = write!(
        html,
        "<p class=\"chart-scale\" aria-hidden=\"true\"><span>{top}</span><span>{half}</span></p>\
         <div class=\"chart-days\" role=\"radiogroup\" \
         aria-label=\"{named}\">"
    );
    for (index, sum) in month.running.iter().enumerate() {
        let date = day(month.first, index);
        let spent = spent(month.running, index);
        let (spent, sum_words) = (words(wording, month, spent), words(wording, month, *sum));
        let short = wording.short(date);
        let point = texts::money::point(&short, &spent, &sum_words);
        let _ = write!(
            html,
            "<label class=\"chart-day\"><input type=\"radio\" name=\"chart-day\" \
             aria-label=\"{point}\"/>\
             <svg viewBox=\"0 0 2 {HEIGHT}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
             <path d=\"M1 {}v0\"/></svg><span class=\"chart-tip\" aria-hidden=\"true\">\
             <b>{sum_words}</b> <span>{short}: {spent}</span></span></label>",
            scale.y(*sum)
        );
    }
    for _ in last..days {
        html.push_str("<span></span>");
    }
    html.push_str("</div></div>");
    axis(&mut html, days);
    legend(&mut html, wording, month, any_before);
    table(&mut html, wording, month);
    html.push_str("</figure>");
    html
}

fn day(first: NaiveDate, index: usize) -> NaiveDate {
    let index = u64::try_from(index).unwrap_or_default();
    first.checked_add_days(Days::new(index)).unwrap_or(first)
}

/// What was spent on a day, from the sums by it and by the day before.
fn spent(running: &[i64], index: usize) -> i64 {
    let at = |index: usize| running.get(index).copied().unwrap_or_default();
    at(index).saturating_sub(index.checked_sub(1).map_or(0, at))
}

fn words(wording: &Words, month: &Month<'_>, minor: i64) -> String {
    wording.total(Total(minor), month.currency)
}

/// A line through the middle of each day, from nothing.
fn path(scale: Scale, sums: &[i64]) -> String {
    let mut path = format!("M0 {}", scale.y(0));
    for (sum, day) in sums.iter().zip(0_i64..) {
        let _ = write!(path, "L{} {}", day * DAY + DAY / 2, scale.y(*sum));
    }
    path
}

fn axis(html: &mut String, days: i64) {
    html.push_str("<p class=\"chart-axis\" aria-hidden=\"true\">");
    for day in 1..=days {
        let label = if day % 7 == 1 { day.to_string() } else { String::new() };
        let _ = write!(html, "<span>{label}</span>");
    }
    html.push_str("</p>");
}

fn legend(html: &mut String, wording: &Words, month: &Month<'_>, any_before: bool) {
    let key = |html: &mut String, class: &str, name: &str| {
        let _ = write!(
            html,
            "<span class=\"chart-key\"><svg viewBox=\"0 0 20 8\" aria-hidden=\"true\">\
             <path class=\"{class}\" d=\"M0 4H20\"/></svg>{name}</span>"
        );
    };
    html.push_str("<p class=\"chart-legend\">");
    key(html, "chart-line", &month.first.format("%B").to_string());
    if let Some(earlier) = super::month::before(month.first).filter(|_| any_before) {
        key(html, "chart-before", &earlier.format("%B").to_string());
    }
    if let Some(budget) = month.budget {
        key(html, "chart-budget", &texts::money::budget_of(&words(wording, month, budget)));
    }
    html.push_str("</p>");
}

fn table(html: &mut String, wording: &Words, month: &Month<'_>) {
    let name = texts::money::spending_day_by_day(&month.first.format("%B %Y").to_string());
    let as_table = texts::money::AS_TABLE;
    let heads = [texts::calendar::DAY, texts::money::SPENT, texts::money::SO_FAR]
        .map(|head| format!("<th scope=\"col\">{head}</th>"))
        .concat();
    let _ = write!(
        html,
        "<details class=\"chart-table\"><summary>{as_table}</summary><table>\
         <caption class=\"hidden\">{name}</caption><thead><tr>\
         {heads}</tr></thead><tbody>"
    );
    for (index, sum) in month.running.iter().enumerate() {
        let day = day(month.first, index).day();
        let spent = words(wording, month, spent(month.running, index));
        let sum = words(wording, month, *sum);
        let _ = write!(html, "<tr><th scope=\"row\">{day}</th><td>{spent}</td><td>{sum}</td></tr>");
    }
    html.push_str("</tbody></table></details>");
}
