//! The sheet of all keys, and those that work on every page.

#[cfg(feature = "hydrate")]
mod listening;

use leptos::prelude::*;

use super::form::PlannerForm;
use super::icon::Icon;
use crate::texts;

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
        texts::keys::EVERYWHERE,
        &[
            (&[texts::keys::CTRL, "K"], texts::keys::PALETTE),
            (&["/"], texts::keys::SEARCH),
            (&["q"], texts::QUICK_ADD),
            (&["g", "d"], texts::TODAY),
            (&["g", "c"], texts::CALENDAR),
            (&["g", "t"], texts::TASKS),
            (&["g", "e"], texts::MONEY),
            (&["g", "a"], texts::ASSISTANT),
            (&["z"], texts::keys::UNDO),
            (&["?"], texts::keys::THIS),
        ],
    ),
    (
        texts::TASKS,
        &[
            (&["j", "k"], texts::keys::NEXT_PREVIOUS),
            (&[texts::keys::ENTER], texts::keys::OPEN),
            (&["x"], texts::keys::DONE_OR_NOT),
            (&[texts::keys::DELETE], texts::DELETE),
            (&[texts::keys::ALT, "↑ ↓"], texts::keys::MOVE_BY_HAND),
            (&["s"], texts::keys::SELECT),
        ],
    ),
    (
        texts::CALENDAR,
        &[
            (&["t"], texts::TODAY),
            (&["d", "w", "m", "a"], texts::keys::VIEWS),
            (&["←", "→"], texts::keys::PREVIOUS_NEXT),
            (&["↑", "↓"], texts::keys::MOVE_EVENT),
        ],
    ),
    (
        texts::ASSISTANT,
        &[
            (&[texts::keys::ENTER], texts::chat::SEND),
            (&[texts::keys::SHIFT, texts::keys::ENTER], texts::keys::NEW_LINE),
            (&[texts::keys::ESC], texts::keys::STOP_ANSWER),
        ],
    ),
];

/// The sheet; the menu opens it without scripts, `?` with them.
#[component]
pub(crate) fn KeySheet() -> impl IntoView {
    listen();
    let groups = GROUPS.into_iter().map(|(title, rows)| group(title, rows)).collect_view();
    view! {
        <div id=SHEET class="key-sheet" popover="auto" role="dialog" aria-labelledby="key-sheet-title">
            <h2 id="key-sheet-title">{texts::keys::SHEET}</h2>
            <div class="key-groups">{groups}</div>
            <PlannerForm action="/fn/history/undo-latest" name=UNDO id=UNDO class="inline-form">
                <button class="link-button">
                    <Icon name="undo" />
                    {texts::UNDO_LATEST}
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
            {texts::keys::ALL}
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
