//! Letters from one process of a planner to another, by its name. They are carried as
//! changes are, but each process hears only its own.

use sea_orm::{ConnectionTrait, DbErr, Statement};
use tokio::sync::mpsc;

use super::Live;
use crate::database::Database;

/// How long a letter may be, in bytes: PostgreSQL carries less than 8,000.
pub(crate) const LIMIT: usize = 7_999;

impl Live {
    /// The name of this process, which no other and no earlier one has.
    pub(crate) fn process(&self) -> &str {
        &self.0.process
    }

    /// The letters to this process from now on. Who asks last gets them.
    pub(crate) fn letters(&self) -> mpsc::UnboundedReceiver<String> {
        let (sender, letters) = mpsc::unbounded_channel();
        self.state().letters = Some(sender);
        letters
    }

    /// Hands a letter to whoever reads them; nobody may.
    pub(super) fn deliver(&self, letter: &str) {
        if let Some(letters) = &self.state().letters {
            let _ = letters.send(letter.to_owned());
        }
    }
}

/// The channel on which a process hears its letters.
pub(super) fn channel(process: &str) -> String {
    format!("planner_{process}")
}

/// Sends a letter to a process; one that is gone never gets it.
///
/// # Errors
/// The database's.
pub(crate) async fn post(database: &Database, to: &str, letter: &str) -> Result<(), DbErr> {
    let connection = database.reader();
    let post = Statement::from_sql_and_values(
        connection.get_database_backend(),
        "SELECT pg_notify($1, $2)",
        [channel(to).into(), letter.into()],
    );
    connection.execute_raw(post).await.map(|_| ())
}
