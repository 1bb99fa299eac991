//! One part of a message, with the questions the intent readers ask of it.

use chrono::NaiveDate;

use super::{Days, Priority, Question, findings::Findings, phrases};
use crate::language::{
    Direction, Reference,
    lexer::{Kind, Tokens},
    money::Found,
    resolve::{self, Resolved},
    scan::{Fragment, Parts, Scene},
    when::{self, Moment},
};

/// A part of a message that asks for one thing.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'s, 't> {
    pub(super) tokens: &'s Tokens<'t>,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) reference: &'s Reference,
    pub(super) findings: &'s Findings<'s, 't>,
    /// The day of the item before, for one that has only a time.
    pub(super) carried: Option<NaiveDate>,
    /// The item before was an expense, so a number at the start is another.
    pub(super) spent: bool,
}

/// The date expression of a sentence and the tokens it takes.
pub(super) struct Dated {
    pub(super) parts: Parts,
    pub(super) used: Vec<(usize, usize)>,
    pub(super) resolved: Option<Resolved>,
}

impl<'s, 't> Sentence<'s, 't> {
    pub(super) fn today(&self) -> NaiveDate {
        self.reference.now.date_naive()
    }

    pub(super) fn word(&self, at: usize) -> &str {
        if at < self.to { self.tokens.word(at) } else { "" }
    }

    /// The same sentence from another token on.
    pub(super) fn after(&self, from: usize) -> Self {
        Self { from: from.min(self.to), ..*self }
    }

    pub(super) fn until(&self, to: usize) -> Self {
        Self { to: to.max(self.from), ..*self }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.from >= self.to
    }

    /// Whether the words stand at a place inside the sentence.
    pub(super) fn at(&self, at: usize, phrase: &str) -> Option<usize> {
        phrase_at(self.tokens, at, phrase).filter(|end| *end <= self.to)
    }

    pub(super) fn starts(&self, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.at(self.from, phrase))
    }

    /// The first place where one of the phrases stands, and the place behind it.
    pub(super) fn find(&self, phrases: &[&str]) -> Option<(usize, usize)> {
        (self.from..self.to).find_map(|at| {
            let first = self.tokens.word(at).as_bytes().first()?;
            phrases
                .iter()
                .filter(|phrase| phrase.as_bytes().first() == Some(first))
                .find_map(|phrase| self.at(at, phrase))
                .map(|end| (at, end))
        })
    }

    pub(super) fn has(&self, phrases: &[&str]) -> bool {
        self.find(phrases).is_some()
    }

    /// Without the words of politeness at its start.
    pub(super) fn plain(&self) -> Self {
        let mut at = self.from;
        loop {
            while at < self.to
                && matches!(
                    self.tokens.mark(at),
                    Some(',' | '-' | '.' | ':' | '!' | '*' | '•' | '…')
                )
                && !(self.tokens.is_dash(at)
                    && self.tokens.glued(at + 1)
                    && self.tokens.number(at + 1).is_some())
            {
                at += 1;
            }
            match phrases::POLITE
                .iter()
                .find_map(|phrase| self.at(at, phrase))
                .filter(|end| *end < self.to)
            {
                Some(end) => at = end,
                None => return self.after(at),
            }
        }
    }

    /// Whether it is put as a question.
    pub(super) fn is_question(&self) -> bool {
        (self.from..self.to).any(|at| self.tokens.is_mark(at, '?'))
            || matches!(
                self.word(self.from),
                "what"
                    | "what's"
                    | "whats"
                    | "when"
                    | "when's"
                    | "whens"
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
                    | "have"
                    | "any"
                    | "anything"
                    | "does"
                    | "who's"
            )
    }

    /// The date expressions of the sentence.
    pub(super) fn scan(&self, direction: Direction) -> Vec<Fragment> {
        self.findings.dates(direction, self.from, self.to)
    }

    /// Whether a day or time is named.
    pub(super) fn dated_at_all(&self) -> bool {
        self.scan(Direction::Forward).iter().any(|fragment| fragment.parts.is_dated())
    }

    /// The numbers of the sentence that may be amounts.
    pub(super) fn amounts(&self) -> Vec<Found> {
        self.findings.amounts(self.from, self.to)
    }

    /// The date expression of the sentence, read together from all its pieces.
    pub(super) fn dated(&self, direction: Direction) -> Result<Dated, Question> {
        self.together(&self.scan(direction), direction)
    }

    /// The same, where a bare number at the start is an hour: "(move lunch to) 1".
    pub(super) fn dated_from_hour(&self, direction: Direction) -> Result<Dated, Question> {
        let scene = Scene::new(self.tokens, self.reference, direction).with_hour_first();
        self.together(&scene.scan(self.from, self.to), direction)
    }

    fn together(&self, fragments: &[Fragment], direction: Direction) -> Result<Dated, Question> {
        let Some((mut parts, used)) = when::together(fragments) else {
            return Ok(Dated { parts: Parts::default(), used: Vec::new(), resolved: None });
        };
        let carries = parts.day.is_none()
            && parts.instant.is_none()
            && parts.repeat.is_none()
            && (parts.clock.is_some() || parts.part.is_some());
        if let Some(day) = self.carried.filter(|_| carries) {
            parts.day = Some(crate::language::day::DaySlot::exact(day));
        }
        let hint = when::hint(self.tokens, self.from, self.to);
        let resolved =
            resolve::resolve(&parts, self.reference, direction, hint).map_err(Question::from)?;
        let used = used.into_iter().map(|fragment| (fragment.from, fragment.to)).collect();
        Ok(Dated { parts, used, resolved })
    }

    /// The days a question is about.
    pub(super) fn days(&self, direction: Direction) -> Result<(Days, Dated), Question> {
        let dated = self.dated(direction)?;
        let today = self.today();
        let days = match &dated.resolved {
            None => Days::default(),
            Some(resolved) => {
                let first = resolved.start.date();
                let last = resolved.end.map_or(first, |end| end.date());
                if dated.parts.since {
                    Days { first: Some(first), last: Some(last.max(today)) }
                } else if dated.parts.deadline && resolved.end.is_none() {
                    Days { first: None, last: Some(first) }
                } else {
                    Days { first: Some(first), last: Some(last) }
                }
            }
        };
        Ok((days, dated))
    }

    /// How pressing it is said to be, and where.
    pub(super) fn priority(&self) -> Option<(Priority, (usize, usize))> {
        for at in self.from..self.to {
            let level = self.tokens.number(at + 1).filter(|_| {
                self.tokens.is(at, "p")
                    && self.tokens.glued(at + 1)
                    && self.tokens.clean_right(at + 2)
                    && self.tokens.clean_left(at)
            });
            let level = match level {
                Some(1) => Some(Priority::High),
                Some(2 | 3) => Some(Priority::Medium),
                Some(4) => Some(Priority::Low),
                _ => None,
            };
            if let Some(level) = level {
                return Some((
                    level,
                    (at - usize::from(at > self.from && self.tokens.is_mark(at - 1, '!')), at + 2),
                ));
            }
            if let Some((priority, end)) = phrases::PRESSING
                .iter()
                .find_map(|(phrase, priority)| self.at(at, phrase).map(|end| (*priority, end)))
            {
                // "an important meeting" and "the urgent care clinic" keep their word.
                let edge = at == self.from
                    || end == self.to
                    || !self.tokens.is_word(end)
                    || !self.tokens.is_word(at - 1)
                    || end - at > 1
                    || self.tokens.is(at, "asap");
                if edge {
                    return Some((priority, (at, end)));
                }
            }
        }
        None
    }

    /// The text of the sentence without the given stretches of tokens, tidied up as a title.
    pub(super) fn title(&self, without: &[(usize, usize)]) -> String {
        let kept: Vec<usize> = (self.from..self.to)
            .filter(|at| !without.iter().any(|(from, to)| (*from..*to).contains(at)))
            .collect();
        let kept = trim(self.tokens, &kept);
        let mut title = String::new();
        let mut last: Option<usize> = None;
        for at in kept {
            let Some(token) = self.tokens.get(*at) else { continue };
            match last {
                // What stood together stays as it was written.
                Some(before) if before + 1 == *at => {
                    let gap = self
                        .tokens
                        .get(before)
                        .map_or(token.start, crate::language::lexer::Token::end);
                    title.push_str(self.tokens.text.get(gap..token.start).unwrap_or(" "));
                }
                Some(_) if matches!(token.kind, Kind::Mark(',' | '.' | ';' | ':' | '!' | '?')) => {}
                Some(_) => title.push(' '),
                None => {}
            }
            title.push_str(token.text);
            last = Some(*at);
        }
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        unquoted(&title).to_owned()
    }
}

/// A title without "a" or "an" before it.
pub(super) fn without_article(title: String) -> String {
    let rest = ["a ", "an ", "A ", "An "].iter().find_map(|article| title.strip_prefix(article));
    rest.map(str::to_owned).unwrap_or(title)
}

/// A title that is nothing but a quotation loses its marks.
fn unquoted(title: &str) -> &str {
    for (open, close) in [("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’"), ("«", "»"), ("`", "`")]
    {
        if let Some(inner) = title.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
            && !inner.contains(open)
        {
            return inner.trim();
        }
    }
    title
}

/// Words that may not be left at the ends of a title.
const LOOSE_START: [&str; 17] = [
    "for", "on", "at", "to", "and", "that", "of", "as", "about", "in", "then", "by", "from", "is",
    "called", "titled", "named",
];
const LOOSE_END: [&str; 22] = [
    "for", "on", "at", "to", "and", "of", "as", "in", "then", "by", "from", "with", "the", "a",
    "an", "is", "please", "due", "starting", "until", "thanks", "too",
];

/// Drops marks and dangling words from both ends.
fn trim<'k>(tokens: &Tokens<'_>, kept: &'k [usize]) -> &'k [usize] {
    let mut slice = kept;
    while let Some((first, rest)) = slice.split_first() {
        let mark = tokens.mark(*first).is_some_and(|mark| {
            !matches!(mark, '#' | '(' | '$' | '€' | '£' | '<' | '[' | '&' | '+')
        });
        let loose = LOOSE_START.contains(&tokens.word(*first)) && !rest.is_empty();
        if !(mark || loose) {
            break;
        }
        slice = rest;
    }
    while let Some((last, rest)) = slice.split_last() {
        let mark = tokens.mark(*last).is_some_and(|mark| {
            !matches!(mark, ')' | '%' | '€' | '$' | '£' | '>' | ']' | '+' | '#')
        });
        let loose = LOOSE_END.contains(&tokens.word(*last)) && !rest.is_empty();
        if !(mark || loose) {
            break;
        }
        slice = rest;
    }
    slice
}

/// Words one after the other, forgiving one typing error in words of six letters and more.
pub(super) fn phrase_at(tokens: &Tokens<'_>, at: usize, phrase: &str) -> Option<usize> {
    // The first letter has to be right in any case, which tells most phrases apart at once.
    if tokens.word(at).as_bytes().first() != phrase.as_bytes().first() {
        return None;
    }
    let mut place = at;
    for word in phrase.split(' ') {
        if let Some((left, right)) = word.split_once('-') {
            let joined =
                tokens.is(place, left) && tokens.is_dash(place + 1) && tokens.is(place + 2, right);
            place = joined.then_some(place + 3)?;
            continue;
        }
        let here = tokens.word(place);
        if here != word && !crate::language::vocabulary::one_error(here, word) {
            return None;
        }
        place += 1;
    }
    Some(place)
}

/// A moment's day when it is one, for expenses.
pub(super) fn day_of(moment: Moment, latest: NaiveDate) -> NaiveDate {
    moment.date().min(latest)
}
