/** A scene as it was pictured. */
export interface Pictured {
  readonly id: string;
  readonly title: string;
  readonly after: string;
  /** Files in docs/answers. */
  readonly pictures: readonly string[];
  /** The same in words, line by line. */
  readonly words: readonly string[];
  /** Whether only its reader sees it. */
  readonly isPrivate: boolean;
}

/** An answer's text as lines that are the same each time: files have another address in every demo. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/https?:\/\/(?:127\.0\.0\.1|localhost):\d+\/attachments\/(?:\d+\/)*/g, '')
    .split('\n')
    .map((line) => line.replace(/^│ ?/, '').trim())
    .filter((line) => line !== '');
}

/** How wide the phone is that everything is pictured on, in Discord's pixels. */
export const PHONE = 375;

const intro = `# Answers

Every answer in each of its states, as a phone ${PHONE} pixels wide shows it, each beside its words. The pictures are taken by the real bot in the demo, whose people and figures are invented: \`npm run answers\` takes all of them anew and writes this page.
`;

/** docs/answers.md. */
export function answersPage(
  acts: readonly { readonly title: string; readonly scenes: readonly Pictured[] }[],
): string {
  const parts = acts.map(({ title, scenes }) =>
    [`## ${title}`, ...scenes.map((scene) => section(scene))].join('\n\n'),
  );
  return `${[intro.trimEnd(), ...parts].join('\n\n')}\n`;
}

function section({ title, after, pictures, words, isPrivate, id }: Pictured): string {
  const alt = cell(`${title}: ${words.slice(0, 4).join(' ')}`);
  const shown = pictures
    .map((file) => `<img src="answers/${file}" width="${PHONE}" alt="${alt}">`)
    .join('<br>');
  const said = words.map((line) => cell(line)).join('<br>');
  const who = isPrivate ? ' Only its reader sees it.' : '';
  const typed = after.startsWith('/') ? `\`${after}\`` : after;
  return [
    `### ${title}`,
    `<a id="${id}"></a>After ${typed}.${who}`,
    `| On a phone | In words |\n| --- | --- |\n| ${shown} | ${said} |`,
  ].join('\n\n');
}

/** What stands in a table's cell, also in an attribute there: nothing in it is markup. */
function cell(text: string): string {
  return html(text)
    .replace(/[\\`*_{}[\]()#|~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/https?:/g, (scheme) => scheme.replace(':', '&#58;'));
}

function html(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
