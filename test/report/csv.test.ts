/** CSV as RFC 4180 has it, with nothing that a spreadsheet would compute. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNumber, asText, csv } from '../../src/report/csv.js';
import { readCsv } from '../support/read-csv.js';

fc.configureGlobal({ seed: 20_221 });

const COLUMNS = ['a', 'b'].map((name) => ({ name, type: 'text' as const, unit: '', description: '' }));

describe('CSV', () => {
  it('quotes commas and quotes, ends lines with CRLF, leaves absent values empty', () => {
    const rows = [
      ['plain', 'with, comma'],
      ['say "x"', null],
      [-1.5, true],
    ];
    expect(csv({ file: 'x.csv', columns: COLUMNS, rows })).toBe(
      'a,b\r\nplain,"with, comma"\r\n"say ""x""",\r\n-1.5,true\r\n',
    );
  });

  it('reads back as it was, for any labels', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 }), (rows) => {
        const read = readCsv(csv({ file: 'x.csv', columns: COLUMNS, rows }));
        expect(read).toEqual([['a', 'b'], ...rows.map((row) => row.map(asText))]);
      }),
    );
  });

  it('has no label that begins a formula', () => {
    for (const start of ['=', '+', '-', '−', '@', '\t', '\r', '＝', ' =', '\n@', '\u200B=']) {
      expect(asText(`${start}1+1`)).not.toMatch(/^[=+\-−@\t\r＝]/);
    }
    expect(asText('=1')).toBe("'=1");
    expect(asText('ordinary')).toBe('ordinary');
  });

  it('gives numbers 12 significant digits', () => {
    expect(asNumber(1 / 3)).toBe(0.333333333333);
    expect(asNumber(123456789.12345)).toBe(123456789.123);
    expect(asNumber(null)).toBeNull();
    expect(asNumber(Number.NaN)).toBeNull();
  });
});
