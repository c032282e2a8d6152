/** Hours freed that fall after the measured period: they make a displacement ratio too high. */
import type { WorldDescription } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { digits } from './numbers.js';
import { listed } from './words.js';

/** Of whose visits a ratio is: the touched (gross), or everybody's (net). */
type Kind = 'gross' | 'net';
const KINDS = ['gross', 'net'] as const;

/** Hours freed that are more by less than this are taken for the same: visits of hours in a period of weeks. */
const NOTICED = 1.1;
/** What visits take to their end, and held units without service, which the log counts in the measured period alone. */
const TO_THE_END = ['served', 'censored', 'repeated', 'holding'] as const;
/** What all visits but the touched use more. */
const ABSORBED = ['bystander', 'background', 'direct-hazard'] as const;

/**
 * How many times as many hours a world frees at an agency where its visits are counted to their end, as hours requested
 * elsewhere are, in place of the measured period alone; null where it is as many, or not known, or there is no ratio.
 */
function timesAsMany(figures: Figures, world: string, agency: string, kind: Kind): number | null {
  const change = (measure: string, cell: Record<string, string>) => figures.rawChange(world, measure, cell)?.mean ?? 0;
  if (typeof figures.rawChange(world, 'displacement-ratio', { agency, kind, hours: 'requested' })?.mean !== 'number')
    return null;
  const who = kind === 'gross' ? 'touched' : 'everybody';
  let [inside, toTheEnd] = [0, 0];
  for (const { id: service, agency: of, staff } of figures.results.dictionary.services) {
    if (of !== agency || !staff) continue;
    inside += change('supply-ledger', { service, line: 'freed' });
    if (kind === 'net') for (const line of ABSORBED) inside -= change('supply-ledger', { service, line });
    for (const line of TO_THE_END) toTheEnd -= change('demand-ledger', { service, who, line });
  }
  const times = toTheEnd / inside;
  return inside > 0 && times > NOTICED ? times : null;
}

/** What stands beside a displacement ratio that is too high; empty where it is not. */
export function tooHighInWords(figures: Figures, world: string, agency: string, kind: Kind): string {
  const times = timesAsMany(figures, world, agency, kind);
  return times === null
    ? ''
    : ` (about ${digits(times, -1)} times too high: of hours freed, those after the measured period are not counted)`;
}

/** Agencies from which the policies of a world start. */
export function originsOf({ results }: Figures, world: WorldDescription): readonly string[] {
  const said = new Set(world.policies.flatMap(({ origin }) => (origin === null ? [] : [origin])));
  return results.dictionary.agencies.filter(({ id, label }) => said.has(id) || said.has(label)).map(({ id }) => id);
}

/** Displacement ratios that are too high, as the work freed is long against the measured period: a caveat; null where none is. */
export function ratiosTooHighInWords(figures: Figures): string | null {
  const all = figures.results.dictionary.agencies.map(({ id }) => id);
  const named = figures.policyWorlds.flatMap((world) => {
    const origins = originsOf(figures, world);
    return (origins.length === 0 ? all : origins).flatMap((agency) => {
      const most = Math.max(...KINDS.map((kind) => timesAsMany(figures, world.id, agency, kind) ?? 0));
      const name = `${figures.labels.agency(agency)} in ${figures.labels.worldName(world.id)}`;
      return most === 0 ? [] : [`of ${name} about ${digits(most, -1)} times`];
    });
  });
  if (named.length === 0) return null;
  return (
    `Displacement ratios are too high, ${listed(named)}: hours requested elsewhere are counted to the end of each visit, and hours freed in the ` +
    'measured period alone, after which much of them falls. Measure for longer than such work lasts.'
  );
}
