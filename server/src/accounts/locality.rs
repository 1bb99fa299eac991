//! What the browser says about where a person is, as far as it can be used.
//!
//! It is a report, not a choice, so what is unknown falls back to a default
//! instead of keeping anybody from signing up; settings can change it later.

use chrono_tz::Tz;
use domain::money::Currency;

/// Where nothing usable is said.
const DEFAULT_ZONE: Tz = Tz::UTC;
const DEFAULT_LOCALE: &str = "en-US";

/// Regions by the currency of their shops; every other region starts with US
/// dollars until the person says otherwise.
const CURRENCIES: [(&str, &str); 24] = [
    ("EUR", "AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK"),
    ("GBP", "GB GG IM JE"),
    ("CHF", "CH LI"),
    ("CAD", "CA"),
    ("AUD", "AU"),
    ("NZD", "NZ"),
    ("JPY", "JP"),
    ("CNY", "CN"),
    ("INR", "IN"),
    ("BRL", "BR"),
    ("MXN", "MX"),
    ("SEK", "SE"),
    ("NOK", "NO"),
    ("DKK", "DK GL"),
    ("PLN", "PL"),
    ("CZK", "CZ"),
    ("HUF", "HU"),
    ("RON", "RO"),
    ("TRY", "TR"),
    ("UAH", "UA"),
    ("ZAR", "ZA"),
    ("KRW", "KR"),
    ("SGD", "SG"),
    ("HKD", "HK"),
];

/// Where a person is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Locality {
    /// IANA name.
    pub(super) time_zone: &'static str,
    /// BCP 47 tag.
    pub(super) locale: String,
    /// Of amounts that name none.
    pub(super) currency: Currency,
}

impl Locality {
    /// Makes the best of what was reported.
    pub(super) fn of(time_zone: Option<&str>, locale: Option<&str>) -> Self {
        let zone = time_zone.and_then(|name| name.parse().ok()).unwrap_or(DEFAULT_ZONE);
        let locale = locale.and_then(tag).unwrap_or_else(|| DEFAULT_LOCALE.to_owned());
        let currency = region(&locale).and_then(currency_of).unwrap_or(Currency::USD);
        Self { time_zone: zone.name(), locale, currency }
    }
}

/// A language tag in the form of RFC 5646, with its usual capitals.
pub(crate) fn tag(text: &str) -> Option<String> {
    let text = text.replace('_', "-");
    let mut subtags = text.split('-');
    let language = subtags.next()?;
    let is_language =
        (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
    let mut tag = is_language.then(|| language.to_ascii_lowercase())?;
    for subtag in subtags {
        let is_sound =
            (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric());
        if !is_sound {
            return None;
        }
        tag.push('-');
        if subtag.len() == 2 {
            tag.push_str(&subtag.to_ascii_uppercase());
        } else {
            tag.push_str(subtag);
        }
    }
    Some(tag)
}

/// The region of a tag. What follows a single letter is an extension.
fn region(tag: &str) -> Option<&str> {
    tag.split('-').skip(1).take_while(|subtag| subtag.len() > 1).find(|subtag| subtag.len() == 2)
}

fn currency_of(region: &str) -> Option<Currency> {
    CURRENCIES
        .iter()
        .find(|(_, regions)| regions.split(' ').any(|known| known == region))
        .and_then(|(code, _)| code.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(time_zone: &str, locale: &str) -> (&'static str, String, String) {
        let locality = Locality::of(Some(time_zone), Some(locale));
        (locality.time_zone, locality.locale, locality.currency.to_string())
    }

    #[test]
    fn a_browsers_report_is_used() {
        assert_eq!(
            of("Europe/Berlin", "de-DE"),
            ("Europe/Berlin", "de-DE".to_owned(), "EUR".to_owned())
        );
        assert_eq!(of("Asia/Tokyo", "ja_jp"), ("Asia/Tokyo", "ja-JP".to_owned(), "JPY".to_owned()));
        assert_eq!(of("UTC", "zh-Hans-CN").2, "CNY");
        assert_eq!(of("UTC", "en").2, "USD");
        assert_eq!(of("UTC", "en-u-ca-gregory").2, "USD");
    }

    #[test]
    fn what_is_unknown_keeps_nobody_out() {
        let fallback = ("UTC", "en-US".to_owned(), "USD".to_owned());
        assert_eq!(of("Mars/Olympus", "<script>"), fallback);
        assert_eq!(of("", "-"), fallback);
        assert_eq!(Locality::of(None, None).locale, "en-US");
    }

    #[test]
    fn every_currency_of_the_list_is_known() {
        for (code, _) in CURRENCIES {
            assert!(code.parse::<Currency>().is_ok(), "{code}");
        }
    }
}
