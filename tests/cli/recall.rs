//! `ninety recall`: what it prints, what it records, and the terminal on which it asks.
//!
//! Deliberately absent: which questions come (`core/recall.rs`), and the screen (`tui/warm_up.rs`).

use crate::common::{World, evening_17};

/// Days 1 and 2 were done yesterday.
fn two_days() -> World {
    let mut world = World::new();
    world.at("2026-12-07T20:00:00+01:00");
    assert_eq!(world.run("start today --days mon-fri").code, 0);
    assert_eq!(world.run("done 1 2").code, 0);
    world.at("2026-12-08T19:41:12+01:00");
    world.configure("warm_up = 3\n");
    world
}

#[test]
fn it_prints_a_session_and_records_what_is_said_of_an_answer() {
    let world = two_days();
    insta::assert_snapshot!(world.transcript(&[
        "recall", "recall 1.q2 wrong", "recall 1.q2", "recall --shaky", "recall", "undo", "history -n 2", "status",
        "recall tools-and-the-big-picture/how-do-you-see-which-python-version-the partly", "recall --json --shaky",
    ]), @r#"
        $ ninety recall
          1.q1   What does a backend do that a browser cannot be trusted with?
                 It keeps the shared data and enforces the rules: who is asking, what
                 they may do, and whether the input is valid. Users can change anything
                 that runs in their browser.

          1.q2   How do you see which Python version the terminal runs?
                 python --version (often python3 --version on macOS and Linux, py
                 --version on Windows).

          1.q3   In Python, after x = 3, is x = "three" an error?
                 No. A name can be bound again to a value of any type; the type belongs
                 to the value, not to the name.
        --- stderr
        ninety: Say what an answer was with `ninety recall 1.q1 right` (or partly, wrong)
        $ ninety recall 1.q2 wrong
        Answered wrong: “How do you see which Python version the termina…”.
        Take it back with: ninety undo
        $ ninety recall 1.q2
          1.q2   How do you see which Python version the terminal runs?
                 python --version (often python3 --version on macOS and Linux, py
                 --version on Windows).
        --- stderr
        ninety: Say what an answer was with `ninety recall 1.q2 right` (or partly, wrong)
        $ ninety recall --shaky
        Day 1, Tools and the big picture
          1.q2   How do you see which Python version the terminal runs?
                 python --version (often python3 --version on macOS and Linux, py
                 --version on Windows).
        --- stderr
        ninety: Say what an answer was with `ninety recall 1.q2 right` (or partly, wrong)
        $ ninety recall
          1.q1   What does a backend do that a browser cannot be trusted with?
                 It keeps the shared data and enforces the rules: who is asking, what
                 they may do, and whether the input is valid. Users can change anything
                 that runs in their browser.

          1.q3   In Python, after x = 3, is x = "three" an error?
                 No. A name can be bound again to a value of any type; the type belongs
                 to the value, not to the name.
        --- stderr
        ninety: Say what an answer was with `ninety recall 1.q1 right` (or partly, wrong)
        $ ninety undo
        Undone: Answered wrong: “How do you see which Python version the termina…”.
        Bring it back with: ninety redo
        $ ninety history -n 2
        Tue 8 Dec 2026 19:41   Undone: Answered wrong: “How do you see which Python
                               version the termina…”
        Tue 8 Dec 2026 19:41   Answered wrong: “How do you see which Python version the
                               termina…” (taken back)
        --- stderr
        ninety: … and 2 older entries; `ninety history -n 4` shows them all.
        $ ninety status
        Day 3 of 90 · this week 2 of 5
        Finish Thu 8 Apr 2027 · goal Thu 22 Apr 2027 · 10 days to spare
        Warm-up: 3 questions, 1 min: `ninety recall`.
        $ ninety recall tools-and-the-big-picture/how-do-you-see-which-python-version-the partly
        Answered partly: “How do you see which Python version the termina…”.
        Take it back with: ninety undo
        $ ninety recall --json --shaky
        {
          "schema": 1,
          "questions": [
            {
              "id": "tools-and-the-big-picture/how-do-you-see-which-python-version-the",
              "day": 1,
              "ask": "How do you see which Python version the terminal runs?",
              "answer": "python --version (often python3 --version on macOS and Linux, py --version on Windows).",
              "last": "partly"
            }
          ]
        }
    "#);
    assert!(world.entries().ends_with(
        "recall = \"tools-and-the-big-picture/how-do-you-see-which-python-version-the\", said = \"partly\"\n"
    ));
}

#[test]
fn what_is_no_question_or_no_answer_is_told() {
    let world = two_days();
    insta::assert_snapshot!(world.transcript(&[
        "recall 1.q9", "recall 1", "recall 1.1 right", "recall 91.q1", "recall 1.q1 good", "recall --shaky 1.q1", "recall 1.qx",
        "done 1.q1", "done 1.1 1.q1", "note 1.q1 x", "today 1.q1",
    ]), @r#"
        $ ninety recall 1.q9
        --- stderr
        ninety: There is no question 1.q9: day 1, Tools and the big picture, has questions 1.q1 to 1.q4.
        --- exit 1
        $ ninety recall 1
        Day 1, Tools and the big picture
          1.q1   What does a backend do that a browser cannot be trusted with?
                 It keeps the shared data and enforces the rules: who is asking, what
                 they may do, and whether the input is valid. Users can change anything
                 that runs in their browser.
          1.q2   How do you see which Python version the terminal runs?
                 python --version (often python3 --version on macOS and Linux, py
                 --version on Windows).
          1.q3   In Python, after x = 3, is x = "three" an error?
                 No. A name can be bound again to a value of any type; the type belongs
                 to the value, not to the name.
          1.q4   Which two settings does Git want before your first commit?
                 user.name and user.email, set once with git config --global.
        --- stderr
        ninety: Say what an answer was with `ninety recall 1.q1 right` (or partly, wrong)
        $ ninety recall 1.1 right
        --- stderr
        ninety: 1.1 is no question: write one such as 1.q1; `ninety recall 1` lists those of day 1.
        --- exit 1
        $ ninety recall 91.q1
        --- stderr
        ninety: There is no day 91: the plan has days 1 to 90.
        --- exit 1
        $ ninety recall 1.q1 good
        --- stderr
        ninety: There is no answer "good": write wrong, partly or right.

        For more information, try 'ninety recall --help'.
        --- exit 2
        $ ninety recall --shaky 1.q1
        --- stderr
        ninety: --shaky and QUESTION do not go together.

        Usage: ninety recall [QUESTION] [ANSWER] [--shaky] [--json]

        For more information, try 'ninety recall --help'.
        --- exit 2
        $ ninety recall 1.qx
        --- stderr
        ninety: 1.qx is no question: write one such as 1.q1; `ninety recall 1` lists those of day 1.
        --- exit 1
        $ ninety done 1.q1
        --- stderr
        ninety: 1.q1 is a question, which is answered and not ticked: write `ninety recall 1.q1 right`.
        --- exit 1
        $ ninety done 1.1 1.q1
        1.1 “Install Python, VS Code, Git” is ticked already.
        --- stderr
        ninety: 1.q1 is a question, which is answered and not ticked: write `ninety recall 1.q1 right`. Nothing was recorded.
        --- exit 1
        $ ninety note 1.q1 x
        Wrote a note on day 3, Conditionals.
        Take it back with: ninety undo
        $ ninety today 1.q1
        --- stderr
        ninety: 1.q1 is a question, and this is about a whole day: write 1.
        --- exit 1
    "#);
}

#[test]
fn where_there_is_nothing_to_ask_it_says_why() {
    insta::assert_snapshot!(World::new().transcript(&["recall", "recall --shaky", "recall --json"]), @r#"
        $ ninety recall
        --- stderr
        ninety: Nothing to ask yet: questions come from the date after a day is complete.
        $ ninety recall --shaky
        --- stderr
        ninety: Nothing is shaky.
        $ ninety recall --json
        {
          "schema": 1,
          "questions": []
        }
    "#);
    let world = two_days();
    for question in ["1.q1", "1.q2", "1.q3"] {
        assert_eq!(world.run(&format!("recall {question} right")).code, 0);
    }
    assert_eq!(
        world.run("recall").err,
        "ninety: Today's warm-up is done; `ninety recall --shaky` shows what is shaky.\n"
    );
    world.configure("warm_up = 0\n");
    assert_eq!(world.run("recall").err, "ninety: The warm-up is off: `warm_up = 6` in the settings brings it back.\n");
    std::fs::write(
        world.home.path().join("bare.toml"),
        "title = \"Bare\"\n[[week]]\ntitle = \"One\"\n[[week.day]]\ntitle = \"A\"\ntasks = [{ do = \"It\" }]\n",
    )
    .unwrap();
    world.configure("");
    let bare = world.run("--plan bare.toml recall");
    assert_eq!(bare.err, "ninety: The plan has no questions; lines Q: and A: in a note make one of yours.\n");
}

#[test]
fn questions_of_ones_own_come_from_a_note() {
    let mut world = evening_17();
    let said = world.fed("note 17 -", "Q: What comes first in render()?\r\nA: The request.\r\n\r\nQ: And why?\r\n");
    insta::assert_snapshot!(said.all(), @"
        Wrote a note on day 17, Views; 2 questions will come back.
        Take it back with: ninety undo
    ");
    world.at("2026-12-09T19:41:12+01:00");
    insta::assert_snapshot!(world.transcript(&["recall 17.q4", "recall 17.q5 right", "recall --shaky"]), @"
        $ ninety recall 17.q4
          17.q4  What comes first in render()?
                 The request.
        --- stderr
        ninety: Say what an answer was with `ninety recall 17.q4 right` (or partly, wrong)
        $ ninety recall 17.q5 right
        Answered right: “And why?”.
        Take it back with: ninety undo
        $ ninety recall --shaky
        Day 17, Views
          17.q5  And why?
                 No answer yet: in the note, begin a line with A: and write it.
        --- stderr
        ninety: Say what an answer was with `ninety recall 17.q5 right` (or partly, wrong)
    ");
}

#[test]
fn the_journal_for_people_and_the_state_for_programs_have_what_was_asked() {
    let world = two_days();
    for answer in ["1.q1 right", "1.q2 wrong", "2.q1 partly"] {
        assert_eq!(world.run(&format!("recall {answer}")).code, 0);
    }
    let md = world.run("export md").out;
    assert!(md.contains("Questions: 3 asked, 1 right, 2 shaky"), "{md}");
    insta::assert_snapshot!(md.split("Still shaky:").nth(1).unwrap().split("###").next().unwrap(), @"

        - How do you see which Python version the terminal runs?
    ");
    let state: serde_json::Value = serde_json::from_str(&world.run("export json").out).unwrap();
    insta::assert_snapshot!(state["recall"].to_string(), @r#"
        [{"question":"tools-and-the-big-picture/what-does-a-backend-do-that-a-browser","said":"right","gap":3},{"question":"tools-and-the-big-picture/how-do-you-see-which-python-version-the","said":"wrong","gap":1},{"question":"data-types/in-python-how-does-a-tuple-differ-from","said":"partly","gap":1}]
    "#);
    let status: serde_json::Value = serde_json::from_str(&world.run("status --json").out).unwrap();
    insta::assert_snapshot!(status["recall"].to_string(), @r#"
        {"offered":0,"shaky":2,"asked":3,"right":1}
    "#);
    let csv = world.run("export csv").out;
    assert!(csv.contains(",recall,tools-and-the-big-picture/how-do-you-see-which-python-version-the,wrong,"), "{csv}");
}

#[test]
fn what_the_plan_does_not_have_any_more_is_listed_by_check() {
    let world = two_days();
    let text = world.text();
    let line =
        "9-0000abcd = { at = 2026-12-07T20:10:00+01:00, recall = \"data-types/what-was-that\", said = \"right\" }\n";
    std::fs::write(world.journal(), text + line).unwrap();
    let check = world.run("check");
    assert!(check.out.contains("\"data-types/what-was-that\""), "{}", check.out);
    let state: serde_json::Value = serde_json::from_str(&world.run("export json").out).unwrap();
    assert_eq!(state["recall"][0]["question"], "data-types/what-was-that");
    assert!(world.run("export md").out.contains("data-types/what-was-that, recall:"));
}
