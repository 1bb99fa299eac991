//! `ai-planner serve`: every door of the planner on one address.

use std::error::Error;
use std::net::SocketAddr;

use app::web::{hashed_files, router};
use server::accounts::with_sessions;
use server::backup::scheduled;
use server::clock::Clock;
use server::config::Config;
use server::context::Planner;
use server::database::Database;
use server::jobs::{JOBS, keep_doing};
use server::listening::{self, HEAD_PATIENCE};
use server::live::keep_relayed;
use server::stopping;
use tokio::net::TcpListener;
use tokio::signal;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::site;

/// Serves until it is told to stop.
pub(super) async fn run() -> Result<(), Box<dyn Error>> {
    let config = Config::from_environment()?;
    let _telemetry = server::telemetry::init(&config.watch);
    let site = site::open(&config)?;
    let mut database = Database::open(&config.database_url).await?;
    if let Some(replica) = &config.database_read_url {
        database = database.with_replica(replica).await?;
    }
    let (address, metrics) = (config.listen_address, config.watch.metrics_address);
    let planner = Planner::new(database.clone(), Clock::system(), config);
    let all = server::rest::router(planner.clone()).merge(hashed_files(&site));
    let all = all.merge(with_sessions(router(&planner, site), &planner));
    let all = server::security::protect(all, &planner);
    let listener = listen("LISTEN_ADDRESS", address).await?;
    let mut working = JoinSet::new();
    if let Some(address) = metrics {
        let listener = listen("METRICS_ADDRESS", address).await?;
        let private = server::rest::private_metrics(planner.clone());
        working.spawn(async { drop(axum::serve(listener, private).await) });
    }
    for job in JOBS.into_iter().chain(scheduled(&planner)) {
        working.spawn(keep_doing(job, planner.clone()));
    }
    let direct = planner.config.database_direct_url.clone();
    working.spawn(keep_relayed(database.clone(), direct));
    working.spawn(planner.assistant.clone().keep_heard(database.clone()));
    announce(&planner.config, listener.local_addr()?.port());
    let (tell, told) = oneshot::channel::<()>();
    let ending = async move {
        told_to_stop().await;
        stopping::end_after_limit();
        // It fails only when nobody waits for it any more.
        let _ = tell.send(());
        tokio::spawn(async {
            told_to_stop().await;
            std::process::exit(1);
        });
        stopping::stop(&planner).await;
    };
    let given_up = async {
        match told.await {
            Ok(()) => stopping::give_up().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = listening::serve(listener, all, HEAD_PATIENCE, ending) => {}
        () = given_up => {}
    }
    working.shutdown().await;
    stopping::close(database).await?;
    Ok(())
}

async fn listen(variable: &str, address: SocketAddr) -> Result<TcpListener, String> {
    let bound = TcpListener::bind(address).await;
    bound.map_err(|cause| format!("{variable} is {address}, which cannot be used: {cause}"))
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
