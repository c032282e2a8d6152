/** A person's timelines as text: worlds side by side, or one above the other where the terminal is narrow. */
import type { EpisodeTimeline, TimelineEntry } from '../report/index.js';
import { GAP, plainTable } from './plain-table.js';

/** Columns of a terminal that is wide enough for two worlds, and of the widest text that is easily read. */
const LEAST = 72;
const MOST = 120;
/** Columns of a time with the blank after it. */
const TIME = 13;

type Side = readonly TimelineEntry[] | null;

/**
 * All episodes, one below the other.
 * @param worlds Names of the worlds, in the order of the sides.
 * @param columns Of the terminal.
 */
export function storyInWords(episodes: readonly EpisodeTimeline[], worlds: readonly string[], columns: number): string {
  const width = Math.max(20, Math.min(columns, MOST));
  const isBeside = worlds.length === 2 && width >= LEAST;
  return episodes
    .map(
      (episode) => `\n${episode.title}\n${isBeside ? beside(episode, worlds, width) : stacked(episode, worlds, width)}`,
    )
    .join('\n');
}

function beside({ sides, shared, parting }: EpisodeTimeline, worlds: readonly string[], width: number): string {
  const text = Math.floor((width - 2 * TIME - 3 * GAP) / 2);
  const [one = null, other = null] = sides;
  const length = Math.max(one?.length ?? 1, other?.length ?? 1);
  const rows = Array.from({ length }, (_, at) => [...cells(one, at), ...cells(other, at)]);
  const head = worlds.map((name) => ({ content: name.toUpperCase(), colSpan: 2 }));
  const mark = parting === null ? [] : [[{ content: marked(parting), colSpan: 4 }]];
  return plainTable([head, ...rows.slice(0, shared), ...mark, ...rows.slice(shared)], [TIME, text, TIME, text]);
}

function stacked({ sides, shared, parting }: EpisodeTimeline, worlds: readonly string[], width: number): string {
  const columns = [TIME, width - TIME - GAP];
  const mark = parting === null ? [] : [[{ content: marked(parting), colSpan: 2 }]];
  return sides
    .map((side, world) => {
      const rows = Array.from({ length: side?.length ?? 1 }, (_, at) => cells(side, at));
      const head = worlds.length > 1 ? [[{ content: (worlds[world] ?? '').toUpperCase(), colSpan: 2 }]] : [];
      return plainTable([...head, ...rows.slice(0, shared), ...mark, ...rows.slice(shared)], columns);
    })
    .join('\n');
}

/** The cells of a moment; of an episode that a world does not have, a word. */
function cells(side: Side, at: number): [string, string] {
  if (side === null) return at === 0 ? ['', 'does not happen'] : ['', ''];
  return [side[at]?.time ?? '', side[at]?.text ?? ''];
}

function marked(parting: string): string {
  return `>> ${parting}`;
}
