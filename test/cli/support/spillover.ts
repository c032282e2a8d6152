/** The command as a user has it: a child process on the built program, in a folder of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
/** The built program. */
export const MAIN = join(ROOT, 'dist/cli/main.js');

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment without anything that would change what the command does or how it looks. */
export function cleanEnvironment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(SPILLOVER_|NO_COLOR|FORCE_COLOR|NODE_OPTIONS)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...extra };
}

/** A folder with the files given, which is gone after the test. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'spillover-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs a command to its end. */
export function spillover(words: readonly string[], cwd: string, extra: Record<string, string> = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
    cwd,
    env: cleanEnvironment(extra),
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

/** A command under way. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;
  /** Settles when standard error has said something. */
  readonly says: (text: string) => Promise<void>;
}

/** Starts a command. */
export function start(words: readonly string[], cwd: string): Started {
  const child = spawn(process.execPath, [MAIN, ...words], { cwd, env: cleanEnvironment({}) });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Outcome>((settle) => {
    child.on('close', (code) => settle({ code, stdout, stderr }));
  });
  const says = (text: string) =>
    new Promise<void>((settle, fail) => {
      const look = () => stderr.includes(text) && settle();
      child.stderr.on('data', look);
      child.on('close', () => fail(new Error(`ended without saying "${text}":\n${stderr}`)));
      look();
    });
  return { child, ended, says };
}
