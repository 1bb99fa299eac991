//! How long the built-in reading takes for one utterance of the example files.
//!
//! `cargo bench -p server --bench language` prints the median and the 99th percentile over all
//! utterances, then criterion's figure for reading every one of them in turn.

mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput};
use server::language::request;

/// Each utterance is read so often, and its median counts.
const RUNS: usize = 31;

fn main() {
    let said = support::corpus();
    let mut times: Vec<(Duration, &str)> = said
        .iter()
        .map(|said| {
            let mut runs: Vec<Duration> = (0..RUNS)
                .map(|_| {
                    let start = Instant::now();
                    black_box(request::read(black_box(&said.text), &said.reference));
                    start.elapsed()
                })
                .collect();
            runs.sort_unstable();
            (runs[RUNS / 2], said.text.as_str())
        })
        .collect();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].0;
    let (slowest, text) = times[times.len() - 1];
    eprintln!(
        "{} utterances: median {:?}, p90 {:?}, p99 {:?}, slowest {slowest:?} ({text:?})",
        times.len(),
        at(50),
        at(90),
        at(99),
    );

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("language");
    group.throughput(Throughput::Elements(u64::try_from(said.len()).unwrap_or(u64::MAX)));
    group.bench_function("every utterance", |bencher| {
        bencher.iter(|| {
            for said in &said {
                black_box(request::read(black_box(&said.text), &said.reference));
            }
        });
    });
    group.finish();
    criterion.final_summary();
}
