import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/lib/paths.js';
import { atDesk } from './desk.js';

/** How one of the programs ended. */
export interface Ended {
  /** What it wrote to standard output. */
  readonly said: string;
  /** What it wrote to standard error. */
  readonly complaints: string;
  /** Null if a signal ended it. */
  readonly code: number | null;
}

/** A program that runs. */
export interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  /** What it has written to standard output so far. */
  readonly said: () => string;
  readonly ended: Promise<Ended>;
}

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(projectRoot, 'package.json'), 'utf8'),
);

/** Programs that a release holds, too, each in one file as there: half of their time is their start. */
const bundled = await atDesk('programs');

/** The compiled program that `npm run NAME` starts. */
export function compiled(name: string): string {
  const [, program] = /^node dist\/(\S+)$/.exec(scripts[name] ?? '') ?? [];
  if (program === undefined) throw new Error(`npm run ${name} starts no compiled program`);
  return join(program.startsWith('src/') ? bundled : join(projectRoot, 'dist'), program);
}

/** Names of the npm scripts that start a compiled program. */
export const programs: readonly string[] = Object.keys(scripts).filter((name) =>
  scripts[name]?.startsWith('node dist/'),
);

/**
 * Starts a compiled program, as its npm script does.
 *
 * @param o.env its environment, if not that of the tests.
 */
export function startProgram(
  name: string,
  args: readonly string[],
  o: { cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Started {
  const child = spawn(process.execPath, [compiled(name), ...args], {
    cwd: o.cwd,
    env: o.env === undefined ? process.env : { PATH: process.env['PATH'] ?? '', ...o.env },
  });
  let said = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ said, complaints, code }));
  });
  return { child, said: () => said, ended };
}

/** Runs such a program to its end. */
export function runProgram(...program: Parameters<typeof startProgram>): Promise<Ended> {
  return startProgram(...program).ended;
}
