//! Lists of rows, each read by the places of its columns.
//!
//! SeaORM looks every column up by its name, and writes a message for each that is empty, before it
//! throws that away. For one row that does not matter; of a list of two hundred tasks it was the
//! larger part of the work.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryResult, Select};

/// A row that can be read from the columns of its table, in the table's order.
pub trait ReadByPlace: Sized + Send + Sync {
    /// Reads it.
    ///
    /// # Errors
    /// When a column holds something else.
    fn read(row: &QueryResult) -> Result<Self, DbErr>;
}

/// The rows of a select that names no columns of its own.
///
/// # Errors
/// The database's.
pub async fn rows<E>(
    select: Select<E>,
    database: &impl ConnectionTrait,
) -> Result<Vec<E::Model>, DbErr>
where
    E: EntityTrait<Model: ReadByPlace>,
{
    let rows = select.into_model::<ByPlace<E::Model>>().all(database).await?;
    Ok(rows.into_iter().map(|ByPlace(row)| row).collect())
}

struct ByPlace<M>(M);

impl<M: ReadByPlace> FromQueryResult for ByPlace<M> {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        M::read(row).map(Self)
    }
}

/// Implements [`ReadByPlace`] for the `Model` of a table, from all of its fields and columns.
macro_rules! read_by_place {
    ($($field:ident: $column:ident),+ $(,)?) => {
        impl crate::entity::by_place::ReadByPlace for Model {
            fn read(row: &sea_orm::QueryResult) -> Result<Self, DbErr> {
                use sea_orm::sqlx::Row as _;

                let wrong = |cause: sea_orm::sqlx::Error| DbErr::Type(cause.to_string());
                if let Some(row) = row.try_as_pg_row() {
                    return Ok(Self {
                        $($field: row.try_get(Column::$column as usize).map_err(wrong)?),+
                    });
                }
                if let Some(row) = row.try_as_sqlite_row() {
                    return Ok(Self {
                        $($field: row.try_get(Column::$column as usize).map_err(wrong)?),+
                    });
                }
                sea_orm::FromQueryResult::from_query_result(row, "")
            }
        }
    };
}
pub(super) use read_by_place;
