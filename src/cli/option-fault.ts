/** A fault of an option's value, told as the faults of files are: what was found and expected, the nearest name, what to do. */
import type { Fault } from '../scenarios/index.js';
import type { Terminal } from './terminal.js';

/** Tells what is wrong with an option. */
export function tellOptionFault(option: string, fault: Fault, terminal: Terminal): void {
  const { message, found, expected, nearest = null, next } = fault;
  const lines = [option, `  ${message}`, `  Found ${found ?? 'nothing'}; expected ${expected}.`];
  if (nearest !== null) lines.push(`  Did you mean \`${nearest}\`?`);
  lines.push(
    `  Next: ${next ?? (nearest === null ? `Write ${option} again, with ${expected}.` : `Write \`${nearest}\` if that is what was meant.`)}`,
  );
  terminal.fault(lines.join('\n'));
}
