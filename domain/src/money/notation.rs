//! How people write amounts and how amounts are written for people.
//! The rules are those of `conventions/interface.md`, "Money".

use crate::input::{FromScalar, Scalar};

use super::{Amount, Currency, DecimalMark};

/// An amount as typed, with the currency if the person wrote one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    /// The amount.
    pub amount: Amount,
    /// The currency written beside it.
    pub currency: Option<Currency>,
}

impl Typed {
    /// Reads `12.50`, `12,50`, `1.234,56`, `1 234.56`, `€12`, `12 eur`.
    ///
    /// A single separator followed by one or two digits is the decimal mark;
    /// followed by three, `mark` decides whether it groups. Nothing is ever
    /// scaled silently.
    ///
    /// # Errors
    /// A sentence for the person who typed it.
    pub fn parse(text: &str, mark: DecimalMark) -> Result<Self, String> {
        const EXPECTED: &str = "Write an amount such as 12.50.";
        let text = text.trim();
        let start = text.find(|c: char| c.is_ascii_digit()).ok_or(EXPECTED)?;
        let end = text.rfind(|c: char| c.is_ascii_digit()).ok_or(EXPECTED)? + 1;
        // ".50" keeps its point; a sign belongs to the number, not to the currency.
        let (before, digits, after) =
            (text[..start].trim_end_matches('.'), &text[start..end], text[end..].trim());
        let digits =
            if text[..start].ends_with('.') { format!("0.{digits}") } else { digits.to_owned() };
        let before = before.trim();
        if before.contains(['-', '\u{2212}']) || after.starts_with('-') {
            return Err(
                "Must be more than zero. Record a refund by deleting or changing its expense."
                    .to_owned(),
            );
        }
        let mut currency = None;
        for word in [before.trim_start_matches('+'), after] {
            if !word.is_empty() {
                let known = Currency::from_symbol(word).or_else(|| word.parse().ok());
                if known.is_none() || currency.is_some() {
                    return Err(EXPECTED.to_owned());
                }
                currency = known;
            }
        }
        let minor = hundredths(&digits, mark)?;
        if minor == 0 {
            return Err(
                "Must be more than zero. Record a refund by deleting or changing its expense."
                    .to_owned(),
            );
        }
        let amount = Amount::from_minor(minor).ok_or_else(|| "At most 99999999.99.".to_owned())?;
        Ok(Self { amount, currency })
    }
}

/// Digits with separators, as hundredths.
fn hundredths(digits: &str, mark: DecimalMark) -> Result<i64, String> {
    const EXPECTED: &str = "Write an amount such as 12.50.";
    let compact: String = digits
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' | '_'))
        .collect();
    let separators: Vec<(usize, char)> =
        compact.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    if compact.chars().any(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',')) {
        return Err(EXPECTED.to_owned());
    }
    let decimal_at = match separators.as_slice() {
        [] => None,
        [(at, separator)] => {
            let decimals = compact.len() - at - 1;
            let groups = decimals == 3 && *separator == mark.marks().1 && *at > 0 && *at <= 3;
            (!groups).then_some(*at)
        }
        [.., (at, last)] => {
            let kinds_differ = separators.iter().any(|(_, separator)| separator != last);
            let repeats = separators.iter().filter(|(_, separator)| separator == last).count() > 1;
            if repeats && kinds_differ {
                return Err(EXPECTED.to_owned());
            }
            kinds_differ.then_some(*at)
        }
    };
    let (whole, fraction) = match decimal_at {
        Some(at) => (&compact[..at], &compact[at + 1..]),
        None => (compact.as_str(), ""),
    };
    if fraction.len() > 2 {
        return Err("At most two decimals.".to_owned());
    }
    let whole: String = grouped(whole).ok_or(EXPECTED)?;
    let fraction = format!("{fraction:0<2}");
    match (whole.trim_start_matches('0').len(), whole.parse::<i64>(), fraction.parse::<i64>()) {
        (0..=8, Ok(whole), Ok(fraction)) => Ok(whole * 100 + fraction),
        (9.., ..) => Err("At most 99999999.99.".to_owned()),
        _ => Err(EXPECTED.to_owned()),
    }
}

/// Whole digits without their separators, if the groups are well formed
/// (Western threes or Indian twos before the last three).
fn grouped(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let well_formed = match groups.as_slice() {
        [_] => true,
        [first, middle @ .., last] => {
            (1..=3).contains(&first.len())
                && last.len() == 3
                && middle.iter().all(|group| matches!(group.len(), 2 | 3))
        }
        [] => false,
    };
    let plain: String = groups.concat();
    (well_formed && !plain.is_empty()).then_some(plain)
}

/// The wire's notation: digits, a point, two digits.
pub(super) fn exact(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.')?;
    if fraction.len() != 2 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    whole.checked_mul(100)?.checked_add(fraction.parse().ok()?)
}

impl FromScalar for Typed {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            // JSON numbers have no grouping: their point is always the decimal mark.
            Scalar::Number(text) | Scalar::Text(text) => Self::parse(&text, DecimalMark::Point),
            Scalar::Bool(_) | Scalar::Compound => Err("Write an amount such as 12.50.".to_owned()),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Typed {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "AmountInput".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": ["string", "number"],
            "pattern": r"^([1-9][0-9]{0,7}(\.[0-9]{1,2})?|0\.(0[1-9]|[1-9][0-9]?))$",
            "minimum": 0.01,
            "maximum": 99_999_999.99,
            "description": "A decimal from 0.01 to 99999999.99 with at most two places.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Total;
    use proptest::prelude::*;

    fn read(text: &str, mark: DecimalMark) -> Result<(i64, Option<String>), String> {
        Typed::parse(text, mark)
            .map(|typed| (typed.amount.minor(), typed.currency.map(|c| c.to_string())))
    }

    #[test]
    fn the_notations_of_the_conventions() {
        for (text, minor) in [
            ("12.50", 1250),
            ("12,50", 1250),
            ("12,5", 1250),
            ("1.234,56", 123_456),
            ("1,234.56", 123_456),
            ("1 234.56", 123_456),
            ("12,34,567.89", 123_456_789),
            ("1,234", 123_400),
            (".50", 50),
            ("99999999.99", 9_999_999_999),
        ] {
            assert_eq!(read(text, DecimalMark::Point), Ok((minor, None)), "{text}");
        }
        assert_eq!(read("1.234", DecimalMark::Comma), Ok((123_400, None)));
        assert_eq!(read("€12", DecimalMark::Point), Ok((1200, Some("EUR".to_owned()))));
        assert_eq!(read("12 eur", DecimalMark::Point), Ok((1200, Some("EUR".to_owned()))));
    }

    #[test]
    fn nothing_is_guessed() {
        for text in [
            "",
            "abc",
            "1.234",
            "12.345",
            "0",
            "0.00",
            "-5",
            "100000000",
            "1e5",
            "1,2,3",
            "5 5 a",
            "€12 usd",
        ] {
            assert!(read(text, DecimalMark::Point).is_err(), "{text}");
        }
    }

    #[test]
    fn amounts_are_shown_in_the_persons_notation() {
        let show =
            |minor, code: &str, mark| Total(minor).display(code.parse().unwrap_or_default(), mark);
        assert_eq!(show(123_450, "USD", DecimalMark::Point), "$1,234.50");
        assert_eq!(show(123_450, "EUR", DecimalMark::Comma), "1.234,50\u{a0}€");
        assert_eq!(show(1250, "CHF", DecimalMark::Point), "CHF\u{a0}12.50");
        assert_eq!(show(120_000, "JPY", DecimalMark::Point), "¥1,200");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(minor in 1..=Amount::MAX_MINOR) {
            let amount = Amount::from_minor(minor).expect("within bounds");
            prop_assert_eq!(read(&amount.to_string(), DecimalMark::Point), Ok((minor, None)));
            prop_assert_eq!(exact(&amount.to_string()), Some(minor));
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = read(&text, DecimalMark::Comma);
        }
    }
}
