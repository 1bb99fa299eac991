//! Lines of an answer that a card, a proposal or a choice beside it says already.

use std::collections::HashSet;

use domain::chat::{Action, Choice, Proposal};

/// What is shown beside the words of an answer.
#[derive(Default)]
pub(super) struct Shown(HashSet<String>);

impl Shown {
    /// A card is shown.
    pub(super) fn action(&mut self, action: &Action) {
        // Without rows, as after taking back, the card has the words alone.
        if action.item.is_some() || action.tool.ends_with("_many") {
            self.0.insert(action.summary.trim().to_owned());
        }
    }

    /// A proposal is shown.
    pub(super) fn proposal(&mut self, proposal: &Proposal) {
        self.0.insert(proposal.summary.trim().to_owned());
    }

    /// A card says why the answer broke off.
    pub(super) fn failure(&mut self, why: &str) {
        self.0.insert(why.trim().to_owned());
    }

    /// Buttons are shown.
    pub(super) fn choices(&mut self, choices: &[Choice]) {
        for (index, choice) in choices.iter().enumerate() {
            self.0.insert(format!("{}. {}", index + 1, choice.label.trim()));
        }
    }

    /// The words without the lines that are shown beside them.
    pub(super) fn without(&self, text: &str) -> String {
        if !text.lines().any(|line| self.0.contains(line.trim())) {
            return text.to_owned();
        }
        let kept: Vec<&str> = text.lines().filter(|line| !self.0.contains(line.trim())).collect();
        kept.join("\n").trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal(summary: &str) -> Proposal {
        Proposal { id: domain::Uuid::nil(), summary: summary.to_owned() }
    }

    #[test]
    fn a_question_stands_once() {
        let mut shown = Shown::default();
        shown.proposal(&proposal("Delete “Dentist”?"));
        assert_eq!(shown.without("Delete “Dentist”?"), "");
        assert_eq!(shown.without("I found it.\nDelete “Dentist”?"), "I found it.");
    }

    #[test]
    fn words_that_only_resemble_a_card_stay_as_they_are() {
        let mut shown = Shown::default();
        shown.proposal(&proposal("Delete “Dentist”?"));
        let words = "  Delete “Dentist”? I would not. \n";
        assert_eq!(shown.without(words), words);
    }

    #[test]
    fn buttons_are_not_listed_again() {
        let mut shown = Shown::default();
        let label = "“Lunch”, today".to_owned();
        shown.choices(&[Choice { message: label.clone(), label }]);
        assert_eq!(shown.without("Which one?\n1. “Lunch”, today"), "Which one?");
    }
}
