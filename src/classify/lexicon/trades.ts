/**
 * More words of trade by which companies call themselves. Unlike those of `makers.ts` they stand only in names: in a description "batteries" or "hides"
 * are the thing given off, not the one who gives it. A line: `NACE : Russian words | English words`.
 */
export const TRADES = `
01.11 : льновод*, хлопковод*, свекловод*, картофелевод*, овощн* хозяйств*, табаковод*, зернов*, бобов* культур*, соев* хозяйств*, рапсов* хозяйств*, полеводств*, полеводческ* | potato grower, potato farm, potato farmers, beet farm, cotton farm, tobacco farm, flax grower, hop grower, forage grower, wheat grower, wheat growers, grain grower, soybean grower, rapeseed grower, cereal farm, cereal farmers, rice paddies, rice paddy
01.13 : шампиньон*, вешенк*, огурц*, закрыт* грунт*, защищенн* грунт*, бахчев*, арбуз*
01.2 : сад, сады, садовод*, яблонев*, виноградник*, виноградарств*, ягодн*, хмелевод*, цитрусов*, чайн* плантац*, питомник* плодов* | orchard, orchards, vineyard, vineyards, fruit grower, fruit growers, apple grower, berry farm, olive grove, citrus grower, coffee plantation, tea plantation, oil palm plantation, palm plantation, banana plantation
01.30 : питомник растений, лесопитомник*, декоративн* питомник* | plant nursery, tree nursery, forest nursery, ornamental nursery
01.41 : молочно товарн* ферм*, молочно товарн* комплекс*, молочн* агрокомплекс*, молочн* комплекс*, мтф, мтк
01.42 : откормочн* площадк*, мясн* скотоводств*, животноводств* мясн*, мясн* животноводств*, откорм* бычк*, откорм* крс | cattle farmers, beef producer, feed yard, feedyard, feed yards, cattle feeders
01.46 : свинокомплекс*, свинопроизводств*, производств* свинин*
01.47 : индейк*, индейководч*, утиная ферм*, утководч*, гусин* ферм*, перепелин*, птф | turkeys, duck farm, goose farm, quail farm, laying hens, broilers, chicken farm, chicken farmers
01.49 : козья ферм*, козоводч*, страусин*, кумысн*, оленевод*, нутриев*, шелковод* | goat farm, goat dairy, ostrich farm, reindeer, sheep farm, camel farm, silkworm
01.5 : крестьянско фермерск*, кфх, фермер*, сельхозкооператив*, сельскохозяйственн* кооператив*, колхоз*, спк, сельхозпредприят*, кх, крестьянск*, агрохолдинг*, агропромышленн* компан* | local farms, local farmers, farmers, farm cooperative
01.6 : машинно тракторн* станц*, зерносушил*, хлопкоочистительн*, агросервис* | cotton gin, cotton ginning, grain drying, agricultural contractor, farm services
02 : лесное хозяйств*, лесхозы, углежог*, лесозаготовки | forest owner, forest owners, charcoal burner, timber company
03.11 : тралов* флот*, рыболовецк*, рыбодобыва*, рыболовств*
03.2 : осетров*, карпов*, марикультур* | fish ponds, fish pond, sea farm, sole farm, turbot farm, pangasius, catfish, carp, salmon, cod farm, pangasius farms, catfish farms
05.10 : шахтоуправлен*, угольн* компан*, разрез, цоф, гоф, обогатительная фабрика угольная | hard coal mine, coal company, coal mines, anthracite mine, coking coal
06.10 : нефтяная компания добыча, нефтегазодобы*, буров* платформ*, нгду | oil and gas field, oil platform, crude oil producer, gathering station, offshore, oil terminal field, fpso
06.20 : газоперерабатыв*, газодобы*, газов* промыс*, газоконденсат*, укпг | gas processing plant, gas field, natural gas producer, gas plant, gas terminal, natural gas terminal, gas storage, gas compression
07.10 : магнетитов*, рудообогатительн* | magnetite mine, magnetite, hematite mine, iron mine, iron ore concentrator, pelletizing plant, pelletising plant, pelletizing, pelletising, ore pellets
07.29 : обогатительн* фабрик* медн*, золотоизвлекат*, зиф, медно никелев* рудник, полиметаллическ* комбинат, оловорудн*, вольфрамов* рудник | concentrator, ore dressing, ore concentrator, nickel mining, silver mine, lithium mine, antimony mine, mine concentrator, tailings reprocessing
08.11 : доломитов*, мелов* карьер*, известняк*, гипсов* карьер*, мраморн* карьер* | chalk pit, chalk quarry, dolomite quarry, limestone
08.12 : глинян* карьер*, песчано гравийн*, песчан* карьер*, каолинов*, бентонитов*, глинодобы*, гок кварцев* песк*, гок кварцевых песков | clay pit, gravel quarry, bentonite, ballast quarry, aggregate producer, aggregate company, aggregates
08.92 : торфопредприят*, торфобрикет*, торфоразработ* | peat producer, peat company
08.93 : соледобываю*, соляной рудник, солепромыс*, солерудник | salt pan, salt pans, solar salt, rock salt mine, salt producer
08.99 : шунгит*, цеолитов*, алмазн*, алмазы | zeolite mine, diamond mine, oil shale mine, vermiculite, perlite
09.10 : бурение, бурсервис*, бурен* скважин*
10.11 : скотобойн*, убойный цех, мясохладобойн* | meat packer, meatworks, beef processing, pork processing, slaughter, meat processors, packing company, packing co, packers
10.12 : птицекомбинат*, птицебойн* | poultry processor, chicken processor
10.13 : колбасн*, полуфабрикат* мясн*, клеежелатин*, мясокостн* мук*, ветсанзавод*, пищекомбинат*, мясопродукт*, бекон*, мпз, мясокостн* завод*, утильзавод*, ветсанутильзавод* | ham producer, bacon factory, sausage maker, meat canning, tallow, bacon
10.20 : рыбоконсервн*, рыбоперераб*, рыбокоптильн*, морепродукт*, рыбомучн*, крабов*, рыбн* консерв*, рыбокомплекс* | tuna cannery, tuna, sardine cannery, fish smokehouse, shrimp processing, fish meal, fish processors, seafood, salmon processor
10.31 : чипсов*, картофель фри | potato flakes, potato processor, chips factory
10.32 : соковый, сокоэкстракт* | juice producer, juice concentrate, cider apple juice
10.39 : овощесуш*, сухофрукт*, варенье, соленья, заморозк* ягод, орехоперераб*, переработк* ягод, ягодоперераб* | dried vegetables, vegetable drying, dehydrated vegetables, fruit cannery, nut roasting, olives, soy foods, tofu
10.41 : маслоперераб*, маслопресс*, рафинац* масел, маслодобы*, горчичн* масл*, мжк | palm kernel, palm kernel crushing, oil refinery edible, vegetable oil refinery, olive mill, olive oil mill, oil press, soybean crusher, crushing plant oilseeds, oil crusher
10.42 : спреды, маргариновый | margarine plant, shortening
10.51 : молокоперераб*, молочноконсервн*, сухого молока, творожн*, казеин* | milk powder, casein, butter factory, dairy processor, dairy processors, whey, cheese maker, infant formula, dairy cooperative, milk processor
10.52 : хладокомбинат*
10.61 : крупян*, мельничн*, мелькомбинат*, кхп, рисозавод*, хлопьев, овсян* | wheat mill, flour miller, rice miller, oat mill, corn mill, maize mill, breakfast cereals, cereals, oat flakes
10.62 : кукурузоперераб*, патоки, глюкозно*, модифицированн* крахмал* | tapioca, cassava starch, corn wet milling, wheat starch, potato starch, isoglucose, dextrose, sweeteners, maltodextrin
10.71 : хлебопекарн* | industrial bakery, bread bakery, bread factory
10.72 : печенье, бисквит*, вафел* | biscuit, biscuits, cookie factory
10.73 : лапшичн*, вермишел* | noodle factory, spaghetti
10.82 : конфет*, карамел*, халв* | sweets factory, candy, chewing gum, cocoa processing, cocoa processor, sweet spreads, jams and sweets
10.83 : кофейн*, чаеразвес*, чаеперераб* | instant coffee, tea factory, coffee processing
10.84 : майонезн*, кетчуп*, пряност* | soya sauce, soy sauce, soya sauce brewery, ketchup, mayonnaise, spices, dressings
10.85 : полуфабрикат*, готовых блюд, быстрозаморожен* полуфабрикат*, пельмен* | ready meals, frozen meals, pizza factory, convenience food
10.86 : детск* питан* | baby food, dietetic food, infant nutrition, clinical nutrition, nutricare
10.89 : яйцеперераб*, яичн* порошк*, пищев* добавк*, пектин*, ферментн*, закваск*, глутамат*, пищеконцентрат* | egg processor, egg processing, egg products, egg powder, pectin, food ingredients, food additives, soup factory, hydrocolloids, foods, food factory, food products
10.91 : кормов* добавк*, кормов* завод*, премиксн* | shrimp feed, feed factory, feed compounder, feed producer, dried forage, alfalfa dehydration
10.92 : наполнител* кошач*
11.01 : винокурн*, коньячн*, вискикурн*, водк*, лвз | gin, vodka, rum distillery, cognac, tequila, brandy, alcohol plant, potable alcohol, grain alcohol, distillers, distiller
11.02 : шампанск*, винодельческ*, винзаводы | wine cellar, wine cooperative, sparkling wine, wine producer
11.05 : пивоваренн*, пиво | craft brewery, beer
11.06 : солод, солодовня | malt house, malt factory, maltster
11.07 : лимонад*, газированн* воды, квас* | soft drink, bottled water, lemonade, bottlers, bottler, bottling company
12.00 : табачн*, сигарет* | tobacco, cigarette
13 : суконн*, камвольн*, шелкоткацк*, ковров*, войлочн*, льнян*, валяльн*, хбк | denim mill, cotton mill, woollen mill, wool mill, carpet, carpet mill, knitwear, towel mill, linen mill, textile mill
13.10 : льнозавод*, пенькозавод*, хлопкопряд* | flax mill, scutching mill, hemp mill, jute spinning, yarn, wool combing, coconut fibre, coir fibre
13.30 : крашен* тканей, печатн* рисун* ткан* | textile printing, bleaching works, bleachery
13.92 : парусин*, постельн* бель* | bed linen, tarpaulin
13.95 : нетканых, нетканых материалов, геотекстил* | nonwoven, nonwovens, geotextile, felt maker
14 : трикотажн*, пошив* | knitting factory, uniform maker
14.20 : мехов*, пушно мехов* | fur dressing, furrier
15.11 : меховая и кожевенная, шубн* | wet blue, hide processing, chrome tanning, hides and skins
15.20 : обувная | shoe factory, shoe maker
16.10 : шпалопропит*, пропитк* древесин*, шпалозавод*, лесокомбинат* | wood treatment, wood impregnation, timber treatment, impregnation plant, sleepers creosoting, planing, forest products, wood preserving, wood preservers
16.21 : клеен* щит*, древесноволокн*, ламинированн* плит*, лвл, лвл брус, osb плит*, осп | medium density fibreboard, hardboard, wood panel, laminate flooring, panel board, straw board, board factory wood, lvl, oriented strand board
16.22 : паркет* | parquet
16.23 : клеен* брус*, дверн*, оконн* блок*, домов из бруса, срубов | glulam, timber frame, wooden houses, window frames, roof trusses, millwork
16.24 : бочк*, деревянн* ящик* | cooperage, barrels, wooden packaging
16.29 : пробков*, брикетн*, древесного угля, древесн* мук*, древесн* брикет*, брикет* древесн*, топливн* брикет*, гранул* из лузги, древесн* гранул* | cork, cork factory, wood pellet, wood flour, wood-plastic composite, wood plastic composites, wpc, fuel briquettes, shavings
17.11 : сульфитцеллюлозн*, целлюлоза | cellulose plant, wood pulp, dissolving pulp, fluff pulp, bleached pulp, semi-chemical pulp
17.12 : бумага, картон, бумкартон*, бумделательн*, цбз | de-inking mill, deinking mill, deinked pulp, containerboard, packaging paper, kraft paper, speciality paper, magazine paper, tissue paper mill, recycled fibre mill, cartonboard
17.21 : картонн* тар*, гофр*, бумажн* мешк* | corrugated box, paper sacks, paper bags, carton plant, packaging plant, box company, box and container, box co, corrugated container
17.22 : подгузник*, гигиеническ* бумаг* | diaper, hygiene products, sanitary products
17.29 : литой тары, яичн* лотк*, ячеек для яиц, эковат*, фильтровальн* бумаг* | egg tray, egg trays, moulded pulp, moulded fibre, cellulose insulation, paper labels
18.12 : печатн* двор*, полиграфкомбинат* | printworks, label printer, packaging printer, newspaper, newspapers
19.10 : коксогазов*, нефтекокс*, кокса | coke ovens, coke producer, needle coke, pitch coke
19.20 : нефтемаслозавод*, масел смазочных, битумн* завод*, газоконденсатн* завод* стабилизац* | oil refining, bitumen refinery, lubricant blender, condensate splitter, shale oil, oil shale retort, hydrocracker, coal-to-liquids, coal to liquids, gas-to-liquids
20.11 : углекислотн*, сухого льда, сухой лед, водород*, ацетилен*, кислородн* | co2 plant, co2 liquefaction, hydrogen plant, liquid nitrogen, gas supplier industrial, industrial gas company, electrolyser, hydrogen electrolysis, dry ice
20.12 : дубильн* экстракт*, железоокисн*, анилинокрасочн* | tannin, tannin extract, colour works, tio2, zinc white, ultramarine, lithopone
20.13 : химреактив*, минеральн* солей, цианист*, перекис* водорода, хлорат*, алюмокалиев*, буры, магнезиальн*, криолитов*, желт* фосфор* | chlorate, chemical reagents, sodium sulphate, potassium chloride chemicals, lithium hydroxide, lithium refinery, activated alumina, silica precipitated, precipitated silica, sodium sulphide, sodium bicarbonate, potassium hydroxide, cathode materials, cathode active material, spent acid regeneration, acid regeneration, zeolites, nickel sulphate, cobalt sulphate, chromate, alkali works, alkali plant, soda works, soda plant, soda factory, alkali, fluorochemical, silica, acetylene black, coal gasification chemicals
20.14 : древесноуголь*, древесн* угл*, коксохимпродукт*, нафталин*, дегтеперегон*, смолоперегон*, спирт* синтетическ*, олеохими*, гидролизн*, нхк, нхз | charcoal, charcoal kiln, biochar, naphthalene, tar distillery, tar distillation, coal tar, fatty acids, fatty alcohols, glycerine, glycerol, bioethanol, cellulosic ethanol, polyols bio, methanol plant, tartaric acid, tartrate, maleic anhydride, adipic acid, chlorobenzene, nitrobenzene, mtbe, glycols, acrylic acid, epichlorohydrin, melamine, amines, methylamine, enzymes
20.15 : органоминеральн* удобрен*, органическ* удобрен*, гумат*, компостн* удобрен*, почвогрунт*, почвоулучшител* | soil improver, soil improvers, soil conditioner, soil amendment, organic fertiliser, organic fertilizer, vermicompost, compost fertiliser, nitrate, dap plant, potash fertiliser
20.16 : карбамидоформальдегидн*, смол, пвх, полиэтилентерефталат*, термоэластопласт*, вспенивающ* полистирол* | urea formaldehyde resin, formaldehyde resin, resin producer, bioplastics, plastics producer, polymer producer, masterbatch, compounding plant, fluoropolymers, fluoropolymer, evoh, vinyl, pvdf, polylactide
20.20 : средств* защиты растений | pesticide formulation, agrochemical, weedkiller
20.30 : эмал*, грунтовок, полиграфическ* красок | varnishes, lacquer, ink maker, road marking paint
20.41 : свечн*, синтетическ* моющ* | candle, soap maker, soap works, laundry detergent, cleaning agents
20.42 : зубн* паст* | toothpaste, hair care, fragrance house
20.52 : желатин*, костн* кле* | gelatin, gelatine, bone glue, adhesives
20.59 : антифриз*, смазочн* масел, присадок, катализатор*, фотохимикат*, огнетушащ*, биодизел*, желатин*, флотореагент* | biodiesel, biodiesel refinery, lubricant, greases, antifreeze, catalysts, catalyst, additives, process chemicals, photographic chemicals, brake fluid, firefighting foam, cat litter, absorbents
20.60 : нейлон*, полипропиленов* нит*, углеродн* волокн*, полиэфирн* нит* | polyester staple, staple fibre, lyocell, rayon, carbon fibre, spandex, aramid, polyester yarn, acetate tow
21.10 : субстанц*, пенициллин*, витаминн*, фармсубстанц* | penicillin, vitamins, vitamin c, active pharmaceutical ingredients, insulin
21.20 : медпрепарат* | drug manufacturer, biologics
22.11 : шиноремонт*, шиновосстанов*, восстановлен* шин | tyre retreading, tyre plant, tire plant, tyre maker, retreader
22.19 : резинотехническ*, конвейерн* лент*, рукавов резинов*, резинов* издел* | conveyor belt, rubber glove, rubber gloves, rubber hose, latex gloves, rubber sheet, rubber mats, rubber recycling products
22.21 : труб полиэтиленов*, пенополистирол*, линолеум*, геомембран*, полимерн* пленк*, полиэтиленов* пленк*, стрейч пленк* | plastic pipe, plastic sheet, foam board, eps insulation, xps, polystyrene foam, extruded polystyrene, films, geomembrane
22.22 : полимерн* упаковк*, пластиков* упаковк*, пакетов | preform, plastic packaging, plastic bags, crates plastic, blow moulding
22.22, 17.21 : упаковк* | packaging
22.23 : пластиков* окн*, пвх профил* | window profiles, pvc windows, plastic flooring
22.29 : стеклопластик*, пластмассов* издел* | carpet underlay, rebonded foam, injection moulding, plastic products, plastics processor, plastic moulding, composites, grp, frp
23.12 : зеркал* | windscreen, mirrors, glass processing
23.13 : стеклянн* бутыл*, бутылочн* завод*, хрустал* | glass container, crystal glass, glass bottle
23.13, 23.11 : | glass
23.14 : стекловолокн*, стеклохолст*, стеклонит* | fibreglass mat, glass mat, fiberglass, glass yarn
23.19 : пеностекл*, оптическ* стекл*, кварцев* стекл*, изолятор* стекл* | optical glass, foam glass, quartz glass, laboratory glass, glass beads, cellular glass
23.31 : керамическ* плитк*, изразц* | tile factory, tile works, porcelain tiles
23.32 : кирпич*, дренажн* труб*, керамическ* блок* | brick and tile, clay bricks, clay pipes, brick company, tileries, tilery
23.4 : керамическ* завод*, гончарн*, изразцов* | pottery, ceramics factory, ceramic works
23.42 : унитаз* | sanitary pottery, sanitary ware pottery
23.52 : известковообжигат*, доломитов* мук*, алебастр* | lime producer, lime company, lime burner, limeworks, dolime, gypsum calcining
23.61 : шпал* железобетонн*, бетонн* блок*, брусчатк*, сборн* железобетон*, газоблок*, жбк, зжби, кжби, сжби, газозолобетон*, золобетон* | railway sleeper, railway sleepers, concrete sleepers, blocks, concrete blocks, concrete tiles, terrazzo, kerbstones, aac, autoclaved aerated concrete, lightweight blocks
23.63 : бетон, бетонн* смес* | ready mixed, concrete batching, batching plant, concrete supplier
23.64 : шпатлев*, строительн* смес* | mortar, mortar plant, render plant, grout
23.70 : камнерезн*, гранитн* мастерск*, надгроб* | stonemason, stone cutters, granite works, dimension stone processing
23.91 : абразивн*, шлифовальн* круг*, электрокорунд* | abrasive, abrasive grain, grinding wheels, silicon carbide, fused alumina, corundum
23.99 : теплоизоляцион* материал*, изоляцион* материал*, графитов* издел*, электродн* завод*, битумн* эмульс*, электродн* масс* | insulation, insulation manufacturer, insulation producer, thermal insulation, graphite electrode, graphite electrodes, anode plant, carbon anodes, carbon products, perlite expansion, bitumen, bitumen products
24.10 : передельн* металлург*, сталеплавильн*, сталепрокат*, аглодоменн*, доменн* производств* | steel rolling, steel company, steel producer, steel mills, hot strip, rebar mill, iron works
24.20 : трубн* завод*, трубопрокатн*, труб стальн* | steel tubes, tube works, seamless tubes
24.34 : волочильн*
24.41 : ювелирн* аффинаж | platinum, platinum refinery, silver smelter, precious metal refinery
24.42 : алюминиев* прокат*, фольг* алюмин* | aluminium rolling, aluminium extrusion, aluminium plant, remelter, aluminium remelter, aluminium foil, extrusions
24.44 : медеплавил*, медеэлектролит*, латун* | copper rod, copper electrolysis, brass mill, wire rod copper, copper plant
24.42, 24.44, 24.43 : вторичн* цветн* металл* | secondary non-ferrous metals, secondary nonferrous metals
24.44, 24.43 : | smelter, smelting works
24.51 : чугунолитейн* | grey iron, cast iron foundry, castings
24.53 : литье алюмин*, литье под давлением | die-casting, aluminium foundry, light metal foundry
25.50 : штамповочн*, кузнечно прессов*, поковк* | forge, forgings, stamping plant, press shop, pressings
25.61 : горяч* цинкован*, гальваническ*, термообработ*, покрыт* металлов | galvanizing plant, galvaniser, electroplater, surface finishing, heat treatment, enamelling, coating, hard chrome, anodizer
25.62 : механообработ*
25.72 : замочн*, фурнитур* | hardware
25.92 : жестян*, консервн* банк*, металлическ* банок | tin can, can factory, aluminium cans
25.93 : метизн*, метиз*, канатно проволочн*, гвозд*, пружин*, стальн* канат* | wire rope, steel wire, welding electrodes, wire works, fasteners wire
25.99 : эмалированн*, посудн* | enamelware, cookware
26.11 : микроэлектроник*, печатн* плат* | semiconductor, semiconductors, wafer fab, chip factory, solar panel, solar panels, photovoltaic, pv modules, printed circuit board, pcb, led factory, display panels, silicon wafers, microchip
27.11 : трансформатор*, электродвигател* | transformer, transformers, electric motors, generator works
27.20 : аккумуляторн* завод*, батареек, литий ионн* | gigafactory, battery cells, lead-acid battery, lithium ion battery, battery plant
27.5 : холодильник*, бытов* техник*, стиральн* машин* | white goods, refrigerators, household appliances
28.11 : дизелестроит* | engine plant, engine works, engine factory
28.14 : арматурн* завод*, трубопроводн* арматур* | valves
28.30 : сельхозмаш*, сельскохозяйственн* машин*, тракторн* | agricultural machinery, tractor works, tractor factory
28.4 : станкостроит*, станкозавод*, станочн* | machine tools, machine tool works
28.92 : горн* машин*, экскаватор*, бурового оборудования | mining machinery, construction machinery, excavators
28.93 : продмаш* | food machinery
28.94 : текстильн* машин*, текстильн* оборудован* | textile machinery
28.95 : бумагоделательн* оборудован* | paper machinery
29.10 : автомобильн*, автобусн* | automobile assembly, car assembly, bus factory, truck factory
29.32 : автокомплект* | automotive supplier, automotive components
30.11 : судостро*, ссз | shipyards, shipbuilder, offshore yard
30.20 : вагон*, локомотивн*, электровозостроит* | railway workshop, rolling stock works, locomotive works, train maker, tram works
30.30 : авиационн*, ракетн*, авиадвигател* | aero engines, aircraft factory
31 : мебельн* | furniture factory, kitchen furniture, joinery furniture, upholstery, mattress
32.20 : музыкальн*, рояль*, роялей | musical instruments, pianos
33.15 : морской завод, судоремонтн*, срз
33.17 : вагоноремонтн*, депо, врз, эврз | railway repair, depot
35.11 : геотермальн*, геоэс, теплоэлектростанц*, тэц-газ, гтэс, пгэс, ветропарк, вэс, сэс | biomass power, coal-fired cogeneration, diesel power, pumped storage, photovoltaic power, oil shale power, peat power plant, generating company, landfill gas power, coal plant, lignite plant, lignite power, coal-fired plant, gas-fired plant, oil-fired plant, tpp, hpp, npp, gtpp, gtes, shpp, pspp, mobile power station, mhpp, sdpp, pshpp, geopp, mges, energy generation, electric power, electricity generation, generating plant
35.21 : метантенк*, биометан*, биореактор*, сбраживан*, биогазов* станц*, биогазов* комплекс* | digester, biodigester, biogas company, anaerobic digester, synthesis gas plant, gasifier, landfill gas
35.22 : газораспредел*, газов* хозяйств*, газокомпрессор* | gas network, gas distribution, gas grid, gas pipeline
35.30 : теплов* компан*, теплогенер*, паросилов*, теплосетев*, теплоисточник*, мини тэц, районн* котельн* | heat supplier, heat company, district cooling, district heat, heat distribution, boiler plant, steam boilers, steam plant, heat supply, municipal heating, utility island, chpp, chpps, tets, energy centre, energy center, boilerhouse, boilerplant, boilers, steam boilers, heating centre
36.00 : опреснит*, водоканалы, водоснабжен* | desalination, water works, water company, water supplier, reclaimed water plant, water reclamation, water recycling
37.00 : снегоплавильн*, ливнев* канализац*, биологическ* очистк*, станция аэрации | sewage treatment works, wastewater reclamation, wastewater reclamation plant, sewage reclamation, effluent plant, common effluent treatment plant, sludge digestion, wastewater utility, sludge treatment centre, sludge treatment, water recycling centre
38.11 : транспортировк* отходов, жкх отход* | waste company, waste handler, waste management, skip hire, waste collectors
38.21 : свалк*, мусоросжигательн*, шламонакопител*, хвостохранил*, компостн* площадк*, вермикомпост*, мсз, мпбо | composter, composters, waste-fired, refuse-fired, incinerator, waste treatment plant, dump, composting facility, food waste composting, mswi, mswi facility, waste incinerators, garbage
38.22 : нефтешлам*, шламов* амбар*, ртут*, медотход*, переработ* нефтешлам*, переработ* нефтеотход*, переработ* нефтесодержащ* отход*, утилизац* нефтешлам* | oil sludge treatment, oil sludge, mercury recovery, mercury recycling, hazardous waste company, toxic waste, asbestos disposal
38.31 : разделк* судов, авторазборк* | ship breaking, ship breakers, shipbreaking, vehicle dismantling, car dismantling
38.32 : ветош*, сортировк* вторсырья, вторресурс*, вторма*, вторпластик*, лом, вторцветмет*, цветметвтор*, резинов* крошк*, вторичн* гранул*, вторичн* полимер*, полимерпереработ*, переработ* пэт, пэт переработ*, вторичн* полиэтилен*, вторичн* пэт*, копров* цех*, черметлом*, флекс*, пэт флекс* | rag sorter, salt slag treatment, dross treatment, salt slag, textile sorting, textile recycler, sand reclaimer, foundry sand reclamation, e-waste recycler, plastics recyclers, glass recyclers, metal recyclers, battery recycler, gypsum recycler, wood recycler, carpet recycler, reclaimer, reclamation plant, crumb rubber, tyre recyclers, scrap merchant
39.00 : биоремедиац* | soil remediation, bioremediation
41.20 : домостроительн* компан*, генподряд* | building contractor, construction firm, home builder
42.11 : автодорог*, мостоотряд*, дорстрой* | highway, highways, road company, pavement contractor
42.13 : мостовик*, мостотрест*, мостострой* | bridge works
42.91 : дноуглубит*, гидротехнич* | dredging, dredger, marine contractor, harbour construction
43.11 : | wrecking company
43.12 : землян* работ* | earthworks, excavation contractor, groundworks
46 : рынок оптов* | wholesale market, distributor
47 : супермаркет*, торгов* центр* | supermarkets, shopping mall, shopping centre, grocery
49 : автохозяйств*, автопредприят*, железная дорога, трамвайн*, троллейбусн*, локомотивн* депо | railway company, bus company, bus operator, fleet operator, logistics, trucking company
52.10 : склад*, зернохранил*, холодильник складской, нефтехранил* | storage terminal, tank farm, cold store, tank terminal, silo, grain elevator, grain silo, elevator, storage, oil storage, petroleum storage
55 : гостиниц*, отель, санатор* | hotel, hotels
56 : столов*, ресторан*, кафе, общепит*, комбинат питания | restaurant, restaurants, catering, canteen
63.11 : майнинг*, серверн* | data centres, server hall, computer centre, computer center, data center, data centers, datacenter, datacenters, data centre, idc
68 : бизнес центр, жилой комплекс, управляющ* компан* | housing company, housing association, real estate, residential area
81.30 : зеленхоз*, озеленен*, парк культуры, горзеленхоз* | landscaping, landscaper, park department, parks department, landscape contractor
84 : горисполком* | council, town, city, municipal department, naval base, air force base, raf, barracks, defence, prison, air force, royal air force, royal navy, ministry of defence
85 : институт, кампус | university campus, schools
86 : роддом* | hospitals, nhs, nhs trust, infirmary, medical center, medical centre
91 : зоопарк*, ботаническ* сад | zoo, botanical garden
93 : ледов* арен*, горнолыжн*, спорткомплекс* | ski resort, sports centre, water park, swimming baths
96 : прачечн* комбинат, крематор*, баня | hospital laundry, dry cleaning, industrial laundry
23.6 : ксм, зсм, комбинат стройматериалов
25.11 : змк
33.12 : рмз, ремонтно механическ*
49.4 : атп
49.31 : патп
24.45 : гмк
27.12 :  | power technologies, power systems, power grids, power tools maker, power electronics
35.11, 36.00 :  | municipal utilities, public utilities, utility district
49.50 :  | compressor station, compressor stations, gas compressor station, pipeline company
08.91 :  | phosphate company, phosphates
23.51 :  | slag micropowder, slag micro powder, ground slag powder
`;
