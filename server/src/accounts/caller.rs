//! What is known of whoever sends a request, before they say who they are.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;

use super::cookie;
use super::token::Token;
use crate::security::ClientAddress;

/// How much of a program's name is kept.
const USER_AGENT_LIMIT: usize = 200;

/// The sender of a request.
#[derive(Clone, Default)]
pub(super) struct Caller {
    /// Where the request comes from, if that is known.
    pub(super) address: Option<IpAddr>,
    /// What the browser or program calls itself.
    pub(super) user_agent: Option<String>,
    /// What a browser keeps in which somebody signed in before.
    pub(super) device: Option<Token>,
}

impl Caller {
    /// Who sends this request.
    pub(super) fn of(request: &Request, is_https: bool) -> Self {
        Self {
            address: request.extensions().get::<ClientAddress>().map(|client| client.0),
            user_agent: user_agent(request.headers()),
            device: cookie::device(request.headers(), is_https),
        }
    }
}

fn user_agent(headers: &HeaderMap) -> Option<String> {
    let name = headers.get(USER_AGENT)?.to_str().ok()?;
    Some(name.chars().take(USER_AGENT_LIMIT).collect())
}
