/** Files that hold hours of work: written aside and put in place by renaming, so that a stop in between loses nothing. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Writes a text. */
export function keep(file, text) {
  const aside = `${file}.${process.pid}.partial`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}

/** What a file of JSON holds, or null where there is none. @throws when it is there and is not JSON. */
export const kept = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** What a script was asked to do; ends the process where that is none of what it can. */
export function askedFor(word, known) {
  if (known.includes(word)) return word;
  process.stderr.write(`There is nothing called ${word} to do. Expected one of: ${known.join(', ')}.\n`);
  process.exit(2);
}
