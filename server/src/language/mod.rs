//! The language front end: what a person wrote, as typed readings.
//!
//! Text becomes tokens , tokens become date expressions and amounts with the bytes they
//! cover, and those together with the words around them become requests. Nothing here reads a
//! clock, a file or a database: the person's instant and zone come in as a [`Reference`], so the
//! same text and reference always give the same answer.

pub mod budget;
pub mod money;
pub mod request;
pub mod when;
#[cfg(test)]
mod words;

mod atoms;
mod calendar;
mod clock;
mod day;
#[cfg(test)]
mod examples;
mod habits;
mod holidays;
mod lexer;
mod numbers;
mod offsets;
mod parts;
mod periods;
#[cfg(test)]
mod properties;
mod recurrence;
mod relative;
mod resolve;
mod scan;
mod spelling;
mod vocabulary;
mod zones;

pub use habits::Habits;

/// When and where the person speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The person's present instant, in their own time zone.
    pub now: chrono::DateTime<chrono_tz::Tz>,
    /// What they mean by words that convention leaves open.
    pub habits: Habits,
}

impl Reference {
    /// Somebody who means what convention has, at an instant.
    #[must_use]
    pub fn at(now: chrono::DateTime<chrono_tz::Tz>) -> Self {
        Self { now, habits: Habits::default() }
    }
}

/// Which way an expression without a year, week or day looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Plans: the coming one.
    Forward,
    /// Expenses and questions about spending: the latest one.
    Back,
}
