# Lange Adem met een PostgreSQL van buiten (zie compose.yaml).
# Niet getest: op de ontwikkelmachine draait geen Docker-motor.
FROM node:22-bookworm-slim

WORKDIR /app
ENV NODE_ENV=production SCARF_ANALYTICS=false HOST=0.0.0.0 PORT=8080 LA_SLEUTELMAP=/sleutels

# Node 26 comes with the project (optional dependency); the Node of the image only installs and launches.
COPY package.json package-lock.json ./
RUN npm install --no-save --omit=dev --no-audit --no-fund && npm cache clean --force

COPY tsconfig.json ./
COPY scripts ./scripts
COPY src ./src
COPY gegevens ./gegevens
RUN mkdir -p .bouw /sleutels && chown node:node .bouw /sleutels

USER node
VOLUME /sleutels
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/gezondheid').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/met-node.cjs", "serve"]
