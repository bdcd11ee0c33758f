// Draws the sample of screenshots that is kept with the code: the same number of each screen in each
// language, and some of each other screen. `npm run ready && node dist/scripts/screenshot-sample.js`
// The pictures differ by a dot here and there between machines: draw them anew only where the
// generator has changed, and all of them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawShot } from '../bench/screenshots/draw.js';
import { sampleFolder, TRUTHS, type Truths } from '../bench/screenshots/sample.js';
import { DECOYS, LANGUAGES, SCREENS, type Shot, shotOf } from '../bench/screenshots/shot.js';
import { isDecoy } from '../bench/screenshots/taken.js';

const SCREENS_OF_EACH = 4;
const OTHERS_OF_EACH = 4;

/** Far from the seeds that are measured otherwise. */
const FIRST_SEED = 5_000_000;

/** They are kept for ever, so they are no larger than this; dots across, and quality. */
const WIDEST = { phone: 720, browser: 1_440 };
const BEST = 80;

const MADE =
  'Drawn by scripts/screenshot-sample.ts with a free font; nobody’s video, and no screenshot of TikTok.';

const pictures: Truths['pictures'] = [];
rmSync(sampleFolder, { recursive: true, force: true });
mkdirSync(sampleFolder, { recursive: true });
let seed = FIRST_SEED;
for (const kind of SCREENS) {
  for (const language of LANGUAGES) {
    for (let n = 0; n < SCREENS_OF_EACH; n += 1) keep(nextOf(kind, language));
  }
}
for (const kind of DECOYS) for (let n = 0; n < OTHERS_OF_EACH; n += 1) keep(nextOf(kind));
const lines = pictures.map((one) => `    ${JSON.stringify(one)}`);
const text = `{\n  "made": ${JSON.stringify(MADE)},\n  "pictures": [\n${lines.join(',\n')}\n  ]\n}\n`;
writeFileSync(join(sampleFolder, TRUTHS), text);

/** The next shot of a screen, in a language where it has one. */
function nextOf(kind: Shot['kind'], language?: Shot['language']): Shot {
  // The font has no Japanese: names in it can't be drawn, and are drawn in English.
  const isDrawn = language !== 'ja' || !['analytics cards', 'analytics list'].includes(kind);
  const wanted = isDrawn ? language : 'en';
  for (;;) {
    seed += 1;
    const shot = shotOf(seed, [kind]);
    if (wanted === undefined || shot.language === wanted) return smaller(shot);
  }
}

function smaller(shot: Shot): Shot {
  const [width, height] = shot.phone;
  const widest = width > height ? WIDEST.browser : WIDEST.phone;
  return {
    ...shot,
    width: Math.min(shot.width, widest),
    format: shot.format === 'jpeg' ? 'jpeg' : 'webp',
    quality: Math.min(shot.quality, BEST),
  };
}

function keep(shot: Shot): void {
  const nth = String(pictures.length + 1).padStart(3, '0');
  const name = `${nth}-${shot.kind.replaceAll(/[^a-z]+/g, '-')}`;
  const file = `${name}.${shot.format === 'jpeg' ? 'jpg' : 'webp'}`;
  writeFileSync(join(sampleFolder, file), drawShot(shot));
  const { kind, language } = shot;
  pictures.push({
    file,
    seed: shot.seed,
    kind,
    language,
    counts: isDecoy(shot) ? {} : shot.counts,
  });
}
