// npm run export -- MEMBER_ID FILE.zip: everything stored about a member, as /data export gives it,
// for whoever is out of Discord or has more than Discord takes. Works while the bot runs.
import { writeFile } from 'node:fs/promises';
import { readFlags } from '../lib/flags.js';
import { createForgetting } from '../services/data/forgetting.js';
import { createDataRights } from '../services/data/rights.js';
import { english } from '../words/languages.js';
import { rightsText } from '../words/operators/rights.js';
import { complain, idFrom, say, withDatabase } from './operator.js';

const { positionals } = readFlags(rightsText.exportUsage, { allowPositionals: true });
const [typed, file, ...more] = positionals;
if (typed === undefined || file === undefined || more.length > 0) {
  complain(rightsText.exportUsage);
} else {
  const id = idFrom(typed);
  if (id !== null) await exportTo(id, file);
}

async function exportTo(id: bigint, path: string): Promise<void> {
  await withDatabase(async (db) => {
    const context = { db, clock: () => new Date() };
    const rights = createDataRights(context, createForgetting(context, 0));
    const limit = Number.POSITIVE_INFINITY;
    const found = await rights.exportOf(id, { limit, readme: english.exportReadme });
    const archive = found.kind === 'archives' ? found.archives[0] : undefined;
    if (archive === undefined) return say(rightsText.memberUnknown(id));
    try {
      await writeFile(path, archive.bytes, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      return complain(
        code === 'EEXIST'
          ? rightsText.fileIsThere(path)
          : rightsText.fileUnwritable(path, String(code ?? error)),
      );
    }
    say(rightsText.exported(id, path, archive.bytes.length));
  });
}
