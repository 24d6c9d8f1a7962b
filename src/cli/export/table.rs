//! Every fact as a row of comma-separated values (RFC 4180), with the names of the columns first.
//!
//! A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@` or a tab) has an apostrophe before it,
//! and so has one that begins with an apostrophe: whoever takes one apostrophe away from where a cell begins has the text
//! as it was.
//!
//! Deliberately absent: what stands in a row.

use crate::error::Error;
use crate::report::past::{COLUMNS, rows};
use crate::study::Study;
use csv::{Terminator, WriterBuilder};

/// Returns the table of every fact.
pub(super) fn of(study: &Study) -> Result<String, Error> {
    let unwritten = |why: std::io::Error| Error::Stream("The table could not be made", why);
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    table.write_record(COLUMNS).map_err(|why| unwritten(why.into()))?;
    for row in rows(study) {
        table.write_record(row.map(inert)).map_err(|why| unwritten(why.into()))?;
    }
    let bytes = table.into_inner().map_err(|why| unwritten(why.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Returns a cell that nothing computes.
fn inert(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\'']) { format!("'{cell}") } else { cell }
}
