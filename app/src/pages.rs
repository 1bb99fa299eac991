//! Pages, one for each address.

pub(crate) mod calendar;
pub(crate) mod chat;
pub(crate) mod confirm_email;
pub(crate) mod expenses;
pub(crate) mod forgotten_password;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod not_found;
pub(crate) mod reset_password;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod sign_in;
pub(crate) mod sign_up;
pub(crate) mod tasks;
pub(crate) mod today;
pub(crate) mod welcome;
