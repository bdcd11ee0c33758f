import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  Locale,
} from 'discord-api-types/v10';
import { type FieldError, type Path, required, wrong } from './errors.js';

// Rules for command definitions that Discord's published schemas can't say.

const commandTotal = 8000;
const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales = new Set<string>(Object.values(Locale));

/** A command or option as far as the rules read it. */
interface Node {
  readonly type?: number | null | undefined;
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly name_localizations?: object | null | undefined;
  readonly description_localizations?: object | null | undefined;
  readonly options?: readonly unknown[] | null | undefined;
}

interface OptionNode extends Node {
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { name: string; value: string | number }[] | null;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
}

function optionsOf(node: Node): readonly OptionNode[] {
  // The schema has already established the shape; only its union is too wide to read.
  return (node.options ?? []) as readonly OptionNode[];
}

/** What is wrong with a command beyond its schema. */
export function commandErrors(command: Node, path: Path = []): FieldError[] {
  const type = command.type ?? ApplicationCommandType.ChatInput;
  if (type !== ApplicationCommandType.ChatInput) {
    return (command.description ?? '') === ''
      ? []
      : [
          wrong(
            [...path, 'description'],
            'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET',
            'Context menu commands cannot have description',
          ),
        ];
  }
  const errors = [...nodeErrors(command, path), ...optionErrors(optionsOf(command), path, 0)];
  if (commandSize(command) > commandTotal) {
    errors.push(
      wrong(
        path,
        'APPLICATION_COMMAND_TOO_LARGE',
        `Command exceeds maximum size (${commandTotal})`,
      ),
    );
  }
  return errors;
}

function nodeErrors(node: Node, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  if (!commandName.test(node.name) || node.name !== node.name.toLowerCase()) {
    errors.push(
      wrong([...path, 'name'], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
    );
  }
  if ((node.description ?? '').trim() === '') errors.push(required([...path, 'description']));
  for (const key of ['name_localizations', 'description_localizations'] as const) {
    for (const [locale, text] of Object.entries(node[key] ?? {})) {
      if (!locales.has(locale)) {
        errors.push(
          wrong([...path, key], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid locale.`),
        );
      } else if (
        key === 'name_localizations' &&
        (typeof text !== 'string' || !commandName.test(text) || text !== text.toLowerCase())
      ) {
        errors.push(
          wrong(
            [...path, key, locale],
            'APPLICATION_COMMAND_INVALID_NAME',
            'Command name is invalid',
          ),
        );
      }
    }
  }
  return errors;
}

function optionErrors(options: readonly OptionNode[], path: Path, depth: number): FieldError[] {
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  let optionalBefore = false;
  const grouping = (option: OptionNode): boolean =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup;
  if (options.some(grouping) && !options.every(grouping)) {
    errors.push(
      wrong(
        [...path, 'options'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      ),
    );
  }
  for (const [index, option] of options.entries()) {
    const at = [...path, 'options', index];
    errors.push(...nodeErrors(option, at));
    if (seen.has(option.name)) {
      errors.push(
        wrong(
          [...at, 'name'],
          'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
          'Option name already exists',
        ),
      );
    }
    seen.add(option.name);
    if (option.required === true && optionalBefore) {
      errors.push(
        wrong(
          at,
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
        ),
      );
    }
    optionalBefore ||= option.required !== true;
    if (grouping(option)) {
      const group = option.type === ApplicationCommandOptionType.SubcommandGroup;
      if (depth > (group ? 0 : 1)) {
        errors.push(
          wrong(at, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands are nested too deep'),
        );
      }
      errors.push(...optionErrors(optionsOf(option), at, group ? 1 : 2));
      optionalBefore = false;
    } else {
      errors.push(...valueErrors(option, at));
    }
  }
  return errors;
}

function valueErrors(option: OptionNode, at: Path): FieldError[] {
  const errors: FieldError[] = [];
  const choices = option.choices ?? [];
  if (option.autocomplete === true && choices.length > 0) {
    errors.push(
      wrong(
        [...at, 'choices'],
        'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_MUTUALLY_EXCLUSIVE',
        'Choices cannot be set for an autocomplete option',
      ),
    );
  }
  for (const key of ['name', 'value'] as const) {
    const values = choices.map((choice) => choice[key]);
    const repeated = values.findIndex((value, index) => values.indexOf(value) !== index);
    if (repeated >= 0) {
      errors.push(
        wrong(
          [...at, 'choices', repeated, key],
          `APPLICATION_COMMAND_OPTIONS_CHOICE_${key.toUpperCase()}_ALREADY_EXISTS`,
          `Option choice ${key} already exists`,
        ),
      );
    }
  }
  if ((option.min_value ?? -Infinity) > (option.max_value ?? Infinity)) {
    errors.push(wrong([...at, 'min_value'], 'NUMBER_TYPE_MAX', 'min_value exceeds max_value'));
  }
  if ((option.min_length ?? 0) > (option.max_length ?? 6000)) {
    errors.push(wrong([...at, 'min_length'], 'NUMBER_TYPE_MAX', 'min_length exceeds max_length'));
  }
  return errors;
}

/**
 * Characters of a whole command as Discord counts them towards 8000: names, descriptions and
 * values of the command, its options and choices, each in its longest language.
 */
function commandSize(node: Node): number {
  const longest = (text: string, translations: object | null | undefined): number =>
    Math.max(text.length, ...Object.values(translations ?? {}).map((t) => String(t).length));
  let size =
    longest(node.name, node.name_localizations) +
    longest(node.description ?? '', node.description_localizations);
  for (const option of optionsOf(node)) {
    size += commandSize(option);
    for (const choice of option.choices ?? []) {
      size += choice.name.length + String(choice.value).length;
    }
  }
  return size;
}
