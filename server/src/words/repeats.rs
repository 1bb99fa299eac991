//! Repeats in words: `every other Friday until Thu 24 Dec`.

mod names;

use chrono::Weekday;
use domain::event::Event;
use domain::expense::Expense;
use domain::repeat::{Day, End, Frequency, RepeatFrom, Rule};
use domain::task::Task;

use super::Words;
pub(crate) use names::{list, weekday};
use names::{month_days, months, place};

const WORKWEEK: [Weekday; 5] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
const WEEKEND: [Weekday; 2] = [Weekday::Sat, Weekday::Sun];

impl Words {
    /// How an event repeats, if it does.
    pub fn event_repeats(&self, event: &Event) -> Option<String> {
        self.rule(event.rrule.as_deref())
    }

    /// How a task repeats, if it does.
    pub fn task_repeats(&self, task: &Task) -> Option<String> {
        let words = self.rule(task.rrule.as_deref())?;
        Some(match task.repeat_from {
            Some(RepeatFrom::Completion) => format!("{words}, counted from when it is done"),
            Some(RepeatFrom::Due) | None => words,
        })
    }

    /// How an expense repeats, if it does.
    pub fn expense_repeats(&self, expense: &Expense) -> Option<String> {
        self.rule(expense.rrule.as_deref())
    }

    /// A stored rule; one that another program wrote and we would refuse is only
    /// said to be there.
    fn rule(&self, text: Option<&str>) -> Option<String> {
        Some(match Rule::parse(text?) {
            Ok(rule) => self.repeat(&rule),
            Err(_) => "by a rule of its own".to_owned(),
        })
    }

    /// `every other Friday`, `on weekdays until Thu 24 Dec`.
    pub fn repeat(&self, rule: &Rule) -> String {
        let often = if rule.is_intricate {
            format!("{}, by a rule of its own", every(rule.interval, unit(rule.frequency)))
        } else {
            self.often(rule)
        };
        let end = match rule.end {
            None => String::new(),
            Some(End::Count(1)) => ", once".to_owned(),
            Some(End::Count(count)) => format!(", {count} times"),
            Some(End::Date(date)) => format!(" until {}", self.short(date)),
            Some(End::Instant(instant)) => {
                format!(" until {}", self.short(self.local(instant).date()))
            }
        };
        often + &end
    }

    fn often(&self, rule: &Rule) -> String {
        let interval = rule.interval;
        let base = every(interval, unit(rule.frequency));
        match rule.frequency {
            Frequency::Weekly => match weekly(interval, &rule.days) {
                Some(words) => self.in_months(words, &rule.months),
                None => self.in_months(base, &rule.months),
            },
            Frequency::Monthly | Frequency::Yearly if !rule.days.is_empty() => {
                let placed = rule.days.iter().all(|day| day.place.is_some());
                let days = list(&rule.days.iter().map(|day| place(*day)).collect::<Vec<_>>());
                match (placed, rule.frequency) {
                    (true, Frequency::Monthly) => {
                        self.in_months(format!("on the {days} of {base}"), &rule.months)
                    }
                    (true, _) if !rule.months.is_empty() => {
                        format!("on the {days} of {}, {base}", months(&rule.months))
                    }
                    _ => self.in_months(format!("{base} on {days}"), &rule.months),
                }
            }
            Frequency::Yearly => match (rule.months.as_slice(), rule.month_days.as_slice()) {
                ([month], [day]) if *day > 0 => {
                    format!("{base} on {}", self.day_of_year(*month, *day))
                }
                (_, []) => self.in_months(base, &rule.months),
                (_, days) => {
                    self.in_months(format!("{base} on the {}", month_days(days)), &rule.months)
                }
            },
            Frequency::Monthly if !rule.month_days.is_empty() => self.in_months(
                format!("on the {} of {base}", month_days(&rule.month_days)),
                &rule.months,
            ),
            Frequency::Hourly | Frequency::Daily | Frequency::Monthly => {
                let days = list(&rule.days.iter().map(|day| place(*day)).collect::<Vec<_>>());
                let on = if days.is_empty() { String::new() } else { format!(" on {days}") };
                self.in_months(base + &on, &rule.months)
            }
        }
    }

    fn in_months(&self, words: String, wanted: &[i16]) -> String {
        if wanted.is_empty() { words } else { format!("{words} in {}", months(wanted)) }
    }

    /// `4 April`, or `April 4` where people say so; any leap year names the day.
    fn day_of_year(&self, month: i16, day: i16) -> String {
        let name = months(&[month]);
        if self.actor.customs.month_first {
            format!("{name} {day}")
        } else {
            format!("{day} {name}")
        }
    }
}

fn unit(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Hourly => "hour",
        Frequency::Daily => "day",
        Frequency::Weekly => "week",
        Frequency::Monthly => "month",
        Frequency::Yearly => "year",
    }
}

fn every(interval: u32, unit: &str) -> String {
    match interval {
        1 => format!("every {unit}"),
        2 => format!("every other {unit}"),
        more => format!("every {more} {unit}s"),
    }
}

/// A weekly rule by its days; none when it names no day.
fn weekly(interval: u32, days: &[Day]) -> Option<String> {
    let weekdays: Vec<Weekday> = days.iter().map(|day| day.weekday).collect();
    let is = |wanted: &[Weekday]| {
        weekdays.len() == wanted.len() && wanted.iter().all(|day| weekdays.contains(day))
    };
    let names: Vec<String> = weekdays.iter().map(|day| weekday(*day).to_owned()).collect();
    match interval {
        _ if days.is_empty() => None,
        1 if is(&WORKWEEK) => Some("on weekdays".to_owned()),
        1 if is(&WEEKEND) => Some("every weekend".to_owned()),
        1 => Some(format!("every {}", list(&names))),
        2 if names.len() == 1 => Some(format!("every other {}", list(&names))),
        interval => Some(format!("{} on {}", every(interval, "week"), list(&names))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::words;
    use super::*;

    #[test]
    fn rules_read_as_people_say_them() {
        for (rule, said) in [
            ("FREQ=DAILY", "every day"),
            ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
            ("FREQ=HOURLY;INTERVAL=12", "every 12 hours"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every other Friday"),
            ("FREQ=WEEKLY;BYDAY=MO,WE", "every Monday and Wednesday"),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "every other week on Monday and Wednesday"),
            ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "every 3 weeks on Tuesday"),
            ("FREQ=WEEKLY;BYDAY=SA,SU", "every weekend"),
            ("FREQ=WEEKLY", "every week"),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261224", "on weekdays until Thu 24 Dec"),
            ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=16", "every Tuesday and Thursday, 16 times"),
            ("FREQ=MONTHLY", "every month"),
            ("FREQ=MONTHLY;INTERVAL=6", "every 6 months"),
            ("FREQ=MONTHLY;BYDAY=1TH", "on the first Thursday of every month"),
            ("FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of every month"),
            ("FREQ=MONTHLY;BYMONTHDAY=12", "on the 12th of every month"),
            ("FREQ=MONTHLY;BYMONTHDAY=1,15", "on the 1st and 15th of every month"),
            ("FREQ=MONTHLY;BYMONTHDAY=-1", "on the last day of every month"),
            ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=4", "every year on 4 April"),
            ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "on the 4th Thursday of November, every year"),
            ("FREQ=DAILY;BYMONTH=6,7", "every day in June and July"),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month, by a rule of its own"),
            ("FREQ=DAILY;UNTIL=20261224T233000Z", "every day until Fri 25 Dec"),
        ] {
            let rule = Rule::parse(rule).expect("a rule");
            assert_eq!(words("en-GB").repeat(&rule), said);
        }
        let birthday = Rule::parse("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=4").expect("a rule");
        assert_eq!(words("en-US").repeat(&birthday), "every year on April 4");
    }
}
