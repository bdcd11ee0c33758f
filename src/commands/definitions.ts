import { DEFINED, type Defined, definitionEmbed } from '../embeds/definitions.js';
import { buttonRows } from '../embeds/rows.js';
import { encodeCustomId } from '../lib/custom-id.js';
import { MOST_VIDEOS } from '../services/tips/tips.js';
import type { Words } from '../words/words.js';
import type { Button } from './components.js';
import { boardBounds, insightBounds } from './finding-bounds.js';

/** One button for all of them: the finding is its field. */
const DEFINITION = { name: 'definition', version: 1 } as const;

/** The row under a finding, with the button that tells how it is made. */
export const howIsItMade = (what: Defined, words: Words) =>
  buttonRows([
    {
      label: words.definitions.button,
      customId: encodeCustomId({ ...DEFINITION, fields: [what] }),
    },
  ]);

/** Anyone may ask: it tells of the method, and of nobody. */
export const definition: Button = {
  ...DEFINITION,
  cost: 'light',
  late: () => ({ as: 'message', ephemeral: true }),
  press: ([name], { words }) => {
    const what = DEFINED.find((one) => one === name) ?? 'boards';
    const bounds = { boards: boardBounds, insights: insightBounds, tipVideos: MOST_VIDEOS };
    const view = { embeds: [definitionEmbed(what, bounds, words)] };
    return Promise.resolve({ kind: 'message', view, ephemeral: true });
  },
};
