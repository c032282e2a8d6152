/** `check` tells of several files at once: whose the problems are, causes before what comes of them. */
import { expect, test } from 'vitest';
import { CAFE } from './support/cafe.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

const USING = 'spillover: 1\nscenario: with-p\nextends: ./cafe.yaml\npolicies: [./p.yaml]\n';
const policy = (edits: string, more = '') => `spillover: 1\npolicy: p\nlabel: Nobody comes\n${more}edits:\n${edits}`;

test('a policy that only its user finds at fault is not called free of problems, and the cause comes first', async () => {
  const edits = `  - add: {pathways: {apart: {steps: {end: {leave: gave-up}}}}}
  - reroute: {step: visit.tallk, share: 50%, to: apart.end}
`;
  const cwd = folderWith({ 'cafe.yaml': CAFE, 'p.yaml': policy(edits), 'with-p.yaml': USING });
  const { code, stdout, stderr } = spillover(['check', 'p.yaml', './with-p.yaml'], cwd);
  expect(code).toBe(2);
  expect(stdout).toBe('p.yaml: problems where ./with-p.yaml uses it, none by itself (policy)\n');
  const told = [...stderr.matchAll(/^ {2}(There is no step called|Nobody ever comes to)/gm)].map(([, text]) => text);
  expect(told).toEqual(['There is no step called', 'Nobody ever comes to']);
});

test('--design go-live warns of a policy that starts after what is measured', async () => {
  const edits = '  - scale: {what: services.cafe.capacity, by: 2}\n';
  const files = { 'cafe.yaml': CAFE, 'p.yaml': policy(edits, 'starts: 2030-03-01\n'), 'with-p.yaml': USING };
  const cwd = folderWith(files);
  expect((await here(['check', './with-p.yaml'], cwd)).stderr).not.toContain('never in force');
  const { code, stderr } = await here(['check', './with-p.yaml', '--design', 'go-live'], cwd);
  expect(code).toBe(0);
  expect(stderr).toMatch(/Nobody comes: it starts on 1 March 2030; the measured period ends on .* never in force/);
  expect(stderr).toContain('Next: Change `starts` (or `ends`), or lengthen `measure`.');
});
