//! The schema, the entities and the opened database.

mod agreement;
mod amounts;
mod catalogue;
mod migrations;
mod opening;
mod ownership;
mod refusals;
mod rows;
mod samples;
mod writing;
