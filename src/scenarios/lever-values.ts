/** Levers of a scenario's policies: what they are, and setting one from outside the files. */
import type { CheckedScenario } from './assemble.js';
import { leverRange } from './levers.js';
import { child, type Tree } from './tree.js';

/** A lever that is set from outside, in place of what the scenario says. */
export interface LeverSetting {
  /** Id of the policy. */
  readonly policy: string;
  /** One of its levers, or `compliance`. */
  readonly lever: string;
  /** As written in a file: `0.4`, `12 h`. */
  readonly value: string;
}

/** A number in a policy that may be changed by degrees. */
export interface Lever {
  readonly policy: string;
  readonly lever: string;
  readonly label: string;
  /** Lowest and highest value worth trying, without the unit; null where none are declared, or they are no plain numbers. */
  readonly range: readonly [number, number] | null;
  /** What stands after the number in a file: ` h`, `%`, or nothing. */
  readonly unit: string;
  /** As the scenario has it; null where it is no plain number in that unit. */
  readonly value: number | null;
}

/** How often a policy is followed: every policy has this lever. */
const COMPLIANCE = 'compliance';

/** Every lever of the policies of a scenario, and how often each is followed. */
export function leversOf({ policies }: Pick<CheckedScenario, 'policies'>): Lever[] {
  return policies.flatMap(({ id, draft, tree, table, compliance }) => {
    const own = Object.entries(draft.levers ?? {}).map(([lever, { label }]): Lever => {
      const declared = leverRange(tree, lever);
      const [low, high] = [0, 1].map((end) => plainNumber(child(declared, end)));
      const isUsable = low != null && high != null && low.unit === high.unit;
      const unit = isUsable ? low.unit : '';
      const written = table.overrides?.get(lever) ?? child(child(table.tree, lever), 'value');
      const value = plainNumber(written);
      return {
        ...{ policy: id, lever, label: label ?? lever, unit },
        range: isUsable ? [low.value, high.value] : null,
        value: value?.unit === unit ? value.value : null,
      };
    });
    if (own.some(({ lever }) => lever === COMPLIANCE)) return own;
    const label = 'How often the policy is followed';
    return [...own, { policy: id, lever: COMPLIANCE, label, range: [0, 1], unit: '', value: compliance }];
  });
}

/** A number with what stands after it, as written in a file; null where something else is written. */
function plainNumber(tree: Tree | undefined): { readonly value: number; readonly unit: string } | null {
  if (tree?.kind !== 'scalar') return null;
  const [, number, unit = ''] = /^(-?\d+(?:\.\d+)?)(\s*\S.*)?$/s.exec(String(tree.value)) ?? [];
  return number === undefined ? null : { value: Number(number), unit };
}

/** What is set from outside for one policy: its levers, as if written where it is put on, and its compliance. */
export function settingsFor(
  policy: Tree,
  settings: readonly LeverSetting[],
  at: Pick<Tree, 'at' | 'key'>,
): { readonly levers: ReadonlyMap<string, Tree>; readonly compliance: number | undefined } {
  const id = child(policy, 'policy');
  const own = settings.filter(({ policy: name }) => id?.kind === 'scalar' && id.value === name);
  const isOwn = (lever: string) => lever !== COMPLIANCE || child(child(policy, 'levers'), lever) !== undefined;
  const trees = own
    .filter(({ lever }) => isOwn(lever))
    .map(({ lever, value }): [string, Tree] => {
      const number = Number(value);
      const written = Number.isNaN(number) ? value : number;
      return [lever, { kind: 'scalar', at: at.at, key: at.key, value: written, text: value }];
    });
  const compliance = own.find(({ lever }) => !isOwn(lever));
  return { levers: new Map(trees), compliance: compliance === undefined ? undefined : Number(compliance.value) };
}
