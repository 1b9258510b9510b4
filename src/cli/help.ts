import type { Command } from 'commander';
import { inLanguage, sentencesInLanguage } from './russian.ts';

/** Makes help and complaints of a command, and of all commands added to it afterwards, speak the reader's language. */
export function speak(program: Command, lang: 'ru' | 'en'): Command {
  const told = (text: string) => sentencesInLanguage(lang, text);
  return program
    .configureHelp({
      styleTitle: (title) => inLanguage(lang, title),
      commandDescription: (command) => inLanguage(lang, command.description()),
      subcommandDescription: (command) => inLanguage(lang, command.summary() || command.description()),
      argumentDescription: (argument) => inLanguage(lang, argument.description),
      optionDescription: (option) => describeOption(lang, option),
    })
    .configureOutput({
      outputError: (text, write) => write(told(text)),
      writeOut: (text) => void process.stdout.write(told(text)),
      writeErr: (text) => void process.stderr.write(told(text)),
    });
}

interface Described {
  readonly description: string;
  readonly argChoices?: readonly string[] | undefined;
  readonly defaultValue?: unknown;
}

/** A description with what may be chosen and what is taken when nothing is. */
function describeOption(lang: 'ru' | 'en', { description, argChoices, defaultValue }: Described): string {
  const more = [
    ...(argChoices ? [`${lang === 'ru' ? 'можно' : 'choices'}: ${argChoices.join(', ')}`] : []),
    ...(defaultValue !== undefined && defaultValue !== false
      ? [`${lang === 'ru' ? 'по умолчанию' : 'default'}: ${String(defaultValue)}`]
      : []),
  ];
  return `${inLanguage(lang, description)}${more.length > 0 ? ` (${more.join('; ')})` : ''}`;
}
