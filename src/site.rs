//! Which web files the program serves.

#[cfg(not(feature = "embed"))]
use std::path::PathBuf;

use app::web::{Site, UnreadableSite};
use server::config::Config;

/// Opens the web files: those of the folder that is set, else those within the
/// program, else those beside it, else those that `cargo xtask web` made in a checkout.
///
/// # Errors
/// When they are not there.
pub(crate) fn open(config: &Config) -> Result<Site, UnreadableSite> {
    match &config.site_dir {
        Some(folder) => Site::open(folder),
        None => found(),
    }
}

#[cfg(feature = "embed")]
fn found() -> Result<Site, UnreadableSite> {
    /// The folder as it was when the program was compiled.
    #[derive(rust_embed::RustEmbed)]
    #[folder = "target/site"]
    struct Built;

    Site::within(|name| {
        let file = Built::get(name)?;
        let std::borrow::Cow::Borrowed(bytes) = file.data else { return None };
        Some(app::web::Kept { bytes, digest: file.metadata.sha256_hash() })
    })
}

#[cfg(not(feature = "embed"))]
fn found() -> Result<Site, UnreadableSite> {
    let beside = std::env::current_exe().ok().map(|program| program.with_file_name("site"));
    let folder = beside.filter(|folder| folder.is_dir());
    Site::open(&folder.unwrap_or_else(|| PathBuf::from("target/site")))
}
