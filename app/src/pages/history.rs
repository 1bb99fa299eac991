//! Everything that was changed in the last 30 days, with the way back.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::api;
use crate::components::icon::Icon;
use crate::components::loaded::loaded;
use crate::components::toast::UndoForm;
use crate::part::part;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::texts;
use crate::view::history::{HistoryView, LinkView, StepView};
use crate::view::row::Group;

/// The page, as its address narrows it.
#[component]
pub(crate) fn History() -> impl IntoView {
    let changes = Changes::of_page();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| {
            ["kind", "door", "cursor"].map(|name| query.get(name).unwrap_or_default())
        })
    });
    let history = read(
        move || (asked.get(), changes.count()),
        |([kind, door, cursor], _)| api::history::page(kind, door, cursor),
    );
    view! {
        <Title text=texts::HISTORY />
        <div class="column history">
            <div class="heading">
                <div>
                    <p class="eyebrow">{texts::history::LAST_DAYS}</p>
                    <h1>{texts::HISTORY}</h1>
                </div>
            </div>
            {loaded(history, |history| view! { <Days history /> }.into_any())}
        </div>
    }
}

part!(HistoryPart, history, History);

#[component]
fn Days(history: HistoryView) -> impl IntoView {
    let empty = history.days.is_empty().then(|| empty(history.narrowed));
    let days = history.days.into_iter().map(|day| view! { <Day day /> }).collect_view();
    let pages = [
        (history.latest, texts::history::LATEST, "left"),
        (history.earlier, texts::history::EARLIER, "right"),
    ]
    .into_iter()
    .filter(|(address, ..)| !address.is_empty())
    .map(|(address, words, icon)| {
        view! {
            <A href=address attr:class="button">
                <Icon name=icon />
                {words}
            </A>
        }
    })
    .collect_view();
    view! {
        <div class="history-filters">
            <Links label=texts::history::WHAT links=history.kinds />
            <Links label=texts::history::WHO links=history.doors />
        </div>
        {days}
        {empty}
        <nav class="buttons" aria-label=texts::PAGES>{pages}</nav>
    }
}

fn empty(narrowed: bool) -> AnyView {
    if narrowed {
        return view! { <p class="empty">{texts::history::NOTHING_OF_KIND}<A href="/history">{texts::history::SHOW_EVERYTHING}</A></p> }
            .into_any();
    }
    view! {
        <p class="empty">
            {texts::history::NOTHING}
        </p>
    }
    .into_any()
}

#[component]
fn Links(label: &'static str, links: Vec<LinkView>) -> impl IntoView {
    let links = links
        .into_iter()
        .map(|link| {
            view! {
                <li>
                    <a href=link.address class="filter-link" aria-current=link.current.then_some("true")>
                        {link.label}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=label>
            <ul>{links}</ul>
        </nav>
    }
    .into_any()
}

#[component]
fn Day(day: Group<StepView>) -> impl IntoView {
    let (id, labelled) = (format!("day-{}", day.key), format!("day-{}", day.key));
    let rows = day.rows.into_iter().map(|step| view! { <Step step /> }).collect_view();
    view! {
        <section class="group" aria-labelledby=labelled>
            <h2 id=id title=day.note>{day.title}</h2>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Step(step: StepView) -> impl IntoView {
    let icon = match step.kind.as_str() {
        "event" => "calendar",
        "expense" | "budget" => "money",
        "filter" => "filter",
        "list" => "list",
        _ => "tasks",
    };
    let more = (step.more > 0).then(|| texts::history::more(step.more));
    let lines = step.lines.into_iter().map(|line| view! { <p class="row-title">{line}</p> });
    let way_back = if step.undo.is_empty() {
        view! { <span class="undone">{step.state.clone()}</span> }.into_any()
    } else {
        view! { <UndoForm token=step.undo label=texts::UNDO /> }.into_any()
    };
    view! {
        <li class="row change" data-state=step.state>
            <Icon name=icon />
            <div class="row-text">
                {lines.collect_view()}
                <p class="row-facts">
                    <span>{step.time}</span>
                    <span>{step.door}</span>
                    {more}
                </p>
            </div>
            {way_back}
        </li>
    }
    .into_any()
}
