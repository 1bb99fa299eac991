//! The server's side of the web application: the router, the document around
//! every page, and how server functions reach operations.

pub(crate) mod account;
mod answer;
mod asked;
mod back;
pub(crate) mod chat;
mod cookies;
pub(crate) mod expenses;
mod files;
mod functions;
mod history;
mod import;
mod router;
pub(crate) mod settings;
mod shell;
mod site;
pub(crate) mod tasks;

pub(crate) use account::lead_home;
pub(crate) use answer::{Manner, perform, perform_so, perform_told, read, target};
pub(crate) use asked::Asked;
pub(crate) use cookies::cookie;
pub use files::{Find, Kept};
pub(crate) use history::{notice, take_back, take_latest_back};
pub use router::{hashed_files, router};
pub use site::{Site, UnreadableSite};
