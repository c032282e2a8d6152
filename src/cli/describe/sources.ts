/** Sources of a scenario in words, one after another. */
import type { SourceRow, Sources, SourceUse } from '../../scenarios/index.js';

function useInWords({ parameter, value, grade, at, usedIn }: SourceUse): string[] {
  const where = usedIn.length === 0 ? 'changes nothing here' : `in ${usedIn.join(', ')}`;
  return [`  ${parameter}: ${value}, grade ${grade} (${at})`, `      ${where}`];
}

function rowInWords({ id, citation, url, quality, figure, at, uses }: SourceRow): string[] {
  const head = id === null ? citation : `${id}${quality === null ? '' : ` [${quality}]`}`;
  return [
    head,
    ...(figure === null ? [] : [`  ${figure}`]),
    ...(id === null ? [] : [`  ${citation}`]),
    ...(url === null ? [] : [`  ${url}`]),
    ...(at === null ? [] : [`  ${at}`]),
    ...uses.flatMap(useInWords),
    '',
  ];
}

/** Every source with what rests on it, and how many numbers rest on none. */
export function sourcesInWords({ rows, assumed, unrecorded }: Sources): string {
  const evidence = rows.filter(({ id }) => id !== null).length;
  const numbers = rows.reduce((sum, { uses }) => sum + uses.length, 0);
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  return [
    ...rows.flatMap(rowInWords),
    `${count(numbers, 'number rests', 'numbers rest')} on ${count(evidence, 'piece', 'pieces')} of evidence and ` +
      `${count(rows.length - evidence, 'citation', 'citations')}; ` +
      `${count(assumed.length, 'number is', 'numbers are')} assumed, without a source${assumed.length > 0 ? ':' : '.'}`,
    ...(assumed.length > 0 ? [`  ${assumed.join(', ')}`] : []),
    ...unrecorded.map(
      ({ from, count: n }) =>
        `${count(n, 'further number', 'further numbers')} of ${from} ${n === 1 ? 'is' : 'are'} not under \`parameters\`: no source, grade or range is recorded.`,
    ),
  ].join('\n');
}
