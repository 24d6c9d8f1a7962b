//! The pictures of problems: the source line, a caret under what is wrong, and the mend, in the manner of rustc.
//!
//! Deliberately absent: colour, which a pipe and a quiet terminal would have to take out again.

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use super::diagnostics::{Place, Problem, Problems};
use crate::text::visible;

impl Problems {
    /// Returns all problems as text for people: for each its message, place, source line with a caret, and mend, with
    /// a blank line between problems and a newline at the end. It is safe for a terminal.
    pub fn render(&self) -> String {
        let mut out = String::new();
        for problem in self {
            if !out.is_empty() {
                out.push('\n');
            }
            out += &picture(problem);
            out.push('\n');
        }
        out
    }
}

fn picture(problem: &Problem) -> String {
    let title = Level::ERROR.primary_title(problem.message());
    let mut group = title.element(shown(problem.place(), AnnotationKind::Primary, None));
    if let Some((place, label)) = problem.other() {
        group = group.element(shown(place, AnnotationKind::Context, Some(label)));
    }
    if let Some(help) = problem.help() {
        group = group.element(Level::HELP.message(help));
    }
    let picture = Renderer::plain().render(&[group]);
    let places = std::iter::once(problem.place()).chain(problem.other().map(|(place, _)| place));
    places.fold(picture, |picture, place| {
        picture.replacen(&shown_at(place), &format!("{place}\n"), 1)
    })
}

fn shown<'a>(
    place: &'a Place,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Snippet<'a, Annotation<'a>> {
    Snippet::source(place.text())
        .path(visible(place.name()))
        .line_start(place.line())
        .annotation(kind.span(place.mark.clone()).label(label))
}

/// Returns the place as the renderer has it, which counts columns in the shown part of a long line.
fn shown_at(place: &Place) -> String {
    let before = place.text().get(..place.mark.start).unwrap_or_default();
    format!("{}:{}:{}\n", visible(place.name()), place.line(), before.chars().count() + 1)
}
