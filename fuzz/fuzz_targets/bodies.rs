//! Each JSON body of REST. The first byte says which one.
//!
//! That none is missing is seen to by `rest::openapi::every_body_is_fuzzed` in the server's tests.
#![no_main]

use ai_planner_fuzz::document::Document;
use ai_planner_fuzz::inputs::{Read, body, raw};
use domain::account::{
    AccountPatch, ConfirmEmail, DeleteAccount, ForgottenPassword, NewApiToken, ResetPassword,
    SignIn, SignUp,
};
use domain::budget::{BudgetPatch, NewBudget};
use domain::bulk::{BulkChange, RowId};
use domain::chat::{ChatRequest, ConfirmationReply};
use domain::conversation::ConversationPatch;
use domain::event::{EventPatch, NewEvent};
use domain::expense::{ExpensePatch, NewExpense, Recategorize, Split};
use domain::list::{ListPatch, NewList};
use domain::order::MoveRow;
use domain::saved_filter::{NewSavedFilter, SavedFilterPatch};
use domain::settings::SettingsPatch;
use domain::task::{MoveTask, NewTask, TaskPatch};
use libfuzzer_sys::fuzz_target;

/// By the names of their schemas. A task that is posted is a new one or a patch; a change of
/// several rows and an export that comes back are judged by the server.
const BODIES: [(&str, Read); 32] = [
    ("AccountPatch", body::<AccountPatch>),
    ("BudgetPatch", body::<BudgetPatch>),
    ("ChatRequest", body::<ChatRequest>),
    ("ConfirmEmail", body::<ConfirmEmail>),
    ("ConfirmationReply", body::<ConfirmationReply>),
    ("ConversationPatch", body::<ConversationPatch>),
    ("DeleteAccount", body::<DeleteAccount>),
    ("EventPatch", body::<EventPatch>),
    ("Everything", raw::<Document>),
    ("ExpensePatch", body::<ExpensePatch>),
    ("ForgottenPassword", body::<ForgottenPassword>),
    ("ListPatch", body::<ListPatch>),
    ("MoveRow", body::<MoveRow>),
    ("MoveTask", body::<MoveTask>),
    ("NewApiToken", body::<NewApiToken>),
    ("NewBudget", body::<NewBudget>),
    ("NewEvent", body::<NewEvent>),
    ("NewExpense", body::<NewExpense>),
    ("NewList", body::<NewList>),
    ("NewSavedFilter", body::<NewSavedFilter>),
    ("Parts", body::<Split>),
    ("Recategorize", body::<Recategorize>),
    ("ResetPassword", body::<ResetPassword>),
    ("SavedFilterPatch", body::<SavedFilterPatch>),
    ("SettingsPatch", body::<SettingsPatch>),
    ("SignIn", body::<SignIn>),
    ("SignUp", body::<SignUp>),
    ("TaskInput", body::<TaskPatch>),
    ("TaskInput", body::<NewTask>),
    ("TaskPatch", body::<TaskPatch>),
    ("TasksInput", raw::<BulkChange>),
    ("TasksInput", raw::<Vec<RowId>>),
];

fuzz_target!(|data: &[u8]| {
    let Some((which, bytes)) = data.split_first() else { return };
    let (_, read) = BODIES[usize::from(*which) % BODIES.len()];
    read(bytes);
});
