# syntax=docker/dockerfile:1

# Built with everything that compiling needs; the image is the release and nothing else.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/local-discord/package.json packages/local-discord/
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
# What `/help` and the log call the version by: --build-arg COMMIT=$(git rev-parse HEAD).
ARG COMMIT=
RUN if [ -n "$COMMIT" ]; then npm pkg set commit="$COMMIT"; fi \
  && npm run release -- --to /release

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    DATABASE_URL=file:/data/keepsake.db \
    HEALTH_PORT=0.0.0.0:8080
WORKDIR /app
COPY --from=build /release ./
RUN install -d -o node -g node -m 0700 /data
# Where a volume belongs to root and the machine to the bot alone, root may be it (deploy/fly.toml).
ARG RUN_AS=node
USER ${RUN_AS}
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT.split(':').at(-1)}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself and not npm: the signal to stop has to reach the bot.
CMD ["node", "dist/src/main.js"]
