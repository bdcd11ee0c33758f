import { fstatSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const LOOK_EVERY = 500;

/**
 * Does something once, when whoever started this process has ended without it.
 *
 * @param o.parent its process id, if it isn’t the one that the system tells.
 * @param o.toldParent what the system tells of it now.
 */
export function whenOrphaned(
  then: () => void,
  { parent = process.ppid, toldParent = () => process.ppid } = {},
): void {
  const behind = programBehindShell(parent);
  const look = setInterval(() => {
    // Windows goes on telling a parent that is gone. Another process may have its number by then,
    // which is taken for it.
    const isThere = toldParent() === parent && isAlive(parent);
    if (isThere && programBehindShell(parent) === behind) return;
    clearInterval(look);
    then();
  }, LOOK_EVERY);
  look.unref();
}

/**
 * Whether another program holds the other end of this one’s input, as panels do. A shell that was left
 * behind (`nohup … &`) doesn’t: what it started is meant to go on.
 */
export function isInputHeld(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket();
  } catch {
    return false; // it is closed
  }
}

/**
 * The process that waits for a shell it has started with one command, as npm does: the shell doesn’t end
 * with it. Undefined where there is no such shell, or the system has no /proc: Windows ends the shell
 * itself, and that of macOS gives its place to the command.
 */
function programBehindShell(shell: number): number | undefined {
  try {
    const [, flag] = readFileSync(`/proc/${shell}/cmdline`, 'utf8').split('\0');
    if (flag !== '-c') return undefined;
    const stat = readFileSync(`/proc/${shell}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // One that belongs to another user may not be asked, and is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
