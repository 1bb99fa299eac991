//! Questions about money as people type them.

use crate::language::request::examples::check;

#[test]
fn about_money() {
    check(&[
        (
            "how many times did i get coffee last month",
            &["count Expenses 2026-04-01 to 2026-04-30 coffee"],
        ),
        (
            "how much money went on dining out in july",
            &["sum 2025-07-01 to 2025-07-31 Food (dining out)"],
        ),
        (
            "compare food and transport this month",
            &["sum 2026-05-01 to 2026-05-31 any by Category"],
        ),
        ("3 coffees at 3.20 each", &["expense 960 - Food (3 coffees) 2026-05-13"]),
        (
            "two train tickets at £15 each yesterday",
            &["expense 3000 GBP Transport (two train tickets) 2026-05-12"],
        ),
        ("netflix went up to 12.99", &["expense 1299 - Entertainment (netflix) 2026-05-13"]),
        (
            "groceries came to 84.12, put it on yesterday",
            &["expense 8412 - Groceries (groceries) 2026-05-12"],
        ),
        (
            "how many coffees have i had this week",
            &["count Expenses 2026-05-11 to 2026-05-17 coffees"],
        ),
    ]);
}
