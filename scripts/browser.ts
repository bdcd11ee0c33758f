import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';
import { projectRoot } from '../src/lib/paths.js';

/** A browser without a window, and why there is none where there is none. */
export type FoundBrowser =
  | { readonly browser: Browser }
  | { readonly browser: undefined; readonly why: string };

/**
 * Starts a browser without a window: on Linux the Chromium of a package, elsewhere the Chrome or
 * Edge that is installed.
 */
export async function startBrowser(): Promise<FoundBrowser> {
  const reasons: string[] = [];
  if (process.platform === 'linux') {
    try {
      return { browser: await startBundled() };
    } catch (error) {
      reasons.push(firstLine(error));
    }
  }
  for (const channel of ['chrome', 'msedge', 'chromium']) {
    try {
      return { browser: await chromium.launch({ channel }) };
    } catch (error) {
      reasons.push(firstLine(error));
    }
  }
  return { browser: undefined, why: `no browser starts here: ${reasons.join('; ')}` };
}

/** Where the browser's fonts are: the package's own file names folders that most machines lack. */
const FONTS_FILE = 'fonts.xml';

/** The package's fonts alone, so that pictures of the page look the same on every machine. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const require = createRequire(import.meta.url);

/** What the browser's own fonts lack and people's machines have, as ✓, → and Japanese: each font's own. */
const SIGNS = [
  [
    require.resolve(
      '@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2',
    ),
    'U+25A0-27BF',
  ],
  [
    require.resolve('@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2'),
    'U+2190-21FF',
  ],
  [
    require.resolve('@fontsource/kosugi/files/kosugi-japanese-400-normal.woff2'),
    'U+3000-30FF,U+4E00-9FFF,U+FF00-FFEF',
  ],
] as const;

/** Gives a page the signs that nothing else of it can draw, and waits until all its letters are there. */
export async function lettersReady(page: Page): Promise<void> {
  for (const [file, range] of SIGNS) {
    const bytes = await readFile(file, 'base64');
    // Under the name of Discord's own font, which everything on the page asks for first. As a text:
    // what runs in the page knows other types than what runs here.
    await page.evaluate(`(async () => {
      const bytes = Uint8Array.from(atob('${bytes}'), (letter) => letter.charCodeAt(0));
      const signs = new FontFace('gg sans', bytes, { unicodeRange: '${range}' });
      document.fonts.add(await signs.load());
    })()`);
  }
  await page.evaluate('document.fonts.ready.then(() => new Promise(requestAnimationFrame))');
}

async function startBundled(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // Not the package's own arguments: they switch the rules of origins off, which are tested here.
    // Without a sandbox, since root and many containers can't have one; it opens our pages alone.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_FILE: join(folder, FONTS_FILE) },
  });
}

/**
 * The folder with the package's Chromium. It is unpacked beside its place and then moved there in
 * one step: of several processes that start at once, none finds half a browser.
 */
async function unpacked(): Promise<string> {
  const manifest = join(projectRoot, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version }: { version: string } = JSON.parse(await readFile(manifest, 'utf8'));
  const place = join(projectRoot, 'node_modules', '.keepsake', `chromium-${version}`);
  if (existsSync(place)) return place;
  await mkdir(dirname(place), { recursive: true });
  const beside = await mkdtemp(`${place}-`);
  const before = process.env['TMPDIR'];
  try {
    // The package knows no other way to say where to.
    process.env['TMPDIR'] = beside;
    await bundled.executablePath();
    await writeFile(join(beside, FONTS_FILE), FONTS);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
