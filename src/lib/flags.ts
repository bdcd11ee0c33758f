import { type ParseArgsConfig, parseArgs } from 'node:util';

/**
 * What a program was called with. Ends it with what is wrong and the usage where that can't be read
 * (exit code 1), and with the usage alone for `--help`. Ends it, too, when nobody reads its output
 * any more.
 *
 * @param usage how the program is called.
 */
export function readFlags<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  // Whoever reads the output may stop early (`| head`): nothing is left to do then.
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit();
    process.stderr.write(unwritable(code ?? message));
    process.exit(1);
  });
  if (process.argv.slice(2).includes('--help')) {
    process.stdout.write(`${usage}\n`);
    process.exit();
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const [problem] = (error instanceof Error ? error.message : String(error)).split('. ');
    refuseFlags(usage, `${problem}.`);
  }
}

/** Whatever else was done is done: only what was said of it, or asked for, is lost. */
function unwritable(reason: string): string {
  return `✗ The output can't be written (${reason}).\n  → Look whether the disk that takes it has room, and give the command again.\n`;
}

/** Ends the program with what is wrong with its command line, and the usage. The exit code is 1. */
export function refuseFlags(usage: string, problem: string): never {
  process.stderr.write(`${problem}\n\n${usage}\n`);
  process.exit(1);
}
