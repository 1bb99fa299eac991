//! Every text of the interface stands in one catalogue (`app/src/texts`), once, and is said
//! somewhere (`docs/decisions/0009-texts.md`).
//!
//! A single word in small letters cannot be told from a name for machines, except between tags and
//! in the attributes that are read out; such a text elsewhere is not found.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

mod source;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use walkdir::WalkDir;

/// Literals that look like texts and are none: where they stand (a file or a folder), what they
/// are, and why.
const NO_TEXTS: &[(&str, &[&str], &str)] = &[
    ("state", &["Delete", "Enter", "Escape"], KEY),
    ("components/chat/composer/writing.rs", &["Enter", "Escape"], KEY),
    ("components/editor/panel/dialog.rs", &["Escape"], KEY),
    ("components/palette/choosing.rs", &["Enter"], KEY),
    ("components/palette.rs", &["Control+K Meta+K"], KEY),
    ("components/form/sending.rs", &["Accept", "Content-Type", "Idempotency-Key"], HEADER),
    ("components/form/sending.rs", &["Planner-Page"], HEADER),
    ("web/account.rs", &["; Secure"], HEADER),
    ("web/cookies.rs", &["; Secure"], HEADER),
    ("web/files.rs", &["public, max-age=31536000, immutable"], HEADER),
    ("web/files.rs", &["not within the program"], "for whoever runs the program"),
    ("components/calendar/time_grid.rs", &["work {}", "first {first}"], CLASS),
    ("components/loaded.rs", &["shape {class}"], CLASS),
    ("present/calendar/cells.rs", &[" whole"], CLASS),
    ("present/calendar/grid.rs", &[" short", "more {}", "block{short} {}"], CLASS),
    ("pages/sign_up.rs", &[" selected"], "an attribute"),
    ("pages/sign_up.rs", &["<div class=\"field\"><label for="], "only the name of a zone"),
    ("state/theme.rs", &["light dark"], "a value of CSS"),
    ("forms/task/line.rs", &["todo "], "said to the reader of lines, whatever the language is"),
    ("web/site.rs", &["the web files are not there"], "for whoever runs the program"),
    ("web/asked.rs", &["a server function runs outside"], LOG),
    ("web/chat/forms.rs", &["a turn had no end"], LOG),
    ("web/shell.rs", &["{{document.cookie="], "a script"),
];

const KEY: &str = "a key, as browsers call it";
const HEADER: &str = "of HTTP";
const LOG: &str = "of a mistake in the program, for its log";
const CLASS: &str = "classes of the stylesheet";

/// The same words with another meaning, which another language may say differently.
const TWICE: &[(&str, &str)] =
    &[("Delete", "what is written on a key, and to delete"), ("Open", "to open, and not done")];

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src")
}

/// The files of the application by their path in `app/src`: the catalogue, and all others but
/// tests.
fn files() -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let root = sources();
    let entries = WalkDir::new(&root).into_iter().map(|entry| entry.expect("a readable folder"));
    let is_source = |path: &Path| path.extension().is_some_and(|kind| kind == "rs");
    let read = |path: &Path| {
        let name = path.strip_prefix(&root).expect("within").to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).expect("a readable file"))
    };
    entries
        .filter(|entry| is_source(entry.path()) && entry.file_name() != "tests.rs")
        .map(|entry| read(entry.path()))
        .partition(|(name, _)| name == "texts.rs" || name.starts_with("texts/"))
}

#[test]
fn every_text_is_in_the_catalogue() {
    let (catalogue, others) = files();
    assert!(catalogue.len() > 1 && others.len() > 100, "the files are found");
    let is_none = |file: &str, text: &str| {
        NO_TEXTS.iter().any(|(place, literals, _)| {
            let is_there = file == *place || file.starts_with(&format!("{place}/"));
            is_there && literals.iter().any(|literal| text == *literal || is_begun(text, literal))
        })
    };
    let strays: Vec<String> = others
        .iter()
        .flat_map(|(file, source)| source::texts(source).into_iter().map(move |it| (file, it)))
        .filter(|(file, (_, text))| !is_none(file, text))
        .map(|(file, (line, text))| format!("app/src/{file}:{line}: {text:?}"))
        .collect();
    assert!(
        strays.is_empty(),
        "{} texts belong into app/src/texts (or, if they are none, into NO_TEXTS):\n{}",
        strays.len(),
        strays.join("\n")
    );
}

/// Long literals are listed by how they begin.
fn is_begun(text: &str, beginning: &str) -> bool {
    beginning.len() > 15 && text.starts_with(beginning)
}

#[test]
fn no_text_is_there_twice() {
    let (catalogue, _) = files();
    let mut seen = BTreeMap::<String, Vec<String>>::new();
    for (file, source) in &catalogue {
        for (name, text) in constants(source) {
            seen.entry(text).or_default().push(format!("{file}: {name}"));
        }
    }
    assert!(seen.len() > 300, "the texts are found");
    seen.retain(|text, places| places.len() > 1 && !TWICE.iter().any(|(known, _)| text == known));
    assert!(seen.is_empty(), "once is enough: {seen:#?}");
}

/// The fixed texts of a file of the catalogue, by name.
fn constants(source: &str) -> Vec<(String, String)> {
    let after = |line: &str| line.strip_prefix("pub(crate) const ").map(str::to_owned);
    let read = |(index, line): (usize, &str)| {
        let line = after(line)?;
        let (name, rest) = line.split_once(": &str =")?;
        let rest = if rest.is_empty() { source.lines().nth(index + 1)? } else { rest };
        Some((name.to_owned(), rest.trim().trim_end_matches(';').trim_matches('"').to_owned()))
    };
    source.lines().enumerate().filter_map(read).collect()
}

#[test]
fn every_text_is_said_somewhere() {
    let (catalogue, others) = files();
    let mut said = BTreeSet::new();
    for source in others.values() {
        collect_paths(source.parse().expect("Rust"), &mut said);
    }
    let unsaid: Vec<String> = catalogue
        .iter()
        .flat_map(|(file, source)| names(source).into_iter().map(move |name| (file, source, name)))
        .filter(|(file, source, name)| {
            let room = file.trim_start_matches("texts/").trim_end_matches(".rs");
            let path = format!("{room}::{name}");
            // What the catalogue itself uses stands twice in its file, or is called from above.
            let here = count(source.parse().expect("Rust"), name) > 1;
            let above = catalogue.values().any(|other| other.contains(&format!("super::{name}")));
            !said.contains(&path) && !here && !above
        })
        .map(|(file, _, name)| format!("app/src/{file}: {name}"))
        .collect();
    assert!(unsaid.is_empty(), "nobody says them any more:\n{}", unsaid.join("\n"));
}

/// What a file of the catalogue offers.
fn names(source: &str) -> Vec<String> {
    let kinds = ["pub(crate) const ", "pub(crate) fn "];
    let name = |line: &str| {
        let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind))?;
        rest.split([':', '(', '<']).next().map(str::to_owned)
    };
    source.lines().filter_map(name).collect()
}

/// Each two neighbours of a path: `tasks::ADD` of `texts::tasks::ADD` and of `tasks::{ADD, NEW}`.
fn collect_paths(stream: TokenStream, into: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for window in tokens.windows(4) {
        let [TokenTree::Ident(room), one, two, last] = window else { continue };
        if one.to_string() != ":" || two.to_string() != ":" {
            continue;
        }
        let names = match last {
            TokenTree::Group(group) => group.stream(),
            name => name.clone().into(),
        };
        into.extend(names.into_iter().map(|name| format!("{room}::{name}")));
    }
    for token in tokens {
        if let TokenTree::Group(group) = token {
            collect_paths(group.stream(), into);
        }
    }
}

fn count(stream: TokenStream, name: &str) -> usize {
    let here = |token: TokenTree| match token {
        TokenTree::Group(group) => count(group.stream(), name),
        TokenTree::Ident(ident) => usize::from(ident == name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => 0,
    };
    stream.into_iter().map(here).sum()
}
