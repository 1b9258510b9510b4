import { parentPort } from 'node:worker_threads';
import { type FlowQuestion, understand } from '../src/app/import/understand-flow.ts';
import { buildClassifier } from '../src/classify/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';

/** Answers each part of flows with what they are understood to be. */
const knowledge = loadKnowledge();
const understanding = { knowledge, classifier: buildClassifier(knowledge) };
parentPort!.on('message', (questions: readonly FlowQuestion[]) =>
  parentPort!.postMessage(questions.map((question) => understand(understanding, question))),
);
