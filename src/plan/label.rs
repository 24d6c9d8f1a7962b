//! What a heading or an item calls itself: "Day 3", "Tag 3:", "3日目", "R1D3"; and the same of weeks and phases.

const DAYS: &str = "day tag jour día dia giorno dag dzień den päivä gün ngày hari siku день ден дан ημέρα μέρα दिन দিন \
    اليوم يوم روز יום วันที่ วัน";
const WEEKS: &str = "week woche semaine semana settimana vecka uke uge tydzień týden viikko hafta tuần minggu wiki неделя \
    тиждень εβδομάδα सप्ताह সপ্তাহ الأسبوع أسبوع שבוע สัปดาห์ที่ สัปดาห์";

const PHASES: &str = "phase part teil partie parte fase фаза часть etap del";

/// What follows the number where a script has it so, with 第 before the number or without.
const DAY_MARKS: &str = "日目 일차 天 日";
const WEEK_MARKS: &str = "週目 주차 周 週";

const ZEROS: &str = "0٠۰०০๐";
const APART: &str = ":：.-–—)|,、・";

/// A label: its number (0 where it is none of one day), and what is said behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label<'t> {
    pub(super) number: usize,
    pub(super) rest: &'t str,
    /// Whether what is said is set off from the label, or there is none.
    pub(super) is_apart: bool,
}

pub(super) fn day(text: &str) -> Option<Label<'_>> {
    let rounds = || {
        let (_, rest) = number(after(text, "r")?)?;
        number(after(rest, "d")?)
    };
    labelled(text, DAYS, DAY_MARKS).or_else(|| rounds().map(|(number, rest)| label(number, rest)))
}

pub(super) fn week(text: &str) -> Option<Label<'_>> {
    labelled(text, WEEKS, WEEK_MARKS)
}

pub(super) fn phase(text: &str) -> Option<Label<'_>> {
    labelled(text, PHASES, "部")
}

fn labelled<'t>(text: &'t str, words: &str, marks: &str) -> Option<Label<'t>> {
    // Such as a picture of a calendar.
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let behind_a_word = |word: &str| number(after(text, word)?.trim_start_matches([' ', '-', '_', '#', '.']));
    let before_a_mark = || {
        let ordinal = text.strip_prefix(['第', '제']);
        let (number, rest) = number(ordinal.unwrap_or(text).trim_start())?;
        // A 日 alone is one of a month.
        let mut fit = marks.split(' ').filter(|mark| ordinal.is_some() || mark.chars().count() > 1);
        fit.find_map(|mark| rest.trim_start().strip_prefix(mark)).map(|rest| (number, rest))
    };
    let (number, rest) = words.split(' ').find_map(behind_a_word).or_else(before_a_mark)?;
    Some(label(number, rest))
}

fn label(of: usize, rest: &str) -> Label<'_> {
    let is_apart = rest.is_empty() || rest.trim_start().starts_with(|c| APART.contains(c));
    // Of "Day 3-5" there is no one day.
    let is_range = rest.trim_start().strip_prefix(['-', '–']).is_some_and(|rest| number(rest.trim_start()).is_some());
    let rest = rest.trim_start_matches(|c: char| c == ' ' || APART.contains(c));
    Label { number: if is_range { 0 } else { of }, rest, is_apart }
}

fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let end = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at);
    let (begin, rest) = text.split_at_checked(end)?;
    (begin.to_lowercase() == word).then_some(rest)
}

fn number(text: &str) -> Option<(usize, &str)> {
    let digit = |c: char| ZEROS.chars().find_map(|zero| u32::from(c).checked_sub(u32::from(zero)).filter(|n| *n < 10));
    let rest = text.trim_start_matches(|c| digit(c).is_some());
    let digits = text.strip_suffix(rest).filter(|digits| !digits.is_empty())?;
    let number = digits.chars().filter_map(digit).fold(0_usize, |number, digit| {
        number.saturating_mul(10).saturating_add(usize::try_from(digit).unwrap_or_default())
    });
    Some((number, rest))
}
