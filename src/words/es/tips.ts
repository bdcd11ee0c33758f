import type { Language } from '../words.js';
import { commandText } from './commands.js';
import { say } from './say.js';

const besides: Readonly<Record<string, string>> = {
  own: 'Frente a tus propios videos. ',
  others: 'Frente a videos comparables; para ti es lo habitual. ',
  'maybe own': 'Frente a tus propios videos. ',
  'maybe others': 'Frente a videos comparables. ',
};

export const tipsText: Language['tips'] = {
  line: (tip, basis) => `• ${tip} *(${basis})*`,
  shortBasis: {
    'documented by TikTok': 'doc. de TikTok',
    'a signal TikTok names': 'señal de TikTok',
    'large study': 'estudio grande',
    heuristic: 'heurística',
  },
  bases: {
    'documented by TikTok': 'documentado por TikTok',
    'a signal TikTok names': 'una señal que TikTok nombra',
    'large study': 'estudio grande',
    heuristic: 'heurística',
  },
  basis: (basis, source, checked) => `${basis}: ${source} · ${checked}`,

  own: {
    title: 'Qué probar ahora',
    video: (title, views, others) =>
      `**${title}**, ${views} vistas, junto a tus otros ${others} videos que se pueden evaluar. Solo tú ves esto.`,
    untitled: 'Tu video más nuevo',
    fields: {
      numbers: 'Los números',
      next: 'Prueba ahora',
      call: 'Cómo pedir que lo guarden',
      missing: 'Qué diría más',
    },
    pattern: (words, beside) => `${words} ${beside === null ? '' : besides[beside]}*(heurística)*`,
    patterns: {
      'seen-not-liked':
        '**Visto, pero sin me gusta.** De quienes lo ven, le dan me gusta menos que de costumbre. Pierde gente al principio, antes de que haya algo que compartir o guardar.',
      'liked-not-shared':
        '**Con me gusta, pero sin compartir.** Le dan me gusta tanto como siempre, y lo comparten menos que de costumbre.',
      'shared-not-saved':
        '**Compartido, pero sin guardar.** La gente se lo manda a otros, y se lo guarda menos que de costumbre.',
      'watched-not-saved':
        '**Visto, pero sin guardar.** La gente se queda tanto como siempre, y lo guarda menos que de costumbre.',
      'saved-no-follows':
        '**Guardado, pero sin seguidores.** Lo guardan tanto como siempre, y te siguen menos que de costumbre.',
      'doing-well': '**Le va bien.** Lo guardan claramente más que de costumbre.',
      'few-views': '**Pocas vistas.** Muy pocas para ver un patrón.',
      'too-early': '**Muy pronto.** Sus números todavía se mueven demasiado para ver un patrón.',
    },
    nothing: (hasLow) =>
      hasLow
        ? '**Sin patrón claro.** Algo está por debajo de lo habitual, como muestran los números, pero no dice dónde se pierde la gente.'
        : '**Ningún paso flojo.** Nada está claramente por debajo de lo habitual en ti, ni de videos comparables.',
    maybe: (maybe, basis) =>
      basis === 'counted'
        ? maybe === 'lower'
          ? '**Menos guardados que de costumbre.** Ningún otro paso dice dónde se pierde la gente.'
          : '**Más guardados que de costumbre.** No es seguro que le vaya bien: los videos comparables suelen guardarse lo mismo.'
        : `**Los guardados pueden ser ${maybe === 'lower' ? 'menos' : 'más'} que de costumbre.** Son estimados, y el rango lo deja abierto: cuéntalos para saberlo.`,
    steps: {
      likes: '% de las vistas: me gusta',
      shares: '% de los me gusta: compartidos',
      watch: '% de la duración: visto',
      saves: '% de las vistas: guardados',
      followers: 'seguidores nuevos por 10 000 vistas',
    },
    step: (value, what, compared) =>
      `**${value}** ${what}${compared.length > 0 ? ` (${compared.join(', ')})` : ''}`,
    estimated: 'estimado',
    told: 'contado por ti',
    usual: (value, videos) => `lo habitual en ti ${value}, ${videos} videos`,
    comparable: (value) => `videos comparables ${value}`,
    saves: (basis, all) =>
      basis === 'counted'
        ? 'Los guardados son conteos tuyos, también en los videos con que se comparan.'
        : `Los guardados se estiman igual en los ${all} videos, entre otras cosas por me gusta y compartidos: cuéntalos en la pantalla antes de fiarte de un patrón en ellos.`,
    missing: {
      saves: 'el número junto al marcador: toca **Guardados reales** bajo un puntaje',
      watch: (needed) =>
        `\`watch_time\` y \`duration\` en \`/score\`, para este video y otros ${needed}: así puedo saber si se vio y no se guardó`,
      followers: (needed) =>
        `\`new_followers\` en \`/score\`, para este video y otros ${needed}: así puedo saber si quienes lo guardan te siguen`,
      category: '`category` en `/score`: así los tips y las frases encajan con el tipo de video',
    },
  },

  tooLittle: {
    title: 'Todavía no alcanza para saber',
    description: (judged, needed) =>
      say(
        'Miro tu video más nuevo junto a tus otros, y necesito **{needed}** videos con al menos 1000 vistas y un día de edad. {judged, plural, =0 {Todavía no conozco ninguno} other {Conozco {judged}}}: **{more} más** y puedo saber. Solo tú ves esto.',
        { needed, judged, more: needed - judged },
      ),
    waiting: (count) =>
      say(
        '{count, plural, =1 {Otro es muy pequeño, o era muy pronto cuando lo escribiste: escribe sus números de nuevo cuando haya crecido.} other {Otros {count} son muy pequeños, o era muy pronto cuando los escribiste: escribe sus números de nuevo cuando hayan crecido.}}',
        { count },
      ),
    add: 'Agrega uno',
    addHow: (example) =>
      `Escribe los números de un video como están en TikTok, con un título que después reconozcas:\n\`\`\`\n${example}\n\`\`\``,
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K title:Three knots posted:2026-11-02',
    meanwhile: 'Mientras tanto',
    meanwhileHow: '`/tips` con `category` tiene tips para cada tipo de video.',
  },

  category: {
    title: (category) => `${commandText.score.categories[category]}: que valga la pena guardar`,
    own: '**Para este tipo de video**',
    keeping: '**Para todo lo que deba guardarse**',
    calls: 'Formas de pedir que lo guarden',
    callsNote:
      'Un motivo, dicho una vez, cerca de lo que hay que guardar. Que pedirlo traiga más guardados está *sin probar* (comprobado 2026-11-23): compara tus propios videos con y sin eso.',
    footer: 'Ningún tip de aquí promete nada: lo que se guarda depende sobre todo del tema.',
  },

  call: (wording) => `• “${wording}”`,

  calls: {
    educational: [
      'Vas a querer el paso tres a mano cuando lo pruebes.',
      'La lista completa está en la última pantalla, para el día que la necesites.',
      'Guarda este donde guardas tus recetas.',
    ],
    entertaining: [
      'Alguien que conoces necesita esto un lunes malo.',
      'Para la próxima vez que el chat del grupo se quede en silencio.',
      'La parte dos no se va a entender sin esta.',
    ],
    inspirational: [
      'Pon esto donde lo encuentres en un día difícil.',
      'Lee la frase otra vez dentro de un mes.',
      'Para la mañana en que no tengas ganas de empezar.',
    ],
    aesthetic: [
      'El lugar está en el texto, para cuando andes cerca.',
      'Los colores están al final, para que los pruebes.',
      'Para tu próximo moodboard.',
    ],
    valuable: [
      'Hoy no lo necesitas. Cuando te mudes, sí.',
      'Los números están en la última pantalla, con el día en que eran ciertos.',
      'Guardarlo toma diez segundos, y volver a buscarlo, una hora.',
    ],
  },
};
