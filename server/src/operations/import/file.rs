//! A file of everything, as it arrives: read as a whole, so only one at a time.

use tokio::sync::{Semaphore, SemaphorePermit};

use super::{Document, ImportEverything, TakenOver};
use crate::context::Context;
use crate::error::Error;
use crate::operations::call;

/// A file is held in memory as a whole, and the rows that are made of it as well.
static TURN: Semaphore = Semaphore::const_new(1);

const BUSY: &str = "Another file is being taken over. Try again in a moment.";

/// The right to take a file over, to be had before it is read.
#[derive(Debug)]
pub struct Turn {
    /// Given back when it is dropped.
    _permit: SemaphorePermit<'static>,
}

impl Turn {
    /// Takes the turn.
    ///
    /// # Errors
    /// [`Error::Busy`] while somebody else has it.
    pub fn take() -> Result<Self, Error> {
        match TURN.try_acquire() {
            Ok(permit) => Ok(Self { _permit: permit }),
            Err(_) => Err(Error::Busy(BUSY)),
        }
    }
}

/// Takes a file over.
///
/// # Errors
/// [`Error::Invalid`] names the place of the first fault; [`Error::Conflict`] when the
/// account is not empty. Nothing is changed then.
pub async fn take_over(
    context: &Context,
    _turn: Turn,
    bytes: impl AsRef<[u8]> + Send + 'static,
) -> Result<TakenOver, Error> {
    // A large file keeps a processor busy for a while.
    let read = move || serde_json::from_slice::<Document>(bytes.as_ref());
    let read = tokio::task::spawn_blocking(read).await;
    let document = read
        .map_err(|cause| Error::Internal(format!("a file could not be read: {cause}")))?
        .map_err(|cause| {
            Error::field("file", format!("This is no file that the planner wrote: {cause}."))
        })?;
    Ok(call::<ImportEverything>(context, document).await?.value)
}
