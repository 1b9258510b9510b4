import { lang } from '../words/index.ts';

/** Towns in Russian and in Latin letters; lon and lat to a hundredth, thousands of inhabitants (rounded), which decides who is named first. */
const TABLE = `Санкт-Петербург|Saint Petersburg|30.32|59.94|5600
Москва|Moscow|37.62|55.75|13000
Хельсинки|Helsinki|24.94|60.17|660
Таллин|Tallinn|24.75|59.44|450
Рига|Riga|24.11|56.95|605
Вильнюс|Vilnius|25.28|54.69|590
Минск|Minsk|27.57|53.90|2000
Стокгольм|Stockholm|18.07|59.33|980
Варшава|Warsaw|21.01|52.23|1860
Берлин|Berlin|13.40|52.52|3700
Осло|Oslo|10.75|59.91|710
Копенгаген|Copenhagen|12.57|55.68|650
Киев|Kyiv|30.52|50.45|2900
Казань|Kazan|49.11|55.79|1300
Нижний Новгород|Nizhny Novgorod|44.00|56.33|1200
Екатеринбург|Yekaterinburg|60.61|56.84|1500
Челябинск|Chelyabinsk|61.40|55.16|1200
Самара|Samara|50.15|53.20|1150
Уфа|Ufa|55.97|54.74|1140
Пермь|Perm|56.25|58.01|1030
Воронеж|Voronezh|39.20|51.67|1050
Волгоград|Volgograd|44.50|48.71|1020
Омск|Omsk|73.37|54.99|1110
Новосибирск|Novosibirsk|82.92|55.03|1630
Тюмень|Tyumen|65.53|57.15|850
Курган|Kurgan|65.34|55.45|300
Шадринск|Shadrinsk|63.63|56.09|67
Магнитогорск|Magnitogorsk|58.98|53.42|410
Оренбург|Orenburg|55.10|51.77|540
Калининград|Kaliningrad|20.51|54.71|490
Мурманск|Murmansk|33.08|68.97|270
Архангельск|Arkhangelsk|40.54|64.54|300
Петрозаводск|Petrozavodsk|34.35|61.79|280
Вологда|Vologda|39.89|59.22|310
Череповец|Cherepovets|37.91|59.13|300
Великий Новгород|Veliky Novgorod|31.27|58.52|220
Псков|Pskov|28.33|57.82|190
Тверь|Tver|35.91|56.86|410
Смоленск|Smolensk|32.05|54.78|320
Ярославль|Yaroslavl|39.87|57.63|570
Рязань|Ryazan|39.74|54.63|520
Тула|Tula|37.62|54.19|460
Липецк|Lipetsk|39.60|52.61|490
Саратов|Saratov|46.03|51.53|900
Ульяновск|Ulyanovsk|48.40|54.31|610
Набережные Челны|Naberezhnye Chelny|52.40|55.74|540
Нижнекамск|Nizhnekamsk|51.81|55.64|240
Альметьевск|Almetyevsk|52.30|54.90|160
Елабуга|Yelabuga|52.06|55.76|74
Зеленодольск|Zelenodolsk|48.50|55.85|100
Билярск|Bilyarsk|50.39|54.98|2
Ростов-на-Дону|Rostov-on-Don|39.72|47.24|1140
Краснодар|Krasnodar|38.98|45.04|1100
Выборг|Vyborg|28.75|60.71|73
Кингисепп|Kingisepp|28.61|59.37|44
Ивангород|Ivangorod|28.22|59.37|9
Сосновый Бор|Sosnovy Bor|29.09|59.90|68
Усть-Луга|Ust-Luga|28.27|59.68|2
Приморск|Primorsk|28.61|60.37|5
Светогорск|Svetogorsk|28.86|61.11|15
Каменногорск|Kamennogorsk|29.13|60.95|6
Кузнечное|Kuznechnoye|29.87|61.15|5
Приозерск|Priozersk|30.13|61.04|18
Всеволожск|Vsevolozhsk|30.65|60.02|90
Гатчина|Gatchina|30.13|59.57|90
Колпино|Kolpino|30.59|59.75|145
Пушкин|Pushkin|30.40|59.72|110
Шушары|Shushary|30.38|59.80|90
Тосно|Tosno|30.88|59.54|36
Кириши|Kirishi|32.02|59.45|50
Волхов|Volkhov|32.34|59.92|43
Сясьстрой|Syasstroy|32.56|60.14|12
Тихвин|Tikhvin|33.54|59.64|55
Пикалёво|Pikalyovo|34.16|59.51|19
Бокситогорск|Boksitogorsk|33.85|59.47|14
Сланцы|Slantsy|28.09|59.12|32
Луга|Luga|29.85|58.74|33
Чудово|Chudovo|31.68|59.12|14
Боровичи|Borovichi|33.91|58.39|47
Старая Русса|Staraya Russa|31.36|57.99|26
Порхов|Porkhov|29.56|57.77|7
Великие Луки|Velikiye Luki|30.52|56.34|85
Невель|Nevel|29.92|56.02|13
Кондопога|Kondopoga|34.27|62.21|28
Сегежа|Segezha|34.31|63.74|24
Костомукша|Kostomuksha|30.59|64.59|30
Пионерский|Pionersky|20.23|54.95|11
Советск|Sovetsk|21.88|55.08|38
Гусев|Gusev|22.20|54.59|28
Черняховск|Chernyakhovsk|21.81|54.63|34
Балтийск|Baltiysk|19.91|54.65|35
Светлый|Svetly|20.14|54.68|21
Тампере|Tampere|23.76|61.50|250
Турку|Turku|22.27|60.45|200
Оулу|Oulu|25.47|65.01|215
Эспоо|Espoo|24.66|60.21|300
Вантаа|Vantaa|25.04|60.29|245
Лахти|Lahti|25.66|60.98|120
Ювяскюля|Jyväskylä|25.75|62.24|145
Куопио|Kuopio|27.68|62.89|122
Пори|Pori|21.80|61.49|83
Лаппеенранта|Lappeenranta|28.19|61.06|72
Иматра|Imatra|28.78|61.17|25
Котка|Kotka|26.95|60.47|51
Хамина|Hamina|27.20|60.57|20
Коувола|Kouvola|26.70|60.87|79
Порвоо|Porvoo|25.66|60.39|51
Харьявалта|Harjavalta|22.14|61.31|7
Раахе|Raahe|24.48|64.68|24
Миккели|Mikkeli|27.27|61.69|52
Варкаус|Varkaus|27.87|62.31|20
Йоэнсуу|Joensuu|29.76|62.60|77
Нарва|Narva|28.19|59.38|53
Силламяэ|Sillamäe|27.77|59.40|12
Кохтла-Ярве|Kohtla-Järve|27.27|59.40|33
Кунда|Kunda|26.53|59.50|3
Раквере|Rakvere|26.36|59.35|15
Тарту|Tartu|26.72|58.38|95
Пярну|Pärnu|24.50|58.39|40
Маарду|Maardu|25.02|59.48|16
Валмиера|Valmiera|25.42|57.54|23
Саласпилс|Salaspils|24.35|56.86|18
Елгава|Jelgava|23.71|56.65|55
Лиепая|Liepāja|21.01|56.51|67
Вентспилс|Ventspils|21.56|57.39|33
Даугавпилс|Daugavpils|26.54|55.87|79
Броцены|Brocēni|22.57|56.68|3
Клайпеда|Klaipėda|21.14|55.71|155
Каунас|Kaunas|23.90|54.90|300
Шяуляй|Šiauliai|23.32|55.93|108
Паневежис|Panevėžys|24.36|55.73|88
Витебск|Vitebsk|30.20|55.19|360
Полоцк|Polotsk|28.79|55.49|80
Гродно|Grodno|23.83|53.68|360
Гданьск|Gdańsk|18.65|54.35|485
Щецин|Szczecin|14.55|53.43|390
Гётеборг|Gothenburg|11.97|57.71|600
Евле|Gävle|17.14|60.67|78
Сундсвалль|Sundsvall|17.31|62.39|58
Лулео|Luleå|22.16|65.58|49
Гамбург|Hamburg|9.99|53.55|1850
Росток|Rostock|12.10|54.09|210`;

export interface Town {
  readonly ru: string;
  readonly en: string;
  readonly lon: number;
  readonly lat: number;
  readonly thousands: number;
}

/** The most populous first. */
export const TOWNS: readonly Town[] = TABLE.split('\n')
  .map((line) => line.split('|'))
  .map(([ru, en, lon, lat, thousands]) => ({ ru: ru!, en: en!, lon: +lon!, lat: +lat!, thousands: +thousands! }))
  .sort((a, b) => b.thousands - a.thousands);

const known = new Map<string, Town>();
for (const town of TOWNS) {
  known.set(plain(town.ru), town);
  known.set(plain(town.en), town);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').normalize('NFD').replace(/\p{M}/gu, '');
}

/** BGN/PCGN without its special cases. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  'а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

function inLatin(name: string): string {
  return name.replace(/[а-яё]/gi, (letter) => {
    const small = LATIN[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? small : small.charAt(0).toUpperCase() + small.slice(1);
  });
}

/** A town's name in the page's language: from the table, else in the page's letters where these can be told. */
export function townName(name: string): string {
  const [, bare, rest] = /^([^(]*[^(\s])(\s*\(.*\))?$/.exec(name) ?? [];
  const town = bare === undefined ? undefined : known.get(plain(bare));
  const tail = rest === undefined ? '' : lang.value === 'en' ? inLatin(rest) : rest;
  if (town) return `${town[lang.value]}${tail}`;
  return lang.value === 'en' ? inLatin(name) : name;
}
