/** A story in words, one line a row: what the expected tables of hand-worked tests are written in. */
import { Finish, NEVER } from '../../../src/sim/log.js';
import { NONE, type World } from '../../../src/sim/world.js';
import { keyOf } from './chance.js';
import type { Story, VisitRow } from './rows.js';

const finishes = new Map(Object.entries(Finish).map(([name, code]) => [code as number, name]));

/** Who a row is about: `p3` for a person; `calls 0` for the first arrival of a stream; else the key. */
function namesOfKeys(world: World): Map<string, string> {
  const names = new Map<string, string>();
  for (const { tables } of world.epochs) {
    for (const { name } of tables.arrivals) {
      for (let n = 0; n < 50; n++) names.set(keyText(keyOf('arrival', name, n)), n === 0 ? name : `${name} ${n}`);
    }
  }
  for (const { name, count } of world.stock) {
    for (let n = 0; n < count; n++)
      names.set(keyText(keyOf('stock', world.area.name, name, n)), n === 0 ? name : `${name} ${n}`);
  }
  return names;
}

function keyText({ high, low }: { high: number; low: number }): string {
  return `${(high >>> 0).toString(16)}-${(low >>> 0).toString(16)}`;
}

/** Times as written by hand: a dot for what did not happen. */
function hour(time: number): string {
  return time === NEVER ? '.' : String(Math.round(time * 1e6) / 1e6);
}

/**
 * The visits, in order: `who step service joined started ended released finish -> next`, with the part of a stretch after
 * the service (`desk/1`), and units when there are more than one (`desk x2`). Decisions: `who step ? decision -> next`.
 */
export function tellVisits(world: World, story: Story): string[] {
  const { steps, services } = world.epochs[0]?.tables ?? { steps: [], services: [] };
  const names = namesOfKeys(world);
  const nameOf = (index: number): string => steps[index]?.name ?? (index === NONE ? '-' : `step ${index}`);
  return story.visits.map((row: VisitRow) => {
    const key = keyText({ high: row.keyHigh, low: row.keyLow });
    const who = names.get(key) ?? (row.person >= 0 ? `p${row.person}` : key);
    if (row.finish === Finish.decided) return `${who} ${nameOf(row.step)} ? ${row.decision} -> ${nameOf(row.next)}`;
    const units = row.units === 1 ? '' : ` x${row.units}`;
    const part = row.part === 0 ? '' : `/${row.part}`;
    const service = `${services[row.service]?.name ?? row.service}${part}${units}`;
    const times = [row.joined, row.started, row.ended, row.released].map(hour).join(' ');
    return `${who} ${nameOf(row.step)} ${service} ${times} ${finishes.get(row.finish)} -> ${nameOf(row.next)}`;
  });
}

/** The outcomes, in order: `who opened closed outcome`, `absorbed` for a candidate that was, `inside` for the censored. */
export function tellOutcomes(world: World, story: Story): string[] {
  const names = namesOfKeys(world);
  return story.outcomes.map((row) => {
    const key = keyText({ high: row.keyHigh, low: row.keyLow });
    const parent = keyText({ high: row.parentHigh, low: row.parentLow });
    const who =
      names.get(key) ?? (row.person >= 0 ? `p${row.person}` : names.get(parent) ? `${names.get(parent)}'s` : key);
    const outcome = row.absorbed === 1 ? 'absorbed' : (world.outcomes[row.outcome] ?? 'inside');
    return `${who} ${hour(row.opened)} ${hour(row.closed)} ${outcome}`;
  });
}
