import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/scenarios/csv.js';

test('fields may be quoted, and hold commas, quotes and line ends', () => {
  const { records, fault } = readCsv('a,b\r\n"1, or so","say ""two"""\r\n"over\ntwo lines",\r\n');
  expect(fault).toBeNull();
  expect(records).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['1, or so', 'say "two"'] },
    { line: 3, fields: ['over\ntwo lines', ''] },
  ]);
});

test('a byte-order mark, blank lines and a missing last line end do no harm', () => {
  expect(readCsv('\uFEFFa,b\n\n1,2').records).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 3, fields: ['1', '2'] },
  ]);
  expect(readCsv('')).toEqual({ records: [], fault: null });
});

test('quotes out of place are found on their line', () => {
  expect(readCsv('a\n"b').fault).toBe(2);
  expect(readCsv('a\n"b"c').fault).toBe(2);
  expect(readCsv('a\nb"c').fault).toBe(2);
});

test('whatever is written as RFC 4180 says is read back', () => {
  const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
  const field = fc.string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', '\r', ' ', 'é') });
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
      const { records, fault } = readCsv(rows.map((row) => row.map(quoted).join(',')).join(end));
      expect(fault).toBeNull();
      expect(records.map(({ fields }) => fields)).toEqual(rows);
    }),
    { seed: 1, numRuns: 300 },
  );
});
