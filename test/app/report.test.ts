import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReportQuestion, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import { demoFiles } from '../demo-house.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-report-'));
let symbion: Symbion;

beforeAll(async () => {
  symbion = await compose({ SYMBION_DATA: folder, SYMBION_THREADS: '1' }).open();
  await symbion.importFiles(demoFiles());
  for await (const _ of symbion.watchJob(await symbion.startRun({ asOf: '2026-01-15' })));
}, 60_000);

afterAll(async () => {
  await symbion.close();
  rmSync(folder, { recursive: true });
});

async function bytesOf(format: 'docx' | 'html', question: ReportQuestion): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(symbion.report(format, question)));
}

const htmlOf = async (question: ReportQuestion) => Buffer.from(await bytesOf('html', question)).toString();
/** What a reader sees, without the markup. */
const seen = (markup: string) =>
  markup
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0]+/g, ' ');

it('a region reads its picture, its best exchanges, what is closed, what nobody takes, whom to ask and what it rests on', async () => {
  const html = await htmlOf({ lang: 'ru', region: 'RU-SPE' });
  const headings = [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map((m) => m[1]);
  expect(headings).toEqual([
    'Картина',
    'Лучшие обмены по деньгам',
    'Лучшие обмены по CO2',
    'Возможны, если предположенное подтвердится',
    'Подходят, но закрыты режимом границы',
    'Крупные выходы без получателя',
    'Кого о чём спросить',
    'Как посчитано',
  ]);
  const { matches } = await symbion.picture('RU-SPE');
  expect(seen(html)).toContain(`Предложенных обменов ${matches}`);
  expect(seen(html)).toContain('право и цены на 15.01.2026');
});

it('the best exchange by money stands first, with what the store says of it', async () => {
  const { rows } = await symbion.findMatches({ regime: 'open', inferred: false, sort: 'money' }, 1);
  const best = rows[0]!;
  const money = new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(best.netBenefitEurPerYear!);
  const row = (await htmlOf({ lang: 'en' })).match(/Best exchanges by money.*?<tbody><tr>(.*?)<\/tr>/s)![1]!;
  expect(seen(row)).toContain(best.outputCompanyName);
  expect(seen(row)).toContain(money);
});

it('Word opens the same text: every heading and cell of the page is in the document', async () => {
  const question = { lang: 'en', company: 'S01' } as const;
  const files = unzipSync(await bytesOf('docx', question));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']));
  const words = seen(strFromU8(files['word/document.xml']!));
  const cells = [...(await htmlOf(question)).matchAll(/<(?:td|th|h2|h3|li)[^>]*>(.*?)<\/(?:td|th|h2|h3|li)>/g)];
  expect(cells.length).toBeGreaterThan(50);
  expect(cells.map((m) => seen(m[1]!).trim()).filter((text) => !words.includes(text))).toEqual([]);
});

it('a company reads of each flow its partners, the legal steps, what to prove and what to ask', async () => {
  const text = seen(await htmlOf({ lang: 'en', company: 'S01' }));
  expect(text).toContain('Gives: Шлак электросталеплавильный, 60,000 t a year');
  expect(text).toContain('Асфальтобетонный завод / Asphalt plant');
  expect(text).toContain('By-product of production: decision of the producer, standard or specification');
  expect(text).toContain('No partner yet EAF dust (Zn, Pb, Cd)');
});

it('what was decided is told with its effect, the furthest first', async () => {
  const { rows } = await symbion.findMatches({ regime: 'open', sort: 'score' }, 2);
  const [idea, running] = rows;
  const put = (id: string, state: 'idea' | 'running', { output, demand }: NonNullable<typeof idea>) =>
    symbion.putExchange({ id, output, demand, state, version: 0 }, 0);
  await put('X1', 'idea', idea!);
  await put('X2', 'running', running!);
  const rowsTold = (await htmlOf({ lang: 'en' })).match(/What was decided.*?<tbody>(.*?)<\/tbody>/s)![1]!;
  expect([...rowsTold.matchAll(/<tr><td>(.*?)<\/td>/g)].map((m) => m[1])).toEqual(['running', 'idea']);
});

it('a private company is told of only when named, and its fact sheet is not found', async () => {
  const { rows } = await symbion.findMatches({ regime: 'open', inferred: false, sort: 'money' }, 1);
  const id = rows[0]!.demandCompany;
  const { version, sites, ...company } = await symbion.getCompany(id);
  await symbion.putCompany({ ...company, visibility: 'private' }, sites, version);
  for await (const _ of symbion.watchJob(await symbion.startRun({ asOf: '2026-01-15' })));
  expect(seen(await htmlOf({ lang: 'en' }))).not.toContain(company.name);
  expect(seen(await htmlOf({ lang: 'en', include: 'confidential' }))).toContain(company.name);
  await expect(htmlOf({ company: id })).rejects.toMatchObject({ kind: 'not-found' });
  expect(seen(await htmlOf({ company: id, include: 'confidential' }))).toContain(company.name);
});

it('a name that is markup or no text at all harms neither form', async () => {
  const name = '<script>alert(1)</script> & "Завод" \u0007';
  const { version, sites, ...company } = await symbion.getCompany('S01');
  await symbion.putCompany({ ...company, name }, sites, version);
  for await (const _ of symbion.watchJob(await symbion.startRun({ asOf: '2026-01-15' })));
  expect(await htmlOf({ company: 'S01' })).not.toContain('<script>');
  const files = unzipSync(await bytesOf('docx', { company: 'S01' }));
  expect(strFromU8(files['word/document.xml']!)).toContain('&lt;script&gt;');
});

it('a region and a company together, and a region without sites, are refused', async () => {
  await expect(htmlOf({ region: 'RU-SPE', company: 'S01' })).rejects.toMatchObject({ kind: 'input' });
  await expect(htmlOf({ region: 'XX' })).rejects.toMatchObject({ kind: 'input' });
});
