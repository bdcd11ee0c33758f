import { NAVIGATION, PLAIN_FORM } from './form.js';
import { arrow, bookmark, bubble, heart, play } from './icons.js';
import { drawVideo, type Page, WIDTH } from './page.js';
import { PAGE_WORDS } from './page-words.js';
import type { Shot } from './shot.js';

/** From the column's last place to the end of the video. */
const BELOW_COLUMN = 60;

/** Characters of a caption's line. */
const CAPTION = 40;

/** One's own video, or somebody's. */
export function drawVideoPage(whole: Page): void {
  const { context, shot } = whole;
  const isOwn = shot.kind === 'own video';
  const { navigation } = shot.form ?? PLAIN_FORM;
  const height = whole.height - NAVIGATION[navigation];
  const page = { ...whole, height };
  if (navigation !== 'none') drawNavigation(whole, navigation);
  const bottom = height - 78;
  drawVideo(page, 0, isOwn ? bottom : height - 60);
  const form = shot.form ?? PLAIN_FORM;
  if (form.shade) drawShade(page, bottom);
  drawStatus(page);
  if (form.subtitles) {
    const y = bottom - BELOW_COLUMN - form.step * 1.5;
    const style = { size: 26, weight: 700, align: 'center', shadow: true } as const;
    page.text('and then you pull it tight', WIDTH / 2, y, style);
  }
  drawColumn(page, bottom);
  drawCaption(page, bottom);
  if (isOwn) drawViews(page, bottom);
  else if (form.tabs) drawTabs(page);
  else {
    context.fillStyle = '#121212';
    context.fillRect(0, height - 60, WIDTH, 60);
    const words = PAGE_WORDS[shot.language];
    const align = shot.mirrored ? 'right' : 'left';
    page.text(words.comment, sideOf(shot)(20), height - 36, { size: 15, colour: '#888', align });
  }
}

/** Below everything: a line, or the three buttons. */
function drawNavigation({ context, height }: Page, kind: 'line' | 'buttons'): void {
  const tall = NAVIGATION[kind];
  const y = height - tall / 2;
  context.fillStyle = '#000';
  context.fillRect(0, height - tall, WIDTH, tall);
  context.fillStyle = '#ddd';
  if (kind === 'line') {
    context.fillRect(WIDTH / 2 - 65, y, 130, 4);
    return;
  }
  play(context, { x: WIDTH * 0.25, y, size: 15, colour: '#ddd', hollow: true });
  context.beginPath();
  context.arc(WIDTH * 0.5, y, 7, 0, 2 * Math.PI);
  context.fill();
  context.fillRect(WIDTH * 0.75 - 6, y - 6, 12, 12);
}

function sideOf({ mirrored }: Shot): (x: number) => number {
  return (x) => (mirrored ? WIDTH - x : x);
}

function drawShade({ context }: Page, bottom: number): void {
  const down = context.createLinearGradient(0, bottom - 300, 0, bottom);
  down.addColorStop(0, 'rgba(0,0,0,0)');
  down.addColorStop(1, 'rgba(0,0,0,0.5)');
  context.fillStyle = down;
  context.fillRect(0, bottom - 300, WIDTH, 300);
  const up = context.createLinearGradient(0, 0, 0, 120);
  up.addColorStop(0, 'rgba(0,0,0,0.4)');
  up.addColorStop(1, 'rgba(0,0,0,0)');
  context.fillStyle = up;
  context.fillRect(0, 0, WIDTH, 120);
}

function drawStatus({ shot, text }: Page): void {
  const { status } = shot.form ?? PLAIN_FORM;
  if (status === 'none') return;
  text('9:41', 36, 22, { weight: 600, size: 15 });
  if (status === 'time') return;
  text('5G 87%', 345, 22, { size: 12, weight: 600, align: 'center' });
  text('Following   For You', WIDTH / 2, 58, { size: 16, weight: 700, align: 'center' });
}

/** From the bottom up. */
function drawColumn({ context, shot, text }: Page, bottom: number): void {
  const words = PAGE_WORDS[shot.language];
  const form = shot.form ?? PLAIN_FORM;
  const x = sideOf(shot)(WIDTH - form.aside);
  const white = 'rgba(255,255,255,0.94)';
  const top = bottom - BELOW_COLUMN - 4 * form.step;
  context.fillStyle = '#88a';
  context.beginPath();
  context.arc(x, top - 42, 23, 0, 2 * Math.PI);
  context.fill();
  const draws = [heart, bubble, bookmark, arrow];
  const counts = (['likes', 'comments', 'saves', 'shares'] as const).map((one) => shot.counts[one]);
  for (const [n, draw] of draws.entries()) {
    const y = top + 16 + n * form.step;
    const colour = n === 0 && shot.liked ? '#fe2c55' : n === 2 && shot.saved ? '#face15' : white;
    context.shadowColor = 'rgba(0,0,0,0.25)';
    context.shadowBlur = 3;
    draw(context, { x, y, size: form.icon, colour });
    context.shadowBlur = 0;
    text(counts[n] ?? words.share, x, y + form.below, {
      ...{ size: form.digits, weight: form.weight, align: 'center', shadow: true },
    });
  }
  context.fillStyle = '#222';
  context.beginPath();
  context.arc(x, bottom - 38, 20, 0, 2 * Math.PI);
  context.fill();
}

function drawCaption({ shot, text }: Page, bottom: number): void {
  const words = PAGE_WORDS[shot.language];
  const { captionLines, wideCaption } = shot.form ?? PLAIN_FORM;
  const side = sideOf(shot);
  const align = shot.mirrored ? 'right' : 'left';
  const above = bottom - 46 - (captionLines - 1) * 19;
  text('@outdoor.mia', side(12), above - 24, { size: 16, weight: 700, shadow: true, align });
  for (let n = 0; n < captionLines; n += 1) {
    const line = n === 0 ? words.caption : 'part 3 of 12, more at 18:30 #howto';
    const isWide = wideCaption && n === captionLines - 1;
    const all = isWide ? `${line} ${words.caption}` : cut(line);
    text(all, side(12), above + n * 19, { size: 14, shadow: true, align });
  }
  text('Original sound - outdoor.mia', side(12), bottom - 22, { size: 13, shadow: true, align });
}

/** As much of a line as stands beside the column: whole words. */
function cut(line: string): string {
  return line.length <= CAPTION ? line : line.slice(0, line.lastIndexOf(' ', CAPTION));
}

function drawViews(page: Page, bottom: number): void {
  const { context, shot, height, text } = page;
  const side = sideOf(shot);
  context.fillStyle = shot.dark ? '#121212' : '#1d1d1f';
  context.fillRect(0, bottom, WIDTH, height - bottom);
  const y = bottom + 24;
  const views = shot.counts.views ?? '';
  const withWord = page.random.chance(0.5);
  play(context, { x: side(22), y, size: 15, colour: '#fff' });
  const align = shot.mirrored ? 'right' : 'left';
  const words = withWord ? `${views} ${viewsWord(shot)}` : views;
  text(words, side(34), y, { size: 14, weight: 600, align });
  const other = shot.mirrored ? 'left' : 'right';
  const { insights } = PAGE_WORDS[shot.language];
  text(insights, side(WIDTH - 16), y, { size: 13, weight: 600, align: other });
}

/** The app's own tabs, with the number of what is new in one of them. */
function drawTabs({ context, shot, height, text, random }: Page): void {
  context.fillStyle = '#000';
  context.fillRect(0, height - 60, WIDTH, 60);
  const side = sideOf(shot);
  for (const [n, word] of ['Home', 'Shop', '+', 'Inbox', 'Profile'].entries()) {
    text(word, side(39 + n * 78), height - 26, { size: 11, weight: 600, align: 'center' });
  }
  context.fillStyle = '#fe2c55';
  context.beginPath();
  context.arc(side(286), height - 44, 9, 0, 2 * Math.PI);
  context.fill();
  const news = String(random.whole(1, 24));
  text(news, side(286), height - 44, { size: 11, weight: 700, align: 'center' });
}

function viewsWord({ language }: Shot): string {
  const words = {
    en: 'views',
    vi: 'lượt xem',
    es: 'visualizaciones',
    pt: 'visualizações',
    de: 'Aufrufe',
  };
  const more = { fr: 'vues', id: 'tayangan', ja: '再生数' };
  return { ...words, ...more }[language];
}
