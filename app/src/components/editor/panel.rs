//! The panel beside the calendar: one event as it is, its form, or that of a new one.
//!
//! The address says what it holds (`open`, `at`, `edit`, `new`), so it opens without
//! scripts, Back closes it and a link can be kept.

#[cfg(feature = "hydrate")]
mod dialog;
mod fields;
mod shown;
#[cfg(feature = "hydrate")]
mod times;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use self::fields::Fields;
use self::shown::Shown;
use crate::api;
use crate::components::icon::Icon;
use crate::state::address::this_page;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::texts;
use crate::view::outcome::Refusal;
use crate::view::panel::PanelView;

/// What the address asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Asked {
    open: String,
    at: String,
    edit: bool,
    new: Option<String>,
}

impl Asked {
    fn is_nothing(&self) -> bool {
        self.open.is_empty() && self.new.is_none()
    }
}

/// The panel, if the address asks for it.
#[component]
pub(crate) fn EventPanel() -> impl IntoView {
    let changes = Changes::of_page();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| Asked {
            open: query.get("open").unwrap_or_default(),
            at: query.get("at").unwrap_or_default(),
            edit: query.get("edit").is_some(),
            new: query.get("new"),
        })
    });
    keep_focus(asked);
    // What somebody is typing is not read anew under their hands.
    let is_form = move || asked.with(|asked| asked.edit || asked.new.is_some());
    let wanted = move || (asked.get(), if is_form() { 0 } else { changes.count() });
    let panel = read(wanted, |(asked, _)| async move {
        if asked.is_nothing() {
            return Ok(None);
        }
        let Asked { open, at, edit, new } = asked;
        api::pages::panel(open, at, edit, new.unwrap_or_default()).await
    });
    let content = move || {
        Suspend::new(async move {
            let panel = panel.await;
            let is_asked = asked.with_untracked(|asked| !asked.is_nothing());
            is_asked.then(|| content(panel))
        })
    };
    view! { <Transition fallback=|| ()>{content}</Transition> }.into_any()
}

fn content(panel: Result<Option<PanelView>, Refusal>) -> AnyView {
    match panel {
        Ok(Some(PanelView::Shown(event))) => view! { <Shown event /> }.into_any(),
        Ok(Some(PanelView::Form(fields))) => view! { <Fields fields /> }.into_any(),
        Ok(None) => {
            let text = texts::event::GONE.to_owned();
            view! { <Sheet title=text>""</Sheet> }.into_any()
        }
        Err(refusal) => view! { <Sheet title=refusal.0.detail>""</Sheet> }.into_any(),
    }
}

/// The panel's frame. It is open in the page already; on a phone scripts lift it
/// above everything else.
#[component]
fn Sheet(
    /// What it is about.
    #[prop(into)]
    title: String,
    children: Children,
) -> impl IntoView {
    let close = this_page("");
    let escape = escaping(close.clone());
    lift();
    view! {
        <dialog id="panel" class="panel" open aria-labelledby="panel-title" on:keydown=escape>
            <header class="panel-head">
                <h2 id="panel-title" tabindex="-1">
                    {title}
                </h2>
                <A href=close attr:class="tool" attr:aria-label=texts::CLOSE attr:title=texts::CLOSE_BY_KEY scroll=false>
                    <Icon name="close" />
                </A>
            </header>
            {children()}
        </dialog>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
use dialog::{escaping, keep_focus, lift};

#[cfg(not(feature = "hydrate"))]
fn keep_focus(_: Memo<Asked>) {}

#[cfg(not(feature = "hydrate"))]
fn lift() {}

#[cfg(not(feature = "hydrate"))]
fn escaping(_: impl Fn() -> String) -> impl Fn(leptos::ev::KeyboardEvent) {
    |_| ()
}
