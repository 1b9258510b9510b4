/** The command's help in Russian: headings, descriptions of commands, options and arguments. */
export const HELP: Readonly<Record<string, string>> = {
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
  'write the current run; confidential flows and companies that are not public stay out; xlsx, gexf and graphml of at most 150,000 matches':
    'выгрузить текущий расчёт; конфиденциальные потоки и закрытые предприятия не выгружаются; xlsx, gexf и graphml — не более 150 000 пар',
  'the best multi-step exchanges of the current run: what a taker makes of it goes on to the next':
    'лучшие многошаговые обмены текущего расчёта: то, что получатель делает из потока, идёт дальше',
  'communities of companies of the current run, with their indicators and whom they depend on':
    'сообщества предприятий текущего расчёта, их показатели и от кого они зависят',
  'who gives how much to whom, all matches of the current run at once, under limits and wishes':
    'кто, кому и сколько отдаёт: все совпадения текущего расчёта сразу, с пределами и пожеланиями',
  'what is missing: flows that nobody takes, which plant where and how large would take them, milk runs':
    'чего не хватает: потоки без получателя, какое производство, где и какой величины их взяло бы, сборные рейсы',
  'how partners could share a benefit: price zone, equal split, Shapley values, and whether anybody would leave':
    'как участникам поделить выгоду: зона цены, поровну, по Шепли, и не уйдёт ли кто',
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
  'write a copy of the embedded store, as of one moment, while others go on working':
    'записать копию встроенного хранилища на один момент, пока другие работают',
  // help: options and arguments
  'list each step of the schema of Neo4j': 'показать каждый шаг схемы Neo4j',
  'make constraints and indexes again that the database has lost':
    'создать заново ограничения и индексы, которых в базе больше нет',
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
  'name of the giver or buyer': 'имя отдающего или покупателя',
  'activity of the giver or buyer, one or several: 24.10; 19.10':
    'вид деятельности отдающего или берущего, один или несколько: 24.10; 19.10',
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
  'a report of a region, or the fact sheet of a company, to read and print':
    'отчёт о регионе или карточка предприятия: читать и печатать',
  'form (default: as the file is named)': 'вид (по умолчанию — по имени файла)',
  'language of the report': 'язык отчёта',
  'only this region': 'только этот регион',
  'the fact sheet of this company': 'карточка этого предприятия',
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
  'what the plan is best at: money, co2, landfill, jobs': 'по чему план лучший: money, co2, landfill, jobs',
  'EUR for activation and opening together, at most': 'EUR на запуск и открытие вместе, не больше',
  'of an exchange: nothing or at least this, a year': 'обмена: ничего или не меньше этого в год',
  'EUR a year as soon as an exchange moves anything': 'EUR в год, как только обмен что-то везёт',
  '0..1 of every demand that by-products may meet':
    'доля 0..1 каждой потребности, которую можно покрыть побочными продуктами',
  'the same by demand': 'то же по потребностям',
  'the plan reaches at least this much': 'план достигает не меньше этого',
  'pairs that must be in the plan; the quantity may be left out':
    'пары, обязательные в плане; количество можно не называть',
  'pairs that must not': 'пары, которых в плане быть не должно',
  'what a pair can carry a year, at most': 'сколько пара может перевезти в год, не больше',
  'for whole decisions': 'на целые решения',
  'look for pairs beyond the ranked lists': 'искать пары и вне списков',
  'also the front against this goal': 'ещё и фронт против этой цели',
  'points of the front': 'точек фронта',
  'also draw what is uncertain so many times, and say whom to ask first':
    'ещё и столько раз разыграть неизвестное и сказать, кого спросить сначала',
  'of the draws': 'розыгрышей',
  'what if: sites switched off': 'что если: выключенные площадки',
  'what if: new plants; the capital may be left out': 'что если: новые производства; цену можно не называть',
  'what if: other prices': 'что если: другие цены',
  'what if: other quantities': 'что если: другие количества',
  'what if: another regime table': 'что если: другая таблица режимов',
  'also write the plan: .xlsx, .csv, .geojson, .gexf or .graphml by the ending':
    'ещё и записать план: .xlsx, .csv, .geojson, .gexf или .graphml по окончанию',
  'only plants of this process': 'только этот процесс',
  'kinds of plant at most': 'видов производства, не больше',
  'of one plant whatever its size (default: what the knowledge base tells of the process at its size)':
    'одного производства любой величины (по умолчанию: сколько такой процесс стоит при его величине по базе знаний)',
  'over which it is paid back (default 10)': 'за сколько лет окупается (по умолчанию 10)',
  'of one plant a year': 'одного производства в год',
  'how far a plant may be (default 100)': 'на каком расстоянии может быть производство (по умолчанию 100)',
  'a year, below which a taker does not deal (default 500)':
    'в год, меньше которых получатель не берёт (по умолчанию 500)',
  'a chain as `symbion chains --json` names it': 'цепочка, как её называет `symbion chains --json`',
  'exchanges, those of a chain in its order': 'обмены; обмены цепочки по её порядку',
  'companies that would plan together': 'предприятия, которые планировали бы вместе',
  'of the random orders beyond 12 partners': 'случайных порядков, если участников больше 12',
  'jobs at a time': 'заданий одновременно',
};
