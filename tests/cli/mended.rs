//! Plans whose titles, ids or files got another name: what was recorded is never somebody else's, and never looks as if
//! it had not been.

use crate::common::World;

const SWIM: &str = "title = \"Learn to swimm\"\n[[week]]\ntitle = \"Water\"\n\
                    [[week.day]]\ntitle = \"The poool\"\ntasks = [{ do = \"Find a pool nearby\" }, { do = \"Buy goggles\" }]\n\
                    [[week.day]]\ntitle = \"Floating\"\ntasks = [{ do = \"Float on your bak\" }]\n";

fn put(world: &World, file: &str, text: &str) {
    std::fs::write(world.home.path().join(file), text).unwrap();
}

/// A world in which something of every kind is recorded about that plan.
fn swum() -> World {
    let world = World::new();
    put(&world, "swim.toml", SWIM);
    for verb in ["start 2026-12-07", "done 1", "note 1: cold", "done 2.1"] {
        assert_eq!(world.run(&format!("--plan swim.toml {verb}")).code, 0, "{verb}");
    }
    world
}

#[test]
fn a_plan_s_title_may_be_mended() {
    let world = swum();
    put(&world, "swim.toml", &SWIM.replace("swimm", "swim"));
    insta::assert_snapshot!(world.transcript(&["--plan swim.toml prompt", "--plan swim.toml check"]), @"
        $ ninety --plan swim.toml prompt
        D2 done
        $ ninety --plan swim.toml check
        HOME/data/swim.toml: 4 entries; nothing to correct.
    ");
}

#[test]
fn where_the_title_of_a_day_or_a_task_was_mended_every_verb_says_so_and_check_says_what_brings_it_back() {
    let world = swum();
    let mended = SWIM.replace("poool", "pool").replace("your bak", "your back");
    put(&world, "swim.toml", &mended);
    insta::assert_snapshot!(world.transcript(&["--plan swim.toml status", "--plan swim.toml check"]), @r#"
        $ ninety --plan swim.toml status
        Plan: Learn to swimm
        Day 1 of 2 · this week 0 of 5
        Finish Wed 9 Dec 2026 · goal Wed 9 Dec 2026 · on the goal
        --- stderr
        ninety: HOME/data/swim.toml: 4 ids in it are not in the plan, such as "floating/float-on-your-bak"; what is recorded there is kept and counts nowhere; if a title was mended, `ninety --plan swim.toml check` says what brings it back.
        $ ninety --plan swim.toml check
        HOME/data/swim.toml:8: the plan swim has no "the-poool/find-a-pool-nearby"; the entry is kept and counts nowhere; write id = "the-poool" beside the title "The pool" of day 1, and it counts there, or leave it.
        HOME/data/swim.toml:8: the plan swim has no "the-poool/buy-goggles"; the entry is kept and counts nowhere; write id = "the-poool" beside the title "The pool" of day 1, and it counts there, or leave it.
        HOME/data/swim.toml:9: the plan swim has no "the-poool"; the entry is kept and counts nowhere; write id = "the-poool" beside the title "The pool" of day 1, and it counts there, or leave it.
        HOME/data/swim.toml:10: the plan swim has no "floating/float-on-your-bak"; the entry is kept and counts nowhere; write id = "float-on-your-bak" beside the task "Float on your back" of day 2, and it counts there, or leave it.
        HOME/data/swim.toml: 4 entries; 4 warnings.
        --- exit 1
    "#);
    let as_told = mended.replace("title = \"The pool\"", "title = \"The pool\"\nid = \"the-poool\"");
    put(&world, "swim.toml", &as_told.replace("do = \"Float", "id = \"float-on-your-bak\", do = \"Float"));
    insta::assert_snapshot!(world.transcript(&["--plan swim.toml prompt", "--plan swim.toml check"]), @"
        $ ninety --plan swim.toml prompt
        D2 done
        $ ninety --plan swim.toml check
        HOME/data/swim.toml: 4 entries; nothing to correct.
    ");
}

#[test]
fn what_was_taken_out_of_the_plan_is_told_by_status_and_check_and_needs_nobody() {
    for (from, to) in [
        (", { do = \"Buy goggles\" }", ""),
        ("Buy goggles", "Ask for a lane of your own"),
        ("The poool", "Breathing out below"),
    ] {
        let world = swum();
        put(&world, "swim.toml", &SWIM.replace(from, to));
        assert_eq!(world.run("--plan swim.toml today").err, "", "{to}");
        let status = world.run("--plan swim.toml status").err;
        assert!(
            status.contains("not in the plan, such as \"the-poool") && status.contains("leave it"),
            "{to}: {status}"
        );
        let check = world.run("--plan swim.toml check");
        assert!(check.out.contains("counts nowhere; if only its title was changed, write id = "), "{to}");
        assert_eq!(check.code, 0, "{to}");
    }
    // What has a record of its own under its new name is no title that was mended.
    let world = swum();
    put(&world, "swim.toml", &SWIM.replace("poool", "pool"));
    assert_eq!(world.run("--plan swim.toml done 1").code, 0);
    assert!(world.run("--plan swim.toml status").err.contains("3 ids in it are not in the plan"));
    assert_eq!(world.run("--plan swim.toml prompt").err, "");
}

#[test]
fn a_plan_of_which_a_journal_has_nothing_is_told_so() {
    let world = swum();
    std::fs::create_dir(world.home.path().join("other")).unwrap();
    put(
        &world,
        "other/swim.toml",
        "title = \"Cook\"\n[[week]]\n[[week.day]]\ntitle = \"Eggs\"\ntasks = [{ do = \"Boil\" }]\n",
    );
    let said = world.run("--plan other/swim.toml status");
    assert_eq!(
        said.err,
        "ninety: HOME/data/swim.toml: nothing that it records is in the plan \"Cook\"; if another plan wrote it, write an id \
         of its own at the top of this plan's file, such as id = \"cook\"; if every title was changed, \
         `ninety --plan other/swim.toml check` lists what is kept.\n"
    );
    let cook = std::fs::read_to_string(world.home.path().join("other/swim.toml")).unwrap();
    put(&world, "other/swim.toml", &format!("id = \"cook\"\n{cook}"));
    let said = world.run("--plan other/swim.toml status");
    assert!(said.out.contains("Nothing is recorded yet") && said.err.is_empty(), "{}", said.all());
}

#[test]
fn a_plan_that_was_translated_gets_back_what_it_had() {
    let world = swum();
    let mut plan = SWIM.to_owned();
    for (from, to) in [
        ("The poool", "Das Becken"),
        ("Find a pool nearby", "Ein Bad suchen"),
        ("Buy goggles", "Eine Brille kaufen"),
        ("Floating", "Treiben"),
        ("Float on your bak", "Auf dem Wasser liegen"),
    ] {
        plan = plan.replace(from, to);
    }
    put(&world, "swim.toml", &plan);
    assert!(world.run("--plan swim.toml status").err.contains("nothing that it records is in the plan"));
    // The days are named first; what is below them is told once they are known.
    plan = plan.replace("title = \"Das", "id = \"the-poool\"\ntitle = \"Das");
    plan = plan.replace("title = \"Treiben", "id = \"floating\"\ntitle = \"Treiben");
    for id in ["the-poool", "floating"] {
        let told = format!("if only its title was changed, write id = \"{id}\" beside it");
        assert!(world.run("--plan swim.toml check").out.contains(&told), "{told}");
    }
    put(&world, "swim.toml", &plan);
    for (text, id) in
        [("Ein Bad", "find-a-pool-nearby"), ("Eine Brille", "buy-goggles"), ("Auf dem", "float-on-your-bak")]
    {
        let told = format!("if only its title was changed, write id = \"{id}\" beside it");
        assert!(world.run("--plan swim.toml check").out.contains(&told), "{told}");
        plan = plan.replace(&format!("do = \"{text}"), &format!("id = \"{id}\", do = \"{text}"));
    }
    put(&world, "swim.toml", &plan);
    insta::assert_snapshot!(world.transcript(&["--plan swim.toml prompt", "--plan swim.toml check"]), @"
        $ ninety --plan swim.toml prompt
        D2 done
        $ ninety --plan swim.toml check
        HOME/data/swim.toml: 4 entries; nothing to correct.
    ");
}

#[test]
fn a_plan_under_another_name_is_told_where_its_journal_is() {
    for (file, text) in [
        ("water.toml", SWIM.to_owned()),
        ("swim.toml", format!("id = \"water\"\n{SWIM}")),
        ("water.toml", SWIM.replace("swimm", "swim").replace("Buy goggles", "Borrow goggles")),
    ] {
        let world = swum();
        put(&world, file, &text);
        let said = world.run(&format!("--plan {file} status"));
        assert_eq!(
            said.err,
            "ninety: HOME/data/swim.toml: this journal of the plan \"swim\" is about the days of the plan \"water\", which \
             has none of its own yet; if it is the same plan under another name, write id = \"swim\" at the top of its \
             file, otherwise go on.\n"
        );
        let text = text.replace("id = \"water\"\n", "");
        put(&world, file, &format!("id = \"swim\"\n{text}"));
        assert!(world.run(&format!("--plan {file} today 1")).out.contains("cold"), "{text}");
        put(&world, "pool.toml", SWIM);
        assert_eq!(world.run("--plan pool.toml done 1").code, 0);
        assert_eq!(world.run("--plan pool.toml status").err, "", "it goes on by itself");
    }
    // Another plan, and the one in the program, are nothing to it.
    let world = swum();
    put(&world, "cook.toml", &SWIM.replace("poool", "stove").replace("Floating", "Boiling"));
    assert_eq!((world.run("--plan cook.toml status").err, world.run("status").err), (String::new(), String::new()));
}

#[test]
fn of_several_journals_of_the_same_days_one_is_told() {
    let world = World::new();
    put(&world, "list.md", "# Swim\n- [x] Find a pool\n- [ ] Float\n");
    for name in ["pool", "lake", "sea"] {
        assert_eq!(world.run(&format!("plan import list.md {name}.toml --done")).code, 0);
    }
    let said = world.run("plan import list.md pond.toml --done").err;
    assert_eq!(said.matches("is about the days of the plan").count(), 1, "{said}");
}

#[test]
fn the_head_of_a_journal_has_the_title_that_the_plan_had() {
    let world = World::new();
    put(&world, "swim.toml", &SWIM.replace("Learn to swimm", "Learn \\\"to\\\" swim"));
    assert_eq!(world.run("--plan swim.toml done 1.1").code, 0);
    let journal = || std::fs::read_to_string(world.data().join("swim.toml")).unwrap();
    let head = "\nformat = 1\nplan = \"swim\"\ntitle = \"Learn \\\"to\\\" swim\"\n\n[log]\n1-";
    let before = journal();
    assert!(before.contains(head), "{before}");
    // Nothing goes by it: the plan may get another, and a journal may have none.
    put(&world, "swim.toml", &SWIM.replace("Learn to swimm", "Swimming"));
    assert_eq!(world.run("--plan swim.toml done 1.2").code, 0);
    assert!(journal().starts_with(&before));
    for title in ["title = \"Cooking\"\n", ""] {
        let text = journal().replace("title = \"Learn \\\"to\\\" swim\"\n", title);
        std::fs::write(world.data().join("swim.toml"), text).unwrap();
        let check = world.run("--plan swim.toml check");
        assert_eq!(check.all(), "HOME/data/swim.toml: 2 entries; nothing to correct.\n");
        assert!(!world.run("--plan swim.toml status").all().contains("Cooking"));
    }
}

#[test]
fn plans_of_nearly_the_same_title_have_journals_of_their_own() {
    for (one, other) in [
        ("Learn C", "Learn C++"),
        ("Learn C", "Learn C#"),
        ("One two three four five six seven eight A", "One two three four five six seven eight B"),
    ] {
        let world = World::new();
        let plan = |title: &str| SWIM.replace("Learn to swimm", title);
        put(&world, "a.toml", &plan(one));
        put(&world, "b.toml", &plan(other));
        put(&world, &format!("{one}.toml"), &plan(one));
        put(&world, &format!("{other}.toml"), &plan(other));
        for file in ["a".to_owned(), format!("'{one}'")] {
            assert_eq!(world.run(&format!("--plan {file}.toml note 1: mine alone")).code, 0);
        }
        for file in ["b".to_owned(), format!("'{other}'")] {
            let said = world.run(&format!("--plan {file}.toml today 1"));
            assert!(!said.all().contains("mine alone"), "{other}: {}", said.all());
            assert!(said.code == 0 || said.err.contains("gives no id for the plan"), "{other}: {}", said.all());
        }
    }
}

#[test]
fn a_task_that_was_moved_to_another_day_is_ticked_there_by_what_check_prints() {
    let world = swum();
    let goggles = ", { do = \"Buy goggles\" }";
    let split = SWIM.replace(goggles, "")
        + "[[week.day]]\ntitle = \"The shop\"\ntasks = [{ do = \"Ask\" }, { do = \"Buy goggles\" }]\n";
    put(&world, "swim.toml", &split);
    let check = world.run("--plan swim.toml check").out;
    let command = "`ninety --plan swim.toml done 3.2`";
    assert!(check.contains(&format!("the task stands on day 3 now: {command} ticks it there")), "{check}");
    assert_eq!(world.run("--plan swim.toml done 3.2").out.lines().next(), Some("Ticked 3.2 “Buy goggles”."));
    assert!(world.run("--plan swim.toml today 1").out.contains("complete"));
}
