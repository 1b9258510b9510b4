/**
 * Runs pieces of work, `writers` at a time, in the order in which they come: the next is made while the server is busy with the last.
 * Throws the first fault when all that run have ended.
 */
export async function sideBySide<T>(
  pieces: Iterable<T> | AsyncIterable<T>,
  writers: number,
  work: (piece: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let fault: { error: unknown } | undefined;
  try {
    for await (const piece of pieces) {
      if (fault) break;
      const one = work(piece)
        .catch((error: unknown) => {
          fault ??= { error };
        })
        .finally(() => running.delete(one));
      running.add(one);
      if (running.size >= writers) await Promise.race(running);
    }
  } finally {
    await Promise.all(running);
  }
  if (fault) throw fault.error;
}
