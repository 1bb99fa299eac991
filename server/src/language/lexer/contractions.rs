//! Contractions that people type without their apostrophe: "dont", "whats", "ill call".
//!
//! Only the form that rules compare gets it back; the text keeps what was typed. Words that mean
//! something without it ("well", "were", "shell", "its", "id") are left as they are.

/// The contraction that a word in lower case was meant to be; `opens` says that a sentence begins
/// with it.
pub(super) fn completed(word: &str, opens: bool) -> Option<&'static str> {
    // All of them are at least two letters and end like one.
    let (last, rest) = word.as_bytes().split_last()?;
    if !matches!(last, b't' | b's' | b'm' | b'e' | b'l' | b'd') || rest.is_empty() {
        return None;
    }
    Some(match word {
        "dont" => "don't",
        "doesnt" => "doesn't",
        "didnt" => "didn't",
        "isnt" => "isn't",
        "arent" => "aren't",
        "wasnt" => "wasn't",
        "werent" => "weren't",
        "hasnt" => "hasn't",
        "havent" => "haven't",
        "hadnt" => "hadn't",
        "cant" => "can't",
        "couldnt" => "couldn't",
        "wouldnt" => "wouldn't",
        "shouldnt" => "shouldn't",
        "mustnt" => "mustn't",
        "neednt" => "needn't",
        "wont" => "won't",
        "im" => "i'm",
        "ive" => "i've",
        "youre" => "you're",
        "youve" => "you've",
        "theyre" => "they're",
        "theyve" => "they've",
        "weve" => "we've",
        "itll" => "it'll",
        "whats" | "wats" | "wots" => "what's",
        "wheres" => "where's",
        "whens" => "when's",
        "hows" => "how's",
        "whos" => "who's",
        "thats" => "that's",
        "theres" => "there's",
        "heres" => "here's",
        "lets" => "let's",
        "todays" => "today's",
        "tomorrows" => "tomorrow's",
        "yesterdays" => "yesterday's",
        "tonights" => "tonight's",
        "oclock" => "o'clock",
        // "ill in bed" is a state; "ill call mum" begins a sentence.
        "ill" if opens => "i'll",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::completed;

    #[test]
    fn only_what_is_no_word_by_itself() {
        assert_eq!(completed("dont", false), Some("don't"));
        assert_eq!(completed("ill", true), Some("i'll"));
        for word in ["ill", "well", "were", "shell", "wed", "its", "id", "hell", "shed", "don't"] {
            assert_eq!(completed(word, false), None, "{word}");
        }
    }
}
