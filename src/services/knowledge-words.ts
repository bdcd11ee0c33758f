import SearchableMap from 'minisearch/SearchableMap';

/**
 * The words of a question as the search sees them: case, accents, endings and filler removed, and
 * the different words people use for one thing brought together.
 *
 * @param mend what to make of a word that comes out, for typos: see `createMender`.
 */
export function searchWords(text: string, mend = (word: string): string => word): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FILLER.has(word))
    .map((word) => mend(stem(SAME.get(word) ?? word)));
}

/**
 * Takes a word that is not among the known ones, and looks like a misspelt one of them, for that.
 *
 * @param known words as `searchWords` gives them.
 */
export function createMender(known: ReadonlySet<string>): (word: string) => string {
  const spellings = new SearchableMap<string>();
  for (const [variant, usual] of SAME) spellings.set(stem(variant), stem(usual));
  for (const word of known) spellings.set(word, word);
  return (word) => {
    if (known.has(word) || word.length < 6 || word.length > LONGEST_WORD) return word;
    const near = [...spellings.fuzzyGet(word, word.length < 9 ? 1 : 2).values()];
    return near.sort(([, a], [, b]) => a - b)[0]?.[0] ?? word;
  };
}

/** Whether a word, as `searchWords` gives it, names what this bot is about. */
export function isKindOfSave(word: string): boolean {
  return KINDS_OF_SAVE.has(word);
}

/** Whether one speaks of favourites only and the other of downloads only: “save” fits both. */
export function otherKindOfSave(some: readonly string[], others: readonly string[]): boolean {
  const kind = onlyKind(some);
  const otherKind = onlyKind(others);
  return kind !== undefined && otherKind !== undefined && kind !== otherKind;
}

function onlyKind(words: readonly string[]): string | undefined {
  const kinds = words.filter(isKindOfSave);
  const [first] = kinds;
  return first !== SAVE && kinds.every((kind) => kind === first) ? first : undefined;
}

/** Case and accents folded, apostrophes dropped, white space of any script made single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’`]+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Said in nearly every question about TikTok, or carrying no meaning of their own. */
const FILLER = new Set(
  (
    'a an the and or if of to in at for with from by as so just also then than that this these those ' +
    'it its is are am was were be been being do does did done i im ive me my mine u ur you your yours ' +
    'he she they them their we us our has have had get gets got when will would can could should shall ' +
    'may might there any some here hi hey hello pls plz please thanks lol really actually whats between ' +
    'tiktok tiktoks tik tok tt video videos vid vids post posts clip clips app somebody someone ' +
    'someones anyone anybody everybody everyone people peoples person ppl others other users user'
  ).split(' '),
);

const SAME = new Map(
  Object.entries({
    notify:
      'notified notifies notifying notification notifications notif notifs noti alert alerts alerted ' +
      'tell tells told know knows knew informed inform message ping pinged',
    favorite:
      'fav favs fave faves faved favorites favorited favoriting favourite favourites favourited ' +
      'favouriting bookmark bookmarks bookmarked bookmarking',
    save: 'saved saves saving savings svae savd',
    see: 'sees saw seen seeing view check look find show shows shown showing visible display',
    algorithm:
      'algo algorhythm fyp foryou ranking rank ranked reach boost boosts boosted viral push pushes',
    analytics: 'analytic statistics stats stat insights studio metrics',
    download: 'dl downloads downloaded downloading',
    phone: 'camera gallery device roll',
    number: 'count counts amount total totals',
    estimate: 'estimates estimated estimation guess guessed proxy calculate calculated calculates',
    rate: 'ratio percentage percent benchmark average',
    off: 'disable disabled stop prevent block forbid remove hide',
    limit: 'maximum max cap',
    export: 'exports exported csv xlsx',
    worth: 'important matter matters better stronger',
    list: 'names name',
    heart: 'hearts',
    who: 'whos',
    how: 'hows',
    where: 'wheres',
    why: 'whys',
  }).flatMap(([word, others]) => others.split(' ').map((other): [string, string] => [other, word])),
);

const SAVE = stem('save');
const KINDS_OF_SAVE = new Set([SAVE, stem('favorite'), stem('download')]);

/** Nobody misspells a longer one. */
const LONGEST_WORD = 20;

function stem(word: string): string {
  if (word.length <= 4) return word;
  return word.replace(/(?:ing|ed|s|e)$/, (ending) => (word.endsWith('ss') ? ending : ''));
}
