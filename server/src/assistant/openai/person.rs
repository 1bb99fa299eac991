//! What the prompt says of the person.

use domain::expense::CATEGORIES;
use domain::history::Door;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Order, QueryFilter, QueryOrder, QuerySelect};

use super::super::interpreter::Turn;
use super::super::memory::{Seen, SeenKind};
use super::prompt::{self, Prompt, Recent};
use crate::config::Offer;
use crate::context::Context;
use crate::entity::Owned;
use crate::entity::expenses::{Column, Entity};
use crate::error::Error;

/// How many categories of the person's own are named.
const OWN: u64 = 12;

/// The prompt of a turn.
pub(super) async fn prompt(turn: &Turn<'_>, offer: Offer) -> Result<Prompt, Error> {
    let categories = categories(turn.context).await?;
    let recent: Vec<Recent> = turn.memory.recent.iter().map(recent).collect();
    Ok(prompt::filled(turn.context, &categories, &recent, offer))
}

fn recent((seen, is_foreign): &(Seen, bool)) -> Recent {
    let kind = match seen.kind {
        SeenKind::Event => "event",
        SeenKind::Task => "task",
        SeenKind::Expense => "expense",
    };
    Recent { id: seen.id, kind, label: (!is_foreign).then(|| seen.name.clone()) }
}

/// The categories the person uses most, by name so that they seldom change places,
/// then the offered ones. Those that only came in from elsewhere are left out: they
/// would stand among the rules.
async fn categories(context: &Context) -> Result<Vec<String>, Error> {
    let by_hand = [Door::Web, Door::Chat].map(Door::name);
    let mut categories: Vec<String> = Entity::owned_by(context.actor.user_id)
        .filter(Column::Door.is_in(by_hand))
        .select_only()
        .column(Column::Category)
        .group_by(Column::Category)
        .order_by(Column::Id.into_expr().count(), Order::Desc)
        .order_by_asc(Column::Category)
        .limit(OWN)
        .into_tuple()
        .all(context.database.reader())
        .await?;
    categories.sort_unstable();
    for offered in CATEGORIES {
        if !categories.iter().any(|used| used.eq_ignore_ascii_case(offered)) {
            categories.push(offered.to_owned());
        }
    }
    Ok(categories)
}
