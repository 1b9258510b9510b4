export * from './allocate.ts';
export * from './conflict.ts';
export * from './highs.ts';
export * from './location.ts';
export * from './network-simplex.ts';
export * from './problem.ts';
export * from './sparse.ts';
