/** The words of docs/sensitivity.md, of the log of assumptions and of what reports say of both, from what scripts/sensitivity.mjs keeps: pure functions. */

/** A change of the headline by this share of it matters little, and by that share much. */
const SOME = 0.02;
const MUCH = 0.1;
/** By this share of it, it decides. */
const DECISIVE = 0.25;

/** How a line that was written from here ends. */
const MARK = "(docs/sensitivity.md)'";

const number = (value) =>
  new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }).format(value).replace('-', '−');

/** Whether an interval leaves zero out. */
const isClear = ({ low, high }) => (low > 0 || high < 0) && low !== high;
const isNothing = ({ mean, low, high }) => mean === 0 && low === 0 && high === 0;

/** `+12 (3 to 21)`, `no clear change`, `none`; or that this end does not fit the other numbers by itself. */
function inWords(estimate) {
  if (estimate === undefined) return 'does not fit alone';
  if (isNothing(estimate)) return 'none';
  if (!isClear(estimate)) return 'no clear change';
  const sign = estimate.mean > 0 ? '+' : '';
  return `${sign}${number(estimate.mean)} (${number(estimate.low)} to ${number(estimate.high)})`;
}

/** What the log of assumptions says of a number. */
export function effectOf({ low, high }) {
  return (
    `Right Care, Right Person, police staff hours a week: at the low end ${inWords(low?.hours)}, at the high end ${inWords(high?.hours)}; ` +
    `needs not met a week: ${inWords(low?.unmet)}, ${inWords(high?.unmet)} (docs/sensitivity.md)`
  );
}

/** The size of a change at an end of the range, as a share of the headline: null where the interval cannot tell it from one that matters. */
function sizeOf({ mean, low, high }, whole) {
  const far = Math.max(Math.abs(low), Math.abs(high)) / Math.abs(whole);
  if (isClear({ low, high })) return Math.abs(mean / whole);
  return far < SOME ? far : null;
}

/** The largest change at either end, as a share of the headline; null where it cannot be told. */
function share({ low, high }, { headline }) {
  const sizes = [low, high].flatMap((end) =>
    Object.entries(headline).map(([key, { mean }]) => (end === null ? null : sizeOf(end[key], mean))),
  );
  const largest = Math.max(...sizes.map((size) => size ?? 0));
  return largest < MUCH && sizes.includes(null) ? null : largest;
}

/** Risk of being wrong here, from the grade and the effect, by the rule that the page states; null where it cannot be told. */
export function riskOf(row, all) {
  const size = share(row, all);
  if (size === null) return null;
  if (size >= MUCH) return row.grade === 'E' ? 'high' : 'medium';
  if (size >= SOME) return row.grade === 'E' ? 'medium' : 'low';
  return 'very-low';
}

/** A headline by its key, as the page names it. */
const HEADLINES = { hours: 'Police staff hours a week', unmet: 'Needs not met a week' };

const cell = (value) => JSON.stringify(value).replaceAll('"', '').replaceAll(',', ', ').replaceAll('|', '/');

/** Ends of ranges that clearly change a headline by a share of it that decides: what they leave of it, the most changed first. */
function decisiveOf(rows, key, whole) {
  const ends = rows.flatMap(({ id, grade, range, low, high }) =>
    [low, high].map((end, at) => ({ id, grade, value: range[at], change: end?.[key] })),
  );
  return ends
    .filter(({ change }) => change && isClear(change) && Math.abs(change.mean / whole) >= DECISIVE)
    .map((end) => ({ ...end, leaves: whole + end.change.mean }))
    .sort((one, other) => Math.abs(other.change.mean) - Math.abs(one.change.mean));
}

/** The short answer: which assumptions decide a headline, and whether any turns its sign. */
function decidingLines(rows, headline) {
  const told = Object.entries(HEADLINES).map(([key, name]) => {
    const whole = headline[key].mean;
    const ends = decisiveOf(rows, key, whole);
    if (ends.length === 0) return { turns: [], line: `- **${name}, ${number(whole)}**: by none of them.` };
    const said = ends.map(
      ({ id, grade, value, leaves }) => `${number(leaves)} with \`${id}\` (grade ${grade}) at ${cell(value)}`,
    );
    const turns = ends.filter(({ leaves }) => leaves * whole <= 0).map(({ id }) => `\`${id}\``);
    return { turns, line: `- **${name}, ${number(whole)}**: ${said.join('; ')}.` };
  });
  const turns = [...new Set(told.flatMap(({ turns }) => turns))];
  return [
    `By which single end of a range is a headline changed by ${DECISIVE * 100}% or more? In order of size, with what is then left of it:`,
    '',
    ...told.map(({ line }) => line),
    '',
    turns.length === 0 ? 'None of them turns its sign by itself.' : `Its sign is turned by ${turns.join(', ')}.`,
    '',
    'Hours are hours in use. Where longer times leave a service with more work than those on duty can do, with the policy and without it, hours in',
    'use cannot fall: what the policy frees goes to those who wait, and an end of the range at which little is left of the hours is one at which',
    'waits are shorter. `spillover describe` tells the load of each service.',
  ];
}

/** A module of the report: the design, the headline, and the inputs that decide it, the most changed first. @param ids What should have been tried, by id. */
export function moduleOf(all, ids) {
  const { headline, replications, time } = all;
  const rows = all.rows.filter(({ id }) => ids.includes(id));
  const shares = new Map();
  for (const [key, { mean }] of Object.entries(headline)) {
    for (const { id, change } of decisiveOf(rows, key, mean)) {
      const share = Math.abs(change.mean / mean);
      if (share > (shares.get(id)?.share ?? 0)) shares.set(id, { of: key, share });
    }
  }
  const decisive = [...shares].sort(([, one], [, other]) => other.share - one.share);
  return [
    '/** The sensitivity analysis that ships, in short: written by scripts/sensitivity.mjs from docs/sensitivity.json; docs/sensitivity.md tells all of it. */',
    '',
    '/** Its design, what the policy changes in it, and the inputs by which a headline is changed by a share of it that decides. */',
    'export const SHIPPED_SENSITIVITY = {',
    "  baseline: 'uk-baseline',",
    "  policy: 'right-care-right-person',",
    `  replications: ${replications},`,
    `  measured: '${time.measure}',`,
    `  warmUp: '${time['warm-up']}',`,
    `  headline: { hours: '${number(headline.hours.mean)}', unmet: '${number(headline.unmet.mean)}' },`,
    '  /** The least share of a headline that decides; and which headline each input changes most at an end of its range, by which share. */',
    `  decides: ${DECISIVE},`,
    decisive.length === 0 ? '  decisive: [],' : '  decisive: [',
    ...decisive.map(
      ([id, { of, share }]) => `    { id: '${id}', of: '${of}', share: ${Number(share.toPrecision(4))} },`,
    ),
    ...(decisive.length === 0 ? [] : ['  ],']),
    '} as const;',
    '',
  ].join('\n');
}

/** The page. @param ids What should have been tried, by id. */
export function pageOf(all, ids) {
  const { headline, replications, time } = all;
  const rows = all.rows
    .filter(({ id }) => ids.includes(id))
    .sort((one, other) => (share(other, all) ?? 0) - (share(one, all) ?? 0));
  const left = ids.filter((id) => !rows.some((row) => row.id === id));
  const level = ({ mean, low, high }) => `${number(mean)} (95% interval ${number(low)} to ${number(high)})`;
  return [
    '# What the headline rests on',
    '',
    'Written by `scripts/sensitivity.mjs`. Each assumption of `uk-baseline`, and each lever of Right Care, Right Person that is one, is put at',
    `both ends of its range, one at a time, in the baseline and under the policy, with the same people and the same luck: ${replications} runs of`,
    `${time.measure} after ${time['warm-up']} each, which is short, so that memory of refusals has not settled and levels differ from those of the`,
    'report. Told are changes of the headline, which is itself a change: policy world less baseline. One at a time finds no interaction, and',
    'a range is a judgement: this is no interval of doubt.',
    '',
    `With everything as it is the policy changes police staff hours a week by ${level(headline.hours)}, and needs not met a week by`,
    `${level(headline.unmet)}. Intervals are 95% intervals over paired runs. "No clear change": the interval includes zero; with so few`,
    'runs a change of a few per cent can hide in it. "None": the same in every run, to the last digit. "Does not fit alone": at this end shares',
    'would add to more than one unless another number moved as well, so that it was not run.',
    '',
    '## What decides it',
    '',
    ...decidingLines(rows, headline),
    '',
    '## Each number',
    '',
    `Risk is filled in by rule: the largest clear change at either end, as a share of the headline; at ${MUCH * 100}% or more it is high for grade E and`,
    `medium for grade D, from ${SOME * 100}% medium and low, below that very low. Where an interval holds zero and also ${SOME * 100}% or more, it is not known, and`,
    'left blank in the log. Nobody has signed any of it off.',
    '',
    '| number | grade | value | range | hours, low end | hours, high end | needs not met, low end | needs not met, high end | risk |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => {
      const { id, grade, value, range, low, high } = row;
      const ends = [low?.hours, high?.hours, low?.unmet, high?.unmet].map(inWords);
      return `| ${[id, grade, cell(value), `${cell(range[0])} to ${cell(range[1])}`, ...ends, riskOf(row, all) ?? 'not known'].join(' | ')} |`;
    }),
    '',
    left.length === 0 ? 'All of them were tried.' : `Not tried: ${left.join(', ')}.`,
    '',
  ].join('\n');
}

/** A scenario or policy file with effects and risks written into its parameters, in place of those that were there. */
export function withEffects(text, effects) {
  const lines = text.split('\n');
  const from = lines.indexOf('parameters:');
  const out = lines.slice(0, from + 1);
  let own = [];
  let name = null;
  const flush = () => {
    const found = effects.get(name);
    if (found !== undefined || own.some((line) => line.endsWith(MARK)))
      own = own.filter((line) => !/^ {4}(effect-on-headline|risk): /.test(line));
    if (found !== undefined) {
      let end = own.length;
      while (end > 0 && /^\s*(#.*)?$/.test(own[end - 1])) end -= 1;
      const risk = found.risk === null ? [] : [`    risk: ${found.risk}`];
      own.splice(end, 0, `    effect-on-headline: '${found.effect.replaceAll("'", "''")}'`, ...risk);
    }
    out.push(...own);
    own = [];
  };
  for (const [at, line] of lines.slice(from + 1).entries()) {
    const [, next] = /^ {2}([a-z][a-z0-9-]*):\s*$/.exec(line) ?? [];
    const isOver = /^[a-z]/.test(line);
    if (next !== undefined || isOver) {
      flush();
      name = next ?? null;
    }
    own.push(line);
    if (isOver) {
      flush();
      return [...out, ...lines.slice(from + 2 + at)].join('\n');
    }
  }
  flush();
  return out.join('\n');
}
