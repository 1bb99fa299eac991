//! `ai-planner seed --demo`: fill a lively example account.

use std::error::Error;

use clap::Args;
use server::clock::Clock;
use server::config::Config;
use server::context::Planner;
use server::database::Database;
use server::demo::{self, Demo};

/// For whom the example is made.
#[derive(Args)]
pub(crate) struct Seed {
    /// Fill an example account; there is nothing else to be filled.
    #[arg(long, required = true)]
    demo: bool,
    /// The address to sign in with.
    #[arg(long, default_value = "demo@example.com")]
    email: String,
    /// Where the example lives (IANA name).
    #[arg(long, default_value = "Europe/Berlin")]
    time_zone: String,
    /// How they write, and in which currency they pay (language tag).
    #[arg(long, default_value = "en-IE")]
    locale: String,
    /// Delete the account of that address first, with everything in it.
    #[arg(long)]
    replace: bool,
}

/// Fills the account and prints how to sign in.
pub(super) async fn run(wish: Seed) -> Result<(), Box<dyn Error>> {
    let config = Config::from_environment()?;
    let _telemetry = server::telemetry::init(&config.watch);
    let database = Database::open(&config.database_url).await?;
    let address = config.public_url.clone();
    let planner = Planner::new(database.clone(), Clock::system(), config);
    let demo = Demo {
        email: wish.email,
        password: demo::password()?,
        time_zone: wish.time_zone,
        locale: wish.locale,
        replace: wish.replace,
    };
    let seeded = demo::seed(&planner, &demo).await;
    database.close().await?;
    seeded.map_err(|cause| explained(&cause))?;
    announce(&demo, &address.to_string());
    Ok(())
}

fn explained(cause: &server::error::Error) -> String {
    match cause {
        server::error::Error::Conflict(detail) => {
            format!("{detail} Name another with --email, or delete it with --replace.")
        }
        server::error::Error::Invalid(invalid) => {
            invalid.0.iter().map(|wrong| format!("{}: {}", wrong.field, wrong.message)).collect()
        }
        other => other.to_string(),
    }
}

#[expect(clippy::print_stdout, reason = "what the person at the shell signs in with")]
fn announce(demo: &Demo, address: &str) {
    println!("The example is ready: {address}");
    println!("E-mail:   {}", demo.email);
    println!("Password: {}", demo.password);
}
