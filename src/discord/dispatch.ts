import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  DiscordAPIError,
  type Interaction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type REST,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { ChartRenderer } from '../charts/renderer.js';
import type {
  Answer,
  Asking,
  Cost,
  Late,
  MessageView,
  RawOption,
  Runnable,
} from '../commands/define.js';
import { decodeCustomId } from '../lib/custom-id.js';
import { Refusal } from '../services/refusal.js';
import type { Services } from '../services/services.js';
import { errors } from '../text/errors.js';
import { Admission } from './admission.js';
import type { Answers } from './client.js';
import { explain, type Outcome } from './explain.js';
import { Limits } from './limits.js';
import { autocompleteName, commandName, type Registry } from './registry.js';
import { AnsweredElsewhere, Responder } from './responder.js';

/**
 * Milliseconds after which "thinking…" is shown instead of an answer: early enough to be there
 * within Discord's three seconds, even when the first try is lost.
 */
const LATE = 1_500;

/**
 * Milliseconds before a process that stops says so. In a rolling restart Discord tells its successor
 * of the same interaction, and whoever answers first is seen.
 */
const OTHERS_FIRST = 1_500;

/** What a dispatcher works with. */
export interface DispatchContext {
  readonly registry: Registry;
  /** Resolve when the database is open; what needs them earlier waits. */
  readonly services: Promise<Services>;
  readonly charts: ChartRenderer;
  readonly answers: Answers;
  readonly bot: REST;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Hears of every interaction when its work is done. */
  readonly onHandled: (interaction: { name: string; outcome: Outcome; ms: number }) => void;
}

/** One thing to do for an interaction, and how to begin if it takes long. */
interface Task {
  readonly cost: Cost;
  readonly late: Late;
  run(asking: Asking): Promise<Answer>;
}

/** What the log says of an interaction. */
interface LogEntry {
  readonly reference: string;
  readonly name: string;
  outcome: Outcome;
}

/** Takes interactions from Discord and gives each exactly one visible outcome. */
export class Dispatcher {
  readonly #context: DispatchContext;
  readonly #admission = new Admission();
  readonly #limits = new Limits();
  readonly #underWork = new Set<Promise<void>>();
  #stopping = false;

  constructor(context: DispatchContext) {
    this.#context = context;
  }

  /** Never throws: whatever happens is answered and logged. */
  handle(interaction: Interaction): void {
    const work = this.#work(interaction).finally(() => this.#underWork.delete(work));
    this.#underWork.add(work);
  }

  /**
   * From now on every interaction is told to try again in a moment; resolves when all work is done.
   *
   * @param leave called when nothing begun before is left: from then on nothing new may come.
   */
  async stop(leave: () => Promise<void>): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#underWork);
    await leave();
    await Promise.all(this.#underWork);
  }

  async #work(interaction: Interaction): Promise<void> {
    const { log, clock, answers, bot, onHandled } = this.#context;
    const began = performance.now();
    const reference = randomBytes(4).toString('hex');
    const responder = new Responder(answers, bot, interaction);
    const wanted = interaction.isAutocomplete() ? 'suggestions' : 'answer';
    const admitted = this.#admission.admit(interaction.createdTimestamp, wanted);
    const entry: LogEntry = { reference, name: nameOf(interaction), outcome: 'done' };
    try {
      if (admitted.verdict === 'hopeless') {
        entry.outcome = 'expired';
      } else if (interaction.isAutocomplete()) {
        const isFree = admitted.verdict === 'admitted' && !this.#stopping;
        await this.#autocomplete(interaction, responder, isFree, clock());
      } else if (this.#stopping) {
        entry.outcome = 'stopping';
        await pause(OTHERS_FIRST);
        await responder.answer(privately(errors.stopping));
      } else if (admitted.verdict === 'busy') {
        entry.outcome = 'busy';
        await responder.answer(privately(errors.busy));
      } else {
        await this.#answer(interaction, responder, entry, clock());
      }
    } catch (error) {
      const isAnswered = error instanceof AnsweredElsewhere;
      entry.outcome = isAnswered ? 'elsewhere' : 'unsent';
      if (!isAnswered) {
        log.error({ reference, name: entry.name, err: error }, 'answer could not be sent');
      }
    } finally {
      if (admitted.verdict === 'admitted') admitted.done();
      const ms = Math.round((performance.now() - began) * 10) / 10;
      log.info({ ...entry, guild: interaction.guildId, ms }, 'interaction');
      onHandled({ name: entry.name, outcome: entry.outcome, ms });
    }
  }

  /** Does what was asked and sends the answer, whatever it is; throws only if none can be sent. */
  async #answer(
    interaction: Interaction,
    responder: Responder,
    entry: LogEntry,
    at: Date,
  ): Promise<void> {
    const { log } = this.#context;
    const { reference, name } = entry;
    const task = this.#taskOf(interaction);
    if (task === null) {
      entry.outcome = 'stale';
      await responder.answer(privately(errors.outdated));
      return;
    }
    const defer = () => {
      responder.defer(task.late.as, task.late.ephemeral).catch((error: unknown) => {
        if (error instanceof AnsweredElsewhere) return; // the answer will find out, too
        log.warn({ reference, name, err: error }, 'defer failed');
      });
    };
    if (task.late.always === true) defer();
    const lateness = setTimeout(defer, LATE);
    const inWords = (error: unknown): Answer => {
      const { outcome, view } = explain(error, reference);
      entry.outcome = outcome;
      if (outcome === 'fault' || outcome === 'unavailable') {
        log.error({ reference, name, err: error }, outcome);
      }
      return { kind: 'message', view, ephemeral: true };
    };
    let answer: Answer;
    try {
      const asking = this.#asking(interaction, at);
      await this.#limits.take(task.cost, asking);
      answer = await task.run(asking);
    } catch (error) {
      answer = inWords(error);
    }
    clearTimeout(lateness);
    try {
      await responder.answer(answer);
    } catch (error) {
      // Discord doesn't take the answer as it is: a fault of ours, which is told instead.
      if (!(error instanceof DiscordAPIError) || error.status !== 400) throw error;
      await responder.answer(inWords(error));
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
      await responder.choices(await spec.autocomplete(focused.value, asking));
    } catch (error) {
      // There is no place for a sentence: nothing is offered, and what is typed can still be sent.
      if (!(error instanceof Refusal)) {
        this.#context.log.warn({ name: interaction.commandName, err: error }, 'nothing to offer');
      }
      await responder.choices([]);
    }
  }

  #taskOf(interaction: Interaction): Task | null {
    if (interaction.isChatInputCommand()) return this.#commandTask(interaction);
    if (interaction.isButton()) return this.#buttonTask(interaction);
    if (interaction.isStringSelectMenu()) return this.#menuTask(interaction);
    if (interaction.isModalSubmit()) return this.#modalTask(interaction);
    return null;
  }

  #commandTask(interaction: ChatInputCommandInteraction): Task | null {
    const subcommand = interaction.options.getSubcommand(false) ?? '';
    const command = this.#context.registry.commands.get(interaction.commandName);
    const runnable = command?.runnables.get(subcommand);
    if (runnable === undefined) return null;
    const raw = rawOptions(interaction.options.data, subcommand);
    return {
      cost: runnable.cost,
      late: { as: 'message', ephemeral: isEphemeral(runnable, raw), always: runnable.slow },
      run: (asking) => runnable.run(raw, asking),
    };
  }

  #buttonTask(interaction: ButtonInteraction): Task | null {
    const id = decodeCustomId(interaction.customId);
    const button = id === null ? undefined : this.#context.registry.buttons.get(id.name);
    if (id === null || button === undefined || button.version !== id.version) return null;
    return {
      cost: button.cost ?? 'ordinary',
      late: button.late(id.fields),
      run: (asking) => button.press(id.fields, asking),
    };
  }

  #menuTask(interaction: StringSelectMenuInteraction): Task | null {
    const id = decodeCustomId(interaction.customId);
    const menu = id === null ? undefined : this.#context.registry.menus.get(id.name);
    if (id === null || menu === undefined || menu.version !== id.version) return null;
    return {
      cost: menu.cost ?? 'ordinary',
      late: menu.late(id.fields),
      run: (asking) => menu.choose(id.fields, interaction.values, asking),
    };
  }

  #modalTask(interaction: ModalSubmitInteraction): Task | null {
    const id = decodeCustomId(interaction.customId);
    const modal = id === null ? undefined : this.#context.registry.modals.get(id.name);
    if (id === null || modal === undefined || modal.version !== id.version) return null;
    return {
      cost: modal.cost ?? 'ordinary',
      late: { as: interaction.isFromMessage() ? 'update' : 'message', ephemeral: true },
      run: (asking) => modal.submit(id.fields, modalValues(interaction), asking),
    };
  }

  #asking(interaction: Interaction, at: Date): Asking {
    const message = 'message' in interaction ? interaction.message : null;
    return {
      interactionId: BigInt(interaction.id),
      callerId: BigInt(interaction.user.id),
      guildId: interaction.guildId === null ? null : BigInt(interaction.guildId),
      managesServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
      at,
      locale: interaction.locale,
      channelLocale: interaction.guildLocale ?? interaction.locale,
      source: message === null ? null : { channelId: message.channelId, messageId: message.id },
      services: this.#context.services,
      charts: this.#context.charts,
    };
  }
}

/** What was used: a command with its subcommand, or what a custom id names. Never what was typed. */
function nameOf(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return autocompleteName(interaction.commandName);
  if (interaction.isChatInputCommand()) {
    return commandName(interaction.commandName, interaction.options.getSubcommand(false) ?? '');
  }
  const customId = 'customId' in interaction ? interaction.customId : '';
  return decodeCustomId(customId)?.name ?? 'unknown';
}

function privately(content: string): Answer {
  const view: MessageView = { content };
  return { kind: 'message', view, ephemeral: true };
}

/** A malformed option is told by the run itself; privately, as all errors are. */
function isEphemeral(runnable: Runnable, raw: readonly RawOption[]): boolean {
  try {
    return runnable.ephemeral(raw);
  } catch {
    return true;
  }
}

function rawOptions(data: readonly CommandInteractionOption[], subcommand: string): RawOption[] {
  const own = subcommand === '' ? data : (data[0]?.options ?? []);
  return own.map(({ name, value }) => ({ name, value }));
}

function modalValues(interaction: ModalSubmitInteraction): Map<string, string> {
  const values = new Map<string, string>();
  for (const [customId, field] of interaction.fields.fields) {
    if ('value' in field && typeof field.value === 'string') values.set(customId, field.value);
  }
  return values;
}
