//! Another category: "put it under travel", "file the taxi under transport".

use super::about;
use crate::language::request::{
    Change, Item, Outcome, categories,
    edits::{becomes, rows},
    sentence::Sentence,
};

/// "put it under travel", "file the taxi under transport", "recategorize X as Y", "move X to food".
pub(super) fn filed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(end) = sentence.starts(&[
        "recategorize",
        "recategorise",
        "re-categorize",
        "re-categorise",
        "categorize",
        "categorise",
        "reclassify",
        "classify",
    ]) {
        let body = sentence.after(end);
        let (at, end) = body.find(&["as", "to", "under", "into"])?;
        let to = vec![Change::Category(category_named(&body.after(end)))];
        return about(&body.until(at), Item::Expense, Ok(to));
    }
    if let Some((at, end)) = sentence
        .find(&[
            "should be categorised as",
            "should be categorized as",
            "should be filed as",
            "should be tagged as",
            "should be classed as",
            "should count as",
            "counts as",
            "should go in",
            "should go into",
            "goes in",
            "should be under",
            "should go under",
            "belongs under",
            "goes under",
            "should be filed under",
            "belongs in",
            "should be in",
        ])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to)
    {
        let new = sentence.after(end);
        let under = matches!(sentence.word(end - 1), "under");
        let category = if under { category_named(&new) } else { becomes::category(&new)? };
        return about(&sentence.until(at), Item::Expense, Ok(vec![Change::Category(category)]));
    }
    let verb = sentence.starts(&[
        "put", "file", "tag", "move", "log", "mark", "change", "switch", "set", "count", "make",
        "label", "stick", "pop", "shove",
    ])?;
    let body = sentence.after(verb);
    let (at, end) = (body.from..body.to).rev().find_map(|at| {
        body.starts_at(at, &["under", "as", "to", "into", "in"]).map(|end| (at, end))
    })?;
    let joint = body.word(at);
    let new = becomes::inner(&body.after(end));
    let new = new.starts(&["the"]).map_or(new, |end| new.after(end));
    if at == body.from && !matches!(joint, "under") {
        return None;
    }
    // "log 14 for parking under transport", "charge 30 to groceries"
    let new_amount = matches!(sentence.word(sentence.from), "log" | "put" | "count" | "mark")
        && (body.tokens.number(body.from).is_some()
            || body.amounts().first().is_some_and(|found| found.from == body.from));
    if new_amount {
        return None;
    }
    // "put $60 under shopping" is something new.
    let taken: Vec<_> =
        body.until(at).amounts().iter().map(|found| (found.from, found.to)).collect();
    if body.until(at).is_covered(&taken, &["the", "a"]) {
        return None;
    }
    let name = new.title(&[]).to_lowercase();
    let name = name.strip_suffix(" category").unwrap_or(&name).trim_start_matches('#');
    let own = categories::own(name);
    let old = body.until(at);
    let leans = rows::leaning(&old).is_some();
    let expense = old.has(&["expense", "purchase"]) || !old.amounts().is_empty();
    let category = match (own, joint) {
        (Some(own), _) if joint != "in" => own.to_owned(),
        (_, "under") => category_named(&new),
        // "tag yesterday's taxi as work"
        (_, "as") if matches!(sentence.word(sentence.from), "tag" | "file") => category_named(&new),
        _ if leans || expense => becomes::category(&new)?,
        _ => return None,
    };
    let tagged = joint == "as" && matches!(sentence.word(sentence.from), "tag" | "file");
    if new.is_empty() || !(leans || expense || own.is_some() || tagged) {
        return None;
    }
    // "change it to yoga" is a category for an expense, and a name for whatever else it is.
    let renames = leans
        && joint == "to"
        && matches!(sentence.word(sentence.from), "change" | "make" | "switch" | "set");
    let mut to = vec![Change::Category(category)];
    to.extend(renames.then(|| Change::Title(new.title(&[]))));
    about(&old, Item::Expense, Ok(to))
}

/// The category that words name; words of nobody's list are the person's own category.
pub(in crate::language::request::edits) fn category_named(words: &Sentence<'_, '_>) -> String {
    let words = becomes::inner(words);
    becomes::category(&words).unwrap_or_else(|| {
        let title = words.title(&[]);
        let title = title.trim_start_matches('#');
        let mut letters = title.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    })
}
