//! The interpreter that asks a language model on any OpenAI-compatible server.
//!
//! It does no date or money arithmetic, changes nothing by itself, and what it says
//! is its own words: receipts come from operations (DESIGN.md, assistant rules).

mod arguments;
mod assembly;
mod failure;
mod messages;
mod outcome;
mod person;
mod prompt;
mod refused;
mod schema;
mod server;
mod speech;
mod transport;
mod written;

use async_openai::types::chat::{
    ChatCompletionRequestMessage, ChatCompletionTool, ChatCompletionTools, FunctionObject,
};
use async_trait::async_trait;
use serde_json::{Map, Value};

use self::assembly::{PartialCall, Reply};
use self::server::Server;
use self::speech::Speech;
pub use self::transport::Patience;
use super::interpreter::{Identity, Interpreter, Step, Turn, Voice};
use super::tool::{Outcome, ToolCall};
use super::tools::TOOLS;
use super::{builtin, foreign};
use crate::config::{ModelSettings, Offer};
use crate::error::Error;

/// What most requests need.
const FEW: [&str; 9] = [
    "create_event",
    "list_events",
    "update_event",
    "create_task",
    "list_tasks",
    "complete_task",
    "delete_task",
    "record_expense",
    "sum_expenses",
];

/// How many calls of one answer are carried out.
const CALLS: usize = 32;

/// A language model on a server.
#[derive(Debug)]
pub struct OpenAi {
    settings: ModelSettings,
    server: Server,
    tools: Vec<Definition>,
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
    pub fn new(settings: ModelSettings) -> Result<Self, Error> {
        Self::with_patience(settings, Patience::default())
    }

    /// The same with other bounds; tests have little time.
    ///
    /// # Errors
    /// As [`OpenAi::new`].
    pub fn with_patience(settings: ModelSettings, patience: Patience) -> Result<Self, Error> {
        let server = Server::new(&settings, patience)?;
        let is_few = settings.tools == Offer::Few;
        let offered = TOOLS.iter().filter(|tool| !is_few || FEW.contains(&tool.name));
        let tools = offered.map(Definition::of).collect();
        Ok(Self { settings, server, tools })
    }

    fn offered(&self, strict: bool) -> Vec<ChatCompletionTools> {
        let form = |tool: &Definition| if strict { &tool.strict } else { &tool.loose }.clone();
        self.tools.iter().map(form).collect()
    }

    fn is_tool(&self, name: &str) -> bool {
        self.tools.iter().any(|tool| tool.name == name)
    }

    /// What the model wants next.
    fn next(&self, reply: Reply, voice: &mut Voice) -> Step {
        if !reply.calls.is_empty() {
            let calls = reply.calls.into_iter().take(CALLS);
            return Step::Call(calls.map(|call| self.call(call)).collect());
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
        let arguments = match (object(&call.arguments), known) {
            (Some(object), Some(tool)) => Value::Object(arguments::fitted(&tool.schema, object)),
            (Some(object), None) => Value::Object(object),
            (None, _) => Value::String(call.arguments),
        };
        ToolCall { tool: call.name, arguments }
    }
}

impl Definition {
    fn of(tool: &super::tool::Tool) -> Self {
        let schema = (tool.parameters)();
        let function = |strict: bool| {
            ChatCompletionTools::Function(ChatCompletionTool {
                function: FunctionObject {
                    name: tool.name.to_owned(),
                    description: Some(tool.summary.to_owned()),
                    parameters: Some(schema::of(&schema, strict)),
                    strict: strict.then_some(true),
                },
            })
        };
        Self {
            name: tool.name,
            strict: function(true),
            loose: function(false),
            schema: schema::of(&schema, false),
        }
    }
}

/// The JSON object of a call's arguments; nothing at all is an empty one, and some
/// models put it in quotes once more.
fn object(arguments: &str) -> Option<Map<String, Value>> {
    if arguments.trim().is_empty() {
        return Some(Map::new());
    }
    match serde_json::from_str(arguments).ok()? {
        Value::Object(object) => Some(object),
        Value::Null => Some(Map::new()),
        Value::String(quoted) => serde_json::from_str(&quoted).ok(),
        _ => None,
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
        if self.settings.tools == Offer::Few && came_through(&turn) {
            // A small model's own words would take as long again and say less.
            voice.say_line(&builtin::report(turn.context, turn.results));
            return Ok(Step::Finish(Vec::new()));
        }
        let prompt = person::prompt(&turn).await?;
        let messages = messages::of(&turn, prompt);
        let mut speech = Speech::default();
        let asked = self.server.ask(&messages, |strict| self.offered(strict), &mut speech, voice);
        let mut reply = match asked.await {
            Ok(reply) => reply,
            Err(failure) => return Ok(Step::GiveUp(failure.explained().to_owned())),
        };
        let (read, written) = spent(&messages, &reply);
        voice.spend(read, written);
        let has_read_foreign = turn.results.iter().any(|(_, outcome)| foreign::is_in(outcome));
        if reply.calls.is_empty() && !has_read_foreign {
            reply.calls = written::calls(speech.held(), |name| self.is_tool(name));
        }
        if reply.calls.is_empty() {
            speech.begin(voice);
            if !speech.has_begun() && turn.rounds.is_empty() {
                return Ok(Step::GiveUp(failure::Failure::Foreign.explained().to_owned()));
            }
        }
        Ok(self.next(reply, voice))
    }
}

/// Whether something was called and nothing of it was refused.
fn came_through(turn: &Turn<'_>) -> bool {
    let is_refused = |outcome: &Outcome| matches!(outcome, Outcome::Refused(_));
    !turn.results.is_empty() && !turn.results.iter().any(|(_, outcome)| is_refused(outcome))
}

/// The tokens of a request and its answer: counted by the server, or estimated.
fn spent(messages: &[ChatCompletionRequestMessage], reply: &Reply) -> (u64, u64) {
    reply.usage.unwrap_or_else(|| {
        let estimated = |text: &str| u64::try_from(messages::tokens(text)).unwrap_or(u64::MAX);
        let read = serde_json::to_string(messages).unwrap_or_default();
        let calls: u64 = reply.calls.iter().map(|call| estimated(&call.arguments)).sum();
        (estimated(&read), estimated(&reply.text) + calls)
    })
}
