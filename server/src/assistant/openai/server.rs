//! Asking one server, as often as it takes within reason, and reading its answer
//! as a stream.

use std::time::Duration;

use async_openai::Client;
use async_openai::config::Config;
use async_openai::types::chat::{
    ChatCompletionRequestMessage, ChatCompletionStreamOptions, ChatCompletionTools,
    CreateChatCompletionRequest,
};
use futures::StreamExt;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

use super::super::interpreter::Voice;
use super::assembly::Reply;
use super::failure::Failure;
use super::refused::{Extras, Refused};
use super::speech::Speech;
use super::transport::{Patience, Transport};
use crate::config::{ModelSettings, Offer};
use crate::error::Error;

/// How often a request is sent while the server fails in passing.
const TRIES: u32 = 3;
/// The longest wait that a server can ask for between two tries.
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// How much a small model may write, in tokens: it repeats itself once it errs.
const LONGEST_OF_SMALL: u32 = 300;
/// How long is waited for the count of tokens after the last word.
const AFTERWORD: Duration = Duration::from_secs(1);

/// One server, and what is known of it.
pub(super) struct Server {
    client: Client<Settings>,
    model: String,
    patience: Patience,
    refused: Refused,
    /// How much a small model may write; none for others, which may also call
    /// several tools at once.
    longest: Option<u32>,
}

impl Server {
    pub(super) fn new(
        settings: &ModelSettings,
        offer: Offer,
        patience: Patience,
    ) -> Result<Self, Error> {
        let transport = Transport::new(patience)?;
        let client =
            Client::build(transport.client(), Settings::of(settings)).with_http_service(transport);
        let model = settings.model.clone();
        let refused = Refused::default();
        // Small servers do not know strictness, and its schemas are half as long again.
        let longest = match offer {
            Offer::All => None,
            Offer::Few => {
                refused.remember(Extras { strict: false, ..refused.extras() });
                Some(LONGEST_OF_SMALL)
            }
        };
        Ok(Self { client, model, patience, refused, longest })
    }

    /// Sends the messages and says the answer's words as they come.
    ///
    /// A request is sent again only while nothing of its answer was said, and tools
    /// are called only when an answer is whole, so nothing is ever done twice.
    pub(super) async fn ask(
        &self,
        messages: &[ChatCompletionRequestMessage],
        tools: impl Fn(bool) -> Vec<ChatCompletionTools>,
        speech: &mut Speech,
        voice: &mut Voice,
    ) -> Result<Reply, Failure> {
        let mut extras = self.refused.extras();
        let mut tries = 1;
        loop {
            let request = self.request(messages, tools(extras.strict), extras);
            let failure = match self.stream(request, speech, voice).await {
                Ok(reply) => {
                    self.refused.remember(extras);
                    return Ok(reply);
                }
                Err(failure) => failure,
            };
            tracing::warn!(
                kind = failure.kind(),
                status = failure.status(),
                tries,
                "the language model did not answer"
            );
            if let Some(less) = self.refused.learn(&failure, extras) {
                extras = less;
                continue;
            }
            let wait = failure.retry_after().unwrap_or_else(|| self.backoff(tries));
            let is_hopeless = !failure.is_passing() || wait > LONGEST_WAIT;
            if speech.has_begun() || is_hopeless || tries == allowed(&failure) {
                return Err(failure);
            }
            tries += 1;
            *speech = Speech::default();
            tokio::time::sleep(wait).await;
        }
    }

    /// Twice as long after each try, and up to half of it more, so that many turns
    /// that failed together do not come back together.
    fn backoff(&self, tries: u32) -> Duration {
        let base = self.patience.retrying * 2_u32.saturating_pow(tries - 1);
        let mut dice = [0_u8];
        // Without randomness they do come back together, which is no reason to fail.
        let _ = getrandom::fill(&mut dice);
        base + base * u32::from(dice[0]) / 512
    }

    #[expect(deprecated, reason = "servers at home do not all know its later name")]
    fn request(
        &self,
        messages: &[ChatCompletionRequestMessage],
        tools: Vec<ChatCompletionTools>,
        extras: Extras,
    ) -> CreateChatCompletionRequest {
        let options =
            ChatCompletionStreamOptions { include_usage: Some(true), include_obfuscation: None };
        CreateChatCompletionRequest {
            model: self.model.clone(),
            messages: messages.to_vec(),
            tools: Some(tools),
            stream: Some(true),
            stream_options: extras.usage.then_some(options),
            parallel_tool_calls: extras.parallel.then_some(self.longest.is_none()),
            max_tokens: self.longest,
            temperature: extras.temperature.then_some(0.0),
            ..Default::default()
        }
    }

    async fn stream(
        &self,
        request: CreateChatCompletionRequest,
        speech: &mut Speech,
        voice: &mut Voice,
    ) -> Result<Reply, Failure> {
        let chat = self.client.chat();
        let mut pieces = chat.create_stream_byot::<_, Value>(request).await?;
        let mut reply = Reply::default();
        loop {
            let next = match reply.finish {
                None => pieces.next().await,
                // Servers that do not count may leave the stream open for good.
                Some(_) => match tokio::time::timeout(AFTERWORD, pieces.next()).await {
                    Ok(next) => next,
                    Err(_) => break,
                },
            };
            let Some(piece) = next else { break };
            let piece = match piece {
                Ok(piece) => piece,
                // Everything that counts has come already.
                Err(_) if reply.finish.is_some() => break,
                Err(error) => return Err(broken(error.into())),
            };
            if let Some(failure) = Failure::reported(200, None, &piece) {
                if reply.finish.is_some() {
                    break;
                }
                return Err(failure);
            }
            let words = reply.add(&piece);
            speech.hear(&words, voice);
        }
        if reply.finish.is_none() {
            return Err(Failure::Broken);
        }
        Ok(reply)
    }
}

/// A server that is not there is asked once more only: the person waits.
fn allowed(failure: &Failure) -> u32 {
    if *failure == Failure::Unreachable { 2 } else { TRIES }
}

/// What is unreadable in mid-stream is a stream that broke.
fn broken(failure: Failure) -> Failure {
    match failure {
        Failure::Foreign | Failure::Unreachable => Failure::Broken,
        other => other,
    }
}

impl std::fmt::Debug for Server {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Server")
            .field("model", &self.model)
            .field("refused", &self.refused)
            .finish_non_exhaustive()
    }
}

/// What the library's client asks of its settings. Its own type reads the
/// environment and ends the program over a key that is no header.
struct Settings {
    base_url: String,
    authorization: Option<HeaderValue>,
    key: SecretString,
}

impl Settings {
    fn of(settings: &ModelSettings) -> Self {
        let header = settings.authorization().and_then(|value| {
            let mut header = HeaderValue::try_from(value.expose_secret()).ok()?;
            header.set_sensitive(true);
            Some(header)
        });
        Self {
            base_url: settings.base_url.clone(),
            authorization: header,
            key: settings.key.clone().unwrap_or_default(),
        }
    }
}

impl Config for Settings {
    fn headers(&self) -> HeaderMap {
        let header = self.authorization.iter();
        header.map(|value| (AUTHORIZATION, value.clone())).collect()
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    fn query(&self) -> Vec<(&str, &str)> {
        Vec::new()
    }

    fn api_base(&self) -> &str {
        &self.base_url
    }

    fn api_key(&self) -> &SecretString {
        &self.key
    }
}
