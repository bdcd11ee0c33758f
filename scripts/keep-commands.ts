// Makes once, for all starts to come, what is registered at Discord. Part of scripts/bundle.mjs, which
// keeps it beside the bundled programs.

import { commands } from '../src/commands/commands.js';
import { keepCommands } from '../src/discord/kept-commands.js';
import { createRegistry, makeWanted } from '../src/discord/registry.js';

keepCommands(await makeWanted(createRegistry(commands)));
