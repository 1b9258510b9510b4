export { type ActivityInput, type ActivityReading, naceOf } from './activity.ts';
export { buildClassifier, type Classifier, type ClassifyInput, type ReadingReason } from './classifier.ts';
export { type FkkoCode, parseEwc, parseFkko } from './codes.ts';
export { inferFlows } from './infer.ts';
