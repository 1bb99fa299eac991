//! What somebody tells about others and about times gone by: "my nan used to bake every sunday",
//! "the doctor says i shouldn't lift anything until march". Days in it are nobody's plan.

use crate::language::request::{PLANS, sentence::Sentence};

/// Openings of what was once, or of what is only heard.
#[rustfmt::skip]
const ONCE: [&str; 21] = [
    "back then", "back in the day", "in those days", "as a kid", "as a child", "when i was little",
    "when i was young", "when i was a kid", "when i was younger", "when we were kids", "growing up",
    "years ago", "rumour has it", "rumor has it", "according to", "the forecast says",
    "the news says", "the weather says", "they say", "people say", "legend has it",
];

/// Verbs of telling, behind the one who tells.
#[rustfmt::skip]
const TELLING: [&str; 22] = [
    "says", "said", "told me", "told us", "tells me", "tells us", "reckons", "thinks", "claims",
    "recommends", "recommended", "advises", "advised", "warned me", "warned us", "suggests",
    "suggested", "insists", "asked if", "asked whether", "wants to know", "keeps saying",
];

/// What a told clause begins with; a thing with a day behind it ("mum said dinner friday at 7") is
/// a plan all the same.
#[rustfmt::skip]
const CLAUSES: [&str; 36] = [
    "i shouldn't", "i should", "i can't", "i can", "i must", "i mustn't", "i don't", "i'm not",
    "i could", "i couldn't", "i won't", "i would", "i'd", "i was", "i am", "i'm", "we can't",
    "we shouldn't", "we can", "she", "she's", "she'd", "she'll", "he", "he's", "he'd", "he'll", "they",
    "they're", "they'll", "it", "it's", "it'll", "there's", "to", "no",
];

/// People by what they are to somebody.
#[rustfmt::skip]
const KIN: [&str; 34] = [
    "mum", "mom", "mother", "dad", "father", "nan", "gran", "grandma", "grandad", "grandpa",
    "grandmother", "grandfather", "brother", "sister", "uncle", "aunt", "auntie", "cousin", "son",
    "daughter", "husband", "wife", "friend", "mate", "neighbour", "neighbor", "boss", "colleague",
    "roommate", "flatmate", "teacher", "doctor", "boyfriend", "girlfriend",
];

/// Whether a sentence tells of others or of what was.
pub(in crate::language::request) fn is_of_others(sentence: &Sentence<'_, '_>) -> bool {
    if sentence.is_question() {
        return false;
    }
    // What was once the case may stand first, and what is wanted now behind it.
    let rest = sentence.starts(&ONCE).map(|end| sentence.after(end));
    rest.is_some_and(|rest| !asks_for_something(&rest))
        || used_to(sentence)
        || is_told(sentence)
        || is_habit(sentence)
        || is_theirs(sentence)
}

fn asks_for_something(rest: &Sentence<'_, '_>) -> bool {
    rest.has(&["remind me", "add", "schedule", "book", "i need", "put", "i have to", "i have"])
}

/// "we used to meet on tuesdays": "get used to" says something else.
fn used_to(sentence: &Sentence<'_, '_>) -> bool {
    sentence.find(&["used to"]).is_some_and(|(at, end)| {
        at > sentence.from
            && at < sentence.from + 6
            && end < sentence.to
            && !matches!(
                sentence.word(at - 1),
                "get" | "getting" | "got" | "am" | "i'm" | "be" | "is" | "are" | "was"
            )
            && !asks_for_something(&sentence.until(at))
    })
}

/// "the doctor says i shouldn't lift anything until march"
fn is_told(sentence: &Sentence<'_, '_>) -> bool {
    let Some((at, end)) = sentence.find(&TELLING).filter(|(at, _)| *at > sentence.from) else {
        return false;
    };
    let named = at <= sentence.from + 4
        && sentence.starts(&["i", "we", "add", "note", "remind", "don't", "it"]).is_none();
    let behind = sentence.after(end);
    let behind = behind.starts(&["that"]).map_or(behind, |end| behind.after(end));
    let asked = matches!(sentence.word(end - 1), "if" | "whether" | "know");
    named && (asked || behind.starts(&CLAUSES).is_some())
}

/// "my brother plays football every saturday": of somebody else, with no hour.
fn is_habit(sentence: &Sentence<'_, '_>) -> bool {
    let Some(owner) = sentence.starts(&["my", "our", "his", "her", "their"]) else { return false };
    let kin = (owner..sentence.to.min(owner + 3)).find(|at| KIN.contains(&sentence.word(*at)));
    let Some(kin) = kin else { return false };
    // "mother in law"
    let verb = sentence.at(kin + 1, "in law").unwrap_or(kin + 1);
    let word = sentence.word(verb);
    let verbal = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("'s")
        && sentence.word(verb + 1) != "on";
    let dates = sentence.scan(PLANS);
    verbal
        && verb + 1 < sentence.to
        && dates.iter().any(|found| found.parts.repeat.is_some())
        && !dates.iter().any(|found| found.parts.clock.is_some())
}

/// "she paid 200 for that bag", "my friend spent 500 on shoes", "he earns 50k a year".
fn is_theirs(sentence: &Sentence<'_, '_>) -> bool {
    let who = sentence.starts(&["she", "he", "they", "people", "everyone"]).or_else(|| {
        let owner = sentence.starts(&["my", "her", "his", "their"])?;
        KIN.contains(&sentence.word(owner)).then_some(owner + 1)
    });
    who.is_some_and(|end| {
        matches!(
            sentence.word(end),
            "paid"
                | "pays"
                | "spent"
                | "spends"
                | "earns"
                | "earned"
                | "charge"
                | "charges"
                | "bought"
                | "makes"
                | "made"
                | "sold"
        ) && !sentence.has(&["for me", "i owe", "my behalf"])
    })
}

#[cfg(test)]
mod tests {
    use crate::language::request::{
        Reading,
        examples::{check, written_reference},
        read,
    };

    #[test]
    fn others_plans_make_no_rows() {
        for text in [
            "my nan used to bake every sunday",
            "we used to meet on tuesdays",
            "the doctor says I shouldn't lift anything until March",
            "Ana told me she's leaving on friday",
            "Ben asked if I'm free on friday",
            "my brother plays football every saturday",
            "as a kid I had piano every wednesday",
            "she paid 200 for that bag",
        ] {
            assert_eq!(read(text, &written_reference()), Reading::NotUnderstood, "{text}");
        }
    }

    #[test]
    fn what_is_wanted_is_read_all_the_same() {
        check(&[(
            "get used to the new desk on friday",
            &["task get used to the new desk: Fri 15 May"],
        )]);
    }
}
