//! Plans made of lists as people write them: boxes that are no Markdown, the ends of lines of any system, rows of tables,
//! chapters without a list.
//!
//! Deliberately absent: what becomes a week, a day and a task elsewhere (`import.rs`).

use crate::import::outline;

#[test]
fn an_open_box_below_a_ticked_one_is_open() {
    insta::assert_snapshot!(outline("\
- [x] Present
  - [x] regular
  - [ ] irregular
    - [ ] sein
- [ ] Past
  - [ ] Perfekt
- [x] Future
  - werden
"), @"
    My list
    1: Week 1
      1. Present (present)
         x regular
         - irregular
         - sein
      2. Past (past)
         - Perfekt
      3. Future (future)
         x werden
    ");
    insta::assert_snapshot!(outline("- [x] sein\n  - war\n  - gewesen\n- haben\n- [x]\n- tun\n"), @"
    My list
    1: Week 1
      1. sein (sein)
         x war
         x gewesen
      2. haben (haben)
         - haben
      3. tun (tun)
         - tun
    ");
}

#[test]
fn lines_end_as_any_system_ends_them() {
    let list = "# M\n## Day 1\n- [x] one\n- two\n\n## Day 2\n- three\n";
    for begin in ["", "\u{feff}"] {
        for end in ["\n", "\r\n", "\r"] {
            assert_eq!(outline(&format!("{begin}{}", list.replace('\n', end))), outline(list), "{begin:?} {end:?}");
        }
    }
    assert_eq!(outline("\u{feff}- [x] a\n- b\n"), outline("- [x] a\n- b\n"));
}

#[test]
fn a_box_is_one_also_where_markdown_has_none() {
    let list = |mark: &str| outline(&format!("## One\n- {mark} a\n- [ ] b\n  1. {mark} c\n## Two\n- d\n"));
    for done in ["[X]", "✅", "☑", "☑\u{fe0f}", "✔", "✓"] {
        assert_eq!(list(done), list("[x]"), "{done}");
    }
    for open in ["[]", "☐", "⬜", "⬜\u{fe0f}"] {
        assert_eq!(list(open), list("[ ]"), "{open}");
    }
    assert_eq!(outline("- [x]a\n- ✅b\n* ☐c\n"), outline("- [x] a\n- [x] b\n* [ ] c\n"));
    insta::assert_snapshot!(outline("## A\n- [x](https://e.example/x) is no box\n- a ✅ inside\n## B\n- c\n"), @"
    My list
    1: Week 1
      1. A (a)
         - x is no box
         - a ✅ inside
         > x: https://e.example/x
      2. B (b)
         - c
    ");
}

#[test]
fn chapters_without_a_list_are_days() {
    insta::assert_snapshot!(outline("# Book\n\n## Contents\n- [One](#one)\n\n## Chapter 1\ntext\n## Chapter 2\nmore\n"), @r#"
    Book
    1: Week 1
      1. Chapter 1 (chapter-1)  "text"
         - Chapter 1
      2. Chapter 2 (chapter-2)  "more"
         - Chapter 2
    2 lines are not in it
    "#);
    insta::assert_snapshot!(outline("## D1\n- a\n## D2\ntext\n## D3\n"), @r#"
    My list
    1: Week 1
      1. D1 (d1)
         - a
      2. D2 (d2)  "text"
         - D2
      3. D3 (d3)
         - D3
    "#);
    insta::assert_snapshot!(outline("# Book\n## I\n### 1.1\n### 1.2\n## Table of Contents\n## II\n### 2.1\n- a\n### 2.2\nwords\n"), @r#"
    Book
    1: I
      1. 1.1 (day-1-1)
         - 1.1
      2. 1.2 (day-1-2)
         - 1.2
    2: II
      3. 2.1 (day-2-1)
         - a
      4. 2.2 (day-2-2)  "words"
         - 2.2
    1 lines are not in it
    "#);
    insta::assert_snapshot!(outline("# Book\n## Week 1\n## Week 2\n"), @"
    Book
    1: Week 1
      1. Week 1 (week-1)
         - Week 1
      2. Week 2 (week-2)
         - Week 2
    ");
}

#[test]
fn a_row_of_a_table_is_an_item() {
    insta::assert_snapshot!(outline("\
## Reading

|     | Task | Notes |
| --- | --- | --- |
| [ ] | Chapter 1 | long |
| [x] | Chapter 2 | |

## Writing

| Task | Hours | Where |
| --- | --- | --- |
| An essay | | [here](https://e.example/) |
"), @"
    My list
    1: Week 1
      1. Reading (reading)
         - Chapter 1: long
         x Chapter 2
      2. Writing (writing)
         - An essay: here
         > here: https://e.example/
    ");
}

#[test]
fn a_heading_without_a_list_is_no_day_unless_it_has_a_number() {
    insta::assert_snapshot!(outline("\
# Rust
## Contents
- [Basics](#basics)
- [License](#license)
## Basics
- [ ] read
## Day 2
Write.
## License
MIT
or Apache
"), @r#"
    Rust
    1: Week 1
      1. Basics (basics)
         - read
      2. Day 2 (day-2)  "Write."
         - Day 2
    6 lines are not in it
    "#);
}

#[test]
fn items_may_be_weeks_and_days_and_no_depth_is_too_deep() {
    insta::assert_snapshot!(outline("\
- Week 1: Start
  - Day 1: names
    - read
  - Day 2
- Week 2
  - [x] rest
"), @"
    My list
    1: Start
      1. Day 1: names (day-1-names)
         - read
      2. Day 2 (day-2)
         - Day 2
    2: Week 2
      3. rest (rest)
         x rest
    ");
    assert!(outline(&format!("- a\n{}b\n", "- ".repeat(5_000))).contains("- b"));
    assert!(outline(&format!("# {}\n- b\n", "a1".repeat(100_000))).contains('b'));
}

#[test]
fn titles_are_words_without_marks() {
    insta::assert_snapshot!(outline("\
# ![logo](x.png)

A great course.

- # Heading in an item
  more words
  - [ ] deep

  back in the first
- ✅ Done ❤️
-
- `code` with *marks*, ~~old~~ [link][ref] &amp; <b>html</b>

[ref]: https://e.example/ref
"), @r#"
    My list
    1: Week 1
      1. Heading in an item (heading-in-an-item)  "A great course.||more words||back in the first"
         - deep
      2. Done ❤️ (done)
         x Done ❤️
      3. code with marks, old link & html (code-with-marks-old-link-html)
         - code with marks, old link & html
         > link: https://e.example/ref
    "#);
}
