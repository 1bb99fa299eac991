//! Everything that was changed lately, with what it was before, and whether it can be taken back.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::Uuid;
use domain::budget::Budget;
use domain::bulk;
use domain::event::Event;
use domain::expense::Expense;
use domain::history::{ChangeEntry, ChangesFilter, ChangesQuery};
use domain::list::TaskList;
use domain::page::Page;
use domain::saved_filter::SavedFilter;
use domain::task::Task;
use sea_orm::{ColumnTrait, QueryFilter};

use super::entry;
use crate::entity::undo_journal::{Column, Entity, Kind, Model};
use crate::error::Error;
use crate::kept;
use crate::operations::list::{Key, decode, page, paged};
use crate::operations::{Effect, Operation, Row, Scope};

/// For how long changes are offered to be taken back (`conventions/interface.md`).
pub(crate) const DAYS: i64 = 30;

/// Lists the changes of the last 30 days, newest first.
pub struct ListChanges;

impl Operation for ListChanges {
    type Input = ChangesFilter;
    type Output = Page<ChangeEntry>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_changes";
    const SUMMARY: &'static str =
        "Lists what was changed in the last 30 days, newest first, with each row before and after.";

    async fn run(scope: &mut Scope<'_>, query: ChangesQuery) -> Result<Page<ChangeEntry>, Error> {
        let since = scope.now() - TimeDelta::days(DAYS);
        let mut select = scope.own::<Entity>().filter(Column::CreatedAt.gte(since));
        if let Some(kind) = query.kind {
            select = select.filter(Column::Kind.eq(stored(kind)));
        }
        if let Some(door) = query.door {
            select = select.filter(Column::Door.eq(door.name()));
        }
        // Identifiers are made in order, across turns as well.
        let keys =
            [Column::CreatedAt, Column::Id].map(|column| Key::descending(column.into_expr()));
        let after =
            decode::<(DateTime<Utc>, Uuid)>(&query.page)?.map(|(at, id)| [at.into(), id.into()]);
        let models = paged(select, keys, after, query.page.limit).all(scope.database()).await?;
        let Page { items, next } = page(models, &query.page, |model| (model.created_at, model.id))?;
        let versions = versions(scope, &items).await?;
        let items = items.into_iter().map(|model| changed(model, &versions));
        Ok(Page { items: items.collect::<Result<_, _>>()?, next })
    }
}

fn changed(model: Model, versions: &HashMap<Uuid, i64>) -> Result<ChangeEntry, Error> {
    let is_as_left = versions.get(&model.row_id).copied() == model.version_after;
    Ok(ChangeEntry {
        before: model.before.as_ref().map(kept::read).transpose()?,
        after: model.after.as_ref().map(kept::read).transpose()?,
        can_undo: model.undone_at.is_none() && is_as_left,
        entry: entry(model.into()),
    })
}

/// The versions of the rows that were changed and are there.
async fn versions(scope: &Scope<'_>, changes: &[Model]) -> Result<HashMap<Uuid, i64>, Error> {
    let mut found = HashMap::new();
    found.extend(of_kind::<Event>(scope, changes, Kind::Event).await?);
    found.extend(of_kind::<Task>(scope, changes, Kind::Task).await?);
    found.extend(of_kind::<Expense>(scope, changes, Kind::Expense).await?);
    found.extend(of_kind::<Budget>(scope, changes, Kind::Budget).await?);
    found.extend(of_kind::<TaskList>(scope, changes, Kind::List).await?);
    found.extend(of_kind::<SavedFilter>(scope, changes, Kind::Filter).await?);
    Ok(found)
}

async fn of_kind<R: Row>(
    scope: &Scope<'_>,
    changes: &[Model],
    kind: Kind,
) -> Result<Vec<(Uuid, i64)>, Error> {
    let of_kind = changes.iter().filter(|change| change.kind == kind);
    let mut ids: Vec<Uuid> = of_kind.map(|change| change.row_id).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = scope.own::<R::Entity>().filter(R::key().is_in(ids)).all(scope.database()).await?;
    let rows = rows.into_iter().map(R::from_model);
    rows.map(|row| row.map(|row| (row.id(), row.version()))).collect()
}

fn stored(kind: bulk::Kind) -> Kind {
    match kind {
        bulk::Kind::Event => Kind::Event,
        bulk::Kind::Task => Kind::Task,
        bulk::Kind::Expense => Kind::Expense,
        bulk::Kind::Budget => Kind::Budget,
        bulk::Kind::List => Kind::List,
        bulk::Kind::Filter => Kind::Filter,
    }
}
