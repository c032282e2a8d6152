import { escapeText, type Safe, safe } from './html.js';
import { FONT } from './theme.js';

/** Attributes that a static picture with one description does not need: the picture speaks for its parts. */
const NEEDLESS = /\s(?:role|class|pointer-events|font-family|font-weight="normal"|aria-[a-z]+)(?:="[^"]*")?(?=[\s/>])/g;
const COORDINATES = /(\s(?:d|transform|x|y|x1|x2|y1|y2|width|height)=")([^"]*)"/g;
const EMPTY_PATHS = /<path(?: [a-z-]+="[^"]*")* d="(?:M0,0h0v0h0Z)?"(?: [a-z-]+="[^"]*")*\/>/g;

/** Coordinates to a hundredth of a pixel: shorter, and the same whatever the last bit of a machine's arithmetic says. */
function rounded(tag: string): string {
  return tag.replace(COORDINATES, (_, name: string, value: string) => {
    const short = value.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2))));
    return `${name}${short}"`;
  });
}

/**
 * Makes an SVG fit to stand in a page beside others: title and description for those who cannot see it, ids that no other
 * picture has, one font, coordinates to a hundredth of a pixel. Text between tags is left as it is.
 */
export function inPage(svg: string, id: string, title: string, description: string): Safe {
  const ids = new Map<string, string>();
  const own = (_: string, before: string, old: string) => {
    const name = ids.get(old) ?? `${id}-${ids.size + 1}`;
    ids.set(old, name);
    return before + name;
  };
  const [, width = '0', height = '0'] = /^[\s\S]*?<svg\b[^>]*?\swidth="([\d.]+)"\s+height="([\d.]+)"/.exec(svg) ?? [];
  const body = svg
    .replace(/^[\s\S]*?<svg\b[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<[a-zA-Z][^>]*>/g, (tag) =>
      rounded(tag)
        .replace(NEEDLESS, '')
        .replace(/\sopacity="1"/g, '')
        .replace(/(\bid="|url\(#|href="#)([\w-]+)/g, own),
    )
    .replace(EMPTY_PATHS, '');
  return safe(
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" ` +
      `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">` +
      `<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-desc">${escapeText(description)}</desc>` +
      `${body}</svg>`,
  );
}
