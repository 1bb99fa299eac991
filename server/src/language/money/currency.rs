//! Names and signs of currencies (ISO 4217), for a person who writes American English: "$" is USD.

use crate::language::lexer::{Kind, Tokens};

/// What a name counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Unit(&'static str),
    /// A hundredth of the unit.
    Cents(&'static str),
}

const CODES: [&str; 40] = [
    "USD", "EUR", "GBP", "JPY", "INR", "CAD", "AUD", "NZD", "CHF", "CNY", "SEK", "NOK", "DKK",
    "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "ILS", "AED", "SAR", "ZAR", "BRL", "MXN", "ARS",
    "CLP", "COP", "KRW", "SGD", "HKD", "TWD", "THB", "MYR", "IDR", "PHP", "VND", "RUB", "UAH",
    "EGP",
];

const SIGNS: [(char, &str); 14] = [
    ('$', "USD"),
    ('£', "GBP"),
    ('€', "EUR"),
    ('¥', "JPY"),
    ('￥', "JPY"),
    ('₹', "INR"),
    ('₩', "KRW"),
    ('₪', "ILS"),
    ('₽', "RUB"),
    ('₺', "TRY"),
    ('₫', "VND"),
    ('₴', "UAH"),
    ('₱', "PHP"),
    ('฿', "THB"),
];

/// Letters glued before a "$".
const DOLLARS: [(&str, &str); 13] = [
    ("c", "CAD"),
    ("ca", "CAD"),
    ("a", "AUD"),
    ("au", "AUD"),
    ("s", "SGD"),
    ("sg", "SGD"),
    ("hk", "HKD"),
    ("nz", "NZD"),
    ("us", "USD"),
    ("u", "USD"),
    ("r", "BRL"),
    ("mx", "MXN"),
    ("nt", "TWD"),
];

const NAMES: [(&str, &str); 46] = [
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("buck", "USD"),
    ("bucks", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("quid", "GBP"),
    ("yen", "JPY"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("rs", "INR"),
    ("ringgit", "MYR"),
    ("rm", "MYR"),
    ("shekel", "ILS"),
    ("shekels", "ILS"),
    ("franc", "CHF"),
    ("francs", "CHF"),
    ("krona", "SEK"),
    ("kronor", "SEK"),
    ("krone", "NOK"),
    ("kroner", "NOK"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("złoty", "PLN"),
    ("koruna", "CZK"),
    ("forint", "HUF"),
    ("lira", "TRY"),
    ("peso", "MXN"),
    ("pesos", "MXN"),
    ("real", "BRL"),
    ("reais", "BRL"),
    ("rand", "ZAR"),
    ("won", "KRW"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rmb", "CNY"),
    ("baht", "THB"),
    ("rupiah", "IDR"),
    ("dirham", "AED"),
    ("dirhams", "AED"),
    ("riyal", "SAR"),
    ("riyals", "SAR"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
];

/// Peoples whose dollar, pound, crown or peso it is.
const PEOPLES: [(&str, &str, &str); 30] = [
    ("us", "dollar", "USD"),
    ("american", "dollar", "USD"),
    ("australian", "dollar", "AUD"),
    ("aussie", "dollar", "AUD"),
    ("canadian", "dollar", "CAD"),
    ("singapore", "dollar", "SGD"),
    ("hong kong", "dollar", "HKD"),
    ("new zealand", "dollar", "NZD"),
    ("taiwan", "dollar", "TWD"),
    ("british", "pound", "GBP"),
    ("sterling", "pound", "GBP"),
    ("egyptian", "pound", "EGP"),
    ("swiss", "franc", "CHF"),
    ("norwegian", "kron", "NOK"),
    ("swedish", "kron", "SEK"),
    ("danish", "kron", "DKK"),
    ("czech", "k", "CZK"),
    ("indian", "rupee", "INR"),
    ("japanese", "yen", "JPY"),
    ("chinese", "yuan", "CNY"),
    ("malaysian", "ringgit", "MYR"),
    ("mexican", "peso", "MXN"),
    ("argentine", "peso", "ARS"),
    ("chilean", "peso", "CLP"),
    ("colombian", "peso", "COP"),
    ("philippine", "peso", "PHP"),
    ("israeli", "shekel", "ILS"),
    ("korean", "won", "KRW"),
    ("turkish", "lira", "TRY"),
    ("polish", "z", "PLN"),
];

fn code(word: &str) -> Option<&'static str> {
    CODES.iter().copied().find(|code| code.eq_ignore_ascii_case(word))
}

fn sign(mark: char) -> Option<&'static str> {
    SIGNS.iter().find(|(sign, _)| *sign == mark).map(|(_, code)| *code)
}

/// A currency before its figure, and the place of the figure.
pub(super) fn before(tokens: &Tokens<'_>, at: usize) -> Option<(&'static str, usize)> {
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Mark(mark) => sign(mark).map(|code| (code, at + 1)),
        Kind::Word if tokens.is_mark(at + 1, '$') && tokens.glued(at + 1) => {
            let word = tokens.word(at);
            let code = DOLLARS
                .iter()
                .find(|(letters, _)| *letters == word)
                .map(|(_, code)| *code)
                .or_else(|| code(word))?;
            Some((code, at + 2))
        }
        Kind::Word => {
            let word = tokens.word(at);
            let stop = usize::from(tokens.is_mark(at + 1, '.'));
            match word {
                "rs" | "inr" => Some(("INR", at + 1 + stop)),
                "rm" => Some(("MYR", at + 1)),
                // "try 5 times": codes that are words have to be written large.
                "try" | "all" | "cop" | "php" | "mad" => code(word)
                    .filter(|_| token.text.chars().all(char::is_uppercase))
                    .map(|code| (code, at + 1)),
                _ => code(word).map(|code| (code, at + 1)),
            }
        }
        _ => None,
    }
}

/// A currency behind its figure, and the place behind it.
pub(super) fn behind(tokens: &Tokens<'_>, at: usize) -> Option<(Named, usize)> {
    if let Some(mark) = tokens.mark(at) {
        if mark == '¢' {
            return Some((Named::Cents("USD"), at + 1));
        }
        // "10$" is glued; "5 $ 3" is not known to be.
        let next_figure = tokens.number(at + 1).is_some() && tokens.glued(at + 1);
        return sign(mark)
            .filter(|_| {
                !next_figure && (tokens.glued(at) || mark != '$' || tokens.number(at + 1).is_none())
            })
            .map(|code| (Named::Unit(code), at + 1));
    }
    let word = tokens.word(at);
    if word.is_empty() {
        return None;
    }
    match word {
        "cent" | "cents" => return Some((Named::Cents("USD"), at + 1)),
        "pence" | "penny" => return Some((Named::Cents("GBP"), at + 1)),
        "p" if tokens.glued(at)
            && tokens.clean_right(at + 1)
            && tokens.number(at.wrapping_sub(1)).is_some_and(|value| value > 12) =>
        {
            return Some((Named::Cents("GBP"), at + 1));
        }
        _ => {}
    }
    for (people, unit, code) in PEOPLES {
        let place = if people.contains(' ') {
            tokens.phrase(at, people)
        } else {
            tokens.is(at, people).then_some(at + 1)
        };
        if let Some(place) = place.filter(|place| tokens.word(*place).starts_with(unit)) {
            return Some((Named::Unit(code), place + 1));
        }
    }
    // "10 dollar store items" and "2 pounds of sugar" name things.
    let thing = matches!(word, "pound" | "pounds")
        && tokens.any(at + 1, &["of", "lighter", "heavier"])
        || word == "dollar" && tokens.any(at + 1, &["store", "tree", "menu"])
        || word == "real" && tokens.is_word(at + 1);
    let capital = tokens.get(at).is_some_and(|token| token.text.chars().all(char::is_uppercase));
    let named =
        NAMES.iter().find(|(name, _)| *name == word).map(|(_, code)| *code).filter(|_| !thing);
    let named =
        named.or_else(|| code(word).filter(|_| capital || !matches!(word, "try" | "cop" | "php")));
    named.map(|code| {
        (
            Named::Unit(code),
            at + 1
                + usize::from(word == "rs" && tokens.is_mark(at + 1, '.') && tokens.glued(at + 1)),
        )
    })
}

/// Whether a currency is written out or by its code here (not by a sign).
pub(super) fn is_name(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    !word.is_empty() && (NAMES.iter().any(|(name, _)| *name == word) || code(word).is_some())
}
