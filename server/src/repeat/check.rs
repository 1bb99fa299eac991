//! Whether a rule is worth keeping: that it ever occurs, and that finding out when
//! costs little.

use chrono::{Datelike, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use domain::repeat::{Frequency, Rule};
use domain::time::Moment;

use super::engine::Pattern;
use super::horizon;

/// How many occurrences are looked at: a dozen years of a daily rule.
const LOOKED_AT: usize = 5_000;
/// The most periods (days, weeks, months, years) without an occurrence between two
/// of them. Daily rules may rest for more than a year (`BYMONTH=1`), yearly ones
/// for a leap day around 2100.
const REST_LIMIT: i64 = 400;

const NEVER: &str = "It would never take place.";
const TOO_COSTLY: &str =
    "It takes place too seldom for how often it is looked for; say FREQ=YEARLY or MONTHLY.";

/// Checks a rule that starts at a wall-clock time.
///
/// # Errors
/// Why it is refused, as a sentence for the person who sent it.
pub fn check(rule: &Rule, start: NaiveDateTime) -> Result<(), String> {
    let mut last = start;
    let mut found = false;
    let pattern = Pattern::new(rule.clone(), start);
    for next in pattern.between(start, horizon()).take(LOOKED_AT) {
        if periods(rule, last, next) > REST_LIMIT {
            return Err(TOO_COSTLY.to_owned());
        }
        (last, found) = (next, true);
    }
    if found { Ok(()) } else { Err(NEVER.to_owned()) }
}

/// Checks a rule that is kept as text, from its first start in a zone.
///
/// # Errors
/// As [`check`].
pub fn check_text(rule: &str, start: Moment, zone: Tz) -> Result<(), String> {
    let local = match start {
        Moment::Date(date) => date.and_time(NaiveTime::MIN),
        Moment::Instant(instant) => instant.with_timezone(&zone).naive_local(),
    };
    check(&Rule::parse(rule)?, local)
}

/// How many periods are looked through on the way; days, where hours are skipped.
fn periods(rule: &Rule, last: NaiveDateTime, next: NaiveDateTime) -> i64 {
    let days = (next - last).num_days();
    let each = match rule.frequency {
        Frequency::Hourly => return days,
        Frequency::Daily => days,
        Frequency::Weekly => days / 7,
        Frequency::Monthly => days / 30,
        Frequency::Yearly => i64::from(next.year()) - i64::from(last.year()),
    };
    each / i64::from(rule.interval)
}
