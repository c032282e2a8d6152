/** Edits for some worlds only: an address that nobody can have meant is refused with the one that was. */
import { expect, test } from 'vitest';
import { checkFile } from '../../src/scenarios/index.js';
import { accepted, inFolder, refused } from './support/load.js';
import { small } from './support/small.js';

const policy = (address: string) =>
  `spillover: 1\npolicy: p\nedits:\n  - scale: {what: services.clinic.capacity, by: 2}\n    only-with: ${address}\n`;
const files = (address: string) => ({
  's.yaml': small.replace('time:', 'policies: [./p.yaml]\ntime:'),
  'p.yaml': policy(address),
});
const nearest = (address: string) =>
  refused(files(address)).map(({ file, line, column, path, nearest: near }) => [
    `${file}:${line}:${column}`,
    path,
    near,
  ]);

test('an address that is nearly that of something in the world is refused, with the place and the nearest', () => {
  expect(nearest('services.clinc')).toEqual([['p.yaml:5:16', 'edits[0].only-with', 'services.clinic']]);
  expect(nearest('service.clinic')).toEqual([['p.yaml:5:16', 'edits[0].only-with', 'services.clinic']]);
  expect(nearest('services.clinic.capcity')).toEqual([
    ['p.yaml:5:16', 'edits[0].only-with', 'services.clinic.capacity'],
  ]);
});

test('an address of what the world has not, and nothing like it, passes the edit over', () => {
  expect(accepted(files('services.nowhere')).policies.map(({ id }) => id)).toEqual(['p']);
});

test('a block that no scenario has is refused without any world', () => {
  const problems = (address: string) =>
    inFolder({ 'p.yaml': policy(address) }, (cwd) => checkFile('./p.yaml', { cwd }).problems);
  expect(problems('neeeds.overdose')).toMatchObject([{ line: 5, column: 16, nearest: 'needs.overdose' }]);
  expect(problems('needs.overdose')).toEqual([]);
});
