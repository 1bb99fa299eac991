//! Requests as people type them, beyond the corpus: one table for each kind.

mod existing;
mod making;
mod messages;
mod putting;
mod written;

pub(super) use written::reference as written_reference;

use super::{Reading, read};
use written::{reference, short};

pub(super) fn check(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        let reading = match read(text, &reference()) {
            Reading::Requests(requests) => requests.iter().map(short).collect(),
            other => vec![format!("{other:?}")],
        };
        assert_eq!(reading, *expected, "{text}");
    }
}
