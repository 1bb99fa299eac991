//! The parts of the page of tasks.

mod bar;
mod board;
mod head;
mod order;
mod places;

pub(crate) use bar::Bar;
pub(crate) use board::Board;
pub(crate) use head::Head;
pub(crate) use places::Places;
