//! Which part of a series a short answer names, where the parts were offered: "just this one",
//! "all of them", "from then on".

use domain::repeat::Series;

use super::super::memory::Offered;
use super::super::tool::ToolCall;

/// Longer messages say something else, in words.
const LONGEST: usize = 6;

/// The offered call for the part that a message names; none where no parts were offered.
pub(super) fn named(message: &str, offered: &[Offered]) -> Option<ToolCall> {
    let scope = |offered: &Offered| {
        let scope = offered.call.as_ref()?.arguments.get("scope")?;
        serde_json::from_value::<Series>(scope.clone()).ok()
    };
    if offered.len() < 2 || offered.iter().any(|offered| scope(offered).is_none()) {
        return None;
    }
    let said = said(message)?;
    let found = offered.iter().find(|offered| scope(offered) == Some(said));
    // From the first one on is all of them.
    let found = found.or_else(|| offered.iter().find(|o| scope(o) == Some(Series::All)))?;
    found.call.clone()
}

fn said(message: &str) -> Option<Series> {
    const ALL: [&str; 7] = ["all", "every", "everything", "series", "whole", "both", "entire"];
    const FOLLOWING: [&str; 10] = [
        "following",
        "future",
        "onwards",
        "onward",
        "later",
        "remaining",
        "rest",
        "after",
        "from",
        "forward",
    ];
    const THIS: [&str; 10] =
        ["this", "just", "only", "once", "one", "single", "next", "that", "first", "tomorrow"];
    let lower = message.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    if words.len() > LONGEST {
        return None;
    }
    // "this and all following ones" is what follows, "only this one" is not all.
    if has(&FOLLOWING) {
        Some(Series::Following)
    } else if has(&ALL) {
        Some(Series::All)
    } else {
        has(&THIS).then_some(Series::This)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_answers_name_a_part() {
        for (message, part) in [
            ("just this one", Some(Series::This)),
            ("Only this one.", Some(Series::This)),
            ("the next one", Some(Series::This)),
            ("all of them", Some(Series::All)),
            ("the whole series", Some(Series::All)),
            ("this and all following", Some(Series::Following)),
            ("from then on", Some(Series::Following)),
            ("what's on tuesday", None),
            ("add a task to call all of the people on the list", None),
        ] {
            assert_eq!(said(message), part, "{message}");
        }
    }
}
