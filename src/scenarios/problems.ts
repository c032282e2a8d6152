import { alikeFirst, nearest, onlyHolding } from './nearest.js';
import { branchAt, nearestBranch, type Path, type Place, setElsewhere, showPath, showTree, type Tree } from './tree.js';

/** Something in a file that its author has to mend: where it is, what was found and expected, and what to do next. */
export interface Problem extends Place {
  /** The value at fault, such as `services.crisis-team.agency`; empty for a whole file. */
  readonly path: string;
  /** What is wrong; and where the value is used, if that is another file. */
  readonly message: string;
  readonly found: string;
  readonly expected: string;
  /** The valid name that was probably meant. */
  readonly nearest: string | null;
  /** What to do about it. */
  readonly next: string;
  /** True when faults kept some checks from being made, so that there may be more to tell. */
  readonly more?: boolean;
  /** It says that nobody comes to something, which somebody of another area may. */
  readonly isUnreached?: boolean;
  /** What is at fault stands in no file: `file` is a word of the command line, or this machine. */
  readonly isPlaceless?: boolean;
}

/** What is wrong, without the place. */
export interface Fault {
  readonly message: string;
  readonly expected: string;
  /** Left out: the value at the place, as written. */
  readonly found?: string;
  readonly nearest?: string | null;
  readonly next?: string;
  /** Values inside of the one at the place may be the cause. */
  readonly ofParts?: boolean;
  /** It says that nobody comes to something. */
  readonly isUnreached?: boolean;
}

/** Gathers the Problems (and warnings) of all files, so that they can be told at once. */
export class ProblemList {
  readonly problems: Problem[] = [];
  /** Worth knowing, but no reason to refuse the scenario. */
  readonly warnings: Problem[] = [];
  /** Blocks in which a line has a fault, so that a name may be missing for no other reason. */
  readonly doubts = new Set<string>();
  /** Entries that a child file adds under nearly the name of one that is there, as `services.clinc` → `clinic`. */
  readonly newcomers = new Map<string, string>();
  /** Some checks could not be made, because of what is wrong already. */
  incomplete = false;

  /** An empty list with the same doubts, for checks of one area beside others. */
  beside(): ProblemList {
    const other = new ProblemList();
    for (const doubt of this.doubts) other.doubts.add(doubt);
    for (const [name, near] of this.newcomers) other.newcomers.set(name, near);
    return other;
  }

  /** Reports a fault of the value at `path`; what is missing is pointed at from the nearest thing above it. */
  at(tree: Tree, path: Path, fault: Fault): void {
    const problem = describeAt(tree, path, fault);
    const [block, entry] = path;
    const near = path.length > 2 && problem.found === 'nothing' ? this.newcomers.get(`${block}.${entry}`) : undefined;
    const next = `\`${entry}\` is new in this file: write \`${near}\` if that is what was meant. Else: ${problem.next}`;
    this.problems.push(near === undefined ? problem : { ...problem, nearest: near, next });
  }

  /** Reports a fault of the key itself at `path`. */
  atKey(tree: Tree, path: Path, fault: Fault): void {
    const problem = describeAt(tree, path, fault);
    this.problems.push({
      ...problem,
      ...(branchAt(tree, path)?.key ?? {}),
      found: seen(fault.found ?? (String(path.at(-1)) || 'an empty key')),
    });
  }

  /** Warns about the value at `path`. */
  warn(tree: Tree, path: Path, fault: Fault): void {
    this.warnings.push(describeAt(tree, path, fault));
  }

  /** Reports a fault of a word of the command line. */
  word(word: string, fault: Fault): void {
    this.problems.push({ file: word, line: 1, column: 1, ...complete('', fault, 'nothing'), isPlaceless: true });
  }

  /** Reports a fault of a place, where there is no tree. */
  in(place: Place, fault: Fault): void {
    this.problems.push({ ...place, ...complete('', fault, 'nothing') });
  }
}

function describeAt(tree: Tree, path: Path, fault: Fault): Problem {
  const branch = branchAt(tree, path);
  const near = branch ?? nearestBranch(tree, path);
  const set = setElsewhere(tree, path, fault.ofParts ?? false);
  if (set !== null) {
    const { file, line, column } = set.usedAt;
    const used = `It is used in ${file}:${line}:${column}, as \`${showPath(path)}\`.`;
    const told = complete(showPath(set.path), fault, showTree(branch));
    return { ...set.at, ...told, message: `${told.message} ${used}` };
  }
  const place = branch === undefined ? (near.key ?? near.at) : near.at;
  return { ...place, ...complete(showPath(path), fault, showTree(branch)) };
}

function complete(path: string, fault: Fault, found: string): Omit<Problem, keyof Place> {
  return {
    path,
    message: fault.message,
    found: seen(fault.found ?? found),
    expected: fault.expected,
    nearest: fault.nearest ?? null,
    next:
      fault.next ??
      (fault.nearest ? `Write \`${fault.nearest}\` if that is what was meant.` : 'Change it to what is expected.'),
    ...(fault.isUnreached ? { isUnreached: true } : {}),
  };
}

/** Text that cannot be seen is told by the codes of its characters. */
function seen(found: string): string {
  if (found.trim() !== '') return found;
  const codes = [...found].map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return codes.length === 0 ? 'nothing' : `nothing that can be seen (${codes.slice(0, 8).join(' ')})`;
}

/** A fault of a name that nothing in the scenario bears: lists what there is, the likeliest first, and the nearest. */
export function unknownName(what: string, name: string, names: Iterable<string>, next?: string): Fault {
  const known = alikeFirst(name, names);
  const near = nearest(name, known) ?? onlyHolding(name, known);
  return {
    message: `There is no ${what} called \`${name}\`.`,
    found: name,
    expected:
      known.length === 0
        ? `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}, but none is declared`
        : `one of ${listNames(known)}`,
    nearest: near,
    ...(near === null ? { next: next ?? `Choose one that there is, or declare \`${name}\`.` } : {}),
  };
}

/** Names in a sentence; long lists are cut, and say so. */
export function listNames(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  return shown.join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');
}

/** Problems in the order of files and lines, each once; that nobody comes to something, which others may have brought about, last. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(
    (a, b) =>
      Number(a.isUnreached ?? false) - Number(b.isUnreached ?? false) ||
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.message, b.message),
  );
  const key = (problem: Problem) => `${problem.file}:${problem.line}:${problem.column}:${problem.message}`;
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return before === undefined || key(problem) !== key(before);
  });
}

/** The problems of a list in order, each marked when there may be more once they are mended. */
export function problemsIn(list: ProblemList): Problem[] {
  const sorted = sortProblems(list.problems);
  return list.incomplete ? sorted.map((problem) => ({ ...problem, more: true })) : sorted;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A line without line ends of its own: text of a file that has some could pass for another line of what is told. */
function inOneLine(line: string): string {
  return line.replaceAll(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, ' ').trimEnd();
}

/** All problems as text, sorted by file and line: what is wrong, what was found and expected, and what to do. */
export function formatProblems(problems: readonly Problem[]): string {
  const sorted = sortProblems(problems);
  const told = sorted.map((problem) => {
    const where = problem.isPlaceless ? problem.file : `${problem.file}:${problem.line}:${problem.column}`;
    const lines = [problem.path === '' ? where : `${where}  ${problem.path}`, `  ${problem.message}`];
    lines.push(`  Found ${problem.found}; expected ${problem.expected}.`);
    if (problem.nearest !== null) lines.push(`  Did you mean \`${problem.nearest}\`?`);
    lines.push(`  Next: ${problem.next}`);
    return lines.map(inOneLine).join('\n');
  });
  if (problems.some((problem) => problem.more)) told.push('There may be more once these are mended.');
  return told.join('\n\n');
}
