//! Holds what the language front end has reached on the example files.

use super::score;

/// Scores one file and demands at least what was reached before.
fn reaches(name: &str, contents: &str, floor: usize) {
    let card = score(name, contents).unwrap();
    let wrong: Vec<String> = card.failures().iter().map(ToString::to_string).collect();
    assert!(
        card.right() >= floor,
        "{name}: {} of {}, reached {floor} before\n{}",
        card.right(),
        card.total(),
        wrong.join("\n")
    );
}

#[test]
fn dates_keep_their_floor() {
    reaches("dates", include_str!("../../tests/corpus/dates.dev.jsonl"), 713);
}

#[test]
fn money_keeps_its_floor() {
    reaches("money", include_str!("../../tests/corpus/money.dev.jsonl"), 99);
}

#[test]
fn utterances_keep_their_floor() {
    reaches("utterances", include_str!("../../tests/corpus/utterances.dev.jsonl"), 274);
}

#[test]
fn nothing_is_done_where_nothing_is_asked() {
    let card =
        score("utterances", include_str!("../../tests/corpus/utterances.dev.jsonl")).unwrap();
    assert_eq!(card.family("none").map(|(right, total)| total - right), Some(0));
}

#[test]
fn a_malformed_line_is_named() {
    let error = score("some.jsonl", "\n{\"id\": 1}").unwrap_err().to_string();
    assert!(error.starts_with("some.jsonl, line 2: "), "{error}");
}

#[test]
fn the_total_stands_last() {
    let line =
        r#"{"id":"x","family":"symbol","text":"$5","expect":{"amount":"5.00","currency":"USD"}}"#;
    let wrong =
        r#"{"id":"y","family":"symbol","text":"$5","expect":{"amount":"6.00","currency":"USD"}}"#;
    let mut out = Vec::new();
    super::run(
        &[("a".to_owned(), line.to_owned()), ("b".to_owned(), wrong.to_owned())],
        true,
        &mut out,
    )
    .unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(out.ends_with("total: 1 of 2 (50.0 %)\n"), "{out}");
    assert!(out.contains("understood 5.00 USD"), "{out}");
}
