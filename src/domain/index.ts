export * from './errors.ts';
export * from './flow.ts';
export * from './ids.ts';
export * from './knowledge.ts';
export * from './match.ts';
export * from './run.ts';
export * from './settings.ts';
export * from './units.ts';
