//! Several of a thing at a price for one: "3 coffees at 3.20 each".

use crate::language::{
    money::{self, Found, Weight},
    numbers,
    request::{
        SPENT,
        sentence::{Dated, Sentence},
    },
};

/// More than this is no shopping.
const MOST: u32 = 1_000;

/// What all of them cost together. It takes the words of the price with it.
pub(super) fn priced(plain: &Sentence<'_, '_>) -> Option<Found> {
    let (price, end) = plain.amounts().into_iter().find_map(|price| {
        let end = money::each(plain.tokens, price.to).filter(|end| *end <= plain.to)?;
        Some((price, end))
    })?;
    // The count stands before a thing: "3 coffees", "two train tickets".
    let count = (plain.from..price.from).find_map(|at| {
        let (count, next) = numbers::cardinal(plain.tokens, at)?;
        let counts = next < price.from && plain.tokens.is_word(next);
        (counts && (2..=MOST).contains(&count)).then_some(count)
    })?;
    let hundredths = price.hundredths.checked_mul(count.into())?;
    Some(Found { to: end, hundredths, weight: Weight::Marked, ..price })
}

/// When they were bought: the price itself reads as a clock time.
pub(super) fn dated_around(plain: &Sentence<'_, '_>, price: &Found) -> Option<Dated> {
    [plain.after(price.to), plain.until(price.from)]
        .iter()
        .filter_map(|beside| beside.dated(SPENT).ok())
        .find(|dated| dated.resolved.is_some())
}
