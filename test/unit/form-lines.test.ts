import { describe, expect, test } from 'vitest';
import { fromLines, toLines } from '../../src/commands/form-lines.js';

const link = 'https://www.tiktok.com/@ana/video/7298765432109876543';

describe('the lines of a form', () => {
  test.each<[string, string, ReturnType<typeof fromLines>]>([
    ['as they were opened', 'saves: \ntitle: Rope', { title: 'Rope' }],
    ['with names in capitals', 'Saves: 5.1K\nTitle: Rope', { saves: '5.1K', title: 'Rope' }],
    ['with Windows’ line ends', 'saves: 5\r\ntitle: Rope', { saves: '5', title: 'Rope' }],
    ['with a bare count first', '5100\ntitle: Rope', { saves: '5100', title: 'Rope' }],
    ['with no colon', 'saves 5,1K\ntitle: Rope', { saves: '5,1K', title: 'Rope' }],
    ['with a space for the sign', 'New followers: 12', { new_followers: '12' }],
    ['with a bare link', `trying: Hook\n${link}`, { trying: 'Hook', link }],
    ['with a caption of several', 'title: One\nTwo: three\n\n4', { title: 'One Two: three 4' }],
    ['with a note before any name', 'my best one\ntitle: Rope', { title: 'my best one Rope' }],
    ['with a link twice', `link: ${link}\nlink: x`, { link: `${link} x` }],
    ['with a colon in a value', 'title: Rope: part 9', { title: 'Rope: part 9' }],
    ['empty', ' \n', {}],
  ])('%s', (_how, text, lines) => {
    expect(fromLines(text)).toEqual(lines);
  });

  test('come back as they were given', () => {
    const typed = { saves: '5.1K', title: 'Rope: part 9', link, posted: '1 Nov', trying: 'Hook' };
    expect(fromLines(toLines(typed))).toEqual(typed);
  });
});
