/** JSON with the keys of every object in order, so that equal work has an equal key whatever the order of its keys. */
export function workContent(kind: string, payload: unknown): string {
  return JSON.stringify([kind, inOrder(payload)]);
}

function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}
