//! The hand and the keys on the calendar's grid: one controller moves, resizes and
//! begins events there, whatever view it shows.
//!
//! What a gesture means is decided by plain code that knows no page (`span`,
//! `geometry`, `rules`, `gesture`, `words`); the rest reads the page, draws and sends.

#[cfg(feature = "hydrate")]
mod controller;
#[cfg(any(feature = "hydrate", test))]
mod geometry;
#[cfg(any(feature = "hydrate", test))]
mod gesture;
#[cfg(feature = "hydrate")]
mod ghost;
#[cfg(feature = "hydrate")]
mod hands;
#[cfg(any(feature = "hydrate", test))]
mod rules;
#[cfg(feature = "hydrate")]
mod sending;
#[cfg(feature = "hydrate")]
mod sheet;
#[cfg(any(feature = "hydrate", test))]
mod span;
#[cfg(any(feature = "hydrate", test))]
mod words;

#[cfg(feature = "hydrate")]
pub(crate) use hands::attend;
