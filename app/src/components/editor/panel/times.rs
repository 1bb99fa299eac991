//! The end of an event follows its start, so that it stays as long as it is.

use js_sys::Date;
use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Listens for changes of the times, the start being what it is at first.
pub(super) fn following(start: String) -> impl Fn(Event) {
    let before = StoredValue::new(start);
    move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if !target.is_some_and(|target| target.name().starts_with("start_")) {
            return;
        }
        let Some(start) = typed("start") else { return };
        let step = milliseconds(&start) - milliseconds(&before.get_value());
        let Some(end) = typed("end") else { return };
        let end = milliseconds(&end) + step;
        if end.is_nan() {
            return;
        }
        before.set_value(start);
        let end = String::from(Date::new(&end.into()).to_iso_string());
        for (name, value) in [("end_date", end.get(..10)), ("end_clock", end.get(11..16))] {
            if let (Some(field), Some(value)) = (field(name), value) {
                field.set_value(value);
            }
        }
    }
}

/// Date and clock time of one end, once both are there.
fn typed(end: &str) -> Option<String> {
    let date = field(&format!("{end}_date"))?.value();
    let clock = field(&format!("{end}_clock"))?.value();
    (!date.is_empty() && !clock.is_empty()).then(|| format!("{date}T{clock}"))
}

/// A wall-clock time as if it were one of UTC, where every day is as long.
fn milliseconds(local: &str) -> f64 {
    Date::parse(&format!("{local}Z"))
}

fn field(name: &str) -> Option<HtmlInputElement> {
    let field = document().query_selector(&format!("#panel [name='{name}']")).ok().flatten();
    field?.dyn_into().ok()
}
