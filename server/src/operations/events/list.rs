//! Listing events.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::event::{Event, EventFilter, EventQuery};
use domain::page::Page;
use sea_orm::{ColumnTrait, Condition, QueryFilter};

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
        let zone = scope.zone();
        let from = query.from.map(|from| Bound::of(zone, from));
        let to = query.to.map(|to| Bound::end(zone, to));
        let mut select = scope.own::<Entity>().filter(overlaps(from, to));
        if let Some(words) = &query.words {
            let columns = [Column::Title, Column::Description, Column::Location];
            select = select.filter(contains_words(words, &columns));
        }
        let after = decode::<(DateTime<Utc>, Uuid)>(&query.page)?;
        let keys =
            [Key::ascending(Column::StartTime.into_expr()), Key::ascending(Column::Id.into_expr())];
        let after = after.map(|(start, id)| [start.into(), id.into()]);
        let models = paged(select, keys, after, query.page.limit).all(scope.database()).await?;
        let events = models.into_iter().map(Event::from_model).collect::<Result<Vec<_>, _>>()?;
        page(events, &query.page, |event| (event.start_time.stored(), event.id))
    }
}

/// Events that overlap the half-open range; one without length lies in it when
/// its start does. All-day events are compared by date.
pub(in crate::operations) fn overlaps(from: Option<Bound>, to: Option<Bound>) -> Condition {
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
