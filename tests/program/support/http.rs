//! HTTP by hand, one connection a request: what is cut off shows as it is.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Head lines, their names in lower case.
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// A header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A request under way.
pub(crate) struct Asked(TcpStream);

/// Sends a request, and does not wait for the answer.
pub(crate) fn ask(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> io::Result<Asked> {
    let length = body.len();
    let mut asked = begin(address, method, path, headers, length)?;
    asked.0.write_all(body.as_bytes())?;
    Ok(asked)
}

/// Sends the head of a request whose body has `length` bytes.
pub(crate) fn begin(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    length: usize,
) -> io::Result<Asked> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nhost: planner\r\nconnection: close\r\n\
         content-type: application/json\r\ncontent-length: {length}\r\n"
    );
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    Ok(Asked(stream))
}

impl Asked {
    /// Sends some more of the body.
    pub(crate) fn send(&mut self, some: &str) -> io::Result<()> {
        self.0.write_all(some.as_bytes())
    }

    /// Waits for the beginning of the answer.
    pub(crate) fn begins(&mut self) -> io::Result<String> {
        let mut some = [0; 4096];
        let read = self.0.read(&mut some)?;
        Ok(String::from_utf8_lossy(&some[..read]).into_owned())
    }

    /// What comes back, as it comes.
    pub(crate) fn stream(self) -> TcpStream {
        self.0
    }

    /// Everything until the end of an answer that has begun.
    pub(crate) fn rest(mut self) -> io::Result<String> {
        let mut all = Vec::new();
        self.0.read_to_end(&mut all)?;
        Ok(String::from_utf8_lossy(&all).into_owned())
    }

    /// Waits for the end of an answer that has begun.
    pub(crate) fn ends(mut self) -> io::Result<()> {
        self.0.read_to_end(&mut Vec::new()).map(drop)
    }

    /// Waits for all of the answer. One that is cut off is an error.
    pub(crate) fn answer(mut self) -> io::Result<Answer> {
        let mut all = Vec::new();
        self.0.read_to_end(&mut all)?;
        let text = String::from_utf8_lossy(&all).into_owned();
        let cut = || io::Error::new(io::ErrorKind::UnexpectedEof, "the answer was cut off");
        let (head, body) = text.split_once("\r\n\r\n").ok_or_else(cut)?;
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let head = lower_names(head);
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        let length: Option<usize> = length.and_then(|length| length.parse().ok());
        if length.is_some_and(|length| length != body.len()) {
            return Err(cut());
        }
        let answer =
            Answer { status: status.ok_or_else(cut)?, head: head.clone(), body: body.to_owned() };
        match head.contains("transfer-encoding: chunked") {
            true => unchunked(answer).ok_or_else(cut),
            false => Ok(answer),
        }
    }
}

/// Header names have no case, but what they say may have one.
fn lower_names(head: &str) -> String {
    let lower = |line: &str| match line.split_once(": ") {
        Some((name, value)) => format!("{}: {value}\n", name.to_lowercase()),
        None => format!("{line}\n"),
    };
    head.lines().map(lower).collect()
}

/// The body without the lengths between its pieces.
fn unchunked(answer: Answer) -> Option<Answer> {
    let mut left = answer.body.as_bytes();
    let mut body = Vec::new();
    loop {
        let end = left.windows(2).position(|pair| pair == b"\r\n")?;
        let length = usize::from_str_radix(std::str::from_utf8(&left[..end]).ok()?, 16).ok()?;
        if length == 0 {
            return Some(Answer { body: String::from_utf8(body).ok()?, ..answer });
        }
        body.extend(left.get(end + 2..end + 2 + length)?);
        left = left.get(end + 4 + length..)?;
    }
}
