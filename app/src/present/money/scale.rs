//! The height of a drawing, in amounts that people count by.

use domain::money::{Currency, Total};
use server::words::Words;

/// Height of every drawing in its own units.
pub(super) const HEIGHT: i64 = 1000;
/// Room for a line's own thickness, below and above.
const EDGE: i64 = 8;

/// From an amount to its height.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    top: i64,
}

impl Scale {
    /// The scale that holds an amount of hundredths: up to a few tenths of a power of ten, whose
    /// halves are round as well.
    pub(super) fn holding(most: i64) -> Self {
        let mut power = 100_i64;
        while let Some(next) = power.checked_mul(10).filter(|next| *next <= most) {
            power = next;
        }
        let steps = [10, 12, 16, 20, 30, 40, 50, 60, 80, 100];
        let steps = steps.map(|tenths: i64| (power / 10).saturating_mul(tenths));
        Self { top: steps.into_iter().find(|top| *top >= most).unwrap_or(most).max(1) }
    }

    /// How far from the upper edge an amount is drawn.
    pub(super) fn y(self, minor: i64) -> i64 {
        let height = i128::from(HEIGHT - 2 * EDGE) * i128::from(minor) / i128::from(self.top);
        HEIGHT - EDGE - i64::try_from(height).unwrap_or(HEIGHT)
    }

    /// Where half of the highest amount is drawn.
    pub(super) fn middle(self) -> i64 {
        self.y(self.top / 2)
    }

    /// The highest amount, and half of it, as short as can be.
    pub(super) fn labels(self, wording: &Words, currency: Currency) -> [String; 2] {
        [self.top, self.top / 2].map(|minor| short(&wording.total(Total(minor), currency)))
    }
}

/// `€1,000` for `€1,000.00`.
fn short(amount: &str) -> String {
    for none in [".00", ",00"] {
        if let Some(at) = amount.rfind(none) {
            let (before, after) = (&amount[..at], &amount[at + none.len()..]);
            if !after.starts_with(|c: char| c.is_ascii_digit()) {
                return format!("{before}{after}");
            }
        }
    }
    amount.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_end_in_round_amounts() {
        let top = |most| Scale::holding(most).top;
        assert_eq!(top(1), 100);
        assert_eq!(top(10_000), 10_000);
        assert_eq!(top(10_001), 12_000);
        assert_eq!(top(120_000), 120_000);
        assert_eq!(top(43_210), 50_000);
        assert_eq!(top(81_000), 100_000);
        assert_eq!(top(i64::MAX), i64::MAX);
        let scale = Scale::holding(10_000);
        assert!(scale.y(0) > scale.y(5_000) && scale.y(5_000) > scale.y(10_000));
        assert!(scale.y(10_000) >= 0 && scale.y(0) <= HEIGHT);
    }

    #[test]
    fn whole_amounts_are_short() {
        assert_eq!(short("€1,000.00"), "€1,000");
        assert_eq!(short("1.000,00\u{a0}€"), "1.000\u{a0}€");
        assert_eq!(short("€12.50"), "€12.50");
        assert_eq!(short("¥1,200"), "¥1,200");
        assert_eq!(short("CHF\u{a0}500.00"), "CHF\u{a0}500");
    }
}
