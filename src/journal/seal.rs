//! The seal at the end of a line, ` # ` and the CRC-32 of what stands before it: it tells what was edited or damaged.

pub(super) const LENGTH: usize = 11;
pub(super) const HEADER: &str = "[log]";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seal {
    /// The seal fits: the line is as ninety wrote it.
    Whole,
    /// There is a seal, and it is another line's: edited or damaged.
    Broken,
    Missing,
}

pub(super) fn sealed(mut line: String) -> String {
    let seal = crc32fast::hash(line.as_bytes());
    line.push_str(" # ");
    line.extend(digits_of(seal).map(char::from));
    line
}

pub(super) fn unsealed(line: &str) -> (&str, Seal) {
    let split = line.len().checked_sub(LENGTH).and_then(|at| line.split_at_checked(at));
    match split {
        Some((body, _)) if whole(line.as_bytes()).is_some() => (body, Seal::Whole),
        Some((body, seal)) if seal.starts_with(" # ") => (body, Seal::Broken),
        Some(_) | None => (line, Seal::Missing),
    }
}

pub(super) fn whole(line: &[u8]) -> Option<&[u8]> {
    let (body, [b' ', b'#', b' ', digits @ ..]) = line.split_last_chunk::<LENGTH>()? else { return None };
    (digits_of(crc32fast::hash(body)) == *digits).then_some(body)
}

/// Writes eight hexadecimal digits, all at once: every start of the program does it for every line.
fn digits_of(number: u32) -> [u8; 8] {
    let mut halves = u64::from(number);
    halves = (halves << 16 | halves) & 0x0000_ffff_0000_ffff;
    halves = (halves << 8 | halves) & 0x00ff_00ff_00ff_00ff;
    halves = (halves << 4 | halves) & 0x0f0f_0f0f_0f0f_0f0f;
    // Those from 10 on are letters, which come 39 after where the digits would go on.
    let letters = (halves + 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101;
    (halves + 0x3030_3030_3030_3030 + letters * 39).to_be_bytes()
}

pub(super) fn hex(digits: [u8; 8]) -> Option<u32> {
    let text = u64::from_be_bytes(digits);
    let letters = text >> 6 & 0x0101_0101_0101_0101;
    let mut halves = (text & 0x0f0f_0f0f_0f0f_0f0f).wrapping_add(letters * 9);
    halves = (halves >> 4 | halves) & 0x00ff_00ff_00ff_00ff;
    halves = (halves >> 8 | halves) & 0x0000_ffff_0000_ffff;
    let number = u32::try_from((halves >> 16 | halves) & 0xffff_ffff).ok()?;
    // Whatever else stood there would be written otherwise.
    (digits_of(number) == digits).then_some(number)
}

/// Splits two lines whose line break was damaged: the second has a whole seal, and so has the first, but the header.
pub(super) fn joined(line: &str) -> Option<(&str, &str)> {
    let is_whole = |line: &str| unsealed(line).1 == Seal::Whole;
    let ends = line.match_indices(" # ").map(|(at, _)| at + LENGTH);
    // A note may hold what looks like seals; a line full of them is not worth a long search.
    let ends = std::iter::once(HEADER.len()).chain(ends.take(16));
    let mut splits = ends.filter_map(|end| Some((line.get(..end)?, line.get(end..)?)));
    splits.find_map(|(first, rest)| {
        let second = rest.get(rest.chars().next()?.len_utf8()..)?;
        ((is_whole(first) || first == HEADER) && is_whole(second)).then_some((first, second))
    })
}
