import type { Language } from '../words.js';
import { say } from './say.js';

export const faqText: Language['faq'] = {
  verdict: {
    true: 'Verdadero — hasta donde se pudo comprobar',
    'false now': 'Hoy falso — lo que se suele decir sobre esto ya no vale',
    disputed: 'En disputa — las fuentes no coinciden',
    unproven: 'Sin probar — nadie lo ha demostrado, o no se pudo comprobar',
    changed: 'Cambió — hoy funciona distinto de lo que dicen guías más viejas',
  },
  verdictWord: {
    disputed: 'En disputa',
    unproven: 'Sin probar',
    changed: 'Cambió',
  },
  verdictBeside: {
    true: 'Veredicto: verdadero',
    'false now': 'Veredicto sobre lo que se suele decir: hoy falso',
    disputed: 'Veredicto: en disputa',
    unproven: 'Veredicto: sin probar',
    changed: 'Veredicto: cambió',
  },
  beside: (verdict, checked) => `${verdict} · ${checked}`,
  more: 'Más',
  inEnglish: 'Por ahora tengo esto solo en inglés.',
  begun: (word, sentence) => `**${word}.** ${sentence}`,
  saveOrDownload: '¿Favorito o descarga?',
  folded: (strongest, others) => `${strongest} · ${others} más en Más`,
  fields: {
    verdict: 'Veredicto',
    changed: 'Qué cambió',
    sources: 'Fuentes',
    moreSources: 'Más fuentes',
    askMore: 'Pregunta más',
  },
  undated: 'sin fecha',

  topics: {
    saves: {
      title: 'Guardados',
      line: 'Favoritos y descargas: qué son, quién los ve, dónde está el número',
    },
    views: {
      title: 'Vistas',
      line: 'Qué cuenta como vista, quién vio, y qué significan pocas vistas',
    },
    analytics: {
      title: 'Analíticas y exportaciones',
      line: 'TikTok Studio: qué muestra, con cuánto retraso, hasta qué fecha, y qué traen sus archivos',
    },
    ranking: {
      title: 'Para ti y alcance',
      line: 'Qué decide, según TikTok, a quién se le muestra un video, y qué no ha demostrado nadie',
    },
    content: {
      title: 'Hacer videos',
      line: 'Duración, hora de publicar, pedir que guarden, qué cambiar tras un video flojo',
    },
    privacy: {
      title: 'Privacidad y control',
      line: 'Quién ve lo que guardas, te gusta o publicas, y qué opciones hay',
    },
    keepsake: {
      title: 'Este bot',
      line: 'Cómo funcionan la estimación y el puntaje, qué se registra, y quién lo ve',
    },
  },

  checked: (day) => `Comprobado ${day}`,
  dueForReview: (checked, review) => `Última comprobación ${checked} · por revisar desde ${review}`,

  overview: {
    title: 'Guardados en TikTok',
    intro:
      'La gente llama “guardar” a marcar como **favorito** (el marcador) y a **descargar**. Las respuestas son distintas.',
    what: 'Qué son los guardados',
    who: 'Quién los ve',
    proxy: 'Cómo funciona el índice de guardados',
    askMore:
      'Escribe `/faq saves` y elige `question`. `/faq ask` sabe de más cosas. Lo más preguntado:',
  },

  unsure: {
    title: 'No lo tengo claro — ¿es una de estas?',
    asked: (typed) => `Preguntaste: ${typed}`,
    choose: 'Nada encaja lo suficiente para darlo como respuesta. Lo más cercano:',
    nothingNear: 'Todavía no sé nada parecido a eso. Esto es lo más preguntado:',
    how: (command) =>
      `Toca una, pregunta de nuevo con \`${command}\` y elige de la lista, o usa otras palabras.`,
  },

  contents: {
    title: 'Lo que sé',
    intro:
      'Cada respuesta dice qué tan segura es, de dónde viene y cuándo se comprobó. Toca un tema; las flechas pasan sus páginas.',
    topic: (line, count) =>
      say('{line}. {count, plural, one {{count} respuesta} other {{count} respuestas}}.', {
        line,
        count,
      }),
    question: (number, question) => `**${number}.** ${question}`,
    press: 'Toca un número para leer su respuesta.',
    pageTitle: (topic, page, pages) =>
      say('{pages, plural, =1 {{topic}} other {{topic} · {page} de {pages}}}', {
        topic,
        page,
        pages,
      }),
    place: (page, pages) => `Página ${page} de ${pages}`,
    previous: '◀',
    next: '▶',
    all: 'Todos los temas',
  },

  gone: 'Esa respuesta ya no está: cambió de nombre o se quitó después de escribir este mensaje. `/faq topics` muestra todas las que hay, y `/faq ask` busca en ellas.',
};
