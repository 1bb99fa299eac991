//! Whether reading a million utterances leaves memory where it was.
//!
//! `cargo bench -p server --bench memory` prints the resident memory as it goes, and fails when the
//! last three quarters of the way added more than a mebibyte. Linux only: elsewhere it says so.

mod support;

use std::hint::black_box;

use server::language::request;

const UTTERANCES: usize = 1_000_000;
/// What the allocator may keep for itself meanwhile, in kibibytes.
const SLACK: u64 = 1_024;

fn main() {
    let said = support::corpus();
    let Some(before) = resident() else {
        eprintln!("resident memory is not known on this system");
        return;
    };
    eprintln!("before: {before} KiB");
    let mut settled = before;
    for count in 1..=UTTERANCES {
        let said = &said[count % said.len()];
        black_box(request::read(black_box(&said.text), &said.reference));
        if count.is_multiple_of(UTTERANCES / 4) {
            let now = resident().unwrap_or_default();
            eprintln!("after {count}: {now} KiB");
            if count == UTTERANCES / 4 {
                settled = now;
            }
        }
    }
    let last = resident().unwrap_or_default();
    assert!(last <= settled + SLACK, "grew from {settled} KiB to {last} KiB");
}

/// Resident memory of this process, in kibibytes.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
