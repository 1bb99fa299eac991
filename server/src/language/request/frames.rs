//! What people put around a request out of politeness or because they think aloud: "i was wondering
//! if you could …", "… when you get a chance". None of it says what is wanted.

use crate::language::lexer::Tokens;

use super::sentence::phrase_at;

/// A slot of a frame: one of these; "" where nothing need stand.
type Slot = &'static [&'static str];

/// Who is spoken to, or speaks for both.
const YOU: Slot = &["you", "u", "ya", "we", "i"];
/// Modal verbs of a wish.
const CAN: Slot = &[
    "can", "could", "would", "will", "might", "may", "should", "shall", "cld", "wld", "pls",
    "please",
];
/// Said in passing between a modal and its verb.
const PASSING: Slot = &[
    "please be so kind and",
    "please be so kind as to",
    "be so kind as to",
    "be a dear and",
    "be a star and",
    "be a love and",
    "be an angel and",
    "possibly",
    "please",
    "pls",
    "plz",
    "kindly",
    "maybe",
    "perhaps",
    "just",
    "quickly",
    "also",
    "help me",
    "please just",
    "please also",
    "mind",
    "go ahead and",
    "get you to",
    "ask you to",
    "",
];

/// Frames before a request. Slots follow each other without anything between.
#[rustfmt::skip]
const BEFORE: [&[Slot]; 20] = [
    &[&["can", "could", "would", "will", "cld", "wld"], &["you", "u", "ya"], PASSING],
    &[&["please", "pls", "plz"], &["can", "could", "would", "will"], &["you", "u"], PASSING],
    &[&["can", "could", "may", "shall", "might"], &["i", "we"], PASSING],
    &[&["i was", "i am", "i'm", "was", "just", ""], &["just", ""], &["wondering"],
      &["if", "whether"], YOU, CAN, PASSING],
    &[&["i wonder"], &["if", "whether"], YOU, CAN, PASSING],
    &[&["do you think", "any chance", "is there any chance", "is there a chance",
        "would you be able", "are you able"],
      &["that", "of", "to", ""], &["you", "i", "we", ""], &["can", "could", "might", "would", ""], PASSING],
    &[&["is it", "would it be", "it'd be", "will it be"],
      &["alright", "possible", "too much trouble", "great if you could", "good if you could"],
      &["for you to", "if you", "if i", "to", ""], PASSING],
    &[&["it would be", "it'd be", "would be"], &["great", "good", "nice", "lovely", "helpful", "awesome", "amazing"],
      &["if you could", "if you can", "if we could", "if you would", "to"], PASSING],
    &[&["i'd", "i would"], &["be grateful", "appreciate it", "really appreciate it", "be so grateful"],
      &["if you could", "if you would", "if you'd"], PASSING],
    &[&["i'd", "i would", "i", "we'd"], &["like", "love", "want", "prefer", "need"],
      &["you to", "u to", "for you to"], PASSING],
    &[&["i'd", "i would", "we'd", "we would"], &["like", "love", "prefer"], &["to"], PASSING],
    &[&["i", "we"], &["want", "wanna", "would like", "wanted", "was hoping", "am hoping"],
      &["to"], PASSING],
    &[&["i wanna", "we wanna", "i just want to", "i just need you to", "i just wanted to"], PASSING],
    &[&["do me a"], &["favor", "favour", "solid"], &["and", ""], PASSING],
    &[&["be a"], &["dear", "star", "love", "darling"], &["and"], PASSING],
    &[&["if you could", "if you can", "if you would", "if you don't mind", "if it's ok", "if possible",
        "when you get a chance", "when you have a moment", "when you get a sec", "when you have a sec"], PASSING],
    &[&["i think", "i guess", "i suppose", "i reckon", "i believe"], &["i should", "we should", "i'd better", "i'll"],
      &["probably", ""], &["also", "just", ""]],
    &[&["i'm", "we're", "i am"], &["gonna need you to", "going to need you to", "trying to", "looking to", "hoping to"]],
    &[&["also", "and also", "oh and", "oh also", "then also", "and then", "and another thing", "additionally"], &["can you", "could you", "please", ""]],
    &[&["make sure"], &["that i", "i", "to", "we", "you"]],
];

/// Said before a pause and nothing more: "right, …", "one more thing: …". Without the pause they
/// belong to what follows ("great wall trip").
#[rustfmt::skip]
const ASIDES: [&str; 34] = [
    "one more thing", "one other thing", "another thing", "last thing", "quick one",
    "quick question", "real quick", "oh yeah", "oh yes", "by the way", "fyi", "right so", "right",
    "ok next", "ok then", "ok so", "alright then", "alright", "so yeah", "yeah so", "cool", "great",
    "perfect", "good morning", "good afternoon", "good evening", "morning", "hey there", "hi there",
    "hello there", "ooh", "ah", "next", "oh and one more thing",
];

/// Said before a question that is put as a wish: "tell me what …", "check whether …".
#[rustfmt::skip]
const INQUIRIES: [&str; 24] = [
    "remind me", "tell me", "let me know", "do you know", "do you remember", "check", "check for me",
    "just tell me", "find out", "i need to know", "i want to know", "i'd like to know", "i forgot",
    "i forget", "i've forgotten", "i can't remember", "i don't remember", "any idea", "look up",
    "i wonder", "have a look", "see", "figure out", "work out",
];

/// The place of the question behind such a wish. "remind me when i get home" is none.
fn inquiry(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let end = INQUIRIES.iter().find_map(|words| phrase_at(tokens, at, words))?;
    let asked = match tokens.word(end) {
        "what" | "what's" | "where" | "where's" | "who" | "who's" | "which" | "when's" => true,
        "how" => tokens.any(end + 1, &["much", "many", "long", "busy", "my", "is"]),
        "when" => tokens.any(end + 1, &["is", "my", "the", "our", "i'm", "am", "are"]),
        "if" | "whether" => {
            let own = ["i'm", "i", "i've", "there's", "my", "we", "we're", "anything"];
            return tokens.any(end + 1, &own).then_some(end + 1);
        }
        _ => false,
    };
    asked.then_some(end)
}

/// The place behind a frame that begins here.
pub(super) fn behind(tokens: &Tokens<'_>, at: usize, to: usize) -> Option<usize> {
    let pause =
        |end: &usize| matches!(tokens.mark(*end), Some(',' | '.' | '!' | ':' | '-' | '–' | '…'));
    BEFORE
        .iter()
        .find_map(|slots| through(tokens, at, slots))
        .or_else(|| inquiry(tokens, at))
        .or_else(|| ASIDES.iter().find_map(|words| phrase_at(tokens, at, words).filter(pause)))
        .filter(|end| *end > at && *end < to)
}

/// The place behind the slots, one after the other.
fn through(tokens: &Tokens<'_>, at: usize, slots: &[Slot]) -> Option<usize> {
    let mut place = at;
    for slot in slots {
        place = slot.iter().find_map(|words| {
            if words.is_empty() { Some(place) } else { phrase_at(tokens, place, words) }
        })?;
    }
    Some(place)
}

/// Politeness behind a request. What a single word says ("please", "thanks") titles drop themselves.
#[rustfmt::skip]
const AFTER: [&str; 65] = [
    "dear", "my dear", "darling", "hun", "luv", "sweetheart", "sweetie", "pal", "now dear", "please dear", "ta", "cheers", "ta love", "thanks love", "please love", "thanks mate", "cheers mate", "ta very much", "thanks dear", "pretty please", "would you please", "when you get time", "in your own time",
    "if you don't mind", "if you can", "if you could", "if you would", "if that's ok",
    "if that's okay", "if that's alright", "if that works", "if it's not too much trouble",
    "if possible", "if poss", "when you get a chance", "when you get a sec", "when you have a sec",
    "when you get a moment", "when you have a moment", "when you can", "would you", "will you",
    "could you", "can you", "thanks in advance", "thank you so much", "thank you very much",
    "thanks so much", "thanks a lot", "thanks a million", "thanks a bunch", "many thanks",
    "thank you", "for me please", "for me thanks", "for me pls", "for me", "ok thanks",
    "and thanks", "and thank you", "that would be great", "that'd be great", "that would be lovely",
    "much appreciated", "please and thank you",
];

/// Where the request ends in front of politeness at the end of a message, if there is any.
pub(super) fn before(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<usize> {
    let end = (from..to).rev().find(|at| tokens.mark(*at).is_none())? + 1;
    // Names of endearment only behind a comma: "text my love" is somebody else's.
    let called = end - 1;
    if called > from + 1
        && tokens.is_mark(called - 1, ',')
        && tokens.any(called, &["love", "mate", "buddy", "man", "bro", "dude", "friend", "honey"])
    {
        return Some(called - 1);
    }
    // "…, would you?"; "can you text her for me" keeps all but the last two words.
    (end.saturating_sub(7).max(from + 2)..end)
        .find(|at| AFTER.iter().any(|phrase| phrase_at(tokens, *at, phrase) == Some(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_what_is_asked_for() {
        for (text, rest) in [
            ("i was wondering if you could add milk", "add milk"),
            ("could you possibly move it", "move it"),
            ("would it be possible to cancel gym", "cancel gym"),
            ("do me a favour and delete it", "delete it"),
        ] {
            let tokens = Tokens::new(text);
            let end = behind(&tokens, 0, tokens.len()).unwrap();
            assert_eq!(text.get(tokens.span(end, tokens.len())), Some(rest), "{text}");
        }
        let tokens = Tokens::new("add milk to my list when you get a chance please");
        assert_eq!(before(&tokens, 0, tokens.len()), None);
        let tokens = Tokens::new("add milk to my list when you get a chance!");
        assert_eq!(before(&tokens, 0, tokens.len()), Some(5));
    }
}
