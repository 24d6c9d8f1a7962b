//! What a plan costs: the built-in one, which is part of the program, and the same plan read from its TOML files.

use criterion::{Criterion, criterion_group, criterion_main};
use ninety::plan::{Plan, Source};
use std::hint::black_box;
use std::path::Path;

/// Returns the files of the built-in plan in the order of their names.
#[expect(clippy::unwrap_used, reason = "a benchmark without its plan ends here")]
fn sources() -> Vec<Source> {
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../plan")).unwrap();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let source = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        Source { name: path.to_string_lossy().into_owned(), text }
    };
    paths.iter().map(source).collect()
}

fn plan(criterion: &mut Criterion) {
    let sources = sources();
    criterion.bench_function("plan: read 90 days from TOML", |bencher| {
        bencher.iter(|| Plan::read(black_box(&sources)).is_ok());
    });
    criterion.bench_function("plan: the built-in one", |bencher| {
        bencher.iter(|| black_box(Plan::builtin()).days().len());
    });
    criterion.bench_function("plan: find a task by its id", |bencher| {
        let last = Plan::builtin().last_day().tasks().last().map(|task| task.id().as_str());
        bencher.iter(|| Plan::builtin().find_task(black_box(last.unwrap_or_default())).is_some());
    });
}

criterion_group!(benches, plan);
criterion_main!(benches);
