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
        (
            "how many coffees have i had this week",
            &["count Expenses 2026-05-11 to 2026-05-17 coffees"],
        ),
    ]);
}
