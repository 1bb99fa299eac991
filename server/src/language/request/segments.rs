//! Several requests in one message, one behind the other: what each part asks for, and what it
//! takes over from the parts before it.

mod days;
mod joint;
mod leaning;
mod split;

use super::{
    Outcome, Question, Reading, Request, agenda, ambiguous,
    candidates::{self, Choice},
    create, edits,
    findings::Findings,
    follow, frames,
    sentence::Sentence,
    series, talk,
};
use crate::language::{Reference, lexer::Tokens};
use leaning::{
    again, changed_too, completed_too, expense_date, largest_too, repeats, spread, task_too,
};
use split::split;

/// More requests than this in one message are left out.
const MOST: usize = 50;

/// Reads all requests of a message; of two readings as good as each other the first, unless
/// `ask` allows the question.
pub(super) fn read(tokens: &Tokens<'_>, reference: &Reference, ask: bool) -> Reading {
    let findings = Findings::new(tokens, reference);
    let whole = Sentence {
        tokens,
        from: 0,
        to: frames::before(tokens, 0, tokens.len()).unwrap_or(tokens.len()),
        reference,
        findings: &findings,
        carried: None,
        spent: false,
    };
    // What says how much of a series is meant may hold a joint: "starting monday, move …".
    if let Some(Outcome::Done(request)) = series::read(&whole)
        && !candidates::is_beyond(&whole)
    {
        return Reading::Requests(vec![request]);
    }
    if let Some(Outcome::Done(request)) = edits::facts::whole(&whole)
        && !candidates::is_beyond(&whole)
    {
        return Reading::Requests(vec![request]);
    }
    if let Some(reading) = follow::read(&whole) {
        return reading;
    }
    if talk::is_injection(&whole) {
        return Reading::NotUnderstood;
    }
    let mut requests: Vec<Request> = Vec::new();
    let mut question = None;
    // How many expenses without a day of their own stand last.
    let mut undated = 0;
    let parts = split(&whole, &findings);
    let alone = parts.len() == 1;
    for mut sentence in parts {
        sentence.carried = requests.last().and_then(|_| findings.carried(sentence.from));
        sentence.spent = matches!(requests.last(), Some(Request::RecordExpense { .. }));
        // "… and to lock the door": the reminder goes on.
        if matches!(requests.last(), Some(Request::CreateTask { .. }))
            && sentence.word(sentence.from) == "to"
        {
            sentence = sentence.after(sentence.from + 1);
        }
        if let Some(often) = repeats(&sentence)
            && let Some(
                Request::CreateEvent { repeat: repeat @ None, .. }
                | Request::CreateTask { repeat: repeat @ None, .. },
            ) = requests.last_mut()
        {
            *repeat = Some(often);
            continue;
        }
        if let Some(also) = completed_too(&sentence, requests.last(), whole) {
            requests.push(also);
            continue;
        }
        if let Some(also) = task_too(&sentence, requests.last(), whole) {
            requests.push(also);
            continue;
        }
        if let Some(also) = changed_too(&sentence, requests.last()) {
            requests.push(also);
            continue;
        }
        let items = create::list_items(&sentence);
        if let Some(items) = items.or_else(|| create::titled_items(&sentence)) {
            requests.extend(items);
            continue;
        }
        if let Some(most) = largest_too(&sentence, requests.last()) {
            requests.push(most);
            continue;
        }
        if let Some(again) = again(&sentence, requests.last()) {
            requests.push(again);
            continue;
        }
        if let Some(several) = days::each(&sentence) {
            requests.extend(several);
            continue;
        }
        let outcome = match one(&sentence) {
            Choice::Sure(outcome) => outcome,
            Choice::Either(requests) => {
                if alone
                    && ask
                    && let Some(choices) = ambiguous::either(&sentence, &requests)
                {
                    return choices;
                }
                let [first, _] = requests;
                Outcome::Done(first)
            }
        };
        match outcome {
            Outcome::Done(request) => {
                let date = expense_date(&request).filter(|_| sentence.dated_back());
                spread(&mut requests, undated, date);
                undated = match (expense_date(&request), date) {
                    (Some(_), None) => undated + 1,
                    _ => 0,
                };
                if let Some(Request::Change { which, to }) = requests.last_mut()
                    && let Some(whole) = edits::further(which, to, &request)
                {
                    (*which, *to) = whole;
                    continue;
                }
                // "that one's done, i did it this morning" says one thing twice.
                if requests.last() != Some(&request) || !matches!(request, Request::Complete { .. })
                {
                    requests.push(request);
                }
            }
            Outcome::Ask(asked) => question = question.or(Some(asked)),
            Outcome::Nothing => {}
        }
        if requests.len() >= MOST {
            break;
        }
    }
    match (requests.is_empty(), question) {
        (false, _) => Reading::Requests(requests),
        (true, Some(question)) => Reading::Ask(question),
        (true, None) => Reading::NotUnderstood,
    }
}

/// Whether a sentence asks for one thing only.
pub(super) fn is_one(sentence: &Sentence<'_, '_>, findings: &Findings<'_, '_>) -> bool {
    split(sentence, findings).len() == 1
}

/// Reads one part of a message.
fn one(sentence: &Sentence<'_, '_>) -> Choice {
    let plain = sentence.plain();
    if plain.is_empty() {
        return Choice::Sure(Outcome::Nothing);
    }
    if talk::is_of_others(&plain) {
        return Choice::Sure(Outcome::Nothing);
    }
    if talk::is_idle(sentence) && !plain.asks()
        || talk::is_idle(&plain) && !sentence.has(&["how much"])
    {
        let again = plain.starts(&["could you repeat", "repeat this", "repeat that"]).is_some();
        return Choice::Sure(if again { Outcome::Ask(Question::Which) } else { Outcome::Nothing });
    }
    if plain.starts(&["repeat"]).is_some() && agenda::read_out(&plain).is_none() {
        return Choice::Sure(Outcome::Ask(Question::Which));
    }
    candidates::read(sentence)
}
