import type { APIApplicationCommandInteractionDataOption } from 'discord-api-types/v10';
import type { Channel, CommandData, LocalDiscord, Member } from 'local-discord';
import { usageOfAll } from './usage.js';

/** What a steady stream of interactions brought. */
export interface LoadResult {
  readonly perSecond: number;
  readonly sent: number;
  readonly unanswered: number;
  /** Told to come back later. */
  readonly busy: number;
  /** Milliseconds from dispatch to the bot’s first answer being there, of those that were served. */
  readonly median: number;
  /** The same until the local Discord had held it against its rules, too, which isn’t the bot’s time. */
  readonly shownMedian: number;
  readonly p99: number;
  /** Milliseconds until the slowest answer of any kind. */
  readonly slowest: number;
  /** Processor time of the bot in milliseconds an interaction; null where it can't be read. */
  readonly processorMs: number | null;
  readonly memoryMiB: number | null;
}

/** Somebody who sends commands, and where. */
export interface Sender {
  readonly member: Member;
  readonly channel: Channel;
}

/** A stream of commands from many members. */
export interface Load {
  readonly discord: LocalDiscord;
  readonly senders: readonly Sender[];
  /** The processes of the bot. */
  readonly pids: readonly (number | undefined)[];
  /** The n-th command. */
  readonly command: (n: number) => CommandData;
}

/** Sends `perSecond` commands a second for `seconds`, evenly, and waits for every answer. */
export async function run(load: Load, perSecond: number, seconds: number): Promise<LoadResult> {
  const { discord, senders, pids, command } = load;
  const count = Math.round(perSecond * seconds);
  const before = usageOfAll(pids);
  const began = performance.now();
  const answers: ReturnType<LocalDiscord['dispatch']>[] = [];
  while (answers.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - began) / 1000) * perSecond) + 1);
    while (answers.length < due) {
      const n = answers.length;
      const sender = senders[n % senders.length];
      if (sender === undefined) throw new Error('A load needs senders.');
      answers.push(discord.dispatch(sender.member, sender.channel, command(n)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const done = await Promise.all(answers);
  const after = usageOfAll(pids);
  const answered = done.filter(({ outcome }) => outcome !== 'no response');
  const isBusy = (content: string | undefined) => content?.includes('Nothing was stored') ?? false;
  const busy = answered.filter(({ message }) => isBusy(message?.content));
  const served = answered.filter(({ message }) => !isBusy(message?.content));
  const sorted = (times: number[]) => times.sort((a, b) => a - b);
  const times = sorted(served.map(({ ms }) => ms));
  return {
    perSecond,
    sent: count,
    unanswered: count - answered.length,
    busy: busy.length,
    median: at(times, 0.5),
    shownMedian: at(sorted(served.map(({ shownMs }) => shownMs)), 0.5),
    p99: at(times, 0.99),
    slowest: answered.reduce((most, { ms }) => Math.max(most, ms), 0),
    processorMs: before && after && (after.processorMs - before.processorMs) / count,
    memoryMiB: after?.memoryMiB ?? null,
  };
}

/** A `/score` as creators send them: rounded counts, a title, now and then a category. */
export function scoreCommand(n: number): CommandData {
  const views = 10_000 + ((n * 7_919) % 900_000);
  const option = (name: string, value: string): APIApplicationCommandInteractionDataOption => ({
    type: 3,
    name,
    value,
  });
  return {
    name: 'score',
    options: [
      option('views', `${(views / 1000).toFixed(1)}K`),
      option('likes', String(Math.round(views * 0.07))),
      option('comments', String(Math.round(views * 0.002))),
      option('shares', String(Math.round(views * 0.006))),
      option('title', `Video number ${n}`),
      option('posted', '2026-11-01'),
    ],
  };
}

/** `/faq saves`, as most people type it. */
export function faqCommand(): CommandData {
  return { name: 'faq', options: [{ type: 1, name: 'saves' }] };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
