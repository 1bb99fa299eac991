//! Where a form without scripts returns to: the page it was sent from.

use http::{HeaderMap, Uri, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::state::address::OPENING;
use crate::view::outcome::{ClashView, DONE, REFUSED, Returned};

/// The longest address that is sent back, in bytes: what every browser, proxy and
/// the `http` crate still take.
const ADDRESS_LIMIT: usize = 60_000;

/// Where a form returns to whose page is not known.
const HOME: &str = "/dashboard";

/// The page a request came from, without what an earlier form left in its address.
pub(crate) struct Back {
    path: String,
    pairs: Vec<String>,
}

impl Back {
    /// Reads the referring page. Only its path counts, so nobody is led elsewhere.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let referrer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
        let uri: Option<Uri> = referrer.and_then(|referrer| referrer.parse().ok());
        let Some(uri) = uri else { return Self { path: HOME.to_owned(), pairs: vec![] } };
        let pairs = uri.query().unwrap_or_default().split('&');
        let path = format!("/{}", uri.path().trim_start_matches('/'));
        Self {
            path: own_path(&path).unwrap_or(HOME).to_owned(),
            pairs: pairs
                .filter(|pair| {
                    let name = pair.split('=').next().unwrap_or_default();
                    !matches!(name, "" | DONE | REFUSED)
                })
                .map(str::to_owned)
                .collect(),
        }
    }

    /// The page's path.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// With the event open that has no room where it is.
    pub(crate) fn opening(mut self, clash: &ClashView) -> Self {
        self.close();
        self.pairs.push(format!("open={}", encode(&clash.id)));
        if !clash.occurrence.is_empty() {
            self.pairs.push(format!("at={}", encode(&clash.occurrence)));
        }
        self
    }

    /// Whatever is open, such as an editor, closes.
    pub(crate) fn closing(mut self) -> Self {
        self.close();
        self
    }

    fn close(&mut self) {
        self.pairs.retain(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !OPENING.contains(&name)
        });
    }

    /// With the token of what was done.
    pub(crate) fn with_done(mut self, token: Option<&str>) -> String {
        if let Some(token) = token {
            self.pairs.push(format!("{DONE}={}", encode(token)));
        }
        self.address()
    }

    /// With what was refused and what was typed. What was typed is left out
    /// where an address could not hold it.
    pub(crate) fn with_refused(mut self, returned: &Returned) -> String {
        let pair = |returned: &Returned| {
            let json = serde_json::to_string(returned).unwrap_or_default();
            format!("{REFUSED}={}", encode(&json))
        };
        let mut added = pair(returned);
        if added.len() > ADDRESS_LIMIT {
            added = pair(&Returned { values: vec![], ..returned.clone() });
        }
        self.pairs.push(added);
        self.address()
    }

    /// The sign-in page, which goes on to `next` afterwards.
    pub(crate) fn to_sign_in(next: &str) -> String {
        format!("/sign-in?next={}", encode(next))
    }

    fn address(self) -> String {
        if self.pairs.is_empty() {
            self.path
        } else {
            format!("{}?{}", self.path, self.pairs.join("&"))
        }
    }
}

/// A path of our own, or nothing: what follows a sign-in must not lead elsewhere.
///
/// Browsers read a backslash as a slash and skip control characters
/// (<https://url.spec.whatwg.org/#concept-basic-url-parser>), so neither may be in it.
pub(crate) fn own_path(address: &str) -> Option<&str> {
    let is_own = address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains('\\')
        && !address.contains(char::is_control)
        && !address.starts_with("/fn/");
    is_own.then_some(address)
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(referrer: &'static str) -> Back {
        let mut headers = HeaderMap::new();
        headers.insert(header::REFERER, http::HeaderValue::from_static(referrer));
        Back::of(&headers)
    }

    #[test]
    fn a_form_returns_to_its_page_and_nowhere_else() {
        let tasks = || from("https://planner.example/tasks?edit=7&done=x&q=milk");
        assert_eq!(tasks().closing().with_done(Some("t")), "/tasks?q=milk&done=t");
        assert_eq!(from("https://evil.example//evil.example").with_done(None), "/evil.example");
        assert_eq!(Back::of(&HeaderMap::new()).with_done(None), "/dashboard");
        assert_eq!(from("https://planner.example/\\evil.example").with_done(None), "/dashboard");
        assert_eq!(from("https://planner.example/fn/x").with_done(None), "/dashboard");
    }

    #[test]
    fn only_our_own_paths_follow_a_sign_in() {
        assert_eq!(own_path("/tasks?q=1"), Some("/tasks?q=1"));
        for address in [
            "",
            "tasks",
            "//evil.example",
            "///evil.example",
            "https://evil.example",
            "https:evil.example",
            "javascript:alert(1)",
            "data:text/html,x",
            " //evil.example",
            "/\\evil.example",
            "/x/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "/\r\nSet-Cookie: a=b",
            "/\u{0}/evil.example",
            "/\u{85}/evil.example",
            "/fn/x",
        ] {
            assert_eq!(own_path(address), None, "{address:?}");
        }
        // Stays a path here: a browser decodes nothing before it looks for the host.
        assert_eq!(own_path("/%2F%2Fevil.example"), Some("/%2F%2Fevil.example"));
        assert_eq!(own_path("/%5Cevil.example"), Some("/%5Cevil.example"));
    }
}
