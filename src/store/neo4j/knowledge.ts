import type { KnowledgeBase } from '../../domain/index.ts';
import type { Graph, Transaction } from './graph.ts';

/** Name of the note that keeps the version of the knowledge that is shown. */
const KNOWLEDGE = 'knowledge';

/** Shows people who walk the graph what is known of materials: names, broader ones, uses and processes. Does nothing when this version is shown already. */
export async function showKnowledge(graph: Graph, knowledge: KnowledgeBase): Promise<void> {
  const [shown] = await graph.ask<{ value: string | null }>('meta/get', { name: KNOWLEDGE });
  if (shown?.value === knowledge.version) return;
  await graph.write(async (tx) => {
    const [held] = await tx.run<{ value: string | null }>('meta/lock', { name: KNOWLEDGE });
    if (held?.value === knowledge.version) return;
    await tx.run('knowledge/remove', {});
    await putMaterials(tx, knowledge);
    await putProcesses(tx, knowledge);
    await tx.run('meta/set', { name: KNOWLEDGE, value: knowledge.version });
  });
}

async function putMaterials(tx: Transaction, { materials, uses }: KnowledgeBase): Promise<void> {
  const all = [...materials.values()];
  await tx.run('knowledge/material', {
    rows: all.map(({ id, name, dimension }) => ({ id, nameRu: name.ru, nameEn: name.en, unit: dimension })),
  });
  await tx.run('knowledge/broader', {
    rows: all.flatMap(({ id, parent }) => (parent === undefined ? [] : [{ id, parent }])),
  });
  await tx.run('knowledge/usable', {
    rows: uses.map(({ id, material, replaces, fit, ratio, receivers, treatment }) => ({
      use: id,
      material,
      replaces,
      fit,
      ratio,
      receivers,
      treatmentRu: treatment.ru,
      treatmentEn: treatment.en,
    })),
  });
}

async function putProcesses(tx: Transaction, { processes }: KnowledgeBase): Promise<void> {
  await tx.run('knowledge/forget-processes', { ids: processes.map(({ id }) => id) });
  await tx.run('knowledge/process', {
    rows: processes.map(({ id, name, nace }) => ({ id, nameRu: name.ru, nameEn: name.en, nace })),
  });
  await tx.run('knowledge/consumes', {
    rows: processes.flatMap(({ id, inputs }) =>
      inputs.map(({ material, perUnit }) => ({ process: id, material, amount: perUnit })),
    ),
  });
  await tx.run('knowledge/produces', {
    rows: processes.flatMap(({ id, outputs }) =>
      outputs.map((output) => ({ process: id, material: output.material, amount: output.yield })),
    ),
  });
}
