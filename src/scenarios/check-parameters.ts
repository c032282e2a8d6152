import type { Evidence } from './evidence.js';
import { nearest } from './nearest.js';
import { isReadable, type ParameterTable, referenceIn } from './parameters.js';
import type { ProblemList } from './problems.js';
import type { ParameterDraft } from './schema/parameter.js';
import { isId } from './schema/words.js';
import { branchAt, child, type MapTree, type Path, type Tree } from './tree.js';
import { percentageMeant, type Quantity, readQuantity } from './units.js';

/** Checks what every parameter has to say: a value that can be read, a source or an assumption, a grade, a range. */
export function checkParameters(
  table: ParameterTable,
  evidence: ReadonlyMap<string, Evidence>,
  list: ProblemList,
): void {
  const { tree } = table;
  if (tree === undefined) return;
  for (const [name, draft] of Object.entries(table.drafts)) {
    const block = child(tree, name);
    if (block === undefined) continue;
    const report = (path: Path, fault: Parameters<ProblemList['at']>[2]) =>
      list.at(table.top, ['parameters', name, ...path], fault);
    checkValue(draft, block, report);
    checkSource(withWrittenGrade(draft, block), evidence, report);
    checkRange(draft, block, report);
  }
}

/** Does any parameter name a piece of evidence? Then the evidence has to be read. */
export function namesEvidence(table: ParameterTable): boolean {
  return Object.values(table.drafts).some((draft) => draft.source !== undefined && isId(draft.source));
}

/** Tells a fault of the value at a path. */
export type Report = (path: Path, fault: Parameters<ProblemList['at']>[2]) => void;

function checkValue(draft: ParameterDraft, block: Tree, report: Report): void {
  const hasValue = child(block, 'value') !== undefined;
  const hasDated = child(block, 'dated') !== undefined;
  if (hasValue === hasDated) {
    report([], {
      message: hasValue ? 'It has both a `value` and `dated` values.' : '`value` is missing.',
      expected: '`value`, or `dated` values',
      next: hasValue ? 'Leave one of the two.' : 'Write `value: …` here.',
    });
  }
  checkScalars(child(block, 'value'), ['value'], report);
  draft.dated?.forEach((entry, index) => {
    checkScalars(branchAt(block, ['dated', index, 'value']), ['dated', index, 'value'], report);
    const before = draft.dated?.[index - 1];
    if (before !== undefined && entry.from.day <= before.from.day) {
      report(['dated', index, 'from'], {
        message: 'Dates are in the wrong order.',
        expected: `a day after ${before.from.text}`,
        next: 'Put the values in order of their dates.',
      });
    }
  });
}

/** Every single value of a parameter, or of a lever that is set, has to be a quantity, a name of another parameter, or one of a few words. */
export function checkScalars(tree: Tree | undefined, path: Path, report: Report): void {
  if (tree?.kind === 'map') for (const [key, value] of tree.entries) checkScalars(value, [...path, key], report);
  if (tree?.kind === 'list') {
    for (const [index, item] of tree.items.entries()) checkScalars(item, [...path, index], report);
  }
  if (tree?.kind !== 'scalar' || isReadable(tree)) return;
  const found = readQuantity(tree.value);
  if (found.kind !== 'none') return;
  report(path, {
    message: `This value cannot be read: ${found.why}.`,
    expected: 'a number with its unit, such as `45 min`, `41%` or `514 per million per year`',
    nearest: found.nearest,
    ...(found.nearest === null ? { next: 'Write a number with a unit that is known.' } : {}),
  });
}

/** A parameter whose grade is as it was written; without one where a neutral grade took the place of something unknown. */
function withWrittenGrade(draft: ParameterDraft, block: Tree): ParameterDraft | MisgradedDraft {
  const written = child(block, 'grade');
  return written === undefined || (written.kind === 'scalar' && written.value === draft.grade)
    ? draft
    : { ...draft, grade: null };
}

/** A parameter of which a fault of its grade is told already. */
type MisgradedDraft = Omit<ParameterDraft, 'grade'> & { readonly grade: null };

/** Quality of evidence that is neither official nor peer-reviewed. */
const SECOND_HAND = ['grey', 'press', 'claim'];

function checkSource(
  draft: ParameterDraft | MisgradedDraft,
  evidence: ReadonlyMap<string, Evidence>,
  report: Report,
): void {
  const { source, assumption, grade, url } = draft;
  if ((source === undefined) === (assumption === undefined)) {
    report([], {
      message:
        source === undefined
          ? 'It does not say where the number comes from.'
          : 'It has both a source and an assumption.',
      expected: '`source` (an evidence id or a citation), or `assumption` (why it is assumed)',
      next: source === undefined ? 'Write one of the two.' : 'Leave the one that is true.',
    });
  }
  if (grade === undefined) {
    report(['grade'], {
      message: '`grade` is missing.',
      expected: 'a grade from A to E',
      next: 'Write `grade: …` here.',
    });
  }
  if (assumption !== undefined && ['A', 'B', 'C'].includes(grade ?? '')) {
    report(['grade'], {
      message: 'An assumption cannot have so good a grade.',
      expected: '`D` or `E`',
      next: 'Write E, or D with a named basis.',
    });
  }
  if (assumption !== undefined && draft.range === undefined) {
    report(['range'], {
      message: 'An assumption needs a range.',
      expected: '`range: [low, high]`',
      next: 'Write the lowest and highest value that is in doubt.',
    });
  }
  if (source === undefined || source === '') return;
  if (!isId(source)) {
    if (url === undefined) {
      report(['url'], {
        message: 'A citation in words needs a `url`.',
        expected: '`url: …`, or the id of a piece of evidence as `source`',
        next: 'Write `url: …` here.',
      });
    }
    return;
  }
  if (!evidence.has(source)) {
    report(['source'], {
      message: `There is no evidence with the id \`${source}\`.`,
      found: source,
      expected: `one of the ${evidence.size} ids in the evidence files, or a citation in words with \`url\``,
      nearest: nearest(source, evidence.keys()),
      next: 'Look it up in the evidence files, or add a file of your own with `evidence: [my.csv]`.',
    });
  }
  const quality = evidence.get(source)?.quality ?? '';
  if (grade === 'A' && SECOND_HAND.includes(quality)) {
    report(['grade'], {
      message: 'Grade A is for official or peer-reviewed figures, and this evidence is neither.',
      found: `evidence of quality \`${quality}\``,
      expected: '`B` or `C`',
      next: 'Write B for the same quantity, or C where it is indirect; or name a better source.',
    });
  }
}

function checkRange(draft: ParameterDraft, block: Tree, report: Report): void {
  if (draft.range === undefined) return;
  const value = child(block, 'value');
  const low = branchAt(block, ['range', 0]);
  const high = branchAt(block, ['range', 1]);
  if (low === undefined || high === undefined) return;
  checkScalars(low, ['range', 0], report);
  checkScalars(high, ['range', 1], report);
  if (value !== undefined) comparePart(value, low, high, ['value'], report);
}

/** A value and the ends of its range, part by part: of one shape, in one kind of unit, and in order. */
function comparePart(value: Tree, low: Tree, high: Tree, path: Path, report: Report): void {
  if (
    value.kind === 'map' &&
    low.kind === 'map' &&
    high.kind === 'map' &&
    sameKeys(value, low) &&
    sameKeys(value, high)
  ) {
    for (const [key, part] of value.entries) {
      const [a, b] = [low.entries.get(key), high.entries.get(key)];
      if (a !== undefined && b !== undefined) comparePart(part, a, b, [...path, key], report);
    }
    return;
  }
  if (value.kind === 'list' && low.kind === 'list' && high.kind === 'list') {
    value.items.forEach((part, index) => {
      const [a, b] = [low.items[index], high.items[index]];
      if (a !== undefined && b !== undefined) comparePart(part, a, b, [...path, index], report);
    });
    return;
  }
  const [found, least, most] = [value, low, high].map((tree) =>
    tree.kind === 'scalar' ? readQuantity(tree.value) : null,
  );
  if (!found || !least || !most) {
    if (value.kind === low.kind && value.kind === high.kind && referenceIn(value) === null) return;
    if ([value, low, high].some((tree) => referenceIn(tree) !== null)) return;
    report(['range'], {
      message: 'The range is of another shape than the value.',
      expected: 'a low and a high end written like the value',
      next: 'Write both ends with the same keys as the value.',
    });
    return;
  }
  if (found.kind === 'none' || least.kind === 'none' || most.kind === 'none') return;
  if (!alike(found, least) || !alike(found, most)) {
    report(['range'], {
      message: 'The range is in another kind of unit than the value.',
      expected: 'a low and a high end in the same kind of unit as the value',
      next: 'Write all three in the same kind of unit.',
    });
  } else if (least.value > most.value) {
    report(['range'], {
      message: 'The range is not from low to high.',
      expected: '`[low, high]`',
      next: 'Put the lower end first.',
    });
  } else if (found.value < least.value || found.value > most.value) {
    report(path, {
      message: 'The value lies outside of its range.',
      expected: `a value from ${low.kind === 'scalar' ? low.text : ''} to ${high.kind === 'scalar' ? high.text : ''}`,
      next: percentageMeant(found, most) ?? 'Change the value, or the range and its grounds.',
    });
  }
}

function sameKeys(a: MapTree, b: MapTree): boolean {
  return a.entries.size === b.entries.size && [...a.entries.keys()].every((key) => b.entries.has(key));
}

/** Are two quantities of the same kind? A percentage and a bare number are. */
export function alike(a: Quantity, b: Quantity): boolean {
  const kind = (each: Quantity) =>
    each.kind === 'percentage' ? 'number' : each.kind === 'rate' ? `rate ${each.perHead}` : each.kind;
  return kind(a) === kind(b);
}
