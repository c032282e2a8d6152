import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('mm3.c', import.meta.url));

/** The C reference, compiled for this machine and ready to call; null where there is no C compiler on the path. */
export function compiledC() {
  const folder = mkdtempSync(join(tmpdir(), 'spillover-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, 'mm3');
  const compiler = spawnSync('cc', ['-O2', '-o', program, source, '-lm'], { encoding: 'utf8' });
  if (compiler.error) return null;
  if (compiler.status !== 0) throw new Error(`the C reference does not compile:\n${compiler.stderr}`);
  return (customers, interval, service, seed) => {
    const { status, stdout } = spawnSync(program, [customers, interval, service, seed].map(String), {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the C reference failed with status ${status}`);
    const [seconds, wait] = stdout.trim().split(' ').map(Number);
    return { seconds, wait };
  };
}
