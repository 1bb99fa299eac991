//! PostgreSQL: its own programs make the archive and put it back.

mod program;

use std::fs;
use std::path::Path;

use migration::status_of;
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use self::program::Server;
use super::file::Unfinished;
use super::{BackupError, ours, stamp};
use crate::clock::Clock;
use crate::database::{APPLICATION, DatabaseError};

/// How the names of schemas begin that hold what a restore has put aside. They are no
/// part of a backup.
const ASIDE: &str = "planner_before_";

/// What a role needs that owns the tables alone: neither owners nor rights are kept,
/// which another server may not know, nor what is said of extensions, which only
/// their owner may say.
const PLAIN: [&str; 3] = ["--no-owner", "--no-privileges", "--no-comments"];

/// Writes an archive of the database into `file`, in whose place it comes.
pub(super) async fn back_up(url: &str, file: &Path) -> Result<(), BackupError> {
    let server = Server::of(url)?;
    let unfinished = Unfinished::beside(file)?;
    let to = unfinished.path().to_owned();
    server
        .run(
            "pg_dump",
            PLAIN
                .map(str::to_owned)
                .into_iter()
                .chain(["--format=custom".to_owned(), format!("--exclude-schema={ASIDE}*")])
                .chain([format!("--file={}", to.display())]),
        )
        .await?;
    known(&server, &to, file).await?;
    unfinished.finish()
}

/// Puts an archive in the place of the database's tables, all or nothing.
pub(super) async fn restore(
    url: &str,
    file: &Path,
    force: bool,
) -> Result<Option<String>, BackupError> {
    let server = Server::of(url)?;
    known(&server, file, file).await?;
    let tables = release(url, force).await?;
    let aside = format!("{ASIDE}{}", stamp(Clock::system().now()));
    let script = Unfinished::beside(&std::env::temp_dir().join(&aside))?;
    let mut all = match tables {
        true => putting_aside(&aside).into_bytes(),
        false => Vec::new(),
    };
    let archive = file.display().to_string();
    let sql = ["--file=-".to_owned(), archive];
    let sql = PLAIN.map(str::to_owned).into_iter().chain(sql);
    all.extend(server.run_apart("pg_restore", sql).await?);
    fs::write(script.path(), all).map_err(|cause| BackupError::file(script.path(), &cause))?;
    let psql = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction"];
    let from = format!("--file={}", script.path().display());
    server.run("psql", psql.map(str::to_owned).into_iter().chain([from])).await?;
    Ok(tables.then(|| format!("the schema {aside}")))
}

/// Makes sure that an archive can be read to its end and is of this planner, and no
/// newer. `named` is what people know it by.
async fn known(server: &Server, archive: &Path, named: &Path) -> Result<(), BackupError> {
    let steps = ["--data-only", "--table=seaql_migrations", "--file=-"].map(str::to_owned);
    let steps = steps.into_iter().chain([archive.display().to_string()]);
    let rows = server.run_apart("pg_restore", steps).await?;
    // Only reading all of it tells that nothing is missing.
    let all = ["--file=/dev/null".to_owned(), archive.display().to_string()];
    server.run_apart("pg_restore", all.into_iter()).await?;
    ours(status_of(steps_of(&String::from_utf8_lossy(&rows))), named)
}

/// The first column of what `COPY` is given, the latest first.
fn steps_of(script: &str) -> Vec<String> {
    let rows = script.lines().skip_while(|line| !line.starts_with("COPY ")).skip(1);
    let rows = rows.take_while(|line| *line != "\\.");
    let mut steps: Vec<_> =
        rows.filter_map(|row| Some(row.split('\t').next()?.to_owned())).collect();
    steps.sort_unstable();
    steps.reverse();
    steps
}

/// Makes sure that the database may be replaced and that no planner uses it; answers
/// whether there are tables.
async fn release(url: &str, force: bool) -> Result<bool, BackupError> {
    let url = url.replacen("postgresql:", "postgres:", 1);
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let unusable = |cause| BackupError::Database(DatabaseError::Answer(cause));
    let connection = sea_orm::Database::connect(options).await.map_err(unusable)?;
    let looked = look(&connection).await;
    connection.close().await.map_err(unusable)?;
    match looked.map_err(unusable)? {
        (1.., _, _) => Err(BackupError::Running),
        (_, _, people) if people > 0 && !force => Err(BackupError::InUse(people)),
        (_, tables, _) => Ok(tables > 0),
    }
}

/// How many planners use the database beside us, how many tables and how many people
/// it has.
async fn look(connection: &DatabaseConnection) -> Result<(i64, i64, i64), DbErr> {
    let others = format!(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() \
         AND application_name = '{APPLICATION}' AND pid <> pg_backend_pid()"
    );
    let others = count(connection, &others).await?;
    let tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
    let tables = count(connection, tables).await?;
    let users = "SELECT count(*) FROM pg_tables \
                 WHERE schemaname = 'public' AND tablename = 'users'";
    let people = match count(connection, users).await? {
        0 => 0,
        _ => count(connection, "SELECT count(*) FROM public.users").await?,
    };
    Ok((others, tables, people))
}

async fn count(connection: &DatabaseConnection, sql: &str) -> Result<i64, DbErr> {
    let row = connection.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    row.map_or(Ok(0), |row| row.try_get_by_index(0))
}

/// Moves tables and functions into a schema of their own; what belongs to extensions
/// stays, since only their owner may move it.
fn putting_aside(aside: &str) -> String {
    format!(
        "CREATE SCHEMA {aside};
DO $$
DECLARE thing text;
BEGIN
  FOR thing IN
    SELECT c.oid::regclass FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  LOOP EXECUTE format('ALTER TABLE %s SET SCHEMA {aside}', thing); END LOOP;
  FOR thing IN
    SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP EXECUTE format('ALTER ROUTINE %s SET SCHEMA {aside}', thing); END LOOP;
END $$;
"
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_steps_of_an_archive_are_found() {
        let script = "SET x = 1;\n\nCOPY public.seaql_migrations (version, applied_at) FROM stdin;\n\
                      m1\t17\nm2\t18\n\\.\n\nSELECT 1;\n";
        assert_eq!(super::steps_of(script), ["m2", "m1"]);
        assert!(super::steps_of("").is_empty());
    }
}
