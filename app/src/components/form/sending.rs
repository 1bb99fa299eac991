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
use crate::state::form::FormState;
use crate::state::live::{self, Connection};
use crate::state::toast::Toasts;
use crate::texts::problems::{NOT_AVAILABLE, UNREACHABLE_KEPT};
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// Everything that sending a form needs.
#[derive(Clone)]
pub(super) struct Sending {
    state: FormState,
    action: &'static str,
    name: &'static str,
    stays: u64,
    on_done: Option<Callback<Receipt>>,
    shows: Option<Callback<bool>>,
    /// How often something was shown that is not answered.
    shown: StoredValue<u32>,
    /// What was done after that and waits for the answer.
    next: StoredValue<Option<(String, String)>>,
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
        shows: Option<Callback<bool>>,
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
        let (shown, next) = (StoredValue::new(0), StoredValue::new(None));
        Self {
            state,
            action,
            name,
            stays,
            on_done,
            shows,
            shown,
            next,
            changes,
            connection,
            toasts,
            close,
        }
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
            Some(true) => {
                event.prevent_default();
                // What shows at once is believed, so it may be done again before it is answered.
                if self.shows.is_some() {
                    self.show(true);
                    self.next.set_value(Some((action, body)));
                }
                return;
            }
            Some(false) => event.prevent_default(),
        }
        self.state.pending.set(true);
        self.show(true);
        let leaves = self.name == "sign-out";
        if leaves {
            live::leave(true);
        }
        let sending = self.clone();
        spawn_local(async move {
            let mut outcome = sending.deliver(&action, &body).await;
            while let Some((action, body)) = sending.next_after(&outcome) {
                outcome = sending.deliver(&action, &body).await;
            }
            if leaves && !matches!(outcome, Outcome::Done(_)) {
                live::leave(false);
            }
            // What is deleted stays hidden until the page is read without it.
            let is_gone = sending.name == "delete" && matches!(outcome, Outcome::Done(_));
            sending.state.pending.set(is_gone);
            sending.finish(&form, outcome);
        });
    }

    /// What is to be sent after that answer, as it was done meanwhile.
    fn next_after(&self, outcome: &Outcome) -> Option<(String, String)> {
        let next = self.next.try_update_value(Option::take).flatten();
        next.filter(|_| matches!(outcome, Outcome::Done(_)))
    }

    /// Posts until there is an answer. What did not get through is sent again under the same
    /// name once the planner can be reached, so it is carried out once; what proves who
    /// somebody is does not wait in a page.
    async fn deliver(&self, action: &str, body: &str) -> Outcome {
        let name = live::name_request();
        loop {
            match post(action, body, name.as_deref()).await {
                Some(outcome) => return outcome,
                None if name.is_some()
                    && !action.starts_with(ACCOUNT)
                    && self.connection.again().await => {}
                None => {
                    let problem = Problem::new(503, NOT_AVAILABLE, UNREACHABLE_KEPT);
                    return Outcome::Refused(problem);
                }
            }
        }
    }

    /// Shows what is sent before it is answered, or takes all of that back.
    fn show(&self, is_sent: bool) {
        let Some(shows) = self.shows else { return };
        let count = self.shown.try_get_value().unwrap_or_default();
        for _ in 0..if is_sent { 1 } else { count } {
            let _ = shows.try_run(is_sent);
        }
        self.shown.try_set_value(if is_sent { count + 1 } else { 0 });
    }

    fn finish(&self, form: &HtmlFormElement, outcome: Outcome) {
        match outcome {
            Outcome::Done(_) => drop(self.shown.try_set_value(0)),
            Outcome::Refused(_) => self.show(false),
        }
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

/// Where forms go that prove who somebody is.
const ACCOUNT: &str = "/fn/account/";

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

/// Posts fields to a server function under a name; nothing if there is no answer of ours.
async fn post(action: &str, body: &str, name: Option<&str>) -> Option<Outcome> {
    let mut request = Request::post(action)
        .header("Accept", "application/json")
        .header("Content-Type", "application/x-www-form-urlencoded");
    for (header, value) in [("Planner-Page", live::page().as_deref()), ("Idempotency-Key", name)] {
        if let Some(value) = value {
            request = request.header(header, value);
        }
    }
    let request = request.body(body);
    let response = request.ok()?.send().await.ok()?;
    let answer = response.binary().await.ok()?;
    // From bytes like everything else: another source would be another decoder.
    serde_json::from_slice::<Outcome>(&answer)
        .or_else(|_| serde_json::from_slice::<Refusal>(&answer).map(|why| Outcome::Refused(why.0)))
        .ok()
}
