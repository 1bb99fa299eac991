//! Signing up, in and out, and what a session is worth.

mod changing;
mod credentials;
mod devices;
mod exporting;
mod guessing;
mod leaving;
mod origins;
mod sessions;
mod sign_up;
