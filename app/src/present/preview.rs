//! What the quick line understood.

use domain::preview::{Intent, Preview};

use crate::view::chat::{FactView, ReadingView};

/// One thing that sending the line would do.
pub(crate) fn reading(preview: Preview) -> ReadingView {
    let (kind, does) = match preview.intent {
        Intent::AddEvent => ("event", "New event"),
        Intent::AddTask => ("task", "New task"),
        Intent::AddExpense => ("expense", "New expense"),
        Intent::Tick => ("task", "Tick off"),
        Intent::Change => ("change", "Change"),
        Intent::Delete => ("change", "Delete (asks first)"),
        Intent::Undo => ("change", "Take the last change back"),
        Intent::Answer => ("question", "Answered in the chat"),
        Intent::Ask => ("question", "Asks back in the chat"),
    };
    ReadingView {
        kind: kind.to_owned(),
        does: does.to_owned(),
        title: preview.title,
        facts: preview
            .chips
            .into_iter()
            .map(|chip| FactView { text: chip.text, without: chip.without.unwrap_or_default() })
            .collect(),
    }
}
