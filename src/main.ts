import { runCommand } from './cli/index.ts';
import { compose } from './compose.ts';

process.exitCode = await runCommand(process.argv, compose);
