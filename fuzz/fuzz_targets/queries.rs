//! Each query string of REST and of the pages. The first byte says which one.
#![no_main]

use ai_planner_fuzz::inputs::{Read, query};
use domain::agenda::AgendaFilter;
use domain::budget::BudgetFilter;
use domain::conversation::ConversationFilter;
use domain::event::EventFilter;
use domain::expense::{ExpenseFilter, SummaryFilter};
use domain::free_time::FreeTimeFilter;
use domain::history::ChangesFilter;
use domain::search::SearchRequest;
use domain::task::TaskFilter;
use libfuzzer_sys::fuzz_target;

const QUERIES: [Read; 10] = [
    query::<AgendaFilter>,
    query::<BudgetFilter>,
    query::<ChangesFilter>,
    query::<ConversationFilter>,
    query::<EventFilter>,
    query::<ExpenseFilter>,
    query::<FreeTimeFilter>,
    query::<SearchRequest>,
    query::<SummaryFilter>,
    query::<TaskFilter>,
];

fuzz_target!(|data: &[u8]| {
    let Some((which, bytes)) = data.split_first() else { return };
    QUERIES[usize::from(*which) % QUERIES.len()](bytes);
});
