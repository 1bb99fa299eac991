//! The form that takes a file of everything over. It is no server function: those read
//! text, and a browser needs no script to send a file.

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::http::{Extensions, HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::history::Door;
use domain::problem::Problem;
use server::accounts;
use server::context::Planner;
use server::error::Error;
use server::operations::import::{TakenOver, Turn, take_over};

use super::back::Back;
use super::cookies::{carrying, cookie};
use crate::texts;
use crate::view::outcome::Returned;

/// The form's key, and the name of its one field.
const FORM: &str = "import";
const FILE: &str = "file";
/// Where on the page it is.
const PLACE: &str = "#data";
/// Carries to the page how much was taken over.
const COOKIE: &str = "taken_over";
/// How long that is told, in seconds. A page is read again whenever something is changed
/// anywhere, so it must outlast one reading.
const TOLD_FOR: u32 = 60;

/// Takes the file over, and sends the browser back to the page, which tells.
pub(crate) async fn import(State(planner): State<Planner>, request: Request) -> Response {
    let headers = request.headers().clone();
    let extensions = request.extensions().clone();
    let (to, told) = match taken_over(&planner, &extensions, request).await {
        Ok(count) => (Back::of(&headers).with_done(None), Some(count)),
        Err(Error::Unauthenticated) => (Back::to_sign_in(Back::of(&headers).path()), None),
        Err(error) => (refused(&headers, error.into()), None),
    };
    let location = (LOCATION, format!("{to}{PLACE}"));
    let unkept = (CACHE_CONTROL, "no-store".to_owned());
    match told {
        Some(count) => {
            let carried = (SET_COOKIE, carrying(&planner, COOKIE, &numbers(&count), TOLD_FOR));
            (StatusCode::SEE_OTHER, [location, unkept, carried]).into_response()
        }
        None => (StatusCode::SEE_OTHER, [location, unkept]).into_response(),
    }
}

async fn taken_over(
    planner: &Planner,
    extensions: &Extensions,
    request: Request,
) -> Result<TakenOver, Error> {
    let context = accounts::context(planner, extensions, Door::Web)?;
    // Before the file is read: it is held in memory as a whole.
    let turn = Turn::take()?;
    let file = file(request).await?;
    take_over(&context, turn, file).await
}

/// The file that was chosen.
async fn file(request: Request) -> Result<Bytes, Error> {
    let cut = || Error::field(FILE, texts::data::CUT_SHORT);
    let none = || Error::field(FILE, texts::data::NO_FILE);
    let mut form = Multipart::from_request(request, &()).await.map_err(|_| none())?;
    while let Some(field) = form.next_field().await.map_err(|_| cut())? {
        if field.name() == Some(FILE) {
            let bytes = field.bytes().await.map_err(|_| cut())?;
            return if bytes.is_empty() { Err(none()) } else { Ok(bytes) };
        }
    }
    Err(none())
}

/// Faults of the file stand at its field, with the place in the file where they are.
fn refused(headers: &HeaderMap, mut problem: Problem) -> String {
    for error in problem.errors.iter_mut().filter(|error| error.field != FILE) {
        error.message = format!("{}: {}", error.field, error.message);
        error.field = FILE.into();
    }
    problem.errors.truncate(1);
    Back::of(headers).with_refused(&Returned { form: FORM.to_owned(), problem, values: vec![] })
}

fn numbers(count: &TakenOver) -> String {
    let TakenOver { events, tasks, expenses, conversations } = count;
    format!("{events}.{tasks}.{expenses}.{conversations}")
}

/// What was taken over just now, as the browser carries it; to be read before the first
/// `await`.
pub(super) fn carried() -> Option<TakenOver> {
    let text = cookie(COOKIE)?;
    let mut numbers = text.split('.').map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(TakenOver { events: next()?, tasks: next()?, expenses: next()?, conversations: next()? })
}
