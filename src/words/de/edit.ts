import type { Language } from '../words.js';

export const editText: Language['edit'] = {
  title: 'Bearbeiten',
  intro: 'Nur du siehst das. Was du hier änderst, ändert auch die Antwort.',
  fields: {
    numbers: 'Zahlen',
    about: 'Zum Video',
    analytics: 'Analytics',
    who: 'Wer es sieht',
  },
  counts: (views, likes, comments, shares) =>
    `${views} Aufrufe, ${likes} Likes, ${comments} Kommentare, ${shares} Shares`,
  names: {
    title: 'Titel',
    link: 'Link',
    posted: 'Gepostet',
    trying: 'Versuch',
    duration: 'Länge',
    watch_time: 'Wiedergabezeit',
    new_followers: 'Neue Follower',
  },
  told: (name, value) => `${name}: ${value}`,
  seconds: (value) => `${value} s`,
  nothing: 'Noch nichts',
  everybody: 'Alle auf diesem Server',
  onlyYou: 'Nur du',
  notTaken: 'Nicht geändert',
  buttons: {
    numbers: 'Zahlen',
    about: 'Titel, Link, Datum',
    analytics: 'Analytics',
    makePrivate: 'Privat machen',
    makePublic: 'Öffentlich machen',
    remove: 'Entfernen',
  },
  wentPrivate: 'Dieser Score ist jetzt privat.',
  wasRemoved: 'Wer diesen Score geschickt hat, hat ihn entfernt.',
};

export const editFormText: Language['editForm'] = {
  about: { title: 'Titel, Link, Datum' },
  analytics: { title: 'Analytics des Videos' },
  labels: {
    title: 'Titel',
    link: 'Link',
    posted: 'Gepostet',
    trying: 'Versuch',
    duration: 'Länge des Videos',
    watch_time: 'Durchschnittliche Wiedergabezeit',
    new_followers: 'Neue Follower',
  },
  hints: {
    title: 'Wie du das Video nennst. Leer lassen entfernt den Titel',
    link: 'In TikTok: Teilen → Link kopieren',
    posted: 'Der Tag, an dem es online ging: 2026-11-01, 1. Nov., gestern',
    trying: 'Ein Name für das, was du an deinen Videos gerade ausprobierst',
    duration: 'Sekunden oder Minuten und Sekunden: 34 oder 0:34',
    watch_time: 'Sekunden, wie die Analytics des Videos sie zeigen',
    new_followers: 'Wie die Analytics des Videos sie zeigen',
  },
};
