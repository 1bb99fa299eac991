//! What filters are read as, and that what is written is read as itself.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::dates::Calendar;
use super::{Filter, Span, Test, read};

fn written(text: &str) -> String {
    read(text).map_or_else(|wrong| wrong.to_string(), |filter| filter.to_string())
}

#[test]
fn terms_are_read() {
    for (text, meant) in [
        ("due:today p1 #home -done", "due:today p1 #home -is:done"),
        ("", ""),
        ("  milk   \"oat milk\" ", "milk \"oat milk\""),
        ("list:Work OR list:\"Home and garden\"", "list:\"Work\" or list:\"Home and garden\""),
        ("a | b c or d", "a or b c or d"),
        ("due:<2026-12-01 due:>=fri done:7d", "due:<2026-12-01 due:>=fri done:7d"),
        ("due:today..Friday due:nextweek", "due:today..fri due:next-week"),
        ("due:none due:any list:none no:label", "no:due has:due no:list no:label"),
        ("P4 priority:High label:#Home", "p4 p1 #home"),
        ("estimate:<30m estimate:2h -estimate:=5", "estimate:<30m estimate:120m -estimate:5m"),
        ("12:30 https://example.org - a-b", "12:30 https://example.org - a-b"),
        (
            "\"done\" \"p1\" \"or\" \"-x\" \"due:today\"",
            "\"done\" \"p1\" \"or\" \"-x\" \"due:today\"",
        ),
        ("-\"not this\" --x 5\"disk\"", "-\"not this\" -\"-x\" 5 disk"),
        ("due:overdue -is:repeating is:subtask", "due:overdue -is:repeating is:subtask"),
        ("list:\"none\"", "list:\"none\""),
    ] {
        assert_eq!(written(text), meant, "{text}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (text, part, place) in [
        ("milk due:someday", "due:someday", 6),
        ("deu:today", "deu:today", 1),
        ("p1 due: today", "due:", 4),
        ("p1 \"oat milk", "\"oat milk", 4),
        ("or p1", "or", 1),
        ("p1 or", "or", 4),
        ("p1 or or p2", "or", 7),
        ("ä #", "#", 3),
        ("\"\"", "\"\"", 1),
        ("due:99999d", "due:99999d", 1),
        ("due:9999-01-01", "due:9999-01-01", 1),
        ("estimate:4294967295h", "estimate:4294967295h", 1),
        ("is:gone", "is:gone", 1),
    ] {
        let wrong = read(text).expect_err(text);
        assert_eq!((wrong.part.as_str(), wrong.place), (part, place), "{text}: {wrong}");
        assert!(wrong.reason.ends_with('.'), "{wrong}");
    }
}

#[test]
fn days_are_dates_of_the_persons_calendar() {
    let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
    // A Wednesday; weeks begin on Monday.
    let calendar = Calendar { today: date("2026-11-25"), week: date("2026-11-23") };
    let dates = |text: &str| {
        let filter = read(text).expect("a filter");
        let (span, back): (Span, bool) = match &filter.groups[0][0].test {
            Test::Due(span) => (*span, false),
            Test::Done(span) => (*span, true),
            other => panic!("{other:?}"),
        };
        let (from, to) = span.dates(calendar, back);
        let text = |date: Option<NaiveDate>| date.map(|date| date.format("%m-%d").to_string());
        format!("{}..{}", text(from).unwrap_or_default(), text(to).unwrap_or_default())
    };
    for (text, meant) in [
        ("due:today", "11-25..11-26"),
        ("due:<tomorrow", "..11-26"),
        ("due:<=tomorrow", "..11-27"),
        ("due:>tomorrow", "11-27.."),
        ("due:>=2026-12-01", "12-01.."),
        ("due:mon", "11-30..12-01"),
        ("due:wed", "11-25..11-26"),
        ("done:mon", "11-23..11-24"),
        ("due:week", "11-23..11-30"),
        ("due:next-week", "11-30..12-07"),
        ("due:month", "11-01..12-01"),
        ("due:next-month", "12-01..01-01"),
        ("due:7d", "11-25..12-02"),
        ("done:7d", "11-19..11-26"),
        ("due:yesterday..tomorrow", "11-24..11-27"),
    ] {
        assert_eq!(dates(text), meant, "{text}");
    }
}

/// Pieces of the language and things beside it, so that chance finds more than words.
fn pieces() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(vec![
        "due:",
        "done:",
        "list:",
        "is:",
        "has:",
        "no:",
        "label:",
        "estimate:",
        "priority:",
        "#",
        "-",
        "\"",
        " ",
        "or",
        "|",
        "p1",
        "p4",
        "today",
        "fri",
        "2026-12-01",
        "..",
        "<",
        ">=",
        "week",
        "7d",
        "none",
        "any",
        "done",
        "open",
        "home",
        "30m",
        "2h",
        "ß",
        "İ",
        "\u{3000}",
        ":",
        "//",
    ]);
    let other = "\\PC{0,3}";
    proptest::collection::vec(prop_oneof![4 => known.prop_map(str::to_owned), 1 => other], 0..12)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// No text breaks the reader, and what it reads is written as something that means the same.
    #[test]
    fn written_filters_mean_themselves(text in pieces()) {
        if let Ok(filter) = read(&text) {
            let written = filter.to_string();
            let again = read(&written);
            prop_assert_eq!(again.as_ref(), Ok(&filter), "{} → {}", text, written);
            let calendar = Calendar {
                today: NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date"),
                week: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a date"),
            };
            for term in filter.groups.iter().flatten() {
                if let Test::Due(span) | Test::Done(span) = &term.test {
                    span.dates(calendar, false);
                    span.dates(calendar, true);
                }
            }
        } else if let Err(wrong) = read(&text) {
            prop_assert!(text.contains(&wrong.part));
            let found: String = text.chars().skip(wrong.place - 1).collect();
            prop_assert!(found.starts_with(&wrong.part), "{wrong}");
        }
    }
}

#[test]
fn an_empty_filter_finds_everything() {
    assert_eq!(read("  "), Ok(Filter::default()));
}
