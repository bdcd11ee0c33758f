import type { APIEmbed } from 'discord-api-types/v10';

/** Characters that a line of an embed has room for on a phone 375 pixels wide. */
const WIDTH = 42;
/** The same in the smaller letters of a footer. */
const FOOTER_WIDTH = 49;

/**
 * An embed as the lines a phone shows, where fields stand below one another: title, text, the name
 * and value of each field, footer.
 */
export function phoneLines({ title, description, fields = [], footer }: APIEmbed): string[] {
  return [
    ...(title === undefined ? [] : wrapped(title, WIDTH)),
    ...wrapped(description ?? '', WIDTH),
    ...fields.flatMap(({ name, value }) => [...wrapped(name, WIDTH), ...wrapped(value, WIDTH)]),
    ...(footer === undefined ? [] : wrapped(footer.text, FOOTER_WIDTH)),
  ];
}

function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    // A no-break space holds its words together, as a phone does.
    for (const word of seen(line).split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (longer.length > width && current !== '') {
        lines.push(current);
        current = word;
      } else {
        current = longer;
      }
    }
    return [...lines, current];
  });
}

/** A line without its marks, and a moment as long as its words. */
function seen(line: string): string {
  return line
    .replace(/<t:\d+:R>/g, 'in 24 hours')
    .replace(/\*+/g, '')
    .replace(/\\(.)/g, '$1');
}
