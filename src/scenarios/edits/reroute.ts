import { z } from 'zod';
import { findStep } from '../editing/find-step.js';
import { editKind } from '../editing/kind.js';
import { type BySeverity, bySeverity, OTHERS } from '../schema/by-severity.js';
import { leaf, orReference, type Reader, readPart } from '../schema/leaf.js';
import { isParts } from '../schema/parts.js';
import { fraction, type Share, share } from '../schema/values.js';
import { nameOf, oneOrMany } from '../schema/words.js';

interface Destination {
  readonly target: string;
  readonly share: BySeverity<Share>;
}

const target = nameOf('a step, or `=outcome`');
const shareOf = bySeverity(share);
const destinations: Reader<readonly Destination[]> = {
  what: 'a step, or a map from steps to shares that add to 1',
  neutral: [],
  json: {
    anyOf: [
      target.json,
      {
        type: 'object',
        minProperties: 1,
        additionalProperties: { ...orReference(shareOf.json), description: 'Share of them that goes to this step.' },
      },
    ],
  },
  read(value, report) {
    if (!isParts(value)) return [{ target: target.read(value, report), share: { [OTHERS]: 1 } }];
    return Object.entries(value).map(([name, each]) => ({
      target: name,
      share: readPart(shareOf, each, report, name),
    }));
  },
};

const schema = z.strictObject({
  step: leaf(nameOf('a step, `pathway.step`'), 'The step whose people are sent elsewhere.'),
  from: leaf(
    oneOrMany(nameOf('an option')),
    'Options of a branch whose takers are rerouted. Default: all who come to the step.',
  ).optional(),
  share: leaf(bySeverity(fraction), 'Share of them that is rerouted; may differ by severity.'),
  to: leaf(destinations, 'Where they go: a step, or a map from steps to shares.'),
});

/** Sends a share of those who come to a step, or take an option of it, elsewhere; by a draw of its own. */
export const reroute = editKind<z.output<typeof schema>>({
  id: 'reroute',
  schema,
  description: 'Send a share of people elsewhere.',
  isOfPeople: true,
  about: (edit) => edit.step,
  touches: (edit) => edit.step,
  words(edit) {
    const shares = Object.entries(edit.share).map(
      ([severity, each]) => `${percent(each)}${severity === OTHERS ? '' : ` (${severity})`}`,
    );
    const who = edit.from === undefined ? 'those who come to' : `those who take ${edit.from.join(', ')} at`;
    return `${shares.join(', ')} of ${who} ${edit.step} go to ${edit.to.map((each) => each.target).join(', ')}.`;
  },
  make(edit, making, occasion) {
    const step = findStep(edit.step, making, occasion);
    if (step === null) return;
    if (edit.from !== undefined && !('branch' in step)) {
      return occasion.problem(['from'], {
        message: `\`${edit.step}\` is no branch, so nobody takes an option there.`,
        expected: 'a step whose verb is `branch`, or no `from`',
        next: 'Take `from` out to reroute all who come to the step.',
      });
    }
    const shares = Object.entries(edit.share).map(([severity, each]) => [severity, each * occasion.strength]);
    const before = making.reroutes.get(edit.step) ?? [];
    const made = {
      policy: occasion.policy,
      edit: occasion.name,
      from: edit.from ?? [],
      share: Object.fromEntries(shares),
      followers: occasion.followers,
      to: edit.to,
      where: { tree: occasion.tree, path: occasion.path },
    };
    making.reroutes.set(edit.step, [...before, made]);
    making.tags.set(edit.step, occasion.policy);
  },
});

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(4))}%`;
}
