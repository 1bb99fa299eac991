//! FTS5, and the triggers that keep it.
//!
//! The index has no copy of the texts: it reads them from `search_documents` ("external content",
//! <https://www.sqlite.org/fts5.html#external_content_tables>).

use super::sources::{FILLED, SOURCES, Source};

/// Words begin at whatever is neither letter nor digit; case and accents make no difference. The
/// beginnings of words are indexed up to three letters: longer ones are few enough.
const INDEX: &str = "
CREATE VIRTUAL TABLE search_index USING fts5(
  owner, title, details, notes,
  content = 'search_documents', content_rowid = 'place',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
)";

/// Every word of the index, to find those that were meant by one that is none.
const WORDS: &str = "CREATE VIRTUAL TABLE search_words USING fts5vocab('search_index', 'row')";

/// The index follows the documents.
const FOLLOW: [&str; 3] = [
    "CREATE TRIGGER search_documents_insert AFTER INSERT ON search_documents BEGIN
       INSERT INTO search_index (rowid, owner, title, details, notes)
       VALUES (NEW.place, NEW.owner, NEW.title, NEW.details, NEW.notes);
     END",
    "CREATE TRIGGER search_documents_delete AFTER DELETE ON search_documents BEGIN
       INSERT INTO search_index (search_index, rowid, owner, title, details, notes)
       VALUES ('delete', OLD.place, OLD.owner, OLD.title, OLD.details, OLD.notes);
     END",
    "CREATE TRIGGER search_documents_update AFTER UPDATE ON search_documents BEGIN
       INSERT INTO search_index (search_index, rowid, owner, title, details, notes)
       VALUES ('delete', OLD.place, OLD.owner, OLD.title, OLD.details, OLD.notes);
       INSERT INTO search_index (rowid, owner, title, details, notes)
       VALUES (NEW.place, NEW.owner, NEW.title, NEW.details, NEW.notes);
     END",
];

fn seconds(instant: &str) -> String {
    format!("CAST(strftime('%s', {instant}) AS INTEGER)")
}

pub(super) fn up() -> Vec<String> {
    let mut steps = vec![INDEX.to_owned(), WORDS.to_owned()];
    steps.extend(FOLLOW.map(str::to_owned));
    for source in &SOURCES {
        steps.extend(triggers(source));
        let Source { table, .. } = source;
        let values = source.values(table, seconds);
        steps.push(format!("INSERT INTO search_documents ({FILLED}) SELECT {values} FROM {table}"));
    }
    steps
}

fn triggers(source: &Source) -> [String; 3] {
    let Source { table, kind, columns, .. } = source;
    let values = source.values("NEW", seconds);
    let changing = source.changing("NEW", seconds);
    [
        format!(
            "CREATE TRIGGER {table}_search_insert AFTER INSERT ON {table} BEGIN
               INSERT INTO search_documents ({FILLED}) VALUES ({values});
             END"
        ),
        format!(
            "CREATE TRIGGER {table}_search_update AFTER UPDATE OF {columns} ON {table} BEGIN
               UPDATE search_documents SET (title, details, notes, since, until) = ({changing})
               WHERE kind = '{kind}' AND row_id = NEW.id
                 AND (title, details, notes, since, until) IS NOT ({changing});
             END"
        ),
        format!(
            "CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN
               DELETE FROM search_documents WHERE kind = '{kind}' AND row_id = OLD.id;
             END"
        ),
    ]
}

pub(super) fn down() -> Vec<String> {
    let mut steps = Vec::new();
    for Source { table, .. } in &SOURCES {
        for event in ["insert", "update", "delete"] {
            steps.push(format!("DROP TRIGGER {table}_search_{event}"));
        }
    }
    steps.push("DROP TABLE search_words".to_owned());
    // Its triggers go with it; without them there is nothing that writes to the index.
    steps.push("DROP TABLE search_documents".to_owned());
    steps.push("DROP TABLE search_index".to_owned());
    steps
}
