//! What processes write to each other about a turn: a line of JSON, and below it, in a
//! part of what was told, some of its text.

use domain::Uuid;
use serde::{Deserialize, Serialize};

use crate::live::LIMIT;

/// How much text a letter holds, in bytes; the rest is for its line.
const ROOM: usize = LIMIT - 999;

/// A letter about a turn.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Letter {
    /// Tell me what that turn of yours says.
    Tell(Ask),
    /// Nobody listens to that stream any more.
    Enough {
        /// The stream.
        stream: Uuid,
    },
    /// Stop that turn of yours.
    Stop {
        /// Whose it is.
        person: Uuid,
        /// Which one.
        turn: Uuid,
    },
    /// Some of what the turn has told.
    Part(Part),
}

/// What is to be told, and to whom.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ask {
    /// Whose turn.
    pub(super) person: Uuid,
    /// Which one.
    pub(super) turn: Uuid,
    /// The process that asks.
    pub(super) to: String,
    /// Names what is told to it.
    pub(super) stream: Uuid,
    /// The number of the first event that it has not heard.
    pub(super) from: usize,
}

/// Some of the events of a turn.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Part {
    /// Which stream it belongs to.
    pub(super) stream: Uuid,
    /// The number of the first of its events.
    pub(super) from: usize,
    /// The number of the event after them.
    pub(super) after: usize,
    /// Which of several letters with the same events, from 0.
    pub(super) part: usize,
    /// How many those are.
    pub(super) parts: usize,
    /// Whether nothing follows.
    pub(super) is_over: bool,
    /// Its share of the events as JSON.
    #[serde(skip)]
    pub(super) text: String,
}

impl Letter {
    /// As it is sent.
    pub(super) fn write(&self) -> String {
        let line = serde_json::to_string(self).unwrap_or_default();
        match self {
            Self::Part(part) => format!("{line}\n{}", part.text),
            _ => line,
        }
    }

    /// As it was sent; none for something else.
    pub(super) fn read(letter: &str) -> Option<Self> {
        let (line, text) = letter.split_once('\n').unwrap_or((letter, ""));
        let mut letter = serde_json::from_str(line).ok()?;
        if let Self::Part(part) = &mut letter {
            text.clone_into(&mut part.text);
        }
        Some(letter)
    }
}

/// A text in pieces that fit into a letter each; one, however short it is.
pub(super) fn pieces(mut text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    while text.len() > ROOM {
        let (piece, rest) = text.split_at(text.floor_char_boundary(ROOM));
        pieces.push(piece);
        text = rest;
    }
    pieces.push(text);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_as_they_were_written() {
        let [person, turn, stream] = [1, 2, 3].map(Uuid::from_u128);
        let number = usize::MAX;
        let text = "Grüße\n".repeat(2_000);
        let part = |text: &str| Part {
            stream,
            from: number,
            after: number,
            part: number,
            parts: number,
            is_over: true,
            text: text.to_owned(),
        };
        let all = pieces(&text).into_iter().map(|piece| Letter::Part(part(piece)));
        let ask = Ask { person, turn, to: "x".repeat(32), stream, from: number };
        let others = [Letter::Tell(ask), Letter::Enough { stream }, Letter::Stop { person, turn }];
        for letter in all.chain(others) {
            let written = letter.write();
            assert!(written.len() <= LIMIT, "{} bytes", written.len());
            assert_eq!(Letter::read(&written), Some(letter));
        }
        assert_eq!(pieces(&text).concat(), text);
        assert_eq!(pieces(""), [""]);
        assert_eq!(Letter::read("{}"), None);
    }
}
