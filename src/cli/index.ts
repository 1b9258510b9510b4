import { once } from 'node:events';
import { Command, CommanderError } from 'commander';
import { addBackup } from './commands/backup.ts';
import { addChains } from './commands/chains.ts';
import { addClassify } from './commands/classify.ts';
import { addClusters } from './commands/clusters.ts';
import { addCopy } from './commands/copy.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExplain } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addJobs } from './commands/jobs.ts';
import { addKnowledge } from './commands/knowledge.ts';
import { addMatch } from './commands/match.ts';
import { addNetwork } from './commands/network.ts';
import { addPlan } from './commands/plan.ts';
import { addReport } from './commands/report.ts';
import { addServe } from './commands/serve.ts';
import { addSites } from './commands/sites.ts';
import { addSplit } from './commands/split.ts';
import { addTemplate } from './commands/template.ts';
import { addWorker } from './commands/worker.ts';
import type { House, Terminal } from './context.ts';
import { describeError, exitCodeOf } from './exit.ts';
import { speak } from './help.ts';

export type { House } from './context.ts';

const COMMANDS = [
  addServe,
  addImport,
  addMatch,
  addExplain,
  addClassify,
  addKnowledge,
  addTemplate,
  addReport,
  addExport,
  addChains,
  addClusters,
  addPlan,
  addSites,
  addSplit,
  addNetwork,
  addJobs,
  addBackup,
  addCopy,
  addDoctor,
  addWorker,
];

/**
 * Runs one command line. Returns the exit code: 0 fine, 1 internal, 2 input, 3 a service cannot be reached, 130 stopped.
 * @param compose makes the house of this environment; called once, so that `--help` needs none
 */
export async function runCommand(argv: readonly string[], compose: () => House): Promise<number> {
  const lang = languageOf(process.env);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  let code = 0;
  try {
    const terminal = openTerminal(compose(), lang, stop.signal, (failed) => {
      code = failed;
    });
    await buildProgram(terminal).parseAsync([...argv]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    process.stderr.write(`${describeError(error, lang)}\n`);
    return exitCodeOf(error);
  }
}

/** Every command, its help in the terminal's language. */
export function buildProgram(terminal: Terminal): Command {
  const program = speak(new Command('symbion'), terminal.lang)
    .description('Industrial symbiosis: whose by-product can replace what another company buys')
    .version('0.1.0')
    .showHelpAfterError()
    .exitOverride();
  for (const add of COMMANDS) add(program, terminal);
  for (const command of program.commands) command.exitOverride();
  return program;
}

function openTerminal(house: House, lang: 'ru' | 'en', signal: AbortSignal, fail: (code: number) => void): Terminal {
  return {
    house,
    lang,
    signal,
    fail,
    interactive: process.stderr.isTTY === true,
    tell: (text) => void process.stderr.write(`${text}\n`),
    write: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
  };
}

/** SYMBION_LANG, else the language of the locale; English when it is neither. */
function languageOf(env: NodeJS.ProcessEnv): 'ru' | 'en' {
  const wanted = env.SYMBION_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return wanted.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}
