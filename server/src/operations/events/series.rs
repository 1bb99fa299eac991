//! What changes of a series have in common: which part is meant, how times follow,
//! and what becomes of exceptions.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::event::{Event, Part};
use domain::repeat::{Dates, Deviation, End, Exception, Frequency, Rule, Series};
use domain::time::{Moment, When};

use super::check_span;
use crate::error::Error;
use crate::operations::Scope;
use crate::repeat::{self, Span};
use crate::zone;

/// The most exceptions of one series; they are kept with every change of it.
const EXCEPTIONS_LIMIT: usize = 400;

/// How far back the last occurrence before a split is looked for.
const LOOK_BACK: TimeDelta = TimeDelta::days(400);

/// What a change is about.
pub(super) enum Aim {
    /// The row as a whole; times refer to this occurrence of it, if one is said.
    Whole(Option<Moment>),
    /// One occurrence.
    This(Moment),
    /// An occurrence and everything after it; something comes before it.
    Following(Moment),
}

/// Finds out what a change is about.
///
/// # Errors
/// A bad field when the series has no such occurrence.
pub(super) fn aim(scope: &Scope<'_>, event: &Event, part: Part) -> Result<Aim, Error> {
    let Some(occurrence) = part.occurrence.filter(|_| event.rrule.is_some()) else {
        return Ok(Aim::Whole(None));
    };
    let handle = handle(scope, event, occurrence);
    if repeat::occurrence(event, scope.zone(), handle).is_none() {
        return Err(Error::field("occurrence", "The series has no such occurrence."));
    }
    Ok(match part.scope {
        Series::All => Aim::Whole(Some(handle)),
        Series::This => Aim::This(handle),
        Series::Following if begins_before(scope, event, handle) => Aim::Following(handle),
        Series::Following => Aim::Whole(Some(handle)),
    })
}

/// A start as it was sent, as the series has it.
fn handle(scope: &Scope<'_>, event: &Event, occurrence: When) -> Moment {
    let zone = repeat::zone_of(event, scope.zone());
    match zone::moment(zone, occurrence) {
        Moment::Instant(instant) if event.all_day => Moment::Date(zone::date_of(zone, instant)),
        moment => moment,
    }
}

fn begins_before(scope: &Scope<'_>, event: &Event, handle: Moment) -> bool {
    let span = Span { from: event.start_time.stored(), to: handle.stored() };
    let extra = |own: &Exception| own.deviation == Deviation::Extra && own.occurrence < handle;
    event.exceptions.iter().any(extra)
        || repeat::of(event, scope.zone(), None)
            .is_some_and(|all| all.within(span).next().is_some())
}

/// The element that a handle stands for.
pub(super) fn element(event: &Event, handle: Moment) -> Event {
    let own = event.exceptions.iter().find(|own| own.occurrence == handle);
    repeat::element(event, handle, own)
}

/// Cuts a series into what lies before an occurrence and what begins with it. The
/// second part is not a row yet.
pub(super) fn split(scope: &Scope<'_>, event: &Event, handle: Moment) -> (Event, Event) {
    let (mut first, mut second) = (event.clone(), event.clone());
    let rule = event.rrule.as_deref().and_then(|text| Rule::parse(text).ok());
    if let Some(rule) = rule {
        // The last one that is left, where one is near: rules are read by people, too.
        let all = repeat::of(event, scope.zone(), None);
        let near = handle.stored() - LOOK_BACK;
        let last = all.and_then(|all| all.last_before(near, handle.stored()));
        let before = match (last, handle) {
            (Some(Moment::Date(date)), _) => End::Date(date),
            (Some(Moment::Instant(last)), _) => End::Instant(last),
            (None, Moment::Date(date)) => End::Date(date.pred_opt().unwrap_or(date)),
            (None, Moment::Instant(instant)) => End::Instant(instant - TimeDelta::seconds(1)),
        };
        first.rrule = Some(rule.with_end(Some(before)).to_string());
        if let Some(End::Count(count)) = rule.end {
            let span = Span { from: event.start_time.stored(), to: handle.stored() };
            let passed =
                repeat::of(event, scope.zone(), None).map_or(0, |all| all.within(span).count());
            let left = count.saturating_sub(u32::try_from(passed).unwrap_or(u32::MAX)).max(1);
            second.rrule = Some(rule.with_end(Some(End::Count(left))).to_string());
        }
    }
    let length = event.end_time.stored() - event.start_time.stored();
    second.start_time = handle;
    second.end_time = repeat::later(handle, length);
    first.exceptions.retain(|own| own.occurrence < handle);
    second.exceptions.retain(|own| own.occurrence >= handle);
    (first, second)
}

/// Moves a whole row: what its rule says of days follows, and so do its exceptions.
///
/// # Errors
/// A bad field when it cannot be like that.
pub(in crate::operations) fn move_whole(
    scope: &Scope<'_>,
    event: &mut Event,
    (start, end): (Moment, Moment),
) -> Result<(), Error> {
    let before = event.clone();
    (event.start_time, event.end_time) = (start, end);
    event.all_day = start.is_date();
    settle(scope, &before, event, true)
}

/// Brings everything else in line with new times or a new rule of a whole row:
/// the days that the rule names (if it `follows`), its zone and its exceptions.
///
/// # Errors
/// A bad field when the event or its rule cannot be like that.
pub(super) fn settle(
    scope: &Scope<'_>,
    before: &Event,
    event: &mut Event,
    follows: bool,
) -> Result<(), Error> {
    check_span(event)?;
    let Some(text) = event.rrule.clone() else {
        event.exceptions.clear();
        return Ok(());
    };
    let zone = repeat::zone_of(event, scope.zone());
    event.time_zone = Some(zone.name().to_owned());
    let mut rule = Rule::parse(&text).map_err(|why| Error::field("rrule", why))?;
    let date = |moment| date_in(zone, moment);
    let days = (date(event.start_time) - date(before.start_time)).num_days();
    if follows && days != 0 {
        rule = followed(&rule, days, date(event.start_time));
        event.rrule = Some(rule.to_string());
    }
    repeat::check_text(rule.text(), event.start_time, zone)
        .map_err(|why| Error::field("rrule", why))?;
    settle_exceptions(scope, zone, before, event);
    if event.exceptions.len() > EXCEPTIONS_LIMIT {
        let message = "It has too many single changes; change this and the following instead.";
        return Err(Error::field("occurrence", message));
    }
    Ok(())
}

fn settle_exceptions(scope: &Scope<'_>, zone: Tz, before: &Event, event: &mut Event) {
    if event.exceptions.is_empty() {
        return;
    }
    let Some(all) = repeat::of(event, scope.zone(), None) else { return };
    let follow = |moment| follow(zone, moment, before.start_time, event.start_time);
    let length = event.end_time.stored() - event.start_time.stored();
    let mut kept: Vec<Exception> = Vec::with_capacity(event.exceptions.len());
    for own in &event.exceptions {
        let mut own = own.clone();
        own.occurrence = follow(own.occurrence);
        if own.deviation == Deviation::Extra {
            own.times =
                own.times.map(|(start, _)| (follow(start), repeat::later(follow(start), length)));
        }
        let is_new = kept.iter().all(|kept| kept.occurrence != own.occurrence);
        if is_new && (own.deviation == Deviation::Extra) != all.contains(own.occurrence) {
            kept.push(own);
        }
    }
    event.exceptions = kept;
}

/// The rule on days that lie so many days later.
fn followed(rule: &Rule, days: i64, start: NaiveDate) -> Rule {
    match rule.frequency {
        Frequency::Weekly => rule.with_days_later(days),
        Frequency::Monthly | Frequency::Yearly => rule.on_day(start),
        Frequency::Hourly | Frequency::Daily => rule.clone(),
    }
}

/// Where a moment lies after everything moved as `from` moved to `to`, on the wall clock.
pub(super) fn follow(zone: Tz, moment: Moment, from: Moment, to: Moment) -> Moment {
    if from == to {
        return moment;
    }
    let local = |instant: DateTime<Utc>| instant.with_timezone(&zone).naive_local();
    match (moment, from, to) {
        (Moment::Instant(at), Moment::Instant(from), Moment::Instant(to)) => {
            Moment::Instant(zone::instant(zone, local(at) + (local(to) - local(from))))
        }
        (at, from, to) => {
            let step = date_in(zone, to) - date_in(zone, from);
            let date = date_in(zone, at) + step;
            match to {
                Moment::Date(_) => Moment::Date(date),
                Moment::Instant(to) => {
                    Moment::Instant(zone::instant(zone, date.and_time(local(to).time())))
                }
            }
        }
    }
}

fn date_in(zone: Tz, moment: Moment) -> NaiveDate {
    match moment {
        Moment::Date(date) => date,
        Moment::Instant(instant) => zone::date_of(zone, instant),
    }
}

/// Replaces the starts beside the rule, or those left out, by the given ones. A
/// start that the rule does not give cannot be left out, and is passed over.
pub(super) fn set_dates(
    scope: &Scope<'_>,
    event: &mut Event,
    deviation: Deviation,
    dates: Option<Dates>,
) -> Result<(), Error> {
    let length = event.end_time.stored() - event.start_time.stored();
    let all = repeat::of(event, scope.zone(), None);
    event.exceptions.retain(|own| own.deviation != deviation);
    for when in dates.unwrap_or_default().0 {
        let occurrence = handle(scope, event, when);
        if occurrence.is_date() != event.all_day {
            let field = if deviation == Deviation::Extra { "rdate" } else { "exdate" };
            return Err(Error::field(field, "Must be dates or times, as the event's start is."));
        }
        let is_ruled = all.as_ref().is_some_and(|all| all.contains(occurrence));
        if is_ruled != (deviation == Deviation::Cancelled) {
            continue;
        }
        event.exceptions.retain(|own| own.occurrence != occurrence);
        let times = (deviation == Deviation::Extra)
            .then(|| (occurrence, repeat::later(occurrence, length)));
        event.exceptions.push(Exception { times, ..Exception::new(occurrence, deviation) });
    }
    event.exceptions.sort_by_key(|own| own.occurrence);
    Ok(())
}
