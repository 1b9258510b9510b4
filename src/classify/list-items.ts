/** One thing of a list, in the words that it may be meant by: its own first, then with those that it shares with the others. */
export interface Item {
  readonly texts: readonly string[];
  /** With the shape that the last thing has, where it may share it: "bottom ash" of "bottom and fly ash". */
  readonly shaped?: string;
  /** Stands behind "and", not only behind a comma: what follows a comma may as well describe what stands before it. */
  readonly joined: boolean;
}

/** Words that say what shape a thing has: "slag", "ash", "scrap". */
export interface Shapes {
  /** One of the words is a shape. */
  has(text: string): boolean;
  /** None of the words tells more than a shape. */
  isBare(text: string): boolean;
  /** The word is scrap, which is kept apart by kind; ash or sludge of two kinds is one flow. */
  isScrap(word: string): boolean;
}

const LIST = /[,;+&\n•]|(?<!\p{L})(?:and|plus|as well as|и|а также|und|och|og|et)(?!\p{L})/iu;
const CLAUSES = /\s*[;\n•]\s*|\s\+\s/;
const ITEMS = /\s*,(?!\d)\s*(?:(?:and|и)\s+)?|\s+(?:and|&|plus|as well as|и|а также|und|och|og|et)\s+/iu;
const JOIN = /\s(?:and|&|plus|as well as|и|а также|und|och|og|et)\s/iu;
/** Words of one flow that nobody takes apart, and those behind which stands what it holds. */
const ONE_FLOW =
  /(?<!\p{L})(?:mix\p{L}*|blend\p{L}*|emulsi\p{L}*|suspension|contaminated|soiled|polluted|contain\p{L}*|including|such as|with|without|free of|other|excluding|except|смес\p{L}*|смеш\p{L}*|эмульси\p{L}*|суспенз\p{L}*|загрязн\p{L}*|содерж\p{L}*|\p{L}*содержащ\p{L}*|включая|в том числе|кроме|проч\p{L}*|ины[ех]|с|со|без)(?!\p{L})|:/iu;
/** Behind one of these "and" joins what a thing comes from or is for: "sludge from dairies and breweries" is one. */
const WHENCE = /(?<!\p{L})(?:from|of|for|in|after|by|at|to|when|that|от|из|для|при|после|на|по|котор\p{L}*)(?!\p{L})/iu;
const RUSSIAN = /[а-яё]/i;
const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его)$/i;

const isWorded = (text: string): boolean => /\p{L}{2}/u.test(text);

/** One word that describes ("ртутные"). */
export const isAdjective = (text: string): boolean => /^[а-яё-]+$/i.test(text) && ADJECTIVE.test(text);

/** Whether a text may name several things. */
export const isList = (text: string): boolean => LIST.test(text);

/** The things that a text lists; fewer than two when it names one. */
export function itemsOf(text: string, shapes: Shapes): readonly Item[] {
  if (!isList(text)) return [];
  const clauses: string[] = [];
  for (const clause of withoutAsides(text).split(CLAUSES).filter(isWorded)) {
    if (clauses.length > 0 && clause.search(WHENCE) === 0) clauses[clauses.length - 1] += ` ${clause}`;
    else clauses.push(clause.trim());
  }
  return clauses.flatMap((clause) => itemsOfClause(clause, shapes, clauses.length > 1));
}

/** What stands in brackets tells of one thing: nothing in it ends an item. */
const withoutAsides = (text: string): string =>
  text.replaceAll(/\([^()]*\)/g, (aside) => aside.replaceAll(/[,;+&:\n]|\s(?:and|и)\s/gu, ' '));

function itemsOfClause(clause: string, shapes: Shapes, isApart: boolean): readonly Item[] {
  if (ONE_FLOW.test(clause)) return [{ texts: [clause], joined: isApart }];
  const whence = clause.search(WHENCE);
  const told = whence < 0 ? clause : clause.slice(0, whence).trim();
  const tail = whence < 0 ? '' : ` ${clause.slice(whence)}`;
  const things = told.split(ITEMS).filter(isWorded);
  if (things.length < 2) return [{ texts: [clause], joined: isApart }];
  const joined = isApart || JOIN.test(told);
  return things.map((thing, i) => {
    const isLast = i === things.length - 1;
    const shared = sharing(things, i, shapes);
    const own = isLast ? thing + tail : thing;
    // of what is but the scrap of it, the name says less than both
    const isOfScrap = i > 0 && RUSSIAN.test(thing) && shapes.isScrap(words(things[0]!)[0]!);
    const texts = isOfScrap ? [...shared, own] : [own, ...shared];
    if (tail && !isLast) texts.push(thing + tail);
    const shape = words(things.at(-1)!).slice(1).at(-1);
    const isShaped = !isLast && shape !== undefined && shapes.has(shape) && !shapes.has(thing);
    if (!isShaped || RUSSIAN.test(thing)) return { texts, joined };
    const shaped = `${thing} ${shape}`;
    return shapes.isScrap(shape) ? { texts: [...texts, shaped], joined } : { texts, shaped, joined };
  });
}

/** A thing with words of its neighbours: "blast furnace" of "blast furnace slag and dust", «лом» of «лом меди и свинца». */
function sharing(things: readonly string[], i: number, shapes: Shapes): string[] {
  const thing = things[i]!;
  const first = words(things[0]!);
  const shared: string[] = [];
  if (RUSSIAN.test(thing)) {
    const isShared = shapes.isScrap(first[0]!) || (ADJECTIVE.test(first[0]!) && shapes.isBare(thing));
    if (i > 0 && first.length > 1 && isShared) shared.push(`${first[0]} ${thing}`);
    const next = words(things[i + 1] ?? '');
    if (ADJECTIVE.test(thing) && next.length > 1) shared.push(`${thing} ${next.at(-1)}`);
    return shared;
  }
  if (i > 0 && first.length > 1 && shapes.isBare(thing)) shared.push(`${first.slice(0, -1).join(' ')} ${thing}`);
  return shared;
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
