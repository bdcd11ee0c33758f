import { createInterface } from 'node:readline/promises';
import type { Person, Shown } from 'local-discord';
import { CannotSend, type LocalDiscord } from 'local-discord';
import { tour } from './tour.js';

/** Plays a short conversation with the bot, in the terminal. */
export async function playTour(you: Person): Promise<void> {
  for (const { say, line } of tour) {
    print(`${say}\n\n> ${line}\n`);
    print(`${await answerTo(you.command(line))}\n`);
  }
}

/** The prompt: slash commands as in Discord, and the buttons of the newest message by their words. */
export async function talk(you: Person, discord: LocalDiscord): Promise<void> {
  const names = discord.commands().map(({ name }) => `/${name}`);
  print(
    `Your turn. Type a command (${names.join(', ')}), the words on a button to press it, or exit.`,
  );
  const input = createInterface({
    input: process.stdin,
    output: process.stdout,
    completer: (typed: string): [string[], string] => [
      completions(typed, you).filter((line) => line.startsWith(typed)),
      typed,
    ],
  });
  let last: Shown | undefined;
  input.setPrompt('\n> ');
  input.prompt();
  for await (const typed of input) {
    const line = typed.trim();
    if (line === 'exit' || line === 'quit') break;
    if (line !== '') {
      try {
        last = await act(line, you, last, (question) => input.question(question));
        print(`\n${[last, ...last.followUps].map((shown) => shown.text()).join('\n\n')}`);
      } catch (error) {
        if (!(error instanceof CannotSend)) throw error;
        print(error.message);
      }
    }
    input.prompt();
  }
  input.close();
}

async function act(
  line: string,
  you: Person,
  last: Shown | undefined,
  ask: (question: string) => Promise<string>,
): Promise<Shown> {
  if (line.startsWith('/')) return (await you.command(line)).settled();
  const message = last?.message ?? you.last();
  const label = message?.buttons.find((words) => words.toLowerCase() === line.toLowerCase());
  if (message === undefined || label === undefined) {
    throw new CannotSend('Commands begin with a slash; a button is pressed by typing its words.');
  }
  const pressed = await you.press(message, label);
  if (pressed.modal === undefined) return pressed.settled();
  const answers: Record<string, string> = {};
  for (const component of pressed.modal.components) {
    if ('label' in component) answers[component.label] = await ask(`${component.label}: `);
  }
  return (await you.submit(pressed, answers)).settled();
}

/** What Tab completes: commands, and the options of the command that stands there. */
function completions(typed: string, you: Person): string[] {
  const leaves = you.commands().flatMap((command) => {
    const subcommands = (command.options ?? []).filter(({ type }) => type === 1);
    return subcommands.length === 0
      ? [{ line: `/${command.name}`, options: command.options ?? [] }]
      : subcommands.map((subcommand) => ({
          line: `/${command.name} ${subcommand.name}`,
          options: 'options' in subcommand ? (subcommand.options ?? []) : [],
        }));
  });
  const leaf = leaves.find(({ line }) => typed.startsWith(`${line} `));
  if (leaf === undefined) return leaves.map(({ line }) => `${line} `);
  const before = typed.slice(0, typed.lastIndexOf(' ') + 1);
  return leaf.options
    .filter(({ name }) => !typed.includes(` ${name}:`))
    .map(({ name }) => `${before}${name}:`);
}

async function answerTo(asked: Promise<Shown>): Promise<string> {
  return (await (await asked).settled()).text();
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
