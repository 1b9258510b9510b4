import type { CompanyColumn, FlowColumn } from './headers.ts';

type Lang = 'ru' | 'en';

/** What each column is for, in the template's help. */
export const COMPANY_HELP: Readonly<Record<CompanyColumn, Readonly<Record<Lang, string>>>> = {
  id: { ru: 'Нужен. Ваш код предприятия, без пробелов: K17', en: 'Needed. Your id of the company, no spaces: K17' },
  site_id: {
    ru: 'Код площадки, если их несколько: по строке на площадку',
    en: 'Id of the site where there are several: one row a site',
  },
  name: { ru: 'Нужно. Название предприятия', en: 'Needed. Name of the company' },
  country: { ru: 'Код или название страны: RU, Финляндия', en: 'Code or name of the country: RU, Finland' },
  region: { ru: 'Код ISO 3166-2 или название: RU-LEN', en: 'ISO 3166-2 code or name: RU-LEN' },
  town: { ru: 'Населённый пункт', en: 'Town' },
  lat: {
    ru: 'Широта в градусах: 59,742. Без места расстояние не считается',
    en: 'Latitude in degrees: 59.742. Without a place there is no distance',
  },
  lon: { ru: 'Долгота в градусах: 30,600', en: 'Longitude in degrees: 30.600' },
  nace: {
    ru: 'Вид деятельности NACE: 23.51; несколько — главный первым: 24.10; 19.10',
    en: 'Activity by NACE: 23.51; several, the main one first: 24.10; 19.10',
  },
  okved: {
    ru: 'Вид деятельности ОКВЭД 2: 23.51, один или несколько',
    en: 'Activity by OKVED 2: 23.51, one or several',
  },
  modes: {
    ru: 'Транспорт площадки через запятую: авто, ж/д, море, труба',
    en: 'Transport of the site, comma-separated: road, rail, sea, pipe',
  },
  employees: { ru: 'Численность работников', en: 'Number of employees' },
  visibility: { ru: 'Кому видно: открыто, партнёрам, закрыто', en: 'Who sees it: public, partners, private' },
};

export const FLOW_HELP: Readonly<Record<FlowColumn, Readonly<Record<Lang, string>>>> = {
  id: { ru: 'Нужен. Ваш код потока, без пробелов: П1', en: 'Needed. Your id of the flow, no spaces: F1' },
  company_id: { ru: 'Нужен. Код предприятия с первого листа', en: 'Needed. Id of the company on the first sheet' },
  site_id: { ru: 'Код площадки, если их несколько', en: 'Id of the site where there are several' },
  direction: {
    ru: 'Нужно. имею = отдаём, нужно = можем принять',
    en: 'Needed. output = given off, input = could be taken in',
  },
  description: {
    ru: 'Описание своими словами (или хотя бы один код)',
    en: 'Description in your words (or at least one code)',
  },
  material: {
    ru: 'Код материала базы знаний, если известен',
    en: 'Id of the material in the knowledge base, where known',
  },
  ewc: {
    ru: 'Европейский перечень отходов: 10 01 02, опасные с *',
    en: 'European list of waste: 10 01 02, hazardous ones with *',
  },
  fkko: { ru: 'ФККО, 11 цифр', en: 'FKKO, 11 digits' },
  cpa: { ru: 'Код продукции CPA', en: 'Product code CPA' },
  okpd2: { ru: 'Код продукции ОКПД 2', en: 'Product code OKPD 2' },
  hs: { ru: 'Код ТН ВЭД', en: 'Customs code HS' },
  quantity: { ru: 'Количество за период; можно оставить пустым', en: 'Quantity a period; may stay empty' },
  unit: { ru: 'Единица: т, кг, МВт·ч, Гкал, ГДж, м3, л, шт.', en: 'Unit: t, kg, MWh, Gcal, GJ, m3, l, pcs' },
  period: { ru: 'Период; пусто = год', en: 'Period; empty = year' },
  state: { ru: 'Состояние: твёрдое, жидкое, газ ...', en: 'State: solid, liquid, gas ...' },
  temperature_c: { ru: 'Температура, °C', en: 'Temperature, °C' },
  hazard_class: { ru: 'Класс опасности I-V', en: 'Russian hazard class I-V' },
  current_route: {
    ru: 'Куда идёт сейчас: полигон, накопление, продажа ...',
    en: 'Where it goes now: landfill, storage, sold ...',
  },
  disposal_cost: { ru: 'Затраты на размещение за единицу количества', en: 'Cost of disposal per unit of quantity' },
  price: { ru: 'Цена за единицу количества', en: 'Price per unit of quantity' },
  currency: { ru: 'Валюта затрат и цены', en: 'Currency of cost and price' },
  from: { ru: 'Действует с даты: 01.03.2026', en: 'Valid from: 2026-03-01' },
  to: { ru: 'Действует по дату', en: 'Valid to' },
  composition: {
    ru: 'Через запятую «показатель знак значение единица»: ППП 1.5 %, фенол<0.5 мг/кг. У спроса это требования',
    en: 'Comma-separated "parameter sign value unit": LOI 1.5 %, phenol<0.5 mg/kg. Of a demand these are limits',
  },
  confidential: { ru: 'да = не попадает в выгрузки', en: 'yes = left out of exports' },
};

export const PREFACE: Readonly<Record<Lang, readonly string[]>> = {
  ru: [
    'Лист «companies»: строка — предприятие (или его площадка). Лист «flows»: строка — то, что предприятие отдаёт или может принять.',
    'Количество, место и цена могут быть неизвестны: это снижает уверенность, но не мешает подбору. Листы «справка» и «списки» не читаются.',
  ],
  en: [
    'Sheet "companies": a row is a company (or one of its sites). Sheet "flows": a row is what a company gives off or could take in.',
    'Quantity, place and price may be unknown: that lowers the confidence and prevents no match. Sheets "help" and "lists" are not read.',
  ],
};
