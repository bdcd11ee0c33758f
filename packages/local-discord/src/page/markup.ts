import { html, nothing, type TemplateResult } from 'lit';
import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-time.js';
import { timestamp } from '../people/timestamp.js';
import { type Block, type Inline, type Item, parseBlocks, parseInline } from './markdown.js';
import type { Store } from './store.js';

type Part = TemplateResult | string | typeof nothing;

/** A text with blocks, as in messages and embeds. */
export function blocks(text: string, store: Store): TemplateResult[] {
  return parseBlocks(text).map((block) => showBlock(block, store));
}

/** A text of one line, as in titles. */
export function inline(text: string, store: Store): Part[] {
  return parseInline(text).map((piece) => show(piece, store));
}

function showBlock(block: Block, store: Store): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<div class="md-text">${showAll(block.inside, store)}</div>`;
    case 'subtext':
      return html`<div class="md-subtext">${showAll(block.inside, store)}</div>`;
    case 'heading':
      // The page's own headings lead the outline: these are only as large as one.
      return html`<div class="md-heading md-heading-${block.level}">
        ${showAll(block.inside, store)}
      </div>`;
    case 'quote':
      return html`<blockquote>${block.blocks.map((inner) => showBlock(inner, store))}</blockquote>`;
    case 'list':
      return !block.ordered
        ? html`<ul class="md-list">
            ${block.items.map((item) => showItem(item, store))}
          </ul>`
        : html`<ol class="md-list">
            ${block.items.map((item) => showItem(item, store))}
          </ol>`;
    case 'code':
      return html`<pre class="md-pre" tabindex="0"><code>${block.text}</code></pre>`;
  }
}

function showItem({ depth, number, inside }: Item, store: Store): TemplateResult {
  return html`<li value=${number ?? nothing} class="md-depth-${depth}">${showAll(inside, store)}</li>`;
}

function showAll(pieces: readonly Inline[], store: Store): Part[] {
  return pieces.map((piece) => show(piece, store));
}

function show(piece: Inline, store: Store): Part {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return html`<code class="md-code">${piece.text}</code>`;
    case 'bold':
      return html`<strong>${showAll(piece.inside, store)}</strong>`;
    case 'italic':
      return html`<em>${showAll(piece.inside, store)}</em>`;
    case 'underline':
      return html`<u>${showAll(piece.inside, store)}</u>`;
    case 'strike':
      return html`<s>${showAll(piece.inside, store)}</s>`;
    case 'spoiler':
      return html`<details class="md-spoiler">
        <summary>Spoiler</summary>
        <span>${showAll(piece.inside, store)}</span>
      </details>`;
    case 'link':
      return html`<a href=${piece.url} target="_blank" rel="noopener noreferrer"
        >${showAll(piece.inside, store)}</a
      >`;
    case 'user':
      return mention('user', named(store.server?.members, piece.id, store) ?? 'unknown-user');
    case 'role':
      return mention('role', named(store.server?.roles, piece.id, store) ?? 'deleted-role');
    case 'channel':
      return mention('channel', named(store.server?.channels, piece.id, store) ?? 'unknown');
    case 'command':
      return mention('slash', piece.name);
    case 'everyone':
      return mention('role', piece.text.slice(1));
    case 'emoji':
      // Custom emoji are pictures at Discord; nothing is fetched from there.
      return `:${piece.name}:`;
    case 'time': {
      const { moment } = store;
      return html`<discord-time title=${timestamp(piece.ms, 'F', moment)}
        ><time datetime=${new Date(piece.ms).toISOString()}
          >${timestamp(piece.ms, piece.style, moment)}</time
        ></discord-time
      >`;
    }
  }
}

function mention(type: 'user' | 'role' | 'channel' | 'slash', name: string): TemplateResult {
  return html`<discord-mention type=${type}>${name}</discord-mention>`;
}

function named(
  list: readonly { readonly id: string; readonly name: string }[] | undefined,
  id: string,
  store: Store,
): string | undefined {
  if (id === store.entry?.bot.id) return store.entry.bot.name;
  return list?.find((one) => one.id === id)?.name;
}
