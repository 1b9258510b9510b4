/**
 * Words by which companies of other countries call themselves, as they stand in English papers: German, Dutch, the Nordic and Baltic languages,
 * French, Spanish, Portuguese, Italian, Polish, Chinese and Japanese in Latin letters; and Russian and English words that are grown together with
 * a place ("Тольяттиазот"). Written without accents (ø as o, æ as ae, ß as ss); `*` stands for any letters. A line: `NACE[, NACE] : words`,
 * the likeliest activity first.
 */
export const ABROAD = `
01.11 : ackerbau, akerbruk, lantbruk*, landbrug*, landbouwbedrijf, maatila, pollumajandus*, zemnieku, ukininko, gaec
01.13 : *gartneri, *gartnerei, gewachshaus*, glastuinbouw, tuinbouw*, *kwekerij, vaxthus*, handelstradgard*, drivhus*, kasvihuone*, puutarha, kasvuhoone*, siltumnicas, siltnamiai, invernadero*, veksthus*
01.41 : melkveehouder*, maitotila*, piimafarm*, lypsykarja*, milchvieh*, mjolkgard*, malkekvaeg*, melkebruk
01.46 : sikala*, seafarm*, seakasvatus*, varkenshouder*, varkensbedrijf, svinefarm*, svinproduktion*, schweinemast*, svineproducent*
01.47 : kanala*, linnufarm*, linnukasvatus*, linnuvabrik*, pluimvee*, fjaderfa*, geflugelhof*, putnu fabrika, paukstynas, paukstyne, avicola
01.49 : insekten*, insekter, hyonteis*
02 : skogsbruk*, skogbruk*, metsanhoito, forstwirtschaft*, forstbetrieb*
03.2 : fiskeodling*, fiskodling*, kalankasvat*, kalakasvat*, kalafarm*, dambrug*, *opdraet, *oppdrett, fischzucht*, viskwekerij*, piscicultura, acuicola, zivju audzetava, havbrug*, *havbrug, akvakultur*, aquakultur*, vesiviljely
05.10 : *уголь, *углесбыт
06.20 : *гпз, *газпром
07.29 : kaivos, *kaivos, *gruva, *gruvan, bergwerk*, kopalnia, *gruber, gruver, mines de, minas, kaevandus*, kaivosyhtio
08.11 : kalksteinbruch, kalkbrott, kalkbrud*
08.12 : steinbruch*, kivilouhimo*, *stenbrott, stenbrud, *grusgrav, grustakt, kiesgrube*, kieswerk*, zandwinning, karjaar, *karjaar, karjers, cantera, *pukkverk, *гранит, *гранитдобыча, *щебень, *нерудпром
08.92 : torvproduktion, turvetuotanto, turbatootmine, torfwerk*, turvas, kudra, durpes, durpynas, torvstro*, turbatoot*
08.93 : salins, zoutwinning, saltverk, salzwerk*, *salina, *salinas
10.11 : schlachthof*, slachthuis, slachterij*, *slakteri, *slakterier, *slakterierna, slagteri*, slakthus*, teurastamo*, lihakombinaat*, lihatoostus*, tapamaja, galas kombinats, mesos kombinatas, matadero, frigorifico, macello, kjottindustri, ubojnia
10.13 : fleischwaren*, wurstwaren*, vleeswaren*, lihajaloste*, lihatooted, charkuteri*, charcuterie, destruktion, kadaver*, tierkorperbeseitigung*, salumificio, *бекон
10.20 : fiskeindustri*, fiskeforedling, fiskforadling, fiskfabrik*, fiskefabrik*, sildefabrik*, sildoliefabrik*, kalatehas*, kalatoostus*, kalajaloste*, kalatehdas, kalakombinaat*, visverwerk*, fischverarbeit*, zivju apstrade, zivju konservi, zuvies, pesquera, pesqueria, fiskeprodukt*, fiskvar*, fisch*, kala, kalajalostus*, poissons, mareyeur*, pescados
10.31 : kartoffelverarbeit*, aardappelverwerk*, perunatehdas
10.32 : fruchtsaft*, mehutehdas, saftfabrik*, musteri*, kelterei*
10.39 : konservenfabrik*, konservfabrik*, konservitehas*, groenteverwerk*, conserverie*, conserves, conservas, konservi, conservera*, konzerv*, konserve
10.41 : olmuhle*, oliemolle*, oljefabrik*, oliefabrik*, oljypuristamo, oliefabriek*, oleificio, huilerie*, almazara*, aceitera*, aceites, orujera*, aceituner*
10.51 : meijeri*, *meijeri, mejeri*, *mejeri, *mejerier, *mejerierna, meieri*, *meieriet, meierei*, molkerei*, *molkerei, milchwerk*, zuivel*, melkfabriek*, piimatoostus*, piimakombinaat*, piimatehas*, piena kombinats, piensaimnieks, piena, pienas, pieno, pienine, laiterie*, fromagerie*, lacteos, lacteo, laticinios, caseificio, latteria, kaserei*, juustola, juustutehas*, juustutoostus*, mleczarnia, mlekarna, sut, mandira, mliekaren, tejipari, fabrica de lapte, queseria*
10.61 : mehlmuhle, getreidemuhle*, *kvarn, *kvarnen, valsemolle*, meelfabriek*, maalderij, minoterie*, molino, harinera, moulins, dzirnavnieks, dzirnavas, malunas, veski, *veski, mlyn, mlyny, un fabrikasi, malomipar
10.62 : *starkefabrik, starkefabrik*, *starkelse, staerkelse*, stivelse*, kartoffelmelsfabrik*, kartoffelmel*, tarklis*, tarkkelys*, zetmeel*, amidonnerie*, feculerie, almidon*, perunajauho*, glucoserie*, glukos*
10.71 : bakkerij*, backerei*, *bageri, *bagerier, leipomo*, leivatehas*, leivatoostus*, *pagar, pagari*, boulangerie, panaderia, maiznica, kepykla, piekarnia, panificio, duona
10.81 : zuckerfabrik*, *zucker, sukkerfabrik*, sockerfabrik*, sockerbruk*, *sockerbruk, *socker, suikerfabriek*, suiker*, sucrerie*, sucre, sokeritehdas, sokeritehtaat, suhkrutehas*, suhkrutoostus*, cukurfabrika, cukrus, cukrowni*, ingenio, azucarera*, zuccherificio*, zhitang, tangye, tangchang, cukrovar, seker, seker fabrikasi, cukorgyar, fabrica de zahar, zaharna, gula
10.82 : chokladfabrik*, chokolade*, schokoladen*, konditorei*, konfektyr*, kommivabrik*, saldainiai
10.84 : vinaigrerie*, vinagre*, senffabrik*, essigfabrik*, eddikefabrik*
10.91 : foderfabrik*, *foderfabrik, foderstof*, *grovvareforening, kraftfutter*, mischfutter*, futtermittel*, mengvoeder*, veevoeder*, rehutehdas, *rehu, rehut, piensos, mangimificio, pasarai, kraftfor
11.01 : *branneri, braenderi*, brennerei*, *brenneri, distilleerderij, distillerie*, destileria, spritfabrik*, spiritusfabrik*, sprittehdas, piiritustehas*, viinatehas*, alkoholitehdas, tislaamo, gorzelnia, jiuchang, niangjiu, jiujing, alcools, alcool, distilleri*, destiler*, palinka
11.02 : bodegas, vinicola, weingut*, weinkellerei*, cantina sociale, vinarstvi, kellerei*
11.05 : brauerei*, *brauerei, *brau, bryggeri*, *bryggeri, *bryggerier, *bryggerierna, *bryggeriet, brouwerij*, panimo*, olletehas*, alus daritava, alaus, cerveceria*, cervejaria*, cerveza, birrificio, birra, browar*, *browar, pivovar*, pijiu, brasserie, brasseries, sorgyar, *bier, fabrica de bere, bryghus*, *bryghus, brauhaus
11.06 : malzerei*, malzfabrik*, *malteri, maltfabrik*, mallastamo*, mouterij*, malterie*, malteria*, linnasetehas*, slodownia
11.07 : mineralbrunnen, mineralvatten, lahdevesi
13.10 : spinnerei*, *spinnerei, spinneri*, kehraamo, filature*, hilatura*, ketrus*, filatura
13.20 : weberei*, *weberei, vaveri*, kutomo*, tejeduria*, tissage*, tessitura, audykla
13 : tekstil*, textilfabrik*, tekstiili*, textiel*, fangzhi
13.30 : farberei*, fargeri*, *fargeri, farveri*, teinturerie*, tintoreria*, yinran, varjaamo
14.19 : bekleidung*, konfeksjon, siuvimas
15.11 : gerberei*, lederfabrik*, garveri*, *garveri, nahkatehdas, nahatehas*, leerlooierij*, tannerie*, curtiembre*, curtidos, conceria*, garbarnia, deri, kozeluzna, tenerie*
16.10 : sagewerk*, *sagewerk, sagverk*, *sagverk, savvaerk*, sagbruk*, sahat, saha, sahalaitos, saeveski*, saetoostus*, zagerij*, houtzagerij*, scierie*, aserradero*, maderas, serraria, kokzagetava*, lentpjuve*, tartak*, segheria*, trelast*, tralast*, travaru*, holzindustrie*, holzwerk*, puidutoostus*
16.21 : spanplattenwerk*, spanplatten*, spanskiva*, spanplade*, sponplate*, lastulevy*, *vineer, vineerivabrik*, vineritehdas*, vanerfabrik*, vaneri*, *kryssfiner, sperrholz*, *finieris, puitplaat*, puitlaast*, spaanplaat*, contrachapado*, tableros, panneaux, faneros, kuitulevy*, sklejka, лесплит*, фанплит*
16.23 : hirsimajat, palkmaja*, limtre*, limtra*, liimpuit*, puitmaja*, aknatehas
16.24 : lavatehdas, pallfabrik*, kistefabrik*
16.29 : pelletsfabrik*, pelletfabrik*, pellettitehdas, pelletitehas*, brikettfabrik*, brikettivabrik*, graanul*
17.11 : zellstoff*, *zellstoff, zellstofffabrik*, sellutehdas, *sellu, selluloosi*, *selluloosa, tselluloosi*, tselluloos*, cellulosafabrik*, cellulosefabrik*, *cellulose, *cellulosa, massafabrik*, sulfatfabrik*, sulfitfabrik*, celulos*, celuloz*, celuliozes, celuloza, celulosa*, biotuotetehdas, *massabruk, traesliperi, tresliperi
17.12 : papierfabrik*, *papier, pappersbruk*, *pappersbruk, *papper, *papir, papirfabrik*, *papirfabrik, paperitehdas, paperitehtaat, *paperi, paberivabrik*, *paber, paberi, papelera*, papel, papeterie*, papierfabriek*, *papierfabriek, cartiera*, cartiere*, papiernia*, kartongbruk*, *kartong, kartonfabrik*, *karton, kartonki*, *kartonki, kartonkitehdas, *kartonfabriek, cartonboard, kartons, kartonas, popierius, popieriaus, papira fabrika, papirfabrikk*, zaozhi, zhiye, seishi, kagit, papirna*, papirny, papirgyar, fabrica de hartie, kertas
17.21 : wellpappe*, wellpapp*, bolgepap*, aaltopahvi*, golfkarton*, lainepapp*, cartonnage
18.12 : druckerei*, tryckeri*, *tryckeri, trykkeri*, *trykkeri, kirjapaino*, *paino, trukikoda, trukikoja, drukkerij*, imprimerie*, imprenta, tipografia, drukarnia
19.10 : kokerei*, *kokerei, koksverk*, *koksverk, koksamo, cokerie*, coqueria*, cokesfabriek*, koksownia, jiaohua
19.20 : raffinaderi*, *raffinaderi, *raffinaderiet, raffinerie*, *raffinerie, *raffineri, oljynjalostamo*, jalostamo*, raffinaderij*, olitehas*, olitoostus*, *olitoostus, polevkivioli*, rafineria*, refineria*, raffineria*, nafta, naftos, rafinerija*, lianyou, lianhua, olieraffinaderi*, *нефтеоргсинтез, *нефтепереработка, *нпз, rafineri*, rafinaria, kilang
20.11 : industriegas*, teollisuuskaasu*, industrigas*, *кислород, *техгаз
20.13 : chloralkali*, klorfabrik*, kloritehdas, soodatehas*, sodafabrik*, sodafabriek*, chlorwerk*, lianjian, lujian, chunjian, svovlsyre*, svavelsyra*, rikkihappo*, schwefelsaure*, *техуглерод, *сода
20.14 : chemie*, *chemie, chemische, *kemia, kemian, kemisk*, kjemi*, *kjemi, keemia*, *keemia, quimica*, quimicos, petroquimica*, petrochimie*, petrolchimico, chimie, chimique*, chimica, petrokemi*, *petrokemi, petrokeemia*, petrochemie*, chemijos, huagong, *huagong, shihua, *shihua, huaxue, kagaku, *нефтехим, *оргсинтез, *метанол, *chem, spolchemie, *quim, *quimica
20.13, 20.14 : *химпром
20.15 : dungemittel*, *dunger, gjodsel*, *gjodning, godning*, *godning, lannoite*, vaetis*, kunstmest*, *kunstmest, engrais, fertilizantes, abonos, fertilizzanti, trasos, mineralmeslu, azoty, azotowe, azotas, *azot, huafei, linfei, danfei, *азот, *удобрения, *минудобрения, gubre, pupuk, hnojiva, ingrasaminte, mutragya, nitrogenmuvek
20.15, 08.91 : *фосфорит
20.16 : kunstharz*, polimeros, polimeri, *polymere, *полимер, *полиэф, *пластполимер, *полиэтилен
20.17 : *kautschuk, kautschuk*, *каучук, *синтезкаучук
20.20 : pflanzenschutz*, gewasbescherming, kasvinsuojelu*
20.30 : farbenfabrik*, lackfabrik*, maalitehdas, varvitehas*, fargfabrik*, malingfabrik*, verffabriek*, pinturas, peintures, vernici, *лакокраска
20.41 : seifenfabrik*, savonnerie*, jaboneria*, tvalfabrik*, waschmittel*
20.51 : sprangamne*, sprengstoff*, rajahdysaine*, explosivos, dynamit*
20.60 : kunstfaser*, konstfiber*, fibranne, *химволокно, *волокно
21.20 : laaketehdas, laaketeollisuus, lakemedel*, laegemiddel*, legemiddel*, *farma, farmaceut*, farmaceutisk*, arzneimittel*, geneesmiddel*, ravimitehas*, zhiyao, yaoye, *yaoye, seiyaku, *pharma, *pharm, laboratorios, *фарма, *фарм, *фармация, *мединтез
22.11 : reifenwerk*, reifenfabrik*, dackfabrik*, rengastehdas, neumaticos, pneumatici, bandenfabriek*, luntai
22.19 : gummifabrik*, gummiwerk*, *gummi, *gummifabrik, kumitehdas, *kumi, kummitehas*, caoutchouc, *резинотехника
22.29 : kunststoff*, *kunststoff, kunststof*, *plast, *plastik, plastindustri*, plastfabrik*, muovi*, *muovi, plasttoodete, plasticos, plastiques, plastica, *пластик, *пласт
23.11 : flachglas*, planglas*
23.13 : glashutte*, *glashutte, glasbruk*, *glasbruk, glasvaerk*, *glasvaerk, glassverk*, *glassverk, glasfabrik*, glasfabriek*, lasitehdas*, klaasitehas*, klaasivabrik*, verrerie*, vidrieria*, vidrio, vidros, vetreria*, vetrerie, stiklas, stikls, stikla fabrika, huta szkla, *стекло, *стеклотара
23.14 : glasull*, glaswolle*, glaswol*, lasivilla*, glasuld*, klaasvill*, glassvatt*, glasfaser*, *стекловолокно
23.20 : eldfast*, feuerfest*, ildfast*, tulenkesta*, refractarios, refractaires, naihuo, *огнеупор
23.31 : fliesenwerk*, fliesen*, kakelfabrik*, *kakel, laattatehdas, azulejos, ceramiche, *керамика
23.32 : ziegelwerk*, ziegelei*, *ziegel, tegelbruk*, *tegelbruk, *tegel, teglvaerk*, *teglvaerk, teglverk*, *teglverk, *tegl, tiilitehdas*, *tiili, telliskivi*, tellisetehas*, telliskivitehas*, steenfabriek*, *steenfabriek, baksteen*, briqueterie*, ladrillera*, ladrillos, kiegelu*, plytine, plytos, cegielnia, *кирпич
23.41 : porzellan*, porslin*, *porslin, porcelaine*, posliini*
23.51 : zement*, *zement, cementwerk*, zementwerk*, *zementwerk, cementfabrik*, *cementas, cementas, sement*, sementti*, sementtitehdas, tsement*, tsemendi*, cimenterie*, ciments, ciment, cementera*, cementos, cemento, cimento*, cementown*, cementeria, cementificio*, cementarna, shuini, *shuini, *цемент, cimento, *cimento, semen, cementgyar, fabrica de ciment, cementaren, tsimenta, simen
23.52 : kalkwerk*, *kalkwerk, kalkverk*, *kalkverk, kalkbruk*, kalkki*, *kalkki, kalkkitehdas, lubjatehas*, *lubi, kalkbranderij*, chaufournerie, chaux, caleras, calce, wapno, wapiennicz*, kalkes, kalk, *kalk, *известь, vapenka*, kirec, mesz
23.61 : betonelement*, *betonelement, betonfertigteil*, fertigteilwerk*, betonielementti*, betonivaru*, betoonelement*, raudbetoon*, elementtitehdas*, elementfabrik*, betonwaren*, betonvarefabrik*, spannbeton*, spannbetong*, gelzbetonis, gelzbetonio, prefabricados, *жби, *железобетон, *стройдеталь, plokk*, *plokk, betonisten*, parpaings, porebeton*, porenbeton*, gasbeton*, lattbetong*, kevytbetoni*, kalksandstein*, kalksandsteen*, silikattegel*
23.62 : gipskarton*, *gips, gipswerk*, gipsplat*, gipsfabrik*, kipsi*, kipslevy*, kipsplaat*, yeso*, platre*, *гипс
23.63 : transportbeton*, fabriksbeton*, fabriksbetong*, valmisbetoni*, betoncentrale, *beton, *betong, *betoni, *betoon, hormigon*, calcestruzzi, *бетон, betoncentrale*, betonmortel*
23.64 : trockenmortel*, torrbruk*, kuivlaasti*, *laasti, morteros
23.99 : asfaltverk*, *asfalt, asfalt*, asphaltmischwerk*, *asphalt, asfaltti*, *asfaltti, asfalditehas*, asfaltbeton*, steinwolle*, mineralwolle*, stenull*, *steinull, mineralull*, stenuld*, mineraluld*, kivivilla*, kivivill*, steenwol*, villatehdas, *минвата, *асфальт, asfaltcentrale*, asphaltwerk*
24.10 : stahlwerk*, *stahlwerk, *stahlwerke, *stahl, stalverk*, *stalverk, staalfabriek*, staal*, stalvaerk*, *stalvaerk, jarnverk*, *jarnverk, *jernverk, jernverk*, jernvaerk*, *jernvaerk, jarnbruk, terastehdas, terassulatto, terasetehas*, eisenhutte*, hochofen*, *hochofenwerk, siderurgi*, siderurgica*, acieri*, acerias, *acero, aceros, aciaria, acciaieri*, acciaio, ferriera, ferriere, huta, gangtie, tegang, seitetsu, metalurgs, ferrolegering*, ferrolegeringer, ferrosulatto, ferroleghe, tiehejin, *сталь, *чермет, *ферросплав, demir celik, celik, ocelarn*, ocelarny, hutnictvi, otelarie*, acelmu, *vasmu, combinat siderurgic, siderurgie*
24.42 : aluminiumhutte*, *aluminiumwerk*, aluminiumverk*, aluminiumsverk, alumiini*, aluminio, alluminio, lvye, *алюминий, *глинозем
24.43 : zinkhutte*, zinkwerk*, zinkverk*, zinkfabriek*, sinkki*, sinkkitehdas, bleihutte*, blyverk, xinye, cinkownia, *цинк
24.44 : kopparverk*, kupferhutte*, kupferwerk*, kobbervaerk*, kuparitehdas, kuparitehtaat, kuparisulatto, *kupfer, tongye, *медь
24.45 : nikkelverk*, nickelhutte*, nikkelitehdas, nieye, *никель, *магний, *титан
24.10, 24.42 : smelteverk*, *smelteverk, smaltverk*, *smaltverk, huttenwerk*, *huttenwerke, sulatto*, *sulatto
24.51 : giesserei*, *giesserei, eisengiesserei*, gjuteri*, *gjuteri, stoberi*, stoperi*, *stoperi, valimo*, *valimo, valutehas*, valukoda, gieterij*, *gieterij, fonderie*, fundicion*, fundicao, fonderia*, odlewnia*, slevarna, zhuzao, *литье, *литмаш, *центролит
25.61 : verzinkerei*, *verzinkerei, forzinkning*, galvanik*, *galvanik, galvaniseren, verzinker*, sinkitys*, tsinkimine, pintakasittely, ytbehandling*, overfladebehandling*, galvanizado*, galvanotehnika
25.11 : stahlbau*, stalbyggnad*, terasrakenne*, staalconstructie*, metallkonstruktsioon*, metalo konstrukcijos
27.20 : akkumulatoren*, batteriefabrik*, batterifabrik*, akkutehdas, acumuladores, accumulatori, *аккумулятор
27.32 : kabelwerk*, kabelfabrik*, *kabel, kaapelitehdas, kaablitehas*, kabelfabriek*, *кабель
28 : maschinenbau*, maschinenfabrik*, *maschinenfabrik, konepaja*, *konepaja, mekaniska, maskinfabrik*, masinatehas*, machinefabriek*, mekaniske, *машзавод, *тяжмаш, *маш
29.10 : autotehdas, automobilwerk*, bilfabrik*, automobilove, qiche, *автозавод
30.11 : schiffswerft*, *werft, skeppsvarv*, varvet, skibsvaerft*, *vaerft, verft, *verft, telakka*, laevatehas*, laevaremont*, scheepswerf*, *scheepswerf, chantier naval, chantiers navals, astillero*, estaleiro*, cantiere navale, cantieri navali, stocznia*, zaochuan, kugu buvetava, laivu
31 : mobelfabrik*, *mobel, mobler, huonekalu*, *kaluste, mooblivabrik*, *moobel, meubel*, meubelfabriek*, baldai, mebeles, *мебель
35.11 : kraftwerk*, *kraftwerk, kraftverk*, *kraftverk, kraftvaerk*, *kraftvaerk, voimala*, *voimala, voimalaitos*, *voimalaitos, elektrijaam*, *elektrijaam, elektrostacija, elektrine*, elektriciteitscentrale, energiecentrale*, kolencentrale*, central electrica, central termica, central termoelectrica, termoelectrica*, centrale thermique, centrale elettrica, centrale termoelettrica, elektrowni*, dianchang, fadian*, termocentral*, *энерго, *энергия, *электрогенерация, centrale nucleaire, *centrale, centrale, kernkraftwerk*, karnkraftverk*, ydinvoimala*, tuumajaam, *sahko, elektrik santrali, termik santral*, elektrarna*, elektrarny, eromu, hoeromu, *eromu, termocentrala, centrala electrica, pltu
35.11, 35.30 : *vaerket, *kraftvarmevaerk, kraftvarmevaerk*, energiverk*, *energiverk, *energia, *energi, *energie
35.30 : heizkraftwerk*, *heizkraftwerk, heizwerk*, *heizwerk, fernwarme*, *fernwarme, fjernvarme*, *fjernvarme, fjarrvarme*, *fjarrvarme, kraftvarmeverk*, kraftvarme*, varmevaerk*, *varmevaerk, varmeverk*, *varmeverk, varmecentral*, *varme, kaukolampo*, *kaukolampo, lampolaitos, *lampo, *lammitys, kaugkute*, soojus*, *soojus, katlamaja*, koostootmisjaam*, siltumtikli, siltums, *siltums, siluma, silumos, silumos tinklai, stadsverwarming*, warmtenet*, warmtebedrijf*, warmtekracht*, chauffage urbain, elektrocieplowni*, cieplowni*, redian, stadtwerke, *stadtwerke, teplarna*, *тепло, *теплоэнерго, *теплосеть, *теплосервис, *комэнерго, energiapalvelu*, *energiapalvelut, *voima, industriepark*, chempark*, chemiepark*, industripark*, *industripark, industriepark*, energiantuotanto
35.21 : biogas*, *biogas, biogasanlage*, biogaasi*, *biogaas, biokaasu*, *biokaasu, biogaasijaam*, biogazes, bioduju, *биогаз
35.21, 35.30 : bioenergi*, *bioenergi, *bioenergia, *bioenergie, bioenergia*
35.22 : gasnett*, gasnatet, kaasuverkko*, *gaasivork, *облгаз, *горгаз, *межрегионгаз
36.00 : vattenverk*, *vattenverk, vandvaerk*, *vandvaerk, vannverk*, *vannverk, vesilaitos*, *vesilaitos, *vesi, veevark*, *veevark, wasserwerk*, *wasserwerk, *wasser, waterleiding*, drinkwater*, *vatten, udens, vandenys, wodociagi, vodokanal*, *водоканал, *водосбыт
35.30, 36.00 : *forsyning, forsyning*
37.00 : reningsverk*, *reningsverk, avloppsrening*, rensningsanlaeg*, renseanlaeg*, *renseanlaeg, renseanlegg*, *renseanlegg, jatevesi*, jateveden*, jatevedenpuhdistamo, *puhdistamo, reoveepuhasti*, *reoveepuhasti, klaranlage*, *klaranlage, klarwerk*, *klarwerk, abwasser*, *abwasser, rioolwater*, rwzi, afvalwaterzuivering*, avlop*, *avlop, notekudenu, nuoteku, station epuration, edar, depuradora*, depuratore, *spildevand, oczyszczalnia, kloak*, *kloak, zuiveringsschap, waterschap*, slibverwerking*, assainissement, *puhastus, puhastusseadmed, *biopuhastus
38.11 : avfall*, *avfall, renovasjon*, renhallning*, *renhallning, affald*, *affald, jatehuolto*, *jatehuolto, jaatme*, jaatmekeskus*, prugivedu, afval*, abfallwirtschaft*, abfall*, entsorgung*, *entsorgung, atkritum*, atlieku*, residuos, dechets, rifiuti, *экотранс, *спецавтохозяйство, jate, jatteet, ymparistopalvelu*
38.21 : mullverbrennung*, mullheizkraftwerk*, *mullheizkraftwerk, mullkraftwerk*, avfallsforbranning*, avfallskraftvarme*, affaldsforbraending*, *forbraending, *forbraendingen, forbrenningsanlegg*, jatteenpoltto*, jatevoimala*, *jatevoimala, ekovoimala, prugipoletus*, jaatmepoletus*, afvalverbrand*, afvalenergie*, incineracion, incinerateur, termovalorizzatore, inceneritore*, spalarnia, deponi*, *deponi, deponie*, *deponie, soptipp*, prugila*, kaatopaikka*, stortplaats*, vertedero*, decharge, discarica*, kompost*, *kompost, komposti*, kompostier*, poligons
38.22 : sonderabfall*, farligt avfall, farligt affald, ongelmajate*, ohtlike jaatmete, gevaarlijk afval
38.32 : atervinning*, *atervinning, genbrug*, gjenvinning*, *gjenvinning, kierratys*, *kierratys, taaskasutus*, verwertung*, *verwertung, schrott*, schrotthandel, skrotfabrik, *skrot, skrothandel, *skrap, romumetalli*, *romu, vanametall*, vanapaber*, schroot*, chatarra*, ferrailles, rottami, metallolauzas, metallu lauznu, zlom*, papierverwertung, *вторсырье, *втормет, *вторчермет, *вторцветмет, uusio*, *цветмет, *вторметалл
39.00 : bodensanierung*, bodemsanering*, jordrens*, jordrensning*, jordrening*, markrening*
41.20 : hochbau*, byggnads*, *bygg, *byggeri, rakennus*, *rakennus, ehitus*, *ehitus, bouwbedrijf*, constructora, buve, buvnieks, statyba, budownictwo, *строй, *жилстрой
42.11 : tiefbau*, strassenbau*, vejentreprenor, teedeehitus*, teehoid*, anlaggnings*, maanrakennus*, wegenbouw*, keliai, *автодор, *дорстрой, *мостострой
43.12 : jordentreprenor*, gravefirma, abbruch*, rivnings*, nedrivning*, purkutyot, lammutus*
45 : *автосервис, autoservis*
52.22 : hamn, havn, satama, *satama, sadam, *sadam, hafen, havenbedrijf*, hafenbetrieb*, autorita portuale, zeehaven*, juru uostas, *терминал
52.10 : tanklager*, tankterminal*, silolager, kornsilo*
84.11 : stadtverwaltung, gemeinde, kommun, kommune, kaupunki, kunta, vallavalitsus, linnavalitsus, gemeente, mairie, municipalidad, ayuntamiento, savivaldybe*, pasvaldiba*, comune, prefeitura, gmina, miasto
86 : sjukhus*, *sjukhus, sygehus*, *sygehus, sykehus*, *sykehus, sairaala*, *sairaala, haigla*, *haigla, krankenhaus*, ziekenhuis*, hopital, slimnica, ligonine
93 : uimahalli*, simhall*, svommehal*, svomme, svommehall*, schwimmbad*, zwembad*, ujula*
`;
