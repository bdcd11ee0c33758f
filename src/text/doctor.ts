/** What `npm run doctor` says. */
export const doctorText = {
  sections: { settings: 'Settings', database: 'Database', content: 'Content' },
  fine: (words: string) => `  ✓ ${words}`,
  left: (words: string) => `  – ${words}`,
  settingsFine: 'every key is known and right',
  databaseFine: 'reachable, and as this version needs it',
  databaseNew: 'not there yet: the first start makes it',
  atRest:
    'Keepsake doesn’t encrypt it: its disk has to be encrypted, as Discord’s terms for developers ask (PRIVACY.md)',
  databaseUnknown: 'not looked at: its address isn’t right',
  contentFine: (files: number) => `${files} files, none past its review date`,
  pending: (names: readonly string[]) => ({
    problem: `The database lacks ${names.length === 1 ? 'an update' : `${names.length} updates`}: ${names.join(', ')}.`,
    mend: 'Make a backup and start the bot once: it applies them.',
  }),
  due: (file: string, checked: string, review: string) => ({
    problem: `${file} was checked ${checked} and is due for review since ${review}.`,
    mend: 'Hold it against its sources, mend what has changed, and put new dates into it.',
  }),
  contentProblem: (problem: string) => ({
    problem,
    mend: 'Mend the file, or take it from the release.',
  }),
  sum: (problems: number) =>
    problems === 0
      ? 'Nothing to mend.'
      : `${problems === 1 ? 'One thing' : `${problems} things`} to mend.`,
  badDay: (typed: string) =>
    `--on takes a day such as 2026-11-24, not “${typed}”. Leave it out for today.`,
};
