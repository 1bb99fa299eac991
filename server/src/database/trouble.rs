//! Which failures of a database are nobody's mistake, and pass.

use sea_orm::{DbErr, RuntimeErr, SqlxError};

use super::sqlite::BUSY;

/// Why a database does not work at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It cannot be reached, or has too much to do; nothing was begun.
    Away,
    /// It was lost in the middle, so that only it knows what was done.
    Lost,
    /// There is no room for anything new.
    Full,
}

/// SQLite's result code (<https://www.sqlite.org/rescode.html>).
const FULL: u32 = 13;

impl Trouble {
    /// What a failure tells; nothing where it is a mistake of ours or of the data.
    pub(crate) fn of(error: &DbErr) -> Option<Self> {
        let inner = match error {
            DbErr::ConnectionAcquire(_) => return Some(Self::Away),
            DbErr::Conn(RuntimeErr::SqlxError(inner)) => {
                return Self::of_driver(inner).or(Some(Self::Away));
            }
            DbErr::Exec(RuntimeErr::SqlxError(inner))
            | DbErr::Query(RuntimeErr::SqlxError(inner)) => inner,
            _ => return None,
        };
        Self::of_driver(inner)
    }

    fn of_driver(error: &SqlxError) -> Option<Self> {
        match error {
            SqlxError::PoolTimedOut | SqlxError::PoolClosed => Some(Self::Away),
            SqlxError::Io(_) | SqlxError::WorkerCrashed => Some(Self::Lost),
            SqlxError::Database(error) => Self::of_code(&error.code()?),
            _ => None,
        }
    }

    /// PostgreSQL has words of five letters
    /// (<https://www.postgresql.org/docs/current/errcodes-appendix.html>), SQLite
    /// numbers whose lower byte counts.
    fn of_code(code: &str) -> Option<Self> {
        match code {
            // Too many connections; starting up.
            "53300" | "57P03" => Some(Self::Away),
            // Shutting down, by a person or by a crash.
            "57P01" | "57P02" => Some(Self::Lost),
            "53100" => Some(Self::Full),
            _ if code.len() == 5 => code.starts_with("08").then_some(Self::Lost),
            _ => match code.parse::<u32>().ok()? & 0xff {
                BUSY => Some(Self::Away),
                FULL => Some(Self::Full),
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Trouble;

    #[test]
    fn codes_of_both_databases_are_told_apart() {
        for (code, trouble) in [
            ("5", Some(Trouble::Away)),
            ("517", Some(Trouble::Away)),
            ("13", Some(Trouble::Full)),
            ("2067", None),
            ("57P01", Some(Trouble::Lost)),
            ("57P03", Some(Trouble::Away)),
            ("08006", Some(Trouble::Lost)),
            ("53100", Some(Trouble::Full)),
            ("23505", None),
        ] {
            assert_eq!(Trouble::of_code(code), trouble, "{code}");
        }
    }
}
