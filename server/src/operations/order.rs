//! The order by hand: each row has a number, with room between any two. Putting a row
//! beside another one costs that row only; when there is no room left between two,
//! all of the person's rows are numbered anew.

use domain::Uuid;
use domain::list::TaskList;
use domain::order::Anchor;
use domain::saved_filter::SavedFilter;
use domain::task::Task;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityName, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Statement,
};

use super::rows::Row;
use super::scope::Scope;
use crate::entity::{saved_filters, task_lists, tasks};
use crate::error::Error;

/// The room between two neighbours. 32 rows fit in at one and the same place before
/// anything is numbered anew, and two million rows stay exact in a JSON number.
const ROOM: i64 = 1 << 32;
/// JSON numbers are exact up to here.
const FURTHEST: i64 = (1 << 53) - 1;

/// A row that the person puts where they want it.
pub(crate) trait Placed: Row {
    /// The column that holds its place.
    fn place() -> <Self::Entity as EntityTrait>::Column;

    /// Its place: less comes first, and of equal ones what was made first.
    fn position_mut(&mut self) -> &mut i64;
}

macro_rules! placed {
    ($($row:ty => $table:ident),+) => {$(
        impl Placed for $row {
            fn place() -> $table::Column {
                $table::Column::Position
            }

            fn position_mut(&mut self) -> &mut i64 {
                &mut self.position
            }
        }
    )+};
}

placed!(Task => tasks, TaskList => task_lists, SavedFilter => saved_filters);

/// The place behind all rows.
///
/// # Errors
/// The database's.
pub(crate) async fn last<R: Placed>(scope: &Scope<'_>) -> Result<i64, Error> {
    for _ in 0..2 {
        let last: Option<i64> = scope
            .own::<R::Entity>()
            .select_only()
            .column(R::place())
            .order_by_desc(R::place())
            .limit(1)
            .into_tuple()
            .one(scope.database())
            .await?;
        let next = last.unwrap_or_default() + ROOM;
        if next <= FURTHEST {
            return Ok(next);
        }
        spread::<R>(scope).await?;
    }
    Err(Error::Internal("there is no room behind the last row".to_owned()))
}

/// The place beside another row for the row `moving`.
///
/// # Errors
/// A bad field when there is no such other row.
pub(crate) async fn beside<R: Placed>(
    scope: &Scope<'_>,
    moving: Uuid,
    anchor: Anchor,
) -> Result<i64, Error> {
    let field = match anchor {
        Anchor::After(_) => "after",
        Anchor::Before(_) => "before",
    };
    if anchor.row() == moving {
        return Err(Error::field(field, "It cannot stand beside itself."));
    }
    for _ in 0..2 {
        let mut other: R = scope
            .look_up(anchor.row())
            .await?
            .ok_or_else(|| Error::field(field, "There is nothing by that identifier."))?;
        let from = *other.position_mut();
        let to = neighbour::<R>(scope, moving, anchor, from).await?;
        let middle = from + (to - from) / 2;
        let fits = middle != from && middle != to && (-FURTHEST..=FURTHEST).contains(&middle);
        if fits {
            return Ok(middle);
        }
        spread::<R>(scope).await?;
    }
    Err(Error::Internal("there is no room beside a row".to_owned()))
}

/// The place of the next row on the far side of the anchor; twice the room away when there is none.
async fn neighbour<R: Placed>(
    scope: &Scope<'_>,
    moving: Uuid,
    anchor: Anchor,
    from: i64,
) -> Result<i64, Error> {
    let select = scope
        .own::<R::Entity>()
        .filter(R::key().ne(moving))
        .select_only()
        .column(R::place())
        .limit(1);
    let (select, open) = match anchor {
        Anchor::After(id) => {
            let same = Condition::all().add(R::place().eq(from)).add(R::key().gt(id));
            let behind = Condition::any().add(R::place().gt(from)).add(same);
            (select.filter(behind).order_by_asc(R::place()), from.saturating_add(2 * ROOM))
        }
        Anchor::Before(id) => {
            let same = Condition::all().add(R::place().eq(from)).add(R::key().lt(id));
            let before = Condition::any().add(R::place().lt(from)).add(same);
            (select.filter(before).order_by_desc(R::place()), from.saturating_sub(2 * ROOM))
        }
    };
    Ok(select.into_tuple().one(scope.database()).await?.unwrap_or(open))
}

/// Numbers all of the person's rows anew, in the order in which they stand. That is no change of
/// any of them: no version counts it.
async fn spread<R: Placed>(scope: &Scope<'_>) -> Result<(), Error> {
    let entity = R::Entity::default();
    let table = entity.table_name();
    let sql = format!(
        "UPDATE {table} SET position = placed.place FROM (
           SELECT id, {ROOM} * row_number() OVER (ORDER BY position, id) AS place
           FROM {table} WHERE user_id = $1
         ) AS placed
         WHERE placed.id = {table}.id AND {table}.user_id = $1"
    );
    let owner = scope.actor().user_id;
    let backend = scope.database().get_database_backend();
    let statement = Statement::from_sql_and_values(backend, sql, [owner.into()]);
    scope.database().execute_raw(statement).await?;
    Ok(())
}
