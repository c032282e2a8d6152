/** Keys of episodes as text. */

/** `e` and sixteen hexadecimal digits: a text that no spreadsheet takes for a number. */
const FORM = /^e([0-9a-f]{8})([0-9a-f]{8})$/;

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0');

/** The id of an episode: the same in every world of a family, so that twins are found by it. */
export function episodeId(high: number, low: number): string {
  return `e${hex(high)}${hex(low)}`;
}

/** The key of an episode, as two words of 32 bits, or null where a text is no id of one. */
export function episodeKey(id: string): { readonly high: number; readonly low: number } | null {
  const [, high, low] = FORM.exec(id) ?? [];
  if (high === undefined || low === undefined) return null;
  return { high: Number.parseInt(high, 16) | 0, low: Number.parseInt(low, 16) | 0 };
}
