import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type Express } from 'express';

/** Serves the built page: hashed assets for good, `index.html` for every address of the page itself. */
export function servePage(app: Express, webDir: string): void {
  const assets = path.join(webDir, 'assets') + path.sep;
  app.use(
    express.static(webDir, {
      etag: true,
      setHeaders: (response, file) =>
        response.setHeader(
          'Cache-Control',
          file.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  );
  app.get('/*path', (request, response, next) => {
    const page = path.join(webDir, 'index.html');
    // a missing file is missing; only addresses that a person may open are the page
    if (path.extname(request.path) !== '' || !request.accepts('html') || !existsSync(page)) return next();
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: webDir });
  });
}
