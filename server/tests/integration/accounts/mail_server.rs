//! A mail server for tests: it listens on a port of its own, speaks SMTP (RFC 5321) as far
//! as handing a letter over takes, and keeps what it is given.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// How long a letter may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

/// A letter as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) from: String,
    pub(crate) to: String,
    /// Headers and body, dots unstuffed, nothing quoted, lines ended by LF.
    pub(crate) text: String,
}

impl Received {
    /// The one link of that page in the letter's plain half.
    #[track_caller]
    pub(crate) fn link(&self, page: &str) -> String {
        let start = format!("http://planner.example/{page}?");
        let lines: Vec<&str> = self.text.lines().filter(|line| line.starts_with(&start)).collect();
        assert_eq!(lines.len(), 1, "{}", self.text);
        lines[0].to_owned()
    }

    /// What the link of that page carries.
    #[track_caller]
    pub(crate) fn token(&self, page: &str) -> String {
        self.link(page).split_once("token=").unwrap().1.to_owned()
    }
}

/// The server. It stops with the test.
#[derive(Clone)]
pub(crate) struct MailServer {
    address: String,
    received: Arc<Mutex<Vec<Received>>>,
    arrived: Arc<Notify>,
    /// Whether a letter was put off.
    put_off: Arc<AtomicBool>,
}

impl MailServer {
    /// A server that takes letters to anybody but `nobody@…`; to `later@…` from the second
    /// try on.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (received, arrived) = (Arc::default(), Arc::new(Notify::new()));
        let server = Self { address, received, arrived, put_off: Arc::default() };
        let serving = server.clone();
        tokio::spawn(async move {
            loop {
                let (connection, _) = listener.accept().await.unwrap();
                tokio::spawn(converse(serving.clone(), connection));
            }
        });
        server
    }

    /// What `SMTP_URL` would be.
    pub(crate) fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// All letters so far.
    pub(crate) fn letters(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// Whether a letter was put off.
    pub(crate) fn has_put_off(&self) -> bool {
        self.put_off.load(Ordering::SeqCst)
    }

    /// The letter of that number, once it is there.
    pub(crate) async fn letter(&self, number: usize) -> Received {
        let waiting = async {
            loop {
                let arrived = self.arrived.notified();
                if let Some(letter) = self.letters().get(number) {
                    return letter.clone();
                }
                arrived.await;
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.expect("no letter arrived")
    }
}

async fn converse(server: MailServer, connection: TcpStream) {
    let (reader, mut writer) = connection.into_split();
    let mut lines = BufReader::new(reader).lines();
    let (mut from, mut to) = (String::new(), String::new());
    writer.write_all(b"220 mail.example ready\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-mail.example\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            "MAIL" => {
                from = address(&line);
                "250 go on\r\n"
            }
            "RCPT" if address(&line).starts_with("nobody@") => "550 no such box\r\n",
            "RCPT"
                if address(&line).starts_with("later@")
                    && !server.put_off.swap(true, Ordering::SeqCst) =>
            {
                "451 later\r\n"
            }
            "RCPT" => {
                to = address(&line);
                "250 go on\r\n"
            }
            "DATA" => {
                writer.write_all(b"354 say it\r\n").await.unwrap();
                let mut text = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    text.push('\n');
                }
                let text = unquoted(&text);
                let letter = Received { from: from.clone(), to: to.clone(), text };
                server.received.lock().unwrap().push(letter);
                server.arrived.notify_waiters();
                "250 kept\r\n"
            }
            "QUIT" => {
                writer.write_all(b"221 bye\r\n").await.unwrap();
                return;
            }
            "RSET" | "NOOP" => "250 fine\r\n",
            _ => "500 what?\r\n",
        };
        writer.write_all(answer.as_bytes()).await.unwrap();
    }
}

/// ASCII that was sent as quoted-printable (RFC 2045), for its long lines.
fn unquoted(text: &str) -> String {
    text.replace("=\n", "").replace("=3D", "=")
}

fn address(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map(|(address, _)| address.to_owned()).unwrap_or_default()
}
