//! REST through the real router.
