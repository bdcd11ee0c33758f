import { posix } from 'node:path';
import { documentsOf, type Project } from './promise-check.js';
import { NO_PROMISE } from './promise-lists.js';

/** docs/promises.md: each promise, where it stands, and what holds it. */
export function promisesPage(project: Project): string {
  const sections = project.lists.map((list) => {
    const paths = documentsOf(list, project);
    const [first = ''] = paths;
    const rows = list.promises.map(({ says, 'held by': tests }) => {
      const where = paths.filter((path) => project.sentences.get(path)?.includes(says));
      const place = paths.length === 1 ? '' : `${where.map((path) => linkTo(path)).join(', ')} | `;
      return `| ${cell(asText(says))} | ${place}${(tests ?? []).map(heldBy).join('<br>')} |`;
    });
    const heading = paths.length === 1 ? first : list.documents.join(', ');
    const head =
      paths.length === 1
        ? '| It says | Held by |\n| --- | --- |'
        : '| It says | In | Held by |\n| --- | --- | --- |';
    const others = Object.values(list['no promise']).flat().length;
    const link = paths.length === 1 ? `${linkTo(first, 'The page')}: ` : '';
    return [
      `## ${heading}`,
      `${link}${rows.length} promises; ${others} sentences that only sound like one are [listed](../${list.file}).`,
      `${head}\n${rows.join('\n')}`,
    ].join('\n\n');
  });
  return `${[opening(project), ...sections].join('\n\n')}\n`;
}

function opening({ leftOut }: Project): string {
  const reasons = Object.entries(NO_PROMISE).map(([name, why]) => `- *${name}*: ${why}`);
  const left = Object.entries(leftOut).map(([page, why]) => `- ${linkTo(page)}: ${why}`);
  return `# Promises

<!-- Generated from test/promises/. Don't edit this page: change a list there and write it anew, as CONTRIBUTING.md says. -->

What the documents promise of the bot, sentence by sentence, and the tests that hold it. \`npm test\` fails where a promise has no test, where a sentence or a test isn't there any more, and where a new sentence sounds like a promise and nobody has said whether it is one: words like *never*, *only*, *once*, *nobody*, *kept*, *until*, *within an hour* make it sound so.

What is looked at: README, PRIVACY.md, the pages below \`docs/\` that people and operators rely on, what \`/help\`, \`/data\` and \`/leaderboard\` say, the answers of \`/faq\` about the bot, and whatever the other answers, guide pages and tips say of it. What they say of TikTok is no promise of the bot's: [claims.md](claims.md) has that. Where a test is named by a title that covers several, all of them hold the promise.

A sentence that sounds like a promise may be none. Then its list says of which kind it is:

${reasons.join('\n')}

Not looked at, since they promise nothing of their own:

${left.join('\n')}`;
}

/** `folder/file.test.ts › title` with a link to the file. */
function heldBy(test: string): string {
  const [file = '', title = ''] = test.split(/ › (.*)/s);
  return `[${file}](../test/${file}): ${cell(title.replace(/[<>]/g, '\\$&'))}`;
}

/** A sentence of another page, whose links would lead nowhere from here: their words alone. */
function asText(sentence: string): string {
  const row = sentence.replace(/^\| | \|$/g, '').replaceAll(/(?<!\\)\|/g, '·');
  return row.replace(/!?\[([^\]]*)\]\([^()\s]*\)/g, '$1');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function linkTo(path: string, name = path): string {
  return `[${name}](${posix.relative('docs', path)})`;
}
