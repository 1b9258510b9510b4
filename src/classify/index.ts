export { type ActivityInput, type ActivityReading, naceOf } from './activity.ts';
export { buildClassifier, type Classifier, type ClassifyInput } from './classifier.ts';
export { type FkkoCode, parseEwc, parseFkko } from './codes.ts';
export { inferFlows, readInferredId, withActivitiesByName } from './infer.ts';
export type { ReadingReason } from './readings.ts';
