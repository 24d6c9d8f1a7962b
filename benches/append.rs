//! What a tick costs: lock, look, one line to the end of a journal of 600 entries, `fdatasync`, fold. The disk under the
//! directory for temporary files decides; `TMPDIR` names another.

use criterion::{Criterion, criterion_group, criterion_main};
use ninety::journal::Fact;
use ninety::journal::files::Tail;
use ninety::plan::Plan;
use ninety::study::Session;

#[path = "../tests/common/evenings.rs"]
mod evenings;

#[expect(clippy::unwrap_used, reason = "a benchmark without its files ends here")]
fn append(criterion: &mut Criterion) {
    let plan = Plan::builtin();
    let now = evenings::later(&evenings::facts(plan, u16::MAX));
    let day = plan.last_day().id();
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("django-90.toml"), evenings::journal(plan, 600)).unwrap();
    let mut session = Session::open(plan, dir.path().to_owned(), Tail::AsItIs, now).unwrap();
    criterion.bench_function("append one entry", |bencher| {
        bencher.iter(|| {
            let minutes = Fact::Minutes { day: day.clone(), minutes: 5, over: Vec::new() };
            session.record(minutes, now, 1).unwrap()
        });
    });
}

criterion_group!(benches, append);
criterion_main!(benches);
