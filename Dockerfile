# syntax=docker/dockerfile:1

# Built with everything that compiling needs; only what runs the bot goes into the image.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/local-discord/package.json packages/local-discord/
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run ready
# Generating and compiling are done: what did it stays behind.
RUN npm pkg delete dependencies.prisma devDependencies.typescript \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/onnxruntime-node/bin/napi-v6/darwin node_modules/onnxruntime-node/bin/napi-v6/win32

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    DATABASE_URL=file:/data/keepsake.db \
    HEALTH_PORT=0.0.0.0:8080
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist/src ./dist/src
COPY --from=build /app/dist/content-cache.json ./dist/
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/content ./content
COPY --from=build /app/model/keepsake-model.json /app/model/reference-2.json ./model/
RUN install -d -o node -g node -m 0700 /data
VOLUME /data
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT.split(':').at(-1)}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself and not npm: the signal to stop has to reach the bot.
CMD ["node", "dist/src/main.js"]
