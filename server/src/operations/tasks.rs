//! Tasks.

mod complete;
mod create;
mod delete;
mod list;
mod next;
mod read;
mod update;

pub use complete::{CompleteTask, ReopenTask};
pub use create::CreateTask;
pub use delete::DeleteTask;
pub use list::ListTasks;
pub(in crate::operations) use list::{due_before, due_from, is_open};
pub(in crate::operations) use next::store;
pub use read::ReadTask;
pub use update::UpdateTask;
pub(in crate::operations) use update::set_complete;
