//! Tokens of one's own programs, in the settings.

pub(crate) const TOKENS: &str = "Your programs";
pub(crate) const TOKENS_ABOUT: &str = "A token lets a program of yours into your planner, without your password. It has no say in your account.";
pub(crate) const NAME: &str = "What it is for";
pub(crate) const NAME_EXAMPLE: &str = "Backup script";
pub(crate) const SCOPE: &str = "It may";
pub(crate) const READ: &str = "Read only";
pub(crate) const WRITE: &str = "Read and change";
pub(crate) const END: &str = "It ends";
pub(crate) const IN_30_DAYS: &str = "In 30 days";
pub(crate) const IN_90_DAYS: &str = "In 90 days";
pub(crate) const IN_A_YEAR: &str = "In a year";
pub(crate) const NEVER: &str = "Never";
pub(crate) const MAKE: &str = "Make a token";
pub(crate) const HOW: &str = "How programs use it";
pub(crate) const REVOKE: &str = "Revoke";

/// Over the text of a token that was just made.
pub(crate) fn made(name: &str) -> String {
    format!("This is the token “{name}”. Copy it now: in a few minutes it is gone for good.")
}

/// The button, to somebody who does not see beside which token it stands.
pub(crate) fn revoke(name: &str) -> String {
    format!("Revoke {name}")
}

/// What it allows, and its days in words.
pub(crate) fn about(may_write: bool, made: &str, used: Option<&str>, end: &Ending<'_>) -> String {
    let may = if may_write { "May read and change." } else { "May read." };
    let used = used.map_or("never used".to_owned(), |day| format!("last used {day}"));
    let end = match end {
        Ending::Never => String::new(),
        Ending::Over(day) => format!(", ended {day}"),
        Ending::Coming(day) => format!(", ends {day}"),
    };
    format!("{may} Made {made}, {used}{end}.")
}

/// When a token ends, in words.
pub(crate) enum Ending<'a> {
    /// Not at all.
    Never,
    /// It has.
    Over(&'a str),
    /// It will.
    Coming(&'a str),
}
