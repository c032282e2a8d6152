import { inOneLine } from './one-line.js';
import { quoted } from './quoted.js';
import type { Terminal } from './terminal.js';

/** Says where the files of a run are, what each of them is, and how to get them again. */
export function tellWritten(
  folder: string,
  files: Readonly<Record<string, string>>,
  terminal: Pick<Terminal, 'note'>,
): void {
  terminal.note(`\nWritten to ${inOneLine(folder)}:`);
  const manifest = { 'manifest.json': 'how to get the same bytes again, and inputs/, what was read' };
  for (const [name, what] of Object.entries({ ...files, ...manifest }))
    terminal.note(`  ${name.padEnd('question.html'.length)}  ${what}`);
  const page = 'question.html' in files ? 'question.html' : 'report.html';
  terminal.note(
    `Next: open ${inOneLine(`${folder}/${page}`)}\nThe same bytes again: spillover rerun ${quoted(folder)}`,
  );
}
