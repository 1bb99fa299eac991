//! Parts of a series, and what is in the way of an event, in words.

use domain::event::Event;
use domain::history::Item;
use domain::repeat::Series;

use super::Words;

impl Words {
    /// Which part of a series a change was about: `only Tue 24 Nov`, `from Mon 7 Dec on`, `all of
    /// them`.
    pub fn extent(&self, scope: Series, occurrence: &Event) -> String {
        let day = self.short(self.date(occurrence.start_time));
        match scope {
            Series::This => format!("only {day}"),
            Series::Following => format!("from {day} on"),
            Series::All => "all of them".to_owned(),
        }
    }

    /// A part of a series as what a sentence is about: `only “Standup”, tomorrow (Tue 24 Nov),
    /// 09:00–09:15`.
    pub fn part(&self, scope: Series, occurrence: &Event) -> String {
        let title = &occurrence.title;
        match scope {
            Series::This => format!("only “{title}”, {}", self.span(occurrence)),
            Series::Following => {
                let day = self.exactly(self.date(occurrence.start_time));
                format!("“{title}” from {day} on")
            }
            Series::All => match self.event_repeats(occurrence) {
                Some(rule) => format!("all of “{title}”, which repeats {rule}"),
                None => format!("all of “{title}”"),
            },
        }
    }

    /// What a row is called among others: `“Standup”`, an occurrence with its day, and a series as
    /// all of it.
    pub fn called(&self, item: &Item) -> String {
        let name = item.name();
        match item {
            Item::Event(event) if event.occurrence.is_some() => {
                format!("“{name}” ({})", self.short(self.date(event.start_time)))
            }
            Item::Event(event) if event.rrule.is_some() => format!("all of “{name}”"),
            _ => format!("“{name}”"),
        }
    }

    /// The same as a choice: `Only tomorrow (Tue 24 Nov), 09:00–09:15`.
    pub fn part_to_choose(&self, scope: Series, occurrence: &Event) -> String {
        match scope {
            Series::This => format!("Only {}", self.span(occurrence)),
            Series::Following => {
                format!("From {} on", self.exactly(self.date(occurrence.start_time)))
            }
            Series::All => "All of them".to_owned(),
        }
    }

    /// What takes place at the same time: `“Review”, 10:00–12:00 and “Call”, 12:00–12:30`.
    pub fn in_the_way(&self, event: &Event) -> Option<String> {
        let others = &event.collision.as_ref()?.events;
        let day = self.date(event.start_time);
        let is_first = |at: usize| others.iter().take(at).all(|before| before.id != others[at].id);
        let named = others.iter().enumerate().filter(|(at, _)| is_first(*at)).map(|(_, other)| {
            let times = others.iter().filter(|same| same.id == other.id).count();
            let often = if times > 1 { " several times, first" } else { "," };
            let (start, end) = (other.start_time.stored(), other.end_time.stored());
            let (start, end) = (self.local(start), self.local(end));
            let on = if start.date() == day {
                String::new()
            } else {
                format!("{} ", self.short(start.date()))
            };
            format!(
                "“{}”{often} {on}{}–{}",
                other.title,
                self.time(start.time()),
                self.time(end.time())
            )
        });
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| super::list(&named))
    }
}
