import type { RawFile } from 'discord.js';
import type { MessageView } from '../commands/answer.js';

/** Nobody is ever pinged. */
const NO_PINGS = { parse: [] };

/** A view as Discord takes it. An edit replaces: what the view leaves out goes from the message. */
export function messageBody(view: MessageView) {
  return {
    content: view.content ?? '',
    embeds: [...(view.embeds ?? [])],
    components: [...(view.components ?? [])],
    attachments: (view.files ?? []).map(({ name, description }, place) => ({
      // An edit takes it as text only, unlike a new message.
      id: String(place),
      filename: name,
      description,
    })),
    allowed_mentions: NO_PINGS,
  };
}

/** The files of a view, in the order in which the body names them. */
export function filesOf({ files = [] }: MessageView): RawFile[] {
  return files.map(({ name, data }) => ({ name, data }));
}
