import type { Message, Shown, Upload } from 'local-discord';
import { drawShot } from '../../bench/screenshots/draw.js';
import type { Shot } from '../../bench/screenshots/shot.js';

/** One's own video, in English, on a phone of today, as it comes out of it. */
export const OWN_VIDEO: Shot = {
  ...{ seed: 7, kind: 'own video', language: 'en', phone: [1170, 2532], width: 1170 },
  ...{ dark: true, behind: 'dark', mirrored: false, liked: false, saved: false },
  ...{ format: 'png', quality: 90 },
  counts: { views: '541.2K', likes: '48.1K', comments: '1204', saves: '6.8K', shares: '3921' },
};

/** A screenshot as a member sends it. */
export function screenshot(shot: Partial<Shot> = {}): Upload {
  const bytes = drawShot({ ...OWN_VIDEO, ...shot });
  return { name: 'IMG_2041.PNG', contentType: 'image/png', bytes: Buffer.from(bytes) };
}

/** What stands in the end where a picture is being read, however busy the machine is. */
export async function whatWasRead(shown: Shown): Promise<Message> {
  const { message } = shown;
  if (message === undefined) throw new Error(`There was no message: ${shown.text()}`);
  const isDone = await message.until(
    () => !message.content.includes('reading your picture'),
    60_000,
  );
  if (!isDone) throw new Error('The picture was read for ever.');
  return message;
}
