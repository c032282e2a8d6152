/** What is set aside while it is written: a hidden name beside its place, which no other process has. */
import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** After so long without a change, what was set aside by a process that is gone is no longer wanted [ms]: a week. */
const ABANDONED = 7 * 24 * 3_600_000;

/** A name beside a place: `.out.4711-8f3a90c2.partial`. Processes in containers may share their number, and so not the rest. */
export function asideOf(place: string, ending: 'partial' | 'old'): string {
  return join(dirname(place), `.${basename(place)}.${process.pid}-${randomBytes(6).toString('hex')}.${ending}`);
}

/**
 * Removes what killed processes have left half written beside a place, once it is a week old: a process of another
 * container cannot be seen from here. What was in place before is never removed.
 */
export function clearAbandoned(place: string): void {
  const start = `.${basename(place)}.`;
  const folder = dirname(place);
  for (const name of readdirSync(folder)) {
    const [, pid] = name.startsWith(start)
      ? (/^(\d+)-[0-9a-f]{12}\.partial$/.exec(name.slice(start.length)) ?? [])
      : [];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const path = join(folder, name);
    const changed = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - changed < ABANDONED) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // Somebody else's: it stays, and is in nobody's way.
    }
  }
}

/** Whether a process of that number runs on this machine. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
