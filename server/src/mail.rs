//! Letters to people: handed to a mail server in the background.
//!
//! Whoever waits for an answer waits for no mail server, and cannot tell from the time
//! whether a letter is sent. A letter that cannot be handed over is tried again a few times
//! and then given up, with a line in the log; it can be asked for again.
//!
//! The end of the program waits for those under way, and those that wait for another try
//! get it at once. They are not kept in the database: their links would open accounts, and
//! of such secrets only hashes are stored.

pub(crate) mod letter;

use std::sync::Arc;
use std::time::Duration;

use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

use self::letter::Letter;
use crate::config::Config;

/// How many letters may be under way. More are not a person's doing.
const UNDER_WAY: usize = 64;
/// After how long a letter is tried again.
const AGAIN: [Duration; 2] = [Duration::from_secs(30), Duration::from_secs(300)];

/// What sends letters, if anything does.
#[derive(Debug, Clone, Default)]
pub struct Mailer(Option<Arc<Post>>);

#[derive(Debug)]
struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    room: Arc<Semaphore>,
    /// Told when the program ends: there is no later any more.
    last: CancellationToken,
}

/// Room for one letter under way.
#[derive(Debug)]
pub(crate) struct Room {
    post: Arc<Post>,
    _permit: OwnedSemaphorePermit,
}

impl Mailer {
    /// What the settings name.
    pub fn of(config: &Config) -> Self {
        let post = config.mail.as_ref().and_then(|settings| {
            let transport = settings.transport().ok()?;
            let room = Arc::new(Semaphore::new(UNDER_WAY));
            Some(Arc::new(Post {
                transport,
                from: settings.from.clone(),
                room,
                last: CancellationToken::new(),
            }))
        });
        Self(post)
    }

    /// Whether letters are sent at all.
    pub fn is_set_up(&self) -> bool {
        self.0.is_some()
    }

    /// Room for a letter, unless none is sent or too many are under way.
    pub(crate) fn room(&self) -> Option<Room> {
        let post = self.0.clone()?;
        match post.room.clone().try_acquire_owned() {
            Ok(permit) => Some(Room { post, _permit: permit }),
            Err(_) => {
                tracing::warn!("too many letters are under way; one was not sent");
                None
            }
        }
    }

    /// Waits until no letter is under way any more. What waits for another try gets it now.
    pub(crate) async fn finish(&self) {
        let Some(post) = &self.0 else { return };
        post.last.cancel();
        let all = u32::try_from(UNDER_WAY).unwrap_or(u32::MAX);
        // It is never closed, so this is about waiting only.
        let _all = post.room.acquire_many(all).await;
    }

    /// Sends a letter in the background.
    pub(crate) fn send(&self, to: &str, letter: &Letter) {
        let Some(room) = self.room() else { return };
        let (to, letter) = (to.to_owned(), letter.clone());
        tokio::spawn(async move { room.send(&to, &letter).await });
    }
}

impl Room {
    /// Hands a letter over, now or a little later.
    pub(crate) async fn send(self, to: &str, letter: &Letter) {
        let message = match self.message(to, letter) {
            Ok(message) => message,
            // Addresses that no mail server knows pass our own check, such as ones in
            // scripts that SMTP has no room for.
            Err(cause) => return tracing::warn!(%cause, "a letter could not be written"),
        };
        let mut pauses = AGAIN.iter();
        loop {
            let cause = match self.post.transport.send(message.clone()).await {
                Ok(_) => return tracing::info!(letter = letter.subject, "a letter was sent"),
                Err(cause) => cause,
            };
            match pauses.next().filter(|_| !cause.is_permanent()) {
                Some(pause) => {
                    tracing::warn!(%cause, "a letter was not sent and is tried again");
                    let last = self.post.last.cancelled();
                    let _over = tokio::time::timeout(*pause, last).await;
                }
                None => return tracing::error!(%cause, "a letter was given up"),
            }
        }
    }

    fn message(&self, to: &str, letter: &Letter) -> Result<Message, String> {
        let to: Address = to.parse().map_err(|cause| format!("{cause}"))?;
        Message::builder()
            .from(self.post.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject)
            .multipart(MultiPart::alternative_plain_html(letter.plain(), letter.html()))
            .map_err(|cause| cause.to_string())
    }
}
