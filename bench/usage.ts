import { readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;

/** What a process has used so far, as the operating system counts it. */
export interface Usage {
  /** Processor time in milliseconds, of all its threads. */
  readonly processorMs: number;
  /** Resident memory in MiB. */
  readonly memoryMiB: number;
}

/** The usage of another process; null where there is no /proc to read it from. */
export function usageOf(pid: number | undefined): Usage | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return { processorMs: ((user + system) * 1000) / TICKS, memoryMiB: Number(kib) / 1024 };
}

/** The usage of several processes together; null where it can't be read. */
export function usageOfAll(pids: readonly (number | undefined)[]): Usage | null {
  let sum: Usage = { processorMs: 0, memoryMiB: 0 };
  for (const pid of pids) {
    const one = usageOf(pid);
    if (one === null) return null;
    sum = {
      processorMs: sum.processorMs + one.processorMs,
      memoryMiB: sum.memoryMiB + one.memoryMiB,
    };
  }
  return sum;
}
