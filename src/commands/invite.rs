//! `ai-planner invite`: print a link by which one person can make an account.

use std::error::Error;

use clap::Args;
use server::accounts;
use server::clock::Clock;
use server::config::{Config, SignUpMode};
use server::context::Planner;
use server::database::Database;

/// How long the invitation is good.
#[derive(Args)]
pub(crate) struct Invite {
    /// In how many days it ends.
    #[arg(long, default_value_t = 7, value_parser = clap::value_parser!(u32).range(1..=365))]
    days: u32,
}

/// Makes the invitation and prints it.
pub(super) async fn run(wish: Invite) -> Result<(), Box<dyn Error>> {
    server::telemetry::init();
    let config = Config::from_environment()?;
    let database = Database::open(&config.database_url).await?;
    let planner = Planner::new(database.clone(), Clock::system(), config);
    let link = accounts::invite(&planner, wish.days).await;
    database.close().await?;
    announce(&link?, wish.days, planner.config.sign_up);
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the link is what the person at the shell asked for")]
fn announce(link: &str, days: u32, mode: SignUpMode) {
    println!("{link}");
    let days = if days == 1 { "a day".to_owned() } else { format!("{days} days") };
    println!("It is good for one account, within {days}.");
    match mode {
        SignUpMode::Invitation => {}
        SignUpMode::Open => println!("SIGN_UP is open: an account takes no invitation."),
        SignUpMode::Closed => {
            println!("SIGN_UP is closed: it opens nothing until that is changed.")
        }
    }
}
