/** `npm run services`: local Neo4j and Redis until Ctrl-C; prints the environment that makes Symbion use them. */
import { startServices } from './local/index.ts';

const services = await startServices();
for (const [name, value] of Object.entries(services.env)) console.log(`export ${name}='${value}'`);
console.error('Ctrl-C stops them.');
await new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  setInterval(() => undefined, 1 << 30);
}).then(() => services.stop());
process.exit(0);
