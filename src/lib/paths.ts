import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with package.json: the same whether this file runs compiled or from its source. */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** What the bot knows of questions, one Markdown file an entry. */
export const faqDir: string = join(projectRoot, 'content', 'faq');

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('No package.json above the program: the installation is incomplete.');
  return findRoot(parent);
}
