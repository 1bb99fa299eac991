//! The hand and the keys on the calendar's grid: one controller moves, resizes and
//! begins events there, whatever view it shows.
//!
//! What a gesture means is decided by plain code that knows no page (`span`,
//! `geometry`, `rules`, `gesture`, `words`); the rest reads the page, draws and sends.

#[cfg(any(feature = "hydrate", test))]
mod geometry;
#[cfg(any(feature = "hydrate", test))]
mod gesture;
#[cfg(any(feature = "hydrate", test))]
mod rules;
#[cfg(any(feature = "hydrate", test))]
mod span;
#[cfg(any(feature = "hydrate", test))]
mod words;
