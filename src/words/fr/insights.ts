import type { Language } from '../words.js';
import { say } from './say.js';

export const insightsText: Language['insights'] = {
  onlyYou: 'Rien que pour toi ; les relevés que tu as donnés en privé comptent aussi.',
  needs: {
    title: 'Pas encore assez pour le dire',
    add: 'En ajouter une',
    addHow: (example) =>
      `Tape les chiffres d’une vidéo comme ils sont dans TikTok, avec le nombre à côté du signet comme \`saves\` :\n\`\`\`\n${example}\n\`\`\``,
    waiting: (count) =>
      say(
        '{count, plural, =1 {Une autre vidéo est trop petite, ou était trop récente quand tu l’as tapée : retape ses chiffres quand elle aura grandi.} other {{count} autres vidéos sont trop petites, ou étaient trop récentes quand tu les as tapées : retape leurs chiffres quand elles auront grandi.}}',
        { count },
      ),
    unknownAccount: (count) =>
      say(
        '{count, plural, =1 {Une vidéo n’y est pas : je ne sais pas duquel de tes comptes elle vient. Note-la avec son lien.} other {{count} vidéos n’y sont pas : je ne sais pas desquels de tes comptes elles viennent. Note-les avec leurs liens.}}',
        { count },
      ),
    otherAccounts: (count) =>
      say(
        '{count, plural, =1 {Une vidéo vient d’un autre compte TikTok que celui de ton dernier relevé, donc n’y est pas.} other {{count} vidéos viennent d’autres comptes TikTok que celui de ton dernier relevé, donc n’y sont pas.}}',
        { count },
      ),
    days: 'Enlève `days` pour remonter plus loin.',
  },

  signals: {
    title: 'Ce qui bouge avec tes favoris',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Trois nœuds posted:2026-11-02 duration:34 watch_time:12',
    tooLittle: (judged, needed) =>
      say(
        'Il me faut **{needed}** vidéos avec au moins 1 000 vues et un jour d’âge, au mieux avec tes propres comptages de leurs favoris. {judged, plural, =0 {Je n’en connais aucune} other {J’en connais {judged}}} : encore **{more}** et je peux commencer.',
        { needed, judged, more: needed - judged },
      ),
    told: (videos) => `Sur **${videos} vidéos dont tu as compté toi-même les favoris**.`,
    estimated: (videos, told, needed) =>
      say(
        'Tu as compté les favoris {told, plural, =0 {d’aucune vidéo} =1 {d’une vidéo} other {de {told} vidéos}} jusqu’ici, et il en faut {needed}. Donc c’est sur les **favoris estimés** de {videos} vidéos, ce qui est bien plus fragile{told, plural, =0 {} other { ; celles que tu as comptées sont estimées ici aussi, pour que tout soit pareil}}. Appuie sur **Vrais favoris** sous tes scores : encore {more} et je compare avec les vrais.',
        { told, needed, videos, more: needed - told },
      ),
    fields: {
      more: 'Plus que le hasard',
      chance: 'Impossible à distinguer du hasard',
      fewer: 'Pas encore comparable',
      experiments: 'Ce que tu testes',
    },
    names: {
      likes: 'likes pour ses vues',
      comments: 'commentaires pour ses vues',
      shares: 'partages pour ses vues',
      watched: 'part de la durée regardée',
      followers: 'nouveaux abonnés pour ses vues',
      duration: 'durée',
      weekend: 'postée un week-end',
    },
    direction: (rho) =>
      rho > 0 ? 'quand ça monte, plus de favoris' : 'quand ça monte, moins de favoris',
    correlation: (name, direction, rho, low, high, n) =>
      `• **${name}**${direction === null ? '' : ` : ${direction}`} · ${rho} (${low} à ${high}), ${n} vidéos`,
    weekend: (name, times, range, weekends, weekdays) =>
      `• **${name}** · ${times} fois le taux de favoris des jours de semaine${range}, ${weekends} et ${weekdays} vidéos`,
    constant: (name, n) => `• **${name}** : pareil dans les ${n} vidéos`,
    tooFew: (name, n, needed, how) => `• **${name}** : connu pour ${n} vidéos sur ${needed}${how}`,
    tooFewDays: (name, weekends, weekdays, needed) =>
      `• **${name}** : ${weekends} le week-end, ${weekdays} en semaine ; il en faut ${needed} de chaque (\`posted\` ou \`link\`)`,
    how: {
      watched: ' (`watch_time` et `duration`)',
      followers: ' (`new_followers`)',
      duration: ' (`duration`)',
    },
    nothing: '**Rien ne ressort encore.** C’est normal : quelques vidéos prouvent peu.',
    found: (names) => `**${names}** : ça bouge avec tes favoris.`,
  },

  experiments: {
    name: (name) => `**« ${name} »**`,
    waiting: (during, without, needed) =>
      `${during} avec, ${without} sans. Je compare à partir de ${needed} de chaque : ${missing(needed - during, needed - without)}.`,
    found: (times, design) =>
      `${times} fois le taux de favoris ${design === 'turns' ? 'de celles sans' : 'd’avant'}.`,
    possible: (low, high) => `Possible : entre ${low} et ${high} fois`,
    anything: 'Tout est possible',
    behind: (during, without, design, basis) =>
      `(${during} avec, ${without} ${design === 'turns' ? 'sans' : 'avant'}, ${basis === 'counted' ? 'toutes comptées par toi' : 'toutes estimées à partir des likes, commentaires et partages'}).`,
    more: (each) => `Plus que le hasard, à ${each} de chaque.`,
    chance: (each, next) =>
      `Pas plus que ce que donnerait le hasard, à ${each} de chaque.${next === null ? '' : ` Je revérifie à ${next}.`}`,
    notYet: (needed) => `Je conclus à ${needed} de chaque.`,
    beforeAfter:
      'Ça décrit, sans plus. Un avant/après ne prouve rien : tout ce qui a changé entre-temps compte aussi.',
    countMore: (missing) =>
      say(
        'Des estimations ne prouvent rien sur les favoris. {missing, plural, =1 {Donne encore un vrai chiffre} other {Donne encore {missing} vrais chiffres}} pour celles-ci, et je compare les comptages.',
        { missing },
      ),
    needed: (videos, factor) =>
      `${videos} de chaque, en alternance et comptées, montreraient un facteur de ${factor} dans 8 cas sur 10.`,
    wouldHaveShown: (factor) => `Un facteur de ${factor} se serait déjà vu dans 8 cas sur 10.`,
    hopeless: (most, factor) =>
      `Tes vidéos diffèrent tant entre elles qu’il en faudrait plus de ${most} de chaque pour montrer un facteur de ${factor}.`,
    next: {
      'with it': 'Ensuite : une **avec**.',
      'without it': 'Ensuite : une **sans**.',
    },
  },

  categories: {
    title: 'Tes catégories comparées',
    example:
      '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100 title:Trois nœuds category:educational',
    told: (videos) =>
      say(
        'Favoris en % des vues, sur **{videos, plural, =1 {une vidéo} other {{videos} vidéos}} dont tu as compté toi-même les favoris**.',
        { videos },
      ),
    estimated: (videos, missing) =>
      say(
        'Favoris en % des vues, **les {videos} estimées pareil** à partir des likes, commentaires et partages. Une telle estimation ne connaît pas la catégorie, donc ça décrit et ne prouve rien. Encore {missing, plural, =1 {un vrai chiffre} other {{missing} vrais chiffres}} dans deux catégories, et je compare les comptages : appuie sur **Vrais favoris** sous tes scores.',
        { videos, missing },
      ),
    none: 'Aucune de tes vidéos jugeables n’a de catégorie.',
    needed: (needed) =>
      `Une catégorie a besoin de **${needed}** vidéos avec au moins 1 000 vues et un jour d’âge.`,
    fields: {
      more: 'Plus que le hasard',
      chance: 'Impossible à distinguer du hasard',
      described: 'Par estimation',
      unconcluded: 'Trop peu pour conclure',
      fewer: 'Trop peu pour le dire',
    },
    compared: (name, median, range, n, times) =>
      `• **${name}** : ${median} %${range}, ${n} vidéos · ${times}`,
    times: (times, range) => `${times} fois tes autres${range}`,
    until: (more, others) =>
      ` ; trop peu pour conclure : encore ${[...(more > 0 ? [`${more}`] : []), ...(others > 0 ? [`${others} des autres`] : [])].join(' et ')}`,
    alone: 'rien à quoi la comparer',
    tooFew: (name, median, n, needed) => `• **${name}** : ${median} %, ${n} vidéos sur ${needed}`,
    without: (count) =>
      say(
        '{count, plural, =1 {Une autre vidéo n’a pas de `category`.} other {{count} autres vidéos n’ont pas de `category`.}}',
        { count },
      ),
    nothing: '**Aucune catégorie ne ressort.** C’est normal : quelques vidéos prouvent peu.',
    highest: (name, median, range, basis) =>
      `**La plus haute jusqu’ici : ${name}**, ${median} %${range}${basis === 'counted' ? '. Trop peu pour conclure.' : ', par estimation.'}`,
    found: (names) => `Ce qui ressort : **${names}**.`,
  },

  looks: (sizes) => `${sizes.slice(0, -1).join(', ')} et ${sizes.at(-1)}`,

  range: (low, high) => ` (${low} à ${high})`,
  noRange: '',

  accuracy: {
    title: 'Ce que valaient mes estimations',
    none: 'Tu ne m’as encore donné aucun vrai chiffre, donc je ne peux pas savoir de combien je me trompe. Lis le nombre à côté du signet d’une vidéo et appuie sur **Vrais favoris** sous son score, ou envoie-le avec :',
    noneTitle: 'Rien à vérifier pour l’instant',
    example: '/score views:541.2K likes:48.1K comments:1,204 shares:3.9K saves:5,100',
    intro: (videos, most, truths) =>
      say(
        'Sur {videos, plural, =1 {la vidéo} other {les {videos} vidéos}} dont tu as donné les vrais favoris{of, select, all {} other {, parmi tes {most} derniers vrais chiffres}}, tous comptes confondus. Chacune compte une fois, avec son premier vrai chiffre à côté de l’estimation telle qu’affichée.',
        { videos, most, of: truths >= most ? 'the last' : 'all' },
      ),
    latest: 'Les derniers comptages',
    line: (name, truth, saves, low, high, mark) =>
      `${mark} ${name} : **${truth}** comptés, ${saves} estimés (${low} à ${high})`,
    inside: '✓',
    outside: '✗',
    allSmall: (from) =>
      `Toutes les estimations étaient sous ${from} favoris : là, les nombres entiers décident à eux seuls.`,
    views: (views) => `${views} vues`,
    fields: {
      trend: 'Avant et depuis',
    },
    share: (hits, videos, percent, low, high) =>
      `**${hits} sur ${videos}** dans la fourchette à 80 % : ${percent} (${low} à ${high}).`,
    holds: {
      'as promised': 'Ça colle aux 8 sur 10 promis.',
      less: 'C’est moins que les 8 sur 10 promis, et plus que le hasard n’explique : pour tes vidéos, les fourchettes sont trop étroites.',
      more: 'C’est plus que les 8 sur 10 promis : pour tes vidéos, les fourchettes sont plus larges que nécessaire.',
    },
    tooFew: (more) => `Encore ${more} et je peux dire si ça colle à la promesse de 8 sur 10.`,
    off: (factor, range) =>
      `La moitié des estimations tombaient juste à un facteur de **${factor}**${range} près.`,
    lean: {
      low: (factor, range) =>
        `Dans l’ensemble, elles étaient trop basses, d’un facteur de ${factor}${range}.`,
      high: (factor, range) =>
        `Dans l’ensemble, elles étaient trop hautes, d’un facteur de ${factor}${range}.`,
      none: 'On ne peut pas dire si elles sont plutôt trop basses ou trop hautes.',
    },
    trend: (first, last) =>
      `La moitié tombaient juste à un facteur de ${first} près dans la première moitié de tes vidéos, de **${last}** dans la dernière. Ça les décrit ; ça ne prouve aucun changement.`,
    noTrend: (more) =>
      say(
        'Encore {more, plural, one {{more} vidéo} other {{more} vidéos}} avec de vrais favoris, et je peux comparer la première moitié avec la dernière.',
        { more },
      ),
  },
};

function missing(during: number, without: number): string {
  const parts = [
    ...(during > 0 ? [`${during} avec`] : []),
    ...(without > 0 ? [`${without} sans`] : []),
  ];
  return `encore ${parts.join(' et ')}, et c’est bon`;
}
