//! When nothing is planned.

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;
use domain::free_time::{FreeSlot, FreeTimeFilter, Hours};
use domain::input::Field;

use super::answer::Read;
use super::{Filter, Refusal, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::free_time::FindFreeTime;

pub(super) fn routes() -> ApiRouter<Planner> {
    let route = get_with(free, describe::operation::<FindFreeTime>("Events"));
    ApiRouter::new().api_route("/api/free-time", route)
}

async fn free(
    SignedIn(context): SignedIn,
    Filter(mut filter, _): Filter<FreeTimeFilter>,
) -> Result<Read<Vec<FreeSlot>>, Refusal> {
    if filter.within.is_absent() {
        filter.within = Field::Value(Hours::Working);
    }
    Ok(Read(call::<FindFreeTime>(&context, filter).await?.value.slots))
}
