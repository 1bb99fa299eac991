//! Filters of tasks that are kept under a name.

mod create;
mod delete;
mod list;
mod place;
mod read;
mod update;

pub use create::CreateSavedFilter;
pub use delete::DeleteSavedFilter;
pub use list::ListSavedFilters;
pub use place::PlaceSavedFilter;
pub use read::ReadSavedFilter;
pub use update::UpdateSavedFilter;
