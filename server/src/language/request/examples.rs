//! Requests as people type them, beyond the corpus: one table for each kind.

mod existing;
mod making;
mod messages;
mod putting;
mod written;

pub(super) use written::reference as written_reference;

use super::{Names, Reading, read, read_among};
use written::{reference, short};

pub(super) fn check(table: &[(&str, &[&str])]) {
    check_among(&[], table);
}

/// The same for somebody whose rows have these names.
pub(super) fn check_among(names: &[&str], table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        let reading = match read_among(text, &reference(), &Names::new(names)) {
            Reading::Requests(requests) => requests.iter().map(short).collect(),
            other => vec![format!("{other:?}")],
        };
        assert_eq!(reading, *expected, "{text}");
    }
}
