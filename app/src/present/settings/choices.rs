//! What can be chosen in the settings, and what it is called.

use chrono::Weekday;
use domain::money::Currency;
use domain::settings::{ClockStyle, DateOrder, Settings, WeekStart};
use server::words::Customs;
use server::words::regions::REGIONS;

use crate::texts;
use crate::view::settings::Choices;

/// The regions by name, and the person's own locale where it is none of them.
pub(super) fn regions(own: &str) -> Choices {
    let is_known = REGIONS.iter().any(|(tag, _)| *tag == own);
    let own = (!is_known).then(|| (own.to_owned(), own.to_owned()));
    let known = REGIONS.iter().map(|(tag, name)| ((*tag).to_owned(), (*name).to_owned()));
    own.into_iter().chain(known).collect()
}

/// All currencies by their codes, with the symbol of those that have one.
pub(super) fn currencies() -> Choices {
    let called = |code: &str| {
        let symbol = code.parse::<Currency>().ok().and_then(|currency| currency.symbol());
        symbol.map_or_else(|| code.to_owned(), |symbol| format!("{code} ({symbol})"))
    };
    Currency::codes().map(|code| (code.to_owned(), called(code))).collect()
}

/// The days on which a week may begin.
pub(super) fn week_starts(settings: &Settings) -> Choices {
    let usual = match usual(settings).week_start {
        Weekday::Sun => texts::settings::SUNDAY,
        Weekday::Sat => texts::settings::SATURDAY,
        _ => texts::settings::MONDAY,
    };
    named([
        (WeekStart::Locale.name(), texts::settings::usual(usual)),
        (WeekStart::Monday.name(), texts::settings::MONDAY.to_owned()),
        (WeekStart::Sunday.name(), texts::settings::SUNDAY.to_owned()),
        (WeekStart::Saturday.name(), texts::settings::SATURDAY.to_owned()),
    ])
}

/// The ways to write clock times.
pub(super) fn clocks(settings: &Settings) -> Choices {
    let usual = if usual(settings).twelve_hours { "2:30 PM" } else { "14:30" };
    named([
        (ClockStyle::Locale.name(), texts::settings::usual(usual)),
        (ClockStyle::TwentyFour.name(), "14:30".to_owned()),
        (ClockStyle::Twelve.name(), "2:30 PM".to_owned()),
    ])
}

/// The ways to write dates.
pub(super) fn date_orders(settings: &Settings) -> Choices {
    let usual = if usual(settings).month_first {
        texts::settings::USUAL_MONTH_FIRST
    } else {
        texts::settings::USUAL_DAY_FIRST
    };
    named([
        (DateOrder::Locale.name(), texts::settings::usual(usual)),
        (DateOrder::DayFirst.name(), texts::settings::DAY_FIRST.to_owned()),
        (DateOrder::MonthFirst.name(), texts::settings::MONTH_FIRST.to_owned()),
    ])
}

fn usual(settings: &Settings) -> Customs {
    Customs::of_locale(&settings.locale)
}

fn named<const N: usize>(choices: [(&str, String); N]) -> Choices {
    choices.map(|(value, name)| (value.to_owned(), name)).into()
}
