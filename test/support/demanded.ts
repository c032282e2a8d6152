/** Whether a test may be skipped where the machine lacks what it needs: never under REQUIRE_ALL=1, where it fails instead. */
export function maySkip(isPossible: boolean): boolean {
  return !isPossible && process.env.REQUIRE_ALL !== '1';
}
