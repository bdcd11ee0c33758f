import type { CountProblem } from '../../lib/counts.js';
import type { LinkProblem } from '../../lib/tiktok-link.js';
import type { Unreadable } from '../../services/refusal.js';
import type { Language } from '../words.js';
import { say } from './say.js';

const COUNT_EXAMPLES = '`541200`, `541,200`, `541.2K` o `1,2 Mio.`';

const countProblems: Readonly<Record<CountProblem, string>> = {
  empty: `está vacío. Escríbelo como lo muestra TikTok, por ejemplo ${COUNT_EXAMPLES}.`,
  negative: 'no puede ser menor que cero.',
  fraction: `da una persona a medias. Escribe un número entero, o una forma corta como ${COUNT_EXAMPLES}.`,
  ambiguous:
    'puede significar números distintos en distintos idiomas. Escribe todos sus dígitos, por ejemplo `541200`.',
  unreadable: `no es un número que pueda leer. Escríbelo como lo muestra TikTok, por ejemplo ${COUNT_EXAMPLES}.`,
  'too large':
    'es más grande que cualquier número que TikTok haya mostrado. Mira si sobra un dígito o una letra.',
};

const needed = 'Abre la publicación y usa Compartir → Copiar enlace, o quita la opción.';

const linkProblems: Readonly<Record<LinkProblem, string>> = {
  'not a link':
    'no es un enlace. Cópialo en TikTok con Compartir → Copiar enlace, o quita la opción.',
  'not tiktok':
    'no es un enlace de TikTok. Cópialo en TikTok con Compartir → Copiar enlace, o quita la opción.',
  'no video in it': `lleva a TikTok, pero no a un video ni a una publicación de fotos. ${needed}`,
  profile: `es un perfil de TikTok, no uno de sus videos. ${needed}`,
  live: `es un LIVE, y esos no tienen guardados. ${needed}`,
  sound: `es un sonido de TikTok, no un video con él. ${needed}`,
  list: `es una lista de videos de TikTok, no uno de ellos. ${needed}`,
  shop: `es una página de TikTok Shop, no un video. ${needed}`,
  'cut off': `está cortado: su número no está completo. ${needed}`,
  studio:
    'es una página de TikTok Studio, pero no la de un video. Abre ahí las analíticas del video, o la publicación misma, y copia ese enlace; o quita la opción.',
  login: `es la página de inicio de sesión de TikTok, sin un video detrás. ${needed}`,
};

/** Two backticks with nothing between would begin a code. */
function named(option: string, typed: string): string {
  return typed === '' ? `**${option}**` : `**${option}**: \`${typed}\``;
}

export const refusal: Language['refusal'] = {
  title: 'Esto todavía no cuadra',
  nothingStored: 'No se registró nada.',
  commandHeading: 'Para mandar de nuevo',
  commandHint: 'Copia, corrige lo que digo arriba, y manda:',
  correctedHint: 'Copia y manda:',
  unreadable(problem, typed) {
    const what = named(problem.option, typed);
    switch (problem.option) {
      case 'link':
        return `${what} ${linkProblems[problem.why]}`;
      case 'posted':
        return `${what} ${dateProblem(problem.why)}`;
      case 'duration':
      case 'watch_time':
        return `${what} no es una duración que pueda leer. Escribe segundos, o minutos y segundos: \`34\` o \`0:34\`.`;
      default:
        return `${what} ${countProblems[problem.why]}`;
    }
  },
  impossible(problem) {
    switch (problem.what) {
      case 'more saves than views':
        return `**saves**: ${problem.saves} guardados de ${problem.views} vistas no puede ser: nadie guarda un video sin que se cuente una vista. Mira los dos números otra vez.`;
      case 'posted in the future':
        return `**posted**: ${problem.posted} todavía no llega, en ningún lugar del mundo. Escribe el día en que se publicó el video. El año en el comando de abajo es solo una suposición mía.`;
    }
  },
  schedule({ option }, typed) {
    switch (option) {
      case 'time':
        return `${named(option, typed)} no es una hora del día que pueda leer. Escribe horas y minutos, por ejemplo \`18:00\`, \`09:30\` o \`6 pm\`.`;
      case 'timezone':
        return `${named(option, typed)} no es una zona horaria que conozca. Escribe la ciudad grande más cercana o el país, por ejemplo \`Berlin\`, \`Hanoi\` o \`Japan\`.`;
    }
  },
  onlyTheAuthor:
    'Eso solo lo puede hacer quien escribió estos números. Usa `/score` para un video tuyo.',
  readingGone:
    'Estos números ya no están registrados, o no aquí. Usa `/score` para mandarlos de nuevo.',
  draftGone:
    'Conservo esos números 15 minutos, y ese tiempo pasó. **No se registró nada.** Usa `/score` para mandarlos de nuevo.',
  videoGone:
    'No conozco ningún video tuyo así. Usa `/history list` para ver lo que hay, o empieza a escribir su título en `/history video` y elige de la lista.',
  undoGone:
    'Eso ya no se puede deshacer: ya se deshizo, pasó más de un día, o hubo otros cambios en medio. `/history list` muestra lo que hay.',
  twoPosts:
    'Estos dos tienen id distintos en sus enlaces de TikTok, así que son dos publicaciones. **No cambió nada.** Si un enlace estaba mal, quita ese registro y usa `/score` con el correcto.',
  notShownHere:
    'Ese miembro no aceptó aparecer en este servidor, o no está en él. Quien quiere aparecer usa `/leaderboard join`.',
  storedAlready: 'Eso ya está registrado. No se registró nada dos veces.',
  onlyInAServer: 'Eso va en un servidor. Úsalo en un canal del servidor al que te refieres.',
  questionGone:
    'Pregunto esas cosas solo por 15 minutos, y ese tiempo pasó. **No se borró nada.** Usa `/data delete` de nuevo.',
  tooOften: (when) =>
    `Eso es más de lo que hago a la vez para un miembro o un servidor, para que haya lugar para todos. **No se registró nada.** Mándalo de nuevo ${when}, por favor.`,
  onlyManagers:
    'Eso solo lo hacen miembros con el permiso **Gestionar servidor**. Pídelo a uno de ellos, o a quien es dueño del servidor.',
  notAWeek: (typed) =>
    `${named('week', typed)} no es una semana que pueda leer. Escríbela como \`2026-W47\`, o elige una de la lista que se abre mientras escribes. Sin \`week\` te doy la semana en curso.`,
  weekToCome: (week) => `${week} todavía no llega. Quita \`week\` para ver la semana en curso.`,
  weekBefore: (week) =>
    `${week} terminó antes de que yo llegara a este servidor, así que no hay nada de ella. Quita \`week\` para ver la semana en curso.`,
};

export const doubtful: Language['doubtful'] = {
  title: '¿A cuál te refieres?',
  item: (option, typed, readings) =>
    say(
      '{count, plural, =1 {• {value} es más que las vistas, leído como en tu idioma. ¿Querías decir {readings}?} other {• {value} puede ser {readings}.}}',
      { count: readings.length, value: named(option, typed), readings: listed(readings) },
    ),
  namesakes: (typed) => `• ${named('title', typed)}: conozco un video con ese título.`,
  sameVideo: (day, isPosted) =>
    isPosted ? `El mismo, publicado el ${day}` : `El mismo, visto el ${day}`,
  newVideo: 'Uno nuevo',
  description: (items) =>
    `${items.join('\n')}\n\n**Todavía no se registró nada.** Toca la opción correcta; tienes 15 minutos.`,
  count: (value, option) => `${value} ${optionWords[option] ?? option}`,
};

const optionWords: Readonly<Record<string, string>> = {
  views: 'vistas',
  likes: 'me gusta',
  comments: 'comentarios',
  shares: 'compartidos',
  saves: 'guardados',
  new_followers: 'seguidores nuevos',
};

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  const last = words.at(-1) ?? '';
  // “o” becomes “u” before ocho and once.
  const or = /^(?:8|11(?!\d))/.test(last) ? 'u' : 'o';
  return `${words.slice(0, -1).join(', ')} ${or} ${last}`;
}

export const improbable: Language['improbable'] = {
  title: 'Mira otra vez, por favor',
  description: (items) =>
    `${items.map((item) => `• ${item}`).join('\n')}\n\n**Todavía no se registró nada.** Si los números están bien, toca **Registrar igual**; tienes 15 minutos. Si no, mándalos de nuevo y ya.`,
  choose: 'O toca lo que querías decir.',
  button: 'Registrar igual',
  stored: 'Registrado.',
  item(found, format) {
    switch (found.what) {
      case 'more than views':
        return `**${found.option}**: ${found.typed} es más que las ${found.views} vistas. Casi siempre hay antes una vista.`;
      case 'more than ever':
        return `**views**: ${found.typed} se lee como ${format(found.views)}, más de lo que tuvo cualquier video. ¿La forma corta significaba algo más pequeño?`;
      case 'may be less':
        return `**${found.option}**: ${found.typed} es ${format(found.read)} en tu idioma, y menos en otro. Casi ningún video tuvo tanto. ¿Querías decir el número más pequeño?`;
      case 'unlike before':
        return `**${found.option}**: ${found.typed} se lee como ${format(found.read)}. En tus últimos registros fue ${found.least === found.most ? format(found.most) : `de ${format(found.least)} a ${format(found.most)}`}.`;
      case 'watch time':
        return `**watch_time**: ${found.watchTime} segundos por vista es más de cuatro veces los ${found.duration} segundos del video. ¿Es el promedio, en segundos?`;
      case 'saves far from the estimate':
        return `**saves**: ${format(found.saves)} está lejos de los ${format(Math.round(found.low))} a ${format(Math.round(found.high))} que esperaría por los otros números.`;
    }
  },
};

function dateProblem(why: Extract<Unreadable, { option: 'posted' }>['why']): string {
  switch (why.problem) {
    case 'empty':
      return 'está vacío. Escribe el día en que se publicó el video como `YYYY-MM-DD`, por ejemplo `2026-11-01`.';
    case 'ambiguous':
      return `podría ser ${why.candidates.map((date) => `\`${date}\``).join(' o ')}. Escribe uno de ellos.`;
    case 'no such day':
      return 'no es un día del calendario. Escríbelo como `YYYY-MM-DD`, por ejemplo `2026-11-01`.';
    case 'before TikTok':
      return 'es de antes de que existiera TikTok. Mira el año otra vez.';
    case 'unreadable':
      return 'no es un día que pueda leer. Escríbelo como `2026-11-01`, `1 nov`, `ayer` o `hace 3 días`.';
  }
}
