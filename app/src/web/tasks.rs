//! Several tasks at once, and what a line says of one.

use domain::bulk::{ChangeRows, DeleteRows};
use domain::history::Item;
use domain::preview::{Chip, Intent};
use domain::problem::Problem;
use server::assistant;
use server::context::Context;
use server::error::Error;
use server::operations::bulk::{ChangeMany, DeleteMany};
use server::operations::{Done, call};

use super::Asked;
use super::answer::read;
use crate::forms::{Deed, ManyForm, OPENING, labelled};
use crate::texts;
use crate::view::chat::FactView;
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// Does what a form says with all of its tasks, in one step that is taken back as one.
pub(crate) async fn many(form: ManyForm) -> Result<Outcome, Refusal> {
    let asked = Asked::read().map_err(|error| Refusal(error.into()))?;
    let result = match asked.context() {
        Ok(context) => do_with_all(&context, &form).await,
        Err(error) => Err(error),
    };
    Ok(asked.answer(result.map_err(said)))
}

/// The bar has no room beside its fields: what is wrong is said as a whole.
fn said(error: Error) -> Problem {
    let mut problem = Problem::from(error);
    if let Some(first) = problem.errors.first() {
        problem.detail.clone_from(&first.message);
    }
    problem
}

async fn do_with_all(context: &Context, form: &ManyForm) -> Result<Receipt, Error> {
    let rows = form.rows()?;
    let (verb, changes) = match form.deed(&context.reference())? {
        Deed::Change(changes) => {
            (changes.first().map_or(texts::told::CHANGED, |change| change.done()), changes)
        }
        Deed::Delete => {
            let done = call::<DeleteMany>(context, DeleteRows { rows }).await?;
            return Ok(receipt(texts::told::DELETED, &done, None));
        }
    };
    let mut last: Option<Done<Vec<Item>>> = None;
    let mut undo = Vec::new();
    for change in changes {
        let input = ChangeRows { rows: rows.clone(), change };
        let done = call::<ChangeMany>(context, input).await?;
        undo.extend(done.undo.map(|token| token.to_string()));
        last = Some(done);
    }
    // The last step is taken back first.
    undo.reverse();
    let undo = (!undo.is_empty()).then(|| undo.join(","));
    Ok(last.map(|done| receipt(verb, &done, undo)).unwrap_or_default())
}

/// `Completed 3 tasks.`
fn receipt(verb: &str, done: &Done<Vec<Item>>, undo: Option<String>) -> Receipt {
    let what = match done.value.as_slice() {
        [one] => texts::quoted(one.name()),
        rows => texts::tasks::count(rows.len()),
    };
    Receipt {
        summary: texts::told::many(verb, &what),
        undo: undo.or_else(|| done.undo.map(|token| token.to_string())),
        ..Receipt::default()
    }
}

/// What a line would add besides its title; a fact knows the line without its words.
pub(crate) async fn preview(line: String) -> Result<Vec<FactView>, Refusal> {
    read(async |context| {
        let (text, labels) = labelled(&line);
        let labels: Vec<String> = labels
            .iter()
            .flat_map(|labels| labels.iter())
            .map(|label| format!("#{label}"))
            .collect();
        let mut read = assistant::preview(&context, &format!("{OPENING}{text}"));
        let is_one_task = matches!(read.as_slice(), [one] if one.intent == Intent::AddTask);
        let chips = read.pop().filter(|_| is_one_task).map(|one| one.chips).unwrap_or_default();
        let fact = |chip: Chip| {
            let without = chip.without.unwrap_or_default();
            let without = without.strip_prefix(OPENING).unwrap_or(&without);
            let words = [without].into_iter().chain(labels.iter().map(String::as_str));
            FactView {
                text: chip.text,
                without: if without.is_empty() {
                    String::new()
                } else {
                    words.collect::<Vec<_>>().join(" ")
                },
            }
        };
        let of_label = |label: &String| FactView { text: label.clone(), without: String::new() };
        Ok(chips.into_iter().map(fact).chain(labels.iter().map(of_label)).collect())
    })
    .await
}
