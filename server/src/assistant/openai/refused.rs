//! What a server refuses of the requests that OpenAI's own understands, remembered
//! while the program runs so that it is asked for once.

use std::sync::atomic::{AtomicBool, Ordering};

use super::failure::Failure;

/// Parts of a request that not every server takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extras {
    /// Schemas that are kept to the letter.
    pub(super) strict: bool,
    /// Counting the tokens of a stream.
    pub(super) usage: bool,
    /// Several calls in one answer.
    pub(super) parallel: bool,
    /// The same words for the same question; reasoning models know no other way.
    pub(super) temperature: bool,
}

/// What one server is known to refuse.
#[derive(Debug, Default)]
pub(super) struct Refused {
    strict: AtomicBool,
    usage: AtomicBool,
    parallel: AtomicBool,
    temperature: AtomicBool,
}

/// Words by which a refusal names the part.
const STRICT: [&str; 2] = ["strict", "additionalproperties"];
const USAGE: [&str; 2] = ["stream_options", "include_usage"];
const PARALLEL: [&str; 1] = ["parallel_tool_calls"];
const TEMPERATURE: [&str; 1] = ["temperature"];

impl Refused {
    /// What may be asked for.
    pub(super) fn extras(&self) -> Extras {
        let takes = |refused: &AtomicBool| !refused.load(Ordering::Relaxed);
        Extras {
            strict: takes(&self.strict),
            usage: takes(&self.usage),
            parallel: takes(&self.parallel),
            temperature: takes(&self.temperature),
        }
    }

    /// Learns from a refusal of a request with these extras. Returns what to ask
    /// for instead, if that is less.
    ///
    /// A refusal that names nothing may be about any of them, so all are left out
    /// of the next try; they are only remembered as refused once that succeeds.
    pub(super) fn learn(&self, failure: &Failure, asked: Extras) -> Option<Extras> {
        let Failure::Status { status: 400 | 404 | 415 | 422 | 500 | 501, message, .. } = failure
        else {
            return None;
        };
        let message = message.to_lowercase();
        let names = |words: &[&str]| words.iter().any(|word| message.contains(word));
        let mut less = asked;
        less.strict &= !names(&STRICT);
        less.usage &= !names(&USAGE);
        less.parallel &= !names(&PARALLEL);
        less.temperature &= !names(&TEMPERATURE);
        if less != asked {
            self.remember(less);
            return Some(less);
        }
        let nothing = Extras { strict: false, usage: false, parallel: false, temperature: false };
        let is_unclear = matches!(failure.status(), Some(400 | 422));
        (is_unclear && asked != nothing).then_some(nothing)
    }

    /// Remembers that a request succeeded with no more than these.
    pub(super) fn remember(&self, taken: Extras) {
        self.strict.fetch_or(!taken.strict, Ordering::Relaxed);
        self.usage.fetch_or(!taken.usage, Ordering::Relaxed);
        self.parallel.fetch_or(!taken.parallel, Ordering::Relaxed);
        self.temperature.fetch_or(!taken.temperature, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(status: u16, message: &str) -> Failure {
        Failure::Status { status, retry_after: None, message: message.to_owned() }
    }

    #[test]
    fn what_is_named_is_left_out_from_then_on() {
        let refused = Refused::default();
        let all = refused.extras();
        let less = refused.learn(&refusal(400, "Unknown parameter: 'stream_options'"), all);
        assert_eq!(less, Some(Extras { usage: false, ..all }));
        assert_eq!(refused.extras(), Extras { usage: false, ..all });
    }

    #[test]
    fn an_unclear_refusal_is_tried_plainly_and_remembered_only_if_that_helps() {
        let refused = Refused::default();
        let all = refused.extras();
        let plain = refused.learn(&refusal(422, "bad request"), all).expect("another try");
        assert!(!plain.strict && !plain.usage && !plain.parallel && !plain.temperature);
        assert_eq!(refused.extras(), all);
        assert_eq!(refused.learn(&refusal(422, "bad request"), plain), None);
        refused.remember(plain);
        assert_eq!(refused.extras(), plain);
    }

    #[test]
    fn other_failures_teach_nothing() {
        let refused = Refused::default();
        let all = refused.extras();
        assert_eq!(refused.learn(&refusal(401, "strict"), all), None);
        assert_eq!(refused.learn(&refusal(404, "no such model"), all), None);
        assert_eq!(refused.learn(&Failure::Slow, all), None);
    }
}
