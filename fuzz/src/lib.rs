//! What the targets share: the parts of the planner that read foreign text, mounted here
//! by themselves.
//!
//! The files are those of `server` and `app` (symbolic links in this folder). Taken out of
//! their crates they are compiled without databases, web servers and components, so that a
//! build takes a minute, and all that is instrumented is what is looked at. Where one of them
//! names a type of its crate, the module below has one of the same name.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "of what is mounted, only what reads foreign text is called"
)]

pub mod document;
pub mod filter;
pub mod language;
pub mod present;
pub mod repeat;
pub mod words;
pub mod zone;

pub mod inputs;
pub mod markup;

mod cursor;
mod token;

/// Stands for the server's errors.
pub mod error {
    /// What cannot happen to the text of somebody.
    #[derive(Debug)]
    pub enum Error {
        /// A fault of the machine.
        Internal(String),
    }
}

/// Stands for the application's views.
pub mod view {
    /// Those of the chat.
    pub mod chat {
        /// How an answer changes that is shown while it grows.
        #[derive(Debug, Clone, Default)]
        pub struct RichView {
            /// Which block.
            pub block: usize,
            /// How many bytes of it stay.
            pub keep: usize,
            /// What follows them.
            pub more: String,
        }
    }
}

/// The keys that a cursor holds, and the cursor that they are written as again.
pub fn cursor<C: serde::Serialize + serde::de::DeserializeOwned>(
    text: &str,
) -> Option<(C, String)> {
    let keys: C = cursor::read(text)?;
    let written = cursor::written(&keys).expect("keys that were JSON are JSON");
    Some((keys, written))
}

/// The text and the stored key of a presented token, if it can be one of ours.
pub fn token(text: &str) -> Option<(String, String)> {
    let token = token::Token::parse(text)?;
    Some((token.text().to_owned(), token.hash().key()))
}
