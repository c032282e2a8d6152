/** Results of pure functions that are worth keeping, up to so many: what was kept first goes first, and is made again when asked for. */
export class Kept<Of, Result> {
  private readonly results = new Map<Of, Result>();
  /** Comes to what was kept first, which then goes: begun anew each time, it would pass all that is gone. */
  private readonly first = this.results.keys();

  constructor(private readonly most: number) {}

  /** How many are kept. */
  get size(): number {
    return this.results.size;
  }

  /** The result for this, if it is kept. */
  get(of: Of): Result | undefined {
    return this.results.get(of);
  }

  /** Keeps a result. */
  keep(of: Of, result: Result): void {
    this.results.set(of, result);
    if (this.results.size <= this.most) return;
    const { value } = this.first.next();
    this.results.delete(value as Of);
  }

  /** Forgets a result. */
  forget(of: Of): void {
    this.results.delete(of);
  }
}
