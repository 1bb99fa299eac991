//! New events and tasks: what a part of a message would make, by its opening, by a verb of
//! putting, or by its shape alone.

mod acting;
mod before;
mod build;
mod labels;
mod lists;
mod openings;
mod placing;
mod shape;
mod verbs;

use super::{
    candidates::{Aim, Candidate, Evidence},
    sentence::Sentence,
};
use build::{event, possession, task};

pub(super) use lists::{list_items, titled_items};
pub(super) use placing::{moves_thing, thing};
pub(super) use verbs::{head, is_commanded, is_imperative, is_task_like, names_event};

/// The events and tasks that a part can be.
pub(super) fn proposed(sentence: &Sentence<'_, '_>) -> Vec<Candidate> {
    let plain = sentence.plain();
    let head = head(&plain);
    let mut list = Vec::new();
    if let Some(task) = lists::listed(&plain) {
        list.push(Candidate::new(Aim::Task, task, &[Evidence::Kept]));
    }
    list.extend(openings::proposed(&plain, &head));
    list.extend(placing::proposed(&plain, &head));
    // What is said outright or put somewhere has a shape too, which then tells nothing.
    if list.is_empty() {
        list.extend(shape::proposed(&plain, &head));
    }
    list
}
