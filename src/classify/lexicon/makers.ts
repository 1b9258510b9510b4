/** Words by which companies and the origin of a waste are called; a line: `NACE[, NACE] : Russian words | English words`. */
export const MAKERS = `
01.11 : растениевод*, агрофирм*, зерновое хозяйство, земледел* | arable farm, crop farm, crop growing, arable, grain farmers, crop farmers, cane farmers, sugar cane farmers, cane growers, beet growers, rice farmers, cotton farmers, sugarcane growers, sugarcane farmers, sugar cane growers, cane plantation, cane planters
01.13 : теплиц*, теплич*, овощевод*, грибн*, томатн*, гидропони*, салатов* | greenhouse, greenhouses, glasshouse, vegetable growing, horticulture, vegetable farmers, tomato growers, mushroom, mushrooms, hydroponic, hydroponics, herb grower, salad grower, tomatoes, cucumbers, tomato grower, lettuce
01.19 : сена, кормовых трав, цветовод* | hay farm, hay, forage, flower grower, floriculture
01.41 : молочное животноводство, молочная ферма, молочной ферм*, молочнотоварн*, племзавод*, коровник*, агрохолдинг крс, агрополис, племенн* завод* молочн*, племхоз*, молочного направления | dairy farm, dairy farms, dairy cattle, milking farm, dairy farming, cowshed, dairy farmers, dairy farmer, dairy herd, dairy cattle
01.42 : откорм* крс, мясное скотоводство, мясн* скот* | cattle farm, beef farm, feedlot, cattle fattening, graziers, grazing, beef cattle, cattle station, ranch
01.46 : свинокомплекс*, свиновод*, свиноферм*, свинарник*, свиноводческ*, свинов* | pig farm, pig complex, piggery, swine farm, pig farms, pig breeding, pig farming, pig farmers, pork farm
01.47 : птицефабрик*, птицевод*, птичник*, птицекомплекс*, курятник*, птицефабрик* бройлерн*, яичн*, бройлер* | poultry farm, poultry complex, poultry, broiler farm, egg farm, hatchery, henhouse, layer hen, turkey farm, egg producer, poultry farmers
01.49 : зверовод*, звероферм*, зверохозяйств*, звероводческ* хозяйств*, пушн*, пчеловод*, кролиководч*, овцевод*, коневод*, племконзавод* | fur farm, mink farm, insects, insect breeding, mealworm
01.61 : известкован* | liming cooperative, soil liming
02 : лесхоз*, лесозаготов*, лесничест* | forestry, logging, forest company
03.2 : рыбовод*, аквакультур*, рыборазвод*, рыбопитомник*, форел*, осетров*, рыбхоз*, рыбн* хозяйств*, карпов* хозяйств*, устричн*, мидий*, рыбоводн* пруд*, прудов* хозяйств* | fish farm, aquaculture, fish farming, trout, shrimp farm, fish hatchery, trout hatchery, smolt, smolt hatchery, salmon hatchery, salmon farm, halibut, halibut farm, turbot, sea bass, sea bass farm, sea bream, tilapia, eel farm, sturgeon, shellfish farm, oyster farm, mussel farm, fish hatcheries, recirculating aquaculture, fish cages, shrimp pond, shrimp ponds, fish ponds, fish pond, prawn farm
05.10 : шахта, угольный разрез, углеобогат*, угледобы*, угольн* шахт* | colliery, coal mine, coal mining, coal washing, coal washery, coal preparation, underground coal
05.20 : бурого угля, буроугольн* | brown coal mine, lignite mine
06.10 : нефтедобы*, нефтепромыс* | oil extraction, oilfield, oil field
07.10 : железорудн*, гок, горно обогатительн*, железорудные окатыши, окатыш* | iron ore mine, iron ore mining, iron ore pellet, iron ore pellets, iron ore pelletizing, iron ore pelletising
07.29 : рудник*, медный рудник, золотодобыва*, полиметалл*, хромитов*, марганцев* рудник | ore mine, metal ore mining, copper mine, gold mine, bauxite mine, nickel mine, zinc mine, lead mine, chromite mine, chrome mine, manganese mine, tungsten mine, tin mine, molybdenum mine
08.11 : известняков* карьер*, карьер камня, камнедобыва* | limestone quarry, dimension stone, building stone quarry, dolomite, gypsum mine, gypsum quarry, limestone mine, slate quarry, marble quarry
08.12 : карьер*, щебеночн*, песчаный карьер, нерудн*, формовочн* песк*, обогатительн* комбинат формовочных песков, горно обогатительный комбинат формовочных песков, кварцев* песк*, дробильно сортировочн*, камнедробил*, гранитн* карьер* | quarry, quarries, gravel pit, sand pit, aggregates quarry, silica sand, foundry sand quarry, sand and gravel, roofing granules, crushed stone, stone crusher, crusher plant, granite quarry, kaolin, china clay
08.91 : апатит, апатитов*, калийн*, фосфорит* | phosphate mine, apatite, potash, phosphate rock
08.92 : торф*, торфян* | peat
08.93 : солеварен*, соледобы* | sea salt, salt works, saltworks
08.99 : янтарн*, асбестов* гок, асбестовск* гок, асбестов* комбинат, графитов*, слюд*, тальков* | asbestos mine, talc, graphite mine, barite, feldspar, diatomite
10.11 : мясокомбинат*, бойня, убойн*, мясопереработ*, хладобойн* | meat plant, slaughterhouse, abattoir, meat packing, meat processing, slaughter house
10.12 : птицеперерабат*, убой птицы, убой бройлеров, переработка птицы | poultry slaughterhouse, poultry processing, poultry slaughter, turkey processing, chicken processing
10.13 : колбас*, рендеринг*, ветсанутил* | rendering plant, rendering, sausage factory, meat products
10.20 : рыбоконсерв*, рыбокомбинат*, рыбообработ*, рыбоперерабат*, рыбозавод*, рыбопереработк*, рыбопродукт*, водорослев* | fish cannery, fish processing, fish factory, fish plant, fish filleting, seafood processing, salmon processing, herring processing, shellfish processing, seaweed, kelp, fish oil, surimi
10.3 : овощеконсерв*, плодоовощ*, консервный завод, соков* | fruit and vegetable, vegetable processing, juice, cannery, canned vegetables, fruit processing
10.31 : картофелеперерабат*, чипс* | potato processing, crisps, french fries
10.32 : сок, соки | fruit juice, orange juice
10.39 : консерв*, заморозка овощей, заморожен* овощ* | frozen vegetables, canning, pickles, jam, dried fruit, cashew, cashew nut, nut processing, nut shelling, dried fruits, tomato processing, tomato paste, tomato cannery, tomato ketchup, frozen food, frozen foods, vegetable canning, cannery of vegetables
10.41 : маслоэкстракц*, маслозавод*, масложир*, маслобой*, маслоэкстрак*, растительных масел, растительного масла, соевого масла, подсолнечного масла, рапсового масла | oilseed crushing, oil mill, vegetable oil, oilseed, edible oil, seed crushing, oil extraction plant, soybean oil, rapeseed oil, sunflower oil, palm oil, rice bran oil, soya oil, olive oil, palm oil mill, coconut oil, copra mill
10.42 : маргарин*, майонез* | margarine
10.51 : молочный комбинат, молочн* завод*, молокозавод*, сыродел*, маслосыр*, молочн*, йогурт*, сырзавод*, сыроварн*, сырзавод* , сыроварени* | dairy, yogurt, yoghurt, dairies, creamery, cheese factory, cheese dairy, milk processing, whey powder, milk plant, cheesemaker, valio, arla
10.52 : мороженое, мороженого | ice cream
10.61 : мельниц*, мукомольн*, крупозавод*, хлебопродукт* | flour mill, grain mill, flour milling, grain milling, miller, rice mill, rice mills, dal mill
10.62 : крахмал*, крахмалопаточн*, глюкоз*, клейковин* | starch, starch factory, starch plant, wheat gluten, glucose, corn wet mill
10.71 : хлебозавод*, пекарн*, хлебокомбинат*, хлебопек* | bakery, bakeries, bread
10.73 : макарон* | pasta, noodles
10.81 : сахарный завод, сахарн*, свеклосахар* | sugar factory, sugar mill, sugar refinery, beet sugar, sugar plant, beet factory, british sugar, beet sugar factory
10.82 : кондитер*, шоколад* | confectionery, chocolate
10.83 : кофе, чайн* | coffee, tea, coffee roaster
10.84 : уксус*, горчиц*, соусов, приправ* | vinegar, condiments, mustard, sauces
10.89 : дрожжев* | yeast plant, yeast factory, yeast producer
10.91 : комбикорм*, рыбной муки, аквакорм*, кормов для рыб, рыбн* корм*, премикс* | compound feed, feed mill, animal feed, fishmeal, aquafeed, fish feed, pet and fish feed, premix
10.92 : зоокорм*, кормов для домашних животных, корм* для кошек, корм* для собак | pet food, dog food, cat food
11.01 : спиртзавод*, спиртов*, ликеро*, винокур*, спиртзавод, водочн* | distillery, distilleries, spirits, ethanol plant, bioethanol, whisky
11.02 : винзавод*, винодел* | winery, wine
11.03 : сидр* | cider
11.05 : пивоварен*, пивзавод*, пивовар*, пивовр*, пивобезалкогольн*, пивн* | brewery, breweries, brewing, brewer, carlsberg, heineken
11.06 : солодов* | malting, maltings, malthouse
11.07 : безалкогольн*, напитк*, минеральных вод, розлив*, минеральн* вод* | soft drinks, beverage, bottling, mineral water
13 : текстил*, ткацк*, прядил*, хлопчатобум* | textile, weaving, spinning mill, fabrics
13.10 : прядильн*, льнокомбинат*, шерстомой* | spinning, cotton spinning, wool scouring, silk reeling, jute mill, coir
13.30 : красильн*, отделочн* фабрик*, ситценабивн* | dyeing, dye house, textile finishing, denim dyeing
13.94 : канат*, сетевяз*, сетеснаст*, рыболовных сетей | fishing net, fishing nets, netting, rope maker, cordage, twine
14 : швейн* | garment, clothing, apparel
15.11 : кожевен*, кожзавод*, дубильн* | tannery, tanneries, leather
15.20 : обувн* | footwear, shoe, leather board manufacturer
16.10 : лесопил*, лесопильн*, деревообраб*, пилорам*, лесозавод*, распил*, лдк, лесоперераб*, лпк, лесопромышлен*, деревоперераб*, док, доз, деревообрабатывающ* комбинат, лесозаготовительн* и деревообраб* | sawmill, sawmills, saw mill, sawmilling, timber mill, wood processing, timber processing, lumber, woodworks, planing mill
16.21 : фанерн*, древесных плит, дсп, дстп, древесностружечн*, плитный, двп, мдф | plywood, particleboard, chipboard, fibreboard, board plant, mdf, veneer, osb, panel plant
16.23 : столярн*, окна деревянные | joinery, carpentry, wooden windows
16.24 : поддон*, деревянн* тар* | pallet, pallets, crates
16.29 : пеллет*, пеллетн*, топливн* гранул*, топливн* брикет* | pellet plant, wood pellets, pellets, pellet mill, briquette
17.11 : целлюлоз*, цбк, целлюлозно бумажн*, сульфатцеллюлозн*, бисульфит*, илим | pulp mill, kraft mill, pulp, kraft pulp, sulphite mill, bisulphite, metsä fibre, botnia
17.12 : бумажн*, бумкомбинат*, картонн*, картонно бумажн*, бумажная фабрика, газетн* бумаг*, офисн* бумаг*, кбк, картонно бумажн* комбинат* | paper mill, board mill, cardboard mill, paper machine, tissue mill, papermill, paperboard, paper, linerboard, newsprint, kraftliner, fine paper, fluting
17.21 : гофрокартон*, гофротар*, гофра, картонажн*, гофроупаков*, упаковк* картон* | corrugated board, corrugated packaging, box plant, cardboard boxes, corrugated cardboard, carton packaging
17.22 : туалетн* бумаг*, салфет*, тиссью, бумажн* полотен* | toilet paper, tissue paper, napkins, diapers, tissue, toilet tissue
18.12 : типограф*, полиграф* | printing house, printing, print shop, photo finishing, commercial printer, offset printer
19.10 : коксохим*, коксов* | coke oven, coke plant, cokery, coking plant
19.20 : нпз, нефтеперегон*, нефтепродукт*, нефтеперераб*, нефтехимкомбинат*, маслосмесит*, лукойл нефтеперераб* | oil refinery, refinery, petroleum refinery, refineries, petroleum refining, neste, equinor refinery, statoil refinery
20.11 : промышленных газов, кислородн* завод*, криоген*, технических газов, сжатых газов, аргон*, жидк* азот* | industrial gas, air separation, industrial gases, liquefied gases, carbon dioxide recovery, co2 recovery, oxygen, nitrogen gas, argon, acetylene, hydrogen producer, gas liquefaction, woikoski, air products, praxair, linde, aga gas, air liquide, boc gases, messer
20.12 : диоксида титана, пигмент*, красител*, белил* | titanium dioxide, pigment, pigments, dyes, dyestuff, dyestuffs, colourants
20.13 : сернокислотн*, хлорн*, содов*, производств* серной кислоты, соды, хлорщелочн*, фтористых солей, каустик*, сульфат* алюминия, кальцинирован* сод*, жидкое стекло, фторид*, поликремни*, кремнийорган*, хромов* соединен*, бихромат*, йод*, бром*, серн* кислот*, соляной кислоты, перекис*, силикат* натрия | sulphuric acid plant, chlor-alkali, soda ash, inorganic chemical, inorganic chemicals, alumina chemical, caustic soda, chlorine, hydrochloric acid, sodium silicate, hydrogen peroxide, sodium chlorate, phosphorus, aluminium fluoride, carbon black, calcium carbide, aluminium sulphate, alum, alum manufacturer, alum plant, catalyst plant, catalyst manufacturer, precipitated calcium carbonate, pcc, chlorine dioxide, hydrofluoric acid, fluorochemicals, sodium cyanide, bromine, titanium tetrachloride, industrial phosphates, polysilicon, fluor, fluorine, fluorides, chromium chemicals, iodine, lithium carbonate, boric acid, zinc oxide, barium, magnesium oxide, sulphates, sulphuric acid, hydrogen fluoride, phosphates plant, yellow phosphorus, metal salts, chlor alkali unit, alkali chemicals, ssp, peroxide, acid plant, sulfuric acid, sulphuric acid producer
20.14 : этиленоксид*, метанол*, оргсинтез*, нефтехим*, этилен*, пропилен*, бензол*, фенол*, ацетон*, стирол*, уксусн* кислот*, лимонн* кислот*, капролактам*, бутадиен*, гидролизн*, лесохимич*, канифольн* | petrochemical, organic chemicals, methanol, ethylene, steam cracker, biodiesel, olefins, styrene, monomer, propylene, benzene, phenol, acetone, acetic acid, citric acid, caprolactam, butadiene, ethylene glycol, formaldehyde, terephthalic acid, novozymes, dye intermediates, drug intermediates, tall oil, oleochemical, oleochemicals, bio refinery, biorefinery, ethanol, ethylene oxide, propylene oxide, phthalic anhydride, aniline, acrylonitrile, vinyl chloride, vinyl acetate, isocyanate, plasticizer, rosin, turpentine, furfural, lactic acid, benzoic acid, aromatics, butanol, oxo alcohols
20.14, 20.13 : химическ* завод*, хим завод, химпредприяти*, химзавод*, химкомбинат*, химическ* комбинат* | chemical, chemicals, chemical plant, chemical works, chemical company, chemical complex, chemical industries
20.15 : фосфорных удобрений, минеральных удобрений, азотн*, удобрен*, аммиачн*, азотный комбинат, фосфорной кислоты, агрохим*, карбамид*, селитр*, суперфосфат*, аммофос*, нитроаммофос*, азофоск*, акрон, уралхим, фосагро, еврохим, куйбышевазот | fertiliser, fertilizer, ammonia plant, nitrogen works, phosphate fertiliser, phosphoric acid, urea plant, fertilizers, fertilisers, superphosphate, urea, ammonium nitrate, nitrogenous, npk, ammonium phosphate, nitric acid, yara, csbp
20.16 : полимерн*, полиэтилен*, полипропилен*, поливинилхлорид*, полистирол*, эпоксидн*, пэтф, поливинилхлоридн*, фенопласт*, карбамидных смол, синтетических смол, полиакриламид*, фторопласт*, поликарбонат*, полиамид* | polymer plant, polyethylene plant, plastics in primary forms, polystyrene producer, pvc resin, polycarbonate, epoxy, nylon, resins, pvc, polyethylene, polypropylene, polystyrene, polyolefin, polyolefins, polyurethane, pet resin, polymers, polyacrylamide, cpvc, polyamide, abs resin, pet polymer, melamine resin, phenolic resin, ptfe, styrenics, acrylics, engineering plastics, silicones, polyacetal, polyester resin, unsaturated polyester, nylon resin, polyol, polyols, superabsorbent, pmma, vinyls
20.17 : синтетическ* каучук*, каучук*, латекс*, бутадиен стирольн* | synthetic rubber, rubber latex, epdm, sbr, butyl rubber, elastomer, elastomers, nbr, nitrile rubber, sbr rubber, polybutadiene
20.20 : пестицид*, гербицид*, ядохимикат* | herbicide, herbicides, pesticide, pesticides, crop protection
20.30 : лакокрас*, красок, типографск* краск* | paint factory, paint, coatings, varnish, printing ink, printing inks, inks
20.41 : мыловар*, моющих, стиральн* порошк*, бытов* хими*, шампун*, пав, поверхностно активн* | soap, detergent, washing powder, detergents, household chemicals, shampoo, surfactant, surfactants
20.42 : косметик*, косметич*, парфюм* | cosmetics, perfume, personal care, toiletries, shampoo manufacturer
20.51 : спичечн*, спичек, взрывчат*, пиротехн* | match factory, explosives, pyrotechnics
20.52 : клей, клея | wood adhesives, glue
20.59 : биодизель*, клеев*, биохим*, активированн* угл*, активных углей | adhesive, chemical products, speciality chemicals, specialty chemicals, fine chemicals additives, lubricants, biodiesel plant, carbon reactivation, activated carbon
20.60 : вискоз*, химволокн*, полиэфирн* волокн* | viscose, acrylic fibre, polyester fibre, man-made fibre, nylon fibre
21.10 : фармац*, фармзавод*, антибиотик* | pharmaceutical, pharma, antibiotics, novo nordisk, bulk drug, bulk drugs, active pharmaceutical
21.20 : таблет*, лекарств*, вакцин* | tablets, medicines, drugs, vaccine, vaccines
22.11 : шинный завод, шинное, шин восстановлен* | tyre factory, tyre manufacturer, retreading, tyre retread
22.19 : резинотехн*, резиновых изделий, рти | rubber goods, rubber products, rubber
22.2 : пластмасс*, полимерных изделий, пленок, окон пвх | plastics products, plastic packaging, plastics, injection moulding
22.21 : пленк* полимерн*, полимерн* труб* | plastic film, plastic pipes, plastic sheets
22.22 : пэт бутыл*, преформ* | pet bottle manufacturer, plastic bottles, plastic containers, preforms
22.29 : литье пластмасс, литья пластмасс | injection moulder, plastic mouldings
23.11 : листового стекла, флоат*, оконн* стекл* | flat glass, float glass, window glass
23.12 : стеклопакет*, закаленн* стекл*, автостекл* | insulating glass, window manufacturer, tempered glass, glazing units, mirror factory
23.13 : стеклотар*, стекольный, стеклозавод*, стекольн*, стеклобутыл*, стеклянн* тар* | container glass, glassworks, glass works, bottle factory, glass factory, bottle glass, glass bottles, glass jars, glass packaging
23.14 : стекловат*, стекловолок* | glass wool, glass fibre, glass-fibre, fibreglass
23.20 : огнеупор*, шамот*, динас*, магнезитов*, периклаз* | refractory, refractories, firebricks, fireclay, magnesia, magnesite, dead burned magnesia
23.31 : плитки, кафел*, керамогранит* | ceramic tile, ceramic tiles, tiles
23.32 : кирпичн*, черепиц*, керамзит* | brick, brickworks, brick works, clay brick, roof tile, expanded clay, paving clay, lightweight aggregate, lytag, brickyard, brickmaker, brick kiln, brickfield, clay works
23.41 : фарфор*, фаянс* | porcelain, ceramics, tableware
23.42 : сантехнич* керамик*, санфаянс* | sanitary ware, sanitaryware
23.51 : цементн*, клинкер*, цемзавод*, портландцемент*, евроцемент, помол* шлака, шлакоцемент* | cement plant, cement works, cement, cement grinding, cement kiln, portland cement, slag cement, lafarge, holcim, cemex, heidelberg cement, finnsementti, slag powder, ground slag, ggbs, slag grinding, slag mill, calcium aluminate cement
23.52 : известков*, известь, извести, гипсов*, гашен* извест* | lime works, lime kiln, lime plant, lime, plaster plant, quicklime, hydrated lime
23.6 : строительных материалов, стройматериал* | building materials
23.61 : жби, железобетон*, газобетон*, ячеист*, домостроит*, силикатн*, жбк, пенобетон*, силикатн* кирпич*, дробле*, шлакоблок*, шлакоблоч*, пескобетон*, стеновых блоков, тротуарн* плитк*, строительных конструкций, жбиик, кпд, стройиндустри* | precast concrete, concrete products, aerated concrete, concrete, precast, cellular concrete, concrete pipe, concrete pipes, sand-lime brick, building blocks, concrete block, cinder block, block factory, block plant, block works, paving stones, pavers, structural concrete, hollow core slabs
23.62 : гипсокартон*, гкл, гипсов* плит*, кнауф, гипсов* издел* | plasterboard, gypsum brick, gypsum bricks, gypsum block, gypsum blocks, gypsum board, wallboard, drywall, gyproc, gypsum boards, knauf, gypsum products
23.63 : бетонный узел, товарн* бетон*, рбу | ready-mix, ready mixed concrete, ready-mixed
23.64 : сухих смесей, сухие смеси, штукатурн* | dry mortar, plaster mixes
23.70 : камнеобраб*, мрамор* | stone cutting, marble
23.91 : абразивн* инструмент* | abrasives
23.99 : асфальтобетонн*, абз, асфальтный, минватн*, минераловатн*, минеральной ваты, минваты, базальтов* ват*, каменн* ват*, рубероид*, битумн* кровл*, кровельн* материал*, битумн*, минераловатн* плит*, теплоизоляц* | asphalt plant, asphalt, mineral wool, stone wool, rock wool, bituminous roofing, roofing felt, basalt wool, insulation wool, coke calciner, calcined coke, petroleum coke calcining, roofing, bitumen emulsion, asphalt shingles, asphalt company, stone wool slabs, insulation boards
24.10 : металлург*, электросталеплав*, сталелитейн*, мартенов*, доменн*, электрометаллург*, меткомбинат*, сталеплав*, эспц, чугунно, прокатн*, миниметзавод*, ферросплав*, ферросилиц*, феррохром*, силикомарган*, металлопрокат*, чугун*, домна, аглофабрик*, северсталь, нлмк, ммк, евраз, мечел | steelworks, steel works, steel mill, steel plant, eaf, blast furnace, steelmaking, ironworks, iron and steel, electric arc furnace, rolling mill, ferroalloy, ferroalloys, ferrochrome, ferrosilicon, silicomanganese, ferronickel, pig iron, steelmaker, sponge iron, stainless steel, arcelormittal, posco, outokumpu, ssab, ruukki, tinplate, tinplate works, steel corporation, ferro manganese, ferromanganese, ferro silicon, mini mill, minimill, melt shop, direct reduced iron
24.20 : трубопрокат*, стальн* труб*, бесшовн* труб* | seamless tube, steel pipe, steel tube, steel pipes, tube mill, pipe mill, seamless pipe, welded pipe
24.34 : метизн*, сталепроволоч* | wire drawing
24.41 : драгоценн* металл*, аффинаж* | precious metals, gold refinery, silver refinery
24.42 : алюмини*, глинозем*, нефелин*, бокситы, бокситов*, алюминиев* сплав*, русал | aluminium smelter, alumina refinery, alumina, aluminium, aluminum, aluminium recycling, primary aluminium, secondary aluminium, alcoa, rusal, norsk hydro, bauxite refinery
24.43 : цинков*, свинцов*, выплавк* свинца, выплавк* цинка, оловян*, свинцов* завод*, цинков* завод* | zinc smelter, lead smelter, zinc, lead, zinc refinery, lead refinery, tin smelter
24.44 : медеплав*, медный завод, медная, медное, медные, медного, медной, выплавк* меди | copper smelter, copper, copper refinery, copper works
24.45 : никелев*, феррoникель, магниев*, титано магниев*, вольфрам*, молибден*, норникель, норильский никель, электролитическ* марганц*, кремний металлическ*, редкоземельн*, редких металлов, кобальт* | nickel, cobalt, vanadium, titanium, magnesium, nickel refinery, tungsten, molybdenum, norilsk nickel, electrolytic manganese, silicon metal, rare earth, rare earths, rare metals, tantalum, niobium, titanium sponge, magnesium smelter
24.51 : литейн*, чугунолит*, чугунн* лить*, чугунного литья | foundry, foundries, iron foundry, grey iron castings, ductile iron, iron castings
24.52 : стальн* лить*, стального литья | steel castings, steel foundry
24.53 : алюминиев* лить* | aluminium castings, die casting, aluminium die casting
25.11 : металлоконструкц*, стальн* конструкц*, сэндвич панел*, металлическ* конструкц* | metal structures, steel structures, steel fabricator, steel construction, structural steel, sandwich panel, sandwich panels
25.50 : кузнечн*, штампов*, штамповк* | forging, stamping, pressing of metal, sheet metal stamping, drop forging
25.61 : гальван*, цинкован*, покрытий металлов, анодирован*, горячее цинкование, порошков* покраск*, анодиров*, хромиров*, никелиров* | plating shop, galvanising, electroplating, plating, metal coating, metal finishing, surface treatment of metals, anodizing, anodising, galvanizer, galvanizing, powder coating, chrome plating, electroplating park, plating park
25.62 : механообраб*, мехобработ*, металлообраб*, токарн*, станочн* | machine shop, machining, metalworking
25.92 : жестянобан*, алюминиев* банк* | can maker, beverage cans, tin cans factory
26 : радиозавод*, микроэлектрон*, приборостр* | electronics, semiconductor
26.11 : полупроводник*, микросхем*, солнечн* элемент* | wafer, wafers, solar cells, chips fabrication, microchips
27.20 : аккумулятор*, аккумуляторн*, свинцов* аккумулятор* | battery, batteries, lithium-ion, lithium ion
27.32 : кабель*, кабельн* | cable, cables
27.51 : холодильник*, стиральн* машин* | refrigerators, washing machines, household appliances
28 : машиностроит*, станкостроит*, котельн* завод*, станкостро*, машинострои*, машзавод* | machinery, machine building, machine works, engineering works
28.11 : турбин*, дизел* | turbines, diesel engine, diesel engines
28.30 : трактор*, сельхозмаш*, комбайн* | tractors, tractor, agricultural machinery
29.10 : автосборочн*, автозавод*, автомобильный завод, автомобилестр* | car plant, car factory, automobile, vehicle assembly, automotive plant
29.32 : автокомпонент* | car parts, automotive parts, auto parts
30.11 : верф*, судостроит*, судоверф* | shipyard, shipbuilding, ship building
30.20 : вагоностроит*, вагонный, локомотив* | wagon works, rolling stock
30.30 : авиацион*, авиастроит*, вертолет* | aircraft, aerospace, helicopter
31 : мебел* | furniture
32.50 : медицинских изделий, протез* | medical devices
33.15 : судоремонт*, сухой док, плавучий док | ship repair, dry dock
35.11 : электростанц*, грэс, тэс, электроцентрал*, электрогенер*, ветропарк*, ветроэлектр*, солнечн* электростанц*, гидроэлектр* | power plant, power station, power plants, coal power, generating station, geothermal, wind farm, solar farm, hydropower, thermal power, gas turbine, ccgt, power producer, power generation, electricity producer, nuclear, hydroelectric, energy producer
35.11, 35.30 :  | energy, power
35.12 : подстанц*, электросет* | substation, grid operator, transmission operator
35.21 : биогаз*, биогазовая электростанция | biogas, biogas plant, anaerobic digestion plant, ad plant, biogas power plant, biogas power station, biogas cogeneration, biogas chp, liquefied biogas, biomethane
35.30 : тэц, котельн*, теплоэлектроцентр*, теплосет*, теплоснаб*, теплов* сет*, отопительн*, котельная, когенерац*, энергоснаб* | chp, district heating, heating plant, boiler house, combined heat and power, heat plant, boilerhouse, heating utility, heating station, cogeneration, heating company, steam supply, energia, lämpövoima, voima, fjernvarme, fjärrvärme, kaukolämpö, stadtwerke, district energy, steam network, steam grid, steam company, steam pipeline, energy services, utility services, utilities, utilities provider, chemical park, industrial park operator, site services, steam supplier, steam producer, steam utility
36.00 : водоканал*, водозабор*, водопровод*, водоподготов*, водоочистн* | waterworks, water supply, water utility, drinking water plant, water treatment works
37.00 : очистн*, канализац*, очистные сооружения, кос, бос, водоотведен* | sewage works, wastewater treatment plant, wwtp, sewage treatment, waste water treatment plant, sewerage, sewage board, sewerage board, sewage company, effluent treatment, sludge treatment plant, wastewater works, waste water works, wastewater company, wastewater, cetp, sewage, sewage plant, waste water treatment works, municipal wastewater, waste water plant, wastewater plant, sewage farm, sewage disposal
38.11 : мусоровоз*, вывоз мусора, вывоз отходов | refuse collection, waste collection, waste hauler
38.11, 38.22 :  | environmental, environmental services
38.21 : мусоросортир*, полигон*, тко, мусоросжиг*, rdf, мусороперераб*, компостирован*, компостн*, полигон* тко, мусоропереработ*, мусоросортиров*, мусор* | landfill, rdf producer, composting plant, waste incineration, waste-to-energy, municipal waste treatment, waste incinerator, msw, composting, household refuse, refuse derived fuel, green waste, mechanical biological treatment, incineration plant, sludge incinerator, sludge incineration, energy from waste, efw, wte, waste to energy, energy recovery facility, msw incinerator, sorting plant, compost, compost plant, mbt, waste combustor, refuse combustor, municipal waste combustor, refuse to energy, garbage incinerator, municipal waste, resource recovery facility, solid waste facility, transfer station
38.22 : регенерации масел, обезврежив*, утилизац* опасн*, медицинских отходов, промышленных отходов, отработанных масел, токсичн* отход*, полигон промышленных отходов, регенерац* растворител* | hazardous waste, re-refinery, oil re-refinery, solvent recovery, infectious waste, medical waste, waste oil regeneration, waste oil, used oil, hazardous waste landfill, liquid waste, hazardous waste incinerator, hazardous waste incineration, chemical waste, special waste, solvent recoverer, solvent recycler, solvent recycling, liquid waste treatment, oil recycler, sludge oil, oil recovery, waste oil recovery, oil reclaimer
38.31 : авторазбор*, утилизац* автомобил* | car shredder, dismantler, shredder, end-of-life vehicles, e-waste, e-waste dismantling, weee
38.32 : переработчик*, стройотход*, шинопераб*, переработ* полимер*, рециклинг*, вторсырь*, металлолом*, вторчермет*, вторичный щебень, вторичн* щебн*, утилизац* автопокрышек, утилизац* шин, утилизац* покрыш*, дробильно сортировочн* стройотходов, сбор отработанн* жир* | recycler, recycling, c d recycler, tyre recycler, polymer recycler, scrap yard, scrap dealer, recovery facility, recycled aggregates, reprocessor, waste plastics, scrap processing, material recovery, pet reprocessor, plastic regeneration, plastics reprocessor, bottle reprocessor, tyre crumb, rubber crumb, slag processor, slag processing, bottom ash processor, incinerator bottom ash, slag products, bottle to bottle, glass collector, cullet, cullet supplier, flat glass collector, glass recycler, home appliance recycling, resin recycler, concrete recycler, scrap collector, scrap, scrap metal, waste paper, waste paper collector, recyclers, slag crushing, tire derived fuel, tyre derived fuel, steel dust recycling, dust recycler, plastic pelletizer, zinc recycler, battery recycling, metal recovery, metals recovery, precious metal recovery, used cooking oil, used fats, frying fat, grease collector, waste cooking oil, plastic recycling plant
38.32, 08.12 :  | roadstone
39.00 : рекультивац*, очистк* грунт* | soil washing, contaminated soil, land remediation
41.20 : застройщик*, стройкомпан*, строительн* | construction company, housebuilding, builder
42.11 : дорожно строит*, дорстрой, дорожн*, дорожн* компани*, дорожн* эксплуатацион*, дэу, дрсу, дорожно строительн*, дорожно эксплуатационн* | road builder, road construction, road maintenance, road works, highway contractor, highway construction, road contractor, paving, road administration, road agency, road authority, highways agency, road maintenance, highways department
43.11 : снос*, демонтаж*, сносу зданий, разборк* зданий | demolition, demolition contractor, wrecking contractor, wrecking
45 : автосервис*, шиномонтаж*, кузовн* | body shop, auto body shop, garage, car repair, tyre service, car dealership
45.20 : автосервис*, сто , станция техобслуживания, автомастер* | garage, car repair, car service
46 : нефтебаз*, оптов*, торгов* дом, оптов* баз*, нефтепродукт* | wholesale, wholesaler, oil depot, trading house
47 : универмаг*, магазин* | department store, shop
47.11 : супермаркет*, гипермаркет*, торгов* | supermarket, retail, grocery
49.31 : автобусн*, автобусный парк, трамвайн*, троллейбус* | bus depot, city buses, bus company, city transport
49.41 : автотранспортн*, грузоперевоз*, автоколон* | haulier, trucking, road freight
50 : судоходн*, пароходств* | shipping company, shipping
51 : аэропорт*, авиакомпан* | airport, airline
52 : перевалочн*, терминал* | terminal, port terminal, bulk terminal
52.10 : склад, логистич*, распределительный центр | warehouse, distribution centre
52.22 : порт, морской порт, портов* | port, seaport, harbour
55 : санатори*, турбаз*, пансионат* | resort
55.10 : гостиниц*, отел* | hotel, hotels
56.10 : ресторан*, столов*, общепит*, кафе | restaurant, canteen, catering
63.11 : центр обработки данных, датацентр*, дата центр, цод | server farm, data center, data centre
81 : клининг*, мойк* цистерн* | tank cleaning, tanker cleaning, industrial cleaning
84 : администрац*, муниципалитет*, мэри* | municipality, town council, city council, municipal government
85 : школ*, университет*, институт* | school, university, college
86 : больниц*, госпитал*, поликлиник* | hospital, clinic
93 : ледов*, стадион*, бассейн*, аквапарк*, гольф* | ice rink, stadium, swimming pool, leisure pool, leisure centre, sports hall, ice arena, swimming complex, aquatic centre, swimming hall, indoor swimming, golf club
93.11 :  | golf course, golf courses
96 : прачечн*, химчистк*, крематори* | laundry, dry cleaner, crematorium, crematory
96.04 :  | thermal baths, thermal spa, bathing resort, hot springs
42.9 :  | infrastructure contractor, infrastructure builder, infra contractor, sports pitch, playground, pitch installer, synthetic turf
`;
