import { lang } from './index.ts';

/** ISO 3166-2 codes of the countries that the demo's kind of region spans: Russian name|English name. Others are shown as they are. */
const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  `RU-AD Адыгея|Adygea
RU-AL Республика Алтай|Altai Republic
RU-ALT Алтайский край|Altai Krai
RU-AMU Амурская область|Amur Oblast
RU-ARK Архангельская область|Arkhangelsk Oblast
RU-AST Астраханская область|Astrakhan Oblast
RU-BA Башкортостан|Bashkortostan
RU-BEL Белгородская область|Belgorod Oblast
RU-BRY Брянская область|Bryansk Oblast
RU-BU Бурятия|Buryatia
RU-CE Чечня|Chechnya
RU-CHE Челябинская область|Chelyabinsk Oblast
RU-CHU Чукотка|Chukotka
RU-CU Чувашия|Chuvashia
RU-DA Дагестан|Dagestan
RU-IN Ингушетия|Ingushetia
RU-IRK Иркутская область|Irkutsk Oblast
RU-IVA Ивановская область|Ivanovo Oblast
RU-KAM Камчатский край|Kamchatka Krai
RU-KB Кабардино-Балкария|Kabardino-Balkaria
RU-KC Карачаево-Черкесия|Karachay-Cherkessia
RU-KDA Краснодарский край|Krasnodar Krai
RU-KEM Кемеровская область|Kemerovo Oblast
RU-KGD Калининградская область|Kaliningrad Oblast
RU-KGN Курганская область|Kurgan Oblast
RU-KHA Хабаровский край|Khabarovsk Krai
RU-KHM Ханты-Мансийский округ|Khanty-Mansi Okrug
RU-KIR Кировская область|Kirov Oblast
RU-KK Хакасия|Khakassia
RU-KL Калмыкия|Kalmykia
RU-KLU Калужская область|Kaluga Oblast
RU-KO Коми|Komi
RU-KOS Костромская область|Kostroma Oblast
RU-KR Карелия|Karelia
RU-KRS Курская область|Kursk Oblast
RU-KYA Красноярский край|Krasnoyarsk Krai
RU-LEN Ленинградская область|Leningrad Oblast
RU-LIP Липецкая область|Lipetsk Oblast
RU-MAG Магаданская область|Magadan Oblast
RU-ME Марий Эл|Mari El
RU-MO Мордовия|Mordovia
RU-MOS Московская область|Moscow Oblast
RU-MOW Москва|Moscow
RU-MUR Мурманская область|Murmansk Oblast
RU-NEN Ненецкий округ|Nenets Okrug
RU-NGR Новгородская область|Novgorod Oblast
RU-NIZ Нижегородская область|Nizhny Novgorod Oblast
RU-NVS Новосибирская область|Novosibirsk Oblast
RU-OMS Омская область|Omsk Oblast
RU-ORE Оренбургская область|Orenburg Oblast
RU-ORL Орловская область|Oryol Oblast
RU-PER Пермский край|Perm Krai
RU-PNZ Пензенская область|Penza Oblast
RU-PRI Приморский край|Primorsky Krai
RU-PSK Псковская область|Pskov Oblast
RU-ROS Ростовская область|Rostov Oblast
RU-RYA Рязанская область|Ryazan Oblast
RU-SA Якутия|Yakutia
RU-SAK Сахалинская область|Sakhalin Oblast
RU-SAM Самарская область|Samara Oblast
RU-SAR Саратовская область|Saratov Oblast
RU-SE Северная Осетия|North Ossetia
RU-SMO Смоленская область|Smolensk Oblast
RU-SPE Санкт-Петербург|Saint Petersburg
RU-STA Ставропольский край|Stavropol Krai
RU-SVE Свердловская область|Sverdlovsk Oblast
RU-TA Татарстан|Tatarstan
RU-TAM Тамбовская область|Tambov Oblast
RU-TOM Томская область|Tomsk Oblast
RU-TUL Тульская область|Tula Oblast
RU-TVE Тверская область|Tver Oblast
RU-TY Тыва|Tuva
RU-TYU Тюменская область|Tyumen Oblast
RU-UD Удмуртия|Udmurtia
RU-ULY Ульяновская область|Ulyanovsk Oblast
RU-VGG Волгоградская область|Volgograd Oblast
RU-VLA Владимирская область|Vladimir Oblast
RU-VLG Вологодская область|Vologda Oblast
RU-VOR Воронежская область|Voronezh Oblast
RU-YAN Ямало-Ненецкий округ|Yamalo-Nenets Okrug
RU-YAR Ярославская область|Yaroslavl Oblast
RU-YEV Еврейская область|Jewish Oblast
RU-ZAB Забайкальский край|Zabaykalsky Krai
FI-01 Аландские острова|Åland
FI-02 Южная Карелия|South Karelia
FI-03 Южная Остроботния|South Ostrobothnia
FI-04 Южное Саво|South Savo
FI-05 Кайнуу|Kainuu
FI-06 Канта-Хяме|Kanta-Häme
FI-07 Центральная Остроботния|Central Ostrobothnia
FI-08 Центральная Финляндия|Central Finland
FI-09 Кюменлааксо|Kymenlaakso
FI-10 Лапландия|Lapland
FI-11 Пирканмаа|Pirkanmaa
FI-12 Остроботния|Ostrobothnia
FI-13 Северная Карелия|North Karelia
FI-14 Северная Остроботния|North Ostrobothnia
FI-15 Северное Саво|North Savo
FI-16 Пяйят-Хяме|Päijät-Häme
FI-17 Сатакунта|Satakunta
FI-18 Уусимаа|Uusimaa
FI-19 Исконная Финляндия|Southwest Finland
EE-37 Харьюмаа|Harju
EE-39 Хийумаа|Hiiu
EE-45 Ида-Вирумаа|Ida-Viru
EE-50 Йыгевамаа|Jõgeva
EE-52 Ярвамаа|Järva
EE-56 Ляэнемаа|Lääne
EE-60 Ляэне-Вирумаа|Lääne-Viru
EE-64 Пылвамаа|Põlva
EE-68 Пярнумаа|Pärnu
EE-71 Рапламаа|Rapla
EE-74 Сааремаа|Saare
EE-79 Тартумаа|Tartu
EE-81 Валгамаа|Valga
EE-84 Вильяндимаа|Viljandi
EE-87 Вырумаа|Võru
LV-RIX Рига|Riga
LV-DGV Даугавпилс|Daugavpils
LV-JEL Елгава|Jelgava
LV-LPX Лиепая|Liepāja
LV-VEN Вентспилс|Ventspils
LV-088 Саласпилсский край|Salaspils
LV-113 Валмиерский край|Valmiera
LT-AL Алитусский уезд|Alytus
LT-KL Клайпедский уезд|Klaipėda
LT-KU Каунасский уезд|Kaunas
LT-MR Мариямпольский уезд|Marijampolė
LT-PN Паневежский уезд|Panevėžys
LT-SA Шяуляйский уезд|Šiauliai
LT-TA Таурагский уезд|Tauragė
LT-TE Тельшяйский уезд|Telšiai
LT-UT Утенский уезд|Utena
LT-VL Вильнюсский уезд|Vilnius
BY-BR Брестская область|Brest Region
BY-HM Минск|Minsk
BY-HO Гомельская область|Gomel Region
BY-HR Гродненская область|Grodno Region
BY-MA Могилёвская область|Mogilev Region
BY-MI Минская область|Minsk Region
BY-VI Витебская область|Vitebsk Region`
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
);

/** A region's name in the page's language; the code or name given where none is known. */
export function regionName(code: string): string {
  if (code === '?') return '—';
  const names = NAMES[code]?.split('|');
  return names?.[lang.value === 'ru' ? 0 : 1] ?? code;
}
