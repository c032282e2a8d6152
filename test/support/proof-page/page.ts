/** `docs/proof.md`: what the long proofs found when they last passed, a section for each. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FOUND } from './record.js';

const path = fileURLToPath(new URL('../../../docs/proof.md', import.meta.url));

const OPENING = `# Results of the long proofs

What \`npm run proof\` printed when each proof last passed; a run writes the sections of the proofs that it has passed, and
leaves the others. [verification.md](verification.md) says what each of them proves, and with what command.
`;

/** The page as it is committed. */
export function readResults(): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : OPENING;
}

/** The lines of each proof on a page. */
export function sectionsOf(page: string): Map<string, string[]> {
  const sections = [...page.matchAll(/^## ([\w-]+)\n\n```\n([\s\S]*?)\n```$/gm)];
  return new Map(sections.map(([, name, lines]) => [name!, lines!.split('\n')]));
}

/** A page of these sections, in the order of their names. */
export function composeResults(sections: ReadonlyMap<string, readonly string[]>): string {
  const sorted = [...sections].sort(([one], [other]) => (one < other ? -1 : 1));
  return [OPENING, ...sorted.map(([name, lines]) => `## ${name}\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`)].join('\n');
}

/** Before the proofs of a run: nothing is found yet. After them: what was found goes on the page. */
export default function setup(): () => void {
  rmSync(FOUND, { recursive: true, force: true });
  return () => {
    if (!existsSync(FOUND)) return;
    const found = readdirSync(FOUND).map((file): [string, string[]] => {
      const at = join(FOUND, file);
      const passed = `passed on ${statSync(at).mtime.toISOString().slice(0, 10)} with Node ${process.version}`;
      return [file.replace('.txt', ''), [passed, ...readFileSync(at, 'utf8').trimEnd().split('\n')]];
    });
    writeFileSync(path, composeResults(new Map([...sectionsOf(readResults()), ...found])));
  };
}
