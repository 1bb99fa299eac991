//! What is asked of the assistant and is no planner's business: to play a song, to turn the lights
//! off, to tell the weather, to be called something else.
//!
//! The other rooms see a verb or a question word and propose a row or an answer. This one strikes
//! what they proposed where the words show that something else is meant: a device, an account at a
//! bank, the assistant itself, or knowledge of the world. What is said outright ("remind me to
//! turn the lights off") stays, whatever it is about, and so does what a person does on some day.

mod questions;
mod verbs;
mod words;

use super::{Aim, Candidate, Evidence};
use crate::language::request::{
    Outcome, PLANS, Question, Request, create, phrases::EVENT_NOUNS, sentence::Sentence,
};

/// Strikes the candidates that mean something else than the planner's business. Where one of them
/// would have made or changed a row and none is left, the answer says that it cannot be done.
pub(super) fn strike(sentence: &Sentence<'_, '_>, candidates: &mut Vec<Candidate>) {
    if candidates.is_empty() {
        return;
    }
    let plain = sentence.plain();
    let seen = Seen::of(sentence, &plain);
    let mut asked = false;
    candidates.retain(|candidate| {
        let struck = seen.strikes(candidate);
        asked |= struck && !matches!(candidate.aim, Aim::AskMoney | Aim::AskPlans);
        !struck
    });
    if candidates.is_empty() && asked && !plain.asks() {
        let words = plain.title(&[]);
        let outcome = Outcome::Ask(Question::Beyond(words));
        candidates.push(Candidate::new(Aim::Task, outcome, &[Evidence::Outright]));
    }
}

/// Whether a device or the assistant itself is spoken of: "skip this song".
pub(in crate::language::request) fn is_beyond(sentence: &Sentence<'_, '_>) -> bool {
    let plain = sentence.plain();
    let head = create::head(&plain);
    verbs::controls(&head) || verbs::of_itself(&sentence.until(plain.from), &head)
}

/// What the words of a part show. Each is looked at only where a candidate asks for it: most
/// parts are struck by none.
struct Seen<'a, 's, 't> {
    /// What stands before the request.
    opens: Sentence<'s, 't>,
    head: Sentence<'s, 't>,
    plain: &'a Sentence<'s, 't>,
}

impl<'a, 's, 't> Seen<'a, 's, 't> {
    fn of(sentence: &Sentence<'s, 't>, plain: &'a Sentence<'s, 't>) -> Self {
        Self { opens: sentence.until(plain.from), head: create::head(plain), plain }
    }

    /// The assistant is to tell or show something.
    fn told(&self) -> bool {
        verbs::tells(&self.opens, &self.head) || verbs::asks_of_many(&self.head)
    }

    /// Something is to be looked up or shared that only a machine has at hand.
    fn looked(&self) -> bool {
        verbs::looks_up(&self.head) || verbs::studies(&self.head)
    }

    /// Something is to be switched, played or set.
    fn device(&self) -> bool {
        verbs::controls(&self.head)
    }

    /// It is about the assistant itself.
    fn itself(&self) -> bool {
        verbs::of_itself(&self.opens, &self.head)
    }

    /// The assistant is asked to do what no operation of the planner does.
    fn service(&self) -> bool {
        verbs::serves(&self.opens, &self.head)
    }

    /// A question stands inside.
    fn asks_inside(&self) -> bool {
        asks_inside(self.plain, &self.head) || verbs::of_topic(&self.head)
    }

    /// Money is moved from one account to another, or a number of an account is changed.
    fn account(&self) -> bool {
        verbs::of_account(&self.head)
    }

    /// It is to be seen whether something is so.
    fn looking(&self) -> bool {
        self.head.starts(&words::LOOKING).is_some()
    }

    /// A day or a time is said that is not now.
    fn later(&self) -> bool {
        later(self.plain) && !self.head.has(&words::MUSIC)
    }

    fn strikes(&self, candidate: &Candidate) -> bool {
        let plain = self.plain;
        let said = candidate.case.holds(Evidence::Outright) || candidate.case.holds(Evidence::Kept);
        let makes = matches!(candidate.outcome, Outcome::Done(_));
        match candidate.aim {
            Aim::Task if said => false,
            Aim::Task => {
                (self.told() && !(self.later() && verbs::reminds(plain)))
                    || self.service()
                    || (self.device() || self.itself() || self.looked()) && !self.later()
            }
            Aim::Event if said => false,
            Aim::Event => {
                makes && self.asks_inside()
                    || self.told()
                    || self.account()
                    || (self.device() || self.itself() || self.service() || self.looked())
                        && !self.later()
            }
            Aim::Change => {
                changes(candidate)
                    && (self.device() || self.itself() || self.account() || self.looking())
            }
            Aim::Spend => {
                let spent =
                    plain.starts(&["i spent", "spent", "i paid", "paid", "i bought", "bought"]);
                self.account() || self.asks_inside() && spent.is_none()
            }
            Aim::AskPlans => questions::of_the_world(plain, candidate),
            Aim::AskMoney => questions::of_other_money(plain),
        }
    }
}

/// Whether it changes rows by what is said here, and does not lean on what was said before.
fn changes(candidate: &Candidate) -> bool {
    match &candidate.outcome {
        Outcome::Done(Request::Change { which, .. } | Request::Delete { which }) => !which.leans(),
        Outcome::Done(_) => true,
        Outcome::Ask(_) | Outcome::Nothing => false,
    }
}

/// A day or a time that is not now: what is to be done then is a plan.
fn later(plain: &Sentence<'_, '_>) -> bool {
    plain.scan(PLANS).iter().any(|found| {
        let now = (found.from..found.to).all(|at| {
            matches!(plain.word(at), "right" | "now" | "today" | "tonight" | "a" | "the")
        });
        found.parts.is_dated() && !now
    })
}

/// "today's date is what exactly", "if i go to canada next month do i need a visa": a question
/// that does not stand at the start.
fn asks_inside(plain: &Sentence<'_, '_>, head: &Sentence<'_, '_>) -> bool {
    let quoted = (head.from..head.to).any(|at| head.tokens.is_mark(at, '"'));
    // Behind a day a question may stand first.
    let from = if head.from > plain.from { head.from } else { head.from + 1 };
    !quoted && head.after(from).has(&words::ASKING)
}

/// Whether the thing at a place is the first half of a name of something that takes place:
/// "music lesson", "light show".
fn names_event(head: &Sentence<'_, '_>, at: usize) -> bool {
    EVENT_NOUNS.contains(&head.word(at + 1))
}

#[cfg(test)]
mod tests {
    use crate::language::request::examples::check;

    #[test]
    fn what_no_operation_does_is_offered_as_a_task() {
        check(&[
            ("turn the lights off please", &["Ask(Beyond(\"turn the lights off\"))"]),
            ("play some jazz", &["Ask(Beyond(\"play some jazz\"))"]),
            ("can you tell me my credit score", &["Ask(Beyond(\"tell me my credit score\"))"]),
            ("call me charlie", &["Ask(Beyond(\"call me charlie\"))"]),
            ("can you get me a taxi", &["Ask(Beyond(\"get me a taxi\"))"]),
        ]);
    }

    #[test]
    fn what_a_person_does_stays_a_task() {
        check(&[
            ("remind me to turn the lights off", &["task turn the lights off: -"]),
            ("change the light bulb", &["task change the light bulb: -"]),
            ("learn a new song", &["task learn a new song: -"]),
            ("please pick up the kids", &["task pick up the kids: -"]),
        ]);
    }
}
