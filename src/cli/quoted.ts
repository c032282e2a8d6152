/** What would not be seen on a terminal, or would end the line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A path as it is typed in a shell: between quotes where a shell would read more in it than a name, and in one line. */
export function quoted(path: string): string {
  const name = path.startsWith('-') ? `./${path}` : path;
  if (/^[\w./-]+$/.test(name)) return name;
  if (name.search(UNSEEN) < 0) return `'${name.replaceAll("'", "'\\''")}'`;
  const code = (mark: string) => `\\U${(mark.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
  return `$'${name.replaceAll(/[\\']/g, (mark) => `\\${mark}`).replaceAll(UNSEEN, code)}'`;
}
