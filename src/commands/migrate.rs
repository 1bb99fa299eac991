//! `ai-planner migrate`: bring the database up to date and stop.

use std::error::Error;

use super::open;

/// Opening the database applies what it lacks.
pub(super) async fn run() -> Result<(), Box<dyn Error>> {
    server::telemetry::init();
    let (_, database) = open().await?;
    database.close().await?;
    Ok(())
}
