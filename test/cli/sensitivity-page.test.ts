/** The page on sensitivity and the log of assumptions in the shipped files say what was simulated. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import './support/spillover.js';

const ROOT = resolve(import.meta.dirname, '../..');
const BASELINE = 'scenarios/uk-baseline.yaml';

function script(root: string, what: string): string {
  return spawnSync(process.execPath, [join(root, 'scripts/sensitivity.mjs'), what], { encoding: 'utf8' }).stdout;
}

it('the page and the shipped files say what is kept', () => {
  expect(script(ROOT, 'check')).not.toContain('Not what is kept says');
}, 60_000);

it('what is kept and not written is told, and written once: risk by grade and by size', () => {
  const copy = mkdtempSync(join(tmpdir(), 'spillover-sensitivity-'));
  try {
    for (const part of ['scripts', 'docs', 'scenarios', 'src/report', 'dist', 'package.json'])
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const file = join(copy, 'docs/sensitivity.json');
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    const around = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });
    kept.headline = { hours: around(-1000, 10), unmet: around(30, 1) };
    const nothing = { hours: around(0, 0), unmet: around(0.1, 0.4) };
    const row = (id: string, grade: string, hours: number) => ({
      ...{ id, grade, value: 1, range: [0, 2] },
      ...{ low: { ...nothing, hours: around(hours, 1) }, high: nothing },
    });
    // 10% of the headline, 5%, and 1%, for a placeholder (E) and a judgement with a basis (D).
    kept.rows = [row('partner-callers', 'E', 100), row('refusal-remembered', 'E', 50), row('attend-higher', 'D', 100)];
    kept.rows.push(row('crisis-team-staff', 'D', 50), row('partner-staff', 'E', 10));
    kept.rows.push(
      row('incident-time', 'D', 1100),
      row('officers-per-attendance', 'D', 249),
      row('pass-lower', 'E', -250),
    );
    writeFileSync(file, JSON.stringify(kept));
    expect(script(copy, 'check')).toContain(`Not what is kept says: docs/sensitivity.md, ${BASELINE}`);
    script(copy, 'write');
    expect(script(copy, 'check')).not.toContain('Not what is kept says');
    const { parameters } = parse(readFileSync(join(copy, BASELINE), 'utf8'));
    const risks = ['partner-callers', 'refusal-remembered', 'attend-higher', 'crisis-team-staff', 'partner-staff'];
    expect(risks.map((name) => parameters[name].risk)).toEqual(['high', 'medium', 'medium', 'low', 'very-low']);
    expect(parameters['partner-callers']['effect-on-headline']).toContain(
      'at the low end +100 (99 to 101), at the high end none',
    );
    expect(parameters['partner-callers']['effect-on-headline']).toContain('no clear change');
    const page = readFileSync(join(copy, 'docs/sensitivity.md'), 'utf8');
    expect(page).toMatch(/Not tried: .*welfare-higher-share/);
    // 110% of the headline and 25%, at the low end; 24.9% decides nothing.
    expect(page).toContain(
      '- **Police staff hours a week, −1,000**: 100 with `incident-time` (grade D) at 0; −1,250 with `pass-lower` (grade E) at 0.\n' +
        '- **Needs not met a week, 30**: by none of them.\n\nIts sign is turned by `incident-time`.',
    );
    // The same for reports, by share of the headline.
    expect(readFileSync(join(copy, 'src/report/shipped-sensitivity.ts'), 'utf8')).toContain(
      "  decisive: [\n    { id: 'incident-time', of: 'hours', share: 1.1 },\n    { id: 'pass-lower', of: 'hours', share: 0.25 },\n  ],",
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 60_000);
