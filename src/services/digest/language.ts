import type { Transaction } from '../../db/transaction.js';
import { settingsWithin } from '../settings.js';

/** The language that a server wants for posts, or else its own, as a BCP 47 tag. */
export async function languageOf(
  tx: Pick<Transaction, '$queryRaw'>,
  { guildId, locale }: { readonly guildId: bigint; readonly locale: string },
): Promise<string> {
  return (await settingsWithin(tx, guildId)).language ?? locale;
}
