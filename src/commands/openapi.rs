//! `ai-planner openapi`: print the OpenAPI document.

use std::error::Error;
use std::io::{self, Write};

/// The document that `/api/openapi.json` answers, indented.
pub(super) fn run() -> Result<(), Box<dyn Error>> {
    let document = serde_json::to_string_pretty(&server::rest::openapi_document())?;
    writeln!(io::stdout().lock(), "{document}")?;
    Ok(())
}
