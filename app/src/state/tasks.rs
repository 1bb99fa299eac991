//! What is seen on the page of tasks, and the hand and the keys on it.
//!
//! Where a task goes is decided by plain code that knows no page (`geometry`, `order`); the
//! controller reads the page, draws and sends.

#[cfg(feature = "hydrate")]
mod controller;
#[cfg(any(feature = "hydrate", test))]
mod geometry;
#[cfg(any(feature = "hydrate", test))]
mod order;
mod shown;

pub(crate) use shown::Shown;

/// Lets hand and keys work on the page for as long as it is there.
#[cfg(feature = "hydrate")]
pub(crate) fn attend(shown: Shown) {
    controller::attend(shown);
}

/// Without scripts there are forms.
#[cfg(not(feature = "hydrate"))]
pub(crate) fn attend(_: Shown) {}
