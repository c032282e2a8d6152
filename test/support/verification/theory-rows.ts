/** The rows of `docs/verification.md` in which simulation is held against theory. */
import type { Case, Claim } from '../../theory/support/claim.js';
import type { Verdict } from '../../theory/support/verdict.js';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** What runs a world and judges its claims. */
const commandOf = (world: string): string => `npx vitest run test/theory/theory.test.ts -t ${world}`;

/** How each row of a world begins. */
const beginning = (world: string): string => `| \`${world}\`: `;

/** What the results say of a world and a measure. */
interface Named {
  /** Label of the world: the queue that it is. */
  readonly label: string;
  /** Unit of the measure. */
  readonly unit: string;
}

/** One row: claim and unit, method, exact value, simulated value, interval (and half of it as a share), command. */
export function theoryRow({ world }: Case, claim: Claim, named: Named, verdict: Verdict): string {
  const method = `${named.label}; ${claim.source}`;
  return exactRow({ group: world, says: claim.says, unit: named.unit, method, command: commandOf(world) }, verdict);
}

/** What a row says, beside its numbers. */
export interface Said {
  /** The world, or what the tests of several rows are about. */
  readonly group: string;
  readonly says: string;
  readonly unit: string;
  readonly method: string;
  readonly command: string;
}

/** A row of what was found against an exact value. */
export function exactRow({ group, says, unit, method, command }: Said, verdict: Verdict): string {
  const { exact, mean, half, width } = verdict;
  const share = exact === 0 ? '' : ` (±${(100 * width).toFixed(2)}%)`;
  const cells = [
    `${cell(says)} [${cell(unit)}]`,
    cell(method),
    exact.toPrecision(5),
    mean.toPrecision(5),
    `${(mean - half).toPrecision(5)} to ${(mean + half).toPrecision(5)}${share}`,
    `\`${command}\``,
  ];
  return `${beginning(group)}${cells.join(' | ')} |`;
}

/** How the row of a claim begins, whatever was found. */
export function beginningOf(group: string, says: string): string {
  return `${beginning(group)}${cell(says)} [`;
}

/** The rows of a world on the page. */
export function rowsOf(page: string, world: string): string[] {
  return page.split('\n').filter((line) => line.startsWith(beginning(world)));
}
