/** Where demand lands, a sentence each: bystanders, the displacement ratio, rule or scarcity. */
import type { WorldDescription } from '../experiment/index.js';
import { originsOf, tooHighInWords } from './cut-freed.js';
import type { Figures } from './figures.js';
import { clearChanges } from './largest.js';
import { shownDifference } from './numbers.js';
import { cutAtNothing } from './possible.js';
import { notMeasuredInWords, unstaffed } from './staffing.js';
import { differenceInWords, levelInWords } from './words.js';

/** Bystanders, with everybody's waits beside them. */
function bystanders(figures: Figures, world: WorldDescription): string[] {
  const of = (kind: string) => {
    const cell = { group: 'people', kind };
    const level = figures.change(world.id, 'bystanders', cell);
    if (level === null) return null;
    return levelInWords(cutAtNothing(level), figures.scale('bystanders', cell));
  };
  const [rerouted, later, earlier] = [of('rerouted'), of('later'), of('earlier')];
  if (rerouted === null || later === null || earlier === null) return [];
  const cells = figures.results.dictionary.services.map(({ id }) => ({ service: id, class: 'everybody' }));
  const [wait] = clearChanges(figures, 'waiting-by-class', cells, [world], false);
  const total =
    wait === undefined
      ? 'at no service do the hours that everybody waits show a clear difference in this model'
      : `the largest change in the hours that everybody waits is at ${figures.labels.service(wait.cell.service ?? '')}, ` +
        differenceInWords(wait.shown, figures.scale('waiting-by-class', wait.cell));
  return [
    `Bystanders, whom no rule touched: rerouted, ${rerouted}; later, ${later}; earlier, ${earlier}. Who is a bystander depends on how the worlds ` +
      `are paired; in all, ${total}.`,
  ];
}

/** Behind a ratio of hours served that is above that of hours requested, which are served, unmet or cut by the end of the run. */
const MORE_SERVED = ' (more than requested, since less of all that is requested there goes unmet than in the baseline)';

/** The displacement ratio of the agencies from which the policies of a world start. */
function ratios(figures: Figures, world: WorldDescription): string[] {
  return originsOf(figures, world).flatMap((id) => {
    const raw = (kind: string, hours: string) =>
      figures.rawChange(world.id, 'displacement-ratio', { agency: id, kind, hours })?.mean ?? 0;
    const of = (kind: string, hours: string) => {
      const cell = { agency: id, kind, hours };
      const ratio = figures.change(world.id, 'displacement-ratio', cell);
      if (ratio === null || ratio.mean === null) return null;
      return levelInWords(ratio, figures.scale('displacement-ratio', cell));
    };
    const name = figures.labels.agency(id);
    const parts = (['gross', 'net'] as const).map((kind) => {
      const [requested, served] = [of(kind, 'requested'), of(kind, 'served')];
      const who = kind === 'gross' ? 'touched visits' : 'the visits of everybody';
      return requested === null || served === null
        ? `For ${who}: not defined, as the hours freed are not clearly more than 0`
        : `For ${who}: requested elsewhere, ${requested}${tooHighInWords(figures, world.id, id, kind)}; served there, ${served}${raw(kind, 'served') > raw(kind, 'requested') ? MORE_SERVED : ''}`;
    });
    const elsewhere = unstaffed(figures);
    const missing =
      elsewhere.length === 0 ? '' : ` ${notMeasuredInWords(figures, elsewhere)}: nothing of theirs is in it.`;
    return figures.has('displacement-ratio') ? [`Displacement from ${name}. ${parts.join('. ')}.${missing}`] : [];
  });
}

/** What of the change in unmet need is the doing of rules, and what of scarcity. */
export function armsInWords(figures: Figures, world: WorldDescription | undefined): string[] {
  if (world === undefined) return [];
  const { fourArms } = figures.results;
  const unmet = fourArms?.effects.find((row) => row.world === world.id && row.measure === 'unmet');
  if (fourArms === undefined || unmet === undefined) return [];
  const scale = figures.scale('unmet', {});
  const say = (part: 'change' | 'rule' | 'scarcity') =>
    differenceInWords(shownDifference(unmet[part], scale.factor), scale);
  const count = fourArms.services.length;
  return [
    `Needs not met: ${say('change')}. Of that, the doing of rules: ${say('rule')}; of scarcity at ${count} ` +
      `${count === 1 ? 'service' : 'services'}: ${say('scarcity')}.`,
  ];
}

/** The sentences of one policy world. */
export function landingInWords(figures: Figures, world: WorldDescription): readonly string[] {
  return [...bystanders(figures, world), ...ratios(figures, world), ...armsInWords(figures, world)];
}
