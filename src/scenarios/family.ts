import type { CheckedScenario } from './assemble.js';
import type { ProblemList } from './problems.js';
import { child } from './tree.js';

/**
 * Worlds can be compared person by person only if they share their people: one root scenario, one area, and the same
 * time. Reports what differs from the first.
 */
export function checkFamily(scenarios: readonly CheckedScenario[], list: ProblemList): void {
  const [first, ...others] = scenarios;
  if (first === undefined) return;
  const ids = new Set([first.world.name]);
  for (const scenario of others) {
    const { tree } = scenario;
    const id = scenario.world.name;
    if (ids.has(id)) {
      list.at(tree, ['scenario'], {
        message: 'Two scenarios of a comparison have the same id.',
        expected: 'an id of its own for each',
        next: 'Rename one of them, or name it once.',
      });
    }
    ids.add(id);
    if (scenario.root !== first.root) {
      list.at(tree, [child(tree, 'extends') === undefined ? 'scenario' : 'extends'], {
        message: `It does not share its people with \`${first.world.name}\`, so the two cannot be compared.`,
        found: `a scenario whose root is \`${rootOf(scenario)}\``,
        expected: `one whose root is \`${rootOf(first)}\``,
        next: nextFor(scenario, first),
      });
      continue;
    }
    const differing = timeDifference(first, scenario);
    if (differing !== null) {
      list.at(tree, ['time', differing], {
        message: `Its time differs from that of \`${first.world.name}\`, so the two cannot be compared.`,
        expected: `the same \`${differing}\` in all scenarios of a comparison`,
        next: 'Take `time` out of the scenario that extends the other.',
      });
    }
  }
}

/** What to do about a scenario of another family; one that ships is left as it is, and its policies are put on the baseline. */
function nextFor(scenario: CheckedScenario, first: CheckedScenario): string {
  const { entry, world, policies, root } = scenario;
  const baseline = first.world.name;
  if (!entry.startsWith('shipped/')) {
    const own = rootOf(scenario);
    return [...scenario.sources.values()].some(({ file }) => file.id === first.root)
      ? `\`${own}\` says \`family: own\`, so it has people of its own: compare it with scenarios that say \`extends: ${own}\`.`
      : `Write \`extends: ${nameOf(first.entry, first)}\` and only what differs.`;
  }
  const own = root.slice('shipped/'.length).replace(/\.yaml$/, '');
  const ids = policies.map(({ draft }) => draft.policy);
  if (ids.length === 0) return `Leave \`${world.name}\` out, or compare scenarios on \`${own}\` with it.`;
  const file = [
    'spillover: 1',
    `scenario: ${world.name}-on-${baseline}`,
    `extends: ${nameOf(first.entry, first)}`,
    `policies: [${ids.join(', ')}]`,
  ];
  return [
    `\`${world.name}\` ships as ${ids.length === 1 ? 'a policy' : 'policies'} on \`${own}\`. To put ${ids.length === 1 ? 'it' : 'them'} on \`${baseline}\`, write a file and name its path here; ` +
      'a list of several policies combines them (`spillover ask` has questions that do):',
    ...file.map((line) => `    ${line}`),
  ].join('\n');
}

/** The file that declares the people of a scenario, as somebody would name it. */
function rootOf(scenario: CheckedScenario): string {
  return nameOf(scenario.root, scenario);
}

/** A file of a scenario as it is named on the command line: a shipped one by its bare name, another by its path. */
function nameOf(id: string, { sources }: CheckedScenario): string {
  if (id.startsWith('shipped/')) return id.slice('shipped/'.length).replace(/\.yaml$/, '');
  const shown = [...sources.values()].find(({ file }) => file.id === id)?.file.shown ?? id;
  return /^(?:[a-z]:)?[\\/]/i.test(shown) ? shown : `./${shown}`;
}

/** The first key of `time` in which two scenarios differ, or null. */
function timeDifference(a: CheckedScenario, b: CheckedScenario): string | null {
  const [x, y] = [a.span, b.span];
  if (x.start !== y.start) return 'start';
  if (x.design !== y.design) return 'design';
  if (x.design === 'steady' && x.asOf !== y.asOf) return 'as-of';
  if (x.warmUp !== y.warmUp) return 'warm-up';
  if (x.measuredEnd !== y.measuredEnd) return 'measure';
  return x.horizon === y.horizon ? null : 'follow-up';
}
