//! Parts of pages.

pub(crate) mod calendar;
pub(crate) mod chat;
pub(crate) mod clash;
pub(crate) mod day_line;
pub(crate) mod editor;
pub(crate) mod field;
pub(crate) mod form;
pub(crate) mod frame;
pub(crate) mod hands;
pub(crate) mod icon;
pub(crate) mod keys;
pub(crate) mod ledger;
pub(crate) mod loaded;
pub(crate) mod menu;
pub(crate) mod money;
pub(crate) mod next;
pub(crate) mod palette;
pub(crate) mod quick_add;
pub(crate) mod row;
pub(crate) mod tasks;
pub(crate) mod toast;
pub(crate) mod zone_offer;
