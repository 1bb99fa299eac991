//! What happens while somebody writes.

use domain::problem::Problem;
use domain::validation::Invalid;
use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::{Handlers, REVISE, Writing};
use crate::state::draft;
use crate::state::talk::{Saying, Talk};
use crate::texts;

impl Writing {
    /// Takes the line over from the browser.
    pub(super) fn begin(self) -> Handlers {
        let navigate = use_navigate();
        let go = Callback::new(move |address: String| {
            let options =
                NavigateOptions { scroll: false, replace: true, ..NavigateOptions::default() };
            navigate(&address, options);
        });
        self.keep_draft(go);
        let escape = window_event_listener(keydown, move |event| self.escape(&event, go));
        on_cleanup(move || escape.remove());
        Handlers {
            submit: Callback::new(move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                self.send(go);
            }),
            key: Callback::new(move |event: KeyboardEvent| self.key(&event, go)),
            input: Callback::new(move |_| self.typed()),
            stop: Callback::new(move |()| self.talk.stop()),
        }
    }

    /// Puts what belongs into the line there: the draft, the message to be edited,
    /// or what did not get through.
    fn keep_draft(self, go: Callback<String>) {
        let talk = self.talk;
        let failed = StoredValue::new(None::<Saying>);
        Effect::new(move |before: Option<String>| {
            let revises = self.revises.get();
            let Some(line) = self.line.get() else { return revises };
            let returned = failed.try_update_value(Option::take).flatten();
            let is_first = before.is_none();
            if let Some(saying) = returned {
                line.set_value(&saying.words);
            } else if let Some(message) = talk.own(&revises) {
                line.set_value(&message.text);
                let _ = line.focus();
            } else if !is_first || line.value().is_empty() {
                // What was typed before the page was taken over stays.
                let conversation = talk.conversation.get_untracked();
                line.set_value(&draft::read(&conversation).unwrap_or_default());
            }
            revises
        });
        Effect::new(move || {
            let Some(saying) = talk.returned.get() else { return };
            talk.returned.set(None);
            let Some(line) = self.line.get_untracked() else { return };
            if !line.value().is_empty() {
                return;
            }
            line.set_value(&saying.words);
            self.typed();
            if !saying.replaces.is_empty() {
                let address = revision(talk, &saying.replaces);
                failed.set_value(Some(saying));
                go.run(address);
            }
        });
    }

    fn typed(self) {
        let Some(line) = self.line.get_untracked() else { return };
        if self.revises.with_untracked(String::is_empty) {
            draft::keep(&self.talk.conversation.get_untracked(), &line.value());
        }
    }

    fn key(self, event: &KeyboardEvent, go: Callback<String>) {
        // While an input method composes, keys are its own.
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" if !event.shift_key() => {
                event.prevent_default();
                self.send(go);
            }
            "ArrowUp" if self.line.get_untracked().is_some_and(|line| line.value().is_empty()) => {
                let own = self.talk.kept.with_untracked(|kept| {
                    kept.iter().rfind(|message| message.own).map(|message| message.id.clone())
                });
                if let Some(id) = own.filter(|_| !untrack(|| self.talk.is_busy())) {
                    event.prevent_default();
                    go.run(revision(self.talk, &id));
                }
            }
            _ => {}
        }
    }

    /// Stops the answer, wherever the focus is; else gives up editing.
    fn escape(self, event: &KeyboardEvent, go: Callback<String>) {
        if event.key() != "Escape" || event.default_prevented() || event.is_composing() {
            return;
        }
        if untrack(|| self.talk.is_busy()) {
            self.talk.stop();
        } else if !self.revises.with_untracked(String::is_empty) {
            go.run(address(self.talk));
        }
    }

    /// Sends what is written. The words leave the line once they are on their way,
    /// and come back to it when they did not get there.
    fn send(self, go: Callback<String>) {
        let Some(line) = self.line.get_untracked() else { return };
        let words = line.value();
        if words.trim().is_empty() {
            self.state.problem.set(Some(empty()));
            let _ = line.focus();
        } else if !untrack(|| self.talk.is_busy()) {
            self.state.problem.set(None);
            let replaces = self.revises.get_untracked();
            line.set_value("");
            draft::keep(&self.talk.conversation.get_untracked(), "");
            let is_revision = !replaces.is_empty();
            self.talk.say(Saying { words, replaces, undo: String::new() });
            if is_revision {
                go.run(address(self.talk));
            }
            let _ = line.focus();
        }
    }
}

fn address(talk: Talk) -> String {
    format!("/chat/{}", talk.conversation.get_untracked())
}

fn revision(talk: Talk, message: &str) -> String {
    format!("{}?{REVISE}={message}", address(talk))
}

fn empty() -> Problem {
    Problem::invalid(Invalid::field("message", texts::chat::EMPTY))
}
