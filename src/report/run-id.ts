import type { Results } from '../experiment/index.js';

/** 32-bit FNV-1a hash of a text (Fowler, Noll and Vo), by UTF-16 unit, as eight hexadecimal digits. */
function fnv(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Names a run under its charts: the same for the same worlds, seed and replications. Eight hexadecimal digits. */
export function runId(results: Results): string {
  const { seed, replications } = results.design;
  const worlds = results.worlds.map((world) => `${world.id}:${world.hash}`);
  return fnv(JSON.stringify([results.schemaVersion, worlds, seed, replications.completed]));
}
