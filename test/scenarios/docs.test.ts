import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { edits } from '../../src/scenarios/edits/index.js';
import { describeWorld, loadFamily, readDocument } from '../../src/scenarios/index.js';
import { DISTRIBUTIONS } from '../../src/scenarios/schema/distribution.js';
import { scenario } from '../../src/scenarios/schema/scenario.js';
import { service } from '../../src/scenarios/schema/service.js';
import { step, VERBS } from '../../src/scenarios/schema/steps.js';
import { accepted, inFolder, refused, told } from './support/load.js';

const page = readFileSync(fileURLToPath(new URL('../../docs/format.md', import.meta.url)), 'utf8');

test('the first scenario of the page on the format can be loaded as it stands', () => {
  const [, first = ''] = /```yaml\n([^`]*)```/.exec(page) ?? [];
  expect(accepted(first).world.name).toBe('walk-in');
});

test('the recipe of a force of another size can be loaded, compared with what extends it, and says what is left to state', () => {
  const [, recipe = ''] = /A force of another size[\s\S]*?```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const files = {
    'our-force.yaml': recipe,
    's.yaml': 'spillover: 1\nscenario: s\nextends: ./our-force.yaml\npolicies: [right-care-right-person]\n',
  };
  const loaded = inFolder(files, (cwd) => loadFamily(['./our-force.yaml', './s.yaml'], { cwd }));
  const unread = loaded.ok ? loaded.warnings : loaded.problems;
  expect(told(unread)).toEqual([
    'our-force.yaml:6:53 area.population: The area has 600,000 people in place of 1,000,000, while the units of 17 services and the 2 streams of arrivals stay those of 1,000,000.',
  ]);
});

test('the example of setting levers, in the page on what ships, can be loaded as it stands', () => {
  const shipped = readFileSync(fileURLToPath(new URL('../../scenarios/README.md', import.meta.url)), 'utf8');
  const [, text = ''] = /```yaml\n([^`]*)```/.exec(shipped) ?? [];
  const rows = describeWorld(accepted(text)).description.assumptions;
  expect(rows.find(({ id }) => id === 'right-care-right-person.rcrp-declined-lower')).toMatchObject({
    value: '0.75',
    grade: 'E',
    source: null,
    reason: 'set in s.yaml; was 0.72 (met-deploy-rate-post-rcrp)',
  });
});

test('a lever of a shipped policy cannot be set beyond its range', () => {
  const text =
    'spillover: 1\nscenario: s\nextends: uk-baseline\npolicies:\n  - {policy: right-care-right-person, with: {rcrp-declined-higher: 0.9}}\n';
  expect(refused(text)).toMatchObject([
    { file: 's.yaml', line: 5, column: 68, found: '0.9', expected: 'a value from 0 to 0.2' },
  ]);
});

test('the page names every key of a scenario, every distribution, verb and edit', () => {
  const words = [...Object.keys(scenario.shape), ...DISTRIBUTIONS, ...VERBS, ...edits.map((edit) => edit.id)];
  expect(words.filter((word) => !new RegExp(`[\`{ ]${word}\\b`).test(page))).toEqual([]);
});

test('the page names every key of a service, and of the step that seeks it', () => {
  const row = (key: string) => page.includes(`| \`${key}\` |`) || page.includes(`, \`${key}\``);
  const seize = step.options.flatMap(({ shape }) => ('seize' in shape ? Object.keys(shape) : []));
  expect(seize).toContain('seize');
  const section = page.slice(page.indexOf('`seize` takes'));
  const paragraph = section.slice(0, section.indexOf('\n'));
  expect(seize.filter((key) => key !== 'seize' && !paragraph.includes(`\`${key}`))).toEqual([]);
  expect(Object.keys(service.shape).filter((key) => !row(key))).toEqual([]);
});

test('any document can be read with a schema of its own', () => {
  const schema = z.strictObject({ name: z.string(), parts: z.array(z.string()).min(1) });
  const files = { 'good.yaml': 'name: a\nparts: [b]\n', 'bad.yaml': 'name: [a]\nprats: [b]\nparts: []\n' };
  inFolder(files, (cwd) => {
    const good = readDocument('./good.yaml', schema, { cwd });
    expect(good.ok && good.value).toEqual({ name: 'a', parts: ['b'] });
    expect(good.ok && good.files.map((file) => file.path)).toEqual(['project/good.yaml']);
    const bad = readDocument('./bad.yaml', schema, { cwd });
    expect(bad.ok ? [] : told(bad.problems)).toEqual([
      'bad.yaml:1:7 name: This has to be text.',
      'bad.yaml:2:1 prats: `prats` is not a key that is known here.',
      'bad.yaml:3:8 parts: This list has the wrong length.',
    ]);
    const none = readDocument('./none.yaml', schema, { cwd });
    expect(none.ok ? [] : told(none.problems)).toEqual(['./none.yaml:1:1 : There is no file `./none.yaml`.']);
  });
});
