/** What a command takes from its start to its end, Node's own start included: seconds of processor time. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median, spread } from './rounds.mjs';

const COMMANDS = [
  { id: 'check-baseline', words: ['check', 'uk-baseline'] },
  { id: 'help', words: ['--help'] },
];
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

/** Loaded before the command: its last line on standard error is what the process took [s]. */
const clock = `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(2, '\\n' + (user + system) / 1e6);
});`;

function secondsOf({ id, words }) {
  const parts = ['--import', `data:text/javascript,${encodeURIComponent(clock)}`, main, ...words];
  const { status, stderr } = spawnSync(process.execPath, parts, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${id}: the command failed:\n${stderr}`);
  return Number(stderr.split('\n').at(-1));
}

export function wholeCommands(rounds, progress) {
  const found = COMMANDS.map((command) => ({ command, seconds: [] }));
  for (let round = 0; round <= rounds; round++) {
    for (const { command, seconds } of found) {
      const taken = secondsOf(command);
      progress(`${command.id} round ${round} of ${rounds}: ${taken.toFixed(2)} s`);
      if (round > 0) seconds.push(taken);
    }
  }
  return found.map(({ command, seconds }) => {
    const note = `seconds of processor time (${spread(seconds)}): spillover ${command.words.join(' ')}`;
    return { id: command.id, ratio: median(seconds), note };
  });
}
