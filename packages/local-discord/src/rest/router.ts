import { commandRoutes } from './commands.js';
import { gatewayRoutes } from './gateway-info.js';
import { guildRoutes } from './guilds.js';
import { interactionRoutes } from './interactions.js';
import { messageRoutes } from './messages.js';
import type { Route } from './route.js';
import { userRoutes } from './users.js';

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

const compiled: readonly Compiled[] = [
  ...gatewayRoutes,
  ...userRoutes,
  ...guildRoutes,
  ...commandRoutes,
  ...messageRoutes,
  ...interactionRoutes,
].map((one) => {
  const names = [...one.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
  const source = one.path.replaceAll(/:\w+/g, '([^/]+)');
  return { route: one, pattern: new RegExp(`^${source}$`), names };
});

/** The route that a request asks for, with what its path says; undefined for an unknown one. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | undefined {
  for (const { route, pattern, names } of compiled) {
    if (route.method !== method) continue;
    const match = pattern.exec(path);
    if (match === null) continue;
    const params = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
    );
    return { route, params };
  }
  return undefined;
}
