//! Changing lists of tasks and saved filters.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use server::operations::{lists, saved_filters};

use crate::forms::RankForm;
#[cfg(feature = "ssr")]
use crate::present::told;
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::{Manner, perform_so, target};

/// Adds a list.
#[server(prefix = "/fn", endpoint = "lists/create")]
pub async fn create(#[server(default)] name: String) -> Result<Outcome, Refusal> {
    perform_so::<lists::CreateList>(|_| {
        let list = domain::list::NewList { name: domain::input::Field::Value(name) };
        (list, Manner { tell: told::list_added, ..Manner::default() })
    })
    .await
}

/// Renames a list.
#[server(prefix = "/fn", endpoint = "lists/update")]
pub async fn update(
    #[server(default)] id: String,
    #[server(default)] name: String,
) -> Result<Outcome, Refusal> {
    perform_so::<lists::UpdateList>(|_| {
        let changes = domain::list::ListPatch { name: domain::input::Field::Value(name) };
        let update = domain::target::Update { id: target(&id).id, changes };
        (update, Manner { tell: told::list_renamed, ..Manner::default() })
    })
    .await
}

/// Removes a list; its tasks stay.
#[server(prefix = "/fn", endpoint = "lists/delete")]
pub async fn delete(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    perform_so::<lists::DeleteList>(|_| (target(&id), Manner::default())).await
}

/// Keeps a filter under a name.
#[server(prefix = "/fn", endpoint = "filters/create")]
pub async fn save_filter(
    #[server(default)] name: String,
    #[server(default)] filter: String,
) -> Result<Outcome, Refusal> {
    perform_so::<saved_filters::CreateSavedFilter>(|_| {
        let filter = domain::saved_filter::NewSavedFilter {
            name: domain::input::Field::Value(name),
            filter: domain::input::Field::Value(filter),
        };
        (filter, Manner { tell: told::filter_saved, ..Manner::default() })
    })
    .await
}

/// Removes a saved filter.
#[server(prefix = "/fn", endpoint = "filters/delete")]
pub async fn delete_filter(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    perform_so::<saved_filters::DeleteSavedFilter>(|_| (target(&id), Manner::default())).await
}

/// Puts a list or a saved filter directly behind or before another one.
#[server(prefix = "/fn", endpoint = "places/move")]
pub async fn move_place(#[server(flatten)] form: RankForm) -> Result<Outcome, Refusal> {
    let manner = || Manner { tell: told::moved, ..Manner::default() };
    if form.kind == "filter" {
        perform_so::<saved_filters::PlaceSavedFilter>(|_| (form.to(), manner())).await
    } else {
        perform_so::<lists::PlaceList>(|_| (form.to(), manner())).await
    }
}
