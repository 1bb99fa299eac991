//! What a form knows: what was refused, what was typed, whether it is on its way.

use domain::problem::Problem;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::view::outcome::{REFUSED, Returned};

/// The state of one form; its fields reach it through the context.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FormState {
    key: StoredValue<String>,
    /// Why it was refused.
    pub(crate) problem: RwSignal<Option<Problem>>,
    /// Whether an answer is awaited.
    pub(crate) pending: RwSignal<bool>,
    typed: StoredValue<Vec<(String, String)>>,
}

impl FormState {
    /// The state of the form of that key. One that came back in the address has its
    /// problem and values from there, in both renderings alike.
    pub(crate) fn of(key: String) -> Self {
        let returned = returned().filter(|returned| returned.form == key);
        let (problem, typed) =
            returned.map_or((None, vec![]), |returned| (Some(returned.problem), returned.values));
        Self {
            key: StoredValue::new(key),
            problem: RwSignal::new(problem),
            pending: RwSignal::new(false),
            typed: StoredValue::new(typed),
        }
    }

    /// The state of the surrounding form; an idle one outside of any.
    pub(crate) fn of_form() -> Self {
        use_context().unwrap_or_else(|| Self::of(String::new()))
    }

    /// What a field starts with: what was typed before, else `value`.
    pub(crate) fn value(self, name: &str, value: String) -> String {
        let typed = self.typed.with_value(|typed| {
            typed.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone())
        });
        typed.unwrap_or(value)
    }

    /// Whether the form came back with what was typed.
    pub(crate) fn came_back(self) -> bool {
        self.typed.with_value(|typed| !typed.is_empty())
    }

    /// A field's identifier in the document.
    pub(crate) fn id(self, name: &str) -> String {
        self.key.with_value(|key| format!("{key}-{name}"))
    }

    /// What is wrong with a field.
    pub(crate) fn complaint(self, name: &'static str) -> Option<String> {
        self.problem.with(|problem| problem.as_ref()?.field(name).map(str::to_owned))
    }

    /// What is wrong with the whole.
    pub(crate) fn general(self) -> Option<String> {
        self.problem.with(|problem| {
            problem.as_ref().filter(|problem| problem.errors.is_empty()).map(|p| p.detail.clone())
        })
    }
}

/// The form that came back in the address, if one did.
pub(crate) fn returned() -> Option<Returned> {
    let json = use_query_map().with_untracked(|query| query.get(REFUSED))?;
    serde_json::from_slice(json.as_bytes()).ok()
}
