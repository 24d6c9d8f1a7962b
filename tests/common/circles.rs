//! Which file uses which, by their paths (`use` and inline), and whether they go round in a circle.
//!
//! A path leads to the file that defines what it names: what a module only passes on (`pub use`) is followed. Deliberately
//! absent: methods, which need no path, and a module written inside of another (one file is one module).

#![allow(unreachable_pub, reason = "a test file uses it")]

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A path's segments.
type Path = Vec<String>;

/// What a file says about others.
#[derive(Default)]
struct File {
    path: String,
    /// The modules that it declares.
    children: BTreeSet<String>,
    /// What its `use` declarations bring in: the name here (`*` for all), the path, and whether it is passed on.
    brought: Vec<(String, Path, bool)>,
    /// The paths in its code.
    inline: Vec<Path>,
    /// Every word of its code outside of `use`.
    words: BTreeSet<String>,
}

/// Returns the shortest circle among files, given as their paths below `src` and their texts, written out: each file with
/// the path in it that leads to the next. None where there is none.
pub fn circle(files: &[(&str, &str)]) -> Option<String> {
    let files: BTreeMap<Path, File> = files.iter().map(|(path, text)| (module(path), read(path, text))).collect();
    let uses: BTreeMap<&str, BTreeMap<&str, String>> =
        files.iter().map(|(at, file)| (file.path.as_str(), used(&files, at, file))).collect();
    let circles = uses.keys().filter_map(|file| round(&uses, file));
    let shortest = circles.min_by_key(Vec::len)?;
    let steps = shortest.windows(2).filter_map(|step| {
        let [from, to] = step else { return None };
        Some(format!("{from} names {}, which is in {to}", uses.get(from)?.get(to)?))
    });
    Some(steps.collect::<Vec<_>>().join("\n"))
}

/// Returns the shortest way from a file back to it.
fn round<'a>(uses: &BTreeMap<&'a str, BTreeMap<&'a str, String>>, from: &'a str) -> Option<Vec<&'a str>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(file) = waiting.pop_front() {
        for next in uses.get(file)?.keys() {
            if *next == from {
                let mut way = vec![from, file];
                while way.last() != Some(&from) || way.len() < 2 {
                    way.push(before.get(way.last()?)?);
                }
                way.reverse();
                return Some(way);
            }
            if !before.contains_key(next) {
                before.insert(next, file);
                waiting.push_back(next);
            }
        }
    }
    None
}

/// Returns the files that a file uses, each with a path of it that leads there.
fn used<'a>(files: &'a BTreeMap<Path, File>, at: &Path, file: &'a File) -> BTreeMap<&'a str, String> {
    // A module that was brought in leads only where its name is used; what is passed on is used here if its name stands here.
    let is_module = |path: &Path| absolute(files, at, path).is_some_and(|path| files.contains_key(&path));
    let brought = file.brought.iter().filter(|(name, path, is_passed_on)| {
        name != "*" && !is_module(path) && (!is_passed_on || file.words.contains(name))
    });
    let globs = file.brought.iter().filter(|(name, _, is_passed_on)| name == "*" && !is_passed_on);
    let mut found = BTreeMap::new();
    for path in brought.chain(globs).map(|(_, path, _)| path).chain(&file.inline) {
        let target = absolute(files, at, path).and_then(|path| definer(files, &path, 0));
        if let Some(target) = target.filter(|target| *target != file.path) {
            found.entry(target).or_insert_with(|| path.join("::"));
        }
    }
    found
}

/// Returns a path from the root on; none where it leads out of these files.
fn absolute(files: &BTreeMap<Path, File>, at: &[String], path: &[String]) -> Option<Path> {
    let mut base = at.to_vec();
    let mut rest = path.iter().peekable();
    match rest.peek()?.as_str() {
        "crate" => base.clear(),
        "self" => {}
        "super" => {
            while rest.next_if(|segment| *segment == "super").is_some() {
                base.pop()?;
            }
            return Some(base.into_iter().chain(rest.cloned()).collect());
        }
        first => {
            let file = files.get(at)?;
            if !file.children.contains(first) {
                let (_, path, _) = file.brought.iter().find(|(name, _, _)| name == first)?;
                // `use a::b` itself, or a path that begins with the `b` that it brings in.
                let base = (path.first()? != first).then(|| absolute(files, at, path))??;
                return Some(base.into_iter().chain(rest.skip(1).cloned()).collect());
            }
            return Some(base.into_iter().chain(rest.cloned()).collect());
        }
    }
    rest.next();
    Some(base.into_iter().chain(rest.cloned()).collect())
}

/// Returns the file that defines what a path from the root on names.
fn definer<'a>(files: &'a BTreeMap<Path, File>, path: &[String], depth: usize) -> Option<&'a str> {
    let splits = (1..=path.len()).rev().filter_map(|length| path.split_at_checked(length));
    let mut known = splits.filter_map(|(at, rest)| Some((at, rest.first(), files.get(at)?)));
    let (at, item, file) = known.next()?;
    let Some(item) = item.filter(|_| depth < 20) else { return Some(&file.path) };
    let passed_on = file.brought.iter().find(|(name, _, _)| name == item);
    let passed_on = passed_on.and_then(|(_, path, _)| absolute(files, at, path));
    match passed_on.filter(|path| *path != path_of(at, item)) {
        Some(path) => definer(files, &path, depth + 1),
        None => Some(&file.path),
    }
}

fn path_of(at: &[String], item: &str) -> Path {
    at.iter().cloned().chain([item.to_owned()]).collect()
}

/// Returns a file's module: `plan::day` for `src/plan/day.rs`.
fn module(path: &str) -> Path {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/').map(str::to_owned).collect()
}

/// Reads what a file says about others. Its unit tests, which come last, are left out.
fn read(path: &str, text: &str) -> File {
    let text = text.split("\n#[cfg(test)]").next().unwrap_or_default();
    let words = words(text);
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let mut file = File { path: path.to_owned(), ..File::default() };
    let mut at = 0;
    while at < words.len() {
        let before = |back: usize| at.checked_sub(back).map_or("", word);
        match word(at) {
            "mod" if word(at + 2) == ";" => {
                file.children.insert(word(at + 1).to_owned());
                at += 2;
            }
            "use" if word(at + 1) != "<" => {
                let is_passed_on = before(1) == "pub" || before(1) == ")";
                let mut next = at + 1;
                brought(&words, &mut next, &Path::new(), &mut |name, path| {
                    file.brought.push((name, path, is_passed_on));
                });
                at = next;
            }
            name if is_name(name) => {
                let is_visibility = before(1) == "in" && before(2) == "(";
                let begins = !is_visibility && before(1) != "::";
                let mut path = vec![name.to_owned()];
                file.words.insert(name.to_owned());
                while word(at + 1) == "::" && is_name(word(at + 2)) {
                    path.push(word(at + 2).to_owned());
                    at += 2;
                }
                if path.len() > 1 && begins {
                    file.inline.push(path);
                }
            }
            _ => {}
        }
        at += 1;
    }
    file
}

/// Takes in a tree of a `use` declaration, up to what ends it.
fn brought(words: &[String], at: &mut usize, above: &Path, take: &mut impl FnMut(String, Path)) {
    let mut path = above.clone();
    while let Some(word) = words.get(*at) {
        match word.as_str() {
            "{" => {
                while words.get(*at).is_some_and(|word| word == "{" || word == ",") {
                    *at += 1;
                    brought(words, at, &path, take);
                }
                *at += 1;
                return;
            }
            ";" | "," | "}" => break,
            "::" => {}
            "as" => {
                *at += 1;
                take(words.get(*at).cloned().unwrap_or_default(), path);
                *at += 1;
                return;
            }
            "self" if !path.is_empty() => {}
            "*" => {
                take("*".to_owned(), path);
                *at += 1;
                return;
            }
            name => path.push(name.to_owned()),
        }
        *at += 1;
    }
    if let Some(name) = path.last().filter(|_| path.len() > above.len() || !above.is_empty()) {
        take(name.clone(), path.clone());
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Returns the words and marks of a text, without its comments and what stands in quotes.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_char = || c == '\'' && (rest.starts_with("'\\") || rest.chars().nth(2) == Some('\''));
        let raw = ["r\"", "r#\""].into_iter().find(|open| rest.starts_with(open));
        let (is_word, length) = if rest.starts_with("//") {
            (false, rest.find('\n').unwrap_or(rest.len()))
        } else if let Some(open) = raw {
            let close: String = open.chars().skip(1).collect::<Vec<_>>().into_iter().rev().collect();
            let end = rest.match_indices(&close).find(|(at, _)| *at >= open.len());
            (false, end.map_or(rest.len(), |(at, _)| at + close.len()))
        } else if c == '"' || is_char() {
            (false, quoted(rest, c))
        } else if is_name(rest) {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            (true, end.unwrap_or(rest.len()))
        } else if rest.starts_with("::") {
            (true, 2)
        } else {
            (!c.is_whitespace(), c.len_utf8())
        };
        let (word, after) = rest.split_at(length);
        words.extend(is_word.then(|| word.to_owned()));
        rest = after;
    }
    words
}

/// Returns how long what stands in quotes at the start of a text is, with them.
fn quoted(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| {
        let ends = *c == quote && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}
