//! Every request learns who sends it, and every answer tells the browser what
//! became of its session.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum_login::AuthManager;
use chrono::{DateTime, TimeDelta, Utc};
use domain::account::Scope;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect};
use tower::ServiceExt;
use tower_sessions::Session;

use super::backend::Backend;
use super::caller::Caller;
use super::store::{DATA_KEY, Found, Outcome, RequestStore};
use super::token::{Token, TokenHash};
use super::{api_tokens, cookie, is_alive, user_of};
use crate::context::Planner;
use crate::entity::{sessions, users};
use crate::error::Error;
use crate::live::Page;
use crate::rest::Refusal;

/// How often the use of a session is written down; the idle limit is days.
const USE_INTERVAL: TimeDelta = TimeDelta::hours(1);
const READS_ONLY: &str =
    "This token may only read. Make one with the scope write to change something.";

/// Wraps routes so that their requests know who sends them.
pub fn with_sessions(router: Router, planner: &Planner) -> Router {
    router.layer(from_fn_with_state(planner.clone(), session))
}

async fn session(State(planner): State<Planner>, mut request: Request, next: Next) -> Response {
    let is_https = planner.config.is_https();
    // Pages and their functions are for people.
    let is_rest = request.uri().path().starts_with("/api/");
    let found = match find(&planner, request.headers()).await {
        Ok(found) => found.filter(|found| is_rest || found.scope.is_none()),
        Err(cause) => return Refusal::from(cause).into_response(),
    };
    let is_reader = found.as_ref().is_some_and(|found| found.scope == Some(Scope::Read));
    if is_reader && !request.method().is_safe() {
        return Refusal::new(StatusCode::FORBIDDEN, READS_ONLY).into_response();
    }
    let store = RequestStore::new(planner, found, Caller::of(&request, is_https));
    let session = Session::new(store.id(), Arc::new(store.clone()), None);
    request.extensions_mut().insert(session);
    if let Some(page) = Page::of(request.headers()) {
        request.extensions_mut().insert(page);
    }
    let backend = Backend { store: store.clone() };
    let Ok(mut response) = AuthManager::new(next, backend, DATA_KEY).oneshot(request).await;
    // A token that names no session is left in the browser: another request of
    // the same browser may just have replaced it, and would lose the new one.
    let header = match store.outcome() {
        Outcome::Unchanged => None,
        Outcome::Started(token) => cookie::set(&token, is_https),
        Outcome::Ended => cookie::clear(is_https),
    };
    let device = store.new_device().and_then(|token| cookie::set_device(&token, is_https));
    for header in [header, device].into_iter().flatten() {
        response.headers_mut().append(SET_COOKIE, header);
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Whether these headers still name a living session. Where that cannot be told at the
/// moment, it counts as alive.
pub(crate) async fn is_signed_in(planner: &Planner, headers: &HeaderMap) -> bool {
    find(planner, headers).await.map_or(true, |found| found.is_some_and(|it| it.user.is_some()))
}

/// What a request's token names, if anything.
async fn find(planner: &Planner, headers: &HeaderMap) -> Result<Option<Found>, Error> {
    match cookie::bearer(headers).filter(|text| api_tokens::is_api_token(text)) {
        Some(text) => api_tokens::find(planner, text).await,
        None => match cookie::presented(headers) {
            Some(token) => find_session(planner, &token).await,
            None => Ok(None),
        },
    }
}

/// The living session that a token names, with its person, in one query.
async fn find_session(planner: &Planner, token: &Token) -> Result<Option<Found>, Error> {
    let hash = token.hash();
    let person = sessions::Entity::belongs_to(users::Entity)
        .from(sessions::Column::UserId)
        .to(users::Column::Id);
    let row = sessions::Entity::find_by_id(hash.key())
        .join(JoinType::LeftJoin, person.into())
        .select_also(users::Entity)
        .one(planner.database.reader())
        .await?;
    let Some((session, person)) = row else { return Ok(None) };
    let now = planner.clock.now();
    if !is_alive(&session, now) {
        log_failure(remove(planner, hash).await);
        return Ok(None);
    }
    if session.last_used_at + USE_INTERVAL <= now {
        log_failure(mark_used(planner, hash, now).await);
    }
    let data: HashMap<_, _> = serde_json::from_value(session.data).unwrap_or_default();
    Ok(Some(Found { hash, data, user: person.as_ref().map(user_of), scope: None }))
}

async fn remove(planner: &Planner, hash: TokenHash) -> Result<(), DbErr> {
    let transaction = planner.database.begin_write().await?;
    sessions::Entity::delete_by_id(hash.key()).exec(&transaction).await?;
    transaction.commit().await
}

async fn mark_used(planner: &Planner, hash: TokenHash, now: DateTime<Utc>) -> Result<(), DbErr> {
    let transaction = planner.database.begin_write().await?;
    sessions::Entity::update_many()
        .col_expr(sessions::Column::LastUsedAt, Expr::value(now))
        .filter(sessions::Column::TokenHash.eq(hash.key()))
        .exec(&transaction)
        .await?;
    transaction.commit().await
}

/// Housekeeping must not fail the request that happened to do it.
fn log_failure(result: Result<(), DbErr>) {
    if let Err(cause) = result {
        tracing::warn!(%cause, "a session was not brought up to date");
    }
}
