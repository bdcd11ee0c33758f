import type { Language } from '../words.js';
import { say } from './say.js';

export const faqText: Language['faq'] = {
  verdict: {
    true: 'Vrai — pour autant qu’on ait pu vérifier',
    'false now': 'Faux maintenant — ce qu’on en dit d’habitude ne tient plus',
    disputed: 'Contesté — les sources ne sont pas d’accord',
    unproven: 'Non prouvé — personne ne l’a montré, ou on n’a pas pu vérifier',
    changed: 'Changé — ça marche autrement que dans les anciens guides',
  },
  verdictWord: {
    disputed: 'Contesté',
    unproven: 'Non prouvé',
    changed: 'Changé',
  },
  verdictBeside: {
    true: 'Verdict : vrai',
    'false now': 'Verdict sur ce qu’on dit souvent : faux maintenant',
    disputed: 'Verdict : contesté',
    unproven: 'Verdict : non prouvé',
    changed: 'Verdict : changé',
  },
  beside: (verdict, checked) => `${verdict} · ${checked}`,
  more: 'Plus',
  inEnglish: 'Je n’ai ça qu’en anglais pour l’instant.',
  begun: (word, sentence) => `**${word}.** ${sentence}`,
  saveOrDownload: 'Favori ou téléchargement ?',
  folded: (strongest, others) => `${strongest} · ${others} de plus sous Plus`,
  fields: {
    verdict: 'Verdict',
    changed: 'Ce qui a changé',
    sources: 'Sources',
    moreSources: 'Autres sources',
    askMore: 'Autres questions',
  },
  undated: 'sans date',

  topics: {
    saves: {
      title: 'Favoris',
      line: 'Favoris et téléchargements : ce que c’est, qui les voit, où est le nombre',
    },
    views: {
      title: 'Vues',
      line: 'Ce qui compte comme vue, qui a vu, et ce que veut dire peu de vues',
    },
    analytics: {
      title: 'Statistiques et exports',
      line: 'TikTok Studio : ce qu’il montre, avec quel retard, jusqu’où, et ce que contiennent ses fichiers',
    },
    ranking: {
      title: 'Pour toi et portée',
      line: 'Ce qui, selon TikTok, décide à qui une vidéo est montrée, et ce que personne n’a montré',
    },
    content: {
      title: 'Faire des vidéos',
      line: 'Durée, heure de publication, appels aux favoris, quoi changer après une vidéo faible',
    },
    privacy: {
      title: 'Vie privée et contrôle',
      line: 'Qui voit tes favoris, tes likes ou tes posts, et quels réglages existent',
    },
    keepsake: {
      title: 'Ce bot',
      line: 'Comment marchent l’estimation et le score, ce qui est gardé, et qui le voit',
    },
  },

  checked: (day) => `Vérifié le ${day}`,
  dueForReview: (checked, review) =>
    `Dernière vérification le ${checked} · à revoir depuis le ${review}`,

  overview: {
    title: 'Les favoris sur TikTok',
    intro:
      'On dit « enregistrer » pour un **favori** (le signet) et pour un **téléchargement**. Les réponses diffèrent.',
    what: 'Ce que sont les favoris',
    who: 'Qui les voit',
    proxy: 'Comment marche l’indice de favoris',
    askMore:
      'Tape `/faq saves` et choisis `question`. `/faq ask` ne connaît pas que les favoris. Les plus demandées :',
  },

  unsure: {
    title: 'Pas sûr — tu voulais dire l’une de celles-ci ?',
    asked: (typed) => `Ta question : ${typed}`,
    choose: 'Rien ne colle assez bien pour être la réponse. Le plus proche :',
    nothingNear: 'Je ne connais encore rien de proche. Les plus demandées :',
    how: (command) =>
      `Appuie sur l’une, redemande avec \`${command}\` et choisis dans la liste, ou utilise d’autres mots.`,
  },

  contents: {
    title: 'Ce que je sais',
    intro:
      'Chaque réponse dit à quel point elle est sûre, d’où elle vient et quand elle a été vérifiée. Appuie sur un thème ; les flèches tournent ses pages.',
    topic: (line, count) =>
      say('{line}. {count, plural, one {{count} réponse} other {{count} réponses}}.', {
        line,
        count,
      }),
    question: (number, question) => `**${number}.** ${question}`,
    press: 'Appuie sur un numéro pour lire sa réponse.',
    pageTitle: (topic, page, pages) =>
      say('{pages, plural, =1 {{topic}} other {{topic} · {page} sur {pages}}}', {
        topic,
        page,
        pages,
      }),
    place: (page, pages) => `Page ${page} sur ${pages}`,
    previous: '◀',
    next: '▶',
    all: 'Tous les thèmes',
  },

  gone: 'Cette réponse n’est plus là : elle a été renommée ou retirée depuis ce message. `/faq topics` les liste toutes, et `/faq ask` cherche dedans.',
};
