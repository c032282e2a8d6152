import { z } from 'zod';
import { keysOf, notThere, readAddress, replaceAt, stepOf, valueAt } from '../editing/address.js';
import { isBeyondNumbers, isGradual, scaleValue } from '../editing/blend.js';
import { editKind } from '../editing/kind.js';
import { leaf } from '../schema/leaf.js';
import { factor } from '../schema/values.js';
import { nameOf } from '../schema/words.js';

const schema = z.strictObject({
  what: leaf(nameOf('an address such as `arrivals.x.rate`'), 'What is scaled, as an address into the scenario.'),
  by: leaf(factor, 'Multiplier at full strength; at strength s it is 1 + s × (by − 1).'),
});

/** Multiplies a rate, a duration, a capacity or a share. */
export const scale = editKind<z.output<typeof schema>>({
  id: 'scale',
  schema,
  description: 'Multiply a value.',
  about: (edit) => edit.what,
  touches: (edit) => stepOf(edit.what.split('.')) ?? edit.what,
  words: (edit) => `${edit.what} is multiplied by ${Number(edit.by.toPrecision(6))}.`,
  make(edit, making, occasion) {
    if (edit.what === '') return;
    const path = readAddress(edit.what, making.scenario);
    if ('message' in path) return occasion.problem(['what'], path);
    const base = valueAt(making.scenario, path);
    if (base === undefined) {
      const above = path.slice(0, -1);
      return occasion.problem(['what'], notThere(above, path.at(-1) ?? '', keysOf(valueAt(making.scenario, above))));
    }
    const by = 1 + occasion.strength * (edit.by - 1);
    const scaled = isGradual(path) ? scaleValue(base, by) : undefined;
    if (scaled === undefined) {
      return occasion.problem(['what'], {
        message: 'This is nothing that can be multiplied.',
        expected: 'the address of a rate, a duration, a capacity or a share',
        next: 'Use `set` to put another value in its place.',
      });
    }
    if (!Number.isNaN(by) && isBeyondNumbers(base, scaled)) {
      making.scenario = replaceAt(making.scenario, path, scaleValue(base, Number.NaN));
      return occasion.problem(['by'], {
        message: `Multiplied so, \`${edit.what}\` is no finite number.`,
        expected: by === 0 ? 'a multiplier above 0 for what is unlimited' : 'a multiplier that leaves a finite number',
        next:
          by === 0 ? 'Use `set` to put 0 in its place.' : 'Look for a slip in this multiplier, and in those before it.',
      });
    }
    making.scenario = replaceAt(making.scenario, path, scaled);
    const step = stepOf(path);
    if (step !== null) making.tags.set(step, occasion.policy);
  },
});
