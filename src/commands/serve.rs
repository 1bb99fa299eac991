//! Answers requests until it is told to stop.

use std::path::PathBuf;

use app::web::Site;
use server::clock::Clock;
use server::config::Config;
use server::context::Planner;
use server::database::Database;
use server::{accounts, rest, security, telemetry};
use tokio::net::TcpListener;

/// Where `cargo xtask web` puts the web files of a checkout.
const BUILT_SITE: &str = "target/site";

/// Opens the database, listens, and stops gracefully on Ctrl+C or SIGTERM.
///
/// # Errors
/// Why it could not start, in one line.
pub(crate) async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let config = Config::from_environment()?;
    telemetry::init();
    let site = Site::open(&site_folder(&config))?;
    let database = Database::open(&config.database_url).await?;
    let listener = TcpListener::bind(config.listen_address)
        .await
        .map_err(|cause| format!("cannot listen on {}: {cause}", config.listen_address))?;
    tracing::info!(address = %config.listen_address, url = config.public_url, "listening");
    let planner = Planner::new(database.clone(), Clock::system(), config);
    let pages = accounts::with_sessions(app::web::router(&planner, site), &planner);
    let routes = security::protect(rest::router(planner.clone()).merge(pages), &planner);
    axum::serve(listener, routes).with_graceful_shutdown(told_to_stop()).await?;
    database.close().await?;
    Ok(())
}

/// The folder with the web files: the one of the settings, or the checkout's.
fn site_folder(config: &Config) -> PathBuf {
    config.site_dir.clone().unwrap_or_else(|| PathBuf::from(BUILT_SITE))
}

/// Waits for Ctrl+C, or for SIGTERM where there is one. Where neither can be
/// heard, the program runs until it is killed.
async fn told_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
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
    tracing::info!("stopping");
}
