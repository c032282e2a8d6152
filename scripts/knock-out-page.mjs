/** The words of docs/validation.md on mechanisms taken out and on rival structures: pure functions of what was simulated. */
import { MECHANISMS } from './knock-out-sets.mjs';

const number = (value) => new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 }).format(value);
const interval = ({ low, high }) => (low === null ? 'no interval' : `${number(low)} to ${number(high)}`);
const inWords = (estimate) => (estimate.mean === null ? 'none' : `${number(estimate.mean)} (${interval(estimate)})`);
const isClear = ({ low, high }) => low !== null && (low > 0 || high < 0);
const nameOf = ({ policy }) => policy.replaceAll(/^.*\/|\.yaml$/g, '');

/** Figures without a mechanism, each beside the same figure with it; whether that is inside is told by the scorecard, which has more runs. */
function movedIn({ rows, knockOuts }, scored) {
  const statusOf = new Map(scored.map(({ id, status }) => [id, status]));
  return knockOuts.flatMap((knockOut) =>
    knockOut.rows
      .filter(({ counts, change }) => counts && change !== null)
      .map((row) => ({
        name: nameOf(knockOut),
        runs: knockOut.replications,
        before: { ...rows.find(({ id }) => id === row.id), status: statusOf.get(row.id) },
        row,
      })),
  );
}

/** Whether all of the interval of a figure without a mechanism lies outside of its range. */
const isWhollyOutside = ({ row: { interval, low, high } }) =>
  interval !== null && (interval.low > high || interval.high < low);

/** Whether a figure is inside on the scorecard, outside without the mechanism, and has clearly changed. */
const doesBreak = ({ before, row }) => before.status === 'inside' && row.status === 'outside' && isClear(row.change);

function verdict(moved) {
  const { before, row } = moved;
  if (doesBreak(moved)) return isWhollyOutside(moved) ? 'breaks' : 'breaks by its mean';
  if (!isClear(row.change)) return 'no clear change';
  return before.status === 'outside' && row.status === 'inside' ? 'comes inside' : `stays ${before.status}`;
}

/** Whether a measure changes by a twentieth or more. */
const isMuch = ({ before, change }) => Math.abs(change.mean) >= Math.abs(before.mean) / 20;

/** What shows that a mechanism is at work; figures that break beside it as well, with nothing taken out, do not. */
function shownBy({ policies, beside }, moved, measures) {
  const own = moved.filter(({ name }) => policies.includes(name));
  const also = moved.filter((one) => one.name === beside && doesBreak(one)).map(({ row }) => row.id);
  const broken = own.filter((one) => doesBreak(one) && !also.includes(one.row.id));
  if (broken.length > 0) return broken.map((one) => `\`${one.row.id}\` ${verdict(one)} (${one.name})`).join('; ');
  const missed = own
    .filter(
      ({ before, row }) =>
        before.status === 'outside' &&
        row.status === 'outside' &&
        isClear(row.change) &&
        isMuch({ before: { mean: before.simulated }, change: row.change }),
    )
    .map(
      ({ name, row, before }) =>
        `\`${row.id}\` is missed with it and without, ${number(before.simulated)} and ${number(row.simulated)} against ${row.range} (${name})`,
    );
  const changed = own
    .filter(
      ({ row, before }) =>
        before.status === 'inside' &&
        isClear(row.change) &&
        isMuch({ before: { mean: before.simulated }, change: row.change }),
    )
    .map(({ name, row }) => `\`${row.id}\`: ${inWords(row.change)} (${name})`);
  const clear = measures
    .filter((one) => policies.includes(one.name) && isClear(one.change) && isMuch(one))
    .map(
      ({ name, measure, world, change, unit }) => `\`${measure}\` in ${world}: ${inWords(change)} ${unit} (${name})`,
    );
  const said = [...changed, ...clear];
  const told = missed.length === 0 ? '' : `; ${missed.join('; ')}`;
  if (said.length > 0) return `**no published figure breaks in these runs**${told}; clear changes: ${said.join('; ')}`;
  const wasRun = [...moved, ...measures].some(({ name }) => policies.includes(name));
  return wasRun
    ? `**no published figure breaks in these runs**${told}, and nothing else clearly changes`
    : 'not run for this page';
}

/** How many figures break by the rule, and by a stricter and a looser one. */
function byOtherRules(moved) {
  // What breaks beside a mechanism, with nothing taken out, is no sign of it.
  const beside = new Set(MECHANISMS.map((mechanism) => mechanism.beside));
  const also = new Set(moved.filter((one) => beside.has(one.name) && doesBreak(one)).map(({ row }) => row.id));
  const outside = moved.filter(
    ({ name, before, row }) =>
      before.status === 'inside' && row.status === 'outside' && !beside.has(name) && !also.has(row.id),
  );
  const broken = outside.filter(doesBreak);
  const wholly = broken.filter(isWhollyOutside);
  const names = (those) =>
    those.length === 0 ? 'none' : those.map(({ name, row }) => `\`${row.id}\` (${name})`).join(', ');
  const left = broken.filter((one) => !wholly.includes(one));
  const more = outside.filter((one) => !broken.includes(one));
  return [
    `By this rule there are ${broken.length} cases in which a figure breaks by what is taken out. Were the whole interval without it to lie outside as well, there were ${wholly.length}; not then: ${names(left)}.`,
    `Were it enough that the mean changes sides, clearly or not, there were ${outside.length}; besides: ${names(more)}.`,
  ];
}

/** The section on mechanisms. */
export function knockOutsIn(knocked, scored) {
  const moved = knocked.flatMap((run) => movedIn(run, scored));
  const measures = knocked.flatMap(({ knockOuts }) =>
    knockOuts.flatMap((knockOut) =>
      knockOut.measures.map(({ name, ...rest }) => ({
        ...rest,
        measure: name,
        name: nameOf(knockOut),
        runs: knockOut.replications,
      })),
    ),
  );
  const told = moved.filter(({ row, before }) => isClear(row.change) || row.status !== before.status);
  return [
    '## Mechanisms taken out',
    '',
    'Each policy in `scenarios/knock-outs/` takes one mechanism out of every world. The same people have the same luck with it and without, so',
    'that changes are paired by run; their 95% intervals say how sure each is of runs alone. A figure breaks that is inside its range on the',
    'scorecard above, is outside without the mechanism, and has clearly changed; "by its mean" says that its interval without the mechanism reaches',
    'inside. That rule was set when first runs had been seen, so what other rules would say stands below. It asks for all three: inside before,',
    'since a figure that is missed anyway tells nothing of a mechanism; outside after, since a figure that moves within its range is as true',
    'without it; and a clear change, since with few runs a mean near the end of a range changes sides by chance. Where none breaks, the mechanism',
    'rests on what is known of the services and not on these figures; what changes is told, by a twentieth or more. In the years sets were first run',
    '3 times, in which `ed-mh-over-24h` without blocking fell far outside and no interval of 3 runs could say so; all sets of the years have 8 runs now,',
    'the first 3 among them. Run them with',
    '`spillover validate --knock-out ./scenarios/knock-outs/NAME.yaml`, and `--measure` for measures that no published figure speaks of.',
    '`treatment-demand-alone` takes nothing out: it is the demand at which `treatment-by-list` has to be read, with caseloads as they are.',
    '',
    '| mechanism | without it |',
    '|---|---|',
    ...MECHANISMS.map((mechanism) => `| ${mechanism.says} | ${shownBy(mechanism, moved, measures)} |`),
    '',
    ...byOtherRules(moved),
    '',
    'Every figure that clearly changes, or changes sides:',
    '',
    '| taken out | runs | figure | with it | without it | change (95% interval, paired) | published range | |',
    '|---|---|---|---|---|---|---|---|',
    ...told.map((one) => {
      const { name, runs, before, row } = one;
      const cells = [
        name,
        runs,
        row.id,
        number(before.simulated),
        number(row.simulated),
        inWords(row.change),
        row.range,
      ];
      return `| ${[...cells, verdict(one)].join(' | ')} |`;
    }),
    '',
    'Measures that no published figure speaks of:',
    '',
    '| taken out | runs | measure | with it | without it | change (95% interval, paired) |',
    '|---|---|---|---|---|---|',
    ...measures.map(
      ({ name, runs, measure, world, before, after, change, unit }) =>
        `| ${[name, runs, `${measure} in ${world}`, inWords(before), inWords(after), `${inWords(change)} ${unit}`].join(' | ')} |`,
    ),
    '',
  ];
}

const STRUCTURES = {
  frailty: '`uk-baseline`: people differ',
  contagion: '`uk-baseline-contagion`: contacts bring contacts',
  neither: 'neither at work',
};

/** The section on the two structures of repeat contact. */
export function rivalsIn({ worlds, replications }) {
  const columns = worlds.frailty.map(({ need, within }) => `${need}, ${within}`);
  return [
    '## Rival structures of repeat contact',
    '',
    'Share of people whose contact ended and who are back with the same need within a week, four weeks and ninety days: in the baseline, where a few',
    `people are frail; in its rival, where a contact brings the next; and where neither is at work. ${replications} runs each, with 95% intervals. Clocks that`,
    'bring people back after a detention, a ward, home treatment or a refusal run in all three. Both structures are runnable by name, and',
    '`right-care-right-person-contagion` is the policy on the rival one.',
    '',
    `| structure | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---').join('|')}|`,
    ...Object.entries(STRUCTURES).map(
      ([id, says]) => `| ${says} | ${worlds[id].map(({ share }) => inWords(share)).join(' | ')} |`,
    ),
    '',
  ];
}
