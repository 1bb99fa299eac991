//! Signing up, in and out, and what a session is worth.

mod credentials;
mod origins;
mod sessions;
mod sign_up;
