import type { World } from '../sim/index.js';
import type { AreaPart } from './area-parts.js';
import { checkStock } from './checks/index.js';
import { type Joining, joinAreas } from './compile/join.js';
import { isIn, isSharedIn } from './compile/sharing.js';
import { freeze } from './compile/world.js';
import { type AreaWorld, daysOf, type Making, makeWorld } from './make-world.js';
import type { Problem, ProblemList } from './problems.js';
import type { ScenarioDraft } from './schema/scenario.js';
import { child, type Tree } from './tree.js';

/** A world of one area or several, and the draft of the first at the first moment. */
export interface MadeWorld {
  readonly world: World;
  readonly draft: ScenarioDraft;
}

/** The world of a scenario: of its one area, or of all its areas together. */
export function makeTogether(making: Making, list: ProblemList): MadeWorld | null {
  const { areas, chain } = making;
  const days = daysOf(making);
  const [only] = areas;
  if (only !== undefined && child(chain.root, 'areas') === undefined) return makeWorld(making, only, days, list);
  const lists = areas.map(() => list.beside());
  const made = areas.flatMap((area, index) => makeWorld(making, area, days, lists[index]!) ?? []);
  gather(areas, lists, list);
  const [first] = made;
  if (first === undefined || made.length < areas.length || list.problems.length > 0) return first ?? null;
  checkShared(made, chain.root, list);
  const world = freeze(joinAreas(made.map(joiningOf)));
  if (chain.family === chain.entry.id) {
    const bare = made.map((one) => joiningOf({ ...one, world: one.base ?? one.world }));
    checkStock(joinAreas(bare), chain.root, list);
  }
  return { world, draft: first.draft };
}

function joiningOf({ area, world, draft }: AreaWorld): Joining {
  return {
    area: area.id,
    world,
    belongs(name) {
      const service = draft.services?.[name] ?? {};
      return isSharedIn(service, area.id) ? 'shared' : isIn(service, area.id) ? 'own' : 'absent';
    },
  };
}

/** Puts what was found area by area into one list: what holds in some areas only says in which. */
function gather(areas: readonly AreaPart[], lists: readonly ProblemList[], list: ProblemList): void {
  for (const key of ['problems', 'warnings'] as const) {
    const found = new Map<string, { readonly problem: Problem; readonly areas: Set<string> }>();
    lists.forEach((one, index) => {
      for (const problem of one[key]) {
        const { file, line, column, message } = problem;
        const place = JSON.stringify([file, line, column, message]);
        const known = found.get(place) ?? { problem, areas: new Set<string>() };
        known.areas.add(areas[index]!.id);
        found.set(place, known);
      }
    });
    for (const { problem, areas: of } of found.values()) {
      if (of.size === areas.length) list[key].push(problem);
      // A step that nobody of one area comes to is there for another.
      else if (!problem.isUnreached) {
        const named = [...of].filter((id) => !problem.message.includes(`\`${id}\``));
        const where = named.length === 0 ? '' : ` It is so in ${named.map((id) => `\`${id}\``).join(', ')}.`;
        list[key].push({ ...problem, message: problem.message + where });
      }
    }
  }
  if (lists.some(({ incomplete }) => incomplete)) list.incomplete = true;
}

/** A service that areas share has to be one and the same for all of them, at all times. */
function checkShared(made: readonly AreaWorld[], root: Tree, list: ProblemList): void {
  const [first] = made;
  for (const [index, { name }] of (first?.world.epochs[0]?.tables.services ?? []).entries()) {
    const sharing = made.filter(({ area, draft }) => isSharedIn(draft.services?.[name] ?? {}, area.id));
    const different = sharing.find(({ world }) =>
      world.epochs.some(({ tables }, epoch) => {
        const own = sharing[0]?.world.epochs[epoch]?.tables.services[index];
        return JSON.stringify(tables.services[index]) !== JSON.stringify(own);
      }),
    );
    if (different === undefined) continue;
    list.atKey(root, ['services', name], {
      message: `The service \`${name}\` is one for several areas, but it is not the same for \`${sharing[0]?.area.id}\` and \`${different.area.id}\` at all times.`,
      expected: 'the same capacity and rules for all areas that share it',
      next: 'Take it out of `set` and `scale` of areas; and a policy that edits it has to start on one day, with one compliance, in all areas that share it: put such edits into a policy of their own.',
    });
  }
}
