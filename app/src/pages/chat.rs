//! The conversation with the assistant.

use leptos::html::Div;
use leptos::prelude::*;
use leptos_meta::Title;

use crate::api;
use crate::components::chat::{Composer, Message, SayForm, Status};
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::components::loaded::loaded;
use crate::state::changes::Changes;
use crate::state::talk::Talk;
use crate::view::chat::{ChatView, MessageView};

/// Sentences that work, ready to be said.
const EXAMPLES: [&str; 3] =
    ["Lunch with Sam tomorrow 1pm", "Spent 12.50 on lunch", "What do I have this week?"];

/// Everything said, and the line to go on.
#[component]
pub(crate) fn Chat() -> impl IntoView {
    let changes = Changes::of_page();
    let talk = Talk::new();
    provide_context(talk);
    let kept = Resource::new(move || changes.count(), |_| api::conversations::show(String::new()));
    let end = NodeRef::<Div>::new();
    // The latest words stay in sight while they come.
    Effect::new(move || {
        talk.answer.track();
        talk.conversation.track();
        if let Some(end) = end.get() {
            request_animation_frame(move || end.scroll_into_view());
        }
    });
    view! {
        <Title text="Assistant" />
        <div class="talk">
            <div class="heading">
                <h1>"Assistant"</h1>
                <PlannerForm action="/fn/chat/start-over" name="start-over" class="inline-form">
                    <button class="button">
                        <Icon name="add" />
                        "New conversation"
                    </button>
                </PlannerForm>
            </div>
            <div class="thread" role="log" aria-live="off" aria-label="Conversation">
                {loaded(kept, move |kept| {
                    talk.arrived(&kept.id);
                    view! { <Kept kept /> }.into_any()
                })}
                <Current />
            </div>
            <div class="talk-foot">
                <Status />
                <Composer />
            </div>
            <div node_ref=end></div>
        </div>
    }
}

#[component]
fn Kept(kept: ChatView) -> impl IntoView {
    if kept.messages.is_empty() {
        return view! { <Beginning /> }.into_any();
    }
    let count = kept.messages.len();
    kept.messages
        .into_iter()
        .enumerate()
        .map(|(index, message)| view! { <Message message last=index + 1 == count /> })
        .collect_view()
        .into_any()
}

/// What to say first.
#[component]
fn Beginning() -> impl IntoView {
    let talk = Talk::of_page();
    let examples = EXAMPLES
        .into_iter()
        .map(|example| view! { <SayForm message=example.to_owned() label=example.to_owned() /> })
        .collect_view();
    view! {
        <div class="beginning" hidden=move || talk.said.with(Option::is_some)>
            <p>"Say what is on your mind. It becomes an event, a task or an expense, and you can take it back."</p>
            <div class="suggestions">{examples}</div>
        </div>
    }
}

/// The turn in progress.
#[component]
fn Current() -> impl IntoView {
    let talk = Talk::of_page();
    let said = move || {
        talk.said.get().map(|text| {
            let message = MessageView { own: true, text, ..MessageView::default() };
            view! { <Message message last=false /> }
        })
    };
    let answer = move || talk.answer.get().map(|message| view! { <Message message last=true /> });
    view! {
        {said}
        {answer}
    }
}
