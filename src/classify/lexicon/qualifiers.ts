/** How a thing is; `@axis+` and `@axis-` are opposites that exclude each other, and a negated one is its opposite. */
export const QUALIFIERS = `
spent @worn+ #light : отработан*, отработав*, отработка, использован*, изношен*, бывш*, бу, утративш*, негодн*, отслуж*, вышедш*, старый, старая, старые, старых, потерявш*, утил, устаревш* | spent, used, waste-used, end-of-life, eol, worn, old, exhausted, discarded, post-consumer, worn-out, scrapped, second-hand, end of life, life-expired, obsolete
clean @clean+ #light : чист*, незагрязнен*, безпримес*, беспримес* | clean, pure, uncontaminated, unpolluted, unsoiled, virgin, untainted
contaminated @clean- #light : загрязнен*, загрязнён*, грязн*, замазуч*, заражен* | contaminated, polluted, dirty, tainted, soiled
oily @oily+ < oil : замаслен*, промаслен*, маслян*, нефтезагрязн*, нефтесодерж*, маслосодерж* | oily, oil-contaminated, oiled, oil contaminated
nonoily @oily- : незамаслен*, обезмаслен*, обезжирен* | non-oily, degreased, deoiled, oil-free
neutralised @neutral+ : нейтрализован*, нейтральн* | neutralised, neutralized, neutral
unneutralised @neutral- : ненейтрализован* | unneutralised, unneutralized, non-neutralised, raw acidic, acidic
neutralisation @neutral+ : нейтрализац*, нейтрализации, нейтрализующ* | neutralisation, neutralization, neutralising, neutralizing
dry @wet- #soft : сух*, высушен*, сухоотобран*, обезвоженная сух* | dry, dried
wet @wet+ #light : влажн*, мокр*, сырой, сырая | wet, moist
ponded @wet+ < wet : гидроудален*, гидрозолоудален*, золоотвал*, гзу | ponded, hydraulically removed, hydraulic removal, lagooned, lagoon, ash pond, pond, hydraulically
dewatered #light : обезвожен*, отжат*, прессован* | dewatered, pressed, thickened
halogenated @halogen+ : галоген*, хлорирован*, хлор, хлора, хлорорган*, хлорсодерж*, галоидирован* | halogenated, halogens, halogen, chlorinated, chlorine, halogen-containing
nonhalogenated @halogen- : безгалоген*, негалогенирован*, нехлорирован* | non-halogenated, nonhalogenated, halogen-free, non-chlorinated, halogen free
sorted @sorted+ #light : сортирован*, отсортирован*, рассортирован* | sorted, segregated, separated
unsorted @sorted- #light : несортирован*, смешанн* , неотсортирован* | unsorted, mixed, assorted, unsegregated, ungraded
hazardous @hazard+ : опасн*, токсичн*, ядовит* | hazardous, dangerous, toxic
nonhazardous @hazard- #light : неопасн*, малоопасн*, практически неопасн*, нетоксичн* | non-hazardous, nonhazardous, non-toxic, inert, harmless
mineral @mineraloil+ #light : минеральн* | mineral
petroleum @mineraloil+ < mineral : нефт*, углеводород* | petroleum, hydrocarbon, hydrocarbons, crude, petroleum-based
edible @mineraloil- : пищев*, съедобн* | edible, food, food-grade, foodstuff, foodstuffs, comestible
vegetable @mineraloil- : раститель* | vegetable, plant-based, plant derived
fryer @mineraloil- < edible : фритюр* | frying, fryer, cooking
fresh #light : свеж* | fresh
cleaning #light : очистк*, чистк*, улавлив*, газоочист* | cleaning, clean-up, cleanup, purification, collected, captured, arrested
excess #light : сбрасываем*, избыт*, избыточн*, сбросн*, излишн* | surplus, excess, spare, unused
saturated #light : насыщен*, перегрет* | saturated, superheated
inedible #light : непищев*, несъедобн* | inedible, non-food
low-temperature #light : низкотемпературн* | low temperature, low-temperature, low grade
low-sulphur #light :  | low-sulphur, low sulphur, low-sulfur, low sulfur, ultra-low sulphur
sheet #light : лист, листы, листов, листовой, листовая | sheet, sheets
settling #light : отстойник*, отстаив* | settling, settling tank, settling tanks, clarifier, clarifiers
treatment #light : обезврежив* | treatment, treating
raw #light : сырые, сырье | raw, crude, untreated, unprocessed
treated #light : обработан*, очищен*, промыт* | treated, cleaned, washed, purified
recycled #light : вторичн*, переработан*, повторно перераб*, регенерирован*, восстановлен*, рецикл* | recycled, recycling, reclaimed, recovered, regenerated, reprocessed, processed
mechanical #light : механическ* | mechanical, mechanically
laboratory : лаборатор* | laboratory, lab, borosilicate
technical #light : техническ*, технич | technical, technological
liquid #light : жидк*, текуч* | liquid, liquids, fluid
solid #light : тверд* | solid, solids
coarse #light : крупн*, кусков*, комов* | coarse, lumpy, lump, lumps, large
fine #light : мелк*, тонк* | fine, small
hot #light : горяч*, теплая, теплой, нагрет* | hot, warm
strong #light : прочн*, высокопрочн* | strong, high-strength, hard
anhydrous #light : безводн* | anhydrous
weathered #light : выветрел*, вылежал*, вылежк* | weathered, weathering, matured, stockpiled
vented #generic : | vented, vent, emitted, released, flared, otherwise flared
loose #light : рыхл*, сыпуч* | loose, bulk
extent #generic : полностью, частично | fully, partly, partially, highly, rich, poor
chopped #light : | chipped, chopped, shredded
bound #light : гранулирован*, брикетир* | pelletised, briquetted, pelleted
coloured #light : цветн* , окрашен*, крашен* | coloured, colored, painted
transparent #light : прозрачн*, бесцветн* | transparent, clear, colourless
foodgrade : пищевого качества, пищевая чистота | food-grade, food grade, beverage grade
`;
