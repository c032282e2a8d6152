/** The part of docs/validation.md that is about policies one by one: what was observed of each, and what is simulated. */
import { readdirSync } from 'node:fs';

/** The order of the map. */
const ORDER = [
  'right-care-right-person',
  'drug-diversion',
  'diversion-from-prosecution',
  'portugal-style',
  'oregon-style',
  'british-columbia-style',
  'consumption-facility',
  'violence-reduction-unit',
  'youth-prevention',
  'street-triage',
  'liaison-and-diversion',
  'treatment-investment',
  'crisis-alternatives',
];

/** Every policy that ships, in the order of the map, then those that are not on it; worlds and rows are of the policy that their name begins with. */
export const SYSTEMS = readdirSync(new URL('../scenarios/policies/', import.meta.url))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length))
  .sort((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1));

function placeOf(system) {
  return ORDER.includes(system) ? ORDER.indexOf(system) : ORDER.length;
}
const LEVELS = 'uk-whole';

/** What comes out without being put in, each held by a test of test/scenarios/what-emerges.test.ts. */
const EMERGES = [
  'The saving of Right Care, Right Person goes with the share that a force attended before: an area that attends 0.78 of its calls saves about two and a half times the deployments of one that attends 0.41, under the same rule, so that one force’s saving cannot be carried over to another.',
  'A ticket without follow-up treats almost nobody: under one in fifty tickets, and too few for half a year of entries to treatment to show it; the same ticket with somebody who follows it up would.',
  'More justice referrals do not raise entries to treatment where engagement is the brake: with 0.03 of people engaging, referring everybody in custody brings fewer entries than a quarter of what chance moves in half a year; with 0.26 engaging it brings about one for every four or five referrals, and with 0.6 about one for every two.',
  'A small prevention effect cannot be told from zero by one five-year run of one area: with the same luck fewer are hurt, but between two areas chance alone moves more than twice as much; were everybody reached, and not one in ten, one area would show it.',
];

/** Rows of a policy: those whose world begins with its name. */
export const rowsOf = (system, rows) => rows.filter(({ world }) => world.startsWith(system));

/** How many rows of policies that no input states are inside, in a sentence that keeps back nothing that speaks against them. */
function emergentOf(rows, inSight) {
  const all = rows.filter(
    ({ role, world }) => role === 'emergent' && SYSTEMS.some((system) => world.startsWith(system)),
  );
  const inside = all.filter(({ status }) => status === 'inside');
  const named = (list) => (list.length === 0 ? 'none' : list.map(({ id }) => `\`${id}\``).join(', '));
  const atEdge = all.filter(({ interval, low, high }) =>
    [low, high].some((end) => interval !== null && interval.low < end && end < interval.high),
  );
  return (
    `Of the ${all.length} figures of policies in the table of targets that no input states, ${inside.length} came out inside: ${named(inside)}. ` +
    `So near an end of the range that other runs could have said otherwise: ${named(atEdge)}. With an input chosen in sight of them: ` +
    `${named(all.filter(({ id }) => id in inSight))}.`
  );
}

/** Which of these figures is read in its own period too, and what that makes of the count; such a reading has the figure's id in its own. */
function readAgain(rows, figures) {
  const again = figures.filter(({ id }) => id.endsWith('-adopted'));
  return again.map(({ id, status }) => {
    const first = rows.find((row) => id === `${row.id}-adopted`);
    const emergent = rows.filter(
      ({ role, world }) => role === 'emergent' && SYSTEMS.some((system) => world.startsWith(system)),
    );
    const inside = emergent.filter((row) => (row === first ? status : row.status) === 'inside');
    return (
      `\`${first.id}\` is ${first.status} with the policy in full throughout, and ${status} like for like: in the first year after the national agreement, ` +
      `while forces began one after another, which is the year that the published figure is of (\`${id}\`). So ${inside.length} of ${emergent.length} are inside like for like. ` +
      'The second reading was taken up once the first had been seen, and so is no blind test.'
    );
  });
}

/** The section on policies; `said` tells a row: its simulated figure with the interval, its range and its verdict. */
export function policiesIn({ kept, figures, reasons, said }) {
  const { rows, later = [] } = kept;
  const line = (system, row) => {
    const why = row.status === 'not-modelled' ? row.why : (reasons[row.id] ?? '').trim().replaceAll(/\s+/g, ' ');
    const cells = [system, row.id, `${row.output} (${row.period || 'undated'})`, ...said(row), why];
    return `| ${cells.map((cell) => String(cell).replaceAll('|', '/')).join(' | ')} |`;
  };
  const systems = SYSTEMS.flatMap((system) => {
    const own = [...rowsOf(system, rows), ...rowsOf(system, figures.rows)];
    return own.length === 0 ? [`| ${system} | | no observed figure | | | | |`] : own.map((row) => line(system, row));
  });
  const head = (first) => [
    `| ${first} | figure | what | simulated (95% interval) | observed | | why |`,
    '|---|---|---|---|---|---|---|',
  ];
  return [
    '## Figures of policies: observed, and simulated',
    '',
    `From \`scenarios/targets.yaml\`, and from \`scenarios/policy-figures/\` by \`${figures.command}\`. Policies of years are followed on their own`,
    'days, in worlds in which everybody whom they do not touch stands still. Where evidence has no figure, the line says so.',
    ...[...later, ...(figures.later ?? [])].map(
      ({ command, ids }) => `Run apart, by \`${command}\`: ${ids.map((id) => `\`${id}\``).join(', ')}.`,
    ),
    '',
    emergentOf(rows, reasons['tuned-in-sight']),
    ...readAgain(rows, figures.rows),
    '',
    ...head('policy'),
    ...systems,
    '',
    'Levels that the whole map adds to the baseline, before any policy:',
    '',
    ...head('world'),
    ...rowsOf(LEVELS, figures.rows).map((row) => line(LEVELS, row)),
    '',
    '### What comes out without being put in',
    '',
    ...EMERGES.map((sentence) => `- ${sentence}`),
    '',
  ];
}
