//! Events, tasks and expenses: the documented columns of the specification
//! (section 3) first, then what was added.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, text, text_null, timestamp_with_time_zone};
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();

        manager.create_table(calendar_events(backend)).await?;
        columns::create_index(manager, "calendar_events", &["user_id", "start_time"]).await?;
        columns::create_index(manager, "calendar_events", &["user_id", "end_time"]).await?;

        manager.create_table(tasks(backend)).await?;
        columns::create_index(manager, "tasks", &["user_id", "is_complete", "due_date"]).await?;

        manager.create_table(expenses(backend)).await?;
        columns::create_index(manager, "expenses", &["user_id", "incurred_at"]).await?;
        if backend == DbBackend::Postgres {
            manager.get_connection().execute_unprepared(KEEP_AMOUNTS_EQUAL).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["expenses", "tasks", "calendar_events"]).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            manager
                .get_connection()
                .execute_unprepared("DROP FUNCTION expenses_keep_amounts_equal()")
                .await?;
        }
        Ok(())
    }
}

/// On PostgreSQL whichever amount was written is copied to the other, the
/// documented one first: the program writes hundredths alone, another program the
/// documented column alone. (A generated column would be refused when written,
/// and so force the program to write a decimal on one database only.)
const KEEP_AMOUNTS_EQUAL: &str = "
CREATE FUNCTION expenses_keep_amounts_equal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.amount IS NULL
     OR (TG_OP = 'UPDATE' AND NEW.amount = OLD.amount AND NEW.amount_minor <> OLD.amount_minor)
  THEN
    NEW.amount := NEW.amount_minor / 100.0;
  ELSE
    NEW.amount_minor := NEW.amount * 100;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER expenses_keep_amounts_equal BEFORE INSERT OR UPDATE ON expenses
  FOR EACH ROW EXECUTE FUNCTION expenses_keep_amounts_equal();
";

fn calendar_events(backend: DbBackend) -> TableCreateStatement {
    Table::create()
        .table("calendar_events")
        .col(columns::id(backend))
        .col(columns::user_id())
        .col(text("title"))
        .col(text_null("description"))
        .col(timestamp_with_time_zone("start_time"))
        .col(timestamp_with_time_zone("end_time"))
        .col(columns::created_at_nullable(backend))
        .col(text_null("time_zone"))
        .col(boolean("all_day").default(false))
        .col(text_null("location"))
        .col(text_null("rrule"))
        .col(columns::door())
        .col(columns::updated_at(backend))
        .col(columns::version())
        .foreign_key(&mut columns::belongs_to_user("calendar_events"))
        .take()
}

fn tasks(backend: DbBackend) -> TableCreateStatement {
    Table::create()
        .table("tasks")
        .col(columns::id(backend))
        .col(columns::user_id())
        .col(text("title"))
        .col(ColumnDef::new("is_complete").boolean().default(false))
        .col(ColumnDef::new("due_date").timestamp_with_time_zone())
        .col(columns::created_at_nullable(backend))
        .col(text_null("notes"))
        .col(text("priority").default("none"))
        .col(text_null("rrule"))
        .col(text_null("repeat_from"))
        .col(ColumnDef::new("completed_at").timestamp_with_time_zone())
        .col(boolean("due_all_day").default(false))
        .col(columns::door())
        .col(columns::updated_at(backend))
        .col(columns::version())
        .foreign_key(&mut columns::belongs_to_user("tasks"))
        .take()
}

fn expenses(backend: DbBackend) -> TableCreateStatement {
    Table::create()
        .table("expenses")
        .col(columns::id(backend))
        .col(columns::user_id())
        .col(amount(backend))
        .col(text("category"))
        .col(timestamp_with_time_zone("incurred_at"))
        .col(columns::created_at_nullable(backend))
        .col(big_integer("amount_minor"))
        .col(text_null("description"))
        .col(text("currency").default("USD"))
        .col(text_null("rrule"))
        .col(columns::door())
        .col(columns::updated_at(backend))
        .col(columns::version())
        .foreign_key(&mut columns::belongs_to_user("expenses"))
        .take()
}

/// The documented amount. The program itself reads, sums, compares and sorts by
/// `amount_minor`, the amount in hundredths: SQLite keeps every decimal as a
/// floating-point number, so there this column is the text of the other, for
/// whoever looks into the file.
fn amount(backend: DbBackend) -> ColumnDef {
    match backend {
        DbBackend::Postgres => ColumnDef::new("amount").decimal_len(10, 2).not_null().take(),
        _ => text("amount")
            .generated(
                Expr::cust(
                    "printf('%s%d.%02d', iif(amount_minor < 0, '-', ''), \
                     abs(amount_minor) / 100, abs(amount_minor) % 100)",
                ),
                false,
            )
            .take(),
    }
}
