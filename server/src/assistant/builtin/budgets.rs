//! Budgets: messages that are about one become calls before anything else is read.

use domain::budget::{BudgetFilter, BudgetState};
use domain::expense::CATEGORIES;
use serde_json::{Map, Value, json};

use super::super::interpreter::Turn;
use super::super::tool::ToolCall;
use crate::error::Error;
use crate::language::budget::{Wish, read};
use crate::operations::budgets::{DeleteBudget, ListBudgets, SetBudget};
use crate::operations::expenses::ListCategories;
use crate::operations::{Operation, call};

/// The call that a message about a budget asks for.
///
/// # Errors
/// The database's.
pub(super) async fn wanted(turn: &Turn<'_>) -> Result<Option<ToolCall>, Error> {
    let Some(mut read) = read(turn.message) else { return Ok(None) };
    // "how much of that is left?"
    if matches!(read.category.as_deref(), Some("that" | "it" | "this")) {
        let Some(category) = spoken_of(turn) else { return Ok(None) };
        (read.category, read.named) = (category, true);
    }
    if !read.named && !is_meant(turn, read.category.as_deref()).await? {
        return Ok(None);
    }
    let mut arguments = Map::new();
    arguments.extend(read.category.map(|category| ("category".to_owned(), Value::from(category))));
    let tool = match read.wish {
        Wish::Set(amount) => {
            arguments.insert("amount".to_owned(), json!(amount));
            SetBudget::NAME
        }
        Wish::Tell => ListBudgets::NAME,
        Wish::Remove => DeleteBudget::NAME,
    };
    Ok(Some(ToolCall::new(tool, Value::Object(arguments))))
}

/// The category of the budget that was set or told of last, or none for all spending.
fn spoken_of(turn: &Turn<'_>) -> Option<Option<String>> {
    let tools = [SetBudget::NAME, ListBudgets::NAME];
    let last = turn.memory.lately.calls.iter().rev().map(|called| &called.call);
    let last = last.into_iter().find(|call| tools.contains(&call.tool.as_str()))?;
    let category = last.arguments.get("category").and_then(Value::as_str);
    Some(category.map(str::to_lowercase))
}

/// Whether "what is left for …" is about money: of a category, or of everything where there is a
/// budget for it.
async fn is_meant(turn: &Turn<'_>, category: Option<&str>) -> Result<bool, Error> {
    let budgets = call::<ListBudgets>(turn.context, BudgetFilter::default()).await?.value;
    let Some(category) = category else {
        return Ok(budgets.iter().any(|state: &BudgetState| state.budget.category.is_none()));
    };
    let same = |name: &str| name.to_lowercase() == category;
    if CATEGORIES.iter().any(|name| same(name)) {
        return Ok(true);
    }
    Ok(call::<ListCategories>(turn.context, ()).await?.value.iter().any(|name| same(name)))
}
