import type { WorldDescription } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { HARM_KINDS, type Harm, type HarmKind, harmsOf } from '../harm.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable } from '../html-table.js';
import { clearChanges } from '../largest.js';
import { runId } from '../run-id.js';
import { differenceInShort, differenceInWords, levelInShort, NO_CLEAR_DIFFERENCE, NOT_AVAILABLE } from '../words.js';

const TITLES: Readonly<Record<HarmKind, string>> = {
  untreated: 'Hours in line without treatment, by need and severity (person hours a week)',
  custody: 'Hours held in custody, by need (hours a week)',
  deaths: 'Deaths expected of those at risk (a week)',
};

/** Harm as rates, with the grade of the hazard beside each. */
export function harm(figures: Figures): Safe {
  const head = html`<h2 id="harm-title">Harm</h2>`;
  const harms = harmsOf(figures);
  if (harms.length === 0) {
    return html`<section id="harm" aria-labelledby="harm-title">${head}
<p class="left-out">No harm is told: nobody with a need waits in a line, is held in custody or is at risk of death in this run.</p></section>`;
  }
  const left = HARM_KINDS.filter((kind) => harms.every((one) => one.kind !== kind)).map((kind) => ABSENT[kind]);
  return html`<section id="harm" aria-labelledby="harm-title">${head}
<p>Harm is told as rates with intervals. Deaths are not counted, as there are too few of them in a run to be compared: everybody
who was at risk counts by the chance of death, or by its hazard over the time at risk, whether or not they die in it. Beside each rate stands the weakest grade of evidence among
the inputs of its hazard: how often the need arises, and, of custody and deaths, what the service and the chance of death rest on.</p>
${left.map((sentence) => html`<p class="left-out">${sentence}</p>`)}
<ul>${figures.policyWorlds.map((world) => html`<li>${inWords(figures, harms, world)}</li>`)}</ul>
${table(figures, harms)}
</section>`;
}

/** What is said where there is no rate of a kind. */
const ABSENT: Readonly<Record<HarmKind, string>> = {
  untreated: 'Nobody with a need waits in a line.',
  custody: 'Nobody with a need is held in custody, or the scenario has no service of custody.',
  deaths:
    'No deaths are told: no branch of a need’s pathway may end in an outcome that is marked as fatal, and no clock ends a life.',
};

/** The clear changes of a world, or that there are none. */
function inWords(figures: Figures, harms: readonly Harm[], world: WorldDescription): string {
  const said = harms.flatMap(({ kind, measure, cell, who, grade }) =>
    clearChanges(figures, measure, [cell], [world], false).map(
      ({ shown }) =>
        `${WHAT[kind]} (${who}; hazard: ${inGrade(grade)}), ${differenceInWords(shown, figures.scale(measure, cell))}`,
    ),
  );
  const name = figures.labels.worldName(world.id);
  return said.length === 0 ? `${name}: ${NO_CLEAR_DIFFERENCE} in any of them.` : `${name}: ${said.join('; ')}.`;
}

const WHAT: Readonly<Record<HarmKind, string>> = {
  untreated: 'time in line without treatment',
  custody: 'time held in custody',
  deaths: 'deaths expected',
};

function inGrade(grade: Harm['grade']): string {
  return grade === null ? 'no grade on record' : `grade ${grade}`;
}

function table(figures: Figures, harms: readonly Harm[]): Safe {
  const value = (world: WorldDescription, { measure, cell }: Harm): Part => {
    const isBaseline = world === figures.baseline;
    const found = isBaseline ? figures.level(world.id, measure, cell) : figures.change(world.id, measure, cell);
    if (found === null) return NOT_AVAILABLE;
    const scale = figures.scale(measure, cell);
    return isBaseline ? levelInShort(found, scale) : differenceInShort(found, scale);
  };
  const worlds = [figures.baseline, ...figures.policyWorlds];
  const groups = HARM_KINDS.map((kind) => ({
    title: TITLES[kind],
    rows: harms
      .filter((one) => one.kind === kind)
      .map((one): Part[] => [one.who, one.grade ?? 'none', ...worlds.map((world) => value(world, one))]),
  })).filter(({ rows }) => rows.length > 0);
  const caption = `Rates of harm: the baseline, and the change in each policy world with its 95% interval over paired runs. ${NOT_AVAILABLE}: not available. Simulated, run ${runId(figures.results)}.`;
  return htmlTable(
    caption,
    [
      { label: 'Who', numeric: false },
      { label: 'Grade of the hazard', numeric: false },
      { label: 'Baseline', numeric: true },
      ...figures.policyWorlds.map(({ id }) => ({ label: `${figures.labels.shortWorld(id)}, change`, numeric: true })),
    ],
    groups,
  );
}
