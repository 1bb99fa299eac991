//! A conversation as Markdown, for people to keep.

use std::fmt::Write;

use domain::chat::Role;
use domain::conversation::{Conversation, Ended, KeptAction, KeptMessage, ProposalState};
use domain::time::Moment;

use crate::words::Words;

/// The whole conversation, with what was done and asked under each answer.
///
/// What the person said is quoted, so that nothing in it turns into a heading of
/// the document.
pub fn markdown(words: &Words, conversation: &Conversation) -> String {
    let mut text = format!("# {}\n", one_line(&conversation.entry.title));
    for message in &conversation.messages {
        let by = match message.role {
            Role::User => "You",
            Role::Assistant => "Assistant",
        };
        let when = words.moment_in_full(Moment::Instant(message.created_at));
        // Writing into a string never fails.
        let _ = write!(text, "\n## {by}, {when}\n");
        let said = message.text.trim();
        if !said.is_empty() {
            let said = if message.role == Role::User { quoted(said) } else { said.to_owned() };
            let _ = write!(text, "\n{said}\n");
        }
        let lines = lines(message);
        if !lines.is_empty() {
            let _ = write!(text, "\n{}\n", lines.join("\n"));
        }
    }
    text
}

/// What was done, asked and offered, a line each.
fn lines(message: &KeptMessage) -> Vec<String> {
    let replaced = message.replaced.iter().flat_map(|kept| {
        let undone = if kept.undone { " (taken back)" } else { "" };
        let actions = kept.replaced.actions.iter();
        actions.map(move |action| {
            format!("- Done before this was changed: {}{undone}", one_line(&action.summary))
        })
    });
    let done = message.actions.iter().map(|KeptAction { action, undone }| {
        let undone = if *undone { " (taken back)" } else { "" };
        format!("- Done: {}{undone}", one_line(&action.summary))
    });
    let asked = message.confirm.iter().map(|kept| {
        let answer = match kept.state {
            ProposalState::Waiting => "not answered yet",
            ProposalState::Accepted => "yes",
            ProposalState::Declined => "no",
            ProposalState::Expired => "not answered in time",
        };
        format!("- Asked: {} ({answer})", one_line(&kept.proposal.summary))
    });
    let offered =
        message.choices.iter().map(|choice| format!("- Offered: {}", one_line(&choice.label)));
    let ended = match (message.ended, &message.failure) {
        (Ended::Done, _) => None,
        (Ended::Stopped, _) => Some("- Stopped.".to_owned()),
        (Ended::Failed, Some(why)) => Some(format!("- Failed: {}", one_line(why))),
        (Ended::Failed, None) => Some("- Failed.".to_owned()),
    };
    replaced.chain(done).chain(asked).chain(offered).chain(ended).collect()
}

fn quoted(text: &str) -> String {
    text.lines()
        .map(|line| format!("> {line}").trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_person_said_stays_quoted() {
        assert_eq!(quoted("# one\n\n- two\r\n"), "> # one\n>\n> - two");
        assert_eq!(one_line("Buy\n# milk"), "Buy # milk");
    }
}
