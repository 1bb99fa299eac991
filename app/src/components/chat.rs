//! Parts of the conversation.

mod card;
mod composer;
mod conversations;
mod current;
mod heading;
mod message;
mod proposal;
mod say;
mod status;
mod thread;

pub(crate) use composer::Composer;
pub(crate) use conversations::Conversations;
pub(crate) use heading::Heading;
pub(crate) use status::Status;
pub(crate) use thread::{Thread, fingerprint};
