//! Doing the same with several tasks.

use serde::{Deserialize, Serialize};

/// The bar of the page of tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ManyForm {
    /// Which tasks.
    pub ids: Vec<String>,
    /// What is done with them: `complete`, `reopen`, `delete`, `day:2026-11-24`, `day:` for
    /// no deadline, `priority:high`, `list:…`, `list:` for none, or `typed` for what the
    /// fields say.
    pub verb: String,
    /// A day in words.
    pub when: String,
    /// A label that they get.
    pub label: String,
}

#[cfg(feature = "ssr")]
mod reading {
    use chrono::NaiveDate;
    use domain::Uuid;
    use domain::bulk::{BulkChange, Kind, RowId, Shift};
    use domain::task::{Label, Labels, Priority};
    use domain::time::When;
    use server::error::Error;
    use server::language::Reference;

    use super::super::deadline;
    use super::ManyForm;
    use crate::texts;

    /// What is done with every one of them.
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) enum Deed {
        /// They are changed.
        Change(Vec<BulkChange>),
        /// They go.
        Delete,
    }

    impl ManyForm {
        /// The tasks.
        ///
        /// # Errors
        /// [`Error::NotFound`] for what names none, and a complaint where none is named.
        pub(crate) fn rows(&self) -> Result<Vec<RowId>, Error> {
            if self.ids.is_empty() {
                return Err(Error::field("ids", texts::problems::NOTHING_SELECTED));
            }
            let row = |id: &String| id.parse::<Uuid>().map(|id| RowId::whole(Kind::Task, id));
            self.ids.iter().map(row).collect::<Result<_, _>>().map_err(|_| Error::NotFound)
        }

        /// What is done with them.
        ///
        /// # Errors
        /// A complaint about what cannot be read.
        pub(crate) fn deed(&self, reference: &Reference) -> Result<Deed, Error> {
            let (verb, value) = self.verb.split_once(':').unwrap_or((&self.verb, ""));
            let one = |change| Ok(Deed::Change(vec![change]));
            match (verb, value) {
                ("complete", _) => one(BulkChange::Complete),
                ("reopen", _) => one(BulkChange::Reopen),
                ("delete", _) => Ok(Deed::Delete),
                ("day", "") => one(BulkChange::Undated),
                ("day", day) => one(BulkChange::Move(Shift::Date(date(day)?))),
                ("list", "") => one(BulkChange::List(None)),
                ("list", list) => {
                    one(BulkChange::List(Some(list.parse().map_err(|_| Error::NotFound)?)))
                }
                ("priority", name) => match Priority::from_name(name) {
                    Some(priority) => one(BulkChange::Priority(priority)),
                    None => Err(Error::field("verb", texts::problems::NO_SUCH_PRIORITY)),
                },
                _ => self.typed(reference),
            }
        }

        fn typed(&self, reference: &Reference) -> Result<Deed, Error> {
            if !self.label.trim().is_empty() {
                let labels =
                    Labels::parse(&self.label).map_err(|why| Error::field("label", why))?;
                let add = labels.iter().filter_map(|label| Label::parse(label).ok());
                return Ok(Deed::Change(add.map(BulkChange::AddLabel).collect()));
            }
            if self.when.trim().is_empty() {
                return Err(Error::field("verb", texts::problems::NOTHING_TO_DO_WITH_THEM));
            }
            let when =
                deadline(self.when.trim(), reference).map_err(|why| Error::field("when", why))?;
            Ok(Deed::Change(match when {
                When::Date(date) => vec![BulkChange::Move(Shift::Date(date))],
                When::Local(local) => vec![
                    BulkChange::Move(Shift::Date(local.date())),
                    BulkChange::Move(Shift::Time(local.time())),
                ],
                When::Instant(instant) => {
                    let local = instant.with_timezone(&reference.now.timezone()).naive_local();
                    vec![
                        BulkChange::Move(Shift::Date(local.date())),
                        BulkChange::Move(Shift::Time(local.time())),
                    ]
                }
            }))
        }
    }

    fn date(text: &str) -> Result<NaiveDate, Error> {
        text.parse().map_err(|_| Error::field("verb", texts::problems::NO_SUCH_DAY))
    }
}

#[cfg(feature = "ssr")]
pub(crate) use reading::Deed;
