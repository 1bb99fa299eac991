//! Whatever is typed, a turn ends with an answer.

use super::{say, words};
use crate::support::database::TestDatabase;
use crate::support::person::Person;

#[tokio::test(flavor = "multi_thread")]
async fn every_message_is_answered() {
    let database = TestDatabase::sqlite();
    let person = Person::new(&database.open().await).await;
    for text in [
        "delete",
        "delete everything",
        "complete",
        "spent 99999999999999999999 on lunch",
        "spent 0 on lunch",
        "lunch on 30 february at 1pm",
        "lunch on Friday 24 November 2026 at 1pm",
        "every day at 9 standup",
        "when am I free tomorrow?",
        "undo",
        "move it to friday",
        "remind me",
        "12:30",
        "1",
        "<script>alert(1)</script> tomorrow 5pm",
        "Robert'); DROP TABLE tasks;-- tomorrow at 5pm",
        "\u{202e}gnp.exe tomorrow",
        "add task \"call mom tomorrow\"",
    ] {
        let answer = say(&person, text).await;
        assert!(!words(&answer).is_empty(), "{text:?}");
    }
    let long = format!("add task {}", "very ".repeat(700));
    assert!(!words(&say(&person, &long).await).is_empty());
}
