/**
 * Characters that a reader would not see, or that turn the direction of writing round, as the inside of a class of a regular
 * expression: controls, halves of pairs, marks of direction (the Arabic one among them), joiners, blank letters and tags.
 */
const CLASS =
  '\\p{Cc}\\p{Cs}\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}';

/** Any of them, one after another. */
export const UNSEEN = new RegExp(`[${CLASS}]+`, 'gu');

/** One of them, line ends and tabs apart. */
export const UNSEEN_IN_LINES = new RegExp(`(?![\\n\\t])[${CLASS}]`, 'gu');
