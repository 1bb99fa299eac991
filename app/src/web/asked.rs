//! What a server function may know of the request that called it.

use domain::history::Door;
use domain::problem::Problem;
use http::request::Parts;
use http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use server::accounts;
use server::context::{Context, Planner};
use server::error::Error;

use super::back::Back;
use super::functions::Posted;
use crate::view::outcome::{Outcome, Receipt, Refusal, Returned};

/// The page that can show an event by itself.
const CALENDAR: &str = "/calendar";

/// The request and the answer's headers. Read it before the first `await`:
/// afterwards the reactive context may be gone.
pub(crate) struct Asked {
    pub(crate) planner: Planner,
    pub(crate) parts: Parts,
    response: ResponseOptions,
    posted: Posted,
}

impl Asked {
    /// Reads it from the reactive context.
    ///
    /// # Errors
    /// [`Error::Internal`] outside of [`super::router`].
    pub(crate) fn read() -> Result<Self, Error> {
        let missing = || Error::Internal("a server function runs outside of the router".to_owned());
        Ok(Self {
            planner: use_context().ok_or_else(missing)?,
            parts: use_context().ok_or_else(missing)?,
            response: use_context().ok_or_else(missing)?,
            posted: use_context().unwrap_or_default(),
        })
    }

    /// On whose behalf operations run.
    ///
    /// # Errors
    /// [`Error::Unauthenticated`] when nobody is signed in.
    pub(crate) fn context(&self) -> Result<Context, Error> {
        accounts::context(&self.planner, &self.parts.extensions, Door::Web)
    }

    /// Whether the request was sent from the page of that path, or one below it.
    pub(crate) fn is_within(&self, path: &str) -> bool {
        let back = Back::of(&self.parts.headers);
        back.path().strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether a form was sent without scripts.
    pub(crate) fn is_plain(&self) -> bool {
        self.posted.plain
    }

    /// Adds a header to the answer.
    pub(crate) fn header(&self, name: HeaderName, value: &str) {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.response.append_header(name, value);
        }
    }

    /// Answers a form: scripts get the outcome, a form without scripts is sent
    /// back to its page, which then tells.
    pub(crate) fn answer(&self, result: Result<Receipt, Problem>) -> Outcome {
        let token = result.as_ref().ok().and_then(|receipt| receipt.undo.clone());
        self.answer_about(result, token.as_deref())
    }

    /// Answers a form about the change of that token.
    pub(crate) fn answer_about(
        &self,
        result: Result<Receipt, Problem>,
        token: Option<&str>,
    ) -> Outcome {
        match result {
            Ok(receipt) => {
                if self.posted.plain {
                    let back = || {
                        let back = Back::of(&self.parts.headers);
                        let back = match &receipt.clash {
                            Some(clash) if back.path() == CALENDAR => back.opening(clash),
                            _ => back.closing(),
                        };
                        back.with_done(token)
                    };
                    self.see_other(&receipt.go.clone().unwrap_or_else(back));
                }
                Outcome::Done(receipt)
            }
            Err(problem) => {
                if self.posted.plain {
                    self.see_other(&self.refused(&problem));
                } else if let Some(status) = status_of(&problem) {
                    self.response.set_status(status);
                }
                Outcome::Refused(problem)
            }
        }
    }

    /// Sends a page's reader to sign in, and back afterwards.
    pub(crate) fn refuse_page(&self, problem: Problem) -> Refusal {
        let is_page = !self.parts.uri.path().starts_with("/fn/");
        match StatusCode::from_u16(problem.status) {
            Ok(StatusCode::UNAUTHORIZED) if is_page => {
                let asked = self.parts.uri.path_and_query().map_or("/", |asked| asked.as_str());
                self.see_other(&Back::to_sign_in(asked));
            }
            Ok(status) => self.response.set_status(status),
            Err(_) => {}
        }
        Refusal(problem)
    }

    fn refused(&self, problem: &Problem) -> String {
        let back = Back::of(&self.parts.headers);
        let is_account = matches!(self.posted.form.as_str(), "sign-in" | "sign-up");
        if problem.status == 401 && !is_account {
            return Back::to_sign_in(&back.with_done(None));
        }
        back.with_refused(&Returned {
            form: self.posted.form.clone(),
            problem: problem.clone(),
            values: self.posted.values.clone(),
        })
    }

    /// Sends the browser elsewhere.
    pub(crate) fn see_other(&self, to: &str) {
        if let Ok(to) = HeaderValue::from_str(to) {
            self.response.set_status(StatusCode::SEE_OTHER);
            self.response.insert_header(header::LOCATION, to);
        }
    }
}

/// The status of a refusal. A field that needs another look is an answer like any
/// other: as a failed request it would be an error in the browser's console.
fn status_of(problem: &Problem) -> Option<StatusCode> {
    if problem.errors.is_empty() { StatusCode::from_u16(problem.status).ok() } else { None }
}
