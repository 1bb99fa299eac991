//! Signing in and up.

pub(crate) const SIGN_IN: &str = "Sign in";
pub(crate) const MAKE_ACCOUNT: &str = "Make an account";
pub(crate) const EMAIL: &str = "E-mail";
pub(crate) const PASSWORD: &str = "Password";

pub(crate) const WELCOME_BACK: &str = "Welcome back";
/// Before the link to make an account.
pub(crate) const NEW_HERE: &str = "New here? ";

pub(crate) const PASSWORD_HINT: &str =
    "At least 8 characters. Three or four words make a good one.";
/// Before the link to sign in.
pub(crate) const HAVE_ONE: &str = "Have one already? ";

// A forgotten password.
pub(crate) const FORGOTTEN_QUESTION: &str = "Forgotten your password?";
pub(crate) const FORGOTTEN: &str = "Forgotten password";
pub(crate) const FORGOTTEN_HINT: &str = "We send a link there by which you choose a new password.";
pub(crate) const SEND_LINK: &str = "Send the link";
pub(crate) const LINK_SENT: &str = "If there is an account with that address, a letter is on its way. The link in it is good for an hour.";
/// Before the link to begin again.
pub(crate) const NOTHING_CAME: &str =
    "Nothing came? Have a look whether it is among the unwanted letters, or ";
/// The link behind it.
pub(crate) const BEGIN_AGAIN: &str = "try again";
/// Before the link to sign in.
pub(crate) const REMEMBERED: &str = "Remembered it? ";

// Another password, by the link of a letter.
pub(crate) const CHOOSE_PASSWORD: &str = "Choose a new password";
pub(crate) const SET_PASSWORD: &str = "Set the password";
/// Before the link to another letter.
pub(crate) const RESET_ABOUT: &str =
    "This signs you out everywhere and ends the tokens of your programs. ";
pub(crate) const ASK_AGAIN: &str = "Ask for a new link";
pub(crate) const PASSWORD_IS_NEW: &str = "Your password is a new one. Sign in with it.";

// Confirming an address.
pub(crate) const CONFIRM: &str = "Confirm your address";
pub(crate) const CONFIRM_QUESTION: &str = "Is this address yours?";
pub(crate) const CONFIRM_ABOUT: &str = "You have followed the link of a letter from this planner.";
pub(crate) const CONFIRM_YES: &str = "Yes, it is mine";
pub(crate) const CONFIRMED: &str = "Your address is confirmed.";
pub(crate) const UNCONFIRMED: &str =
    "We have sent a letter there. Follow its link to confirm that it is yours.";
pub(crate) const SEND_LETTER_AGAIN: &str = "Send the letter again";

/// Another address that does not count yet.
pub(crate) fn awaited(email: &str) -> String {
    format!("You sign in as {email} once you follow the link of our letter there.")
}
