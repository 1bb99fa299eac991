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
