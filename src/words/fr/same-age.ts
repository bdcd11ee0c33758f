import type { Language } from '../words.js';
import { say } from './say.js';

type SaveRates = Parameters<Language['sameAge']['usual']>[1];

const RATES: Readonly<
  Record<NonNullable<SaveRates['basis']>, Readonly<Record<NonNullable<SaveRates['saves']>, string>>>
> = {
  counted: {
    more: 'Taux de favoris : au-dessus (compté)',
    usual: 'Taux de favoris : à peu près pareil (compté)',
    fewer: 'Taux de favoris : en dessous (compté)',
  },
  estimated: {
    more: 'Taux de favoris : au-dessus (estimé)',
    usual: 'Taux de favoris : trop serré pour le dire (estimé)',
    fewer: 'Taux de favoris : en dessous (estimé)',
  },
};

const saveRates =
  'Le taux de favoris, ce sont les favoris par vue : tous comptés, ou tous estimés pareil. Il est à peu près pareil à moins d’un quart de celui du milieu ; les estimations y sont trop proches pour le dire, comme partout où leurs fourchettes se chevauchent. Les deux sont des heuristiques.';

export const sameAgeText: Language['sameAge'] = {
  line: (age, times, rates) =>
    `**À ${age} : ${times} fois les vues de tes autres**${ratesOf(rates)}`,
  usual: (age, rates) => `**À ${age} : à peu près les vues de tes autres**${ratesOf(rates)}`,
  field: 'Dans le temps',
  seven: (middle, low, high) =>
    `Au septième jour, environ ${middle} vues, 8 fois sur 10 entre ${low} et ${high} (une heuristique : elle a tenu 78 % du temps sur des personnes des pays qui ont servi à l’ajuster, et bien moins ailleurs).`,
  notYet:
    'Je ne peux pas dire combien de vues elle aura au septième jour : il faut cinq autres vidéos du même compte avec deux relevés chacune, et un relevé de celle-ci entre son premier et son sixième jour.',
  record: (held, videos) =>
    say(
      '{videos, plural, =0 {À quelle fréquence ça tient sur tes propres vidéos, je ne peux pas encore le dire.} other {Sur tes propres vidéos, ça a tenu {held} fois sur {videos}{mostly, select, held {} other { : ne compte pas dessus}}.}}',
      { held, videos, mostly: 2 * held < videos ? 'missed' : 'held' },
    ),
  how: (others) => `${comparison(`${others} autres vidéos`)} ${saveRates}`,
  howOfAll: `${comparison('autres vidéos')} ${saveRates}`,
  days: (days) => say('{days, plural, one {{days} jour} other {{days} jours}}', { days }),
};

function comparison(others: string): string {
  return `Les vues sont mises à côté de celle du milieu de tes ${others} de cet âge ; entre deux relevés, je suppose qu’elles montent régulièrement.`;
}

function ratesOf({ saves, basis }: SaveRates): string {
  return saves === null || basis === null ? '' : `. ${RATES[basis][saves]}`;
}
