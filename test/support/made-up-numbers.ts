/** Made-up numbers of the report's test fixture, and its weekly series. */
import type { Results } from '../../src/experiment/index.js';
import { SERVICES, WORLDS } from './results-shapes.js';

/** Replications of the fixture. */
export const REPLICATIONS = 20;

/** A number in (0, 1) that depends on a text alone. */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** An estimate near a true value, with an interval of about this half-width; a share has no mean above 1. */
export function around(name: string, truth: number, half: number, most = Infinity) {
  const mean = Math.min(truth + (chance(`${name}/mean`) - 0.5) * half, most);
  const width = half * (0.7 + 0.6 * chance(`${name}/half`));
  return { mean, low: mean - width, high: mean + width, n: REPLICATIONS };
}

const WEEKS = 21;

/** Weekly series: a level with noise, which a policy changes from its eighth week on; the first weeks fill up. */
export function weeklySeries(): Pick<Results, 'weekly' | 'warmUp'> {
  const weekly = WORLDS.flatMap(({ id: world }, i) =>
    SERVICES.flatMap((service) => {
      const levels = {
        'weekly-contacts': [service.contacts, i === 0 ? 1 : (service.onContacts[i - 1] ?? 1)],
        'weekly-in-use': [(service.occupancy ?? 0) * 20, i === 0 ? 1 : (service.onContacts[i - 1] ?? 1)],
        'weekly-wait': [service.wait, i === 0 ? 1 : (service.onWaits[i - 1] ?? 1)],
        'weekly-waiting': [service.wait * 3, i === 0 ? 1 : (service.onWaits[i - 1] ?? 1)],
      };
      return Object.entries(levels).map(([measure, [level = 0, factor = 1]]) => {
        const weeks = Array.from({ length: WEEKS }, (_, week) =>
          around(
            `${measure}/${service.id}/${world}/${week}`,
            level * (week < 8 ? 1 : factor) * (1 - 0.3 ** (week + 1)),
            level * 0.08,
          ),
        );
        const column = (name: 'mean' | 'low' | 'high') => weeks.map((week) => week[name]);
        const cell = { service: service.id };
        return { world, measure, cell, mean: column('mean'), low: column('low'), high: column('high') };
      });
    }),
  );
  const judged = weekly.filter(({ measure }) => measure === 'weekly-in-use' || measure === 'weekly-waiting');
  const series = judged.map(({ world, measure, cell }, i) => {
    const verdict = i === 1 ? ('too short' as const) : ('long enough' as const);
    return { world, measure, cell, weeks: WEEKS, point: i % 3, needs: i % 3, bias: i === 1 ? -0.034 : 0, verdict };
  });
  return { weekly, warmUp: { stated: 6, proposed: 2, series } };
}
