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
