import { resolve } from 'node:path';
import { Exit } from '../exit.js';
import type { CommandPart } from '../part.js';
import type { Ground } from '../templates/policy.js';
import type { Terminal } from '../terminal.js';

/** Longer names would make ids of parts that are too long [characters]. */
const LONGEST = 50;

/** Writes a policy to start from, and a scenario that uses it. */
export const newPart: CommandPart = {
  id: 'new',
  arguments: '<what> <name>',
  summary: 'write a commented policy to start from, and a scenario that uses it',
  description:
    'new policy NAME writes NAME.yaml, a policy with comments, and with-NAME.yaml, a scenario that puts it on the ' +
    'shipped baseline, or on the scenario named with --on, into this folder, with the schemas for an editor. Both check and run as they stand. Nothing that ' +
    'is there already is replaced without --force.',
  options: ['on', 'force'],
  examples: [
    'spillover new policy text-line',
    'spillover new policy text-line --on ./mine.yaml',
    'spillover compare uk-baseline ./with-text-line.yaml',
  ],
  perform: async ([what = '', name = ''], options, terminal) => {
    const { isId, jsonSchema, nearestName, tidyId } = await import('../../scenarios/index.js');
    if (what !== 'policy') {
      const near = nearestName(what, ['policy']) === null ? '' : ` Did you mean policy?`;
      terminal.fault(
        `There is no starting file for ${what}.${near} Expected: spillover new policy NAME. For a scenario: spillover init`,
      );
      return Exit.usage;
    }
    if (!isId(name) || name.length > LONGEST) {
      const near = tidyId(name);
      const hint = near === null || near.length > LONGEST ? '' : ` Try: spillover new policy ${near}`;
      terminal.fault(
        `${name} cannot be the name of a policy. Expected up to ${LONGEST} lower-case letters, digits and hyphens, ` +
          `beginning with a letter.${hint}`,
      );
      return Exit.usage;
    }
    const ground = options.on === undefined ? undefined : await groundOf(options.on, terminal);
    if (ground === null) return Exit.usage;
    const { scenarioWith, startingPolicy, SHIPPED_GROUND } = await import('../templates/policy.js');
    const base = (ground ?? SHIPPED_GROUND).scenario;
    const { datesFrom } = await import('../templates/dates.js');
    const { writeNew } = await import('../new-files.js');
    const schema = (kind: 'policy' | 'scenario') => ({
      path: resolve(`${kind}.schema.json`),
      text: `${JSON.stringify(jsonSchema(kind), null, 1)}\n`,
      what: `what may stand in a ${kind}, for your editor`,
      mayStay: true,
    });
    return writeNew(
      [
        {
          path: resolve(`${name}.yaml`),
          text: startingPolicy(name, datesFrom(new Date()), ground ?? SHIPPED_GROUND),
          what: 'the policy, with comments',
        },
        {
          path: resolve(`with-${name}.yaml`),
          text: scenarioWith(name, ground ?? SHIPPED_GROUND),
          what: `${base} with the policy`,
        },
        schema('policy'),
        schema('scenario'),
      ],
      [
        `spillover check ./${name}.yaml ./with-${name}.yaml`,
        `spillover describe --diff ${base} ./with-${name}.yaml`,
        `spillover compare ${base} ./with-${name}.yaml`,
      ],
      options,
      terminal,
    );
  },
};

/** What the policy takes hold of in a scenario; null when that cannot be told, and why has then been said. */
async function groundOf(reference: string, terminal: Terminal): Promise<Ground | null> {
  const { describeWorld, formatProblems, isId, loadScenario } = await import('../../scenarios/index.js');
  const { groundIn, namedFromHere } = await import('../templates/ground.js');
  const named = namedFromHere(reference, isId(reference));
  if (named === null) {
    terminal.fault(`${reference} is outside of this folder: go to its folder, and name it from there.`);
    return null;
  }
  const loaded = loadScenario(reference, { cwd: process.cwd() });
  if (!loaded.ok) {
    terminal.fault(formatProblems(loaded.problems));
    return null;
  }
  const ground = groundIn(loaded, named, describeWorld(loaded.scenario).design.start);
  if (ground === null)
    terminal.fault(
      `Nobody comes to a step of ${reference} from outside, so there is nobody that a policy could move. ` +
        'Give it a need or arrivals, or name another scenario with --on.',
    );
  return ground;
}
