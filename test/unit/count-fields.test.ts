import { ModalBuilder } from '@discordjs/builders';
import { expect, test } from 'vitest';
import { addShortField } from '../../src/commands/count-fields.js';

test.each([
  ['12,345', '12,345'],
  ['1\n2', '1 2'],
  ['\r\n541.2K\u2028', '541.2K'],
  ['', ''],
  ['9'.repeat(61), `${'9'.repeat(59)}…`],
])('a line of a form holds a single line that has room: %j', (typed, shown) => {
  const modal = new ModalBuilder().setCustomId('numbers').setTitle('Numbers');
  addShortField(modal, { name: 'views', label: 'Views', hint: 'Views now', value: typed });
  const [line] = modal.toJSON().components;
  expect(line).toMatchObject({ component: { custom_id: 'views', value: shown } });
});
