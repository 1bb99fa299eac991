//! `ai-planner serve`: every door of the planner on one address.

use std::error::Error;
use std::path::PathBuf;

use app::web::{Site, router};
use server::accounts::{keep_sessions_swept, with_sessions};
use server::clock::Clock;
use server::config::Config;
use server::context::Planner;
use tokio::net::TcpListener;
use tokio::signal;

use super::open;

/// Serves until it is told to stop.
pub(super) async fn run() -> Result<(), Box<dyn Error>> {
    server::telemetry::init();
    let (config, database) = open().await?;
    let site = Site::open(&site_folder(&config))?;
    let address = config.listen_address;
    let planner = Planner::new(database.clone(), Clock::system(), config);
    let pages = with_sessions(router(&planner, site), &planner);
    let all = server::rest::router(planner.clone()).merge(pages);
    let all = server::security::protect(all, &planner);
    let listener = TcpListener::bind(address)
        .await
        .map_err(|cause| format!("LISTEN_ADDRESS is {address}, which cannot be used: {cause}"))?;
    announce(&planner.config, listener.local_addr()?.port());
    let sweep = tokio::spawn(keep_sessions_swept(planner));
    axum::serve(listener, all).with_graceful_shutdown(told_to_stop()).await?;
    sweep.abort();
    database.close().await?;
    Ok(())
}

/// Where the web files are: as set, else beside the program.
fn site_folder(config: &Config) -> PathBuf {
    config.site_dir.clone().unwrap_or_else(|| {
        let program = std::env::current_exe().unwrap_or_default();
        program.with_file_name("site")
    })
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

/// Ctrl-C, or what `kill` and service managers send.
async fn told_to_stop() {
    let interrupt = async { signal::ctrl_c().await.ok() };
    #[cfg(unix)]
    {
        if let Ok(mut terminate) = signal::unix::signal(signal::unix::SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    interrupt.await;
}
