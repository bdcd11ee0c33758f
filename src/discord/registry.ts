import type { Button, Menu, Modal } from '../commands/components.js';
import type { Command, CommandModule } from '../commands/define.js';
import type { MessageCommand } from '../commands/message-command.js';
import { learnAllWords } from '../words/languages.js';
import { keptCommands } from './kept-commands.js';
import type { WantedCommand } from './registration.js';

/** Every command, button, menu and modal of the bot, by the name Discord sends back. */
export interface Registry {
  readonly commands: ReadonlyMap<string, Command>;
  readonly messageCommands: ReadonlyMap<string, MessageCommand>;
  readonly buttons: ReadonlyMap<string, Button>;
  readonly menus: ReadonlyMap<string, Menu>;
  readonly modals: ReadonlyMap<string, Modal>;
}

/** @throws if two of a kind share a name. */
export function createRegistry(modules: readonly CommandModule[]): Registry {
  return {
    commands: byName(modules.map((module) => module.command)),
    messageCommands: byName(modules.flatMap((module) => module.messageCommands ?? [])),
    buttons: byName(modules.flatMap((module) => module.buttons ?? [])),
    menus: byName(modules.flatMap((module) => module.menus ?? [])),
    modals: byName(modules.flatMap((module) => module.modals ?? [])),
  };
}

/** Everything that is registered at Discord, in every language: as it was kept, or made anew. */
export async function wantedOf(registry: Registry): Promise<readonly WantedCommand[]> {
  return keptCommands() ?? (await makeWanted(registry));
}

/** The same, made anew whatever was kept. */
export async function makeWanted({
  commands,
  messageCommands,
}: Registry): Promise<readonly WantedCommand[]> {
  await learnAllWords();
  return [...commands.values(), ...messageCommands.values()].map((one) => one.registration());
}

/** Every name under which an interaction is logged and counted. */
export function interactionNames({
  commands,
  messageCommands,
  buttons,
  menus,
  modals,
}: Registry): ReadonlySet<string> {
  const names = new Set(
    [messageCommands, buttons, menus, modals].flatMap((things) => [...things.keys()]),
  );
  for (const [command, { runnables }] of commands) {
    names.add(autocompleteName(command));
    for (const subcommand of runnables.keys()) names.add(commandName(command, subcommand));
  }
  return names;
}

/** What the log calls a command; the subcommand is empty where there is none. */
export function commandName(command: string, subcommand: string): string {
  return `${command} ${subcommand}`.trim();
}

/** What the log calls suggestions for the options of a command. */
export function autocompleteName(command: string): string {
  return `${command} (autocomplete)`;
}

function byName<T extends { readonly name: string }>(things: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const thing of things) {
    if (map.has(thing.name)) throw new Error(`Two of a kind are called ${thing.name}.`);
    map.set(thing.name, thing);
  }
  return map;
}
