import { type Need, NONE, ownName, type World } from '../../sim/index.js';
import { comparison } from '../comparison.js';
import { BASELINE, type Pair, POLICY, type Side } from '../pair.js';
import type { TwinEpisode } from '../twin-episode.js';
import { aWeek } from '../window.js';

const KINDS = ['met', 'reached', 'waits-less', 'waits-more', 'not-reached', 'not-met'] as const;
const [MET, REACHED, LESS, MORE, NOT_REACHED, NOT_MET] = [0, 1, 2, 3, 4, 5] as const;
/** Waits that differ by less are taken for the same [s]. */
const SAME = 1;

/** Stands for the need of people who come without one that is declared; no id looks so. */
const NO_NEED = 'no need';

/** Who gains and who loses: people's episodes in both worlds, by need, cohort and severity [a week]. */
export const gainsAndLosses = comparison({
  id: 'gains-and-losses',
  label: 'Episodes that gain or lose',
  unit: 'episodes a week',
  dimensions: ['area', 'need', 'cohort', 'severity', 'kind'],
  description:
    'Episodes of people that opened in the measured period in both worlds, each counted once: met (the need is met only with the policy) or not met (only in the baseline it is); else reached (some service is reached only with the policy: a contact of the episode begins) or not reached (only in the baseline), these four of episodes that end in both worlds; else waits less or waits more (all its waits together, by a second or more). By need, cohort and severity at the end in the baseline, and all together. Who gains or loses depends on how the worlds are paired; changes in needs not met and in waits do not.',
  isSparse: true,
  cells: (pair) => [...groupsOf(pair), ALL].flatMap((group) => KINDS.map((kind) => ({ ...group, kind }))),
  begin(pair) {
    const { window, world } = pair.views[POLICY];
    const [cohorts, severities] = [world.cohorts.length, world.severities.length];
    const groups = groupsOf(pair).length;
    const cells = new Float64Array((groups + 1) * KINDS.length);
    return {
      episode(episode) {
        const { isBackground, opened, need, cohort, severity, cause } = episode;
        if (isBackground || opened < window.from || opened >= window.to) return;
        if (cause === 'induced' || cause === 'prevented') return;
        const kind = kindOf(pair, episode);
        if (kind === null) return;
        const own = need === NONE ? pair.needs.names.length : need;
        const group = (own * cohorts + cohort) * severities + severity;
        cells[KINDS.length * group + kind]! += 1;
        cells[KINDS.length * groups + kind]! += 1;
      },
      finish: () => aWeek(cells, window),
    };
  },
});

const ALL = { area: 'all', need: 'all', cohort: 'all', severity: 'all' };

/** The groups of people that are told apart, in the order of their cells. */
function groupsOf({ needs, views }: Pair) {
  const { area, cohorts, severities } = views[POLICY].world;
  const areas = new Map(
    views.flatMap(({ world }) => world.epochs[0]!.tables.needs.map((need) => [need.name, areaOf(world, need)])),
  );
  return [...needs.names, NO_NEED].flatMap((own) => {
    const whose = { area: areas.get(own) ?? area.name, need: ownName(own) };
    return cohorts.flatMap(({ name: cohort }) => severities.map((severity) => ({ ...whose, cohort, severity })));
  });
}

/** Name of the area in whose people a need arises. */
function areaOf({ areas, area }: World, need: Need): string {
  return (need.area === undefined ? area : (areas?.[need.area] ?? area)).name;
}

function kindOf(pair: Pair, { outcome, visits }: TwinEpisode): number | null {
  const isUnmet = (side: Side) => pair.views[side].unmet[outcome[side]] === 1;
  // Of an episode that the end of the run cuts nobody knows whether the need is met, or what it may yet reach: its waits alone are told.
  if (outcome[BASELINE] !== NONE && outcome[POLICY] !== NONE) {
    if (isUnmet(BASELINE) !== isUnmet(POLICY)) return isUnmet(BASELINE) ? MET : NOT_MET;
    // Who reaches nobody waits for nobody, and has not gained by that.
    if (visits.isReached(BASELINE) !== visits.isReached(POLICY))
      return visits.isReached(BASELINE) ? NOT_REACHED : REACHED;
  }
  const waited = (visit: number, side: Side) => (visits.isIn(visit, side) ? visits.waitOf(visit, side) : 0);
  let longer = 0;
  for (let visit = 0; visit < visits.count; visit += 1) longer += waited(visit, POLICY) - waited(visit, BASELINE);
  if (Math.abs(longer) < SAME) return null;
  return longer > 0 ? MORE : LESS;
}
