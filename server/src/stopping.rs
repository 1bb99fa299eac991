//! The end of the program: no new work is taken, what is going on is finished or
//! kept, and then it is over, whatever hangs.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::time::Duration;

use sea_orm::DbErr;

use crate::context::Planner;
use crate::database::Database;

/// How long the program takes at most to end, from the moment it is told to.
const LIMIT: Duration = Duration::from_secs(10);
/// How long requests in progress may take; what follows needs the rest.
const FINISHING: Duration = Duration::from_secs(8);
/// When connections are closed that are still held.
const GIVING_UP: Duration = Duration::from_secs(9);
/// How long the database may then take.
const CLOSING: Duration = Duration::from_millis(500);
/// How often it is looked whether they are done.
const LOOKS: Duration = Duration::from_millis(20);

/// Whether the program is ending, and what it is still doing. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Stopping(Arc<State>);

#[derive(Debug, Default)]
struct State {
    begun: AtomicBool,
    requests: AtomicUsize,
}

impl Stopping {
    /// Whether the end has begun, so that no new work is taken.
    pub fn has_begun(&self) -> bool {
        self.0.begun.load(Ordering::Acquire)
    }

    /// How many requests are being answered.
    pub fn requests(&self) -> usize {
        self.0.requests.load(Ordering::Acquire)
    }

    /// Counts a request until what is returned is dropped.
    pub(crate) fn count(&self) -> Request {
        self.0.requests.fetch_add(1, Ordering::AcqRel);
        Request(self.clone())
    }
}

/// A request that is being answered.
#[derive(Debug)]
pub(crate) struct Request(Stopping);

impl Drop for Request {
    fn drop(&mut self) {
        self.0.0.requests.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Ends all work: new requests are refused from now on, listeners are let go, turns,
/// requests and letters in progress are waited for. Answers when nothing is going on any
/// more, or eight seconds are over.
pub async fn stop(planner: &Planner) {
    planner.stopping.0.begun.store(true, Ordering::Release);
    tracing::info!("stopping: requests in progress are finished, new ones refused");
    planner.database.live().close();
    let requests = async {
        while planner.stopping.requests() > 0 {
            tokio::time::sleep(LOOKS).await;
        }
    };
    let all = async {
        tokio::join!(planner.assistant.shut_down(), requests);
        // Requests may have written some.
        planner.mailer.finish().await;
    };
    if tokio::time::timeout(FINISHING, all).await.is_err() {
        let left = planner.stopping.requests();
        tracing::warn!(left, "requests or letters are given up that take too long");
    }
}

/// Waits until connections are closed that are still held, counted from the moment
/// that the program is told to stop.
pub async fn give_up() {
    tokio::time::sleep(GIVING_UP).await;
    tracing::warn!("connections are closed that their clients hold");
}

/// Closes the database, unless something holds its connections for too long.
///
/// # Errors
/// What a connection said in parting.
pub async fn close(database: Database) -> Result<(), DbErr> {
    tokio::time::timeout(CLOSING, database.close()).await.unwrap_or_else(|_| {
        tracing::warn!("the database's connections are still in use");
        Ok(())
    })
}

/// Ends the process after ten seconds, from a thread of its own, as the others may
/// hang.
pub fn end_after_limit() {
    std::thread::spawn(|| {
        let (_nobody, told) = channel::<()>();
        let _ = told.recv_timeout(LIMIT);
        tracing::error!("the program did not come to an end by itself");
        std::process::exit(1);
    });
}
