/**
 * How the classes themselves are called, word for word, as registers and questionnaires repeat it: OKVED 2 and NACE Rev. 2, sections A to E.
 * A line: `NACE : Russian title | English title`.
 */
export const TITLES = `
01.11 : выращивание зерновых (кроме риса), зернобобовых культур и семян масличных культур | growing of cereals (except rice), leguminous crops and oil seeds
01.12 : выращивание риса | growing of rice
01.13 : выращивание овощей, бахчевых, корнеплодных и клубнеплодных культур, грибов и трюфелей | growing of vegetables and melons, roots and tubers
01.14 : выращивание сахарного тростника | growing of sugar cane
01.15 : выращивание табака и махорки | growing of tobacco
01.16 : выращивание волокнистых прядильных культур | growing of fibre crops
01.19 : выращивание прочих однолетних культур | growing of other non-perennial crops
01.21 : выращивание винограда | growing of grapes
01.22 : выращивание тропических и субтропических культур | growing of tropical and subtropical fruits
01.23 : выращивание цитрусовых культур | growing of citrus fruits
01.24 : выращивание семечковых и косточковых культур | growing of pome fruits and stone fruits
01.25 : выращивание прочих плодовых деревьев, кустарников и орехов | growing of other tree and bush fruits and nuts
01.26 : выращивание плодов масличных культур | growing of oleaginous fruits
01.27 : выращивание культур для производства напитков | growing of beverage crops
01.28 : выращивание специй, пряно-ароматических, эфиромасличных и лекарственных культур | growing of spices, aromatic, drug and pharmaceutical crops
01.29 : выращивание прочих многолетних культур | growing of other perennial crops
01.30 : выращивание рассады | plant propagation
01.41 : разведение молочного крупного рогатого скота, производство сырого молока | raising of dairy cattle
01.42 : разведение прочих пород крупного рогатого скота и буйволов, производство спермы | raising of other cattle and buffaloes
01.43 : разведение лошадей и прочих животных семейства лошадиных отряда непарнокопытных | raising of horses and other equines
01.44 :  | raising of camels and camelids
01.45 : разведение овец и коз | raising of sheep and goats
01.46 : разведение свиней | raising of swine/pigs
01.47 : разведение сельскохозяйственной птицы | raising of poultry
01.49 : разведение прочих животных | raising of other animals
01.50 : смешанное сельское хозяйство | mixed farming
01.61 : предоставление услуг в области растениеводства | support activities for crop production
01.62 : предоставление услуг в области животноводства | support activities for animal production
01.63 : деятельность сельскохозяйственная после сбора урожая | post-harvest crop activities
01.64 : обработка семян для посадки | seed processing for propagation
01.70 :  | hunting, trapping and related service activities
02.10 : лесоводство и прочая лесохозяйственная деятельность | silviculture and other forestry activities
02.20 : лесозаготовки | logging
02.30 : сбор и заготовка пищевых лесных ресурсов, недревесных лесных ресурсов и лекарственных растений | gathering of wild growing non-wood products
02.40 : предоставление услуг в области лесоводства и лесозаготовок | support services to forestry
03.11 : рыболовство морское | marine fishing
03.12 : рыболовство пресноводное | freshwater fishing
03.21 : рыбоводство морское | marine aquaculture
03.22 : рыбоводство пресноводное | freshwater aquaculture
05.10 : добыча и обогащение угля и антрацита | mining of hard coal
05.20 : добыча и обогащение бурого угля (лигнита) | mining of lignite
06.10 : добыча нефти и нефтяного (попутного) газа | extraction of crude petroleum
06.20 : добыча природного газа и газового конденсата | extraction of natural gas
07.10 : добыча и обогащение железных руд | mining of iron ores
07.21 : добыча урановой и ториевой руд | mining of uranium and thorium ores
07.29 : добыча руд прочих цветных металлов | mining of other non-ferrous metal ores
08.11 : добыча декоративного и строительного камня, известняка, гипса, мела и сланцев | quarrying of ornamental and building stone, limestone, gypsum, chalk and slate
08.12 : разработка гравийных и песчаных карьеров, добыча глины и каолина | operation of gravel and sand pits; mining of clays and kaolin
08.91 : добыча минерального сырья для химической промышленности и производства минеральных удобрений | mining of chemical and fertiliser minerals
08.92 : добыча и агломерация торфа | extraction of peat
08.93 : добыча соли | extraction of salt
08.99 : добыча прочих полезных ископаемых, не включенных в другие группировки | other mining and quarrying n.e.c.
09.10 : предоставление услуг в области добычи нефти и природного газа | support activities for petroleum and natural gas extraction
09.90 : предоставление услуг в других областях добычи полезных ископаемых | support activities for other mining and quarrying
10.11 : переработка и консервирование мяса | processing and preserving of meat
10.12 : производство и консервирование мяса птицы | processing and preserving of meat
10.13 : производство продукции из мяса убойных животных и мяса птицы | production of meat and poultry meat products
10.20 : переработка и консервирование рыбы, ракообразных и моллюсков | processing and preserving of fish, crustaceans and molluscs
10.31 : переработка и консервирование картофеля | processing and preserving of potatoes
10.32 : производство соковой продукции из фруктов и овощей | manufacture of fruit and vegetable juice
10.39 : прочие виды переработки и консервирования фруктов и овощей | other processing and preserving of fruit and vegetables
10.41 : производство масел и жиров | manufacture of oils and fats
10.42 : производство маргариновой продукции | manufacture of margarine and similar edible fats
10.51 : производство молока (кроме сырого) и молочной продукции | operation of dairies and cheese making
10.52 : производство мороженого | manufacture of ice cream
10.61 : производство продуктов мукомольной и крупяной промышленности | manufacture of grain mill products
10.62 : производство крахмала и крахмалосодержащих продуктов | manufacture of starches and starch products
10.71 : производство хлеба и мучных кондитерских изделий, тортов и пирожных недлительного хранения | manufacture of bread; manufacture of fresh pastry goods and cakes
10.72 : производство сухарей, печенья и прочих сухарных хлебобулочных изделий, производство мучных кондитерских изделий, тортов, пирожных, пирогов и бисквитов, предназначенных для длительного хранения | manufacture of rusks and biscuits; manufacture of preserved pastry goods and cakes
10.73 : производство макаронных изделий, кускуса и аналогичных мучных изделий | manufacture of macaroni, noodles, couscous and similar farinaceous products
10.81 : производство сахара | manufacture of sugar
10.82 : производство какао, шоколада и сахаристых кондитерских изделий | manufacture of cocoa, chocolate and sugar confectionery
10.83 : производство чая и кофе | processing of tea and coffee
10.84 : производство приправ и пряностей | manufacture of condiments and seasonings
10.85 : производство готовых пищевых продуктов и блюд | manufacture of prepared meals and dishes
10.86 : производство детского питания и диетических пищевых продуктов | manufacture of homogenised food preparations and dietetic food
10.89 : производство прочих пищевых продуктов, не включенных в другие группировки | manufacture of other food products n.e.c.
10.91 : производство готовых кормов для животных, содержащихся на фермах | manufacture of prepared feeds for farm animals
10.92 : производство готовых кормов для непродуктивных животных | manufacture of prepared pet foods
11.01 : перегонка, очистка и смешивание спиртов | distilling, rectifying and blending of spirits
11.02 : производство вина из винограда | manufacture of wine from grape
11.03 : производство сидра и прочих плодовых вин | manufacture of cider and other fruit wines
11.04 : производство прочих недистиллированных напитков из сброженных материалов | manufacture of other non-distilled fermented beverages
11.05 : производство пива | manufacture of beer
11.06 : производство солода | manufacture of malt
11.07 : производство безалкогольных напитков; производство упакованных питьевых вод, включая минеральные воды | manufacture of soft drinks; production of mineral waters and other bottled waters
12.00 : производство табачных изделий | manufacture of tobacco products
13.10 : подготовка и прядение текстильных волокон | preparation and spinning of textile fibres
13.20 : производство текстильных тканей | weaving of textiles
13.30 : отделка тканей и текстильных изделий | finishing of textiles
13.91 : производство трикотажного и вязаного полотна | manufacture of knitted and crocheted fabrics
13.92 : производство готовых текстильных изделий, кроме одежды | manufacture of made-up textile articles, except apparel
13.93 : производство ковров и ковровых изделий | manufacture of carpets and rugs
13.94 : производство канатов, веревок, шпагата и сетей | manufacture of cordage, rope, twine and netting
13.95 : производство нетканых текстильных материалов и изделий из них, кроме одежды | manufacture of non-wovens and articles made from non-wovens, except apparel
13.96 : производство прочих технических и промышленных текстильных изделий | manufacture of other technical and industrial textiles
13.99 : производство прочих текстильных изделий, не включенных в другие группировки | manufacture of other textiles n.e.c.
14.11 : производство одежды из кожи | manufacture of leather clothes
14.12 : производство спецодежды | manufacture of workwear
14.13 : производство прочей верхней одежды | manufacture of other outerwear
14.14 : производство нательного белья | manufacture of underwear
14.19 : производство прочей одежды и аксессуаров одежды | manufacture of other wearing apparel and accessories
14.20 : производство меховых изделий | manufacture of articles of fur
14.31 : производство вязаных и трикотажных чулочно-носочных изделий | manufacture of knitted and crocheted hosiery
14.39 : производство прочих вязаных и трикотажных изделий | manufacture of other knitted and crocheted apparel
15.11 : дубление и отделка кожи, выделка и крашение меха | tanning and dressing of leather; dressing and dyeing of fur
15.12 : производство чемоданов, дамских сумок и аналогичных изделий из кожи и других материалов; производство шорно-седельных и других изделий из кожи | manufacture of luggage, handbags and the like, saddlery and harness
15.20 : производство обуви | manufacture of footwear
16.10 : распиловка и строгание древесины | sawmilling and planing of wood
16.21 : производство шпона, фанеры, деревянных плит и панелей | manufacture of veneer sheets and wood-based panels
16.22 : производство сборных паркетных покрытий | manufacture of assembled parquet floors
16.23 : производство прочих деревянных строительных конструкций и столярных изделий | manufacture of other builders' carpentry and joinery
16.24 : производство деревянной тары | manufacture of wooden containers
16.29 : производство прочих изделий из дерева; производство изделий из пробки, соломки и материалов для плетения | manufacture of other products of wood; manufacture of articles of cork, straw and plaiting materials
17.11 : производство целлюлозы и древесной массы | manufacture of pulp
17.12 : производство бумаги и картона | manufacture of paper and paperboard
17.21 : производство гофрированной бумаги и картона, бумажной и картонной тары | manufacture of corrugated paper and paperboard and of containers of paper and paperboard
17.22 : производство бумажных изделий хозяйственно-бытового и санитарно-гигиенического назначения | manufacture of household and sanitary goods and of toilet requisites
17.23 : производство бумажных канцелярских принадлежностей | manufacture of paper stationery
17.24 : производство обоев | manufacture of wallpaper
17.29 : производство прочих изделий из бумаги и картона | manufacture of other articles of paper and paperboard
18.11 : печатание газет | printing of newspapers
18.12 : прочие виды полиграфической деятельности | other printing
18.13 : изготовление печатных форм и подготовительная деятельность | pre-press and pre-media services
18.14 : деятельность брошюровочно-переплетная и отделочная и сопутствующие услуги | binding and related services
18.20 :  | reproduction of recorded media
19.10 : производство кокса | manufacture of coke oven products
19.20 : производство нефтепродуктов | manufacture of refined petroleum products
20.11 : производство промышленных газов | manufacture of industrial gases
20.12 : производство красителей и пигментов | manufacture of dyes and pigments
20.13 : производство прочих основных неорганических химических веществ | manufacture of other inorganic basic chemicals
20.14 : производство прочих основных органических химических веществ | manufacture of other organic basic chemicals
20.15 : производство удобрений и азотных соединений | manufacture of fertilisers and nitrogen compounds
20.16 : производство пластмасс и синтетических смол в первичных формах | manufacture of plastics in primary forms
20.17 : производство синтетического каучука в первичных формах | manufacture of synthetic rubber in primary forms
20.20 : производство пестицидов и прочих агрохимических продуктов | manufacture of pesticides and other agrochemical products
20.30 : производство красок, лаков и аналогичных материалов для нанесения покрытий, полиграфических красок и мастик | manufacture of paints, varnishes and similar coatings, printing ink and mastics
20.41 : производство мыла и моющих, чистящих и полирующих средств | manufacture of soap and detergents, cleaning and polishing preparations
20.42 : производство парфюмерных и косметических средств | manufacture of perfumes and toilet preparations
20.51 : производство взрывчатых веществ | manufacture of explosives
20.52 : производство клеев | manufacture of glues
20.53 : производство эфирных масел | manufacture of essential oils
20.59 : производство прочих химических продуктов, не включенных в другие группировки | manufacture of other chemical products n.e.c.
20.60 : производство химических волокон | manufacture of man-made fibres
21.10 : производство фармацевтических субстанций | manufacture of basic pharmaceutical products
21.20 : производство лекарственных препаратов и материалов, применяемых в медицинских целях | manufacture of pharmaceutical preparations
22.11 : производство резиновых шин, покрышек и камер; восстановление резиновых шин и покрышек | manufacture of rubber tyres and tubes; retreading and rebuilding of rubber tyres
22.19 : производство прочих резиновых изделий | manufacture of other rubber products
22.21 : производство пластмассовых плит, полос, труб и профилей | manufacture of plastic plates, sheets, tubes and profiles
22.22 : производство пластмассовых изделий для упаковывания товаров | manufacture of plastic packing goods
22.23 : производство пластмассовых изделий, используемых в строительстве | manufacture of builders’ ware of plastic
22.29 : производство прочих пластмассовых изделий | manufacture of other plastic products
23.11 : производство листового стекла | manufacture of flat glass
23.12 : формование и обработка листового стекла | shaping and processing of flat glass
23.13 : производство полых стеклянных изделий | manufacture of hollow glass
23.14 : производство стекловолокна | manufacture of glass fibres
23.19 : производство и обработка прочих стеклянных изделий, включая технические | manufacture and processing of other glass, including technical glassware
23.20 : производство огнеупорных изделий | manufacture of refractory products
23.31 : производство керамических плит и плиток | manufacture of ceramic tiles and flags
23.32 : производство кирпича, черепицы и прочих строительных изделий из обожженной глины | manufacture of bricks, tiles and construction products, in baked clay
23.41 : производство хозяйственных и декоративных керамических изделий | manufacture of ceramic household and ornamental articles
23.42 : производство керамических санитарно-технических изделий | manufacture of ceramic sanitary fixtures
23.43 : производство керамических изоляторов и изолирующей арматуры | manufacture of ceramic insulators and insulating fittings
23.44 : производство прочих технических керамических изделий | manufacture of other technical ceramic products
23.49 : производство прочих керамических изделий | manufacture of other ceramic products
23.51 : производство цемента | manufacture of cement
23.52 : производство извести и гипса | manufacture of lime and plaster
23.61 : производство изделий из бетона для использования в строительстве | manufacture of concrete products for construction purposes
23.62 : производство гипсовых изделий для использования в строительстве | manufacture of plaster products for construction purposes
23.63 : производство товарного бетона | manufacture of ready-mixed concrete
23.64 : производство сухих бетонных смесей | manufacture of mortars
23.65 : производство изделий из асбестоцемента и волокнистого цемента | manufacture of fibre cement
23.69 : производство прочих изделий из гипса, бетона или цемента | manufacture of other articles of concrete, plaster and cement
23.70 : резка, обработка и отделка камня | cutting, shaping and finishing of stone
23.91 : производство абразивных изделий | production of abrasive products
23.99 : производство прочей неметаллической минеральной продукции, не включенной в другие группировки | manufacture of other non-metallic mineral products n.e.c.
24.10 : производство чугуна, стали и ферросплавов | manufacture of basic iron and steel and of ferro-alloys
24.20 : производство стальных труб, полых профилей и фитингов | manufacture of tubes, pipes, hollow profiles and related fittings, of steel
24.31 : производство стальных прутков и сплошных профилей методом холодного волочения | cold drawing of bars
24.32 : производство холоднотянутого штрипса | cold rolling of narrow strip
24.33 : производство профилей с помощью холодной штамповки или гибки | cold forming or folding
24.34 : производство проволоки методом холодного волочения | cold drawing of wire
24.41 : производство драгоценных металлов | precious metals production
24.42 : производство алюминия | aluminium production
24.43 : производство свинца, цинка и олова | lead, zinc and tin production
24.44 : производство меди | copper production
24.45 : производство прочих цветных металлов | other non-ferrous metal production
24.46 : производство ядерного топлива | processing of nuclear fuel
24.51 : литье чугуна | casting of iron
24.52 : литье стали | casting of steel
24.53 : литье легких металлов | casting of light metals
24.54 : литье прочих цветных металлов | casting of other non-ferrous metals
25.11 : производство строительных металлических конструкций, изделий и их частей | manufacture of metal structures and parts of structures
25.12 : производство металлических дверей и окон | manufacture of doors and windows of metal
25.21 : производство радиаторов и котлов центрального отопления | manufacture of central heating radiators and boilers
25.29 : производство прочих металлических цистерн, резервуаров и емкостей | manufacture of other tanks, reservoirs and containers of metal
25.30 : производство паровых котлов, кроме котлов центрального отопления | manufacture of steam generators, except central heating hot water boilers
25.40 : производство оружия и боеприпасов | manufacture of weapons and ammunition
25.50 : ковка, прессование, штамповка и профилирование; изготовление изделий методом порошковой металлургии | forging, pressing, stamping and roll-forming of metal; powder metallurgy
25.61 : обработка металлов и нанесение покрытий на металлы | treatment and coating of metals
25.62 : обработка металлических изделий механическая | machining
25.71 : производство ножевых изделий и столовых приборов | manufacture of cutlery
25.72 : производство замков и петель | manufacture of locks and hinges
25.73 : производство инструмента | manufacture of tools
25.91 : производство металлических бочек и аналогичных емкостей | manufacture of steel drums and similar containers
25.92 : производство тары из легких металлов | manufacture of light metal packaging
25.93 : производство изделий из проволоки, цепей и пружин | manufacture of wire products, chain and springs
25.94 : производство крепежных изделий | manufacture of fasteners and screw machine products
25.99 : производство прочих готовых металлических изделий, не включенных в другие группировки | manufacture of other fabricated metal products n.e.c.
26.11 : производство элементов электронной аппаратуры | manufacture of electronic components
26.12 : производство электронных печатных плат | manufacture of loaded electronic boards
26.20 : производство компьютеров и периферийного оборудования | manufacture of computers and peripheral equipment
26.30 : производство коммуникационного оборудования | manufacture of communication equipment
26.40 : производство бытовой электроники | manufacture of consumer electronics
26.51 : производство инструментов и приборов для измерения, тестирования и навигации | manufacture of instruments and appliances for measuring, testing and navigation
26.52 :  | manufacture of watches and clocks
26.60 : производство облучающего и электротерапевтического оборудования, применяемого в медицинских целях | manufacture of irradiation, electromedical and electrotherapeutic equipment
26.70 : производство оптических приборов, фотографического и кинооборудования | manufacture of optical instruments and photographic equipment
26.80 :  | manufacture of magnetic and optical media
27.11 : производство электродвигателей, генераторов и трансформаторов | manufacture of electric motors, generators and transformers
27.12 : производство электрической распределительной и регулирующей аппаратуры | manufacture of electricity distribution and control apparatus
27.20 : производство электрических аккумуляторов и аккумуляторных батарей | manufacture of batteries and accumulators
27.31 : производство волоконно-оптических кабелей | manufacture of fibre optic cables
27.32 : производство прочих проводов и кабелей для электронного и электрического оборудования | manufacture of other electronic and electric wires and cables
27.33 : производство электроустановочных изделий | manufacture of wiring devices
27.40 : производство электрических ламп и осветительного оборудования | manufacture of electric lighting equipment
27.51 : производство бытовых электрических приборов | manufacture of electric domestic appliances
27.52 : производство бытовых неэлектрических приборов | manufacture of non-electric domestic appliances
27.90 : производство прочего электрического оборудования | manufacture of other electrical equipment
28.11 : производство двигателей и турбин, кроме авиационных, автомобильных и мотоциклетных двигателей | manufacture of engines and turbines, except aircraft, vehicle and cycle engines
28.12 : производство гидравлического и пневматического силового оборудования | manufacture of fluid power equipment
28.13 : производство прочих насосов и компрессоров | manufacture of other pumps and compressors
28.14 : производство прочих кранов и клапанов | manufacture of other taps and valves
28.15 : производство подшипников, зубчатых передач, элементов механических передач и приводов | manufacture of bearings, gears, gearing and driving elements
28.21 : производство печей, термокамер и печных горелок | manufacture of ovens, furnaces and furnace burners
28.22 : производство подъемно-транспортного оборудования | manufacture of lifting and handling equipment
28.23 :  | manufacture of office machinery and equipment (except computers and peripheral equipment)
28.24 :  | manufacture of power-driven hand tools
28.25 : производство промышленного холодильного и вентиляционного оборудования | manufacture of non-domestic cooling and ventilation equipment
28.29 :  | manufacture of other general-purpose machinery n.e.c.
28.30 : производство машин и оборудования для сельского и лесного хозяйства | manufacture of agricultural and forestry machinery
28.41 : производство металлообрабатывающего оборудования | manufacture of metal forming machinery
28.49 : производство прочих станков | manufacture of other machine tools
28.91 : производство машин и оборудования для металлургии | manufacture of machinery for metallurgy
28.92 : производство машин и оборудования для добычи полезных ископаемых и строительства | manufacture of machinery for mining, quarrying and construction
28.93 : производство машин и оборудования для производства пищевых продуктов, напитков и табачных изделий | manufacture of machinery for food, beverage and tobacco processing
28.94 : производство машин и оборудования для изготовления текстильных, швейных, меховых и кожаных изделий | manufacture of machinery for textile, apparel and leather production
28.95 : производство машин и оборудования для изготовления бумаги и картона | manufacture of machinery for paper and paperboard production
28.96 : производство машин и оборудования для переработки пластмасс и резины | manufacture of plastics and rubber machinery
28.99 : производство прочих машин и оборудования специального назначения, не включенных в другие группировки | manufacture of other special-purpose machinery n.e.c.
29.10 : производство автотранспортных средств | manufacture of motor vehicles
29.20 : производство кузовов для автотранспортных средств; производство прицепов и полуприцепов | manufacture of bodies (coachwork) for motor vehicles; manufacture of trailers and semi-trailers
29.31 : производство электрического и электронного оборудования для автотранспортных средств | manufacture of electrical and electronic equipment for motor vehicles
29.32 : производство прочих комплектующих и принадлежностей для автотранспортных средств | manufacture of other parts and accessories for motor vehicles
30.11 : строительство кораблей, судов и плавучих конструкций | building of ships and floating structures
30.12 : строительство прогулочных и спортивных судов | building of pleasure and sporting boats
30.20 : производство железнодорожных локомотивов и подвижного состава | manufacture of railway locomotives and rolling stock
30.30 : производство летательных аппаратов, включая космические, и соответствующего оборудования | manufacture of air and spacecraft and related machinery
30.40 :  | manufacture of military fighting vehicles
30.91 : производство мотоциклов | manufacture of motorcycles
30.92 : производство велосипедов и инвалидных колясок | manufacture of bicycles and invalid carriages
30.99 :  | manufacture of other transport equipment n.e.c.
31.01 : производство мебели для офисов и предприятий торговли | manufacture of office and shop furniture
31.02 : производство кухонной мебели | manufacture of kitchen furniture
31.03 : производство матрасов | manufacture of mattresses
31.09 : производство прочей мебели | manufacture of other furniture
32.11 :  | striking of coins
32.12 : производство ювелирных изделий и аналогичных изделий | manufacture of jewellery and related articles
32.13 :  | manufacture of imitation jewellery and related articles
32.20 : производство музыкальных инструментов | manufacture of musical instruments
32.30 : производство спортивных товаров | manufacture of sports goods
32.40 : производство игр и игрушек | manufacture of games and toys
32.50 : производство медицинских инструментов и оборудования | manufacture of medical and dental instruments and supplies
32.91 : производство метел и щеток | manufacture of brooms and brushes
32.99 :  | other manufacturing n.e.c.
33.11 : ремонт металлоизделий | repair of fabricated metal products
33.12 : ремонт машин и оборудования | repair of machinery
33.13 :  | repair of electronic and optical equipment
33.14 : ремонт электрического оборудования | repair of electrical equipment
33.15 : ремонт и техническое обслуживание судов и лодок | repair and maintenance of ships and boats
33.16 : ремонт и техническое обслуживание летательных аппаратов, включая космические | repair and maintenance of aircraft and spacecraft
33.17 : ремонт и техническое обслуживание прочих транспортных средств и оборудования | repair and maintenance of other transport equipment
33.19 :  | repair of other equipment
33.20 : монтаж промышленных машин и оборудования | installation of industrial machinery and equipment
35.11 : производство электроэнергии | production of electricity
35.12 : передача электроэнергии и технологическое присоединение к распределительным электросетям | transmission of electricity
35.13 : распределение электроэнергии | distribution of electricity
35.14 : торговля электроэнергией | trade of electricity
35.21 : производство газа | manufacture of gas
35.22 : распределение газообразного топлива по газораспределительным сетям | distribution of gaseous fuels through mains
35.23 : торговля газообразным топливом, подаваемым по распределительным сетям | trade of gas through mains
35.30 : производство, передача и распределение пара и горячей воды; кондиционирование воздуха | steam and air conditioning supply
36.00 : забор, очистка и распределение воды | water collection, treatment and supply
37.00 : сбор и обработка сточных вод | sewerage
38.11 : сбор неопасных отходов | collection of non-hazardous waste
38.12 : сбор опасных отходов | collection of hazardous waste
38.21 : обработка и утилизация неопасных отходов | treatment and disposal of non-hazardous waste
38.22 : обработка и утилизация опасных отходов | treatment and disposal of hazardous waste
38.31 : демонтаж техники, не подлежащей восстановлению | dismantling of wrecks
38.32 : утилизация отсортированных материалов | recovery of sorted materials
39.00 : предоставление услуг в области ликвидации последствий загрязнений и прочих услуг, связанных с удалением отходов | remediation activities and other waste management services
`;
