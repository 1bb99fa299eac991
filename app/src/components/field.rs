//! Fields with their label, hint and complaint.

use leptos::prelude::*;

use crate::state::form::FormState;

/// What stands in a `<textarea>`. Leptos writes that as it is, so the server escapes it here:
/// words such as `</textarea>` would otherwise end it and be markup. The browser is given
/// the words themselves, which are what it reads there.
pub(crate) fn inside(text: String) -> String {
    if cfg!(feature = "ssr") { text.replace('&', "&amp;").replace('<', "&lt;") } else { text }
}

/// One line to type in.
#[component]
pub(crate) fn TextField(
    name: &'static str,
    label: &'static str,
    /// The input's type.
    #[prop(default = "text")]
    kind: &'static str,
    /// What it starts with.
    #[prop(optional, into)]
    value: String,
    /// A word about how to fill it in.
    #[prop(optional, into)]
    hint: String,
    /// An example, inside the field.
    #[prop(optional, into)]
    example: String,
    #[prop(optional)] required: bool,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(default = 200)] longest: u32,
    /// The identifier of a list of suggestions.
    #[prop(optional)]
    list: Option<&'static str>,
    /// Which keyboard a phone shows.
    #[prop(optional)]
    keyboard: Option<&'static str>,
) -> impl IntoView {
    let secret = kind == "password";
    framed(name, label, hint, |Inner { form, id, note }| {
        view! {
            <input
                id=id
                name=name
                type=kind
                value=if secret { String::new() } else { form.value(name, value) }
                placeholder=(!example.is_empty()).then_some(example)
                required=required
                maxlength=matches!(kind, "text" | "email" | "password").then_some(longest)
                autocomplete=autocomplete
                inputmode=keyboard
                list=list
                aria-invalid=move || form.complaint(name).map(|_| "true")
                aria-describedby=note
            />
        }
        .into_any()
    })
}

/// A file to choose. Which one it was is not sent back.
#[component]
pub(crate) fn FileField(
    name: &'static str,
    label: &'static str,
    /// A word about which file it is.
    #[prop(into)]
    hint: String,
    /// Kinds of files that can be chosen.
    accept: &'static str,
) -> impl IntoView {
    framed(name, label, hint, |Inner { form, id, note }| {
        view! {
            <input
                id=id
                name=name
                type="file"
                accept=accept
                required
                aria-invalid=move || form.complaint(name).map(|_| "true")
                aria-describedby=note
            />
        }
        .into_any()
    })
}

/// Several lines to type in.
#[component]
pub(crate) fn TextArea(
    name: &'static str,
    label: &'static str,
    /// What it starts with.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    framed(name, label, String::new(), |Inner { form, id, note }| {
        view! {
            <textarea
                id=id
                name=name
                rows="3"
                maxlength="10000"
                aria-invalid=move || form.complaint(name).map(|_| "true")
                aria-describedby=note
            >
                {inside(form.value(name, value))}
            </textarea>
        }
        .into_any()
    })
}

/// One of a few.
#[component]
pub(crate) fn Select(
    name: &'static str,
    label: &'static str,
    /// Values and what they are called.
    options: Vec<(String, String)>,
    /// Which one it starts with.
    #[prop(optional, into)]
    value: String,
) -> impl IntoView {
    framed(name, label, String::new(), |Inner { form, id, note }| {
        let chosen = form.value(name, value);
        let options = options
            .into_iter()
            .map(|(value, text)| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{text}</option> }
            })
            .collect_view();
        view! {
            <select
                id=id
                name=name
                aria-invalid=move || form.complaint(name).map(|_| "true")
                aria-describedby=note
            >
                {options}
            </select>
        }
        .into_any()
    })
}

/// Yes or no.
#[component]
pub(crate) fn Checkbox(name: &'static str, label: &'static str, checked: bool) -> impl IntoView {
    let form = FormState::of_form();
    // A browser sends nothing for an empty box.
    let checked =
        if form.came_back() { !form.value(name, String::new()).is_empty() } else { checked };
    view! {
        <label class="checkbox">
            <input type="checkbox" name=name value="on" checked=checked />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// What a field needs to know of what stands around it.
struct Inner {
    form: FormState,
    id: String,
    /// The identifier of its hint or complaint.
    note: String,
}

/// A field between its label and its note.
fn framed(
    name: &'static str,
    label: &'static str,
    hint: String,
    field: impl FnOnce(Inner) -> AnyView,
) -> AnyView {
    let form = FormState::of_form();
    let id = form.id(name);
    let note = format!("{id}-note");
    let inner = Inner { form, id: id.clone(), note: note.clone() };
    view! {
        <div class="field" data-field=name>
            <label for=id>{label}</label>
            {field(inner)}
            <Note id=note name hint />
        </div>
    }
    .into_any()
}

/// The hint, or the complaint in its place.
#[component]
fn Note(id: String, name: &'static str, hint: String) -> impl IntoView {
    let form = FormState::of_form();
    view! {
        <p class="note" id=id data-wrong=move || form.complaint(name).map(|_| "")>
            {move || form.complaint(name).unwrap_or_else(|| hint.clone())}
        </p>
    }
}
