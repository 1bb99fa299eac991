//! New events and tasks.

use chrono::TimeDelta;

use super::{
    Outcome, PLANS, Question, Request, phrases,
    sentence::{Dated, Sentence},
    talk,
};
use crate::language::{resolve::Resolved, vocabulary, when::Moment};

/// How long an event lasts when nothing is said.
const DEFAULT_MINUTES: i64 = 60;

/// Openings that make a task. Longer ones stand before their beginnings.
const TASK_CUES: [&str; 64] = [
    "set a reminder for me to",
    "set a reminder to",
    "set a reminder for",
    "set a reminder that",
    "set a reminder",
    "set reminder to",
    "set reminder",
    "set me a reminder to",
    "create a reminder to",
    "create a reminder for",
    "create a reminder",
    "create reminder",
    "make a reminder to",
    "make a reminder for",
    "make a reminder",
    "add a reminder to",
    "add a reminder for",
    "add a reminder",
    "add reminder",
    "new reminder",
    "reminder to",
    "reminder for",
    "reminder that",
    "reminder",
    "remind me to",
    "remind me that",
    "remind me about",
    "remind me of",
    "remind me",
    "remind us to",
    "add a task to",
    "add a task for",
    "add a task",
    "add task to",
    "add task",
    "add a todo",
    "add todo",
    "add to do",
    "create a task to",
    "create a task for",
    "create a task",
    "create task",
    "make a task",
    "new task",
    "new todo",
    "task to",
    "task",
    "todo",
    "to-do",
    "to do",
    "don't let me forget to",
    "don't forget to",
    "dont forget to",
    "don't forget about",
    "don't forget",
    "dont forget",
    "i need to",
    "i have to",
    "i've got to",
    "i must",
    "i should",
    "i gotta",
    "need to",
    "have to",
];

/// Openings that make an event.
const EVENT_CUES: [&str; 51] = [
    "schedule me for",
    "schedule me in for",
    "schedule me a",
    "schedule me",
    "schedule",
    "add an event called",
    "add an event for",
    "add an event",
    "add event",
    "add a calendar event",
    "create an event called",
    "create an event for",
    "create an event",
    "create event",
    "create a calendar event",
    "create a new event",
    "make an event",
    "make event",
    "new event",
    "event",
    "new appointment",
    "create appointment",
    "create an appointment",
    "make an appointment",
    "make appointment",
    "set up an appointment",
    "add appointment",
    "plan for",
    "block off time for",
    "block out time for",
    "block time for",
    "block off",
    "block out",
    "block",
    "set up",
    "setup",
    "pencil me in for",
    "pencil in",
    "mark that i have",
    "mark that",
    "mark down",
    "mark my calendar for",
    "put down",
    "add to calendar",
    "add to my calendar",
    "calendar",
    "arrange",
    "organise",
    "organize",
    "set aside",
    "hold",
];

/// Wishes behind a statement: "…, can you put that in".
const AFTERTHOUGHTS: [&str; 14] = [
    "can you put that in",
    "could you put that in",
    "please put that in",
    "put that in",
    "can you add that",
    "add that please",
    "please add that",
    "can you add it",
    "put it in my calendar",
    "add it to my calendar",
    "can you put it in",
    "can you schedule it",
    "can you schedule that",
    "please add it",
];

/// Names that stand for nothing yet: "schedule something", "add an event".
const NOTHING: [&str; 16] = [
    "",
    "something",
    "event",
    "events",
    "meeting me",
    "task",
    "reminder",
    "it",
    "that",
    "this",
    "an event",
    "a task",
    "a reminder",
    "something for me",
    "thing",
    "a thing",
];

/// A sentence whose opening says what it makes.
pub(super) fn commanded(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    if let Some(outcome) = listed(&plain) {
        return Some(outcome);
    }
    let head = head(&plain);
    if let Some(end) = head.starts(&TASK_CUES).filter(|end| is_cue(&head, *end)) {
        return Some(task(&plain, &[(head.from, end)]));
    }
    if let Some((from, to)) = plain
        .find(&[
            "can you nag me about it",
            "nag me about it",
            "remind me about it",
            "remind me of it",
            "can you remind me",
            "remind me",
        ])
        .filter(|(from, _)| *from > plain.from)
    {
        let keep = plain
            .starts(&[
                "i keep forgetting about",
                "i keep forgetting to",
                "i keep forgetting",
                "i always forget to",
                "i always forget",
            ])
            .map(|end| (plain.from, end));
        let polite = plain
            .find(&["can you", "could you", "please"])
            .filter(|(at, end)| *end == from && *at > plain.from);
        let mut cut = vec![(from, to)];
        cut.extend(keep);
        cut.extend(polite);
        return Some(task(&plain, &cut));
    }
    if let Some(cut) = plain.find(&AFTERTHOUGHTS).filter(|(from, _)| *from > plain.from) {
        return Some(event(&plain, &[cut]));
    }
    if let Some(cut) = plain.find(&[
        "needs to be marked as",
        "should be marked as",
        "is marked as",
        "to be marked as",
    ]) {
        return Some(event(&plain, &[cut]));
    }
    let calendar = plain
        .find(&phrases::CALENDARS)
        .filter(|(at, _)| !matches!(plain.word(*at), "from" | "off"));
    if let Some(calendar) = calendar {
        let verb = plain
            .starts(&[
                "add", "put", "pop", "set", "mark", "stick", "enter", "schedule", "create",
                "place", "log", "note", "save", "include", "make", "insert", "book",
            ])
            .map(|end| (plain.from, end));
        if let Some(verb) = verb {
            return Some(event(&plain, &[verb, calendar]));
        }
    }
    if let Some(end) = head.starts(&EVENT_CUES).filter(|end| is_cue(&head, *end)) {
        let cues = [(head.from, end)];
        return Some(event(&plain, &cues));
    }
    if let Some(end) = head.starts(&["book"]) {
        let article =
            usize::from(matches!(head.word(end), "a" | "an" | "the" | "my" | "some" | "me" | "in"));
        let noun = (end + article..(end + article + 2).min(head.to))
            .any(|at| phrases::BOOKABLE.contains(&head.word(at)));
        if noun {
            return Some(event(&plain, &[(head.from, end)]));
        }
    }
    if let Some(end) = head.starts(&["mark"]).filter(|_| head.has(&["as"])) {
        return Some(event(&plain, &[(head.from, end)]));
    }
    if let Some(end) = head
        .starts(&["put"])
        .filter(|end| matches!(head.word(*end), "a" | "an" | "my" | "in" | "down"))
    {
        return Some(event(&plain, &[(head.from, end)]));
    }
    None
}

/// Whether what was found as an opening is one: "schedule for today" asks, "block party" is a party.
fn is_cue(head: &Sentence<'_, '_>, end: usize) -> bool {
    let cue = head.word(head.from);
    let next = head.word(end);
    let single = end == head.from + 1;
    match cue {
        "schedule" if single => !matches!(next, "for" | "on" | "is") || head.to - end > 6,
        "task" | "todo" | "reminder" | "event" | "calendar" | "to" if single || cue == "to" => {
            head.tokens.is_mark(end, ':')
                || head.tokens.is_dash(end)
                || cue != "to"
                    && !matches!(
                        next,
                        "list" | "for" | "due" | "items" | "on" | "in" | "at" | "manager"
                    )
        }
        "block" if single => !matches!(next, "party" | "leave"),
        "hold" | "arrange" | "organise" | "organize" | "plan" if single => phrases::EVENT_NOUNS
            .iter()
            .any(|noun| (end..head.to.min(end + 3)).any(|at| head.word(at) == *noun)),
        "set" if single => false,
        "have" | "need" | "i" if head.tokens.any(end, &["be", "know", "see"]) => false,
        _ => true,
    }
}

/// "add eggs to the shopping list", "list wash laundry on my to do list".
fn listed(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let (from, to) = plain.find(&phrases::TASK_LISTS)?;
    let body = plain
        .starts(&["i need to", "i have to", "i want to"])
        .map_or(*plain, |end| plain.after(end));
    let end = body.starts(&[
        "add", "put", "list", "include", "write", "stick", "pop", "place", "set", "note", "get",
        "throw", "enter",
    ])?;
    if from <= end {
        return None;
    }
    Some(task(&plain.after(body.from), &[(body.from, end), (from, to)]))
}

/// The sentence from its first word on that is no date and no mark of urgency.
pub(super) fn head<'s, 't>(sentence: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let fragments = sentence.scan(PLANS);
    let priority = sentence.priority().map(|(_, span)| span);
    let mut at = sentence.from;
    loop {
        let before = at;
        if let Some(fragment) =
            fragments.iter().find(|fragment| fragment.from == at && fragment.parts.is_dated())
        {
            at = fragment.to;
        }
        if let Some((_, to)) = priority.filter(|(from, _)| *from == at) {
            at = to;
        }
        while at < sentence.to
            && sentence
                .tokens
                .mark(at)
                .is_some_and(|mark| matches!(mark, ',' | ':' | '-' | '–' | '—' | '!' | '.' | '…'))
        {
            at += 1;
        }
        if at == before || at >= sentence.to {
            break;
        }
    }
    if at >= sentence.to { *sentence } else { sentence.after(at).plain() }
}

/// Whether the first word is a verb that asks to do something, and no part of a name.
pub(super) fn is_imperative(sentence: &Sentence<'_, '_>) -> bool {
    let head = head(sentence);
    let first = head.word(head.from);
    let verb = phrases::IMPERATIVES.contains(&first)
        || phrases::IMPERATIVES.iter().any(|verb| vocabulary::one_error(first, verb))
        || first == "e" && head.at(head.from, "e-mail").is_some();
    let second = head.word(head.from + 1);
    let compound =
        phrases::EVENT_NOUNS.contains(&second) && !(matches!(second, "with") && first != "call");
    let taken = matches!(
        first,
        "email"
            | "text"
            | "post"
            | "report"
            | "call"
            | "back"
            | "water"
            | "plant"
            | "top"
            | "look"
            | "rent"
            | "train"
            | "service"
            | "study"
            | "book"
            | "work"
            | "watch"
            | "set"
            | "walk"
            | "paint"
    ) && head.to == head.from + 1;
    verb && !compound && !taken && !head.tokens.is_mark(head.from + 1, '\'')
}

/// Whether an opening asks for an event or a task.
pub(super) fn is_commanded(sentence: &Sentence<'_, '_>) -> bool {
    let head = head(&sentence.plain());
    head.starts(&TASK_CUES).is_some_and(|end| is_cue(&head, end))
        || head.starts(&EVENT_CUES).is_some_and(|end| is_cue(&head, end))
        || sentence.has(&phrases::CALENDARS)
}

/// Whether the sentence is something to do, so that an amount in it is part of it.
pub(super) fn is_task_like(sentence: &Sentence<'_, '_>) -> bool {
    let head = head(&sentence.plain());
    if matches!(
        head.word(head.from),
        "add"
            | "put"
            | "record"
            | "log"
            | "note"
            | "report"
            | "charge"
            | "train"
            | "rent"
            | "book"
            | "service"
            | "water"
            | "post"
    ) {
        return false;
    }
    head.starts(&TASK_CUES).is_some_and(|end| is_cue(&head, end)) || is_imperative(&head)
}

/// A sentence without an opening: a verb phrase is a task, a name with a day or time an event.
pub(super) fn plain(sentence: &Sentence<'_, '_>) -> Outcome {
    let plain = sentence.plain();
    let dated = match plain.dated(PLANS) {
        Ok(dated) => dated,
        Err(question) => {
            return if plain.is_question() { Outcome::Nothing } else { Outcome::Ask(question) };
        }
    };
    let priority = plain.priority();
    let head = head(&plain);
    if is_imperative(&plain) {
        if let Some(end) = head.starts(&["add", "create", "make"]) {
            return added(&plain, (head.from, end), &dated);
        }
        return task(&plain, &[]);
    }
    let question = matches!(
        plain.word(plain.from),
        "what"
            | "what's"
            | "when"
            | "how"
            | "which"
            | "where"
            | "who"
            | "why"
            | "do"
            | "did"
            | "is"
            | "are"
            | "am"
            | "does"
            | "can"
            | "could"
            | "would"
            | "will"
            | "should"
            | "has"
            | "was"
            | "were"
            | "have"
    );
    let Some(resolved) = dated.resolved.as_ref().filter(|_| !question) else {
        if priority.is_some() && !question && !talk::is_statement(&plain) {
            return task(&plain, &[]);
        }
        return Outcome::Nothing;
    };
    if talk::is_statement(&plain) {
        return Outcome::Nothing;
    }
    let said = possession(&head);
    let mut cut = dated.used.clone();
    cut.extend(said);
    cut.extend(priority.map(|(_, span)| span));
    if plain.title(&cut).is_empty() {
        return Outcome::Ask(Question::OnlyATime(resolved.start));
    }
    if plain.to > plain.from && plain.tokens.is_mark(plain.to - 1, '?') {
        return Outcome::Ask(Question::Unclear);
    }
    if ((dated.parts.deadline || dated.parts.due)
        && !dated.parts.until
        && dated.parts.end_clock.is_none())
        || priority.is_some()
    {
        return task(&plain, &[]);
    }
    event(&plain, &said.into_iter().collect::<Vec<_>>())
}

/// "add X" without a list or a calendar: a verb phrase or a thing is a task, a dated name an event.
fn added(plain: &Sentence<'_, '_>, verb: (usize, usize), dated: &Dated) -> Outcome {
    let body = plain.after(verb.1);
    let noun = body
        .word(body.from + usize::from(matches!(body.word(body.from), "a" | "an" | "the" | "my")));
    if is_imperative(&body) || dated.resolved.is_none() && !phrases::EVENT_NOUNS.contains(&noun) {
        return if matches!(plain.word(verb.0), "make" | "create") && !is_imperative(&body) {
            task(plain, &[])
        } else {
            task(plain, &[verb])
        };
    }
    if dated.resolved.is_none()
        || matches!(plain.word(verb.0), "make") && !phrases::EVENT_NOUNS.contains(&noun)
    {
        return if phrases::EVENT_NOUNS.contains(&noun) {
            Outcome::Ask(Question::What)
        } else {
            task(plain, &[])
        };
    }
    event(plain, &[verb])
}

/// "i have", "i've got": said before the thing itself.
fn possession(head: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    head.starts(&[
        "i have got",
        "i've got",
        "i have",
        "i've",
        "we have got",
        "we've got",
        "we have",
        "i'm having",
        "we're having",
        "there's",
        "there is",
        "i need",
        "we need",
        "i am",
        "i'm",
        "we're",
        "i got",
    ])
    .map(|end| (head.from, end))
}

/// Builds a task from the words that are no date, no urgency and no opening.
fn task(sentence: &Sentence<'_, '_>, openings: &[(usize, usize)]) -> Outcome {
    let dated = match sentence.dated(PLANS) {
        Ok(dated) => dated,
        Err(question) => return Outcome::Ask(question),
    };
    let priority = sentence.priority();
    let mut cut = dated.used;
    cut.extend(openings);
    cut.extend(priority.map(|(_, span)| span));
    let title = sentence.title(&cut);
    if NOTHING.contains(&title.to_lowercase().as_str()) {
        return Outcome::Ask(Question::What);
    }
    let today = sentence.today();
    let due = dated.resolved.as_ref().map(|resolved| match (resolved.stretch, resolved.end) {
        // "next week" is due on its Monday, "this week" by its end.
        (true, Some(end)) if resolved.start.date() < today => end,
        _ => resolved.start,
    });
    let rule = dated.resolved.and_then(|resolved| resolved.rule);
    Outcome::Done(Request::CreateTask {
        title,
        due,
        priority: priority.map(|(priority, _)| priority),
        rule,
    })
}

/// Builds an event from the words that are no date and no opening.
fn event(sentence: &Sentence<'_, '_>, openings: &[(usize, usize)]) -> Outcome {
    let dated = match sentence.dated(PLANS) {
        Ok(dated) => dated,
        Err(question) => return Outcome::Ask(question),
    };
    let mut cut = dated.used;
    cut.extend(openings);
    cut.extend(sentence.find(&phrases::CALENDARS));
    // "i need a meeting scheduled with bob", "mark that i have a meeting"
    for words in ["scheduled", "called", "titled", "named"] {
        cut.extend(
            sentence.find(&[words]).filter(|(at, end)| *at > sentence.from && *end < sentence.to),
        );
    }
    let rest = openings
        .iter()
        .map(|(_, to)| *to)
        .filter(|to| *to < sentence.to)
        .min()
        .unwrap_or(sentence.from);
    cut.extend(possession(&sentence.after(rest)));
    let named = sentence.title(&cut);
    let Some(resolved) = dated.resolved else {
        return Outcome::Ask(Question::What);
    };
    let place = location(sentence, &cut);
    if let Some((_, from, to)) = &place {
        cut.push((*from, *to));
    }
    let title = Some(sentence.title(&cut)).filter(|title| !title.is_empty()).unwrap_or(named);
    if NOTHING.contains(&title.to_lowercase().as_str()) {
        return Outcome::Ask(Question::What);
    }
    let (start, end, all_day) = span(&resolved);
    Outcome::Done(Request::CreateEvent {
        title,
        start,
        end,
        all_day,
        location: place.map(|(name, ..)| name),
        rule: resolved.rule,
    })
}

/// Start and end of an event, with the usual length where none was said.
fn span(resolved: &Resolved) -> (Moment, Moment, bool) {
    match resolved.start {
        Moment::Day(_) => (resolved.start, resolved.end.unwrap_or(resolved.start), true),
        Moment::At(start) => {
            let usual =
                start.checked_add_signed(TimeDelta::minutes(DEFAULT_MINUTES)).unwrap_or(start);
            (resolved.start, resolved.end.unwrap_or(Moment::At(usual)), false)
        }
    }
}

/// The place behind "at", up to a comma, a preposition or a date.
fn location(sentence: &Sentence<'_, '_>, cut: &[(usize, usize)]) -> Option<(String, usize, usize)> {
    let kept =
        |at: usize| at < sentence.to && !cut.iter().any(|(from, to)| (*from..*to).contains(&at));
    let at = (sentence.from + 1..sentence.to).find(|at| {
        kept(*at)
            && matches!(sentence.word(*at), "at" | "@")
            && kept(at + 1)
            && sentence.tokens.number(at + 1).is_none()
    })?;
    let ends = |place: usize| {
        !kept(place)
            || sentence.tokens.is_mark(place, ',')
            || sentence.tokens.is_mark(place, '.') && !sentence.tokens.glued(place + 1)
            || matches!(
                sentence.word(place),
                "with" | "for" | "to" | "and" | "on" | "about" | "from"
            )
    };
    let end = (at + 1..sentence.to).find(|place| ends(*place)).unwrap_or(sentence.to);
    let text = sentence.tokens.text.get(sentence.tokens.span(at + 1, end))?.trim();
    (end > at + 1 && !text.is_empty())
        .then(|| (text.trim_end_matches(['.', ',', '!', '?', ';']).to_owned(), at, end))
}
