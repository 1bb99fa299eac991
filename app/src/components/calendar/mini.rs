//! A month to find one's way by. Beside the page where there is room, else a sheet
//! that a button opens, also without scripts.

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::close_mini;
use crate::components::icon::Icon;
use crate::texts;
use crate::view::calendar::{LinkView, MiniDayView, MiniView, MiniWeekView};

/// The identifier of the sheet.
pub(super) const MINI: &str = "calendar-mini";

/// The month and a field for any other date.
#[component]
pub(super) fn Mini(
    mini: MiniView,
    /// Which view the field leads to.
    view: String,
    /// The date that the field begins with.
    date: String,
) -> impl IntoView {
    let weekdays = mini
        .weekdays
        .into_iter()
        .map(|(letter, name)| {
            view! { <th scope="col"><span aria-hidden="true">{letter}</span><span class="hidden">{name}</span></th> }
        })
        .collect_view();
    let corner = mini.weeks.iter().any(|week| !week.number.is_empty()).then(|| {
        view! { <th scope="col" class="mini-number"><span class="hidden">{texts::calendar::WEEK}</span></th> }
    });
    let weeks = mini.weeks.into_iter().map(|week| view! { <Week week /> }).collect_view();
    let field = NodeRef::<Input>::new();
    let navigate = use_navigate();
    let kind = view.clone();
    let jump = move |event: &SubmitEvent| {
        let Some(field) = field.get_untracked() else { return };
        event.prevent_default();
        close_mini();
        let address = format!("/calendar?view={kind}&date={}", field.value());
        navigate(&address, leptos_router::NavigateOptions { scroll: false, ..Default::default() });
    };
    view! {
        <aside id=MINI class="mini" popover="auto" aria-label=texts::calendar::GO_TO_DATE>
            <div class="mini-head">
                <h2>{mini.title.clone()}</h2>
                <Step link=mini.previous icon="left" />
                <Step link=mini.next icon="right" />
            </div>
            <table class="mini-month" aria-label=mini.title on:click=|_| close_mini()>
                <thead>
                    <tr>
                        {corner}
                        {weekdays}
                    </tr>
                </thead>
                <tbody>{weeks}</tbody>
            </table>
            <form class="mini-jump" action="/calendar" method="get" on:submit=move |event| jump(&event)>
                <input type="hidden" name="view" value=view />
                <input node_ref=field type="date" name="date" aria-label=texts::DATE value=date required min="1901-01-01" max="2199-12-31" />
                <button class="button">{texts::calendar::GO}</button>
            </form>
        </aside>
    }
}

#[component]
fn Step(link: LinkView, icon: &'static str) -> impl IntoView {
    view! {
        <a class="tool" href=link.href aria-label=link.label.clone() title=link.label data-noscroll="">
            <Icon name=icon />
        </a>
    }
}

#[component]
fn Week(week: MiniWeekView) -> impl IntoView {
    let days = week.days.into_iter().map(|day| view! { <Day day /> }).collect_view();
    let number = (!week.number.is_empty())
        .then(|| view! { <th scope="row" class="mini-number">{week.number}</th> });
    view! {
        <tr>
            {number}
            {days}
        </tr>
    }
}

#[component]
fn Day(day: MiniDayView) -> impl IntoView {
    view! {
        <td>
            <a
                href=day.href
                aria-label=day.full
                aria-current=day.today.then_some("date")
                data-marked=day.marked.then_some("")
                data-shown=day.shown.then_some("")
                data-outside=day.outside.then_some("")
                data-noscroll=""
            >
                {day.number}
            </a>
        </td>
    }
}
