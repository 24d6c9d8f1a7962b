//! Plans made of any text at all: what is written can be read, and no item of a list is lost.
//!
//! Deliberately absent: what a list is taken for (`import.rs`).

use ninety::plan::{Day, Imported, NoPlan, Plan, Source};
use proptest::prelude::*;
use std::fmt::Write;

fn made(markdown: &str) -> Result<Imported, NoPlan> {
    Imported::of(markdown, Plan::builtin().id().clone(), "My list")
}

fn read(text: &str) -> Plan {
    Plan::read(&[Source { name: "plan.toml".to_owned(), text: text.to_owned() }]).unwrap_or_else(|all| panic!("{all}"))
}

/// Pieces of Markdown of which lists are made, and of which they should not be.
const PIECES: [&str; 48] = [
    "# ",
    "## ",
    "### ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "- [ ] ",
    "- [x] ",
    "[x]",
    "✅",
    "- ☐\u{fe0f}",
    "[-] ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "Day 1",
    "Day 2: ",
    "R1D2 ",
    "Week 1",
    "日",
    "第1天",
    "मन",
    "⭐",
    "**",
    "`",
    "```\n",
    "[a](https://e.example/)",
    "[b](#b)",
    "![c](d)",
    "<!--",
    "-->",
    "<b>",
    "|",
    "| - |\n",
    "---\n",
    "> ",
    "\\",
    "\"",
    "\"\"\"",
    "'",
    "\u{202e}",
    "\u{3164}",
    "\r",
    "\u{0}",
    "https://e.example/x",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_text_gives_a_plan_that_can_be_read_or_none(
        parts in proptest::collection::vec(prop_oneof![4 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => "\\PC{0,6}", 1 => any::<String>()], 0..40),
    ) {
        if let Ok(Imported { text, plan, ticked, .. }) = made(&parts.concat()) {
            prop_assert_eq!(read(&text), plan.clone());
            prop_assert_eq!(plan.to_toml(), text);
            prop_assert!(ticked.iter().all(|id| plan.find_task(id.as_str()).is_some()));
        }
    }

    #[test]
    fn no_item_is_left_out(
        lines in proptest::collection::vec((0..4_usize, 0..9_usize, 0..3_usize), 1..60),
    ) {
        let mut list = String::new();
        let mut depth = 0;
        let (mut items, mut boxes, mut open) = (Vec::new(), Vec::new(), Vec::new());
        for (n, (to, kind, mark)) in lines.into_iter().enumerate() {
            if kind == 0 {
                write!(list, "\n{} Heading{n}\n\n", "#".repeat(to + 1)).unwrap();
                depth = 0;
                continue;
            }
            depth = to.min(depth);
            writeln!(list, "{}{} item{n}.", "  ".repeat(depth), ["-", "- [x]", "- [ ]"][mark]).unwrap();
            depth += 1;
            items.push(format!("item{n}."));
            if mark > 0 { [&mut boxes, &mut open][mark - 1].push(format!("item{n}.")); }
        }
        let Ok(Imported { text, plan, ticked, .. }) = made(&list) else { prop_assert!(items.is_empty()); return Ok(()) };
        for item in &items {
            prop_assert!(text.contains(item.as_str()), "{item} of\n{list}\nis not in\n{text}");
        }
        // What is ticked is a task that is ticked, or a day whose tasks all are but for open boxes; no open box is ticked.
        let is_open = |text: &str| open.iter().any(|item| text.ends_with(item.as_str()));
        for item in &boxes {
            let says = |text: &str| text.ends_with(item.as_str());
            let task = plan.days().iter().flat_map(Day::tasks).find(|task| says(task.text));
            let of_day = plan.days().iter().find(|day| says(day.title)).map(Day::tasks);
            let all: Vec<_> = task.map(std::slice::from_ref).or(of_day).unwrap_or_default().iter().collect();
            prop_assert!(!all.is_empty(), "{item} of\n{list}\n{text}");
            let is_right = all.iter().all(|task| ticked.contains(task.id()) || is_open(task.text));
            prop_assert!(is_right, "{item} of\n{list}\n{text}");
        }
        let mut tasks = plan.days().iter().flat_map(Day::tasks);
        prop_assert!(tasks.all(|task| !is_open(task.text) || !ticked.contains(task.id())), "of\n{list}\n{text}");
    }
}
