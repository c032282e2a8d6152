/** What differs between two scenarios, in words and with both values. */
import type { Member } from '../../experiment/index.js';
import { type Difference, type Differences, offeredLoads, type PolicyInForce } from '../../scenarios/index.js';
import { duration, number, percent } from './quantities.js';

/** Longer texts are cut [characters]. */
const LONGEST = 160;

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}

function bothInWords<T>({ what, a, b }: Difference<T>, say: (value: T) => string): string {
  if (a === null && b !== null) return `${what}: only in B: ${say(b)}`;
  if (b === null && a !== null) return `${what}: only in A: ${say(a)}`;
  return `${what}: ${a === null ? '' : say(a)} in A; ${b === null ? '' : say(b)} in B`;
}

/** How a policy is put on, in words. */
function terms({ compliance, ramp, starts, ends }: PolicyInForce): Record<string, string> {
  return {
    'followed by': percent(compliance),
    ramp: ramp === 0 ? 'at once' : duration(ramp),
    starts: starts ?? 'no date',
    ends: ends ?? 'no date',
  };
}

function policyInWords({ a, b }: Difference<PolicyInForce>): string[] {
  const policy = b ?? a;
  if (policy === null) return [];
  const name = `${policy.label} [${policy.id}]`;
  if (a === null || b === null)
    return [`Only in ${a === null ? 'B' : 'A'}: ${name}`, ...policy.edits.map((edit) => `  ${edit}`)];
  const [one, other] = [terms(a), terms(b)];
  const put = Object.keys(one).filter((key) => one[key] !== other[key]);
  const gone = a.edits.filter((edit) => !b.edits.includes(edit));
  const added = b.edits.filter((edit) => !a.edits.includes(edit));
  return [
    `In both, but otherwise: ${name}`,
    ...put.map((key) => `  ${key}: ${one[key]} in A; ${other[key]} in B`),
    ...gone.map((edit) => `  A: ${edit}`),
    ...added.map((edit) => `  B: ${edit}`),
  ];
}

/** Services whose offered load is not the same, with both. */
function loadsInWords(a: Member, b: Member): string[] {
  const loads = ({ world, dictionary }: Member) => {
    const found = offeredLoads(world);
    return new Map(
      dictionary.services.map(({ id, label, unit }, at) => [id, { label, unit, units: found[at]?.units ?? 0 }]),
    );
  };
  const [one, other] = [loads(a), loads(b)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((id) => {
    const [first, second] = [one.get(id), other.get(id)];
    const { label, unit } = first ?? second ?? { label: id, unit: 'units' };
    const [x, y] = [first, second].map((load) => (load === undefined ? 'not there' : number(load.units)));
    return x === y ? [] : [`${label} [${id}]: ${x} in A; ${y} in B (${unit})`];
  });
}

/** All that differs, section by section; loads are by simple arithmetic, as in `describe`. */
export function differenceInWords(a: Member, b: Member, { policies, numbers, written }: Differences): string {
  const grade = (row: { readonly value: string; readonly grade: string }) => `${short(row.value)} (grade ${row.grade})`;
  const sections: [string, string[]][] = [
    ['Policies', policies.flatMap(policyInWords)],
    ['Numbers', numbers.map((each) => bothInWords(each, grade))],
    ['Anything else, as it is written', written.map((each) => bothInWords(each, short))],
    ['Offered load, by simple arithmetic', loadsInWords(a, b)],
  ];
  const told = sections.filter(([, lines]) => lines.length > 0);
  const same =
    a.description.hash === b.description.hash
      ? 'Nothing differs: the two are the same world.'
      : 'No difference in policies, numbers or anything else that is written.';
  return [
    `A: ${a.description.label} [${a.description.id}]`,
    `B: ${b.description.label} [${b.description.id}]`,
    ...(told.length === 0 ? ['', same] : []),
    ...told.flatMap(([title, lines]) => ['', title, '='.repeat(title.length), ...lines]),
  ].join('\n');
}
