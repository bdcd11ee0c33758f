import type { AtSameAge } from '../../services/scores/at-same-age.js';
import type { Language } from '../words.js';
import { say } from './say.js';

type SaveRates = Pick<AtSameAge, 'saves' | 'basis'>;

const RATES: Readonly<
  Record<NonNullable<AtSameAge['basis']>, Readonly<Record<NonNullable<AtSameAge['saves']>, string>>>
> = {
  counted: {
    more: 'Save-Rate: höher als ihre (gezählt)',
    usual: 'Save-Rate: etwa wie ihre (gezählt)',
    fewer: 'Save-Rate: niedriger als ihre (gezählt)',
  },
  estimated: {
    more: 'Save-Rate: höher als ihre (geschätzt)',
    usual: 'Save-Rate: Unterschied unklar (geschätzt)',
    fewer: 'Save-Rate: niedriger als ihre (geschätzt)',
  },
};

const saveRates =
  'Die Save-Rate sind Saves pro Aufruf: alle gezählt oder alle gleich geschätzt. Bis zu einem Viertel neben der mittleren gilt sie als etwa gleich; bei Schätzungen ist der Unterschied dort unklar, und überall, wo sich Spannen überschneiden. Beides sind Faustregeln.';

export const sameAgeText: Language['sameAge'] = {
  line: (age, times, rates) =>
    `**Nach ${age}: ${times}-mal so viele Aufrufe wie deine anderen**${ratesOf(rates)}`,
  usual: (age, rates) =>
    `**Nach ${age}: etwa so viele Aufrufe wie deine anderen**${ratesOf(rates)}`,
  field: 'Über die Zeit',
  seven: (middle, low, high) =>
    `Bis zum siebten Tag etwa ${middle} Aufrufe, in 8 von 10 Fällen zwischen ${low} und ${high} (eine Faustregel: Bei Creators aus den Ländern, an die sie angepasst wurde, stimmte sie in 78 % der Fälle, anderswo viel seltener).`,
  notYet:
    'Wie viele Aufrufe es am siebten Tag haben wird, kann ich nicht sagen: Dafür brauche ich fünf andere Videos desselben Kontos mit je zwei Messungen, und von diesem eine Messung zwischen dem ersten und dem sechsten Tag.',
  record: (held, videos) =>
    say(
      '{videos, plural, =0 {Wie oft das bei deinen eigenen Videos stimmt, kann ich noch nicht sagen.} other {Bei deinen eigenen Videos stimmte es {held} von {videos} Mal{mostly, select, held {} other {: Verlass dich nicht darauf}}.}}',
      { held, videos, mostly: 2 * held < videos ? 'missed' : 'held' },
    ),
  how: (others) => `${comparison(`${others} anderen Videos`)} ${saveRates}`,
  howOfAll: `${comparison('anderen Videos')} ${saveRates}`,
  // Dative: it stands after „nach“.
  days: (days) => say('{days, plural, one {{days} Tag} other {{days} Tagen}}', { days }),
};

function comparison(others: string): string {
  return `Aufrufe vergleiche ich mit dem mittleren Wert deiner ${others} in diesem Alter; zwischen zwei Messungen nehme ich gleichmäßiges Wachstum an.`;
}

function ratesOf({ saves, basis }: SaveRates): string {
  return saves === null || basis === null ? '' : `. ${RATES[basis][saves]}`;
}
