/** What stands between two trades of one name. A stroke joins two languages as often as two trades. */
const BETWEEN = /\s*[,;:+&()]\s*|\s+(?:and|with|plus|und|mit|et|og|och|ja|и|с|со)\s+|(?<=[а-яё]о)-(?=[а-яё]{5})/giu;
const RUSSIAN = /[а-яё]/i;

/**
 * The parts of a name that tells several trades, each with the word that they share: "Cement and Lime Works" is "Cement Works" and "Lime Works",
 * "Завод цемента и извести" "Завод цемента" and "Завод извести". One part: the name tells but one trade.
 */
export function partsOfName(name: string): readonly string[] {
  const parts = name
    .split(BETWEEN)
    .map((part) => part.trim().split(/\s+/).filter(Boolean))
    .filter(({ length }) => length > 0);
  const shares = RUSSIAN.test(name) ? parts[0] : parts.at(-1);
  const shared = shares && shares.length > 1 ? (RUSSIAN.test(name) ? shares[0] : shares.at(-1)) : undefined;
  return parts.map((words) => {
    if (words.length > 1 || shared === undefined) return words.join(' ');
    return RUSSIAN.test(name) ? `${shared} ${words[0]}` : `${words[0]} ${shared}`;
  });
}

const QUOTED = /[«“„"]([^»”"]*)[»”"]/gu;

/** A name with what stands beside its brand in front: of «Мерси Трейд» свиноводческий комплекс the words outside the quotes tell what it does. */
export function brandsLast(name: string): string {
  const brands = [...name.matchAll(QUOTED)].map(([, brand]) => brand);
  return brands.length === 0 ? name : [name.replaceAll(QUOTED, ' '), ...brands].join(' ').trim();
}
