import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { later } from '../world/clock.js';

/** One line of the bot's log: what it wrote as JSON, or the text alone. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

/** Where and with what the bot runs. */
export interface BotOptions {
  /** The folder it runs in; a `.env` there is read. */
  readonly cwd: string;
  /** Its whole environment: nothing of this process's own reaches it. */
  readonly env: Readonly<Record<string, string>>;
  /** The bot's program, as Node runs it. */
  readonly program: string;
  /**
   * Gives it a clock that `passTime` moves, and that begins so many milliseconds ahead of this
   * machine's; below zero in the past. Without it the bot has the machine's own clock.
   */
  readonly clockShift?: number;
  /** A command that runs the program given to it as further arguments, in its own place. */
  readonly within?: readonly string[];
}

function shiftedClock(shift: number): string {
  return `${new URL('./shifted-clock.mjs', import.meta.url).href}?shift=${shift}`;
}

/** A real bot in a process of its own, with a log on its standard output. */
export class BotProcess {
  readonly child: ChildProcess;
  readonly log: LogLine[] = [];
  readonly #waiting = new Map<string, (line: LogLine) => void>();
  readonly #exited: Promise<number | null>;
  #errors = '';
  #clockShift: number | undefined;
  #moving: Promise<unknown> = Promise.resolve();

  constructor({ cwd, env, clockShift, within = [], program }: BotOptions) {
    const preload = clockShift === undefined ? [] : ['--import', shiftedClock(clockShift)];
    const [command = process.execPath, ...args] = [...within, process.execPath];
    this.child = spawn(command, [...args, ...preload, program], {
      cwd,
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe', ...(clockShift === undefined ? [] : ['ipc' as const])],
    });
    this.#clockShift = clockShift;
    const { stdout, stderr } = this.child;
    if (stdout === null || stderr === null) throw new Error('The bot has no output.');
    createInterface({ input: stdout }).on('line', (text) => this.#read(text));
    stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
    this.#exited = new Promise((resolve) => {
      // Not at `exit`: the last lines may still be on their way.
      this.child.once('close', (code) => resolve(code));
    });
  }

  /** What it wrote to standard error so far. */
  get errors(): string {
    return this.#errors;
  }

  /** Resolves with the exit code; null if a signal ended it. */
  get exited(): Promise<number | null> {
    return this.#exited;
  }

  /** Resolves once a log line with this message was written; rejects if the bot ends before. */
  async logged(msg: string): Promise<LogLine> {
    const known = this.log.find((line) => line.msg === msg);
    if (known !== undefined) return known;
    const line = new Promise<LogLine>((resolve) => {
      this.#waiting.set(msg, resolve);
    });
    const ended = this.#exited.then((code) => {
      throw new Error(`The bot ended (${code}) before it said "${msg}":\n${this.#errors}`);
    });
    return Promise.race([line, ended]);
  }

  /**
   * Lets time pass for the bot's `Date`, and ends timers of half a second to a second that are over by
   * then; longer ones and steady clocks stay. Resolves once the new time holds there. Rejects if it
   * was started without `clockShift`, or has ended.
   *
   * @param ms whole milliseconds, not below zero.
   */
  passTime(ms: number): Promise<void> {
    return this.#moveClock((shift) => later(shift, ms));
  }

  /**
   * Puts the bot's `Date` back, as happens to a machine whose clock was fast; Discord's clock never
   * goes back. Everything else is as for `passTime`.
   *
   * @param ms whole milliseconds, not below zero.
   */
  putClockBack(ms: number): Promise<void> {
    return this.#moveClock((shift) => shift - later(0, ms));
  }

  async #moveClock(moved: (shift: number) => number): Promise<void> {
    if (this.#clockShift === undefined) throw new Error('The bot has no clock that can be moved.');
    const shift = moved(this.#clockShift);
    this.#clockShift = shift;
    const ended = this.#exited.then((code) => {
      throw new Error(`The bot ended (${code}) before its clock was moved.`);
    });
    const moving = this.#moving.then(() => Promise.race([this.#setClock(shift), ended]));
    this.#moving = moving.catch(() => undefined);
    await moving;
  }

  /** Asks the bot to end and resolves with its exit code. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.#exited;
  }

  /** Ends the bot at once, as a power cut would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.#exited;
  }

  /** Resolves with the bot's own word that the new shift holds. */
  async #setClock(shift: number): Promise<void> {
    const answered = once(this.child, 'message');
    await new Promise<void>((resolve, reject) => {
      this.child.send(shift, (error) => (error === null ? resolve() : reject(error)));
    });
    await answered;
  }

  #read(text: string): void {
    const line = readLine(text);
    this.log.push(line);
    this.#waiting.get(line.msg)?.(line);
    this.#waiting.delete(line.msg);
  }
}

const jsonLine = z.looseObject({ msg: z.string() });

function readLine(text: string): LogLine {
  try {
    const line: unknown = JSON.parse(text);
    jsonLine.parse(line);
    // As it was written, in its own order.
    return line as LogLine; // just checked
  } catch {
    return { msg: text };
  }
}
