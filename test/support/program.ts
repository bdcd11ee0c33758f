import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/lib/paths.js';

/** How one of the operator's commands ended. */
export interface Ended {
  /** What it wrote to standard output. */
  readonly said: string;
  /** What it wrote to standard error. */
  readonly complaints: string;
  /** Null if a signal ended it. */
  readonly code: number | null;
}

/** Starts a compiled program of `src/cli/`, as its npm script does. Its environment is what is given. */
export function startProgram(
  name: string,
  args: readonly string[],
  o: { cwd: string; env: Readonly<Record<string, string>> },
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const program = join(projectRoot, 'dist', 'src', 'cli', `${name}.js`);
  const child = spawn(process.execPath, [program, ...args], {
    cwd: o.cwd,
    env: { PATH: process.env['PATH'] ?? '', ...o.env },
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
  return { child, ended };
}

/** Runs such a program to its end. */
export function runProgram(...program: Parameters<typeof startProgram>): Promise<Ended> {
  return startProgram(...program).ended;
}
