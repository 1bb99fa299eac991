//! Adding and editing an event.

use serde::{Deserialize, Serialize};

/// An event's form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventForm {
    /// Which event; empty for a new one.
    pub id: String,
    /// What it is.
    pub title: String,
    /// When it begins.
    pub start_time: String,
    /// When it ends; an hour later when blank. The last day of an all-day event.
    pub end_time: String,
    /// Whether it fills whole days; then only the dates of the two times count.
    pub all_day: String,
    /// Where it is.
    pub location: String,
    /// Details.
    pub description: String,
    /// The occurrence of a repeating event whose times are shown.
    pub occurrence: String,
}

#[cfg(feature = "ssr")]
mod reading {
    use chrono::{Days, TimeDelta};
    use domain::event::{EventPatch, NewEvent};
    use domain::input::Field;
    use domain::target::Update;
    use domain::time::When;

    use super::super::reading::field;
    use super::EventForm;

    /// How long an event lasts that says no end.
    const USUAL_LENGTH: TimeDelta = TimeDelta::hours(1);

    impl EventForm {
        fn span(&self) -> (Field<When>, Field<When>) {
            let start = field(&self.start_time);
            let end = match (field(&self.end_time), &start) {
                (Field::Null, Field::Value(When::Local(start))) => {
                    let end = if self.is_all_day() { *start } else { *start + USUAL_LENGTH };
                    Field::Value(When::Local(end))
                }
                (Field::Null, Field::Value(When::Date(start))) => Field::Value(When::Date(*start)),
                (end, _) => end,
            };
            if self.is_all_day() {
                (whole_days(start, 0), whole_days(end, 1))
            } else {
                (start, end)
            }
        }

        fn is_all_day(&self) -> bool {
            !self.all_day.is_empty()
        }

        /// A new event.
        pub(crate) fn create(self) -> NewEvent {
            let (start_time, end_time) = self.span();
            NewEvent {
                title: Field::Value(self.title),
                description: Field::Value(self.description),
                start_time,
                end_time,
                location: Field::Value(self.location),
                ..NewEvent::default()
            }
        }

        /// Everything the form shows replaces what is stored.
        pub(crate) fn update(self) -> Update<EventPatch> {
            let (start_time, end_time) = self.span();
            Update {
                id: field(&self.id),
                changes: EventPatch {
                    title: Field::Value(self.title),
                    description: Field::Value(self.description),
                    start_time,
                    end_time,
                    location: Field::Value(self.location),
                    occurrence: field(&self.occurrence),
                    ..EventPatch::default()
                },
            }
        }
    }

    /// The date alone, some days later: an all-day event is stored until the
    /// first day after it.
    fn whole_days(time: Field<When>, later: u64) -> Field<When> {
        match time {
            Field::Value(When::Local(local)) => {
                whole_days(Field::Value(When::Date(local.date())), later)
            }
            Field::Value(When::Date(date)) => {
                Field::Value(When::Date(date.checked_add_days(Days::new(later)).unwrap_or(date)))
            }
            other => other,
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::input::Field;
    use domain::time::When;

    use super::EventForm;

    fn span(start: &str, end: &str, all_day: &str) -> (Field<When>, Field<When>) {
        let form = EventForm {
            start_time: start.to_owned(),
            end_time: end.to_owned(),
            all_day: all_day.to_owned(),
            ..EventForm::default()
        };
        let event = form.create();
        (event.start_time, event.end_time)
    }

    fn when(text: &str) -> Field<When> {
        When::parse(text).map_or_else(Field::Invalid, Field::Value)
    }

    #[test]
    fn an_event_without_an_end_takes_an_hour() {
        let (start, end) = (when("2026-11-23T13:00"), when("2026-11-23T14:00"));
        assert_eq!(span("2026-11-23T13:00", "", ""), (start, end));
    }

    #[test]
    fn a_whole_day_ends_before_the_day_after_its_last() {
        let (start, end) = (when("2026-11-23"), when("2026-11-25"));
        assert_eq!(span("2026-11-23T13:00", "2026-11-24T09:00", "on"), (start.clone(), end));
        assert_eq!(span("2026-11-23T13:00", "", "on"), (start, when("2026-11-24")));
    }

    #[test]
    fn what_is_not_a_time_is_complained_about() {
        assert!(matches!(span("soon", "", "").0, Field::Invalid(_)));
        assert_eq!(span("", "", ""), (Field::Null, Field::Null));
    }
}
