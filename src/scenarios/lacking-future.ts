import type { AdoptedPolicy } from './policies.js';

/** A kind of future without which a policy says that a comparison is not enough, and why. */
export interface LackingFuture {
  readonly kind: string;
  readonly reason: string | null;
}

/** The future that a policy needs and that a world with these policies is not in; null where none is lacking. */
export function lackingFuture({ draft }: AdoptedPolicy, policies: readonly AdoptedPolicy[]): LackingFuture | null {
  const kind = draft['needs-future'];
  if (kind === undefined || policies.some((other) => other.draft.future === kind)) return null;
  return { kind, reason: draft['needs-future-reason']?.trim() ?? null };
}
