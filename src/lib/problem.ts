/** Something the operator has to mend before the program can start. */
export interface Problem {
  readonly problem: string;
  readonly mend: string;
}

/** The list the start ends with: every problem, each with its mend. */
export function problemList(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return `Keepsake can't start: ${count}.\n\n${problems.map(problemLines).join('\n')}\n`;
}

/** One problem with its mend, as two lines. */
export function problemLines({ problem, mend }: Problem): string {
  return `  ✗ ${problem}\n    → ${mend}`;
}
