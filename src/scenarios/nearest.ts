/**
 * The name that somebody probably meant: the one with the fewest letters to insert, drop, change or swap
 * (optimal string alignment; Damerau 1964), if it is near enough to be worth saying.
 */
export function nearest(wanted: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let fewest = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const steps = editDistance(wanted.toLowerCase(), name.toLowerCase());
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
