//! Questions whose answer no planner keeps.

use super::{Candidate, words};
use crate::language::request::{Outcome, Request, phrases::EVENT_NOUNS, sentence::Sentence};

/// "when does my visa expire", "are there any shots i need": the form is that of a question about
/// plans, the thing is none.
pub(super) fn of_the_world(plain: &Sentence<'_, '_>, candidate: &Candidate) -> bool {
    let Outcome::Done(request) = &candidate.outcome else { return false };
    let named = match request {
        Request::ListEvents { words, .. } | Request::Count { words, .. } => words.is_some(),
        Request::ListTasks { .. } | Request::FindFreeTime { .. } => true,
        _ => false,
    };
    // "what kinds of cereal are gluten free": free of something, and no free time.
    let rid = (plain.from + 1..plain.to).any(|at| {
        plain.word(at) == "free"
            && matches!(
                plain.word(at - 1),
                "gluten" | "calorie" | "sugar" | "fat" | "tax" | "dairy"
            )
    });
    if named && rid {
        return true;
    }
    // "when does my flight board": asked of the carrier.
    if named && plain.has(&words::CARRIED) && plain.has(&words::CARRYING) {
        return true;
    }
    if !named || plain.has(&words::PLANNED) && !plain.has(&words::TO_SEE) {
        return false;
    }
    let event = |at: usize| {
        EVENT_NOUNS.contains(&plain.word(at))
            && !matches!(
                plain.word(at),
                "show" | "with" | "hours" | "flight" | "train" | "trip" | "drive" | "day"
            )
    };
    // No typing error is forgiven: "stats" is no slip of "status".
    let world = (plain.from..plain.to)
        .any(|at| words::WORLD.iter().any(|words| plain.exactly(at, words).is_some()));
    plain.has(&words::TO_SEE) || world && !(plain.from..plain.to).any(event)
}

/// "how much is the minimum payment", "what's my spending limit".
pub(super) fn of_other_money(plain: &Sentence<'_, '_>) -> bool {
    // "how much does a samurai sword cost": a price of the world, and nobody's expense.
    let price = plain.starts(&["how much does", "how much is", "how much for", "how much are"]);
    let mine = ["i", "i've", "my", "me", "we", "our", "did", "spending", "spent", "total"];
    // "how much did i spend on fees" looks back at one's own spending.
    let back = plain.has(&["did i spend", "have i spent", "i spent", "did i pay", "have i paid"])
        && !plain.has(&["vacation days", "days off", "time off"]);
    plain.has(&words::OTHER_MONEY) && !back || price.is_some() && !plain.has(&mine)
}
