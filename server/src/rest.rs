//! REST: the routes of the contract, each one sentence long: read the request,
//! call the operation, answer.

mod refusal;

pub use refusal::Refusal;
