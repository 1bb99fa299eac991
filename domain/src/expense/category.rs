//! The categories that are offered before a person has used their own.

/// Where an expense goes that fits nowhere else.
pub const OTHER: &str = "Other";

/// Offered in this order; any other name is accepted too.
pub const CATEGORIES: [&str; 13] = [
    "Food",
    "Groceries",
    "Transport",
    "Housing",
    "Utilities",
    "Health",
    "Entertainment",
    "Shopping",
    "Travel",
    "Education",
    "Gifts",
    "Personal care",
    OTHER,
];
