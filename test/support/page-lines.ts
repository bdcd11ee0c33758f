import type { Page } from 'playwright-core';
import { z } from 'zod';

const measured = z.array(z.string());

/**
 * Runs in the page: each block of a message's embeds, divided by the height of its lines, and which
 * words the page put on each of them.
 */
const measure = `(message) => {
  const blocks = [
    '.embed-author, .embed-title, .field-name, .md-text, .md-subtext, .md-heading',
    '.md-list li, .md-pre, discord-embed-footer span',
  ].flatMap((part) => part.split(', ')).map((one) => 'discord-embed ' + one).join(', ');
  return [...message.querySelectorAll(blocks)].flatMap((block) => {
    const style = getComputedStyle(block);
    const px = (name) => parseFloat(style[name]) || 0;
    const box = block.getBoundingClientRect();
    const top = box.top + px('borderTopWidth') + px('paddingTop');
    const bottom = box.bottom - px('borderBottomWidth') - px('paddingBottom');
    const lines = Array.from({ length: Math.round((bottom - top) / px('lineHeight')) }, () => []);
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/[^ \\t\\n]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        const [place] = range.getClientRects();
        if (place === undefined) continue;
        const line = Math.floor(((place.top + place.bottom) / 2 - top) / px('lineHeight'));
        lines[Math.min(Math.max(line, 0), lines.length - 1)].push(word);
      }
    }
    return lines.map((words) => words.join(' '));
  });
}`;

/**
 * The lines of a message's embeds as the page lays them out now: titles, texts, the name and value
 * of each field, footers; without buttons and pictures.
 */
export async function pageLines(page: Page, messageId: string): Promise<string[]> {
  const message = page.locator(`[data-message="${messageId}"]`);
  await message.locator('discord-embed').first().waitFor();
  await page.evaluate('document.fonts.ready.then(() => new Promise(requestAnimationFrame))');
  const found = `document.querySelector('[data-message="${messageId}"]')`;
  return measured.parse(await page.evaluate(`(${measure})(${found})`));
}
