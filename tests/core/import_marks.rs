//! Plans made of lists as people write them: boxes of any kind, the ends of lines of any system, days without a blank
//! line between them, chapters without a list.
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
fn a_box_of_any_kind_is_a_box_with_a_bullet_or_without() {
    let list = |mark: &str| outline(&format!("## One\n- {mark} a\n- [ ] b\n  1. {mark} c\n## Two\n- d\n"));
    for done in ["[X]", "✅", "☑", "☑\u{fe0f}", "✔", "✔\u{fe0f}", "✓", "[x] ✅"] {
        assert_eq!(list(done), list("[x]"), "{done}");
    }
    for open in ["[]", "[-]", "☐", "⬜", "□"] {
        assert_eq!(list(open), list("[ ]"), "{open}");
    }
    assert_eq!(outline("- [x]a\n- ✅b\n* ☐c\n"), outline("- [x] a\n- [x] b\n* [ ] c\n"));
    assert_eq!(outline("## A\nWords\n✔ a\n☐ b\n[x] c\n"), outline("## A\nWords\n- [x] a\n- [ ] b\n- [x] c\n"));
    insta::assert_snapshot!(outline("## A\n- [x](https://e.example/x) is no box\n- [x]: nor is this\n- a ✅ inside\n## B\n- c\n"), @"
    My list
    1: Week 1
      1. A (a)
         - x is no box
         - [x]: nor is this
         - a ✅ inside
         > x: https://e.example/x
      2. B (b)
         - c
    ");
}

#[test]
fn a_day_right_below_the_list_of_another_is_a_day() {
    let apart = "**Day 1**\n- a\n- b\n\n**Day 2**\n- c\n";
    assert_eq!(outline("**Day 1**\n- a\n- b\n**Day 2**\n- c\n"), outline(apart));
    assert_eq!(outline("Day 1\n- a\n- b\nDay 2\n☐ c\n"), outline("Day 1\n- a\n- b\n\nDay 2\n- [ ] c\n"));
    insta::assert_snapshot!(outline("__Nouns__:\n- a\n- b\nwith **more**\n**Verbs**\n- c\n"), @"
    My list
    1: Week 1
      1. Nouns (nouns)
         - a
         - b with more
      2. Verbs (verbs)
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
    1 lines are not in it
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
fn a_box_in_the_cell_of_a_table_is_the_box_of_its_row() {
    insta::assert_snapshot!(outline("\
## Reading

|     | Task | Notes |
| --- | --- | --- |
| [ ] | Chapter 1 | long |
| [x] | Chapter 2 | short |

## Writing

| Task | Done |
| --- | --- |
| ☐ An essay | |
| A letter | ✅ |
| <input type=\"checkbox\" checked> A poem | |
"), @"
    My list
    1: Week 1
      1. Reading (reading)
         - Chapter 1
         x Chapter 2
      2. Writing (writing)
         - An essay
         x A letter
         x A poem
    ");
}

#[test]
fn what_surrounds_a_list_in_its_file_is_no_day_unless_it_has_boxes() {
    let readme = "# Rust\n## Contents\n- one\n## Basics\n- [ ] read\n- [x] write\n## Notes\n- mine\n### More notes\n- yours\n\
                  ## References:\n[The book](https://a.example/)\n## License\nMIT\n";
    insta::assert_snapshot!(outline(readme), @"
    Rust
    1: Basics
      1. read (read)
         - read
      2. write (write)
         x write
    left out: Contents, Notes, References:, License
    ");
    let boxed = readme.replace("- yours", "- [ ] yours").replace("MIT", "- [ ] choose one");
    insta::assert_snapshot!(outline(&boxed), @"
    Rust
    1: Week 1
      1. Basics (basics)
         - read
         x write
    2: Notes
      2. Notes (notes)
         - mine
      3. More notes (more-notes)
         - yours
    3: Week 3
      4. License (license)
         - choose one
    left out: Contents, References:
    ");
    // Below another heading it is a part of that, and where there is nothing else it is the list.
    insta::assert_snapshot!(outline("# T\n## One\n### Notes\n- a\n### Tasks\n- b\n## Two\n### Tasks\n- c\n"), @"
    T
    1: One
      1. Notes (notes)
         - a
      2. Tasks (tasks)
         - b
    2: Two
      3. Tasks (tasks-2)
         - c
    ");
    insta::assert_snapshot!(outline("# Resources\n- a\n- b\n"), @"
    Resources
    1: Week 1
      1. a (a)
         - a
      2. b (b)
         - b
    ");
}
