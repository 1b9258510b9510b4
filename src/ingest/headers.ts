/** Columns of the two tables and the names by which people call them; the first is ours. Compared without case, spaces and marks. */
type Headers = Readonly<Record<string, readonly string[]>>;

export const COMPANY_HEADERS = {
  id: ['id', 'код', 'ид', 'номер', 'company_id', 'код предприятия', 'код компании'],
  site_id: ['site_id', 'площадка', 'код площадки', 'site', 'site id'],
  name: [
    'name',
    'название',
    'наименование',
    'наименование предприятия',
    'название предприятия',
    'company name',
    'предприятие',
    'компания',
    'company',
    'организация',
  ],
  country: ['country', 'страна'],
  region: ['region', 'регион', 'субъект', 'субъект рф', 'область'],
  town: ['town', 'город', 'населённый пункт', 'населенный пункт', 'city', 'место'],
  lat: ['lat', 'широта', 'latitude'],
  lon: ['lon', 'долгота', 'longitude', 'lng'],
  nace: ['nace', 'nace rev. 2', 'код nace'],
  okved: ['okved', 'оквэд', 'оквэд2', 'оквэд 2', 'код оквэд'],
  modes: ['modes', 'транспорт', 'виды транспорта', 'вид транспорта', 'transport', 'transport modes'],
  employees: ['employees', 'работники', 'численность', 'число работников', 'сотрудники'],
  visibility: ['visibility', 'видимость', 'доступ'],
} as const satisfies Headers;

export const FLOW_HEADERS = {
  id: ['id', 'код', 'ид', 'номер', 'flow_id', 'код потока'],
  company_id: ['company_id', 'компания', 'предприятие', 'код предприятия', 'код компании', 'company'],
  site_id: ['site_id', 'площадка', 'код площадки', 'site', 'site id'],
  direction: ['direction', 'направление', 'имею/нужно', 'имею / нужно', 'вид потока', 'тип потока', 'тип', 'type'],
  description: [
    'description',
    'описание',
    'наименование',
    'поток',
    'название',
    'отход',
    'наименование отхода',
    'вид отхода',
    'name',
    'stream',
    'flow',
  ],
  material: ['material', 'материал'],
  ewc: ['ewc', 'код ewc', 'ewc code', 'еко', 'low', 'low code'],
  fkko: ['fkko', 'фкко', 'код фкко', 'код по фкко', 'fkko code'],
  cpa: ['cpa', 'код cpa'],
  okpd2: ['okpd2', 'окпд2', 'окпд 2', 'окпд'],
  hs: ['hs', 'тн вэд', 'тнвэд', 'код тн вэд', 'cn'],
  quantity: ['quantity', 'количество', 'кол-во', 'объём', 'масса', 'образование', 'qty', 'amount'],
  unit: ['unit', 'единица', 'ед.', 'ед. изм.', 'единица измерения', 'единицы', 'units', 'uom'],
  period: ['period', 'период', 'периодичность'],
  state: ['state', 'состояние', 'агрегатное состояние'],
  temperature_c: ['temperature_c', 'температура', 'температура, °c', 'temperature'],
  hazard_class: ['hazard_class', 'класс опасности', 'класс'],
  current_route: ['current_route', 'текущий маршрут', 'обращение', 'куда сейчас', 'текущее обращение', 'current route'],
  disposal_cost: ['disposal_cost', 'стоимость размещения', 'затраты на размещение', 'затраты на утилизацию'],
  price: ['price', 'цена', 'стоимость'],
  currency: ['currency', 'валюта'],
  from: ['from', 'с', 'начало', 'дата начала', 'start', 'valid from'],
  to: ['to', 'по', 'конец', 'дата окончания', 'end', 'valid to'],
  composition: ['composition', 'состав', 'качество', 'требования', 'quality', 'spec'],
  confidential: ['confidential', 'конфиденциально', 'конфиденциальность', 'секретно', 'закрыто'],
} as const satisfies Headers;

export type CompanyColumn = keyof typeof COMPANY_HEADERS;
export type FlowColumn = keyof typeof FLOW_HEADERS;

/** Column of each cell of a header row; undefined = not one of ours. What follows a comma or stands in brackets is not part of the name. */
export function readHeader<C extends string>(
  cells: readonly string[],
  table: Readonly<Record<C, readonly string[]>>,
): (C | undefined)[] {
  const taken = new Set<C>();
  return cells.map((cell) => {
    const names = [plain(cell), plain(cell.replace(TAIL, ''))];
    const column = (Object.keys(table) as C[]).find(
      (key) => !taken.has(key) && table[key].some((word) => names.includes(plain(word))),
    );
    if (column) taken.add(column);
    return column;
  });
}

const TAIL = /\s*(?:,|\().*$/s;

/** What a header says of its column: `т/год` of `Количество, т/год` or `Количество (т/год)`. */
export function headerTail(cell: string): string {
  return (TAIL.exec(cell)?.[0] ?? '').replace(/^[\s,(]+|[\s)]+$/g, '');
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s_.,*№]+/g, ' ')
    .trim();
}
