import { z } from 'zod';
import { findStep } from '../editing/find-step.js';
import { editKind } from '../editing/kind.js';
import { unknownName } from '../problems.js';
import { OTHERS } from '../schema/by-severity.js';
import { leaf } from '../schema/leaf.js';
import { nameOf } from '../schema/words.js';

const schema = z.strictObject({
  step: leaf(nameOf('a step, `pathway.step`'), 'The branch at which the threshold applies.'),
  option: leaf(nameOf('an option'), 'The option that is kept for the more severe.'),
  below: leaf(nameOf('a severity'), 'Everyone less severe than this is sent elsewhere.'),
  to: leaf(nameOf('a step, or `=outcome`'), 'Where they go.'),
});

/** Keeps an option of a branch for those who are severe enough; the others go elsewhere. */
export const threshold = editKind<z.output<typeof schema>>({
  id: 'threshold',
  schema,
  description: 'Keep an option for those who are severe enough.',
  isOfPeople: true,
  about: (edit) => edit.step,
  touches: (edit) => edit.step,
  words: (edit) => `${edit.option} at ${edit.step} is only for ${edit.below} and above; the others go to ${edit.to}.`,
  make(edit, making, occasion) {
    const step = findStep(edit.step, making, occasion);
    if (step === null || edit.option === '' || edit.below === '') return;
    if (!('branch' in step)) {
      return occasion.problem(['step'], {
        message: `\`${edit.step}\` is no branch.`,
        expected: 'a step whose verb is `branch`',
        next: 'Use `reroute` for other steps.',
      });
    }
    const options = Object.keys(step.branch.options ?? {});
    if (!options.includes(edit.option)) {
      return occasion.problem(['option'], unknownName('option of this branch', edit.option, options));
    }
    const severities = making.scenario.severities ?? [];
    const least = severities.indexOf(edit.below);
    if (least < 0) return occasion.problem(['below'], unknownName('severity', edit.below, severities));
    const below = severities.slice(0, least).map((severity) => [severity, occasion.strength]);
    const before = making.reroutes.get(edit.step) ?? [];
    const made = {
      policy: occasion.policy,
      edit: occasion.name,
      from: [edit.option],
      share: { ...Object.fromEntries(below), [OTHERS]: 0 },
      followers: occasion.followers,
      to: [{ target: edit.to, share: { [OTHERS]: 1 } }],
      where: { tree: occasion.tree, path: occasion.path },
    };
    making.reroutes.set(edit.step, [...before, made]);
    making.tags.set(edit.step, occasion.policy);
  },
});
