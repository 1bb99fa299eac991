//! The address of a page, and what it says of the page's state.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::view::outcome::{DONE, REFUSED};

/// What opens an editor or a panel.
pub(crate) const OPENING: [&str; 6] = ["at", "budget", "edit", "new", "open", "split"];

/// A query without what opens something, and without what an earlier form left in it.
pub(crate) fn closed(query: &str) -> String {
    let pairs = query.trim_start_matches('?').split('&');
    let kept = pairs.filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        !matches!(name, "" | DONE | REFUSED) && !OPENING.contains(&name)
    });
    kept.collect::<Vec<_>>().join("&")
}

/// The address of this page with nothing open but what `opens` says, such as `open=…`.
pub(crate) fn this_page(opens: &str) -> impl Fn() -> String + Clone + 'static + use<> {
    let location = use_location();
    let opens = opens.to_owned();
    move || {
        let kept = location.search.with(|query| closed(query));
        let parts = [kept.as_str(), opens.as_str()];
        let query: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}?{}", location.pathname.get(), query.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn closing_keeps_what_the_page_shows() {
        assert_eq!(
            closed("?view=day&open=7&at=x&date=2026-11-23&done=1"),
            "view=day&date=2026-11-23"
        );
        assert_eq!(closed("?new=2026-11-23~2026-11-24"), "");
        assert_eq!(closed(""), "");
    }
}
