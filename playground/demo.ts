import { startPageServer } from 'local-discord';
import { readFlags, refuseFlags } from '../src/lib/flags.js';
import { type DemoSession, openDemo } from './demo-session.js';
import { playTour, talk } from './demo-terminal.js';
import { openBrowser } from './open-browser.js';

/** `npm run demo`: the real bot against a Discord on this machine, in the browser or a terminal. */

const GOODBYE =
  'The demo’s database was a temporary one and is gone. `npm start` keeps one for good.';

const USAGE = `npm run demo                  the page, in your browser
npm run demo -- --no-open     the page; only its address is printed
npm run demo -- --port 8080   the page on a port of your choice
npm run demo -- --terminal    a short tour, then a prompt
npm run demo -- --once        the tour alone`;

/** What may be asked of the demo. */
interface DemoArguments {
  /** Plays the tour in the terminal and ends. */
  readonly once: boolean;
  /** Plays the tour in the terminal and takes commands there. */
  readonly terminal: boolean;
  /** The page's port; 0 for any free one. */
  readonly port: number;
  /** Whether the page is opened in the browser people use. */
  readonly open: boolean;
}

process.exitCode = await demo();

async function demo(): Promise<number> {
  const asked = readArguments();
  let session: DemoSession | undefined;
  try {
    session = await openDemo({
      onBotEnded: (code, errors) => print(`\nThe bot has ended (${code}). ${errors}`),
    });
    if (asked.once || asked.terminal) await inTerminal(session, asked);
    else await inBrowser(session, asked);
    return rulesKept(session) ? 0 : 1;
  } catch (error) {
    print(`\nThe demo could not go on: ${reasonOf(error, asked)}`);
    return 1;
  } finally {
    await session?.close();
    if (!asked.once) print(GOODBYE);
  }
}

/** Ends the program where something is wrong with them. */
function readArguments(): DemoArguments {
  const { values } = readFlags(USAGE, {
    options: {
      once: { type: 'boolean', default: false },
      terminal: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      open: { type: 'boolean', default: true },
    },
    allowNegative: true,
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    refuseFlags(USAGE, `--port takes a number from 0 to 65535; "${values.port}" is none.`);
  }
  return { ...values, port };
}

function reasonOf(error: unknown, { port }: DemoArguments): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `port ${port} is taken by another program. Choose another, or leave --port out for any that is free.`;
  }
  if (code === 'EACCES') return `port ${port} is kept for the system. Choose one above 1023.`;
  return error instanceof Error ? error.message : String(error);
}

async function inTerminal(session: DemoSession, { once }: DemoArguments): Promise<void> {
  const you = session.somebody();
  print(`Keepsake is in #${you.channel.name} of a Discord that runs on this machine alone.\n`);
  await playTour(you);
  if (!once) await talk(you, session.discord);
}

async function inBrowser(session: DemoSession, { port, open }: DemoArguments): Promise<void> {
  const page = await startPageServer(session, port);
  try {
    print(`Keepsake is in a Discord that runs on this machine alone: ${page.url}`);
    print(`For /import there is an invented export to drop into the page: ${session.sampleExport}`);
    print('Ctrl-C ends it.');
    if (open) openBrowser(page.url);
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
