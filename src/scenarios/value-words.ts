/** A value of a file as it is told: `mon-fri 09:00-17:00 3; otherwise 1` for a map, with commas between the items of a list. */
export function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key} ${valueInWords(part)}`)
    .join('; ');
}
