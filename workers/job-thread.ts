import { parentPort, workerData } from 'node:worker_threads';
import { compose } from '../src/compose.ts';
import { errorOf, type FromThread, faultOf, type ToThread } from './job-pool.ts';

/** Runs jobs one after another, over a store of its own. All that crosses is small: a payload, progress, a result. */
const port = parentPort!;
const tell = (message: FromThread) => port.postMessage(message);
const house = compose(workerData as NodeJS.ProcessEnv);
let opened: ReturnType<typeof house.openHandlers> | undefined;
let stop = new AbortController();
let parts: PromiseWithResolvers<readonly unknown[]> | undefined;

port.on('message', (message: ToThread) => {
  if ('stop' in message) stop.abort(new Error('asked to stop'));
  else if ('results' in message) parts?.resolve(message.results);
  else if ('refused' in message) parts?.reject(errorOf(message.refused));
  else if ('close' in message) void close();
  else void run(message);
});

/** Opened by the first job, and again by the next one while the store is away. */
function open(): ReturnType<typeof house.openHandlers> {
  opened ??= house.openHandlers();
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

async function close(): Promise<void> {
  await opened?.then((parts) => parts.close()).catch(() => undefined);
  port.close();
}

async function run({ kind, payload }: { readonly kind: string; readonly payload: unknown }): Promise<void> {
  stop = new AbortController();
  try {
    const { handlers } = await open();
    const result = await handlers[kind]!(payload, {
      signal: stop.signal,
      progress: (progress) => tell({ progress }),
      runParts: (asked) => {
        parts = Promise.withResolvers();
        tell({ parts: asked });
        return parts.promise;
      },
    });
    tell({ result });
  } catch (error) {
    tell({ fault: faultOf(error) });
  }
}
