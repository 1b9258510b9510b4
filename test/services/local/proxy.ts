import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

/** What a proxy does to what it hands on. */
export interface Handing {
  /** After so long, in order. */
  readonly delayMs?: number;
  /** A text of what the server says, and another of the same length in its place. */
  readonly rewrite?: readonly [from: string, to: string];
}

export interface ServerProxy {
  readonly port: number;
  /** Until it is released nothing goes through, and nobody is told so. */
  hold(): void;
  release(): void;
  close(): void;
}

/** Stands before a server of this machine and hands each piece on in both directions. */
export async function proxyTo(port: number, { delayMs = 0, rewrite }: Handing): Promise<ServerProxy> {
  const open = new Set<Socket>();
  let isHeld = false;
  const rewritten = (piece: Buffer) =>
    rewrite ? Buffer.from(piece.toString('latin1').replaceAll(...rewrite), 'latin1') : piece;
  const hand = (from: Socket, to: Socket, change: (piece: Buffer) => Buffer) => {
    open.add(from);
    if (isHeld) from.pause();
    from.on('data', (piece: Buffer) => setTimeout(() => to.writable && to.write(change(piece)), delayMs));
    from.on('error', () => undefined);
    from.on('close', () => {
      open.delete(from);
      setTimeout(() => to.end(), delayMs);
    });
  };
  const server = createServer((client) => {
    const upstream = dial(port, '127.0.0.1');
    hand(client, upstream, (piece) => piece);
    hand(upstream, client, rewritten);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    hold() {
      isHeld = true;
      for (const socket of open) socket.pause();
    },
    release() {
      isHeld = false;
      for (const socket of open) socket.resume();
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
