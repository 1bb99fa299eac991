//! A whole conversation, to be taken elsewhere.

use domain::Uuid;
use domain::conversation::Conversation;
use domain::target::Target;

use super::{find, read};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Reads everything that was said in a conversation.
pub struct ExportConversation;

impl Operation for ExportConversation {
    type Input = Target;
    type Output = Conversation;

    const EFFECT: Effect = Effect::Read;
    const MAY_LAG: bool = true;
    const NAME: &'static str = "export_conversation";
    const SUMMARY: &'static str = "Exports a conversation as Markdown or JSON.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Conversation, Error> {
        let model = find(scope, id).await?;
        read::read(scope, model, None).await
    }
}
