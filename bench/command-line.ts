import { readFlags, refuseFlags } from '../src/lib/flags.js';

const USAGE = `npm run bench                  Keepsake beside a bare bot, and how well it finds answers
npm run bench -- --beside      Keepsake beside a bare bot, alone
npm run bench -- --search      how well it finds answers, alone
npm run bench -- --scale       what commands cost when many readings are stored
    --on sqlite                on one database alone, or --on postgresql
    --readings 1000000         how many readings are many
npm run bench -- --processes   one process beside two, on one PostgreSQL
npm run bench -- --digests     digests of many servers, due in the same minute
    --servers 10000            in how many servers
npm run bench -- --letters     reminders of many members, due in the same minute
    --members 1000             of how many members
npm run bench -- --imports     five files of 300 rows, and files that unpack to far too much
npm run bench -- --screenshots how many numbers of drawn screenshots are read right
    --pictures 200             how many are drawn
    --sample                   of those that are kept with the code
    --bot                      how long the bot takes with them, and how large it grows
npm run bench -- --install     how large a clone and a release are, and how fast they start
with any of them:
    --seconds 8                how long each load lasts
    --json                     figures to keep, as JSON`;

/** What is measured one at a time, by its flag. */
const ALONE = [
  'beside',
  'search',
  'scale',
  'processes',
  'digests',
  'letters',
  'imports',
  'screenshots',
  'install',
] as const;

const PROVIDERS = ['sqlite', 'postgresql'] as const;

/** What `npm run bench` was asked to measure. */
export interface BenchArguments {
  readonly what: 'all' | (typeof ALONE)[number];
  readonly json: boolean;
  /** How long each load lasts. */
  readonly seconds: number;
  readonly readings: number;
  readonly servers: number;
  readonly members: number;
  readonly pictures: number;
  /** Which screenshots, and who reads them. */
  readonly sample: boolean;
  readonly bot: boolean;
  readonly providers: readonly (typeof PROVIDERS)[number][];
}

/** Ends the program, with the usage, where the command line can't be read. */
export function readBenchArguments(): BenchArguments {
  const { values } = readFlags(USAGE, {
    options: {
      beside: { type: 'boolean', default: false },
      search: { type: 'boolean', default: false },
      scale: { type: 'boolean', default: false },
      processes: { type: 'boolean', default: false },
      digests: { type: 'boolean', default: false },
      letters: { type: 'boolean', default: false },
      imports: { type: 'boolean', default: false },
      screenshots: { type: 'boolean', default: false },
      pictures: { type: 'string', default: '200' },
      sample: { type: 'boolean', default: false },
      bot: { type: 'boolean', default: false },
      install: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '8' },
      readings: { type: 'string', default: '1000000' },
      servers: { type: 'string', default: '10000' },
      members: { type: 'string', default: '1000' },
      on: { type: 'string' },
    },
  });
  const asked = ALONE.filter((what) => values[what]);
  if (asked.length > 1)
    refuseFlags(USAGE, `--${asked.join(' and --')} are measured one at a time.`);
  const providers = PROVIDERS.filter((name) => values.on === undefined || values.on === name);
  if (providers.length === 0)
    refuseFlags(USAGE, `--on takes sqlite or postgresql, not “${values.on}”.`);
  return {
    what: asked[0] ?? 'all',
    json: values.json,
    seconds: countOf('seconds', values.seconds),
    readings: countOf('readings', values.readings),
    servers: countOf('servers', values.servers),
    members: countOf('members', values.members),
    pictures: countOf('pictures', values.pictures),
    sample: values.sample,
    bot: values.bot,
    providers,
  };
}

function countOf(flag: string, typed: string): number {
  if (!/^[1-9]\d{0,8}$/.test(typed))
    refuseFlags(USAGE, `--${flag} takes a whole number, not “${typed}”.`);
  return Number(typed);
}
