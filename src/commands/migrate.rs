//! `ai-planner migrate`: bring the database up to date and stop.

use std::error::Error;

use server::config::Config;
use server::database::Database;

/// Opening the database applies what it lacks.
pub(super) async fn run() -> Result<(), Box<dyn Error>> {
    let config = Config::from_environment()?;
    let _telemetry = server::telemetry::init(&config.watch);
    Database::open(&config.database_url).await?.close().await?;
    Ok(())
}
