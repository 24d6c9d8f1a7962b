//! Plans beyond reason: what is too long, too deep, too often wrong or no plan at all is refused early and told in a few
//! lines, and the time that it takes is in line with its size.
//!
//! Deliberately absent: single problems (`plan_problems.rs`).

use std::time::{Duration, Instant};

use ninety::plan::{Plan, Problems, Source};

/// The smallest plan: what every other test text begins with.
const BARE: &str = "title = \"Learn to swim\"\n[[week]]\n[[week.day]]\ntasks = [{ do = \"Find a pool\" }]\n";

fn source(name: &str, text: &str) -> Source {
    Source { name: name.into(), text: text.into() }
}

fn read(text: &str) -> Result<Plan, Problems> {
    Plan::read(&[source("plan.toml", text)])
}

/// Returns the plan's problems, a line a problem.
fn problems(text: &str) -> String {
    read(text).expect_err("the plan has a problem").to_string()
}

/// Returns a text many times, with its number for each `#`.
fn many(count: usize, text: &str) -> String {
    (0..count).map(|n| text.replace('#', &n.to_string())).collect()
}

#[test]
fn what_the_parser_says_again_and_again_is_counted() {
    let found = read(&format!("title = 'x'\na = [\n{}", "b = 1\n".repeat(10_000))).unwrap_err();
    assert!(found.render().len() < 2_000, "{}", found.render());
    assert!(found.render().contains("times more below"), "{}", found.render());
    for noise in ["a\n", "a", "= ", "[", "\"", "'''\n", "\u{1}\n"] {
        let found = read(&noise.repeat(400_000 / noise.len())).unwrap_err().render();
        assert!(found.lines().count() < 40 && found.len() < 4_000, "{noise:?}: {found}");
    }
}

#[test]
fn deep_nesting_is_refused_at_once() {
    let depth = 100_000;
    let deep = "cannot recurse further; max recursion depth met";
    for (nested, column) in [
        (format!("a = {}", "[".repeat(depth)), 85),
        (format!("a = {}{}", "[".repeat(depth), "]".repeat(depth)), 85),
        (format!("a = {}", "{a=".repeat(depth)), 245),
        (format!("a = {}[", "[{a=".repeat(depth)), 165),
    ] {
        let begin = Instant::now();
        let found = problems(&format!("title = 'x'\n{nested}"));
        assert!(begin.elapsed() < Duration::from_secs(1));
        let first = found.lines().next().unwrap();
        assert_eq!(first, format!("plan.toml:2:{column}: this is not TOML: {deep}"));
    }
    let dots = "a.".repeat(depth);
    for dotted in [format!("{dots}a = 1"), format!("[{dots}a]"), format!("[[{dots}a]]")] {
        // The parser does not say where.
        let found = problems(&format!("title = 'x'\n{dotted}"));
        assert_eq!(found, "plan.toml:1:1: this is not TOML: recursion limit");
    }
}

#[test]
fn a_plan_may_be_long_but_not_endless() {
    let days = |count| format!("title='x'\nweek=[{{day=[{}]}}]", many(count, "{tasks=[{do='d#'}]},"));
    assert_eq!(read(&days(65_535)).unwrap().days().last().unwrap().no().get(), u16::MAX);
    assert_eq!(problems(&days(70_000)), "plan.toml:2:1561743: a plan has at most 65535 days");
    let weeks = format!("title='x'\nweek=[{}]", many(65_536, "{day=[{tasks=[{do='a'}]}]},"));
    let found = problems(&weeks);
    assert!(found.contains("There are 65135 more problems."), "{found}");
}

#[test]
fn a_plan_beyond_reason_is_refused_early() {
    let begin = Instant::now();
    let found = problems(&format!("{BARE}{}", "# nothing but this\n".repeat(1_000_000)));
    assert_eq!(found, "plan.toml:1:1: this plan is larger than 2048 KB, the most that is read");
    assert!(begin.elapsed() < Duration::from_secs(1));
    let day = "[[week.day]]\ntitle = 'Day #'\noutcome = 'You can do what is to be done on day #.'\n\
               tasks = [{ learn = 'Read of #' }, { do = 'Write #' }]\nnote = 'Mind the number #.'\n";
    let text = format!("title = 'x'\n[[week]]\n{}", many(7_800, day));
    assert!(text.len() > 1_280 * 1024);
    assert_eq!(read(&text).unwrap().days().len(), 7_800);
}

#[test]
fn of_very_many_problems_the_first_are_told_and_the_others_counted() {
    let tasks = |list: &str| format!("title = 'x'\n[[week]]\n[[week.day]]\ntasks = [{{ do = 'a' }}]\n{list}");
    let found = read(&tasks(&many(1_000, "key# = 1\n"))).unwrap_err();
    assert_eq!((found.iter().count(), found.total()), (Problems::MOST, 1_000));
    let (text, picture) = (found.to_string(), found.render());
    assert_eq!(text.lines().next(), Some("plan.toml:5:1: unknown key \"key0\""));
    assert_eq!(text.lines().last(), Some("There are 960 more problems."));
    assert!(picture.ends_with("\n\nThere are 960 more problems.\n"), "{picture}");
    let found = read(&tasks(&many(41, "key# = 1\n"))).unwrap_err();
    assert_eq!(found.to_string().lines().last(), Some("There is 1 more problem."));
    let found = read(&tasks(&many(40, "key# = 1\n"))).unwrap_err();
    assert_eq!(found.to_string().lines().count(), 40);
    // Ids that are taken are mended in one round.
    let same =
        |count| read(&format!("title = 'x'\n[[week]]\n{}", many(count, "[[week.day]]\ntasks = [{ do = 'a' }]\n")));
    let found = same(367).unwrap_err();
    assert_eq!((found.iter().count(), found.total()), (366, 366));
    assert_eq!(same(1_001).unwrap_err().to_string().lines().last(), Some("There are 600 more problems."));
}

#[test]
fn many_problems_take_time_in_line_with_their_number() {
    let day = "title = 'x'\n[[week]]\n[[week.day]]\ntasks = [{ do = 'a' }]\n[[week.day]]\n";
    for (head, problem, tail) in [
        (format!("{day}tasks = ["), "{ do = 'a' }, ", "]"),
        (format!("{day}tasks = [\n"), "{ do = 'a' },\n", "]"),
        (format!("{day}tasks = [{{ do = 'b' }}]\nbuilds_on = ["), "1, ", "]"),
        (format!("{day}tasks = [{{ do = 'b' }}]\nbuilds_on = ["), "'day-#', ", "]"),
        (format!("{day}tasks = ["), "{ dive = 'a' }, ", "]"),
        (format!("{day}tasks = [{{ do = 'b', "), "dive# = 'a', ", "}]"),
        (day.to_owned(), "tasks = [{ do = 'a' }]\n[[week.day]]\n", "tasks = []"),
    ] {
        let took = |bytes: usize| {
            let count = bytes / problem.len();
            let text = format!("{head}{}{tail}", many(count, problem));
            let begin = Instant::now();
            let found = read(&text).unwrap_err();
            let shown = found.render();
            assert!(shown.len() < 200_000 && found.total() >= count - 1, "{shown}");
            begin.elapsed()
        };
        let (short, long) = (took(15_000), took(240_000));
        // Sixteen times as much: 256 times, if each problem looked through the whole.
        assert!(long < short * 64 + Duration::from_millis(500), "{problem}: {short:?}, {long:?}");
    }
}

#[test]
fn a_long_text_is_told_in_short() {
    let long = "word ".repeat(10_000);
    for line in [
        format!("id = '{long}'"),
        format!("builds_on = ['{long}']"),
        format!("builds_on = [{}]", "9".repeat(10_000)),
        format!("recall = [{{ ask = '{}', answer = 'a' }}]", "?! ".repeat(10_000)),
        format!("resources = [{{ title = 'a', url = '{long}' }}]"),
        format!("'{long}' = 1"),
        format!("recall = [{0}, {0}]", format!("{{ ask = '{}', answer = 'a' }}", "w".repeat(10_000))),
    ] {
        let found = read(&format!("{BARE}{line}")).unwrap_err();
        assert!(found.render().len() < 800, "{}", found.render());
    }
}

#[test]
fn of_a_long_line_a_part_is_shown_and_the_place_is_right() {
    let text = format!("{BARE}tags = ['{}', 5, '{}']", "水".repeat(3_000), "w".repeat(3_000));
    let found = read(&text).unwrap_err();
    let place = &found.first().unwrap().place;
    assert_eq!((place.line, place.column), (5, 3_013));
    assert_eq!(place.text.get(place.mark.clone()), Some("5"));
    let picture = found.render();
    assert!(picture.contains("--> plan.toml:5:3013\n"), "{picture}");
    assert!(picture.contains("水', 5, 'www") && picture.len() < 500, "{picture}");
}
