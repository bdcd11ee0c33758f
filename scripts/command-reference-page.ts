import { InteractionContextType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Command, Runnable } from '../src/commands/define.js';
import { inEnglish } from '../src/commands/localizations.js';
import type { OptionSpec } from '../src/commands/options.js';

/** The reference of all commands as a Markdown page, made from their definitions alone. */
export function commandReferencePage(commands: readonly Command[]): string {
  const sections = commands.flatMap((command) =>
    [...command.runnables].map(([subcommand, runnable]) =>
      sectionOf(
        `/${command.name} ${subcommand}`.trim(),
        runnable,
        whereAndWho(command.registration()),
      ),
    ),
  );
  return `${[OPENING, ...sections].join('\n\n')}\n`;
}

const OPENING = `# Commands

<!-- Generated from the definitions in src/commands/. Don't edit this page: change the definition and write it anew, as CONTRIBUTING.md says. -->

Every command, as it is registered at Discord. In brackets: options that may be left out.`;

const PLACES: Readonly<Record<InteractionContextType, string>> = {
  [InteractionContextType.Guild]: 'servers',
  [InteractionContextType.BotDM]: 'direct messages with the bot',
  [InteractionContextType.PrivateChannel]: 'other direct messages',
};

function whereAndWho({
  contexts,
  default_member_permissions: needed,
}: ReturnType<Command['registration']>): string {
  const where = `In ${contexts?.map((context) => PLACES[context]).join(' and ') ?? 'all places'}`;
  if (needed === null || needed === undefined) return `${where}, for everybody.`;
  const names = Object.entries(PermissionFlagsBits)
    .filter(([, bit]) => (BigInt(needed) & bit) !== 0n)
    .map(([permission]) => permission);
  return `${where}, for ${names.length > 0 ? `members with ${names.join(', ')}` : 'administrators'}.`;
}

function sectionOf(name: string, { description, options }: Runnable, whereAndWho: string): string {
  const specs = Object.entries(options);
  const typed = specs.map(([option, { required }]) =>
    required === true ? `${option}:` : `[${option}:]`,
  );
  const parts = [`## \`${name}\``, `${inEnglish(description)}. ${whereAndWho}`];
  if (specs.length > 0) {
    parts.push(`\`\`\`text\n${[name, ...typed].join(' ')}\n\`\`\``, tableOf(specs));
  }
  return parts.join('\n\n');
}

function tableOf(specs: readonly (readonly [string, OptionSpec])[]): string {
  const rows = specs.map(([name, spec]) => [
    `\`${name}\``,
    spec.required === true ? 'yes' : 'no',
    takes(spec),
    inEnglish(spec.description),
  ]);
  return [['Option', 'Needed', 'Takes', 'What it is'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

function takes(spec: OptionSpec): string {
  switch (spec.type) {
    case 'text': {
      const length = `text of at most ${new Intl.NumberFormat('en').format(spec.maxLength)} characters`;
      return spec.autocomplete === undefined ? length : `${length}, with suggestions while typing`;
    }
    case 'choice':
      return `one of: ${Object.values(inEnglish(spec.choices)).join(', ')}`;
    case 'number':
      return `a number${limit(' from ', spec.min)}${limit(' to ', spec.max)}`;
    case 'whole':
      return `a whole number${limit(' from ', spec.min)}${limit(' to ', spec.max)}`;
    case 'boolean':
      return 'True or False';
    case 'member':
      return 'a member';
    case 'attachment':
      return 'a file';
    case 'channel':
      return 'a channel of the server';
  }
}

function limit(word: string, bound: number | undefined): string {
  return bound === undefined ? '' : `${word}${new Intl.NumberFormat('en').format(bound)}`;
}
