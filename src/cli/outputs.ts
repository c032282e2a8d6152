/** What a run leaves in its folder, beside the manifest. */
import type { Results } from '../experiment/index.js';

/** Where copies of the files that were read stand in an output folder. */
export const INPUTS = 'inputs';

/** Results as JSON: rounded, with a line for each number, so that two files can be compared by eye. */
async function resultsJson(results: Results): Promise<string> {
  const { roundResults } = await import('../experiment/index.js');
  return `${JSON.stringify(roundResults(results), null, 1)}\n`;
}

/**
 * The report, the tables and the results, by path in the folder.
 * @param excel Whether the tables are for Excel.
 */
export async function outputsOf(results: Results, runDate: string, excel = false): Promise<Map<string, string>> {
  const { renderReport, writeTables } = await import('../report/index.js');
  const outputs = new Map([
    ['report.html', await renderReport(results, { runDate })],
    ['results.json', await resultsJson(results)],
  ]);
  for (const [name, text] of writeTables(results, { excel })) outputs.set(`tables/${name}`, text);
  return outputs;
}
