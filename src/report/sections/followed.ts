import type { Followed } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { html, type Part, type Safe } from '../html.js';
import { htmlTable, type RowGroup } from '../html-table.js';
import { runId } from '../run-id.js';
import { type EpisodeTimeline, type TimelineEntry, timelinesOf } from '../timeline.js';
import { counted, listed } from '../words.js';

const COLUMNS = [
  { label: 'When, baseline', numeric: false },
  { label: 'In the baseline', numeric: false, wide: true },
  { label: 'When, policy', numeric: false },
  { label: 'With the policy', numeric: false, wide: true },
];

type Entries = readonly TimelineEntry[] | null;

function cells(side: Entries | undefined, at: number): [Part, Part] {
  if (side === null || side === undefined) return ['', at === 0 ? 'Does not happen.' : ''];
  return [side[at]?.time ?? '', side[at]?.text ?? ''];
}

/** What the worlds share of an episode under its title, then what follows under the sentence that says why they part. */
function groupsOf({ title, sides: [baseline, policy], shared, parting }: EpisodeTimeline): RowGroup[] {
  const length = Math.max(baseline?.length ?? 1, policy?.length ?? 1);
  const rows = Array.from({ length }, (_, at): Part[] => [...cells(baseline, at), ...cells(policy, at)]);
  return [
    { title, rows: rows.slice(0, shared) },
    { title: parting ?? '', rows: rows.slice(shared) },
  ];
}

function story(figures: Figures, { world, trace }: Followed): Safe {
  const name = figures.labels.worldName(world);
  const changed = trace.episodes.filter(({ parting }) => parting !== null);
  const same = trace.episodes.length - changed.length;
  const timelines = timelinesOf({ ...trace, episodes: changed }, figures.results.design.start, figures.labels);
  const caption = `${name}: person ${trace.person}, who is synthetic, in both worlds. Simulated, run ${runId(figures.results)}.`;
  const rest =
    same === 0
      ? ''
      : `${counted(same, 'other episode', 'other episodes')} of this person went the same in both worlds.`;
  return html`<h3>${name}</h3>
${htmlTable(caption, COLUMNS, timelines.flatMap(groupsOf))}
${rest === '' ? null : html`<p class="setting">${rest}</p>`}`;
}

/** One person for each policy, followed through both worlds: chosen by a rule, and no evidence of anything. */
export function followed(figures: Figures): Safe {
  const head = html`<h2 id="followed-title">Follow one person</h2>`;
  const people = figures.results.followed ?? [];
  const missing = figures.policyWorlds.filter(({ id }) => people.every(({ world }) => world !== id));
  const none = listed(missing.map(({ id }) => figures.labels.worldName(id)));
  if (figures.policyWorlds.length === 0) {
    return html`<section id="followed" aria-labelledby="followed-title">${head}
<p class="left-out">Only one world was run, so there is nobody to follow into another.</p></section>`;
  }
  return html`<section id="followed" aria-labelledby="followed-title">${head}
<p>One person for each policy, from the first run: of the 10,000 with the lowest numbers, the first whom a rule of the policy
sent elsewhere, or for whom something changed after that, whatever it was. All people are synthetic: nobody real is described.
One person shows how the model works; how many are affected, and how, is told above. spillover trace follows anybody else.</p>
${people.map((one) => story(figures, one))}
${none === '' ? null : html`<p class="left-out">Nobody among them was touched by a rule: ${none}.</p>`}
</section>`;
}
