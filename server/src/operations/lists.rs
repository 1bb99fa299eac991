//! Lists of tasks.

mod create;
mod delete;
mod list;
mod place;
mod read;
mod update;

pub use create::CreateList;
pub use delete::DeleteList;
pub use list::ListLists;
pub use place::PlaceList;
pub use read::ReadList;
pub use update::UpdateList;

use domain::list::{TaskList, name_key};
use sea_orm::{ColumnTrait, QueryFilter};

use super::Scope;
use crate::entity::task_lists::{Column, Entity};
use crate::error::Error;
use crate::operations::Row;

/// The person's list of that name, whatever the case of its letters.
///
/// # Errors
/// The database's.
pub(crate) async fn called(scope: &Scope<'_>, name: &str) -> Result<Option<TaskList>, Error> {
    let select = scope.own::<Entity>().filter(Column::NameKey.eq(name_key(name)));
    select.one(scope.database()).await?.map(TaskList::from_model).transpose()
}

/// Refuses a name that another list has.
async fn is_free(scope: &Scope<'_>, name: &str, list: Option<&TaskList>) -> Result<(), Error> {
    match called(scope, name).await? {
        Some(other) if list.is_none_or(|list| list.id != other.id) => {
            Err(Error::field("name", format!("There is a list “{}” already.", other.name)))
        }
        _ => Ok(()),
    }
}
