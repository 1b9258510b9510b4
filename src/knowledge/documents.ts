import type { CitedDocument, KnowledgeBase } from '../domain/index.ts';

const byLength = new WeakMap<KnowledgeBase, readonly CitedDocument[]>();

/**
 * The document that a citation begins with: `EN 450-1:2012, 5.3; figures estimated` leans on EN 450-1:2012. The longest name counts.
 * Undefined when the base does not know it.
 */
export function documentOf(kb: KnowledgeBase, citation: string): CitedDocument | undefined {
  const documents = byLength.get(kb) ?? [...(kb.documents ?? [])].sort((a, b) => b.name.length - a.name.length);
  byLength.set(kb, documents);
  return documents.find(({ name }) => citation.startsWith(name) && !/^[\p{L}\d]/u.test(citation.slice(name.length)));
}

/** All documents that the parts of a citation begin with, each once; `;` sets parts apart. */
export function documentsIn(kb: KnowledgeBase, citation: string): readonly CitedDocument[] {
  const named = citation.split(/;\s*/).flatMap((part) => documentOf(kb, part) ?? []);
  return [...new Set(named)];
}
