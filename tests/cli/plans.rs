//! Plans of the learner's own from the command line: begun, copied, made of a list, and followed; nothing that is there
//! is replaced unasked, and progress goes on through every edit.
//!
//! Deliberately absent: what a list is taken for (`core/import.rs`), and files that cannot be written (`export/files.rs`).

use crate::common::World;
use std::path::PathBuf;

const LIST: &str = "# Book\n\nwords\n\n## One\n- [x] Read\n- [x] Write\n\n## Two\n- [ ] [Look](https://e.example/)\n- [x] Tell\n\nBye.\n";

fn at(world: &World, name: &str) -> PathBuf {
    world.home.path().join(name)
}

fn put(world: &World, name: &str, text: &str) {
    std::fs::write(at(world, name), text).unwrap();
}

fn text(world: &World, name: &str) -> String {
    std::fs::read_to_string(at(world, name)).unwrap()
}

/// What is ticked, as the whole state has it.
fn done(world: &World, plan: &str) -> Vec<String> {
    let said = world.run(&format!("--plan {plan} export json"));
    let state: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let ids = state["done"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned());
    let mut ids: Vec<String> = ids.collect();
    ids.sort();
    ids
}

#[test]
fn a_plan_is_begun_in_one_line_and_followed() {
    let world = World::new();
    insta::assert_snapshot!(world.transcript(&[
        "plan new verbs.toml", "check verbs.toml", "--plan verbs.toml done 1", "plan new verbs.toml", "plan new verbs.toml --force",
        "--data-dir 'my data' plan new 'two words.toml'", "plan new ++.toml", "plan new con.toml", "plan new none/verbs.toml", "plan new data/verbs.toml", "plan new data/verbs.toml --force", "plan new data/other.toml", "plan new", "plan nwe a.toml", "plan 3",
    ]), @r#"
    $ ninety plan new verbs.toml
    verbs.toml is written: 2 weeks, 6 days, 1 milestone, 1 check, 7 tasks, 1 extra exercise, 1 recall question, 1 resource, 1 note.
    Open it with: ninety --plan verbs.toml
    $ ninety check verbs.toml
    verbs.toml: German verbs: 2 weeks, 6 days, 1 milestone, 1 check, 7 tasks, 1 extra exercise, 1 recall question, 1 resource, 1 note.
    $ ninety --plan verbs.toml done 1
    Ticked 2 tasks of day 1, Endings.
    Day 1, Endings, is complete. Next: day 2, Stems in -t and -d.
    Take it back with: ninety --plan verbs.toml undo
    $ ninety plan new verbs.toml
    --- stderr
    ninety: verbs.toml: this file is there already; nothing was written; name another file, or replace it with --force.
    --- exit 1
    $ ninety plan new verbs.toml --force
    verbs.toml is written: 2 weeks, 6 days, 1 milestone, 1 check, 7 tasks, 1 extra exercise, 1 recall question, 1 resource, 1 note.
    Open it with: ninety --plan verbs.toml
    $ ninety --data-dir 'my data' plan new 'two words.toml'
    two words.toml is written: 2 weeks, 6 days, 1 milestone, 1 check, 7 tasks, 1 extra exercise, 1 recall question, 1 resource, 1 note.
    Open it with: ninety --plan 'two words.toml' --data-dir 'my data'
    $ ninety plan new ++.toml
    --- stderr
    ninety: ++.toml: this name gives no id for the plan: it has no letter or digit; nothing was written; name another file, such as verbs.toml.
    --- exit 1
    $ ninety plan new con.toml
    --- stderr
    ninety: con.toml: this name gives no id for the plan: it is kept for a device or for the settings; nothing was written; name another file, such as verbs.toml.
    --- exit 1
    $ ninety plan new none/verbs.toml
    --- stderr
    ninety: none/verbs.toml: No such file or directory; nothing was written; make its directory first, or name another file.
    --- exit 1
    $ ninety plan new data/verbs.toml
    --- stderr
    ninety: data/verbs.toml: this file is there already; nothing was written; name another file, or replace it with --force.
    --- exit 1
    $ ninety plan new data/verbs.toml --force
    --- stderr
    ninety: data/verbs.toml: this is a name that ninety keeps for journals; nothing was written; name another file.
    --- exit 1
    $ ninety plan new data/other.toml
    --- stderr
    ninety: data/other.toml: this is a name that ninety keeps for journals; nothing was written; name another file.
    --- exit 1
    $ ninety plan new
    --- stderr
    ninety: FILE is missing.

    Usage: ninety plan new FILE [--force]

    For more information, try 'ninety plan new --help'.
    --- exit 2
    $ ninety plan nwe a.toml
    --- stderr
    ninety: There is no verb "nwe": `ninety plan --help` lists them all.

    Usage: ninety plan [--json]

    For more information, try 'ninety plan --help'.
    --- exit 2
    $ ninety plan 3
    --- stderr
    ninety: There is no verb "3": `ninety plan --help` lists them all.

    Usage: ninety plan [--json]

    For more information, try 'ninety plan --help'.
    --- exit 2
    "#);
    assert!(text(&world, "verbs.toml").contains("\nid = \"verbs\"\ntitle = \"German verbs\"\n"));
    // The file may get another name, and is the same plan.
    std::fs::rename(at(&world, "verbs.toml"), at(&world, "other.toml")).unwrap();
    assert_eq!(done(&world, "other.toml").len(), 2);
    let printed = world.run("plan new -");
    assert_eq!((printed.out.as_str(), printed.err.as_str(), printed.code), (ninety::plan::SAMPLE, "", 0));
}

#[test]
fn a_copy_of_the_built_in_plan_goes_on_where_it_was() {
    let world = crate::common::evening_17();
    insta::assert_snapshot!(world.transcript(&["plan copy mine.toml", "--plan mine.toml status", "--plan mine.toml done 17.2", "status"]), @"
    $ ninety plan copy mine.toml
    mine.toml is written: 12 weeks, 90 days, 12 milestones, 87 checks, 149 tasks, 25 extra exercises, 315 recall questions, 252 resources, 32 notes.
    Open it with: ninety --plan mine.toml
    $ ninety --plan mine.toml status
    Plan: Backend web development with Python + Django
    Day 17 of 90 · this week 0 of 5
    Finish Thu 18 Mar 2027 · goal Thu 8 Apr 2027 · 15 days to spare
    Warm-up: 3 questions, 1 min: `ninety --plan mine.toml recall`.
    $ ninety --plan mine.toml done 17.2
    Ticked 17.2 ‘Create a homepage that says “Welcome!”’.
    Day 17, Views, is complete. Next: day 19, Templates.
    Take it back with: ninety --plan mine.toml undo
    $ ninety status
    Day 19 of 90 · this week 1 of 5
    Finish Thu 18 Mar 2027 · goal Thu 8 Apr 2027 · 15 days to spare
    Done for today. Next: day 19, Templates, Wed 9 Dec.
    Warm-up: 3 questions, 1 min: `ninety recall`.
    ");
    assert_eq!(world.run("plan copy -").out, text(&world, "mine.toml"));
    let before = done(&world, "mine.toml");
    // Week 1 and the weeks from 4 on are cut out: what was done stays done.
    let mine = text(&world, "mine.toml");
    let (first, rest) = mine.split_once("# Week 1: days 1-7\n").unwrap();
    let (_, rest) = rest.split_once("# Week 2: days 8-14\n").unwrap();
    let (rest, _) = rest.split_once("# Week 4: days 22-28\n").unwrap();
    let phases = first.find("[[phase]]").unwrap();
    let kept = rest.lines().filter(|line| !line.starts_with("builds_on")).collect::<Vec<_>>().join("\n");
    put(&world, "mine.toml", &format!("{}{kept}\n", &first[..phases]));
    insta::assert_snapshot!(world.transcript(&["check mine.toml", "--plan mine.toml prompt", "--plan mine.toml today views --ascii"]), @r#"
    $ ninety check mine.toml
    mine.toml: Backend web development with Python + Django: 2 weeks, 14 days, 2 milestones, 14 checks, 39 tasks, 50 recall questions, 39 resources, 2 notes.
    $ ninety --plan mine.toml prompt
    D12 0/3
    $ ninety --plan mine.toml today views --ascii
    Day 10 of 14 - Week 2, Django Basics                                  90-120 min
    Views: complete (1 h 30 min logged)

    By the end you can write a function-based view that answers a request, and
    follow a request through Django.

      x 10.1  learn     Views (function-based views)
      x 10.2  practice  Create a homepage that says "Welcome!"

    Read and watch
      - Django: writing views (docs, 25 min)
        https://docs.djangoproject.com/en/stable/topics/http/views/
      - Django tutorial part 3: views and templates (tutorial, 45 min, extra)
        https://docs.djangoproject.com/en/stable/intro/tutorial03/
      - MDN: overview of HTTP (docs, 20 min)
        https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Overview

    Your note
      render() needs the request first.

    Done for today. Next: day 12, Templates, Wed 9 Dec.
    "#);
    assert_eq!(done(&world, "mine.toml"), before);
}

#[test]
fn a_copy_of_ones_own_plan_keeps_every_word_and_gets_its_id() {
    let world = World::new();
    let swim = "# mine\ntitle = 'Swim' # so\n[[week]]\n[[week.day]]\ntasks = [{ do = 'Float' }]\n";
    put(&world, "swim.toml", swim);
    assert_eq!(world.run("--plan swim.toml done 1").code, 0);
    assert_eq!(world.run("--plan swim.toml plan copy pool.toml").code, 0);
    assert_eq!(text(&world, "pool.toml"), swim.replace("title", "\nid = \"swim\"\ntitle"));
    assert_eq!(done(&world, "pool.toml"), ["float/float"]);
    assert_eq!(world.run("--plan pool.toml plan copy again.toml").code, 0);
    assert_eq!(text(&world, "again.toml"), text(&world, "pool.toml"));
}

#[test]
fn a_list_becomes_a_plan_and_what_is_ticked_in_it_can_be_taken_over() {
    let world = World::new();
    put(&world, "book.md", LIST);
    insta::assert_snapshot!(world.transcript(&[
        "plan import book.md --done", "--plan book.toml status", "plan import book.md --done", "plan import book.md --done --force", "--plan book.toml history",
        "plan import book.md book.md --force", "plan import none.md", "plan import book.md -", "plan import book.md - --done", "--plan book.toml undo",
    ]), @r#"
    $ ninety plan import book.md --done
    book.toml is written: 1 week, 2 days, 4 tasks, 1 resource, 1 note.
    1 line of the list is not in it: text outside of the days, code, HTML, or a table of contents.
    Open it with: ninety --plan book.toml
    Ticked 3 tasks of days 1 and 2.
    Take it back with: ninety --plan book.toml undo
    $ ninety --plan book.toml status
    Plan: Book
    Day 2 of 2 · this week 1 of 4
    Finish Wed 9 Dec 2026
    $ ninety plan import book.md --done
    --- stderr
    ninety: book.toml: this file is there already; nothing was written; name another file, or replace it with --force.
    --- exit 1
    $ ninety plan import book.md --done --force
    book.toml is written: 1 week, 2 days, 4 tasks, 1 resource, 1 note.
    1 line of the list is not in it: text outside of the days, code, HTML, or a table of contents.
    Open it with: ninety --plan book.toml
    All that is ticked in the list is recorded already.
    $ ninety --plan book.toml history
    Tue 8 Dec 2026 19:41   Ticked 3 tasks of days 1 and 2
    $ ninety plan import book.md book.md --force
    --- stderr
    ninety: book.md: the plan is to be another file; name it behind the list; no plan was made.
    --- exit 1
    $ ninety plan import none.md
    --- stderr
    ninety: none.md: there is no such file; no plan was made.
    --- exit 1
    $ ninety plan import book.md -
    # A plan for ninety. Change what you like: days and weeks are counted, so they can be moved, taken out and put in.
    # What you ticked belongs to ids: keep a day's `id` when you change its title. A task's is the first eight words of its
    # text, or `id = "…"` beside it; `ninety check` prints what a text that you changed needs.

    id = "my-plan"
    title = "Book"

    # Week 1: days 1-2

    [[week]]

    [[week.day]]
    id = "one"
    title = "One"
    tasks = [
      { do = "Read" },
      { do = "Write" },
    ]

    [[week.day]]
    id = "two"
    title = "Two"
    tasks = [
      { do = "Look" },
      { do = "Tell" },
    ]
    note = "Bye."
    resources = [
      { title = "Look", url = "https://e.example/" },
    ]
    --- stderr
    ninety: 1 line of the list is not in it: text outside of the days, code, HTML, or a table of contents.
    $ ninety plan import book.md - --done
    --- stderr
    ninety: --done needs a FILE for the plan: what is ticked is recorded for it.

    For more information, try 'ninety plan import --help'.
    --- exit 2
    $ ninety --plan book.toml undo
    Undone: Ticked 3 tasks of days 1 and 2.
    Bring it back with: ninety --plan book.toml redo
    "#);
    let said = world.fed("plan import - read.toml --done", LIST);
    assert_eq!(said.code, 0, "{}", said.all());
    assert_eq!(done(&world, "read.toml"), ["one/read", "one/write", "two/tell"]);
    let printed = world.fed("plan import -", LIST).out;
    assert_eq!(printed, text(&world, "book.toml").replace("id = \"book\"", "id = \"my-plan\""));
    put(&world, "words.md", "Only words.\n");
    insta::assert_snapshot!(world.transcript(&["plan import words.md"]), @"
    $ ninety plan import words.md
    --- stderr
    ninety: words.md: there is no list that a plan can be made of; write each day as a heading with its tasks as a list below, or a list of days; no plan was made.
    --- exit 1
    ");
}

/// Ten lists in eight scripts: the name, two days of a week, and the word for a new day.
const LISTS: [(&str, [&str; 6]); 10] = [
    ("verbs", ["Endings", "say du machst", "say er macht", "Vowels", "geben", "Rest"]),
    ("bücher", ["Kapitel eins", "lesen", "Übung lösen", "Kapitel zwei", "schreiben", "Pause"]),
    ("книга", ["Глава первая", "читать", "писать", "Глава вторая", "говорить", "Отдых"]),
    ("βιβλίο", ["Κεφάλαιο πρώτο", "διάβασε", "γράψε", "Κεφάλαιο δεύτερο", "μίλα", "Ανάπαυση"]),
    ("किताब", ["पहला अध्याय", "पढ़ना है", "लिखना है", "दूसरा अध्याय", "बोलना", "आराम"]),
    ("หนังสือ", ["บทที่หนึ่ง", "อ่านหน้าแรก", "เขียนคำใหม่", "บทที่สอง", "พูดกับเพื่อน", "พัก"]),
    ("كتاب", ["الفصل الأول", "اقرأ الصفحة", "اكتب الكلمات", "الفصل الثاني", "تحدث", "راحة"]),
    ("书", ["第一课", "读课文", "写生词", "第二课", "说话", "休息"]),
    ("ほん", ["はじめに", "よむ", "かく", "つぎに", "はなす", "やすみ"]),
    ("책", ["첫째 과", "읽기", "쓰기", "둘째 과", "말하기", "쉬기"]),
];

#[test]
fn plans_in_many_scripts_are_edited_in_the_middle_and_lose_nothing() {
    for (name, [one, first, second, two, third, rest]) in LISTS {
        let world = World::new();
        put(
            &world,
            "list.md",
            &format!("# {name}\n## {one}\n- [x] {first}\n- [ ] {second}\n## {two}\n- [ ] {third}\n"),
        );
        let run = |line: &str| {
            let said = world.run(line);
            assert_eq!(said.code, 0, "{name}: {line}\n{}", said.all());
            said.out
        };
        let plan = format!("{name}.toml");
        run(&format!("plan import list.md {plan} --done"));
        let ticked = done(&world, &plan).concat();
        run(&format!("--plan {plan} done 2"));
        run(&format!("--plan {plan} note 2: '{third}'"));
        let before = done(&world, &plan);
        assert_eq!(before.len(), 2, "{name}");
        let is_kept = |what: &str| {
            run(&format!("check {plan}"));
            run(&format!("--plan {plan} check"));
            assert_eq!(done(&world, &plan), before, "{name}: {what}");
            assert!(run(&format!("--plan {plan} export md")).contains(third), "{name}: {what}");
        };
        // The second day goes to the front, and a new one between the two.
        let written = text(&world, &plan);
        let begin = written.find("[[week.day]]").unwrap();
        let (head, days) = written.split_at(begin);
        let (day_one, day_two) = days.split_at(days.rfind("[[week.day]]").unwrap());
        let new = format!("[[week.day]]\ntitle = \"{rest}\"\ntasks = [{{ do = \"{rest}\" }}]\n\n");
        put(&world, &plan, &format!("{head}{day_two}\n{new}{day_one}"));
        is_kept("moved");
        // A title is translated, beside its id; a task is, with the id that it had.
        let translated = text(&world, &plan).replace(&format!("title = \"{two}\""), "title = \"Day two\"");
        assert_eq!(translated.matches("Day two").count(), 1, "{name}");
        put(&world, &plan, &translated);
        is_kept("translated");
        // The first day is split: its open task becomes a day of its own.
        let split = translated.replace(&format!("  {{ do = \"{second}\" }},\n"), "");
        put(
            &world,
            &plan,
            &(split + &format!("\n[[week.day]]\ntitle = \"{second}\"\ntasks = [{{ do = \"{second}\" }}]\n")),
        );
        is_kept("split");
        // A ticked task is translated, beside the id that it had.
        let (_, id) = ticked.split_once('/').unwrap();
        let mended = text(&world, &plan)
            .replace(&format!("{{ do = \"{first}\""), &format!("{{ do = \"Translated\", id = \"{id}\""));
        assert_eq!(mended.matches("Translated").count(), 1, "{name}");
        put(&world, &plan, &mended);
        is_kept("mended");
        // The new day is taken out again.
        put(&world, &plan, &text(&world, &plan).replace(&new, ""));
        is_kept("taken out");
    }
}

#[test]
fn who_checks_a_list_is_told_what_makes_a_plan_of_it() {
    let world = World::new();
    put(&world, "list.md", "- [ ] Read\n");
    let said = world.run("check list.md");
    assert!(said.err.ends_with("a list becomes a plan with `ninety plan import list.md`.\n"), "{}", said.all());
    assert_eq!(said.code, 1);
}

#[test]
fn the_schema_is_printed() {
    assert_eq!(World::new().run("plan schema").out, ninety::plan::SCHEMA);
}

#[test]
fn plans_of_one_file_name_have_journals_of_their_own() {
    let world = World::new();
    for dir in ["es", "rs"] {
        std::fs::create_dir(at(&world, dir)).unwrap();
        put(&world, &format!("{dir}/README.md"), LIST);
    }
    assert_eq!(world.run("plan import es/README.md --done").code, 0);
    let said = world.run("plan import rs/README.md").out;
    assert!(said.contains("Its id is README-b: there is a journal of a plan README already."), "{said}");
    assert!(world.run("--plan rs/README.toml prompt").out.is_empty(), "nothing of the other one is done");
    // Made anew it is the same plan, and the built-in one's journal is nobody's.
    assert!(!world.run("plan import es/README.md --force").out.contains("Its id is"));
    assert_eq!(done(&world, "es/README.toml").len(), 3);
    let said = world.run("plan new django-90.toml").out;
    assert!(said.contains("Its id is django-90-b: "), "{said}");
}
