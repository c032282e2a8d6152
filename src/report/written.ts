import { html, type Safe } from './html.js';
import { LINE, PALETTE } from './theme.js';
import { UNSEEN_IN_LINES } from './unseen.js';

/** Style of pages that show a file, or what somebody asked. */
export const WRITTEN_STYLE = `
pre.written{font:14px/1.45 'DejaVu Sans Mono',Menlo,Consolas,monospace;background:#f6f6f6;border-left:4px solid ${LINE};padding:12px 16px;margin:0 0 16px;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:2}
.asked{font-size:20px;line-height:1.4;border-left:4px solid ${PALETTE[0]};padding-left:16px;margin:12px 0}
`;

/** A file as it is written, on a page: every character that could do harm is shown as a mark in its place. */
export function writtenText(text: string): Safe {
  return html`<pre class="written" tabindex="0">${text.replaceAll('\r\n', '\n').replace(UNSEEN_IN_LINES, '\ufffd')}</pre>`;
}
