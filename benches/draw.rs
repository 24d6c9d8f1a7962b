//! What a key and the frame after it cost: each view at 120x40, on the journal of a learner who is eight weeks in.

use criterion::{Criterion, criterion_group, criterion_main};
use play::Play;
use std::fmt::Write;

#[path = "../tests/common/evenings.rs"]
mod evenings;
#[path = "../tests/common/play.rs"]
mod play;

fn learner() -> Play {
    let plan = ninety::plan::Plan::builtin();
    let mut lines = String::new();
    for (number, (at, fact)) in (1..).zip(evenings::facts(plan, 40)) {
        let key = ninety::journal::Key::new(number, 1);
        let _whole = writeln!(lines, "{}", ninety::journal::write::line(key, at, &fact.into()));
    }
    Play::with(&lines).sized(120, 40)
}

fn draw(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("key and frame 120x40");
    for (view, name) in [("1", "Today"), ("2", "Week"), ("3", "Plan"), ("4", "Progress"), ("5", "Notes")] {
        let mut play = learner();
        play.play(view);
        group.bench_function(name, |bencher| bencher.iter(|| play.play("j k").stage.frames));
    }
    group.finish();
}

criterion_group!(benches, draw);
criterion_main!(benches);
