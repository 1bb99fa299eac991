//! Typing errors: words of the index that differ little from one that nothing has.
//!
//! Both databases keep the words themselves, so no extension is needed, which a plain PostgreSQL
//! role may not create. Only words with the same first letter, or with the second for the first,
//! are compared: that is where people err least, and it keeps the comparison short.

use domain::search::FoundKind;
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};

use super::index;
use super::words::Sought;
use crate::error::Error;
use crate::operations::Scope;

/// Shorter words have too many neighbours.
const SHORTEST: usize = 4;
/// From this length on two errors are forgiven.
const LONG: usize = 8;
/// How many words may be meant by one.
const MEANT: usize = 8;

/// Adds what may have been meant to words that nothing has; whether there was anything to add.
///
/// # Errors
/// The database's.
pub(super) async fn mend(
    scope: &Scope<'_>,
    sought: &mut Sought,
    kinds: &[FoundKind],
) -> Result<bool, Error> {
    let mut is_mended = false;
    for word in &mut sought.0 {
        if word.typed.chars().count() < SHORTEST || index::has(scope, word, kinds).await? {
            continue;
        }
        word.meant = nearest(&word.typed, candidates(scope, &word.typed).await?);
        is_mended |= !word.meant.is_empty();
    }
    Ok(is_mended)
}

/// The words that are nearest, the nearest first.
fn nearest(typed: &str, candidates: Vec<String>) -> Vec<String> {
    let errors = if typed.chars().count() < LONG { 1 } else { 2 };
    let mut near: Vec<(usize, String)> = candidates
        .into_iter()
        .filter_map(|word| Some((distance(typed, &word)?, word)))
        .filter(|(distance, _)| *distance <= errors)
        .collect();
    near.sort();
    near.into_iter().map(|(_, word)| word).take(MEANT).collect()
}

/// How many errors lie between what was typed and a word, or its beginning: it may not be typed to
/// its end yet.
fn distance(typed: &str, word: &str) -> Option<usize> {
    let length = typed.chars().count();
    let beginning: String = word.chars().take(length).collect();
    let whole = strsim::osa_distance(typed, word);
    // A word that was typed too long is meant whole.
    Some(whole.min(strsim::osa_distance(typed, &beginning)))
        .filter(|_| word.chars().count() + 2 >= length)
}

/// Words of the index with one of the first two letters at their beginning. On SQLite they are
/// everybody's: they lead to nothing but the person's own rows, and are told to nobody.
async fn candidates(scope: &Scope<'_>, typed: &str) -> Result<Vec<String>, Error> {
    let backend = scope.database().get_database_backend();
    let sql = match backend {
        DbBackend::Postgres => {
            "SELECT word FROM search_words WHERE user_id = $1 AND left(word, 1) = $2"
        }
        _ => "SELECT term FROM search_words WHERE term >= ? AND term < ?",
    };
    let mut letters: Vec<char> = typed.chars().take(2).collect();
    letters.dedup();
    let mut found = Vec::new();
    for letter in letters {
        let values: [Value; 2] = match backend {
            DbBackend::Postgres => [scope.actor().user_id.into(), letter.to_string().into()],
            _ => [letter.to_string().into(), format!("{letter}\u{10ffff}").into()],
        };
        let statement = Statement::from_sql_and_values(backend, sql, values);
        for row in scope.database().query_all_raw(statement).await? {
            found.push(row.try_get_by_index::<String>(0)?);
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_error_is_forgiven_in_a_short_word_and_two_in_a_long_one() {
        let near = |typed: &str, word: &str| !nearest(typed, vec![word.to_owned()]).is_empty();
        assert!(near("dentsit", "dentist") && near("lunhc", "lunch") && near("recipt", "receipt"));
        assert!(near("aniversery", "anniversary"));
        assert!(!near("lunch", "launches") && !near("mint", "lent"));
        assert!(near("dentsi", "dentist"), "a word that is not typed to its end");
        assert!(!near("dentistry", "dent"));
    }
}
