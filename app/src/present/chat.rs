//! The conversation with the assistant.

mod card;
mod markdown;
mod repeated;

use chrono::{DateTime, Utc};
use domain::chat::{AnsweredBy, ChatAnswer, ChatEvent, Choice, Proposal, Role};
use domain::conversation::{
    Conversation, ConversationEntry, Ended, KeptMessage, KeptProposal, KeptReplaced, ProposalState,
};
use domain::time::Moment;
use server::words::Words;

pub(crate) use self::card::Befores;
use self::card::card;
use self::markdown::Growing;
use self::repeated::Shown;
use crate::texts;
use crate::view::chat::{
    ChatView, ChoiceView, EntryView, MessageView, Piece, ProposalView, ReplacedView,
};

/// A conversation as it was kept.
pub(crate) fn conversation(wording: &Words, befores: &Befores, kept: Conversation) -> ChatView {
    ChatView {
        id: kept.entry.id.to_string(),
        title: kept.entry.title,
        pinned: kept.entry.pinned,
        earlier: kept.left_out,
        messages: kept
            .messages
            .into_iter()
            .map(|message| self::message(wording, befores, message))
            .collect(),
        ..ChatView::default()
    }
}

/// A conversation in the list.
pub(crate) fn entry(wording: &Words, kept: ConversationEntry) -> EntryView {
    EntryView {
        id: kept.id.to_string(),
        title: kept.title,
        pinned: kept.pinned,
        when: wording.day(wording.date(Moment::Instant(kept.updated_at))),
    }
}

fn message(wording: &Words, befores: &Befores, kept: KeptMessage) -> MessageView {
    let own = kept.role == Role::User;
    let by = AnsweredBy {
        interpreter: kept.interpreter.unwrap_or_default(),
        model: kept.model.clone(),
        tokens_in: kept.tokens_in,
        tokens_out: kept.tokens_out,
        ..AnsweredBy::default()
    };
    let note = if own { String::new() } else { note(wording, kept.created_at, by) };
    let by_model = kept.model.is_some();
    let mut shown = Shown::default();
    kept.actions.iter().for_each(|kept| shown.action(&kept.action));
    kept.confirm.iter().for_each(|kept| shown.proposal(&kept.proposal));
    shown.choices(&kept.choices);
    kept.failure.iter().for_each(|failure| shown.failure(failure));
    let text = if own { kept.text } else { shown.without(&kept.text) };
    MessageView {
        id: kept.id.to_string(),
        own,
        html: if by_model && !own { markdown::html(&text) } else { String::new() },
        text,
        cards: kept
            .actions
            .iter()
            .map(|kept| card(wording, befores, &kept.action, kept.undone))
            .collect(),
        undo: kept.undo.map(|token| token.to_string()).unwrap_or_default(),
        proposals: kept.confirm.into_iter().map(answered).collect(),
        choices: kept.choices.into_iter().map(choice).collect(),
        failure: match kept.ended {
            Ended::Failed => kept.failure.unwrap_or_else(|| texts::chat::ANSWER_FAILED.to_owned()),
            Ended::Done | Ended::Stopped => String::new(),
        },
        note,
        replaced: kept.replaced.map(replaced),
    }
}

/// `13:05 · gpt-4o · 312 + 45 tokens`.
fn note(wording: &Words, at: DateTime<Utc>, by: AnsweredBy) -> String {
    let mut parts = vec![wording.moment(Moment::Instant(at))];
    parts.push(by.model.unwrap_or(by.interpreter));
    parts.retain(|part| !part.is_empty());
    if let (Some(read), Some(written)) = (by.tokens_in, by.tokens_out)
        && read + written > 0
    {
        parts.push(texts::chat::tokens(read, written));
    }
    parts.join(" · ")
}

fn replaced(kept: KeptReplaced) -> ReplacedView {
    let tokens = kept.replaced.undo.iter().map(ToString::to_string).collect::<Vec<_>>();
    ReplacedView {
        done: kept.replaced.actions.into_iter().map(|action| action.summary).collect(),
        undo: if kept.undone { String::new() } else { tokens.join(",") },
    }
}

/// The pieces of an answer while it streams. What a card says by now is not said
/// in words again.
pub(crate) struct Streaming {
    shown: Shown,
    /// The words as HTML, where a language model writes them.
    rich: Option<Growing>,
}

impl Streaming {
    /// An answer that begins; a language model `is_rich` in what it writes.
    pub(crate) fn new(is_rich: bool) -> Self {
        Self { shown: Shown::default(), rich: is_rich.then(Growing::default) }
    }

    /// One more piece, if the event adds anything to what is shown.
    pub(crate) fn piece(
        &mut self,
        wording: &Words,
        befores: &Befores,
        event: ChatEvent,
    ) -> Option<Piece> {
        Some(match event {
            ChatEvent::Start(started) => Piece::Start {
                conversation: started.conversation_id.to_string(),
                message: started.message_id.to_string(),
            },
            ChatEvent::Text(text) => {
                let words = self.shown.without(&text.delta);
                match &mut self.rich {
                    Some(rich) => {
                        let changes = rich.add(&words);
                        (!changes.is_empty()).then_some(Piece::Rich(changes))?
                    }
                    None => Piece::Words(words),
                }
            }
            ChatEvent::Action(action) => {
                self.shown.action(&action);
                Piece::Card(card(wording, befores, &action, false))
            }
            ChatEvent::Confirm(proposal) => {
                self.shown.proposal(&proposal);
                Piece::Proposal(waiting(proposal))
            }
            ChatEvent::Choices(choices) => {
                Piece::Choices(choices.into_iter().map(choice).collect())
            }
            ChatEvent::Done(answer) => Piece::Done(whole(wording, befores, answer)),
            ChatEvent::Error(failed) => Piece::Failed(failed.problem),
        })
    }
}

/// The assistant's message of a whole answer, as it will be read from what is kept:
/// then nothing of it is drawn anew.
fn whole(wording: &Words, befores: &Befores, answer: ChatAnswer) -> MessageView {
    let mut shown = Shown::default();
    answer.actions.iter().for_each(|action| shown.action(action));
    answer.confirm.iter().for_each(|proposal| shown.proposal(proposal));
    shown.choices(&answer.choices);
    answer.failure.iter().for_each(|failure| shown.failure(failure));
    let id = answer.messages.iter().rfind(|said| said.role == Role::Assistant);
    let text = shown.without(&said(&answer));
    let by_model = answer.answered_by.model.is_some();
    MessageView {
        id: id.map(|said| said.id.to_string()).unwrap_or_default(),
        html: if by_model { markdown::html(&text) } else { String::new() },
        text,
        cards: answer.actions.iter().map(|action| card(wording, befores, action, false)).collect(),
        undo: answer.undo.map(|token| token.to_string()).unwrap_or_default(),
        proposals: answer.confirm.into_iter().map(waiting).collect(),
        choices: answer.choices.into_iter().map(choice).collect(),
        failure: answer.failure.unwrap_or_default(),
        note: note(wording, wording.instant(), answer.answered_by),
        ..MessageView::default()
    }
}

/// The assistant's words in an answer.
pub(crate) fn said(answer: &ChatAnswer) -> String {
    let said = answer.messages.iter().filter(|said| said.role == Role::Assistant);
    said.map(|said| said.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn waiting(proposal: Proposal) -> ProposalView {
    ProposalView { id: proposal.id.to_string(), summary: proposal.summary, outcome: String::new() }
}

fn answered(kept: KeptProposal) -> ProposalView {
    let outcome = match kept.state {
        ProposalState::Waiting => "",
        ProposalState::Accepted => texts::chat::SAID_YES,
        ProposalState::Declined => texts::chat::SAID_NO,
        ProposalState::Expired => texts::chat::SAID_NOTHING,
    };
    ProposalView { outcome: outcome.to_owned(), ..waiting(kept.proposal) }
}

fn choice(choice: Choice) -> ChoiceView {
    ChoiceView { label: choice.label, message: choice.message }
}
