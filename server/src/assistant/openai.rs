//! The interpreter that asks a language model on any OpenAI-compatible server.
//!
//! It does no date or money arithmetic, changes nothing by itself, and what it says
//! is its own words: receipts come from operations (DESIGN.md, assistant rules).

mod arguments;
mod assembly;
mod failure;
mod few;
mod fitting;
mod grounded;
mod messages;
mod outcome;
mod person;
mod prompt;
mod refused;
mod schema;
mod server;
mod speech;
mod transport;
mod window;
mod written;

use std::sync::atomic::{AtomicBool, Ordering};

use async_openai::types::chat::{
    ChatCompletionRequestMessage, ChatCompletionTool, ChatCompletionTools, FunctionObject,
};
use async_trait::async_trait;
use serde_json::Value;

use self::assembly::{PartialCall, Reply};
pub use self::fitting::language_model;
use self::server::Server;
use self::speech::Speech;
pub use self::transport::Patience;
use super::interpreter::{Identity, Interpreter, Step, Turn, Voice};
use super::tool::{Outcome, ToolCall};
use super::tools::TOOLS;
use super::turn::claims;
use super::{builtin, foreign};
use crate::config::{ModelSettings, Offer};
use crate::error::Error;
use crate::metrics;
use crate::operations::Operation;
use crate::operations::events::CreateEvent;
use crate::operations::tasks::CreateTask;

/// Said when a small model claimed or made up what the person did not say.
const DID_NOTHING: &str = "The language model did nothing";
/// How many calls of one answer are carried out.
const CALLS: usize = 32;

/// A language model on a server.
#[derive(Debug)]
struct OpenAi {
    settings: ModelSettings,
    offer: Offer,
    server: Server,
    tools: Vec<Definition>,
    /// Whether it once began no answer in time.
    was_slow: AtomicBool,
}

/// A tool as servers take it.
#[derive(Debug)]
struct Definition {
    name: &'static str,
    strict: ChatCompletionTools,
    loose: ChatCompletionTools,
    schema: Value,
}

impl OpenAi {
    /// The model of these settings.
    ///
    /// # Errors
    /// When no HTTP client can be made.
    fn new(settings: ModelSettings, patience: Patience) -> Result<Self, Error> {
        let offer = settings.tools.unwrap_or_default();
        let server = Server::new(&settings, offer, patience)?;
        let offered = TOOLS.iter().filter(|tool| offer == Offer::All || few::has(tool.name));
        let tools = offered.map(|tool| Definition::of(tool, offer)).collect();
        Ok(Self { settings, offer, server, tools, was_slow: AtomicBool::new(false) })
    }

    fn offered(&self, strict: bool) -> Vec<ChatCompletionTools> {
        let form = |tool: &Definition| if strict { &tool.strict } else { &tool.loose }.clone();
        self.tools.iter().map(form).collect()
    }

    /// A call of an earlier turn as the model could have made it; none if it could not.
    fn retold(&self, call: ToolCall) -> Option<ToolCall> {
        let tool = self.tools.iter().find(|tool| tool.name == call.tool)?;
        let Value::Object(mut arguments) = call.arguments else { return None };
        arguments.retain(|name, _| tool.schema["properties"].get(name).is_some());
        Some(ToolCall { tool: call.tool, arguments: Value::Object(arguments) })
    }

    fn is_tool(&self, name: &str) -> bool {
        self.tools.iter().any(|tool| tool.name == name)
    }

    /// What the model wants next.
    fn next(&self, reply: Reply, message: &str, voice: &mut Voice) -> Step {
        if !reply.calls.is_empty() {
            let calls = reply.calls.into_iter().take(CALLS).map(|call| self.call(call));
            let calls: Vec<ToolCall> = match self.offer {
                Offer::All => calls.collect(),
                Offer::Few => calls.filter_map(|call| grounded(message, call)).collect(),
            };
            if calls.is_empty() {
                return Step::GiveUp(DID_NOTHING.to_owned());
            }
            return Step::Call(calls);
        }
        match reply.finish.as_deref() {
            Some("length") => {
                voice.say_line("The language model's answer ends here: it grew too long.")
            }
            Some("content_filter") => {
                voice.say_line("The language model's server kept the rest back.")
            }
            _ => {}
        }
        Step::Finish(Vec::new())
    }

    /// The call with its arguments read; those that are no object stay what they
    /// are and are answered as such.
    fn call(&self, call: PartialCall) -> ToolCall {
        let known = self.tools.iter().find(|tool| tool.name == call.name);
        let arguments = match (arguments::object(&call.arguments), known) {
            (Some(object), Some(tool)) => Value::Object(arguments::fitted(&tool.schema, object)),
            (Some(object), None) => Value::Object(object),
            (None, _) => Value::String(call.arguments),
        };
        ToolCall { tool: call.name, arguments }
    }
}

impl Definition {
    fn of(tool: &super::tool::Tool, offer: Offer) -> Self {
        let schema = (tool.parameters)();
        let loose = schema::of(&schema, false);
        let shown = match offer {
            Offer::All => loose.clone(),
            Offer::Few => few::brief(tool.name, &loose),
        };
        let function = |parameters: Value, strict: bool| {
            ChatCompletionTools::Function(ChatCompletionTool {
                function: FunctionObject {
                    name: tool.name.to_owned(),
                    description: Some(tool.summary.to_owned()),
                    parameters: Some(parameters),
                    strict: strict.then_some(true),
                },
            })
        };
        Self {
            name: tool.name,
            strict: function(schema::of(&schema, true), true),
            loose: function(shown, false),
            schema: loose,
        }
    }
}

#[async_trait]
impl Interpreter for OpenAi {
    fn name(&self) -> &'static str {
        "openai"
    }

    fn identity(&self) -> Identity {
        let model = Some(self.settings.model.clone());
        Identity { interpreter: self.name(), model, label: self.settings.label() }
    }

    async fn step(&self, turn: Turn<'_>, voice: &mut Voice) -> Result<Step, Error> {
        if self.offer == Offer::Few && came_through(&turn) {
            // A small model's own words would take as long again and say less.
            voice.say_line(&builtin::report(turn.context, turn.results));
            return Ok(Step::Finish(Vec::new()));
        }
        if self.offer == Offer::Few && turn.rounds.is_empty() {
            // What is plain needs no half minute of a laptop's time.
            let plain = builtin::plain(&turn).await?;
            if !plain.is_empty() {
                voice.hand_over(&Identity::builtin("no language model was needed"));
                return Ok(Step::Call(plain));
            }
        }
        let prompt = person::prompt(&turn, self.offer).await?;
        let messages = messages::of(&turn, prompt, self.offer, |call| self.retold(call));
        let mut speech = match self.offer {
            Offer::All => Speech::default(),
            Offer::Few => Speech::held_to_the_end(),
        };
        let asked = self.server.ask(&messages, |strict| self.offered(strict), &mut speech, voice);
        let mut reply = match asked.await {
            Ok(reply) => reply,
            Err(failure) => {
                metrics::model_failed(failure.kind());
                self.was_slow.fetch_or(failure == failure::Failure::Slow, Ordering::Relaxed);
                return Ok(Step::GiveUp(failure.explained().to_owned()));
            }
        };
        let (read, written) = spent(&messages, &reply);
        voice.spend(read, written);
        let has_read_foreign = turn.results.iter().any(|(_, outcome)| foreign::is_in(outcome));
        if reply.calls.is_empty() && !has_read_foreign {
            reply.calls = written::calls(speech.held(), |name| self.is_tool(name));
        }
        if reply.calls.is_empty() {
            if self.offer == Offer::Few && claims::claim(speech.held()) {
                // Small models often write what a call would have led to.
                return Ok(Step::GiveUp(DID_NOTHING.to_owned()));
            }
            speech.begin(voice);
            if !speech.has_begun() && turn.rounds.is_empty() {
                return Ok(Step::GiveUp(failure::Failure::Foreign.explained().to_owned()));
            }
        }
        Ok(self.next(reply, turn.message, voice))
    }
}

/// A call without what the person did not say; none if nothing is left of it.
fn grounded(message: &str, call: ToolCall) -> Option<ToolCall> {
    let ToolCall { mut tool, arguments: Value::Object(arguments) } = call else {
        return Some(call);
    };
    let mut arguments = grounded::grounded(message, arguments)?;
    // An event has to have a time. What is done at none is a task.
    if tool == CreateEvent::NAME && !arguments.contains_key("when") {
        CreateTask::NAME.clone_into(&mut tool);
        arguments.retain(|name, _| name == "title");
    }
    Some(ToolCall { tool, arguments: Value::Object(arguments) })
}

/// Whether something was called and nothing of it was refused.
fn came_through(turn: &Turn<'_>) -> bool {
    let is_refused = |outcome: &Outcome| matches!(outcome, Outcome::Refused(_));
    !turn.results.is_empty() && !turn.results.iter().any(|(_, outcome)| is_refused(outcome))
}

/// The tokens of a request and its answer: counted by the server, or estimated.
fn spent(messages: &[ChatCompletionRequestMessage], reply: &Reply) -> (u64, u64) {
    reply.usage.unwrap_or_else(|| {
        let estimated = |text: &str| u64::try_from(window::tokens(text)).unwrap_or(u64::MAX);
        let read = serde_json::to_string(messages).unwrap_or_default();
        let calls: u64 = reply.calls.iter().map(|call| estimated(&call.arguments)).sum();
        (estimated(&read), estimated(&reply.text) + calls)
    })
}
