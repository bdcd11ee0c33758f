import type { ServerSettings } from '../services/settings.js';

/** What managers see while typing. */
export const settingsCommand = {
  description: 'What this server wants of me',
  show: { description: 'What is set here' },
  change: {
    description: 'Changes what you name; the rest stays',
    answers: 'Who sees the answers to /score',
    choices: {
      public: 'Everybody in the channel',
      private: 'Only who asked',
    } satisfies Record<ServerSettings['answers'], string>,
  },
} as const;

/** What `/settings` answers. */
export const settingsText = {
  title: 'What this server wants',
  changed: 'Changed',
  answers: {
    public:
      'Answers to `/score` are for **everybody in the channel**. With `private:True` only the author sees one.',
    private:
      'Answers to `/score` are for **their author alone**. Readings still count on boards and in digests, as before.',
  } satisfies Record<ServerSettings['answers'], string>,
  hint: '`/settings change` changes it. The weekly digest has its own: `/digest setup`.',
  nothingNamed: 'Name what to change. **Nothing is changed.**',
};
