/** Replications after which is looked at what they say: doubled from the first look on, the last look at `most`. */
export function looksFrom(first: number, most: number): readonly number[] {
  const looks = [Math.min(first, most)];
  while (looks.at(-1)! < most) looks.push(Math.min(2 * looks.at(-1)!, most));
  return looks;
}
