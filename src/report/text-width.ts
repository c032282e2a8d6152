/**
 * Advance widths of DejaVu Sans, the widest of the fonts in which a report may be shown, in thousandths of the font size,
 * for U+0020 to U+007E. What is laid out for them also fits in Arial, Helvetica and Liberation Sans.
 */
const ASCII = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838,
];
/** Widths that are printed here outside ASCII; others below U+2E80 count as a digit's width, and the rest as a full em. */
const OTHERS: Readonly<Record<string, number>> = {
  '–': 500,
  '—': 1000,
  '…': 1000,
  '−': 838,
  '→': 838,
  '‘': 318,
  '’': 318,
};
const DIGIT = 636;
const EM = 1000;
const FIRST_IDEOGRAPH = 0x2e80;
/** Bold letters are up to this much wider. */
const BOLD = 1.12;

/** Width of a line of text [pixels] at a font size [pixels]: the same on every machine, with or without fonts. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    sum += ASCII[code - 32] ?? OTHERS[character] ?? (code < FIRST_IDEOGRAPH ? DIGIT : EM);
  }
  return (sum / 1000) * size * (bold ? BOLD : 1);
}

function cut(word: string, width: number, size: number): string {
  const characters = [...word];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** Breaks a text into lines that fit a width [pixels]; what does not fit the last line ends in an ellipsis. */
export function wrapped(text: string, width: number, size: number, lines: number): readonly string[] {
  const made: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const last = made.length === lines - 1;
    if (line === '' || last || textWidth(longer, size) <= width) line = longer;
    else {
      made.push(line);
      line = word;
    }
  }
  made.push(line);
  return made.map((entry) => (textWidth(entry, size) <= width ? entry : cut(entry, width, size)));
}
