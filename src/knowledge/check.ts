import { writeFileSync } from 'node:fs';
import { checkKnowledge, coveragePage, knowledgeStats, loadKnowledge } from './index.ts';

const kb = loadKnowledge();
const issues = checkKnowledge(kb);
for (const issue of issues) {
  const place = [issue.file, issue.row === undefined ? undefined : `row ${issue.row}`, issue.column]
    .filter(Boolean)
    .join(', ');
  const found = issue.found === undefined ? '' : `found "${issue.found}", `;
  process.stdout.write(`${place}: ${found}wanted ${issue.wanted.en} · ${issue.wanted.ru}\n`);
}
process.stdout.write(`${JSON.stringify(knowledgeStats(kb))}\n`);
process.stdout.write(issues.length === 0 ? 'knowledge: all facts hold\n' : `knowledge: ${issues.length} problems\n`);
const page = process.argv[process.argv.indexOf('--page') + 1];
if (process.argv.includes('--page') && page !== undefined) writeFileSync(page, coveragePage(kb));
process.exitCode = issues.length === 0 ? 0 : 2;
