//! Judges whole requests.

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Map, Value};

use super::{
    Verdict,
    answer::{self, Answer, FOLLOW_UP},
    dates::{self, Match, accepts},
    line::Line,
    money::{amount_is, currency_is, decimal},
};
use crate::language::{
    request::{self, Days, Extent, Names, Per, Priority},
    when::Moment,
};

pub(crate) fn judge(line: &Line) -> Result<Verdict, String> {
    let reading = request::read_among(&line.text, &line.reference()?, &Names::new(&line.names));
    let answers = answer::of(&reading);
    let right = match line.expect.get("actions") {
        Some(Value::Array(actions)) => {
            let mut right = actions.len() == answers.len();
            for (action, answer) in actions.iter().zip(&answers) {
                let action =
                    action.as_object().ok_or("`actions` holds something else than objects")?;
                right &= is_met(action, Some(answer))?;
            }
            right
        }
        Some(_) => return Err("`actions` is no list".to_owned()),
        None => answers.len() <= 1 && is_met(&line.expect, answers.first())?,
    };
    let understood = if answers.is_empty() {
        format!("{reading:?}")
    } else {
        answers.iter().map(written).collect::<Vec<_>>().join(" + ")
    };
    Ok(Verdict { right, understood })
}

fn is_met(expect: &Map<String, Value>, answer: Option<&Answer>) -> Result<bool, String> {
    let nothing = Answer { intent: "none", ..Answer::default() };
    let answer = answer.unwrap_or(&nothing);
    let queried = !matches!(answer.intent, "create_event" | "create_task" | "record_expense");
    let how = if queried { Match::SameDay } else { Match::Exact };
    for (key, value) in expect {
        let expected = Some(value);
        let met = match key.as_str() {
            // Without a conversation nothing is done about what was said before.
            "intent" => any(value, |intent| {
                intent.as_str() == Some(answer.intent)
                    || intent.as_str() == Some("none") && answer.intent == FOLLOW_UP
            }),
            "kind" => any(value, |kind| kind.as_str() == answer.kind),
            "number" => any(value, |number| number.as_i64() == answer.number),
            "ask_back" => true,
            "title" => says(value, answer.title.as_deref()),
            "target" => says(value, answer.target.as_deref()),
            "location" => says(value, answer.location.as_deref()),
            "category" => {
                says(value, answer.category.as_deref()) || says(value, answer.words.as_deref())
            }
            "from" | "to" | "other_from" | "other_to" => period(expect, answer, key),
            "per" => any(value, |per| per.as_str() == answer.per.map(per_name)),
            "smallest" => value.as_bool() == Some(answer.smallest),
            "recurrence" => any(value, |rule| {
                rule.as_str().map(normal_rule) == answer.rule.as_deref().map(normal_rule)
            }),
            "part" => any(value, |part| part.as_str() == answer.part.map(part_name)),
            "on" => accepts(expected, answer.on, how),
            "zone" => any(value, |zone| zone.as_str() == answer.zone.map(|zone| zone.name())),
            "after" => is_clock(value, answer.hours.map(|hours| hours.from)),
            "before" => is_clock(value, answer.hours.map(|hours| hours.to)),
            "first" => value.as_bool() == Some(answer.first),
            "start" => accepts(expected, answer.start, how),
            "end" => accepts(expected, answer.end, how),
            "due" => accepts(expected, answer.due, how),
            "date" => accepts(expected, answer.date, how),
            "time" => is_clock(value, answer.time),
            "all_day" => value.as_bool() == Some(answer.all_day),
            "overdue" => value.as_bool() == Some(answer.overdue),
            "all" => value.as_bool() == Some(answer.all),
            "completed" => value.as_bool() == Some(answer.done),
            "priority" => {
                any(value, |priority| priority.as_str() == answer.priority.map(priority_name))
            }
            "amount" => amount_is(expected, answer.amount)?,
            "currency" => currency_is(expected, answer.currency),
            "min_amount" => amount_is(expected, answer.at_least)?,
            "duration_minutes" => any(value, |minutes| minutes.as_i64() == answer.minutes),
            "shift_minutes" => any(value, |minutes| minutes.as_i64() == answer.shift),
            other => return Err(format!("`{other}` is no field of an expectation")),
        };
        if !met {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether one end of a period is met. Two periods are compared the same way round or the other;
/// a follow-up says its days for plans and for spending, and the conversation knows which.
fn period(expect: &Map<String, Value>, answer: &Answer, key: &str) -> bool {
    let mine = Days { first: day(answer.start), last: day(answer.end) };
    let other = answer.other.unwrap_or_default();
    let meets = |days: Days, first: &str, last: &str| {
        accepts(expect.get(first), days.first.map(Moment::Day), Match::Exact)
            && accepts(expect.get(last), days.last.map(Moment::Day), Match::Exact)
    };
    let single = |days: Days| {
        let (key, end) = if key == "from" { (key, days.first) } else { (key, days.last) };
        accepts(expect.get(key), end.map(Moment::Day), Match::Exact)
    };
    if answer.other.is_some() {
        return meets(mine, "from", "to") && meets(other, "other_from", "other_to")
            || meets(other, "from", "to") && meets(mine, "other_from", "other_to");
    }
    single(mine) || answer.past.is_some_and(single)
}

fn day(moment: Option<Moment>) -> Option<NaiveDate> {
    moment.map(|moment| moment.date())
}

fn per_name(per: Per) -> &'static str {
    match per {
        Per::Day => "day",
        Per::Week => "week",
        Per::Month => "month",
        Per::Expense => "expense",
    }
}

fn priority_name(priority: Priority) -> &'static str {
    match priority {
        Priority::None => "none",
        Priority::Low => "low",
        Priority::Medium => "medium",
        Priority::High => "high",
    }
}

fn part_name(part: Extent) -> &'static str {
    match part {
        Extent::This => "this",
        Extent::Following => "following",
        Extent::All => "all",
    }
}

fn is_clock(value: &Value, time: Option<NaiveTime>) -> bool {
    let time = time.map(|time| time.format("%H:%M").to_string());
    any(value, |expected| expected.as_str() == time.as_deref())
}

/// Whether a value, or one entry of a list of them, passes.
fn any(value: &Value, passes: impl Fn(&Value) -> bool) -> bool {
    match value {
        Value::Array(list) => list.iter().any(passes),
        one => passes(one),
    }
}

fn says(expected: &Value, text: Option<&str>) -> bool {
    any(expected, |one| one.as_str().map(normal) == text.map(normal))
}

/// Lower case, single spaces, no outer quotes, end punctuation or leading article.
fn normal(text: &str) -> String {
    let text = text.to_lowercase();
    let text = text
        .trim()
        .trim_matches(['"', '\'', '“', '”', '‘', '’'])
        .trim_end_matches(['.', ',', '!', '?', ';', ':']);
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if words.len() > 1 && matches!(words.first(), Some(&("a" | "an" | "the" | "my" | "our"))) {
        words.remove(0);
    }
    words.join(" ")
}

/// The parts of a rule in a fixed order, without those that change nothing.
fn normal_rule(rule: &str) -> Vec<String> {
    let mut parts: Vec<String> = rule
        .trim_start_matches("RRULE:")
        .split(';')
        .filter(|part| *part != "INTERVAL=1" && !part.starts_with("WKST="))
        .map(|part| match part.strip_prefix("BYDAY=") {
            Some(days) => {
                let mut days: Vec<&str> = days.split(',').collect();
                days.sort_unstable();
                format!("BYDAY={}", days.join(","))
            }
            // The last day counts, however its hour is written.
            None if part.starts_with("UNTIL=") => {
                part.chars().take("UNTIL=20261231".len()).collect()
            }
            None => part.to_owned(),
        })
        .collect();
    parts.sort_unstable();
    parts
}

/// An answer in one line, for lists of failures.
fn written(answer: &Answer) -> String {
    let mut parts = vec![answer.intent.to_owned()];
    let mut text = |name: &str, value: Option<String>| {
        parts.extend(value.map(|value| format!("{name}={value}")))
    };
    text("title", answer.title.as_ref().map(|title| format!("{title:?}")));
    text("target", answer.target.as_ref().map(|target| format!("{target:?}")));
    text("location", answer.location.clone());
    text("start", answer.start.map(dates::written));
    text("end", answer.end.map(dates::written));
    text("due", answer.due.map(dates::written));
    text("date", answer.date.map(dates::written));
    text("time", answer.time.map(|time| time.to_string()));
    text("rule", answer.rule.clone());
    text("amount", answer.amount.map(decimal));
    text("currency", answer.currency.map(str::to_owned));
    text("category", answer.category.clone());
    text("priority", answer.priority.map(|priority| priority_name(priority).to_owned()));
    text("minutes", answer.minutes.map(|minutes| minutes.to_string()));
    text("shift", answer.shift.map(|shift| shift.to_string()));
    text("kind", answer.kind.map(str::to_owned));
    text("number", answer.number.map(|number| number.to_string()));
    text("words", answer.words.clone());
    text("per", answer.per.map(|per| per_name(per).to_owned()));
    text("other", answer.other.map(|other| format!("{:?} to {:?}", other.first, other.last)));
    text("past", answer.past.map(|past| format!("{:?} to {:?}", past.first, past.last)));
    text("part", answer.part.map(|part| part_name(part).to_owned()));
    text("on", answer.on.map(dates::written));
    text("zone", answer.zone.map(|zone| zone.name().to_owned()));
    text("hours", answer.hours.map(|hours| format!("{}-{}", hours.from, hours.to)));
    text("first", answer.first.then(|| "yes".to_owned()));
    text("all", answer.all.then(|| "yes".to_owned()));
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_without_articles_case_and_end_marks() {
        assert_eq!(normal("  The  Car Inspection! "), "car inspection");
        assert_eq!(normal("\"My Diet\""), "diet");
        assert_ne!(normal("diets"), "diet");
    }

    #[test]
    fn rules_are_compared_without_order() {
        assert_eq!(
            normal_rule("FREQ=WEEKLY;BYDAY=WE,MO;INTERVAL=1"),
            normal_rule("BYDAY=MO,WE;FREQ=WEEKLY")
        );
        assert_ne!(normal_rule("FREQ=WEEKLY;INTERVAL=2"), normal_rule("FREQ=WEEKLY"));
    }
}
