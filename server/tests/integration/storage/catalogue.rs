//! On PostgreSQL the documented tables equal the specification's.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait};

use crate::support::database::TestDatabase;

/// Section 3 of the specification, word for word but for the extension, which is
/// there already.
const SPECIFICATION: &str = "
CREATE TABLE users (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  email TEXT NOT NULL UNIQUE,
  hashed_password TEXT NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT now()
);

CREATE TABLE calendar_events (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  description TEXT,
  start_time TIMESTAMP WITH TIME ZONE NOT NULL,
  end_time TIMESTAMP WITH TIME ZONE NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT now()
);

CREATE TABLE tasks (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  is_complete BOOLEAN DEFAULT false,
  due_date TIMESTAMP WITH TIME ZONE,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT now()
);

CREATE TABLE expenses (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  amount NUMERIC(10,2) NOT NULL,
  category TEXT NOT NULL,
  incurred_at TIMESTAMP WITH TIME ZONE NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE DEFAULT now()
);
";

/// Everything that the catalogue tells about a column, one line each.
const COLUMNS: &str = "
SELECT concat_ws(' | ', table_name, ordinal_position, column_name, data_type, udt_name,
       'nullable ' || is_nullable, 'default ' || coalesce(column_default, 'none'),
       'precision ' || numeric_precision, 'scale ' || numeric_scale,
       'length ' || character_maximum_length, 'fraction ' || datetime_precision,
       'generated ' || is_generated, 'identity ' || is_identity)
FROM information_schema.columns
WHERE table_schema = current_schema()
  AND table_name IN ('users', 'calendar_events', 'tasks', 'expenses')
ORDER BY table_name, ordinal_position";

/// Primary keys, unique and foreign keys, and checks, in PostgreSQL's own words.
const CONSTRAINTS: &str = "
SELECT t.relname || ' | ' || pg_get_constraintdef(c.oid)
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
WHERE c.connamespace = current_schema()::regnamespace
  AND t.relname IN ('users', 'calendar_events', 'tasks', 'expenses')
ORDER BY 1";

#[tokio::test]
async fn documented_tables_equal_the_specification() {
    let Some(test) = TestDatabase::postgres().await else {
        return;
    };
    test.open().await.close().await.unwrap();
    let connection = test.connect().await;
    connection.execute_unprepared("CREATE SCHEMA specification").await.unwrap();
    let specified = connection.begin().await.unwrap();
    specified.execute_unprepared("SET LOCAL search_path = specification, public").await.unwrap();
    specified.execute_unprepared(SPECIFICATION).await.unwrap();
    let specified_columns = lines(&specified, COLUMNS).await;
    let specified_constraints = lines(&specified, CONSTRAINTS).await;
    specified.rollback().await.unwrap();

    // The specification's own lines, so that an empty answer cannot pass.
    assert_eq!(specified_columns.len(), 23);
    assert_eq!(specified_constraints.len(), 8);

    let ours = lines(&connection, COLUMNS).await;
    let missing: Vec<_> =
        specified_columns.iter().filter(|column| !ours.contains(column)).collect();
    assert!(missing.is_empty(), "missing or different: {missing:#?}\nours: {ours:#?}");
    assert_eq!(lines(&connection, CONSTRAINTS).await, specified_constraints);
}

async fn lines(connection: &impl ConnectionTrait, sql: &str) -> Vec<String> {
    connection
        .query_all_raw(Statement::from_string(DbBackend::Postgres, sql))
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}

/// What other programs do with the documented columns alone.
#[tokio::test]
async fn documented_columns_are_enough_to_insert() {
    let Some(test) = TestDatabase::postgres().await else {
        return;
    };
    test.open().await.close().await.unwrap();
    let connection: DatabaseConnection = test.connect().await;
    connection
        .execute_unprepared(
            "INSERT INTO users (email, hashed_password) VALUES ('ann@example.org', 'x');
             INSERT INTO calendar_events (user_id, title, start_time, end_time)
               SELECT id, 'Lunch', now(), now() FROM users;
             INSERT INTO tasks (user_id, title) SELECT id, 'Call Bob' FROM users;
             INSERT INTO expenses (user_id, amount, category, incurred_at, created_at)
               SELECT id, (k / 100.0)::numeric(10, 2), 'Food', now(), now()
               FROM users CROSS JOIN generate_series(1, 1000) k;",
        )
        .await
        .unwrap();
    let rows = lines(
        &connection,
        "SELECT concat_ws(' ', u.time_zone, u.locale, u.currency, u.version, e.door, e.all_day,
                t.priority, t.is_complete, t.due_all_day,
                (SELECT sum(amount_minor) FROM expenses WHERE currency = 'USD'))
         FROM users u, calendar_events e, tasks t",
    )
    .await;
    assert_eq!(rows, ["UTC en-US USD 1 api f none f f 500500"]);
}
