//! Amounts as a person reads them, with the marks of their locale.

use super::{Amount, Currency, Total};

/// Which of `.` and `,` a person's locale uses before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DecimalMark {
    /// `1,234.50`
    #[default]
    Point,
    /// `1.234,50`
    Comma,
}

impl DecimalMark {
    /// The mark of a BCP 47 locale such as `de-DE`.
    pub fn of_locale(locale: &str) -> Self {
        // Swiss German and French write a point for money.
        if locale.ends_with("-CH") || locale.ends_with("-LI") {
            return Self::Point;
        }
        let language = locale.split(['-', '_']).next().unwrap_or_default();
        let comma = [
            "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "id", "is", "it",
            "lt", "lv", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv",
            "tr", "uk", "vi",
        ];
        // Mexico and Central America follow the United States.
        let point_region = ["es-MX", "es-GT", "es-HN", "es-NI", "es-PA", "es-SV", "es-DO", "es-PR"];
        if comma.contains(&language) && !point_region.contains(&locale) {
            Self::Comma
        } else {
            Self::Point
        }
    }

    /// A whole number in groups of three: `12,400`, `12.400`.
    pub fn whole(self, number: u64) -> String {
        let (_, comma) = self.marks();
        let digits = number.to_string();
        let mut grouped = String::with_capacity(digits.len() * 2);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(comma);
            }
            grouped.push(digit);
        }
        grouped
    }

    pub(super) fn marks(self) -> (char, char) {
        match self {
            Self::Point => ('.', ','),
            Self::Comma => (',', '.'),
        }
    }
}

impl Total {
    /// The sum as a person reads it: `$1,234.50`, `1.234,50 €`, `CHF 12.50`, `¥1,200`.
    pub fn display(self, currency: Currency, mark: DecimalMark) -> String {
        let (point, _) = mark.marks();
        let minor = self.minor().unsigned_abs();
        let mut number = mark.whole(minor / 100);
        if !(currency.is_whole() && minor.is_multiple_of(100)) {
            number.push(point);
            number.push_str(&format!("{:02}", minor % 100));
        }
        let sign = if self.minor() < 0 { "\u{2212}" } else { "" };
        match (currency.symbol(), mark) {
            (Some(symbol), DecimalMark::Point) => format!("{sign}{symbol}{number}"),
            (Some(symbol), DecimalMark::Comma) => format!("{sign}{number}\u{a0}{symbol}"),
            (None, _) => format!("{sign}{}\u{a0}{number}", currency.code()),
        }
    }
}

impl Amount {
    /// The amount as a person reads it; see [`Total::display`].
    pub fn display(self, currency: Currency, mark: DecimalMark) -> String {
        Total(self.minor()).display(currency, mark)
    }
}
