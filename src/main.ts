import { enableCompileCache } from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';

// garbage is collected once the heap has grown by half: what streams through an import or export would else fill as much memory as there is
v8.setFlagsFromString('--heap-growing-percent=50');
// compiled code is kept beside the libraries, so that every start but the first is twice as quick
enableCompileCache(path.join(import.meta.dirname, '../node_modules/.cache/compiled'));
const { compose } = await import('./compose.ts');
const { runCommand } = await import('./cli/index.ts');

process.exitCode = await runCommand(process.argv, compose);
