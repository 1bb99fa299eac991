//! Parts of the conversation.

mod composer;
mod message;
mod say;

pub(crate) use composer::{Composer, Status};
pub(crate) use message::Message;
pub(crate) use say::SayForm;
