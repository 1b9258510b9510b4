/**
 * Runs one server as its child and stops it when standard input ends: the pipe closes when the starter stops, crashes or is killed,
 * so no server is ever left behind. Usage: guard.ts COMMAND ARGS...
 */
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const server = spawn(command!, args, { stdio: ['ignore', 'inherit', 'inherit'] });

// the starter decides when to stop: Ctrl-C reaches it, and the pipe tells us
process.on('SIGINT', () => undefined);
process.on('SIGTERM', stop);
process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
server.on('exit', (code) => process.exit(code ?? 1));
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});

function stop(): void {
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), 10_000).unref();
}
