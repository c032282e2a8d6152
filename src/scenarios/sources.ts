import type { CheckedScenario } from './assemble.js';
import { type AssumptionRow, assumptionsOf } from './assumptions.js';
import { type Unrecorded, unrecordedOf } from './unrecorded.js';

/** A number that rests on a source, and where it takes effect. */
export interface SourceUse {
  readonly parameter: string;
  readonly value: string;
  readonly grade: AssumptionRow['grade'];
  /** Where it is written, as `file:line`. */
  readonly at: string;
  /** Steps, services, needs … that it takes effect in; empty where it changes nothing. */
  readonly usedIn: readonly string[];
}

/** A piece of evidence, or a citation in words, with every number that rests on it. */
export interface SourceRow {
  /** Id of the evidence; null for a citation in words. */
  readonly id: string | null;
  readonly citation: string;
  readonly url: string | null;
  readonly quality: string | null;
  /** What was published, in words; null for a citation. */
  readonly figure: string | null;
  /** Where the evidence stands, as `file:line`; null for a citation. */
  readonly at: string | null;
  readonly uses: readonly SourceUse[];
}

/** All that a scenario rests on. */
export interface Sources {
  /** In order of ids, then citations in order of their words. */
  readonly rows: readonly SourceRow[];
  /** Numbers that rest on no source: assumptions, and levers that are set where a policy is used. */
  readonly assumed: readonly string[];
  /** Numbers that are not under `parameters`, so that nothing is on record of them. */
  readonly unrecorded: readonly Unrecorded[];
}

/** Every source that a scenario and its policies rest on, and where. */
export function sourcesOf(checked: CheckedScenario): Sources {
  const shown = new Map(
    [...checked.sources.values()].map(({ file }) => [file.id.replace(/^project\//, ''), file.shown]),
  );
  const rows = new Map<string, AssumptionRow[]>();
  const assumed: string[] = [];
  for (const row of assumptionsOf(checked)) {
    if (row.source === null) assumed.push(row.id);
    else rows.set(row.source, [...(rows.get(row.source) ?? []), row]);
  }
  const made = [...rows].map(([source, records]): SourceRow => {
    const found = checked.evidence.get(source);
    const uses = records.map(({ id, value, grade, from, line, usedIn }) => ({
      parameter: id,
      value,
      grade,
      at: `${shown.get(from) ?? from}:${line}`,
      usedIn,
    }));
    if (found === undefined)
      return { id: null, citation: source, url: records[0]?.url ?? null, quality: null, figure: null, at: null, uses };
    const { quantity, value, unit, geography, period, url, quality, file, line } = found;
    const where = [geography, period].filter((text) => text !== '').join(', ');
    return {
      id: source,
      citation: found.source,
      url: url || null,
      quality: quality || null,
      figure: `${quantity}: ${[value, unit].filter((text) => text !== '').join(' ')}${where === '' ? '' : ` (${where})`}`,
      at: `${file}:${line}`,
      uses,
    };
  });
  const key = ({ id, citation }: SourceRow) => (id === null ? `~${citation}` : id);
  return {
    rows: made.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
    assumed,
    unrecorded: unrecordedOf(checked),
  };
}
