/** Something the operator has to mend before the program can start. */
export interface Problem {
  readonly problem: string;
  readonly mend: string;
  /** Set where each further start ends the same way; elsewhere waiting may help. */
  readonly stays?: boolean;
}

/** Exit code of a start that only the operator can help: EX_CONFIG of sysexits(3). */
const MEND_FIRST = 78;

/** Exit code of a start that may go well a little later. */
const TRY_AGAIN = 1;

/** What the start ends with, so that a service manager knows whether to start it again. */
export function exitCodeOf(problems: readonly Problem[]): number {
  return problems.some(({ stays }) => stays === true) ? MEND_FIRST : TRY_AGAIN;
}

/**
 * The list a start, or a run, ends with: every problem, each with its mend.
 *
 * @param what what can't be done because of them.
 */
export function problemList(
  problems: readonly Problem[],
  what: 'start' | 'go on' = 'start',
): string {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return `Keepsake can't ${what}: ${count}.\n\n${problems.map(problemLines).join('\n')}\n`;
}

/** One problem with its mend, as two lines. */
export function problemLines({ problem, mend }: Problem): string {
  return `  ✗ ${problem}\n    → ${mend}`;
}
