//! Why a language model cannot be used, in words for the person and for the log.
//!
//! What the server wrote itself is kept to recognise what it refuses; it is never
//! shown and never logged, since it may quote keys and messages.

use std::time::Duration;

use async_openai::error::OpenAIError;
use serde_json::Value;

/// Why a request to the server came to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// No connection: refused, unknown host, no TLS.
    Unreachable,
    /// Nothing was heard for too long.
    Slow,
    /// The server refused or failed, and said so.
    Status {
        /// The HTTP status.
        status: u16,
        /// How long it asks to be left alone.
        retry_after: Option<Duration>,
        /// What it wrote.
        message: String,
    },
    /// The answer broke off before its end.
    Broken,
    /// Whatever answered speaks something else.
    Foreign,
}

impl Failure {
    /// An error object as servers of this kind write it (`{"error": {…}}`, or the
    /// object alone), with the status that came with it.
    pub(super) fn reported(
        status: u16,
        retry_after: Option<Duration>,
        body: &Value,
    ) -> Option<Self> {
        let error = body.get("error").filter(|error| !error.is_null())?;
        let message = match error {
            Value::String(message) => message.clone(),
            error => error["message"].as_str().unwrap_or_default().to_owned(),
        };
        // Some send the true status inside a 200, as a number or as text.
        let code = match &error["code"] {
            Value::Number(code) => code.as_u64(),
            Value::String(code) => code.parse().ok(),
            _ => None,
        };
        let inner = code.and_then(|code| u16::try_from(code).ok()).filter(|code| *code >= 400);
        let status = if status < 400 { inner.unwrap_or(502) } else { status };
        if status == 408 {
            return Some(Self::Slow);
        }
        Some(Self::Status { status, retry_after, message })
    }

    /// Whether the same request may succeed a moment later.
    pub(super) fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable | Self::Broken => true,
            Self::Status { status, .. } => matches!(status, 409 | 425 | 429) || *status >= 500,
            // Waiting as long again would use up the person's patience.
            Self::Slow | Self::Foreign => false,
        }
    }

    /// How long the server asks to be left alone, if it says so.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// What the person is told, as the beginning of a sentence.
    pub(super) fn explained(&self) -> &'static str {
        match self {
            Self::Unreachable => "The language model could not be reached",
            Self::Slow | Self::Status { status: 408, .. } => "The language model took too long",
            Self::Status { status: 401 | 403, .. } => {
                "The language model's server did not accept the key"
            }
            Self::Status { status: 404, .. } => {
                "The language model's server does not know the model"
            }
            Self::Status { status: 402, .. } => {
                "The account at the language model's server is used up"
            }
            Self::Status { status: 429, .. } => "The language model has too much to do",
            Self::Status { status: 500.., .. } => "The language model's server failed",
            Self::Status { .. } => "The language model's server refused the request",
            Self::Broken => "The language model broke off",
            Self::Foreign => "The language model's server gave no usable answer",
        }
    }

    /// A word for the log.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Unreachable => "unreachable",
            Self::Slow => "slow",
            Self::Status { .. } => "refused",
            Self::Broken => "broken off",
            Self::Foreign => "no usable answer",
        }
    }

    /// The HTTP status, where there was one.
    pub(super) fn status(&self) -> Option<u16> {
        match self {
            Self::Status { status, .. } => Some(*status),
            _ => None,
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.kind())
    }
}

impl std::error::Error for Failure {}

/// The transport's own failures come back boxed; the library's are about what it
/// could not read.
impl From<OpenAIError> for Failure {
    fn from(error: OpenAIError) -> Self {
        match error {
            OpenAIError::Boxed(inner) => match inner.downcast::<Self>() {
                Ok(failure) => *failure,
                Err(_) => Self::Unreachable,
            },
            OpenAIError::Reqwest(_) => Self::Unreachable,
            OpenAIError::StreamError(_) => Self::Broken,
            _ => Self::Foreign,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn errors_are_read_in_every_dialect() {
        let status = |status, body: Value| Failure::reported(status, None, &body)?.status();
        assert_eq!(status(401, json!({"error": {"message": "no", "code": 401}})), Some(401));
        assert_eq!(status(500, json!({"error": {"message": "no", "code": "500"}})), Some(500));
        assert_eq!(status(200, json!({"error": {"message": "no", "code": 503}})), Some(503));
        assert_eq!(status(200, json!({"error": "out of memory"})), Some(502));
        assert_eq!(status(200, json!({"error": null, "choices": []})), None);
        assert_eq!(status(200, json!({"choices": []})), None);
    }
}
