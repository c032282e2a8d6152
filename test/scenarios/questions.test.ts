/** Question files: the worlds that they make, and what is wrong with them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  compileWorld,
  loadQuestion,
  loadQuestionCard,
  loadScenario,
  readPolicyCard,
  shippedComparisons,
  shippedQuestions,
} from '../../src/scenarios/index.js';
import { question } from '../../src/scenarios/schema/question.js';
import { LIBRARY, QUESTION } from '../support/cafe-question.js';
import { inFolder, told } from './support/load.js';

const SHIPPED = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const at = (folder: string) => ({ cwd: folder, root: folder, shipped: folder });

/** The Problems of the question with some of its text put otherwise. */
function wrong(...changes: readonly (readonly [string, string])[]): string[] {
  const text = changes.reduce((all, [from, to]) => {
    expect(all).toContain(from);
    return all.replace(from, to);
  }, QUESTION);
  return inFolder({ ...LIBRARY, 'questions/third-worker.yaml': text }, (folder) => {
    const loaded = loadQuestion('third-worker', at(folder));
    return loaded.ok ? [] : told(loaded.problems).map((line) => line.replace(/^.*yaml:/, ''));
  });
}

describe('a question', () => {
  it('makes the worlds that scenario files would make, in every future, the baseline first', () => {
    inFolder(LIBRARY, (folder) => {
      const loaded = loadQuestion('third-worker', at(folder));
      if (!loaded.ok) throw new Error(told(loaded.problems).join('\n'));
      expect(loaded.arms.map(({ future }) => future)).toEqual([
        null,
        { id: 'dry', label: 'Future: a dry year', named: 'dry' },
      ]);
      const [plain, dry] = loaded.arms.map(({ scenarios }) => scenarios.map(compileWorld));
      expect(plain?.map(({ name }) => name)).toEqual(['baseline', 'third']);
      const file = loadScenario('longer', at(folder));
      expect({ ...plain?.[1], name: 'longer' }).toEqual(file.ok && compileWorld(file.scenario));
      const inDry = loadScenario('longer', { ...at(folder), policies: ['dry'] });
      expect({ ...dry?.[1], name: 'longer' }).toEqual(inDry.ok && compileWorld(inDry.scenario));
      expect(loaded.files.map(({ path }) => path)).toEqual([
        'shipped/cafe.yaml',
        'shipped/futures/dry.yaml',
        'shipped/policies/more.yaml',
        'shipped/questions/third-worker.yaml',
      ]);
    });
  });

  it('is told where it stands what it says wrongly', () => {
    expect(wrong(['asked:', 'askd:'])).toEqual(['4:1 askd: `askd` is not a key that is known here.']);
    expect(wrong(['world: cafe', 'world: caffe'])).toEqual([
      '6:8 world: No scenario called `caffe` comes with the program.',
    ]);
    expect(wrong(['{of: third, figure: gave-up', '{of: thrid, figure: gave-upp'])).toEqual([
      '15:10 answers[0].of: There is no world under `compared` called `thrid`.',
      '15:25 answers[0].figure: There is no figure of this question called `gave-upp`.',
    ]);
    expect(wrong(['policies: [more]', 'policies: [{policy: more, with: {x: 1}}]'])).toEqual([
      expect.stringMatching(/^9:\d+ compared\.third\.policies\[0\]\.with\.x: There is no lever/),
    ]);
    expect(wrong(['  third:', '  baseline:'])[0]).toBe(
      '9:3 compared.baseline: `baseline` is the world that the others are compared with.',
    );
    expect(wrong(['futures: [dry]', 'futures: [more]'], ['in: dry', 'in: more'])).toContain(
      '10:11 futures[0]: `more` is a policy, and no future.',
    );
    expect(wrong(['answers:\n', 'answers: []\nother:\n'])).toContain('14:10 answers: This list has the wrong length.');
  });

  it('is no scenario, and a scenario is no question', () => {
    inFolder(LIBRARY, (folder) => {
      const asScenario = loadScenario('./questions/third-worker.yaml', at(folder));
      expect(asScenario.ok ? '' : asScenario.problems[0]?.next).toBe('Answer it with `spillover ask`.');
      const asQuestion = loadQuestionCard('./cafe.yaml', at(folder));
      expect(asQuestion.ok ? '' : asQuestion.problems[0]?.message).toBe('This is a scenario file, not a question.');
    });
  });
});

describe('the page on the format', () => {
  const page = readFileSync(fileURLToPath(new URL('../../docs/format.md', import.meta.url)), 'utf8');
  const section = page.slice(page.indexOf('## Question'), page.indexOf('## Targets'));

  it('has a question that can be loaded as it stands, and names every key of one', () => {
    const workers =
      'levers: {workers: {range: [1, 9]}}\nparameters: {workers: {value: 2, assumption: Made up., grade: E, range: [1, 9]}}\n';
    const files = {
      'q.yaml': /```yaml\n([^`]*)```/.exec(section)?.[1] ?? '',
      'cafe.yaml': LIBRARY['cafe.yaml'],
      'more-workers.yaml': LIBRARY['policies/more.yaml']
        .replace('edits:', `${workers}edits:`)
        .replace('to: 3', 'to: $workers'),
      'dry-year.yaml': LIBRARY['futures/dry.yaml'],
    };
    inFolder(files, (cwd) => {
      const loaded = loadQuestion('./q.yaml', { cwd });
      expect(loaded.ok ? [] : told(loaded.problems)).toEqual([]);
    });
    expect(Object.keys(question.shape).filter((key) => !new RegExp(`(^|\`|{)${key}\\b`, 'm').test(section))).toEqual(
      [],
    );
  });
});

describe('what ships', () => {
  it('has six questions, each with what the model can and cannot say in a sentence, and no author that nobody named', () => {
    const cards = shippedQuestions({ cwd: SHIPPED }).map((name) => loadQuestionCard(name, { cwd: SHIPPED }));
    expect(cards).toHaveLength(6);
    for (const card of cards) {
      if (!card.ok) throw new Error(told(card.problems).join('\n'));
      expect(card.question.canSay).toMatch(/^[A-Z][^.]+\.$/);
      expect(card.question.cannotSay).toMatch(/^[A-Z][^.]+\.$/);
      expect(card.question.source).toBeNull();
    }
  });

  it('names policies, levers and variants that there are', () => {
    for (const name of shippedQuestions({ cwd: SHIPPED })) {
      const text = readFileSync(`${SHIPPED}questions/${name}.yaml`, 'utf8');
      // Levers stand in one line with the policy whose they are.
      for (const [line, policy = ''] of text.matchAll(/^.*(?:policy: |\[)([a-z-]+)(?=[\],}]).*$/gm)) {
        const card = readPolicyCard(policy, { cwd: SHIPPED });
        if (!card.ok) throw new Error(told(card.problems).join('\n'));
        const levers = [...(/with: \{(.*?)\}/.exec(line)?.[1] ?? '').matchAll(/([a-z-]+):/g)].map(([, lever]) => lever);
        expect(card.card.levers.map(({ id }) => id)).toEqual(expect.arrayContaining(levers));
        const [, variant] = /variant: ([a-z-]+)/.exec(line) ?? [];
        if (variant !== undefined) expect(card.card.variants.map(({ id }) => id)).toContain(variant);
      }
    }
  });

  it('has a comparison for every scenario that puts policies on another and runs as long', () => {
    const ids = shippedComparisons({ cwd: SHIPPED }).map(({ id }) => id);
    expect(ids).toContain('right-care-right-person');
    expect(ids).toContain('three-areas-adopting');
    // It has a time of its own, so that nothing can be compared with it.
    expect(ids).not.toContain('uk-history');
    inFolder(LIBRARY, (folder) =>
      expect(shippedComparisons(at(folder))).toEqual([
        { id: 'third-worker', baseline: 'cafe', scenario: 'third-worker' },
      ]),
    );
  });
});
