//! The category that this person uses for such things.

use std::collections::BTreeMap;

use domain::expense::{OTHER, Suggestion};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};

use crate::entity::expenses::{Column, Entity};
use crate::error::Error;
use crate::operations::list::contains_words;
use crate::operations::{Effect, Operation, Scope};

/// How far back habits are looked for, in expenses that share a word.
const LOOKED_AT: u64 = 200;

/// Suggests the category for a description.
pub struct SuggestCategory;

impl Operation for SuggestCategory {
    type Input = Suggestion;
    type Output = Option<String>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "suggest_category";
    const SUMMARY: &'static str = "Suggests a category by what was used for such things before.";

    async fn run(scope: &mut Scope<'_>, description: String) -> Result<Option<String>, Error> {
        let wanted = words(&description);
        if wanted.is_empty() {
            return Ok(None);
        }
        let any = wanted.iter().fold(Condition::any(), |any, word| {
            any.add(contains_words(word, &[Column::Description]))
        });
        let past: Vec<(Option<String>, String)> = scope
            .own::<Entity>()
            .filter(any)
            .filter(Column::Category.ne(OTHER))
            .select_only()
            .columns([Column::Description, Column::Category])
            .order_by_desc(Column::IncurredAt)
            .order_by_desc(Column::Id)
            .limit(LOOKED_AT)
            .into_tuple()
            .all(scope.database())
            .await?;
        Ok(habit(&wanted, &past))
    }
}

/// The category of those expenses that share most words: the most used one, the
/// latest of equals. One word of many is no habit.
fn habit(wanted: &[String], past: &[(Option<String>, String)]) -> Option<String> {
    let shared: Vec<usize> = past
        .iter()
        .map(|(description, _)| {
            let theirs = words(description.as_deref().unwrap_or_default());
            wanted.iter().filter(|word| theirs.contains(word)).count()
        })
        .collect();
    let most = shared.iter().copied().max().filter(|most| most * 2 >= wanted.len() && *most > 0)?;
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    let closest = || past.iter().zip(&shared).filter(|(_, shared)| **shared == most);
    for ((_, category), _) in closest() {
        *uses.entry(category).or_default() += 1;
    }
    let top = uses.values().copied().max()?;
    closest()
        .map(|((_, category), _)| category)
        .find(|category| uses.get(category.as_str()) == Some(&top))
        .cloned()
}

/// The words that say what was bought; short ones say nothing by themselves.
fn words(text: &str) -> Vec<String> {
    const EMPTY: [&str; 8] = ["the", "and", "for", "with", "from", "some", "new", "our"];
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !EMPTY.contains(word))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(description: &str, past: &[(&str, &str)]) -> Option<String> {
        let past: Vec<(Option<String>, String)> =
            past.iter().map(|(d, c)| (Some((*d).to_owned()), (*c).to_owned())).collect();
        habit(&words(description), &past)
    }

    #[test]
    fn habits_are_what_was_used_most_for_the_closest_words() {
        let past = [
            ("lunch at Moe's", "Business"),
            ("lunch", "Food"),
            ("lunch with Ana", "Food"),
            ("Moe's gift card", "Gifts"),
        ];
        assert_eq!(suggested("lunch", &past).as_deref(), Some("Food"));
        assert_eq!(suggested("Lunch at moe's", &past).as_deref(), Some("Business"));
        assert_eq!(suggested("team lunch at the new harbour place", &past), None);
        assert_eq!(suggested("bus", &past), None);
        assert_eq!(suggested("of", &past), None);
    }
}
