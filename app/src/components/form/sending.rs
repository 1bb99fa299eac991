//! Posting a form in the background.

use domain::problem::Problem;
use gloo_net::http::Request;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlElement, HtmlFormElement, UrlSearchParams};

use super::{is_small, keeps};
use crate::state::address::closed;
use crate::state::changes::Changes;
use crate::state::live::{self, Connection};
use crate::state::form::FormState;
use crate::state::toast::Toasts;
use crate::view::outcome::{Outcome, Receipt, Refusal};

const UNREACHABLE: &str =
    "The planner cannot be reached. What you typed is kept; try again in a moment.";

/// Everything that sending a form needs.
#[derive(Clone)]
pub(super) struct Sending {
    state: FormState,
    action: &'static str,
    name: &'static str,
    stays: u64,
    on_done: Option<Callback<Receipt>>,
    changes: Changes,
    connection: Connection,
    toasts: Toasts,
    close: Callback<()>,
}

impl Sending {
    /// Reads what it needs from the page.
    pub(super) fn new(
        state: FormState,
        action: &'static str,
        name: &'static str,
        stays: u64,
        on_done: Option<Callback<Receipt>>,
    ) -> Self {
        let location = use_location();
        let navigate = use_navigate();
        // An editor is open because the address says so.
        let close = Callback::new(move |()| {
            let query = location.search.get_untracked();
            let kept = closed(&query);
            if kept != query.trim_start_matches('?') {
                let path = location.pathname.get_untracked();
                let address = format!("{path}?{kept}");
                let options =
                    NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
                navigate(address.trim_end_matches('?'), options);
            }
        });
        let (changes, toasts) = (Changes::of_page(), Toasts::of_page());
        let connection = Connection::of_page();
        Self { state, action, name, stays, on_done, changes, connection, toasts, close }
    }

    /// Takes the form over from the browser.
    pub(super) fn start(&self, event: &SubmitEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlFormElement>().ok());
        let Some(form) = target else { return };
        let button = event.submitter();
        let Some(body) = encoded(&form, button.as_ref()) else { return };
        // A button may send the same fields elsewhere.
        let action = button
            .and_then(|button| button.get_attribute("formaction"))
            .unwrap_or_else(|| self.action.to_owned());
        match self.state.pending.try_get_untracked() {
            // The page is drawn anew at this moment: the browser posts it itself.
            None => return,
            Some(true) => return event.prevent_default(),
            Some(false) => event.prevent_default(),
        }
        self.state.pending.set(true);
        let sending = self.clone();
        spawn_local(async move {
            let outcome = post(&action, body).await;
            sending.state.pending.set(false);
            sending.finish(&form, outcome);
        });
    }

    fn finish(&self, form: &HtmlFormElement, outcome: Outcome) {
        match outcome {
            Outcome::Done(receipt) => {
                self.state.problem.set(None);
                if let Some(address) = &receipt.go {
                    let _ = window().location().assign(address);
                    return;
                }
                form.reset();
                if let Some(on_done) = self.on_done {
                    let _ = on_done.try_run(receipt.clone());
                }
                if !receipt.summary.is_empty() {
                    self.changes.happened_before(self.stays);
                    self.toasts.show(receipt);
                    if !keeps(self.name) {
                        let _ = self.close.try_run(());
                    }
                }
            }
            // The session has ended: the page itself knows the way to sign in.
            Outcome::Refused(problem) if problem.status == 401 && !is_account(self.action) => {
                let _ = window().location().reload();
            }
            Outcome::Refused(problem) if is_small(self.name) => {
                self.toasts.fail(problem.detail);
                self.changes.happened();
            }
            Outcome::Refused(problem) => {
                self.state.problem.set(Some(problem));
                let form = form.clone();
                request_animation_frame(move || focus_first_wrong(&form));
            }
        }
    }
}

fn focus_first_wrong(form: &HtmlFormElement) {
    let first = form.query_selector("[aria-invalid='true']").ok().flatten();
    if let Some(field) = first.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Whether wrong credentials are what the form itself is about.
fn is_account(action: &str) -> bool {
    action.starts_with("/fn/account/sign-")
}

/// The fields as a browser would post them, with the button that was pressed.
fn encoded(form: &HtmlFormElement, button: Option<&HtmlElement>) -> Option<String> {
    let data = FormData::new_with_form(form).ok()?;
    if let Some(name) = button.and_then(|button| button.get_attribute("name")) {
        let value = button.and_then(|button| button.get_attribute("value")).unwrap_or_default();
        data.append_with_str(&name, &value).ok()?;
    }
    let pairs = UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    Some(pairs.to_string().into())
}

/// Posts fields to a server function.
async fn post(action: &str, body: String) -> Outcome {
    let unreachable = || Outcome::Refused(Problem::new(503, "Not available", UNREACHABLE));
    let request = Request::post(action)
        .header("Accept", "application/json")
        .header("Planner-Page", &live::page())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(body);
    let Ok(request) = request else { return unreachable() };
    let Ok(response) = request.send().await else { return unreachable() };
    let Ok(answer) = response.binary().await else { return unreachable() };
    // From bytes like everything else: another source would be another decoder.
    serde_json::from_slice::<Outcome>(&answer)
        .or_else(|_| serde_json::from_slice::<Refusal>(&answer).map(|why| Outcome::Refused(why.0)))
        .unwrap_or_else(|_| unreachable())
}
