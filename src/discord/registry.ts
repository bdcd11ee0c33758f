import type { Button, Command, CommandModule, Modal } from '../commands/define.js';

/** Every command, button and modal of the bot, by the name Discord sends back. */
export interface Registry {
  readonly commands: ReadonlyMap<string, Command>;
  readonly buttons: ReadonlyMap<string, Button>;
  readonly modals: ReadonlyMap<string, Modal>;
}

/** @throws if two of a kind share a name. */
export function createRegistry(modules: readonly CommandModule[]): Registry {
  return {
    commands: byName(modules.map((module) => module.command)),
    buttons: byName(modules.flatMap((module) => module.buttons ?? [])),
    modals: byName(modules.flatMap((module) => module.modals ?? [])),
  };
}

function byName<T extends { readonly name: string }>(things: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const thing of things) {
    if (map.has(thing.name)) throw new Error(`Two of a kind are called ${thing.name}.`);
    map.set(thing.name, thing);
  }
  return map;
}
