import { InvariantError } from '../../sim/index.js';
import { comparison } from '../comparison.js';
import { hopsOf, REASONS } from '../hops.js';
import { BASELINE, POLICY, type Side } from '../pair.js';
import { placeCount, placesOf } from '../places.js';
import { aWeek } from '../window.js';

const WORLDS = ['baseline', 'policy'] as const;
/** Declines after the fork; those after the third are told together. */
const HOPS = ['1', '2', '3', '4-or-more'] as const;

/** Declines after a rule's fork, one after another, each with what came next. */
export const hops = comparison({
  id: 'hops',
  label: 'Refused after a fork',
  unit: 'contacts a week',
  dimensions: ['world', 'hop', 'service', 'reason', 'to'],
  isSparse: true,
  description:
    'Visits sought after a rule’s fork that were declined, in each world: the how-manieth since the fork, by which service, why (rule: sent away by a policy’s rule; full, closed; patience: gave up waiting; bounce: lost the place to somebody more urgent or to break a gridlock), and the one thing that came next: another service, coming back within 28 days (returned), or leaving with an outcome.',
  cells(pair) {
    const to = [...placesOf(pair), 'returned'];
    return WORLDS.flatMap((world) =>
      HOPS.flatMap((hop) =>
        pair.services.names.flatMap((service) =>
          REASONS.flatMap((reason) => to.map((place) => ({ world, hop, service, reason, to: place }))),
        ),
      ),
    );
  },
  begin(pair, returns) {
    const { window } = pair.views[POLICY];
    const places = placeCount(pair) + 1;
    const services = pair.services.names.length;
    const cells = new Float64Array(WORLDS.length * HOPS.length * services * REASONS.length * places);
    return {
      episode(episode) {
        const { fork, cause } = episode;
        if (cause !== 'rule' || fork === null) return;
        if (fork.hours[BASELINE] < window.from || fork.hours[BASELINE] >= window.to) return;
        const routes = episode.routes();
        for (const side of [BASELINE, POLICY] as const) {
          const back = returns.after(side, episode.high, episode.low) - episode.closed[side];
          const declined = hopsOf(pair, side, routes[side], fork.turns[side], back);
          for (const [at, { service, reason, to }] of declined.entries()) {
            if (at > 0 && declined[at - 1]!.to >= services)
              throw new InvariantError(`${nameOf(side)}: somebody was declined after having left`);
            const hop = Math.min(at, HOPS.length - 1);
            const row = ((side * HOPS.length + hop) * services + service) * REASONS.length + reason;
            cells[row * places + to]! += 1;
          }
        }
      },
      finish: () => aWeek(cells, window),
    };

    function nameOf(side: Side): string {
      return pair.views[side].world.name;
    }
  },
});
