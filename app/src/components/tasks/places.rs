//! Where one can look: a column on a desk, a line that scrolls on a phone.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::tasks::Shown;
use crate::texts;
use crate::view::tasks::Place;

/// Views, lists and filters, with what waits in each.
#[component]
pub(crate) fn Places() -> impl IntoView {
    let shown = Shown::of_page();
    let views = move || links(shown.part(|view| view.views.clone()));
    let lists = move || {
        let lists = shown.part(|view| view.lists.clone());
        (!lists.is_empty()).then(|| view! { <h2>{texts::LISTS}</h2> <ul>{links(lists)}</ul> })
    };
    let filters = move || {
        let filters = shown.part(|view| view.filters.clone());
        (!filters.is_empty())
            .then(|| view! { <h2>{texts::tasks::FILTERS}</h2> <ul>{links(filters)}</ul> })
    };
    view! {
        <nav class="tasks-places" aria-label=texts::tasks::VIEWS_AND_LISTS>
            <ul>{views}</ul>
            {lists}
            {filters}
            <NewList />
        </nav>
    }
    .into_any()
}

/// A line that adds a list.
#[component]
fn NewList() -> impl IntoView {
    view! {
        <details class="tasks-new">
            <summary class="tasks-place">
                <Icon name="add" />
                <span class="tasks-place-name">{texts::tasks::NEW_LIST}</span>
            </summary>
            <PlannerForm action="/fn/lists/create" name="add-list" class="form">
                <TextField name="name" label=texts::tasks::LIST_NAME example=texts::tasks::NAME_EXAMPLE required=true longest=60 />
                <button class="button">{texts::tasks::ADD_LIST}</button>
            </PlannerForm>
        </details>
    }
}

fn links(places: Vec<Place>) -> Vec<AnyView> {
    places.into_iter().map(|place| view! { <Link place /> }.into_any()).collect()
}

#[component]
fn Link(place: Place) -> impl IntoView {
    let icon = match place.icon.as_str() {
        "today" => "today",
        "calendar" => "calendar",
        "check" => "check",
        "inbox" => "inbox",
        "filter" => "filter",
        "hash" => "hash",
        _ => "tasks",
    };
    let count = (place.count > 0).then(|| {
        let late = (place.late > 0).then_some("");
        let words = match place.late {
            0 => texts::tasks::count(place.count),
            late => texts::tasks::count_late(place.count, late),
        };
        let title = words.clone();
        view! {
            <span class="count" data-late=late title=title>
                <span aria-hidden="true">{place.count}</span>
                <span class="hidden">{words}</span>
            </span>
        }
    });
    let takes = (!place.takes.is_empty()).then_some(place.takes);
    view! {
        <li data-takes=takes>
            <A href=place.href attr:class="tasks-place" attr:data-here=place.here.then_some("")>
                <Icon name=icon />
                <span class="tasks-place-name">{place.name}</span>
                {count}
            </A>
        </li>
    }
}
