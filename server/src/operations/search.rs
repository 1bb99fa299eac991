//! Finding anything by its words.

mod excerpt;
mod index;
mod near;
mod rows;
mod words;

use domain::search::{FoundKind, Hit, SearchQuery, SearchRequest};

use self::words::Sought;
use super::{Effect, Operation, Scope};
use crate::entity::search_documents::Model;
use crate::error::Error;

/// More documents than rows that are wanted: many messages may be of one conversation.
const SPARE: u32 = 40;

/// Finds events, tasks, expenses and conversations by their words.
pub struct Search;

impl Operation for Search {
    type Input = SearchRequest;
    type Output = Vec<Hit>;

    const EFFECT: Effect = Effect::Read;
    const MAY_LAG: bool = true;
    const NAME: &'static str = "search";
    const SUMMARY: &'static str =
        "Finds events, tasks, expenses and conversations by their words, the best first.";

    async fn run(scope: &mut Scope<'_>, query: SearchQuery) -> Result<Vec<Hit>, Error> {
        let sought = Sought::read(&query.words);
        if sought.is_empty() {
            return Ok(Vec::new());
        }
        let limit = query.limit + SPARE;
        let mut documents = index::find(scope, &sought, &query.kinds, limit).await?;
        let mut meant = sought;
        if documents.is_empty() && near::mend(scope, &mut meant, &query.kinds).await? {
            documents = index::find(scope, &meant, &query.kinds, limit).await?;
        }
        let limit = query.limit as usize;
        rows::of(scope, documents, limit, |document| excerpt::of(document, &meant)).await
    }
}

/// What documents of a kind are called in the index.
fn stored(kind: FoundKind) -> &'static [&'static str] {
    match kind {
        FoundKind::Event => &["event"],
        FoundKind::Task => &["task"],
        FoundKind::Expense => &["expense"],
        FoundKind::Conversation => &["conversation", "message"],
    }
}

/// Part of a found row: which words matched, and where.
struct Passage {
    excerpt: Option<String>,
    words: Vec<String>,
}

/// Reads the passage of a document.
trait Read: Fn(&Model) -> Passage {}
impl<F: Fn(&Model) -> Passage> Read for F {}
