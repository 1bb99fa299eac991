//! Two periods side by side: "coffee last month vs this month", "more on food than in October".

use chrono::{Datelike as _, Months, NaiveDate, Weekday};

use super::narrow;
use crate::language::{
    day::{Base, DaySlot},
    request::{Days, Grouping, Outcome, Question, Request, SPENT, Spending, sentence::Sentence},
    vocabulary,
};

/// What stands between two periods.
const JOINTS: [&str; 11] = [
    "compared to",
    "compared with",
    "in comparison to",
    "in comparison with",
    "relative to",
    "versus",
    "vs",
    "against",
    "as opposed to",
    "or",
    "than",
];

/// A period and the tokens that name it.
type Side = (Days, Vec<(usize, usize)>);

/// Reads a comparison; `money` says that the words are about money at all.
pub(super) fn compared(plain: &Sentence<'_, '_>, money: bool) -> Option<Outcome> {
    let opened = plain.has(&["compare", "comparison", "difference"]);
    let (at, end) = joint(plain, opened)?;
    let word = plain.word(at);
    let weighs = ["more", "less", "higher", "lower", "bigger", "up", "down", "as much"];
    if matches!(word, "than" | "or") && !plain.until(at).has(&weighs) {
        return None;
    }
    if plain.has(&["meetings", "events", "appointments", "tasks"]) {
        return None;
    }
    let sides =
        side(&plain.until(at), true).and_then(|left| Ok((left, side(&plain.after(end), false)?)));
    let ((left, mut taken), (mut right, used)) = match sides {
        Ok(sides) => sides,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    taken.extend(used);
    taken.push((at, end));
    let spending = narrow::asked(plain, &taken);
    let ours = money || spending.category.is_some();
    // "this month than last", "last week than the week before"
    if right.is_any()
        && plain
            .after(end)
            .starts(&[
                "last",
                "the last",
                "previous",
                "the previous",
                "the week before",
                "the month before",
                "the year before",
                "the day before",
                "the one before",
                "before",
                "the week prior",
                "the month prior",
                "the prior",
                "prior",
                "the weekend before",
                "the quarter before",
            ])
            .is_some()
    {
        right = before(left).unwrap_or(right);
    }
    if right.is_any() {
        // "food vs transport this month" sets things side by side, which totals by category show.
        let two = matches!(word, "vs" | "versus" | "against" | "compared") && ours;
        return two.then(|| {
            let by = Some(Grouping::Category);
            Outcome::Done(Request::SumExpenses { days: left, spending: Spending::default(), by })
        });
    }
    if !ours && !opened {
        return None;
    }
    let days = if left.is_any() {
        present(plain.today(), plain.tokens.habits.week_start, right)
    } else {
        left
    };
    Some(Outcome::Done(Request::CompareExpenses { days, other: right, spending }))
}

/// Where one period ends and the other begins.
fn joint(plain: &Sentence<'_, '_>, opened: bool) -> Option<(usize, usize)> {
    if let Some(joint) = plain.find(&JOINTS) {
        return Some(joint);
    }
    if !opened {
        return None;
    }
    (plain.from..plain.to).find_map(|at| {
        let end = plain.starts_at(at, &["with", "to", "and"])?;
        let named = |part: Sentence<'_, '_>, behind: bool| {
            side(&part, behind).is_ok_and(|(days, _)| !days.is_any())
        };
        (named(plain.until(at), true) && named(plain.after(end), false)).then_some((at, end))
    })
}

/// The period that a half of the sentence names. Beside the joint a bare month or year is one.
pub(super) fn side(half: &Sentence<'_, '_>, before: bool) -> Result<Side, Question> {
    let (days, dated) = half.days(SPENT)?;
    if !days.is_any() {
        return Ok((days, dated.used));
    }
    let places: Vec<usize> = if before {
        (half.from..half.to).rev().take(3).collect()
    } else {
        (half.from..half.to).take(3).collect()
    };
    for at in places {
        let year = half.tokens.number(at).filter(|year| (1900..2200).contains(year));
        let slot = match (year, vocabulary::month(half.word(at))) {
            (Some(year), _) => i32::try_from(year).ok().and_then(|year| {
                let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
                Some(Base::Span(first, NaiveDate::from_ymd_opt(year, 12, 31)?))
            }),
            (None, Some(month)) => Some(Base::Month(month, None)),
            (None, None) => None,
        };
        let settled = slot.and_then(|base| DaySlot::base(base).settle(half.today(), SPENT).ok());
        if let Some(settled) = settled {
            let days = Days { first: Some(settled.first), last: settled.last };
            return Ok((days, vec![(at, at + 1)]));
        }
    }
    Ok((Days::default(), Vec::new()))
}

/// The period before one, as long as it: the month before a month.
fn before(days: Days) -> Option<Days> {
    let (first, last) = (days.first?, days.last?);
    let end = first.pred_opt()?;
    let length = (last - first).num_days();
    let start = match length {
        27..=31 if first.day() == 1 => end.with_day(1)?,
        364.. if first.ordinal() == 1 => NaiveDate::from_ymd_opt(end.year(), 1, 1)?,
        _ => end.checked_sub_days(chrono::Days::new(u64::try_from(length).ok()?))?,
    };
    Some(Days { first: Some(start), last: Some(end) })
}

/// The present period as long as another: this week beside a week, this month beside a month.
fn present(today: NaiveDate, start: Weekday, like: Days) -> Days {
    let (Some(first), Some(last)) = (like.first, like.last) else { return like };
    let length = (last - first).num_days() + 1;
    let month = |date: NaiveDate| date.with_day(1);
    let (from, to) = match length {
        1 => (Some(today), Some(today)),
        2..=7 => {
            let first = crate::language::day::week(today, start);
            (Some(first), first.checked_add_days(chrono::Days::new(6)))
        }
        8..=31 => (month(today), Some(crate::language::day::month_end(today))),
        32..=92 => {
            let start = month(today).and_then(|date| date.with_month((today.month0() / 3) * 3 + 1));
            let last = start.and_then(|date| date.checked_add_months(Months::new(2)));
            (start, last.map(crate::language::day::month_end))
        }
        _ => (
            NaiveDate::from_ymd_opt(today.year(), 1, 1),
            NaiveDate::from_ymd_opt(today.year(), 12, 31),
        ),
    };
    Days { first: from, last: to }
}
