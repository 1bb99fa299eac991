//! Listing and searching conversations.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::conversation::{ConversationEntry, ConversationFilter, ConversationQuery};
use domain::page::Page;
use sea_orm::sea_query::{Query, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter};

use super::entry;
use crate::entity::conversations::{Column, Entity};
use crate::entity::messages;
use crate::error::Error;
use crate::operations::list::{Key, contains_words, decode, page, paged};
use crate::operations::{Effect, Operation, Scope};

/// Lists conversations: pinned ones first, the latest first.
pub struct ListConversations;

impl Operation for ListConversations {
    type Input = ConversationFilter;
    type Output = Page<ConversationEntry>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_conversations";
    const SUMMARY: &'static str = "Lists conversations: pinned ones first, the latest first.";

    async fn run(
        scope: &mut Scope<'_>,
        query: ConversationQuery,
    ) -> Result<Page<ConversationEntry>, Error> {
        // One in which nothing was said yet is not worth a line.
        let mut select =
            scope.own::<Entity>().filter(Column::Id.in_subquery(spoken_in(scope, None)));
        if let Some(words) = &query.words {
            let by_text = Column::Id.in_subquery(spoken_in(scope, Some(words)));
            let by_title = contains_words(words, &[Column::Title]);
            select = select.filter(Condition::any().add(by_title).add(by_text));
        }
        let keys = [
            Key::descending(is_pinned()),
            Key::descending(Column::UpdatedAt.into_expr()),
            Key::descending(Column::Id.into_expr()),
        ];
        let after = decode::<(bool, DateTime<Utc>, Uuid)>(&query.page)?
            .map(|(pinned, updated, id)| [pinned.into(), updated.into(), id.into()]);
        let models = paged(select, keys, after, query.page.limit).all(scope.database()).await?;
        page(models.into_iter().map(entry).collect(), &query.page, |entry| {
            (entry.pinned, entry.updated_at, entry.id)
        })
    }
}

fn is_pinned() -> SimpleExpr {
    Column::PinnedAt.is_not_null()
}

/// The person's conversations that have a message, one with all these words if
/// there are any.
fn spoken_in(scope: &Scope<'_>, words: Option<&str>) -> SelectStatement {
    let mut found = Query::select();
    found
        .column(messages::Column::ConversationId)
        .from(messages::Entity)
        .and_where(messages::Column::UserId.eq(scope.actor().user_id));
    if let Some(words) = words {
        found.cond_where(contains_words(words, &[messages::Column::Text]));
    }
    found
}
