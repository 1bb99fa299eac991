//! What was just said, and the answer as far as it is written. What is there already
//! is left alone: words grow, cards come, and nothing is drawn twice.

use leptos::prelude::*;

use super::card::Card;
use super::message::Message;
use super::proposal::Proposal;
use super::thread::fingerprint;
use crate::state::talk::{Progress, Talk};
use crate::texts;
use crate::view::chat::MessageView;

/// The message on its way, and the answer.
#[component]
pub(super) fn Current() -> impl IntoView {
    let talk = Talk::of_page();
    let said = move || {
        talk.said.get().map(|text| {
            let message = MessageView { own: true, text, ..MessageView::default() };
            view! { <Message message last=false /> }
        })
    };
    let is_there = Memo::new(move |_| talk.answer.with(Option::is_some));
    let answer = move || is_there.get().then(|| view! { <Answer talk /> });
    let writes = move || (talk.progress.get() == Progress::Answering).then_some("");
    view! {
        <div class="current" data-writes=writes>
            {said}
            {answer}
        </div>
    }
}

#[component]
fn Answer(talk: Talk) -> impl IntoView {
    let of = move |part: fn(&MessageView) -> bool| {
        Memo::new(move |_| talk.answer.with(|answer| answer.as_ref().is_some_and(part)))
    };
    let has_words = of(|answer| !answer.text.is_empty());
    let is_done = of(|answer| !answer.cards.is_empty() || !answer.proposals.is_empty());
    let is_rich = Memo::new(move |_| !talk.blocks.with(Vec::is_empty));
    let waits = move || !has_words.get() && !is_rich.get() && !is_done.get();
    let text = move || talk.answer.with(|answer| answer.as_ref().map(|answer| answer.text.clone()));
    let cards =
        move || talk.answer.with(|answer| answer.as_ref().map(|answer| answer.cards.clone()));
    let proposals =
        move || talk.answer.with(|answer| answer.as_ref().map(|answer| answer.proposals.clone()));
    view! {
        <div class="message">
            <p class="hidden">{texts::chat::ASSISTANT_SAID}</p>
            {move || has_words.get().then(|| view! { <p class="answer">{text}</p> })}
            {move || is_rich.get().then(|| view! { <Rich talk /> })}
            <For
                each=move || cards().unwrap_or_default()
                key=fingerprint
                children=|card| view! { <Card card /> }
            />
            <For
                each=move || proposals().unwrap_or_default()
                key=fingerprint
                children=|proposal| view! { <Proposal proposal /> }
            />
        </div>
        {move || waits().then(|| view! { <p class="thinking" aria-hidden="true"><i></i><i></i><i></i></p> })}
    }
}

/// Blocks of HTML that the server has made harmless; the last one grows.
#[component]
fn Rich(talk: Talk) -> impl IntoView {
    let blocks = move || talk.blocks.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <div class="answer rich">
            <For
                each=blocks
                key=|(place, _)| *place
                children=|(_, html)| {
                    view! { <div class="rich-block" inner_html=move || html.get()></div> }
                }
            />
        </div>
    }
    .into_any()
}
