/** Names in order, and the index of each. */
export class Names {
  readonly list: readonly string[];
  readonly #indexes: ReadonlyMap<string, number>;

  constructor(names: Iterable<string>) {
    this.list = [...new Set(names)];
    this.#indexes = new Map(this.list.map((name, index) => [name, index]));
  }

  /** Index of a name, or undefined where there is none. */
  find(name: string): number | undefined {
    return this.#indexes.get(name);
  }

  /** The name at an index; the empty text for NONE. */
  at(index: number): string {
    return this.list[index] ?? '';
  }
}

/** Every name that a world's tables refer to by index. */
export interface WorldNames {
  readonly agencies: Names;
  readonly outcomes: Names;
  readonly channels: Names;
  readonly severities: Names;
  readonly cohorts: Names;
  readonly states: Names;
  /** Values of each state variable, by name of the variable. */
  readonly stateValues: ReadonlyMap<string, Names>;
  readonly services: Names;
  readonly needs: Names;
  readonly pathways: Names;
  /** Full names, `pathway.step`, and the shared leave steps, `pathway.=outcome`. */
  readonly steps: Names;
  readonly policies: Names;
}
