import type { Message, Person } from 'local-discord';
import { expect } from 'vitest';
import { type Stage, videoIdOf, words } from './bot.js';
import { HOUR } from './digest.js';

const COUNTS = 'views:12.3K likes:1,204 comments:88 shares:41';

/** A member in the channel, and alone with the bot. */
export interface Member {
  readonly there: Person;
  readonly alone: Person;
}

export function member(stage: Stage, name: string): Member {
  const there = stage.person(name);
  return { there, alone: stage.discord.directMessage(there.member) };
}

/** Scores a video that was posted so long ago, and presses `Remind me`; tells what is answered. */
export async function remindMe(
  stage: Stage,
  { there }: Member,
  { n = 1, ago = 2 * HOUR } = {},
): Promise<string> {
  const id = videoIdOf(new Date(stage.discord.now() - ago), n);
  const link = `https://www.tiktok.com/@somebody/video/${id}`;
  const shown = await there.command(`/score ${COUNTS} title:Knots ${n} link:${link}`);
  return words(await there.press(shown, 'Remind me'));
}

/** The letters in somebody's conversation with the bot, oldest first. */
export function lettersTo({ alone }: Member): Message[] {
  return lettersIn(alone);
}

/** The same, of whoever is alone with the bot. */
export function lettersIn(conversation: Person): Message[] {
  return conversation
    .sees()
    .filter((message) => JSON.stringify(message.components).includes('"letter:v1:'));
}

/** A letter as it stands in the database. */
export interface LetterRow {
  readonly id: bigint;
  readonly state: string;
  readonly attempts: bigint;
  readonly reason: string | null;
  readonly messageId: bigint | null;
}

/** The letters of the stage's database, oldest first. */
export function letterRows(stage: Stage): LetterRow[] {
  return stage.rows<LetterRow>(
    'SELECT "id", "state", "attempts", "reason", "messageId" FROM "Letter" ORDER BY "dueAt", "id"',
  );
}

/** Waits until so many letters are in a state. */
export async function untilLetters(
  stage: Stage,
  state: string,
  count = 1,
  timeout = 20_000,
): Promise<void> {
  const inState = () => letterRows(stage).filter((row) => row.state === state).length;
  await expect.poll(inState, { timeout, interval: 20 }).toBe(count);
}
