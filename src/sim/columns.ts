/** Copies a column into a longer one. */
export function copied<Column extends { set(from: Column): void }>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
