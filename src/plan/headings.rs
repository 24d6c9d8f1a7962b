//! The outline of a list by its headings: what stands below each, and how deep. What becomes of it `import` says.

use super::label;
use super::outline::{Block, Line};

/// What a table of contents is called.
const CONTENTS: [&str; 6] = ["contents", "table of contents", "toc", "inhalt", "inhaltsverzeichnis", "sommaire"];

/// What surrounds a list in its file and is no day of it, unless there are boxes.
const ASIDE: [&str; 6] = ["notes", "resources", "references", "license", "licence", "contributing"];

/// A heading and what stands below it, up to the next one.
#[derive(Debug, Default)]
pub(super) struct Section {
    /// Its own heading and those above it, the highest first.
    pub(super) path: Vec<String>,
    level: u8,
    /// Whether it is a day whatever stands below it.
    pub(super) is_day: bool,
    pub(super) texts: Vec<Line>,
    pub(super) items: Vec<Item>,
    pub(super) links: Vec<(String, String)>,
}

/// An item: how deep it is, whether it has a box and is ticked, what it says, and what else stands in it.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) depth: usize,
    pub(super) ticked: Option<bool>,
    pub(super) line: Line,
    pub(super) texts: Vec<Line>,
}

pub(super) fn sections(blocks: Vec<Block>) -> Vec<Section> {
    let mut all = Vec::new();
    let mut path: Vec<(u8, String)> = Vec::new();
    let mut last = Section::default();
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let (level, line) = match block {
            Block::Heading(level, line) => (level, line),
            // Below all headings: a day of a log, and strong words above a list where nothing else is said.
            Block::Text(0, line)
                if label::day(&line.text).is_some_and(|label| label.is_apart || line.is_strong)
                    || (line.is_all_strong
                        && last.texts.is_empty()
                        && matches!(blocks.peek(), Some(Block::Item(..)))) =>
            {
                (u8::MAX, line)
            }
            Block::Text(depth, line) => {
                let item = last.items.last_mut().filter(|_| depth > 0);
                item.map_or(&mut last.texts, |item| &mut item.texts).push(line);
                continue;
            }
            Block::Item(depth, ticked, line) => {
                last.items.push(Item { depth, ticked, line, texts: Vec::new() });
                continue;
            }
        };
        path.retain(|(above, _)| *above < level);
        if last.is_day && path.iter().any(|(_, text)| label::day(text).is_some()) {
            // A part of a day: what its list is about, else words.
            if matches!(blocks.peek(), Some(Block::Item(..))) {
                last.items.push(Item { depth: 0, ticked: None, line, texts: Vec::new() });
            } else {
                last.texts.push(line);
            }
            continue;
        }
        let is_day = label::day(&line.text).is_some();
        path.push((level, line.text.clone()));
        let path = path.iter().map(|(_, text)| text.clone()).collect();
        let next = Section { path, level, is_day, links: line.links, ..Section::default() };
        all.push(std::mem::replace(&mut last, next));
    }
    all.push(last);
    all
}

/// Makes days of the headings without items where others on their level are days and none is below; where there is no
/// day at all, of the deepest level with two headings.
pub(super) fn complete(sections: &mut [Section]) {
    let is_day = |section: &Section| section.is_day || !section.items.is_empty();
    let mut levels: Vec<u8> = sections.iter().filter(|section| is_day(section)).map(|section| section.level).collect();
    if levels.is_empty() {
        let headings = sections.iter().filter(|section| !section.is_contents()).map(|section| section.level);
        levels.extend((1..=6).rev().find(|level| headings.clone().filter(|other| other == level).count() > 1));
    }
    // How deep the days are that stand below a heading before this one.
    let mut below = 0;
    for section in sections.iter_mut().rev() {
        let is_one = section.level > 0 && levels.contains(&section.level) && !section.is_contents();
        section.is_day |= is_one && section.items.is_empty() && below <= section.level;
        below = if is_day(section) { section.level } else { below.min(section.level) };
    }
}

/// Returns the heading over everything, which is the plan's title.
pub(super) fn root(sections: &[Section]) -> Option<String> {
    let mut roots = sections.iter().map(|section| section.path.first());
    let root = roots.next()??;
    let is_root = label::day(root).is_none() && label::week(root).is_none() && roots.all(|other| other == Some(root));
    is_root.then(|| root.clone())
}

/// Takes out the days that are none by their heading, at the top or right below the title, where no box is below it and
/// there are others; returns what they are called.
pub(super) fn set_aside(sections: &mut Vec<Section>) -> Vec<String> {
    let place = usize::from(root(sections).is_some());
    let has_boxes = |section: &Section| section.items.iter().any(|item| item.ticked.is_some());
    let is_aside = |title: &&String| ASIDE.contains(&bare(title).as_str()) || CONTENTS.contains(&bare(title).as_str());
    let title = |section: &Section| section.path.get(place).filter(is_aside).cloned();
    let boxed: Vec<String> = sections.iter().filter(|section| has_boxes(section)).filter_map(title).collect();
    let title = |section: &Section| title(section).filter(|title| !boxed.contains(title));
    let mut titles: Vec<String> = sections.iter().filter_map(title).collect();
    if titles.len() == sections.len() {
        return Vec::new();
    }
    sections.retain(|section| title(section).is_none());
    titles.dedup();
    titles
}

fn bare(title: &str) -> String {
    title.trim_end_matches(':').to_lowercase()
}

impl Section {
    fn is_contents(&self) -> bool {
        self.path.last().is_some_and(|title| CONTENTS.contains(&bare(title).as_str())) && self.items.is_empty()
    }

    /// Returns the items that are in no other.
    pub(super) fn tops(&self) -> impl Iterator<Item = &Item> {
        let top = self.items.iter().map(|item| item.depth).min();
        self.items.iter().filter(move |item| Some(item.depth) == top)
    }

    /// Returns how many tasks it has: its boxes, else the items that have none in them.
    pub(super) fn count(&self) -> usize {
        let boxes = self.items.iter().filter(|item| item.ticked.is_some()).count();
        let next = self.items.iter().skip(1).map(|item| item.depth).chain([0]);
        let leaves = self.items.iter().zip(next).filter(|(item, next)| *next <= item.depth).count();
        if boxes > 0 { boxes } else { leaves }
    }
}
