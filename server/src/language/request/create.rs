//! New events and tasks.

mod build;

use super::cues::{AFTERTHOUGHTS, EVENT_CUES, TASK_CUES};
use build::{event, possession, task};

use super::{
    Outcome, PLANS, Question, Request, phrases,
    sentence::{Dated, Sentence},
    talk,
};
use crate::language::vocabulary;

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
    if let Some(end) = head.starts(&["book me in for", "book me", "book us", "book in"]) {
        let article = usize::from(matches!(head.word(end), "a" | "an" | "the" | "in"));
        let dated = head.dated(PLANS).is_ok_and(|dated| dated.resolved.is_some());
        if dated || phrases::BOOKABLE.contains(&head.word(end + article)) {
            return Some(event(&plain, &[(head.from, end)]));
        }
    }
    if let Some(outcome) = slotted_in(&plain, &head) {
        return Some(outcome);
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
    let done = ["as done", "as complete", "as completed", "as finished", "done", "complete"];
    if let Some(end) = head.starts(&["mark"]).filter(|_| head.has(&["as"]) && !head.has(&done)) {
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

/// "stick a dental appointment in for tuesday": what is put in stands between verb and "in".
fn slotted_in(plain: &Sentence<'_, '_>, head: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = head.starts(&["stick", "pop", "slot", "chuck", "put", "squeeze", "pencil"])?;
    let (at, to) = head.find(&["in for", "in on", "in at", "down for", "in next", "in this"])?;
    let joint = if matches!(head.word(to - 1), "next" | "this") { (at, at + 1) } else { (at, to) };
    let dated = head.dated(PLANS).is_ok_and(|dated| dated.resolved.is_some());
    (dated && at > end).then(|| event(plain, &[(head.from, end), joint]))
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

/// "add eggs, butter and flour to my list": each thing is one of its own.
pub(super) fn list_items(sentence: &Sentence<'_, '_>) -> Option<Vec<Request>> {
    let plain = sentence.plain();
    let (from, to) = plain.find(&phrases::TASK_LISTS)?;
    let end = plain.starts(&["add", "put", "stick", "pop", "throw", "get"])?;
    let items = plain.until(from).after(end);
    if !plain.only_marks(to) || is_imperative(&items) || items.dated_at_all() {
        return None;
    }
    let commas = (items.from..items.to).filter(|at| items.tokens.is_mark(*at, ',')).count();
    if commas == 0 {
        return None;
    }
    let mut titles = Vec::new();
    let mut start = items.from;
    for at in items.from..=items.to {
        let joint = at == items.to || items.tokens.is_mark(at, ',') || items.word(at) == "and";
        if joint {
            let title = items.after(start).until(at).title(&[]);
            // Long pieces are sentences and no things.
            if at - start > 4 {
                return None;
            }
            titles.extend((!title.is_empty()).then_some(title));
            start = at + 1;
        }
    }
    let task = |title| Request::CreateTask { title, due: None, priority: None, repeat: None };
    (titles.len() > 1).then(|| titles.into_iter().map(task).collect())
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
        || acts_on(&head)
        || first == "e" && head.at(head.from, "e-mail").is_some();
    let second = head.word(head.from + 1);
    let compound = phrases::NOUN_VERBS.contains(&first)
        && phrases::EVENT_NOUNS.contains(&second)
        && (second != "with" || first == "call");
    // "email from April" is an e-mail that came.
    let came = phrases::NOUN_VERBS.contains(&first) && second == "from";
    let taken = came
        || matches!(
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

/// "worm the dog", "lodge my return": an unknown word before an article is a verb.
fn acts_on(head: &Sentence<'_, '_>) -> bool {
    let first = head.word(head.from);
    let lower = head.tokens.get(head.from).is_some_and(|token| token.text == first);
    let article =
        matches!(head.word(head.from + 1), "the" | "my" | "our" | "his" | "her" | "their" | "some");
    lower
        && article
        && first.len() > 3
        && head.to > head.from + 2
        && !first.ends_with("ed")
        && !first.ends_with("ing")
        && !first.ends_with('s')
        && !phrases::EVENT_NOUNS.contains(&first)
        && !matches!(
            first,
            "with"
                | "from"
                | "into"
                | "over"
                | "under"
                | "about"
                | "after"
                | "before"
                | "until"
                | "till"
                | "than"
                | "that"
                | "what"
                | "when"
                | "where"
                | "which"
                | "have"
                | "spent"
                | "paid"
                | "bought"
                | "lost"
                | "went"
                | "were"
                | "love"
                | "hate"
                | "like"
                | "know"
                | "think"
                | "hope"
                | "both"
                | "half"
                | "near"
                | "around"
                | "during"
                | "since"
                | "saw"
                | "made"
                | "told"
                | "took"
                | "gave"
                | "left"
                | "sent"
                | "done"
                | "only"
                | "just"
                | "then"
                | "also"
                | "even"
                | "maybe"
                | "despite"
                | "without"
                | "because"
                | "ignore"
                | "hear"
                | "enjoy"
                | "need"
                | "want"
                | "sold"
                | "kept"
                | "forgot"
                | "thought"
                | "felt"
                | "found"
                | "brought"
                | "could"
                | "would"
                | "will"
                | "should"
                | "does"
                | "not"
                | "show"
                | "list"
                | "total"
                | "tell"
        )
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
        let thing = phrases::EVENT_NOUNS.iter().any(|noun| plain.has(&[noun]));
        if thing && !question && priority.is_none() && !talk::is_statement(&plain) {
            return Outcome::Ask(Question::What);
        }
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
