//! What a frame costs: each view at 120x40 into a buffer, on the journal of a learner who is seven weeks in.

use criterion::{Criterion, criterion_group, criterion_main};
use ninety::env::{Colours, Glyphs};
use ninety::journal::{Journal, Key, Record, write};
use ninety::plan::Plan;
use ninety::study::Study;
use ninety::tui::model::{Model, View};
use ninety::tui::theme::Theme;
use ninety::tui::view;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use std::hint::black_box;

#[path = "../tests/common/evenings.rs"]
mod evenings;

fn study() -> Study {
    let plan = Plan::builtin();
    let facts = evenings::facts(plan, 40);
    let now = evenings::later(&facts);
    let line =
        |(number, (at, fact))| write::line(Key::new(number, 1), at, &Record::from(fact)) + "\n";
    let lines: String = (1..).zip(facts).map(line).collect();
    Study::new(plan, Journal::of_text(&lines), now)
}

fn draw(criterion: &mut Criterion) {
    let (study, size) = (study(), Size::new(120, 40));
    let theme = Theme::new(Colours::Sixteen, Glyphs::Unicode);
    let mut group = criterion.benchmark_group("draw 120x40");
    for (shown, _, name) in View::ALL {
        let mut model = Model::new(&study, size);
        model.view = shown;
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                buffer.reset();
                view::screen(black_box(&model), &study, theme, &mut buffer)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, draw);
criterion_main!(benches);
