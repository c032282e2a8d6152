/** The words of docs/validation.md and of the summary in README.md: pure functions of what the scorecard said. */
import { knockOutsIn, rivalsIn } from './knock-out-page.mjs';
import { policiesIn } from './policy-page.mjs';

const ROLES = [
  ['emergent', 'Figures that were left to come out of the mechanisms'],
  ['rate', 'Figures that one rate or staffing number each was tuned to'],
  ['echo', 'Inputs that come back'],
  ['derived', 'Arithmetic on other figures'],
];
const IN_TIME = /^uk-/;
const OPEN = '<!-- validation: written by scripts/validation.mjs -->';
const CLOSE = '<!-- end of validation -->';

const number = (value) => new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 6 }).format(value);

/** A bound of an interval, to the decimals of the mean that it belongs to. */
function bound(value, mean) {
  const decimals = (String(mean).split('.')[1] ?? '').length;
  return number(Number(value.toFixed(decimals)));
}

function simulated({ simulated: mean, interval }) {
  if (mean === null) return 'not modelled';
  if (interval === null) return number(mean);
  return `${number(mean)} (${bound(interval.low, mean)} to ${bound(interval.high, mean)})`;
}

function verdict({ status, counts, reading }) {
  return counts ? status.replace('-', ' ') : `${status}; read as ${reading}, not counted`;
}

/** Whether a figure is of the baseline or of the world in time, and not of a policy. */
const isInTime = ({ world }) => IN_TIME.test(world);

/** How many rows of a role count, and how many of them are inside. */
function countOf(rows, role) {
  const counted = rows.filter((row) => row.role === role && row.counts && isInTime(row));
  return { of: counted.length, inside: counted.filter(({ status }) => status === 'inside').length };
}

function rowsIn(rows, reasons) {
  return rows.map((row) => {
    const why = row.status === 'not-modelled' ? row.why : (reasons[row.id] ?? '').trim().replaceAll(/\s+/g, ' ');
    const cells = [
      row.id,
      `${row.output} (${row.period || 'undated'})`,
      row.world,
      simulated(row),
      row.range,
      verdict(row),
      why,
    ];
    return `| ${cells.map((cell) => String(cell).replaceAll('|', '/')).join(' | ')} |`;
  });
}

const HEAD = [
  '| figure | what | world | simulated (95% interval) | published range | | why |',
  '|---|---|---|---|---|---|---|',
];

/** The section on inputs that were chosen with a figure in sight that should come out by itself. */
function inSightIn(rows, inSight) {
  const statusOf = (id) => rows.find((row) => row.id === id)?.status ?? 'not scored';
  return [
    '## Inputs that were chosen with a figure in sight',
    '',
    'No input states these figures, but some were chosen inside their ranges by somebody who saw them come out: that they are inside is a check of',
    'the parts together, and no blind one. The second table of this page is of figures that an input was openly tuned to. The number of',
    "runs is each world's own, or one that was fixed for a group of figures before they were run, and is not raised for a figure whose",
    'interval reaches outside of its range: that would be running until it fits.',
    '',
    '| figure | | inputs | how |',
    '|---|---|---|---|',
    ...Object.entries(inSight).map(
      ([id, { inputs, how }]) =>
        `| ${id} | ${statusOf(id)} | ${inputs.map((name) => `\`${name}\``).join(', ')} | ${how} |`,
    ),
    '',
  ];
}

/** The whole page. */
export function pageOf(kept, reasons, knocked, rivals, figures) {
  const counted = kept.rows.filter(isInTime);
  const others = { ...kept, rows: kept.rows.filter((row) => !isInTime(row)) };
  const said = (row) => [simulated(row), row.status === 'not-modelled' ? '' : row.range, verdict(row)];
  const sections = ROLES.flatMap(([role, means]) => {
    const rows = counted.filter((row) => row.role === role);
    return [`## ${means}`, '', ...HEAD, ...rowsIn(rows, reasons), ''];
  });
  return [
    '# Validation',
    '',
    `Written by \`scripts/validation.mjs\` from \`${kept.command}\`; the reasons are kept in \`docs/validation-reasons.yaml\`. Published`,
    'figures are compared with the baseline of 2022/23, or with the world in time in the period that they are of; a world without a',
    'policy is never compared with figures dated after it. "Structure" says that a mechanism is missing or too weak, "evidence" that',
    'the published figure can be read in another way. "Inside" is said of the mean as printed; where its interval reaches outside of the',
    'range, other runs could have said otherwise. Each world was run as often as it states.',
    '',
    summaryOf(kept.rows, Object.keys(reasons['tuned-in-sight'])),
    '',
    ...sections,
    ...policiesIn({ kept: others, figures, reasons, said }),
    ...inSightIn(kept.rows, reasons['tuned-in-sight']),
    ...knockOutsIn(knocked, kept.rows),
    ...rivalsIn(rivals),
  ].join('\n');
}

/** What a figure is called, whichever way it is read. */
const nameOf = ({ id, figure }) => figure ?? id;

const isInside = ({ status }) => status === 'inside';

/** A few lines for the README. */
export function summaryOf(rows, inSight) {
  const left = rows.filter((row) => row.role === 'emergent' && isInTime(row) && row.status !== 'not-modelled');
  const figures = [...new Set(left.map(nameOf))].map((name) => left.filter((row) => nameOf(row) === name));
  const most = figures.filter((readings) => readings.some(isInside)).length;
  const fewest = figures.filter((readings) => readings.every(isInside)).length;
  const counted = left.filter((row) => row.counts && isInside(row));
  const inside = counted.length;
  const unclear = counted.filter(
    ({ interval, low, high }) => interval && (interval.low < low || interval.high > high),
  ).length;
  const seen = counted.filter(({ id }) => inSight.includes(id)).length;
  const say = (role) => {
    const { of, inside } = countOf(rows, role);
    return `${inside} of ${of}`;
  };
  const missed = rows
    .filter((row) => isInTime(row) && row.counts && row.status === 'outside')
    .map(({ id }) => `\`${id}\``);
  return [
    `Of the figures of the baseline and of the years from 2021/22, ${say('emergent')} that no input states lie in their published range as`,
    `read here (from ${fewest} to ${most}, whichever way those with rival readings are read), ${say('rate')} that rates and staffing were tuned`,
    `to, and ${say('echo')} inputs that come back. Of the first, ${unclear} of the ${inside} inside have an interval that reaches outside, and ${seen} were in`,
    'sight when some input was chosen inside its range (`scenarios/README.md` says which): it is no blind test.',
    missed.length === 0 ? 'None is missed.' : `Missed: ${missed.join(', ')}.`,
  ].join('\n');
}

/** A page with its summary written anew. @throws when it has no place for one. */
export function withSummary(page, summary) {
  const [before, rest] = page.split(OPEN);
  const after = rest?.split(CLOSE)[1];
  if (after === undefined) throw new Error(`README.md has no place for the summary: write ${OPEN} and ${CLOSE}`);
  return `${before}${OPEN}\n${summary}\n${CLOSE}${after}`;
}
