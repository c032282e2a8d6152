/** The answer of a search in a terminal: its sentence, its tables, what could change it, how to read it. */
import type { SearchAnswer } from '../report/index.js';
import type { Terminal } from './terminal.js';

/** Prints an answer. */
export async function tellWords(words: SearchAnswer['words'], terminal: Terminal): Promise<void> {
  const { plainTable } = await import('./plain-table.js');
  terminal.heading(words.headline);
  for (const { title, rows } of words.tables) {
    if (title !== '') terminal.heading(`\n${title}`);
    terminal.answer(`${title === '' ? '\n' : ''}${plainTable(rows)}`);
  }
  terminal.heading('\nWhat could change this');
  for (const line of words.caveats) terminal.answer(`- ${line}`);
  terminal.heading('\nHow to read this');
  for (const note of words.notes) terminal.answer(`- ${note}`);
}
