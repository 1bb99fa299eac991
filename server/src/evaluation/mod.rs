//! Scores the language front end on files of examples.
//!
//! A file is JSONL; its kind (dates, money, utterances) is told by the keys of its lines. Answers
//! are compared as the corpus' own README says: a list is any one of its entries, an absent field
//! is not judged, titles are compared without case, articles and end punctuation.

mod answer;
mod dates;
#[cfg(test)]
mod floor;
mod line;
mod money;
mod page;
mod scorecard;
mod utterances;

use std::io::{self, Write};

pub use line::EvalError;
pub use page::{FirstRun, FirstRuns, page};
pub use scorecard::{Failure, Scorecard};

use line::{Kind, Line};

/// What became of one line.
pub(crate) struct Verdict {
    pub(crate) right: bool,
    /// What was understood, for the list of failures.
    pub(crate) understood: String,
}

/// Scores the contents of one file; `name` is used in errors only.
///
/// # Errors
/// Names the file and the line that is not in the format.
pub fn score(name: &str, contents: &str) -> Result<Scorecard, EvalError> {
    let mut card = Scorecard::default();
    for (index, text) in contents.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
        let fail = |reason: String| EvalError { file: name.to_owned(), line: index + 1, reason };
        let line = Line::parse(text).map_err(fail)?;
        let verdict = match line.kind().map_err(fail)? {
            Kind::Dates => dates::judge(&line),
            Kind::Money => money::judge(&line),
            Kind::Utterances => utterances::judge(&line),
        }
        .map_err(fail)?;
        card.add(&line, verdict);
    }
    Ok(card)
}

/// Scores several files and writes a table for each, and last the line with the total.
///
/// # Errors
/// When a file is not in the format, or the output cannot be written.
pub fn run(
    files: &[(String, String)],
    show_failures: bool,
    out: &mut impl Write,
) -> Result<(), RunError> {
    let (mut right, mut total) = (0, 0);
    for (name, contents) in files {
        let card = score(name, contents)?;
        writeln!(out, "{name}\n{card}")?;
        if show_failures {
            for failure in card.failures() {
                writeln!(out, "{failure}")?;
            }
            writeln!(out)?;
        }
        right += card.right();
        total += card.total();
    }
    writeln!(out, "{}", scorecard::total_line(right, total))?;
    Ok(())
}

/// Why a run ended early.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A file is not in the format.
    #[error(transparent)]
    Format(#[from] EvalError),
    /// The output cannot be written.
    #[error(transparent)]
    Output(#[from] io::Error),
}
