//! What a small model may say for the person: it likes to fill in a place, a priority
//! or even a sum that nobody named. What is not in the message is not taken from it.

use serde_json::{Map, Value};

/// Words by which a person says how urgent something is.
const URGENCY: [&str; 10] =
    ["urgent", "important", "priority", "asap", "critical", "p1", "p2", "p3", "high", "low"];
/// Words by which a person says that something repeats.
const REPETITION: [&str; 9] =
    ["every", "each", "daily", "weekly", "monthly", "yearly", "repeat", "weekdays", "annually"];

/// Days and parts of days as people say them who do not speak English: a model translates them.
#[rustfmt::skip]
const ABROAD: [&str; 70] = [
    "heute", "morgen", "übermorgen", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag", "sonntag", "mittag", "abend", "woche", "monat",
    "aujourd", "demain", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "midi", "soir", "matin", "semaine", "mois",
    "hoy", "mañana", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo",
    "mediodía", "noche", "tarde", "semana", "mes",
    "oggi", "domani", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
    "sera", "settimana", "mese",
    "hoje", "amanhã", "segunda", "terça", "quarta", "quinta", "sexta",
    "vandaag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    "maand",
];

/// Whether the time that a call gives is the person's: they said a number, one of its words, or a
/// day in another tongue.
pub(super) fn says_when(message: &str, time: &str) -> bool {
    let said = words(message);
    let shared = words(time).iter().any(|word| said.contains(word));
    let number = message.chars().any(|letter| letter.is_ascii_digit());
    shared || number || said.iter().any(|word| ABROAD.contains(&word.as_str()))
}

/// A call's arguments without what the person did not say; none when without it
/// there is nothing left to do.
pub(super) fn grounded(
    message: &str,
    mut arguments: Map<String, Value>,
) -> Option<Map<String, Value>> {
    let words = words(message);
    let says_one_of = |list: &[&str]| list.iter().any(|word| words.iter().any(|said| said == word));
    let says = |text: &str| self::words(text).iter().any(|word| words.contains(word));
    let is_said = |name: &str, value: &Value| match (name, value) {
        ("location", Value::String(place)) => says(place),
        ("priority", _) => message.contains('!') || says_one_of(&URGENCY),
        ("repeats", Value::String(rule)) => says_one_of(&REPETITION) || says(rule),
        ("duration_minutes", _) => says_a_length(message),
        ("when" | "due", Value::String(time)) => says_when(message, time),
        _ => true,
    };
    arguments.retain(|name, value| is_said(name, value));
    let invents_money = arguments
        .get("amount")
        .is_some_and(|amount| !is_in(message, amount.as_str().unwrap_or_default()));
    (!invents_money).then_some(arguments)
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether the message holds a number at all that may be a length, or names one.
fn says_a_length(message: &str) -> bool {
    let message = message.to_lowercase();
    ["hour", "min", "half", "quarter", "hr"].iter().any(|unit| message.contains(unit))
}

/// Whether the digits of an amount begin some number of the message: "12" is "12.00",
/// and a sum in words cannot be compared.
fn is_in(message: &str, amount: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let whole = digits(amount.split(['.', ',']).next().unwrap_or_default());
    let said: Vec<String> = message
        .split(|letter: char| !(letter.is_ascii_digit() || letter == ',' || letter == '.'))
        .map(digits)
        .filter(|number| !number.is_empty())
        .collect();
    whole.is_empty() || said.iter().any(|number| number.starts_with(&whole))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn left(message: &str, arguments: Value) -> Option<Value> {
        let Value::Object(arguments) = arguments else { panic!("an object") };
        grounded(message, arguments).map(Value::Object)
    }

    #[test]
    fn what_was_not_said_is_left_out() {
        let given = json!({ "title": "Dentist", "location": "Online", "priority": "medium",
            "repeats": "weekly", "duration_minutes": 60 });
        assert_eq!(left("dentist at 9", given), Some(json!({ "title": "Dentist" })));
    }

    #[test]
    fn what_was_said_stays() {
        let given = json!({ "title": "Sync", "location": "Moe's", "priority": "high",
            "repeats": "every monday", "duration_minutes": 30 });
        let message = "urgent: sync at Moe's every monday at 9 for half an hour";
        assert_eq!(left(message, given.clone()), Some(given));
    }

    #[test]
    fn a_time_is_never_invented() {
        let call = |due: &str| json!({ "title": "Mutter anrufen", "due": due });
        let untimed = Some(json!({ "title": "Mutter anrufen" }));
        assert_eq!(left("mutter anrufen nicht vergessen", call("next week")), untimed);
        for (message, due) in [
            ("mutter morgen anrufen", "tomorrow"),
            ("mutter um 10 anrufen", "10am"),
            ("ring mother on friday", "friday"),
        ] {
            assert_eq!(left(message, call(due)), Some(call(due)), "{message}");
        }
    }

    #[test]
    fn money_is_never_invented() {
        let milk = |amount: &str| json!({ "amount": amount, "description": "Milk" });
        assert_eq!(left("buy milk and eggs", milk("1.50")), None);
        assert_eq!(left("paid €1,250 for milk", milk("1250.00")), Some(milk("1250.00")));
        assert_eq!(left("milk 1.5", milk("1.50")), Some(milk("1.50")));
        assert_eq!(left("milk 12 and eggs", milk("2")), None);
    }
}
