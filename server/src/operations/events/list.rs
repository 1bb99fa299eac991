//! Listing events.

use domain::event::{Event, EventFilter, EventQuery};
use domain::page::Page;
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use super::occurrences::{Place, Range, in_range, place, rows_in_range};
use crate::entity::by_place;
use crate::entity::calendar_events::{Column, Entity};
use crate::error::Error;
use crate::operations::list::{Key, contains_words, decode, page, paged};
use crate::operations::{Effect, Operation, Row, Scope};
use crate::zone::Bound;

/// Lists events that overlap a range or hold some words, by their start.
pub struct ListEvents;

impl Operation for ListEvents {
    type Input = EventFilter;
    type Output = Page<Event>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_events";
    const SUMMARY: &'static str = "Lists events that overlap a range or hold some words.";

    async fn run(scope: &mut Scope<'_>, query: EventQuery) -> Result<Page<Event>, Error> {
        let after = decode::<Place>(&query.page)?;
        let Some(from) = query.from else { return rows(scope, &query, after).await };
        let range = Range {
            from: Some(Bound::of(scope.zone(), from)),
            to: query.to.map(|to| Bound::end(scope.zone(), to)),
            words: query.words.clone(),
            after,
            most: query.page.limit as usize + 1,
        };
        let found = match query.expand {
            true => in_range(scope, &range).await?,
            false => rows_in_range(scope, &range).await?,
        };
        page(found, &query.page, place)
    }
}

/// The rows themselves, as they are stored.
async fn rows(
    scope: &Scope<'_>,
    query: &EventQuery,
    after: Option<Place>,
) -> Result<Page<Event>, Error> {
    let to = query.to.map(|to| Bound::end(scope.zone(), to));
    let mut select = scope.own::<Entity>().filter(overlaps(None, to));
    if let Some(words) = &query.words {
        select = select.filter(named(words));
    }
    let keys =
        [Key::ascending(Column::StartTime.into_expr()), Key::ascending(Column::Id.into_expr())];
    let after = after.map(|(start, id, _)| [start.into(), id.into()]);
    let select = paged(select, keys, after, query.page.limit);
    let models = by_place::rows(select, scope.database()).await?;
    let mut events = models.into_iter().map(Event::from_model).collect::<Result<Vec<_>, _>>()?;
    Event::read_parts(&mut events, scope.actor().user_id, scope.database()).await?;
    page(events, &query.page, place)
}

/// Events with these words.
pub(super) fn named(words: &str) -> Condition {
    contains_words(words, &[Column::Title, Column::Description, Column::Location])
}

/// Rows that overlap the half-open range; one without length lies in it when
/// its start does. All-day events are compared by date.
pub(super) fn overlaps(from: Option<Bound>, to: Option<Bound>) -> Condition {
    let side = |all_day: bool| {
        let pick = |bound: Bound| if all_day { bound.stored_date } else { bound.instant };
        let mut condition = Condition::all().add(Column::AllDay.eq(all_day));
        if let Some(from) = from.map(pick) {
            condition = condition.add(
                Condition::any().add(Column::EndTime.gt(from)).add(Column::StartTime.gte(from)),
            );
        }
        if let Some(to) = to.map(pick) {
            condition = condition.add(Column::StartTime.lt(to));
        }
        condition
    };
    if from.is_none() && to.is_none() {
        return Condition::all();
    }
    Condition::any().add(side(true)).add(side(false))
}
