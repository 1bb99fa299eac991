//! Somebody who hears of changes, and listens again from where a connection broke off.

use std::io::{BufRead, BufReader};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::pause;
use super::program::Person;

/// Hears until it is dropped.
pub(crate) struct Listener {
    heard: Arc<Mutex<Heard>>,
    over: Arc<AtomicBool>,
}

#[derive(Default)]
struct Heard {
    /// When a change of tasks was last heard of.
    last: Option<Instant>,
    /// How often a stream began.
    streams: usize,
}

impl Listener {
    /// Begins to listen.
    pub(crate) fn to(person: &Person) -> Self {
        let (heard, over) = (Arc::<Mutex<Heard>>::default(), Arc::<AtomicBool>::default());
        let listener = Self { heard: Arc::clone(&heard), over: Arc::clone(&over) };
        let person = person.clone();
        std::thread::spawn(move || {
            let mut place = String::new();
            while !over.load(Ordering::Acquire) {
                // It ends with its process.
                let _ = listen(&person, &mut place, &heard, &over);
                pause(50);
            }
        });
        listener
    }

    /// How long it took until a change of tasks was heard of that was made after `begun`.
    pub(crate) fn hears_since(&self, begun: Instant) -> Duration {
        loop {
            if self.heard.lock().unwrap().last.is_some_and(|last| last > begun) {
                return begun.elapsed();
            }
            assert!(begun.elapsed() < Duration::from_secs(15), "a change was never heard of");
            pause(5);
        }
    }

    /// How often a stream has begun.
    pub(crate) fn streams(&self) -> usize {
        self.heard.lock().unwrap().streams
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Release);
    }
}

fn listen(
    person: &Person,
    place: &mut String,
    heard: &Mutex<Heard>,
    over: &AtomicBool,
) -> std::io::Result<()> {
    let headers: &[(&str, &str)] =
        if place.is_empty() { &[] } else { &[("last-event-id", place.as_str())] };
    let stream = person.ask("GET", "/api/changes", headers, "")?.stream();
    let mut begun = false;
    for line in BufReader::new(stream).lines() {
        let line = line?;
        if over.load(Ordering::Acquire) {
            break;
        }
        if let Some(id) = line.strip_prefix("id: ") {
            id.clone_into(place);
        }
        let mut heard = heard.lock().unwrap();
        if !begun && line.starts_with("event: ") {
            begun = true;
            heard.streams += 1;
        }
        if line.starts_with("data: ") && line.contains("\"task\"") {
            heard.last = Some(Instant::now());
        }
    }
    Ok(())
}
