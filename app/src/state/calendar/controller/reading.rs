//! When the page was read again.

use std::rc::Rc;

use super::super::gesture::Do;
use super::super::sending::Deed;
use super::super::sheet;
use super::super::span::day_text;
use super::{Shared, address, perform};

/// The page was read again: what was shown in advance gives way to it, what had the
/// focus gets it back, and what has left the days on the page is followed.
pub(in crate::state::calendar) fn reread(shared: &Shared) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    if Deed::Shift.is_under_way() {
        return;
    }
    let sent = this.gesture.change().cloned();
    let now = sent.as_ref().and_then(|change| {
        sheet::pieces(&change.subject).first().and_then(|block| sheet::subject(block))
    });
    // Elements may stand for something else by now.
    let was_shown = this.ghost.is_shown();
    this.look();
    let is_gone = now.is_none();
    let what = this.gesture.reread(now);
    if what != Do::Return && was_shown {
        this.ghost.clear();
        this.draw(false);
    }
    let leaves =
        sent.as_ref().filter(|_| is_gone && what == Do::Clear).map(|change| change.span.days().0);
    let focus = this.lost_focus(sent.is_none());
    let leads =
        leaves.filter(|day| focus.is_none() && this.focused.is_some() && !this.board.has(*day));
    let go = Rc::clone(&this.go);
    drop(this);
    perform(shared, &what);
    if let Some(block) = focus {
        let _ = block.focus();
    }
    if let Some(day) = leads {
        go(&address(&format!("date={}", day_text(day))));
    }
}
