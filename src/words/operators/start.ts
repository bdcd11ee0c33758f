/** What `npm start` says of itself. */
export const startText = {
  usage: `npm start runs the bot until it is stopped (Ctrl+C). It reads its settings from the environment and from a file .env in this folder; .env.example has each with one line about it. Nothing is set on the command line.

npm run doctor says whether everything is right, and what to do where it isn’t.
npm run invite prints the link with which the bot is added to a server.
docs/set-up.md goes from nothing to the first answer, docs/hosting.md from there.`,
};
