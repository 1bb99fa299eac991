//! A year of spending, and what it should stay within.

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::json;

use super::{Filler, YEAR};
use crate::error::Error;
use crate::operations::budgets::SetBudget;
use crate::operations::expenses::CreateExpense;

/// What is paid each month: day, hundredths, category, description.
const MONTHLY: [(u32, u32, &str, &str); 6] = [
    (1, 89_000, "Housing", "Rent"),
    (3, 6_240, "Utilities", "Electricity"),
    (5, 1_999, "Utilities", "Phone"),
    (8, 2_990, "Health", "Gym"),
    (12, 4_900, "Transport", "Monthly ticket"),
    (15, 1_299, "Entertainment", "Film streaming"),
];

/// What is bought on some days: how many days of a hundred, on weekdays or weekends only, from
/// and to in hundredths, category, descriptions.
type Habit = (u32, Option<bool>, (u32, u32), &'static str, &'static [&'static str]);

const HABITS: [Habit; 10] = [
    (55, Some(true), (750, 1_490), "Food", &["Lunch", "Salad bar", "Noodles", "Lunch with Ines"]),
    (40, None, (280, 490), "Food", &["Coffee", "Flat white", "Coffee and a bun"]),
    (30, None, (1_850, 6_400), "Groceries", &["Supermarket", "Market", "Bakery", "Corner shop"]),
    (35, Some(false), (2_200, 6_800), "Food", &["Trattoria Luna", "Sushi", "Brunch", "Pizza"]),
    (8, None, (900, 3_200), "Transport", &["Taxi", "Day ticket", "Bicycle repair"]),
    (7, None, (1_100, 4_500), "Entertainment", &["Cinema", "Concert", "Museum", "Bowling"]),
    (5, None, (1_900, 8_900), "Shopping", &["Shoes", "Shirt", "Headphones", "Kitchen scale"]),
    (3, None, (1_200, 5_500), "Health", &["Pharmacy", "Dentist", "Glasses"]),
    (3, None, (1_500, 4_500), "Gifts", &["Flowers for mom", "Birthday present", "Book for Joe"]),
    (3, None, (1_000, 3_900), "Education", &["Language course", "Book", "Online course"]),
];

/// Journeys: how long ago in days, hundredths, description.
const JOURNEYS: [(i64, u32, &str); 4] = [
    (300, 24_800, "Hotel in Lisbon"),
    (302, 18_650, "Flight to Lisbon"),
    (140, 31_200, "Cabin by the lake"),
    (9, 8_900, "Train to Vienna"),
];

/// What a month should stay within: whole amounts, and of which category.
const BUDGETS: [(u32, Option<&str>); 5] = [
    (2_300, None),
    (420, Some("Food")),
    (400, Some("Groceries")),
    (90, Some("Transport")),
    (60, Some("Entertainment")),
];

impl Filler {
    pub(super) async fn money(&mut self) -> Result<(), Error> {
        for ago in (0..=YEAR).rev() {
            let day = self.day(-ago);
            for (on, hundredths, category, what) in MONTHLY {
                if day.day() == on {
                    self.spend(day, (8, 0), hundredths, category, what).await?;
                }
            }
            for (percent, weekdays, (least, most), category, names) in HABITS {
                let is_weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
                let fits = weekdays.is_none_or(|wanted| wanted == is_weekday);
                if fits && self.random.happens(percent) {
                    let hundredths = self.random.between(least, most);
                    let hour = self.random.between(11, 20);
                    let what = self.random.one_of(names).copied().unwrap_or_default();
                    self.spend(day, (hour, 15), hundredths, category, what).await?;
                }
            }
            for (when, hundredths, what) in JOURNEYS {
                if when == ago {
                    self.spend(day, (9, 30), hundredths, "Travel", what).await?;
                }
            }
        }
        let began = self.instant(self.day(-YEAR), (9, 0));
        for (amount, category) in BUDGETS {
            let wish = json!({ "amount": amount.to_string(), "category": category });
            self.did::<SetBudget>(began, wish).await?;
        }
        Ok(())
    }

    /// What has not happened yet today is left out.
    async fn spend(
        &self,
        day: NaiveDate,
        at: (u32, u32),
        hundredths: u32,
        category: &str,
        what: &str,
    ) -> Result<(), Error> {
        let at = self.instant(day, at);
        if at > self.context.now {
            return Ok(());
        }
        let expense = json!({
            "amount": format!("{}.{:02}", hundredths / 100, hundredths % 100),
            "category": category, "description": what, "incurred_at": at,
        });
        self.did::<CreateExpense>(at, expense).await.map(drop)
    }
}
