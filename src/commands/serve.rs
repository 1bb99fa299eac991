//! `ai-planner serve`: every door of the planner on one address.

use std::error::Error;
use std::path::PathBuf;

use app::web::{Site, router};
use server::accounts::{keep_sessions_swept, with_sessions};
use server::clock::Clock;
use server::config::Config;
use server::context::Planner;
use server::database::Database;
use server::listening::{self, HEAD_PATIENCE};
use server::live::keep_relayed;
use server::operations::expenses::keep_expenses_recorded;
use tokio::net::TcpListener;
use tokio::signal;

/// Serves until it is told to stop.
pub(super) async fn run() -> Result<(), Box<dyn Error>> {
    server::telemetry::init();
    let config = Config::from_environment()?;
    let site = Site::open(&site_folder(&config))?;
    let database = Database::open(&config.database_url).await?;
    let address = config.listen_address;
    let planner = Planner::new(database.clone(), Clock::system(), config);
    let pages = with_sessions(router(&planner, site), &planner);
    let all = server::rest::router(planner.clone()).merge(pages);
    let all = server::security::protect(all, &planner);
    let listener = TcpListener::bind(address)
        .await
        .map_err(|cause| format!("LISTEN_ADDRESS is {address}, which cannot be used: {cause}"))?;
    announce(&planner.config, listener.local_addr()?.port());
    let assistant = planner.assistant.clone();
    let live = database.live().clone();
    // Streams end with their turns; without that they would hold up the end.
    let stopping = async move {
        told_to_stop().await;
        live.close();
        assistant.shut_down().await;
    };
    let sweep = tokio::spawn(keep_sessions_swept(planner.clone()));
    let relay = tokio::spawn(keep_relayed(database.clone()));
    let recording = tokio::spawn(keep_expenses_recorded(planner));
    listening::serve(listener, all, HEAD_PATIENCE, stopping).await;
    sweep.abort();
    recording.abort();
    relay.abort();
    database.close().await?;
    Ok(())
}

/// Where the web files are: as set, else beside the program, else where
/// `cargo xtask web` puts those of a checkout.
fn site_folder(config: &Config) -> PathBuf {
    const BUILT: &str = "target/site";
    let beside = || std::env::current_exe().ok().map(|program| program.with_file_name("site"));
    config
        .site_dir
        .clone()
        .or_else(|| beside().filter(|folder| folder.is_dir()))
        .unwrap_or_else(|| PathBuf::from(BUILT))
}

#[expect(clippy::print_stdout, reason = "the address is what the person at the shell waits for")]
fn announce(config: &Config, port: u16) {
    println!("The planner is ready: {}", config.public_url);
    if !config.public_url.ends_with(&format!(":{port}")) {
        println!("It listens on port {port}.");
    }
    println!("It keeps its data in {}.", place(config));
}

/// The database in words that hold no password.
fn place(config: &Config) -> String {
    match config.database_url.strip_prefix("sqlite://") {
        Some(path) => path.split('?').next().unwrap_or_default().to_owned(),
        None => "PostgreSQL".to_owned(),
    }
}

/// Ctrl-C, or what `kill` and service managers send. Where neither can be heard,
/// the program runs until it is killed.
async fn told_to_stop() {
    let interrupt = async {
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut told) => {
                told.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
