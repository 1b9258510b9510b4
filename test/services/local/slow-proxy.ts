import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

/** Stands before a server and hands each piece on in both directions after `delayMs`, in order. */
export async function slowProxy(port: number, delayMs: number): Promise<{ readonly port: number; close(): void }> {
  const open = new Set<Socket>();
  const hand = (from: Socket, to: Socket) => {
    open.add(from);
    from.on('data', (piece) => setTimeout(() => to.writable && to.write(piece), delayMs));
    from.on('error', () => undefined);
    from.on('close', () => {
      open.delete(from);
      setTimeout(() => to.end(), delayMs);
    });
  };
  const server = createServer((client) => {
    const upstream = dial(port, '127.0.0.1');
    hand(client, upstream);
    hand(upstream, client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
