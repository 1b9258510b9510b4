export * from './highs.ts';
export * from './location.ts';
export * from './network-simplex.ts';
export * from './sparse.ts';
