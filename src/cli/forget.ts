// npm run forget -- SERVER_ID: forgets a server at once, whether the bot is in it or not.
// npm run forget -- --member MEMBER_ID: deletes everything about a member, as /data delete does.
// Either works while the bot runs.
import { readFlags } from '../lib/flags.js';
import { createForgetting } from '../services/data/forgetting.js';
import { createDataRights } from '../services/data/rights.js';
import { rightsText } from '../text/rights.js';
import { complain, idFrom, say, withDatabase } from './operator.js';

const { values: flags, positionals } = readFlags(rightsText.forgetUsage, {
  options: { member: { type: 'string' } },
  allowPositionals: true,
});
const [server, ...more] = positionals;
const typed = flags.member ?? server;
if (
  typed === undefined ||
  more.length > 0 ||
  (flags.member !== undefined && server !== undefined)
) {
  complain(rightsText.forgetUsage);
} else {
  const id = idFrom(typed);
  if (id !== null) await forget(id);
}

async function forget(id: bigint): Promise<void> {
  await withDatabase(async (db) => {
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
  });
}
