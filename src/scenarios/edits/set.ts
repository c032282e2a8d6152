import { z } from 'zod';
import { keysOf, notThere, readAddress, replaceAt, stepOf, valueAt } from '../editing/address.js';
import { blend, isGradual } from '../editing/blend.js';
import { editKind } from '../editing/kind.js';
import { leaf, type Reader } from '../schema/leaf.js';
import { nameOf } from '../schema/words.js';
import { branchAt, MENDED, withBranch } from '../tree.js';
import { valueInWords } from '../value-words.js';

/** The new value, kept as written: it is read as the value that it replaces. */
const asWritten: Reader<unknown> = { what: 'a value', neutral: MENDED, json: {}, read: (value) => value };

const schema = z.strictObject({
  what: leaf(nameOf('an address such as `services.x.capacity`'), 'What is set, as an address into the scenario.'),
  to: leaf(asWritten, 'The new value, written as in a scenario; numbers ramp.'),
});

/** Puts another value in place of one in the scenario. */
export const set = editKind<z.output<typeof schema>>({
  id: 'set',
  schema,
  description: 'Put another value in place of one.',
  about: (edit) => edit.what,
  touches: (edit) => stepOf(edit.what.split('.')) ?? edit.what,
  words: (edit) => `${edit.what} becomes ${valueInWords(edit.to)}.`,
  make(edit, making, occasion) {
    if (edit.what === '' || edit.to === MENDED) return;
    const path = readAddress(edit.what, making.scenario);
    if ('message' in path) return occasion.problem(['what'], path);
    const to = branchAt(occasion.tree, [...occasion.path, 'to']);
    if (to === undefined) return;
    const changed = withBranch(making.written, path, to);
    const above = path.slice(0, -1);
    const known = occasion.keysAt(above, keysOf(valueAt(making.scenario, above)));
    const [last = ''] = path.slice(-1);
    if (branchAt(changed, path) === undefined || (known.length > 0 && !known.includes(last))) {
      return occasion.problem(['what'], notThere(above, last, known));
    }
    const read = occasion.readAs(changed, path[0] ?? '', path[1] ?? '');
    if (read === null) return;
    const target = valueAt(read, path);
    if (target === undefined) {
      return occasion.problem(['what'], {
        message: 'This address goes inside of a single value.',
        expected: 'the address of the whole value',
        next: `Set \`${path.slice(0, -1).join('.')}\` as a whole.`,
      });
    }
    const gradual = isGradual(path) || occasion.strength === 1;
    const value = gradual ? blend(valueAt(making.scenario, path), target, occasion.strength) : undefined;
    if (value === undefined) {
      return occasion.problem(['to'], {
        message:
          'This value cannot take hold by degrees: it is no number, or of another shape than the one it replaces.',
        expected: 'compliance of 1 and no ramp for such an edit, or a number of the same kind',
        next: 'Take the ramp or the compliance off this policy, or put the edit into a policy of its own.',
      });
    }
    making.scenario = replaceAt(making.scenario, path, value);
    const step = stepOf(path);
    if (step !== null) making.tags.set(step, occasion.policy);
  },
});
