//! Expenses as a file for spreadsheets.

use csv::{Terminator, WriterBuilder};
use domain::expense::{Expense, ExpenseFilter, ExpenseQuery};
use domain::input::Field;
use domain::page::PAGE_LIMIT;
use domain::validation::{Invalid, Validate};

use super::list::found;
use crate::error::Error;
use crate::export::table::{MARK, harmless};
use crate::operations::{Effect, Operation, Scope};
use crate::zone;

/// Writes every expense that a filter lets through as comma-separated values (RFC 4180).
pub struct ExportExpenses;

/// The filter of a list without its pages.
#[derive(serde::Deserialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Export(
    /// Which expenses, in which order.
    pub ExpenseFilter,
);

impl Validate for Export {
    type Valid = ExpenseQuery;

    fn validate(self) -> Result<ExpenseQuery, Invalid> {
        ExpenseFilter { limit: Field::Value(PAGE_LIMIT), cursor: Field::Absent, ..self.0 }
            .validate()
    }
}

const HEAD: [&str; 6] = ["Date", "Description", "Category", "Amount", "Currency", "Notes"];

impl Operation for ExportExpenses {
    type Input = Export;
    type Output = String;

    const EFFECT: Effect = Effect::Read;
    const MAY_LAG: bool = true;
    const NAME: &'static str = "export_expenses";
    const SUMMARY: &'static str = "Writes expenses as comma-separated values for spreadsheets.";

    async fn run(scope: &mut Scope<'_>, mut query: ExpenseQuery) -> Result<String, Error> {
        let mut file = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
        file.write_record(HEAD).map_err(internal)?;
        loop {
            let page = found(scope, &query).await?;
            for expense in &page.items {
                file.write_record(record(scope, expense)).map_err(internal)?;
            }
            if page.next.is_none() {
                break;
            }
            query.page.cursor = page.next;
        }
        let bytes = file.into_inner().map_err(internal)?;
        let text = String::from_utf8(bytes).map_err(internal)?;
        Ok(format!("{MARK}{text}"))
    }
}

fn internal(cause: impl std::fmt::Display) -> Error {
    Error::Internal(format!("expenses cannot be written: {cause}"))
}

fn record(scope: &Scope<'_>, expense: &Expense) -> [String; 6] {
    [
        zone::date_of(scope.zone(), expense.incurred_at).to_string(),
        harmless(expense.description.as_deref().unwrap_or_default()),
        harmless(&expense.category),
        expense.amount.to_string(),
        expense.currency.to_string(),
        harmless(expense.notes.as_deref().unwrap_or_default()),
    ]
}
