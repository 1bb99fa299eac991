//! What holds for every text: no panic, spans on character boundaries, one answer, little time.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{Direction, Reference, money, request, when};

fn reference() -> Reference {
    let now = chrono::DateTime::parse_from_rfc3339("2026-05-13T10:15:00-04:00").unwrap();
    Reference::at(now.with_timezone(&chrono_tz::America::New_York))
}

/// Reads a text every way there is and checks the spans.
fn read_all(text: &str) -> (String, String) {
    let reference = reference();
    for direction in [Direction::Forward, Direction::Back] {
        let span = match when::read(text, &reference, direction) {
            Ok(None) => continue,
            Ok(Some(when)) => when.span,
            Err(when::WhenError::NoSuchDate { span } | when::WhenError::Disagree { span, .. }) => {
                span
            }
        };
        assert!(
            text.get(span.clone()).is_some_and(|piece| !piece.is_empty()),
            "{span:?} of {text:?}"
        );
    }
    let amount = money::read(text);
    if let Some(read) = &amount {
        assert!(text.get(read.span.clone()).is_some_and(|piece| !piece.is_empty()), "{text:?}");
    }
    (format!("{amount:?}"), format!("{:?}", request::read(text, &reference)))
}

/// Words and marks that rules look for, so that random texts reach the rules.
#[rustfmt::skip]
const PIECES: [&str; 97] = [
    "remind me", "to", "call", "spent", "$", "12.50", "on", "lunch", "tomorrow", "at", "5", "pm",
    "next", "friday", "every", "other", "monday", "-", "–", ":", "/", ".", ",", "and", "then",
    "from", "until", "in", "a", "an", "half", "hour", "week", "month", "the", "of", "last", "day",
    "first", "31", "30", "feb", "29", "2026", "24:00", "25:61", "T", "Z", "+14:00", "GMT", "'",
    "\"", "“", "’", "(", ")", "#food", "p1", "urgent", "cancel", "move", "it", "delete", "all",
    "what's", "how much", "did i", "spend", "this", "€", "k", "999999999999999999999", "0", "00",
    "quarter past", "noon", "midnight", "weeks", "years", "99999", "ago", "before", "after",
    "easter", "christmas", "mondays", "for", "minutes", "🎉", "é", "\u{301}", "\u{200d}", "\n", "日本",
    "ß", "İ", "%",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_panic_and_always_alike(text in any::<String>()) {
        prop_assert_eq!(read_all(&text), read_all(&text));
    }

    #[test]
    fn texts_of_known_pieces_are_read_without_panic(picks in prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..14)) {
        let text: String = picks.iter().map(|(pick, space)| format!("{}{}", PIECES[*pick], if *space { " " } else { "" })).collect();
        prop_assert_eq!(read_all(&text), read_all(&text));
    }

    #[test]
    fn any_reference_is_survived(seconds in -62_000_000_000_i64..250_000_000_000, picks in prop::collection::vec(0..PIECES.len(), 1..8), zone in 0..chrono_tz::TZ_VARIANTS.len()) {
        let now = chrono::DateTime::from_timestamp(seconds, 0).unwrap().with_timezone(&chrono_tz::TZ_VARIANTS[zone]);
        let text = picks.iter().map(|pick| PIECES[*pick]).collect::<Vec<_>>().join(" ");
        let _ = request::read(&text, &Reference::at(now));
        let _ = when::read(&text, &Reference::at(now), Direction::Back);
    }
}

/// The texts of the example files.
fn corpus() -> Vec<String> {
    let files = [
        include_str!("../../tests/corpus/dates.dev.jsonl"),
        include_str!("../../tests/corpus/utterances.dev.jsonl"),
    ];
    let text = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        line["text"].as_str().unwrap().to_owned()
    };
    files.iter().flat_map(|file| file.lines()).map(text).collect()
}

/// Real sentences with their words in another order, and words of several sentences in one.
#[test]
fn shuffled_sentences_are_read_without_panic_and_always_alike() {
    let corpus = corpus();
    let mut random = Random(7);
    for _ in 0..3_000 {
        let (one, other) = (random.next(corpus.len()), random.next(corpus.len()));
        let mut words: Vec<&str> = corpus[one].split(' ').chain(corpus[other].split(' ')).collect();
        words.truncate(3 + random.next(15));
        for at in (1..words.len()).rev() {
            words.swap(at, random.next(at + 1));
        }
        let text = words.join(" ");
        assert_eq!(read_all(&text), read_all(&text), "{text}");
    }
}

/// A small generator (SplitMix64), so that the 100,000 texts are the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(below.max(1)).unwrap()).unwrap()
    }

    fn text(&mut self) -> String {
        // Mostly short, so that a build without optimisation is done in seconds.
        let length = if self.next(50) == 0 { self.next(40) } else { self.next(8) };
        (0..length)
            .map(|_| match self.next(6) {
                0 => char::from_u32(u32::try_from(self.next(0x11_0000)).unwrap())
                    .unwrap_or(' ')
                    .to_string(),
                1 => char::from(u8::try_from(32 + self.next(95)).unwrap()).to_string(),
                _ => format!("{} ", PIECES[self.next(PIECES.len())]),
            })
            .collect()
    }
}

/// The promise, 10 ms, holds for optimised builds; without optimisation the same work takes up to
/// a hundred times as long, which only a shape of work that grows with the square would exceed.
const PROMISE: Duration = Duration::from_millis(if cfg!(debug_assertions) { 1_000 } else { 10 });

/// So many texts, each within the promise (a tenth of it without optimisation, for they
/// are short). One slow reading may be the machine's fault, so a text counts
/// only when it is slow three times.
fn random_texts_are_quick(seed: u64, texts: usize) {
    let reference = reference();
    let mut random = Random(seed);
    let limit = if cfg!(debug_assertions) { PROMISE / 10 } else { PROMISE };
    for _ in 0..texts {
        let text = random.text();
        let slow = (0..3).all(|_| {
            let start = Instant::now();
            let _ = request::read(&text, &reference);
            start.elapsed() >= limit
        });
        assert!(!slow, "{text:?}");
    }
}

// A hundred thousand together; in parts, since each test has a time limit.
#[test]
fn a_first_quarter_of_random_texts_is_quick() {
    random_texts_are_quick(7, 25_000);
}

#[test]
fn a_second_quarter_of_random_texts_is_quick() {
    random_texts_are_quick(8, 25_000);
}

#[test]
fn a_third_quarter_of_random_texts_is_quick() {
    random_texts_are_quick(9, 25_000);
}

#[test]
fn a_last_quarter_of_random_texts_is_quick() {
    random_texts_are_quick(10, 25_000);
}

/// The longest message that is accepted, made of what is most work for the rules.
#[test]
fn the_longest_messages_are_quick() {
    let reference = reference();
    for piece in [
        "and ",
        "next ",
        "5 ",
        "' ",
        "\"a ",
        "call mom at 5 and ",
        "every monday ",
        "to friday ",
        "move to friday ",
        "a",
        "9",
        "$",
        "9.",
        "9,999,",
        "x ",
        "the day after ",
        "- ",
        "delete all ",
    ] {
        let text: String = piece.chars().cycle().take(4_000).collect();
        let best = (0..3)
            .map(|_| {
                let start = Instant::now();
                let _ = request::read(&text, &reference);
                let _ = when::read(&text, &reference, Direction::Forward);
                start.elapsed()
            })
            .min()
            .unwrap();
        assert!(best < PROMISE, "{piece:?}: {best:?}");
    }
}
