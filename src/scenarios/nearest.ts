/** Letters that a name in short has at least. */
const SHORTEST_BEGINNING = 3;

/** The name that somebody probably meant: one that differs by a few letters, or else the only one that begins so. */
export function nearest(wanted: string, names: Iterable<string>): string | null {
  const known = [...names];
  return misspelt(wanted, known) ?? onlyBeginning(wanted, known);
}

/** The one name that begins with another, as `bridging-the-gap` does with `bridging`; null where none or several do. */
function onlyBeginning(wanted: string, names: readonly string[]): string | null {
  const from = wanted.toLowerCase();
  if (from.length < SHORTEST_BEGINNING) return null;
  const [only, ...others] = new Set(names.filter((name) => name.toLowerCase().startsWith(from)));
  return only === undefined || others.length > 0 ? null : only;
}

/**
 * The name with the fewest letters to insert, drop, change or swap (optimal string alignment; Damerau 1964), if it is near
 * enough to be worth saying.
 */
export function misspelt(wanted: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let fewest = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  const from = wanted.toLowerCase();
  for (const name of names) {
    const to = name.toLowerCase();
    // So many letters have to be inserted or dropped at least.
    if (Math.abs(from.length - to.length) >= fewest) continue;
    const steps = editDistance(from, to);
    if (steps < fewest) {
      fewest = steps;
      best = name;
    }
  }
  return best;
}

/** Letters to insert, drop, change or swap (with the neighbour) to make one text from the other. */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let steps = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        steps = Math.min(steps, (before[column - 2] ?? 0) + 1);
      }
      current.push(steps);
    }
    before = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/** Words of a name: what stands between its dots, dashes, underscores and spaces, in lower case. */
function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** The one name that has all the words of another in it, in a row: `right-care.declined` for `declined`; null where none or several do. */
export function onlyHolding(wanted: string, names: Iterable<string>): string | null {
  const inRow = (name: string) => ` ${wordsOf(name).join(' ')} `;
  const sought = inRow(wanted);
  const [only, ...others] = sought.trim() === '' ? [] : [...names].filter((name) => inRow(name).includes(sought));
  return only === undefined || others.length > 0 ? null : only;
}

/** Names that share words with another before those that do not, those that share most first; else in the order given. */
export function alikeFirst(wanted: string, names: Iterable<string>): string[] {
  const sought = new Set(wordsOf(wanted));
  const shared = (name: string) => wordsOf(name).filter((word) => sought.has(word)).length;
  return [...names].sort((one, other) => shared(other) - shared(one));
}
