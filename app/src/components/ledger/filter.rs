//! What the table is narrowed to. An ordinary form that asks for an address, so that Back
//! works and no script is needed; with scripts the page stays where it is.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::texts;
use crate::view::money::FilterView;

/// The form.
#[component]
pub(super) fn Filter(
    filter: FilterView,
    /// The month that the page shows.
    month: String,
    /// The page with nothing narrowed.
    whole: String,
    /// Whether anything is narrowed.
    narrow: bool,
    categories: Vec<String>,
) -> impl IntoView {
    let hidden = [("month", filter.month), ("sort", filter.sort), ("order", filter.order)]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view();
    let mut names = categories;
    let chosen = filter.category;
    if !chosen.is_empty() && !names.contains(&chosen) {
        names.insert(0, chosen.clone());
    }
    let names = names.into_iter().map(|name| (name.clone(), name));
    let names: Vec<(String, String)> =
        std::iter::once((String::new(), texts::ledger::ANY.to_owned())).chain(names).collect();
    let spans = [
        ("", month.as_str()),
        ("year", texts::ledger::LAST_YEAR),
        ("all", texts::ledger::ALL_TIME),
    ];
    let spans = spans.map(|(value, name)| (value.to_owned(), name.to_owned())).to_vec();
    let clear =
        narrow.then(|| view! { <A href=whole attr:class="button">{texts::ledger::CLEAR}</A> });
    view! {
        <form method="get" action="/expenses" class="ledger-filter" data-form="filter" on:submit=submission()>
            {hidden}
            <Input name="q" label=texts::ledger::WORDS value=filter.q kind="search" />
            <Choice name="category" label=texts::money::CATEGORY options=names chosen />
            <Choice name="span" label=texts::ledger::TIME options=spans chosen=filter.span />
            <details class="ledger-more" open=narrow>
                <summary>{texts::ledger::MORE}</summary>
                <div>
                    <Input name="from" label=texts::FROM value=filter.from kind="date" />
                    <Input name="to" label=texts::ledger::TO value=filter.to kind="date" />
                    <Input name="least" label=texts::ledger::AT_LEAST value=filter.least />
                    <Input name="most" label=texts::ledger::AT_MOST value=filter.most />
                </div>
            </details>
            <div class="buttons">
                <button class="button">{texts::ledger::SHOW}</button>
                {clear}
            </div>
        </form>
    }
}

#[component]
fn Input(
    name: &'static str,
    label: &'static str,
    value: String,
    #[prop(default = "text")] kind: &'static str,
) -> impl IntoView {
    let keyboard = matches!(name, "least" | "most").then_some("decimal");
    view! {
        <label class="field" data-field=name>
            <span>{label}</span>
            <input name=name type=kind value=value maxlength="200" inputmode=keyboard autocomplete="off" />
        </label>
    }
    .into_any()
}

#[component]
fn Choice(
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: String,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect_view();
    view! {
        <label class="field" data-field=name>
            <span>{label}</span>
            <select name=name>{options}</select>
        </label>
    }
    .into_any()
}

/// Goes to the address that the form asks for, without loading the page again.
#[cfg(feature = "hydrate")]
fn submission() -> impl Fn(leptos::ev::SubmitEvent) + 'static {
    use wasm_bindgen::JsCast;
    use web_sys::{FormData, HtmlFormElement, UrlSearchParams};

    let navigate = leptos_router::hooks::use_navigate();
    move |event| {
        let form = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let data = form.and_then(|form| FormData::new_with_form(&form).ok());
        let pairs =
            data.and_then(|data| UrlSearchParams::new_with_str_sequence_sequence(&data).ok());
        let Some(pairs) = pairs else { return };
        event.prevent_default();
        let query = String::from(pairs.to_string());
        // Fields that say nothing would only make the address long.
        let said: Vec<&str> = query.split('&').filter(|pair| !pair.ends_with('=')).collect();
        let options = leptos_router::NavigateOptions { scroll: false, ..Default::default() };
        navigate(&format!("/expenses?{}", said.join("&")), options);
    }
}

#[cfg(not(feature = "hydrate"))]
fn submission() -> impl Fn(leptos::ev::SubmitEvent) + 'static {
    |_| {}
}
