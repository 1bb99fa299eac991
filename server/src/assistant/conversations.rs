//! Conversations as a turn needs them: entered, remembered, and kept when it ends.
//! Lists, names and exports are operations ([`crate::operations::conversations`]).

mod begin;
mod keep;
mod recall;

pub(super) use self::begin::{Begun, begin};
pub(super) use self::keep::{Exchange, keep};
pub(super) use self::recall::{Recalled, recall};

use domain::live::Kind;

use crate::context::Context;

/// How long a conversation's title is, in characters.
const TITLE_LIMIT: usize = 60;

/// Tells other pages of the person's that something was said.
fn tell(context: &Context) {
    let live = context.database.live();
    live.tell(context.actor.user_id, [Kind::Conversation].into(), context.page.as_ref());
}

/// A conversation's first line, shortened at a word.
fn title(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim();
    if line.chars().count() <= TITLE_LIMIT {
        return line.to_owned();
    }
    let cut: String = line.chars().take(TITLE_LIMIT).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_end_at_a_word() {
        assert_eq!(title("Lunch with Sam\nand more"), "Lunch with Sam");
        let long = title(&"word ".repeat(40));
        assert!(long.chars().count() <= TITLE_LIMIT + 1 && long.ends_with("word…"), "{long}");
    }
}
