// Loaded into the bot before it starts (`node --import`): it takes itself for one that has run for ten
// minutes, in which nobody else can have been its predecessor.
const LONG = 600_000;

const { now } = performance;
performance.now = () => now.call(performance) + LONG;
