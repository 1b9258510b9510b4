/**
 * What the command's help, tables and complaints say, in Russian, by what they say in English.
 * `test/cli/russian.test.ts` holds it to every description, option, argument and table head that there is.
 */
const RUSSIAN: Readonly<Record<string, string>> = {
  // help: headings
  'Usage:': 'Применение:',
  'Arguments:': 'Что назвать:',
  'Options:': 'Ключи:',
  'Commands:': 'Команды:',
  'Example:': 'Пример:',
  'Examples:': 'Примеры:',
  'display help for command': 'помощь по команде',
  'output the version number': 'версия программы',
  // help: commands
  'Industrial symbiosis: whose by-product can replace what another company buys':
    'Промышленный симбиоз: чей побочный продукт заменит то, что другое предприятие покупает',
  'load the demo region into an empty store, match it, serve API and page':
    'загрузить в пустое хранилище демонстрационный регион, рассчитать его, открыть API и страницу',
  'serve API and page on what is in the store': 'открыть API и страницу над тем, что есть в хранилище',
  'take companies and flows from files into the store': 'взять предприятия и потоки из файлов в хранилище',
  'match the flows of files, with no database; without files, what is in the store':
    'сопоставить потоки из файлов, без базы данных; без файлов — то, что в хранилище',
  'why a pair matches, or why not: any pair, also one never proposed':
    'почему пара подходит или не подходит: любая пара, в том числе не предложенная',
  'which material a text or a code means, with confidence': 'какой материал означает текст или код, с уверенностью',
  'search the knowledge base: materials, uses, sources, who could take X, what could replace Y':
    'поиск в базе знаний: материалы, применения, источники, кто возьмёт X, чем заменить Y',
  'counts of facts': 'сколько в ней фактов',
  'find materials, uses, processes and rules by words': 'найти материалы, применения, процессы и правила по словам',
  'a material: its uses and takers, and what could replace it':
    'материал: его применения и получатели, и чем его можно заменить',
  'the legal ways of a material in a country: by-product, end of waste, waste':
    'правовые маршруты материала в стране: побочный продукт, конец отхода, отход',
  'an XLSX to fill in, with drop-down lists': 'книга XLSX для заполнения, с выпадающими списками',
  'write the current run; confidential flows and companies that are not public stay out':
    'выгрузить текущий расчёт; конфиденциальные потоки и закрытые предприятия не выгружаются',
  'the best multi-step exchanges of the current run: what a taker makes of it goes on to the next':
    'лучшие многошаговые обмены текущего расчёта: то, что получатель делает из потока, идёт дальше',
  'communities of companies of the current run, with their indicators and whom they depend on':
    'сообщества предприятий текущего расчёта, их показатели и от кого они зависят',
  'count simple paths and cycles of an exchange network and give its indicators':
    'сосчитать простые пути и циклы сети обменов и её показатели',
  'what was computed, what is being computed, and what failed': 'что рассчитано, что рассчитывается и что не удалось',
  'run a failed, cancelled or interrupted job again and wait for it':
    'повторить неудавшееся, отменённое или прерванное задание и дождаться его',
  'ask a job to stop': 'попросить задание остановиться',
  'copy everything from one store to another and prove it by counts and hashes; goes on where it was interrupted':
    'перенести всё из одного хранилища в другое и проверить по счёту и хешам; прерванный перенос продолжается',
  'sqlite:FOLDER or FILE, or neo4j://, bolt://HOST:PORT': 'sqlite:ПАПКА или ФАЙЛ, либо neo4j://, bolt://УЗЕЛ:ПОРТ',
  'the same; must be empty, or hold a part of this copy': 'то же; пустое или с частью этого переноса',
  'what was copied, as JSON lines': 'что перенесено, строками JSON',
  'tell in plain words what works and what is wrong': 'простыми словами: что работает и что не так',
  'consume jobs of the services house (NEO4J_URI and REDIS_URL set) until stopped':
    'выполнять задания дома на сервисах (заданы NEO4J_URI и REDIS_URL), пока не остановят',
  // help: options and arguments
  'start without the demo region': 'начать без демонстрационного региона',
  'address to listen on (default 127.0.0.1)': 'на каком адресе слушать (по умолчанию 127.0.0.1)',
  'port (default 7171; 0 = any free one)': 'порт (по умолчанию 7171; 0 — любой свободный)',
  'CSV of companies': 'CSV предприятий',
  'CSV of companies (then no database is needed)': 'CSV предприятий (тогда база данных не нужна)',
  'CSV of flows': 'CSV потоков',
  'XLSX with both sheets': 'XLSX с обоими листами',
  'XLSX with both sheets (see `symbion template`)': 'XLSX с обоими листами (см. `symbion template`)',
  'CSV `output,demand`': 'CSV `output,demand`',
  'CSV `from,to[,quantity]`': 'CSV `from,to[,quantity]`',
  'import the good rows, write the bad ones with their reasons to --rejected':
    'принять верные строки, неверные с причинами записать в --rejected',
  'where bad rows go': 'куда записать неверные строки',
  'retire companies and flows that the files do not name': 'снять предприятия и потоки, которых нет в файлах',
  'check only; nothing is written': 'только проверить; ничего не записывается',
  'the report as JSON': 'отчёт как JSON',
  'the whole report as JSON': 'весь отчёт как JSON',
  'as JSON': 'как JSON',
  'as JSON lines': 'как строки JSON',
  'same as --format jsonl': 'то же, что --format jsonl',
  'form of the rows': 'вид строк',
  form: 'вид',
  'length of each ranked list': 'длина каждого списка',
  'add demands and outputs that an activity usually has':
    'добавить потребности и отходы, обычные для вида деятельности',
  'list pairs that only a border regime refuses': 'показать пары, закрытые только режимом границы',
  'list pairs that only similar words or codes suggest': 'показать пары, подсказанные лишь сходством слов или кодов',
  'regime table: current, pre2022': 'таблица режимов: current, pre2022',
  'date that selects rules, charges and regimes (default: today)':
    'дата, на которую берутся правила, платы и режимы (по умолчанию сегодня)',
  'JSON file with weights, own prices and factors': 'файл JSON с весами, своими ценами и факторами',
  'id of the output': 'код отхода',
  'id of the demand': 'код потребности',
  'description in Russian or English': 'описание по-русски или по-английски',
  'European list of waste': 'Европейский перечень отходов',
  'Russian federal waste catalogue': 'Федеральный классификационный каталог отходов',
  'CPA 2008': 'КПЕС 2008',
  'OKPD 2': 'ОКПД 2',
  'Harmonized System': 'Гармонизированная система (ТН ВЭД)',
  'activity of the giver or buyer': 'вид деятельности отдающего или берущего',
  'given off or wanted': 'имеется или нужно',
  'language of the text': 'язык текста',
  candidates: 'сколько вариантов',
  'how many': 'сколько',
  'how many at most': 'сколько, не больше',
  'how many, the latest first': 'сколько, последние сначала',
  'id of a material or product': 'код материала или продукта',
  'id of a material': 'код материала',
  'ISO code, as RU or FI': 'код ISO, как RU или FI',
  'law in force at this date (today)': 'право, действующее на эту дату (сегодня)',
  'where to': 'куда',
  'where to (default: standard output)': 'куда (по умолчанию стандартный вывод)',
  'an older run': 'более ранний расчёт',
  'name what is otherwise left out': 'назвать то, что иначе не выгружается',
  'what they are best at': 'по чему они лучшие',
  'exchanges a chain at most, 2 to 6': 'обменов в цепочке, не больше; от 2 до 6',
  'paths, or trees that branch': 'пути или ветвящиеся деревья',
  'also over borders that a regime closes': 'и через границы, закрытые режимом',
  'within one region, or over a border': 'внутри региона или через границу',
  'only sites of this region': 'только площадки этого региона',
  'only companies with a site in this region': 'только предприятия с площадкой в этом регионе',
  'sites switched off': 'выключенные площадки',
  'one chain a line': 'по цепочке на строку',
  'jobs at a time': 'заданий одновременно',
  // verdicts and terms of an explanation
  match: 'подходит',
  hint: 'подсказка',
  refused: 'отклонено',
  blocked: 'закрыто режимом',
  'no use': 'применения нет',
  distance: 'расстояние',
  economics: 'деньги',
  co2: 'CO2',
  legal: 'право',
  // heads of tables
  output: 'отход',
  demand: 'потребность',
  giver: 'кто отдаёт',
  taker: 'кто берёт',
  rank: 'место',
  score: 'счёт',
  use: 'применение',
  km: 'км',
  quantity: 'количество',
  unit: 'ед.',
  'a year': 'в год',
  'EUR/year': 'EUR/год',
  'kEUR/year': 'тыс. EUR/год',
  'kg CO2/year': 'кг CO2/год',
  't CO2/year': 'т CO2/год',
  't/year': 'т/год',
  term: 'слагаемое',
  points: 'баллы',
  left: 'отдающий',
  right: 'берущий',
  rule: 'правило',
  'refused by': 'чем отклонено',
  citation: 'источник',
  material: 'материал',
  confidence: 'уверенность',
  by: 'по чему',
  name: 'название',
  codes: 'коды',
  what: 'что',
  count: 'сколько',
  kind: 'вид',
  id: 'код',
  replaces: 'заменяет',
  at: 'у кого',
  after: 'после чего',
  fit: 'пригодность',
  evidence: 'основание',
  process: 'процесс',
  takes: 'берёт',
  gives: 'даёт',
  'can be replaced by': 'можно заменить на',
  state: 'состояние',
  accepted: 'принято',
  step: 'шаг',
  sites: 'площадки',
  'made by': 'чем сделано',
  'limited by': 'чем ограничено',
  border: 'граница',
  cluster: 'кластер',
  firms: 'предприятий',
  exchanges: 'обменов',
  density: 'плотность',
  cyclicity: 'цикличность',
  'need met': 'покрыто',
  'leans on': 'держится на',
};

/** Sentences of the command parser, with what changes in them. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/m, 'ошибка: нет команды «$1»'],
  [/^error: unknown option '(.*)'/m, 'ошибка: нет ключа «$1»'],
  [/^error: missing required argument '(.*)'/m, 'ошибка: не названо «$1»'],
  [/^error: option '(.*)' argument missing/m, 'ошибка: у ключа «$1» нет значения'],
  [/^error: required option '(.*)' not specified/m, 'ошибка: нужен ключ «$1»'],
  [/^error: too many arguments/m, 'ошибка: названо лишнее'],
  [/^error: option '(.*)' argument '(.*)' is invalid\./m, 'ошибка: у ключа «$1» значение «$2» не годится.'],
  [/Allowed choices are (.*)\./, 'Можно: $1.'],
  [/\(Did you mean (.*)\?\)/, '(может быть, $1?)'],
];

/** The text in the reader's language; a text that nobody translated stays English. */
export function inLanguage(lang: 'ru' | 'en', text: string): string {
  return lang === 'ru' ? (RUSSIAN[text] ?? text) : text;
}

/** Whether a text has its Russian. */
export const isTranslated = (text: string): boolean => text === '' || text in RUSSIAN;

/** Sentences of the command parser and headings inside longer texts, in the reader's language. */
export function sentencesInLanguage(lang: 'ru' | 'en', text: string): string {
  if (lang === 'en') return text;
  const told = PATTERNS.reduce((all, [pattern, russian]) => all.replace(pattern, russian), text);
  return told.replace(/^(Examples?:)$/m, (heading) => inLanguage(lang, heading));
}
