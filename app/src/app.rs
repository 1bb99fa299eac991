//! The application: its routes.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{Lazy, SsrMode, path};

use crate::components::frame::Frame;
use crate::pages;
use crate::state::changes::Changes;
use crate::state::live::Connection;
use crate::state::toast::Toasts;
use crate::texts;

/// The whole application, the same on server and browser.
///
/// Every page is rendered completely before it is sent: what streams in later
/// needs a script to be put in its place. Only the dashboard sends its parts as they
/// come, to browsers that are known to run scripts (`web::router`).
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    Changes::provide();
    Connection::provide();
    Toasts::provide();
    view! {
        <Title formatter=|title: String| texts::window(&title) />
        <Router>
            <Routes fallback=|| view! { <pages::not_found::NotFound /> }>
                <Route path=path!("/") view={Lazy::<pages::home::HomePart>::new()} ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view={Lazy::<pages::sign_in::SignInPart>::new()} ssr=SsrMode::Async />
                <Route path=path!("/sign-up") view={Lazy::<pages::sign_up::SignUpPart>::new()} ssr=SsrMode::Async />
                <Route path=path!("/forgotten-password") view={Lazy::<pages::forgotten_password::ForgottenPasswordPart>::new()} ssr=SsrMode::Async />
                <Route path=path!("/reset-password") view={Lazy::<pages::reset_password::ResetPasswordPart>::new()} ssr=SsrMode::Async />
                <Route path=path!("/confirm-email") view={Lazy::<pages::confirm_email::ConfirmEmailPart>::new()} ssr=SsrMode::Async />
                <ParentRoute path=path!("") view=Frame>
                    <Route path=path!("/dashboard") view=pages::today::Today ssr=SsrMode::Async />
                    <Route path=path!("/tasks") view={Lazy::<pages::tasks::TasksPart>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/calendar") view={Lazy::<pages::calendar::CalendarPart>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/chat/:id?") view={Lazy::<pages::chat::ChatPart>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/expenses") view={Lazy::<pages::expenses::ExpensesPart>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/welcome") view={Lazy::<pages::welcome::WelcomePart>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/search") view={Lazy::<pages::search::SearchPart>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/history") view={Lazy::<pages::history::HistoryPart>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/settings") view={Lazy::<pages::settings::SettingsPart>::new()} ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}
