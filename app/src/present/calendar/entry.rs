//! What the calendar shows: events and deadlines alike.

use chrono::{NaiveDate, NaiveTime};
use domain::event::Event;
use domain::task::Task;
use domain::time::Moment;
use server::words::Words;

use super::address;
use super::span::Span;
use crate::present::{input_time, row};
use crate::texts;
use crate::view::calendar::BlockView;
use crate::view::calendar::address::View;

/// An event, or a task with its deadline.
pub(super) struct Entry {
    /// When.
    pub(super) span: Span,
    /// Whether it has no place between hours.
    pub(super) in_band: bool,
    block: BlockView,
}

impl Entry {
    /// An event.
    pub(super) fn event(wording: &Words, event: &Event) -> Self {
        let (start, end) = row::span(wording, event);
        let span = Span { start, end };
        let shown = row::event(wording, event, span.first_day());
        let (from, to) = if event.all_day {
            (span.first_day().to_string(), span.last_day().to_string())
        } else {
            (input_time(start), input_time(end))
        };
        let time = |text: String| if event.all_day { String::new() } else { text };
        Self {
            span,
            in_band: event.all_day || span.is_long(),
            block: BlockView {
                id: shown.id,
                occurrence: shown.occurrence,
                title: shown.title,
                hours: time(shown.hours),
                time: time(wording.time(start.time())),
                place: shown.location,
                full: shown.full,
                start: from,
                end: to,
                all_day: event.all_day,
                repeats: !shown.repeats.is_empty(),
                past: shown.past,
                ..BlockView::default()
            },
        }
    }

    /// A task; none without a deadline.
    pub(super) fn task(wording: &Words, task: &Task) -> Option<Self> {
        let due = task.due_date?;
        let at = match due {
            Moment::Date(date) => date.and_time(NaiveTime::MIN),
            Moment::Instant(instant) => wording.local(instant),
        };
        let shown = row::task(wording, task);
        let time = if due.is_date() { String::new() } else { wording.time(at.time()) };
        let full = match (task.is_complete, shown.overdue) {
            (true, _) => texts::calendar::task_due_done(&shown.due_full),
            (false, true) => texts::calendar::task_due_overdue(&shown.due_full),
            (false, false) => texts::calendar::task_due(&shown.due_full),
        };
        let start = if due.is_date() { shown.due_date } else { input_time(at) };
        Some(Self {
            span: Span { start: at, end: at },
            in_band: due.is_date(),
            block: BlockView {
                href: format!("/tasks?edit={}", shown.id),
                id: shown.id,
                task: true,
                title: shown.title,
                hours: time.clone(),
                time,
                full,
                end: start.clone(),
                start,
                all_day: due.is_date(),
                repeats: !shown.repeats.is_empty(),
                past: task.is_complete,
                done: task.is_complete,
                overdue: shown.overdue,
                ..BlockView::default()
            },
        })
    }

    /// It, or a piece of it, drawn at a place on a page.
    pub(super) fn block(&self, view: View, date: NaiveDate, class: String) -> BlockView {
        let mut block = BlockView { class, ..self.block.clone() };
        if !block.task {
            block.href = address::open(view, date, &block.id, &block.occurrence);
        }
        block
    }

    /// The order of everything: what fills whole days first, the longer before the
    /// shorter, then by the clock; events before deadlines.
    pub(super) fn order(&self) -> impl Ord + use<> {
        let length = std::cmp::Reverse(self.span.last_day() - self.span.first_day());
        let whole = !self.in_band;
        (
            self.span.first_day(),
            length,
            whole,
            self.block.task,
            self.span.start,
            std::cmp::Reverse(self.span.end),
        )
    }
}
