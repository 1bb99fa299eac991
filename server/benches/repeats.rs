//! How long a month view over a thousand repeating events takes.
//!
//! `cargo bench -p server --bench repeats`: first the expansion alone, then the whole
//! operation over a SQLite database, both this year and fifty years later.

use std::hint::black_box;

use chrono::{DateTime, Months, Utc};
use criterion::Criterion;
use domain::Uuid;
use domain::event::{EventFilter, NewEvent};
use domain::history::Door;
use domain::input::Field;
use domain::repeat::Rule;
use domain::time::{Moment, When};
use sea_orm::{EntityTrait, Set};
use server::context::{Actor, Context};
use server::database::Database;
use server::entity::users;
use server::language::Habits;
use server::operations::call;
use server::operations::events::{CreateEvent, ListEvents};
use server::repeat::{Expansion, Span};
use server::words::Customs;

/// How many repeating events there are.
const EVENTS: usize = 1_000;
/// What people repeat, in turn.
const RULES: [&str; 10] = [
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=MONTHLY;BYMONTHDAY=1",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
    "FREQ=DAILY",
    "FREQ=WEEKLY;COUNT=200",
];

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_577_869_200, 0).unwrap_or_default()
}

fn month(years: u32) -> Span {
    let from = start() + Months::new(12 * years);
    Span { from, to: from + Months::new(1) }
}

fn expansions() -> Vec<Expansion> {
    let zone = chrono_tz::Europe::Berlin;
    (0..EVENTS)
        .filter_map(|at| {
            let rule = Rule::parse(RULES[at % RULES.len()]).ok()?;
            let start = start() + chrono::TimeDelta::hours(i64::try_from(at).ok()?);
            // A count is resolved when the row is written.
            let last = rule.end.map(|_| start + chrono::TimeDelta::weeks(199));
            Some(Expansion::new(&rule, Moment::Instant(start), zone, last))
        })
        .collect()
}

/// A person with a thousand repeating events in a file.
async fn planner(url: &str) -> Result<Context, Box<dyn std::error::Error>> {
    let database = Database::open(url).await?;
    let id = Uuid::new_v4();
    let transaction = database.begin_write().await?;
    users::Entity::insert(users::ActiveModel {
        id: Set(id),
        email: Set("bench@example.com".to_owned()),
        hashed_password: Set("unused".to_owned()),
        ..Default::default()
    })
    .exec_without_returning(&transaction)
    .await?;
    transaction.commit().await?;
    let actor = Actor {
        user_id: id,
        zone: chrono_tz::Europe::Berlin,
        currency: "EUR".parse().unwrap_or_default(),
        customs: Customs::of_locale("en-GB"),
        habits: Habits::default(),
    };
    let context = Context::at(database, actor, Door::Api, start());
    for at in 0..EVENTS {
        let begin = start() + chrono::TimeDelta::hours(i64::try_from(at)?);
        let event = NewEvent {
            title: Field::Value(format!("Event {at}")),
            start_time: Field::Value(When::Instant(begin)),
            end_time: Field::Value(When::Instant(begin + chrono::TimeDelta::minutes(30))),
            rrule: Field::Value(Rule::parse(RULES[at % RULES.len()])?),
            ..NewEvent::default()
        };
        call::<CreateEvent>(&context, event).await.map_err(|error| format!("{error:?}"))?;
    }
    Ok(context)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut criterion = Criterion::default().configure_from_args();
    let all = expansions();
    for (name, years) in [("this year", 1), ("in fifty years", 50)] {
        criterion.bench_function(&format!("month of {EVENTS} rules, {name}"), |bencher| {
            bencher.iter(|| -> usize {
                all.iter().map(|one| black_box(one).within(month(years)).count()).sum()
            });
        });
    }
    for text in ["FREQ=YEARLY;BYWEEKNO=1;BYMONTH=6", "FREQ=DAILY;INTERVAL=7;BYDAY=TU"] {
        let (rule, monday) = (Rule::parse(text)?, "2026-11-23T09:00:00".parse()?);
        criterion.bench_function(&format!("refusing {text}"), |bencher| {
            bencher.iter(|| server::repeat::check(black_box(&rule), monday).is_err());
        });
    }
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite://{}", folder.path().join("bench.db").display());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let context = runtime.block_on(planner(&url))?;
    for (name, years) in [("this year", 1), ("in fifty years", 50)] {
        let span = month(years);
        let filter = EventFilter {
            from: Field::Value(When::Instant(span.from)),
            to: Field::Value(When::Instant(span.to)),
            limit: Field::Value(1_000),
            ..EventFilter::default()
        };
        criterion.bench_function(&format!("month view over {EVENTS} rows, {name}"), |bencher| {
            bencher.iter(|| runtime.block_on(call::<ListEvents>(&context, filter.clone())));
        });
    }
    criterion.final_summary();
    Ok(())
}
