//! Tasks.

mod complete;
mod count;
mod create;
mod delete;
mod filter;
mod list;
mod next;
mod parts;
mod place;
mod read;
mod update;

pub use complete::{CompleteTask, ReopenTask};
pub use count::CountTasks;
pub use create::CreateTask;
pub use delete::DeleteTask;
pub(in crate::operations) use filter::check as check_filter;
pub use list::ListTasks;
pub(in crate::operations) use list::{due_before, due_from, due_or_never, is_open};
pub(in crate::operations) use next::store;
pub(in crate::operations) use parts::{belong, delete_whole, parts};
pub use place::PlaceTask;
pub use read::ReadTask;
pub use update::UpdateTask;
pub(in crate::operations) use update::set_complete;
