import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json: the same whether this file runs compiled or from its source. */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** What the bot knows, in English; in other languages in a folder for each. */
export const contentDir: string = join(projectRoot, 'content');

/** What the bot knows of questions, one Markdown file an entry. */
export const faqDir: string = join(contentDir, 'faq');

/** Where TikTok shows each number, one Markdown file a page. */
export const guideDir: string = join(contentDir, 'guide');

/** What a creator may try next, one Markdown file a tip. */
export const tipsDir: string = join(contentDir, 'tips');

/** Where TikTok shows the numbers of one's own video, as a picture: `scripts/video-page.ts` draws it. */
export const videoPageFile: string = join(projectRoot, 'content', 'pictures', 'video-page.webp');

/** What was read of all of these when the program was compiled; of each other language apart. */
export const contentCacheDir: string = join(projectRoot, 'dist', 'content-cache');

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('No package.json above the program: the installation is incomplete.');
  return findRoot(parent);
}
