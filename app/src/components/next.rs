//! What comes next, and in how long.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::texts;
use crate::view::today::NextView;

/// Seconds of a minute, an hour and a day.
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The next event as a line, with a countdown on its last day.
#[component]
pub(crate) fn Next(next: NextView) -> impl IntoView {
    let left = RwSignal::new(next.seconds);
    #[cfg(feature = "hydrate")]
    count_down(left, next.seconds);
    let address = next.event.address(&next.date);
    let place = (!next.event.location.is_empty()).then(|| format!(", {}", next.event.location));
    view! {
        <p class="next">
            <span class="next-label">{texts::today::NEXT}</span>
            <A href=address attr:title=next.event.full>
                {next.event.title}
            </A>
            <span class="next-hours">{next.day} " " {next.event.hours} {place}</span>
            <span class="countdown">{move || words(left.get())}</span>
        </p>
    }
}

/// How long that is, as it is said: `in 25 min`, `in 2 h 10 min`. Nothing for more
/// than a day: the day says it.
fn words(seconds: i64) -> String {
    let minutes = (seconds + MINUTE - 1) / MINUTE;
    let (hours, rest) = (minutes / 60, minutes % 60);
    match seconds {
        ..=0 => texts::today::NOW.to_owned(),
        DAY.. => String::new(),
        _ => texts::today::time_until(hours, rest),
    }
}

/// Counts by the time that has passed here, since the browser's clock may be wrong.
/// When it is over, the page is read again: something else is next then.
#[cfg(feature = "hydrate")]
fn count_down(left: RwSignal<i64>, seconds: i64) {
    use std::time::Duration;

    use crate::state::changes::Changes;

    /// How often it is looked after; what is shown are minutes.
    const TICK: Duration = Duration::from_secs(5);
    /// How long it says "now" before something else is next.
    const LINGER: i64 = -MINUTE;

    let changes = Changes::of_page();
    let begun = js_sys::Date::now();
    let clock = set_interval_with_handle(
        move || {
            #[expect(clippy::cast_possible_truncation, reason = "seconds since the page came")]
            let passed = ((js_sys::Date::now() - begun) / 1000.0) as i64;
            let now = seconds - passed;
            if now <= LINGER && left.get_untracked() > LINGER {
                changes.happened();
            }
            left.set(now.max(LINGER));
        },
        TICK,
    );
    on_cleanup(move || {
        if let Ok(clock) = clock {
            clock.clear();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_in_minutes_and_hours() {
        let said = [
            (-5, "now"),
            (0, "now"),
            (1, "in 1 min"),
            (60, "in 1 min"),
            (61, "in 2 min"),
            (25 * MINUTE, "in 25 min"),
            (HOUR - 1, "in 1 h"),
            (2 * HOUR + 10 * MINUTE, "in 2 h 10 min"),
            (DAY - 1, "in 24 h"),
            (DAY, ""),
        ];
        for (seconds, expected) in said {
            assert_eq!(words(seconds), expected, "{seconds}");
        }
    }
}
