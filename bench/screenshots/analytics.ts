import { SHOWN_COUNTS, type ShownCount } from '../../src/lib/count-names.js';
import { PLAIN_FORM } from './form.js';
import { arrow, bookmark, bubble, heart, play, turnedRound } from './icons.js';
import type { Page } from './page.js';
import { PAGE_WORDS } from './page-words.js';

/** Colours of a page. */
interface Colours {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly faint: string;
}

const DARK: Colours = { paper: '#121212', card: '#1f1f1f', ink: '#f1f1f1', faint: '#9a9a9a' };
const LIGHT: Colours = { paper: '#f4f4f4', card: '#ffffff', ink: '#161823', faint: '#777b84' };

/** Where the page's own part begins, and how wide it is: a browser has a menu beside it. */
interface Part {
  readonly left: number;
  readonly top: number;
  readonly wide: number;
}

/** The analytics of one post, in the app or in a browser. */
export function drawAnalytics(page: Page): void {
  const colours = page.shot.dark ? DARK : LIGHT;
  const [width, height] = page.shot.phone;
  const part = width > height ? drawBrowser(page, colours) : drawApp(page, colours);
  switch (page.shot.kind) {
    case 'analytics list':
      drawList(page, part, colours);
      break;
    case 'analytics icons':
      drawIcons(page, part, colours);
      break;
    default:
      drawCards(page, part, colours);
  }
}

function drawApp({ context, shot, height, text, width }: Page, { paper, ink }: Colours): Part {
  const words = PAGE_WORDS[shot.language];
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  const { status } = shot.form ?? PLAIN_FORM;
  if (status !== 'none') text('9:41', 36, 22, { weight: 600, size: 15, colour: ink });
  if (status === 'everything') text('5G 87%', 345, 22, { size: 12, colour: ink, align: 'center' });
  text(words.title, width / 2, 66, { size: 17, weight: 700, align: 'center', colour: ink });
  context.fillStyle = '#667';
  context.fillRect(16, 96, 66, 88);
  text(words.caption, 94, 112, { size: 14, colour: ink });
  return { left: 12, top: 202, wide: width - 24 };
}

/** A menu at the left, and the same page in the middle. */
function drawBrowser(page: Page, { paper, card, ink, faint }: Colours): Part {
  const { context, shot, height, text, width } = page;
  const words = PAGE_WORDS[shot.language];
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  context.fillStyle = card;
  context.fillRect(0, 0, 230, height);
  for (const [n, word] of ['TikTok Studio', 'Home', 'Posts', 'Analytics', 'Feedback'].entries()) {
    text(word, 32, 40 + n * 44, { size: 16, weight: n === 0 ? 700 : 400, colour: ink });
  }
  const wide = Math.min(760, width - 290);
  text(words.title, 260, 44, { size: 20, weight: 700, colour: ink });
  context.fillStyle = '#667';
  context.fillRect(260, 80, 84, 112);
  text(words.caption, 364, 100, { size: 15, colour: ink });
  text('2026-11-02', 364, 126, { size: 13, colour: faint });
  return { left: 260, top: 212, wide };
}

function shownIn({ shot }: Page): ShownCount[] {
  return SHOWN_COUNTS.filter((count) => shot.counts[count] !== undefined);
}

function drawList(page: Page, { left, top, wide }: Part, { card, ink }: Colours): void {
  const { context, shot, text } = page;
  const words = PAGE_WORDS[shot.language];
  for (const [n, count] of shownIn(page).entries()) {
    const y = top + 24 + n * 52;
    context.fillStyle = card;
    context.fillRect(left, y - 24, wide, 48);
    text(words[count], left + 16, y, { size: 15, colour: ink });
    const style = { size: 15, weight: 600, align: 'right', colour: ink } as const;
    text(shot.counts[count] ?? '', left + wide - 16, y, style);
  }
}

function drawCards(page: Page, { left, top, wide }: Part, { card, ink, faint }: Colours): void {
  const { context, shot, text } = page;
  const words = PAGE_WORDS[shot.language];
  const many = wide > 500 ? 3 : 2;
  const step = (wide + 6) / many;
  for (const [n, count] of shownIn(page).entries()) {
    const [x, y] = [left + (n % many) * step, top + 10 + Math.floor(n / many) * 92];
    context.fillStyle = card;
    context.fillRect(x, y, step - 6, 84);
    text(words[count], x + 14, y + 24, { size: 13, colour: faint });
    text(shot.counts[count] ?? '', x + 14, y + 54, { size: 22, weight: 700, colour: ink });
  }
}

/** How large digits are in a row of icons, in heights of an icon. */
const DIGITS = 0.62;

/** From an icon to the next where the number stands between them, in heights of an icon. */
function besideIcon(words: string): number {
  return 1.9 + words.length * DIGITS * 0.56;
}

/** Icons in place of names, each with its number below it or beside. */
function drawIcons(page: Page, { left, top, wide }: Part, colours: Colours): void {
  const { context, shot, text, width } = page;
  const form = shot.form ?? PLAIN_FORM;
  const { ink, faint } = colours;
  const turned = shot.mirrored ? turnedRound : <T>(draw: T) => draw;
  const last = [
    { count: 'shares', draw: turned(arrow) },
    { count: 'saves', draw: bookmark },
  ] as const;
  const row = [
    { count: 'views', draw: turned(play) },
    { count: 'likes', draw: heart },
    { count: 'comments', draw: bubble },
    ...(form.savesLast ? last : last.toReversed()),
  ] as const;
  const at = (x: number) => (shot.mirrored ? width - x : x);
  const long = row.reduce((all, { count }) => all + besideIcon(shot.counts[count] ?? ''), 0);
  // The row fits its page.
  const size = form.beside ? Math.min(form.rowIcon, (wide - 24) / long) : form.rowIcon;
  const y = top + 24;
  const digits = size * DIGITS;
  const style = { size: digits, weight: form.weight, colour: ink } as const;
  const step = Math.min(wide / row.length, 110);
  let x = left + (form.beside ? size : step / 2);
  for (const { count, draw } of row) {
    const words = shot.counts[count] ?? '';
    draw(context, { x: at(x), y, size, colour: ink, hollow: form.outlined });
    if (form.beside) {
      const align = shot.mirrored ? 'right' : 'left';
      text(words, at(x + size * 0.72), y, { ...style, align });
      x += size * besideIcon(words);
    } else {
      text(words, at(x), y + size * 1.15, { ...style, align: 'center' });
      x += step;
    }
  }
  // What stands on that page, too, and is no count of these.
  const below = y + 90;
  context.fillStyle = colours.card;
  context.fillRect(left, below, wide, 84);
  text('Average watch time', left + 14, below + 24, { size: 13, colour: faint });
  text('12.4s', left + 14, below + 54, { size: 22, weight: 700, colour: ink });
  text('Watched full video', left + wide / 2, below + 24, { size: 13, colour: faint });
  text('38.2%', left + wide / 2, below + 54, { size: 22, weight: 700, colour: ink });
}
