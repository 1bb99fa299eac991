//! The language in which tasks are looked for: what is read is written as a text that is read as
//! the same filter, and what is wrong is said with its place in the text.
#![no_main]

use ai_planner_fuzz::filter::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let text: String = text.chars().take(domain::task::FILTER_LIMIT).collect();
    match read(&text) {
        Ok(filter) => {
            let written = filter.to_string();
            assert_eq!(read(&written).ok(), Some(filter), "{text:?} became {written:?}");
        }
        Err(wrong) => assert!(!wrong.to_string().is_empty()),
    }
});
