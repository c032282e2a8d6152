/** What a view says of itself and every replication asks for: worked out for the first that asks, and remembered as long as the view is. */
import type { WorldView } from './view.js';

/** Remembers what was worked out of each view. */
export function once<Value>(of: (view: WorldView) => Value): (view: WorldView) => Value {
  const known = new WeakMap<WorldView, Value>();
  return (view) => {
    if (!known.has(view)) known.set(view, of(view));
    return known.get(view)!;
  };
}
