/** Middle value; the mean of the two in the middle of an even list. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Seconds that a call takes. */
export function secondsOf(call) {
  const from = performance.now();
  call();
  return (performance.now() - from) / 1000;
}

/** `0.61 to 0.66`: the smallest and the largest of the rounds. */
export function spread(values) {
  return `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
}
