//! What components of a page share.

pub(crate) mod changes;
pub(crate) mod form;
pub(crate) mod talk;
pub(crate) mod theme;
pub(crate) mod toast;
