/** Text that comes from a file, in one line: a label with line ends could pass for a line of what is told. */

/** A text with its line ends and runs of blanks as single blanks. */
export function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The same with every text in it in one line; names of keys stay. */
export function inLines<Told>(told: Told): Told {
  return linesOf(told) as Told;
}

function linesOf(told: unknown): unknown {
  if (typeof told === 'string') return inOneLine(told);
  if (Array.isArray(told)) return told.map(linesOf);
  if (typeof told !== 'object' || told === null) return told;
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [key, linesOf(value)]));
}
