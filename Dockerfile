# The page is built in the first stage; the second holds only what runs.
FROM node:24-bookworm-slim AS build
WORKDIR /symbion
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build:web

FROM node:24-bookworm-slim
ENV NODE_ENV=production SYMBION_DATA=/tmp/symbion SYMBION_LOG=info
WORKDIR /symbion
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY src ./src
COPY workers ./workers
COPY cypher ./cypher
COPY fixtures ./fixtures
COPY --from=build /symbion/web/dist ./web/dist
USER node
EXPOSE 7171
ENTRYPOINT ["node", "src/main.ts"]
CMD ["serve", "--host", "0.0.0.0"]
