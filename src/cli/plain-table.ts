/** A table without lines, for a terminal. */
import Table from 'cli-table3';

/** Characters of a table without lines. */
export const NO_LINES = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '' },
  ...{ 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
};

/** Characters between two columns of stated widths: more than one is not laid out straight. */
export const GAP = 1;

/** Text, alone or over several columns. */
export type TableCell = string | { readonly content: string; readonly colSpan: number };

/**
 * Rows as lines of text, columns aligned; the first row is the head.
 * @param widths Characters of each column with a blank at its end, in which text is wrapped; as wide as the text if left out.
 */
export function plainTable(rows: readonly (readonly TableCell[])[], widths?: readonly number[]): string {
  const style = { head: [], border: [], 'padding-left': 0, 'padding-right': widths === undefined ? 0 : 1 };
  const made = new Table(
    widths === undefined
      ? { chars: NO_LINES, style }
      : { chars: { ...NO_LINES, middle: ' '.repeat(GAP) }, style, colWidths: [...widths], wordWrap: true },
  );
  made.push(...rows.map((row) => [...row]));
  return made
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
