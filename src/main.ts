import { enableCompileCache } from 'node:module';
import path from 'node:path';

// compiled code is kept beside the libraries, so that every start but the first is twice as quick
enableCompileCache(path.join(import.meta.dirname, '../node_modules/.cache/compiled'));
const { compose } = await import('./compose.ts');
const { runCommand } = await import('./cli/index.ts');

process.exitCode = await runCommand(process.argv, compose);
