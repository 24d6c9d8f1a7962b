//! What a tick costs: lock, look, one line to the end of a journal of 600 entries, `fdatasync`. The disk under the
//! directory for temporary files decides; `TMPDIR` names another.

use criterion::{Criterion, criterion_group, criterion_main};
use ninety::journal::files::Tail;
use ninety::journal::{Fact, Files};
use ninety::plan::Plan;

#[path = "../tests/common/evenings.rs"]
mod evenings;

#[expect(clippy::unwrap_used, reason = "a benchmark without its files ends here")]
fn append(criterion: &mut Criterion) {
    let plan = Plan::builtin();
    let now = evenings::later(&evenings::facts(plan, u16::MAX));
    let day = plan.last_day().id();
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("django-90.toml"), evenings::journal(plan, 600)).unwrap();
    let mut files = Files::open(dir.path().to_owned(), plan.id().clone(), Tail::AsItIs).unwrap();
    criterion.bench_function("append one entry", |bencher| {
        bencher
            .iter(|| files.record(Fact::Minutes { day: day.clone(), minutes: 5 }, now, 1).unwrap());
    });
}

criterion_group!(benches, append);
criterion_main!(benches);
