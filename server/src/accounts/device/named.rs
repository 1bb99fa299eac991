//! What browsers and programs call themselves (`User-Agent`), in words.

/// Browsers by the mark that only they set, those first that also bear the marks of others.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
/// Systems by their mark, again the narrower first.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];
/// The longest name of a program that is shown, in characters.
const LONGEST: usize = 40;

/// `Firefox on Linux`; a program by its own name; else what little is known.
pub(super) fn named(user_agent: &str) -> String {
    let known = |names: &[(&str, &'static str)]| {
        names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name)
    };
    match (known(&BROWSERS), known(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(browser), None) => browser.to_owned(),
        (None, _) => program(user_agent),
    }
}

/// The first product of a program: `curl/8.5.0` is `curl`.
fn program(user_agent: &str) -> String {
    let first = user_agent.split(['/', ' ', '(']).next().unwrap_or_default();
    let name: String = first.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    if name.is_empty() { "A program without a name".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn browsers_systems_and_programs_are_told_apart() {
        let mozilla = |rest: &str| format!("Mozilla/5.0 ({rest}");
        for (user_agent, name) in [
            (
                mozilla("X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"),
                "Chrome on Linux",
            ),
            (
                mozilla("Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"),
                "Edge on Windows",
            ),
            (
                mozilla("X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
                "Firefox on Linux",
            ),
            (
                mozilla("iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"),
                "Safari on iPhone",
            ),
            (
                mozilla("Linux; Android 15; Pixel 9) Chrome/140.0 Mobile Safari/537.36"),
                "Chrome on Android",
            ),
            ("curl/8.5.0".to_owned(), "curl"),
            (String::new(), "A program without a name"),
            ("/".to_owned(), "A program without a name"),
        ] {
            assert_eq!(named(&user_agent), name, "{user_agent}");
        }
    }
}
