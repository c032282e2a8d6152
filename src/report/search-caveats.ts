/** What could change the answer of a search: the same that is said of a run, as far as a search has it. */
import { lackingFutures, neverInForce } from './caveats.js';
import { placeholdersOf, weakestInWords } from './inputs.js';
import { plain } from './labels.js';
import { leftOutInWords, type SearchSetting } from './search-setting.js';
import { unrecordedInWords } from './unrecorded.js';
import { counted, listed } from './words.js';

/** Placeholders that are named; a table of all inputs stands beside the report. */
const NAMED = 6;

/** What the answer rests on that may be otherwise, the gravest first; each a sentence. */
export function searchCaveats(setting: SearchSetting): string[] {
  const { worlds } = setting;
  const unchecked = worlds.filter(({ assurance }) => assurance === null).map(({ id, label }) => plain(label) || id);
  return [
    ...neverInForce({ results: setting }),
    ...lackingFutures({ results: setting }),
    ...(unchecked.length === 0 ? [] : [`Little checking: no assurance statement for ${listed(unchecked)}.`]),
    ...[weakestInWords(setting), placeholdersInWords(setting), unrecordedInWords(setting)].filter(
      (line) => line !== null,
    ),
    leftOutInWords(setting),
  ];
}

/** Which inputs are of grade E; null where none is. */
function placeholdersInWords(setting: SearchSetting): string | null {
  const names = new Map(setting.worlds.map(({ id, label }) => [id, plain(label) || id]));
  const ids = placeholdersOf(setting, (id) => names.get(id) ?? id);
  if (ids.length === 0) return null;
  const rest = ids.length - NAMED;
  const named =
    rest > 0
      ? `${ids.slice(0, NAMED).join(', ')} and ${counted(rest, 'other', 'others')} (with --out, all are in tables/assumptions.csv)`
      : listed(ids);
  return `Inputs of grade E (placeholders): ${named}.`;
}
