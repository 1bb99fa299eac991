//! A `tsvector`, the words of each person, and the triggers that keep them.

use super::sources::{FILLED, SOURCES, Source};

/// A text as its words: lower case, no accents, and blanks for whatever PostgreSQL's parser would
/// take for the inside of an address, a path or a number. `normalize` knows UTF-8 only.
pub(super) const PLAIN: &str = r"
CREATE FUNCTION search_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN getdatabaseencoding() = 'UTF8' THEN
    lower(regexp_replace(regexp_replace(normalize(left(words, 100000), NFD),
      '[\u0300-\u036f]', '', 'g'),
      '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+',
      ' ', 'g'))
  ELSE lower(left(words, 100000)) END
$$";

/// What is found: the title before details, these before notes.
pub(super) const DOCUMENT: &str = "\
setweight(to_tsvector('simple'::regconfig, search_plain(title)), 'A') || \
setweight(to_tsvector('simple'::regconfig, search_plain(details)), 'B') || \
setweight(to_tsvector('simple'::regconfig, search_plain(notes)), 'D')";

/// A person's words, to find those that were meant by one that is none. Nothing makes them unique:
/// two requests that add the same words would wait for each other, maybe both ways round. One word
/// twice does no harm, nor does one that is in no document any more. (`NOT EXISTS` would be planned
/// for an empty table, and read all of a full one for each row.)
const WORDS: [&str; 4] = [
    "CREATE TABLE search_words (
       user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE,
       word TEXT NOT NULL
     )",
    "CREATE INDEX search_words_user_id_word_idx ON search_words (user_id, word)",
    "CREATE FUNCTION search_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       INSERT INTO search_words (user_id, word)
       SELECT NEW.user_id, found.word
       FROM unnest(tsvector_to_array(NEW.document)) AS found (word)
       WHERE length(found.word) BETWEEN 4 AND 40 AND found.word !~ '^[0-9]+$' AND (
         SELECT known.word FROM search_words AS known
         WHERE known.user_id = NEW.user_id AND known.word = found.word LIMIT 1
       ) IS NULL;
       RETURN NULL;
     END $$",
    "CREATE TRIGGER search_keep_words AFTER INSERT OR UPDATE ON search_documents
       FOR EACH ROW EXECUTE FUNCTION search_keep_words()",
];

fn seconds(instant: &str) -> String {
    format!("CAST(floor(extract(epoch FROM {instant})) AS BIGINT)")
}

pub(super) fn up() -> Vec<String> {
    let mut steps = vec![
        "CREATE INDEX search_documents_document_idx ON search_documents USING gin (document)"
            .to_owned(),
    ];
    steps.extend(WORDS.map(str::to_owned));
    for source in &SOURCES {
        let Source { table, .. } = source;
        let values = source.values(table, seconds);
        steps.push(format!("INSERT INTO search_documents ({FILLED}) SELECT {values} FROM {table}"));
        steps.extend(triggers(source));
    }
    steps
}

fn triggers(source: &Source) -> [String; 3] {
    let Source { table, kind, columns, .. } = source;
    let values = source.values("NEW", seconds);
    let changing = source.changing("NEW", seconds);
    [
        format!(
            "CREATE FUNCTION {table}_search() RETURNS trigger LANGUAGE plpgsql AS $$
             BEGIN
               IF TG_OP = 'DELETE' THEN
                 DELETE FROM search_documents WHERE kind = '{kind}' AND row_id = OLD.id;
               ELSIF TG_OP = 'INSERT' THEN
                 INSERT INTO search_documents ({FILLED}) VALUES ({values});
               ELSE
                 UPDATE search_documents SET (title, details, notes, since, until) = ({changing})
                 WHERE kind = '{kind}' AND row_id = NEW.id
                   AND (title, details, notes, since, until) IS DISTINCT FROM ({changing});
               END IF;
               RETURN NULL;
             END $$"
        ),
        format!(
            "CREATE TRIGGER {table}_search AFTER INSERT OR DELETE ON {table}
               FOR EACH ROW EXECUTE FUNCTION {table}_search()"
        ),
        format!(
            "CREATE TRIGGER {table}_search_update AFTER UPDATE OF {columns} ON {table}
               FOR EACH ROW EXECUTE FUNCTION {table}_search()"
        ),
    ]
}

pub(super) fn down() -> Vec<String> {
    let mut steps = Vec::new();
    for Source { table, .. } in &SOURCES {
        steps.push(format!("DROP TRIGGER {table}_search ON {table}"));
        steps.push(format!("DROP TRIGGER {table}_search_update ON {table}"));
        steps.push(format!("DROP FUNCTION {table}_search()"));
    }
    steps.push("DROP TABLE search_documents".to_owned());
    steps.push("DROP FUNCTION search_keep_words()".to_owned());
    steps.push("DROP TABLE search_words".to_owned());
    steps.push("DROP FUNCTION search_plain(text)".to_owned());
    steps
}
