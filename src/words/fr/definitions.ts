import { SHOWN_MARK } from '../marks.js';
import type { Language } from '../words.js';

export const definitionsText: Language['definitions'] = {
  button: 'Comment ?',
  boards: {
    title: 'Comment sont faits les classements',
    improvement: (week, before, weeks) =>
      `**Plus forte progression** : le score du milieu de la semaine, au-dessus de son propre score du milieu des ${weeks} semaines d’avant. À partir de ${week} vidéos dans la semaine et ${before} avant. *(heuristique)*`,
    saved: (week) =>
      `**Le plus de favoris à taille égale** : le score du milieu de la semaine. Un score situe le taux de favoris parmi les vidéos avec autant de vues, donc les vues ne font rien gagner. À partir de ${week} vidéos dans la semaine. *(heuristique)*`,
    consistency: (videos, weeks) =>
      `**Plus grande régularité** : l’écart moyen entre les scores de ses vidéos sur ${weeks} semaines et celui du milieu. Ça dit si c’est régulier, pas si c’est haut. À partir de ${videos} vidéos. *(heuristique)*`,
    rules: [
      'Une vidéo compte une fois, la première semaine où elle peut être jugée, et il lui faut un lien, ou un titre et une date.',
      'Les vrais chiffres (✓) sont comparés aux vrais chiffres, les estimations aux estimations. Ici, elles sont toutes faites pareil, à partir des likes, commentaires et partages.',
      `${SHOWN_MARK} : une capture montrait les chiffres de la vidéo, personne ne les a tapés.`,
      'À égalité, on partage la place. Une semaine va du lundi au dimanche, en UTC. Une fois finie, elle est figée : une correction tardive n’y change rien.',
    ],
  },
  signals: {
    title: 'Comment je cherche ce qui bouge avec tes favoris',
    lines: [
      'Chaque chiffre est mis à côté de tes favoris, vidéo par vidéo. +1 : ils montent toujours ensemble. −1 : l’un baisse quand l’autre monte. 0 : on ne voit rien. Entre parenthèses, ce qui est possible (intervalle à 95 %).',
      'J’en regarde plusieurs à la fois, donc chacun doit ressortir davantage avant que je le nomme (méthode de Holm).',
      'Des taux sur les mêmes vues bougent déjà un peu ensemble. Rien de tout ça ne prouve une cause.',
      'Avec seulement des estimations, je laisse de côté likes, commentaires, partages, durée de visionnage et nouveaux abonnés : l’estimation en est faite, et ne montrerait que sa propre formule.',
    ],
    experiments: (sizes) =>
      `**Ce que tu testes** : alterne, une vidéo avec, une sans. Je conclus à ${sizes} de chaque dont tu as compté les favoris, donc regarder entre-temps ne fausse rien.`,
  },
  categories: {
    title: 'Comment les catégories sont comparées',
    lines: [
      'Affiché : le taux de favoris du milieu de chacune, et entre parenthèses ce qui est possible (intervalle à 95 %).',
      'Chacune est comparée à toutes tes autres vidéos qui ont une catégorie. Rien de tout ça ne prouve une cause.',
    ],
    concluded: (sizes) =>
      `Je ne conclus que sur tes propres comptages, à ${sizes} des deux côtés. J’en regarde plusieurs à la fois, donc chacune doit ressortir davantage (méthode de Holm).`,
  },
  accuracy: {
    title: 'Comment les estimations sont vérifiées',
    lines: (from, most) => [
      `Chaque vidéo compte une fois, avec son premier vrai chiffre à côté de l’estimation telle qu’affichée ; les ${most} dernières de tous tes comptes.`,
      `La fourchette est faite pour tomber juste 8 fois sur 10. Elle est jugée là où ${from} favoris ou plus étaient estimés.`,
      'Un facteur de 2, c’est le double ou la moitié du vrai chiffre. Entre parenthèses, ce qui est possible (intervalles à 95 %).',
      'Les estimations apprennent de tes vrais chiffres, compte par compte.',
    ],
  },
  tips: {
    title: 'Comment le conseil est choisi',
    lines: (most, vietnamese) => [
      `Je mets ta vidéo la plus récente à côté des ${most} dernières du même compte. « D’habitude », c’est celle du milieu.`,
      `Les vidéos comparables sont celles qui ont servi à ajuster l’estimation : surtout populaires, ${vietnamese} % vietnamiennes.`,
      'Un schéma est une heuristique, pas la preuve d’une cause.',
    ],
  },
  trend: {
    title: 'Comment la courbe est faite',
    lines: [
      'Sur la courbe, tout est estimé à partir des seuls likes, commentaires et partages, pour pouvoir comparer. Ce que j’ai appris de tes comptages n’y est pas.',
      'Là où deux fourchettes se chevauchent, il n’y a peut-être aucune différence. L’indice de favoris est une heuristique.',
    ],
  },
};
