//! What is found, and by which of its words.

/// A table whose rows are found. Expressions name the row `{r}`.
pub(super) struct Source {
    /// The table.
    pub(super) table: &'static str,
    /// What its rows are called in the index.
    pub(super) kind: &'static str,
    /// The columns that the index depends on.
    pub(super) columns: &'static str,
    /// The words that count most.
    pub(super) title: &'static str,
    /// Words beside the title, such as a place or a category.
    pub(super) details: &'static str,
    /// Everything else that was written.
    pub(super) notes: &'static str,
    /// From when on the row is of interest: an instant.
    pub(super) since: &'static str,
    /// Until when: an instant, or none for ever.
    pub(super) until: &'static str,
    /// Whether "for ever" is meant where `until` is empty; else it ends where it begins.
    pub(super) lasts: &'static str,
}

pub(super) const SOURCES: [Source; 5] = [
    Source {
        table: "calendar_events",
        kind: "event",
        columns: "user_id, title, description, location, start_time, end_time, rrule, series_end",
        title: "{r}.title",
        details: "coalesce({r}.location, '')",
        notes: "coalesce({r}.description, '')",
        since: "{r}.start_time",
        until: "CASE WHEN {r}.rrule IS NULL THEN {r}.end_time ELSE {r}.series_end END",
        lasts: "{r}.rrule IS NOT NULL",
    },
    Source {
        table: "tasks",
        kind: "task",
        columns: "user_id, title, notes, labels, due_date, completed_at, created_at, is_complete",
        title: "{r}.title",
        details: "{r}.labels",
        notes: "coalesce({r}.notes, '')",
        since: "coalesce({r}.completed_at, {r}.due_date, {r}.created_at)",
        until: "coalesce({r}.completed_at, {r}.due_date)",
        // What is open and has no deadline can be done at any time.
        lasts: "NOT coalesce({r}.is_complete, false)",
    },
    Source {
        table: "expenses",
        kind: "expense",
        columns: "user_id, description, category, amount_minor, notes, incurred_at",
        title: "coalesce({r}.description, {r}.category)",
        details: "{r}.category || ' ' || CAST({r}.amount AS TEXT)",
        notes: "coalesce({r}.notes, '')",
        since: "{r}.incurred_at",
        until: "{r}.incurred_at",
        lasts: "false",
    },
    Source {
        table: "conversations",
        kind: "conversation",
        columns: "user_id, title, created_at, updated_at",
        title: "{r}.title",
        details: "''",
        notes: "''",
        since: "{r}.created_at",
        until: "{r}.updated_at",
        lasts: "false",
    },
    Source {
        table: "messages",
        kind: "message",
        columns: "user_id, text, created_at",
        title: "''",
        details: "''",
        notes: "{r}.text",
        since: "{r}.created_at",
        until: "{r}.created_at",
        lasts: "false",
    },
];

/// The columns of `search_documents` that a source fills, in the order of [`Source::values`].
pub(super) const FILLED: &str = "user_id, kind, row_id, title, details, notes, since, until";

/// The end of the year 9999, in seconds: for ever.
const EVER: &str = "253402300799";

impl Source {
    /// What the index says of a row, as a list of expressions. `seconds` makes them of an instant.
    pub(super) fn values(&self, row: &str, seconds: fn(&str) -> String) -> String {
        let Self { kind, .. } = self;
        let changing = self.changing(row, seconds);
        format!("{row}.user_id, '{kind}', {row}.id, {changing}")
    }

    /// The same without what never changes.
    pub(super) fn changing(&self, row: &str, seconds: fn(&str) -> String) -> String {
        let Self { title, details, notes, since, until, lasts, .. } = self;
        let (since, until) = (seconds(since), seconds(until));
        format!(
            "{title}, {details}, {notes}, {since}, \
             coalesce({until}, CASE WHEN {lasts} THEN {EVER} ELSE {since} END)"
        )
        .replace("{r}", row)
    }
}
