import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, parseBlocks, parseInline } from '../src/page/markdown.js';

/** Everything a reader could get to see of it, addresses and ids included. */
function flat(pieces: readonly (Inline | Block)[]): string {
  return pieces
    .map((piece): string => {
      switch (piece.kind) {
        case 'text':
        case 'everyone':
          return piece.text;
        case 'code':
          return `${'language' in piece ? piece.language : ''}${piece.text}`;
        case 'link':
          return `${flat(piece.inside)} ${piece.url}`;
        case 'user':
        case 'role':
        case 'channel':
          return piece.id;
        case 'command':
        case 'emoji':
          return `${piece.name}${piece.id}`;
        case 'time':
          return `t${piece.ms / 1000}${piece.style}`;
        case 'quote':
          return flat(piece.blocks);
        case 'list':
          return piece.items
            .map(({ number, inside }) => `${number ?? ''} ${flat(inside)}`)
            .join(' ');
        default:
          return flat(piece.inside);
      }
    })
    .join(' ');
}

const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('a line of Discord’s markup', () => {
  it.each<[string, Inline[]]>([
    ['plain words', [text('plain words')]],
    ['**bold** rest', [{ kind: 'bold', inside: [text('bold')] }, text(' rest')]],
    [
      '*it* _it_',
      [
        { kind: 'italic', inside: [text('it')] },
        text(' '),
        { kind: 'italic', inside: [text('it')] },
      ],
    ],
    [
      '__under__ ~~gone~~',
      [
        { kind: 'underline', inside: [text('under')] },
        text(' '),
        { kind: 'strike', inside: [text('gone')] },
      ],
    ],
    ['***both***', [{ kind: 'bold', inside: [{ kind: 'italic', inside: [text('both')] }] }]],
    ['`**not bold**`', [{ kind: 'code', text: '**not bold**' }]],
    ['||hidden||', [{ kind: 'spoiler', inside: [text('hidden')] }]],
    [String.raw`\*as typed\*`, [text('*as typed*')]],
    ['2 * 3 * 4 and snake_case_name', [text('2 * 3 * 4 and snake_case_name')]],
    ['[words](https://a.b/c)', [{ kind: 'link', url: 'https://a.b/c', inside: [text('words')] }]],
    [
      'see https://a.b/c?d=e.',
      [
        text('see '),
        { kind: 'link', url: 'https://a.b/c?d=e', inside: [text('https://a.b/c?d=e')] },
        text('.'),
      ],
    ],
    [
      '<@12> <@!12> <@&3> <#4>',
      [
        { kind: 'user', id: '12' },
        text(' '),
        { kind: 'user', id: '12' },
        text(' '),
        { kind: 'role', id: '3' },
        text(' '),
        { kind: 'channel', id: '4' },
      ],
    ],
    ['</faq saves:5>', [{ kind: 'command', name: 'faq saves', id: '5' }]],
    ['<t:1700000000:R>', [{ kind: 'time', ms: 1_700_000_000_000, style: 'R' }]],
    ['<t:1700000000>', [{ kind: 'time', ms: 1_700_000_000_000, style: 'f' }]],
    ['<:hi:123>', [{ kind: 'emoji', name: 'hi', id: '123' }]],
    ['@everyone', [{ kind: 'everyone', text: '@everyone' }]],
  ])('reads %j', (line, expected) => {
    expect(parseInline(line)).toEqual(expected);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '[free](javascript:alert(1))',
    '[free](data:text/html,x)',
    '[https://good.example](https://evil.example)',
    '[www.good.example](https://evil.example)',
    '<t:99999999999999999:R>',
    '**',
    '****',
    '[](https://a.b)',
  ])('leaves %j as it was typed', (line) => {
    const links = parseInline(line).filter(({ kind }) => kind === 'link');
    expect(links.map((link) => (link.kind === 'link' ? link.url : ''))).not.toContainEqual(
      expect.not.stringMatching(/^https?:/),
    );
    expect(parseInline(line).every(({ kind }) => kind === 'text' || kind === 'link')).toBe(true);
  });
});

describe('a text of Discord’s markup', () => {
  it('has headings, subtext, lists, quotes and code on lines of their own', () => {
    const read = parseBlocks(
      '# Title\nwords\n- one\n  - two\n1. first\n> said\n> so\n-# small\n```ts\nconst a = 1;\n```\nend',
    );
    expect(read.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'list',
      'list',
      'quote',
      'subtext',
      'code',
      'paragraph',
    ]);
    expect(read[2]).toMatchObject({ items: [{ depth: 0 }, { depth: 1 }] });
    expect(read[3]).toMatchObject({ items: [{ depth: 0, number: 1 }] });
    expect(read[6]).toEqual({ kind: 'code', language: 'ts', text: 'const a = 1;' });
  });

  const markup = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...['**', '*', '__', '_', '~~', '||', '`', '```', '\n', '> ', '- ', '# ', '[', '](', ')'],
        ...['https://', '<@', '<t:', '>', '<', '\\', '1. ', ' ', '@everyone', '<img src=x>'],
      ),
      fc.string({ maxLength: 6 }),
      fc.nat().map(String),
    ),
    { maxLength: 40 },
  );

  it('loses no letter and no digit, and finds only links to the web', () => {
    fc.assert(
      fc.property(markup, (parts) => {
        const source = parts.join('');
        const read = parseBlocks(source);
        const all = flat(read).replace(/[^\p{L}\p{N}]/gu, '');
        // In order; what is shown twice (a bare address) may stand between.
        let at = 0;
        for (const letter of source.replace(/[^\p{L}\p{N}]/gu, '')) {
          const next = all.indexOf(letter, at);
          expect(next, JSON.stringify(source)).toBeGreaterThanOrEqual(0);
          at = next + letter.length;
        }
        for (const url of JSON.stringify(read).matchAll(/"url":"([^"]*)"/g)) {
          expect(url[1]).toMatch(/^https?:/);
        }
      }),
    );
  });

  it('takes no long time over what looks like markup and isn’t', () => {
    for (const piece of ['*', '**', '_', '[', '<', '`', '||', '~~', '> ', '\\']) {
      expect(flat(parseBlocks(piece.repeat(3000))).length).toBeGreaterThan(0);
    }
  });
});
