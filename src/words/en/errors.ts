/** What members read when something can't be done. Each says what to do. */
export const errors = {
  busy: 'I’m getting more than I can handle right now. **Nothing was stored.** Please send that again in a minute.',
  /** Where another process may have taken it meanwhile. */
  busyBesideOthers:
    'I’m getting more than I can handle right now, so that **may not have been stored**. In a minute, look at `/history list` if it was a score; what isn’t there, please send again.',
  restarting:
    'I’m just being restarted, so that **may not have been stored**. In half a minute, look at `/history list` if it was a score; what isn’t there, please send again.',
  formTooLate:
    'That took me too long to open a form for you, and nothing was stored. Please press it again.',
  outdated:
    'This button or command is from a version of me that is gone. Please use the command again: `/help` lists them all.',
  commandChanged:
    'This command has changed since your Discord last looked. **Nothing was stored.** Restart Discord (or wait an hour) and use it again.',
  databaseAway: (reference: string) =>
    `I can’t reach my memory right now. **Nothing was stored.** Please send that again in a few minutes. If it goes on, tell whoever runs me this reference: \`${reference}\``,
  databaseDamaged: (reference: string) =>
    `A part of my memory is damaged, and this needs it. **Nothing was stored.** Sending it again won’t help before whoever runs me has mended it: please tell them this reference: \`${reference}\``,
  unconfirmed: (reference: string) =>
    `I lost the connection to my memory while storing that, so I can’t tell **whether it was stored**. Wait a few minutes, then send it again with the same link, or the same title and date: it then counts as one more reading of the same video. Reference: \`${reference}\``,
  fault: (reference: string) =>
    `Something went wrong on my side, and it isn’t your input. Please try again; if it happens again, tell whoever runs me this reference: \`${reference}\``,
};
