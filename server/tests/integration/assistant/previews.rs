//! What a line reads as before it is sent, a case for each kind of thing, and what
//! is left of it when a chip is taken away.

use domain::history::Door;
use domain::preview::{About, Intent, Preview};
use server::assistant::preview;

use crate::support::database::TestDatabase;
use crate::support::person::Person;

async fn read(text: &str) -> Vec<Preview> {
    let database = TestDatabase::sqlite();
    let person = Person::new(&database.open().await).await;
    preview(&person.context(Door::Web), text)
}

/// Its only reading: what it does, the title, and its facts.
async fn one(text: &str) -> (Intent, String, Vec<(About, String)>) {
    let mut previews = read(text).await;
    assert_eq!(previews.len(), 1, "{text}: {previews:?}");
    let Preview { intent, title, chips } = previews.remove(0);
    (intent, title, chips.into_iter().map(|chip| (chip.about, chip.text)).collect())
}

fn fact(about: About, text: &str) -> (About, String) {
    (about, text.to_owned())
}

/// The line without the only chip about that, if it can be taken away.
async fn without(text: &str, about: About) -> Option<String> {
    let previews = read(text).await;
    let mut chips = previews.into_iter().flat_map(|preview| preview.chips);
    chips.find(|chip| chip.about == about).expect("a chip").without
}

/// Takes the chip away and says what the line reads as then.
async fn taken(text: &str, about: About, line: &str) -> (Intent, String, Vec<(About, String)>) {
    assert_eq!(without(text, about).await.as_deref(), Some(line), "{text}");
    one(line).await
}

#[tokio::test]
async fn an_event_has_time_place_and_repeat() {
    assert_eq!(
        one("Lunch with Sam tomorrow 1pm at Moe's").await,
        (
            Intent::AddEvent,
            "Lunch with Sam".to_owned(),
            vec![
                fact(About::When, "tomorrow (Mon 23 Nov), 13:00–14:00"),
                fact(About::Place, "Moe's"),
            ],
        )
    );
    let (intent, title, facts) = one("yoga every friday at 9").await;
    assert_eq!((intent, title.as_str()), (Intent::AddEvent, "yoga"));
    assert_eq!(facts[0].0, About::When);
    assert_eq!(facts[1], fact(About::Repeats, "every Friday"));
    let (_, _, facts) = one("holiday in Portugal from july 20 to august 2").await;
    assert!(facts[0].1.ends_with("all day"), "{facts:?}");
}

#[tokio::test]
async fn a_task_has_a_deadline_a_priority_and_a_repeat() {
    assert_eq!(
        one("remind me to call the landlord by friday p1").await,
        (
            Intent::AddTask,
            "call the landlord".to_owned(),
            vec![fact(About::When, "due Fri 27 Nov"), fact(About::Priority, "high priority"),],
        )
    );
    let (intent, _, facts) = one("water the plants every 3 days").await;
    assert_eq!(intent, Intent::AddTask);
    assert_eq!(facts.last(), Some(&fact(About::Repeats, "every 3 days")));
}

#[tokio::test]
async fn an_expense_has_an_amount_a_category_and_a_day() {
    let (intent, title, facts) = one("spent £12.50 on lunch yesterday").await;
    assert_eq!((intent, title.as_str()), (Intent::AddExpense, "lunch"));
    assert_eq!(
        facts,
        [
            fact(About::Amount, "£12.50"),
            fact(About::Category, "Food"),
            fact(About::When, "yesterday (Sat 21 Nov)"),
        ]
    );
}

#[tokio::test]
async fn changes_name_the_row_they_mean() {
    for (text, intent, title) in [
        ("mark call mom as done", Intent::Tick, "call mom"),
        ("move the dentist to 3pm", Intent::Change, "dentist"),
        ("delete the dentist", Intent::Delete, "dentist"),
    ] {
        let (read, named, _) = one(text).await;
        assert_eq!((read, named.as_str()), (intent, title), "{text}");
    }
}

#[tokio::test]
async fn undo_questions_and_what_is_missing_have_no_facts() {
    for (text, intent) in [
        ("undo that", Intent::Undo),
        ("what do I have to do today?", Intent::Answer),
        ("schedule a meeting", Intent::Ask),
    ] {
        assert_eq!(one(text).await, (intent, String::new(), Vec::new()), "{text}");
    }
}

#[tokio::test]
async fn what_asks_for_nothing_reads_as_nothing() {
    for text in ["", "   ", "blorb fnord", "hello", "\u{0}\u{202e}"] {
        assert_eq!(read(text).await, [], "{text:?}");
    }
}

#[tokio::test]
async fn several_things_are_read_each() {
    let previews = read("Lunch with Sam tomorrow 1pm, spent 12.50 on books").await;
    let intents: Vec<_> = previews.iter().map(|preview| preview.intent).collect();
    assert_eq!(intents, [Intent::AddEvent, Intent::AddExpense]);
}

#[tokio::test]
async fn a_chip_that_is_taken_away_leaves_its_words_in_the_title() {
    assert_eq!(
        taken("Lunch with Sam tomorrow 1pm", About::When, "todo Lunch with Sam \"tomorrow 1pm\"")
            .await,
        (Intent::AddTask, "Lunch with Sam tomorrow 1pm".to_owned(), vec![])
    );
    let (_, title, facts) = taken(
        "remind me to call the landlord by friday p1",
        About::Priority,
        "remind me to call the landlord by friday \"p1\"",
    )
    .await;
    assert_eq!(title, "call the landlord p1");
    assert_eq!(facts, [fact(About::When, "due Fri 27 Nov")]);
    let line = without("spent 12 on coffee yesterday #travel", About::Category).await;
    assert_eq!(line.as_deref(), Some("spent 12 on coffee yesterday \"#travel\""));
    let (intent, title, _) =
        taken("yoga every friday at 9", About::Repeats, "yoga \"every friday\" at 9").await;
    assert_eq!((intent, title.as_str()), (Intent::AddEvent, "yoga every friday"));
}

#[tokio::test]
async fn words_that_stand_apart_are_taken_apart() {
    let (_, title, facts) = taken(
        "remind me tomorrow to call Ines at 5pm",
        About::When,
        "remind me \"tomorrow\" to call Ines at \"5pm\"",
    )
    .await;
    assert!(title.contains("tomorrow") && title.contains("5pm"), "{title}");
    assert_eq!(facts, []);
}

#[tokio::test]
async fn only_one_of_several_things_changes() {
    let line = without("remind me to call mom tomorrow. spent 12.50 on books", About::When).await;
    let previews = read(&line.expect("a way out")).await;
    assert_eq!(previews[0].title, "call mom tomorrow");
    assert_eq!(previews[0].chips, []);
    assert_eq!(previews[1].intent, Intent::AddExpense);
}

#[tokio::test]
async fn things_that_a_comma_joins_change_one_by_one() {
    let text =
        "Lunch with Sam tomorrow 1pm, spent 12.50 on books and remind me to call mom on friday";
    let previews = read(text).await;
    let line = previews[0].chips[0].without.as_deref();
    let rest = "spent 12.50 on books. remind me to call mom on friday";
    assert_eq!(line, Some(format!("todo Lunch with Sam \"tomorrow 1pm\". {rest}").as_str()));
    let deadline = previews[2].chips.iter().find(|chip| chip.about == About::When);
    let line = deadline.and_then(|chip| chip.without.clone()).unwrap_or_default();
    let then = read(&line).await;
    assert_eq!(then[2].title, "call mom on friday", "{line}");
    assert_eq!(then[2].chips, []);
    let says = |preview: &Preview| {
        let chips = preview.chips.iter().map(|chip| chip.text.clone());
        (preview.intent, preview.title.clone(), chips.collect::<Vec<_>>())
    };
    assert_eq!((says(&then[0]), says(&then[1])), (says(&previews[0]), says(&previews[1])));
    let text = "spent 9 on tea and schedule dinner with Ines friday 8pm";
    let line = read(text).await[1].chips[0].without.clone();
    let expected = "spent 9 on tea. todo schedule dinner with Ines \"friday 8pm\"";
    assert_eq!(line.as_deref(), Some(expected));
}

#[tokio::test]
async fn what_no_words_say_stays() {
    // An expense is nothing without its amount; nobody said its category or its day.
    for about in [About::Amount, About::Category, About::When] {
        assert_eq!(without("coffee 4.20", about).await, None, "{about:?}");
    }
    let long = format!("lunch with Sam tomorrow 1pm {}", "and more ".repeat(40));
    for preview in read(&long).await {
        assert!(preview.chips.iter().all(|chip| chip.without.is_none()));
    }
}

#[tokio::test]
async fn quotations_of_the_person_keep_their_marks() {
    let (_, title, _) = one("remind me to read \"Dune\" tomorrow").await;
    assert_eq!(title, "read \"Dune\"");
    let (_, title, _) = one("remind me to watch \"Friday Night Lights\" tomorrow").await;
    assert_eq!(title, "watch \"Friday Night Lights\"");
}
