//! How long something takes, as people write it.

use domain::input::Field;

use crate::texts;

/// Minutes: `90`, `90 min`, `1.5 h`, `1 h 30 min`; blank is none, and a form without the
/// field says nothing.
pub(super) fn minutes(text: Option<&str>) -> Field<u32> {
    let Some(text) = text.map(str::trim) else { return Field::Absent };
    if text.is_empty() {
        return Field::Null;
    }
    read(&text.to_lowercase())
        .map_or_else(|| Field::Invalid(texts::problems::NO_ESTIMATE.to_owned()), Field::Value)
}

fn read(text: &str) -> Option<u32> {
    let mut total = 0.0;
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && !".,".contains(letter));
        let (number, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let number: f64 = number.replace(',', ".").parse().ok()?;
        let behind = behind.trim_start();
        let end = behind.find(|letter: char| !letter.is_alphabetic()).unwrap_or(behind.len());
        let (unit, behind) = behind.split_at(end);
        total += match unit.chars().next() {
            None if behind.is_empty() => number,
            Some('m') => number,
            Some('h') => number * 60.0,
            _ => return None,
        };
        rest = behind.trim_start();
    }
    // What is too long or too short is refused where every door's estimates are.
    Some(total.round().clamp(0.0, 1_000_000.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_estimate_is_said_in_minutes_or_hours() {
        for (text, meant) in [
            ("45", 45),
            ("45 min", 45),
            ("2h", 120),
            ("1 h 30 min", 90),
            ("1,5 hours", 90),
            ("1h30m", 90),
        ] {
            assert_eq!(minutes(Some(text)), Field::Value(meant), "{text}");
        }
        assert_eq!(minutes(Some(" ")), Field::Null);
        assert_eq!(minutes(None), Field::Absent);
        for text in ["soon", "3 days", "h", "1 2 3", "min 3", "-5", "1.2.3", "9 m -"] {
            assert!(matches!(minutes(Some(text)), Field::Invalid(_)), "{text}");
        }
    }
}
