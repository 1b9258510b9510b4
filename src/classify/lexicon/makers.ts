/** Words by which companies and the origin of a waste are called; a line: `NACE[, NACE] : Russian words | English words`. */
export const MAKERS = `
01.1 : растениевод*, агрофирм*, зерновое хозяйство, земледел* | arable farm, crop farm, crop growing, arable
01.13 : теплиц*, теплич*, овощевод* | greenhouse, greenhouses, glasshouse, vegetable growing, horticulture
01.41 : молочное животноводство, молочная ферма, молочной ферм*, молочнотоварн*, племзавод*, коровник*, агрохолдинг крс, агрополис | dairy farm, dairy farms, dairy cattle, milking farm, dairy farming, cowshed
01.42 : откорм* крс, мясное скотоводство | cattle farm, beef farm, feedlot, cattle fattening
01.46 : свинокомплекс*, свиновод*, свиноферм*, свинарник*, свиноводческ* | pig farm, pig complex, piggery, swine farm, pig farms, pig breeding
01.47 : птицефабрик*, птицевод*, птичник*, птицекомплекс*, курятник* | poultry farm, poultry complex, poultry, broiler farm, egg farm, hatchery, henhouse
01.61 : известкован* | liming cooperative, soil liming
02 : лесхоз*, лесозаготов*, лесничест* | forestry, logging, forest company
03.2 : рыбовод*, аквакультур*, рыборазвод* | fish farm, aquaculture, fish farming
05.10 : шахта, угольный разрез, углеобогат*, угледобы* | colliery, coal mine, coal mining, coal washing
06.10 : нефтедобы*, нефтепромыс* | oil extraction, oilfield, oil field
07.10 : железорудн*, гок, горно обогатительн* | iron ore mine, iron ore mining
07.29 : рудник*, медный рудник | ore mine, metal ore mining, copper mine
08.11 : известняков* карьер*, карьер камня | limestone quarry, dimension stone, building stone quarry
08.12 : карьер*, щебеночн*, песчаный карьер, нерудн* | quarry, quarries, gravel pit, sand pit, aggregates quarry
08.91 : апатит* | phosphate mine, apatite
10.11 : мясокомбинат*, бойня, убойн*, мясопереработ*, хладобойн* | meat plant, slaughterhouse, abattoir, meat packing, meat processing, slaughter house
10.12 : птицеперерабат*, убой птицы | poultry slaughterhouse, poultry processing, poultry slaughter
10.13 : колбас*, рендеринг*, ветсанутил* | rendering plant, rendering, sausage factory, meat products
10.20 : рыбоконсерв*, рыбокомбинат*, рыбообработ*, рыбоперерабат*, рыбозавод*, рыбопереработк* | fish cannery, fish processing, fish factory, fish plant, fish filleting, seafood processing
10.3 : овощеконсерв*, плодоовощ*, консервный завод, соков* | fruit and vegetable, vegetable processing, juice, cannery, canned vegetables, fruit processing
10.31 : картофелеперерабат*, чипс* | potato processing, crisps, french fries
10.41 : маслоэкстракц*, маслозавод*, масложир*, маслобой*, маслоэкстрак*, растительных масел, растительного масла | oilseed crushing, oil mill, vegetable oil, oilseed, edible oil, seed crushing, oil extraction plant
10.51 : молочный комбинат, молочн* завод*, молокозавод*, сыродел*, маслосыр*, молочн*, сырзавод*, сыроварн*, сырзавод* , сыроварени* | dairy, dairies, creamery, cheese factory, cheese dairy, milk processing, whey powder, milk plant, cheesemaker
10.61 : мельниц*, мукомольн*, крупозавод*, хлебопродукт* | flour mill, grain mill, milling, miller
10.62 : крахмал*, крахмалопаточн* | starch, starch factory, starch plant
10.71 : хлебозавод*, пекарн*, хлебокомбинат*, хлебопек* | bakery, bakeries, bread
10.81 : сахарный завод, сахарн*, свеклосахар* | sugar factory, sugar mill, sugar refinery, beet sugar, sugar plant
10.82 : кондитер*, шоколад* | confectionery, chocolate
10.83 : кофе, чайн* | coffee, tea, coffee roaster
10.91 : комбикорм*, рыбной муки, аквакорм* | compound feed, feed mill, animal feed, fishmeal, aquafeed
10.92 : зоокорм*, кормов для домашних животных | pet food
11.01 : спиртзавод*, спиртов*, ликеро*, винокур*, спиртзавод, водочн* | distillery, distilleries, spirits, ethanol plant, bioethanol, whisky
11.02 : винзавод*, винодел* | winery, wine
11.05 : пивоварен*, пивзавод*, пивовар*, пивовр* | brewery, breweries, brewing, brewer
11.06 : солодов* | malting, maltings, malthouse
11.07 : безалкогольн*, напитк*, минеральных вод | soft drinks, beverage, bottling, mineral water
13 : текстил*, ткацк*, прядил*, хлопчатобум* | textile, weaving, spinning mill, fabrics
15.11 : кожевен*, кожзавод*, дубильн* | tannery, tanneries, leather
16.10 : лесопил*, лесопильн*, деревообраб*, пилорам*, лесозавод*, распил* , лдк | sawmill, sawmills, saw mill, sawmilling, timber mill
16.21 : фанерн*, древесных плит, дсп, древесностружечн*, плитный, двп, мдф | plywood, particleboard, chipboard, fibreboard, board plant, mdf, veneer, osb, panel plant
16.29 : пеллет*, пеллетн* | pellet plant, wood pellets, pellets, pellet mill
17.11 : целлюлоз*, цбк, целлюлозно бумажн*, сульфатцеллюлозн*, бисульфит* | pulp mill, kraft mill, pulp, kraft pulp, sulphite mill, bisulphite
17.12 : бумажн*, бумкомбинат*, картонн*, картонно бумажн*, бумажная фабрика | paper mill, board mill, cardboard mill, paper machine, tissue mill, papermill, paperboard, paper
17.21 : гофрокартон*, гофротар* | corrugated board, corrugated packaging, box plant
18.12 : типограф*, полиграф* | printing house, printing, print shop
19.10 : коксохим*, коксов* | coke oven, coke plant, cokery, coking plant
19.20 : нпз, нефтеперераб*, нефтехимкомбинат*, маслосмесит* | oil refinery, refinery, petroleum refinery, refineries, petroleum refining
20.11 : промышленных газов, кислородн* завод*, криоген* | industrial gas, air separation, industrial gases
20.12 : диоксида титана, пигмент* | titanium dioxide, pigment, pigments
20.13 : сернокислотн*, хлорн*, содов*, производств* серной кислоты, соды, хлорщелочн* | sulphuric acid plant, chlor-alkali, soda ash, inorganic chemical, inorganic chemicals, alumina chemical
20.14 : этиленоксид*, метанол*, оргсинтез*, нефтехим* | petrochemical, organic chemicals, methanol, ethylene, steam cracker, biodiesel
20.15 : фосфорных удобрений, минеральных удобрений, азотн*, удобрен*, аммиачн*, азотный комбинат, фосфорной кислоты, агрохим* | fertiliser, fertilizer, ammonia plant, nitrogen works, phosphate fertiliser, phosphoric acid, urea plant, fertilizers, fertilisers
20.16 : полимерн*, полиэтилен*, полипропилен* | polymer plant, polyethylene plant, plastics in primary forms
20.30 : лакокрас*, красок | paint factory, paint, coatings, varnish
20.41 : мыловар*, моющих | soap, detergent
20.59 : биодизель*, клеев* | adhesive, chemical products
21.10 : фармац*, фармзавод*, антибиотик* | pharmaceutical, pharma, antibiotics
22.11 : шинный завод, шинное | tyre factory, tyre manufacturer
22.19 : резинотехн*, резиновых изделий, рти | rubber goods, rubber products, rubber
22.2 : пластмасс*, полимерных изделий, пленок, окон пвх | plastics products, plastic packaging, plastics, injection moulding
23.11 : листового стекла, флоат* | flat glass, float glass
23.13 : стеклотар*, стекольный, стеклозавод*, стекольн* | container glass, glassworks, glass works, bottle factory, glass factory, bottle glass
23.14 : стекловат*, стекловолок* | glass wool, glass fibre, glass-fibre, fibreglass
23.20 : огнеупор* | refractory, refractories
23.31 : плитки, кафел*, керамогранит* | ceramic tile, ceramic tiles, tiles
23.32 : кирпичн*, черепиц*, керамзит* | brick, brickworks, brick works, clay brick, roof tile
23.41 : фарфор*, фаянс* | porcelain, ceramics, tableware
23.51 : цементн*, клинкер*, цемзавод* | cement plant, cement works, cement, cement grinding, cement kiln
23.52 : известков*, известь, извести, гипсов* | lime works, lime kiln, lime plant, lime, plaster plant
23.61 : жби, железобетон*, газобетон*, ячеист*, домостроит*, силикатн*, жбк | precast concrete, concrete products, aerated concrete, concrete, precast
23.62 : гипсокартон*, гкл | plasterboard, gypsum board, wallboard, drywall
23.63 : бетонный узел, товарн* бетон*, рбу | ready-mix, ready mixed concrete, ready-mixed
23.99 : асфальтобетонн*, абз, асфальтный, минватн*, минераловатн*, минеральной ваты, минваты | asphalt plant, asphalt, mineral wool, stone wool
24.10 : металлург*, электросталеплав*, сталелитейн*, мартенов*, доменн*, электрометаллург*, меткомбинат*, сталеплав*, эспц, чугунно, прокатн*, миниметзавод* | steelworks, steel works, steel mill, steel plant, eaf, blast furnace, steelmaking, ironworks, iron and steel, electric arc furnace, rolling mill
24.42 : алюмини*, глинозем*, нефелин*, боксит* | aluminium smelter, alumina refinery, alumina, aluminium, aluminum
24.43 : цинков*, свинцов* | zinc smelter, lead smelter, zinc, lead
24.44 : медеплав*, медный завод, медн* | copper smelter, copper
24.45 : никелев*, феррoникель | nickel, cobalt, vanadium
24.51 : литейн*, чугунолит* | foundry, foundries, iron foundry
25.11 : металлоконструкц* | metal structures, steel structures
25.50 : кузнечн*, штампов* | forging, stamping, pressing of metal
25.61 : гальван*, цинкован*, покрытий металлов | plating shop, galvanising, electroplating, plating, metal coating, metal finishing, surface treatment of metals
25.62 : механообраб*, мехобработ*, металлообраб*, токарн*, станочн* | machine shop, machining, metalworking
26 : радиозавод*, микроэлектрон*, приборостр* | electronics, semiconductor
27.32 : кабель*, кабельн* | cable, cables
28 : машиностроит*, станкостроит* | machinery, machine building
29.10 : автосборочн*, автозавод*, автомобильный завод, автомобилестр* | car plant, car factory, automobile, vehicle assembly, automotive plant
30.11 : верф*, судостроит*, судоверф* | shipyard, shipbuilding, ship building
30.20 : вагоностроит*, вагонный, локомотив* | wagon works, rolling stock
31 : мебел* | furniture
33.15 : судоремонт* | ship repair
35.11 : электростанц*, грэс, тэс, электроцентрал* | power plant, power station, power plants, coal power
35.30 : тэц, котельн*, теплоэлектроцентр*, теплосет*, теплоснаб* | chp, district heating, heating plant, boiler house, combined heat and power, heat plant, boilerhouse
35.21 : биогаз* | biogas, biogas plant, anaerobic digestion plant, ad plant
36.00 : водоканал*, водозабор*, водопровод*, водоподготов*, водоочистн* | waterworks, water supply, water utility, drinking water plant, water treatment works
37.00 : очистн*, канализац*, очистные сооружения, кос, бос | sewage works, wastewater treatment plant, wwtp, sewage treatment, waste water treatment plant, sewerage
38.11 : мусоровоз* | refuse collection, waste collection
38.21 : мусоросортир*, полигон*, тко, мусоросжиг*, rdf | landfill, rdf producer, composting plant, waste incineration, waste-to-energy, municipal waste treatment, waste incinerator, msw
38.22 : регенерации масел, обезврежив*, утилизац* опасн* | hazardous waste, re-refinery, oil re-refinery, solvent recovery
38.32 : переработчик*, стройотход*, шинопераб*, переработ* полимер*, рециклинг*, вторсырь*, металлолом* , вторчермет* | recycler, recycling, c d recycler, tyre recycler, polymer recycler, scrap yard, scrap dealer, recovery facility
41.20 : застройщик*, стройкомпан*, строительн* | construction company, housebuilding, builder
42.11 : дорожно строит*, дорстрой, дорожн* | road builder, road construction, highway contractor
43.11 : снос*, демонтаж* | demolition, demolition contractor
45.20 : автосервис*, сто , станция техобслуживания, автомастер* | garage, car repair, car service
47.11 : супермаркет*, гипермаркет*, торгов* | supermarket, retail, grocery
49.31 : автобусн*, автобусный парк, трамвайн*, троллейбус* | bus depot, bus company, city transport
49.41 : автотранспортн*, грузоперевоз*, автоколон* | haulier, trucking, road freight
50 : судоходн*, пароходств* | shipping company, shipping
52.22 : порт, морской порт, портов* | port, seaport, harbour
52.10 : склад, логистич*, распределительный центр | warehouse, distribution centre
55.10 : гостиниц*, отел* | hotel, hotels
56.10 : ресторан*, столов*, общепит*, кафе | restaurant, canteen, catering
61 : датацентр*, дата центр, цод | data centre, data center
`;
