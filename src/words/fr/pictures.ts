import type { Language } from '../words.js';

export const pictureText: Language['picture'] = {
  reading: 'Je lis ton image …',
  counts: {
    views: 'Vues',
    likes: 'Likes',
    comments: 'Commentaires',
    saves: 'Favoris',
    shares: 'Partages',
  },
  message: {
    name: 'Noter cette image',
    notYours:
      'Je ne lis que les images de la personne qui me le demande. Fais-le sur un de tes messages, ou joins l’image à `/score`.',
    none: 'Il n’y a pas d’image dans ce message. Fais-le sur un message avec une capture de ta vidéo dans TikTok.',
  },
  check: {
    title: 'C’est bien ce que montre ton image ?',
    read: (name, text, isClear) =>
      `**${name}** ${text}${isClear ? '' : ' · dur à lire, donc regarde bien'}`,
    typed: (name, text) => `**${name}** ${text} · comme tu l’as tapé`,
    overruled: (name, typed, shown) =>
      `**${name}** ${typed} · comme tu l’as tapé ; l’image montre ${shown}`,
    missing: (name) => `**${name}** manquent : lecture pas assez sûre`,
    absent: (name) => `**${name}** manquent : ton image ne les montre pas`,
    torn: (name) => `**${name}** manquent : tes deux images montrent des nombres différents`,
    press:
      '**Rien n’est encore gardé.** Si c’est juste, appuie sur **C’est bon** dans les 15 minutes. Sinon, appuie sur **Corriger un nombre**.',
    complete: (names) =>
      `**Rien n’est encore gardé.** Appuie sur **Corriger un nombre** dans les 15 minutes et remplis ${listed(names)}.`,
    isKnown: 'Tes favoris seront alors à côté des chiffres que tu avais donnés.',
    isNew: 'Ces chiffres deviennent alors un nouveau relevé de la même vidéo.',
    one: (n, total, why) => `Image ${n} sur ${total} : ${why}`,
    alt: (lines) => `Les parties de ton image que j’ai lues : ${lines.join(', ')}`,
  },
  buttons: { right: 'C’est bon', correct: 'Corriger un nombre' },
  modal: {
    title: 'Corriger ce que j’ai lu',
    hint: 'Comme TikTok l’affiche',
    savesHint: 'Le nombre à côté de l’icône signet, si tu le vois',
  },
  refused: {
    title: 'Je n’arrive pas à lire cette image',
    alt: 'Une vidéo à soi dans TikTok, ses nombres entourés : likes, commentaires, favoris et partages sous les icônes sur le côté, vues en bas. Dessin.',
    example: 'Voilà où sont les nombres, sur un exemple dessiné :',
    nothing: '**Rien n’a été gardé.** `/score` prend aussi les chiffres que tu tapes.',
    why: {
      'not a picture': 'Ce fichier n’est pas une image PNG, JPEG ou WebP, ou il est abîmé.',
      'too large':
        'Ce fichier est plus gros que n’importe quelle capture de téléphone : j’ouvre au plus 10 Mo et 16 millions de points.',
      'too narrow':
        'Cette image est trop petite pour distinguer ses chiffres. Envoie la capture elle-même, au moins 480 points de large, pas un aperçu.',
      'unknown screen':
        'Je ne connais pas cet écran. Ouvre ta vidéo dans TikTok, avec les icônes et leurs nombres sur le côté, et fais la capture là. Les statistiques d’un post marchent aussi.',
      unreadable:
        'Je vois où sont les nombres, mais pas assez bien pour en être sûr. Fais la capture à un moment où la vidéo derrière est plus calme, et envoie-la telle quelle.',
      'other network':
        'On dirait une autre appli. Ses nombres veulent dire autre chose, donc je ne lis que les écrans de TikTok.',
      'not fetched': 'Je n’ai pas pu récupérer cette image sur Discord. Renvoie-la.',
      busy: 'D’autres images attendent déjà. Renvoie-la dans une demi-minute.',
      failed: 'La lecture de cette image a raté de mon côté. Renvoie-la, ou tape les chiffres.',
      off: 'La personne qui me gère a désactivé la lecture d’images.',
      'not installed': 'Ce qu’il me faut pour lire les images n’est pas installé ici.',
    },
  },
};

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} et ${words.at(-1) ?? ''}`;
}
