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

/// The shared files, then our own, as the page names them.
const FILES: [(&str, &str); 52] = [
    ("dates.dev.jsonl", include_str!("../../tests/corpus/dates.dev.jsonl")),
    ("money.dev.jsonl", include_str!("../../tests/corpus/money.dev.jsonl")),
    ("utterances.dev.jsonl", include_str!("../../tests/corpus/utterances.dev.jsonl")),
    ("own/dates.jsonl", include_str!("../../tests/corpus/own/dates.jsonl")),
    ("own/edits.jsonl", include_str!("../../tests/corpus/own/edits.jsonl")),
    ("own/events.jsonl", include_str!("../../tests/corpus/own/events.jsonl")),
    ("own/expenses.jsonl", include_str!("../../tests/corpus/own/expenses.jsonl")),
    ("own/follow_ups.jsonl", include_str!("../../tests/corpus/own/follow_ups.jsonl")),
    ("own/fourth_edits.jsonl", include_str!("../../tests/corpus/own/fourth_edits.jsonl")),
    ("own/fourth_events.jsonl", include_str!("../../tests/corpus/own/fourth_events.jsonl")),
    ("own/fourth_expenses.jsonl", include_str!("../../tests/corpus/own/fourth_expenses.jsonl")),
    ("own/fourth_none.jsonl", include_str!("../../tests/corpus/own/fourth_none.jsonl")),
    ("own/fourth_questions.jsonl", include_str!("../../tests/corpus/own/fourth_questions.jsonl")),
    ("own/fourth_repeats.jsonl", include_str!("../../tests/corpus/own/fourth_repeats.jsonl")),
    ("own/fourth_several.jsonl", include_str!("../../tests/corpus/own/fourth_several.jsonl")),
    ("own/fourth_tasks.jsonl", include_str!("../../tests/corpus/own/fourth_tasks.jsonl")),
    ("own/fourth_typos.jsonl", include_str!("../../tests/corpus/own/fourth_typos.jsonl")),
    ("own/known.jsonl", include_str!("../../tests/corpus/own/known.jsonl")),
    ("own/none.jsonl", include_str!("../../tests/corpus/own/none.jsonl")),
    ("own/parsers_dates.jsonl", include_str!("../../tests/corpus/own/parsers_dates.jsonl")),
    ("own/questions.jsonl", include_str!("../../tests/corpus/own/questions.jsonl")),
    ("own/real_edits.jsonl", include_str!("../../tests/corpus/own/real_edits.jsonl")),
    ("own/real_events.jsonl", include_str!("../../tests/corpus/own/real_events.jsonl")),
    ("own/real_none.jsonl", include_str!("../../tests/corpus/own/real_none.jsonl")),
    ("own/real_questions.jsonl", include_str!("../../tests/corpus/own/real_questions.jsonl")),
    ("own/real_tasks.jsonl", include_str!("../../tests/corpus/own/real_tasks.jsonl")),
    ("own/repeats.jsonl", include_str!("../../tests/corpus/own/repeats.jsonl")),
    ("own/second_edits.jsonl", include_str!("../../tests/corpus/own/second_edits.jsonl")),
    ("own/second_events.jsonl", include_str!("../../tests/corpus/own/second_events.jsonl")),
    ("own/second_expenses.jsonl", include_str!("../../tests/corpus/own/second_expenses.jsonl")),
    ("own/second_none.jsonl", include_str!("../../tests/corpus/own/second_none.jsonl")),
    ("own/second_questions.jsonl", include_str!("../../tests/corpus/own/second_questions.jsonl")),
    ("own/second_repeats.jsonl", include_str!("../../tests/corpus/own/second_repeats.jsonl")),
    ("own/second_several.jsonl", include_str!("../../tests/corpus/own/second_several.jsonl")),
    ("own/second_tasks.jsonl", include_str!("../../tests/corpus/own/second_tasks.jsonl")),
    (
        "own/second_times_and_ranges.jsonl",
        include_str!("../../tests/corpus/own/second_times_and_ranges.jsonl"),
    ),
    ("own/second_typos.jsonl", include_str!("../../tests/corpus/own/second_typos.jsonl")),
    ("own/series.jsonl", include_str!("../../tests/corpus/own/series.jsonl")),
    ("own/several.jsonl", include_str!("../../tests/corpus/own/several.jsonl")),
    ("own/tasks.jsonl", include_str!("../../tests/corpus/own/tasks.jsonl")),
    ("own/third_edits.jsonl", include_str!("../../tests/corpus/own/third_edits.jsonl")),
    ("own/third_events.jsonl", include_str!("../../tests/corpus/own/third_events.jsonl")),
    ("own/third_expenses.jsonl", include_str!("../../tests/corpus/own/third_expenses.jsonl")),
    ("own/third_none.jsonl", include_str!("../../tests/corpus/own/third_none.jsonl")),
    ("own/third_questions.jsonl", include_str!("../../tests/corpus/own/third_questions.jsonl")),
    ("own/third_repeats.jsonl", include_str!("../../tests/corpus/own/third_repeats.jsonl")),
    ("own/third_several.jsonl", include_str!("../../tests/corpus/own/third_several.jsonl")),
    ("own/third_tasks.jsonl", include_str!("../../tests/corpus/own/third_tasks.jsonl")),
    (
        "own/third_times_and_ranges.jsonl",
        include_str!("../../tests/corpus/own/third_times_and_ranges.jsonl"),
    ),
    ("own/third_typos.jsonl", include_str!("../../tests/corpus/own/third_typos.jsonl")),
    ("own/times_and_ranges.jsonl", include_str!("../../tests/corpus/own/times_and_ranges.jsonl")),
    ("own/typos.jsonl", include_str!("../../tests/corpus/own/typos.jsonl")),
];

/// The page in `docs/` says what the program does; its scores are the floor of our own cases.
#[test]
fn the_scorecard_is_up_to_date() {
    let before = serde_json::from_str(include_str!("../../tests/corpus/first_run.json")).unwrap();
    let files: Vec<(String, String)> =
        FILES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let page = super::page(&files, &before).unwrap();
    let kept = include_str!("../../../docs/scorecard.md");
    assert!(page == kept, "docs/scorecard.md is out of date; it should be:\n{page}");
}

#[test]
fn nothing_is_done_where_nothing_is_asked_in_our_own_cases() {
    for (name, text) in FILES.iter().filter(|(name, _)| name.ends_with("none.jsonl")) {
        let card = score(name, text).unwrap();
        assert_eq!(card.right(), card.total(), "{:?}", card.failures());
    }
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
