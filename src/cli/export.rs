//! The verb that hands things out: journal, portfolio, table, state or calendar, printed or written to a file.

mod calendar;

use super::args::{Export, Format};
use super::call::Call;
use super::file::{self, There};
use super::help::misused;
use super::named::week_named;
use crate::error::Error;
use crate::journal::finding::shown;
use crate::page::{self, Page};
use crate::plan::{Plan, WeekNo};
use crate::text::visible;
use std::ops::RangeInclusive;
use std::path::Path;

pub(super) fn export(call: &mut Call, args: &Export) -> Result<u8, Error> {
    let when = calendar::when(args)?;
    let path = args.output.as_deref().filter(|path| *path != Path::new("-"));
    let has_times = args.at.is_some() || args.alarm.is_some();
    if has_times && args.format != Format::Ics {
        return Err(misused("export", "--at and --alarm are for ics."));
    }
    if args.weeks.is_some() && args.format != Format::Md {
        return Err(misused("export", "--weeks is for md."));
    }
    let session = call.session()?;
    let study = session.study();
    let markdown = |page: &Page| page::markdown::of(page, call.options.charset(call.env));
    let unmade = |why| Error::Stream("The table could not be made", why);
    let (name, text) = match args.format {
        Format::Md => {
            let weeks = args.weeks.as_ref().map(|words| weeks(study.plan(), words)).transpose()?;
            ("the study journal", markdown(&page::logbook::page(study, weeks.as_ref())))
        }
        Format::Portfolio => ("the portfolio", markdown(&page::logbook::portfolio(study).map_err(Error::Refused)?)),
        Format::Csv => ("every entry", page::history::csv(study).map_err(unmade)?),
        Format::Json => ("the whole state", page::json_text(&page::state::json(study))),
        Format::Ics => ("the calendar", calendar::calendar_of(study, when, call.env)),
    };
    let Some(path) = path else {
        call.out.extend(text.into_bytes());
        return Ok(0);
    };
    // What a file holds is what would be printed.
    let text = crate::text::printed(&text);
    file::write(call, path, &text, There::Refused)?;
    call.say(&format!("Wrote {name} to {}.", shown(path)));
    Ok(0)
}

fn weeks(plan: &'static Plan, words: &str) -> Result<RangeInclusive<WeekNo>, Error> {
    // An id may have a - of its own.
    if let Ok(week) = week_named(plan, words) {
        return Ok(week.no()..=week.no());
    }
    let (first, last) = words.split_once('-').unwrap_or((words, words));
    if first.trim().is_empty() || last.trim().is_empty() {
        let shown = visible(words);
        let sentence = format!("\"{shown}\" are no weeks: write one such as 3, or several such as 3-5.");
        return Err(misused("export", &sentence));
    }
    let (first, last) = (week_named(plan, first)?.no(), week_named(plan, last)?.no());
    if last < first {
        return Err(misused("export", &format!("The weeks {first}-{last} run backwards: write {last}-{first}.")));
    }
    Ok(first..=last)
}
