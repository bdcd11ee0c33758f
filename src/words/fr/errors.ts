import type { Language } from '../words.js';

export const errors: Language['errors'] = {
  busy: 'J’ai plus de demandes que je ne peux en traiter. **Rien n’a été gardé.** Renvoie ça dans une minute.',
  busyBesideOthers:
    'J’ai plus de demandes que je ne peux en traiter, donc ça **n’a peut-être pas été gardé**. Dans une minute, regarde `/history list` si c’était un score ; renvoie ce qui n’y est pas.',
  restarting:
    'Je suis en train de redémarrer, donc ça **n’a peut-être pas été gardé**. Dans une demi-minute, regarde `/history list` si c’était un score ; renvoie ce qui n’y est pas.',
  formTooLate:
    'J’ai mis trop de temps pour t’ouvrir un formulaire, et rien n’a été gardé. Appuie encore une fois.',
  outdated:
    'Ce bouton ou cette commande vient d’une ancienne version de moi. Refais la commande : `/help` les liste toutes.',
  commandChanged:
    'Cette commande a changé depuis que ton Discord l’a chargée. **Rien n’a été gardé.** Relance Discord (ou attends une heure) et refais-la.',
  databaseAway: (reference) =>
    `Je n’ai pas accès à ma mémoire pour l’instant. **Rien n’a été gardé.** Renvoie ça dans quelques minutes. Si ça continue, donne cette référence à la personne qui me gère : \`${reference}\``,
  databaseDamaged: (reference) =>
    `Une partie de ma mémoire est abîmée, et il me la faut ici. **Rien n’a été gardé.** Renvoyer n’aidera pas avant que la personne qui me gère l’ait réparée : donne-lui cette référence : \`${reference}\``,
  unconfirmed: (reference) =>
    `J’ai perdu le contact avec ma mémoire en gardant ça, donc je ne sais pas **si c’est gardé**. Attends quelques minutes, puis renvoie-le avec le même lien, ou le même titre et la même date : ça compte alors comme un relevé de plus de la même vidéo. Référence : \`${reference}\``,
  fault: (reference) =>
    `Quelque chose a raté de mon côté, ce n’est pas ta saisie. Réessaie ; si ça recommence, donne cette référence à la personne qui me gère : \`${reference}\``,
};
