import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

/** Builds the page into `web/dist` when it is missing or older than a source file. */
export async function buildPage(web: string): Promise<void> {
  const built = path.join(web, 'dist/index.html');
  if (existsSync(built) && statSync(built).mtimeMs > newestSource(web)) return;
  const { build } = await import('vite');
  await build({ configFile: path.join(web, 'vite.config.ts'), logLevel: 'error' });
}

function newestSource(web: string): number {
  const files = globSync(['src/**/*', 'public/**/*', 'index.html', 'vite.config.ts'], { cwd: web });
  return Math.max(0, ...files.map((file) => statSync(path.join(web, file)).mtimeMs));
}
