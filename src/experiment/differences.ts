/** The words for differences between twins: why an episode differs, whose it is, and to what one world's own is owed. */

/** Why an episode differs; each has exactly one cause. */
export const CAUSES = ['rule', 'hazard', 'history', 'scarcity', 'later', 'earlier', 'prevented', 'induced'] as const;
/** The one reason for which an episode differs. */
export type Cause = (typeof CAUSES)[number];

/** Classes, which partition the visits. */
export const CLASSES = ['touched', 'direct-hazard', 'background', 'bystander'] as const;
/** Place of a class in their list. */
export const Class = { touched: 0, directHazard: 1, background: 2, bystander: 3 } as const;
/** One of the classes. */
export type Class = (typeof Class)[keyof typeof Class];

/** To what an episode of one world only is owed, in the order in which they are asked for. */
export const OWNERS = ['parent-fork', 'person-fork', 'bystander-delay', 'hazard-edit'] as const;
/** Place of an owner in their list. */
export const Owner = { parentFork: 0, personFork: 1, delay: 2, hazard: 3 } as const;
/** One of the owners. */
export type Owner = (typeof Owner)[keyof typeof Owner];
