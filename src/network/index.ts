export * from './adjacency.ts';
export * from './counts.ts';
export * from './cyclicity.ts';
export * from './describe.ts';
export * from './edges.ts';
export * from './flow-indicators.ts';
export * from './quotient.ts';
