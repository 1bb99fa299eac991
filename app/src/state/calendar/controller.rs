//! The controller: it listens, lets `gesture` decide, and does what that says.
//!
//! Nothing that makes the browser call back at once (focus, dialogs, submitting) may
//! happen while the controller is borrowed: see [`perform`].

mod keyboard;
mod listeners;
mod pointer;
mod reading;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{
    TimeoutHandle, document, request_animation_frame, set_timeout_with_handle, window,
};
use web_sys::HtmlElement;

pub(super) use self::listeners::Listeners;
pub(super) use self::reading::reread;
use super::geometry::{Point, place, scroll};
use super::gesture::{Do, Gesture, Subject};
use super::ghost::Ghost;
use super::rules::Grip;
use super::sending::{self, Deed};
use super::sheet::{self, Board};
use super::span::Span;
use super::words::Customs;
use crate::state::address::closed;

/// How long a finger rests before it lifts what it presses.
const LONG_PRESS: Duration = Duration::from_millis(350);
/// How long keys rest before what they did is saved.
const KEYS_REST: Duration = Duration::from_millis(600);

/// For how many frames a pointer stays at an edge before that scrolls: who only passes
/// by, from the band to the hours, wants no scrolling.
const EDGE_RESTS: u32 = 12;

/// Goes to an address of the program.
pub(super) type Go = Rc<dyn Fn(&str)>;

/// Everything that is known while a hand or a key is at work.
pub(super) struct Controller {
    gesture: Gesture,
    board: Board,
    ghost: Ghost,
    pointer: Point,
    /// Which pointer is pressed.
    pointer_id: i32,
    /// What scrolls around the grid, the page itself last.
    scrollers: Vec<HtmlElement>,
    /// For how many frames the pointer has been at an edge.
    at_edge: u32,
    /// Whether something was scrolled since the board was measured.
    is_scrolled: bool,
    /// The click that ends a drag opens nothing.
    swallows_click: bool,
    waiting: Option<TimeoutHandle>,
    customs: Customs,
    /// What has the focus; it keeps it when the page is drawn anew.
    focused: Option<Subject>,
    /// Which block it was, of all; its neighbour takes the focus when it is gone.
    focused_index: usize,
    /// The new event whose form is open.
    begun: Option<Span>,
    go: Go,
}

/// The one controller, as listeners and timers hold it.
pub(super) type Shared = Rc<RefCell<Controller>>;

impl Controller {
    /// One at rest.
    pub(super) fn new(go: Go) -> Shared {
        Rc::new(RefCell::new(Self {
            gesture: Gesture::default(),
            board: Board::default(),
            ghost: Ghost::default(),
            pointer: Point::default(),
            pointer_id: 0,
            scrollers: Vec::new(),
            at_edge: 0,
            is_scrolled: false,
            swallows_click: false,
            waiting: None,
            customs: Customs::default(),
            focused: None,
            focused_index: 0,
            begun: None,
            go,
        }))
    }

    /// Reads the page before something begins to move.
    fn look(&mut self) {
        self.board = Board::read();
        self.customs = sheet::customs();
        self.is_scrolled = false;
    }

    /// Shows what is elsewhere than the page has it.
    fn draw(&mut self, is_held: bool) {
        let begun = self.begun.map(|span| (None, span));
        match self.gesture.shown().or(begun) {
            Some((subject, span)) => {
                let hours = self.customs.hours(span);
                self.ghost.show(&self.board, subject, span, &hours, is_held);
            }
            None => self.ghost.clear(),
        }
    }

    /// The form of a new event is open, or no longer.
    pub(super) fn begin(&mut self, begun: Option<Span>) {
        self.begun = begun;
        if self.gesture.shown().is_none() {
            self.ghost.clear();
            self.look();
            self.draw(false);
        }
    }

    fn stop_waiting(&mut self) {
        if let Some(waiting) = self.waiting.take() {
            waiting.clear();
        }
    }

    /// Scrolls towards a pointer at an edge, and looks where it points now.
    fn follow(&mut self) {
        let Point { x, y } = self.pointer;
        let mut is_at_edge = false;
        for scroller in &self.scrollers {
            let mut area = sheet::area(scroller);
            if scroller.tag_name() == "HTML" {
                let size = |size: Result<wasm_bindgen::JsValue, _>| {
                    size.ok().and_then(|size| size.as_f64()).unwrap_or_default()
                };
                (area.left, area.top) = (0.0, 0.0);
                (area.right, area.bottom) =
                    (size(window().inner_width()), size(window().inner_height()));
            }
            // Whoever is in the band wants to stay there.
            let band = self.board.band_ends().max(area.top).min(area.bottom);
            let down = if y < band { 0.0 } else { scroll(y, band, area.bottom) };
            let by = (scroll(x, area.left, area.right), down);
            if by != (0.0, 0.0) {
                is_at_edge = true;
                if self.at_edge > EDGE_RESTS {
                    scroller.scroll_by_with_x_and_y(by.0, by.1);
                }
            }
        }
        self.at_edge = if is_at_edge { self.at_edge + 1 } else { 0 };
        if std::mem::take(&mut self.is_scrolled) {
            self.board.measure();
        }
        let place = place(&self.board.cells, self.pointer);
        self.gesture.point(self.pointer, place);
        self.draw(false);
    }
}

/// Does what a gesture says.
pub(super) fn perform(shared: &Shared, what: &Do) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    match what {
        Do::Nothing => return,
        Do::Wait => {
            drop(this);
            return wait(shared, LONG_PRESS, |this| this.gesture.rested());
        }
        Do::Rest => {
            this.look();
            this.draw(false);
            this.say();
            drop(this);
            return wait(shared, KEYS_REST, |this| this.gesture.settle());
        }
        Do::Draw => this.draw(false),
        Do::Hold => this.draw(true),
        Do::Clear => this.ghost.clear(),
        Do::Return => {
            this.ghost.spring_back();
            // A new event's form may still be open behind.
            this.draw(false);
        }
        Do::Begin(span) => {
            let address = begin_address(*span);
            this.begun = Some(*span);
            this.draw(false);
            let go = Rc::clone(&this.go);
            drop(this);
            return go(&address);
        }
        Do::Send | Do::Ask => {
            this.draw(false);
            let Some(change) = this.gesture.change().cloned() else { return };
            drop(this);
            sending::fill_shift(&change);
            return if *what == Do::Send { Deed::Shift.send() } else { Deed::Shift.ask() };
        }
    }
    settle_hand(this);
}

/// Brings the page in line with whether something follows the pointer.
fn settle_hand(this: std::cell::RefMut<'_, Controller>) {
    let Some(root) = document().document_element() else { return };
    let _ = match this.gesture.grip() {
        Some(Grip::Whole) => root.set_attribute("data-hand", "move"),
        Some(_) => root.set_attribute("data-hand", "resize"),
        None => root.remove_attribute("data-hand"),
    };
}

/// Calls `then` after a while, unless something else comes first.
fn wait(shared: &Shared, while_: Duration, then: fn(&mut Controller) -> Do) {
    let later = Rc::clone(shared);
    let call = move || {
        let Ok(mut this) = later.try_borrow_mut() else { return };
        let was_drawing = this.gesture.is_drawing();
        let what = then(&mut this);
        let begins = !was_drawing && this.gesture.is_drawing();
        drop(this);
        if begins {
            pointer::begin(&later);
        }
        perform(&later, &what);
    };
    if let Ok(mut this) = shared.try_borrow_mut() {
        this.stop_waiting();
        this.waiting = set_timeout_with_handle(call, while_).ok();
    }
}

/// Follows the pointer from frame to frame for as long as something moves with it.
fn frames(shared: &Shared) {
    let next = Rc::clone(shared);
    request_animation_frame(move || {
        {
            let Ok(mut this) = next.try_borrow_mut() else { return };
            if !this.gesture.is_drawing() {
                return;
            }
            this.follow();
        }
        frames(&next);
    });
}

/// The address of this page with nothing open but `more`, which takes the place of
/// what it said of the same before.
fn address(more: &str) -> String {
    let location = window().location();
    let query = closed(&location.search().unwrap_or_default());
    let name = more.split_inclusive('=').next().unwrap_or_default();
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with(name));
    let pairs: Vec<&str> = kept.chain([more]).collect();
    format!("{}?{}", location.pathname().unwrap_or_default(), pairs.join("&"))
}

fn begin_address(span: Span) -> String {
    address(&format!("new={}~{}", span.start_text(), span.end_text()))
}
