//! Where sessions are kept: the `session` table, seen from within one request.
//!
//! tower-sessions identifies a session by 128 bits of its own. Ours are named by
//! tokens of 256 bits of which the table holds the hash, so a store is made for
//! each request: it knows which row the request's token names, draws a token when
//! a session begins, and remembers what the answer must tell the browser.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use domain::Uuid;
use domain::account::{Scope, User};
use domain::live::Kind;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, Set};
use tower_sessions::SessionStore;
use tower_sessions::cookie::time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error as StoreError, Result as StoreResult};

use super::ABSOLUTE_LIMIT;
use super::caller::Caller;
use super::token::{Token, TokenHash};
use crate::context::Planner;
use crate::entity::sessions::{ActiveModel, Column, Entity};
use crate::error::Error;

/// Where axum-login keeps who is signed in.
pub(super) const DATA_KEY: &str = "account";

/// What the answer must tell the browser about its session.
#[derive(Clone, Default)]
pub(super) enum Outcome {
    /// Nothing.
    #[default]
    Unchanged,
    /// A session began.
    Started(Token),
    /// The session ended.
    Ended,
}

/// What the request's token names, with its person: a session, or what a person allowed
/// a program.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its key.
    pub(super) hash: TokenHash,
    /// What the session layer keeps in it.
    pub(super) data: HashMap<String, serde_json::Value>,
    /// Whose it is.
    pub(super) user: Option<User>,
    /// What the token of a program allows; nothing is said for a session.
    pub(super) scope: Option<Scope>,
}

#[derive(Default)]
struct State {
    found: Option<Found>,
    current: Option<TokenHash>,
    outcome: Outcome,
    device: Option<Token>,
    failure: Option<Error>,
}

/// The session of one request. Clones share what happened to it.
#[derive(Clone)]
pub(super) struct RequestStore {
    planner: Planner,
    caller: Caller,
    state: Arc<Mutex<State>>,
}

/// Tokens stay out of logs.
impl std::fmt::Debug for RequestStore {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("RequestStore").finish_non_exhaustive()
    }
}

impl RequestStore {
    /// The store of a request whose token names `found`.
    pub(super) fn new(planner: Planner, found: Option<Found>, caller: Caller) -> Self {
        let current = found.as_ref().map(|found| found.hash);
        let state = State { found, current, ..State::default() };
        Self { planner, caller, state: Arc::new(Mutex::new(state)) }
    }

    pub(super) fn planner(&self) -> &Planner {
        &self.planner
    }

    /// Who sends the request.
    pub(super) fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The person whose session it was when the request arrived.
    pub(super) fn user(&self) -> Option<User> {
        self.state().found.as_ref().and_then(|found| found.user.clone())
    }

    /// Whether a program sent the request, by a token that a person made for it.
    pub(super) fn is_program(&self) -> bool {
        self.state().found.as_ref().is_some_and(|found| found.scope.is_some())
    }

    /// What the session layer calls the session, if there is one.
    pub(super) fn id(&self) -> Option<Id> {
        self.state().current.map(TokenHash::id)
    }

    /// The key of the session's row, if there is one.
    pub(super) fn key(&self) -> Option<String> {
        self.state().current.map(TokenHash::key)
    }

    /// What the answer must tell the browser.
    pub(super) fn outcome(&self) -> Outcome {
        self.state().outcome.clone()
    }

    /// What the browser is to keep to be known again, if it has just become known.
    pub(super) fn new_device(&self) -> Option<Token> {
        self.state().device.clone()
    }

    /// Has the browser keep this to be known again.
    pub(super) fn know(&self, device: Token) {
        self.state().device = Some(device);
    }

    /// Has the browser forget its token, also when it names no session anymore.
    pub(super) fn end(&self) {
        self.state().outcome = Outcome::Ended;
    }

    /// Why the store failed, when the session layer answers only that it did.
    pub(super) fn failure(&self, cause: impl std::fmt::Display) -> Error {
        let failure = self.state().failure.take();
        failure.unwrap_or_else(|| Error::Internal(cause.to_string()))
    }

    fn failed(&self, error: Error) -> StoreError {
        let text = error.to_string();
        self.state().failure = Some(error);
        StoreError::Backend(text)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The row of a session, if it is the request's.
    fn key_of(&self, id: &Id) -> Option<String> {
        self.state().current.filter(|current| current.id() == *id).map(TokenHash::key)
    }

    async fn insert(&self, record: &Record, hash: TokenHash) -> Result<(), Error> {
        let now = self.planner.clock.now();
        let row = ActiveModel {
            token_hash: Set(hash.key()),
            user_id: Set(user_id(record)),
            data: Set(data(record).map_err(|cause| Error::Internal(cause.to_string()))?),
            created_at: Set(now),
            last_used_at: Set(now),
            expires_at: Set(now + ABSOLUTE_LIMIT),
            user_agent: Set(self.caller.user_agent.clone()),
        };
        let transaction = self.planner.database.begin_write().await?;
        Entity::insert(row).exec_without_returning(&transaction).await?;
        Ok(transaction.commit().await?)
    }

    async fn update(&self, record: &Record, key: String) -> Result<(), Error> {
        let data = data(record).map_err(|cause| Error::Internal(cause.to_string()))?;
        let transaction = self.planner.database.begin_write().await?;
        Entity::update_many()
            .col_expr(Column::Data, Expr::value(data))
            .col_expr(Column::UserId, Expr::value(user_id(record)))
            .filter(Column::TokenHash.eq(key))
            .exec(&transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// Pages that listen by this session are to hear that it has ended.
    async fn remove(&self, key: String) -> Result<(), DbErr> {
        let transaction = self.planner.database.begin_write().await?;
        Entity::delete_by_id(key).exec(&transaction).await?;
        transaction.commit().await?;
        if let Some(user) = self.user() {
            self.planner.database.live().tell(user.id, [Kind::Session].into(), None);
        }
        Ok(())
    }
}

#[async_trait]
impl SessionStore for RequestStore {
    async fn create(&self, record: &mut Record) -> StoreResult<()> {
        let token = Token::random().map_err(|error| self.failed(error))?;
        let hash = token.hash();
        self.insert(record, hash).await.map_err(|error| self.failed(error))?;
        record.id = hash.id();
        let mut state = self.state();
        state.current = Some(hash);
        state.outcome = Outcome::Started(token);
        Ok(())
    }

    async fn save(&self, record: &Record) -> StoreResult<()> {
        match self.key_of(&record.id) {
            Some(key) => self.update(record, key).await.map_err(|error| self.failed(error)),
            None => Err(StoreError::Backend("not the session of this request".to_owned())),
        }
    }

    /// The row was read when the request arrived.
    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        let found = self.state().found.clone().filter(|found| found.hash.id() == *id);
        // Whether the session has expired was decided by our own clock.
        let expiry_date = OffsetDateTime::UNIX_EPOCH;
        Ok(found.map(|found| Record { id: *id, data: found.data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> StoreResult<()> {
        if let Some(key) = self.key_of(id) {
            self.remove(key).await.map_err(|error| self.failed(error.into()))?;
            let mut state = self.state();
            state.current = None;
            state.outcome = Outcome::Ended;
        }
        Ok(())
    }
}

fn data(record: &Record) -> Result<serde_json::Value, serde_json::Error> {
    serde_json::to_value(&record.data)
}

/// The person, who has a column besides, so that signing out everywhere and
/// deleting an account find their sessions.
fn user_id(record: &Record) -> Option<Uuid> {
    record.data.get(DATA_KEY)?.get("user_id")?.as_str()?.parse().ok()
}
