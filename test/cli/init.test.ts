/** Files to start from: they check, run and are explained by an editor as they are written, and replace nothing. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEditor } from '../scenarios/support/editor.js';
import { here } from './support/here.js';
import { folderWith, spillover } from './support/spillover.js';

/** Commands that were named as the next ones. */
function nextOf(stdout: string): string[][] {
  const [, after = ''] = stdout.split('Next:\n');
  return after
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' ').slice(1));
}

describe('init', () => {
  it('writes a scenario that checks, is described and runs with the commands that it names', async () => {
    const home = folderWith();
    const { code, stdout, stderr } = spillover(['init'], home);
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(home).sort()).toEqual(['my-scenario.yaml', 'scenario.schema.json']);
    const next = nextOf(stdout);
    expect(next.map(([command]) => command)).toEqual(['check', 'describe', 'run']);
    for (const words of next) {
      const told = spillover([...words, ...(words[0] === 'run' ? ['--replications', '2'] : [])], home);
      expect([words[0], told.code]).toEqual([words[0], 0]);
      if (words[0] === 'check')
        expect([told.stdout, told.stderr]).toEqual(['./my-scenario.yaml: no problems (scenario)\n', '']);
    }
    const file = join(home, 'my-scenario.yaml');
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=scenario\.schema\.json\n/);
    expect(text.split('\n').filter((line) => line.includes('# ') || line.startsWith('#')).length).toBeGreaterThan(20);
    expect(await openEditor().faults(file, text)).toEqual([]);
  });

  it('takes a folder or a file, and calls the scenario after the file', async () => {
    const home = folderWith();
    expect((await here(['init', 'a b/town.yaml'], home)).stdout).toContain("spillover run './a b/town.yaml'");
    expect(readFileSync(join(home, 'a b/town.yaml'), 'utf8')).toContain('\nscenario: town #');
    expect((await here(['init', 'study'], home)).code).toBe(0);
    expect(readdirSync(join(home, 'study')).sort()).toEqual(['my-scenario.yaml', 'scenario.schema.json']);
  });

  it('replaces nothing unless it is told to, and leaves a schema as it is', async () => {
    const home = folderWith({ 'my-scenario.yaml': 'mine', 'scenario.schema.json': '{}' });
    const { code, stdout, stderr } = await here(['init'], home);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('./my-scenario.yaml is there already. Choose another name, or replace with --force.\n');
    expect(readFileSync(join(home, 'my-scenario.yaml'), 'utf8')).toBe('mine');
    const other = await here(['init', 'other.yaml'], home);
    expect(other.stdout).toContain('Left as it was:\n  ./scenario.schema.json');
    expect(readFileSync(join(home, 'scenario.schema.json'), 'utf8')).toBe('{}');
    expect((await here(['init', '--force'], home)).code).toBe(0);
    expect(readFileSync(join(home, 'my-scenario.yaml'), 'utf8')).toContain('scenario: my-scenario');
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('says what is wrong with a name or a place', async () => {
    const home = folderWith({ file: '' });
    expect(await here(['init', 'My Town.yaml'], home)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('My Town cannot be the name of a scenario.'),
    });
    expect(await here(['init', 'file'], home)).toMatchObject({
      code: 2,
      stderr:
        './file/my-scenario.yaml cannot be written: a part of the path is a file. Nothing was written. Choose another place.\n',
    });
    writeFileSync(join(home, 'x'), '');
    expect(JSON.parse((await here(['init', 'd', '--json'], home)).stdout).written).toEqual([
      './d/my-scenario.yaml',
      './d/scenario.schema.json',
    ]);
  });
});

describe('new policy', () => {
  it.each(['text-line', 'crisis-line'])('%s checks, and moves people of the baseline', async (name) => {
    const home = folderWith();
    const { code, stdout } = spillover(['new', 'policy', name], home);
    expect(code).toBe(0);
    const [check = [], diff = [], compare = []] = nextOf(stdout);
    expect(compare).toEqual(['compare', 'uk-baseline', `./with-${name}.yaml`]);
    const checked = await here(check, home);
    expect(checked.stdout.split('\n')).toEqual([
      `./${name}.yaml: no problems (policy)`,
      `./with-${name}.yaml: no problems (scenario)`,
      '',
    ]);
    expect(checked.stderr).toBe('');
    const told = (await here(diff, home)).stdout;
    expect(told).toContain(`20% of those who come to crisis-line.answer go to new-${name}.talk.`);
    expect(told).toContain(`New team [new-${name}]: not there in A; `);
    for (const file of [`${name}.yaml`, `with-${name}.yaml`])
      expect(await openEditor().faults(join(home, file), readFileSync(join(home, file), 'utf8'))).toEqual([]);
  });

  it('on a scenario of one’s own starts from a step of it, and checks as it is written', async () => {
    const home = folderWith();
    await here(['init', 'town.yaml'], home);
    const town = readFileSync(join(home, 'town.yaml'), 'utf8');
    writeFileSync(join(home, 'town.yaml'), town.replace(/^label: .*$/m, "label: 'Our town: #1'"));
    const { code, stdout, stderr } = await here(['new', 'policy', 'text-line', '--on', 'town.yaml'], home);
    expect([code, stderr]).toEqual([0, '']);
    const [check = [], diff = [], compare = []] = nextOf(stdout);
    expect(compare).toEqual(['compare', './town.yaml', './with-text-line.yaml']);
    const checked = await here(check, home);
    expect([checked.code, checked.stderr]).toEqual([0, '']);
    expect((await here(diff, home)).stdout).toMatch(/20% of those who come to \S+ go to new-text-line\.talk\./);
    expect(readFileSync(join(home, 'with-text-line.yaml'), 'utf8')).toContain(
      'label: "Our town: #1 with the policy text-line"\n',
    );
    // Comments name nothing that the scenario lacks.
    expect(readFileSync(join(home, 'text-line.yaml'), 'utf8')).not.toMatch(/welfare|police-attend|crisis-line/);
    expect((await here([...compare, '--replications', '2', '--workers', '1'], home)).code).toBe(0);
  });

  it('on a shipped policy world, and on none, is told or checks', async () => {
    const home = folderWith();
    const made = await here(['new', 'policy', 'more', '--on', 'drug-diversion'], home);
    expect(made.code).toBe(0);
    expect((await here(nextOf(made.stdout)[0]!, home)).code).toBe(0);
    expect(readFileSync(join(home, 'with-more.yaml'), 'utf8')).toContain(
      '\nlabel: Drug diversion by police on the baseline with the policy more\n',
    );
    const refused = await here(['new', 'policy', 'other', '--on', 'uk-basline'], home);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('uk-baseline')]);
  });

  it('is what is meant by a word that is nearly it', async () => {
    const { code, stderr } = await here(['new', 'polcy', 'text-line'], folderWith());
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean policy? Expected: spillover new policy NAME.');
  });

  it('runs beside the baseline', async () => {
    const home = folderWith();
    await here(['new', 'policy', 'text-line'], home);
    const short =
      'spillover: 1\nscenario: short\nextends: uk-baseline\ntime: {warm-up: 24 h, measure: 24 h, follow-up: 0 h}\n';
    writeFileSync(join(home, 'short.yaml'), short);
    const policy = readFileSync(join(home, 'with-text-line.yaml'), 'utf8').replace(
      'extends: uk-baseline',
      'extends: ./short.yaml',
    );
    writeFileSync(join(home, 'policy.yaml'), policy);
    const told = await here(['compare', './short.yaml', './policy.yaml', '--replications', '2', '--quiet'], home);
    expect([told.code, told.stderr]).toEqual([0, '']);
    expect(told.stdout).toContain('A new team beside the crisis line');
    expect(readdirSync(join(home, 'out/short-vs-with-text-line'))).toContain('report.html');
  });

  it.each([
    { words: ['policy', 'Text Line'], says: 'Try: spillover new policy text-line' },
    { words: ['policy', 'a'.repeat(51)], says: 'up to 50 lower-case letters' },
    { words: ['scenario', 'a'], says: 'For a scenario: spillover init' },
  ])('is refused for $words', async ({ words, says }) => {
    const home = folderWith();
    const { code, stdout, stderr } = await here(['new', ...words], home);
    expect([code, stdout, readdirSync(home)]).toEqual([2, '', []]);
    expect(stderr).toContain(says);
  });
});
