//! A filter's pieces: what stands between spaces, with quoted words held together.

use super::Wrong;

const UNCLOSED: &str = "The quotation does not end. Close it with \".";

/// A piece of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// As it is written, for messages.
    pub(super) written: String,
    /// Where it begins, in characters from 1.
    pub(super) place: usize,
    /// Whether a `-` stands before it.
    pub(super) negated: bool,
    /// What stands there without quotation: `milk`, `due:today`, or `list:` before a quoted value.
    pub(super) bare: String,
    /// What stands in quotation marks behind it, or alone.
    pub(super) quoted: Option<String>,
}

impl Piece {
    /// This piece is wrong.
    pub(super) fn wrong(&self, reason: impl Into<String>) -> Wrong {
        Wrong { part: self.written.clone(), place: self.place, reason: reason.into() }
    }
}

/// Cuts a filter into its pieces.
///
/// # Errors
/// A quotation that does not end.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, Wrong> {
    let letters: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        if letter.is_whitespace() {
            at += 1;
            continue;
        }
        let piece = piece(&letters, at)?;
        at += piece.written.chars().count();
        pieces.push(piece);
    }
    Ok(pieces)
}

/// The piece that begins at a letter.
fn piece(letters: &[char], begin: usize) -> Result<Piece, Wrong> {
    let follows = letters.get(begin + 1).is_some_and(|next| !next.is_whitespace());
    let negated = letters.get(begin) == Some(&'-') && follows;
    let start = begin + usize::from(negated);
    let rest = letters.get(start..).unwrap_or_default();
    let bare: String =
        rest.iter().take_while(|letter| !letter.is_whitespace() && **letter != '"').collect();
    let mut end = start + bare.chars().count();
    let mut quoted = None;
    if letters.get(end) == Some(&'"') && (bare.is_empty() || bare.ends_with(':')) {
        let inside = letters.get(end + 1..).unwrap_or_default();
        let length = inside.iter().position(|letter| *letter == '"');
        let whole = || letters.get(begin..).unwrap_or_default().iter().collect();
        let length = length.ok_or_else(|| Wrong {
            part: whole(),
            place: begin + 1,
            reason: UNCLOSED.to_owned(),
        })?;
        quoted = Some(inside.iter().take(length).collect());
        end += length + 2;
    }
    let written = letters.get(begin..end).unwrap_or_default().iter().collect();
    Ok(Piece { written, place: begin + 1, negated, bare, quoted })
}
