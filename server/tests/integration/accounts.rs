//! Signing up, in and out, and what a session is worth.

mod asking;
mod changing;
mod credentials;
mod devices;
mod entering;
mod exporting;
mod guessing;
mod importing;
mod leaving;
mod letters;
mod mail_server;
mod moving;
mod origins;
mod sessions;
mod sign_up;
mod tokens;
