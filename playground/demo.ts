import { parseArgs } from 'node:util';
import { type DemoSession, openDemo } from './demo-session.js';
import { playTour, talk } from './demo-terminal.js';
import { openBrowser } from './open-browser.js';
import { startPageServer } from './page-server.js';

/** `npm run demo`: the real bot against a Discord on this machine, in the browser or a terminal. */

const GOODBYE =
  'The demo’s database was a temporary one and is gone. `npm start` keeps one for good.';

const { values: options } = parseArgs({
  options: {
    /** Plays the tour in the terminal and ends. */
    once: { type: 'boolean', default: false },
    /** Plays the tour in the terminal and takes commands there. */
    terminal: { type: 'boolean', default: false },
    /** The page's port; any free one by default. */
    port: { type: 'string', default: '0' },
    /** `--no-open`: prints the address and leaves the browser alone. */
    open: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
process.exitCode = await demo();

async function demo(): Promise<number> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    print(`--port takes a number from 0 to 65535; "${options.port}" is none.`);
    return 1;
  }
  let session: DemoSession | undefined;
  try {
    session = await openDemo({
      onBotEnded: (code, errors) => print(`\nThe bot has ended (${code}). ${errors}`),
    });
    if (options.once || options.terminal) await inTerminal(session);
    else await inBrowser(session, port);
    return rulesKept(session) ? 0 : 1;
  } catch (error) {
    print(`\nThe demo could not go on: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await session?.close();
    if (!options.once) print(GOODBYE);
  }
}

async function inTerminal(session: DemoSession): Promise<void> {
  const you = session.somebody();
  print(`Keepsake is in #${you.channel.name} of a Discord that runs on this machine alone.\n`);
  await playTour(you);
  if (!options.once) await talk(you, session.discord);
}

async function inBrowser(session: DemoSession, port: number): Promise<void> {
  const page = await startPageServer(session, port);
  try {
    print(`Keepsake is in a Discord that runs on this machine alone: ${page.url}`);
    print('Ctrl-C ends it.');
    if (options.open) openBrowser(page.url);
    await toldToStop();
  } finally {
    await page.close();
  }
}

function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

function rulesKept({ discord: { violations } }: DemoSession): boolean {
  if (violations.length === 0) return true;
  print('\nThe bot broke rules of Discord:');
  for (const { rule, detail } of violations) print(`  ✗ ${rule}: ${detail}`);
  return false;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
