import { figuresOf } from '../figure.js';
import type { Figures } from '../figures.js';
import { html, type Safe } from '../html.js';
import { htmlTable, ungrouped } from '../html-table.js';
import { digits } from '../numbers.js';
import { seriesName, warmUpInWords } from '../warm-up-words.js';
import { NOT_AVAILABLE, sentence } from '../words.js';

/** Whether the warm-up is long enough: the verdict, the weeks that settle latest, and the verdict on every series. */
export async function warmUp(figures: Figures): Promise<Safe> {
  const { series, stated } = figures.results.warmUp;
  const count = (value: number | null) => (value === null ? NOT_AVAILABLE : digits(value, 0));
  const verdicts = htmlTable(
    `Weekly series, their MSER points, and the verdict on a warm-up of ${digits(stated, 0)} weeks.`,
    ['Series', 'World', 'Weeks judged', 'MSER point', 'Weeks it needs', 'Mean off by', 'Verdict'].map((label, i) => ({
      label,
      numeric: i > 1 && i < 6,
    })),
    ungrouped(
      series.map((one) => [
        sentence(seriesName(figures, one)),
        figures.labels.shortWorld(one.world),
        count(one.weeks),
        count(one.point),
        count(one.needs),
        one.bias === null ? NOT_AVAILABLE : one.bias === 0 ? 'nothing clear' : `${digits(one.bias * 100, -1)}%`,
        one.verdict,
      ]),
    ),
  );
  return html`<section id="warm-up" aria-labelledby="warm-up-title">
<h2 id="warm-up-title">Is the warm-up long enough?</h2>
<p>${warmUpInWords(figures).sentence}</p>
<p>The weeks in which a run fills up do not count. How many that takes is checked by the rule MSER with a week as the batch, averaged
over runs: the point from which the mean is estimated best. A warm-up is called too short where the weeks between its end and
that point clearly move the mean by 1% or more.</p>
${await figuresOf('warm-up', figures)}
${series.length === 0 ? null : html`<details><summary>The verdict on every series</summary>${verdicts}</details>`}
</section>`;
}
