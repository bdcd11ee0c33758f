// npm run forget -- SERVER_ID: forgets a server at once, whether the bot is in it or not.
// npm run forget -- --member MEMBER_ID: deletes everything about a member, as /data delete does.
// npm run forget -- --files: writes the database's files anew, so that nothing is left in them of what
// was deleted before; alone, or behind one of the others. Each works while the bot runs.
import type { Database } from '../db/database.js';
import { readFlags } from '../lib/flags.js';
import { createForgetting } from '../services/data/forgetting.js';
import { createDataRights } from '../services/data/rights.js';
import { rightsText } from '../words/operators/rights.js';
import { complain, idFrom, say, withDatabase } from './operator.js';

const { values: flags, positionals } = readFlags(rightsText.forgetUsage, {
  options: { member: { type: 'string' }, files: { type: 'boolean' } },
  allowPositionals: true,
});
const [server, ...more] = positionals;
const typed = flags.member ?? server;
const isNothing = typed === undefined && flags.files !== true;
if (isNothing || more.length > 0 || (flags.member !== undefined && server !== undefined)) {
  complain(rightsText.forgetUsage);
} else {
  const id = typed === undefined ? undefined : idFrom(typed);
  if (id !== null) {
    await withDatabase(async (db) => {
      if (id !== undefined) await forget(db, id);
      if (flags.files === true) await rewriteFiles(db);
      else if (db.provider === 'postgresql') say(rightsText.inFiles);
    });
  }
}

async function forget(db: Database, id: bigint): Promise<void> {
  const context = { db, clock: () => new Date() };
  const forgetting = createForgetting(context, 0);
  if (flags.member === undefined) {
    const wasThere = await forgetting.forgetServer(id);
    say(wasThere ? rightsText.serverForgotten(id) : rightsText.serverUnknown(id));
  } else {
    const rights = createDataRights(context, forgetting);
    const held = [...(await rights.holdings(id)).values()];
    await rights.erase(id);
    const rows = held.reduce((sum, count) => sum + count, 0);
    say(rows > 0 ? rightsText.memberForgotten(id, rows) : rightsText.memberUnknown(id));
  }
  // No bot need run that would do it later.
  if (!forgetting.isShredded()) say(rightsText.notOverwritten);
}

async function rewriteFiles(db: Database): Promise<void> {
  say(rightsText.rewriting[db.provider]);
  const left = await db.rewriteFiles((table) => say(rightsText.rewritten(table)));
  say(rightsText.filesRewritten);
  for (const one of left) say(rightsText.stillInFiles[one]);
}
