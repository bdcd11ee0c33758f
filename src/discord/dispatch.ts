import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type AutocompleteInteraction,
  DiscordAPIError,
  type Interaction,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
} from 'discord.js';
import type { Logger } from 'pino';
import type { ChartRenderer } from '../charts/renderer.js';
import type { Answer, MessageView } from '../commands/answer.js';
import type { Asking, Files, Pictures } from '../commands/asking.js';
import { welcomeOf } from '../commands/welcome.js';
import { decodeCustomId } from '../lib/custom-id.js';
import { within } from '../lib/within.js';
import { Refusal } from '../services/refusal.js';
import type { Services } from '../services/services.js';
import { learnWords, wordsOf } from '../words/languages.js';
import type { Words } from '../words/words.js';
import { Admission } from './admission.js';
import type { Answers } from './client.js';
import type { CommandLinks } from './command-links.js';
import { explain, type Outcome } from './explain.js';
import { Limits } from './limits.js';
import { Overlap } from './overlap.js';
import { autocompleteName, commandName, type Registry } from './registry.js';
import { AnsweredElsewhere, Responder } from './responder.js';
import { type Task, taskOf } from './tasks.js';

/**
 * Milliseconds after which "thinking…" is shown instead of an answer: early enough to be there
 * within Discord's three seconds, even when the first try is lost.
 */
const LATE = 1_500;

/** Milliseconds for suggestions: Discord takes none after three seconds. */
const SUGGESTING = 2_000;

/**
 * Milliseconds that a stop waits: for what is under work (two tries that hang and a third that
 * doesn't) and for Discord to take the goodbye, ten seconds in all; then for what came meanwhile,
 * which is answered within three seconds or not at all.
 */
const STOPPING = { work: 8_500, leaving: 1_500, last: 3_500 };

/** How the log calls what isn't ours. */
const UNNAMED = 'unknown';

/** What a dispatcher works with. */
export interface DispatchContext {
  readonly registry: Registry;
  /** Resolve when the database is open; what needs them earlier waits. */
  readonly services: Promise<Services>;
  readonly charts: ChartRenderer;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly answers: Answers;
  readonly bot: REST;
  readonly links: CommandLinks;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Whether nobody else can serve the database meanwhile: a successor begins once this one has ended. */
  readonly isAlone: boolean;
  /** Hears of every interaction when its work is done. */
  readonly onHandled: (interaction: { name: string; outcome: Outcome; ms: number }) => void;
}

/** What the log says of an interaction. */
interface LogEntry {
  readonly reference: string;
  name: string;
  outcome: Outcome;
}

/** Takes interactions from Discord and gives each exactly one visible outcome. */
export class Dispatcher {
  readonly #context: DispatchContext;
  readonly #admission = new Admission();
  readonly #limits = new Limits();
  readonly #underWork = new Set<Promise<void>>();
  #stopping = false;
  readonly #overlap: Overlap;

  constructor(context: DispatchContext) {
    this.#context = context;
    this.#overlap = new Overlap(context.isAlone);
  }

  /** Never throws: whatever happens is answered and logged. */
  handle(interaction: Interaction): void {
    const work = this.#work(interaction).finally(() => this.#underWork.delete(work));
    this.#underWork.add(work);
  }

  /**
   * From now on every interaction is told to try again in a moment; resolves when all work is done,
   * or can't be waited for any longer.
   *
   * @param leave called when nothing begun before is left: once it is done nothing new may come.
   */
  async stop(leave: () => Promise<void>): Promise<void> {
    this.#stopping = true;
    const begunBefore = new Set(this.#underWork);
    const soon = (ms: number, work: Promise<unknown>) => within(ms, work).catch(() => undefined);
    await soon(STOPPING.work, Promise.all(this.#underWork));
    await soon(STOPPING.leaving, leave());
    // Whatever came until then gets its answer, also where something begun before never ends.
    const late = [...this.#underWork].filter((work) => !begunBefore.has(work));
    await soon(STOPPING.last, Promise.all(late));
  }

  async #work(interaction: Interaction): Promise<void> {
    const { log, clock, answers, bot, links, onHandled } = this.#context;
    const began = performance.now();
    const reference = randomBytes(4).toString('hex');
    const words = await this.#wordsOf(interaction);
    const responder = new Responder(answers, bot, links, interaction, words);
    const wanted = interaction.isAutocomplete() ? 'suggestions' : 'answer';
    const admitted = this.#admission.admit(interaction.createdTimestamp, wanted);
    const done = admitted.verdict === 'admitted' ? admitted.done : () => undefined;
    const entry: LogEntry = { reference, name: UNNAMED, outcome: 'done' };
    try {
      entry.name = nameOf(interaction);
      if (admitted.verdict === 'hopeless') {
        entry.outcome = 'expired';
      } else if (interaction.isAutocomplete()) {
        const isFree = admitted.verdict === 'admitted' && !this.#stopping;
        await this.#autocomplete(interaction, responder, isFree, clock());
      } else if (this.#stopping || admitted.verdict === 'busy') {
        entry.outcome = this.#stopping ? 'stopping' : 'busy';
        const isRestart = this.#stopping || this.#overlap.isLikely;
        const isShared = this.#stopping || this.#overlap.isPossible;
        if (isShared) await pause(this.#overlap.othersFirst(admitted.waited));
        // A predecessor that was killed may have stored it, and answers no more.
        const { errors } = words;
        const notKnown = isRestart ? errors.restarting : errors.busyBesideOthers;
        await responder.answer(privately(isShared ? notKnown : errors.busy));
      } else {
        const { waited } = admitted;
        await this.#answer(interaction, responder, entry, { at: clock(), waited, words, done });
      }
    } catch (error) {
      const isAnswered = error instanceof AnsweredElsewhere;
      entry.outcome = isAnswered ? 'elsewhere' : 'unsent';
      if (isAnswered) {
        this.#overlap.met();
      } else {
        log.error({ reference, name: entry.name, err: error }, 'answer could not be sent');
      }
    } finally {
      done();
      const ms = Math.round((performance.now() - began) * 10) / 10;
      log.info({ ...entry, guild: interaction.guildId, ms }, 'interaction');
      onHandled({ name: entry.name, outcome: entry.outcome, ms });
    }
  }

  /** The reader's words, with those of the server read, too; English where they can't be read. */
  async #wordsOf({ locale, guildLocale }: Interaction): Promise<Words> {
    try {
      await Promise.all([learnWords(locale), learnWords(guildLocale ?? locale)]);
    } catch (error) {
      this.#context.log.error({ err: error, locale, guildLocale }, 'words could not be read');
    }
    return wordsOf(locale);
  }

  /**
   * Does what was asked and sends the answer, whatever it is; throws only if none can be sent.
   *
   * @param waited milliseconds since Discord made the interaction.
   */
  async #answer(
    interaction: Interaction,
    responder: Responder,
    entry: LogEntry,
    { at, waited, words, done }: { at: Date; waited: number; words: Words; done: () => void },
  ): Promise<void> {
    const { log } = this.#context;
    const began = performance.now();
    const { reference, name } = entry;
    const inWords = (error: unknown): Answer => {
      const { outcome, view } = explain(error, reference, this.#overlap.isMet, words);
      entry.outcome = outcome;
      if (outcome === 'fault' || outcome === 'unavailable') {
        log.error({ reference, name, err: error }, outcome);
      }
      return { kind: 'message', view, ephemeral: true };
    };
    let task: Task | null;
    try {
      task = taskOf(interaction, this.#context.registry);
    } catch (error) {
      return responder.answer(inWords(error));
    }
    if (task === null) {
      entry.outcome = 'stale';
      await responder.answer(privately(words.errors.outdated));
      return;
    }
    const asking = this.#asking(interaction, at);
    const { forCallerAlone } = asking;
    const defer = () => {
      const { as, ephemeral, always } = task.late;
      const says = typeof always === 'function' ? always(words) : undefined;
      responder.defer(as, ephemeral || forCallerAlone, says).catch((error: unknown) => {
        if (error instanceof AnsweredElsewhere) return; // the answer will find out, too
        log.warn({ reference, name, err: error }, 'defer failed');
      });
    };
    if (task.late.always !== undefined && task.late.always !== false) defer();
    const lateness = setTimeout(defer, LATE);
    let answer: Answer;
    try {
      await this.#limits.take(task.cost, asking);
      answer = await task.run(asking);
      if (forCallerAlone && answer.kind === 'message') answer = { ...answer, ephemeral: true };
    } catch (error) {
      answer = inWords(error);
      // What this process lacks, another may have: what it counted of a member, or its connection.
      const isOwn = entry.outcome === 'unavailable' || isTooOften(error);
      if (isOwn && this.#overlap.isLikely && !responder.isAcknowledged) {
        done();
        await pause(this.#overlap.othersFirst(waited + performance.now() - began));
      }
    }
    clearTimeout(lateness);
    // Nobody waits for it in a hurry any more, and others aren't kept waiting for it.
    if (responder.isAcknowledged) done();
    try {
      await responder.answer(answer);
    } catch (error) {
      // Discord doesn't take the answer as it is: a fault of ours, which is told instead.
      if (!(error instanceof DiscordAPIError) || error.status === 404) throw error;
      await responder.answer(inWords(error));
      return;
    }
    const isCommand = interaction.isChatInputCommand() && answer.kind === 'message';
    try {
      if (answer.kind === 'update' && answer.also !== undefined) await responder.also(answer.also);
      const welcome = isCommand ? await welcomeOf(asking) : null;
      if (welcome !== null) await responder.more(welcome);
    } catch (error) {
      log.warn({ reference, name, err: error }, 'what comes beside an answer could not be sent');
    }
  }

  async #autocomplete(
    interaction: AutocompleteInteraction,
    responder: Responder,
    isFree: boolean,
    at: Date,
  ): Promise<void> {
    try {
      const focused = interaction.options.getFocused(true);
      const subcommand = interaction.options.getSubcommand(false) ?? '';
      const command = this.#context.registry.commands.get(interaction.commandName);
      const spec = command?.runnables.get(subcommand)?.options[focused.name];
      if (!isFree || spec?.type !== 'text' || spec.autocomplete === undefined) {
        await responder.choices([]);
        return;
      }
      const asking = this.#asking(interaction, at);
      await this.#limits.take('suggestions', asking);
      const offered = Promise.resolve(spec.autocomplete(focused.value, asking));
      await responder.choices(await within(SUGGESTING, offered));
    } catch (error) {
      // There is no place for a sentence: nothing is offered, and what is typed can still be sent.
      if (error instanceof AnsweredElsewhere) throw error;
      if (!(error instanceof Refusal)) {
        this.#context.log.warn({ name: interaction.commandName, err: error }, 'nothing to offer');
      }
      await responder.choices([]);
    }
  }

  #asking(interaction: Interaction, at: Date): Asking {
    const message = 'message' in interaction ? interaction.message : null;
    const forCallerAlone = isForCallerAlone(interaction);
    const guildId = forCallerAlone ? null : interaction.guildId;
    return {
      interactionId: BigInt(interaction.id),
      callerId: BigInt(interaction.user.id),
      guildId: guildId === null ? null : BigInt(guildId),
      forCallerAlone,
      managesServer:
        !forCallerAlone &&
        (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
      at,
      words: wordsOf(interaction.locale),
      channelWords: wordsOf(
        (forCallerAlone ? null : interaction.guildLocale) ?? interaction.locale,
      ),
      source: message === null ? null : { channelId: message.channelId, messageId: message.id },
      services: this.#context.services,
      charts: this.#context.charts,
      files: this.#context.files,
      pictures: this.#context.pictures,
    };
  }
}

/**
 * Whether the bot is there by its caller's own installation alone: in a server without it, or in a
 * conversation of the caller's with others.
 */
function isForCallerAlone({
  context,
  guildId,
  authorizingIntegrationOwners,
}: Interaction): boolean {
  if (context === InteractionContextType.PrivateChannel) return true;
  return guildId !== null && authorizingIntegrationOwners.guildId === null;
}

/** Whether it was asked for too often, by the count of this process. */
function isTooOften(error: unknown): boolean {
  return error instanceof Refusal && error.reason.kind === 'too often';
}

/** What was used: a command with its subcommand, or what a custom id names. Never what was typed. */
function nameOf(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return autocompleteName(interaction.commandName);
  if (interaction.isChatInputCommand()) {
    return commandName(interaction.commandName, interaction.options.getSubcommand(false) ?? '');
  }
  if (interaction.isMessageContextMenuCommand()) return interaction.commandName;
  const customId = 'customId' in interaction ? interaction.customId : '';
  return decodeCustomId(customId)?.name ?? UNNAMED;
}

function privately(content: string): Answer {
  const view: MessageView = { content };
  return { kind: 'message', view, ephemeral: true };
}
