//! What is shown, and the ways to other days and views.

use leptos::prelude::*;

use super::mini::MINI;
use crate::components::icon::Icon;
use crate::texts;
use crate::view::calendar::{CalendarView, LinkView};

/// Title, steps, views, and a link that adds something.
#[component]
pub(super) fn Head(page: CalendarView) -> impl IntoView {
    let note = (!page.note.is_empty()).then(|| view! { <p class="eyebrow">{page.note}</p> });
    let views = page.views.into_iter().map(|link| view! { <Switch link /> }).collect_view();
    view! {
        <header class="calendar-head">
            <div class="calendar-title">
                <h1>{page.title}</h1>
                {note}
            </div>
            <nav class="calendar-steps" aria-label=texts::calendar::DAYS>
                <Step link=page.previous icon="left" />
                <a
                    class="button"
                    href=page.today.href
                    aria-current=page.today.current.then_some("date")
                    aria-keyshortcuts=page.today.key
                    data-noscroll=""
                >
                    {page.today.label}
                </a>
                <Step link=page.next icon="right" />
                <button type="button" class="button calendar-jump" popovertarget=MINI aria-label=texts::calendar::GO_TO_DATE>
                    <Icon name="calendar" />
                </button>
            </nav>
            <nav class="calendar-views" aria-label=texts::calendar::VIEWS>{views}</nav>
            <a class="button primary calendar-add" href=page.add data-noscroll="">
                <Icon name="add" />
                <span>{texts::event::NEW}</span>
            </a>
        </header>
    }
}

#[component]
fn Step(link: LinkView, icon: &'static str) -> impl IntoView {
    view! {
        <a
            class="button"
            href=link.href
            aria-label=link.label.clone()
            title=link.label
            aria-keyshortcuts=link.key
            data-noscroll=""
        >
            <Icon name=icon />
        </a>
    }
}

#[component]
fn Switch(link: LinkView) -> impl IntoView {
    view! {
        <a
            href=link.href
            aria-current=link.current.then_some("page")
            aria-keyshortcuts=link.key
            data-noscroll=""
        >
            {link.label}
        </a>
    }
}
