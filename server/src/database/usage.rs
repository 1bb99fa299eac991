//! How much of the database is used, for the metrics.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use super::Database;

/// A pool of connections at this moment.
pub(crate) struct Usage {
    /// Its name.
    pub(crate) name: &'static str,
    /// How many connections are open.
    pub(crate) size: u32,
    /// How many of them nobody uses.
    pub(crate) idle: u32,
    /// How many may be open.
    pub(crate) max: u32,
}

impl Database {
    /// The pools: one on PostgreSQL, two on SQLite.
    pub(crate) fn pools(&self) -> Vec<Usage> {
        let pools: &[(&'static str, &DatabaseConnection)] = match self.backend() {
            DbBackend::Postgres => &[("all", &self.reader)],
            _ => &[("read", &self.reader), ("write", &self.writer)],
        };
        pools.iter().map(|(name, pool)| usage(name, pool)).collect()
    }

    /// Its size in bytes.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn size(&self) -> Result<i64, DbErr> {
        let sql = match self.backend() {
            DbBackend::Postgres => "SELECT pg_database_size(current_database())",
            _ => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        };
        let asked = Statement::from_string(self.backend(), sql);
        match self.reader.query_one_raw(asked).await? {
            Some(row) => row.try_get_by_index(0),
            None => Ok(0),
        }
    }
}

fn usage(name: &'static str, pool: &DatabaseConnection) -> Usage {
    let (size, idle, max) = match pool.get_database_backend() {
        DbBackend::Postgres => {
            let pool = pool.get_postgres_connection_pool();
            (pool.size(), pool.num_idle(), pool.options().get_max_connections())
        }
        _ => {
            let pool = pool.get_sqlite_connection_pool();
            (pool.size(), pool.num_idle(), pool.options().get_max_connections())
        }
    };
    Usage { name, size, idle: u32::try_from(idle).unwrap_or(u32::MAX), max }
}
