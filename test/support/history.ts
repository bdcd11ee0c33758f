import type { Message, Person, Shown } from 'local-discord';

/** Opens a video by its title, as chosen from the list. */
export async function open(who: Person, title: string): Promise<Shown> {
  const [choice] = await who.autocomplete('/history video', 'video', title);
  return who.command(`/history video video:${choice?.value ?? title}`);
}

/** The values of a menu's options, in their order. */
export function optionsOf(shown: Shown | Message): string[] {
  const { components } = 'message' in shown ? (shown.message ?? { components: [] }) : shown;
  const json = JSON.stringify(components);
  return [...json.matchAll(/"value":"(\d+)"/g)].map(([, value]) => value ?? '');
}

/** Opens what can be done with the reading at a place of the menu. */
export async function panel(who: Person, shown: Shown, place = 0): Promise<Shown> {
  return who.choose(shown, [optionsOf(shown)[place] ?? '']);
}
