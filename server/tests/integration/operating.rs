//! The program as whoever runs it sees it: measured, pruned, backed up.

mod backups;
mod clocks;
mod full;
mod jobs;
mod metrics;
mod pruning;
mod reporting;
