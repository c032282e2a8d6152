/** Markup that has been built here and may be written as it is. Everything else is text, and is escaped. */
export class Safe {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** What may stand in a template: text and numbers are escaped, markup is kept, nothing is written for absent parts. */
export type Part = Safe | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for use between tags and inside quoted attributes, in HTML and in SVG. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Marks markup as safe to write unescaped: only for strings made by this folder, never for a label or a citation. */
export function safe(markup: string): Safe {
  return new Safe(markup);
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Safe) return part.markup;
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return escapeText(String(part));
  return part.map(written).join('');
}

/** Template tag: escapes every value that is not already markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Safe {
  return new Safe(strings.reduce((all, text, i) => all + text + (i < parts.length ? written(parts[i]) : ''), ''));
}

/** A link to the web, saying where it goes; plain text unless the address is http or https. */
export function link(address: string | null, text: string): Safe {
  return address !== null && /^https?:\/\/[^\s"'<>]+$/i.test(address)
    ? html`<a href="${address}">${text}</a>`
    : html`${text}`;
}
