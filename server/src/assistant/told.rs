//! What a turn has told so far: kept in order, heard from the beginning by
//! whoever joins, however late.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use domain::chat::{ChatEvent, Delta};
use futures::Stream;
use tokio::sync::watch;

/// The events of one turn. Clones share them.
///
/// Nothing is ever dropped for a listener that is slow: it holds only its place.
#[derive(Debug, Clone, Default)]
pub(super) struct Told(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    pages: Mutex<Pages>,
    grown: watch::Sender<()>,
}

#[derive(Debug, Default)]
struct Pages {
    events: Vec<ChatEvent>,
    is_over: bool,
}

impl Told {
    /// Tells one more event.
    pub(super) fn tell(&self, event: ChatEvent) {
        self.change(|pages| pages.events.push(event));
    }

    /// Nothing follows.
    pub(super) fn close(&self) {
        self.change(|pages| pages.is_over = true);
    }

    fn change(&self, change: impl FnOnce(&mut Pages)) {
        change(&mut self.0.pages.lock().unwrap_or_else(PoisonError::into_inner));
        self.0.grown.send_replace(());
    }

    /// Everything from the beginning, then what is told from now on, to the end.
    pub(super) fn listen(&self) -> impl Stream<Item = ChatEvent> + Send + use<> {
        self.from(0, VecDeque::new())
    }

    /// The same for one who comes late: words told until now come as one event.
    pub(super) fn join(&self) -> impl Stream<Item = ChatEvent> + Send + use<> {
        let (events, _) = self.since(0);
        self.from(events.len(), joined(events))
    }

    /// What was told from the event numbered `next` on, as soon as there is any, with the
    /// number of the event after it; neighbouring words are one event. And whether
    /// nothing follows.
    pub(super) async fn more(&self, next: usize) -> (VecDeque<ChatEvent>, usize, bool) {
        let mut grown = self.0.grown.subscribe();
        loop {
            grown.mark_unchanged();
            let (events, is_over) = self.since(next);
            if !events.is_empty() || is_over || grown.changed().await.is_err() {
                let after = next + events.len();
                return (joined(events), after, is_over);
            }
        }
    }

    fn from(
        &self,
        next: usize,
        ahead: VecDeque<ChatEvent>,
    ) -> impl Stream<Item = ChatEvent> + Send + use<> {
        let place = Place { told: self.clone(), grown: self.0.grown.subscribe(), next, ahead };
        futures::stream::unfold(place, |mut place| async {
            place.hear().await.map(|event| (event, place))
        })
    }

    /// What was told from `next` on, and whether that is all.
    fn since(&self, next: usize) -> (Vec<ChatEvent>, bool) {
        let pages = self.0.pages.lock().unwrap_or_else(PoisonError::into_inner);
        (pages.events.get(next..).unwrap_or_default().to_vec(), pages.is_over)
    }
}

/// How far a listener is.
struct Place {
    told: Told,
    grown: watch::Receiver<()>,
    next: usize,
    ahead: VecDeque<ChatEvent>,
}

impl Place {
    async fn hear(&mut self) -> Option<ChatEvent> {
        loop {
            if let Some(event) = self.ahead.pop_front() {
                return Some(event);
            }
            // Marked as seen before looking, so that nothing told in between is missed.
            self.grown.mark_unchanged();
            let (events, is_over) = self.told.since(self.next);
            self.next += events.len();
            if events.is_empty() && is_over {
                return None;
            }
            if events.is_empty() {
                self.grown.changed().await.ok()?;
            }
            self.ahead = events.into();
        }
    }
}

/// The same events with neighbouring words in one.
fn joined(events: Vec<ChatEvent>) -> VecDeque<ChatEvent> {
    let mut joined: VecDeque<ChatEvent> = VecDeque::new();
    for event in events {
        match (joined.back_mut(), event) {
            (Some(ChatEvent::Text(said)), ChatEvent::Text(Delta { delta })) => {
                said.delta.push_str(&delta);
            }
            (_, event) => joined.push_back(event),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use futures::{FutureExt, StreamExt};

    use super::*;

    fn words(words: &str) -> ChatEvent {
        ChatEvent::Text(Delta { delta: words.to_owned() })
    }

    #[tokio::test]
    async fn a_late_listener_hears_everything() {
        let told = Told::default();
        let mut early = Box::pin(told.listen());
        told.tell(words("one "));
        assert_eq!(early.next().await, Some(words("one ")));
        told.tell(words("two "));
        told.tell(words("three"));
        let mut late = Box::pin(told.join());
        assert_eq!(late.next().await, Some(words("one two three")));
        assert_eq!(early.next().await, Some(words("two ")));
        assert_eq!(early.next().await, Some(words("three")));
        assert_eq!(late.next().now_or_never(), None, "it waits");
        told.tell(ChatEvent::Choices(Vec::new()));
        told.close();
        assert_eq!(late.collect::<Vec<_>>().await, [ChatEvent::Choices(Vec::new())]);
        assert_eq!(early.collect::<Vec<_>>().await.len(), 1);
        assert_eq!(told.join().collect::<Vec<_>>().await.len(), 2);
        assert_eq!(told.listen().collect::<Vec<_>>().await.len(), 4);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn nothing_is_missed_while_it_is_told() {
        let told = Told::default();
        let listeners: Vec<_> = (0..8)
            .map(|_| {
                let heard = told.listen();
                tokio::spawn(heard.fold(String::new(), |all, event| async move {
                    let ChatEvent::Text(Delta { delta }) = event else { return all };
                    all + &delta
                }))
            })
            .collect();
        let mut expected = String::new();
        for number in 0..5_000 {
            let word = format!("{number} ");
            expected.push_str(&word);
            told.tell(words(&word));
        }
        told.close();
        for listener in listeners {
            assert_eq!(listener.await.unwrap(), expected);
        }
    }
}
