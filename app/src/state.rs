//! What components of a page share.

pub(crate) mod address;
pub(crate) mod calendar;
pub(crate) mod changes;
pub(crate) mod density;
#[cfg(feature = "hydrate")]
pub(crate) mod draft;
#[cfg(feature = "hydrate")]
pub(crate) mod find;
pub(crate) mod form;
#[cfg(feature = "hydrate")]
pub(crate) mod keys;
#[cfg(feature = "hydrate")]
pub(crate) mod listening;
#[cfg(feature = "hydrate")]
pub(crate) mod pause;
pub(crate) mod read;
pub(crate) mod talk;
pub(crate) mod tasks;
pub(crate) mod theme;
pub(crate) mod toast;
#[cfg(feature = "hydrate")]
pub(crate) mod zone;
