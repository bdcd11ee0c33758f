import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../src/lib/paths.js';

/** One line of the bot's log. */
export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string };

/** Where and with what the bot runs. */
export interface BotOptions {
  /** The folder it runs in; a `.env` there is read. */
  readonly cwd: string;
  /** Its whole environment: nothing of this process's own reaches it. */
  readonly env: Readonly<Record<string, string>>;
  /** The compiled program, by default the bot itself. */
  readonly program?: string;
}

/** What the bot has to be told to run on a local Discord. */
export function environmentFor(
  discord: { readonly apiUrl: string; readonly token: string },
  databaseUrl: string,
): Readonly<Record<string, string>> {
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: databaseUrl,
  };
}

/** The real bot in a process of its own, as `npm start` runs it. */
export class BotProcess {
  readonly child: ChildProcess;
  readonly log: LogLine[] = [];
  readonly #waiting = new Map<string, (line: LogLine) => void>();
  readonly #exited: Promise<number | null>;
  #errors = '';

  constructor({ cwd, env, program = join(projectRoot, 'dist', 'src', 'main.js') }: BotOptions) {
    this.child = spawn(process.execPath, [program], {
      cwd,
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
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

  /** Resolves once the bot is connected and its commands are registered. */
  async ready(): Promise<void> {
    await this.logged('commands registered');
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

  #read(text: string): void {
    const line: LogLine = JSON.parse(text);
    this.log.push(line);
    this.#waiting.get(line.msg)?.(line);
    this.#waiting.delete(line.msg);
  }
}
