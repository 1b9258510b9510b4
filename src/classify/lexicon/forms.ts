/**
 * What a thing is by its shape or physical kind, and words that say nothing by themselves.
 * A line: `concept < broader #mark : Russian words | English words`; `*` ends a beginning of a word.
 */
export const FORMS = `
waste #generic : отход*, мусор* | waste, wastes, refuse
residue #generic : остаток, остатки, остаточн* | residue, residues, residual, residuals, remains
by-product #generic : побочн*, вторичн*, вторсырье | by-product, by-products, byproduct, byproducts, secondary, side stream, coproduct, co-product
product #generic : продукт*, продукц*, материал*, сырье, сырьев*, изделие, изделия, вещество, вещества | product, products, material, materials, feedstock, article, articles, item, items, goods, substance, substances, stuff
reuse #generic : повторн*, утилизац*, использовани*, назначени* | reuse, re-use, utilisation, utilization, use
production #generic : производств*, производим*, делопроизводств*, переработк*, обработк*, изготовлен*, получен*, образован*, образующ*, предприят*, завод*, процесс*, цех*, технологич*, промышлен*, комбинат*, фабрик*, комплекс, комплекса, комплексы, станция, станции, станций, установка, установки, установок | production, producing, processing, process, manufacture, manufacturing, manufactured, produced, making, make, made, preparation, plant, plants, works, factory, industry, industrial, generated, arising, mill, facility, facilities, site, unit, operations
company #generic : компани*, фирм*, холдинг*, корпораци*, концерн*, групп*, производител*, поставщик*, оператор* | company, companies, firm, firms, group, holding, corporation, producer, producers, manufacturer, manufacturers, maker, makers, supplier, suppliers, operator, operators
other #generic : проч*, ины*, различн*, разн*, всяк*, обычн*, вид, виды, тип, типа, разнородн* | other, others, various, different, mixed, miscellaneous, typical, kind, type, types, general, common
otherwise #generic : содержащ*, содержан*, составе, виде, форме, после, при, от, включая, преимущ*, прошедш*, подверг*, имеющ*, бывавш*, основной, основная | containing, content, mainly, including, based, bearing, after, during, consisting, form, contain, contains, passed, subjected, been, having
contained-state #generic : собранн*, накоплен*, хранен* | collected, accumulated, stored
ton #generic : т, тонн*, год, фракц*, мешан*, марк*, сорт*, класс*, категор* | t, tonne, tonnes, ton, tons, year, annum, fraction, grade, grades, class, category, quality
stream #generic : источник*, поток* | source, sources, stream, streams, flow, flows, batch, batches
mixture #light : смесь, смеси, смесей, масса, массы | mixture, mixtures, mix, blend
fluff #light : | fluff
sweepings #light : смётки, просып*, россып* | sweepings, floor sweepings, spillage, spillages, spilled, spilt
regrind #light : | regrind, regrinds, reground, flake, flakes, lump, lumps
removal #generic : удален*, извлечен*, снят*, вывоз* | removal, removed, extracted, removing, disposal, left, remaining, left over, leaving, soaked, added
ash #form : зола, зольн*, пепел | ash, ashes
cinder < ash #form : огарк*, огарок, огарков | cinder, cinders
fly-ash < ash #form : летучая зола, зола унос, зола уноса, унос*, зола улавливан*, зола электрофильтр* | fly ash, fly ashes, flyash, pulverised fuel ash, pulverized fuel ash, pfa, fly-ash, pulverised ash
bottom-ash < ash #form : донная зола, подовая зола, зола подовая, колосников*, зольный остаток | bottom ash, bottom ashes, grate ash, bed ash, furnace bottom ash, fba
ash-slag < ash, slag #form : золошлак*, зшо, зшм, зшс, шлакозол* | ash and slag, ash-slag, ponded ash, pond ash, lagoon ash
slag #form : шлак* | slag, slags, clinker slag
dross < slag #form : дросс*, изгар*, съемы, съем | dross, drosses, skimmings, skimming
dust #form : пыль, пыли, пылью, пылев*, пыл | dust, dusts, fines from filters, particulate, particulates
sludge #form : шлам*, осадок, осадка, осадки, ил, ила, илы, илов*, кек, кека, кеки, илистый, шламов*, седимент | sludge, sludges, filter cake, filter-cake, sediment, sediments, filtercake, settled solids
mud < sludge #form : грязь, грязи | mud, muds
slurry < sludge #form : суспенз*, пульп*, жижа | slurry, slurries, suspension
scrap #soft : лом, лома, ломом, скрап*, бой, боя, обрез*, обрыв*, высечк*, брак*, некондиц*, отбраков*, бракован* | scrap, scraps, offcut, offcuts, off-cut, off-cuts, cutting, cuttings, trimming, trimmings, trim, trims, rejects, reject, rejected, broken, off-spec, offspec, off-grade, offgrade, off-quality, out-of-spec, substandard, sub-standard, clippings, breakage, remnants
turnings < scrap #form : стружк*, витая, металлостружк* | turnings, turning, swarf, borings, chips of metal, filings
shavings < turnings : | shavings, shaving
crumb #form : крошк*, крошка, дробленка | crumb, crumbs, granules, ground rubber
granulate #form : гранул* | granulate, granulates, granulated, regranulate, granular
powder #form : порош*, тонкодисперс*, тонкомолот*, молот* | powder, powders, powdered, fine, ground powder, flour
sand #form : песок, песка, песков, пески, песчан* | sand, sands, sandy
gravel < aggregate #form : щебень, щебня, щебн*, гравий, гравия, гравийн*, камень дроблен* | gravel, gravels, crushed stone, crushed rock, chippings, chips of stone, ballast
stone : камень, камня, каменн*, гранит*, мрамор* | stone, stones, granite, marble, natural stone
aggregate #form : заполнител* | aggregate, aggregates
screenings #form : отсев*, высевк*, мелочь, мелочи, штыб | screenings, quarry fines, quarry dust, stone dust, crusher fines, crusher dust, fines, rock fines, stone fines, crushed rock fines
overburden < rock : вскрыш* | overburden, spoil
rock #form : порода, породы, породн* | rock, rocks, gangue, mineral excavation, metalliferous excavation, mine excavation
soil #form : грунт*, почв* | soil, soils, earth, ground soil
clay #form : глина, глины, глин, глинян*, глинист*, каолин* | clay, clays, kaolin
water #form : вода, воды, водный, водная, водой, водяной, водян* | water, waters, aqueous
wastewater < water #form : сточн*, сток, стоки, стоков, промсток*, канализац* | waste water, waste waters, wastewater, wastewaters, effluent, effluents, sewerage, rinse water, washwater, wash water, washings
brine < water #form : рассол* | brine, brines
condenser : конденсатор* | condenser, condensers
condensate < water #form : конденсат, конденсата, конденсаты, конденсатн*, конденсатом | condensate, condensates
leachate < wastewater #form : фильтрат* | leachate, leachates
gas #form : газ, газа, газы, газов*, газообразн* | gas, gases, gaseous
offgas < gas #form : отходящ*, дымов*, абгаз* | off-gas, offgas, flue gas, flue gases, flue-gas, tail gas, off-gases, exhaust, waste gas
heat #form : отоплен*, тепло, тепла, теплом, теплов*, теплота, теплоты, теплоэнерг*, обогрев*, нагрев*, теплоснабж*, теплонос* | heat, heating, thermal, warmth
excess-heat < heat #form : сбросное тепло, избыточное тепло, избыток тепла, избыточного тепла, бросов*, утилизируемое тепло, низкопотенциальн* | waste heat, captured heat, heat captured, recovered heat, heat recovered, excess heat, surplus heat, low-grade heat, low grade heat, residual heat, low-temperature heat, rejected heat
steam < heat #form : пар, пара, паром, паров* | steam, vapour, vapor
cold #form : холод, холода, охлажден* | cold, cooling, chilled
electricity #form : электроэнерг*, электричеств* | electricity, electric power
oil #form : масло, масла, масел, маслом, масляный | oil, oils
fat #form : жир, жиры, жира, жиров* , сало | fat, fats, grease, greases, tallow, lard, suet
acid #form : кислота, кислоты, кислот, кислотн*, кислотой | acid, acids
alkali #form : щелочь, щелочи, щелочн*, щелоч*, подщелач* | alkali, alkaline, caustic, lye, alkalis, bases
liquor #form : щелок, щелока, щелоков, щелоки | liquor, liquors
salt #form : соль, соли, солей, солев* | salt, salts
solvent #form : растворител*, сольвент* | solvent, solvents, thinner, thinners
fuel #form : топлив*, горюч* | fuel, fuels, combustible, combustibles
film #form : пленк*, пленоч* | film, films, foil, wrap, sheeting, stretch
fibre #form : волокн*, волоконц* | fibre, fibres, fiber, fibers, fibrous
meal #form : мука, муки, мукой | meal, meals, flour
cake #form : жмых*, шрот* | press cake, oilcake, oil cake, presscake, press-cake, expeller, expellers, extraction meal, extracted meal, seed cake, seedcake
pressed-cake < cake, sludge #form : | cake, cakes
husk #form : лузга, лузги, шелух*, шелуш*, оболочк*, скорлуп*, отрубян* | husk, husks, hull, hulls, shell, shells, chaff
pulp-plant #form : | pressed pulp, pulp of
mezga < pulp-plant #form : мезга, мезги |
beet-pulp < pulp-plant #form : жом, жома | beet pulp, cossettes
pomace < pulp-plant #form : выжимк*, выжимок | pomace, marc
bagasse < pulp-plant #form : багасс* | bagasse
offal #form : боенск*, убой*, убоя, убой, субпродукт*, внутренност*, потрох*, требух*, боен, бойни | offal, offals, slaughter, slaughtering, slaughterhouse, abattoir, viscera, entrails, guts, intestines, slaughtered, evisceration
manure #form : навоз*, помет*, гной | manure, manures, dung, droppings, excrement, faeces
bedding #form : подстилк*, подстилочн* | bedding, litter
catalyst #form : катализатор*, каталитич* | catalyst, catalysts, catalytic
resin #form : смола, смолы, смол, смолян*, карбамидоформальдегид*, карбамидными, карбамидных, карбамидные, фенолформальдегид*, формальдегид* | resin, resins, resin-bonded, glued, adhesive-bonded, formaldehyde, phenolic, urea-formaldehyde
glue < resin : клей, клея, клеев*, клеен*, проклеен* | glue, adhesive, adhesives, bonded
lamp #form : ламп*, люминесцент* | lamp, lamps, tubes fluorescent, fluorescent, bulbs
tyre #form : шина, шины, шин, шинн*, покрыш*, автошин*, автопокрыш*, автопокрышек, авторезин* | tyre, tyres, tire, tires
cord #form : корд* | cord, cords
wire #form : проволок*, проволоч* | wire, wires
chips-wood < wood #form : щепа, щепы, щепой, щепн*, горбыл*, рейк*, баланс* | chips, chip, slabs, slab, edgings, wood chips, woodchips, chippings of wood
sawdust < wood #form : опилк*, опилок, опил, опила | sawdust, saw dust, sawing dust
bark < wood #form : кора, коры, корой, окорк*, кородревесн*, коросодержащ*, короотход*, кдо, кор, корьевые | bark, debarking, barking, hog fuel
cullet < scrap, glass #form : стеклобой*, стеклобоя, бой стекла, битое стекло, бой стеклянной тары | cullet, glass cullet, broken glass, waste glass, crushed glass
grit #form : абразив*, купершлак*, никельшлак*, дробь, дроби, дробью | grit, abrasive, abrasives, blasting media, blast media, shot
blasting < grit : пескоструй*, дробеструй*, струйн*, бластинг* | blasting, blasted, shotblasting, sandblasting, blast cleaning, blast-cleaning, sandblast, abrasive-blasting
scale #form : окалин* | scale, mill scale, millscale, rolling scale
cutting-grind : шлифов*, шлифшлам* | grinding, lapping, honing
`;

/** Words that say several things at once; `a+b` on the left. */
export const COMPOUNDS = `
tyre : автомобильн* шин*, автомобильн* покрыш* | car tyres, car tires, vehicle tyres
municipal-waste+incineration : мусоросжиг* | waste-to-energy, waste to energy, energy from waste, waste incineration, waste incinerator, waste incinerators, refuse incinerator
cooking+liquor : варочный щелок, варочного щелока, варочные щелоки | cooking liquor, cooking liquors, pulping liquor, pulping liquors
scrap+metal : металлолом*, вторчермет | scrap metal, metal scrap
bottle-glass+glass : стеклотар* | glass bottles
cullet+glass : стеклянный бой | glass cullet
slag+eaf : шлак дсп, дсп шлак |
flotation+sludge : флотошлам*, флотоконцентрат* | daf sludge, flotation sludge
sewage+sludge : осв, осадок сточных вод, осадка сточных вод, осадков сточных вод, осадки сточных вод, осадок канализац* | biosolids, sewage sludge
cutting-grind+sludge : шлифшлам* | grinding sludge
tyre : автошин* | truck tyres
methane+bus : газомоторн* |
lime+liming+fertiliser : известковое удобрение, известковых удобрений, известковые удобрения | lime fertiliser
pulp : сульфатцеллюлозн* |
desulphurised : обессерен* |
paper+recycled : макулатур* | waste paper, recovered paper, wastepaper
wastewater : очистных, очистные сооружения, очистных сооружений |
foundry+sand : земля формовочная, формовочная земля, горелая земля, земля литейная | green sand, moulding sand, molding sand
coke+gas : | cog
blast-furnace+gas : | bfg
blast-furnace+slag : | bfs
cement+kiln+dust : | ckd
fryer+oil+spent : | uco
incineration+bottom-ash : | iba
used-oil+oil+spent : | waste oil, waste oils
grit+blasting : песок после пескоструй*, песок после дробеструй*, песок после струйн*, пескоструйн* песок, песок пескоструйн* | sandblasting sand, blasting sand, blast sand, sand from blasting, sand from sandblasting, sand after blasting
carbonation-sugar+lime : | carbonation lime, carbonation mud
stone : природный камень, природного камня |
bottle-glass+packaging : | glass packaging
sewage+wastewater : хозяйственно бытовые стоки |
wood+demolition : древесина от сноса |
used-oil+spent : отработка моторная, моторная отработка |
battery+spent : отработанные аккумуляторы |
kitchen+food-waste : кухонные отходы, кухонных отходов | restaurant scraps, canteen scraps, kitchen scraps, kitchen and restaurant scraps
kitchen+food-waste : остатки пищи, остатки еды | table scraps, plate waste
ferrous+scrap : черный металлолом, черного металлолома, черн* лом, лом черн* |
cullet+bottle-glass+glass : бой стеклянн* бутыл*, бой бутыл*, бой бутылочн* стекл*, битые бутылки, битых бутылок | glass bottle cullet
plasterboard : | gypsum wallboard, gypsum boards, gypsum board
feed : | animal feed, animal feeds, cattle feed
coal : каменный уголь, каменного угля, каменных углей, каменном угле |
mbm+protein : животный белок, животного белка | animal protein, animal proteins
granulate+plastic : | plastic pellets
ash-slag : зола и шлак, золы и шлака, золу и шлак |
metal+cord : металлокорд* |
screenings : | crusher sand, crushed sand, manufactured sand
mineral-wool : минераловатн* плит*, плит* минераловатн*, минераловатных плит, плит минеральной ваты |
raw-meal+limestone : заменител* известняка в шихт*, замена известняка в шихте |
wood+demolition : деревянные конструкции после сноса, деревянн* конструкц* снос* |
pellet-fuel+sawdust : опилки для гранул, опилки на гранул* |
asphalt+scrap : старый асфальт, старого асфальта, старый асфальтобетон, старого асфальтобетона | old asphalt
gypsum+fgd : | fgd plaster
wpc : белков* концентрат*, концентрат* сывороточн* |
cattle : дойн* стад*, дойных коров, молочн* стад*, молочный скот, молочного скота | dairy herd, dairy cattle, dairy cow, dairy cows, milking cows, milk cows
biogas : метанов* сбражив*, метановое брожение, метанового брожения |
liming : кислых полей, кислые поля, кислых земель |
glass-wool : стеклянная вата, стеклянной ваты, стеклянную вату | glass fibre wool
bilge : | bilge slops
cullet+bottle-glass : бой стеклотары, битая стеклотара, боя стеклотары, битое бутылочное стекло | broken bottles
`;
