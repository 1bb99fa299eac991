//! Which changes of some turns still stand.

use std::collections::{HashMap, HashSet};

use domain::Uuid;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, QuerySelect};

use crate::entity::Owned;
use crate::entity::undo_journal::{Column, Entity};
use crate::error::Error;

/// What was taken back of the changes of some turns.
#[derive(Debug, Default)]
pub(crate) struct TakenBack {
    undone: HashSet<Uuid>,
    /// How many changes of each turn still stand.
    standing: HashMap<Uuid, usize>,
}

impl TakenBack {
    /// Looks the person's turns up.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn of_turns(
        database: &impl ConnectionTrait,
        person: Uuid,
        turns: impl IntoIterator<Item = Uuid>,
    ) -> Result<Self, Error> {
        let turns: HashSet<Uuid> = turns.into_iter().collect();
        let entries: Vec<(Uuid, Uuid, bool)> = Entity::owned_by(person)
            .filter(Column::TurnId.is_in(turns))
            .select_only()
            .column(Column::Id)
            .column(Column::TurnId)
            .column_as(Column::UndoneAt.is_not_null(), "is_undone")
            .into_tuple()
            .all(database)
            .await?;
        let mut found = Self::default();
        for (id, turn, is_undone) in entries {
            let standing = found.standing.entry(turn).or_default();
            if is_undone {
                found.undone.insert(id);
            } else {
                *standing += 1;
            }
        }
        Ok(found)
    }

    /// Whether everything that the token stands for, a change or a turn, was taken back.
    pub(crate) fn is_undone(&self, token: Uuid) -> bool {
        self.undone.contains(&token) || self.standing.get(&token) == Some(&0)
    }

    /// How many changes of a turn still stand.
    pub(crate) fn standing(&self, turn: Uuid) -> usize {
        self.standing.get(&turn).copied().unwrap_or_default()
    }
}
