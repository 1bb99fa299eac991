//! Tells another process what a turn of ours says, to its end.

use std::time::Duration;

use super::letter::{Ask, Letter, Part, pieces};
use super::send;
use crate::assistant::told::Told;
use crate::database::Database;

/// What is said within this time goes into one letter.
const TOGETHER: Duration = Duration::from_millis(40);
/// How often a sign of life is sent while nothing is said.
pub(super) const SIGNS: Duration = Duration::from_secs(2);

/// Tells it; that it is over, if there is no such turn (any more).
pub(super) async fn tell(told: Option<Told>, database: Database, ask: Ask) {
    let Some(told) = told else {
        return say(&database, &ask, Some(ask.from), "[]", true).await;
    };
    let mut ask = ask;
    loop {
        let more = tokio::time::timeout(SIGNS, told.more(ask.from)).await;
        let Ok((events, after, is_over)) = more else {
            say(&database, &ask, None, "[]", false).await;
            continue;
        };
        let text = serde_json::to_string(&events).unwrap_or_default();
        say(&database, &ask, Some(after), &text, is_over).await;
        if is_over {
            return;
        }
        ask.from = after;
        tokio::time::sleep(TOGETHER).await;
    }
}

/// Says the events up to the one numbered `after`, which without one are none.
async fn say(database: &Database, ask: &Ask, after: Option<usize>, text: &str, is_over: bool) {
    let pieces = pieces(text);
    let parts = pieces.len();
    for (part, piece) in pieces.into_iter().enumerate() {
        let letter = Letter::Part(Part {
            stream: ask.stream,
            from: ask.from,
            after: after.unwrap_or(ask.from),
            part,
            parts,
            is_over,
            text: piece.to_owned(),
        });
        send(database, &ask.to, &letter.write()).await;
    }
}
