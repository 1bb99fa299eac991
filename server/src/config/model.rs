//! The settings of a language model, and how much of it a person may use.

use http::Uri;
use secrecy::{ExposeSecret, SecretString};

use super::{WrongSetting, number, wrong};

/// OpenAI's own server.
const OPENAI: &str = "https://api.openai.com/v1";
/// The model that is asked when none is named.
const MODEL: &str = "gpt-4o";
/// Longest name of a model, in characters: longer ones are a mistake.
const MODEL_LIMIT: usize = 200;

/// The parameters of the largest model that counts as small, in billions.
const SMALL: f32 = 4.0;

/// Messages to the assistant that a person may send in a minute: far above what
/// is typed by hand, and a stop for a program that runs in circles.
const MESSAGES: u32 = 30;
/// Tokens a person may use in a day: some hundred turns of two rounds each.
const TOKENS: u64 = 500_000;

/// An OpenAI-compatible server and the model to ask for there.
#[derive(Debug, Clone)]
pub struct ModelSettings {
    /// Where its API begins, such as `https://api.openai.com/v1`; without a
    /// trailing slash.
    pub base_url: String,
    /// What identifies us there; never shown and never logged.
    pub key: Option<SecretString>,
    /// The model's name there.
    pub model: String,
    /// How many tools it is offered; none where that is left to how it copes.
    pub tools: Option<Offer>,
}

/// How many tools a language model is offered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Offer {
    /// Every one.
    #[default]
    All,
    /// The few that most requests need, in short, for small models on small machines,
    /// which read some twenty tokens a second. They are asked what the built-in
    /// interpreter does not understand, and what came of it is told by us.
    Few,
}

impl ModelSettings {
    /// Reads the settings; none when neither a key nor a base URL is set.
    pub(super) fn read(
        set: &impl Fn(&'static str) -> Option<String>,
    ) -> Result<Option<Self>, WrongSetting> {
        let key = set("OPENAI_API_KEY").map(|key| key.trim().to_owned());
        let base_url = set("OPENAI_BASE_URL");
        let model = match set("OPENAI_MODEL").map(|model| model.trim().to_owned()) {
            None => MODEL.to_owned(),
            Some(model) if is_name(&model) => model,
            Some(model) => {
                let shown = model.chars().take(MODEL_LIMIT).collect();
                return Err(wrong("OPENAI_MODEL", shown, "a model's name such as gpt-4o"));
            }
        };
        let tools = match set("OPENAI_TOOLS").as_deref().map(str::trim) {
            None => None,
            Some("all") => Some(Offer::All),
            Some("few") => Some(Offer::Few),
            Some(other) => return Err(wrong("OPENAI_TOOLS", other.to_owned(), "all or few")),
        };
        if key.is_none() && base_url.is_none() {
            return Ok(None);
        }
        if key.as_ref().is_some_and(|key| !key.bytes().all(|byte| byte.is_ascii_graphic())) {
            // The value is a secret even when it is a broken one.
            let expected = "a key of visible ASCII characters";
            return Err(wrong("OPENAI_API_KEY", "(not shown)".to_owned(), expected));
        }
        let base_url = match base_url {
            None => OPENAI.to_owned(),
            Some(url) => base(&url).ok_or_else(|| {
                let shown = url.rsplit('@').next().unwrap_or_default().to_owned();
                wrong("OPENAI_BASE_URL", shown, "an address such as http://localhost:11434/v1")
            })?,
        };
        Ok(Some(Self { base_url, key: key.map(SecretString::from), model, tools }))
    }

    /// Whether it is a small model by its name, such as `qwen2.5-coder-1.5b` or `llama3.2:3b`.
    pub(crate) fn is_small(&self) -> bool {
        let name = self.model.to_lowercase();
        // Of a mixture's two sizes (`30b-a3b`), the larger is the model's.
        let sizes = name.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.');
        let billions = sizes.filter_map(|part| match part.strip_suffix('b') {
            Some(number) => number.parse::<f32>().ok(),
            None => part.strip_suffix('m')?.parse::<f32>().ok().map(|millions| millions / 1000.0),
        });
        billions.reduce(f32::max).is_some_and(|billions| billions <= SMALL)
    }

    /// What people call it: `gpt-4o at api.openai.com`.
    pub fn label(&self) -> String {
        let uri: Option<Uri> = self.base_url.parse().ok();
        let host = uri.as_ref().and_then(Uri::host).unwrap_or_default();
        format!("{} at {host}", self.model)
    }

    /// The value of the header that identifies us.
    pub(crate) fn authorization(&self) -> Option<SecretString> {
        self.key.as_ref().map(|key| SecretString::from(format!("Bearer {}", key.expose_secret())))
    }
}

fn is_name(model: &str) -> bool {
    model.chars().count() <= MODEL_LIMIT && !model.chars().any(char::is_control)
}

/// An http or https address without user, query and trailing slash.
fn base(url: &str) -> Option<String> {
    let url = url.trim().trim_end_matches('/');
    let uri: Uri = url.parse().ok()?;
    let is_http = matches!(uri.scheme_str(), Some("http" | "https"));
    let has_host = uri.host().is_some_and(|host| !host.is_empty());
    let plain = uri.query().is_none() && !url.contains(['#', '@']);
    (is_http && has_host && plain).then(|| url.to_owned())
}

/// How much one person may ask of the assistant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// Messages in any minute.
    pub messages_per_minute: u32,
    /// Tokens of a language model in a day of the person's zone, in and out.
    pub tokens_per_day: u64,
}

impl Default for Allowance {
    fn default() -> Self {
        Self { messages_per_minute: MESSAGES, tokens_per_day: TOKENS }
    }
}

impl Allowance {
    /// Reads the settings.
    pub(super) fn read(
        set: &impl Fn(&'static str) -> Option<String>,
    ) -> Result<Self, WrongSetting> {
        Ok(Self {
            messages_per_minute: number(set, "CHAT_MESSAGES_PER_MINUTE", MESSAGES)?,
            tokens_per_day: number(set, "CHAT_TOKENS_PER_DAY", TOKENS)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Config;
    use super::*;

    fn read(variables: &[(&'static str, &str)]) -> Result<Config, String> {
        super::super::tests::read(variables).map_err(|wrong| wrong.to_string())
    }

    fn model(variables: &[(&'static str, &str)]) -> ModelSettings {
        read(variables).expect("good settings").model.expect("a model")
    }

    #[test]
    fn a_key_or_an_address_sets_a_model_up() {
        assert!(read(&[]).expect("defaults").model.is_none());
        assert!(read(&[("OPENAI_MODEL", "gpt-4o-mini")]).expect("no server").model.is_none());
        let hosted = model(&[("OPENAI_API_KEY", " sk-1234 ")]);
        assert_eq!(hosted.base_url, "https://api.openai.com/v1");
        assert_eq!(hosted.label(), "gpt-4o at api.openai.com");
        let header = hosted.authorization().expect("a key");
        assert_eq!(header.expose_secret(), "Bearer sk-1234");
        let local =
            model(&[("OPENAI_BASE_URL", "http://127.0.0.1:8080/v1/"), ("OPENAI_MODEL", "qwen")]);
        assert_eq!(local.base_url, "http://127.0.0.1:8080/v1");
        assert_eq!(local.label(), "qwen at 127.0.0.1");
        assert!(local.authorization().is_none());
    }

    #[test]
    fn a_name_tells_how_large_a_model_is() {
        let is_small = |name| {
            let settings =
                [("OPENAI_BASE_URL", "http://127.0.0.1:8080/v1"), ("OPENAI_MODEL", name)];
            model(&settings).is_small()
        };
        for name in
            ["qwen2.5-coder-1.5b", "llama3.2:3b", "Qwen/Qwen3-0.6B", "gemma3:4b", "smollm2:135m"]
        {
            assert!(is_small(name), "{name}");
        }
        for name in
            ["gpt-4o", "gpt-4o-mini", "mistral", "llama3.1:8b", "qwen3-30b-a3b", "mixtral:8x7b"]
        {
            assert!(!is_small(name), "{name}");
        }
    }

    #[test]
    fn the_key_is_never_shown() {
        let settings = model(&[("OPENAI_API_KEY", "sk-hunter2")]);
        assert!(!format!("{settings:?}").contains("hunter2"));
        let line = read(&[("OPENAI_API_KEY", "sk-hünter2")]).expect_err("no header can hold it");
        assert!(line.starts_with("OPENAI_API_KEY is ") && !line.contains("nter2"), "{line}");
        let line = read(&[("OPENAI_BASE_URL", "http://me:hunter2@host/v1")]).expect_err("a user");
        assert!(!line.contains("hunter2"), "{line}");
    }

    #[test]
    fn a_wrong_value_is_named_with_what_is_expected() {
        for (variable, value) in [
            ("OPENAI_BASE_URL", "localhost:11434"),
            ("OPENAI_BASE_URL", "ftp://models.example/v1"),
            ("OPENAI_BASE_URL", "https://models.example/v1?version=2"),
            ("OPENAI_MODEL", "two\nlines"),
            ("CHAT_MESSAGES_PER_MINUTE", "0"),
            ("CHAT_TOKENS_PER_DAY", "many"),
            ("OPENAI_TOOLS", "some"),
        ] {
            let line = read(&[(variable, value)]).expect_err(value);
            assert!(line.starts_with(&format!("{variable} is ")), "{line}");
            assert!(line.contains(", expected "), "{line}");
        }
    }
}
