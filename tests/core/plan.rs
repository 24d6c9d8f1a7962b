//! The plan: what the built-in one has, its ids, the questions to a plan, and what the reader makes of a right file.
//!
//! Deliberately absent: what is wrong with a plan (`plan_problems.rs`).

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use ninety::plan::{Plan, Problems, Role, Source};
use ninety::text::is_unsafe;

/// The smallest plan: what every other test text begins with.
const BARE: &str = "title = \"Learn to swim\"\n[[week]]\n[[week.day]]\ntasks = [{ do = \"Find a pool\" }]\n";

fn source(name: &str, text: &str) -> Source {
    Source { name: name.into(), text: text.into() }
}

fn read(text: &str) -> Result<Plan, Problems> {
    Plan::read(&[source("plan.toml", text)])
}

/// Returns the files of the built-in plan as they are in the repository.
fn shipped() -> Vec<Source> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("plan");
    let mut paths: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| source(&path.to_string_lossy(), &fs::read_to_string(&path).unwrap());
    paths.into_iter().map(read).collect()
}

#[test]
fn the_built_in_plan_has_the_shape_it_promises() {
    let plan = Plan::builtin();
    assert_eq!(plan.id().as_str(), "django-90");
    assert_eq!(
        plan.totals(),
        "12 weeks, 90 days, 12 milestones, 87 checks, 149 tasks, 25 extra exercises, \
         315 recall questions, 252 resources, 32 notes"
    );
    let lengths: Vec<usize> = plan.weeks().iter().map(|week| plan.days_in(week).len()).collect();
    assert_eq!(lengths, [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 13]);
    let milestones: Vec<(u16, u16)> = plan
        .weeks()
        .iter()
        .filter_map(|week| week.milestone.as_ref())
        .map(|milestone| (milestone.first().get(), milestone.last().get()))
        .collect();
    assert_eq!(milestones[..11], [7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77].map(|n| (n, n)));
    assert_eq!(milestones[11], (87, 90));
    let phases: Vec<(u16, u16)> = plan.phases().iter().map(|phase| (phase.first().get(), phase.last().get())).collect();
    assert_eq!(phases, [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12)]);
    assert_eq!(plan.hours_per_week(), Some((10, 15)));
    assert_eq!(plan.minutes().map(|m| (m.min, m.max)), Some((90, 180)));
}

#[test]
fn the_constants_in_the_program_are_what_the_files_say() {
    let read = Plan::read(&shipped()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!(&read, Plan::builtin());
}

#[test]
fn every_id_of_the_built_in_plan_is_pinned() {
    let mut ids = String::new();
    for day in Plan::builtin().days() {
        let milestone = Plan::builtin().milestone_of(day.no());
        let own = milestone.filter(|(_, milestone)| milestone.first() == day.no());
        let checks = own.iter().flat_map(|(_, milestone)| milestone.accept.iter());
        writeln!(ids, "{}", day.id()).unwrap();
        for task in day.tasks() {
            writeln!(ids, "  task      {}", task.id()).unwrap();
        }
        for check in checks {
            writeln!(ids, "  check     {}", check.id()).unwrap();
        }
        for recall in day.recall() {
            writeln!(ids, "  recall    {}", recall.id()).unwrap();
        }
    }
    insta::assert_snapshot!("ids", ids);
}

#[test]
fn the_built_in_texts_are_clean() {
    for Source { name, text } in shipped() {
        for (line, content) in text.lines().enumerate() {
            let at = format!("{name}:{}", line + 1);
            assert!(!content.contains(is_unsafe), "{at}: a control character");
            assert_eq!(content, content.trim_end(), "{at}: a blank at the end");
            assert!(!content.contains(" - ") && !content.contains(" -- "), "{at}: not a real dash");
            assert!(!content.contains('\u{fffd}') && !content.contains("â€"), "{at}: not UTF-8 once");
        }
    }
}

#[test]
fn numbers_lead_to_days_weeks_and_phases() {
    let plan = Plan::builtin();
    assert_eq!((plan.day_no(0), plan.day_no(91), plan.day_no(usize::MAX)), (None, None, None));
    assert_eq!((plan.week_no(0), plan.week_no(13)), (None, None));
    for (index, day) in plan.days().iter().enumerate() {
        assert_eq!(plan.day_no(index + 1), Some(day.no()));
        assert_eq!((day.no().index(), plan.day(day.no())), (index, day));
        assert!(plan.days_in(plan.week_of(day.no())).contains(day));
        assert!(plan.phase_of(day.week()).is_some());
        assert!(day.builds_on().iter().all(|&earlier| earlier < day.no()));
        for earlier in day.builds_on() {
            assert!(plan.relying_on(*earlier).any(|later| later == day));
        }
    }
    let views = plan.find_day("views").unwrap();
    assert_eq!((views.no().to_string(), views.week().to_string()), ("17".into(), "3".into()));
    assert_eq!(plan.milestone_of(plan.day_no(86).unwrap()), None);
    let launch = plan.milestone_of(plan.day_no(88).unwrap()).unwrap();
    assert_eq!(launch.1.title, "Your full production-ready backend app is live");
    let bare = read(BARE).unwrap();
    assert_eq!(bare.day(plan.day_no(90).unwrap()), &bare.days()[0]);
    assert_eq!(bare.week(plan.week_no(12).unwrap()), &bare.weeks()[0]);
    assert_eq!(bare.phase_of(bare.weeks()[0].no()), None);
}

#[test]
fn what_is_typed_nearly_right_is_understood() {
    let suggest = |typed| Plan::builtin().suggest_day(typed).map(|day| day.id().as_str());
    assert_eq!(suggest("veiws"), Some("views"));
    assert_eq!(suggest("VIEWS"), Some("views"));
    assert_eq!(suggest("Git basic"), Some("git-basics"));
    assert_eq!(suggest("templ"), Some("templates"));
    assert_eq!(suggest("xyzzy"), None);
    assert_eq!(suggest(""), None);
    assert_eq!(suggest(&"views".repeat(10_000)), None);
}

#[test]
fn a_bare_plan_is_a_plan() {
    let plan = read(BARE).unwrap();
    assert_eq!((plan.id().as_str(), plan.title()), ("plan", "Learn to swim"));
    assert_eq!((plan.goal(), plan.outcome()), ("", ""));
    assert_eq!(plan.totals(), "1 week, 1 day, 1 task");
    let day = &plan.days()[0];
    assert_eq!((day.title, day.id().as_str()), ("Find a pool", "find-a-pool"));
    assert_eq!(day.tasks()[0].id().as_str(), "find-a-pool/find-a-pool");
    assert_eq!(plan.weeks()[0].title, "Week 1");
    assert_eq!(plan.weeks()[0].milestone, None);
}

#[test]
fn schema_comments_bom_crlf_and_several_files_make_no_difference() {
    let text = format!("#:schema ./plan.schema.json\n# a comment\n{BARE}");
    assert_eq!(read(&text), read(BARE));
    assert_eq!(read(&format!("\u{feff}{}", BARE.replace('\n', "\r\n"))), read(BARE));
    let (top, weeks) = BARE.trim_end().split_once('\n').unwrap();
    let parts = [source("plan.toml", top), source("week.toml", &format!("\u{feff}{weeks}"))];
    assert_eq!(Plan::read(&parts), read(BARE));
    let broken = [source("plan.toml", top), source("week.toml", "[[week]]\n[[week.day]]\ntask = []")];
    assert_eq!(
        Plan::read(&broken).unwrap_err().to_string(),
        "week.toml:2:1: this day has no tasks\n\
         week.toml:3:1: unknown key \"task\": did you mean \"tasks\"?"
    );
}

#[test]
fn every_key_is_read() {
    let text = include_str!("../plan/right.toml");
    insta::assert_debug_snapshot!("every_key", read(text).unwrap());
}

#[test]
fn a_day_needs_its_own_tasks_or_all_if_it_has_none() {
    let tasks = |list: &str| {
        let plan = read(&format!("title = 'x'\n[[week]]\n[[week.day]]\ntasks = [{list}]")).unwrap();
        plan.days()[0].required().map(|task| task.text.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(tasks("{ do = 'a' }, { do = 'b', added = true }, { do = 'c' }"), ["a", "c"]);
    assert_eq!(tasks("{ do = 'b', added = true }, { do = 'c', added = true }"), ["b", "c"]);
}

#[test]
fn roles_are_the_five_keys_of_a_task() {
    assert_eq!(Role::ALL.map(Role::label), ["learn", "practice", "do", "project", "deliver"]);
    for role in Role::ALL {
        let plan = read(&BARE.replace("do =", &format!("{} =", role.label()))).unwrap();
        assert_eq!(plan.days()[0].tasks()[0].role, role);
    }
}

#[test]
fn a_recall_question_may_be_long() {
    let recall = "recall = [{ ask = 'Why?', answer = 'So.', long = true }, { ask = 'Who?', answer = 'I.' }]";
    let plan = read(&format!("{BARE}{recall}")).unwrap();
    assert_eq!(plan.days()[0].recall().iter().map(|q| q.long).collect::<Vec<_>>(), [true, false]);
    let found = read(&format!("{BARE}{}", recall.replace("true", "1"))).unwrap_err().to_string();
    assert!(found.ends_with("\"long\" must be true or false, and this is a number"), "{found}");
}
