//! Rows by their names, as people say them.

use crate::language::request::examples::{check, check_among};

const NAMES: [&str; 6] =
    ["Pilates", "Dinner with Tariq", "call grandma", "tesco", "The vet", "1:1 with Joe"];

#[test]
fn what_has_a_name_is_changed() {
    check_among(
        &NAMES,
        &[
            ("make pilates friday", &["event pilates -> Fri 15 May"]),
            ("call grandma is urgent", &["task call grandma -> Priority(High)"]),
            ("call grandma high priority", &["task call grandma -> Priority(High)"]),
            ("tesco is housing", &["expense tesco -> #Housing"]),
            ("put tesco in housing", &["expense tesco -> #Housing"]),
            ("pilates will be at Costa", &["event pilates -> @ Costa"]),
            ("let's do pilates at Costa", &["event pilates -> @ Costa"]),
            ("rename pilates stretching", &["either pilates -> \"stretching\""]),
            ("call the vet Dr Paws instead", &["either vet -> \"Dr Paws\""]),
            ("give me until friday for call grandma", &["task call grandma -> Fri 15 May"]),
            ("did call grandma this morning", &["done task call grandma"]),
            (
                "i'll do call grandma tomorrow instead",
                &["event call grandma -> tomorrow (Thu 14 May)"],
            ),
            ("note on pilates: bring a mat", &["either pilates -> note \"bring a mat\""]),
            ("vet notes: no breakfast", &["either vet -> note \"no breakfast\""]),
            ("make 1:1 with Joe 45 minutes", &["event 1:1 with Joe -> Length(45)"]),
            (
                "no dinner with Tariq this week",
                &["delete event dinner with Tariq on 2026-05-11 to 2026-05-17"],
            ),
        ],
    );
}

#[test]
fn the_same_words_add_something_where_nothing_has_the_name() {
    check(&[
        ("make pilates friday", &["task make pilates: Fri 15 May"]),
        ("call grandma is urgent", &["task! call grandma: -"]),
    ]);
}

#[test]
fn another_one_of_a_name_is_added() {
    check_among(
        &NAMES,
        &[
            ("pilates friday at 6pm", &["event pilates: Fri 15 May, 18:00–19:00"]),
            ("do pilates friday", &["task do pilates: Fri 15 May"]),
            ("call grandma friday", &["task call grandma: Fri 15 May"]),
            ("put tesco in the fridge", &["task put tesco in the fridge: -"]),
            ("fix the vet friday", &["task fix the vet: Fri 15 May"]),
            ("tesco 12.50", &["expense 1250 - Groceries (tesco) 2026-05-13"]),
        ],
    );
}
