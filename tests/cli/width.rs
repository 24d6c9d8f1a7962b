//! How wide pages, help and messages are: as the terminal, else as `COLUMNS` says; else pages and help have 80 columns.
//!
//! Deliberately absent: what stands in them.

use crate::common::World;
use crate::pty::Line;
use crate::verbs::verbs;
use ninety::text::width;

/// Words without spaces between them, words without a joint, and long ones, wherever a plan has words.
const PLAN: &str = r#"
title = "使用 Django 构建后端：从零到部署的完整学习计划，包括数据库、视图、模板、测试与安全，全部在九十天之内完成。"
[[week]]
title = "Deployment and Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
[week.milestone]
title = "部署一个可以从互联网访问的投资组合网站，并且为每个视图编写测试，最后请一位朋友来审查代码。"
accept = ["The site can be reached from the internet at an address of its own - and # every + view has > tests"]
pitfalls = ["part.one.two.three.four.five.six.seven.eight.nine.ten.eleven.twelve.thirteen.fourteen"]
[[week.day]]
title = "データ型と変数：文字列、リスト、タプル、辞書、そしてそれぞれをいつ使うべきかについて（入門編）"
outcome = "学完之后，你可以从字符串、列表、元组与字典中做出选择，读取其中的每一个值，并在可变的类型里添加和修改值。"
tasks = [{ do = "한국어로 작성된 아주 긴 문장은 단어 사이에서만 나누어져야 하며 화면의 너비를 넘지 않아야 합니다" }]
[[week.day.recall]]
ask = "什么是数据类型与变量：字符串、列表、元组、字典，以及它们各自在什么时候使用才是最合适的选择？"
answer = "aVeryLongIdentifierWithoutAnyJointThatGoesOnAndOnUntilNoTerminalCanHoldItAtAll"
[[week.day]]
title = "A day with a really long English title that goes on and on until no narrow terminal could hold it"
tasks = [{ do = "see https://docs.djangoproject.com/en/5.2/topics/http/views/#mapping-urls-to-views now" }]
"#;

/// Every page and message; those that record something are followed by what shows it.
const LINES: [&str; 62] = [
    "start 2026-11-30 --days mon-fri",
    "today",
    "today 2",
    "week",
    "plan",
    "status",
    "recall",
    "check",
    "pace",
    "done 1.1",
    "done 1.1",
    "done 1",
    "reopen 1",
    "skip 2 --because '我已经在工作中学过这些内容，因此可以放心跳过，不再重复'",
    "today 2",
    "reopen 2",
    "skip 2 --dry-run",
    "done 1",
    "note 1 '我今天学到了很多关于数据类型的东西，尤其是字典与集合之间的差别。 - and # more'",
    "note 1 'render needs the request first and returns a response whose content type can be changed with ease'",
    "note 1 '                              far in stands a line with a few words that is wide'",
    "log 1h30 1",
    "link 1 https://example.org/a/very/long/address/that/goes/on/and/on/and/on/and/on",
    "today 1",
    "week 1",
    "review 1 --can '- one thing is a list item that goes on for a while - and on' --shaky '尤其是字典与集合之间的差别，以及什么时候应当使用它们，还有它们的方法。'",
    "review",
    "week 1",
    "add 2 'My own task with a text that is longer than the terminal is wide by far'",
    "today 2",
    "history",
    "history -n 2",
    "undo",
    "redo",
    "pace --days mon-sat --dry-run",
    "pace --goal 2026-12-01",
    "away 2026-12-24 2027-01-02 --because 'a long trip to the mountains with friends and no computer'",
    "away --end",
    "start --at 2 --dry-run",
    "recall 1.q1 right",
    "recall --shaky",
    "recall 1.q9 right",
    "recall 1.q1 maybe",
    "history -n zero",
    "log soon",
    "done 1 --on 2027-05-05",
    "done",
    "done 99",
    "today nowhere-at-all",
    "week 99",
    "frob",
    "today --frobnicate",
    "pace --by month",
    "export nothing",
    "export ics --at noon",
    "export ics --alarm 10m",
    "prompt --shell csh",
    "prompt --format '{dya}'",
    "check bad.toml",
    "--plan bad.toml today",
    "--plan none.toml today",
    "export md -o journal.md",
];

const BAD: &str = "titel = \"A plan with a key that nobody knows and a title that is wider than forty columns\"\n[[week]]\n\
    title = \"数据类型与变量：字符串、列表、元组、字典，以及它们各自在什么时候使用才是最合适的选择\"\ntitle2 = 1\n[[week.day]]\n\
    title = \"T\"\ntasks = [\"plain text where a table belongs, and a long text it is\", \"短\"]\nbuilds_on = [\"nowhere-at-all\"]\n";

/// What every line prints in a world of its own that is so wide.
fn printed(plan: &str, columns: &str) -> Vec<String> {
    let world = World::new();
    std::fs::write(world.home.path().join("plan.toml"), PLAN).unwrap();
    std::fs::write(world.home.path().join("bad.toml"), BAD).unwrap();
    let printed = |line: &&str| {
        let mut command = world.command();
        command.env("COLUMNS", columns).args(plan.split_whitespace()).args(shell_words::split(line).unwrap());
        world.said(&command.output().unwrap()).all()
    };
    LINES.iter().map(printed).collect()
}

/// Tells whether a line may be wider than anything: it has what is to be copied whole, or is a heading of Markdown.
fn is_to_copy(line: &str) -> bool {
    line.starts_with('#') || line.contains("://") || line.contains("HOME/")
}

#[test]
fn nothing_printed_is_wider_than_it_may_be_and_words_are_whole() {
    for plan in ["", "--plan plan.toml"] {
        let wide = printed(plan, "1000");
        for columns in [40, 60] {
            for ((line, text), wide) in LINES.iter().zip(printed(plan, &columns.to_string())).zip(&wide) {
                let beyond = text.lines().find(|line| width(line) > columns && !is_to_copy(line));
                assert_eq!(beyond, None, "{columns}: {plan} {line}");
                let closed =
                    text.lines().find(|line| line.trim_start().starts_with(['、', '。', '，', '？', '）', '：']));
                assert_eq!(closed, None, "{columns}: {plan} {line}");
                let whole: std::collections::HashSet<&str> = wide.split_whitespace().collect();
                let is_whole = |word: &&str| whole.contains(word) || word.chars().all(|c| matches!(c, '=' | '-' | '>'));
                let is_broken = |word: &&str| whole.iter().any(|w| w.contains(word) && (width(w) > columns / 2));
                if !line.contains("bad.toml") {
                    let cut = text.split_whitespace().find(|word| !is_whole(word) && !is_broken(word));
                    assert_eq!(cut, None, "{columns}: {plan} {line}\n{text}");
                }
            }
        }
    }
}

#[test]
fn a_terminal_says_how_wide_it_is_for_what_reaches_it() {
    let world = World::new();
    for (columns, script) in [
        (40, "stty cols 40; \"$0\" today 1; \"$0\" done 99; \"$0\" frob; \"$0\" start 2026-11-30; \"$0\" pace"),
        (60, "stty cols 60; export COLUMNS=40; \"$0\" today 1; \"$0\" done 99; \"$0\" frob"),
        (40, "stty cols 40; NINETY_NOW=soon \"$0\" today; NINETY_DATA_DIR=mine \"$0\" today"),
        // Messages have the width of their own terminal where the data goes elsewhere.
        (40, "stty cols 40; \"$0\" pace --by month >out; \"$0\" done 1 --on 2027-05-05 >out"),
    ] {
        let mut line = Line::start(&world, Some(script), &[]);
        line.ended();
        let text = line.text();
        let beyond = text.lines().find(|line| width(line.trim_end()) > columns && !is_to_copy(line));
        assert_eq!(beyond, None, "{columns}: {text}");
        assert!(text.lines().any(|line| width(line.trim_end()) + 12 > columns), "{columns}: {text}");
    }
    // Where nothing says how wide it is, a message is one line, for whatever reads it.
    let said = world.run("--plan none.toml today");
    assert!(said.err.lines().count() == 1 && width(&said.err) > 80, "{}", said.err);
}

#[test]
fn help_is_as_wide_as_it_is_told_and_no_line_breaks_out() {
    let world = World::new();
    for columns in [40, 60, 80, 100] {
        for verb in verbs().iter().map(|verb| verb.name.as_str()).chain([""]) {
            let mut command = world.command();
            command.env("COLUMNS", columns.to_string()).arg("help").args(verb.split_whitespace());
            let help = String::from_utf8(command.output().unwrap().stdout).unwrap();
            let (text, examples) = help.split_once("Examples:\n").unwrap();
            let wide = |line: &&str| line.chars().count() > columns;
            assert_eq!(text.lines().find(wide), None, "{columns}: {verb}");
            // An address has no place to be broken at.
            let mut further = examples.lines().filter(|line| line.trim().contains(' '));
            assert_eq!(further.find(wide), None, "{columns}: {verb}");
        }
    }
}

#[test]
fn pages_are_as_wide_as_they_are_told() {
    let world = World::new();
    for columns in [40, 60, 120] {
        for line in ["today", "plan", "week", "pace", "review"] {
            let output = world.command().env("COLUMNS", columns.to_string()).arg(line).output().unwrap();
            let text = String::from_utf8(output.stdout).unwrap();
            let wide = |line: &&str| line.chars().count() > columns && !line.contains("://");
            assert_eq!(text.lines().find(wide), None, "{columns}: {line}");
            let is_full = text.lines().any(|line| line.chars().count() + 25 > columns);
            assert!(is_full || line == "pace", "{columns}: {line}");
        }
    }
}
