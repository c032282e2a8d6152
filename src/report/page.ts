import { html, type Safe, safe } from './html.js';
import { STYLE } from './style.js';

/**
 * A self-contained page with a body: nothing of it is fetched, and no script runs.
 * @param style What this kind of page needs beyond the style sheet that all have.
 */
export function page(title: string, body: Safe, style = ''): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${safe(STYLE + style)}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;
}
