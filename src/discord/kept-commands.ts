import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OTHER_LANGUAGES } from '../lib/languages.js';
import { contentDir, guideDir } from '../lib/paths.js';
import { stampOfFolder } from '../services/content/content-cache.js';
import type { WantedCommand } from './registration.js';

/** Beside this program: whatever takes its place takes the place of this, too. */
const file = new URL('./commands.json', import.meta.url);

/** Commands as they are registered, and the state of the guide, whose titles are choices of one. */
interface Kept {
  readonly stamp: string;
  readonly commands: readonly WantedCommand[];
}

/**
 * What is registered, as it was made when the programs were bundled: making it reads every language,
 * which a start has no other use for. Undefined where nothing was kept, or the guide was changed since.
 */
export function keptCommands(): readonly WantedCommand[] | undefined {
  try {
    // Written by this program alone; a broken file is none.
    const { stamp, commands } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return stamp === stampOfGuide() ? commands : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is registered for the starts to come. */
export function keepCommands(commands: readonly WantedCommand[]): void {
  const kept: Kept = { stamp: stampOfGuide(), commands };
  writeFileSync(file, JSON.stringify(kept));
}

function stampOfGuide(): string {
  const others = OTHER_LANGUAGES.map((language) => join(contentDir, language, 'guide'));
  return [guideDir, ...others].map(stampOf).join('\n');
}

/** Where a folder can't be read its language is left out, and told of elsewhere. */
function stampOf(folder: string): string {
  try {
    return stampOfFolder(folder);
  } catch {
    return 'unread';
  }
}
