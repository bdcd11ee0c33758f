import { arrow, bookmark, bubble, heart, plane, play } from './icons.js';
import { drawVideo, type Page, WIDTH } from './page.js';

type Draw = (page: Page) => void;

/** A screen that isn't read: it has numbers, and they mean something else. */
export function drawDecoy(page: Page): void {
  const draws: Readonly<Partial<Record<Page['shot']['kind'], Draw>>> = {
    profile: drawProfile,
    comments: drawComments,
    reels: drawReels,
    shorts: drawShorts,
    'feed of another network': drawFeed,
    'insights of another network': drawInsights,
    'list of posts': drawPosts,
    chat: drawChat,
  };
  const draw = draws[page.shot.kind] ?? ((other) => drawVideo(other, 0, other.height));
  draw(page);
}

const count = ({ random }: Page): string =>
  random.one([
    `${random.whole(1, 999)}`,
    `${random.whole(10, 99)}.${random.whole(0, 9)}K`,
    '1,204',
  ]);

function paper({ context, shot, height }: Page): { ink: string; faint: string } {
  context.fillStyle = shot.dark ? '#121212' : '#ffffff';
  context.fillRect(0, 0, WIDTH, height);
  return shot.dark ? { ink: '#f1f1f1', faint: '#8a8a8a' } : { ink: '#161823', faint: '#777b84' };
}

function drawProfile(page: Page): void {
  const { ink, faint } = paper(page);
  const { text, context, height } = page;
  text('outdoor.mia', WIDTH / 2, 60, { size: 17, weight: 700, colour: ink, align: 'center' });
  for (const [n, name] of ['Following', 'Followers', 'Likes'].entries()) {
    const x = 95 + n * 100;
    text(count(page), x, 210, { size: 18, weight: 700, colour: ink, align: 'center' });
    text(name, x, 232, { size: 13, colour: faint, align: 'center' });
  }
  for (let n = 0; n < 12; n += 1) {
    const [x, y] = [(n % 3) * 130, 330 + Math.floor(n / 3) * 172];
    if (y > height) break;
    context.fillStyle = `hsl(${page.random.whole(0, 359)} 30% 35%)`;
    context.fillRect(x + 1, y, 128, 170);
    text(count(page), x + 22, y + 155, { size: 13, weight: 600, shadow: true });
  }
}

function drawComments(page: Page): void {
  const { ink, faint } = paper(page);
  const { text, context, height, random } = page;
  text('1,204 comments', WIDTH / 2, 120, { size: 14, weight: 700, colour: ink, align: 'center' });
  for (let y = 170; y < height - 80; y += random.whole(66, 92)) {
    text('somebody', 64, y, { size: 13, colour: faint });
    text('This helped me so much, thank you', 64, y + 20, { size: 15, colour: ink });
    heart(context, { x: 360, y: y + 8, size: 16, colour: faint, hollow: true });
    text(count(page), 360, y + 26, { size: 12, colour: faint, align: 'center' });
  }
}

function drawReels(page: Page): void {
  const { text, context, height } = page;
  drawVideo(page, 0, height);
  if (page.random.chance(0.6)) text('Reels', 24, 70, { size: 22, weight: 700 });
  for (const [n, draw] of [heart, bubble, arrow, arrow].entries()) {
    const y = height - 420 + n * 68;
    draw(context, { x: 360, y, size: 26, colour: '#fff', hollow: true });
    text(count(page), 360, y + 28, { size: 12, weight: 600, align: 'center', shadow: true });
  }
}

function drawShorts(page: Page): void {
  const { text, context, height } = page;
  drawVideo(page, 0, height);
  const labels = [count(page), 'Dislike', count(page), 'Share', 'Remix'];
  for (const [n, label] of labels.entries()) {
    const y = height - 460 + n * 70;
    heart(context, { x: 358, y, size: 28, colour: '#fff', hollow: n % 2 === 0 });
    text(label, 358, y + 28, { size: 12, weight: 600, align: 'center', shadow: true });
  }
}

function drawFeed(page: Page): void {
  const { ink, faint } = paper(page);
  const { text, height } = page;
  for (let y = 120; y < height; y += 180) {
    text('Somebody @somebody · 2h', 70, y, { size: 14, weight: 700, colour: ink });
    text('Three knots every camper needs, a thread', 70, y + 26, { size: 15, colour: ink });
    for (const [n, x] of [90, 170, 250, 330].entries()) {
      text(n === 0 ? '12' : count(page), x, y + 90, { size: 12, colour: faint });
    }
  }
}

/** As a network beside has them: the same row, with a paper plane. */
function drawInsights(page: Page): void {
  const { ink } = paper(page);
  const { text, context, random } = page;
  text('Insights', WIDTH / 2, 62, { size: 17, weight: 700, colour: ink, align: 'center' });
  context.fillStyle = '#778';
  context.fillRect(145, 100, 100, 140);
  const hollow = random.chance(0.5);
  const draws = random.chance(0.6)
    ? [play, heart, bubble, plane, bookmark]
    : [heart, bubble, arrow, plane, bookmark];
  for (const [n, draw] of draws.entries()) {
    const x = 51 + n * 72;
    draw(context, { x, y: 280, size: 22, colour: ink, hollow });
    text(count(page), x, 308, { size: 14, weight: 600, colour: ink, align: 'center' });
  }
}

/** Several posts below each other, each with its row: nobody can tell which is meant. */
function drawPosts(page: Page): void {
  const { ink, faint } = paper(page);
  const { text, context, height, random } = page;
  text('Posts', WIDTH / 2, 62, { size: 17, weight: 700, colour: ink, align: 'center' });
  const draws = [play, heart, bubble, arrow, bookmark].slice(0, random.one([3, 5, 5]));
  for (let y = 120; y < height - 60; y += 110) {
    context.fillStyle = `hsl(${random.whole(0, 359)} 30% 45%)`;
    context.fillRect(14, y - 30, 60, 80);
    text('Three knots every camper needs', 88, y - 10, { size: 15, colour: ink });
    for (const [n, draw] of draws.entries()) {
      const x = 96 + n * 58;
      draw(context, { x, y: y + 26, size: 15, colour: faint });
      text(count(page), x + 11, y + 26, { size: 12, colour: faint });
    }
  }
}

function drawChat(page: Page): void {
  const { ink } = paper(page);
  const { text, context, height, random } = page;
  for (let y = 120; y < height - 80; y += random.whole(56, 90)) {
    const isMine = random.chance(0.5);
    const wide = random.whole(90, 230);
    context.fillStyle = isMine ? '#2f6fed' : '#88888844';
    context.beginPath();
    context.roundRect(isMine ? WIDTH - wide - 14 : 14, y - 18, wide, 38, 16);
    context.fill();
    const words = random.one([count(page), `${count(page)} views`, 'how many saves?', 'wow 😮']);
    text(words, isMine ? WIDTH - wide : 28, y, { size: 15, colour: isMine ? '#fff' : ink });
  }
}
