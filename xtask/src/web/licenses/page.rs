//! The page: what there is, then every text once.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::Library;

/// Between the sections.
const RULE: &str =
    "--------------------------------------------------------------------------------";

/// Writes the page: what stands beside the crates, the crates with the numbers of their
/// texts, and the texts.
pub(super) fn of(beside: &str, libraries: &[Library]) -> String {
    let mut texts = Texts::default();
    let mut page = format!(
        "What ai-planner is made of\n\n{}\n\n{RULE}\n\n\
         {} crates. The numbers are those of the texts below, as their authors give them.\n\n",
        beside.trim_end(),
        libraries.len()
    );
    for library in libraries {
        let terms = library.license.as_deref().unwrap_or("its own terms");
        line(&mut page, format_args!("{} {}: {terms}", library.name, library.version));
        if let Some(address) = &library.repository {
            line(&mut page, format_args!("  {address}"));
        }
        let numbers: Vec<_> =
            library.texts.iter().map(|text| texts.number(text).to_string()).collect();
        if numbers.is_empty() {
            let authors = match library.authors.as_slice() {
                [] => "its authors".to_owned(),
                authors => authors.join(", "),
            };
            line(&mut page, format_args!("  by {authors}; it has no text of its own"));
        } else {
            line(&mut page, format_args!("  text {}", numbers.join(", ")));
        }
    }
    for (index, text) in texts.all.iter().enumerate() {
        let number = index + 1;
        line(&mut page, format_args!("\n{RULE}\nText {number}\n\n{}", text.trim_matches('\n')));
    }
    page
}

fn line(page: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = writeln!(page, "{words}");
}

/// Texts in the order of their first mention. Many differ only in how lines are broken.
#[derive(Default)]
struct Texts {
    all: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Texts {
    fn number(&mut self, text: &str) -> usize {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        *self.numbers.entry(words).or_insert_with(|| {
            self.all.push(text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"));
            self.all.len()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Library, of};

    fn library(name: &str, texts: &[&str]) -> Library {
        Library {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            license: Some("MIT".to_owned()),
            authors: vec!["Ada".to_owned()],
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
            ..Library::default()
        }
    }

    #[test]
    fn each_text_is_there_once_and_named_by_who_uses_it() {
        let libraries = [
            library("one", &["Permission is\nhereby granted", "Apache"]),
            library("three", &[]),
            library("two", &["Permission  is hereby\r\ngranted\n"]),
        ];

        let page = of("By hand.\n", &libraries);

        assert!(page.starts_with("What ai-planner is made of\n\nBy hand.\n"));
        assert!(page.contains("one 1.0.0: MIT\n  text 1, 2\n"), "{page}");
        assert!(page.contains("two 1.0.0: MIT\n  text 1\n"), "{page}");
        assert!(page.contains("three 1.0.0: MIT\n  by Ada; it has no text of its own\n"), "{page}");
        assert_eq!(page.matches("hereby granted").count(), 1);
        assert!(page.ends_with("Text 2\n\nApache\n"), "{page}");
    }
}
