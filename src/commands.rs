//! What the program can be told to do.

pub(crate) mod serve;
