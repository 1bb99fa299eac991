//! Conversations with the built-in interpreter, from scripts, told in snapshots.
//!
//! A script is a text file. Its lines:
//! - `> sentence`: the person says it; a `yes` button is `>> yes`, `>> no`;
//! - `+ event|task|expense | field: value | …`: a row that is there already;
//! - `@ 2026-11-24T09:00:00Z`: the time from here on;
//! - `?`: shows all rows;
//! - `---`: a new conversation; `# words`: a heading.
//!
//! It is Sunday 22 November 2026, 10:00 in Berlin.

use std::fmt::Write as _;

use domain::Uuid;
use domain::chat::ChatAnswer;
use domain::history::Door;
use serde_json::{Map, Value, json};
use server::assistant::Assistant;
use server::operations::events::{CreateEvent, ListEvents};
use server::operations::expenses::{CreateExpense, ListExpenses};
use server::operations::tasks::{CreateTask, ListTasks};
use server::words::Words;

use super::{say_in, words};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

/// One test for each script, on both databases, held by one snapshot.
macro_rules! scripts {
    ($($name:ident),+ $(,)?) => {
        on_both_databases!($($name),+);
        $(
            async fn $name(database: TestDatabase) {
                let script = include_str!(concat!("scripts/", stringify!($name), ".txt"));
                let told = Teller::new(&database).await.tell(script).await;
                insta::with_settings!({ omit_expression => true, snapshot_path => "scripts" }, {
                    insta::assert_snapshot!(stringify!($name), told);
                });
            }
        )+
    };
}

scripts!(
    adding,
    asking,
    before,
    budgets,
    bulk,
    categories,
    choosing,
    corrections,
    deleting,
    failures,
    follow_ups,
    leaning,
    parts,
    free_time,
    matching,
    money,
    repeating,
    undoing,
);

/// Plays a script and writes down what happens.
struct Teller {
    person: Person,
    conversation: Option<Uuid>,
    waiting: Vec<Uuid>,
    told: String,
}

impl Teller {
    async fn new(database: &TestDatabase) -> Self {
        let person = Person::new(&database.open().await).await;
        Self { person, conversation: None, waiting: Vec::new(), told: String::new() }
    }

    async fn tell(mut self, script: &str) -> String {
        for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.split_once(' ').unwrap_or((line, "")) {
                (">", sentence) => self.say(sentence).await,
                (">>", answer) => self.answer(answer == "yes").await,
                ("+", row) => self.add(row).await,
                ("@", now) => self.person.set_now(now),
                ("?", _) => self.rows().await,
                ("---", _) => self.conversation = None,
                ("#", heading) => writeln!(self.told, "\n# {heading}").unwrap(),
                _ => panic!("no line of a script: {line}"),
            }
        }
        self.told
    }

    async fn say(&mut self, sentence: &str) {
        // What a script says on several lines is one message.
        let sentence = sentence.replace("\\n", "\n");
        let answer = say_in(&self.person, self.conversation, &sentence).await;
        writeln!(self.told, "\n> {}", sentence.replace('\n', "\n  ")).unwrap();
        self.hear(&answer);
    }

    async fn answer(&mut self, accept: bool) {
        let Some(id) = self.waiting.pop() else {
            return writeln!(self.told, "\n>> nothing waits").unwrap();
        };
        let context = self.person.context(Door::Chat);
        let answer = Assistant::default().confirm(context, id, accept).await.unwrap();
        writeln!(self.told, "\n>> {}", if accept { "yes" } else { "no" }).unwrap();
        self.hear(&answer);
    }

    fn hear(&mut self, answer: &ChatAnswer) {
        self.conversation = Some(answer.conversation_id);
        self.waiting = answer.confirm.iter().map(|proposal| proposal.id).collect();
        for line in words(answer).lines() {
            writeln!(self.told, "< {line}").unwrap();
        }
        for proposal in &answer.confirm {
            writeln!(self.told, "! {}", proposal.summary).unwrap();
        }
        for choice in &answer.choices {
            writeln!(self.told, "* {} -> {}", choice.label, choice.message).unwrap();
        }
        for action in &answer.actions {
            let undo = if action.undo.is_some() { ", can be undone" } else { "" };
            writeln!(self.told, "= {}{undo}", action.tool).unwrap();
        }
    }

    async fn add(&mut self, row: &str) {
        let mut parts = row.split('|').map(str::trim);
        let kind = parts.next().unwrap_or_default();
        let fields: Map<String, Value> = parts
            .map(|part| part.split_once(": ").expect("a field and its value"))
            .map(|(name, value)| (name.to_owned(), json!(value)))
            .collect();
        let input = Value::Object(fields);
        match kind {
            "event" => drop(self.person.send::<CreateEvent>(input).await.unwrap()),
            "task" => drop(self.person.send::<CreateTask>(input).await.unwrap()),
            "expense" => drop(self.person.send::<CreateExpense>(input).await.unwrap()),
            other => panic!("no kind of row: {other}"),
        }
    }

    /// All rows, each kind in the order of its words: rows that lists do not tell
    /// apart by time have no order that lasts.
    async fn rows(&mut self) {
        let wording = Words::of(&self.person.context(Door::Web));
        let list = json!({});
        let events = self.person.send::<ListEvents>(list.clone()).await.unwrap().value.items;
        let tasks = self.person.send::<ListTasks>(list.clone()).await.unwrap().value.items;
        let expenses = self.person.send::<ListExpenses>(list).await.unwrap().value.items;
        let events = events.iter().map(|event| wording.event(event)).collect();
        let tasks = tasks.iter().map(|task| {
            format!("[{}] {}", if task.is_complete { "x" } else { " " }, wording.task(task))
        });
        let expenses = expenses.iter().map(|expense| wording.expense(expense)).collect();
        for mut rows in [events, tasks.collect::<Vec<String>>(), expenses] {
            rows.sort();
            rows.iter().for_each(|row| writeln!(self.told, "? {row}").unwrap());
        }
    }
}
