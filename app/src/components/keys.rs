//! The sheet of all keys, and those that work on every page.

#[cfg(feature = "hydrate")]
mod listening;

use leptos::prelude::*;

use super::form::PlannerForm;
use super::icon::Icon;

/// The identifier of the sheet.
const SHEET: &str = "key-sheet";

/// The form that takes back the latest change.
const UNDO: &str = "undo-latest";

/// Some keys and what they do; keys of one row are pressed one after another, or any
/// of them where the words say "or".
type Row = (&'static [&'static str], &'static str);

/// All keys, as the conventions of the interface have them.
const GROUPS: [(&str, &[Row]); 4] = [
    (
        "Everywhere",
        &[
            (&["Ctrl", "K"], "Search, go to, do; on a Mac ⌘K"),
            (&["/"], "Search this page, or everything"),
            (&["q"], "Quick add"),
            (&["g", "d"], "Today"),
            (&["g", "c"], "Calendar"),
            (&["g", "t"], "Tasks"),
            (&["g", "e"], "Money"),
            (&["g", "a"], "Assistant"),
            (&["z"], "Undo the last change, also Ctrl+Z"),
            (&["?"], "This sheet"),
        ],
    ),
    (
        "Tasks",
        &[
            (&["j", "k"], "Next, previous"),
            (&["Enter"], "Open, also e"),
            (&["x"], "Done or not, also Space"),
            (&["Delete"], "Delete"),
            (&["Alt", "↑ ↓"], "Move it by hand"),
            (&["s"], "Select; m selects and moves it"),
        ],
    ),
    (
        "Calendar",
        &[
            (&["t"], "Today"),
            (&["d", "w", "m", "a"], "Day, week, month, agenda"),
            (&["←", "→"], "Previous, next"),
            (&["↑", "↓"], "On an event: move it; with Shift: its end"),
        ],
    ),
    (
        "Assistant",
        &[(&["Enter"], "Send"), (&["Shift", "Enter"], "New line"), (&["Esc"], "Stop the answer")],
    ),
];

/// The sheet; the menu opens it without scripts, `?` with them.
#[component]
pub(crate) fn KeySheet() -> impl IntoView {
    listen();
    let groups = GROUPS.into_iter().map(|(title, rows)| group(title, rows)).collect_view();
    view! {
        <div id=SHEET class="key-sheet" popover="auto" role="dialog" aria-labelledby="key-sheet-title">
            <h2 id="key-sheet-title">"Keys"</h2>
            <div class="key-groups">{groups}</div>
            <PlannerForm action="/fn/history/undo-latest" name=UNDO id=UNDO class="inline-form">
                <button class="link-button">
                    <Icon name="undo" />
                    "Undo the last change"
                </button>
            </PlannerForm>
        </div>
    }
    .into_any()
}

/// Opens the sheet; also without scripts.
#[component]
pub(crate) fn KeyButton() -> impl IntoView {
    view! {
        <button type="button" class="menu-item" popovertarget=SHEET>
            <Icon name="list" />
            "All keys"
        </button>
    }
}

fn group(title: &'static str, rows: &'static [Row]) -> AnyView {
    let rows = rows
        .iter()
        .map(|(keys, does)| {
            let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd> }).collect_view();
            view! {
                <tr>
                    <th scope="row">{keys}</th>
                    <td>{*does}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table>
            <caption>{title}</caption>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
fn listen() {
    listening::listen();
}

#[cfg(not(feature = "hydrate"))]
fn listen() {}
