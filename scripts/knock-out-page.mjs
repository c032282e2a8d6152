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

/** Whether a figure is inside on the scorecard, outside without the mechanism, and has clearly changed. */
const doesBreak = ({ before, row }) => before.status === 'inside' && row.status === 'outside' && isClear(row.change);

function verdict(moved) {
  const { before, row } = moved;
  if (doesBreak(moved)) return 'breaks';
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
  if (broken.length > 0) return broken.map(({ name, row }) => `\`${row.id}\` breaks (${name})`).join('; ');
  const changed = own
    .filter(
      ({ row, before }) => isClear(row.change) && isMuch({ before: { mean: before.simulated }, change: row.change }),
    )
    .map(({ name, row }) => `\`${row.id}\`: ${inWords(row.change)} (${name})`);
  const clear = measures
    .filter((one) => policies.includes(one.name) && isClear(one.change) && isMuch(one))
    .map(
      ({ name, measure, world, change, unit }) => `\`${measure}\` in ${world}: ${inWords(change)} ${unit} (${name})`,
    );
  const said = [...changed, ...clear];
  if (said.length > 0) return `**no published figure can tell it in these runs**; clear changes: ${said.join('; ')}`;
  const wasRun = [...moved, ...measures].some(({ name }) => policies.includes(name));
  return wasRun
    ? '**no published figure can tell it in these runs**, and nothing else clearly changes'
    : 'not run for this page';
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
    'scorecard above, is outside without the mechanism, and has clearly changed. Where none breaks, the mechanism rests on what is known of the',
    'services and not on these figures; what changes is told, by a twentieth or more. Assessing teams and ambulances were taken out of the baseline',
    'only, while the waits of officers and who drives are scored on the years: those figures have not been asked. Run them with',
    '`spillover validate --knock-out ./scenarios/knock-outs/NAME.yaml`, and `--measure` for measures that no published figure speaks of.',
    '`treatment-demand-alone` takes nothing out: it is the demand at which `treatment-by-list` has to be read, with caseloads as they are.',
    '',
    '| mechanism | without it |',
    '|---|---|',
    ...MECHANISMS.map((mechanism) => `| ${mechanism.says} | ${shownBy(mechanism, moved, measures)} |`),
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
