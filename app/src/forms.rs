//! What the forms of the web application send: text, as it was typed.

mod api_token;
mod budget;
mod event;
mod expense;
mod many;
mod moving;
#[cfg(feature = "ssr")]
mod reading;
mod repeat;
mod settings;
mod shift;
mod split;
mod task;
#[cfg(feature = "ssr")]
mod zone;

pub use api_token::ApiTokenForm;
pub use budget::BudgetForm;
pub use event::EventForm;
pub use expense::ExpenseForm;
#[cfg(feature = "ssr")]
pub(crate) use many::Deed;
pub use many::ManyForm;
pub use moving::MoveForm;
pub use repeat::RepeatForm;
pub use settings::SettingsForm;
pub use shift::ShiftForm;
pub use split::{FIELDS, SplitForm};
pub use task::TaskForm;
#[cfg(feature = "ssr")]
pub(crate) use task::{OPENING, deadline, labelled};
