//! `ai-planner licenses`: what the program is made of, and under which licences.

use std::error::Error;
use std::io::{self, Write};

use server::config::Config;

use crate::site;

/// Prints the text that the web build made, which `/licenses.txt` answers too.
pub(super) fn run() -> Result<(), Box<dyn Error>> {
    let site = site::open(&Config::from_environment()?)?;
    match io::stdout().lock().write_all(&site.read("licenses.txt")?) {
        // Whoever reads it page by page need not read it to the end.
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => Ok(written?),
    }
}
