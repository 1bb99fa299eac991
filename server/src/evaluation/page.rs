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

/// A set that was written blind when all rules stood: what its files' names begin with, and what
/// the page says of it.
struct Blind {
    prefix: &'static str,
    head: &'static str,
}

const BLIND: [Blind; 5] = [
    Blind {
        prefix: "second_",
        head: "
## The second set

Written blind by another person when all rules stood, in the same families. **First** is the score \
before any of its failures was seen: of one half before any rule was changed for it (308 of 352), of \
the other half after the rules had been generalised from the first (314 of 348; 304 before). \
**Now** is after generalising from the failures.

| file | first | now |
|---|---|---|
",
    },
    Blind {
        prefix: "third_",
        head: "
## The third set

Written blind by a third person, after the second set had been used up. This is every other line of \
it; the others are kept back to judge the program and are not in this repository. **First** is the \
score before anything of it was seen, so it says what to expect of new sentences: 209 of 244 here, \
and 418 of 482 (86.7 %) of the whole set. **Now** is after generalising from the failures.

| file | first | now |
|---|---|---|
",
    },
    Blind {
        prefix: "fourth_",
        head: "
## The fourth set

Written blind by a fourth person, after the third set had been used up. This is every other line of \
it; the others are kept back to judge the program and are not in this repository. **First** is the \
score before anything of it was seen: 143 of 174 here, and 274 of 344 (79.7 %) of the whole set. \
**Now** is after generalising from the failures; of the lines kept back it read 131 of 170 before that \
and 135 after, so what was learned here helps little elsewhere.

| file | first | now |
|---|---|---|
",
    },
    Blind {
        prefix: "parsers_",
        head: "
## What other parsers are tested with

Phrases of the tests of duckling, chrono and Recognizers-Text. Of 2,555 that are not among the \
shared cases those were taken that were misread and that our conventions decide, so that **first** \
says nothing about other phrases. **Now** is after generalising from them.

| file | first | now |
|---|---|---|
",
    },
    Blind {
        prefix: "real_",
        head: "
## Real requests

Said to other assistants by real people: requests of SLURP and CLINC150 (see \
`server/tests/corpus/CREDITS.md`), spread over their kinds and checked by hand against our \
conventions; what a person may as well want as a task is left out of the ones to leave alone. \
**First** is the score before any rule was written for them, **now** is after generalising from the \
failures. The whole sets have only rough labels of what is asked for. By these, in the half that \
was never looked at, requests to a planner were read rightly in 543 of 835 cases (65.0 %) before \
and in 607 (72.7 %) after, and of the others 7,048 of 10,433 (67.6 %) were left alone before and \
9,309 (89.2 %) after; in the half that the rules were made from it is 688 of 835 (82.4 %, from \
559) and 9,491 of 10,433 (91.0 %, from 7,096). The sets are not in this repository.

| file | first | now |
|---|---|---|
",
    },
];

/// What a section of the page has so far.
struct Section<const N: usize> {
    rows: String,
    sums: [(usize, usize); N],
}

impl<const N: usize> Section<N> {
    fn add(&mut self, name: &str, scores: &[(usize, usize); N]) {
        for (sum, (right, total)) in self.sums.iter_mut().zip(scores) {
            *sum = (sum.0 + right, sum.1 + total);
        }
        row(&mut self.rows, name, scores);
    }

    fn write(&self, head: &str, page: &mut String) {
        if !self.rows.is_empty() {
            page.push_str(head);
            page.push_str(&self.rows);
            row(page, "**all**", &self.sums);
        }
    }
}

/// Writes the page for files with their names and contents.
///
/// # Errors
/// Names the file and the line that is not in the format.
pub fn page(files: &[(String, String)], before: &FirstRuns) -> Result<String, EvalError> {
    let mut page = String::from(HEAD);
    let (mut others, mut wrong) = (String::new(), String::new());
    let mut own = Section { rows: String::new(), sums: [(0, 0); 3] };
    let mut blind = BLIND.map(|set| (set, Section { rows: String::new(), sums: [(0, 0); 2] }));
    for (name, contents) in files {
        let card = score(name, contents)?;
        let short = name.rsplit('/').next().unwrap_or(name);
        let now = (card.right(), card.total());
        let set = blind.iter_mut().find(|(set, _)| short.starts_with(set.prefix));
        match (before.get(short), set) {
            (Some(run), Some((_, section))) => section.add(short, &[run.first, now]),
            (Some(run), None) => own.add(short, &[run.first, run.unseen, now]),
            (None, _) => row(&mut others, short, &[now]),
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
    own.write(OWN, &mut page);
    for (set, section) in &blind {
        section.write(set.head, &mut page);
    }
    if !wrong.is_empty() {
        page.push_str("\n## Still misread\n\n| file | text | understood |\n|---|---|---|\n");
        page.push_str(&wrong);
    }
    Ok(page)
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
