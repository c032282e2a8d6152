/** Mermaid that can be drawn: every line is of a form that its grammar has, and every arrow joins declared nodes. */
import { describe, expect, it } from 'vitest';
import { CLINIC } from './support/clinic.js';
import { here } from './support/here.js';
import { folderWith } from './support/spillover.js';

const TEXT = '"(?:(?!%[%{])[^"#<>&`\\\\]|#(?:35|37|96|92|quot|lt|gt|amp);)*"';
const NODE = new RegExp(`^ {2}(s\\d+)(?:\\[${TEXT}\\]|\\{${TEXT}\\}|\\(\\[${TEXT}\\]\\)|\\[\\[${TEXT}\\]\\])$`);
const ARROW = new RegExp(`^ {2}(s\\d+) (?:-->|-\\.->)(?:\\|${TEXT}\\|)? (s\\d+)$`);

/** The charts of a page, line by line. */
function charts(page: string): string[][] {
  return [...page.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text.trimEnd().split('\n'));
}

/** Lines that no rule of the grammar allows, and arrows to nodes that are not there. */
function faultsIn([head, ...lines]: readonly string[]): string[] {
  const nodes = new Set(lines.flatMap((line) => NODE.exec(line)?.[1] ?? []));
  const odd = lines.filter((line) => !NODE.test(line) && !ARROW.test(line));
  const loose = lines.filter((line) =>
    ARROW.exec(line)
      ?.slice(1)
      .some((id) => !nodes.has(id)),
  );
  return [...(head === 'flowchart TD' ? [] : [String(head)]), ...odd, ...loose];
}

const ODD = `spillover: 1
scenario: odd
label: "A \\"quoted\\" <b>title</b> \`x\` #1 & end\\n\\n~~~\\n## Two"
time: {start: 2024-01-01, measure: 1 week}
area: {id: a, population: 1000}
agencies: {x: X}
outcomes: {end: 'End; "of" [it] (all) {x} | y --> z %%{init: {}}%% c #quot; \`m\` \\ end', graph: subgraph end}
services:
  graph: {label: 'a"b]c)d}e|f<br>g#h&i\`j\\k', agency: x, unit: u, capacity: 1}
arrivals: {s: {rate: 1 per day, to: end.end}}
pathways:
  end:
    steps:
      end: {seize: graph, for: 1 h, patience: {after: 1 h, to: =graph}}
      style: {leave: end}
`;

describe('pathways as Mermaid', () => {
  it('draw every way of a small clinic', async () => {
    const { code, stdout } = await here(['describe', './c.yaml', '--mermaid'], folderWith({ 'c.yaml': CLINIC }));
    expect(code).toBe(0);
    expect(charts(stdout)).toHaveLength(1);
    const [chart = []] = charts(stdout);
    expect(faultsIn(chart)).toEqual([]);
    for (const line of [
      '  s0["triage: Desk"]',
      '  s1{"decide"}',
      '  s0 --> s1',
      '  s1 -->|"severe: if severity is higher"| s5',
      '  s1 -->|"nurse: 50%"| s2',
      '  s2 -->|"line full"| s4',
      '  s4(["Left"])',
    ])
      expect(chart).toContain(line);
  });

  it('of the shipped policies are of the grammar, with what a policy moves as dotted arrows', async () => {
    const { stdout } = await here(['describe', 'all-three', '--mermaid'], folderWith());
    const found = charts(stdout);
    expect(found.length).toBeGreaterThan(20);
    expect(found.flatMap(faultsIn)).toEqual([]);
    expect(stdout).toMatch(/^ {2}s\d+ -\.->\|"right-care-right-person: /m);
  });

  it('keep their form whatever a label says', async () => {
    const { stdout } = await here(['describe', './odd.yaml', '--mermaid'], folderWith({ 'odd.yaml': ODD }));
    expect(charts(stdout).flatMap(faultsIn)).toEqual([]);
    expect(stdout.split('\n')[0]).toMatch(/^# Pathways: A "quoted" \\<b\\>title.* end ~~~ \\#\\# Two$/);
  });

  it('are checked by a test that finds what is out of form', () => {
    const sound = ['flowchart TD', '  s0["a"]', '  s1(["b"])', '  s0 -->|"c"| s1'];
    expect(faultsIn(sound)).toEqual([]);
    for (const fault of ['  s0["a"b"]', '  s0[a<br>]', '  s0 --> s2', '  s0 -->|c| s1', '  s0["#x;"]', '  s0["%%{x}"]'])
      expect(faultsIn([...sound, fault])).toEqual([fault]);
  });
});
