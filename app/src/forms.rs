//! What the forms of the web application send: text, as it was typed.

mod event;
mod expense;
#[cfg(feature = "ssr")]
mod reading;
mod shift;
mod task;

pub use event::EventForm;
pub use expense::ExpenseForm;
pub use shift::ShiftForm;
pub use task::TaskForm;
