//! The one error type of every operation, and the problem it is answered with.

use domain::problem::Problem;
use domain::validation::Invalid;
use sea_orm::DbErr;

use crate::database::Trouble;
use crate::metrics;

/// After how many seconds something that is still going on may be over.
const BUSY_FOR: u32 = 2;

/// Why an operation was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input is bad; every bad field is named.
    #[error("invalid input")]
    Invalid(Invalid),
    /// There is no such row, or it is someone else's: never told apart.
    #[error("not found")]
    NotFound,
    /// No session, or a dead one.
    #[error("not signed in")]
    Unauthenticated,
    /// Wrong e-mail address or wrong password: never told apart.
    #[error("wrong credentials")]
    WrongCredentials,
    /// The request is understood and will not be carried out.
    #[error("forbidden: {0}")]
    Forbidden(&'static str),
    /// The request does not fit what is stored by now.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// The row is not as the client knows it any more.
    #[error("stale")]
    Stale,
    /// Something else of the person's has to end first.
    #[error("busy: {0}")]
    Busy(&'static str),
    /// More was asked in a short time than anybody may.
    #[error("too many: {detail}")]
    TooMany {
        /// Words for the person.
        detail: &'static str,
        /// In how many seconds there is room again.
        retry_after: u32,
    },
    /// The program is being shut down.
    #[error("shutting down")]
    ShuttingDown,
    /// It was possible once and no longer is.
    #[error("gone: {0}")]
    Gone(&'static str),
    /// The database failed; the cause is logged and never shown.
    #[error("database: {0}")]
    Database(#[from] DbErr),
    /// Something that should not happen; the cause is logged and never shown.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// One bad field.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        Self::Invalid(Invalid::field(field, message))
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

/// What the person is told. Causes of failures on our side are logged here,
/// once, and left out.
impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Invalid(invalid) => Self::invalid(invalid),
            Error::NotFound => Self::new(404, "Not found", "There is nothing here by that name."),
            Error::Unauthenticated => Self::new(401, "Not signed in", "Sign in first."),
            Error::WrongCredentials => Self::new(401, "Not signed in", "Wrong e-mail or password."),
            Error::Forbidden(detail) => Self::new(403, "Forbidden", detail),
            Error::Conflict(detail) => Self::new(409, "Conflict", detail),
            Error::Stale => Self::new(
                412,
                "Precondition failed",
                "This was changed since you read it. Nothing was changed now; read it again.",
            ),
            Error::Busy(detail) => {
                Self { retry_after: Some(BUSY_FOR), ..Self::new(409, "Conflict", detail) }
            }
            Error::TooMany { detail, retry_after } => Self {
                retry_after: Some(retry_after),
                ..Self::new(429, "Too many requests", detail)
            },
            Error::ShuttingDown => Self::new(
                503,
                "Not available",
                "The planner is being restarted. Nothing was changed; try again shortly.",
            ),
            Error::Gone(detail) => Self::new(410, "Gone", detail),
            Error::Database(cause) => database(&cause),
            Error::Internal(cause) => {
                tracing::error!(%cause, "internal error");
                internal()
            }
        }
    }
}

/// What is told of a database that failed: what passes is no mistake of anybody's, and
/// said as such.
fn database(cause: &DbErr) -> Problem {
    let Some(trouble) = Trouble::of(cause) else {
        tracing::error!(%cause, "a query failed");
        return internal();
    };
    metrics::database_was_away();
    tracing::warn!(%cause, ?trouble, "the database is not available");
    let detail = match trouble {
        Trouble::Away => {
            "The planner cannot reach its database right now. Nothing was changed; try again shortly."
        }
        Trouble::Lost => {
            "The planner lost its database in the middle of this. Look whether it was done, or send \
             it again under the same Idempotency-Key."
        }
        Trouble::Full => {
            "The planner has no room left on its disk. Nothing was changed; what is there can be \
             read. Whoever runs it has to make room."
        }
    };
    Problem::new(503, "Not available", detail)
}

/// What is answered to everybody else's mistakes.
pub(crate) fn internal() -> Problem {
    Problem::new(
        500,
        "Internal error",
        "Something went wrong on our side. Nothing was changed; the cause is in the log.",
    )
}
