import type { AtSameAge } from '../../services/scores/at-same-age.js';
import type { Language } from '../words.js';
import { say } from './say.js';

const RATES: Readonly<
  Record<NonNullable<AtSameAge['basis']>, Readonly<Record<NonNullable<AtSameAge['saves']>, string>>>
> = {
  counted: {
    more: 'Taxa de salvos: acima da deles (contada)',
    usual: 'Taxa de salvos: perto da deles (contada)',
    fewer: 'Taxa de salvos: abaixo da deles (contada)',
  },
  estimated: {
    more: 'Taxa de salvos: acima da deles (estimada)',
    usual: 'Taxa de salvos: perto demais pra saber (estimada)',
    fewer: 'Taxa de salvos: abaixo da deles (estimada)',
  },
};

const saveRates =
  'A taxa de salvos é salvos por visualização: todos contados, ou todos estimados do mesmo jeito. Ela fica “perto da deles” até um quarto acima ou abaixo da do meio; estimativas ficam perto demais pra saber aí, e sempre que as faixas se sobrepõem. As duas são heurísticas.';

export const sameAgeText: Language['sameAge'] = {
  line: (age, times, rates) =>
    `**Com ${age}: ${times}x as visualizações dos seus outros**${ratesOf(rates)}`,
  usual: (age, rates) => `**Com ${age}: perto das visualizações dos seus outros**${ratesOf(rates)}`,
  field: 'Ao longo do tempo',
  seven: (middle, low, high) =>
    `Até o sétimo dia, cerca de ${middle} visualizações, 8 em 10 vezes entre ${low} e ${high} (uma heurística: acertou 78% das vezes com criadores dos lugares com que foi ajustada, e bem menos fora deles).`,
  notYet:
    'Quantas visualizações ele vai ter no sétimo dia não sei dizer: pra isso preciso de outros cinco vídeos da mesma conta com duas leituras cada, e de uma leitura deste entre o primeiro e o sexto dia.',
  record: (held, videos) =>
    say(
      '{videos, plural, =0 {Quantas vezes isso acerta nos seus próprios vídeos ainda não sei dizer.} other {Nos seus próprios vídeos acertou {held} de {videos} vezes{mostly, select, held {} other {: não conte com isso}}.}}',
      { held, videos, mostly: 2 * held < videos ? 'missed' : 'held' },
    ),
  how: (others) => `${comparison(`seus ${others} outros vídeos`)} ${saveRates}`,
  howOfAll: `${comparison('seus outros vídeos')} ${saveRates}`,
  days: (days) => say('{days, plural, one {{days} dia} other {{days} dias}}', { days }),
};

function comparison(others: string): string {
  return `Comparo as visualizações com as do vídeo do meio entre ${others} nessa idade; entre duas leituras, suponho que crescem num ritmo constante.`;
}

function ratesOf({ saves, basis }: Pick<AtSameAge, 'saves' | 'basis'>): string {
  return saves === null || basis === null ? '' : `. ${RATES[basis][saves]}`;
}
