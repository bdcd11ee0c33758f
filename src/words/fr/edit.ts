import type { Language } from '../words.js';

export const editText: Language['edit'] = {
  title: 'Modifier',
  intro: 'Rien que pour toi. La réponse change avec ce que tu changes ici.',
  fields: {
    numbers: 'Chiffres',
    about: 'À propos',
    analytics: 'Statistiques',
    who: 'Qui la voit',
  },
  counts: (views, likes, comments, shares) =>
    `${views} vues, ${likes} likes, ${comments} commentaires, ${shares} partages`,
  names: {
    title: 'Titre',
    link: 'Lien',
    posted: 'Publication',
    trying: 'Test',
    duration: 'Durée',
    watch_time: 'Visionnage',
    new_followers: 'Nouveaux abonnés',
  },
  told: (name, value) => `${name} : ${value}`,
  seconds: (value) => `${value} s`,
  nothing: 'Rien encore',
  everybody: 'Tout le serveur',
  onlyYou: 'Rien que toi',
  notTaken: 'Pas changé',
  buttons: {
    numbers: 'Chiffres',
    about: 'Titre, lien, date',
    analytics: 'Statistiques',
    makePrivate: 'Rendre privé',
    makePublic: 'Rendre public',
    remove: 'Retirer',
  },
  wentPrivate: 'Ce score est privé maintenant.',
  wasRemoved: 'Ce score a été retiré par la personne qui l’a envoyé.',
};

export const editFormText: Language['editForm'] = {
  about: { title: 'Titre, lien, date' },
  analytics: { title: 'Statistiques de la vidéo' },
  labels: {
    title: 'Titre',
    link: 'Lien',
    posted: 'Publication',
    trying: 'Test',
    duration: 'Durée de la vidéo',
    watch_time: 'Durée moyenne de visionnage',
    new_followers: 'Nouveaux abonnés',
  },
  hints: {
    title: 'Comment tu appelles la vidéo. Vide, il disparaît',
    link: 'Dans TikTok : Partager → Copier le lien',
    posted: 'Le jour où elle est devenue publique : 2026-11-01, 1 Nov, yesterday',
    trying: 'Un nom pour un changement que tu testes sur tes vidéos',
    duration: 'Secondes, ou minutes et secondes : 34 ou 0:34',
    watch_time: 'Secondes, comme dans les statistiques de la vidéo',
    new_followers: 'Comme dans les statistiques de la vidéo',
  },
};
