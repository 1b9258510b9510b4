import { createServer } from 'node:http';
import type { Registry } from 'prom-client';

/** Answers `/metrics` and `/health/live` of a process that serves nothing else. */
export async function serveMetrics(
  registry: Registry,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly port: number; close(): void }> {
  const server = createServer(async ({ url }, response) => {
    if (url === '/metrics') response.setHeader('Content-Type', registry.contentType).end(await registry.metrics());
    else if (url === '/health/live') response.setHeader('Content-Type', 'application/json').end('{"live":true}');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
