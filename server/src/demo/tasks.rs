//! Tasks in lists, with labels, steps, deadlines, and some that are done.

use serde_json::{Value, json};

use super::Filler;
use crate::error::Error;
use crate::operations::lists::CreateList;
use crate::operations::saved_filters::CreateSavedFilter;
use crate::operations::tasks::{CompleteTask, CreateTask};

/// List, title, days from today until it is due, priority, labels, minutes.
type Wish = (Option<usize>, &'static str, Option<i64>, &'static str, &'static [&'static str], u32);

const LISTS: [&str; 3] = ["Home", "Work", "Vienna"];

const OPEN: [Wish; 14] = [
    (Some(1), "Send the invoice to Miller", Some(-1), "medium", &["money"], 15),
    (Some(0), "Renew the passport", Some(0), "high", &["errands"], 45),
    (Some(1), "Write the summary for Alex", Some(0), "medium", &[], 60),
    (None, "Call the landlord", Some(0), "none", &["calls"], 10),
    (Some(1), "Prepare the slides for planning", Some(6), "high", &[], 120),
    (Some(2), "Book the hotel", Some(1), "high", &[], 20),
    (Some(2), "Ask Ada for tips", Some(2), "none", &["calls"], 10),
    (Some(2), "Pack", Some(3), "none", &[], 30),
    (Some(0), "Fix the bicycle light", Some(5), "low", &["errands"], 20),
    (Some(0), "Sort the photos of the summer", None, "none", &[], 90),
    (Some(0), "Find a present for mom", Some(14), "medium", &["errands"], 30),
    (Some(1), "Read the chapter on lifetimes", Some(9), "low", &["reading"], 60),
    (None, "Learn the new choir pieces", None, "none", &["reading"], 0),
    (Some(1), "Tidy up the shared folder", None, "low", &[], 30),
];

/// Title and steps.
const STEPS: [(&str, &[&str]); 2] = [
    ("Pack", &["Charger", "Rain jacket", "Tickets", "The book for Ada"]),
    ("Renew the passport", &["Two photos", "Find the old one", "Make an appointment"]),
];

/// What repeats: list, title, days until it is due, rule.
const CHORES: [(usize, &str, i64, &str); 3] = [
    (0, "Water the plants", 1, "FREQ=WEEKLY"),
    (0, "Take out the paper", 2, "FREQ=WEEKLY;INTERVAL=2"),
    (1, "Hand in the hours", 4, "FREQ=MONTHLY"),
];

/// What was done: how many days ago, title.
const DONE: [(i64, &str); 9] = [
    (0, "Order printer paper"),
    (0, "Answer Joe"),
    (1, "Buy a birthday card"),
    (1, "Update the budget"),
    (2, "Book the train to Vienna"),
    (3, "Bring back the library books"),
    (5, "Pay the electricity"),
    (8, "Choose a new phone plan"),
    (12, "Repair the chair"),
];

impl Filler {
    pub(super) async fn tasks(&mut self) -> Result<(), Error> {
        let began = self.instant(self.day(-30), (8, 0));
        let mut lists = Vec::new();
        for name in LISTS {
            let list = self.did::<CreateList>(began, json!({ "name": name })).await?;
            lists.push(list.id);
        }
        let mut steps = Vec::new();
        for (at, (list, title, due, priority, labels, minutes)) in OPEN.into_iter().enumerate() {
            let ago = i64::try_from(OPEN.len() - at).unwrap_or_default();
            let put = self.instant(self.day(-ago), (8, 40));
            let mut task = json!({
                "title": title, "priority": priority, "labels": labels.join(" "),
                "due_date": due.map(|later| self.day(later)),
                "list_id": list.and_then(|list| lists.get(list)),
            });
            if minutes > 0 {
                task["estimate_minutes"] = minutes.into();
            }
            let task = self.did::<CreateTask>(put, task).await?;
            if let Some((_, parts)) = STEPS.iter().find(|(whole, _)| *whole == title) {
                steps.extend(parts.iter().map(|part| (put, task.id, *part)));
            }
        }
        for (put, whole, part) in steps {
            let step = json!({ "title": part, "parent_id": whole });
            self.did::<CreateTask>(put, step).await?;
        }
        for (list, title, later, rule) in CHORES {
            let task = json!({
                "title": title, "due_date": self.day(later), "rrule": rule,
                "list_id": lists.get(list),
            });
            self.did::<CreateTask>(began, task).await?;
        }
        for (ago, title) in DONE {
            let put = self.instant(self.day(-ago - 4), (9, 10));
            let task = self.did::<CreateTask>(put, json!({ "title": title })).await?;
            let done: Value = json!({ "id": task.id });
            self.did::<CompleteTask>(self.instant(self.day(-ago), (12, 5)), done).await?;
        }
        let filter = json!({ "name": "Important soon", "filter": "due:week p1" });
        self.did::<CreateSavedFilter>(began, filter).await.map(drop)
    }
}
