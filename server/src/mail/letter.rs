//! The letters themselves: plain text, and the same as simple HTML in the colours of the
//! pages. Nothing in them is loaded from anywhere, so nobody learns when one is read.

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Letter {
    /// What it is about, also its heading.
    pub(crate) subject: &'static str,
    /// What it says.
    words: String,
    /// What can be done, and where.
    action: Option<(&'static str, String)>,
    /// What else there is to know.
    after: &'static str,
}

/// To choose a new password.
pub(crate) fn reset(email: &str, link: String) -> Letter {
    Letter {
        subject: "Choose a new password",
        words: format!("Somebody, most likely you, has forgotten the password of {email}."),
        action: Some(("Choose a new password", link)),
        after: "The link works once, within an hour. A new password signs you out everywhere and \
                ends the tokens of your programs. If it was not you, there is nothing to do: your \
                password stays as it is.",
    }
}

/// To confirm the address of a new account.
pub(crate) fn welcome(email: &str, link: String) -> Letter {
    Letter {
        subject: "Confirm your address",
        words: format!("There is a new account of {email}. Is this address yours?"),
        action: Some(("Yes, it is mine", link)),
        after: "The link works once, within seven days. If you have made no account, there is \
                nothing to do.",
    }
}

/// To confirm the new address of an account.
pub(crate) fn moved(email: &str, link: String) -> Letter {
    Letter {
        subject: "Confirm your new address",
        words: format!(
            "You want to sign in as {email} from now on. It counts once you confirm it; until \
             then you sign in as before."
        ),
        action: Some(("Confirm the new address", link)),
        after: "The link works once, within seven days. If it was not you, there is nothing to do.",
    }
}

/// To the old address, once the new one counts.
pub(crate) fn left(email: &str) -> Letter {
    Letter {
        subject: "Your address has changed",
        words: format!("You now sign in as {email}, and no longer with this address."),
        action: None,
        after: "If it was not you, tell whoever runs this planner.",
    }
}

/// The colours of the dark theme, for mail programs that ask for them. Those that do not
/// leave the head out and have the elements' own.
const DARK: &str = "@media (prefers-color-scheme:dark){\
    .page{background:#1b1611!important;color:#eae6dd!important}\
    .soft{color:#afaaa1!important;border-color:#3a342e!important}\
    .name{color:#74cbd0!important}\
    .act{background:#74cbd0!important;color:#031a1c!important}}";

impl Letter {
    /// As plain text.
    pub(crate) fn plain(&self) -> String {
        let action = self.action.as_ref();
        let action = action.map(|(label, link)| format!("{label}:\n{link}\n\n"));
        format!("{}\n\n{}{}\n", self.words, action.unwrap_or_default(), self.after)
    }

    /// As HTML. Colours are those of `style/tokens.css`, in the notation that mail
    /// programs know; styles stand on the elements, since many drop the others.
    pub(crate) fn html(&self) -> String {
        let words = escaped(&self.words);
        let action = self.action.as_ref().map(|(label, link)| {
            let link = escaped(link);
            format!(
                "<p style=\"margin:24px 0\"><a class=\"act\" href=\"{link}\" style=\"display:inline-block;\
                 padding:12px 20px;border-radius:6px;background:#005e67;color:#f6fefe;\
                 text-decoration:none;font-weight:600\">{label}</a></p>\n\
                 <p class=\"soft\" style=\"color:#625950;font-size:14px\">Or copy this address: \
                 <span style=\"word-break:break-all\">{link}</span></p>\n"
            )
        });
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>{subject}</title>\
             <style>{DARK}</style></head>\n\
             <body class=\"page\" style=\"margin:0;background:#fcfaf4;color:#2d251d;\
             font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif\">\n\
             <div style=\"max-width:34rem;margin:0 auto;padding:32px 24px\">\n\
             <p class=\"name\" style=\"margin:0;color:#005e67;font-weight:600\">Planner</p>\n\
             <h1 style=\"margin:16px 0;font:600 26px/1.25 'Iowan Old Style',Palatino,Georgia,serif\">\
             {subject}</h1>\n<p>{words}</p>\n{action}\
             <p class=\"soft\" style=\"margin-top:24px;padding-top:16px;border-top:1px solid #dfdad1;\
             color:#625950;font-size:14px\">{after}</p>\n</div>\n</body>\n</html>\n",
            subject = self.subject,
            action = action.unwrap_or_default(),
            after = self.after,
        )
    }
}

/// Text that HTML takes for nothing else.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_say_the_same_and_an_address_is_no_markup() {
        let letter = reset("o'hara&sons@example.com", "https://p.example/x?token=a".to_owned());
        assert!(letter.plain().contains("o'hara&sons@example.com"));
        assert!(letter.plain().contains("\nhttps://p.example/x?token=a\n"));
        let html = letter.html();
        assert!(html.contains("o'hara&amp;sons@example.com"));
        assert!(html.contains("href=\"https://p.example/x?token=a\""));
        assert!(!html.contains("<img") && !html.contains("src="));
    }
}
