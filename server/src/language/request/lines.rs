//! Pasted lists: one request a line, with bullets, numbers and boxes in front, and headings that
//! hold for the lines below ("todo:", "friday:").

use super::{LONGEST_LINES, Reading, Request};
use crate::language::{Direction, Reference, lexer::Tokens, when};

/// What a heading says about the lines below it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Heading {
    /// They are things to do.
    Tasks,
    /// They are on this day, in the words of the heading.
    Day(String),
}

/// How a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bullet {
    None,
    Point,
    /// "[ ]"
    Open,
    /// "[x]": done already.
    Ticked,
}

/// Reads a message of several lines, each by itself; `None` where there is only one.
pub(super) fn read(
    text: &str,
    reference: &Reference,
    read_one: &impl Fn(&str) -> Reading,
) -> Option<Reading> {
    let mut lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() == 1 {
        lines = numbered(text);
    }
    if lines.len() < 2 {
        return None;
    }
    let mut heading = None;
    let mut requests: Vec<Request> = Vec::new();
    let mut other = None;
    for line in lines.into_iter().take(LONGEST_LINES) {
        let (bullet, body) = strip(line);
        if bullet == Bullet::Ticked || body.is_empty() {
            continue;
        }
        if bullet == Bullet::None
            && let Some(found) = head(body, reference)
        {
            heading = Some(found);
            continue;
        }
        match under(body, bullet, heading.as_ref(), reference, read_one) {
            Reading::Requests(more) => requests.extend(more),
            Reading::NotUnderstood => {}
            reading => other = other.or(Some(reading)),
        }
    }
    Some(match (requests.is_empty(), other) {
        (false, _) => Reading::Requests(requests),
        (true, Some(other)) => other,
        (true, None) => Reading::NotUnderstood,
    })
}

/// "1. buy milk 2. call mum 3. pay rent": the pieces of a numbered list on one line.
fn numbered(text: &str) -> Vec<&str> {
    let text = text.trim();
    let mut pieces = Vec::new();
    let mut rest = text;
    for number in 1..=LONGEST_LINES {
        let starts = |text: &str| {
            ['.', ')'].iter().any(|mark| text.starts_with(&format!("{number}{mark} ")))
        };
        if number == 1 {
            if !starts(rest) {
                return Vec::new();
            }
            continue;
        }
        let next = [format!(" {number}. "), format!(" {number}) ")]
            .iter()
            .filter_map(|mark| rest.find(mark.as_str()))
            .min();
        let Some(at) = next else { break };
        let (piece, behind) = rest.split_at(at);
        pieces.push(piece.trim());
        rest = behind.trim_start();
    }
    pieces.push(rest.trim());
    pieces
}

/// Reads a line below a heading.
fn under(
    body: &str,
    bullet: Bullet,
    heading: Option<&Heading>,
    reference: &Reference,
    read_one: &impl Fn(&str) -> Reading,
) -> Reading {
    let task = || read_one(&format!("add task {body}"));
    match heading {
        Some(Heading::Tasks) => task(),
        Some(Heading::Day(day)) => {
            let dated = matches!(
                when::read(body, reference, Direction::Forward),
                Ok(Some(found)) if found.start.date() != reference.now.date_naive()
            );
            if dated { read_one(body) } else { read_one(&format!("{body} {day}")) }
        }
        None => match read_one(body) {
            // A box in front of something makes it a thing to do, whatever it is.
            Reading::NotUnderstood | Reading::Ask(_) | Reading::FollowUp(_)
                if bullet == Bullet::Open =>
            {
                task()
            }
            reading => reading,
        },
    }
}

/// A line without its bullet.
fn strip(line: &str) -> (Bullet, &str) {
    let mut rest = line;
    let mut bullet = Bullet::None;
    if let Some(body) = ["- ", "* ", "• ", "– ", "— ", "+ ", "· ", "◦ ", "▪ "]
        .iter()
        .find_map(|mark| rest.strip_prefix(mark))
    {
        bullet = Bullet::Point;
        rest = body.trim_start();
    } else {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let numbered = (1..=2).contains(&digits)
            && rest
                .get(digits..)
                .is_some_and(|tail| tail.starts_with(". ") || tail.starts_with(") "));
        if let Some(body) = rest.get(digits + 2..).filter(|_| numbered) {
            bullet = Bullet::Point;
            rest = body.trim_start();
        }
    }
    for (mark, kind) in [
        ("[ ]", Bullet::Open),
        ("[]", Bullet::Open),
        ("☐", Bullet::Open),
        ("[x]", Bullet::Ticked),
        ("[X]", Bullet::Ticked),
        ("☑", Bullet::Ticked),
        ("✅", Bullet::Ticked),
    ] {
        if let Some(body) = rest.strip_prefix(mark) {
            return (kind, body.trim_start());
        }
    }
    (bullet, rest)
}

/// What a heading says: a line that ends in a colon, or names a day and nothing else.
fn head(line: &str, reference: &Reference) -> Option<Heading> {
    let (title, colon) = match line.strip_suffix(':') {
        Some(title) => (title.trim(), true),
        None => (line, false),
    };
    let words = title.to_lowercase();
    let list = [
        "todo",
        "to do",
        "to-do",
        "tasks",
        "task list",
        "shopping",
        "groceries",
        "list",
        "reminders",
        "chores",
        "errands",
    ];
    if colon && words.split(|c: char| !c.is_alphanumeric() && c != '-').count() <= 5 {
        let named = list.iter().any(|name| words == *name || words.ends_with(&format!(" {name}")))
            || words.ends_with(" list")
            || words.starts_with("remind me")
            || words.starts_with("i need to")
            || words.starts_with("to buy")
            || words.starts_with("add ");
        if named {
            return Some(Heading::Tasks);
        }
    }
    let tokens = Tokens::said(title, reference);
    let found = when::read(title, reference, Direction::Forward).ok()??;
    let whole = found.span.len() >= title.trim().len();
    (whole && !found.start.has_time() && found.rule.is_none() && tokens.len() <= 6)
        .then(|| Heading::Day(title.to_owned()))
}
