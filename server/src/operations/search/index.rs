//! Asking the database's index, in the order in which people want the answers: what has the words
//! in its title before what has them elsewhere, and what is near in time before what is far.

use domain::search::FoundKind;
use sea_orm::sea_query::{Expr, ExprTrait, JoinType, Order, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select,
};

use super::stored;
use super::words::{Sought, Word};
use crate::entity::search_documents::{Column, Entity, Model};
use crate::error::Error;
use crate::operations::Scope;

/// What counts twice as much as what is far away lies at most about this many seconds from now: a
/// week.
const NEAR: i64 = 7 * 24 * 60 * 60;

/// How badly a row of SQLite's index fits: the less, the better. Owner, title, details, notes.
const BADNESS: &str = "bm25(search_index, 0.0, 20.0, 6.0, 1.0)";

/// Of more documents than this only those that were written last are put in order: who types words
/// that nearly everything has wants more words, and putting in order is what takes time.
const RANKED: u64 = 4_000;

/// The documents that have all of the words, the best first.
///
/// # Errors
/// The database's.
pub(super) async fn find(
    scope: &Scope<'_>,
    sought: &Sought,
    kinds: &[FoundKind],
    limit: u32,
) -> Result<Vec<Model>, Error> {
    let (select, points) = matching(scope, sought, kinds);
    let select = select.order_by(points.mul(nearness(scope)), Order::Desc);
    // What is equal otherwise: the youngest first.
    let select = select.order_by_desc(Column::Place).limit(u64::from(limit));
    Ok(select.all(scope.database()).await?)
}

/// Whether there is any document that has the word.
///
/// # Errors
/// The database's.
pub(super) async fn has(
    scope: &Scope<'_>,
    word: &Word,
    kinds: &[FoundKind],
) -> Result<bool, Error> {
    let (select, _) = matching(scope, &Sought(vec![word.clone()]), kinds);
    Ok(select.limit(1).one(scope.database()).await?.is_some())
}

/// The person's documents that have all of the words, and how well they fit.
fn matching(
    scope: &Scope<'_>,
    sought: &Sought,
    kinds: &[FoundKind],
) -> (Select<Entity>, SimpleExpr) {
    let mut select = scope.own::<Entity>();
    let points = match scope.database().get_database_backend() {
        DbBackend::Postgres => {
            let terms = terms(sought, " & ", " | ", |word| format!("'{word}':*"));
            let query = || Expr::cust_with_values("$1::tsquery", [terms.clone()]);
            let found = scope
                .own::<Entity>()
                .filter(Expr::cust_with_exprs("search_documents.document @@ $1", [query()]))
                .select_only()
                .column(Column::Place)
                .order_by_desc(Column::Place)
                .limit(RANKED);
            select = select.filter(Column::Place.in_subquery(found.into_query()));
            // Notes, nothing, details, title.
            Expr::cust_with_exprs(
                "ts_rank('{0.05, 0.1, 0.3, 1.0}', search_documents.document, $1)",
                [query()],
            )
        }
        _ => {
            let terms = terms(sought, " AND ", " OR ", |word| format!("\"{word}\"*"));
            let owner = scope.actor().user_id.simple();
            let query = format!("owner : {owner} AND {{title details notes}} : ({terms})");
            // As a whole: SQLite would else look the query up again for each of the person's
            // documents.
            let found = Query::select()
                .expr_as(Expr::cust("rowid"), "place")
                .expr_as(Expr::cust(BADNESS), "badness")
                .from("search_index")
                .and_where(Expr::cust_with_values("search_index MATCH ?", [query]))
                .order_by_expr(Expr::cust("rowid"), Order::Desc)
                .limit(RANKED)
                .take();
            QuerySelect::query(&mut select).join_subquery(
                JoinType::InnerJoin,
                found,
                "found",
                Expr::cust("found.place = search_documents.place"),
            );
            // SQLite says how badly a row fits.
            Expr::cust("-found.badness")
        }
    };
    let kinds: Vec<&str> = kinds.iter().flat_map(|kind| stored(*kind)).copied().collect();
    (select.filter(Column::Kind.is_in(kinds)), points)
}

/// Words have letters and digits only, so there is nothing in them to escape.
fn terms(sought: &Sought, all: &str, any: &str, beginning: fn(&str) -> String) -> String {
    let word = |word: &Word| {
        let each: Vec<String> = word.beginnings().map(beginning).collect();
        format!("({})", each.join(any))
    };
    sought.0.iter().map(word).collect::<Vec<_>>().join(all)
}

/// From 1, far away, to 2, now.
fn nearness(scope: &Scope<'_>) -> SimpleExpr {
    let now = scope.now().timestamp();
    Expr::cust(format!(
        "(1.0 + {NEAR}.0 / ({NEAR} + CASE \
         WHEN search_documents.since > {now} THEN search_documents.since - {now} \
         WHEN search_documents.until < {now} THEN {now} - search_documents.until \
         ELSE 0 END))"
    ))
}
