//! What the quick line understood.

use domain::preview::{Intent, Preview};

use crate::texts;
use crate::view::chat::{FactView, ReadingView};

/// One thing that sending the line would do.
pub(crate) fn reading(preview: Preview) -> ReadingView {
    let (kind, does) = match preview.intent {
        Intent::AddEvent => ("event", texts::event::NEW),
        Intent::AddTask => ("task", texts::tasks::NEW),
        Intent::AddExpense => ("expense", texts::money::NEW),
        Intent::Tick => ("task", texts::chat::TICK_OFF),
        Intent::Change => ("change", texts::CHANGE),
        Intent::Delete => ("change", texts::chat::DELETES),
        Intent::Undo => ("change", texts::chat::UNDOES),
        Intent::Answer => ("question", texts::chat::ANSWERS),
        Intent::Ask => ("question", texts::chat::ASKS),
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
