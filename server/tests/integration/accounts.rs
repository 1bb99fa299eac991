//! Signing up, in and out, and what a session is worth.

mod changing;
mod credentials;
mod devices;
mod entering;
mod exporting;
mod guessing;
mod leaving;
mod letters;
mod mail_server;
mod origins;
mod sessions;
mod sign_up;
mod tokens;
