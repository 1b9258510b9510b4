import type { Command } from 'commander';
import { Option } from 'commander';
import { SymbionError } from '../../domain/index.ts';
import type { Terminal } from '../context.ts';
import { wholeNumber } from '../options.ts';
import { showTable } from '../table.ts';

interface ClassifyOptions {
  text?: string;
  ewc?: string;
  fkko?: string;
  cpa?: string;
  okpd2?: string;
  hs?: string;
  nace?: string;
  company?: string;
  direction?: 'output' | 'input';
  lang?: 'ru' | 'en';
  top: string;
  format: 'table' | 'jsonl';
  json?: boolean;
}

export function addClassify(program: Command, terminal: Terminal): void {
  program
    .command('classify')
    .description('which material a text or a code means, with confidence')
    .option('--text <text>', 'description in Russian or English')
    .option('--ewc <code>', 'European list of waste')
    .option('--fkko <code>', 'Russian federal waste catalogue')
    .option('--cpa <code>', 'CPA 2008')
    .option('--okpd2 <code>', 'OKPD 2')
    .option('--hs <code>', 'Harmonized System')
    .option('--nace <code>', 'activity of the giver or buyer, one or several: 24.10; 19.10')
    .option('--company <name>', 'name of the giver or buyer')
    .addOption(new Option('--direction <direction>', 'given off or wanted').choices(['output', 'input']))
    .addOption(new Option('--lang <lang>', 'language of the text').choices(['ru', 'en']))
    .option('--top <n>', 'candidates', '5')
    .addOption(new Option('--format <format>', 'form of the rows').choices(['table', 'jsonl']).default('table'))
    .option('--json', 'same as --format jsonl')
    .addHelpText(
      'after',
      '\nExamples:\n  symbion classify --text "зола-унос сухая от ТЭЦ"\n  symbion classify --text "dry fly ash" --ewc "10 01 02" --format jsonl',
    )
    .action(async (options: ClassifyOptions) => {
      const { text, ewc, fkko, cpa, okpd2, hs, nace, company, direction, lang } = options;
      const codes = {
        ...(ewc && { ewc }),
        ...(fkko && { fkko }),
        ...(cpa && { cpa }),
        ...(okpd2 && { okpd2 }),
        ...(hs && { hs }),
      };
      if (!text && Object.keys(codes).length === 0)
        throw new SymbionError('input', {
          ru: 'Нужен текст (--text) или код.',
          en: 'Wanted: a text (--text) or a code.',
        });
      const found = terminal.house.offline().classify({
        ...(text && { text }),
        codes,
        ...(nace && { nace }),
        ...(company && { company }),
        ...(direction && { direction }),
        ...(lang && { lang }),
        top: wholeNumber(options.top, '--top', 1, 1000),
      });
      if (options.json || options.format === 'jsonl')
        for (const { material, confidence, codes: known } of found)
          await terminal.write(`${JSON.stringify({ material, confidence, codes: known })}\n`);
      else
        await showTable(
          terminal,
          ['material', 'confidence', 'by', 'name', 'codes'],
          found.map((r) => [r.material, r.confidence.toFixed(2), r.by, r.name[terminal.lang], r.codes.join(' ')]),
        );
    });
}
