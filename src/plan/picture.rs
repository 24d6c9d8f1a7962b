//! The pictures of problems: the source line, a caret under what is wrong, and what to do, in the manner of rustc.

use super::problem::{Place, Problem, Problems};
use crate::text::visible;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

/// How wide a picture is where nothing says it.
const COLUMNS: usize = 110;

impl Problems {
    /// Returns the problems as safe text for people: message, place, source line with a caret, and what to do.
    pub fn render(&self) -> String {
        self.render_within(None)
    }

    /// Returns the same with source lines no wider than that.
    pub(crate) fn render_within(&self, columns: Option<usize>) -> String {
        let columns = columns.unwrap_or(COLUMNS);
        self.printed(|problem| picture(problem, columns)).join("\n\n") + "\n"
    }
}

fn picture(problem: &Problem, columns: usize) -> String {
    let title = Level::ERROR.primary_title(&*problem.message);
    let mut group = title.elements(shown(&problem.place, AnnotationKind::Primary, None));
    if let Some((place, label)) = &problem.other {
        group = group.elements(shown(place, AnnotationKind::Context, Some(label)));
    }
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(help));
    }
    Renderer::plain().term_width(columns).render(&[group])
}

/// Returns the line with what is marked in it; of a part of a line, whose columns are others, the place and the words.
fn shown<'a>(place: &'a Place, kind: AnnotationKind, label: Option<&'a str>) -> Vec<Element<'a>> {
    let path = visible(&place.name);
    if place.is_cut {
        let origin = Origin::path(path).line(place.line).char_column(place.column);
        let words = format!("{}: …{}…", label.unwrap_or("the line is long; here"), place.text);
        return vec![origin.into(), Level::NOTE.message(words).into()];
    }
    let annotation = kind.span(place.mark.clone()).label(label);
    vec![Snippet::source(&*place.text).path(path).line_start(place.line).annotation(annotation).into()]
}
