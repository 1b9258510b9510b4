import { parentPort, workerData } from 'node:worker_threads';
import { bufferOf, createLists, fillLists, openColumns } from '../src/engine/index.ts';
import type { Share } from './engine-pool.ts';

/** Fills lists over shared buffers together with other threads, until no batch is left or it is told to stop. */
const { columns: shared, lists: filled, control } = workerData as Share;
const { columns } = openColumns(shared instanceof WebAssembly.Memory ? bufferOf(shared) : shared);
const next = () => (Atomics.load(control, 1) === 1 ? Number.MAX_SAFE_INTEGER : Atomics.add(control, 0, 1));
for (const _ of fillLists(columns, createLists(columns, filled), next));
parentPort?.postMessage('done');
