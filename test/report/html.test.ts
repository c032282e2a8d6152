/** Everything is escaped unless it is markup made here. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, html, link, safe } from '../../src/report/html.js';

fc.configureGlobal({ seed: 20_221 });

describe('the template', () => {
  it('escapes values, keeps markup, leaves out what is absent', () => {
    const made = html`<p title="${`"x'`}">${'<b>&'}${safe('<i>kept</i>')}${null}${false}${[1, html`<u>${'>'}</u>`]}</p>`;
    expect(made.markup).toBe('<p title="&quot;x&#39;">&lt;b&gt;&amp;<i>kept</i>1<u>&gt;</u></p>');
  });

  it('lets no text begin a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '=') }), (text) => {
        expect(escapeText(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('links', () => {
  it('go to the web only', () => {
    expect(link('https://example.org/a?b=c&d', 'here').markup).toBe(
      '<a href="https://example.org/a?b=c&amp;d">here</a>',
    );
    for (const address of ['javascript:alert(1)', 'data:text/html,x', ' https://x', 'https://x" onclick="y', null]) {
      expect(link(address, '<here>').markup).toBe('&lt;here&gt;');
    }
  });
});
