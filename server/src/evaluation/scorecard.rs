//! The result of one file: right and total by family, and what went wrong.

use std::{collections::BTreeMap, fmt};

use serde_json::Value;

use super::{Verdict, line::Line};

/// A line that was answered wrongly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The line's identifier.
    pub id: String,
    /// Its family.
    pub family: String,
    /// Its text.
    pub text: String,
    /// The expectation, as written in the file.
    pub expected: String,
    /// What was understood instead.
    pub understood: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} [{}] {:?}", self.id, self.family, self.text)?;
        writeln!(f, "    expected   {}", self.expected)?;
        write!(f, "    understood {}", self.understood)
    }
}

/// Right and total by family.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scorecard {
    rows: BTreeMap<String, (usize, usize)>,
    failures: Vec<Failure>,
}

impl Scorecard {
    pub(crate) fn add(&mut self, line: &Line, verdict: Verdict) {
        let row = self.rows.entry(line.family.clone()).or_default();
        row.1 += 1;
        if verdict.right {
            row.0 += 1;
            return;
        }
        self.failures.push(Failure {
            id: line.id.clone(),
            family: line.family.clone(),
            text: line.text.clone(),
            expected: Value::Object(line.expect.clone()).to_string(),
            understood: verdict.understood,
        });
    }

    /// How many lines were answered rightly.
    #[must_use]
    pub fn right(&self) -> usize {
        self.rows.values().map(|row| row.0).sum()
    }

    /// How many lines there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.rows.values().map(|row| row.1).sum()
    }

    /// Right and total of one family.
    #[must_use]
    pub fn family(&self, name: &str) -> Option<(usize, usize)> {
        self.rows.get(name).copied()
    }

    /// The lines that were answered wrongly, in the order of the file.
    #[must_use]
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }
}

pub(crate) fn percent(right: usize, total: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "line counts are far below 2^52")]
    let share = if total == 0 { 0.0 } else { right as f64 * 100.0 / total as f64 };
    share
}

/// `total: 612 of 713 (85.8 %)`
pub(crate) fn total_line(right: usize, total: usize) -> String {
    format!("total: {right} of {total} ({:.1} %)", percent(right, total))
}

impl fmt::Display for Scorecard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.rows.keys().map(String::len).max().unwrap_or(0).max("family".len());
        writeln!(f, "  {:width$}  right  total       %", "family")?;
        for (family, (right, total)) in &self.rows {
            writeln!(
                f,
                "  {family:width$}  {right:>5}  {total:>5}  {:>6.1}",
                percent(*right, *total)
            )?;
        }
        writeln!(f, "{}", total_line(self.right(), self.total()))
    }
}
