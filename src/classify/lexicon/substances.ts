/** What a thing is made of. */
export const SUBSTANCES = `
steel < ferrous : сталь, стали, стальн*, сталей | steel, steels
iron < ferrous : железо, железа, желез* | iron
cast-iron < iron : чугун* | cast iron, cast-iron
stainless < steel : нержавеющ*, нержавейк*, легирован* | stainless, inox
tinplate < steel : жесть, жести, белая жесть, луженая | tinplate, tinned, tin cans
cable : кабел*, провод, провода, проводов | cable, cables, wires, cabling
wool : шерст* | wool, woollen
cotton : хлопок, хлопка, хлопков*, хлопчатобум* | cotton
synthetic : синтетич*, искусственн* | synthetic, man-made, manmade
ferrous #soft : черных металлов, черный металл, черные металлы, черного металла, чермет, черметалл* | ferrous, ferrous metal, ferrous metals
metal #soft : металл, металлы, металла, металлическ* | metal, metals, metallic
nonferrous : цветных металл*, цветные металл*, цветной металл*, цветмет* | non-ferrous, nonferrous
aluminium < nonferrous : алюмин* | aluminium, aluminum, can stock, can body sheet, aa1*, aa3*, aa5*, aa6*
copper < nonferrous : медь, меди, медн*, медьсодержащ* | copper, cupric, cu
brass < copper : латун*, бронз* | brass, bronze
zinc : цинк*, цинксодерж* | zinc, zn
lead : свинец, свинц* | lead, leaded, pb
tin : олов* | tin, sn
nickel : никел* | nickel, ni
chromium : хром, хрома, хромов*, хромсодержащ*, хромат* | chromium, chrome, chromate, chromic, cr
vanadium : ванади*, v2o5, пентоксид ванадия | vanadium, v2o5
cadmium : кадми* | cadmium, cd
mercury : ртут* | mercury
manganese : марган* | manganese
titanium : титан* | titanium
magnesium : магний, магния, магниев*, магнием, магнез*, периклаз* | magnesium, magnesia, magnesite
tbt : tbt, оловоорган* | tbt, tributyltin, antifouling
eaf @furnace=eaf : электросталеплав*, эспц, электропеч*, дсп печ*, электродугов*, электродуговой печи, дуговая печь, дуговой сталеплавильн* | eaf, electric arc furnace, arc furnace, electric steelmaking, electric steel, arc-furnace, electric furnace
blast-furnace @furnace=bf : доменн*, домен* | blast furnace, blast-furnace, bf, bfs, ironmaking
bof @furnace=bof < steelmaking : конвертер*, конверторн* | bof, basic oxygen furnace, converter, ld, basic oxygen, bos
steelmaking : сталеплав* , выплавк*, плавк* | steelmaking, steel-making, melt shop, steel melting, melting
rolling : прокат*, прокатн* | rolling, rolled, rolling mill
foundry : литейн*, литье, литья, формовоч*, стержнев* | foundry, foundries, casting, moulding, molding, castings, cores
burnt #light : горел*, обожж*, жжен* | burnt, burned
coke : кокс* | coke, coking
coal : уголь, угля, угольн*, углем, каменноугольн*, антрацит* | coal, anthracite, hard coal
lignite < coal : бурый угол*, буроугольн*, лигнит* | lignite, brown coal
peat : торф* | peat, turf
oil-shale : сланец, сланц*, горючий сланец | oil shale, oil-shale, burnt shale, shale
gypsum : гипс*, сульфат кальция, двуводный гипс, дигидрат* | gypsum, calcium sulphate, calcium sulfate, dihydrate
plasterboard < gypsum : гипсокарт*, гкл, гипсокартонн* | plasterboard, gypsum plasterboard, gypsum board, gypsumboard, wallboard, drywall, plaster board, plaster-board
fgd : сероочист*, десульфур*, фгд, гипс сероочистки, сероулавлив* | fgd, desulphurisation, desulfurization, flue gas desulphurisation, flue-gas desulphurisation, flue gas desulfurization, scrubber, deso x, desulphurised, desulfurisation, desulphurization
phosphogypsum < gypsum, phosphate : фосфогипс* | phosphogypsum, phospho-gypsum, phosphate gypsum
phosphate : фосфат, фосфаты, фосфатн*, фосфатов, фосфор*, апатит* | phosphate, phosphorus, phosphoric, apatite, p2o5
lime : известь, извести, известков*, cao, оксид кальция | lime, quicklime, calcium oxide, burnt lime, slaked lime
limestone : известняк*, карбонат кальция, мел, caco3, карбонатн* | limestone, calcium carbonate, chalk, caco3, carbonate
dolomite : доломит* | dolomite
liming < soil, lime : раскислен*, известкован*, мелиорант*, кислых почв*, раскислител* | liming, acid land, acid ground, soil acidity, acid soil, acid soils, deacidification, agricultural lime, aglime, acidic soils
calcium : кальци* | calcium
silica : кремнез*, кварц*, кремни* , sio2 | silica, quartz, siliceous, silicon dioxide, sio2, silicate
alumina : глинозем*, боксит*, al2o3 | alumina, bauxite
nepheline : нефелин* | nepheline
belite : белит* | belite, belitic, dicalcium silicate
red-mud < mud, alumina : красный шлам, красного шлама | red mud, bauxite residue
cement : цемент*, клинкер* | cement, clinker, portland
kiln : обжигов*, печь обжиг*, вращающ* | kiln, kilns, calciner
cement-bypass : байпас*, электрофильтр*, эф | bypass, by-pass, electrostatic precipitator, esp
concrete : бетон*, железобетон*, жби, жбк | concrete, precast, reinforced concrete, concretes, ready-mix, ready mixed
aerated-concrete : газобетон*, ячеист*, автоклавн*, пенобетон*, газосиликат*, ячеистый бетон, ячеистого бетона, автоклавного газобетона | aerated concrete, autoclaved aerated concrete, aac, cellular concrete, autoclaved, aircrete, autoclaved concrete, autoclaved aerated, gas concrete
brick : кирпич* | brick, bricks, brickmaking, brickworks
tile < ceramic : плитка, плитки, плиток, кафел*, черепиц* | tile, tiles
ceramic : керамик*, керамич*, фарфор*, фаянс*, черепк* | ceramic, ceramics, pottery, porcelain, sanitaryware, earthenware
grog : отощ*, отощитель, отощающ*, шамотн* добавк* | grog, opening material, leaning agent, non-plastic, temper
pore-forming : выгорающ*, поризац*, поризатор*, порообраз*, поризован* | pore-forming, pore former, burn-out, burnout, pore forming, pore-former, porosity, porous, combustible additive, lightweight bricks
refractory : огнеупор*, шамот*, футеров*, огнеупорн* | refractory, refractories, fireclay, firebrick, firebricks, chamotte, lining, linings, fire-brick, fire clay, furnace lining
glass : стекл* | glass, glassware
bottle-glass < glass : тарн*, стеклянная тара, стеклянной тары, бутыл*, тара стеклянн*, стеклобутыл* | container glass, bottles, bottle, jars, container, containers, hollow glass
flat-glass < glass : листовое стекло, листового стекла, оконн* | flat glass, window pane, window panes, pane, window glass, sheet glass, float glass
composite-glass : стеклопластик* | fibreglass composite, grp
glass-wool < mineral-wool, glass : стекловат*, стекловолок*, стекловолокн* | glass wool, glass-wool, glass fibre, glass-fibre, fibreglass, fiberglass, glasswool, glass fiber, glassfibre
mineral-wool : минват*, минераловат*, минеральной ват*, минеральная вата, каменная вата, базальтов* , муллитокремнезем*, керамоволок*, теплоизоляц* | mineral wool, stone wool, rock wool, rockwool, mineral fibre, mineral fibres, insulation wool, ceramic fibre, insulation, mineral-wool, slag wool
asphalt : асфальт*, абз, битум*, асфальтобетон*, битуминозн* | asphalt, asphaltic, bituminous, bitumen, tarmac, blacktop, hot mix, hot-mix, asphalt concrete
rap < asphalt : асфальтовая крошка, асфальтовой крошк*, асфальтовую крошку, асфальтовый лом, асфальтового лома, снятый асфальт, фрезерован*, срезк*, асфальтогранул*, фрезеровк* | rap, reclaimed asphalt, planings, milled asphalt, asphalt millings, milled road, road millings, old asphalt, milled, millings
garden-green : трава, травы, листв*, садов*, газон*, скошен* | grass, leaves, garden, lawn, prunings, clippings of grass, park
field #light : поле, поля, полей, пашн*, почвы, угод* | field, fields, farmland, arable land
organic-matter : органика, органики, органическ* | organic, organics
road : дорог*, дорож*, автодорог*, трасс* | road, roads, highway, pavement, roadway, paving, motorway
subbase : подстил* слой*, подстилающ*, дорожное основание, основани*, насып*, отсыпк*, земполотн*, земляного полотна | sub-base, subbase, base course, embankment, base layer, underlayer, bedding layer, roadbed, fill, backfill, sublayer, underlay
asbestos : асбест*, асбоцемент*, шифер* | asbestos, chrysotile, slate asbestos
building #light : строительн*, строй* | construction, building
demolition #soft : снос*, разборк*, демонтаж*, стройотход* | demolition, demolished, construction and demolition, dismantling, cdw, building rubble, deconstruction
rubble < scrap : обломк*, обломков | rubble, debris, concrete debris, hardcore
crushing : дроблен*, дробилк*, дробить | crushing, crushed, crusher
reclamation : рекультив* | reclamation, restoration, remediation, landscaping, recultivation
landfill : полигон*, свалк*, захоронен* | landfill, landfills, dump, tip
wood : дрова, дров, дровян*, древес*, деревян*, дерев*, лесоматериал*, пиломатериал*, пилен* | wood, firewood, timber, lumber, wooden, woody
board-wood @clean- < wood : дсп, дстп, двп, мдф, фанер*, древесно стружечн*, древесностружечн*, древесноволокнист*, плит*, шпон*, лдсп | particleboard, particle board, chipboard, plywood, fibreboard, mdf, osb, veneer, wood-based panels, panel, panels, board offcuts, wood panels, panelboard, wood panel, wood-based panel, hdf, plyboard
pellet-fuel < fuel : пеллет*, топливные гранулы, топливных гранул, древесных гранул, древесные гранулы, брикет* топлив*, гранул* древес*, пеллетиров* | fuel pellets, wood pellets, pellet fuel, pelletising, pellet, pelleting, pelletizing, briquettes fuel, pellets
pulp : целлюлоз*, цбк, цбп | pulp, pulping, pulpmill, kraft, pulp mill, pulpwood, sulphate pulp, pulp and paper
paper : бумаг*, бумаж* | paper, papers, papermaking
cardboard < paper : картон*, гофрокарт*, гофро*, гофротар*, мс 5б | cardboard, corrugated, occ, paperboard, carton, cartons, corrugated board, board paper, containerboard, old corrugated containers
repulping : роспуск*, макулатурн* масс*, гидроразбивател* | repulping, pulper, repulped, hydrapulper, recycled-pulp, pulper rejects, recycled pulp
green-liquor < liquor : дрегс*, зеленого щелока, зеленый щелок, зеленощелок* | green liquor, green-liquor, dregs
causticising : каустизац*, каустификац* | causticising, causticizing, recausticizing, recausticising, lime mud, lime-mud
black-liquor < liquor : черный щелок, черного щелока | black liquor
lignosulphonate < sulphite : лигносульф*, лст | lignosulphonate, lignosulfonate, lignosulphonates, lignosulfonates
sulphite : сульфитн*, бисульфит* | sulphite, sulfite, bisulphite
fibre-sludge < sludge, fibre : скоп, скопа, скопом, волокнистый осадок, осадок волокн* | fibre sludge, fiber sludge, fibrous sludge, primary sludge paper, primary sludge, fibre reject, paper sludge, papermill sludge, deinking sludge
biosludge < sludge : активн*, избыточный ил, избыточный активный ил, биоосад*, биошлам*, биологич*, илосмес* | biosludge, activated sludge, biological sludge, secondary sludge, bio-sludge, waste activated sludge, bio sludge, excess sludge, surplus activated, activated, biological
sewage < municipal : канализационн*, хозбыт*, городских сточных, городские сточные, городских очистных, фекальн*, хозяйственно бытов* | sewage, wwtp, sewage works, domestic waste water, municipal waste water, municipal wastewater, urban waste water, municipal sludge, wastewater treatment, waste water treatment, waste-water treatment, sewage-works
municipal #light : муниципальн*, коммунальн*, городск*, город, города | municipal, urban, city, domestic, communal
municipal-waste < municipal : тко, тбо, твердые коммунальные отходы, твердых коммунальных отходов, коммунальные отходы, коммунальных отходов, бытовые отходы, бытовых отходов, твердые бытовые отходы, бытовой мусор, бытового мусора, городского мусора | msw, municipal waste, municipal solid waste, urban waste, household waste, household refuse, domestic waste, municipal refuse, town refuse
so2 : so2, сернистый ангидрид, сернистого ангидрида, диоксид серы, диоксида серы | so2, sulphur dioxide, sulfur dioxide
primary #light : первичн* | primary
cooking #light : варк*, варочн* | cooking
turbine : турбинн* | turbine
water-treatment : водоподготов*, питьев*, осветлен*, водоочист*, водозабор*, водопровод* | water treatment, drinking water, waterworks, water clarification, potable, drinking-water, water works, clarification, tap water, water supply, potable water, alum, water-treatment, water purification
flotation : флотац*, флотатор* | flotation, daf, dissolved air flotation, floated, float
grease-trap < fat : жироловк*, жироуловит* | grease trap, fat trap, grease-trap, grease traps, grease separator
biogas < gas : биогаз*, анаэробн*, сбражив*, метантенк* | biogas, anaerobic, digester, digestion, digesters, ad plant, anaerobic digestion, methanation
digestate : дигестат*, эффлюент*, сброжен*, перебродивш* | digestate, digestates, digested, fermentation residue, biogas slurry
biomethane < methane : биометан* | biomethane, bio-methane, upgraded biogas, renewable methane, renewable gas, bio methane
methanol : метанол*, метилов* спирт* | methanol, methyl alcohol
methane < gas : метан*, природн* газ*, кпг, спг | methane, natural gas, cng, rng, bio-cng, lng
compressed #light : компримир*, сжат* | compressed, pressurised
compost : компост, компоста, компосты, компосту, компостом, компостн* | compost, composts
composting < compost : компостир* | composting, composted, to compost
fertiliser : удобрен*, подкормк*, удобрит* | fertiliser, fertilizer, fertilisers, fertilizers, fertilising, manuring
forest : лес, леса, лесн*, лесов, лесохоз* | forest, forestry, forests, woodland, silviculture
soil-amendment : мелиорац*, солонц*, гипсован* | soil amendment, soil improver, amendment, soil conditioner
feed : корм*, комбикорм*, кормов*, премикс*, скармлив* | feed, feeds, fodder, feeding, feedstuff, feedstuffs, forage
protein : белок, белка, белков*, протеин*, белковосодерж* | protein, proteins, proteinaceous
cattle : крс, крупный рогатый скот, крупного рогатого скота, коров*, скот, скота, быков, телят, рогат*, жвачн* | cattle, cow, cows, bovine, dairy cows, ruminants, ruminant, beef, livestock
pig : свин*, поросят* | pig, pigs, swine, porcine, hog, hogs, piggery, pork, sow, sows
poultry : птиц*, курин*, кур, курей, бройлер*, птичий, птичь*, птичник*, индей*, несуш*, утин*, гусин*, перепел* | poultry, chicken, chickens, hen, hens, broiler, broilers, layer hens, turkey, turkeys, layers, fowl, duck, ducks, goose, geese
horse : лошад*, конск* | horse, equine
fish : рыб*, кильк*, сельд*, лосос* | fish, herring, salmon, fishes, sprat
shellfish : креветк*, краб*, моллюск*, панцир* | shrimp, crab, shellfish, crustacean, mussel
meat : мясо, мяса, мясн*, мясопереработ* | meat, carcass, carcasses, meats
bone : кость, кости, костн*, костей, мясокостн* | bone, bones
mbm < meat : мясокостн*, мкм | meat-and-bone, meat and bone meal, mbm, processed animal protein, pap, meat and bone
feather : перо, пера, перь*, пух, пухоперьев* | feather, feathers, down
hide : шкур*, кожсырь* | hide, hides, skin, skins, pelt
blood : кровь, крови, кровян* | blood
rendering : рендеринг*, утильцех*, ветсанутил*, вытопк* | rendering, rendered, animal by-product, animal by-products, abp
cat3 : кат 3, категории 3, третьей категории, категория 3, 3 категории, 3 й категории, категорией 3 | cat 3, category 3, cat3, category-3, category iii
milk : молок*, молочн* | milk, dairy, dairies, creamery
whey < milk : сыворот* | whey, permeate
cheese < milk : сыр, сыра, сыродел*, подсырн*, сырн* | cheese, cheesemaking, cheese-making
curd < milk : творож*, творог*, кислая сыворотка, кислой сыворотки | curd, quark, casein whey, cottage cheese
brewer : пивзавод*, пивн*, пивовар*, пиво, пива | brewery, breweries, brewers, brewer, beer, brewing
spent-grain < grain : дробин* , солодов* дробин*, бсг | spent grain, spent grains, bsg, brewers grains, brewer's grains, draff, mash residue, brewers' grains, brewer grain, grains
malt : солод* | malt, malting
yeast : дрожж* | yeast, yeasts
stillage : барда, барды, бард, бардой | stillage, distillery slops, distillers slops, spent wash, pot ale, thin stillage, distillers wash, distillery wash, distillery stillage, stillages, slop, slops
ddgs < stillage : сухая барда, сухой барды, ддгс, ддг | ddgs, distillers grains, dried distillers grains, distillers dried grains
vinasse < stillage : винасс*, мелассная барда, мелассной барды | vinasse, vinasses
alcohol : спирт*, послеспирт*, винокур*, этанол*, ликер*, водоч* | alcohol, ethanol, distillery, distilleries, spirits, bioethanol, spirit, whisky, vodka
distilling < rerefining : дистилляц*, дистиллер* | distillation, distilling
wine : вин*, виноград* | wine, winery, grape, grapes
rapeseed < oilseed : рапс* | rapeseed, rape, canola, colza
sunflower < oilseed : подсолн*, семечк* | sunflower
soy < oilseed : соя, сои, соев* | soy, soya, soybean, soybeans, soyabean
groundnut < oilseed : арахис* | peanut, peanuts, groundnut, groundnuts
cottonseed < oilseed : хлопков* семен*, хлопчатник* | cottonseed, cotton seed
oilseed : маслич*, маслоэкстрак*, масложир*, маслосемян* | oilseed, oilseeds, oil seed, oil mill, oil extraction, seed crushing, oilseed crushing
potato : картоф* | potato, potatoes
starch : крахмал* | starch
sugar : сахар*, свекл*, свеклович* | sugar, sugar beet, beet
molasses : меласс*, паток* | molasses, treacle, syrup
grain : зерно, зерна, зернов*, зерен, пшениц*, ячмен*, ячмень, злак* | grain, cereal, cereals, wheat, barley, corn, maize
bran : отруб*, мучк* | bran, middlings
straw : солом* | straw, stover
vegetable-fruit : овощ*, фрукт*, плод*, яблок*, яблоч*, томат*, капуст*, морков*, лук репчат*, тыкв*, банан*, огурц*, огуречн* | vegetables, fruit, fruits, apple, tomato, carrot, cabbage, onion, beetroot, artichoke, cucumber, lettuce, celery, leek, pumpkin, banana, mango, pineapple, watermelon, avocado, pomegranate
kitchen : кухн*, кухон*, общепит*, столов*, общественного питания, питан*, рестора*, кафе, пищеблок* | kitchen, kitchens, canteen, catering, restaurant, restaurants, canteens, cafeteria, household kitchens, biodegradable kitchen, hotels
food-waste : пищевые отход*, объедк*, отходы пищев*, пищевых отход*, пищеотход* | food waste, food wastes, food leftovers, leftovers, food scraps, kitchen scraps, swill, kitchen waste, leftover food
polyethylene : полиэтилен*, пвд, пнд, пэ, пэвд | polyethylene, ldpe, hdpe, pe, lldpe, polythene, ethylene polymers
ldpe < polyethylene : пвд, полиэтилен высокого давления, полиэтилена высокого давления, пэвд, полиэтилен низкой плотности, стретч* | ldpe, low density polyethylene, low-density polyethylene, shrink wrap, stretch wrap
hdpe < polyethylene : пнд, полиэтилен низкого давления, пэнд | hdpe, high density polyethylene, high-density polyethylene
pet : пэт, пэтф, полиэтилентерефталат*, пэт бутыл*, пэт-бутыл* | pet, polyethylene terephthalate, polyethyleneterephthalate, rpet, pete
polypropylene : полипропилен*, пп | polypropylene, pp
polystyrene : полистирол*, пенопласт*, пенополистирол* | polystyrene, eps, styrofoam, styrene polymers
pvc : пвх, поливинилхлорид* | pvc, polyvinyl chloride, vinyl chloride
polyurethane : полиуретан*, ппу | polyurethane, pur
plastic #soft : пластик*, пластмасс*, полимер* | plastic, plastics, polymer, polymers
rubber : резин*, каучук* | rubber, elastomer, elastomers, elastomeric
textile : текстил*, ткан*, тряп*, ветош* | textile, textiles, fabric, cloth, fabrics
leather : кожа, кожев*, кожи | leather, tannery, tanning
packaging : упаков*, тара, тары | packaging, packing
used-oil < oil : моторн*, индустриальн*, трансмисс*, гидравлич*, компрессор* , смазочн* | engine oil, motor oil, lubricating, lubricant, lubricants, hydraulic oil, lube, gear oil, lube oil, hydraulic, engine, motor, gearbox, crankcase, sump oil, lubrication
rerefining < recovery : регенер*, перегон*, ректифик* | re-refining, rerefining, re-refinery, rerefinery, re-refined, refining, regeneration, reconditioning, re-distillation, redistillation
bilge : льяльн*, подсланев*, трюм*, сланев* | bilge, bilges, slop water, ship slops, engine-room
emulsion : эмульс*, сож | emulsion, emulsions, coolant, cutting fluid
paint @clean- : лакокрас*, краск*, лкм, лак, лаков*, покрыт* | paint, paints, varnish, coating, coatings, lacquer
galvanic : гальван* | galvanic, electroplating, plating, galvanising, galvanizing, electroplated, metal plating, metal finishing, metal-plating
pickling : травильн*, травлен* | pickling, etching
sulphur : сера, серы, серой, серн* | sulphur, sulfur, sulphuric, sulfuric, brimstone
sulphuric-acid < acid, sulphur : серная кислота, серной кислоты, сернокислот*, h2so4, кислота серная, кислоты серной, серную кислоту | sulphuric acid, sulfuric acid, h2so4, oil of vitriol
alkylation : алкилир* | alkylation
hydrochloric < acid : солян* | hydrochloric, hcl
nitric < acid : азотн*, азот, азота | nitric, nitrogen
fermentation : брожен*, ферментац* | fermentation, fermenting, fermenter
urea : карбамид, карбамида, карбамидом, мочевин* | urea, carbamide
ammonia : аммиак*, аммиач* | ammonia, ammoniacal
ethylene-oxide : этиленоксид*, окись этилена | ethylene oxide
glycol : гликол*, этиленгликол*, моноэтиленгликол*, диэтиленгликол*, триэтиленгликол*, пропиленгликол* | glycol, glycols, ethylene glycol, diethylene glycol, propylene glycol, triethylene glycol
olefin : этилен, этилена, этиленом, этиленов*, пропилен, пропилена, пропиленом, пропиленов*, олефин* | ethylene, propylene, olefin, olefins, propene, ethene
polyamide : полиамид*, капрон*, нейлон*, поликапроамид* | polyamide, polyamides, nylon, nylons
co2 < gas : co2, углекисл*, двуокис* углерод*, диоксид углерода, диоксида углерода, двуокись углерода, углекислый газ, углекислого газа, углекислота | co2, carbon dioxide, carbonic acid gas, carbonic
e290 : e290, напитк*, газирован*, газирования, газировк* | e290, carbonation, beverage, beverages, carbonated, soft drinks
dry-ice : сухой лед, сухого льда | dry ice
carbon-monoxide : угарн* | carbon monoxide, co rich
hydrogen < gas : водород* | hydrogen, h2
oxygen < gas : кислород* | oxygen, o2
greenhouse : теплиц*, теплич* | greenhouse, greenhouses, glasshouse, glasshouses, horticulture, hothouse, glass-house, under glass
district-heating : теплосет*, централизован* тепло*, тепловая сеть, тепловые сети, тепловых сетей, теплоснабжение города, отопление города | district heating, heat network, heating network, district-heating
boiler : котел, котла, котельн*, котл* | boiler, boilers, boilerhouse, boiler-house, boiler house, furnace boiler
rdf < fuel : рдф, rdf, srf, твердое вторичное топливо, альтернативное топливо, альтернативн*, твс | rdf, srf, refuse derived fuel, refuse-derived fuel, solid recovered fuel, alternative fuel, waste-derived fuel, alternative, refuse-derived, solid-recovered
bus : автобус*, транспорт*, автомобил*, моторное топливо | bus, buses, vehicle, vehicles, transport, bus fleet, automotive
incineration #light : сжиган*, сжег*, сожжен*, инсинератор* , горен* | incineration, incinerator, combustion, incinerated, burning, burned, fired, incinerators
waelz : вельц* | waelz
recovery #soft : извлечен* , рекуперац* | recovery, recovering
coagulant : коагулянт*, осажден* | coagulant, flocculant, precipitation
plasticiser : пластифиц*, пластификатор*, водоредуц* | plasticiser, plasticizer, water reducer, water-reducing, admixture, admixtures, superplasticiser, superplasticizer, water reducing
binder : вяжущ*, связующ* | binder, binding agent, binders
set-regulator : схватыван* , замедлител* | set regulator, set-regulator, setting, retarder, set retarder, set-retarder
scm : активная минеральная добавк*, активные минеральн*, активной минеральн*, пуццолан*, гидравлическ* добавк*, минеральная добавк* | supplementary cementitious, scm, pozzolan, pozzolanic, cementitious, cementitious addition, clinker substitute, pozzolana
restaurant < kitchen : кейтеринг* | food service
corrective : корректир*, корректирующ* | corrective, correction, iron corrective
raw-meal < meal : сырьевая шихта, сырьевой шихт*, сырьевую шихту, цементная шихта, цементной шихт*, цементную шихту, шихта цемента, шихту цемента, сырьевая смесь, сырьевой смес*, сырьевую смес*, сырьевая мука, сырьевой мук* | raw meal, raw mix, rawmix, kiln feed, raw mixture
filler : минеральный порош*, минерального порош*, наполнител*, минпорош* | filler, fillers, mineral filler
additive #light : добавк*, присадк*, компонент* | additive, additives, component, agent, ingredient, addition
reagent #light : реагент*, реактив* | reagent, reagents
elemental #light : элементарн* | elemental
chlorosolvent @halogen+ < solvent, halogenated : трихлорэт*, тетрахлорэт*, перхлорэт*, дихлорметан*, метиленхлорид*, хлороформ* | trichloroethylene, perchloroethylene, tetrachloroethylene, dichloromethane, methylene chloride
solvent-named @halogen- < solvent : ацетон*, толуол*, ксилол*, бутилацетат*, этилацетат*, уайт спирит, уайтспирит, изопропил*, сольвент | acetone, toluene, xylene, white spirit, mek, ethyl acetate, butyl acetate, isopropanol, naphtha
egg : яиц, яйца, яйцо, яичн* | egg, eggs, eggshell, eggshells
drilling : буров*, бурени* | drilling
dredging : дноуглуб*, донные отложения, донных отложений | dredging, dredged, dredgings
carbonation-sugar : дефекат*, дефекац*, сатурац* |
bleaching-earth : отбельная земля, отбельной земли, отбеливающая земля, отбеливающих земель, отбеливающие земли, отбеливающей глины, отбельная глина, отбельной глины | bleaching earth, bleaching clay, filter clay, filter clays, fuller earth
grit-chamber : песколов* | grit chamber, desanding, sand trap, grit removal
blowdown : продувк*, продувочн* | blowdown, blow down
cooling-tower : градирн* | cooling tower, cooling towers
wpc : ксб, концентрат* белк*, концентрат* сывороточн* белк* | wpc, protein concentrate, whey protein concentrate
pharma : фармац*, лекарств* | pharmaceutical, pharma, medicinal, drug
tailings : хвост*, обогащ*, флотохвост* | tailings, tails, beneficiation, ore dressing
petfood : непродуктивн*, домашних животн*, кошек, собак, зоокорм* | pet food, petfood, pets, cats, dogs
mulch : мульч* | mulch
charge : шихта, шихты, шихтов* | charge, furnace charge, melt charge
mink : зверовод*, норк* | mink, fur
battery : аккумулятор*, батаре* | battery, batteries, accumulator, accumulators
electronic : электронн*, оргтехник*, компьютер* | electronic, electronics, weee, e-waste
ship : судов*, судно, судов, корабл*, корпус* суд*, верф*, судостро* | ship, ships, shipyard, vessel, vessels, hull cleaning, marine, shipbuilding
crop : растениевод*, урожай* | crop, crops
animal : животн*, животновод* | animal, animals
`;
