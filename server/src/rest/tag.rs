//! Entity tags: weak, since an answer may be compressed on its way.

use axum::http::HeaderValue;
use sha2::{Digest, Sha256};

/// Bytes of the hash that go into a tag: enough that two answers never share one
/// by accident, and nobody gains by making them.
const LENGTH: usize = 12;

/// The tag of a body; the version of a row comes first, to be read by people.
pub(super) fn of(body: &[u8], version: Option<i64>) -> Option<HeaderValue> {
    let hash = hex::encode(&Sha256::digest(body)[..LENGTH]);
    let tag = match version {
        Some(version) => format!("W/\"v{version}-{hash}\""),
        None => format!("W/\"{hash}\""),
    };
    HeaderValue::try_from(tag).ok()
}

/// Whether an `If-None-Match` names the tag, by the weak comparison of RFC 9110, 13.1.2.
pub fn matches(wanted: &str, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    wanted.trim() == "*" || wanted.split(',').any(|one| bare(one) == bare(tag))
}

/// The versions of a row that an `If-Match` names; tags that are not ours name none.
pub(super) fn versions(tags: &str) -> Vec<i64> {
    tags.split(',')
        .filter_map(|tag| {
            let tag = tag.trim().trim_start_matches("W/").trim_matches('"');
            tag.strip_prefix('v')?.split('-').next()?.parse().ok()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_compare_weakly() {
        assert!(matches("W/\"v1-a\"", "W/\"v1-a\""));
        assert!(matches("\"x\", \"v1-a\"", "W/\"v1-a\""));
        assert!(matches("*", "W/\"v1-a\""));
        assert!(!matches("W/\"v1-b\"", "W/\"v1-a\""));
        assert!(!matches("", "W/\"v1-a\""));
    }

    #[test]
    fn versions_are_read_from_our_own_tags() {
        assert_eq!(versions("W/\"v12-abc\", \"v3-d\""), [12, 3]);
        assert_eq!(versions("\"abc\", v, W/\"vx-1\", "), Vec::<i64>::new());
        let made = of(b"{}", Some(7));
        let made = made.as_ref().and_then(|tag| tag.to_str().ok()).unwrap_or_default();
        assert_eq!(versions(made), [7]);
    }
}
