//! A person's way of saying things, as far as reading needs it.

mod customs;
mod repeats {
    pub(super) mod names;
}

pub use self::customs::Customs;
pub(crate) use self::repeats::names::weekday;
