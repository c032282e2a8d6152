import { expect, test } from 'vitest';
import { refused } from './load.js';

/** A file with one fault: where it has to be found (`line:column`), what stands there, the message, the nearest name. */
export interface Fault {
  readonly text: string;
  readonly at: string;
  readonly points: string;
  readonly message: string;
  readonly nearest?: string;
}

/** A test for each fault: it is the one Problem, it points at the right place, and it says what to do. */
export function testFaults(faults: Readonly<Record<string, Fault>>): void {
  test.each(Object.entries(faults))('%s is refused where it stands', (_, fault) => {
    const problems = refused(fault.text);
    expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      `${fault.at} ${fault.message}`,
    ]);
    const [problem] = problems;
    expect(problem?.file).toBe('s.yaml');
    const line = fault.text.split('\n')[(problem?.line ?? 1) - 1] ?? '';
    expect(line.slice((problem?.column ?? 1) - 1).startsWith(fault.points)).toBe(true);
    expect(problem?.nearest).toBe(fault.nearest ?? null);
    for (const part of [problem?.found, problem?.expected, problem?.next]) expect(part).toMatch(/\S/);
  });
}
