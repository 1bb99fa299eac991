//! Sentences in other languages, told by their commonest words. They are not guessed at: half of
//! one would be read as a title.

use crate::language::lexer::Tokens;

/// Common words of German, French, Spanish, Italian, Portuguese and Dutch that mean nothing in
/// English, and what people say to a planner.
#[rustfmt::skip]
const WORDS: [&str; 103] = [
    // German
    "ich", "habe", "für", "fuer", "und", "das", "nicht", "wir", "mein", "meine", "meinen",
    "heute", "gestern", "bitte", "termin", "beim", "zum", "zur", "ausgegeben", "erinnere", "mich",
    "wie", "viel", "nächste", "nächsten", "woche", "freitag", "montag", "dienstag", "mittwoch",
    "donnerstag", "samstag", "sonntag", "zahnarzt", "einen", "eine", "auf", "wann",
    // French
    "je", "j'ai", "avec", "demain", "aujourd'hui", "hier", "une", "dépensé", "depense",
    "rappelle", "rendez", "vous", "chez", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
    "samedi", "dimanche", "combien", "que", "dans",
    // Spanish
    "gasté", "gaste", "gastado", "para", "mañana", "hoy", "ayer", "cita", "recuérdame",
    "recuerdame", "cuánto", "cuanto", "lunes", "martes", "miércoles", "jueves", "viernes",
    "sábado", "tengo",
    // Italian, Portuguese, Dutch
    "speso", "domani", "oggi", "ieri", "ricordami", "appuntamento", "gli", "della", "amanhã",
    "hoje", "ontem", "gastei", "lembre", "não", "ik", "heb", "het", "een", "voor", "vandaag",
    "gisteren", "afspraak", "bij",
];

/// How many such words make a sentence foreign, and out of how many at most.
const ENOUGH: usize = 2;
const SHARE: usize = 4;

/// Whether a message is in another language.
pub(in crate::language::request) fn is_foreign(tokens: &Tokens<'_>) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    let mut words = 0;
    for at in 0..tokens.len() {
        if !tokens.is_word(at) {
            continue;
        }
        words += 1;
        let word = tokens.word(at);
        if WORDS.contains(&word) && !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen.len() >= ENOUGH && seen.len() * SHARE >= words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_languages_apart() {
        for text in [
            "ich habe 12 euro für kaffee ausgegeben",
            "termin beim zahnarzt am freitag um 14 uhr",
            "rendez-vous chez le dentiste demain à 15h",
            "he gastado 12 euros en el supermercado hoy",
        ] {
            assert!(is_foreign(&Tokens::new(text)), "{text}");
        }
        for text in [
            "lunch at El Torito with Ana tomorrow",
            "einkauf 23.50",
            "dinner at Chez Panisse friday at 7",
            "flight from El Paso to Los Angeles on monday",
            "buy pain au chocolat",
            "deutschkurs mon wed fri 18-19:30 every week",
        ] {
            assert!(!is_foreign(&Tokens::new(text)), "{text}");
        }
    }
}
