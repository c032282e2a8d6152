/** Which policies may stand beside each other, named settings of levers, and edits for some worlds only. */
import { expect, test } from 'vitest';
import { accepted, refused, tablesOf } from './support/load.js';
import { small } from './support/small.js';

const policy = (id: string, edit: string, more = '') => `spillover: 1\npolicy: ${id}\n${more}edits:\n  - ${edit}\n`;
const doubled = 'scale: {what: services.clinic.capacity, by: 2}';
const files = (uses: string, edits: Readonly<Record<string, string>>) => ({
  's.yaml': small.replace('time:', `policies: ${uses}\ntime:`),
  ...edits,
});
const three = { 'p.yaml': policy('p', doubled), 'q.yaml': policy('q', doubled), 'r.yaml': policy('r', doubled) };
const messages = (uses: string) => refused(files(uses, three)).map(({ message }) => message);

test('two policies that change one thing are refused until the later one says that it comes after', () => {
  expect(messages('[./p.yaml, ./q.yaml]')).toEqual([
    'The policies `p` and `q` both change `services.clinic.capacity`, and nothing says in which order.',
  ]);
  const clinic = (uses: string) => tablesOf(accepted(files(uses, three)).world).services[0]?.capacity[12] ?? 0;
  expect(clinic('[./p.yaml, {policy: ./q.yaml, after: p}]')).toBe(4 * clinic('[]'));
});

test('an order holds by way of others, and names policies that stand before', () => {
  const chain = '[./p.yaml, {policy: ./q.yaml, after: p}, {policy: ./r.yaml, after: q}]';
  expect(accepted(files(chain, three)).world.policies).toEqual(['p', 'q', 'r']);
  expect(messages('[{policy: ./p.yaml, after: q}, {policy: ./q.yaml, after: p}]')).toEqual([
    '`q` does not stand before `p`.',
  ]);
  expect(messages('[./p.yaml, {policy: ./q.yaml, after: [p, z]}]')).toEqual(['No policy `z` is put on before `q`.']);
});

test('policies named on a command line come after all others', () => {
  const world = accepted(files('[./p.yaml]', three), 's.yaml', { policies: ['./q.yaml'] }).world;
  expect(world.policies).toEqual(['p', 'q']);
});

const levers = `levers: {times: {range: [1, 9]}}
variants: {city: {with: {times: 3}}}
parameters: {times: {value: 2, assumption: Made up., grade: E, range: [1, 9]}}
`;
const lever = { 'p.yaml': policy('p', 'scale: {what: services.clinic.capacity, by: $times}', levers) };
const capacity = (use: string) => tablesOf(accepted(files(`[${use}]`, lever)).world).services[0]?.capacity[12] ?? 0;

test('a variant sets levers, and what is set beside it goes before it', () => {
  const one = capacity('./p.yaml') / 2;
  expect(capacity('{policy: ./p.yaml, variant: city}')).toBe(3 * one);
  expect(capacity('{policy: ./p.yaml, variant: city, with: {times: 4}}')).toBe(4 * one);
  expect(refused(files('[{policy: ./p.yaml, variant: citi}]', lever))).toEqual([
    expect.objectContaining({ nearest: 'city' }),
  ]);
});

test('an edit for some worlds only is made where they have what it is about, and passed over elsewhere', () => {
  const only = (address: string) => ({ 'p.yaml': policy('p', `${doubled}\n    only-with: ${address}`) });
  const clinic = (address: string) =>
    tablesOf(accepted(files('[./p.yaml]', only(address))).world).services[0]?.capacity[12];
  expect(clinic('services.clinic')).toBe(2 * Number(clinic('services.nowhere')));
});
