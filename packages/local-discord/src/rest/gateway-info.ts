import { ok, type Route, route } from './route.js';

/** Where the gateway is. */
export const gatewayRoutes: readonly Route[] = [
  route(
    'GET',
    '/gateway',
    (_, { world }) => ok({ url: `${world.origin.replace('http', 'ws')}/gateway` }),
    {
      needsToken: false,
    },
  ),
  route('GET', '/gateway/bot', (_, { gateway }) => ok(gateway.information())),
];
