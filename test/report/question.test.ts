/** The page of a question: sentences by what the interval allows, hostile text escaped, the same bytes. */
import { expect, it } from 'vitest';
import type { Estimate } from '../../src/experiment/index.js';
import { caveats } from '../../src/report/caveats.js';
import { Figures } from '../../src/report/figures.js';
import { galleryComparison, galleryIndex, questionAnswer, questionFiles } from '../../src/report/index.js';
import type { Question } from '../../src/scenarios/index.js';
import { smallResultsFixture } from '../support/results-fixture.js';

const results = smallResultsFixture();
const [, policy] = results.worlds;
const HOSTILE = '<script>alert(1)</script>\u202e';

const question: Question = {
  id: 'q',
  title: `Is it so? ${HOSTILE}`,
  asked: `Asked ${HOSTILE}`,
  source: 'Somebody, javascript:alert(1)',
  world: 'town',
  compared: [{ id: policy!.id, label: 'The policy' }],
  futures: [],
  figures: [{ id: 'missed', label: 'Needs not met', measure: 'unmet', where: {} }],
  answers: [
    { of: policy!.id, figure: 'missed', future: null, more: 'It is worse.', fewer: 'It is better', unclear: null },
  ],
  canSay: 'This.',
  cannotSay: 'That.',
};

const arms = (change: Estimate) => [
  {
    future: null,
    results,
    rows: [
      { figure: 'missed', world: results.baseline, level: { mean: 100, low: 90, high: 110, n: 20 }, change: null },
      { figure: 'missed', world: policy!.id, level: { mean: 120, low: 110, high: 130, n: 20 }, change },
    ],
  },
];
const said = (change: Estimate) => questionAnswer(question, arms(change)).sentences;

it('begins a sentence by the side of zero on which the interval lies; else that it cannot be told', () => {
  const tail = ', with The policy; in the baseline 100 (90 to 110).';
  expect(said({ mean: 20, low: 10, high: 30, n: 20 })).toEqual([
    `It is worse: Needs not met, 20 more episodes a week (95% interval 10 to 30 more)${tail}`,
  ]);
  expect(said({ mean: -20, low: -30, high: -10, n: 20 })).toEqual([
    `It is better: Needs not met, 20 fewer episodes a week (95% interval 10 to 30 fewer)${tail}`,
  ]);
  const untold = 'That cannot be told from these runs: Needs not met, ';
  expect(said({ mean: 2, low: -10, high: 14, n: 20 })[0]).toMatch(
    `${untold}no clear difference in this model (95% interval 10 fewer to 14 more`,
  );
  // An interval that would reach zero only once it is rounded has as many digits as show that it does not.
  expect(said({ mean: 20, low: 0.2, high: 39.8, n: 20 })[0]).toContain(
    'It is worse: Needs not met, 20.0 more episodes a week (95% interval 0.2 to 39.8 more)',
  );
  // Two runs that happen to agree say nothing, and ten do.
  expect(said({ mean: 20, low: 20, high: 20, n: 2 })[0]).toContain(`${untold}the same difference in all of 2 runs`);
  expect(said({ mean: 20, low: 20, high: 20, n: 10 })[0]).toMatch(/^It is worse/);
  expect(said({ mean: 20, low: null, high: null, n: 1 })[0]).toContain(
    `${untold}a difference that one run cannot tell`,
  );
});

it('says of a future whose baseline it is, and over how many changes its intervals are taken', () => {
  const [now] = arms({ mean: 20, low: 10, high: 30, n: 20 });
  const future = { id: 'dry', label: 'A dry year', named: 'dry' };
  const inFuture = { ...question, answers: question.answers.map((answer) => ({ ...answer, future: 'dry' })) };
  const { sentences, caveats } = questionAnswer(inFuture, [now!, { ...now!, future }]);
  expect(sentences[0]).toContain('with The policy (A dry year); in the baseline of that future 100 (90 to 110).');
  expect(caveats).toContainEqual(expect.stringContaining('Of 2 changes in the figures of this question, were'));
  expect(questionAnswer(question, [now!]).caveats.join()).not.toContain('Clear is said of each');
});

it('says that something occurs where no run of the baseline has it, though the interval of a few runs reaches zero', () => {
  const level = { mean: 20, low: -4, high: 44, n: 2 };
  const nil = { mean: 0, low: 0, high: 0, n: 2 };
  const [arm] = arms(level);
  const [first, second] = arm!.rows;
  const rows = [
    { ...first!, level: nil },
    { ...second!, level },
  ];
  expect(questionAnswer(question, [{ ...arm!, rows }]).sentences).toEqual([
    'It is worse: Needs not met, 20 episodes a week (95% interval 0 to 44), with The policy; in the baseline none in any run, size not settled (“not clear”).',
  ]);
  // Where the baseline has some, the interval decides.
  expect(said(level)[0]).toMatch(/^That cannot be told/);
});

it('has the question, the answer, the figures, both limits and the text on its page, and nothing that runs', async () => {
  const asked = {
    question,
    arms: arms({ mean: 20, low: 10, high: 30, n: 20 }),
    notes: ['Not enough by itself.'],
    text: `question: q\r\ntitle: ${HOSTILE}\u0007\n`,
  };
  const files = await questionFiles(asked);
  expect([...files.keys()]).toEqual(['question.html', 'figures.csv']);
  const page = files.get('question.html') ?? '';
  expect(page).not.toMatch(/<script|javascript:[^<]*"|\u202e/);
  expect(page).toContain('title: &lt;script&gt;alert(1)&lt;/script&gt;\ufffd\ufffd');
  for (const part of [
    'It is worse',
    'Not enough by itself.',
    'What the model can say',
    'What it cannot say',
    'href="report.html"',
    '<svg',
  ])
    expect(page).toContain(part);
  expect(files.get('figures.csv')?.split('\r\n')[2]).toMatch(
    /^missed,Needs not met,unmet,,.*,120,110,130,20,20,10,30,true,$/,
  );
  expect(await questionFiles(asked)).toEqual(files);
});

it('has a gallery with a card for each, its text beside the answer, all of it escaped', () => {
  const card = { title: HOSTILE, said: [HOSTILE], links: [{ text: 'Answer', to: 'questions/q/question.html' }] };
  const index = galleryIndex([card], [card, card], 'Only 3 replications.');
  expect(index.match(/<li><h3>/g)).toHaveLength(3);
  expect(index).toContain('Only 3 replications.');
  const page = galleryComparison({
    ...{
      title: HOSTILE,
      against: HOSTILE,
      opening: 'So:',
      sizes: [HOSTILE],
      evidence: '',
      caveats: [],
      few: null,
      command: HOSTILE,
    },
    texts: [{ name: 'a.yaml', text: HOSTILE }],
    further: [{ name: 'b.yaml', to: '../../texts/b.html' }],
  });
  for (const made of [index, page]) expect(made).not.toMatch(/<script|\u202e<\/pre>/);
  expect(page).toContain('href="../../texts/b.html"');
});

it('says nothing of a future that is lacking as things are: a question has futures of its own', () => {
  const lackingFuture = { kind: 'supply', reason: 'Deaths follow the supply.' };
  const worlds = results.worlds.map((world) => ({
    ...world,
    policies: world.policies.map((each) => ({ ...each, lackingFuture })),
  }));
  const [arm] = arms({ mean: 20, low: 10, high: 30, n: 20 });
  const lacking = { ...results, worlds };
  expect(caveats(new Figures(lacking)).join(' ')).toContain('without a future of the kind supply. Deaths follow');
  const { caveats: told } = questionAnswer(question, [{ ...arm!, results: lacking }]);
  expect(told.length).toBeGreaterThan(0);
  expect(told.join(' ')).not.toContain('Not enough by itself');
});
