/** What the name of a file promises of its format, against what is written to it. */
import { extname } from 'node:path';
import type { Fault } from '../scenarios/index.js';

/** Formats of a log, and how names end that promise each; a name that promises none of a table is left to the user. */
const ENDINGS = { csv: ['.csv', '.txt'], parquet: ['.parquet', '.pq'] } as const;
/** How names end that promise a table of another format. */
const OTHERS =
  '.xlsx .xls .xlsm .xlsb .ods .tsv .json .jsonl .ndjson .feather .arrow .avro .orc .sav .dta .sas7bdat .rds .rdata .db .sqlite .zip .gz .xes .html'.split(
    ' ',
  );

/** What speaks against writing a format to a file of this name; null where nothing does. */
export function misnamed(file: string, format: keyof typeof ENDINGS, excel: boolean): Fault | null {
  const ending = extname(file).toLowerCase();
  const other = format === 'csv' ? 'parquet' : 'csv';
  const isOther = ENDINGS[other].some((each) => each === ending);
  if (!isOther && !OTHERS.includes(ending)) return null;
  const name = (of: keyof typeof ENDINGS) => (of === 'csv' ? 'CSV' : 'Parquet');
  const meant = `${file.slice(0, -ending.length)}.${format}`;
  const opened = excel ? ', and open that in Excel' : '';
  return {
    message: `What is written is ${name(format)}, and a program that goes by the name would read \`${ending}\` as something else.`,
    found: file,
    expected: `a name that ends in .${format}`,
    next:
      `Write --out ${meant}${opened}` +
      (isOther && !excel ? `; or ask for ${name(other)} with --format ${other}.` : '.'),
  };
}
