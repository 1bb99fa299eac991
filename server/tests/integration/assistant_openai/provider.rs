//! A language model's server that plays scripts, as badly as a test wants.
//!
//! It speaks HTTP by hand over TCP: a well-made server cannot break off in the
//! middle of a chunk.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What is played to one request, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Script(Vec<Act>);

#[derive(Debug, Clone)]
enum Act {
    Send(Vec<u8>),
    Wait(Duration),
}

impl Script {
    /// Sends bytes as they are.
    pub(crate) fn send(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.0.push(Act::Send(bytes.as_ref().to_vec()));
        self
    }

    /// Does nothing for a while.
    pub(crate) fn wait(mut self, milliseconds: u64) -> Self {
        self.0.push(Act::Wait(Duration::from_millis(milliseconds)));
        self
    }

    /// The head of an answer whose body ends with the connection.
    pub(crate) fn head(status: &str, headers: &str) -> Self {
        Self::default().send(format!("HTTP/1.1 {status}\r\n{headers}connection: close\r\n\r\n"))
    }

    /// The head of a stream.
    pub(crate) fn stream() -> Self {
        Self::head("200 OK", "content-type: text/event-stream\r\n")
    }

    /// An error as OpenAI words it.
    pub(crate) fn error(status: u16, message: &str) -> Self {
        Self::error_with(status, "", message)
    }

    /// The same with a header.
    pub(crate) fn error_with(status: u16, header: &str, message: &str) -> Self {
        let body = json!({ "error": { "message": message, "type": "error", "code": null } });
        let headers = format!("content-type: application/json\r\n{header}");
        Self::head(&format!("{status} Something"), &headers).send(body.to_string())
    }

    /// One event of a stream.
    pub(crate) fn event(self, data: &Value) -> Self {
        self.send(format!("data: {data}\n\n"))
    }

    /// Some words.
    pub(crate) fn words(self, words: &str) -> Self {
        self.delta(&json!({ "content": words }))
    }

    /// A piece of the first choice.
    pub(crate) fn delta(self, delta: &Value) -> Self {
        self.event(&json!({ "choices": [{ "index": 0, "delta": delta }] }))
    }

    /// A piece of a tool call.
    pub(crate) fn call(self, index: usize, id: &str, name: &str, arguments: &str) -> Self {
        let function = json!({ "name": name, "arguments": arguments });
        let call = json!({ "index": index, "id": id, "type": "function", "function": function });
        self.delta(&json!({ "tool_calls": [call] }))
    }

    /// The end of a stream.
    pub(crate) fn end(self, finish: &str) -> Self {
        self.event(&json!({ "choices": [{ "index": 0, "delta": {}, "finish_reason": finish }] }))
            .send("data: [DONE]\n\n")
    }

    /// An answer of words only.
    pub(crate) fn says(words: &str) -> Self {
        words.split_inclusive(' ').fold(Self::stream(), Self::words).end("stop")
    }

    /// An answer of whole calls.
    pub(crate) fn calls(calls: &[(&str, Value)]) -> Self {
        let mut script = Self::stream();
        for (index, (name, arguments)) in calls.iter().enumerate() {
            script = script.call(index, &format!("id{index}"), name, &arguments.to_string());
        }
        script.end("tool_calls")
    }
}

/// A request as it came in.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// Head lines, in lower case.
    pub(crate) head: String,
    /// The body.
    pub(crate) body: Value,
}

impl Asked {
    /// Its messages.
    pub(crate) fn messages(&self) -> &[Value] {
        self.body["messages"].as_array().unwrap()
    }

    /// The answers to calls, as JSON.
    pub(crate) fn outcomes(&self) -> Vec<Value> {
        let tools = self.messages().iter().filter(|message| message["role"] == "tool");
        tools.map(|tool| serde_json::from_str(tool["content"].as_str().unwrap()).unwrap()).collect()
    }
}

#[derive(Debug, Default)]
struct State {
    scripts: VecDeque<Script>,
    last: Option<Script>,
    asked: Vec<Asked>,
}

/// A running server.
pub(crate) struct Provider {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    serving: tokio::task::JoinHandle<()>,
}

impl Provider {
    /// Plays one script to each request; the last one is played to all further ones.
    pub(crate) async fn playing(scripts: impl IntoIterator<Item = Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let scripts = scripts.into_iter().collect();
        let state = Arc::new(Mutex::new(State { scripts, ..State::default() }));
        let shared = Arc::clone(&state);
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&shared)));
            }
        });
        Self { address, state, serving }
    }

    /// Where it listens, as `OPENAI_BASE_URL` has it.
    pub(crate) fn base_url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// Everything it was asked.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        self.state.lock().unwrap().asked.clone()
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// Plays to one connection. An error only says that the client has gone.
async fn serve(mut stream: TcpStream, state: Arc<Mutex<State>>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let asked = read(&mut stream).await?;
    let script = {
        let mut state = state.lock().unwrap();
        state.asked.push(asked);
        let next = state.scripts.pop_front().or_else(|| state.last.clone());
        state.last.clone_from(&next);
        next.unwrap_or_default()
    };
    for act in script.0 {
        match act {
            Act::Send(bytes) => stream.write_all(&bytes).await?,
            Act::Wait(time) => tokio::time::sleep(time).await,
        }
    }
    stream.shutdown().await
}

async fn read(stream: &mut TcpStream) -> std::io::Result<Asked> {
    let mut bytes = Vec::new();
    loop {
        if stream.read_buf(&mut bytes).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |length| length.trim().parse().unwrap());
        if bytes.len() >= end + 4 + length {
            let body = serde_json::from_slice(&bytes[end + 4..]).unwrap_or_default();
            return Ok(Asked { head, body });
        }
    }
}
