//! Recent changes, and taking them back.

mod changes;
mod latest;

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::bulk::RowId;
use domain::history::{
    Before, BeforeRequest, Door, HistoryEntry, HistoryFilter, UndoRequest, Undone,
};
use sea_orm::{ColumnTrait, DerivePartialModel, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::bulk::{ChangeMany, DeleteMany};
use super::{Effect, Operation, Scope};
use crate::entity::undo_journal::{Column, Entity, Kind, Model};
use crate::error::Error;
use crate::kept;
use crate::undo::take_back;

pub(crate) use changes::DAYS;
pub use changes::ListChanges;
pub use latest::latest;

/// Takes back a change, or every change of one request or chat turn.
pub struct Undo;

impl Operation for Undo {
    type Input = UndoRequest;
    type Output = Undone;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "undo";
    const SUMMARY: &'static str = "Takes back a change, or every change of one chat turn.";

    async fn run(scope: &mut Scope<'_>, token: Uuid) -> Result<Undone, Error> {
        take_back(scope, token).await
    }
}

/// Lists recent changes, newest first.
pub struct RecentChanges;

impl Operation for RecentChanges {
    type Input = HistoryFilter;
    type Output = Vec<HistoryEntry>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "recent_changes";
    const SUMMARY: &'static str = "Lists recent changes, newest first.";

    async fn run(scope: &mut Scope<'_>, limit: u32) -> Result<Vec<HistoryEntry>, Error> {
        // The rows before and after, which are most of it, are not asked for.
        let entries = scope
            .own::<Entity>()
            .order_by_desc(Column::CreatedAt)
            // Identifiers are made in order, across turns as well.
            .order_by_desc(Column::Id)
            .limit(u64::from(limit))
            .into_partial_model::<Said>()
            .all(scope.database())
            .await?;
        Ok(entries.into_iter().map(entry).collect())
    }
}

/// What the journal says of a change, without the rows themselves.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "Entity")]
struct Said {
    id: Uuid,
    turn_id: Uuid,
    kind: Kind,
    row_id: Uuid,
    door: String,
    summary: String,
    created_at: DateTime<Utc>,
    undone_at: Option<DateTime<Utc>>,
}

impl From<Model> for Said {
    fn from(model: Model) -> Self {
        Self {
            id: model.id,
            turn_id: model.turn_id,
            kind: model.kind,
            row_id: model.row_id,
            door: model.door,
            summary: model.summary,
            created_at: model.created_at,
            undone_at: model.undone_at,
        }
    }
}

fn entry(entry: Said) -> HistoryEntry {
    HistoryEntry {
        undo: entry.id,
        turn: entry.turn_id,
        row: RowId {
            occurrence: None,
            kind: match entry.kind {
                Kind::Event => domain::bulk::Kind::Event,
                Kind::Task => domain::bulk::Kind::Task,
                Kind::Expense => domain::bulk::Kind::Expense,
                Kind::Budget => domain::bulk::Kind::Budget,
                Kind::List => domain::bulk::Kind::List,
                Kind::Filter => domain::bulk::Kind::Filter,
            },
            id: entry.row_id,
        },
        summary: entry.summary,
        door: Door::from_name(&entry.door),
        created_at: entry.created_at,
        undone: entry.undone_at.is_some(),
    }
}

/// Reads rows as they were before some changes.
pub struct ReadBefore;

impl Operation for ReadBefore {
    type Input = BeforeRequest;
    type Output = Vec<Before>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_before";
    const SUMMARY: &'static str = "Reads rows as they were before some changes.";

    /// Changes that added a row have no row before them. Several rows in one step
    /// answer the token of their turn; of that, only they are read.
    async fn run(scope: &mut Scope<'_>, tokens: Vec<Uuid>) -> Result<Vec<Before>, Error> {
        let together = Column::TurnId
            .is_in(tokens.iter().copied())
            .and(Column::Operation.is_in([ChangeMany::NAME, DeleteMany::NAME]));
        let entries = scope
            .own::<Entity>()
            .filter(Column::Id.is_in(tokens.iter().copied()).or(together))
            .order_by_asc(Column::Position)
            .all(scope.database())
            .await?;
        let rows = entries.iter().filter_map(|entry| Some((entry, entry.before.as_ref()?)));
        rows.map(|(entry, row)| {
            let is_alone = tokens.contains(&entry.id);
            let undo = if is_alone { entry.id } else { entry.turn_id };
            let after = entry.after.as_ref().map(kept::read).transpose()?;
            Ok(Before { undo, row: kept::read(row)?, after })
        })
        .collect()
    }
}
