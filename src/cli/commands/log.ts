import type { CommandPart } from '../part.js';

/** Writes the visit log of one replication. */
export const log: CommandPart = {
  id: 'log',
  arguments: '<scenario...>',
  summary: 'write every visit of one run to a file',
  description:
    'Runs one replication of one or more scenarios of a family and writes every visit and decision, a row each, to one ' +
    'CSV or Parquet file that bupaR, PM4Py and pandas read as it is, or, with --excel, Excel as well. The column world says which scenario ' +
    'a row is from. The people are synthetic. docs/visit-log.md explains every column.',
  options: ['format', 'excel', 'replication', 'seed', 'design', 'out', 'force'],
  examples: [
    'spillover log uk-baseline',
    'spillover log uk-baseline right-care-right-person --format parquet --out out/visits.parquet',
    'spillover log ./mine.yaml --excel --out out/mine-for-excel.csv',
    'spillover log ./mine.yaml --replication 3 --seed 7 --out out/mine.csv',
  ],
  perform: async (words, options, terminal) => {
    const { writeLog } = await import('../write-log.js');
    return writeLog(words, options, terminal);
  },
};
