import type { Reroute } from '../../sim/index.js';
import type { RerouteDraft } from '../draft.js';
import type { Compiling } from './context.js';
import { Names } from './names.js';
import type { StepPlace } from './steps.js';

/** Reroutes of one step: names as indexes, shares by severity. */
export function compileReroutes(
  drafts: readonly RerouteDraft[],
  place: StepPlace,
  branchOptions: readonly string[],
  compiling: Compiling,
): Reroute[] {
  return drafts.map((draft) => {
    const { tree, path } = draft.where;
    const options = new Names(branchOptions);
    const rows = draft.to.map((each) => compiling.bySeverity(each.share, { tree, path: [...path, 'to'] }));
    const weights = compiling.names.severities.list.map((_, severity) =>
      compiling.shares(
        rows.map((row) => row[severity] ?? Number.NaN),
        { tree, path: [...path, 'to'] },
      ),
    );
    return {
      policy: draft.policy,
      edit: draft.edit,
      from: draft.from.map((name) =>
        compiling.index(options, 'option of this branch', name, { tree, path: [...path, 'from'] }),
      ),
      share: compiling.bySeverity(draft.share, { tree, path: [...path, 'share'] }),
      ...(draft.followers === undefined ? {} : { followers: draft.followers }),
      to: draft.to.map((each, index) => ({
        name: each.target,
        weights: weights.map((row) => row[index] ?? Number.NaN),
        to: compiling.target(each.target, place.pathway, { tree, path: [...path, 'to'] }),
      })),
    };
  });
}
