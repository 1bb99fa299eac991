//! The conversation with the assistant.

use domain::chat::{Action, ChatAnswer, ChatEvent, Choice, Proposal, Replaced, Role};
use domain::conversation::{
    Conversation, ConversationEntry, Ended, KeptMessage, KeptProposal, ProposalState,
};
use domain::history::Item;
use domain::time::Moment;

use super::row;
use crate::view::chat::{
    CardView, ChatView, ChoiceView, ConversationView, MessageView, Piece, ProposalView,
    ReplacedView,
};
use server::words::Words;

/// A conversation as it was kept.
pub(crate) fn conversation(wording: &Words, kept: Conversation) -> ChatView {
    ChatView {
        id: kept.entry.id.to_string(),
        title: kept.entry.title,
        pinned: kept.entry.pinned,
        running: false,
        left_out: kept.left_out,
        messages: kept
            .messages
            .into_iter()
            .map(|message| self::message(wording, message))
            .collect(),
    }
}

fn message(wording: &Words, kept: KeptMessage) -> MessageView {
    MessageView {
        id: kept.id.to_string(),
        own: kept.role == Role::User,
        text: kept.text,
        cards: kept.actions.iter().map(|kept| card(wording, &kept.action, kept.undone)).collect(),
        proposals: kept.confirm.into_iter().map(answered).collect(),
        choices: kept.choices.into_iter().map(choice).collect(),
        undo: kept.undo.map(|token| token.to_string()).unwrap_or_default(),
        ended: match kept.ended {
            Ended::Done => "",
            Ended::Stopped => "stopped",
            Ended::Failed => "failed",
        }
        .to_owned(),
        failure: kept.failure.unwrap_or_default(),
        source: kept.interpreter.unwrap_or_default(),
        replaced: kept.replaced.map(|kept| replaced(kept.replaced, kept.undone)),
    }
}

/// A piece of an answer while it streams.
pub(crate) fn piece(wording: &Words, event: ChatEvent) -> Piece {
    match event {
        ChatEvent::Start(started) => Piece::Start(started.conversation_id.to_string()),
        ChatEvent::Text(text) => Piece::Words(text.delta),
        ChatEvent::Action(action) => Piece::Card(card(wording, &action, false)),
        ChatEvent::Confirm(proposal) => Piece::Proposal(waiting(proposal)),
        ChatEvent::Choices(choices) => Piece::Choices(choices.into_iter().map(choice).collect()),
        ChatEvent::Done(answer) => Piece::Done(whole(wording, answer)),
        ChatEvent::Error(failed) => Piece::Failed(failed.problem),
    }
}

/// The assistant's message of a whole answer.
pub(crate) fn whole(wording: &Words, answer: ChatAnswer) -> MessageView {
    MessageView {
        id: answer.messages.last().map(|said| said.id.to_string()).unwrap_or_default(),
        own: false,
        text: said(&answer),
        cards: answer.actions.iter().map(|action| card(wording, action, false)).collect(),
        proposals: answer.confirm.into_iter().map(waiting).collect(),
        choices: answer.choices.into_iter().map(choice).collect(),
        undo: answer.undo.map(|token| token.to_string()).unwrap_or_default(),
        ended: if answer.stopped { "stopped" } else { "" }.to_owned(),
        replaced: answer.replaced.map(|kept| replaced(kept, false)),
        ..MessageView::default()
    }
}

/// The assistant's words in an answer.
pub(crate) fn said(answer: &ChatAnswer) -> String {
    let said = answer.messages.iter().filter(|said| said.role == Role::Assistant);
    said.map(|said| said.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn card(wording: &Words, action: &Action, undone: bool) -> CardView {
    let verb = match action.tool.split('_').next() {
        Some("create") => "Added",
        Some("record") => "Recorded",
        Some("complete") => "Completed",
        Some("reopen") => "Reopened",
        Some("delete") => "Deleted",
        _ => "Changed",
    };
    let undo = action.undo.map(|token| token.to_string()).unwrap_or_default();
    let Some(item) = &action.item else {
        let name = action.summary.clone();
        return CardView { name, verb: verb.to_owned(), undo, undone, ..CardView::default() };
    };
    let is_there = (verb == "Deleted") == undone;
    CardView {
        kind: kind(item).to_owned(),
        name: item.name().to_owned(),
        detail: row::detail(wording, item),
        verb: verb.to_owned(),
        open: if is_there { address(wording, item) } else { String::new() },
        undo,
        undone,
    }
}

fn kind(item: &Item) -> &'static str {
    match item {
        Item::Event(_) => "event",
        Item::Task(_) => "task",
        Item::Expense(_) => "expense",
    }
}

/// Where a row is shown, opened.
fn address(wording: &Words, item: &Item) -> String {
    let id = item.id();
    match item {
        Item::Event(event) => {
            format!("/calendar?week={}&edit={id}", wording.date(event.start_time))
        }
        Item::Task(_) => format!("/tasks?edit={id}"),
        Item::Expense(expense) => {
            let month = wording.local(expense.incurred_at).format("%Y-%m");
            format!("/expenses?month={month}&edit={id}")
        }
    }
}

fn replaced(replaced: Replaced, undone: bool) -> ReplacedView {
    ReplacedView {
        undo: replaced.undo.iter().map(ToString::to_string).collect(),
        done: replaced.actions.into_iter().map(|action| action.summary).collect(),
        undone,
    }
}

/// A conversation in the list.
pub(crate) fn listed(wording: &Words, entry: ConversationEntry) -> ConversationView {
    ConversationView {
        id: entry.id.to_string(),
        title: entry.title,
        pinned: entry.pinned,
        when: wording.moment(Moment::Instant(entry.updated_at)),
    }
}

fn waiting(proposal: Proposal) -> ProposalView {
    ProposalView { id: proposal.id.to_string(), summary: proposal.summary, outcome: String::new() }
}

fn answered(kept: KeptProposal) -> ProposalView {
    let outcome = match kept.state {
        ProposalState::Waiting => "",
        ProposalState::Accepted => "You said yes.",
        ProposalState::Declined => "You said no.",
        ProposalState::Expired => "Not answered in time; nothing was changed.",
    };
    ProposalView { outcome: outcome.to_owned(), ..waiting(kept.proposal) }
}

fn choice(choice: Choice) -> ChoiceView {
    ChoiceView { label: choice.label, message: choice.message }
}
