/** How threads compile, asked of a process of its own: settings belong to the whole of one. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const compiling = new URL('../../dist/experiment/compiling.js', import.meta.url).href;

/** What a program says that may call what is asked for. */
function said(program: string, ...options: string[]): { stdout: string; stderr: string } {
  const script = `import { compileBeside, inlineMore } from '${compiling}'; import { Worker } from 'node:worker_threads'; ${program}`;
  const words = [...options, '--input-type=module', '--eval', script];
  return spawnSync(process.execPath, words, {
    encoding: 'utf8',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
}

/** How a worker's busiest function is made fast, once so many workers have been announced. */
function howCompiled(workers: number): string[] {
  const busy = 'function busiest(n) { let s = 0; for (let i = 0; i < n; i++) s += i % 7; return s; }';
  const work = `${busy} for (let k = 0; k < 20000; k++) busiest(200);`;
  const { stdout } = said(
    `compileBeside(${workers}); new Worker(${JSON.stringify(work)}, { eval: true });`,
    '--trace-opt',
  );
  const lines = stdout.split('\n').filter((line) => line.includes('compiling method') && line.includes('busiest'));
  return [...new Set(lines.flatMap((line) => /ConcurrencyMode::\w+/.exec(line) ?? []))];
}

it('are settings that this Node knows', () => {
  expect(said('inlineMore(); compileBeside(0); compileBeside(1e6);').stderr).toBe('');
});

it('let a worker compile for itself where every processor has one, and beside it where one is free', () => {
  expect(howCompiled(availableParallelism())).toEqual(['ConcurrencyMode::kSynchronous']);
  expect(howCompiled(availableParallelism() - 1)).toEqual(['ConcurrencyMode::kConcurrent']);
});
