import { isUnavailable } from './unavailable.js';

/** Hears of a server for which something failed, and with what. */
export type OnServerFailure = (guildId: bigint, error: unknown) => void;

/** For whoever has nobody to tell: the first failure is the end. */
export const breakOff: OnServerFailure = (_, error) => {
  throw error;
};

/**
 * Does something for one server after the other; one for which it fails is told of, and keeps none
 * of the others from their turn.
 *
 * @returns for how many it went well.
 * @throws where the database can't be reached: then it fails for all of them.
 */
export async function eachServer(
  servers: readonly { readonly id: bigint }[],
  work: (guildId: bigint) => Promise<unknown>,
  onFailure: OnServerFailure,
): Promise<number> {
  let done = 0;
  for (const { id } of servers) {
    try {
      await work(id);
      done += 1;
    } catch (error) {
      if (isUnavailable(error)) throw error;
      onFailure(id, error);
    }
  }
  return done;
}
