import { inject } from 'vitest';

/** What the run has for all its tests (`global-setup.ts`): made when it is first asked for. */
export async function atDesk(what: 'migrated' | 'empty' | 'file' | 'programs'): Promise<string> {
  const answer = await fetch(`${inject('desk')}/${what}`, { method: 'POST' });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`No ${what} for this test: ${text}`);
  return text;
}
