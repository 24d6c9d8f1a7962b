//! What a start costs: reading a real journal from a real directory and folding it into a study; and what the quick
//! reader saves over the `toml` crate, line by line.

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ninety::journal::Journal;
use ninety::journal::files::Tail;
use ninety::plan::Plan;
use ninety::study::Session;
use std::hint::black_box;

#[path = "../tests/common/evenings.rs"]
mod evenings;

/// A plan studied once; ten times as much; ten entries an evening for twenty years.
const ENTRIES: [usize; 3] = [600, 5_000, 73_000];

#[expect(clippy::unwrap_used, reason = "a benchmark without its files ends here")]
fn load(criterion: &mut Criterion) {
    let plan = Plan::builtin();
    let now = evenings::later(&evenings::facts(plan, u16::MAX));
    let mut group = criterion.benchmark_group("load and fold");
    for entries in ENTRIES {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("django-90.toml"), evenings::journal(plan, entries)).unwrap();
        let open = |path| Session::open(plan, path, Tail::LookAgain, now).unwrap();
        assert_eq!(open(dir.path().to_owned()).study().journal().len(), entries);
        group.throughput(Throughput::Elements(u64::try_from(entries).unwrap()));
        group.sample_size(if entries > 10_000 { 10 } else { 100 });
        group.bench_function(BenchmarkId::from_parameter(entries), |bencher| {
            bencher.iter_batched(|| dir.path().to_owned(), open, BatchSize::LargeInput);
        });
    }
    group.finish();
}

fn lines(criterion: &mut Criterion) {
    let sealed = evenings::journal(Plan::builtin(), 600);
    // Without its seal a line may have been written by hand, and the toml crate reads it.
    let unsealed: Vec<&str> =
        sealed.lines().map(|line| line.rsplit_once(" # ").map_or(line, |(body, _)| body)).collect();
    let unsealed = unsealed.join("\n") + "\n";
    let mut group = criterion.benchmark_group("600 lines");
    for (reader, text) in [("the quick reader", &sealed), ("toml for each line", &unsealed)] {
        assert_eq!(Journal::of_text(text).len(), 600);
        group.throughput(Throughput::Elements(600));
        group.bench_function(reader, |bencher| {
            bencher.iter(|| Journal::of_text(black_box(text)));
        });
    }
    group.finish();
}

criterion_group!(benches, load, lines);
criterion_main!(benches);
