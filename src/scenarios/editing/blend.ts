import { type DistributionSpec, mean } from '../../sim/index.js';

/** Keys whose values are ranks or numbers of things: they cannot be taken by degrees. */
const WHOLE = ['priority', 'units', 'at-least'];

/** May the value at this address be scaled, or changed by degrees? */
export function isGradual(path: readonly string[]): boolean {
  return !path.some((key) => WHOLE.includes(key));
}

/** base + strength × (to − base), part by part; undefined when the two are not numbers of the same shape. */
export function blend(base: unknown, to: unknown, strength: number): unknown {
  if (strength === 1) return to;
  if (typeof base === 'number' && typeof to === 'number') {
    if (base === to) return base;
    const mixed = base + strength * (to - base);
    return Number.isFinite(mixed) ? mixed : undefined;
  }
  if (isDistribution(base) && isDistribution(to)) {
    if (base.kind !== to.kind || (base.kind !== 'deterministic' && base.kind !== 'exponential')) return undefined;
    return blendParts(base, to, strength);
  }
  if (typeof base === 'object' && typeof to === 'object' && base !== null && to !== null)
    return blendParts(base, to, strength);
  return base === to ? base : undefined;
}

function blendParts(base: object, to: object, strength: number): unknown {
  const keys = Object.keys(base);
  if (Array.isArray(base) !== Array.isArray(to) || keys.join() !== Object.keys(to).join()) return undefined;
  const parts = keys.map((key) => blend(part(base, key), part(to, key), strength));
  if (parts.includes(undefined)) return undefined;
  return Array.isArray(base) ? parts : Object.fromEntries(keys.map((key, index) => [key, parts[index]]));
}

/** A value times a factor: numbers, amounts, weeks, distributions, and maps of them; undefined for anything else. */
export function scaleValue(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value * by;
  if (isDistribution(value)) return scaleDistribution(value, by);
  if (value === 'rest') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const parts = Object.values(value).map((each) => scaleValue(each, by));
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  return Array.isArray(value) ? parts : Object.fromEntries(Object.keys(value).map((key, index) => [key, parts[index]]));
}

/** A distribution of which every value is multiplied. */
export function scaleDistribution(spec: DistributionSpec, by: number): DistributionSpec {
  if (by === 0) return { kind: 'deterministic', value: 0 };
  switch (spec.kind) {
    case 'deterministic':
      return { ...spec, value: spec.value * by };
    case 'exponential':
    case 'erlang':
    case 'gamma':
      return { ...spec, mean: spec.mean * by };
    case 'weibull':
      return { ...spec, scale: spec.scale * by };
    case 'lognormal':
      return { ...spec, mu: spec.mu + Math.log(by) };
    case 'triangular':
      return { ...spec, low: spec.low * by, mode: spec.mode * by, high: spec.high * by };
    case 'uniform':
      return { ...spec, low: spec.low * by, high: spec.high * by };
    case 'empirical':
      return { ...spec, values: spec.values.map((value) => value * by) };
    case 'mixture':
      return { ...spec, parts: spec.parts.map((each) => scaleDistribution(each, by)) };
    case 'truncated':
      return { ...spec, of: scaleDistribution(spec.of, by), low: spec.low * by, high: spec.high * by };
  }
}

/** Whether a number of a value, finite before, is so no longer; or what was unlimited is no number at all. */
export function isBeyondNumbers(before: unknown, after: unknown): boolean {
  if (typeof after === 'number')
    return Number.isNaN(after)
      ? before === Number.POSITIVE_INFINITY
      : Number.isFinite(before) && !Number.isFinite(after);
  if (isDistribution(before) && isDistribution(after))
    return Number.isFinite(mean(before)) && !Number.isFinite(mean(after));
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false;
  return Object.keys(after).some((key) => isBeyondNumbers(part(before, key), part(after, key)));
}

function part(value: object, key: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[key];
}

function isDistribution(value: unknown): value is DistributionSpec {
  return typeof value === 'object' && value !== null && typeof part(value, 'kind') === 'string';
}
