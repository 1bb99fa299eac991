//! The scorecard as a page: what was reached at first sight and what is reached now.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::{EvalError, score, scorecard::percent};

/// What a file scored before, by the file's name without its folder.
pub type FirstRuns = BTreeMap<String, FirstRun>;

/// What a file scored before its failures had been seen: right and total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct FirstRun {
    /// Before any rule was written for it.
    pub first: (usize, usize),
    /// When the rules for its kind of request were written, its failures still unseen.
    pub unseen: (usize, usize),
}

const HEAD: &str = "# Scorecard of the built-in assistant

How many example requests the built-in assistant reads rightly. This page is generated; a test \
compares it with what the program does. To write it anew:

    ai-planner eval --page docs/scorecard.md --first-runs server/tests/corpus/first_run.json \
server/tests/corpus/*.jsonl server/tests/corpus/own/*.jsonl

";

const OWN: &str = "
## Our own cases

Written by somebody who had not seen the rules, before the rules that satisfy them. **First** is \
the score before any rule was written for them; many kinds of request had none then. **Unseen** is \
the score when the rules for every kind had been written and no failure had been looked at: how \
well the rules fit sentences they were not made for. **Now** is after generalising from the \
failures, so it says little about new sentences.

| file | first | unseen | now |
|---|---|---|---|
";

const SECOND: &str = "
## The second set

Written blind by another person when all rules stood, in the same families; half of it is kept \
back to judge the program and is not in this repository. **First** is the score before any rule \
was changed for it, so it says what to expect of new sentences. **Now** is after generalising from \
the failures.

| file | first | now |
|---|---|---|
";

/// Whether a file belongs to the second set.
fn is_second(short: &str) -> bool {
    short.starts_with("second_")
}

/// Writes the page for files with their names and contents.
///
/// # Errors
/// Names the file and the line that is not in the format.
pub fn page(files: &[(String, String)], before: &FirstRuns) -> Result<String, EvalError> {
    let mut page = String::from(HEAD);
    let (mut others, mut wrong) = (String::new(), String::new());
    let (mut own, mut second) = (String::new(), String::new());
    let (mut totals, mut seconds) = ([(0, 0); 3], [(0, 0); 2]);
    for (name, contents) in files {
        let card = score(name, contents)?;
        let short = name.rsplit('/').next().unwrap_or(name);
        let now = (card.right(), card.total());
        match before.get(short) {
            Some(run) if is_second(short) => {
                let scores = [run.first, now];
                add(&mut seconds, &scores);
                row(&mut second, short, &scores);
            }
            Some(run) => {
                let scores = [run.first, run.unseen, now];
                add(&mut totals, &scores);
                row(&mut own, short, &scores);
            }
            None => row(&mut others, short, &[now]),
        }
        for failure in card.failures() {
            let text = failure.text.replace('\n', " ⏎ ").replace('|', "\\|");
            push(
                &mut wrong,
                format_args!("| {short} | {text} | {} |\n", failure.understood.replace('|', "\\|")),
            );
        }
    }
    if !others.is_empty() {
        page.push_str("## Shared cases\n\n| file | right |\n|---|---|\n");
        page.push_str(&others);
    }
    if !own.is_empty() {
        page.push_str(OWN);
        page.push_str(&own);
        row(&mut page, "**all**", &totals);
    }
    if !second.is_empty() {
        page.push_str(SECOND);
        page.push_str(&second);
        row(&mut page, "**all**", &seconds);
    }
    if !wrong.is_empty() {
        page.push_str("\n## Still misread\n\n| file | text | understood |\n|---|---|---|\n");
        page.push_str(&wrong);
    }
    Ok(page)
}

fn add(sums: &mut [(usize, usize)], scores: &[(usize, usize)]) {
    for (sum, (right, total)) in sums.iter_mut().zip(scores) {
        *sum = (sum.0 + right, sum.1 + total);
    }
}

fn row(page: &mut String, name: &str, scores: &[(usize, usize)]) {
    push(page, format_args!("| {name} |"));
    for (right, total) in scores {
        push(page, format_args!(" {right} of {total} ({:.1} %) |", percent(*right, *total)));
    }
    page.push('\n');
}

fn push(page: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let written = page.write_fmt(text);
    debug_assert!(written.is_ok());
}
