/** Rounds before those that count: in the first ones Node is still compiling, of the baseline in the fourth. */
export const WARM_UP = 4;

/** Middle value; the mean of the two in the middle of an even list. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Seconds of processor time that a call takes, its compiler and collector included: waiting for a busy machine is not in it. */
export function secondsOf(call) {
  const from = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** What each contender's call gives, in their own order; each round begins with another of them. */
export function inTurn(round, calls) {
  const given = [];
  for (const [turn] of calls.entries()) {
    const at = (turn + round) % calls.length;
    given[at] = calls[at]();
  }
  return given;
}

/** `0.61 to 0.66`: the smallest and the largest of the rounds. */
export function spread(values) {
  return `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
}
