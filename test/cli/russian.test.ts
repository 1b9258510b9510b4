import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '../../src/cli/context.ts';
import { buildProgram } from '../../src/cli/index.ts';
import { inLanguage, isTranslated, sentencesInLanguage } from '../../src/cli/russian.ts';
import { ownHalf } from '../../src/cli/table.ts';

const program = buildProgram({ lang: 'ru' } as Terminal);

function* textsOf(command: Command): Generator<string> {
  yield command.description();
  for (const { description } of command.options) yield description;
  for (const { description } of command.registeredArguments) yield description;
  for (const inner of command.commands) yield* textsOf(inner);
}

describe('the command in Russian', () => {
  it('has a Russian text for every command, option and argument', () => {
    expect([...textsOf(program)].filter((text) => !isTranslated(text))).toEqual([]);
  });

  it('tells its help', () => {
    const help = program.commands.find((command) => command.name() === 'template')!.helpInformation();
    expect(help).toBe(`Применение: symbion template [options]

книга XLSX для заполнения, с выпадающими списками

Ключи:
  --out <file>  куда (по умолчанию: symbion-template.xlsx)
  -h, --help    помощь по команде
`);
  });

  it('names companies by the half of their name that is in the language', () => {
    const name = 'Завод / Works';
    expect([ownHalf(name, 'ru'), ownHalf(name, 'en'), ownHalf('A / B', 'ru'), ownHalf('Завод', 'en')]).toEqual([
      'Завод',
      'Works',
      'A / B',
      'Завод',
    ]);
  });

  it('tells its complaints, and leaves English alone', () => {
    expect(sentencesInLanguage('ru', "error: unknown command 'fly'")).toBe('ошибка: нет команды «fly»');
    expect(sentencesInLanguage('en', "error: unknown command 'fly'")).toBe("error: unknown command 'fly'");
    expect(inLanguage('ru', 'a word of nobody')).toBe('a word of nobody');
  });
});
