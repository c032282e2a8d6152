import type { Cell, WorldDescription } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { EVERYBODY, GAIN_KINDS, GAINS, gainGroups, groupNames, smallGroups } from '../gains.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable } from '../html-table.js';
import { cutAtNothing } from '../possible.js';
import { runId } from '../run-id.js';
import { FEWEST, SUPPRESSED } from '../small-numbers.js';
import { differenceInWords, levelInShort } from '../words.js';

/** Who gains and who loses, with the totals of the population beside them. */
export function gains(figures: Figures): Safe {
  const head = html`<h2 id="gains-title">Who gains, who loses</h2>`;
  const groups = gainGroups(figures);
  if (groups.length === 0) {
    return html`<section id="gains" aria-labelledby="gains-title">${head}
<p class="left-out">No episode of a person gains or loses between the worlds of this run.</p></section>`;
  }
  return html`<section id="gains" aria-labelledby="gains-title">${head}
<p>Episodes of people that are in both worlds, each counted once: by whether the need is met, else by
whether any service is reached (a call that is answered counts; a contact that an episode starts beside it is an episode of its own), else by all its waits together. Who
gains or loses depends on how the worlds are paired; needs not met, in the sentences below, are totals of the population and do
not. ${SUPPRESSED}: fewer than ${FEWEST} episodes a run, or the number that would give one such away.</p>
<ul>${figures.policyWorlds.map((world) => totals(figures, world))}</ul>
${figures.policyWorlds.map((world) => table(figures, world, groups))}
</section>`;
}

function totals(figures: Figures, world: WorldDescription): Part {
  const unmet = figures.change(world.id, 'unmet', {});
  if (unmet === null) return null;
  const words = differenceInWords(unmet, figures.scale('unmet', {}));
  return html`<li>${figures.labels.worldName(world.id)}: needs not met in the whole population, ${words}.</li>`;
}

function table(figures: Figures, world: WorldDescription, groups: readonly Cell[]): Safe {
  const isSmall = smallGroups(figures, world.id);
  const name = groupNames(figures);
  const value = (group: Cell, kind: string): Part => {
    if (isSmall(group, kind)) return SUPPRESSED;
    const cell = { ...group, kind };
    const level = figures.change(world.id, GAINS, cell);
    if (level === null) return '0';
    return levelInShort(cutAtNothing(level), figures.scale(GAINS, cell));
  };
  const row = (label: string, group: Cell): Part[] => [label, ...GAIN_KINDS.map(({ kind }) => value(group, kind))];
  const caption = `Episodes a week that gain or lose, ${figures.labels.worldName(world.id)} against the baseline, with 95% intervals over paired runs. Simulated, run ${runId(figures.results)}.`;
  return htmlTable(
    caption,
    ['Who', ...GAIN_KINDS.map(({ label }) => label)].map((label, at) => ({ label, numeric: at > 0 })),
    [{ title: '', rows: [...groups.map((group) => row(name(group), group)), row('Everybody', EVERYBODY)] }],
  );
}
