import { edits } from './edits/index.js';
import type { AdoptedPolicy } from './policies.js';
import { listNames, type ProblemList } from './problems.js';

/** Steps and values that a policy changes, by the names that edits give them. */
export function touchedBy({ draft }: Pick<AdoptedPolicy, 'draft'>): ReadonlySet<string> {
  const names = draft.edits.flatMap((written) => {
    const kind = edits.find((each) => each.id in written);
    return kind?.touches(written[kind.id]) ?? [];
  });
  return new Set(names);
}

/**
 * Policies are put on one after the other, so that two which change the same step or value may give another world in
 * another order: they are refused unless the later one says `after` of the earlier one, itself or by way of others.
 * @param isStated Is the order of a policy stated by being named outside of the file, after all that the file names?
 */
export function checkOrder(
  policies: readonly AdoptedPolicy[],
  isStated: (policy: AdoptedPolicy) => boolean,
  list: ProblemList,
): void {
  policies.forEach((later, at) => {
    const before = policies.slice(0, at);
    const named = afterOf(later, before);
    checkNames(later, before, policies, list);
    if (isStated(later)) return;
    const own = touchedBy(later);
    for (const earlier of before) {
      const shared = [...touchedBy(earlier)].filter((name) => own.has(name));
      if (shared.length === 0 || named.has(earlier.id)) continue;
      list.at(later.where.tree, later.where.path, {
        message: `The policies \`${earlier.id}\` and \`${later.id}\` both change ${listNames(shared)}, and nothing says in which order.`,
        found: later.id,
        expected: `\`after: ${earlier.id}\` here, or the other way round`,
        next: `Write \`{policy: …, after: ${earlier.id}}\`, or swap the two and write \`after: ${later.id}\` at the other.`,
      });
    }
  });
}

/** Every policy that one comes after, itself or by way of others. */
function afterOf(policy: AdoptedPolicy, before: readonly AdoptedPolicy[]): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (names: readonly string[]): void => {
    for (const name of names) {
      if (found.has(name)) continue;
      found.add(name);
      follow(before.find(({ id }) => id === name)?.after ?? []);
    }
  };
  follow(policy.after);
  return found;
}

/** `after` names policies that stand before. */
function checkNames(
  policy: AdoptedPolicy,
  before: readonly AdoptedPolicy[],
  all: readonly AdoptedPolicy[],
  list: ProblemList,
): void {
  for (const name of policy.after) {
    if (name === '' || before.some(({ id }) => id === name)) continue;
    const isThere = all.some(({ id }) => id === name);
    list.at(policy.where.tree, [...policy.where.path, 'after'], {
      message: isThere
        ? `\`${name}\` does not stand before \`${policy.id}\`.`
        : `No policy \`${name}\` is put on before \`${policy.id}\`.`,
      found: name,
      expected: before.length === 0 ? 'a policy that stands before' : listNames(before.map(({ id }) => id)),
      next: isThere ? 'Put the two in the order that is meant.' : 'Name it before, or take `after` out.',
    });
  }
}
