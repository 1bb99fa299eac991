//! Conversations over REST: listed, searched, named, pinned, exported, deleted.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::app::{App, Client, NOW};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    the_latest_is_first_and_pinned_ones_before,
    words_are_found_in_titles_and_messages,
    a_name_stays,
    deleting_is_for_good_and_leaves_what_was_done,
    exports_hold_everything,
);

/// Says something new, minutes after [`NOW`].
async fn say(app: &App, user: &Client, minutes: i64, text: &str) -> Value {
    let now: chrono::DateTime<chrono::Utc> = NOW.parse().unwrap();
    let later = user.moved_to(&app.at(now + TimeDelta::minutes(minutes)));
    let answer = later.post("/api/chat", json!({ "message": text })).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn address(answer: &Value) -> String {
    format!("/api/conversations/{}", answer["conversation_id"].as_str().unwrap())
}

async fn titles(user: &Client, query: &str) -> Vec<String> {
    let listed = user.get(&format!("/api/conversations{query}")).await;
    assert_eq!(listed.status, 200, "{}", listed.text());
    let listed = listed.json();
    let titles = listed.as_array().unwrap().iter();
    titles.map(|entry| entry["title"].as_str().unwrap().to_owned()).collect()
}

async fn the_latest_is_first_and_pinned_ones_before(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let first = say(&app, &user, 0, "add task one").await;
    for (minutes, text) in [(1, "add task two"), (2, "add task three"), (3, "add task four")] {
        say(&app, &user, minutes, text).await;
    }
    let latest_first = ["add task four", "add task three", "add task two", "add task one"];
    assert_eq!(titles(&user, "").await, latest_first);
    let pinned = user.patch(&address(&first), json!({ "pinned": true })).await;
    assert_eq!(pinned.json()["pinned"], true);
    let pinned_first = ["add task one", "add task four", "add task three", "add task two"];
    assert_eq!(titles(&user, "").await, pinned_first);

    let mut paged = Vec::new();
    let mut next = Some("/api/conversations?limit=1".to_owned());
    while let Some(uri) = next {
        let page = user.get(&uri).await;
        paged.extend(page.json().as_array().unwrap().clone());
        let link = page.headers.get("link").map(|link| link.to_str().unwrap().to_owned());
        next = link.map(|link| link[1..link.find('>').unwrap()].to_owned());
    }
    let paged: Vec<_> = paged.iter().map(|entry| entry["title"].as_str().unwrap()).collect();
    assert_eq!(paged, pinned_first);

    user.patch(&address(&first), json!({ "pinned": false })).await;
    assert_eq!(titles(&user, "").await, latest_first);
    assert_eq!(user.get("/api/conversations?limit=0").await.bad_fields(), ["limit"]);
    assert_eq!(user.get("/api/conversations?cursor=x").await.bad_fields(), ["cursor"]);
}

async fn words_are_found_in_titles_and_messages(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let first = say(&app, &user, 0, "add task water the plants").await;
    say(&app, &user, 1, "Lunch with Sam tomorrow 1pm").await;
    user.patch(&address(&first), json!({ "title": "Home & garden" })).await;
    assert_eq!(titles(&user, "?q=garden").await, ["Home & garden"]);
    assert_eq!(titles(&user, "?q=Plants%20WATER").await, ["Home & garden"], "in a message");
    assert_eq!(titles(&user, "?q=13:00").await, ["Lunch with Sam tomorrow 1pm"], "in an answer");
    assert!(titles(&user, "?q=plants%20lunch").await.is_empty());
    assert!(titles(&user, "?q=%25").await.is_empty());
    let stranger = app.sign_up("eve@example.com").await;
    assert!(titles(&stranger, "?q=plants").await.is_empty());
}

async fn a_name_stays(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let said = user.post("/api/chat", json!({ "message": "add task one" })).await.json();
    let address = address(&said);
    for bad in [json!({ "title": " " }), json!({ "title": null }), json!({ "title": 7 })] {
        assert_eq!(user.patch(&address, bad).await.bad_fields(), ["title"]);
    }
    assert_eq!(user.patch(&address, json!({ "pinned": "maybe" })).await.bad_fields(), ["pinned"]);
    let named = user.patch(&address, json!({ "title": " Chores " })).await;
    assert_eq!(named.json()["title"], "Chores");
    let again = json!({ "message": "add task two", "replaces": said["messages"][0]["id"] });
    user.post("/api/chat", again).await;
    let read = user.get(&address).await.json();
    assert_eq!(
        (&read["title"], &read["messages"][0]["text"]),
        (&json!("Chores"), &json!("add task two"))
    );
    assert_eq!(user.get(&format!("{address}?limit=1")).await.json()["left_out"], 1);
    assert_eq!(user.get(&format!("{address}?limit=0")).await.bad_fields(), ["limit"]);
}

async fn deleting_is_for_good_and_leaves_what_was_done(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let said = user.post("/api/chat", json!({ "message": "add task one" })).await.json();
    user.post("/api/chat", json!({ "message": "add task two" })).await;
    let asked = json!({ "message": "delete task one", "conversation_id": said["conversation_id"] });
    let asked = user.post("/api/chat", asked).await.json();
    let deleted = user.delete(&address(&said)).await;
    assert_eq!(deleted.status, 204);
    assert!(!deleted.headers.contains_key("undo-token"));
    user.get(&address(&said)).await.problem(404);
    user.delete(&address(&said)).await.problem(404);
    let proposal = asked["confirm"][0]["id"].as_str().unwrap_or_else(|| panic!("{asked}"));
    let yes = format!("/api/chat/confirmations/{proposal}");
    user.post(&yes, json!({ "accept": true })).await.problem(404);
    assert_eq!(titles(&user, "").await, ["add task two"]);
    assert_eq!(user.get("/api/tasks").await.json().as_array().unwrap().len(), 2);
}

async fn exports_hold_everything(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let said = say(&app, &user, 0, "Lunch with Sam tomorrow 1pm").await;
    let go_on = async |message: &str| {
        let id = &said["conversation_id"];
        let answer = user.post("/api/chat", json!({ "message": message, "conversation_id": id }));
        answer.await.json()
    };
    go_on("delete Lunch with Sam").await;
    let undo = format!("/api/undo/{}", said["actions"][0]["undo"].as_str().unwrap());
    user.post(&undo, json!({})).await;
    let export = format!("{}/export", address(&said));
    let markdown = user.get(&export).await;
    assert_eq!(markdown.header("content-type"), "text/markdown; charset=utf-8");
    let name = "attachment; filename=\"2026-11-22-lunch-with-sam-tomorrow-1pm.md\"";
    assert_eq!(markdown.header("content-disposition"), name);
    insta::assert_snapshot!("markdown", markdown.text());
    assert_eq!(user.get(&format!("{export}?format=markdown")).await.text(), markdown.text());

    let exported = user.get(&format!("{export}?format=json")).await;
    assert_eq!(exported.header("content-type"), "application/json");
    assert!(exported.header("content-disposition").ends_with(".json\""));
    insta::assert_json_snapshot!("json", exported.json(), {
        ".id" => "[uuid]", ".messages[].id" => "[uuid]", ".messages[].actions[].undo" => "[uuid]",
        ".messages[].actions[].item.id" => "[uuid]", ".messages[].confirm[].id" => "[uuid]",
    });
    assert_eq!(user.get(&format!("{export}?format=pdf")).await.bad_fields(), ["format"]);
}
