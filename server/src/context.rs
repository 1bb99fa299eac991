//! Who asks for what, when and through which door: everything an operation may know.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::Uuid;
use domain::account::User;
use domain::history::Door;
use domain::money::Currency;

use crate::assistant::Assistant;
use crate::clock::Clock;
use crate::config::Config;
use crate::database::Database;
use crate::language::{Habits, Reference};
use crate::live::Page;
use crate::mail::Mailer;
use crate::once::Once;
use crate::stopping::Stopping;
use crate::words::Customs;

/// The person on whose behalf an operation runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Whose rows are reached.
    pub user_id: Uuid,
    /// Decides what "tomorrow" and "9:00" mean.
    pub zone: Tz,
    /// The currency of amounts that name none.
    pub currency: Currency,
    /// How dates, times and amounts are written.
    pub customs: Customs,
    /// How words about dates and times are meant.
    pub habits: Habits,
}

impl From<&User> for Actor {
    fn from(user: &User) -> Self {
        Self {
            user_id: user.id,
            // Sign-up accepts known zones only; one that a later zone database
            // has dropped still must not lock its person out.
            zone: user.time_zone.parse().unwrap_or(Tz::UTC),
            currency: user.currency,
            customs: Customs::of(&user.settings),
            habits: Habits::of(&user.settings),
        }
    }
}

/// Everything an operation may know beside its input.
#[derive(Debug, Clone)]
pub struct Context {
    /// Where the rows are.
    pub database: Database,
    /// On whose behalf.
    pub actor: Actor,
    /// Now, the same for the whole request.
    pub now: DateTime<Utc>,
    /// The door the request came through.
    pub door: Door,
    /// Groups the changes of one request or chat turn, so that they can be taken back together.
    pub turn_id: Uuid,
    /// The page that asks, if it says which one it is.
    pub page: Option<Page>,
    /// Whether the person said yes to this very step.
    pub confirmed: bool,
    /// The request's name, if its client gave it one: it is carried out once.
    pub once: Option<Once>,
    /// What the client holds the row for that it names, if it says so.
    pub expected: Option<Expected>,
    /// How many changes the turn has recorded, across its operations.
    changes: Arc<AtomicI64>,
}

/// A row as the client knows it (`If-Match`): a change of one that is not so any
/// more is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The row.
    pub row: Uuid,
    /// Versions that will do.
    pub versions: Vec<i64>,
}

impl Context {
    /// The context of one request.
    pub fn new(planner: &Planner, actor: Actor, door: Door) -> Self {
        Self::at(planner.database.clone(), actor, door, planner.clock.now())
    }

    /// The context of a request at a given moment.
    pub fn at(database: Database, actor: Actor, door: Door, now: DateTime<Utc>) -> Self {
        Self {
            database,
            actor,
            now,
            door,
            turn_id: Uuid::new_v4(),
            page: None,
            confirmed: false,
            once: None,
            expected: None,
            changes: Arc::default(),
        }
    }

    /// The same request after the person's yes to this very step.
    pub fn confirmed(&self) -> Self {
        Self { confirmed: true, ..self.clone() }
    }

    /// The place of the next recorded change in its turn, ascending.
    pub(crate) fn next_position(&self) -> i64 {
        self.changes.fetch_add(1, Ordering::Relaxed)
    }

    /// When and where the person speaks, for the language front end.
    pub fn reference(&self) -> Reference {
        Reference { now: self.now.with_timezone(&self.actor.zone), habits: self.actor.habits }
    }

    /// Today in the person's zone.
    pub fn today(&self) -> chrono::NaiveDate {
        crate::zone::date_of(self.actor.zone, self.now)
    }
}

/// The running planner: what every door shares.
#[derive(Debug, Clone)]
pub struct Planner {
    /// Where the rows are.
    pub database: Database,
    /// What time it is.
    pub clock: Clock,
    /// What answers messages.
    pub assistant: Assistant,
    /// What sends letters.
    pub mailer: Mailer,
    /// How the program was told to run.
    pub config: Arc<Config>,
    /// Whether the program is ending.
    pub stopping: Stopping,
}

impl Planner {
    /// The planner on an open database.
    pub fn new(database: Database, clock: Clock, config: Config) -> Self {
        let assistant = Assistant::of(&config);
        let mailer = Mailer::of(&config);
        let (config, stopping) = (Arc::new(config), Stopping::default());
        Self { database, clock, assistant, mailer, config, stopping }
    }
}
