//! What is said in a turn in the planner's own name, and how a language model's
//! history is kept free of it: a small model copies what it finds there.

/// Why a language model is no longer waited for.
pub(super) const TOO_SLOW: &str = "The language model took too long";
/// Said when a bound is reached.
pub(super) const TOO_MANY_STEPS: &str =
    "I stopped here: this took too many steps. What is listed above is done.";
/// Said under words that claim a change when there was none.
pub(super) const NOTHING_CHANGED: &str = "Nothing was changed.";
/// The same while something waits.
pub(super) const NOT_YET: &str = "Nothing is changed until you say yes.";

/// How a turn ends that was broken off after a change.
const BROKEN_OFF: &str = ". What was done is listed above; if something is missing, say it again.";
/// How the built-in interpreter takes over.
const TAKEN_OVER: &str = ", so I read this myself.";

/// Why the rest is missing.
pub(super) fn broken_off(why: &str) -> String {
    format!("{why}{BROKEN_OFF}")
}

/// Why the built-in interpreter answers.
pub(super) fn taken_over(why: &str) -> String {
    format!("{why}{TAKEN_OVER}")
}

/// What is left of an answer for a language model to read again; nothing where it
/// claimed what was not done.
pub(in crate::assistant) fn without(text: &str) -> Option<String> {
    if text.lines().any(|line| line == NOTHING_CHANGED) {
        return None;
    }
    let is_notice = |line: &str| {
        [TOO_MANY_STEPS, NOT_YET].contains(&line)
            || line.ends_with(BROKEN_OFF)
            || line.ends_with(TAKEN_OVER)
    };
    Some(text.lines().filter(|line| !is_notice(line)).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_and_false_claims_are_left_out() {
        let without = |text: &str| super::without(text).unwrap_or_else(|| "untrue".to_owned());
        assert_eq!(without("Added “a”.\n• b"), "Added “a”.\n• b");
        assert_eq!(without(&format!("{}\nAdded “a”.", taken_over(TOO_SLOW))), "Added “a”.");
        assert_eq!(without(&format!("Hm.\n{}", broken_off(TOO_SLOW))), "Hm.");
        assert_eq!(without(&format!("I've added it.\n{NOTHING_CHANGED}")), "untrue");
        assert_eq!(without(TOO_MANY_STEPS), "");
    }
}
