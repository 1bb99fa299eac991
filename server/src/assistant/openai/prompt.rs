//! The system prompt: the rules and what is true of the person from `prompt.md`, then
//! from `moment.md` what changes from turn to turn, so that servers can keep the beginning.

use domain::Uuid;

use crate::config::Offer;
use crate::context::Context;
use crate::words::Words;

/// The rules and the places of the facts. Short and plain: a model of 1.5 billion
/// parameters on a laptop reads some twenty words of it a second.
const RULES: &str = include_str!("prompt.md");
/// The places of what changes from turn to turn.
const MOMENT: &str = include_str!("moment.md");

/// A row that was spoken of lately, so that "it" can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recent {
    /// The row.
    pub(super) id: Uuid,
    /// `event`, `task` or `expense`.
    pub(super) kind: &'static str,
    /// The row in words; none when its text is not the person's own, since nothing
    /// from elsewhere may stand among the rules.
    pub(super) label: Option<String>,
}

/// What is told besides the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prompt {
    /// The rules and what is true of the person: the same in every turn.
    pub(super) rules: String,
    /// The time, and what was spoken of lately.
    pub(super) moment: String,
}

/// The prompt for a person at a moment.
pub(super) fn filled(
    context: &Context,
    categories: &[String],
    recent: &[Recent],
    offer: Offer,
) -> Prompt {
    let words = Words::of(context);
    let now = context.now.with_timezone(&context.actor.zone);
    let rules = RULES
        .trim_end()
        .replace("{categories}", &categories.join(", "))
        .replace("{currency}", context.actor.currency.code())
        .replace("{zone}", context.actor.zone.name());
    let moment = MOMENT
        .trim_end()
        .replace("{lately}", &lately(recent, offer))
        .replace("{now}", &format!("{}, {}", words.long(words.today), now.format("%H:%M")));
    Prompt { rules, moment }
}

fn lately(recent: &[Recent], offer: Offer) -> String {
    let lines: Vec<String> = recent.iter().filter_map(|recent| line(recent, offer)).collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("Spoken of lately, the last one last:\n{}\n", lines.join("\n"))
}

/// A row by its identifier; to a small model, which miswrites those, by its name.
fn line(recent: &Recent, offer: Offer) -> Option<String> {
    let Recent { id, kind, label } = recent;
    match (label, offer) {
        (Some(label), Offer::All) => Some(format!("- {kind} {id}: {label}")),
        (None, Offer::All) => Some(format!("- {kind} {id} (from elsewhere)")),
        (Some(label), Offer::Few) => Some(format!("- {kind}: {label}")),
        (None, Offer::Few) => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};

    use super::*;
    use crate::context::Actor;
    use crate::language::Habits;
    use crate::words::Customs;

    #[tokio::test]
    async fn the_prompt_is_short_and_tells_what_is_true() {
        let actor = Actor {
            user_id: Uuid::nil(),
            zone: chrono_tz::Europe::Berlin,
            currency: "EUR".parse().expect("a currency"),
            customs: Customs::of_locale("en-GB"),
            habits: Habits::default(),
        };
        let now: DateTime<Utc> = "2026-11-22T09:00:00Z".parse().expect("an instant");
        let recent = |kind, label: Option<&str>| Recent {
            id: Uuid::nil(),
            kind,
            label: label.map(str::to_owned),
        };
        let recent = [recent("task", None), recent("event", Some("Dentist"))];
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("planner.db").display());
        let database = crate::database::Database::open(&url).await.expect("a database");
        let door = domain::history::Door::Chat;
        let context = Context::at(database, actor, door, now);
        let categories = ["Food".to_owned(), "Other".to_owned()];
        let Prompt { rules, moment } = filled(&context, &categories, &recent, Offer::All);
        insta::assert_snapshot!(format!("{rules}\n{moment}"));
    }
}
