//! Zones by what people call them: `london`, `new york`, `PT`, `tokyo time`, and names
//! with a typing error.

use chrono::{DateTime, Offset as _, TimeDelta, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::names;

/// What people say and no zone is named after: short names of the zones that mean one
/// place to nearly everybody, and large cities that keep a neighbour's time. Zones as
/// in the IANA database, `zone1970.tab`.
#[rustfmt::skip]
const KNOWN: [(Tz, &[&str]); 30] = [
    (Tz::UTC, &["utc", "z", "zulu"]),
    (Tz::America__Los_Angeles, &["pt", "pst", "pdt", "pacific", "san francisco", "seattle", "san diego", "portland", "las vegas", "california"]),
    (Tz::America__Denver, &["mt", "mst", "mdt", "mountain", "salt lake city"]),
    (Tz::America__Chicago, &["ct", "cst", "cdt", "central", "houston", "dallas", "austin", "texas"]),
    (Tz::America__New_York, &["et", "est", "edt", "eastern", "boston", "washington", "philadelphia", "miami", "atlanta", "nyc"]),
    (Tz::America__Anchorage, &["akst", "akdt", "alaska"]),
    (Tz::Pacific__Honolulu, &["hst", "hawaii"]),
    (Tz::America__Toronto, &["montreal", "ottawa"]),
    (Tz::America__Edmonton, &["calgary"]),
    (Tz::America__Sao_Paulo, &["rio", "rio de janeiro", "brasilia"]),
    (Tz::Europe__London, &["gmt", "bst", "uk", "england", "edinburgh", "manchester", "glasgow"]),
    (Tz::Europe__Lisbon, &["wet", "west", "porto", "portugal"]),
    (Tz::Europe__Berlin, &["cet", "cest", "munich", "hamburg", "frankfurt", "cologne", "germany"]),
    (Tz::Europe__Madrid, &["barcelona", "valencia", "seville", "spain"]),
    (Tz::Europe__Rome, &["milan", "turin", "naples", "florence", "venice", "italy"]),
    (Tz::Europe__Zurich, &["geneva", "bern", "basel", "zürich", "switzerland"]),
    (Tz::Europe__Paris, &["lyon", "marseille", "france"]),
    (Tz::Europe__Warsaw, &["krakow", "gdansk", "poland"]),
    (Tz::Europe__Kyiv, &["eet", "eest", "kiev", "ukraine"]),
    (Tz::Europe__Moscow, &["msk"]),
    (Tz::Africa__Johannesburg, &["sast", "cape town", "pretoria"]),
    (Tz::Asia__Dubai, &["abu dhabi"]),
    (Tz::Asia__Jerusalem, &["tel aviv", "haifa", "israel"]),
    (Tz::Asia__Kolkata, &["ist", "mumbai", "delhi", "new delhi", "bangalore", "chennai", "hyderabad", "india"]),
    (Tz::Asia__Shanghai, &["beijing", "shenzhen", "china"]),
    (Tz::Asia__Hong_Kong, &["hkt"]),
    (Tz::Asia__Tokyo, &["jst", "osaka", "kyoto", "japan"]),
    (Tz::Asia__Seoul, &["kst", "korea"]),
    (Tz::Australia__Sydney, &["aest", "aedt", "canberra"]),
    (Tz::Pacific__Auckland, &["nzst", "nzdt", "wellington", "new zealand"]),
];
/// How many typing errors still let a name be guessed.
const ERRORS: usize = 2;
/// A year in steps in which no zone can change its offset and change it back.
const STEPS: i64 = 26;

/// The zone that a text names, if it names one.
pub fn find(text: &str) -> Option<Tz> {
    let wanted = plain(text);
    let place = wanted.strip_suffix(" time").unwrap_or(&wanted);
    let known = || KNOWN.iter().find(|(_, said)| said.contains(&place)).map(|(zone, _)| *zone);
    let named = || names().find(|name| city(name).eq_ignore_ascii_case(place));
    let whole = || TZ_VARIANTS.iter().find(|zone| plain(zone.name()) == place).copied();
    known().or_else(|| named().and_then(|name| name.parse().ok())).or_else(whole)
}

/// Names that go on as a text begins, or hold it; those of cities that begin so first.
pub fn matching(text: &str, most: usize) -> Vec<&'static str> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return Vec::new();
    }
    let found = find(text).map(|zone| zone.name());
    let mut ranked: Vec<(u8, &'static str)> = names()
        .filter_map(|name| {
            let (city, all) = (city(name).to_lowercase(), plain(name));
            let rank = match () {
                () if found == Some(name) => 0,
                () if city.starts_with(&wanted) => 1,
                () if all.starts_with(&wanted) => 2,
                () if all.contains(&wanted) => 3,
                () => return None,
            };
            Some((rank, name))
        })
        .collect();
    // `UTC` has no region and is not among the names.
    if let Some(name) = found.filter(|name| ranked.iter().all(|(_, known)| known != name)) {
        ranked.push((0, name));
    }
    ranked.sort_unstable();
    ranked.into_iter().take(most).map(|(_, name)| name).collect()
}

/// What somebody may have meant who wrote a name that is none.
pub fn near(text: &str) -> Option<&'static str> {
    let wanted = plain(text);
    if wanted.chars().count() <= ERRORS + 1 {
        return None;
    }
    let errors = |name: &str| {
        let city = errors_between(&wanted, &city(name).to_lowercase());
        city.min(errors_between(&wanted, &plain(name)))
    };
    let best = names().map(|name| (errors(name), name)).min()?;
    (best.0 <= ERRORS).then_some(best.1).or_else(|| matching(text, 1).first().copied())
}

/// The last part of a zone's name, as people write it: `New York`.
pub fn city(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).replace('_', " ")
}

/// Whether clocks show the same in both zones, now and for a year.
pub fn agree(one: Tz, other: Tz, now: DateTime<Utc>) -> bool {
    (0..STEPS).all(|step| offset(one, now, step) == offset(other, now, step))
}

fn offset(zone: Tz, now: DateTime<Utc>, step: i64) -> i32 {
    let at = now + TimeDelta::days(step * 14);
    at.with_timezone(&zone).offset().fix().local_minus_utc()
}

/// In lower case, with blanks for what stands for them in names.
fn plain(text: &str) -> String {
    text.trim().to_lowercase().replace('_', " ")
}

/// How many letters were lost, added, changed or swapped with their neighbour between
/// two words (optimal string alignment).
fn errors_between(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, wanted) in other.iter().enumerate() {
            let changed = above[column] + usize::from(letter != wanted);
            let mut least = changed.min(above[column + 1] + 1).min(current[column] + 1);
            let is_swap =
                row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *wanted;
            if is_swap {
                least = least.min(before[column - 1] + 1);
            }
            current.push(least);
        }
        before = std::mem::replace(&mut above, current);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_by_what_people_call_them() {
        for (text, name) in [
            ("Europe/Berlin", "Europe/Berlin"),
            ("europe/berlin ", "Europe/Berlin"),
            ("london", "Europe/London"),
            ("London time", "Europe/London"),
            ("new york", "America/New_York"),
            ("America/New York", "America/New_York"),
            ("PT", "America/Los_Angeles"),
            ("pacific time", "America/Los_Angeles"),
            ("EST", "America/New_York"),
            ("munich", "Europe/Berlin"),
            ("buenos aires", "America/Argentina/Buenos_Aires"),
            ("utc", "UTC"),
            ("Etc/GMT+5", "Etc/GMT+5"),
        ] {
            assert_eq!(find(text).map(|zone| zone.name()), Some(name), "{text}");
        }
        for text in ["", "nowhere", "Europe/Lodnon", "🦀"] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn typing_errors_are_guessed() {
        for (text, name) in [
            ("Lodnon", Some("Europe/London")),
            ("Europe/Lonodn", Some("Europe/London")),
            ("berln", Some("Europe/Berlin")),
            ("nwe york", Some("America/New_York")),
            ("argentina", Some("America/Argentina/Buenos_Aires")),
            ("xyz", None),
            ("the back of beyond", None),
        ] {
            assert_eq!(near(text), name, "{text}");
        }
    }

    #[test]
    fn suggestions_begin_with_what_begins_so() {
        assert_eq!(matching("lis", 1), ["Europe/Lisbon"]);
        assert_eq!(matching("pt", 1), ["America/Los_Angeles"]);
        assert_eq!(matching("europe/l", 3), ["Europe/Lisbon", "Europe/Ljubljana", "Europe/London"]);
        assert!(matching("", 5).is_empty());
        assert_eq!(matching("a", 8).len(), 8);
    }

    #[test]
    fn zones_with_one_clock_agree() {
        let now = "2026-11-23T02:00:00Z".parse().expect("an instant");
        assert!(agree(Tz::Asia__Calcutta, Tz::Asia__Kolkata, now));
        assert!(agree(Tz::Europe__Berlin, Tz::Europe__Paris, now));
        assert!(!agree(Tz::Europe__Berlin, Tz::Europe__Lisbon, now));
        // The same in winter only.
        assert!(!agree(Tz::Europe__London, Tz::Africa__Abidjan, now));
    }
}
