//! Statements that something is done: "taxes are filed!", "email HR - done".

use crate::language::request::{PLANS, sentence::Sentence};

/// The words that name what is done.
pub(super) fn finished<'s, 't>(sentence: &Sentence<'s, 't>) -> Option<Sentence<'s, 't>> {
    // "✓ laundry", "[x] laundry"
    let boxed = sentence.tokens.is_mark(sentence.from, '[')
        && sentence.tokens.is(sentence.from + 1, "x")
        && sentence.tokens.is_mark(sentence.from + 2, ']');
    let marked = matches!(sentence.tokens.mark(sentence.from), Some('✓' | '✔' | '✅' | '☑'));
    let front = if boxed { 3 } else { usize::from(marked) };
    if front > 0 && sentence.to > sentence.from + front {
        return Some(sentence.after(sentence.from + front));
    }
    // "laundry ✓"
    let ticked = (sentence.to > sentence.from + 1)
        .then(|| sentence.to - 1)
        .filter(|at| matches!(sentence.tokens.mark(*at), Some('✓' | '✔' | '✅' | '☑')));
    if let Some(at) = ticked.filter(|_| sentence.scan(PLANS).is_empty()) {
        return Some(sentence.until(at));
    }
    // "that's the batteries sorted"
    if let Some(end) = sentence.starts(&["that's", "thats", "that is"])
        && sentence.after(end).starts(&["the", "my", "our"]).is_some()
        && matches!(
            sentence.word(sentence.last_word()),
            "done"
                | "sorted"
                | "finished"
                | "paid"
                | "booked"
                | "sent"
                | "completed"
                | "dealt"
                | "ticked"
        )
        && !sentence.is_question()
    {
        let last = sentence.last_word();
        return Some(sentence.after(end).until(last)).filter(|task| task.to > task.from + 1);
    }
    // "taxes are filed", "that passport renewal thing is done", "email HR - done"
    let last = (sentence.from..sentence.to).rev().find(|at| sentence.tokens.is_word(*at))?;
    let finished = matches!(
        sentence.word(last),
        "done"
            | "finished"
            | "complete"
            | "completed"
            | "sorted"
            | "filed"
            | "sent"
            | "submitted"
            | "paid"
            | "fixed"
            | "cleaned"
            | "posted"
            | "mailed"
            | "delivered"
            | "renewed"
            | "handled"
            | "washed"
            | "booked"
            | "ordered"
            | "bought"
            | "packed"
            | "ironed"
            | "watered"
            | "walked"
            | "fed"
            | "mowed"
            | "hoovered"
            | "vacuumed"
            | "returned"
            | "collected"
            | "signed"
            | "printed"
            | "emailed"
            | "written"
            | "taken"
            | "swept"
    );
    if !finished
        || sentence.is_question()
        || last == sentence.from
        || !sentence.amounts().is_empty()
    {
        return None;
    }
    let verbs = (sentence.from..last)
        .rev()
        .take_while(|at| {
            matches!(
                sentence.word(*at),
                "is" | "are"
                    | "was"
                    | "been"
                    | "has"
                    | "have"
                    | "now"
                    | "all"
                    | "got"
                    | "were"
                    | "already"
                    | "finally"
                    | "just"
            )
        })
        .count();
    let dash = sentence.tokens.is_dash(last - 1)
        || sentence.tokens.is_mark(last - 1, ':')
        || sentence.tokens.is_mark(last - 1, ',');
    // "laundry done"
    let terse = sentence.to - sentence.from <= 5
        && (matches!(sentence.word(last), "done" | "finished" | "completed")
            || sentence.to - sentence.from <= 3
                && matches!(
                    sentence.word(last),
                    "sent"
                        | "paid"
                        | "booked"
                        | "ordered"
                        | "sorted"
                        | "submitted"
                        | "posted"
                        | "fixed"
                ));
    if verbs == 0 && !dash && !terse
        || !sentence.scan(PLANS).is_empty()
        || matches!(sentence.word(sentence.from), "get" | "i" | "have" | "need" | "needs")
    {
        return None;
    }
    Some(sentence.until(last - verbs - usize::from(dash)))
}
