// Checks what the bot knows and keeps it as one file, for a quick start. Part of scripts/ready.mjs.

import { OTHER_LANGUAGES } from '../src/lib/languages.js';
import { writeCache } from '../src/services/content/content-cache.js';
import { ContentError, foldersWithoutProblems } from '../src/services/content/content-file.js';
import { loadContent } from '../src/services/knowledge/content.js';
import { findingsOf } from '../src/services/knowledge/translations.js';

try {
  const content = loadContent();
  for (const language of OTHER_LANGUAGES) findingsOf(language, content);
  writeCache(foldersWithoutProblems());
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
