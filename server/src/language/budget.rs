//! Budgets in words: "set my food budget to 300", "how much is left for food?".

use domain::money::{DecimalMark, Typed};

/// What is asked of a budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budgeting {
    /// What to do.
    pub wish: Wish,
    /// For which category, as it was said; none for all spending.
    pub category: Option<String>,
    /// Whether a budget is named. "How much is left for food?" names none, and only means one
    /// where food is a category.
    pub named: bool,
}

/// What to do with a budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// It is to be this much, as it was written.
    Set(String),
    /// How much of it is left.
    Tell,
    /// It is to go.
    Remove,
}

/// Reads a message that is about a budget and nothing else.
pub fn read(message: &str) -> Option<Budgeting> {
    let text = message.trim().trim_end_matches(['?', '!', '.']).to_lowercase();
    if text.contains(['"', '“', '\n', ';']) || text.chars().count() > 120 {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let words = after_any(&words, &["can you", "could you", "please", "i want to", "let's"]);
    set(words).or_else(|| remove(words)).or_else(|| share(words)).or_else(|| tell(words))
}

/// The words behind the longest of some beginnings, if they begin so.
fn after<'a, 'b>(words: &'b [&'a str], beginnings: &[&str]) -> Option<&'b [&'a str]> {
    let length = |beginning: &&str| {
        let length = beginning.split(' ').count();
        let begins = words.get(..length)?.iter().copied().eq(beginning.split(' '));
        begins.then_some(length)
    };
    words.get(beginnings.iter().filter_map(length).max()?..)
}

fn after_any<'a, 'b>(mut words: &'b [&'a str], beginnings: &[&str]) -> &'b [&'a str] {
    while let Some(rest) = after(words, beginnings) {
        words = rest;
    }
    words
}

fn before_any<'a, 'b>(mut words: &'b [&'a str], ends: &[&str]) -> &'b [&'a str] {
    let ended = |words: &[&str], end: &&str| {
        let start = words.len().checked_sub(end.split(' ').count())?;
        words.get(start..)?.iter().copied().eq(end.split(' ')).then_some(start)
    };
    while let Some(start) = ends.iter().find_map(|end| ended(words, end)) {
        words = words.get(..start).unwrap_or_default();
    }
    words
}

const OWN: [&str; 6] = ["my", "the", "a", "our", "monthly", "total"];
const MONTHLY: [&str; 6] =
    ["a month", "per month", "each month", "every month", "monthly", "this month"];
const EVERYTHING: [&str; 8] =
    ["", "everything", "all", "all spending", "overall", "whole", "spending", "whole month"];

/// A category as it was said. Long ones are sentences of another kind.
fn category(words: &[&str]) -> Option<Option<String>> {
    let name = before_any(after_any(words, &OWN), &MONTHLY).join(" ");
    if EVERYTHING.contains(&name.as_str()) {
        return Some(None);
    }
    (name.split(' ').count() <= 3 && !name.contains(|c: char| c.is_ascii_digit() || c == ','))
        .then_some(Some(name))
}

/// An amount with what may stand behind it.
fn amount(words: &[&str]) -> Option<String> {
    let text = before_any(words, &MONTHLY).join(" ");
    Typed::parse(&text, DecimalMark::Point).is_ok().then_some(text)
}

fn budget(wish: Wish, category: Option<String>) -> Budgeting {
    Budgeting { wish, category, named: true }
}

/// Where one of some words stands.
fn place(words: &[&str], of: &[&str]) -> Option<usize> {
    words.iter().position(|word| of.contains(word))
}

fn set(words: &[&str]) -> Option<Budgeting> {
    let verbs = ["set", "change", "make", "raise", "lower", "increase", "reduce", "put", "cap"];
    let said = after(words, &verbs);
    let body = said.unwrap_or(words);
    // "budget 300 for food", "set a budget of 300 for food"
    let opened = after_any(body, &OWN);
    if let Some(rest) = after(opened, &["budget", "budget of"])
        && let Some(at) = place(rest, &["for", "on"])
        && let (Some(amount), Some(category)) = (amount(&rest[..at]), category(&rest[at + 1..]))
    {
        return Some(budget(Wish::Set(amount), category));
    }
    let at = place(body, &["budget"])?;
    let (before, behind) = (&body[..at], &body[at + 1..]);
    let to = place(behind, &["to", "at", "is", "of", "="])?;
    // Without a verb only "my food budget is 300" says that it shall be so.
    if said.is_none() && behind.get(to) != Some(&"is") {
        return None;
    }
    let amount = amount(&behind[to + 1..])?;
    let named = after(&behind[..to], &["for", "on"]);
    let category = match named {
        Some(named) => category(named)?,
        None if to == 0 => category(before)?,
        None => return None,
    };
    Some(budget(Wish::Set(amount), category))
}

fn remove(words: &[&str]) -> Option<Budgeting> {
    let rest = after(words, &["remove", "delete", "drop", "cancel", "clear"])?;
    let at = place(rest, &["budget"])?;
    let category = match after(&rest[at + 1..], &["for", "on"]) {
        Some(named) => category(named)?,
        None if at + 1 == rest.len() => category(&rest[..at])?,
        None => return None,
    };
    Some(budget(Wish::Remove, category))
}

/// "how much of my food budget is left", "how much of that have I spent".
fn share(words: &[&str]) -> Option<Budgeting> {
    const ENDS: [&str; 11] = [
        "is left",
        "left",
        "is still left",
        "is there left",
        "remains",
        "do i have left",
        "have i got left",
        "have i spent",
        "have i used",
        "did i use",
        "is gone",
    ];
    let rest = after(words, &["how much of", "and how much of", "so how much of"])?;
    let name = before_any(before_any(rest, &MONTHLY), &ENDS);
    let without = before_any(name, &["budget"]);
    let named = without.len() < name.len();
    (!name.is_empty() && name.len() < rest.len())
        .then(|| Some(Budgeting { wish: Wish::Tell, category: category(without)?, named }))?
}

fn tell(words: &[&str]) -> Option<Budgeting> {
    let opened = after(
        words,
        &[
            "how much is left",
            "how much money is left",
            "how much budget is left",
            "how much do i have left",
            "how much money do i have left",
            "how much have i left",
            "how much have i got left",
            "what is left",
            "what's left",
            "what do i have left",
            "how much can i spend",
            "how much can i still spend",
            "what can i still spend",
        ],
    );
    if let Some(rest) = opened {
        let rest = before_any(rest, &MONTHLY);
        let name = match rest {
            [] => rest,
            _ => after(rest, &["for", "on", "in", "of", "from"])?,
        };
        let without = before_any(name, &["budget"]);
        let spends = words.contains(&"spend") || without.len() < name.len();
        return Some(Budgeting { wish: Wish::Tell, category: category(without)?, named: spends });
    }
    let rest = after(
        words,
        &["show", "show me", "what is", "what's", "what are", "how is", "list", "am i over"],
    )?;
    let rest = before_any(after_any(rest, &OWN), &MONTHLY);
    if matches!(rest, ["budgets"]) {
        return Some(budget(Wish::Tell, None));
    }
    let (last, before) = rest.split_last()?;
    (*last == "budget").then_some(budget(Wish::Tell, category(before)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(message: &str) -> Option<String> {
        read(message).map(|read| {
            let what = read.category.unwrap_or_else(|| "*".to_owned());
            let doubt = if read.named { "" } else { " perhaps" };
            match read.wish {
                Wish::Set(amount) => format!("{what} = {amount}{doubt}"),
                Wish::Tell => format!("{what}?{doubt}"),
                Wish::Remove => format!("{what} gone{doubt}"),
            }
        })
    }

    #[test]
    fn budgets_are_set_in_many_words() {
        for (message, expected) in [
            ("set my food budget to 300", "food = 300"),
            ("Set the budget for eating out to €300 a month", "eating out = €300"),
            ("please change my monthly budget to 1,200.50", "* = 1,200.50"),
            ("budget 80 for groceries", "groceries = 80"),
            ("set a budget of 80 a month for groceries", "groceries = 80"),
            ("my transport budget is 60 eur", "transport = 60 eur"),
            ("remove the budget for food", "food gone"),
            ("delete my food budget", "food gone"),
        ] {
            assert_eq!(told(message).as_deref(), Some(expected), "{message}");
        }
    }

    #[test]
    fn what_is_left_is_asked_in_many_words() {
        for (message, expected) in [
            ("how much is left for food?", "food? perhaps"),
            ("How much do I have left this month?", "*? perhaps"),
            ("what's left of my food budget this month?", "food?"),
            ("how much can I still spend on food?", "food?"),
            ("what is my food budget?", "food?"),
            ("show my budgets", "*?"),
            ("am I over my food budget?", "food?"),
            ("how much of my food budget is left?", "food?"),
            ("how much of that is left?", "that? perhaps"),
            ("how much of it have I spent this month?", "it? perhaps"),
        ] {
            assert_eq!(told(message).as_deref(), Some(expected), "{message}");
        }
    }

    #[test]
    fn what_is_about_something_else_is_left_alone() {
        for message in [
            "budget meeting tomorrow at 3",
            "discuss the food budget with Sam on friday",
            "how much did I spend on food?",
            "remind me to set the budget",
            "set my alarm to 7",
            "what's left to do today?",
            "spent 300 on food",
            "delete the budget meeting",
            "what is the budget review about?",
        ] {
            assert_eq!(told(message), None, "{message}");
        }
    }
}
