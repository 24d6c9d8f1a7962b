//! "Did you mean": the known name that is nearest to what somebody typed.
//!
//! Deliberately absent: search. Finding things while typing is fuzzy and ranks many; this finds one slip of the fingers.

/// The longest text that is compared; nobody means a name by more.
const LONGEST: usize = 64;

/// Returns what belongs to the name nearest to `typed`, or `None` if none is near. Near is: the same but for case, a
/// third of the letters slipped (left out, added, changed, or two swapped), or a beginning; of equals, the first.
pub(crate) fn nearest<'a, T>(
    typed: &str,
    names: impl IntoIterator<Item = (&'a str, T)>,
) -> Option<T> {
    let typed: Vec<char> = typed.trim().to_lowercase().chars().take(LONGEST + 1).collect();
    if typed.is_empty() || typed.len() > LONGEST {
        return None;
    }
    let mut best: Option<(usize, T)> = None;
    for (name, what) in names {
        let name: Vec<char> = name.to_lowercase().chars().take(LONGEST).collect();
        let far = if name.starts_with(&typed) && typed.len() > 2 {
            1
        } else {
            let slips = slips(&typed, &name);
            if slips > typed.len().max(name.len()) / 3 {
                continue;
            }
            slips
        };
        if best.as_ref().is_none_or(|(least, _)| far < *least) {
            best = Some((far, what));
        }
    }
    best.map(|(_, what)| what)
}

/// Returns the fewest slips that make one of the other (the optimal string alignment distance).
fn slips(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, &y) in b.iter().enumerate() {
            let at =
                |list: &[usize], index: usize| list.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&above, j) + usize::from(x != y))
                .min(at(&above, j + 1) + 1)
                .min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&y) && b.get(j - 1) == Some(&x);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}
