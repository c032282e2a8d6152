/** Cheap streams of luck for tests that make samples up: addressed draws of one name, in order. */
import { saltOf, seedWords, uniform } from '../../../src/sim/draws.js';

/** A stream of numbers uniform between 0 and 1. */
export function luckOf(name: string): () => number {
  const salt = saltOf({ seed: seedWords(name), replication: 0 }, 'design/luck');
  let count = 0;
  return () => uniform(0, 0, salt.high, salt.low, count++);
}

/** A stream of normal numbers of mean 0 and variance 1 (Box and Muller 1958). */
export function normalLuckOf(name: string): () => number {
  const luck = luckOf(name);
  return () => Math.sqrt(-2 * Math.log(luck())) * Math.cos(2 * Math.PI * luck());
}

/** A stream of exponential numbers of mean 1. */
export function exponentialLuckOf(name: string): () => number {
  const luck = luckOf(name);
  return () => -Math.log(luck());
}
