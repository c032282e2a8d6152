import { z } from 'zod';
import { replaceAt, valueAt } from '../editing/address.js';
import { scaleValue } from '../editing/blend.js';
import { editKind } from '../editing/kind.js';
import { blocks } from '../schema/blocks.js';

const schema = z.strictObject(
  Object.fromEntries(Object.entries(blocks).map(([name, block]) => [name, block.optional()])) as {
    [Name in keyof typeof blocks]: z.ZodOptional<(typeof blocks)[Name]>;
  },
);

/** Where in an added block its rate stands: at strength s the rate is s times what is written. */
const RATES: Readonly<Record<string, readonly string[]>> = {
  arrivals: ['rate'],
  needs: ['onset', 'rate'],
  clocks: ['rate'],
};

/** Adds new blocks: pathways, services, arrivals, needs, clocks, agencies, outcomes. */
export const add = editKind<z.output<typeof schema>>({
  id: 'add',
  schema,
  description: 'Add new blocks.',
  evenAtZero: true,
  touches: () => null,
  isOfPeople: true,
  about: (edit) => Object.values(edit).flatMap((block) => Object.keys(block ?? {}))[0] ?? '',
  words(edit) {
    const added = Object.entries(edit).flatMap(([block, entries]) =>
      Object.keys(entries ?? {}).map((name) => `${name} (${block})`),
    );
    return `New: ${added.join(', ')}.`;
  },
  /** The blocks stand in the scenario already; here they are put at the strength in force. */
  make(edit, making, occasion) {
    const { strength } = occasion;
    for (const [block, rate] of Object.entries(RATES)) {
      for (const name of Object.keys(edit[block as keyof typeof edit] ?? {})) {
        const path = [block, name, ...rate];
        const value = valueAt(making.scenario, path);
        if (value !== undefined && strength !== 1)
          making.scenario = replaceAt(making.scenario, path, scaleValue(value, strength));
      }
    }
    for (const name of Object.keys(edit.services ?? {})) {
      const path = ['services', name, 'capacity'];
      const none = new Array(168).fill({ fixed: 0, perHead: 0 });
      if (strength === 0) making.scenario = replaceAt(making.scenario, path, none);
    }
    for (const [pathway, { steps }] of Object.entries(edit.pathways ?? {})) {
      if (strength === 0) continue;
      for (const step of Object.keys(steps)) making.tags.set(`${pathway}.${step}`, occasion.policy);
    }
  },
});
