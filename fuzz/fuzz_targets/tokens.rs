//! What is presented instead of a name: tokens of sessions, devices, links and programs, and the
//! identifiers that take a change back or answer a question.
#![no_main]

use ai_planner_fuzz::token;
use domain::Uuid;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let bare = text.strip_prefix("planner_").unwrap_or(text);
    if let Some((kept, key)) = token(bare) {
        // One text, one token: no second spelling opens the same session.
        assert_eq!(kept, bare);
        assert_eq!(kept.len(), 43);
        assert_eq!(key.len(), 64);
        assert!(!kept.contains(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_'));
        assert_eq!(token(&kept).map(|(_, key)| key), Some(key));
        // And what differs in one letter is none of it.
        let other: String = kept
            .chars()
            .enumerate()
            .map(|(at, c)| if at == 0 { if c == 'A' { 'B' } else { 'A' } } else { c })
            .collect();
        assert_ne!(token(&other).map(|(_, key)| key), token(&kept).map(|(_, key)| key));
    }
    if let Ok(id) = text.parse::<Uuid>() {
        assert_eq!(id.to_string().parse::<Uuid>(), Ok(id));
    }
});
