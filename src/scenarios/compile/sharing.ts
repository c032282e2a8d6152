/** Which areas have a service, and which of them have it in common. */
import { unknownName } from '../problems.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Path } from '../tree.js';
import type { Compiling } from './context.js';

type Sharing = Pick<NonNullable<ScenarioDraft['services']>[string], 'shared' | 'shared-by' | 'only-in'>;

const KEYS = ['shared', 'shared-by', 'only-in'] as const;

/** Whether an area has a service, of its own or in common with others. */
export function isIn(service: Sharing, area: string): boolean {
  return (service['shared-by'] ?? service['only-in'] ?? [area]).includes(area);
}

/** Whether an area has a service in common with others. */
export function isSharedIn(service: Sharing, area: string): boolean {
  return service['shared-by']?.includes(area) ?? service.shared ?? false;
}

/** Whether it is said in one way, of areas that there are. */
export function isSaidClearly(service: Sharing, compiling: Compiling): boolean {
  const named = [...(service['shared-by'] ?? []), ...(service['only-in'] ?? [])];
  return waysSaid(service).length <= 1 && named.every((area) => compiling.areas.some(({ id }) => id === area));
}

function waysSaid(service: Sharing): string[] {
  return KEYS.filter((key) => service[key] !== undefined && service[key] !== false);
}

/** Areas that have a service in common; none where each has its own. Reports areas that there are not. */
export function sharersOf(service: Sharing, path: Path, compiling: Compiling): string[] {
  const known = compiling.areas.map(({ id }) => id);
  for (const key of ['shared-by', 'only-in'] as const) {
    service[key]?.forEach((area, index) => {
      if (area === '' || known.includes(area)) return;
      const isList = Array.isArray(compiling.writtenAt([...path, key]));
      compiling.problem(isList ? [...path, key, index] : [...path, key], unknownName('area', area, known));
    });
  }
  const written = waysSaid(service);
  if (written.length > 1) {
    compiling.problem([...path, written[1] ?? ''], {
      message: `It says in more than one way which areas have the service: ${written.map((key) => `\`${key}\``).join(', ')}.`,
      expected: 'one of `shared: true`, `shared-by` and `only-in`',
      next: 'Leave one of them, and delete the others.',
    });
  }
  return known.filter((area) => isSharedIn(service, area));
}
