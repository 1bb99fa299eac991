//! What the program says about itself while it runs.

use tracing_subscriber::EnvFilter;

/// What is said unless `RUST_LOG` selects otherwise. Each migration would take two
/// lines of the first start.
const USUAL: &str = "info,sea_orm_migration=warn";

/// Sends spans and events to standard error, as `RUST_LOG` selects them; `info` and
/// worse when it says nothing. Calling it again does nothing.
pub fn init() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(USUAL));
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // Somebody else's subscriber, such as a test's, is as good.
    let _ = subscriber.try_init();
}
