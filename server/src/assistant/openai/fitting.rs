//! How much a model is offered where nobody said it: everything, until a small one turns out
//! to read too slowly for that.
//!
//! A model of 1.5 billion parameters on two cores reads some sixty tokens a second, and all the
//! tools are some five thousand.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use async_trait::async_trait;

use super::OpenAi;
use super::transport::Patience;
use crate::assistant::interpreter::{Identity, Interpreter, Step, Turn, Voice};
use crate::config::{ModelSettings, Offer};
use crate::error::Error;

/// The interpreter that asks the model of these settings, within these bounds.
///
/// # Errors
/// When no HTTP client can be made.
pub fn language_model(
    settings: ModelSettings,
    patience: Patience,
) -> Result<Arc<dyn Interpreter>, Error> {
    if settings.tools.is_some() || !settings.is_small() {
        return Ok(Arc::new(OpenAi::new(settings, patience)?));
    }
    let offering = |offer| {
        let settings = ModelSettings { tools: Some(offer), ..settings.clone() };
        OpenAi::new(settings, patience)
    };
    Ok(Arc::new(Fitting { all: offering(Offer::All)?, few: offering(Offer::Few)? }))
}

/// One model, asked in two ways.
#[derive(Debug)]
struct Fitting {
    all: OpenAi,
    few: OpenAi,
}

impl Fitting {
    fn fit(&self) -> &OpenAi {
        if self.all.was_slow.load(Ordering::Relaxed) { &self.few } else { &self.all }
    }
}

#[async_trait]
impl Interpreter for Fitting {
    fn name(&self) -> &'static str {
        self.all.name()
    }

    fn identity(&self) -> Identity {
        self.all.identity()
    }

    async fn step(&self, turn: Turn<'_>, voice: &mut Voice) -> Result<Step, Error> {
        self.fit().step(turn, voice).await
    }
}
