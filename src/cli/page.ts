import { existsSync, globSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Builds the page into `web/dist` when it is missing or older than a source file. It is built aside and put there whole: another program
 * that serves it loses no file, and of two that build at once one is enough.
 */
export async function buildPage(web: string): Promise<void> {
  if (isBuilt(web)) return;
  const { build } = await import('vite');
  const aside = mkdtempSync(path.join(web, 'dist-'));
  try {
    const outDir = path.join(aside, 'new');
    await build({ configFile: path.join(web, 'vite.config.ts'), logLevel: 'error', build: { outDir } });
    if (!isBuilt(web)) put(outDir, path.join(web, 'dist'), path.join(aside, 'old'));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Another program may put the same page there in between; its own is as good. */
function put(built: string, dist: string, old: string): void {
  if (existsSync(dist)) renameSync(dist, old);
  try {
    renameSync(built, dist);
  } catch (error) {
    if (!existsSync(dist)) throw error;
  }
}

function isBuilt(web: string): boolean {
  const built = path.join(web, 'dist/index.html');
  return existsSync(built) && statSync(built).mtimeMs > newestSource(web);
}

function newestSource(web: string): number {
  const files = globSync(['src/**/*', 'public/**/*', 'index.html', 'vite.config.ts'], { cwd: web });
  return Math.max(0, ...files.map((file) => statSync(path.join(web, file)).mtimeMs));
}
