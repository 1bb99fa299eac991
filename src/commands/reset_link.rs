//! `ai-planner reset-link`: print a link to a new password, for who has forgotten theirs.

use std::error::Error;

use clap::Args;
use server::accounts;
use server::clock::Clock;
use server::config::Config;
use server::context::Planner;
use server::database::Database;
use server::error::Error as Refused;

/// For whom.
#[derive(Args)]
pub(crate) struct ResetLink {
    /// The address that they sign in with.
    email: String,
}

/// Makes the link and prints it.
pub(super) async fn run(wish: ResetLink) -> Result<(), Box<dyn Error>> {
    server::telemetry::init();
    let config = Config::from_environment()?;
    let database = Database::open(&config.database_url).await?;
    let planner = Planner::new(database.clone(), Clock::system(), config);
    let link = accounts::reset_link(&planner, &wish.email).await;
    database.close().await?;
    match link {
        Ok(link) => announce(&link),
        Err(Refused::NotFound) => return Err(format!("nobody signs in as {}", wish.email).into()),
        Err(cause) => return Err(cause.into()),
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the link is what the person at the shell asked for")]
fn announce(link: &str) {
    println!("{link}");
    println!("It is good once, within an hour. A new password ends all sessions and tokens.");
}
