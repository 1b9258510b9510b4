import type { Direction, Mode, RouteKind, Visibility } from '../domain/index.ts';
import { foldLookalikes } from './measure-units.ts';

/** Lower-case words people write into a cell, and what they mean; the first that fits holds. */
export type Words<T> = readonly (readonly [RegExp, T])[];

export const MODES: Words<Mode> = [
  [/^(road|truck|авто|автотранспорт|автомобильн\S*|дорога)$/, 'road'],
  [/^(rail|railway|ж\/?д|железнодорожн\S*|железная)$/, 'rail'],
  [/^(sea|ship|port|море|водный|морской|порт|река)$/, 'sea'],
  [/^(pipe|pipeline|труба|трубопровод\S*)$/, 'pipe'],
];

export const DIRECTIONS: Words<Direction> = [
  [
    /^(output|outputs|out|have|offer|supply|give|выход|выходной|имею|имеем|отход|отходы|отда[её]м|отдаю|есть|предлагаю|предложение|побочный продукт)$/,
    'output',
  ],
  [
    /^(input|inputs|in|need|want|demand|take|вход|входной|нужно|нужен|нужна|нужны|потребность|бер[её]м|приму|принимаем|требуется|спрос|сырь[её]|могу принять)$/,
    'input',
  ],
];

export const VISIBILITIES: Words<Visibility> = [
  [/^(public|open|открыт\S*|всем|публичн\S*)$/, 'public'],
  [/^(partners?|партн[её]рам|партн[её]ры)$/, 'partners'],
  [/^(private|closed|закрыт\S*|никому|скрыт\S*)$/, 'private'],
];

export const YES_NO: Words<boolean> = [
  [/^(1|да|yes|true|y|д|истина|x|\+)$/, true],
  [/^(0|нет|no|false|n|н|ложь)$/, false],
];

const CLASSES: Readonly<Record<string, number>> = { 1: 1, i: 1, 2: 2, ii: 2, 3: 3, iii: 3, 4: 4, iv: 4, 5: 5, v: 5 };

/** Russian hazard class 1..5 of `IV`, `4`, `IV класс`, `класс опасности 4`; undefined when it is none. */
export function readHazardClass(text: string): number | undefined {
  const bare = text
    .toLowerCase()
    .replace(/класса?|опасности|class|hazard/g, '')
    .replace(/[\s.:-]+/g, '');
  return CLASSES[foldLookalikes(bare)];
}

const ROUTES: Words<RouteKind> = [
  [
    /полигон|отвал|захорон|свалк|landfill|kaatopaikka|dump|tip(?!\p{L})|шламохранилищ|хвостохранилищ|золоотвал|площадк|ash field|лагун|prügila|poligon/u,
    'landfill',
  ],
  [/накопл|хранен|склад|varasto|storage|stock|резервуар/u, 'storage'],
  [/канализац|стоки|(?<!\p{L})сток|водоём|водоем|в реку|sewer|drain|поля фильтрац|viemäri/u, 'sewer'],
  [/атмосфер|сброс|градирн|(?<!\p{L})air|vent|факел|flare|cooling tower|выброс/u, 'air'],
  [/сжиг|котел|кот[её]л|инсинерац|incinerat|burn|кремац|poltto/u, 'incineration'],
  [
    /обезвреж|регенерац|treatment|treated|утилиз|рендеринг|переработ|recycl|recover|резерв|hyötykäyttö|компост/u,
    'treatment',
  ],
  [/прода[жюё]|продукт|заготовител|sold|sale|export|возврат|сдача|сда[её]м|корм|поля|field|farm|ферм/u, 'sold'],
];

/** What a person's words for the present route mean. Of several that are named the worst counts: placement first. */
export function routeKindOf(text: string): RouteKind {
  const lower = text.toLowerCase();
  return ROUTES.find(([words]) => words.test(lower))?.[1] ?? 'unknown';
}
