import { strToU8, zipSync } from 'fflate';

/** Writes days as TikTok Studio does in one language of its interface: without a year. */
type DayWriter = (day: Date) => string;

const month = (language: string, day: Date) =>
  new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' })
    .formatToParts(day)
    .find(({ type }) => type === 'month')?.value ?? '';

const dayFirst =
  (language: string): DayWriter =>
  (day) =>
    `${day.getUTCDate()} ${month(language, day)}`;

const inChinese: DayWriter = (day) => `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;

const VIETNAMESE = [
  ...['Một', 'Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười', 'Mười Một'],
  'Mười Hai',
];

/** The forms in which real exports were seen, and three more. */
export const STUDIO_LANGUAGES: Readonly<Record<string, DayWriter>> = {
  'en-US': (day) => `${month('en-US', day)} ${day.getUTCDate()}`,
  'en-GB': dayFirst('en-GB'),
  ru: dayFirst('ru'),
  zh: inChinese,
  vi: (day) => `${day.getUTCDate()} tháng ${VIETNAMESE[day.getUTCMonth()]}`,
  el: dayFirst('el'),
  de: dayFirst('de'),
  fr: dayFirst('fr'),
  ja: inChinese,
  es: (day) => `${day.getUTCDate()} de ${month('es', day)}`,
  pt: (day) => `${day.getUTCDate()} de ${month('pt', day)}`,
  id: dayFirst('id'),
};

/** A table as it stands in a file: its header first. */
export type Table = readonly (readonly string[])[];

/** A video of an invented account. */
export interface StudioVideo {
  readonly id: bigint;
  readonly title: string;
  readonly posted: Date;
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  readonly shares: number;
}

/** An id as TikTok makes it: its upper half counts seconds. */
export function videoId(at: Date, low: number): bigint {
  return (BigInt(Math.floor(at.getTime() / 1000)) << 32n) | BigInt(low);
}

/** Content.csv: lifetime counts of some videos as of the day of the export. */
export function contentTable(
  handle: string,
  videos: readonly StudioVideo[],
  exported: Date,
  language: string,
): Table {
  const write = writerOf(language);
  return [
    [
      ...['Time', 'Video title', 'Video link', 'Post time', 'Total likes', 'Total comments'],
      ...['Total shares', 'Total views'],
    ],
    ...videos.map((video) => [
      write(exported),
      video.title,
      `https://www.tiktok.com/@${handle}/video/${video.id}`,
      write(video.posted),
      ...[video.likes, video.comments, video.shares, video.views].map(String),
    ]),
  ];
}

/** A day of an account; `null` is what TikTok hasn't counted yet. */
export interface StudioDay {
  readonly day: Date;
  readonly views: number | null;
  readonly viewers: number | null;
  readonly followers: number | null;
  readonly comments: number;
}

/** Overview.csv, Viewers.csv and FollowerHistory.csv over the same days. */
export function dayTables(days: readonly StudioDay[], language: string) {
  const write = writerOf(language);
  const shown = (value: number | null) => (value === null ? 'undefined' : String(value));
  const overview: Table = [
    ['Date', 'Video Views', 'Profile Views', 'Likes', 'Comments', 'Shares'],
    ...days.map(({ day, views, comments }) =>
      views === null
        ? [write(day), ...Array<string>(5).fill('undefined')]
        : [write(day), String(views), '12', '30', String(comments), '4'],
    ),
  ];
  const viewers: Table = [
    ['Date', 'Total Viewers', 'New Viewers', 'Returning Viewers'],
    // Beside a number that isn't known stand false zeros.
    ...days.map(({ day, viewers: total }) => [
      write(day),
      shown(total),
      total === null ? '0' : String(Math.floor(total * 0.7)),
      total === null ? '0' : String(total - Math.floor(total * 0.7)),
    ]),
  ];
  const followers: Table = [
    ['Date', 'Followers', 'Difference in followers from previous day'],
    ...days.map(({ day, followers: count }, place) => [
      write(day),
      shown(count),
      // A day off, as in newer exports.
      shown((days[place + 1]?.followers ?? 0) - (count ?? 0)),
    ]),
  ];
  return { overview, viewers, followers };
}

/** FollowerActivity.csv: the hours after the export are zeros. */
export function activityTable(days: readonly Date[], lastHour: number, language: string): Table {
  const write = writerOf(language);
  return [
    ['Date', 'Hour', 'Active followers'],
    ...days.flatMap((day, place) =>
      Array.from({ length: 24 }, (_, hour) => {
        const isAhead = place === days.length - 1 && hour > lastHour;
        const evening = 40 - 3 * Math.abs(19 - hour);
        return [write(day), String(hour), String(isAhead ? 0 : Math.max(1, evening))];
      }),
    ),
  ];
}

/** FollowerGender.csv and FollowerTopTerritories.csv. */
export const audienceTables: Readonly<Record<'gender' | 'territories', Table>> = {
  gender: [
    ['Gender', 'Distribution'],
    ['Male', '0.462'],
    ['Female', '0.531'],
    ['Other', '0.007'],
  ],
  territories: [
    ['Top territories', 'Distribution'],
    ['DE', '0.61'],
    ['Others', '0.39'],
  ],
};

/**
 * As TikTok writes CSV: with a byte order mark, everything in quotation marks, those in a title as
 * they are, and no line's end at the end.
 */
export function studioCsv(table: Table): Uint8Array {
  const text = table.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  return strToU8(`\uFEFF${text}`);
}

/** As TikTok writes XLSX: one sheet, each cell with its own text. */
export function studioXlsx(table: Table, name: string): Uint8Array {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const rows = table.map(
    (row, line) =>
      `<row r="${line + 1}">${row
        .map(
          (cell, column) =>
            `<c r="${String.fromCharCode(65 + column)}${line + 1}" t="str"><v>${escaped(cell)}</v></c>`,
        )
        .join('')}</row>`,
  );
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    ),
    'xl/workbook.xml': strToU8(
      `${head}<workbook ${main}><sheets><sheet name="${name}" sheetId="1"/></sheets></workbook>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${head}<worksheet ${main}><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ),
  });
}

/** Files in one archive. */
export function studioZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files });
}

function writerOf(language: string): DayWriter {
  const write = STUDIO_LANGUAGES[language];
  if (write === undefined) throw new Error(`No form of days for ${language}.`);
  return write;
}
