import type { Reader } from './leaf.js';

/** The version of the file format that this program reads. */
export const FORMAT_VERSION = 1;

/** The number after `spillover:`. */
export const version: Reader<number> = {
  what: `\`${FORMAT_VERSION}\``,
  neutral: FORMAT_VERSION,
  json: { const: FORMAT_VERSION },
  read(value, report) {
    if (value === FORMAT_VERSION) return FORMAT_VERSION;
    const newer = typeof value === 'number' && value > FORMAT_VERSION;
    report({
      message: newer ? `This file needs version ${value} of the format.` : 'This is no version of the format.',
      expected: `\`spillover: ${FORMAT_VERSION}\``,
      next: newer
        ? `Use a spillover that reads version ${value}, or write the file for version ${FORMAT_VERSION}.`
        : `Write \`spillover: ${FORMAT_VERSION}\`.`,
    });
    return FORMAT_VERSION;
  },
};
