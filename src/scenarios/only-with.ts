import { nearest } from './nearest.js';
import { listNames, type ProblemList } from './problems.js';
import { branchAt, child, type Tree } from './tree.js';

/** The address that an edit asks for, as keys; null where it asks for none. */
function askedBy(edit: Tree | undefined): readonly string[] | null {
  const address = child(edit, 'only-with');
  return address?.kind === 'scalar' ? String(address.value).split('.') : null;
}

/** Is an edit made in this world? One that says `only-with` is passed over where that is not there. */
export function isMade(edit: Tree | undefined, scenario: Tree): boolean {
  const address = askedBy(edit);
  return address === null || branchAt(scenario, address) !== undefined;
}

/**
 * Refuses an `only-with` that names nothing that could be there, or nearly what is there: it would be passed over in
 * silence everywhere.
 * @param blocks The blocks that a scenario may have.
 * @param scenario The world that the policy is put on; null where it is not known, and blocks alone can be judged.
 */
export function checkOnlyWith(
  policy: Tree,
  index: number,
  blocks: readonly string[],
  scenario: Tree | null,
  list: ProblemList,
): void {
  const address = askedBy(child(child(policy, 'edits'), index));
  const [block = ''] = address ?? [];
  if (address === null || block === '') return;
  const path = ['edits', index, 'only-with'];
  if (!blocks.includes(block)) {
    const near = nearest(block, blocks);
    list.at(policy, path, {
      message: `No scenario has a block called \`${block}\`, so that this edit would never be made.`,
      expected: `an address that begins with one of ${listNames(blocks, 30)}`,
      nearest: near === null ? null : [near, ...address.slice(1)].join('.'),
      ...(near === null ? { next: 'Name something that worlds have, such as `needs.overdose`.' } : {}),
    });
    return;
  }
  let above = scenario;
  for (const [depth, key] of address.entries()) {
    const below: Tree | undefined = above === null ? undefined : child(above, key);
    if (below !== undefined) {
      above = below;
      continue;
    }
    const near = above?.kind === 'map' ? nearest(key, above.entries.keys()) : null;
    if (near !== null)
      list.at(policy, path, {
        message: `There is no \`${key}\` in this world, but \`${near}\`: this edit would be passed over in silence.`,
        expected: 'an address of something that is there, or of something called otherwise',
        nearest: [...address.slice(0, depth), near, ...address.slice(depth + 1)].join('.'),
      });
    return;
  }
}
