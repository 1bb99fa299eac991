//! What the forms of the web application send: text, as it was typed.

mod event;
mod expense;
#[cfg(feature = "ssr")]
mod reading;
mod repeat;
mod settings;
mod shift;
mod task;
#[cfg(feature = "ssr")]
mod zone;

pub use event::EventForm;
pub use expense::ExpenseForm;
pub use repeat::RepeatForm;
pub use settings::SettingsForm;
pub use shift::ShiftForm;
pub use task::TaskForm;
