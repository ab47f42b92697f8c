import { B as daysBetween, D as DBS_DECLARED, E as CASE_SYSTEMS, F as ROLE_GROUPS, H as londonDay, I as STAGES, L as addDays, N as REGIONS, O as EMPLOYMENT_TYPES, P as REGISTRATION_STATUSES, R as dayFromNumber, T as ANNOTATIONS, U as workingDaysBetweenNumbers, j as PRACTICE_EDUCATOR, k as HOURS_PATTERNS, l as Heads, w as wasSpoken, x as personOf, z as dayNumber } from "./shared-push.js";
import { a as chooseWaitMs, c as createMainPort, g as ok, h as fail, i as startSyncEngine, l as buildShownWork, m as runCommand, n as createHttpApi, o as readKeptSession, r as openJournal, s as buildVault, t as createPortReplica, u as openReplica } from "./shared-port-replica.js";
import { Type } from "typebox";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { Compile } from "typebox/compile";
import { dirname } from "node:path";
import { Check } from "typebox/value";
// ../../swt-freeze-G0nL73/src/contract/queries.ts
/** What the worker says without being asked: which groups of data changed. */
var TOPICS = [
	"people",
	"work",
	"programme",
	"store"
];
// ../../swt-freeze-G0nL73/src/core/data/councils.ts
/** Code, name, first day, last day, successors (domain.md section 8). */
var FORMER = `
E10000006|Cumbria|1974-04-01|2023-03-31|cumberland;westmorland-and-furness
E10000023|North Yorkshire|1974-04-01|2023-03-31|north-yorkshire
E10000027|Somerset|1974-04-01|2023-03-31|somerset
E08000016|Barnsley|1974-04-01|2025-03-31|barnsley
E08000019|Sheffield|1974-04-01|2025-03-31|sheffield
E10000021|Northamptonshire|1974-04-01|2021-03-31|north-northamptonshire;west-northamptonshire
E10000002|Buckinghamshire|1974-04-01|2020-03-31|buckinghamshire
E10000009|Dorset|1974-04-01|2019-03-31|bournemouth-christchurch-and-poole;dorset
E06000028|Bournemouth|1997-04-01|2019-03-31|bournemouth-christchurch-and-poole
E06000029|Poole|1997-04-01|2019-03-31|bournemouth-christchurch-and-poole
E06000048|Northumberland (pre-2013 boundary)|2009-04-01|2013-03-31|northumberland
E08000020|Gateshead (pre-2013 boundary)|1974-04-01|2013-03-31|gateshead
`;
/** Id, name, type, region, latitude, longitude, GSS code in force since April 2025. */
var CURRENT = `
barking-and-dagenham|Barking and Dagenham|London borough|London|51.536|0.081|E09000002
barnet|Barnet|London borough|London|51.589|-0.221|E09000003
barnsley|Barnsley|Metropolitan district|Yorkshire and The Humber|53.553|-1.481|E08000038
bath-and-north-east-somerset|Bath and North East Somerset|Unitary authority|South West|51.380|-2.360|E06000022
bedford|Bedford|Unitary authority|East of England|52.136|-0.467|E06000055
bexley|Bexley|London borough|London|51.457|0.140|E09000004
birmingham|Birmingham|Metropolitan district|West Midlands|52.480|-1.903|E08000025
blackburn-with-darwen|Blackburn with Darwen|Unitary authority|North West|53.748|-2.482|E06000008
blackpool|Blackpool|Unitary authority|North West|53.817|-3.050|E06000009
bolton|Bolton|Metropolitan district|North West|53.578|-2.429|E08000001
bournemouth-christchurch-and-poole|Bournemouth, Christchurch and Poole|Unitary authority|South West|50.720|-1.880|E06000058
bracknell-forest|Bracknell Forest|Unitary authority|South East|51.415|-0.750|E06000036
bradford|Bradford|Metropolitan district|Yorkshire and The Humber|53.794|-1.752|E08000032
brent|Brent|London borough|London|51.553|-0.296|E09000005
brighton-and-hove|Brighton and Hove|Unitary authority|South East|50.828|-0.139|E06000043
bristol|Bristol|Unitary authority|South West|51.454|-2.588|E06000023
bromley|Bromley|London borough|London|51.405|0.015|E09000006
buckinghamshire|Buckinghamshire|Unitary authority|South East|51.816|-0.813|E06000060
bury|Bury|Metropolitan district|North West|53.593|-2.298|E08000002
calderdale|Calderdale|Metropolitan district|Yorkshire and The Humber|53.722|-1.862|E08000033
cambridgeshire|Cambridgeshire|County|East of England|52.205|0.119|E10000003
camden|Camden|London borough|London|51.540|-0.143|E09000007
central-bedfordshire|Central Bedfordshire|Unitary authority|East of England|51.886|-0.521|E06000056
cheshire-east|Cheshire East|Unitary authority|North West|53.099|-2.441|E06000049
cheshire-west-and-chester|Cheshire West and Chester|Unitary authority|North West|53.191|-2.892|E06000050
city-of-london|City of London|City corporation|London|51.515|-0.092|E09000001
cornwall|Cornwall|Unitary authority|South West|50.263|-5.051|E06000052
county-durham|County Durham|Unitary authority|North East|54.777|-1.576|E06000047
coventry|Coventry|Metropolitan district|West Midlands|52.408|-1.510|E08000026
croydon|Croydon|London borough|London|51.372|-0.100|E09000008
cumberland|Cumberland|Unitary authority|North West|54.893|-2.932|E06000063
darlington|Darlington|Unitary authority|North East|54.524|-1.555|E06000005
derby|Derby|Unitary authority|East Midlands|52.922|-1.476|E06000015
derbyshire|Derbyshire|County|East Midlands|53.138|-1.556|E10000007
devon|Devon|County|South West|50.722|-3.533|E10000008
doncaster|Doncaster|Metropolitan district|Yorkshire and The Humber|53.523|-1.134|E08000017
dorset|Dorset|Unitary authority|South West|50.715|-2.437|E06000059
dudley|Dudley|Metropolitan district|West Midlands|52.510|-2.087|E08000027
ealing|Ealing|London borough|London|51.513|-0.305|E09000009
east-riding-of-yorkshire|East Riding of Yorkshire|Unitary authority|Yorkshire and The Humber|53.842|-0.433|E06000011
east-sussex|East Sussex|County|South East|50.874|0.009|E10000011
enfield|Enfield|London borough|London|51.652|-0.081|E09000010
essex|Essex|County|East of England|51.736|0.469|E10000012
gateshead|Gateshead|Metropolitan district|North East|54.962|-1.602|E08000037
gloucestershire|Gloucestershire|County|South West|51.864|-2.244|E10000013
greenwich|Greenwich|London borough|London|51.490|0.068|E09000011
hackney|Hackney|London borough|London|51.545|-0.055|E09000012
halton|Halton|Unitary authority|North West|53.363|-2.729|E06000006
hammersmith-and-fulham|Hammersmith and Fulham|London borough|London|51.493|-0.224|E09000013
hampshire|Hampshire|County|South East|51.063|-1.310|E10000014
haringey|Haringey|London borough|London|51.597|-0.110|E09000014
harrow|Harrow|London borough|London|51.580|-0.334|E09000015
hartlepool|Hartlepool|Unitary authority|North East|54.686|-1.213|E06000001
havering|Havering|London borough|London|51.575|0.183|E09000016
herefordshire|Herefordshire|Unitary authority|West Midlands|52.056|-2.716|E06000019
hertfordshire|Hertfordshire|County|East of England|51.795|-0.078|E10000015
hillingdon|Hillingdon|London borough|London|51.546|-0.478|E09000017
hounslow|Hounslow|London borough|London|51.468|-0.361|E09000018
isle-of-wight|Isle of Wight|Unitary authority|South East|50.701|-1.288|E06000046
isles-of-scilly|Isles of Scilly|Unitary authority|South West|49.915|-6.315|E06000053
islington|Islington|London borough|London|51.540|-0.103|E09000019
kensington-and-chelsea|Kensington and Chelsea|London borough|London|51.501|-0.193|E09000020
kent|Kent|County|South East|51.272|0.529|E10000016
kingston-upon-hull|Kingston upon Hull|Unitary authority|Yorkshire and The Humber|53.745|-0.336|E06000010
kingston-upon-thames|Kingston upon Thames|London borough|London|51.410|-0.301|E09000021
kirklees|Kirklees|Metropolitan district|Yorkshire and The Humber|53.646|-1.785|E08000034
knowsley|Knowsley|Metropolitan district|North West|53.412|-2.843|E08000011
lambeth|Lambeth|London borough|London|51.462|-0.115|E09000022
lancashire|Lancashire|County|North West|53.759|-2.699|E10000017
leeds|Leeds|Metropolitan district|Yorkshire and The Humber|53.800|-1.549|E08000035
leicester|Leicester|Unitary authority|East Midlands|52.637|-1.132|E06000016
leicestershire|Leicestershire|County|East Midlands|52.770|-1.204|E10000018
lewisham|Lewisham|London borough|London|51.445|-0.021|E09000023
lincolnshire|Lincolnshire|County|East Midlands|53.231|-0.541|E10000019
liverpool|Liverpool|Metropolitan district|North West|53.408|-2.992|E08000012
luton|Luton|Unitary authority|East of England|51.879|-0.418|E06000032
manchester|Manchester|Metropolitan district|North West|53.479|-2.245|E08000003
medway|Medway|Unitary authority|South East|51.380|0.527|E06000035
merton|Merton|London borough|London|51.402|-0.194|E09000024
middlesbrough|Middlesbrough|Unitary authority|North East|54.576|-1.235|E06000002
milton-keynes|Milton Keynes|Unitary authority|South East|52.040|-0.760|E06000042
newcastle-upon-tyne|Newcastle upon Tyne|Metropolitan district|North East|54.974|-1.613|E08000021
newham|Newham|London borough|London|51.541|0.003|E09000025
norfolk|Norfolk|County|East of England|52.628|1.299|E10000020
north-east-lincolnshire|North East Lincolnshire|Unitary authority|Yorkshire and The Humber|53.567|-0.081|E06000012
north-lincolnshire|North Lincolnshire|Unitary authority|Yorkshire and The Humber|53.590|-0.650|E06000013
north-northamptonshire|North Northamptonshire|Unitary authority|East Midlands|52.398|-0.727|E06000061
north-somerset|North Somerset|Unitary authority|South West|51.346|-2.977|E06000024
north-tyneside|North Tyneside|Metropolitan district|North East|54.991|-1.534|E08000022
north-yorkshire|North Yorkshire|Unitary authority|Yorkshire and The Humber|54.339|-1.434|E06000065
northumberland|Northumberland|Unitary authority|North East|55.167|-1.691|E06000057
nottingham|Nottingham|Unitary authority|East Midlands|52.954|-1.150|E06000018
nottinghamshire|Nottinghamshire|County|East Midlands|53.144|-1.196|E10000024
oldham|Oldham|Metropolitan district|North West|53.541|-2.115|E08000004
oxfordshire|Oxfordshire|County|South East|51.752|-1.258|E10000025
peterborough|Peterborough|Unitary authority|East of England|52.574|-0.243|E06000031
plymouth|Plymouth|Unitary authority|South West|50.371|-4.143|E06000026
portsmouth|Portsmouth|Unitary authority|South East|50.799|-1.091|E06000044
reading|Reading|Unitary authority|South East|51.456|-0.971|E06000038
redbridge|Redbridge|London borough|London|51.559|0.070|E09000026
redcar-and-cleveland|Redcar and Cleveland|Unitary authority|North East|54.618|-1.069|E06000003
richmond-upon-thames|Richmond upon Thames|London borough|London|51.447|-0.330|E09000027
rochdale|Rochdale|Metropolitan district|North West|53.616|-2.155|E08000005
rotherham|Rotherham|Metropolitan district|Yorkshire and The Humber|53.431|-1.357|E08000018
rutland|Rutland|Unitary authority|East Midlands|52.670|-0.728|E06000017
salford|Salford|Metropolitan district|North West|53.512|-2.339|E08000006
sandwell|Sandwell|Metropolitan district|West Midlands|52.519|-1.994|E08000028
sefton|Sefton|Metropolitan district|North West|53.447|-2.996|E08000014
sheffield|Sheffield|Metropolitan district|Yorkshire and The Humber|53.381|-1.470|E08000039
shropshire|Shropshire|Unitary authority|West Midlands|52.708|-2.754|E06000051
slough|Slough|Unitary authority|South East|51.510|-0.595|E06000039
solihull|Solihull|Metropolitan district|West Midlands|52.412|-1.778|E08000029
somerset|Somerset|Unitary authority|South West|51.015|-3.104|E06000066
south-gloucestershire|South Gloucestershire|Unitary authority|South West|51.540|-2.411|E06000025
south-tyneside|South Tyneside|Metropolitan district|North East|54.999|-1.432|E08000023
southampton|Southampton|Unitary authority|South East|50.904|-1.404|E06000045
southend-on-sea|Southend-on-Sea|Unitary authority|East of England|51.538|0.714|E06000033
southwark|Southwark|London borough|London|51.503|-0.080|E09000028
st-helens|St Helens|Metropolitan district|North West|53.453|-2.737|E08000013
staffordshire|Staffordshire|County|West Midlands|52.806|-2.117|E10000028
stockport|Stockport|Metropolitan district|North West|53.410|-2.158|E08000007
stockton-on-tees|Stockton-on-Tees|Unitary authority|North East|54.569|-1.317|E06000004
stoke-on-trent|Stoke-on-Trent|Unitary authority|West Midlands|53.003|-2.180|E06000021
suffolk|Suffolk|County|East of England|52.057|1.156|E10000029
sunderland|Sunderland|Metropolitan district|North East|54.906|-1.381|E08000024
surrey|Surrey|County|South East|51.236|-0.574|E10000030
sutton|Sutton|London borough|London|51.361|-0.193|E09000029
swindon|Swindon|Unitary authority|South West|51.558|-1.781|E06000030
tameside|Tameside|Metropolitan district|North West|53.489|-2.094|E08000008
telford-and-wrekin|Telford and Wrekin|Unitary authority|West Midlands|52.677|-2.449|E06000020
thurrock|Thurrock|Unitary authority|East of England|51.476|0.325|E06000034
torbay|Torbay|Unitary authority|South West|50.462|-3.525|E06000027
tower-hamlets|Tower Hamlets|London borough|London|51.517|-0.060|E09000030
trafford|Trafford|Metropolitan district|North West|53.446|-2.308|E08000009
wakefield|Wakefield|Metropolitan district|Yorkshire and The Humber|53.683|-1.498|E08000036
walsall|Walsall|Metropolitan district|West Midlands|52.586|-1.982|E08000030
waltham-forest|Waltham Forest|London borough|London|51.584|-0.020|E09000031
wandsworth|Wandsworth|London borough|London|51.457|-0.192|E09000032
warrington|Warrington|Unitary authority|North West|53.390|-2.597|E06000007
warwickshire|Warwickshire|County|West Midlands|52.282|-1.585|E10000031
west-berkshire|West Berkshire|Unitary authority|South East|51.401|-1.323|E06000037
west-northamptonshire|West Northamptonshire|Unitary authority|East Midlands|52.237|-0.894|E06000062
west-sussex|West Sussex|County|South East|50.837|-0.779|E10000032
westminster|Westminster|London borough|London|51.497|-0.137|E09000033
westmorland-and-furness|Westmorland and Furness|Unitary authority|North West|54.328|-2.746|E06000064
wigan|Wigan|Metropolitan district|North West|53.545|-2.632|E08000010
wiltshire|Wiltshire|Unitary authority|South West|51.320|-2.209|E06000054
windsor-and-maidenhead|Windsor and Maidenhead|Unitary authority|South East|51.522|-0.720|E06000040
wirral|Wirral|Metropolitan district|North West|53.390|-3.023|E08000015
wokingham|Wokingham|Unitary authority|South East|51.411|-0.834|E06000041
wolverhampton|Wolverhampton|Metropolitan district|West Midlands|52.586|-2.128|E08000031
worcestershire|Worcestershire|County|West Midlands|52.192|-2.220|E10000034
york|York|Unitary authority|Yorkshire and The Humber|53.959|-1.082|E06000014
`;
var records = (table) => table.trim().split("\n").map((line) => line.split("|"));
/** Councils and codes that were replaced since 2013, so that an old name is still found. */
var FORMER_COUNCILS = records(FORMER).map(([code = "", name = "", from = "", to = "", successors = ""]) => ({
	code,
	name,
	from,
	to,
	successors: successors.split(";")
}));
/** The 153 councils of England with social care duties since 1 April 2023, by name. */
var COUNCILS = records(CURRENT).map(([id = "", name = "", type = "", region = "", lat = "", lon = "", code = ""]) => ({
	id,
	name,
	type,
	region,
	lat: Number(lat),
	lon: Number(lon),
	gss: datedCodes(id, code)
}));
new Map(COUNCILS.map((council) => [council.id, council]));
function datedCodes(id, code) {
	const earlier = FORMER_COUNCILS.filter((former) => former.successors.includes(id)).sort((a, b) => a.to < b.to ? -1 : 1);
	const last = earlier.at(-1);
	return [...earlier.map(({ code: old, from, to }) => ({
		code: old,
		from,
		to
	})), last ? {
		code,
		from: addDays(last.to, 1)
	} : { code }];
}
// ../../swt-freeze-G0nL73/src/core/data/gazetteer.ts
/** About 3,600 places of England, by council; a name may stand more than once. */
var PLACES = `
barking-and-dagenham: Barking,51533,83|Becontree,51553,129|Chadwell Heath,51571,133|Dagenham,51550,167
barnet: Barnet,51650,-200|Cockfosters,51649,-148|East Barnet,51647,-161|Edgware,51613,-275|Edgwarebury,51625,-273|Finchley,51601,-195|Friern Barnet,51613,-159|Golders Green,51576,-200|Hadley Wood,51667,-170|Hendon,51600,-217|High Barnet,51656,-208|New Barnet,51650,-175|Totteridge,51633,-200
barnsley: Barnsley,53550,-1483|Birdwell,53514,-1479|Bolton upon Dearne,53517,-1317|Cawthorne,53567,-1573|Cudworth,53571,-1416|Darfield,53534,-1376|Darton,53587,-1527|Dodworth,53543,-1528|Great Houghton,53554,-1350|Grimethorpe,53577,-1377|Hoyland Nether,53500,-1450|Little Houghton,53546,-1360|Millhouse Green,53525,-1672|Penistone,53526,-1630|Royston,53600,-1450|Shafton,53593,-1409|Silkstone,53548,-1564|Stainborough,53526,-1518|Wombwell,53522,-1397|Wortley,53483,-1533
bath-and-north-east-somerset: Bath,51375,-2362|Bathford,51400,-2302|Bishop Sutton,51334,-2595|Cameley,51316,-2561|Camerton,51316,-2456|Chew Magna,51366,-2610|Clutton,51329,-2543|Compton Dando,51379,-2514|Compton Martin,51311,-2655|Corston,51385,-2440|East Harptree,51301,-2622|Freshford,51339,-2303|Hinton Charterhouse,51324,-2328|Keynsham,51414,-2498|Midsomer Norton,51286,-2486|Paulton,51305,-2500|Peasedown Saint John,51317,-2424|Priston,51343,-2439|Publow,51379,-2544|Radstock,51292,-2445|Saltford,51401,-2459|Stanton Drew,51367,-2586|Timsbury,51324,-2479|Wellow,51324,-2374|Whitchurch,51406,-2563
bedford: Bedford,52135,-466|Biddenham,52138,-507|Bromham,52145,-529|Cardington,52117,-413|Clapham,52161,-495|Colmworth,52217,-378|Cople,52123,-389|Elstow,52107,-465|Great Barford,52158,-352|Harrold,52201,-610|Kempston Hardwick,52090,-499|Kempston,52116,-500|Little Barford,52199,-273|Oakley,52169,-526|Odell,52209,-589|Pertenhall,52279,-414|Podington,52254,-625|Riseley,52252,-479|Roxton,52178,-316|Sharnbrook,52226,-544|Stagsden,52130,-567|Stevington,52168,-555|Stewartby,52070,-515|Swineshead,52280,-450|Wilden,52183,-396|Willington,52134,-372|Wilstead,52081,-449|Wootton,52095,-535
bexley: Belvedere,51491,151|Bexley,51442,149|Bexleyheath,51463,139|Chislehurst,51417,69|Erith,51483,175|Sidcup,51426,104|Welling,51462,108
birmingham: Acocks Green,52450,-1817|Aston,52500,-1883|Bartley Green,52435,-1997|Birmingham,52481,-1900|Castle Vale,52519,-1797|Hockley,52500,-1917|Sutton Coldfield,52567,-1817|Washwood Heath,52501,-1827
blackburn-with-darwen: Blackburn,53750,-2483|Darwen,53698,-2465|Edgworth,53646,-2394
blackpool: Blackpool,53817,-3050|Great Marton,53812,-3023
bolton: Blackrod,53592,-2580|Bolton,53583,-2433|Farnworth,53550,-2400|Horwich,53601,-2550|Kearsley,53533,-2383|Little Lever,53563,-2378|Westhoughton,53549,-2525
bournemouth-christchurch-and-poole: Bournemouth,50720,-1879|Broadstone,50757,-1994|Canford Heath,50751,-1969|Christchurch,50736,-1781|Oakley,50784,-1968|Parkstone,50730,-1945|Poole,50714,-1985|Wimborne Minster,50783,-1983
bracknell-forest: Binfield,51432,-788|Bracknell,51414,-751|Crowthorne,51370,-792|Sandhurst,51347,-787|Warfield,51442,-728
bradford: Addingham,53945,-1884|Baildon,53847,-1788|Bingley,53849,-1839|Bradford,53794,-1752|Burley in Wharfedale,53910,-1758|Clayton,53767,-1817|Cullingworth,53824,-1897|Denholme,53802,-1895|Haworth,53829,-1948|Ilkley,53924,-1823|Keighley,53868,-1907|Menston,53890,-1744|Oxenhope,53812,-1952|Queensbury,53767,-1849|Saltaire,53833,-1783|Shipley,53833,-1767|Silsden,53914,-1938|Steeton,53883,-1950|Thornton,53790,-1852|Wilsden,53821,-1860
brent: Brent,51553,-302|Cricklewood,51557,-215|Harlesden,51538,-250|Sudbury,51555,-324|Wembley,51552,-297|Willesden,51533,-233
brighton-and-hove: Brighton,50828,-139|Hove,50831,-167|Portslade,50843,-216|Rottingdean,50810,-59
bristol: Bishopsworth,51415,-2621|Bristol,51455,-2597
bromley: Beckenham,51409,-25|Bickley,51401,46|Biggin Hill,51313,34|Bromley,51406,15|Chelsfield,51358,128|Crystal Palace,51419,-79|Farnborough,51359,69|Hayes,51378,17|Orpington,51375,98|Shortlands,51399,4|West Wickham,51367,-17
buckinghamshire: Amersham on the Hill,51675,-607|Amersham,51667,-617|Aston Clinton,51800,-725|Aylesbury,51817,-815|Beaconsfield,51612,-647|Bierton,51831,-787|Bourne End,51576,-713|Brill,51817,-1050|Buckingham,52000,-988|Burnham,51535,-666|Chalfont Saint Peter,51609,-556|Chalfont St Giles,51632,-570|Cheddington,51848,-664|Chesham Bois,51708,-614|Chesham,51700,-600|Denham,51567,-500|Farnham Royal,51542,-616|Flackwell Heath,51598,-706|Gerrards Cross,51586,-555|Great Horwood,51974,-881|Great Missenden,51704,-708|Haddenham,51773,-926|High Wycombe,51629,-749|Hyde Heath,51693,-654|Iver Heath,51536,-518|Iver,51500,-500|Ivinghoe,51836,-630|Little Chalfont,51668,-570|Little Marlow,51584,-740|Long Crendon,51773,-997|Longwick,51736,-857|Loudwater,51611,-702|Marlow,51569,-774|New Denham,51554,-489|Newton Longville,51976,-766|Oakley,51804,-1073|Pitstone,51828,-640|Princes Risborough,51725,-831|Seer Green,51618,-606|Steeple Claydon,51936,-983|Stewkley,51927,-764|Stoke Poges,51544,-589|Stokenchurch,51658,-897|Stone,51802,-870|Taplow,51533,-687|Tingewick,51990,-1048|Waddesdon,51847,-921|Wendover,51762,-740|Weston Turville,51792,-758|Wing,51895,-720|Wingrave,51865,-742|Winslow,51943,-881|Wooburn Green,51588,-679|Wooburn,51579,-693
bury: Bury,53600,-2300|Prestwich,53533,-2283|Radcliffe,53562,-2325|Ramsbottom,53648,-2317|Tottington,53613,-2341|Whitefield,53550,-2300
calderdale: Barkisland,53676,-1918|Brighouse,53703,-1784|Cornholme,53732,-2139|Elland,53685,-1839|Halifax,53717,-1850|Hebden Bridge,53741,-2013|Holywell Green,53674,-1867|Luddenden Foot,53719,-1946|Mytholmroyd,53731,-1983|Rastrick,53692,-1788|Ripponden,53674,-1942|Southowram,53710,-1832|Sowerby Bridge,53709,-1909|Todmorden,53714,-2097|Walsden,53694,-2100
cambridgeshire: Alconbury,52369,-260|Balsham,52132,316|Bar Hill,52249,29|Bassingbourn,52078,-54|Bluntisham,52355,9|Bottisham,52223,259|Brampton,52320,-220|Buckden,52294,-249|Burwell,52276,327|Cambourne,52221,-70|Cambridge,52200,117|Chatteris,52456,52|Comberton,52187,19|Cottenham,52287,125|Doddington,52497,60|Duxford,52094,159|Earith,52354,31|Eaton Socon,52218,-289|Ely,52400,262|Fenstanton,52299,-67|Fordham,52311,391|Fowlmere,52093,74|Fulbourn,52183,220|Gamlingay,52156,-193|Girton,52233,83|Godmanchester,52319,-175|Great Gransden,52185,-146|Great Paxton,52261,-228|Haddenham,52358,148|Harston,52137,80|Haslingfield,52150,56|Hemingford Grey,52318,-100|Hilton,52279,-112|Histon,52252,106|Houghton,52333,-121|Huntingdon,52330,-187|Isleham,52343,412|Kimbolton,52297,-389|Linton,52098,277|Little Paxton,52250,-258|Littleport,52458,306|Longstanton,52281,46|Manea,52485,179|March,52551,88|Melbourn,52081,15|Meldreth,52094,8|Needingworth,52331,-31|Oakington,52260,68|Orwell,52136,-11|Over,52317,17|Papworth Everard,52249,-118|Primrose Place,52561,-109|Ramsey,52451,-109|Saint Ives,52333,-77|Saint Neots,52217,-267|Sawston,52121,169|Sawtry,52440,-284|Soham,52335,337|Somersham,52383,0|Stilton,52488,-289|Stretham,52347,219|Sutton,52388,119|Swavesey,52302,-5|Warboys,52404,-79|Waterbeach,52266,191|Whittlesey,52558,-130|Whittlesford,52113,150|Wilburton,52352,177|Willingham,52314,58|Wimblington,52509,84|Wisbech,52666,159|Witchford,52387,206|Yaxley,52518,-259
camden: Belsize Park,51548,-172|Camden Town,51541,-143|Chalk Farm,51543,-150|Highgate,51566,-159|Holborn,51518,-120|Kilburn,51553,-192|King's Cross,51531,-123
central-bedfordshire: Ampthill,52027,-496|Arlesey,52007,-266|Aspley Guise,52012,-633|Astwick,52032,-231|Barton-le-Clay,51966,-427|Battlesden,51948,-596|Biggleswade,52087,-265|Blunham,52147,-322|Caddington,51866,-457|Chalton,51928,-501|Chicksands,52046,-364|Clifton,52040,-301|Clophill,52027,-424|Cranfield,52069,-609|Dunstable,51886,-523|Eaton Bray,51877,-592|Edworth,52056,-217|Eversholt,51987,-560|Everton,52146,-246|Flitwick,52003,-495|Gravenhurst,52009,-370|Greenfield,52003,-466|Harlington,51963,-492|Haynes,52066,-399|Heath and Reach,51945,-657|Henlow,52030,-286|Hockliffe,51931,-587|Houghton Conquest,52062,-478|Houghton Regis,51904,-521|Husborne Crawley,52016,-611|Kensworth,51852,-504|Langford,52055,-272|Leighton Buzzard,51917,-658|Lidlington,52042,-559|Marston Moretaine,52064,-549|Maulden,52031,-470|Meppershall,52017,-340|Millbrook,52039,-524|Milton Bryan,51950,-583|Potsgrove,51959,-618|Potton,52129,-216|Pulloxhill,51995,-453|Ridgmont,52015,-579|Sandy,52129,-289|Shefford,52039,-334|Shillington,51993,-360|Silsoe,52009,-425|Southill,52064,-324|Stanbridge,51909,-598|Steppingley,52008,-529|Stondon,52002,-319|Stotfold,52016,-232|Streatley,51946,-444|Sutton,52111,-214|Tempsford,52171,-296|Toddington,51949,-533|Totternhoe,51886,-573|Westoning,51981,-497|Woburn,51989,-619
cheshire-east: Adlington,53320,-2137|Alderley Edge,53304,-2238|Alsager,53096,-2306|Ashley,53350,-2333|Audlem,52990,-2507|Bollington,53294,-2110|Bunbury,53116,-2652|Chelford,53271,-2283|Chorlton,53050,-2405|Congleton,53163,-2213|Crewe,53098,-2442|Disley,53359,-2038|Eaton,53183,-2200|Goostrey,53227,-2339|High Legh,53351,-2454|Holmes Chapel,53201,-2357|Knutsford,53303,-2375|Macclesfield,53260,-2126|Mere,53332,-2409|Middlewich,53193,-2444|Mobberley,53317,-2317|Mottram St. Andrew,53306,-2181|Nantwich,53069,-2521|Peover Superior,53250,-2350|Pott Shrigley,53310,-2084|Poynton,53350,-2117|Prestbury,53283,-2150|Rode Heath,53114,-2292|Sandbach,53145,-2363|Siddington,53233,-2233|Weston,53067,-2400|Willaston,53067,-2483|Wilmslow,53328,-2231
cheshire-west-and-chester: Aldford,53128,-2868|Beeston,53117,-2683|Bickley,53033,-2700|Blacon,53208,-2925|Carden,53072,-2797|Chester,53191,-2892|Coddington,53083,-2817|Cuddington,53245,-2619|Eccleston,53150,-2883|Ellesmere Port Town,53279,-2901|Elton,53267,-2817|Farndon,53084,-2875|Frodsham,53295,-2727|Guilden Sutton,53208,-2830|Hartford,53245,-2551|Harthill,53083,-2750|Helsby,53274,-2769|Hoole,53200,-2877|Ince,53283,-2833|Kelsall,53208,-2712|Kingsley,53267,-2667|Ledsham,53267,-2967|Malpas,53017,-2767|Marston,53267,-2500|Mickle Trafford,53221,-2832|Mollington,53229,-2922|Mouldsworth,53233,-2733|Neston,53283,-3050|Northwich,53259,-2520|Oakmere,53220,-2641|Over,53183,-2550|Saughall,53226,-2956|Shotwick,53239,-2991|Stoke,53250,-2867|Tarporley,53159,-2669|Tarvin,53197,-2765|Tattenhall,53122,-2767|Tiverton,53133,-2667|Waverton,53167,-2800|Weaverham,53260,-2573|Willaston,53296,-2997|Winsford,53191,-2524
city-of-london: Barbican,51520,-94|City of London,51513,-92|Spitalfields,51520,-74
cornwall: Bodmin,50472,-4724|Boyton,50700,-4383|Bude,50824,-4541|Bugle,50396,-4793|Callington,50501,-4313|Camborne,50213,-5297|Camelford,50622,-4680|Chacewater,50257,-5158|Delabole,50623,-4732|Dobwalls,50458,-4517|Duloe,50383,-4483|Falmouth,50154,-5071|Flexbury,50835,-4545|Four Lanes,50202,-5240|Fowey,50336,-4639|Germoe,50115,-5379|Gunnislake,50524,-4213|Hayle,50184,-5421|Helland,50500,-4717|Helston,50103,-5270|Jacobstow,50733,-4550|Landewednack,49970,-5197|Landrake,50423,-4290|Launceston,50637,-4360|Liskeard,50455,-4465|Looe,50358,-4454|Lostwithiel,50408,-4670|Marazion,50126,-5475|Mevagissey,50273,-4792|Millbrook,50349,-4215|Mount Hawke,50282,-5209|Mullion,50027,-5242|Mylor Bridge,50185,-5080|Nanpean,50369,-4869|Newquay,50416,-5073|North Hill,50550,-4433|Padstow,50539,-4937|Par,50351,-4703|Penryn,50168,-5104|Pensilva,50503,-4415|Penzance,50119,-5537|Perranarworthal,50206,-5120|Perranporth,50344,-5156|Perranwell,50213,-5121|Pillaton,50450,-4300|Polperro,50331,-4522|Polzeath,50570,-4918|Porthleven,50086,-5315|Portscatho,50173,-4974|Poundstock,50767,-4550|Probus,50293,-4954|Redruth,50233,-5224|Roche,50408,-4834|Rock,50550,-4905|Saint Agnes,50313,-5205|Saint Blazey,50363,-4719|Saint Columb Major,50432,-4943|Saint Dennis,50383,-4883|Saint Stephen,50345,-4900|Saltash,50410,-4225|Sennen,50078,-5701|South Hill,50533,-4350|St Austell,50343,-4774|St Ives,50209,-5487|St Just,50124,-5681|St. Buryan,50074,-5623|St. Day,50240,-5186|Stithians,50189,-5178|Tintagel,50663,-4750|Torpoint,50375,-4196|Trebarwith,50641,-4750|Tregoney,50267,-4916|Trewen,50617,-4467|Truro,50265,-5054|Uny Lelant,50183,-5440|Wadebridge,50517,-4836|Wendron,50133,-5250|Werrington,50667,-4367
county-durham: Annfield Plain,54857,-1738|Barnard Castle,54542,-1919|Barningham,54488,-1870|Bishop Auckland,54656,-1677|Bishop Middleham,54678,-1488|Bowburn,54739,-1525|Bowes,54516,-2016|Brandon,54750,-1617|Brignall,54505,-1889|Burnopfield,54906,-1725|Castleside,54834,-1878|Chester-le-Street,54859,-1574|Cockfield,54614,-1809|Consett,54854,-1832|Cornforth,54703,-1519|Coundon,54663,-1627|Coxhoe,54715,-1504|Crook,54713,-1750|Durham,54777,-1576|Easington Colliery,54788,-1328|Easington,54785,-1359|Eggleston,54609,-2003|Evenwood,54622,-1761|Ferryhill,54683,-1550|Fishburn,54683,-1436|Gainford,54547,-1736|Hamsterley,54683,-1817|Haswell,54783,-1417|Hawthorn,54800,-1350|High Etherley,54654,-1744|Holwick,54636,-2144|Hunwick,54688,-1705|Hutton Magna,54510,-1806|Ingleton,54580,-1735|Kelloe,54719,-1475|Lanchester,54821,-1743|Langley Park,54800,-1670|Lartington,54554,-1972|Low Etherley,54653,-1743|Mickleton,54608,-2050|Muggleswick,54833,-1933|Murton,54818,-1390|Newbiggin,54642,-2136|Newton Aycliffe,54618,-1572|Ovington,54528,-1798|Pelton,54873,-1609|Peterlee,54760,-1336|Pittington,54800,-1483|Rokeby,54517,-1867|Romaldkirk,54594,-2011|Sacriston,54818,-1624|Seaham,54839,-1346|Sedgefield,54653,-1450|Sherburn Hill,54773,-1480|Sherburn,54776,-1505|Shildon,54630,-1643|Shotton,54783,-1367|South Hetton,54799,-1407|Spennymoor,54699,-1602|Staindrop,54581,-1807|Stanhope,54750,-2017|Stanley,54868,-1698|Startforth,54539,-1930|Tanfield,54893,-1713|Thornley,54750,-1433|Tow Law,54745,-1814|Trimdon Grange,54714,-1426|Trimdon,54699,-1429|Ushaw Moor,54778,-1647|West Rainton,54817,-1500|Willington,54717,-1700|Wingate,54732,-1379|Winston,54545,-1789|Witton Gilbert,54806,-1637|Wolsingham,54731,-1883
coventry: Coventry,52407,-1512|Keresley,52452,-1533
croydon: Coulsdon,51320,-141|Croydon,51383,-100|Kenley,51326,-101|Purley,51337,-112|Sanderstead,51336,-78|Shirley,51378,-50|South Croydon,51362,-94|South Norwood,51399,-75|Thornton Heath,51399,-99|Upper Norwood,51415,-93
cumberland: Askam in Furness,54187,-3205|Aspatria,54766,-3328|Brampton,54950,-2733|Burgh by Sands,54922,-3057|Carlisle,54895,-2938|Cleator Moor,54521,-3516|Cockermouth,54662,-3361|Dalston,54842,-2985|Dearham,54712,-3444|Denton Holme,54885,-2941|Distington,54597,-3539|Egremont,54479,-3528|Flimby,54690,-3521|Frizington,54542,-3495|Great Corby,54882,-2825|Haverigg,54200,-3293|Keswick,54599,-3133|Longtown,55009,-2967|Maryport,54714,-3495|Millom,54211,-3272|Saint Bees,54492,-3590|Scotby,54890,-2875|Seascale,54398,-3480|Silloth,54869,-3384|Wetheral,54884,-2833|Whitehaven,54549,-3584|Wigton,54825,-3161|Workington,54643,-3544
darlington: Bishopton,54583,-1433|Coatham Mundeville,54580,-1556|Darlington,54524,-1550|Denton,54567,-1667|Heighington,54596,-1618|High Coniscliffe,54533,-1650|Hurworth,54490,-1533|Summerhouse,54567,-1689|Walworth,54567,-1650
derby: Chaddesden,52930,-1434|Derby,52923,-1477|Oakwood,52943,-1431|Sinfin,52882,-1487
derbyshire: Alfreton,53098,-1384|Ashbourne,53017,-1733|Aston-on-Trent,52862,-1386|Bakewell,53213,-1675|Barlborough,53288,-1288|Baslow,53248,-1622|Belper,53023,-1481|Blackwell,53117,-1333|Bolsover,53228,-1292|Borrowash,52907,-1384|Buxton,53257,-1910|Chapel en le Frith,53324,-1913|Chesterfield,53250,-1417|Chinley,53340,-1939|Clowne,53274,-1264|Creswell,53263,-1220|Cromford,53108,-1560|Dove Holes,53298,-1888|Doveridge,52905,-1825|Dronfield,53302,-1475|Duffield,52986,-1489|Etwall,52884,-1600|Findern,52870,-1544|Glapwell,53189,-1283|Glossop,53443,-1949|Hathersage,53330,-1654|Hayfield,53379,-1945|Heage,53051,-1447|Heanor,53014,-1354|High Peak,53368,-1845|Hope Valley,53348,-1745|Ilkeston,52971,-1310|Kilburn,53006,-1439|Killamarsh,53324,-1317|Little Eaton,52970,-1459|Long Eaton,52899,-1271|Matlock,53138,-1556|Melbourne,52822,-1425|New Mills,53366,-2000|Pilsley,53150,-1367|Pinxton,53091,-1318|Repton,52840,-1551|Ripley,53033,-1400|Shirebrook,53203,-1213|Shirland,53122,-1405|Smalley,52999,-1395|South Wingfield,53096,-1440|Staveley,53267,-1350|Swadlincote,52774,-1557|Tansley,53132,-1519|Tibshelf,53144,-1341|Tideswell,53278,-1773|Upper Langwith,53229,-1207|Walton,53223,-1461|West Hallam,52971,-1358|Whaley Bridge,53330,-1983|Whitwell,53283,-1217|Wingerworth,53202,-1434|Wirksworth,53082,-1574|Youlgreave,53174,-1690
devon: Abbotskerswell,50508,-3613|Appledore,51050,-4200|Ashburton,50516,-3756|Axminster,50783,-2998|Barnstaple,51080,-4058|Beer,50700,-3100|Bere Alston,50482,-4190|Bideford,51017,-4208|Bishopsteignton,50552,-3539|Bovey Tracey,50593,-3675|Bow,50800,-3817|Bradninch,50825,-3425|Braunton,51108,-4161|Brixton,50350,-4033|Buckfastleigh,50481,-3779|Budleigh Salterton,50630,-3322|Chagford,50675,-3839|Chudleigh Knighton,50585,-3632|Chudleigh,50605,-3600|Chulmleigh,50913,-3869|Colyton,50740,-3070|Combe Martin,51199,-4023|Copplestone,50811,-3746|Crediton,50783,-3650|Cullompton,50855,-3393|Dartmouth,50352,-3579|Dawlish,50581,-3466|Dunkeswell,50863,-3223|Exeter,50724,-3528|Exminster,50681,-3497|Exmouth,50617,-3402|Fremington,51070,-4137|Great Torrington,50953,-4144|Hatherleigh,50821,-4072|Heavitree,50720,-3496|Hemyock,50912,-3228|Holsworthy,50812,-4354|Honiton,50800,-3189|Horrabridge,50508,-4100|Ilfracombe,51209,-4113|Ipplepen,50489,-3639|Ivybridge,50390,-3919|Kenton,50640,-3472|Kingsbridge,50285,-3776|Kingskerswell,50499,-3582|Kingsteignton,50550,-3583|Lifton,50644,-4282|Lympstone,50648,-3432|Lynton,51230,-3841|Marldon,50455,-3597|Modbury,50350,-3887|Morchard Bishop,50854,-3749|Moretonhampstead,50661,-3765|Newton Abbot,50529,-3612|Newton Ferrers,50315,-4039|Newton Poppleford,50700,-3296|North Tawton,50800,-3898|Northam,51033,-4217|Okehampton,50738,-4002|Ottery St Mary,50750,-3267|Princetown,50544,-3989|Salcombe,50237,-3769|Sampford Peverell,50919,-3381|Seaton,50705,-3070|Sidmouth,50691,-3240|Silverton,50817,-3483|South Brent,50427,-3834|South Molton,51017,-3833|Starcross,50627,-3448|Stoke Gabriel,50403,-3621|Tavistock,50549,-4144|Teignmouth,50546,-3497|Tiverton,50902,-3492|Topsham,50686,-3467|Totnes,50431,-3684|Uffculme,50906,-3327|Wembury,50323,-4075|Whimple,50766,-3357|Willand,50883,-3367|Winkleigh,50856,-3943|Witheridge,50917,-3704|Woodbury,50677,-3402|Yealmpton,50349,-3999|Yelverton,50493,-4084
doncaster: Adwick le Street,53571,-1185|Armthorpe,53535,-1053|Askern,53616,-1152|Auckley,53504,-1022|Barnburgh,53524,-1273|Bawtry,53431,-1019|Bentley,53533,-1150|Campsall,53619,-1180|Cantley,53500,-1050|Carcroft,53583,-1176|Conisbrough,53482,-1232|Doncaster,53523,-1131|Fenwick,53639,-1098|Finningley,53487,-991|Hatfield,53578,-999|Kirk Sandall,53562,-1069|Marr,53543,-1221|Mexborough,53494,-1292|Moss,53617,-1100|Norton,53633,-1183|Rossington,53479,-1062|Stainforth,53600,-1033|Stainton,53433,-1167|Thorne,53611,-963|Tickhill,53432,-1109|Wadworth,53467,-1143
dorset: Alderholt,50912,-1831|Arne,50693,-2040|Beaminster,50809,-2739|Bere Regis,50754,-2216|Blandford Forum,50861,-2162|Bourton,51074,-2328|Bovington Camp,50698,-2235|Bridport,50734,-2758|Charlton Marshall,50836,-2142|Charminster,50733,-2450|Charmouth,50739,-2901|Chickerell,50624,-2503|Child Okeford,50914,-2237|Corfe Castle,50639,-2057|Dorchester,50717,-2433|Easton,50533,-2450|Ferndown,50807,-1900|Fortuneswell,50560,-2442|Gillingham,51038,-2276|Lyme Regis,50727,-2935|Lytchett Matravers,50758,-2078|Maiden Newton,50779,-2572|Manston,50950,-2267|Marnhull,50970,-2313|Milborne St Andrew,50778,-2281|Motcombe,51029,-2216|Overcombe,50635,-2432|Pimperne,50884,-2136|Portland,50567,-2445|Puddletown,50750,-2350|Shaftesbury,51005,-2193|Sherborne,50946,-2518|Shillingstone,50896,-2245|St Leonards,50831,-1844|Stalbridge,50958,-2375|Sturminster Marshall,50800,-2076|Sturminster Newton,50927,-2305|Swanage,50608,-1957|Three Legged Cross,50850,-1883|Verwood,50876,-1870|Wareham,50688,-2111|West Bay,50711,-2761|Weymouth,50614,-2460|Wool,50680,-2219|Yetminster,50896,-2580
dudley: Brierley Hill,52482,-2121|Dudley,52500,-2083|Halesowen,52449,-2049|Kingswinford,52498,-2169|Netherton,52483,-2083|Stourbridge,52456,-2143
ealing: Acton,51509,-276|Ealing Common,51507,-295|Ealing,51512,-302|Greenford,51529,-355|Northolt,51549,-368|Southall,51509,-371|West Ealing,51514,-323
east-riding-of-yorkshire: Airmyn,53721,-900|Aldbrough,53829,-115|Atwick,53940,-189|Bainton,53950,-533|Barmby on the Marsh,53749,-956|Barmston,54014,-229|Beeford,53970,-289|Bempton,54130,-179|Beverley,53846,-423|Boynton,54097,-265|Brandesburton,53911,-301|Brantingham,53752,-577|Bridlington,54083,-192|Broomfleet,53733,-667|Brough,53729,-572|Bubwith,53819,-920|Bugthorpe,54011,-823|Burstwick,53732,-140|Burton Constable,53817,-200|Burton Pidsea,53763,-107|Carnaby,54061,-260|Cherry Burton,53867,-500|Cottingham,53781,-415|Driffield,54006,-445|Dunnington,53950,-250|Dunswell,53801,-371|Easington,53654,115|Eastrington,53760,-793|Ellerker,53753,-604|Ellerton,53850,-933|Etton,53878,-513|Fimber,54035,-631|Flamborough,54117,-124|Full Sutton,53989,-868|Gilberdyke,53753,-739|Goole,53703,-877|Grindale,54125,-274|Halsham,53730,-74|Hayton,53900,-750|Hedon,53740,-197|Hessle,53725,-438|Hollym,53704,40|Holmpton,53688,66|Hook,53721,-849|Hornsea,53910,-168|Hotham,53796,-643|Howden,53746,-870|Humbleton,53783,-150|Keyingham,53710,-113|Kilham,54064,-381|Kilpin,53733,-834|Kirby Underdale,54017,-771|Kirk Ella,53754,-455|Laxton,53720,-803|Leconfield,53877,-457|Leven,53890,-318|Little Weighton,53790,-507|Lockington,53914,-486|Londesborough,53883,-683|Lund,53919,-522|Mappleton,53877,-137|Market Weighton,53863,-665|Melbourne,53888,-859|Millington,53950,-733|Nafferton,54020,-392|Newport,53763,-700|North Cave,53780,-650|North Ferriby,53721,-505|North Newbald,53817,-617|Ottringham,53701,-79|Patrington,53684,-13|Paull,53720,-233|Pocklington,53933,-781|Pollington,53671,-1072|Preston,53757,-198|Rawcliffe,53698,-963|Rimswell,53741,-17|Roos,53753,-45|Scalby,53767,-717|Skelton,53725,-842|Skidby,53789,-461|Skipsea,53977,-221|Snaith,53691,-1029|South Cave,53770,-601|Sproatley,53794,-191|Stamford Bridge,53989,-915|Sunk Island,53652,-84|Sutton upon Derwent,53913,-925|Thorngumbald,53721,-172|Thornton,53900,-850|Thwing,54115,-389|Tickton,53862,-383|Ulrome,53992,-230|Walkington,53820,-490|Watton,53933,-450|Welton,53732,-552|Wetwang,54018,-577|Wilberfoss,53949,-889|Willerby,53761,-442|Withernsea,53731,32|Wold Newton,54143,-400
east-sussex: Battle,50917,484|Bexhill-on-Sea,50850,471|Bodle Street,50913,343|Burwash,50998,385|Buxted,50990,134|Camber,50935,798|Crowborough,51061,163|Ditchling,50921,-115|Eastbourne,50769,285|Fairlight,50878,657|Flimwell,51055,445|Forest Row,51096,33|Friston,50764,199|Groombridge,51115,183|Hailsham,50862,258|Hastings,50856,580|Heathfield,50967,256|Herstmonceux,50890,323|Horam,50935,244|Lewes,50874,9|Newhaven,50797,55|Newick,50975,16|Ninfield,50886,425|Northiam,50994,600|Peacehaven,50793,-7|Pevensey Bay,50812,349|Pevensey,50820,340|Plumpton Green,50934,-61|Ringmer,50893,55|Robertsbridge,50986,473|Rye,50951,734|Saint Leonards-on-Sea,50856,545|Seaford,50771,103|South Chailey,50938,-21|Ticehurst,51047,409|Town Row,51053,232|Uckfield,50969,96|Wadhurst,51062,339|Winchelsea Beach,50917,722|Wivelsfield Green,50963,-71
enfield: Edmonton,51626,-58|Enfield Lock,51671,-27|Enfield Town,51651,-85|Oakwood,51648,-132|Palmers Green,51618,-110|Ponders End,51645,-47|Southgate,51617,-100|World's End,51657,-110
essex: Abridge,51650,120|Alresford,51854,1002|Althorne,51657,761|Basildon,51568,458|Bicknacre,51694,585|Billericay,51629,420|Black Notley,51853,568|Boreham,51760,541|Boxted,51949,910|Braintree,51878,553|Brentwood,51621,306|Brightlingsea,51812,1023|Buckhurst Hill,51624,33|Burnham-on-Crouch,51633,815|Canewdon,51618,745|Canvey Island,51522,581|Castle Hedingham,51990,599|Chelmsford,51736,470|Chigwell,51620,76|Chipping Ongar,51704,245|Clacton-on-Sea,51790,1156|Coggeshall,51871,685|Colchester,51889,904|Cold Norton,51672,670|Danbury,51716,582|Dedham,51959,993|Dovercourt,51936,1278|Earls Colne,51927,701|Eight Ash Green,51896,823|Elmstead Market,51882,995|Elsenham,51914,229|Epping,51698,111|Frinton-on-Sea,51831,1244|Gosfield,51937,592|Grange Hill,51612,86|Great Bardfield,51948,436|Great Bentley,51853,1064|Great Chesterford,52064,197|Great Dunmow,51872,363|Great Horkesley,51938,876|Great Leighs,51828,506|Great Wakering,51552,804|Great Yeldham,52013,565|Hadleigh,51553,610|Halstead,51945,639|Harlow,51777,112|Harwich,51942,1284|Hatfield Heath,51812,212|Hatfield Peverel,51776,595|High Ongar,51710,262|Ingatestone,51670,384|Ingrave,51604,341|Kelvedon Hatch,51667,268|Kelvedon,51840,706|Latchingdon and Snoreham,51672,726|Layer de la Haye,51846,857|Little Clacton,51826,1142|Little Dunmow,51861,415|Little Hallingbury,51833,182|Maldon,51731,675|Manningtree,51945,1061|Marks Tey,51876,764|Mayland,51680,767|Mistley,51943,1083|Newport,51984,214|Old Harlow,51784,134|Pitsea,51564,509|Rayleigh,51586,605|Rayne,51867,583|Rochford,51582,707|Rowhedge,51857,945|Roydon,51772,40|Saffron Walden,52023,242|Saint Osyth,51800,1083|Shenfield,51632,332|Sible Hedingham,51978,593|Silver End,51847,624|South Benfleet,51553,560|Southminster,51662,830|Stansted Mountfitchet,51900,200|Steeple Bumpstead,52043,448|Stock,51664,443|Takeley,51871,266|Thaxted,51953,345|Theydon Bois,51674,98|Thorpe le Soken,51856,1166|Tiptree,51812,745|Tollesbury,51759,835|Tolleshunt Knights,51799,777|Waltham Abbey,51687,-4|Walton-on-the-Naze,51848,1267|West Bergholt,51912,850|West Horndon,51570,340|West Mersea,51778,919|Wickford,51611,523|Wickham Bishops,51778,668|Witham,51800,640|Wivenhoe,51856,958|Writtle,51729,429
gateshead: Blaydon-on-Tyne,54965,-1714|Chopwell,54918,-1820|Felling,54953,-1572|Gateshead,54962,-1602|Lamesley,54916,-1609|Rowlands Gill,54919,-1745|Whickham,54946,-1676
gloucestershire: Avening,51680,-2169|Barnwood,51864,-2201|Berkeley,51691,-2459|Bishops Cleeve,51947,-2063|Blockley,52012,-1763|Bourton on the Water,51886,-1755|Bream,51748,-2577|Brimscombe,51720,-2186|Chalford,51726,-2151|Charlton Kings,51884,-2042|Cheltenham,51900,-2080|Chipping Campden,52050,-1777|Churchdown,51877,-2171|Cinderford,51824,-2499|Cirencester,51719,-1971|Coates,51708,-2034|Coleford,51795,-2614|Corse,51959,-2306|Donnington,51951,-1721|Drybrook,51856,-2517|Dursley,51681,-2353|Eastington,51747,-2326|Fairford,51708,-1781|Frampton on Severn,51771,-2364|Gloucester,51866,-2243|Huntley,51872,-2401|Kingswood,51626,-2367|Lechlade,51694,-1691|Longhope,51867,-2450|Lydbrook,51838,-2578|Lydney,51726,-2526|Mickleton,52092,-1766|Minchinhampton,51707,-2185|Mitcheldean,51864,-2489|Moreton in Marsh,51990,-1703|Nailsworth,51694,-2220|Newent,51934,-2408|Northleach,51830,-1837|Painswick,51786,-2196|Ruardean,51855,-2551|Sharpness,51720,-2477|Shurdington,51863,-2121|South Cerney,51673,-1931|Stonehouse,51750,-2283|Stow on the Wold,51930,-1724|Stratton,51734,-1980|Stroud,51750,-2200|Tetbury,51639,-2162|Tewkesbury,51992,-2160|Winchcombe,51954,-1964|Wotton-under-Edge,51632,-2345
greenwich: Abbey Wood,51487,107|Blackheath Westcombe,51475,17|Blackheath,51465,8|Charlton,51485,40|Eltham,51451,52|Greenwich,51478,-12|Kidbrooke,51467,27|Mottingham,51453,39|Plumstead,51483,83|Thamesmead,51504,120|Woolwich,51491,65
hackney: Hackney,51550,-50|Stamford Hill,51569,-73
halton: Daresbury,53342,-2635|Hale,53333,-2800|Halton,53317,-2700|Runcorn,53342,-2731|Widnes,53362,-2734
hammersmith-and-fulham: Fulham,51480,-199|Hammersmith,51494,-229|Shepherds Bush,51505,-221
hampshire: Abbotts Ann,51190,-1532|Aldershot,51248,-764|Alton,51149,-975|Andover,51211,-1494|Anna Valley,51193,-1507|Barton on Sea,50740,-1675|Basingstoke,51262,-1087|Bishops Waltham,50956,-1215|Bishopstoke,50966,-1328|Bordon,51114,-862|Botley,50914,-1270|Bramley,51327,-1059|Bransgore,50782,-1738|Brockenhurst,50819,-1573|Burley,50828,-1700|Bursledon,50887,-1316|Cadnam,50920,-1580|Chilworth,50964,-1419|Colden Common,50995,-1311|Compton,51024,-1337|Cove,51295,-791|Cowplain,50894,-1018|Crondall,51233,-863|Denmead,50904,-1067|East Dean,51040,-1609|Eastleigh,50967,-1350|Emsworth,50848,-937|Eversley,51354,-889|Fair Oak,50964,-1297|Fareham,50852,-1179|Farnborough,51294,-756|Fleet,51283,-833|Fordingbridge,50927,-1790|Four Marks,51107,-1049|Gosport,50795,-1129|Grayshott,51111,-751|Hamble-le-Rice,50860,-1324|Hartley Wintney,51304,-900|Havant,50857,-986|Hayling Island,50784,-969|Hedge End,50912,-1301|Highcoems,51339,-1376|Hook,51284,-960|Hythe,50860,-1402|Kings Worthy,51089,-1298|Kingsclere,51325,-1243|Lee-on-the-Solent,50802,-1202|Liphook,51077,-803|Liss,51043,-892|Long Sutton,51220,-943|Lymington,50759,-1538|Lyndhurst,50873,-1577|Marchwood,50890,-1454|Milford on Sea,50726,-1590|Netley,50875,-1355|New Alresford,51086,-1170|New Milton,50756,-1666|North Baddesley,50977,-1445|Odiham,51254,-939|Old Basing,51267,-1033|Overton,51244,-1262|Petersfield,51005,-934|Rake,51043,-858|Ringwood,50845,-1789|Romsey,50989,-1500|Sherborne St John,51297,-1114|South Hayling,50788,-977|Swanmore,50944,-1180|Sway,50787,-1603|Tadley,51350,-1128|Titchfield,50851,-1237|Totton,50919,-1490|Waterlooville,50881,-1030|West End,50927,-1333|West Wellow,50973,-1583|Wickham,50899,-1188|Winchester,51065,-1319|Yateley,51343,-830
haringey: Crouch End,51580,-124|Harringay,51582,-100|Hornsey,51588,-122|Muswell Hill,51591,-142|Northumberland Park,51604,-60|Seven Sisters,51578,-79|St. Ann's,51582,-90|Stroud Green,51575,-111|Tottenham Hale,51594,-60|Tottenham,51604,-68|Wood Green,51600,-117
harrow: Belmont,51604,-310|Greenhill,51583,-339|Harrow Weald,51611,-337|Harrow on the Hill,51571,-334|Harrow,51578,-332|Hatch End,51608,-374|Headstone,51593,-345|Pinner,51594,-382|Stanmore,51617,-317|Wealdstone,51600,-337
hartlepool: Elwick,54685,-1296|Greatham,54642,-1238|Hartlepool,54686,-1210
havering: Collier Row,51599,166|Cranham,51566,266|Elm Park,51543,195|Emerson Park,51575,232|Harold Wood,51595,233|Hornchurch,51557,217|Rainham,51517,194|Romford,51575,186|Upminster,51556,256
herefordshire: Abbey Dore,51967,-2900|Bacton,51983,-2917|Belmont,52043,-2742|Bodenham,52150,-2683|Bridge Sollers,52077,-2861|Brockhampton,51983,-2583|Bromyard,52190,-2509|Burrington,52350,-2817|Callow,52017,-2733|Clifford,52100,-3100|Collington,52250,-2517|Credenhill,52084,-2808|Dinmore,52150,-2750|Donnington,52000,-2417|Dorstone,52067,-3000|Downton,52367,-2833|Elton,52333,-2800|Evesbatch,52133,-2450|Ewyas Harold,51954,-2893|Eyton,52250,-2750|Hereford,52057,-2715|Hope under Dinmore,52183,-2717|Humber,52200,-2667|Ivington,52205,-2773|Kimbolton,52250,-2700|Kingsland,52249,-2815|Kingstone,52017,-2833|Kington,52204,-3026|Kinnersley,52133,-2950|Kinsham,52283,-2933|Lea,51900,-2500|Ledbury,52036,-2426|Leominster,52226,-2745|Lingen,52300,-2933|Linton,51925,-2497|Llancillo,51917,-2933|Llanrothal,51867,-2767|Llanveynoe,51967,-3000|Longtown,51950,-2983|Lower Bullingham,52033,-2700|Lugwardine,52066,-2658|Marstow,51870,-2652|Moreton Jeffries,52136,-2580|Much Birch,51971,-2723|Ocle Pychard,52117,-2600|Orleton,52300,-2750|Pencoyd,51933,-2700|Ross on Wye,51917,-2567|Rowlstone,51933,-2917|Sellack,51950,-2633|Sutton,52100,-2683|Thornbury,52233,-2550|Thruxton,52000,-2817|Turnastone,52024,-2948|Tyberton,52046,-2904|Wacton,52217,-2567|Walford,51883,-2600|Wellington,52129,-2742|Weobley,52160,-2875|Whitchurch,51850,-2650|Wigmore,52315,-2858|Withington,52100,-2633|Yatton,51967,-2533|Yazor,52117,-2867
hertfordshire: Abbots Langley,51706,-418|Apsley,51736,-468|Ashwell,52039,-154|Baldock,51988,-188|Batchworth,51634,-464|Bennetts End,51743,-449|Berkhamsted,51760,-565|Bernards Heath,51761,-334|Bishops Stortford,51871,159|Borehamwood,51655,-278|Bovingdon,51723,-537|Bricket Wood,51707,-367|Brookmans Park,51720,-202|Broxbourne,51747,-19|Buntingford,51946,-18|Bushey,51643,-361|Carpenders Park,51629,-383|Cheshunt,51700,-30|Chiswell Green,51728,-360|Chorleywood,51655,-514|Codicote,51851,-237|Croxley Green,51633,-450|Cuffley,51708,-112|Cunningham,51743,-313|Datchworth,51851,-160|Elstree,51640,-297|Fleetville,51752,-312|Frogmore,51718,-335|Garston,51689,-395|Great Amwell,51790,-17|Harpenden,51817,-357|Hatfield,51763,-224|Hemel Hempstead,51754,-450|Hertford,51796,-79|Hitchin,51949,-285|Hoddesdon,51761,-11|Holywell,51647,-425|How Wood,51719,-351|Jersey Farm,51770,-296|Kimpton,51851,-300|Kings Langley,51714,-450|Knebworth,51867,-184|Leavesden Green,51695,-407|Letchworth Garden City,51979,-227|Leverstock Green,51748,-433|Little Amwell,51783,-33|London Colney,51725,-296|Maple Cross,51625,-508|Markyate,51838,-463|Marshalswick,51765,-309|Meriden,51683,-381|Mill End,51639,-501|Moor Park,51630,-434|Much Hadham,51854,72|Napsbury Park,51722,-313|Nash Mills,51724,-447|New Greens,51772,-340|North Watford,51681,-394|Northchurch,51771,-585|Park Street,51717,-333|Pirton,51971,-334|Potters Bar,51694,-178|Puckeridge,51890,13|Radlett,51686,-319|Redbourn,51799,-396|Rickmansworth,51639,-477|Royston,52048,-24|Sandridge,51781,-305|Sarratt,51685,-494|Sawbridgeworth,51817,150|Shenley,51691,-281|Sopwell,51739,-330|St Albans,51750,-333|Stevenage,51902,-203|Townsend,51762,-337|Tring,51795,-658|Walkern,51919,-128|Waltham Cross,51686,-36|Ware,51811,-29|Watford,51655,-396|Watton at Stone,51858,-114|Welham Green,51735,-221|Welwyn Garden City,51802,-207|Welwyn,51833,-214|West Watford,51657,-417|Wheathampstead,51811,-294|Woodside,51694,-402
hillingdon: Harefield,51603,-485|Hayes,51516,-423|Hillingdon,51533,-453|Ickenham,51564,-444|Northwood Hills,51599,-410|Northwood,51612,-425|Ruislip Manor,51570,-410|Ruislip,51573,-423|South Harefield,51590,-480|South Ruislip,51555,-409|Uxbridge,51549,-482|West Drayton,51500,-467
hounslow: Brentford,51486,-308|Chiswick,51493,-258|Cranford,51477,-413|Feltham,51446,-414|Hanworth,51433,-383|Heston,51484,-376|Hounslow,51468,-361|Isleworth,51475,-342|Kew,51482,-287|Osterley,51480,-354
isle-of-wight: Bembridge,50686,-1083|Brading,50680,-1146|Brighstone,50643,-1395|Chale,50596,-1318|Cowes,50763,-1298|East Cowes,50758,-1288|Freshwater,50684,-1526|Godshill,50633,-1255|Gurnard,50761,-1324|Newchurch,50667,-1208|Newport,50701,-1291|Niton,50587,-1285|Northwood,50741,-1312|Ryde,50730,-1162|Sandown,50652,-1161|Seaview,50720,-1112|Shalfleet,50701,-1420|Shanklin,50626,-1178|St. Helens,50697,-1112|Totland,50685,-1537|Ventnor,50594,-1207|Wootton,50728,-1235|Wroxall,50616,-1223|Yarmouth,50705,-1499
isles-of-scilly: Hugh Town,49914,-6311|Isles of Scilly,49925,-6299|St Mary's,49917,-6295
islington: Archway,51567,-134|Barnsbury,51541,-117|Canonbury,51543,-91|Clerkenwell,51524,-110|Highbury,51550,-100|Holloway,51552,-125|Islington,51536,-103
kensington-and-chelsea: Chelsea,51488,-169|Earls Court,51492,-198|Kensal Green,51531,-225|Kensington,51501,-192|Notting Hill,51512,-206|Queen's Park,51529,-209
kent: Ash,51279,1280|Ashford,51146,874|Aylesford,51304,479|Aylesham,51225,1202|Barham,51206,1157|Biddenden,51115,638|Birchington-on-Sea,51376,1305|Blean,51307,1043|Borough Green,51292,305|Brenchley,51151,398|Bridge,51245,1126|Broadstairs,51358,1442|Burham,51332,478|Canterbury,51279,1080|Capel le Ferne,51103,1212|Charing,51211,795|Chartham,51256,1018|Cranbrook,51097,536|Culverstone Green,51341,347|Darenth,51421,258|Dartford,51447,214|Deal,51223,1403|Dover,51126,1313|Dymchurch,51025,994|East Peckham,51212,386|Eastchurch,51407,858|Eastry,51246,1308|Edenbridge,51192,67|Eynsford,51368,211|Eythorne,51197,1266|Faversham,51315,889|Five Oak Green,51183,355|Folkestone,51082,1167|Goudhurst,51113,456|Gravesend,51442,371|Greenhithe,51450,285|Hadlow,51224,339|Harrietsham,51243,671|Hartley,51387,304|Hawkhurst,51048,511|Hawkinge,51113,1162|Headcorn,51170,624|Herne Bay,51373,1129|High Halden,51103,714|Horsmonden,51139,429|Horton Kirby,51395,245|Hythe,51072,1084|Istead Rise,51406,351|Iwade,51378,729|Kemsing,51306,229|Kennington,51167,885|Kings Hill,51274,402|Lamberhurst,51101,390|Larkfield,51301,449|Lenham,51237,719|Leysdown-on-Sea,51397,922|Littlebourne,51274,1167|Longfield,51397,302|Lower Halstow,51374,668|Lydd,50951,907|Lyminge,51130,1089|Lympne,51078,1028|Maidstone,51267,517|Marden,51175,489|Margate,51381,1386|Meopham,51368,360|New Romney,50986,941|Newington,51352,668|Otford,51313,190|Paddock Wood,51182,382|Pembury,51143,322|Queenborough,51418,744|Ramsgate,51336,1418|Romney Marsh,51023,915|Royal Tunbridge Wells,51133,263|Rusthall,51136,229|Saint Peters,51367,1417|Sandwich,51272,1338|Sevenoaks,51273,189|Shadoxhurst,51108,819|Sheerness,51440,763|Shepherdswell,51187,1230|Sissinghurst,51109,560|Sittingbourne,51341,733|Snodland,51330,443|Speldhurst,51151,219|St Mary's Bay,51010,977|Staplehurst,51161,552|Stone,51000,767|Stone,51450,265|Sturry,51301,1122|Sundridge,51278,122|Swanley,51397,173|Swanscombe,51447,310|Tankerton,51364,1049|Tenterden,51068,688|Teynham,51330,805|Tonbridge,51195,274|Upchurch,51376,648|Wateringbury,51255,423|West Kingsdown,51343,261|West Malling,51293,409|Westerham,51266,69|Westgate on Sea,51382,1337|Whitstable,51361,1026|Wingham,51272,1215|Woodchurch,51076,773|Wootton,51174,1179|Wouldham,51350,458|Wrotham,51309,309|Wye,51182,937|Yalding,51224,429
kingston-upon-hull: Kingston upon Hull,53745,-335|Saint Andrews Quay,53727,-376
kingston-upon-thames: Chessington,51362,-304|Hook,51368,-306|Kingston upon Thames,51413,-297|New Malden,51401,-262|Norbiton,51412,-284|Surbiton,51391,-298|Tolworth,51380,-281|Worcester Park,51380,-244
kirklees: Batley,53703,-1634|Blackmoorfoot,53614,-1856|Clayton West,53595,-1611|Cleckheaton,53724,-1713|Denby Dale,53572,-1659|Dewsbury,53691,-1629|Emley,53614,-1631|Flockton,53630,-1639|Heckmondwike,53706,-1677|Holmfirth,53570,-1788|Huddersfield,53649,-1784|Kirkburton,53610,-1703|Linthwaite,53624,-1850|Liversedge,53705,-1693|Marsden,53600,-1917|Meltham Mills,53594,-1840|Meltham,53593,-1849|Mirfield,53673,-1696|New Mill,53575,-1750|Scissett,53590,-1624|Shelley,53600,-1683|Shepley,53583,-1717|Skelmanthorpe,53591,-1652|Upper Cumberworth,53575,-1693
knowsley: Halewood,53360,-2831|Huyton,53412,-2839|Kirkby,53481,-2892|Knowsley,53454,-2854|Prescot,53429,-2800|Whiston,53420,-2789
lambeth: Brixton Hill,51452,-123|Brixton,51466,-107|Furzedown,51425,-147|Gipsy Hill,51427,-92|Kennington,51488,-106|Lambeth,51496,-112|Norbury,51417,-117|Streatham,51429,-132
lancashire: Accrington,53754,-2359|Adlington,53613,-2607|Appley Bridge,53578,-2721|Bacup,53703,-2201|Banks,53683,-2917|Barnoldswick,53917,-2187|Barrowford,53847,-2218|Bay Horse,53969,-2776|Billington,53816,-2424|Bolton le Sands,54096,-2800|Brierfield,53825,-2234|Brinscall,53689,-2572|Burnley,53800,-2233|Burscough,53596,-2840|Carnforth,54132,-2769|Caton,54076,-2719|Catterall,53880,-2765|Chatburn,53892,-2355|Chorley,53650,-2617|Church,53752,-2391|Clayton le Moors,53767,-2383|Clayton-le-Woods,53697,-2668|Cleveleys,53878,-3040|Clitheroe,53867,-2400|Colne,53857,-2169|Coppull,53625,-2659|Croston,53662,-2775|Earby,53915,-2143|Eccleston,53642,-2722|Edenfield,53667,-2305|Elswick,53838,-2881|Euxton,53670,-2676|Fleetwood,53925,-3011|Foulridge,53876,-2169|Freckleton,53754,-2865|Fylde,53833,-2917|Galgate,53994,-2792|Garstang,53901,-2774|Goosnargh,53822,-2670|Great Eccleston,53853,-2870|Great Harwood,53785,-2409|Halton,54079,-2758|Hameldon Hill,53756,-2292|Hapton,53783,-2317|Haslingden,53703,-2324|Heysham,54044,-2893|Kirkham,53782,-2872|Lancaster,54046,-2800|Langho,53802,-2451|Leyland,53698,-2688|Longridge,53832,-2600|Lytham St Annes,53743,-2997|Morecambe,54068,-2861|Nelson,53833,-2200|Ormskirk,53567,-2882|Overton,54015,-2861|Padiham,53802,-2315|Parbold,53591,-2770|Poulton-le-Fylde,53833,-2983|Preesall,53918,-2966|Preston,53763,-2705|Rawtenstall,53701,-2284|Red Scar,53787,-2646|Rishton,53768,-2414|Rossendale,53685,-2277|Rufford,53634,-2817|Sabden,53834,-2337|Silverdale,54167,-2817|Skelmersdale,53550,-2773|Tarleton,53680,-2830|Thornton-Cleveleys,53874,-3022|Waddington,53890,-2415|Warton,53750,-2893|Warton,54147,-2764|Whalley,53822,-2407|Whitworth,53656,-2177|Wrea Green,53777,-2916
leeds: Aberford,53826,-1342|Bardsey,53885,-1445|Boston Spa,53904,-1345|Bramham,53881,-1355|Bramhope,53885,-1616|Chapel Allerton,53829,-1538|Clifford,53895,-1346|Collingham,53912,-1412|Drighlington,53756,-1664|East Keswick,53894,-1452|Garforth,53792,-1381|Gildersome,53761,-1631|Guiseley,53876,-1712|Holbeck,53784,-1568|Horsforth,53843,-1638|Kippax,53767,-1371|Ledsham,53763,-1309|Ledston,53753,-1344|Leeds,53796,-1548|Lofthouse,53729,-1497|Methley,53729,-1403|Morley,53740,-1599|Otley,53906,-1694|Pool,53900,-1617|Pudsey,53795,-1661|Scarcroft,53867,-1450|Scholes,53823,-1428|Shadwell,53855,-1473|Swillington,53768,-1417|Thorner,53861,-1427|Thorp Arch,53916,-1320|Walton,53925,-1327|Wetherby,53928,-1387|Yeadon,53864,-1687
leicester: Aylestone,52604,-1146|Belgrave,52650,-1117|Birstall,52667,-1117|Humberstone,52647,-1086|Leicester,52639,-1132
leicestershire: Anstey,52674,-1188|Asfordby,52763,-959|Ashby-de-la-Zouch,52746,-1473|Bagworth,52673,-1343|Barlestone,52647,-1370|Barrow upon Soar,52752,-1146|Blaby,52576,-1164|Bottesford,52941,-801|Braunstone,52618,-1179|Broughton Astley,52528,-1218|Burton on the Wolds,52786,-1130|Castle Donington,52843,-1342|Coalville,52722,-1370|Cosby,52551,-1194|Countesthorpe,52554,-1145|Croft,52557,-1246|Desford,52626,-1294|Donington le Heath,52708,-1378|Donisthorpe,52724,-1538|Earl Shilton,52577,-1315|Enderby,52588,-1206|Evington,52600,-1067|Fleckney,52535,-1046|Glen Parva,52585,-1171|Glenfield,52647,-1195|Great Glen,52575,-1035|Grimston,52790,-987|Groby,52659,-1224|Hathern,52795,-1256|Hinckley,52539,-1376|Houghton on the Hill,52627,-995|Huncote,52573,-1236|Husbands Bosworth,52452,-1056|Ibstock,52686,-1400|Kegworth,52835,-1280|Kibworth Harcourt,52544,-995|Kirby Muxloe,52630,-1228|Leicester Forest East,52625,-1218|Littlethorpe,52568,-1202|Long Clawson,52837,-929|Long Whatton,52806,-1285|Loughborough,52767,-1200|Lutterworth,52456,-1202|Market Bosworth,52624,-1402|Market Harborough,52478,-921|Markfield,52687,-1275|Measham,52706,-1506|Melton Mowbray,52766,-887|Moira,52737,-1535|Mountsorrel,52717,-1150|Narborough,52578,-1210|Newbold Verdon,52630,-1342|Oadby,52606,-1084|Queniborough,52706,-1047|Quorndon,52745,-1173|Ratby,52650,-1241|Ravenstone,52721,-1406|Rothley,52709,-1137|Sapcote,52537,-1279|Shepshed,52766,-1290|Sileby,52733,-1108|Stoke Golding,52571,-1411|Stoney Stanton,52548,-1279|Syston,52683,-1067|Whetstone,52567,-1183|Wigston Magna,52581,-1092|Wymeswold,52805,-1113
lewisham: Brockley,51464,-37|Catford,51445,-20|Crofton Park,51451,-34|Forest Hill,51446,-42|Ladywell,51455,-22|Lee,51456,5|New Cross,51475,-38|Perry Vale,51436,-44
lincolnshire: Alford,53259,176|Ancaster,52983,-536|Bardney,53210,-324|Barrowby,52916,-691|Bassingham,53129,-638|Baston,52713,-352|Billingborough,52894,-342|Billinghay,53080,-277|Blyton,53444,-718|Boston,52976,-27|Bourne,52767,-383|Bracebridge Heath,53196,-534|Branston,53195,-475|Burgh le Marsh,53162,245|Burton,53267,-567|Burwell,53293,35|Butterwick,52983,67|Caistor,53497,-315|Caythorpe,53017,-600|Chapel Saint Leonards,53217,317|Claypole,53031,-734|Colsterworth,52807,-621|Coningsby,53106,-176|Corby Glen,52813,-518|Cowbit,52745,-130|Cranwell,53037,-462|Crowland,52676,-168|Donington,52905,-205|Dunholme,53301,-465|Fishtoft,52961,27|Fleet,52793,59|Gainsborough,53383,-767|Gedney Hill,52684,-20|Gosberton,52869,-161|Grantham,52911,-642|Great Gonerby,52935,-667|Heckington,52982,-299|Heighington,53212,-459|Holbeach,52804,14|Holton le Clay,53505,-63|Horncastle,53208,-117|Ingoldmells,53194,334|Keelby,53576,-247|Kirton,52928,-60|Langtoft,52698,-340|Leasingham,53026,-426|Lincoln,53227,-538|Long Bennington,52993,-758|Louth,53367,-4|Mablethorpe,53341,261|Manby,53363,97|Market Deeping,52677,-316|Market Rasen,53388,-338|Metheringham,53140,-404|Middle Rasen,53387,-362|Moulton Chapel,52747,-83|Navenby,53107,-525|Nettleham,53266,-489|North Somercotes,53446,141|North Thoresby,53467,-56|Northorpe,53463,-653|Old Leake,53031,99|Pinchbeck,52813,-163|Reepham,53233,-433|Ruskington,53045,-387|Saxilby,53267,-663|Scotter,53497,-674|Sibsey,53039,16|Skegness,53144,336|Skellingthorpe,53235,-619|Sleaford,52998,-409|South Witham,52765,-628|Spalding,52787,-151|Spilsby,53174,94|Stamford,52650,-483|Stickney,53089,5|Sudbrooke,53267,-450|Sutterton,52903,-92|Sutton Bridge,52770,186|Swineshead,52945,-159|Tetney,53492,-21|Thurlby,52739,-379|Waddington,53167,-533|Wainfleet All Saints,53106,236|Washingborough,53224,-475|Whaplode,52799,-36|Willingham,53350,-683|Woodhall Spa,53152,-215|Wragby,53283,-300
liverpool: Aigburth,53365,-2918|Allerton,53367,-2894|Belle Vale,53392,-2860|Childwall,53397,-2897|Croxteth,53451,-2904|Deysbrook,53433,-2883|Dingle,53379,-2960|Fazakerley,53461,-2929|Garston,53333,-2900|Gateacre,53383,-2861|Gillmoss,53461,-2895|Hunts Cross,53356,-2866|Kensington,53409,-2953|Kirkdale,53433,-2977|Knotty Ash,53416,-2896|Liverpool,53411,-2978|Mossley Hill,53377,-2913|Netherley,53391,-2839|Norris Green,53445,-2921|Old Swan,53414,-2909|Speke,53341,-2841|Toxteth,53391,-2971|Vauxhall,53421,-2990|Walton,53449,-2966|Wavertree,53398,-2916|West Derby,53433,-2910|Woolton,53374,-2870
luton: Luton,51880,-417
manchester: Blackley,53518,-2214|Burnage,53433,-2200|Cheetham Hill,53499,-2238|Chorlton cum Hardy,53435,-2263|Crumpsall,53518,-2244|Didsbury,53417,-2231|Fallowfield,53440,-2216|Hulme,53466,-2249|Longsight,53458,-2201|Manchester City Centre,53481,-2246|Manchester,53481,-2237|Ringway,53350,-2283
medway: Allhallows,51469,637|Chatham,51379,528|Cliffe,51462,498|Cooling,51455,524|Cuxton,51374,457|Gillingham,51389,549|Grain,51456,711|Halling,51351,445|High Halstow,51448,556|Hoo,51421,563|Rainham,51363,609|Rochester,51388,505|Strood,51393,477|Upper Stoke,51447,618
merton: Mitcham,51403,-168|Morden,51398,-198|Wimbledon Park,51435,-199|Wimbledon,51422,-208
middlesbrough: Middlesbrough,54576,-1235|Nunthorpe,54529,-1184
milton-keynes: Astwood,52100,-600|Bletchley,51993,-735|Bow Brickhill,52003,-681|Bradwell,52049,-788|Broughton,52050,-694|Calverton,52041,-850|Castlethorpe,52092,-835|Chicheley,52103,-686|Emberton,52137,-707|Gayhurst,52114,-763|Hanslope,52114,-827|Lathbury,52099,-721|Lavendon,52173,-661|Loughton,52030,-786|Milton Keynes,52042,-756|Moulsoe,52069,-673|Newport Pagnell,52087,-722|Olney,52153,-702|Ravenstone,52149,-759|Shenley Church End,52025,-790|Sherington,52112,-700|Simpson,52017,-700|Stoke Goldington,52131,-778|Stony Stratford,52057,-853|Warrington,52184,-688|Water Eaton,51987,-722|Wavendon,52025,-674|Weston Underwood,52146,-739|Woburn Sands,52016,-650
newcastle-upon-tyne: Benwell,54973,-1669|Dinnington,55054,-1675|Gosforth,55000,-1617|Hazlerigg,55041,-1639|Newburn,54988,-1744|Newcastle upon Tyne,54973,-1614
newham: Blackwall,51510,-2|Canning Town,51514,19|East Ham,51533,50|Manor Park,51549,49|Stratford,51533,0|West Ham,51533,17
norfolk: Acle,52637,1548|Ashill,52604,786|Attleborough,52518,1016|Aylsham,52797,1251|Banham,52452,1037|Bowthorpe,52639,1219|Bradwell,52574,1700|Briston,52854,1059|Brooke,52542,1371|Brundall,52624,1435|Buxton,52753,1300|Caister-on-Sea,52648,1726|Cawston,52767,1167|Clenchwarton,52756,358|Coltishall,52728,1367|Costessey,52659,1210|Cringleford,52605,1243|Cromer,52931,1299|Dersingham,52845,503|Dickleburgh,52397,1185|Diss,52377,1109|Ditchingham,52467,1444|Downham Market,52607,384|East Dereham,52683,933|East Harling,52438,934|Emneth,52642,209|Fakenham,52830,848|Feltwell,52486,519|Foulsham,52782,1010|Gorleston-on-Sea,52573,1731|Great Yarmouth,52608,1731|Grimston,52773,548|Griston,52557,864|Harleston,52403,1297|Heacham,52908,494|Hemsby,52697,1692|Hethersett,52598,1174|Hingham,52580,984|Hockwold cum Wilton,52464,546|Holt,52906,1089|Hopton,52533,1733|Horning,52705,1463|Horsford,52702,1240|Hoveton,52715,1411|Hunstanton,52950,500|King's Lynn,52752,395|Lingwood,52621,1486|Loddon,52533,1482|Long Stratton,52488,1235|Martham,52705,1636|Mattishall,52659,1033|Mulbarton,52559,1233|Mundesley,52878,1430|Mundford,52509,650|Narborough,52683,583|Necton,52650,775|North Elmham,52746,946|North Walsham,52821,1387|North Wootton,52783,433|Norwich,52628,1298|Ormesby St Margaret,52675,1689|Outwell,52609,233|Overstrand,52916,1339|Poringland,52568,1350|Rackheath,52663,1380|Reedham,52561,1571|Reepham,52763,1111|Scole,52367,1157|Sheringham,52941,1209|Shipdham,52629,886|Snettisham,52879,501|Southery,52527,388|Spixworth,52685,1320|Stalham,52771,1518|Stoke Ferry,52571,513|Swaffham,52648,686|Terrington Saint John,52705,274|Terrington St Clement,52758,297|Thetford,52417,750|Thorpe Hamlet,52628,1312|Thurlton,52529,1556|Upwell,52602,222|Watton,52567,833|Weeting,52464,615|Wells-next-the-Sea,52952,851|West Walton,52698,174
north-east-lincolnshire: Bradley,53550,-133|Cleethorpes,53560,-32|Great Coates,53571,-139|Grimsby,53565,-76|Healing,53581,-162|Humberston,53530,-25|Immingham,53614,-216|Laceby,53541,-168|Stallingborough,53587,-185|Waltham,53517,-100|Wold Newton,53450,-133
north-lincolnshire: Appleby,53622,-566|Barnetby le Wold,53575,-406|Barrow upon Humber,53676,-381|Barton upon Humber,53689,-444|Belton,53550,-817|Bottesford,53550,-650|Brigg,53552,-492|Broughton,53567,-550|Burringham,53574,-740|Burton upon Stather,53649,-685|Crowle,53608,-833|Croxton,53596,-348|Eastoft,53636,-785|Epworth,53526,-824|Goxhill,53676,-338|Gunness,53591,-728|Haxey,53489,-840|Hibaldstow,53511,-521|Keadby,53593,-740|Kirton in Lindsey,53475,-596|Manton,53514,-594|Messingham,53528,-654|Owston Ferry,53494,-780|Redbourne,53487,-536|Scawby,53538,-541|Scunthorpe,53579,-654|Ulceby,53617,-333|Whitton,53700,-633|Winterton,53655,-599|Wootton,53630,-353|Worlaby,53611,-467|Wrawby,53567,-462
north-northamptonshire: Bozeat,52223,-673|Brigstock,52458,-608|Broughton,52373,-775|Burton Latimer,52364,-679|Corby,52496,-689|Cottingham,52502,-755|Desborough,52442,-821|Earls Barton,52266,-752|Easton on the Hill,52627,-506|Finedon,52339,-650|Geddington,52438,-690|Higham Ferrers,52306,-593|Irchester,52281,-645|Irthlingborough,52327,-611|Kettering,52398,-726|Oundle,52481,-467|Raunds,52344,-537|Ringstead,52365,-555|Rothwell,52417,-800|Rushden,52289,-602|Stanwick,52332,-563|Sywell,52299,-797|Thrapston,52397,-539|Wellingborough,52303,-694|Wollaston,52258,-670|Woodford,52382,-581
north-somerset: Banwell,51329,-2869|Blagdon,51327,-2717|Bleadon,51309,-2947|Brockley,51400,-2767|Burrington,51329,-2749|Butcombe,51352,-2698|Churchill,51343,-2783|Clevedon,51442,-2858|Congresbury,51371,-2810|Dundry,51399,-2640|Easton-in-Gordano,51476,-2700|Hutton,51324,-2930|Kenn,51417,-2850|Kewstoke,51365,-2959|Kingston Seymour,51398,-2861|Locking,51333,-2914|Long Ashton,51430,-2661|Nailsea,51432,-2758|Portishead,51482,-2770|Sandford,51332,-2831|St. Georges,51362,-2898|Weston-super-Mare,51346,-2977|Winford,51383,-2661|Winscombe,51318,-2832|Wrington,51362,-2763|Yatton,51388,-2824
north-tyneside: Backworth,55042,-1528|North Shields,55016,-1449|Shiremoor,55035,-1509|Tynemouth,55018,-1426|Wallsend,54991,-1534|Whitley Bay,55040,-1447|Wideopen,55045,-1622
north-yorkshire: Barlby,53800,-1041|Bedale,54288,-1592|Bilsdale,54374,-1119|Boroughbridge,54090,-1401|Brayton,53765,-1089|Brompton,54360,-1424|Burniston,54324,-448|Byram,53724,-1261|Camblesforth,53727,-1020|Catterick Garrison,54377,-1722|Catterick,54375,-1633|Cawood,53833,-1130|Church Fenton,53826,-1219|Cross Hills,53906,-1985|Danby,54466,-911|Easingwold,54120,-1194|East Ayton,54255,-475|Embsay,53977,-1993|Filey,54210,-289|Gargrave,53984,-2105|Glusburn,53900,-2000|Grassington,54071,-1998|Great Ayton,54491,-1136|Hambleton,53767,-1167|Harrogate,53991,-1537|Hellifield,54005,-2223|Helmsley,54246,-1057|Hemingbrough,53769,-977|High Bentham,54118,-2512|Hunmanby,54180,-320|Ingleby Greenhow,54450,-1107|Ingleton,54154,-2468|Kirkbymoorside,54270,-932|Knaresborough,54009,-1469|Leyburn,54310,-1830|Linton upon Ouse,54046,-1249|Low Bradley,53932,-1996|Malton,54137,-800|Masham,54223,-1657|Monk Fryston,53762,-1238|North Duffield,53826,-964|Northallerton,54339,-1432|Norton,54133,-785|Pannal,53960,-1536|Pateley Bridge,54086,-1760|Pickering,54250,-767|Riccall,53833,-1057|Richmond,54404,-1734|Rillington,54158,-695|Ripon,54136,-1528|Scarborough,54280,-404|Scorton,54398,-1613|Selby,53783,-1067|Settle,54069,-2277|Sherburn in Elmet,53795,-1247|Sheriff Hutton,54089,-1006|Skipton,53961,-2017|Sleights,54455,-665|South Milford,53777,-1246|Spofforth,53954,-1448|Stainburn,53933,-1617|Stokesley,54470,-1193|Tadcaster,53883,-1263|Thirsk,54233,-1344|Thornton Dale,54235,-720|Whitby,54488,-615
northumberland: Acklington,55300,-1633|Acomb,54992,-2112|Alnmouth,55400,-1600|Alnwick,55413,-1706|Amble,55333,-1583|Ancroft,55700,-2000|Ashington,55177,-1564|Bamburgh,55607,-1717|Bardon Mill,54975,-2343|Beadnell,55557,-1632|Bedlington,55131,-1593|Belford,55600,-1833|Bellingham,55145,-2254|Berwick-Upon-Tweed,55769,-2005|Birtley,55083,-2183|Blyth,55127,-1509|Choppington,55150,-1603|Corbridge,54974,-2018|Corsenside,55183,-2167|Cowpen,55127,-1540|Cramlington,55087,-1586|Cresswell,55217,-1550|Darras Hall,55036,-1764|Doddington,55585,-2004|East Chevington,55283,-1583|Ellingham,55526,-1736|Embleton,55496,-1636|Felton,55298,-1711|Ford,55633,-2083|Greenhead,54967,-2517|Hadston,55294,-1604|Haltwhistle,54971,-2457|Hartburn,55167,-1850|Haydon Bridge,54975,-2247|Healey,54917,-1967|Hebron,55183,-1683|Heddon on the Wall,54997,-1794|Hexham,54970,-2104|Horsley,54983,-1850|Kirknewton,55550,-2133|Lesbury,55398,-1628|Longhorsley,55246,-1769|Longhoughton,55431,-1617|Lowick,55650,-1978|Lynemouth,55213,-1542|Meldon,55133,-1800|Morpeth,55169,-1689|Newbiggin-by-the-Sea,55185,-1515|North Sunderland,55577,-1664|Otterburn,55233,-2181|Pegswood,55179,-1645|Ponteland,55050,-1745|Prudhoe,54962,-1852|Rochester,55275,-2265|Rothbury,55311,-1908|Rothley,55183,-1917|Seahouses,55581,-1655|Seaton Delaval,55072,-1526|Seghill,55062,-1550|Shilbottle,55371,-1688|Slaley,54914,-2037|Stakeford,55161,-1575|Stannington,55109,-1669|Stocksfield,54940,-1904|Wall,55000,-2133|Warden,54983,-2133|Warkworth,55350,-1617|Whittingham,55401,-1893|Wooler,55548,-2012|Wylam,54977,-1822
nottingham: Basford,52967,-1183|New Basford,52973,-1166|Nottingham,52954,-1150
nottinghamshire: Arnold,53000,-1133|Aslockton,52953,-897|Awsworth,52989,-1284|Babworth,53318,-976|Beckingham,53400,-833|Bilsthorpe,53140,-1034|Bingham,52950,-959|Bircotes,53419,-1049|Blidworth,53098,-1117|Blyth,53379,-1062|Boughton,53200,-983|Bramcote,52933,-1250|Burton Joyce,52988,-1034|Calverton,53037,-1083|Chilwell,52912,-1236|Clarborough,53345,-904|Cotgrave,52909,-1038|Cropwell Bishop,52915,-985|East Bridgford,52980,-966|East Leake,52830,-1181|East Markham,53252,-894|Eastwood,53000,-1300|Edwinstowe,53195,-1064|Farndon,53050,-850|Farnsfield,53102,-1033|Gedling,52976,-1079|Gotham,52868,-1206|Hardwick Village,53274,-1043|Hucknall,53033,-1200|Keyworth,52871,-1090|Kimberley,52983,-1267|King's Clipstone,53177,-1101|Kirkby in Ashfield,53100,-1244|Lowdham,53012,-1005|Mansfield Woodhouse,53165,-1194|Mansfield,53133,-1200|Market Warsop,53205,-1153|Misterton,53445,-850|Newark on Trent,53067,-817|North Collingham,53150,-750|Radcliffe on Trent,52948,-1039|Rainworth,53119,-1119|Ranskill,53383,-1014|Ravenshead,53087,-1160|Retford,53322,-943|Ruddington,52893,-1150|South Collingham,53133,-767|Southwell,53078,-955|Stapleford,52917,-1267|Sutton Bonington,52821,-1250|Sutton in Ashfield,53125,-1261|Sutton on Trent,53184,-811|Toton,52908,-1258|Tuxford,53230,-893|Warsop,53214,-1151|West Bridgford,52930,-1125|Worksop,53302,-1124
oldham: Chadderton,53545,-2140|Delph,53567,-2017|Diggle,53567,-1997|Dobcross,53556,-2013|Failsworth,53505,-2166|Hollinwood,53517,-2133|Lees,53538,-2073|Oldham,53541,-2118|Royton,53565,-2123|Saddleworth,53548,-2005|Shaw,53567,-2083|Uppermill,53549,-2005
oxfordshire: Abingdon,51671,-1283|Adderbury,52017,-1312|Ambrosden,51871,-1121|Aston,51725,-1508|Bampton,51726,-1545|Banbury,52063,-1342|Benson,51621,-1110|Bicester,51900,-1154|Blewbury,51569,-1233|Bloxham,52020,-1373|Burford,51809,-1636|Carterton,51759,-1594|Chalgrove,51665,-1076|Charlbury,51873,-1482|Chinnor,51702,-912|Chipping Norton,51941,-1545|Cholsey,51573,-1154|Claydon,52148,-1333|Cowley,51732,-1206|Deddington,51981,-1321|Didcot,51609,-1242|Ducklington,51768,-1484|East Hanney,51634,-1395|Eynsham,51781,-1375|Faringdon,51656,-1587|Garsington,51716,-1161|Goring,51523,-1133|Grove,51610,-1422|Harwell,51599,-1292|Henley-on-Thames,51533,-900|Hook Norton,51996,-1483|Kidlington,51822,-1289|Kingston Bagpuize,51682,-1420|Marcham,51668,-1343|Marston,51781,-1245|Minster Lovell,51793,-1548|North Leigh,51814,-1441|Oxford,51752,-1256|Radley,51687,-1240|Rotherfield Peppard,51531,-978|Shipton under Wychwood,51860,-1598|Shrivenham,51599,-1655|Somerton,51954,-1276|Sonning Common,51519,-978|Standlake,51727,-1424|Stanford in the Vale,51640,-1507|Steventon,51625,-1321|Stonesfield,51851,-1430|Sutton Courtenay,51641,-1277|Thame,51748,-976|Wallingford,51600,-1125|Wantage,51588,-1426|Watlington,51643,-1004|Wheatley,51747,-1139|Witney,51784,-1485|Wolvercote,51784,-1293|Woodstock,51849,-1351|Yarnton,51804,-1311
peterborough: Ailsworth,52576,-350|Barnack,52632,-408|Castor,52573,-346|Eye,52608,-192|Glinton,52639,-296|Helpston,52632,-347|Marholm,52605,-308|Newborough,52639,-223|Northborough,52659,-298|Peakirk,52646,-273|Peterborough,52574,-248|Southorpe,52611,-405|Thorney,52621,-108|Thornhaugh,52593,-424|Ufford,52624,-384|Upton,52591,-369|Wansford,52579,-420|Wittering,52607,-440
plymouth: Plymouth,50372,-4143|Plympton,50391,-4060|Plymstock,50360,-4090
portsmouth: Cosham,50847,-1063|Portsmouth,50799,-1091|Southsea,50784,-1091
reading: Reading,51456,-971
redbridge: Barkingside,51581,69|Goodmayes,51563,111|Hainault,51608,107|Ilford,51558,73|Newbury Park,51578,93|Snaresbrook,51584,19|Woodford Green,51609,23
redcar-and-cleveland: Boosbeck,54543,-981|Brotton,54567,-939|Eston,54559,-1143|Guisborough,54535,-1056|Kirkleatham,54588,-1082|Lingdale,54538,-959|Loftus,54555,-895|Marske-by-the-Sea,54591,-1020|New Marske,54578,-1042|Redcar,54617,-1060|Saltburn-by-the-Sea,54582,-974|Skelton,54561,-988|Skinningrove,54569,-899|South Bank,54567,-1150
richmond-upon-thames: Barnes,51474,-248|East Sheen,51463,-268|Hampton Wick,51420,-315|Hampton,51413,-367|Mortlake,51469,-267|Richmond,51462,-306|Roehampton,51452,-244|Teddington,51422,-331|Twickenham,51445,-338
rochdale: Heywood,53592,-2219|Littleborough,53644,-2096|Middleton,53550,-2200|Milnrow,53611,-2113|Rochdale,53618,-2155|Wardle,53650,-2133
rotherham: Bramley,53417,-1267|Catcliffe,53393,-1362|Dinnington,53367,-1200|Harthill,53317,-1267|Hellaby,53423,-1241|Kiveton Park,53341,-1255|Maltby,53417,-1200|North Anston,53355,-1223|Orgreave,53383,-1367|Rawmarsh,53461,-1344|Rotherham,53430,-1357|Todwick,53354,-1257|Treeton,53386,-1352|Ulley,53382,-1302|Wales,53341,-1282|Wath upon Dearne,53503,-1346|Wentworth,53478,-1415|Whiston,53409,-1315|Woodsetts,53348,-1172
rutland: Ashwell,52713,-720|Brooke,52643,-746|Burley,52685,-696|Clipsham,52736,-565|Cottesmore,52714,-663|Edith Weston,52638,-632|Empingham,52667,-596|Essendine,52702,-452|Exton,52691,-635|Greetham,52721,-631|Ketton,52628,-555|Langham,52692,-754|Manton,52632,-700|Market Overton,52738,-686|Morcott,52597,-637|North Luffenham,52621,-620|Oakham,52667,-733|Pickworth,52713,-533|Preston,52613,-714|Ridlington,52613,-756|Ryhall,52686,-468|Seaton,52575,-668|South Luffenham,52609,-612|Tickencote,52675,-537|Tinwell,52646,-515|Uppingham,52588,-723|Wing,52618,-683
salford: Eccles,53483,-2333|Irlam,53443,-2423|Little Hulton,53533,-2417|Salford,53488,-2290|Swinton,53500,-2350|Walkden,53517,-2400
sandwell: Cradley Heath,52472,-2082|Oldbury,52500,-2017|Rowley Regis,52483,-2044|Smethwick,52493,-1967|Tipton,52530,-2068|Wednesbury,52551,-2024|West Bromwich,52519,-1994
sefton: Bootle,53467,-3017|Formby,53558,-3070|Hightown,53525,-3062|Ince Blundell,53524,-3027|Litherland,53470,-2998|Maghull,53516,-2941|Melling,53483,-2917|Southport,53646,-3010|Thornton,53500,-3000|Waterloo,53475,-3030
sheffield: Beighton,53333,-1333|Bradfield,53417,-1600|Burngreave,53393,-1458|Chapeltown,53465,-1472|Fulwood,53350,-1550|Nether Edge,53359,-1488|Oughtibridge,53436,-1539|Sheffield,53383,-1466|Stocksbridge,53482,-1594
shropshire: Acton,52450,-3017|Albrighton,52636,-2280|Alveley,52457,-2354|Ash,52950,-2650|Astley,52767,-2700|Baschurch,52788,-2853|Bayston Hill,52676,-2762|Berrington,52650,-2700|Bicton,52728,-2816|Bishop's Castle,52492,-3002|Bridgnorth,52537,-2420|Bromfield,52383,-2767|Broseley,52613,-2483|Bucknell,52360,-2951|Cardington,52550,-2733|Church Stretton,52538,-2801|Cleobury Mortimer,52379,-2482|Clive,52813,-2723|Craven Arms,52443,-2836|Ellesmere,52908,-2898|Ford,52717,-2869|Gobowen,52896,-3037|Great Hanwood,52683,-2817|Great Ness,52764,-2892|Harley,52600,-2600|Highley,52449,-2383|Kenley,52600,-2633|Longnor,52600,-2750|Loughton,52433,-2567|Ludlow,52374,-2713|Lydham,52515,-2980|Mainstone,52483,-3083|Market Drayton,52905,-2490|Minsterley,52640,-2928|Much Wenlock,52596,-2557|Norbury,52533,-2950|Oswestry,52862,-3055|Pant,52790,-3080|Petton,52833,-2833|Pontesbury,52648,-2890|Prees,52897,-2664|Romsley,52450,-2317|Ruyton-XI-Towns,52796,-2903|Ryton,52617,-2350|Shawbury,52791,-2662|Shifnal,52670,-2372|Shrewsbury,52710,-2752|Stoke upon Tern,52850,-2533|Tong,52667,-2300|Wem,52858,-2718|Westbury,52679,-2954|Whitchurch,52967,-2683|Whittington,52873,-3003|Withington,52717,-2600
slough: Britwell,51536,-628|Colnbrook,51484,-521|Slough,51509,-595|Upton Lea,51518,-577
solihull: Balsall Common,52392,-1650|Barston,52400,-1695|Berkswell,52409,-1642|Bickenhill,52440,-1725|Chelmsley Wood,52478,-1738|Cheswick Green,52380,-1814|Dickens Heath,52386,-1839|Dorridge,52373,-1753|Hampton in Arden,52425,-1703|Hockley Heath,52353,-1778|Knowle,52383,-1733|Meriden,52438,-1644|Shirley,52411,-1820|Solihull,52414,-1781|Tidbury Green,52381,-1856
somerset: Axbridge,51285,-2821|Bishops Lydeard,51059,-3188|Brent Knoll,51252,-2957|Bridgwater,51128,-3004|Bruton,51113,-2453|Burnham-on-Sea,51239,-2998|Castle Cary,51090,-2514|Chard,50873,-2966|Cheddar,51275,-2777|Chilcompton,51264,-2505|Creech Saint Michael,51023,-3038|Crewkerne,50883,-2796|Curry Rivel,51023,-2868|Draycott,51256,-2751|Dulverton,51040,-3550|Evercreech,51148,-2506|Frome,51228,-2322|Glastonbury,51147,-2721|Henstridge,50977,-2395|Highbridge,51217,-2983|Huntspill,51206,-2987|Ilchester,51006,-2680|Ilminster,50927,-2910|Langport,51038,-2828|Martock,50974,-2767|Mendip,51237,-2627|Merriott,50913,-2795|Milborne Port,50966,-2462|Milverton,51023,-3252|Minehead,51205,-3483|Nether Stowey,51151,-3157|North Petherton,51092,-3015|Porlock,51209,-3596|Puriton,51169,-2972|Redlynch,51099,-2427|Rode,51284,-2281|Shepton Mallet,51190,-2547|Shipham,51314,-2800|South Petherton,50948,-2807|Stoke-sub-Hamdon,50954,-2750|Street,51125,-2740|Taunton,51015,-3103|Templecombe,50999,-2416|Watchet,51182,-3331|Wedmore,51227,-2812|Wells,51208,-2649|West Coker,50919,-2687|Westonzoyland,51109,-2928|Williton,51162,-3322|Wincanton,51057,-2406|Wiveliscombe,51041,-3313|Woolavington,51165,-2938|Yeovil,50942,-2632
south-gloucestershire: Almondsbury,51554,-2571|Alveston,51588,-2531|Bitton,51425,-2460|Charfield,51627,-2407|Chipping Sodbury,51538,-2394|Cold Ashton,51451,-2361|Falfield,51637,-2461|Hill,51651,-2516|Hinton,51490,-2385|Horton,51558,-2352|Kingswood,51453,-2508|Mangotsfield,51488,-2504|Marshfield,51462,-2320|Olveston,51580,-2577|Pilning,51563,-2643|Pucklechurch,51486,-2434|Severn Beach,51560,-2663|Siston,51474,-2450|Stoke Gifford,51517,-2541|Thornbury,51609,-2520|Tytherington,51593,-2480|Wick,51453,-2424|Wickwar,51594,-2400|Winterbourne,51523,-2504|Yate,51541,-2418
south-tyneside: East Boldon,54945,-1428|Hebburn,54973,-1515|Jarrow,54980,-1484|South Shields,54999,-1432|The Boldons,54943,-1453|Whitburn,54953,-1369
southampton: Portswood,50927,-1390|Southampton,50904,-1404|Woolston,50893,-1378
southend-on-sea: Leigh-on-Sea,51543,649|Southchurch Village,51540,729|Southend-on-Sea,51538,714|Westcliff-on-Sea,51544,692
southwark: Camberwell,51474,-94|East Dulwich,51454,-72|Peckham,51474,-70|Rotherhithe,51500,-50
st-helens: Ashton in Makerfield,53483,-2650|Billinge,53498,-2708|Eccleston,53450,-2783|Garswood,53489,-2672|Haydock,53467,-2682|Newton-le-Willows,53450,-2600|Rainford,53502,-2788|Rainhill,53416,-2766|St Helens,53450,-2733
staffordshire: Abbots Bromley,52817,-1877|Alrewas,52733,-1750|Armitage,52742,-1883|Audley,53050,-2300|Barlaston,52942,-2170|Barton under Needwood,52763,-1724|Basford Stoke-on-Trent,53016,-2212|Betley,53034,-2369|Biddulph,53117,-2176|Brewood,52677,-2174|Burntwood,52681,-1928|Burton upon Trent,52807,-1643|Cannock,52690,-2031|Chasetown,52672,-1925|Cheadle,52983,-1983|Cheddleton,53069,-2042|Codsall,52630,-2201|Colwich,52788,-1982|Coven,52656,-2135|Eccleshall,52858,-2250|Endon,53077,-2113|Essington,52629,-2058|Fazeley,52614,-1698|Featherstone,52645,-2093|Gnosall,52786,-2255|Great Haywood,52808,-2000|Great Wyrley,52663,-2011|Keele,53004,-2287|Kidsgrove,53087,-2238|Kinvere,52450,-2233|Leek,53104,-2022|Lichfield,52682,-1825|Madeley,53000,-2333|Mayfield,53000,-1767|Newcastle under Lyme,53000,-2233|Norton Canes,52671,-1963|Pattingham,52589,-2265|Penkridge,52726,-2116|Rugeley,52759,-1937|Shenstone,52638,-1841|Stafford,52805,-2116|Standon,52917,-2283|Stone,52906,-2154|Tamworth,52634,-1696|Uttoxeter,52898,-1865|Wheaton Aston,52711,-2221|Whittington,52674,-1761|Wombourne,52533,-2183|Yoxall,52767,-1791
stockport: Bramhall,53358,-2165|Bredbury,53417,-2117|Cheadle Heath,53402,-2191|Cheadle Hulme,53376,-2190|Hazel Grove,53383,-2117|Heaton Chapel,53430,-2175|Marple,53395,-2063|Stockport,53410,-2158
stockton-on-tees: Billingham,54589,-1290|Carlton,54590,-1391|Eaglescliffe,54525,-1350|Elton,54550,-1367|Grindon,54617,-1383|Stillington,54605,-1422|Stockton-on-Tees,54568,-1319|Thornaby-on-Tees,54533,-1300|Yarm,54504,-1358
stoke-on-trent: Longton,52983,-2133|Stoke-on-Trent,53004,-2185|Tunstall,53058,-2211
suffolk: Aldeburgh,52155,1602|Bacton,52267,1017|Beccles,52459,1565|Bildeston,52107,909|Botesdale,52342,1004|Bramford,52076,1097|Bungay,52454,1438|Bures Saint Mary,51972,775|Bury St Edmunds,52246,711|Capel Saint Mary,52004,1045|Clare,52079,582|Claydon,52107,1111|Cookley,52317,1450|Debenham,52224,1182|East Bergholt,51978,1018|Elmswell,52236,912|Exning,52266,374|Eye,52321,1146|Felixstowe,51964,1351|Framlingham,52221,1342|Glemsford,52104,669|Great Barton,52273,767|Great Waldingfield,52055,774|Grundisburgh,52112,1246|Hadleigh,52045,953|Halesworth,52346,1503|Haughley,52219,968|Haverhill,52082,439|Holbrook,51983,1159|Ipswich,52059,1155|Ixworth,52299,834|Kedington,52093,487|Kesgrave,52062,1237|Kessingland,52420,1709|Lakenheath,52418,522|Lavenham,52109,796|Leiston,52206,1578|Long Melford,52075,716|Lowestoft,52475,1752|Mildenhall,52344,511|Moulton,52252,483|Needham Market,52156,1052|Newmarket,52245,404|Rendlesham,52127,1415|Rickinghall,52336,993|Saxmundham,52215,1488|Shotley Gate,51958,1269|Southwold,52327,1680|Stowmarket,52189,998|Stradbroke,52318,1273|Sudbury,52039,731|Thurston,52252,807|Wattisham,52125,939|Wickham Market,52153,1363|Woodbridge,52093,1320|Woolpit,52225,888
sunderland: East Rainton,54825,-1480|Hetton-Le-Hole,54817,-1450|Houghton-Le-Spring,54840,-1464|Ryhope,54871,-1370|Sunderland,54905,-1382|Washington,54900,-1517
surrey: Addlestone,51371,-494|Ash Vale,51264,-723|Ashford,51432,-458|Ashtead,51309,-300|Bagshot,51361,-688|Banstead,51322,-207|Bletchingley,51241,-100|Blindley Heath,51193,-51|Bramley,51195,-559|Burgh Heath,51306,-222|Burpham,51260,-544|Camberley,51337,-743|Capel,51149,-324|Caterham,51282,-79|Chertsey,51388,-508|Chiddingfold,51119,-623|Chilworth,51216,-531|Chipstead,51315,-167|Chobham,51348,-606|Churt,51136,-775|Cobham,51330,-411|Compton,51212,-783|Cranleigh,51142,-484|Deepcut,51305,-710|Ditton Hill,51379,-313|Dorking,51232,-334|Dormansland,51160,6|Downside,51310,-412|Earlswood,51229,-176|East Horsley,51274,-432|East Molesey,51399,-349|Egham,51432,-552|Elstead,51185,-705|Epsom,51331,-270|Esher,51370,-367|Ewell,51349,-249|Ewhurst,51154,-443|Fairlands,51262,-621|Farnham,51214,-801|Felbridge,51139,-41|Fetcham,51289,-356|Frimley Green,51306,-733|Frimley,51317,-745|Godalming,51186,-615|Godstone,51248,-69|Great Bookham,51279,-374|Guildford,51235,-574|Hale,51229,-789|Haslemere,51090,-708|Hinchley Wood,51375,-338|Hindhead,51114,-734|Holmwood,51180,-322|Horley,51174,-159|Kingswood,51295,-214|Knaphill,51320,-616|Leatherhead,51297,-334|Lightwater,51348,-671|Lingfield,51177,-16|Little Bookham,51281,-391|Long Ditton,51384,-320|Lower Kingswood,51270,-212|Mayford,51296,-575|Merrow,51246,-531|Merstham,51260,-157|Milford,51173,-650|Mytchett,51288,-729|Normandy,51258,-675|Nutfield,51245,-143|Old Woking,51302,-542|Ottershaw,51363,-528|Oxshott,51332,-356|Oxted,51257,-6|Peaslake,51192,-447|Pirbright,51291,-647|Pyrford,51315,-510|Redhill,51240,-170|Reigate,51237,-206|Ripley,51299,-492|Rowledge,51185,-824|Salfords,51204,-169|Send,51289,-527|Sheerwater,51336,-534|Shepperton,51395,-449|Staines,51431,-506|Stanwell,51454,-478|Sunbury-on-Thames,51404,-418|Tadworth,51292,-236|Thames Ditton,51390,-339|Thorpe,51406,-536|Virginia Water,51403,-567|Walton-on-Thames,51387,-413|Warlingham,51310,-58|West Byfleet,51338,-506|West Clandon,51261,-503|West Horsley,51260,-456|West Molesey,51400,-380|Westcott,51224,-372|Weybridge,51372,-460|Whyteleafe,51308,-84|Windlesham,51365,-655|Witley,51150,-648|Woking,51319,-559|Woldingham,51285,-34|Wood Street Village,51251,-637|Wormley,51136,-647
sutton: Belmont,51343,-200|Carshalton,51368,-168|Cheam,51362,-220|St. Helier,51382,-183|Sutton,51350,-200|Wallington,51364,-154
swindon: Bishopstone,51551,-1647|Broad Blunsdon,51613,-1779|Chiseldon,51516,-1732|Hannington,51633,-1750|Highworth,51631,-1711|Swindon,51558,-1781|Wanborough,51543,-1698|Wroughton,51524,-1796
tameside: Ashton-under-Lyne,53489,-2099|Denton,53457,-2118|Droylsden,53480,-2145|Dukinfield,53475,-2088|Haughton Green,53441,-2098|Hollingworth,53463,-1991|Hyde,53451,-2079|Longdendale,53467,-2000|Mossley,53515,-2035|Stalybridge,53484,-2059
telford-and-wrekin: Chetwynd,52783,-2400|Edgmond,52774,-2410|Eyton upon the Weald Moors,52733,-2517|Hadley,52700,-2483|Ironbridge,52628,-2485|Madeley,52633,-2433|Newport,52767,-2377|Oakengates,52695,-2450|Telford,52677,-2449|Wellington,52700,-2517|Woodcote,52733,-2333
thurrock: Aveley,51500,252|Bulphan,51546,361|Chadwell St Mary,51481,363|Chafford Hundred,51489,294|East Tilbury,51481,417|Grays,51476,325|Horndon on the Hill,51524,405|Orsett,51512,368|Purfleet-on-Thames,51484,242|South Ockendon,51508,283|Stanford-le-Hope,51523,434|Tilbury,51462,359|West Thurrock,51478,277
torbay: Brixham,50394,-3516|Cockington,50463,-3557|Paignton,50436,-3568|Torquay,50462,-3525
tower-hamlets: Bethnal Green,51527,-61|Bow,51526,-17|Canary Wharf,51505,-21|Limehouse,51514,-33|Poplar,51511,-16|Shadwell,51511,-57|Stepney,51518,-43|Whitechapel,51514,-66
trafford: Altrincham,53388,-2348|Bowdon,53376,-2365|Carrington,53433,-2383|Hale Barns,53369,-2313|Hale,53378,-2333|Old Trafford,53458,-2288|Partington,53419,-2428|Sale,53425,-2324|Stretford,53450,-2317|Timperley,53400,-2333|Trafford Park,53469,-2312|Urmston,53449,-2354
wakefield: Badsworth,53629,-1301|Castleford,53726,-1363|Crigglestone,53642,-1529|Crofton,53656,-1430|Darrington,53676,-1269|Featherstone,53677,-1356|Ferrybridge,53711,-1279|Fitzwilliam,53633,-1377|Hemsworth,53613,-1354|Horbury,53661,-1560|Knottingley,53708,-1256|Low Ackworth,53650,-1323|Middlestown,53651,-1598|Normanton,53700,-1417|North Elmsall,53609,-1282|Notton,53613,-1472|Ossett,53680,-1580|Pontefract,53691,-1313|Ryhill,53622,-1411|Sharlston,53670,-1413|South Elmsall,53597,-1280|Upton,53615,-1287|Wakefield,53683,-1498|Walton,53649,-1466|Woolley,53613,-1515
walsall: Aldridge,52605,-1917|Bloxwich,52618,-2004|Brownhills,52633,-1933|Darlaston,52567,-2033|Pelsall,52629,-1967|Streetly,52583,-1883|Walsall,52585,-1984|Willenhall,52585,-2059
waltham-forest: Chingford,51630,1|Highams Park,51608,-6|Leyton,51560,-8|Leytonstone,51569,8|Monkhams,51615,27|Walthamstow,51591,-21|Wanstead,51577,25
wandsworth: Balham,51450,-151|Battersea,51475,-155|Clapham Junction,51464,-168|Earlsfield,51444,-185|Latchmere,51468,-169|Putney,51461,-218|Queenstown,51478,-147|Tooting,51425,-164|Wandsworth,51458,-208
warrington: Appleton Thorn,53350,-2545|Appleton,53352,-2572|Burtonwood,53429,-2659|Croft,53433,-2550|Culcheth,53451,-2521|Glazebury,53471,-2498|Grappenhall,53372,-2547|Great Sankey,53392,-2640|Lymm,53381,-2478|Stockton Heath,53371,-2574|Stretton,53333,-2567|Warrington,53393,-2580|Winwick,53433,-2600
warwickshire: Alcester,52217,-1867|Atherstone,52575,-1547|Attleborough,52513,-1455|Bedworth,52479,-1469|Bidford-on-Avon,52170,-1860|Brandon,52384,-1400|Brinklow,52411,-1364|Curdworth,52534,-1737|Dunchurch,52338,-1291|Ettington,52138,-1607|Exhall,52465,-1481|Farnborough,52143,-1369|Harbury,52235,-1457|Hartshill,52548,-1522|Hatton,52300,-1633|Henley in Arden,52290,-1778|Kenilworth,52350,-1583|Kineton,52156,-1511|Kingsbury,52561,-1679|Leek Wootton,52318,-1579|Long Itchington,52284,-1392|Long Lawford,52382,-1307|Lower Brailes,52050,-1542|Nuneaton,52523,-1465|Polesworth,52620,-1610|Royal Leamington Spa,52285,-1520|Rugby,52371,-1264|Ryton on Dunsmore,52367,-1433|Shipston on Stour,52061,-1628|Southam,52253,-1388|Stockton,52272,-1361|Stratford-upon-Avon,52192,-1707|Studley,52270,-1892|Warwick,52283,-1583|Water Orton,52516,-1740|Wellesbourne Mountford,52192,-1610|Wellesbourne,52197,-1591|Wilmcote,52221,-1765|Wolston,52377,-1395|Wroxall,52338,-1669
west-berkshire: Bradfield,51449,-1131|Calcot,51441,-1051|Chaddleworth,51493,-1404|Cold Ash,51424,-1265|Compton,51516,-1255|Farnborough,51533,-1367|Greenham,51387,-1311|Hermitage,51455,-1268|Hungerford,51415,-1516|Kintbury,51400,-1449|Lambourn,51508,-1531|Newbury,51401,-1325|Pangbourne,51484,-1085|Stratfield Mortimer,51373,-1035|Streatley,51523,-1149|Thatcham,51404,-1260|Theale,51437,-1077|Tilehurst,51456,-1044|Upper Basildon,51482,-1141|Welford,51457,-1411|West Ilsley,51540,-1324|Wickham,51443,-1432|Winterbourne,51446,-1347
west-northamptonshire: Blisworth,52175,-941|Brackley,52033,-1150|Braunston,52290,-1203|Brixworth,52329,-903|Bugbrooke,52210,-1013|Byfield,52175,-1246|Cogenhoe,52238,-784|Crick,52348,-1137|Daventry,52257,-1161|Deanshanger,52050,-887|Flore,52236,-1057|Hackleton,52188,-823|Hardingstone,52214,-886|Harpole,52242,-989|Hartwell,52146,-854|Hinton,52168,-1218|Kilsby,52334,-1175|Kings Sutton,52023,-1276|Kislingbury,52230,-979|Long Buckby,52303,-1081|Nether Heyford,52221,-1035|Northampton,52250,-883|Potterspury,52083,-897|Roade,52158,-897|Silverstone,52092,-1026|Spratton,52324,-954|Towcester,52134,-991|Weedon Bec,52230,-1084|Welford,52417,-1059|West Haddon,52342,-1078
west-sussex: Ardingly,51049,-77|Arundel,50854,-554|Ashington,50933,-391|Ashurst,50932,-324|Balcombe,51057,-134|Barnham,50831,-638|Bewbush,51103,-223|Billingshurst,51023,-454|Birdham,50796,-831|Bognor Regis,50782,-680|Bosham,50831,-854|Boxgrove,50859,-714|Broadfield,51097,-207|Broadwater,50829,-376|Burgess Hill,50958,-133|Chichester,50837,-780|Copthorne,51139,-117|Cowfold,50989,-272|Crawley Down,51121,-77|Crawley,51113,-183|Cuckfield,51011,-141|East Grinstead,51124,-6|East Wittering,50770,-874|Fernhurst,51049,-718|Findon,50868,-407|Fishbourne,50836,-821|Fontwell,50855,-648|Furnace Green,51107,-169|Goring-by-Sea,50812,-422|Gossops Green,51111,-217|Handcross,51054,-201|Hassocks,50928,-166|Haywards Heath,50998,-103|Henfield,50930,-271|Horsham,51063,-328|Horsted Keynes,51037,-28|Hurstpierpoint,50934,-180|Lancing,50829,-322|Langley Green,51128,-198|Littlehampton,50811,-541|Maidenbower,51108,-153|Midhurst,50986,-740|Partridge Green,50959,-308|Petworth,50987,-610|Pulborough,50958,-513|Rudgwick,51087,-452|Rustington,50810,-507|Selsey,50735,-790|Shoreham-by-Sea,50834,-274|Slinfold,51072,-407|South Harting,50969,-884|South Nutfield,51017,-133|Southwater,51024,-352|Steyning,50887,-328|Storrington,50918,-455|Tangmere,50851,-716|Walberton,50845,-620|Warnham,51091,-348|Washington,50905,-406|Westergate,50840,-671|Worthing,50818,-375|Yapton,50821,-613
westminster: Abbey Road,51535,-178|Bayswater,51511,-184|Church Street,51524,-170|City of Westminster,51498,-136|Harrow Road,51527,-199|Hyde Park,51516,-173|Knightsbridge and Belgravia,51504,-167|Lancaster Gate,51513,-185|Little Venice,51524,-181|London,51509,-126|Maida Hill,51527,-190|Marylebone,51525,-168|Pimlico,51489,-137|Regent's Park,51530,-162|Soho,51514,-135|St James's,51507,-140|Vincent Square,51493,-132|West End of London,51514,-155|West End,51512,-144|Westbourne,51521,-194
westmorland-and-furness: Alston,54809,-2439|Ambleside,54433,-2962|Appleby-in-Westmorland,54577,-2490|Arnside,54202,-2834|Barrow in Furness,54111,-3228|Burneside,54353,-2762|Dalton in Furness,54158,-3180|Flookburgh,54174,-2972|Grange-over-Sands,54185,-2925|Kendal,54327,-2748|Kirkby Lonsdale,54203,-2598|Kirkby Stephen,54472,-2349|Milnthorpe,54228,-2769|Penrith,54666,-2758|Sedbergh,54321,-2525|Shap,54531,-2676|Staveley,54377,-2818|Swarthmoor,54185,-3117|Ulverston,54196,-3096|Windermere,54381,-2907
wigan: Abram,53509,-2593|Atherton,53524,-2494|Golborne,53477,-2597|Haigh,53600,-2583|Hindley,53533,-2583|Ince-in-Makerfield,53533,-2617|Leigh,53496,-2520|Shevington,53572,-2693|Tyldesley,53514,-2468|Wigan,53543,-2637
wiltshire: Aldbourne,51481,-1618|Alderbury,51044,-1734|Allington,51150,-1700|Amesbury,51175,-1781|Ansty,51036,-2064|Ashton Keynes,51645,-1932|Atworth,51392,-2193|Avebury,51417,-1867|Biddestone,51461,-2198|Bishopstone,51030,-1903|Bishopstrow,51193,-2155|Boreham,51199,-2166|Bower Chalke,51000,-1967|Box,51415,-2246|Boyton,51155,-2071|Bradford on Avon,51348,-2251|Bratton,51271,-2124|Bremhill,51457,-2030|Bulford,51189,-1760|Bulkington,51324,-2084|Burbage,51352,-1671|Calne,51439,-2006|Chapmanslade,51229,-2249|Charlton,51599,-2056|Chicklade,51109,-2127|Chilton Foliat,51432,-1539|Chippenham,51460,-2125|Codford,51150,-2050|Colerne,51438,-2263|Collingbourne Kingston,51301,-1659|Corsham,51434,-2184|Corsley,51219,-2246|Cricklade,51641,-1857|Devizes,51351,-1994|Dinton,51083,-1983|Downton,50994,-1751|Durnford,51133,-1817|Durrington,51199,-1772|Edington,51276,-2106|Erlestoke,51285,-2054|Fyfield,51417,-1783|Great Bedwyn,51380,-1602|Hankerton,51614,-2045|Hindon,51092,-2126|Holt,51356,-2197|Huish,51371,-1793|Kilmington,51127,-2327|Lacock,51415,-2122|Lark Hill,51200,-1817|Leigh,51617,-1900|Limpley Stoke,51345,-2314|Luckington,51554,-2242|Ludgershall,51256,-1622|Lydiard Millicent,51571,-1863|Lydiard Tregoze,51550,-1850|Lyneham,51517,-1967|Malmesbury,51582,-2097|Market Lavington,51288,-1977|Marlborough,51420,-1729|Marston,51311,-2050|Melksham,51373,-2140|Mere,51089,-2267|Middle Winterslow,51093,-1655|Mildenhall,51426,-1700|Milston,51206,-1769|Minety,51617,-1950|Monkton Farleigh,51388,-2281|Neston,51412,-2201|Netheravon,51236,-1791|Nettleton,51502,-2262|North Bradley,51295,-2205|North Wraxall,51473,-2263|Norton,51559,-2165|Pewsey,51339,-1765|Potterne,51329,-2005|Purton,51589,-1874|Ramsbury,51444,-1603|Rowde,51363,-2031|Royal Wootton Bassett,51542,-1904|Rushall,51283,-1817|Salisbury,51069,-1796|Seend,51348,-2085|Shalbourne,51364,-1551|Sherston,51572,-2213|Shrewton,51192,-1903|Southwick,51297,-2232|Stapleford,51117,-1900|Stockton,51145,-2032|Sutton Benger,51507,-2080|Tidworth,51231,-1663|Tisbury,51063,-2081|Trowbridge,51319,-2209|Upton Scudamore,51230,-2193|Warminster,51204,-2179|Westbury,51260,-2187|Westwood,51335,-2280|Whiteparish,51010,-1649|Whitley,51395,-2164|Wilsford,51300,-1850|Wilton,51079,-1862|Wingfield,51313,-2260|Winterbourne Stoke,51167,-1898|Woodborough,51339,-1840|Woodford,51117,-1833|Worton,51316,-2041
windsor-and-maidenhead: Ascot,51411,-675|Bisham,51561,-778|Bray,51503,-688|Cookham,51559,-708|Datchet,51484,-579|Eton Wick,51497,-634|Eton,51488,-609|Furze Platt,51540,-737|Horton,51473,-542|Hurley,51546,-809|Maidenhead,51523,-720|Old Windsor,51458,-587|Pinkneys Green,51533,-761|Sunningdale,51399,-629|Sunninghill,51401,-656|White Waltham,51492,-772|Windsor,51483,-600
wirral: Bebington,53350,-3017|Birkenhead,53393,-3015|Bromborough,53349,-2979|Greasby,53373,-3123|Heswall,53327,-3096|Hoylake,53390,-3181|Moreton,53400,-3117|New Ferry,53360,-2994|Prenton,53368,-3055|Wallasey,53423,-3065|West Kirby,53373,-3184
wokingham: Barkham,51398,-876|Charvil,51476,-886|Earley,51441,-924|Finchampstead,51361,-857|Hurst,51458,-852|Lower Earley,51427,-920|Remenham,51552,-891|Shinfield,51405,-945|Sonning,51474,-912|Swallowfield,51379,-958|Twyford,51475,-860|Wargrave,51501,-866|Winnersh,51427,-880|Wokingham,51411,-836|Woodley,51450,-883
wolverhampton: Bilston,52566,-2074|Wednesfield,52596,-2085|Wolverhampton,52585,-2123
worcestershire: Alvechurch,52352,-1965|Astwood Bank,52260,-1938|Badsey,52088,-1899|Barnt Green,52359,-2007|Belbroughton,52392,-2119|Bewdley,52376,-2318|Bredon,52030,-2117|Broadway,52038,-1861|Bromsgrove,52336,-2060|Droitwich,52267,-2150|Eckington,52067,-2117|Evesham,52092,-1949|Fernhill Heath,52230,-2197|Great Malvern,52112,-2325|Hagley,52426,-2128|Hallow,52223,-2255|Hartlebury,52333,-2233|Harvington,52141,-1923|Honeybourne,52095,-1831|Inkberrow,52213,-1981|Kempsey,52139,-2218|Kidderminster,52388,-2250|Kington,52200,-2017|Lower Broadheath,52214,-2277|Pershore,52112,-2076|Redditch,52307,-1946|Romsley,52420,-2057|South Littleton,52114,-1890|Stoke Prior,52300,-2080|Stourport-on-Severn,52340,-2280|Tenbury Wells,52311,-2596|Upton upon Severn,52063,-2218|Worcester,52189,-2220|Wychbold,52290,-2116
york: Askham Richard,53925,-1185|Bishopthorpe,53919,-1099|Copmanthorpe,53914,-1142|Deighton,53900,-1050|Elvington,53921,-935|Fulford,53933,-1067|Haxby,54014,-1071|Heslington,53946,-1049|Holtby,53979,-973|Huntington,54000,-1050|Murton,53966,-1011|Nether Poppleton,53988,-1151|Skelton,54000,-1133|Strensall,54040,-1035|Upper Poppleton,53979,-1152|Wheldrake,53896,-963|Wigginton,54017,-1083|York,53958,-1083
`.trim().split("\n").flatMap((line) => {
	const [council = "", places = ""] = line.split(": ");
	return places.split("|").map((place) => {
		const [name = "", lat, lon] = place.split(",");
		return {
			name,
			lat: Number(lat) / 1e3,
			lon: Number(lon) / 1e3,
			councilId: council
		};
	});
});
/** About a thousand outward codes of England, every council with at least one. */
var OUTCODES = `
barking-and-dagenham: IG11 Barking 51.533 0.083, RM8 Becontree 51.556 0.130, RM9 Dagenham 51.542 0.134, RM10 Dagenham East 51.545 0.160
barnet: EN5 High Barnet 51.652 -0.199, N3 Finchley 51.600 -0.192, N12 North Finchley 51.614 -0.177, NW4 Hendon 51.588 -0.223, NW7 Mill Hill 51.615 -0.240, HA8 Edgware 51.614 -0.275
barnsley: S70 Barnsley 53.550 -1.483, S71 Royston 53.585 -1.450, S73 Wombwell 53.522 -1.397, S75 Darton 53.587 -1.527, S36 Penistone 53.526 -1.630
bath-and-north-east-somerset: BA1 Bath 51.375 -2.362, BA2 Combe Down 51.360 -2.345, BA3 Radstock 51.292 -2.445, BS31 Keynsham 51.414 -2.498
bedford: MK40 Bedford 52.135 -0.466, MK41 Putnoe 52.151 -0.447, MK42 Kempston 52.116 -0.500, MK43 Bromham 52.147 -0.528, MK44 Sharnbrook 52.225 -0.545
bexley: DA5 Bexley 51.442 0.149, DA6 Bexleyheath 51.463 0.139, DA7 Barnehurst 51.468 0.160, DA8 Erith 51.483 0.175, DA14 Sidcup 51.426 0.104, DA16 Welling 51.462 0.108
birmingham: B1 Birmingham 52.479 -1.908, B13 Moseley 52.438 -1.884, B14 Kings Heath 52.416 -1.888, B15 Edgbaston 52.464 -1.925, B17 Harborne 52.457 -1.953, B20 Handsworth 52.516 -1.932, B23 Erdington 52.525 -1.848, B28 Hall Green 52.431 -1.849, B29 Selly Oak 52.436 -1.954, B31 Northfield 52.407 -1.970, B44 Kingstanding 52.545 -1.882, B73 Sutton Coldfield 52.567 -1.817
blackburn-with-darwen: BB1 Blackburn 53.757 -2.460, BB2 Mill Hill 53.738 -2.505, BB3 Darwen 53.698 -2.465
blackpool: FY1 Blackpool 53.817 -3.050, FY2 Bispham 53.850 -3.040, FY4 South Shore 53.788 -3.035
bolton: BL1 Bolton 53.583 -2.433, BL3 Daubhill 53.562 -2.448, BL4 Farnworth 53.550 -2.400, BL5 Westhoughton 53.549 -2.525, BL6 Horwich 53.601 -2.550
bournemouth-christchurch-and-poole: BH1 Bournemouth 50.720 -1.879, BH8 Charminster 50.748 -1.852, BH14 Parkstone 50.722 -1.945, BH15 Poole 50.714 -1.985, BH23 Christchurch 50.736 -1.781
bracknell-forest: RG12 Bracknell 51.414 -0.751, RG42 Binfield 51.432 -0.788, GU47 Sandhurst 51.347 -0.787
bradford: BD1 Bradford 53.794 -1.752, BD3 Laisterdyke 53.800 -1.722, BD9 Heaton 53.809 -1.790, BD16 Bingley 53.849 -1.839, BD18 Shipley 53.833 -1.767, BD21 Keighley 53.868 -1.907, LS29 Ilkley 53.924 -1.823
brent: HA0 Wembley Central 51.552 -0.302, HA9 Wembley 51.552 -0.297, NW2 Cricklewood 51.559 -0.217, NW6 Kilburn 51.541 -0.198, NW9 Kingsbury 51.584 -0.262, NW10 Willesden 51.541 -0.244
brighton-and-hove: BN1 Brighton 50.828 -0.139, BN2 Kemptown 50.827 -0.113, BN3 Hove 50.831 -0.167, BN41 Portslade 50.843 -0.216
bristol: BS1 Bristol 51.455 -2.597, BS3 Bedminster 51.438 -2.602, BS5 Easton 51.464 -2.553, BS6 Redland 51.468 -2.603, BS7 Horfield 51.484 -2.584, BS11 Avonmouth 51.500 -2.690, BS14 Hengrove 51.411 -2.567
bromley: BR1 Bromley 51.406 0.015, BR2 Hayes 51.376 0.017, BR3 Beckenham 51.409 -0.025, BR5 Orpington 51.375 0.098, BR6 Farnborough 51.361 0.090, SE20 Penge 51.413 -0.058
buckinghamshire: HP20 Aylesbury 51.817 -0.815, HP11 High Wycombe 51.629 -0.749, HP5 Chesham 51.700 -0.600, HP9 Beaconsfield 51.612 -0.647, HP7 Amersham 51.667 -0.617, MK18 Buckingham 52.000 -0.988, SL7 Marlow 51.569 -0.774
bury: BL9 Bury 53.600 -2.300, BL8 Tottington 53.613 -2.341, BL0 Ramsbottom 53.648 -2.317, M25 Prestwich 53.533 -2.283, M45 Whitefield 53.550 -2.300, M26 Radcliffe 53.562 -2.325
calderdale: HX1 Halifax 53.717 -1.850, HX3 Northowram 53.742 -1.833, HX5 Elland 53.685 -1.839, HX6 Sowerby Bridge 53.709 -1.909, HX7 Hebden Bridge 53.741 -2.013, OL14 Todmorden 53.714 -2.097, HD6 Brighouse 53.703 -1.784
cambridgeshire: CB1 Cambridge 52.200 0.117, CB4 Chesterton 52.218 0.134, CB7 Ely 52.400 0.262, CB23 Cambourne 52.221 -0.070, PE13 Wisbech 52.666 0.159, PE15 March 52.551 0.088, PE27 St Ives 52.323 -0.071, PE29 Huntingdon 52.330 -0.187
camden: NW1 Camden Town 51.539 -0.143, NW3 Hampstead 51.556 -0.175, NW5 Kentish Town 51.550 -0.141, WC1B Bloomsbury 51.522 -0.126, WC1N St Pancras 51.523 -0.119
central-bedfordshire: LU5 Dunstable 51.886 -0.523, LU7 Leighton Buzzard 51.917 -0.658, SG18 Biggleswade 52.087 -0.265, SG19 Sandy 52.129 -0.289, MK45 Flitwick 52.003 -0.495, SG15 Arlesey 52.007 -0.266
cheshire-east: CW1 Crewe 53.098 -2.442, CW2 Wistaston 53.085 -2.475, CW5 Nantwich 53.069 -2.521, CW12 Congleton 53.163 -2.213, SK10 Macclesfield 53.260 -2.126, SK9 Wilmslow 53.328 -2.231, WA16 Knutsford 53.303 -2.375
cheshire-west-and-chester: CH1 Chester 53.191 -2.892, CH3 Tarvin 53.197 -2.765, CH65 Ellesmere Port 53.279 -2.897, CW7 Winsford 53.191 -2.524, CW8 Northwich 53.259 -2.520, WA6 Frodsham 53.295 -2.727, CH64 Neston 53.283 -3.050
city-of-london: EC2Y Moorgate 51.518 -0.089, EC3N Aldgate 51.513 -0.077, EC4M St Paul's 51.513 -0.101
cornwall: TR1 Truro 50.265 -5.054, TR7 Newquay 50.416 -5.073, TR11 Falmouth 50.154 -5.071, TR14 Camborne 50.213 -5.297, TR15 Redruth 50.233 -5.224, TR18 Penzance 50.119 -5.537, TR26 St Ives 50.211 -5.480, PL14 Liskeard 50.455 -4.465, PL25 St Austell 50.343 -4.774, PL31 Bodmin 50.472 -4.724, PL15 Launceston 50.637 -4.360, EX23 Bude 50.824 -4.541
county-durham: DH1 Durham 54.777 -1.576, DH3 Chester-le-Street 54.859 -1.574, DH6 Thornley 54.750 -1.433, DH8 Consett 54.854 -1.832, DH9 Stanley 54.868 -1.698, DL5 Newton Aycliffe 54.618 -1.572, DL14 Bishop Auckland 54.656 -1.677, SR7 Seaham 54.839 -1.346, SR8 Peterlee 54.760 -1.336
coventry: CV1 Coventry 52.407 -1.512, CV2 Wyken 52.420 -1.460, CV3 Willenhall 52.385 -1.465, CV5 Allesley 52.414 -1.562, CV6 Holbrooks 52.435 -1.510
croydon: CR0 Croydon 51.383 -0.100, CR2 South Croydon 51.350 -0.090, CR5 Coulsdon 51.320 -0.141, CR7 Thornton Heath 51.398 -0.099, CR8 Purley 51.337 -0.112, SE25 South Norwood 51.398 -0.075
cumberland: CA1 Carlisle 54.895 -2.938, CA2 Denton Holme 54.884 -2.950, CA7 Wigton 54.825 -3.161, CA12 Keswick 54.599 -3.133, CA13 Cockermouth 54.662 -3.361, CA14 Workington 54.642 -3.544, CA15 Maryport 54.714 -3.495, CA28 Whitehaven 54.549 -3.584, LA18 Millom 54.211 -3.272
darlington: DL1 Darlington 54.524 -1.550, DL3 Cockerton 54.535 -1.580, DL2 Hurworth 54.486 -1.529
derby: DE1 Derby 52.923 -1.477, DE22 Allestree 52.951 -1.491, DE23 Littleover 52.906 -1.500, DE24 Alvaston 52.895 -1.435, DE21 Chaddesden 52.928 -1.430
derbyshire: DE4 Matlock 53.138 -1.556, DE5 Ripley 53.033 -1.400, DE7 Ilkeston 52.971 -1.310, DE11 Swadlincote 52.774 -1.557, DE45 Bakewell 53.213 -1.675, DE55 Alfreton 53.098 -1.384, DE56 Belper 53.023 -1.481, S40 Chesterfield 53.250 -1.417, S43 Staveley 53.267 -1.350, SK13 Glossop 53.443 -1.949, SK17 Buxton 53.257 -1.910
devon: EX1 Exeter 50.724 -3.528, EX4 Pennsylvania 50.738 -3.525, EX8 Exmouth 50.617 -3.402, EX14 Honiton 50.800 -3.189, EX16 Tiverton 50.902 -3.492, EX20 Okehampton 50.738 -4.002, EX31 Barnstaple 51.080 -4.058, EX39 Bideford 51.017 -4.208, TQ9 Totnes 50.431 -3.684, TQ12 Newton Abbot 50.529 -3.612, PL19 Tavistock 50.549 -4.144
doncaster: DN1 Doncaster 53.523 -1.131, DN4 Balby 53.507 -1.155, DN5 Bentley 53.533 -1.150, DN8 Thorne 53.611 -0.963, DN12 Conisbrough 53.482 -1.232, S64 Mexborough 53.494 -1.292
dorset: DT1 Dorchester 50.717 -2.433, DT4 Weymouth 50.614 -2.460, DT6 Bridport 50.734 -2.758, DT9 Sherborne 50.946 -2.518, DT11 Blandford Forum 50.861 -2.162, BH21 Wimborne Minster 50.783 -1.983, BH20 Wareham 50.688 -2.111, SP7 Shaftesbury 51.005 -2.193
dudley: DY1 Dudley 52.500 -2.083, DY2 Netherton 52.490 -2.083, DY5 Brierley Hill 52.482 -2.121, DY8 Stourbridge 52.456 -2.143, B63 Halesowen 52.449 -2.049, DY6 Kingswinford 52.498 -2.169
ealing: W5 Ealing 51.512 -0.302, W3 Acton 51.509 -0.276, W13 West Ealing 51.512 -0.320, W7 Hanwell 51.509 -0.338, UB1 Southall 51.509 -0.371, UB6 Greenford 51.529 -0.355
east-riding-of-yorkshire: HU17 Beverley 53.846 -0.423, HU13 Hessle 53.725 -0.438, HU15 Brough 53.729 -0.572, HU16 Cottingham 53.781 -0.415, HU18 Hornsea 53.910 -0.168, YO15 Bridlington 54.083 -0.192, YO25 Driffield 54.006 -0.445, DN14 Goole 53.703 -0.877
east-sussex: BN7 Lewes 50.874 0.009, BN21 Eastbourne 50.769 0.285, BN26 Polegate 50.822 0.245, BN27 Hailsham 50.862 0.258, BN25 Seaford 50.771 0.103, TN34 Hastings 50.856 0.580, TN39 Bexhill-on-Sea 50.850 0.471, TN22 Uckfield 50.969 0.096, TN6 Crowborough 51.061 0.163, TN31 Rye 50.951 0.734
enfield: EN1 Enfield 51.652 -0.068, EN3 Ponders End 51.647 -0.043, N9 Edmonton 51.626 -0.058, N13 Palmers Green 51.618 -0.107, N14 Southgate 51.617 -0.100, N21 Winchmore Hill 51.637 -0.101
essex: CM1 Chelmsford 51.736 0.470, CM7 Braintree 51.878 0.553, CM9 Maldon 51.731 0.675, CM14 Brentwood 51.621 0.306, CM16 Epping 51.698 0.111, CM20 Harlow 51.777 0.112, CB11 Saffron Walden 52.023 0.242, CO1 Colchester 51.889 0.904, CO15 Clacton-on-Sea 51.790 1.156, SS6 Rayleigh 51.586 0.605, SS13 Basildon 51.568 0.458, SS8 Canvey Island 51.522 0.581
gateshead: NE8 Gateshead 54.962 -1.602, NE9 Low Fell 54.935 -1.598, NE10 Felling 54.953 -1.572, NE11 Dunston 54.950 -1.640, NE21 Blaydon 54.965 -1.715, NE16 Whickham 54.946 -1.676
gloucestershire: GL1 Gloucester 51.866 -2.243, GL5 Stroud 51.750 -2.200, GL7 Cirencester 51.719 -1.971, GL11 Dursley 51.681 -2.353, GL16 Coleford 51.795 -2.614, GL20 Tewkesbury 51.992 -2.160, GL50 Cheltenham 51.900 -2.080, GL52 Bishops Cleeve 51.947 -2.063
greenwich: SE10 Greenwich 51.478 -0.012, SE3 Blackheath 51.467 0.014, SE7 Charlton 51.484 0.036, SE9 Eltham 51.451 0.052, SE18 Woolwich 51.491 0.065, SE28 Thamesmead 51.504 0.120
hackney: E5 Clapton 51.560 -0.052, E8 Dalston 51.543 -0.061, E9 Homerton 51.545 -0.044, N1 Hoxton 51.535 -0.083, N16 Stoke Newington 51.562 -0.076
halton: WA7 Runcorn 53.342 -2.731, WA8 Widnes 53.362 -2.734
hammersmith-and-fulham: W6 Hammersmith 51.494 -0.229, W12 Shepherds Bush 51.508 -0.234, W14 West Kensington 51.494 -0.211, SW6 Fulham 51.480 -0.199
hampshire: SO22 Winchester 51.065 -1.319, SO50 Eastleigh 50.967 -1.350, SO41 Lymington 50.759 -1.538, SO51 Romsey 50.989 -1.500, PO9 Havant 50.857 -0.986, PO12 Gosport 50.795 -1.129, PO14 Fareham 50.852 -1.179, GU14 Farnborough 51.292 -0.755, GU34 Alton 51.149 -0.975, RG21 Basingstoke 51.262 -1.087, SP10 Andover 51.211 -1.494, GU51 Fleet 51.283 -0.833, GU31 Petersfield 51.005 -0.934
haringey: N4 Finsbury Park 51.570 -0.103, N8 Crouch End 51.583 -0.120, N10 Muswell Hill 51.594 -0.143, N15 Seven Sisters 51.583 -0.079, N17 Tottenham 51.604 -0.068, N22 Wood Green 51.600 -0.117
harrow: HA1 Harrow 51.578 -0.332, HA2 South Harrow 51.571 -0.357, HA3 Harrow Weald 51.598 -0.338, HA5 Pinner 51.594 -0.382, HA7 Stanmore 51.617 -0.317
hartlepool: TS24 Hartlepool 54.686 -1.210, TS25 Seaton Carew 54.664 -1.196, TS26 West Park 54.683 -1.240
havering: RM1 Romford 51.575 0.186, RM3 Harold Hill 51.604 0.225, RM7 Rush Green 51.564 0.170, RM11 Hornchurch 51.557 0.217, RM14 Upminster 51.556 0.256, RM13 Rainham 51.523 0.195
herefordshire: HR1 Hereford 52.057 -2.715, HR4 Credenhill 52.084 -2.808, HR6 Leominster 52.226 -2.745, HR8 Ledbury 52.036 -2.426, HR9 Ross on Wye 51.914 -2.587, HR7 Bromyard 52.190 -2.509
hertfordshire: SG13 Hertford 51.796 -0.079, SG1 Stevenage 51.902 -0.203, SG5 Hitchin 51.949 -0.285, SG6 Letchworth 51.978 -0.230, AL1 St Albans 51.750 -0.333, AL5 Harpenden 51.817 -0.357, AL7 Welwyn Garden City 51.802 -0.207, AL10 Hatfield 51.763 -0.224, EN8 Cheshunt 51.700 -0.030, HP2 Hemel Hempstead 51.754 -0.450, WD17 Watford 51.655 -0.396, WD3 Rickmansworth 51.639 -0.477, CM23 Bishops Stortford 51.871 0.159, WD6 Borehamwood 51.655 -0.278
hillingdon: UB3 Hayes 51.516 -0.423, UB4 Yeading 51.527 -0.402, UB7 West Drayton 51.500 -0.467, UB8 Uxbridge 51.549 -0.482, UB10 Hillingdon 51.533 -0.453, HA4 Ruislip 51.573 -0.423, HA6 Northwood 51.612 -0.425
hounslow: TW3 Hounslow 51.468 -0.361, TW4 Hounslow West 51.472 -0.389, TW7 Isleworth 51.475 -0.342, TW8 Brentford 51.486 -0.308, TW13 Feltham 51.446 -0.414, W4 Chiswick 51.493 -0.258
isle-of-wight: PO30 Newport 50.701 -1.291, PO31 Cowes 50.763 -1.298, PO33 Ryde 50.730 -1.162, PO36 Sandown 50.652 -1.161, PO38 Ventnor 50.594 -1.207, PO40 Freshwater 50.684 -1.526
isles-of-scilly: TR21 Hugh Town 49.914 -6.311
islington: N5 Highbury 51.554 -0.098, N7 Holloway 51.555 -0.117, N19 Archway 51.565 -0.133, EC1R Clerkenwell 51.525 -0.104
kensington-and-chelsea: W8 Kensington 51.501 -0.192, W10 North Kensington 51.521 -0.213, W11 Notting Hill 51.512 -0.205, SW3 Chelsea 51.488 -0.169, SW5 Earls Court 51.491 -0.192
kent: ME14 Maidstone 51.267 0.517, CT1 Canterbury 51.279 1.080, CT5 Whitstable 51.361 1.026, CT6 Herne Bay 51.373 1.129, CT9 Margate 51.381 1.386, CT10 Broadstairs 51.358 1.442, CT11 Ramsgate 51.336 1.418, CT14 Deal 51.223 1.403, CT16 Dover 51.126 1.313, CT19 Folkestone 51.082 1.167, CT21 Hythe 51.072 1.084, TN23 Ashford 51.146 0.874, TN1 Tunbridge Wells 51.132 0.263, TN9 Tonbridge 51.195 0.274, TN13 Sevenoaks 51.273 0.189, DA1 Dartford 51.447 0.214, DA11 Gravesend 51.442 0.371, ME10 Sittingbourne 51.341 0.733, ME13 Faversham 51.315 0.889, ME19 West Malling 51.293 0.409
kingston-upon-hull: HU1 Kingston upon Hull 53.744 -0.337, HU3 Newington 53.744 -0.365, HU5 The Avenues 53.760 -0.370, HU7 Bransholme 53.785 -0.330, HU9 Marfleet 53.750 -0.290
kingston-upon-thames: KT1 Kingston upon Thames 51.413 -0.297, KT3 New Malden 51.401 -0.262, KT5 Surbiton 51.391 -0.298, KT6 Long Ditton 51.385 -0.312, KT9 Chessington 51.362 -0.304
kirklees: HD1 Huddersfield 53.649 -1.784, HD3 Lindley 53.661 -1.826, HD9 Holmfirth 53.570 -1.788, WF12 Dewsbury 53.691 -1.629, WF13 Ravensthorpe 53.683 -1.650, WF17 Batley 53.703 -1.634, BD19 Cleckheaton 53.724 -1.713, WF14 Mirfield 53.673 -1.696
knowsley: L36 Huyton 53.411 -2.839, L35 Prescot 53.429 -2.800, L32 Kirkby 53.481 -2.892, L26 Halewood 53.360 -2.831
lambeth: SW2 Brixton Hill 51.449 -0.122, SW4 Clapham 51.462 -0.138, SW8 Stockwell 51.477 -0.130, SW9 Brixton 51.466 -0.107, SW16 Streatham 51.429 -0.132, SE11 Kennington 51.488 -0.110, SE27 West Norwood 51.432 -0.103
lancashire: PR1 Preston 53.763 -2.705, PR2 Fulwood 53.785 -2.700, PR7 Chorley 53.650 -2.617, PR25 Leyland 53.698 -2.688, LA1 Lancaster 54.046 -2.800, LA4 Morecambe 54.068 -2.861, BB5 Accrington 53.754 -2.359, BB9 Nelson 53.833 -2.200, BB11 Burnley 53.800 -2.233, FY5 Cleveleys 53.877 -3.040, FY8 Lytham St Annes 53.743 -2.997, WN8 Skelmersdale 53.550 -2.773, L39 Ormskirk 53.567 -2.882, FY7 Fleetwood 53.925 -3.011
leeds: LS1 Leeds 53.796 -1.548, LS6 Headingley 53.820 -1.577, LS7 Chapel Allerton 53.826 -1.540, LS8 Roundhay 53.832 -1.505, LS9 Harehills 53.805 -1.515, LS11 Beeston 53.778 -1.556, LS12 Armley 53.796 -1.590, LS14 Seacroft 53.822 -1.462, LS15 Cross Gates 53.806 -1.450, LS16 Adel 53.848 -1.590, LS17 Moortown 53.848 -1.531, LS20 Guiseley 53.876 -1.712, LS21 Otley 53.906 -1.694, LS22 Wetherby 53.928 -1.387, LS25 Garforth 53.792 -1.381, LS27 Morley 53.740 -1.599, LS28 Pudsey 53.795 -1.661, WF3 Rothwell 53.748 -1.480
leicester: LE1 Leicester 52.639 -1.132, LE2 Clarendon Park 52.614 -1.118, LE3 Braunstone 52.622 -1.170, LE4 Belgrave 52.660 -1.125, LE5 Evington 52.634 -1.088
leicestershire: LE11 Loughborough 52.767 -1.200, LE10 Hinckley 52.539 -1.376, LE13 Melton Mowbray 52.766 -0.887, LE16 Market Harborough 52.478 -0.921, LE67 Coalville 52.722 -1.370, LE18 Wigston 52.582 -1.106, LE65 Ashby-de-la-Zouch 52.746 -1.473, LE17 Lutterworth 52.456 -1.202
lewisham: SE6 Catford 51.444 -0.021, SE8 Deptford 51.479 -0.026, SE12 Lee 51.446 0.018, SE13 Lewisham 51.461 -0.012, SE14 New Cross 51.475 -0.041, SE23 Forest Hill 51.441 -0.047, SE26 Sydenham 51.427 -0.053, SE4 Brockley 51.460 -0.036
lincolnshire: LN1 Lincoln 53.227 -0.538, LN6 North Hykeham 53.185 -0.588, LN11 Louth 53.367 -0.004, DN21 Gainsborough 53.383 -0.767, NG31 Grantham 52.911 -0.642, NG34 Sleaford 52.998 -0.409, PE9 Stamford 52.650 -0.483, PE11 Spalding 52.787 -0.151, PE21 Boston 52.976 -0.027, PE25 Skegness 53.144 0.336
liverpool: L1 Liverpool 53.411 -2.978, L4 Walton 53.444 -2.966, L6 Everton 53.417 -2.952, L8 Toxteth 53.390 -2.962, L13 Stoneycroft 53.416 -2.919, L15 Wavertree 53.398 -2.920, L17 Aigburth 53.376 -2.943, L18 Allerton 53.380 -2.903, L25 Woolton 53.374 -2.870, L11 Croxteth 53.442 -2.916
luton: LU1 Luton 51.880 -0.417, LU2 Stopsley 51.900 -0.396, LU3 Leagrave 51.904 -0.453, LU4 Challney 51.890 -0.460
manchester: M1 Manchester 53.481 -2.237, M8 Crumpsall 53.512 -2.241, M9 Blackley 53.524 -2.213, M14 Fallowfield 53.448 -2.224, M16 Whalley Range 53.455 -2.258, M19 Levenshulme 53.442 -2.192, M20 Didsbury 53.425 -2.231, M21 Chorlton 53.442 -2.278, M22 Wythenshawe 53.384 -2.263, M40 Moston 53.504 -2.188
medway: ME1 Rochester 51.388 0.505, ME2 Strood 51.393 0.477, ME4 Chatham 51.379 0.528, ME5 Walderslade 51.345 0.525, ME7 Gillingham 51.389 0.549, ME8 Rainham 51.363 0.606
merton: SM4 Morden 51.398 -0.198, SW19 Wimbledon 51.422 -0.208, SW20 Raynes Park 51.409 -0.230, CR4 Mitcham 51.403 -0.168
middlesbrough: TS1 Middlesbrough 54.576 -1.235, TS3 Berwick Hills 54.566 -1.200, TS5 Acklam 54.552 -1.250, TS8 Coulby Newham 54.523 -1.216
milton-keynes: MK9 Milton Keynes 52.042 -0.756, MK2 Bletchley 51.993 -0.735, MK4 Furzton 52.017 -0.770, MK6 Netherfield 52.023 -0.730, MK10 Broughton 52.050 -0.694, MK13 Bradville 52.064 -0.782, MK16 Newport Pagnell 52.087 -0.722
newcastle-upon-tyne: NE1 Newcastle upon Tyne 54.972 -1.612, NE2 Jesmond 54.988 -1.602, NE3 Gosforth 55.000 -1.617, NE4 Elswick 54.972 -1.638, NE5 Westerhope 54.996 -1.692, NE6 Byker 54.975 -1.578, NE15 Lemington 54.976 -1.710
newham: E6 East Ham 51.533 0.050, E7 Forest Gate 51.549 0.025, E12 Manor Park 51.551 0.049, E13 Plaistow 51.527 0.024, E15 Stratford 51.533 0.000, E16 Canning Town 51.514 0.009
norfolk: NR1 Norwich 52.628 1.298, NR3 Catton 52.645 1.295, NR17 Attleborough 52.518 1.016, NR18 Wymondham 52.570 1.116, NR19 Dereham 52.681 0.940, NR27 Cromer 52.931 1.299, NR30 Great Yarmouth 52.608 1.731, IP24 Thetford 52.417 0.750, PE30 King's Lynn 52.752 0.395, PE37 Swaffham 52.648 0.686
north-east-lincolnshire: DN31 Grimsby 53.565 -0.076, DN33 Scartho 53.543 -0.091, DN35 Cleethorpes 53.560 -0.032, DN37 Laceby 53.541 -0.168, DN40 Immingham 53.614 -0.216
north-lincolnshire: DN15 Scunthorpe 53.579 -0.654, DN16 Ashby 53.570 -0.640, DN17 Crowle 53.608 -0.833, DN18 Barton upon Humber 53.689 -0.444, DN20 Brigg 53.552 -0.492
north-northamptonshire: NN8 Wellingborough 52.303 -0.694, NN10 Rushden 52.289 -0.602, NN14 Thrapston 52.397 -0.539, NN15 Kettering 52.398 -0.726, NN17 Corby 52.496 -0.689, NN9 Raunds 52.344 -0.537
north-somerset: BS20 Portishead 51.482 -2.770, BS21 Clevedon 51.442 -2.858, BS22 Worle 51.361 -2.924, BS23 Weston-super-Mare 51.346 -2.977, BS48 Nailsea 51.432 -2.758
north-tyneside: NE26 Whitley Bay 55.040 -1.447, NE28 Wallsend 54.991 -1.534, NE29 North Shields 55.016 -1.449, NE30 Tynemouth 55.018 -1.426, NE12 Killingworth 55.032 -1.556
north-yorkshire: DL6 Northallerton 54.339 -1.432, DL10 Richmond 54.404 -1.734, HG1 Harrogate 53.991 -1.537, HG4 Ripon 54.136 -1.528, HG5 Knaresborough 54.009 -1.469, YO7 Thirsk 54.233 -1.344, YO8 Selby 53.783 -1.067, YO11 Scarborough 54.280 -0.404, YO17 Malton 54.137 -0.800, YO18 Pickering 54.250 -0.767, YO22 Whitby 54.488 -0.615, BD23 Skipton 53.961 -2.017
northumberland: NE61 Morpeth 55.169 -1.689, NE24 Blyth 55.127 -1.509, NE22 Bedlington 55.131 -1.593, NE23 Cramlington 55.087 -1.586, NE46 Hexham 54.970 -2.104, NE63 Ashington 55.177 -1.564, NE66 Alnwick 55.413 -1.706, TD15 Berwick-Upon-Tweed 55.769 -2.005, NE42 Prudhoe 54.962 -1.852
nottingham: NG1 Nottingham 52.954 -1.150, NG3 Mapperley 52.975 -1.130, NG5 Sherwood 52.980 -1.150, NG7 Lenton 52.951 -1.177, NG8 Wollaton 52.955 -1.215, NG11 Clifton 52.905 -1.180, NG6 Bulwell 53.001 -1.197
nottinghamshire: NG2 West Bridgford 52.930 -1.125, NG4 Carlton 52.966 -1.088, NG9 Beeston 52.927 -1.215, NG15 Hucknall 53.033 -1.200, NG17 Sutton in Ashfield 53.125 -1.261, NG18 Mansfield 53.133 -1.200, NG22 Ollerton 53.201 -1.021, NG24 Newark on Trent 53.067 -0.817, S80 Worksop 53.302 -1.124, DN22 Retford 53.322 -0.943
oldham: OL1 Oldham 53.541 -2.118, OL2 Royton 53.565 -2.123, OL3 Uppermill 53.549 -2.005, OL4 Lees 53.538 -2.073, OL8 Hollins 53.525 -2.120, OL9 Chadderton 53.545 -2.140, M35 Failsworth 53.505 -2.166
oxfordshire: OX1 Oxford 51.752 -1.256, OX3 Headington 51.760 -1.212, OX4 Cowley 51.733 -1.205, OX10 Wallingford 51.600 -1.125, OX11 Didcot 51.609 -1.242, OX12 Wantage 51.588 -1.426, OX14 Abingdon 51.671 -1.283, OX16 Banbury 52.063 -1.342, OX26 Bicester 51.900 -1.154, OX28 Witney 51.784 -1.485, RG9 Henley-on-Thames 51.533 -0.900, OX7 Chipping Norton 51.941 -1.545
peterborough: PE1 Peterborough 52.574 -0.248, PE2 Orton 52.555 -0.270, PE3 Bretton 52.590 -0.290, PE4 Werrington 52.615 -0.270, PE6 Eye 52.600 -0.190
plymouth: PL1 Plymouth 50.372 -4.143, PL3 Peverell 50.390 -4.140, PL5 Ernesettle 50.410 -4.175, PL6 Derriford 50.418 -4.115, PL7 Plympton 50.391 -4.060, PL9 Plymstock 50.360 -4.090
portsmouth: PO1 Portsmouth 50.799 -1.091, PO2 North End 50.817 -1.082, PO4 Milton 50.793 -1.060, PO5 Southsea 50.784 -1.091, PO6 Cosham 50.845 -1.064
reading: RG1 Reading 51.456 -0.971, RG2 Whitley 51.434 -0.965, RG4 Caversham 51.470 -0.968, RG30 Tilehurst 51.454 -1.015
redbridge: IG1 Ilford 51.558 0.073, IG2 Gants Hill 51.577 0.066, IG3 Seven Kings 51.564 0.098, IG4 Redbridge 51.577 0.048, IG6 Hainault 51.603 0.100, E18 South Woodford 51.592 0.025
redcar-and-cleveland: TS10 Redcar 54.617 -1.060, TS6 Eston 54.559 -1.143, TS12 Saltburn-by-the-Sea 54.582 -0.974, TS13 Loftus 54.555 -0.895, TS14 Guisborough 54.535 -1.056
richmond-upon-thames: TW1 Twickenham 51.445 -0.338, TW2 Whitton 51.450 -0.358, TW9 Richmond 51.462 -0.306, TW10 Ham 51.438 -0.306, TW11 Teddington 51.422 -0.331, TW12 Hampton 51.413 -0.367, SW13 Barnes 51.474 -0.248, SW14 Mortlake 51.465 -0.264
rochdale: OL10 Heywood 53.592 -2.219, OL11 Castleton 53.593 -2.178, OL12 Whitworth Road 53.628 -2.158, OL15 Littleborough 53.644 -2.096, OL16 Rochdale 53.618 -2.155, M24 Middleton 53.550 -2.200
rotherham: S60 Rotherham 53.430 -1.357, S61 Kimberworth 53.437 -1.395, S62 Rawmarsh 53.461 -1.344, S63 Wath upon Dearne 53.503 -1.346, S65 Dalton 53.435 -1.330, S66 Maltby 53.417 -1.200
rutland: LE15 Oakham 52.667 -0.733
salford: M3 Salford 53.488 -2.290, M5 Ordsall 53.478 -2.280, M6 Pendleton 53.494 -2.284, M7 Broughton 53.505 -2.257, M27 Swinton 53.500 -2.350, M28 Worsley 53.501 -2.381, M30 Eccles 53.483 -2.333, M44 Irlam 53.443 -2.423, M38 Little Hulton 53.533 -2.417
sandwell: B66 Smethwick 52.493 -1.967, B69 Oldbury 52.500 -2.017, B70 West Bromwich 52.519 -1.994, B71 Hill Top 52.535 -2.010, DY4 Tipton 52.530 -2.068, WS10 Wednesbury 52.551 -2.024, B65 Rowley Regis 52.483 -2.044
sefton: L20 Bootle 53.467 -3.017, L21 Litherland 53.470 -2.998, L22 Waterloo 53.476 -3.028, L23 Crosby 53.487 -3.035, L31 Maghull 53.516 -2.941, L37 Formby 53.558 -3.070, PR8 Southport 53.646 -3.010
sheffield: S1 Sheffield 53.383 -1.466, S2 Manor 53.370 -1.440, S5 Firth Park 53.420 -1.454, S6 Hillsborough 53.407 -1.503, S7 Nether Edge 53.358 -1.490, S8 Woodseats 53.341 -1.477, S10 Broomhill 53.378 -1.508, S11 Ecclesall 53.361 -1.509, S13 Handsworth 53.374 -1.385, S20 Mosborough 53.331 -1.360, S35 Chapeltown 53.465 -1.472
shropshire: SY1 Shrewsbury 52.710 -2.752, SY11 Oswestry 52.862 -3.055, SY13 Whitchurch 52.967 -2.683, SY8 Ludlow 52.374 -2.713, SY6 Church Stretton 52.538 -2.801, TF9 Market Drayton 52.905 -2.490, WV16 Bridgnorth 52.537 -2.420
slough: SL1 Slough 51.509 -0.595, SL2 Britwell 51.530 -0.620, SL3 Langley 51.507 -0.550
solihull: B91 Solihull 52.414 -1.781, B90 Shirley 52.411 -1.820, B92 Olton 52.438 -1.800, B36 Castle Bromwich 52.505 -1.785, B37 Chelmsley Wood 52.477 -1.735, B93 Knowle 52.383 -1.733, CV7 Balsall Common 52.392 -1.650
somerset: TA1 Taunton 51.015 -3.103, TA2 Priorswood 51.028 -3.092, TA6 Bridgwater 51.128 -3.004, TA8 Burnham-on-Sea 51.239 -2.998, TA21 Wellington 50.978 -3.224, TA24 Minehead 51.205 -3.483, BA4 Shepton Mallet 51.190 -2.547, BA5 Wells 51.208 -2.649, BA6 Glastonbury 51.147 -2.721, BA11 Frome 51.228 -2.322, BA20 Yeovil 50.942 -2.632, TA20 Chard 50.873 -2.966
south-gloucestershire: BS15 Kingswood 51.462 -2.507, BS16 Mangotsfield 51.488 -2.504, BS30 Warmley 51.459 -2.477, BS32 Bradley Stoke 51.530 -2.545, BS34 Patchway 51.533 -2.567, BS35 Thornbury 51.609 -2.520, BS37 Yate 51.541 -2.418
south-tyneside: NE31 Hebburn 54.973 -1.515, NE32 Jarrow 54.980 -1.484, NE33 South Shields 54.999 -1.432, NE34 Harton 54.972 -1.410, NE36 Boldon Colliery 54.946 -1.460
southampton: SO14 Southampton 50.904 -1.404, SO15 Shirley 50.922 -1.430, SO16 Bassett 50.938 -1.410, SO17 Portswood 50.926 -1.393, SO18 Bitterne 50.918 -1.358, SO19 Woolston 50.898 -1.370
southend-on-sea: SS0 Westcliff-on-Sea 51.544 0.692, SS1 Thorpe Bay 51.536 0.765, SS2 Southend-on-Sea 51.538 0.714, SS9 Leigh-on-Sea 51.543 0.649, SS3 Shoeburyness 51.535 0.795
southwark: SE1 Bermondsey 51.498 -0.080, SE5 Camberwell 51.474 -0.094, SE15 Peckham 51.474 -0.070, SE16 Rotherhithe 51.498 -0.052, SE17 Walworth 51.488 -0.093, SE21 Dulwich 51.445 -0.086, SE22 East Dulwich 51.454 -0.071
st-helens: WA10 St Helens 53.450 -2.733, WA9 Sutton 53.435 -2.710, WA11 Haydock 53.467 -2.682, WA12 Newton-le-Willows 53.450 -2.600, L34 Rainhill 53.416 -2.766
staffordshire: ST16 Stafford 52.805 -2.116, ST5 Newcastle under Lyme 53.000 -2.233, ST13 Leek 53.104 -2.022, ST14 Uttoxeter 52.898 -1.865, ST15 Stone 52.906 -2.154, DE14 Burton upon Trent 52.807 -1.643, WS11 Cannock 52.690 -2.031, WS13 Lichfield 52.682 -1.825, B77 Tamworth 52.634 -1.696, WS15 Rugeley 52.759 -1.937, ST10 Cheadle 52.983 -1.983
stockport: SK1 Stockport 53.410 -2.158, SK2 Offerton 53.398 -2.125, SK4 Heaton Moor 53.422 -2.185, SK6 Marple 53.395 -2.063, SK7 Bramhall 53.358 -2.165, SK8 Cheadle 52.983 -1.983, SK5 Reddish 53.438 -2.161
stockton-on-tees: TS18 Stockton-on-Tees 54.568 -1.319, TS15 Yarm 54.504 -1.358, TS17 Thornaby 54.553 -1.302, TS19 Fairfield 54.565 -1.350, TS20 Norton 54.590 -1.315, TS23 Billingham 54.589 -1.290, TS16 Eaglescliffe 54.525 -1.350
stoke-on-trent: ST1 Hanley 53.025 -2.176, ST3 Longton 52.988 -2.135, ST4 Stoke-on-Trent 53.004 -2.185, ST6 Burslem 53.046 -2.197, ST2 Bucknall 53.027 -2.140
suffolk: IP1 Ipswich 52.059 1.155, IP3 Gainsborough 52.040 1.180, IP11 Felixstowe 51.964 1.351, IP12 Woodbridge 52.093 1.320, IP14 Stowmarket 52.189 0.998, IP33 Bury St Edmunds 52.246 0.711, IP28 Mildenhall 52.344 0.511, NR32 Lowestoft 52.475 1.752, CO10 Sudbury 52.039 0.731, CB9 Haverhill 52.082 0.439, CB8 Newmarket 52.245 0.404
sunderland: SR1 Sunderland 54.905 -1.382, SR2 Ryhope 54.868 -1.370, SR4 Pallion 54.910 -1.425, SR5 Southwick 54.923 -1.405, SR6 Roker 54.925 -1.368, NE37 Washington 54.900 -1.517, DH4 Houghton-Le-Spring 54.840 -1.464, DH5 Hetton-Le-Hole 54.817 -1.450
surrey: GU1 Guildford 51.235 -0.574, GU2 Stoughton 51.249 -0.590, GU7 Godalming 51.186 -0.615, GU9 Farnham 51.214 -0.801, GU15 Camberley 51.337 -0.743, GU21 Woking 51.319 -0.559, KT12 Walton-on-Thames 51.387 -0.413, KT13 Weybridge 51.372 -0.460, KT18 Epsom 51.331 -0.270, KT22 Leatherhead 51.297 -0.334, RH1 Redhill 51.240 -0.170, RH2 Reigate 51.237 -0.206, RH4 Dorking 51.232 -0.334, RH8 Oxted 51.257 -0.006, TW18 Staines-upon-Thames 51.433 -0.511
sutton: SM1 Sutton 51.350 -0.200, SM2 Belmont 51.345 -0.198, SM3 Cheam 51.361 -0.215, SM5 Carshalton 51.368 -0.168, SM6 Wallington 51.364 -0.154
swindon: SN1 Swindon 51.558 -1.781, SN2 Moredon 51.580 -1.795, SN3 Stratton St Margaret 51.586 -1.762, SN5 West Swindon 51.563 -1.830, SN25 Haydon Wick 51.598 -1.800, SN6 Highworth 51.631 -1.711
tameside: OL5 Mossley 53.515 -2.035, OL6 Ashton-under-Lyne 53.489 -2.099, OL7 Guide Bridge 53.475 -2.110, SK14 Hyde 53.451 -2.079, SK15 Stalybridge 53.484 -2.059, SK16 Dukinfield 53.475 -2.088, M34 Denton 53.457 -2.118, M43 Droylsden 53.480 -2.145
telford-and-wrekin: TF1 Wellington 52.701 -2.517, TF2 Oakengates 52.695 -2.450, TF3 Telford 52.677 -2.449, TF4 Dawley 52.664 -2.466, TF7 Madeley 52.633 -2.433, TF10 Newport 52.767 -2.377
thurrock: RM15 South Ockendon 51.508 0.283, RM16 Chafford Hundred 51.486 0.296, RM17 Grays 51.476 0.325, RM18 Tilbury 51.462 0.359, RM19 Purfleet 51.483 0.238, SS17 Stanford-le-Hope 51.523 0.434
torbay: TQ1 Torquay 50.462 -3.525, TQ2 Chelston 50.466 -3.550, TQ3 Paignton 50.436 -3.568, TQ4 Goodrington 50.424 -3.565, TQ5 Brixham 50.394 -3.516
tower-hamlets: E1 Whitechapel 51.517 -0.061, E2 Bethnal Green 51.527 -0.061, E3 Bow 51.528 -0.022, E14 Poplar 51.511 -0.016
trafford: M32 Stretford 53.450 -2.317, M33 Sale 53.425 -2.324, M41 Urmston 53.449 -2.354, M31 Partington 53.419 -2.428, WA14 Altrincham 53.388 -2.348, WA15 Hale 53.378 -2.333
wakefield: WF1 Wakefield 53.683 -1.498, WF2 Sandal 53.660 -1.490, WF4 Horbury 53.661 -1.560, WF5 Ossett 53.680 -1.580, WF6 Normanton 53.700 -1.417, WF8 Pontefract 53.691 -1.313, WF9 Hemsworth 53.613 -1.354, WF10 Castleford 53.726 -1.363, WF11 Knottingley 53.708 -1.256
walsall: WS1 Walsall 52.585 -1.984, WS2 Pleck 52.580 -2.000, WS3 Bloxwich 52.618 -2.004, WS8 Brownhills 52.633 -1.933, WS9 Aldridge 52.605 -1.917, WV13 Willenhall 52.585 -2.059, WV12 Short Heath 52.608 -2.045
waltham-forest: E4 Chingford 51.630 0.001, E10 Leyton 51.560 -0.008, E11 Leytonstone 51.569 0.008, E17 Walthamstow 51.591 -0.021
wandsworth: SW11 Battersea 51.475 -0.155, SW12 Balham 51.450 -0.151, SW15 Putney 51.461 -0.218, SW17 Tooting 51.430 -0.166, SW18 Wandsworth 51.458 -0.208
warrington: WA1 Warrington 53.393 -2.580, WA2 Orford 53.405 -2.585, WA3 Birchwood 53.414 -2.527, WA4 Stockton Heath 53.371 -2.580, WA5 Great Sankey 53.392 -2.640, WA13 Lymm 53.381 -2.478
warwickshire: CV34 Warwick 52.283 -1.583, CV21 Rugby 52.371 -1.264, CV8 Kenilworth 52.350 -1.583, CV9 Atherstone 52.575 -1.547, CV11 Nuneaton 52.523 -1.465, CV12 Bedworth 52.479 -1.469, CV31 Leamington 52.283 -1.525, CV37 Stratford-upon-Avon 52.192 -1.707, B49 Alcester 52.217 -1.867
west-berkshire: RG14 Newbury 51.401 -1.325, RG17 Hungerford 51.415 -1.516, RG18 Thatcham 51.404 -1.260, RG31 Calcot 51.447 -1.040, RG7 Burghfield 51.414 -1.045
west-northamptonshire: NN1 Northampton 52.250 -0.883, NN3 Weston Favell 52.258 -0.830, NN4 Wootton 52.203 -0.888, NN5 Duston 52.246 -0.943, NN11 Daventry 52.257 -1.161, NN12 Towcester 52.134 -0.991, NN13 Brackley 52.033 -1.150
west-sussex: PO19 Chichester 50.837 -0.780, PO21 Bognor Regis 50.782 -0.680, BN11 Worthing 50.818 -0.375, BN17 Littlehampton 50.811 -0.541, BN43 Shoreham-by-Sea 50.834 -0.274, RH10 Crawley 51.113 -0.183, RH12 Horsham 51.063 -0.328, RH16 Haywards Heath 50.998 -0.103, RH19 East Grinstead 51.124 -0.006, RH15 Burgess Hill 50.958 -0.133, GU29 Midhurst 50.986 -0.740
westminster: SW1P Victoria 51.496 -0.142, SW1V Pimlico 51.490 -0.138, W1U Marylebone 51.518 -0.149, W2 Paddington 51.515 -0.177, W9 Maida Vale 51.527 -0.190, NW8 St John's Wood 51.531 -0.172
westmorland-and-furness: LA9 Kendal 54.327 -2.748, LA12 Ulverston 54.196 -3.096, LA13 Roose 54.114 -3.198, LA14 Barrow in Furness 54.113 -3.228, LA22 Ambleside 54.433 -2.962, LA23 Windermere 54.381 -2.907, CA10 Shap 54.531 -2.676, CA11 Penrith 54.666 -2.758, CA16 Appleby-in-Westmorland 54.577 -2.490
wigan: WN1 Wigan 53.543 -2.637, WN2 Hindley 53.533 -2.583, WN3 Ince 53.535 -2.620, WN4 Ashton in Makerfield 53.483 -2.650, WN5 Pemberton 53.536 -2.673, WN7 Leigh 53.496 -2.520, M29 Tyldesley 53.514 -2.468, M46 Atherton 53.524 -2.494
wiltshire: BA14 Trowbridge 51.319 -2.209, BA12 Warminster 51.204 -2.179, BA13 Westbury 51.260 -2.188, SN10 Devizes 51.351 -1.994, SN12 Melksham 51.373 -2.140, SN13 Corsham 51.434 -2.184, SN14 Chippenham 51.460 -2.125, SN8 Marlborough 51.420 -1.729, SP1 Salisbury 51.069 -1.796, SP4 Amesbury 51.175 -1.781, SN11 Calne 51.439 -2.006
windsor-and-maidenhead: SL4 Windsor 51.483 -0.600, SL5 Ascot 51.411 -0.675, SL6 Maidenhead 51.523 -0.720
wirral: CH41 Birkenhead 53.393 -3.015, CH42 Tranmere 53.374 -3.013, CH44 Wallasey 53.423 -3.065, CH46 Moreton 53.400 -3.117, CH47 Hoylake 53.390 -3.181, CH49 Upton 53.385 -3.099, CH60 Heswall 53.327 -3.096, CH62 Bromborough 53.349 -2.979, CH63 Bebington 53.350 -3.017
wokingham: RG5 Woodley 51.450 -0.883, RG6 Earley 51.441 -0.924, RG10 Twyford 51.475 -0.860, RG40 Wokingham 51.411 -0.836, RG41 Winnersh 51.427 -0.880
wolverhampton: WV1 Wolverhampton 52.585 -2.123, WV3 Finchfield 52.578 -2.170, WV4 Penn 52.560 -2.150, WV6 Tettenhall 52.599 -2.169, WV10 Low Hill 52.610 -2.110, WV11 Wednesfield 52.596 -2.085, WV14 Bilston 52.566 -2.074
worcestershire: WR1 Worcester 52.189 -2.220, WR5 St Peters 52.171 -2.205, WR9 Droitwich 52.267 -2.150, WR10 Pershore 52.112 -2.076, WR11 Evesham 52.092 -1.949, WR14 Great Malvern 52.112 -2.325, DY10 Kidderminster 52.388 -2.250, DY13 Stourport-on-Severn 52.340 -2.280, B60 Bromsgrove 52.336 -2.060, B97 Redditch 52.306 -1.946
york: YO1 York 53.958 -1.083, YO10 Fulford 53.940 -1.070, YO23 Bishopthorpe 53.919 -1.099, YO24 Acomb 53.953 -1.125, YO26 Upper Poppleton 53.979 -1.152, YO31 Heworth 53.968 -1.055, YO32 Haxby 54.014 -1.071
`.trim().split("\n").flatMap((line) => {
	const [council = "", places = ""] = line.split(": ");
	return places.split(", ").map((place) => {
		const words = place.split(" ");
		const [lat, lon] = words.slice(-2).map(Number);
		return {
			code: words[0] ?? "",
			town: words.slice(1, -2).join(" "),
			lat: lat ?? NaN,
			lon: lon ?? NaN,
			councilId: council
		};
	});
});
// ../../swt-freeze-G0nL73/src/core/search/words.ts
var PLAIN = /^[\u0020-\u007e\s]*$/;
var PLAIN_WORD = /[a-z0-9]+(?:&[a-z0-9]+)*/g;
var ANY_WORD = /[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu;
var APOSTROPHE = /['\u2018\u2019\u02bc`\u00b4]/g;
/** Letters that no Unicode decomposition turns into plain ones. */
var LETTERS = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	đ: "d",
	ð: "d",
	ł: "l",
	þ: "th",
	ı: "i"
};
/**
* Folds text to the form in which words are compared.
*
* Lower case, no diacritics, no apostrophes ("O’Brien" is "obrien"). Rule Q2.
*/
function fold(text) {
	const bare = text.toLowerCase().replace(APOSTROPHE, "");
	if (PLAIN.test(bare)) return bare;
	return bare.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter).replace(APOSTROPHE, "");
}
/** Splits text into folded words; `&` inside a word holds it together ("r&a"). Rule Q2. */
function wordsOf(text) {
	const folded = fold(text);
	return folded.match(PLAIN.test(folded) ? PLAIN_WORD : ANY_WORD) ?? [];
}
// ../../swt-freeze-G0nL73/src/core/search/places.ts
var SUGGESTIONS = 8;
/**
* Builds the places of England: towns, councils, outward codes and regions. Rule Q21.
*
* Where one name means several places a council wins, then an outward code, then a
* region, then the first town; the label says which one it is.
*/
function createPlaces() {
	const councilNames = new Map(COUNCILS.map((council) => [council.id, council.name]));
	const entries = [
		...COUNCILS.map((each) => entry(0, each.name, each.name, each)),
		...OUTCODES.map((each) => entry(1, each.code, `${each.code} ${each.town}`, each)),
		...regions(),
		...PLACES.map((each) => {
			const council = councilNames.get(each.councilId);
			const label = council && council !== each.name ? `${each.name}, ${council}` : each.name;
			return entry(3, each.name, label, each);
		})
	].sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : a.kind - b.kind);
	const byKey = /* @__PURE__ */ new Map();
	for (const each of entries) if (!byKey.has(each.key)) byKey.set(each.key, each);
	return {
		suggest(text) {
			const key = wordsOf(text).join(" ");
			if (key === "") return [];
			const found = [];
			const labels = /* @__PURE__ */ new Set();
			for (let i = firstFrom(entries, key); i < entries.length; i += 1) {
				const each = entries[i];
				if (!each?.key.startsWith(key) || found.length === SUGGESTIONS) break;
				if (!labels.has(each.label)) found.push(each);
				labels.add(each.label);
			}
			return found.map(({ label, lat, lon }) => ({
				label,
				lat,
				lon
			}));
		},
		resolve(words) {
			const found = byKey.get(words);
			return found ? {
				label: found.label,
				lat: found.lat,
				lon: found.lon
			} : null;
		},
		isOutcode: (word) => byKey.get(word)?.kind === 1
	};
}
var entry = (kind, name, label, point) => ({
	key: wordsOf(name).join(" "),
	kind,
	label,
	lat: point.lat,
	lon: point.lon
});
/** A region's point is the middle of its councils: good enough to start a circle from. */
function regions() {
	return [...Map.groupBy(COUNCILS, (council) => council.region)].map(([region, councils]) => {
		const mean = (of) => councils.reduce((sum, council) => sum + of(council), 0) / councils.length;
		return entry(2, region, region, {
			lat: mean((council) => council.lat),
			lon: mean((council) => council.lon)
		});
	});
}
function firstFrom(entries, key) {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if ((entries[middle]?.key ?? "") < key) low = middle + 1;
		else high = middle;
	}
	return low;
}
// ../../swt-freeze-G0nL73/src/core/search/distance.ts
/** Mean radius of the earth in miles. */
var EARTH_MILES = 3958.7613;
var RADIANS = Math.PI / 180;
/** Turns degrees into a unit vector. */
function unitVector(lat, lon) {
	const flat = Math.cos(lat * RADIANS);
	return [
		Math.fround(flat * Math.cos(lon * RADIANS)),
		Math.fround(flat * Math.sin(lon * RADIANS)),
		Math.fround(Math.sin(lat * RADIANS))
	];
}
/** Squared straight line through the earth between two points, in earth radii. */
function squaredChord(a, b) {
	const x = a[0] - b[0];
	const y = a[1] - b[1];
	const z = a[2] - b[2];
	return x * x + y * y + z * z;
}
/** Great-circle miles of a squared chord. */
function milesOfChord(squared) {
	return 2 * EARTH_MILES * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}
/** The squared chord that spans so many great-circle miles; the inverse of `milesOfChord`. */
function chordOfMiles(miles) {
	const half = Math.sin(Math.min(miles / EARTH_MILES, Math.PI) / 2);
	return 4 * half * half;
}
/** Great-circle miles between two points; the one distance of the product. Rule Q20. */
function milesBetween(a, b) {
	return milesOfChord(squaredChord(a, b));
}
// ../../swt-freeze-G0nL73/src/core/data/bank-holidays.ts
/** The first and last year whose bank holidays are built in. */
var BANK_HOLIDAY_YEARS = {
	first: 2024,
	last: 2028
};
var iso = (year, month, day) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
/** Monday is 0; day number 0 was a Thursday. */
var weekdayOf = (day) => (dayNumber(day) + 3) % 7;
var mondayFrom = (day) => addDays(day, (7 - weekdayOf(day)) % 7);
/**
* Returns Easter Sunday of a year of the Gregorian calendar.
*
* The anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, chapter 8).
*/
function easterSunday(year) {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const ofCentury = year % 100;
	const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
	const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
	const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - ofCentury % 4) % 7;
	const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
	const sum = epact + weekday - 7 * late + 114;
	return iso(year, Math.floor(sum / 31), sum % 31 + 1);
}
/**
* Returns the eight bank holidays of England and Wales in a year, in order.
*
* By the Banking and Financial Dealings Act 1971 and the yearly proclamations; a holiday
* on a weekend moves to the next free weekday. One-off holidays (a coronation) are not
* foreseen: none is proclaimed for the years built in.
*/
function bankHolidaysOf(year) {
	const easter = easterSunday(year);
	const christmas = nextWeekday(iso(year, 12, 25));
	const boxingDay = nextWeekday(iso(year, 12, 26));
	return [
		nextWeekday(iso(year, 1, 1)),
		addDays(easter, -2),
		addDays(easter, 1),
		mondayFrom(iso(year, 5, 1)),
		mondayFrom(iso(year, 5, 25)),
		mondayFrom(iso(year, 8, 25)),
		...christmas === boxingDay ? [boxingDay, addDays(boxingDay, 1)] : [christmas, boxingDay]
	];
}
/** The bank holidays of England and Wales in the years built in, in order. */
var BANK_HOLIDAYS = Array.from({ length: BANK_HOLIDAY_YEARS.last - BANK_HOLIDAY_YEARS.first + 1 }, (_, index) => bankHolidaysOf(BANK_HOLIDAY_YEARS.first + index)).flat();
/** The same as day numbers, as `workingDaysBetween` takes them. */
var BANK_HOLIDAY_NUMBERS = new Set(BANK_HOLIDAYS.map(dayNumber));
function nextWeekday(day) {
	const weekday = weekdayOf(day);
	return weekday < 5 ? day : dayFromNumber(dayNumber(day) + 7 - weekday);
}
/** Writes an id (a UUID) into four words at `at`. */
function writeKey(into, at, id) {
	let word = 0;
	let digits = 0;
	let slot = at;
	for (let i = 0; i < id.length; i += 1) {
		const code = id.charCodeAt(i);
		if (code === 45) continue;
		word = word << 4 | (code <= 57 ? code - 48 : (code & 95) - 55);
		digits += 1;
		if ((digits & 7) === 0) {
			into[slot] = word >>> 0;
			slot += 1;
			word = 0;
		}
	}
}
var hex$1 = (word) => word.toString(16).padStart(8, "0");
/** Reads the id whose four words start at `at`. */
function readKey(from, at) {
	const b = hex$1(from[at + 1] ?? 0);
	const c = hex$1(from[at + 2] ?? 0);
	return `${hex$1(from[at] ?? 0)}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${hex$1(from[at + 3] ?? 0)}`;
}
/** Compares two ids by their words: below 0, 0 or above 0, as their text would. */
function compareKeys(a, atA, b, atB) {
	for (let i = 0; i < 4; i += 1) {
		const difference = (a[atA + i] ?? 0) - (b[atB + i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
/** Finds an id among sorted keys; -1 when it is not there. */
function findKey(keys, wanted) {
	let low = 0;
	let high = keys.length / 4 - 1;
	while (low <= high) {
		const middle = low + high >>> 1;
		const order = compareKeys(keys, middle * 4, wanted, 0);
		if (order === 0) return middle;
		if (order < 0) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}
/** The district's words of an outward code in capitals, where it has one. */
var DISTRICT_BY_OUTCODE = new Map(Object.entries({
	fenland: [
		"PE13",
		"PE15",
		"PE16"
	],
	"high peak": [
		"SK13",
		"SK17",
		"SK22",
		"SK23"
	],
	"new forest": [
		"SO40",
		"SO41",
		"SO42",
		"SO43",
		"SO45",
		"BH24",
		"BH25"
	],
	tendring: [
		"CO11",
		"CO12",
		"CO13",
		"CO14",
		"CO15",
		"CO16"
	],
	thanet: [
		"CT7",
		"CT8",
		"CT9",
		"CT10",
		"CT11",
		"CT12"
	]
}).flatMap(([name, codes]) => codes.map((code) => [code, name.split(" ")])));
// ../../swt-freeze-G0nL73/src/contract/find-query.ts
/**
* The facets of Find, in screen order.
*
* The last two depend on this council's own work and on this device's journal, so the
* worker feeds them to the index; the others are columns of the pool.
*/
var FACET_IDS = [
	"availability",
	"specialism",
	"role",
	"region",
	"council",
	"register",
	"annotation",
	"employment",
	"hours",
	"practiceEducator",
	"caseSystem",
	"dbs",
	"heard",
	"ours",
	"shortlisted"
];
/** Availability as a time horizon from today (features.md 4.6). */
var AVAILABILITY_VALUES = [
	"now",
	"30_days",
	"60_days",
	"later",
	"not_known"
];
/** Whether anyone of any council has spoken to them. */
var HEARD_VALUES = [
	"unheard",
	"tried",
	"spoken"
];
/** What our own council has done. */
var OURS_VALUES = [
	"never",
	"tried",
	"spoken",
	"do_not_contact"
];
/** Whether they are on a shortlist of ours. */
var SHORTLISTED_VALUES = ["yes", "no"];
/** The named orders; every one is total, ties by id (features.md F12). */
var ORDERS = [
	"best_match",
	"nearest",
	"longest_unheard",
	"newest",
	"soonest_available",
	"recently_checked"
];
Type.Object({
	text: Type.String({ maxLength: 300 }),
	facets: Type.Partial(Type.Record(Type.Enum([...FACET_IDS]), Type.Array(Type.String({ maxLength: 60 })))),
	near: Type.Optional(Type.Object({
		label: Type.String({ maxLength: 80 }),
		lat: Type.Number(),
		lon: Type.Number(),
		radiusMiles: Type.Optional(Type.Number({
			minimum: 1,
			maximum: 500
		})),
		withinTheirLimit: Type.Boolean()
	})),
	order: Type.Enum([...ORDERS]),
	/** Also people who are paused, placed, or may not be contacted by us. */
	includeHidden: Type.Boolean()
});
/** A query that asks for nothing: everybody, the longest unheard first. */
var EVERYBODY = {
	text: "",
	facets: {},
	order: "longest_unheard",
	includeHidden: false
};
// ../../swt-freeze-G0nL73/src/contract/vocabulary-labels.ts
/**
* Words for the codes of `vocabulary.ts`, as a screen says them.
*
* Records, so that a code without words does not compile. Areas of work have their words
* in `core/data/specialisms.ts`; regions and case systems are their own words.
*/
var REGISTRATION_LABELS = {
	registered: "Registered",
	registered_conditions: "Registered with conditions",
	temporary: "Temporary registration",
	restoration_in_progress: "Restoration in progress",
	not_registered: "Not registered",
	lapsed: "Lapsed",
	voluntary_removal: "Left the register",
	suspended: "Suspended",
	interim_suspended: "Suspended (interim order)",
	other_uk_regulator: "Registered elsewhere in the UK"
};
/** Words for what the register notes beside a name. */
var ANNOTATION_LABELS = {
	AMHP: "Approved mental health professional (AMHP)",
	BIA: "Best interests assessor (BIA)"
};
/** Words for the level of work a person or vacancy is about. */
var ROLE_LABELS = {
	nqsw: "Newly qualified",
	social_worker: "Social worker",
	senior_social_worker: "Senior social worker",
	advanced_practitioner: "Advanced practitioner",
	team_manager: "Team manager",
	iro_cp_chair: "Reviewing officer or conference chair",
	service_manager: "Service manager",
	senior_manager: "Senior manager",
	specialist: "Specialist"
};
/** Words for kinds of contract. */
var EMPLOYMENT_LABELS = {
	permanent: "Permanent",
	fixed_term: "Fixed term",
	secondment: "Secondment",
	agency_locum: "Agency or locum",
	bank_casual: "Bank or casual",
	job_share: "Job share",
	sessional: "Sessional"
};
/** Words for working patterns. */
var HOURS_LABELS = {
	full_time: "Full time",
	part_time: "Part time",
	flexible: "Flexible",
	term_time: "Term time",
	evenings: "Evenings",
	weekends: "Weekends",
	nights_edt: "Nights or emergency duty",
	ad_hoc: "Now and then"
};
/** Words for the practice educator standard. */
var PRACTICE_EDUCATOR_LABELS = {
	none: "Not a practice educator",
	PEPS1: "Practice educator, stage 1",
	PEPS2: "Practice educator, stage 2",
	legacy: "Practice teacher (earlier award)"
};
/** Words for what a person said about their criminal record check: said, not proven. */
var DBS_LABELS = {
	enhanced_update_service: "Enhanced, on the update service",
	enhanced_under_3y: "Enhanced, under 3 years old",
	enhanced_over_3y: "Enhanced, over 3 years old",
	none: "None"
};
/** Words for ways of making contact. */
var CHANNEL_LABELS = {
	phone: "Phone call",
	voicemail: "Voicemail",
	sms: "Text message",
	email: "Email",
	video: "Video call",
	in_person: "In person",
	letter: "Letter",
	via_agency: "Through an agency",
	via_programme_team: "Through the programme team"
};
/** Words for what came of a contact. */
var OUTCOME_LABELS = {
	no_answer: "No answer",
	voicemail_left: "Left a message",
	engaged: "Engaged",
	wrong_number: "Wrong number",
	number_unobtainable: "Number not in use",
	email_sent: "Email sent",
	email_bounced: "Email came back",
	out_of_office: "Out of office reply",
	spoke_interested: "Interested",
	spoke_maybe_later: "Maybe later",
	spoke_needs_info: "Wants to know more",
	spoke_not_interested: "Not interested",
	callback_requested: "Asked to be called back",
	replied: "Replied",
	already_placed_elsewhere: "Already found work elsewhere",
	already_employed_here: "Already works for us",
	asked_not_to_be_contacted: "Asked not to be contacted",
	asked_to_be_removed: "Asked to be removed",
	registration_concern: "Concern about registration",
	deceased_or_incapacity_reported: "Died or cannot work (reported)",
	other: "Something else"
};
/** Words for the stages of a shortlist. */
var STAGE_LABELS = {
	new: "New",
	long_listed: "Long list",
	contacted: "Contacted",
	interested: "Interested",
	shortlisted: "Shortlisted",
	interview_arranged: "Interview arranged",
	interviewed: "Interviewed",
	reserve: "Reserve",
	offer_conditional: "Conditional offer",
	checks: "Checks",
	cleared: "Cleared",
	start_agreed: "Start agreed",
	placed: "In post",
	ended: "Ended",
	on_hold: "On hold",
	withdrawn: "Withdrew",
	declined: "Declined",
	not_suitable: "Not suitable",
	unreachable: "Could not be reached",
	placed_elsewhere: "Found work elsewhere"
};
// ../../swt-freeze-G0nL73/src/core/data/specialisms.ts
/** The 30 areas (domain.md 3.1), in the order of the contract. */
var SPECIALISMS = [
	{
		id: "front_door",
		label: "Front door / MASH",
		group: "children",
		weight: 5,
		synonyms: [
			"MASH",
			"contact and referral",
			"first response",
			"single point of access"
		]
	},
	{
		id: "assessment",
		label: "Referral, duty and assessment",
		group: "children",
		weight: 7,
		synonyms: [
			"R&A",
			"duty and assessment",
			"initial response",
			"single assessment"
		]
	},
	{
		id: "cin_cp",
		label: "Child in need and child protection",
		group: "children",
		weight: 14.5,
		synonyms: [
			"CIN",
			"CP",
			"s17",
			"s47",
			"safeguarding",
			"family safeguarding",
			"locality"
		]
	},
	{
		id: "court",
		label: "Court work and care proceedings",
		group: "children",
		weight: 2.5,
		synonyms: [
			"PLO",
			"pre-proceedings",
			"care proceedings",
			"s31",
			"court team"
		]
	},
	{
		id: "cla",
		label: "Children looked after",
		group: "children",
		weight: 6,
		synonyms: [
			"LAC",
			"CLA",
			"CIC",
			"children in care",
			"corporate parenting"
		]
	},
	{
		id: "leaving_care",
		label: "Care leavers",
		group: "children",
		weight: 2.5,
		synonyms: [
			"leaving care",
			"16+",
			"18+",
			"through care",
			"personal adviser"
		]
	},
	{
		id: "fostering",
		label: "Fostering and kinship",
		group: "children",
		weight: 6,
		synonyms: [
			"supervising social worker",
			"Form F",
			"SGO",
			"connected persons",
			"family placement"
		]
	},
	{
		id: "adoption",
		label: "Adoption and permanence",
		group: "children",
		weight: 3,
		synonyms: [
			"RAA",
			"PAR",
			"post adoption",
			"permanence"
		]
	},
	{
		id: "disabled_children",
		label: "Children with disabilities (0-25)",
		group: "children",
		weight: 2.5,
		synonyms: [
			"CWD",
			"DCT",
			"SEND",
			"EHCP",
			"short breaks"
		]
	},
	{
		id: "early_help",
		label: "Early help and family support",
		group: "children",
		weight: 1.5,
		synonyms: [
			"EH",
			"targeted support",
			"family hub",
			"TAF"
		]
	},
	{
		id: "exploitation",
		label: "Exploitation, missing and contextual safeguarding",
		group: "children",
		weight: 1,
		synonyms: [
			"CSE",
			"CCE",
			"county lines",
			"gangs"
		]
	},
	{
		id: "youth_justice",
		label: "Youth justice",
		group: "children",
		weight: .8,
		synonyms: [
			"YOT",
			"YJS",
			"YOS"
		]
	},
	{
		id: "uasc",
		label: "Unaccompanied asylum-seeking children",
		group: "children",
		weight: .7,
		synonyms: [
			"UASC",
			"age assessment",
			"asylum"
		]
	},
	{
		id: "reviewing_qa",
		label: "Reviewing, conferencing and quality assurance",
		group: "children",
		weight: 2,
		synonyms: [
			"IRO",
			"CP chair",
			"QA",
			"LADO",
			"auditing"
		]
	},
	{
		id: "older_people",
		label: "Older people",
		group: "adults",
		weight: 7,
		synonyms: [
			"OP",
			"65+",
			"dementia",
			"Care Act assessment"
		]
	},
	{
		id: "physical_disability",
		label: "Physical disability and sensory impairment",
		group: "adults",
		weight: 2.5,
		synonyms: [
			"PD",
			"PDSI",
			"sensory",
			"ABI"
		]
	},
	{
		id: "learning_disability",
		label: "Learning disability and autism",
		group: "adults",
		weight: 4.5,
		synonyms: [
			"LD",
			"CLDT",
			"transforming care",
			"autism"
		]
	},
	{
		id: "adult_mental_health",
		label: "Adult mental health (incl. AMHP)",
		group: "adults",
		weight: 7.5,
		synonyms: [
			"CMHT",
			"AMHP",
			"MHA",
			"s117",
			"OPMH",
			"EIP"
		]
	},
	{
		id: "hospital_discharge",
		label: "Hospital and discharge",
		group: "adults",
		weight: 4,
		synonyms: [
			"HDT",
			"D2A",
			"transfer of care",
			"IDT"
		]
	},
	{
		id: "reablement",
		label: "Reablement and intermediate care",
		group: "adults",
		weight: 1.2,
		synonyms: ["enablement", "short-term support"]
	},
	{
		id: "safeguarding_adults",
		label: "Safeguarding adults",
		group: "adults",
		weight: 2.5,
		synonyms: [
			"s42",
			"adult MASH",
			"SAB",
			"SOVA"
		]
	},
	{
		id: "mca_dols",
		label: "Mental capacity and DoLS (incl. BIA)",
		group: "adults",
		weight: 1.8,
		synonyms: [
			"MCA",
			"DoLS",
			"BIA",
			"LPS",
			"Court of Protection"
		]
	},
	{
		id: "transitions",
		label: "Preparing for adulthood",
		group: "adults",
		weight: .8,
		synonyms: [
			"transitions",
			"PFA",
			"14-25"
		]
	},
	{
		id: "adult_first_contact",
		label: "First contact and Care Act assessment",
		group: "adults",
		weight: 1.2,
		synonyms: [
			"ASC front door",
			"customer first",
			"reviews"
		]
	},
	{
		id: "edt",
		label: "Emergency duty (out of hours)",
		group: "cross",
		weight: 2.5,
		synonyms: [
			"EDT",
			"OOH",
			"out of hours"
		]
	},
	{
		id: "substance_da",
		label: "Substance misuse and domestic abuse",
		group: "cross",
		weight: 1.5,
		synonyms: [
			"D&A",
			"drugs and alcohol",
			"DA",
			"DV",
			"MARAC"
		]
	},
	{
		id: "education_training",
		label: "Practice education and training",
		group: "cross",
		weight: 3,
		synonyms: [
			"practice educator",
			"PEPS",
			"teaching",
			"ASYE assessor"
		]
	},
	{
		id: "management",
		label: "Management, commissioning and strategy",
		group: "cross",
		weight: 2.5,
		synonyms: [
			"team manager",
			"service manager",
			"commissioning"
		]
	},
	{
		id: "nrpf",
		label: "Families with no recourse to public funds",
		group: "cross",
		weight: .5,
		synonyms: ["NRPF"]
	},
	{
		id: "other_setting",
		label: "Voluntary, independent or health setting",
		group: "cross",
		weight: 2,
		synonyms: [
			"charity",
			"NHS trust",
			"CAFCASS",
			"IFA",
			"independent social worker"
		]
	}
];
new Map(SPECIALISMS.map((specialism) => [specialism.id, specialism]));
/**
* The 12 bars of the chart (domain.md 3.1); every area belongs to exactly one.
*
* A person counts once in each bar they hold, so bars add up to more than everybody.
*/
var EXPERTISE_GROUPS = [
	{
		id: "child_protection",
		label: "Child protection and children in need",
		specialisms: [
			"cin_cp",
			"court",
			"exploitation"
		]
	},
	{
		id: "front_door",
		label: "Front door and assessment",
		specialisms: [
			"front_door",
			"assessment",
			"early_help"
		]
	},
	{
		id: "looked_after",
		label: "Children looked after and care leavers",
		specialisms: [
			"cla",
			"leaving_care",
			"uasc"
		]
	},
	{
		id: "permanence",
		label: "Fostering, kinship and adoption",
		specialisms: ["fostering", "adoption"]
	},
	{
		id: "disabled_children",
		label: "Children with disabilities",
		specialisms: ["disabled_children"]
	},
	{
		id: "reviewing_qa",
		label: "Reviewing and quality assurance",
		specialisms: ["reviewing_qa"]
	},
	{
		id: "older_people",
		label: "Older people and physical disability",
		specialisms: [
			"older_people",
			"physical_disability",
			"adult_first_contact"
		]
	},
	{
		id: "learning_disability",
		label: "Learning disability and transitions",
		specialisms: ["learning_disability", "transitions"]
	},
	{
		id: "mental_health",
		label: "Adult mental health and AMHP",
		specialisms: ["adult_mental_health"]
	},
	{
		id: "hospital",
		label: "Hospital, discharge and reablement",
		specialisms: ["hospital_discharge", "reablement"]
	},
	{
		id: "safeguarding_adults",
		label: "Safeguarding adults, MCA and DoLS",
		specialisms: ["safeguarding_adults", "mca_dols"]
	},
	{
		id: "edt_other",
		label: "Emergency duty and other",
		specialisms: [
			"edt",
			"youth_justice",
			"substance_da",
			"education_training",
			"management",
			"nrpf",
			"other_setting"
		]
	}
];
// ../../swt-freeze-G0nL73/src/core/search/labels.ts
var listed = (values, labels) => new Map(values.map((value) => [value, labels[value]]));
var ownWords = (values) => new Map(values.map((each) => [each, each]));
/** Every facet's values in screen order, with their words. Councils: all that exist. */
var FACET_VALUES = {
	availability: listed(AVAILABILITY_VALUES, {
		now: "Now",
		"30_days": "Within 30 days",
		"60_days": "Within 60 days",
		later: "Later",
		not_known: "Not known"
	}),
	specialism: new Map(SPECIALISMS.map((area) => [area.id, area.label])),
	role: listed(ROLE_GROUPS, ROLE_LABELS),
	region: ownWords(REGIONS),
	council: new Map(COUNCILS.map((council) => [council.id, council.name])),
	register: listed(REGISTRATION_STATUSES, REGISTRATION_LABELS),
	annotation: listed(ANNOTATIONS, ANNOTATION_LABELS),
	employment: listed(EMPLOYMENT_TYPES, EMPLOYMENT_LABELS),
	hours: listed(HOURS_PATTERNS, HOURS_LABELS),
	practiceEducator: listed(PRACTICE_EDUCATOR, PRACTICE_EDUCATOR_LABELS),
	caseSystem: ownWords(CASE_SYSTEMS),
	dbs: listed(DBS_DECLARED, DBS_LABELS),
	heard: listed(HEARD_VALUES, {
		unheard: "Nobody has spoken to them",
		tried: "Tried, not reached",
		spoken: "Spoken to"
	}),
	ours: listed(OURS_VALUES, {
		never: "Never contacted by us",
		tried: "Tried by us",
		spoken: "Spoken to by us",
		do_not_contact: "Asked us not to contact them"
	}),
	shortlisted: listed(SHORTLISTED_VALUES, {
		yes: "On a shortlist",
		no: "Not on a shortlist"
	})
};
/** Words of a facet value; the code itself where it has none. */
function labelOf(facet, value) {
	return FACET_VALUES[facet].get(value) ?? value;
}
/** What people also type for a value, beside its label. */
var ALSO_TYPED = {
	nqsw: [
		"NQSW",
		"ASYE",
		"newly qualified social worker"
	],
	advanced_practitioner: ["consultant social worker"],
	iro_cp_chair: [
		"IRO",
		"independent reviewing officer",
		"CPC",
		"child protection chair"
	],
	agency_locum: ["agency", "locum"],
	bank_casual: ["bank", "casual"],
	nights_edt: ["EDT", "out of hours"],
	PEPS1: ["PEPS1"],
	PEPS2: ["PEPS2"],
	...Object.fromEntries(SPECIALISMS.map((area) => [area.id, area.synonyms]))
};
var ANNOTATION_WORDS = new Set(ANNOTATIONS.map((each) => each.toLowerCase()));
var searched = /* @__PURE__ */ new Map();
/**
* Folded words by which a facet value is found, one list a name. Rule Q1.
*
* "(incl. AMHP)" in the label of an area says nothing of a person, so the register's
* annotations are left out of areas: only people who hold one are found by its letters.
*/
function searchWords(facet, value) {
	const key = `${facet}:${value}`;
	const known = searched.get(key);
	if (known) return known;
	const names = [labelOf(facet, value).replace(/\s*\((incl\.|earlier)[^)]*\)/g, ""), ...ALSO_TYPED[value] ?? []].map(wordsOf).filter((words) => facet !== "specialism" || !words.some((each) => ANNOTATION_WORDS.has(each))).filter((words) => words.length > 0);
	searched.set(key, names);
	return names;
}
// ../../swt-freeze-G0nL73/src/core/search/projection.ts
/** Statuses of people who may not be contacted (domain.md section 2). */
var NOT_TO_BE_CONTACTED = /* @__PURE__ */ new Set(["suspended", "interim_suspended"]);
/** Days are kept in 16 bits: 2 January 1970 to 2149; 0 stands for "not known". */
var storedDay = (day) => Math.min(Math.max(dayNumber(day), 1), 65535);
/** Returns the person as the index keeps them. Rules Q1, Q2, Q16. */
function project(person) {
	const phone = (person.phone ?? "").replace(/\D/g, "");
	const { lat, lon } = person;
	return {
		id: person.id,
		fields: fieldsOf(person),
		facets: facetsOf(person),
		name: `${person.givenName} ${person.familyName}`.trim(),
		ref: person.ref,
		town: person.homeTown ?? "",
		primaryArea: person.primarySpecialism,
		status: person.registrationStatus,
		registration: Number(person.registrationNumber?.slice(2) ?? 0),
		phoneTail: Number(phone.slice(-9)),
		phoneDigits: Math.min(phone.length, 255),
		at: lat === void 0 || lon === void 0 ? null : unitVector(lat, lon),
		limitMiles: person.maxTravelMiles ?? 0,
		availableDay: person.availableFrom ? storedDay(person.availableFrom) : 0,
		checkedDay: person.registerCheckedOn ? storedDay(person.registerCheckedOn) : 0,
		interestDay: storedDay(londonDay(person.registeredInterestAt)),
		interestSeconds: Math.max(0, Math.floor(Date.parse(person.registeredInterestAt) / 1e3)),
		spoken: person.firstSpokenOn !== void 0,
		tried: person.lastTriedOn !== void 0,
		hidden: person.programmeState !== "active" || NOT_TO_BE_CONTACTED.has(person.registrationStatus)
	};
}
/**
* The words a person can be found by. Rule Q1.
*
* Languages are left out on purpose: they stand close to a protected characteristic
* and may be asked for only with a recorded reason (domain.md section 7).
*/
function fieldsOf(person) {
	const others = [
		...person.specialisms.filter((area) => area !== person.primarySpecialism).flatMap((area) => searchWords("specialism", area)),
		...searchWords("role", person.roleGroup),
		...person.homeTown ? [wordsOf(person.homeTown)] : [],
		...person.homeOutcode ? [wordsOf(person.homeOutcode), DISTRICT_BY_OUTCODE.get(person.homeOutcode) ?? []] : [],
		...person.homeCouncilId ? searchWords("council", person.homeCouncilId) : [],
		...person.region ? searchWords("region", person.region) : [],
		...person.annotations.flatMap((each) => searchWords("annotation", each)),
		...person.practiceEducator === "none" ? [] : searchWords("practiceEducator", person.practiceEducator),
		...person.employmentTypes.flatMap((each) => searchWords("employment", each)),
		...person.hours.flatMap((each) => searchWords("hours", each)),
		...person.caseSystems.flatMap((each) => searchWords("caseSystem", each)),
		...person.models.map(wordsOf),
		...person.summary ? [wordsOf(person.summary)] : []
	];
	const primary = searchWords("specialism", person.primarySpecialism);
	return [
		wordsOf(`${person.givenName} ${person.familyName}`),
		primary.flatMap((words, i) => i === 0 ? words : ["", ...words]),
		...others.filter((words) => words.length > 0).map((words) => [...words])
	];
}
function facetsOf(person) {
	const facets = [
		["role", person.roleGroup],
		["register", person.registrationStatus],
		["practiceEducator", person.practiceEducator]
	];
	const add = (facet, values) => {
		for (const value of new Set(values)) facets.push([facet, value]);
	};
	add("specialism", [person.primarySpecialism, ...person.specialisms]);
	add("annotation", person.annotations);
	add("employment", person.employmentTypes);
	add("hours", person.hours);
	add("caseSystem", person.caseSystems);
	if (person.region) facets.push(["region", person.region]);
	if (person.homeCouncilId) facets.push(["council", person.homeCouncilId]);
	if (person.dbsDeclared) facets.push(["dbs", person.dbsDeclared]);
	return facets;
}
// ../../swt-freeze-G0nL73/src/core/search/string-column.ts
/** Packs strings in the order given. */
function packStrings(strings) {
	const starts = new Uint32Array(strings.length + 1);
	let length = 0;
	let widest = 0;
	strings.forEach((string, i) => {
		length += string.length;
		starts[i + 1] = length;
		for (let c = 0; c < string.length; c += 1) widest = Math.max(widest, string.charCodeAt(c));
	});
	const text = widest < 256 ? new Uint8Array(length) : new Uint16Array(length);
	let at = 0;
	for (const string of strings) for (let c = 0; c < string.length; c += 1) text[at++] = string.charCodeAt(c);
	return {
		starts,
		text
	};
}
/** Returns the string at a place of the column. */
function stringAt(column, index) {
	const from = column.starts[index] ?? 0;
	const to = column.starts[index + 1] ?? from;
	let string = "";
	for (let i = from; i < to; i += 1) string += String.fromCharCode(column.text[i]);
	return string;
}
/**
* Finds the first place of a sorted column whose string is not below `wanted`.
*
* Compares by UTF-16 code units, the order of `<` on strings.
*/
function lowerBound(column, wanted) {
	let low = 0;
	let high = column.starts.length - 1;
	while (low < high) {
		const middle = low + high >>> 1;
		if (compareAt(column, middle, wanted) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** Returns the places `[from, to)` of the strings that begin with `prefix`. */
function prefixRange(column, prefix) {
	return [lowerBound(column, prefix), lowerBound(column, `${prefix}\uffff`)];
}
/** Returns the place of a string in a sorted column; -1 when it is not there. */
function indexOfString(column, wanted) {
	const at = lowerBound(column, wanted);
	return at < column.starts.length - 1 && compareAt(column, at, wanted) === 0 ? at : -1;
}
/** Bytes the column takes. */
function stringColumnBytes(column) {
	return column.starts.byteLength + column.text.byteLength;
}
function compareAt(column, index, wanted) {
	const from = column.starts[index] ?? 0;
	const length = (column.starts[index + 1] ?? from) - from;
	const shared = Math.min(length, wanted.length);
	for (let i = 0; i < shared; i += 1) {
		const difference = (column.text[from + i] ?? 0) - wanted.charCodeAt(i);
		if (difference !== 0) return difference;
	}
	return length - wanted.length;
}
/** Whether the string at a place begins with `prefix`. */
function beginsWithAt(column, index, prefix) {
	const from = column.starts[index] ?? 0;
	if ((column.starts[index + 1] ?? from) - from < prefix.length) return false;
	for (let i = 0; i < prefix.length; i += 1) if (column.text[from + i] !== prefix.charCodeAt(i)) return false;
	return true;
}
/** Length of the string at a place. */
function lengthAt(column, index) {
	return (column.starts[index + 1] ?? 0) - (column.starts[index] ?? 0);
}
/** Place of an id (as key words) in the segment while alive; -1 when it is not there. */
function placeOf(segment, key) {
	const place = findKey(segment.keys, key);
	return place >= 0 && isAlive(segment, place) ? place : -1;
}
/** Whether the person at a place has not been replaced or removed. */
function isAlive(segment, place) {
	return ((segment.alive[place >>> 5] ?? 0) >>> (place & 31) & 1) === 1;
}
/** The point of the person at a place; call only where `HAS_POINT` is set. */
function pointAt(segment, place) {
	const { points } = segment.columns;
	return [
		points[place * 3] ?? 0,
		points[place * 3 + 1] ?? 0,
		points[place * 3 + 2] ?? 0
	];
}
/** Reads a person back as they were put in: what a merge builds from. */
function projectionAt(segment, place, facets) {
	const { columns } = segment;
	const marks = columns.marks[place] ?? 0;
	return {
		id: readKey(segment.keys, place * 4),
		fields: fieldsAt(segment, place),
		facets,
		name: stringAt(segment.names, place),
		ref: stringAt(segment.refs, place),
		town: segment.towns[columns.town[place] ?? 0] ?? "",
		primaryArea: segment.primaryAreas[columns.primaryArea[place] ?? 0] ?? "",
		status: segment.statuses[columns.status[place] ?? 0] ?? "",
		registration: columns.registration[place] ?? 0,
		phoneTail: columns.phoneTail[place] ?? 0,
		phoneDigits: columns.phoneDigits[place] ?? 0,
		at: marks & 1 ? pointAt(segment, place) : null,
		limitMiles: columns.limitMiles[place] ?? 0,
		availableDay: columns.availableDay[place] ?? 0,
		checkedDay: columns.checkedDay[place] ?? 0,
		interestDay: columns.interestDay[place] ?? 0,
		interestSeconds: columns.interestSeconds[place] ?? 0,
		spoken: (marks & 2) !== 0,
		tried: (marks & 4) !== 0,
		hidden: (marks & 8) !== 0
	};
}
/** Facet values of every person of the segment, by place. */
function facetsByPlace(segment) {
	const places = Array.from({ length: segment.count }, () => []);
	for (const [facet, values] of segment.facets) for (const [value, bits] of values) {
		const pair = [facet, value];
		for (let word = 0; word < bits.length; word += 1) for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) places[(word << 5) + 31 - Math.clz32(rest & -rest)]?.push(pair);
	}
	return places;
}
/** Bytes the segment takes. */
function segmentBytes(segment) {
	let bytes = segment.keys.byteLength + segment.alive.byteLength;
	bytes += segment.postingStarts.byteLength + segment.postings.byteLength;
	bytes += segment.forwardStarts.byteLength + segment.forward.byteLength;
	for (const column of [
		segment.terms,
		segment.names,
		segment.refs
	]) bytes += stringColumnBytes(column);
	for (const column of Object.values({ ...segment.columns })) bytes += column.byteLength;
	for (const values of segment.facets.values()) for (const bits of values.values()) bytes += bits.byteLength;
	return bytes;
}
/** Folded words of the person at a place, by field. */
function fieldsAt(segment, place) {
	const fields = [];
	let field = [];
	const end = segment.forwardStarts[place + 1] ?? 0;
	for (let i = segment.forwardStarts[place] ?? 0; i < end; i += 1) {
		const code = segment.forward[i] ?? 0;
		if (code === 0) {
			fields.push(field);
			field = [];
		} else field.push(code === 1 ? "" : stringAt(segment.terms, code - 2));
	}
	return fields;
}
// ../../swt-freeze-G0nL73/src/core/search/overlay.ts
/** No work of ours. */
var NO_WORK = {
	ours: /* @__PURE__ */ new Map(),
	shortlisted: /* @__PURE__ */ new Map(),
	spokenLocally: /* @__PURE__ */ new Set()
};
/** Returns the horizon of a day somebody is available from. Rule Q15. */
function horizonOf(availableDay, today) {
	if (availableDay === 0) return "not_known";
	const days = availableDay - today;
	return days <= 0 ? "now" : days <= 30 ? "30_days" : days <= 60 ? "60_days" : "later";
}
/** Returns working days since a day as the overlay keeps them: plus 1, in 16 bits. */
function unheardOf(interestDay, today) {
	return Math.min(workingDaysBetweenNumbers(interestDay, today, BANK_HOLIDAY_NUMBERS) + 1, 65535);
}
/** Builds what lies over a segment today. */
function buildOverlay(segment, today, work) {
	const { columns, count } = segment;
	const words = segment.alive.length;
	const bitSets = (...values) => Object.fromEntries(values.map((value) => [value, new Uint32Array(words)]));
	const availability = bitSets("now", "30_days", "60_days", "later", "not_known");
	const heard = bitSets("unheard", "tried", "spoken");
	const ours = bitSets("never", "tried", "spoken", "do_not_contact");
	const shortlisted = bitSets("yes", "no");
	const hidden = new Uint32Array(words);
	const unheard = new Uint16Array(count);
	const day = dayNumber(today);
	const unheardSince = remembered((interestDay) => unheardOf(interestDay, day));
	const horizon = remembered((availableDay) => horizonOf(availableDay, day));
	for (let place = 0; place < count; place += 1) {
		const marks = columns.marks[place] ?? 0;
		set(availability[horizon(columns.availableDay[place] ?? 0)], place);
		set(marks & 2 ? heard.spoken : marks & 4 ? heard.tried : heard.unheard, place);
		if (marks & 8) set(hidden, place);
		if (!(marks & 2)) unheard[place] = unheardSince(columns.interestDay[place] ?? 0);
		set(ours.never, place);
		set(shortlisted.no, place);
	}
	const hear = (place, how) => {
		if (how === "tried" && has(heard.spoken, place)) return;
		for (const bits of Object.values(heard)) clear(bits, place);
		set(heard[how], place);
		if (how === "spoken") unheard[place] = 0;
	};
	for (const [place, done] of placesIn(segment, work.ours)) {
		clear(ours.never, place);
		set(ours[done], place);
		if (done === "do_not_contact") set(hidden, place);
		else hear(place, done);
	}
	for (const [place] of placesIn(segment, work.shortlisted)) {
		clear(shortlisted.no, place);
		set(shortlisted.yes, place);
	}
	for (const [place] of placesIn(segment, work.spokenLocally.entries())) hear(place, "spoken");
	const facets = Object.entries({
		availability,
		heard,
		ours,
		shortlisted
	}).map(([facet, sets]) => [facet, new Map(Object.entries(sets))]);
	return {
		today: day,
		work,
		facets: new Map(facets),
		hidden,
		unheard
	};
}
/** The people of a segment that an entry speaks of. */
function* placesIn(segment, entries) {
	const key = /* @__PURE__ */ new Uint32Array(4);
	for (const [id, value] of entries) {
		writeKey(key, 0, id);
		const place = placeOf(segment, key);
		if (place >= 0) yield [place, value];
	}
}
var set = (bits, place) => {
	bits[place >>> 5] = (bits[place >>> 5] ?? 0) | 1 << (place & 31);
};
var clear = (bits, place) => {
	bits[place >>> 5] = (bits[place >>> 5] ?? 0) & ~(1 << (place & 31));
};
var has = (bits, place) => (bits[place >>> 5] ?? 0) >>> (place & 31) & 1;
/** Days repeat among people, and counting working days walks the holidays. */
function remembered(of) {
	const values = [];
	return (day) => {
		const known = values[day];
		if (known !== void 0) return known;
		const value = of(day);
		values[day] = value;
		return value;
	};
}
/** Marks people of a posting list as met in one way; the name counts for whole words only. */
function markPostings(met, postings, range, how) {
	const flags = how === 8 ? 3 : 1;
	for (let i = range.from; i < range.to; i += 1) {
		const posting = postings[i];
		const place = posting >>> 2;
		met[place] = met[place] | how | (posting & flags) << 4;
	}
}
/**
* What the asks so far say of a person, in five bits: whole name (16), the weakest way
* (1 to 4) times 2, main area (1). 0 = an ask is not met. Rule Q22.
*/
var RANK_OF_MET = /* @__PURE__ */ new Uint8Array(64);
var JOINED = /* @__PURE__ */ new Uint8Array(2048);
for (let met = 1; met < 64; met += 1) {
	const ways = met & 15;
	if (ways === 0) continue;
	const way = ways & 8 ? 4 : ways & 4 ? 3 : ways & 2 ? 2 : 1;
	RANK_OF_MET[met] = (met & 32 ? 16 : 0) | way << 1 | (met & 16 ? 1 : 0);
}
for (let rank = 1; rank < 32; rank += 1) for (let met = 1; met < 64; met += 1) {
	const other = RANK_OF_MET[met];
	if (other === 0) continue;
	const way = Math.min(rank >>> 1 & 7, other >>> 1 & 7);
	JOINED[rank << 6 | met] = rank & other & 16 | way << 1 | (rank | other) & 1;
}
/** Turns the ways of a first ask into ranks. */
function firstRanks(ranks, met) {
	for (let i = 0; i < ranks.length; i += 1) ranks[i] = RANK_OF_MET[met[i]];
}
/** Joins the ways of one more ask to the ranks; who does not meet it drops to 0. */
function joinRanks(ranks, met) {
	for (let i = 0; i < ranks.length; i += 1) ranks[i] = JOINED[ranks[i] << 6 | met[i]];
}
/** Drops to 0 who meets an excluded ask. */
function dropMet(ranks, met) {
	for (let i = 0; i < ranks.length; i += 1) if (met[i] !== 0) ranks[i] = 0;
}
/** Clears the bits of people whose rank is 0. */
function keepRanked(bits, ranks) {
	for (let word = 0; word < bits.length; word += 1) {
		const first = word << 5;
		let kept = 0;
		for (let rest = bits[word]; rest !== 0; rest &= rest - 1) {
			const bit = rest & -rest;
			if (ranks[first + 31 - Math.clz32(bit)] !== 0) kept |= bit;
		}
		bits[word] = kept;
	}
}
/** Keeps in `bits` what is also in `other`. */
function intersect(bits, other) {
	for (let i = 0; i < bits.length; i += 1) bits[i] = bits[i] & other[i];
}
/** Removes from `bits` what is in `other`. */
function subtract(bits, other) {
	for (let i = 0; i < bits.length; i += 1) bits[i] = bits[i] & ~other[i];
}
/** Adds to `bits` what is in `other`. */
function unite(bits, other) {
	for (let i = 0; i < bits.length; i += 1) bits[i] = bits[i] | other[i];
}
/** Counts the ones of 32 bits. */
function ones(value) {
	const pairs = value - (value >>> 1 & 1431655765);
	const fours = (pairs & 858993459) + (pairs >>> 2 & 858993459);
	return Math.imul(fours + (fours >>> 4) & 252645135, 16843009) >>> 24;
}
/** Counts the ones of a bit set. */
function countBits(bits) {
	let count = 0;
	for (let i = 0; i < bits.length; i += 1) count += ones(bits[i]);
	return count;
}
/** Lists the words of a bit set that are not empty: a small result then counts fast. */
function fullWords(bits) {
	const words = new Uint32Array(bits.length);
	let length = 0;
	for (let i = 0; i < bits.length; i += 1) if (bits[i] !== 0) words[length++] = i;
	return words.subarray(0, length);
}
/** Counts who is in both sets; `words` are the words of `bits` that are not empty. */
function countShared(bits, words, other) {
	let count = 0;
	if (words.length === bits.length) {
		for (let i = 0; i < bits.length; i += 1) count += ones(bits[i] & other[i]);
		return count;
	}
	for (let i = 0; i < words.length; i += 1) {
		const word = words[i];
		const shared = bits[word] & other[word];
		if (shared !== 0) count += ones(shared);
	}
	return count;
}
/** Lists the places of a bit set in ascending order. */
function placesOf(bits, count) {
	const places = new Uint32Array(count);
	let length = 0;
	for (let word = 0; word < bits.length; word += 1) {
		const first = word << 5;
		for (let rest = bits[word]; rest !== 0; rest &= rest - 1) places[length++] = first + 31 - Math.clz32(rest & -rest);
	}
	return places;
}
/**
* Clears the bits of people outside a circle, or farther than they will travel.
*
* `limits` turns a stated limit in miles into a squared chord; 0 miles = not stated =
* kept. Rule Q20.
*/
function keepNear(bits, people, circle) {
	const { points, marks, limitMiles } = people;
	const { chord, hasPoint, limits } = circle;
	const [cx, cy, cz] = circle.centre;
	for (let word = 0; word < bits.length; word += 1) {
		const first = word << 5;
		let kept = 0;
		for (let rest = bits[word]; rest !== 0; rest &= rest - 1) {
			const bit = rest & -rest;
			const place = first + 31 - Math.clz32(bit);
			if ((marks[place] & hasPoint) === 0) continue;
			const x = points[place * 3] - cx;
			const y = points[place * 3 + 1] - cy;
			const z = points[place * 3 + 2] - cz;
			const squared = x * x + y * y + z * z;
			if (squared > chord) continue;
			if (limits !== null && squared > limits[limitMiles[place]]) continue;
			kept |= bit;
		}
		bits[word] = kept;
	}
}
/**
* Returns the places with the lowest keys, lowest first, ties in order of place.
*
* Asked for most of them: two passes of a radix sort. Asked for few: one pass that keeps
* only what is below the worst kept so far.
*/
function lowestFirst(places, keys, wanted) {
	if (wanted * 8 < places.length) return lowestFew(places, keys, wanted);
	const sorted = sortByKey({
		places,
		keys
	});
	return {
		places: sorted.places.subarray(0, wanted),
		keys: sorted.keys.subarray(0, wanted)
	};
}
function lowestFew(places, keys, wanted) {
	const room = Math.max(wanted * 4, 256);
	let kept = {
		places: new Uint32Array(room),
		keys: new Uint32Array(room)
	};
	let length = 0;
	let worst = Number.POSITIVE_INFINITY;
	for (let i = 0; i < places.length; i += 1) {
		const key = keys[i];
		if (key >= worst) continue;
		kept.places[length] = places[i];
		kept.keys[length] = key;
		length += 1;
		if (length < room) continue;
		kept = sortByKey(kept);
		length = wanted;
		worst = kept.keys[wanted - 1];
	}
	const last = sortByKey({
		places: kept.places.subarray(0, length),
		keys: kept.keys.subarray(0, length)
	});
	return {
		places: last.places.subarray(0, wanted),
		keys: last.keys.subarray(0, wanted)
	};
}
/** Below so many, a comparison sort beats clearing the counters of a radix sort. */
var FEW = 4096;
function sortByKey(unsorted) {
	const { length } = unsorted.keys;
	if (length <= FEW) {
		const joined = new Float64Array(length);
		for (let i = 0; i < length; i += 1) joined[i] = unsorted.keys[i] * FEW * 2 + i;
		joined.sort();
		const places = new Uint32Array(length);
		const keys = new Uint32Array(length);
		for (let i = 0; i < length; i += 1) {
			const from = joined[i] % (FEW * 2);
			places[i] = unsorted.places[from];
			keys[i] = unsorted.keys[from];
		}
		return {
			places,
			keys
		};
	}
	return radixPass(radixPass(unsorted, 0), 16);
}
function radixPass(from, shift) {
	const { length } = from.keys;
	const starts = /* @__PURE__ */ new Uint32Array(65537);
	for (let i = 0; i < length; i += 1) {
		const slot = (from.keys[i] >>> shift & 65535) + 1;
		starts[slot] = starts[slot] + 1;
	}
	for (let slot = 1; slot < starts.length; slot += 1) starts[slot] = starts[slot] + starts[slot - 1];
	const to = {
		places: new Uint32Array(length),
		keys: new Uint32Array(length)
	};
	for (let i = 0; i < length; i += 1) {
		const key = from.keys[i];
		const slot = key >>> shift & 65535;
		const at = starts[slot];
		to.places[at] = from.places[i];
		to.keys[at] = key;
		starts[slot] = at + 1;
	}
	return to;
}
// ../../swt-freeze-G0nL73/src/core/search/facets.ts
/** Facets whose list is too long to show the values nobody has. */
var ONLY_HELD = /* @__PURE__ */ new Set(["council"]);
/** Returns the choices of a query that limit anything. */
function choicesOf(query) {
	return new Map(FACET_IDS.flatMap((facet) => {
		const values = query.facets[facet];
		return values && values.length > 0 ? [[facet, values]] : [];
	}));
}
/** Returns who has which value of a facet in a segment. */
function valuesOf(segment, overlay, facet) {
	return overlay.facets.get(facet) ?? segment.facets.get(facet) ?? /* @__PURE__ */ new Map();
}
/** Returns, by chosen facet, who has any of its chosen values. */
function chosenBits(segment, overlay, choices) {
	return new Map([...choices].map(([facet, values]) => {
		const held = valuesOf(segment, overlay, facet);
		const bits = new Uint32Array(segment.alive.length);
		for (const value of values) {
			const having = held.get(value);
			if (having) unite(bits, having);
		}
		return [facet, bits];
	}));
}
/** Returns who of `bits` has a chosen value in every facet but one. */
function keepChosen(bits, chosen, butFor) {
	const kept = bits.slice();
	for (const [facet, having] of chosen) if (facet !== butFor) intersect(kept, having);
	return kept;
}
/** Adds up counts over segments. */
function facetCounter() {
	const counts = new Map(FACET_IDS.map((facet) => [facet, /* @__PURE__ */ new Map()]));
	return {
		/**
		* Counts one segment, disjunctively: `shown` has every choice applied, and a facet
		* with a choice of its own counts among those the other choices leave. Rule Q13.
		*/
		add(segment, overlay, found) {
			const { shown, withoutChoices, chosen } = found;
			const shownWords = fullWords(shown);
			for (const [facet, totals] of counts) {
				const isChosen = chosen.has(facet);
				const among = isChosen ? keepChosen(withoutChoices, chosen, facet) : shown;
				const words = isChosen ? fullWords(among) : shownWords;
				if (words.length === 0) continue;
				for (const [value, having] of valuesOf(segment, overlay, facet)) {
					const count = countShared(among, words, having);
					if (count > 0) totals.set(value, (totals.get(value) ?? 0) + count);
				}
			}
		},
		/** Every value of every facet in screen order; unknown values that were chosen last. */
		finish(choices) {
			const facets = {};
			for (const [facet, totals] of counts) {
				const chosen = choices.get(facet) ?? [];
				facets[facet] = [.../* @__PURE__ */ new Set([
					...FACET_VALUES[facet].keys(),
					...totals.keys(),
					...chosen
				])].map((value) => ({
					value,
					label: labelOf(facet, value),
					count: totals.get(value) ?? 0
				})).filter(({ value, count }) => count > 0 || !ONLY_HELD.has(facet) || chosen.includes(value));
			}
			return facets;
		}
	};
}
// ../../swt-freeze-G0nL73/src/core/search/typo.ts
/**
* Whether a term begins with the word once one letter is put right. Rule Q6.
*
* One letter wrong, missing, too many, or two neighbours swapped. A single slip can
* always be told at the first difference, so four looks from there are enough; the
* oracle does it by the full distance table.
*/
function beginsWithOneSlip(word, term, termLength) {
	let same = 0;
	while (same < word.length && same < termLength && word.charCodeAt(same) === term(same)) same += 1;
	if (same === word.length) return true;
	const restIs = (fromWord, fromTerm) => {
		if (fromTerm + word.length - fromWord > termLength) return false;
		for (let i = fromWord; i < word.length; i += 1) if (word.charCodeAt(i) !== term(fromTerm + i - fromWord)) return false;
		return true;
	};
	return restIs(same + 1, same + 1) || restIs(same + 1, same) || restIs(same, same + 1) || same + 1 < word.length && same + 1 < termLength && word.charCodeAt(same) === term(same + 1) && word.charCodeAt(same + 1) === term(same) && restIs(same + 2, same + 2);
}
// ../../swt-freeze-G0nL73/src/core/search/why.ts
/** Facets whose chosen values are worth repeating on a row. */
var WORTH_SAYING = [
	"specialism",
	"annotation",
	"role",
	"employment",
	"hours",
	"practiceEducator",
	"caseSystem"
];
var MOST_REASONS = 4;
/** The main area of a person in words, without what the label only includes. */
function mainAreaWords(area) {
	return labelOf("specialism", area).replace(/\s*\(incl\.[^)]*\)/, "");
}
/**
* Says why a person is in the list: which asks they meet, else their main area. Rule Q31.
*
* `readiness` closes the sentence: "AMHP, child protection, ready now".
*/
function whyWords({ segment, overlay }, place, of) {
	const reasons = [];
	if (of.understood) {
		const { reading, query } = of.understood;
		const fields = reading.asks.length > 0 ? fieldsAt(segment, place) : [];
		const { registration, phoneTail, phoneDigits } = segment.columns;
		const numbers = {
			registration: String(registration[place] ?? 0),
			phone: String(phoneTail[place] ?? 0).padStart(Math.min(phoneDigits[place] ?? 0, 9), "0")
		};
		for (const ask of reading.asks) {
			const reason = askWords(ask, fields, numbers);
			if (reason) reasons.push(reason);
		}
		for (const [facet, values] of choicesOf(query)) {
			if (!WORTH_SAYING.includes(facet)) continue;
			const held = valuesOf(segment, overlay, facet);
			for (const value of values) if ((held.get(value)?.[place >>> 5] ?? 0) >>> (place & 31) & 1) reasons.push(labelOf(facet, value));
		}
	}
	if (reasons.length === 0) reasons.push(mainAreaWords(segment.primaryAreas[segment.columns.primaryArea[place] ?? 0] ?? ""));
	return upperFirst([...[...new Set(reasons.map(lowerFirst))].slice(0, MOST_REASONS), of.readiness].join(", "));
}
function askWords(ask, fields, numbers) {
	const found = ask.terms.flatMap((term) => termReason(term, fields, numbers) ?? []);
	found.sort((a, b) => a.distance - b.distance);
	return found[0]?.words ?? null;
}
function termReason(term, fields, numbers) {
	if (term.is === "ref") return {
		distance: 0,
		words: "reference"
	};
	if (term.is === "number") {
		if (term.registration > 0 && numbers.registration.startsWith(String(term.registration))) return {
			distance: 0,
			words: "registration number"
		};
		if (term.phone && numbers.phone.endsWith(term.digits.slice(-9))) return {
			distance: 0,
			words: "telephone number"
		};
		return {
			distance: 1,
			words: term.typed
		};
	}
	const whole = runIn(fields, term.words, (word, wanted) => word === wanted);
	if (whole) return {
		distance: 0,
		words: whole.field === 0 ? "name" : term.meaning?.term ?? term.typed
	};
	const begun = term.isPrefix && runIn(fields, term.words, (word, wanted) => word.startsWith(wanted));
	if (begun) return {
		distance: 1,
		words: begun.field === 0 ? "name" : begun.words
	};
	for (const { words, label } of term.meaning?.also ?? []) if (runIn(fields, words, (word, wanted) => word === wanted)) return {
		distance: 3,
		words: label
	};
	const slip = term.mayBeMistyped && runIn(fields, term.words, (word, wanted) => !/\d/.test(word) && beginsWithOneSlip(wanted, (i) => word.charCodeAt(i), word.length));
	return slip ? {
		distance: 2,
		words: slip.field === 0 ? "name" : slip.words
	} : null;
}
/** Finds a run of words in one field; all but the last must be equal. */
function runIn(fields, wanted, lastIs) {
	const last = wanted.length - 1;
	for (let field = 0; field < fields.length; field += 1) {
		const words = fields[field] ?? [];
		for (let at = 0; at + last < words.length; at += 1) {
			if (!lastIs(words[at + last] ?? "", wanted[last] ?? "")) continue;
			if (wanted.every((each, i) => i === last || words[at + i] === each)) return {
				field,
				words: words.slice(at, at + last + 1).join(" ")
			};
		}
	}
	return null;
}
/** "Child protection" inside a sentence, but "AMHP" and "PEPS1" as they are. */
var lowerFirst = (text) => /^\p{Lu}\p{Ll}[^\p{Lu}]*$/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
var upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);
// ../../swt-freeze-G0nL73/src/core/search/card.ts
/** Draws a person from the columns of the index alone (decision Q5). */
function drawCard(layer, place, understood, base) {
	const { segment, overlay } = layer;
	const { columns } = segment;
	const id = readKey(segment.keys, place * 4);
	const registration = columns.registration[place] ?? 0;
	const limit = columns.limitMiles[place] ?? 0;
	const unheard = overlay.unheard[place] ?? 0;
	const availableDay = columns.availableDay[place] ?? 0;
	const isReady = horizonOf(availableDay, overlay.today) === "now";
	const from = availableDay === 0 ? null : dayWords(availableDay);
	const near = understood?.near ?? base;
	const hasPoint = ((columns.marks[place] ?? 0) & 1) !== 0;
	return {
		id,
		name: stringAt(segment.names, place),
		ref: stringAt(segment.refs, place),
		registrationNumber: registration === 0 ? null : `SW${registration}`,
		why: whyWords(layer, place, {
			understood,
			readiness: isReady ? "ready now" : from ? `ready from ${from}` : "readiness not known"
		}),
		town: segment.towns[columns.town[place] ?? 0] || null,
		distanceMiles: near && hasPoint ? Math.round(milesBetween(unitVector(near.lat, near.lon), pointAt(segment, place))) : null,
		willTravelMiles: limit === 0 ? null : limit,
		availability: isReady ? "Ready now" : from ? `Ready from ${from}` : "Readiness not known",
		registrationStatus: segment.statuses[columns.status[place] ?? 0] ?? "",
		unheardDays: unheard === 0 ? null : unheard - 1,
		ours: overlay.work.ours.get(id) ?? "never",
		shortlistedFor: overlay.work.shortlisted.get(id) ?? []
	};
}
var MONTHS = "January February March April May June July August September October November December".split(" ");
/** "3 July 2026". */
function dayWords(day) {
	const [year, month, date] = dayFromNumber(day).split("-").map(Number);
	return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
// ../../swt-freeze-G0nL73/src/core/data/synonyms.ts
/** Group, term, expansion, equivalents, note (domain.md section 4). */
var TABLE = `
children|MASH|Multi-Agency Safeguarding Hub|front door;contact and referral;first response;single point of access;SPA;CART
children|EDT|Emergency Duty Team|out of hours;OOH;emergency duty service;night duty;EDS|also adults
children|CIN|Child in Need|section 17;s17;child in need team;locality team
children|CP|Child Protection|section 47;s47;safeguarding children;child protection plan|ambiguous: care plan
children|CPP|Child Protection Plan|CP plan
children|ICPC|Initial Child Protection Conference|CP conference
children|RCPC|Review Child Protection Conference|review conference
children|LAC|Looked After Child(ren)|CLA;CIC;children in care;looked after;corporate parenting
children|CLA|Child(ren) Looked After|LAC;CIC;children in care
children|CIC|Child(ren) in Care|LAC;CLA;looked after
children|LCT|Leaving Care Team|care leavers;16+;18+;through care;aftercare;care experienced
children|PA|Personal Adviser (care leavers)|young person's adviser;leaving care PA|ambiguous: personal assistant
children|UASC|Unaccompanied Asylum-Seeking Child(ren)|asylum;separated children;age assessment
children|SGO|Special Guardianship Order|special guardianship;kinship;connected persons
children|CAO|Child Arrangements Order|private law;residence order
children|EPO|Emergency Protection Order|police protection
children|PLO|Public Law Outline|pre-proceedings;care proceedings;court work;s31
children|FGC|Family Group Conference|FGDM;family group decision making;family network meeting
children|IRO|Independent Reviewing Officer|reviewing officer;LAC reviews
children|CPC|Child Protection Conference chair|CP chair;conference chair;child protection chair
children|LADO|Local Authority Designated Officer|designated officer;allegations management;position of trust
children|CAFCASS|Children and Family Court Advisory and Support Service|children's guardian;family court adviser;FCA
children|CSE|Child Sexual Exploitation|exploitation;contextual safeguarding;missing
children|CCE|Child Criminal Exploitation|county lines;exploitation;gangs
children|NRM|National Referral Mechanism|modern slavery;trafficking
children|YOT|Youth Offending Team|youth justice;YJS;YOS
children|YJS|Youth Justice Service|youth offending;YOT;YOS
children|SEND|Special Educational Needs and Disability|SEN;EHCP
children|EHCP|Education, Health and Care Plan|EHC plan;SEND
children|CWD|Children with Disabilities|disabled children;DCT;CDT;0-25
children|EH|Early Help|targeted support;family hub;family support;prevention
children|TAF|Team Around the Family|team around the child;TAC;lead professional
children|FSW|Family Support Worker|family practitioner;unqualified|not a registered role
children|R&A|Referral and Assessment|duty and assessment;assessment team;R&A;initial response;single assessment
children|CAMHS|Child and Adolescent Mental Health Services|children's mental health
children|SSW|Supervising Social Worker (fostering)|fostering;family placement;link worker|ambiguous: senior social worker
children|IFA|Independent Fostering Agency|fostering agency
children|RAA|Regional Adoption Agency|adoption;permanence;post adoption support
children|ADM|Agency Decision Maker|fostering panel;adoption panel
children|PAR|Prospective Adopter's Report|adoption assessment
children|Form F|Fostering assessment form (CoramBAAF)|fostering assessment;Form F assessor
children|PAMS|Parenting Assessment Manual|parenting assessment;ParentAssess
children|MARAC|Multi-Agency Risk Assessment Conference|domestic abuse;DA;DV
children|MAPPA|Multi-Agency Public Protection Arrangements|public protection
children|DA|Domestic Abuse|domestic violence;DV;IDVA;VAWG
children|LSCP|Local Safeguarding Children Partnership|LSCB;SSCP;safeguarding board
children|NRPF|No Recourse to Public Funds|NRPF team
children|ILACS|Inspection of LA Children's Services (Ofsted)|Ofsted
adults|ASC|Adult Social Care|adults;adult services|ambiguous: autistic spectrum condition
adults|AMHP|Approved Mental Health Professional|approved social worker;ASW;Mental Health Act assessment;AMHP duty;section 12
adults|BIA|Best Interests Assessor|DoLS assessor;AMCP
adults|AMCP|Approved Mental Capacity Professional|BIA;LPS|LPS not yet in force
adults|DoLS|Deprivation of Liberty Safeguards|BIA;LPS;deprivation of liberty;COPDOL
adults|LPS|Liberty Protection Safeguards|DoLS
adults|MCA|Mental Capacity Act|capacity assessment;best interests
adults|CoP|Court of Protection|deputyship;welfare application
adults|MHA|Mental Health Act|sectioning;MHAA;AMHP
adults|CMHT|Community Mental Health Team|adult mental health;recovery team;CMHRT
adults|OPMH|Older People's Mental Health|dementia;older adults mental health
adults|EIP|Early Intervention in Psychosis|EIT
adults|s117|Section 117 aftercare|s117;aftercare
adults|LD|Learning Disability|ALD;learning disabilities;LDD;transforming care
adults|CLDT|Community Learning Disability Team|LD;learning disability
adults|PD|Physical Disability|PDSI;physical and sensory|ambiguous: personality disorder
adults|SI|Sensory Impairment|sight loss;deaf services;deafblind;ROVI
adults|OP|Older People|older adults;OPPD;65+
adults|ABI|Acquired Brain Injury|brain injury
adults|s42|Section 42 safeguarding enquiry|safeguarding adults;adult safeguarding;SOVA
adults|SAB|Safeguarding Adults Board|adult safeguarding board
adults|MSP|Making Safeguarding Personal|adult safeguarding|ambiguous: managed service provider
adults|D2A|Discharge to Assess|hospital discharge;pathway 1;TOC;transfer of care
adults|HDT|Hospital Discharge Team|hospital social work;integrated discharge;IDT;hospital team
adults|START|Short-Term Assessment and Reablement Team|reablement;intermediate care;enablement;short-term support
adults|CHC|NHS Continuing Healthcare|continuing care;DST;decision support tool;FNC
adults|OT|Occupational Therapist / Therapy|occupational therapy|different regulator (HCPC)
adults|DP|Direct Payments|personal budget;PB;self-directed support
adults|PFA|Preparing for Adulthood|transitions;14-25;0-25
adults|CA|Care Act (2014) assessment|Care Act;eligibility;needs assessment|ambiguous: carer's assessment
adults|SMS|Substance Misuse Services|drugs and alcohol;D&A;DAT
adults|3C|Three Conversations|strengths-based;asset-based
role/regulation|SWE|Social Work England|regulator;registered
role/regulation|HCPC|Health and Care Professions Council|former regulator to Dec 2019
role/regulation|GSCC|General Social Care Council|former regulator to Jul 2012
role/regulation|NQSW|Newly Qualified Social Worker|ASYE;first year
role/regulation|ASYE|Assessed and Supported Year in Employment|NQSW
role/regulation|SW|Social Worker|case holder;practitioner;main grade;level 2
role/regulation|SSW|Senior Social Worker|senior practitioner;SP;level 3|ambiguous: supervising social worker
role/regulation|SP|Senior Practitioner|senior social worker;SSW
role/regulation|AP|Advanced Practitioner|consultant social worker;lead practitioner;APSW|ambiguous: alternative provision
role/regulation|ATM|Assistant Team Manager|deputy team manager;DTM;practice manager;practice supervisor
role/regulation|TM|Team Manager|first line manager;group manager
role/regulation|SM|Service Manager|group manager;operations manager
role/regulation|HoS|Head of Service|middle manager
role/regulation|AD|Assistant Director|senior manager;director
role/regulation|DCS|Director of Children's Services|senior manager
role/regulation|DASS|Director of Adult Social Services|senior manager
role/regulation|PSW|Principal Social Worker|principal
role/regulation|PE|Practice Educator|PEPS;PEPS1;PEPS2;practice teacher
role/regulation|ISW|Independent Social Worker|self-employed
role/regulation|QA|Quality Assurance|auditing;audit;QA and reviewing
role/regulation|PQE|Post-Qualifying Experience|years qualified;experience
role/regulation|CPD|Continuing Professional Development|training
role/regulation|PCF|Professional Capabilities Framework|capability level
role/regulation|KSS|Knowledge and Skills Statements|post-qualifying standards;PQS
role/regulation|BASW|British Association of Social Workers|professional body
role/regulation|R2SW|Return to Social Work|RtSW;returner;back to practice;Come Back to Social Work
role/regulation|SWT|Social Work Together|programme
qualification|DipSW|Diploma in Social Work|diploma|legacy qualification
qualification|CQSW|Certificate of Qualification in Social Work|CSS|legacy qualification
qualification|BA SW|BA/BSc (Hons) Social Work|social work degree;BSc SW
qualification|MSW|MA/MSc Social Work|masters;MA SW
qualification|PGDip|Postgraduate Diploma in Social Work|PGDip;Step Up;SUSW;Frontline;Approach Social Work;Think Ahead
qualification|SWDA|Social Worker Degree Apprenticeship|apprenticeship;integrated degree
hr|DBS|Disclosure and Barring Service|CRB;criminal record check;enhanced DBS;update service
hr|RTW|Right to Work|R2W;share code;visa;sponsorship
hr|OH|Occupational Health|medical clearance;fit to work
hr|FTE|Full-Time Equivalent|WTE;whole time equivalent
hr|PT|Part-time|reduced hours;0.5 FTE
hr|FTC|Fixed-Term Contract|temporary;maternity cover;secondment
hr|locum|Agency worker|agency;temp;contractor;MSP;managed service provider
hr|bank|Bank, casual or sessional work|zero hours;relief;as and when
hr|JD|Job Description and Person Specification|JD/PS;role profile
hr|EOI|Expression of Interest|sign-up;application
hr|AWR|Agency Workers Regulations|equal treatment after 12 weeks
hr|MoU|Memorandum of Understanding (regional agency pay)|price cap;pay cap;RIIA
hr|LCS|Liquidlogic Children's System (also LAS adults, EHM early help)|Liquidlogic;case management system|skill tag, see 3.4
hr|OOH|Out of hours|EDT;nights;weekends
hr|KCSIE|Keeping Children Safe in Education|safer recruitment
children|SoS|Signs of Safety|practice model
children|ABE|Achieving Best Evidence interviewing|joint investigation;video interview
children|DCT|Disabled Children's Team|CWD;children with disabilities;CDT
children|CPR|Child Permanence Report|adoption;placement order
adults|DST|Decision Support Tool (CHC)|CHC
adults|SAR|Safeguarding Adults Review|serious case review|ambiguous: subject access request
adults|CPN|Community Psychiatric Nurse|CMHT|not a social worker
adults|MDT|Multi-Disciplinary Team|integrated team;IDT
`;
var AMBIGUOUS = "ambiguous: ";
/** The 136 terms in the order of the page; a term may stand twice with two meanings. */
var SYNONYMS = TABLE.trim().split("\n").map((line) => {
	const [group = "", term = "", expansion = "", equivalents = "", note = ""] = line.split("|");
	return {
		group,
		term,
		expansion,
		equivalents: equivalents.split(";"),
		...note.startsWith(AMBIGUOUS) ? { ambiguousWith: note.slice(11) } : note && { note }
	};
});
// ../../swt-freeze-G0nL73/src/core/search/synonym-book.ts
function buildBook() {
	const byTerm = Map.groupBy(SYNONYMS, (entry) => wordsOf(entry.term).join(" "));
	const book = /* @__PURE__ */ new Map();
	for (const [key, entries] of byTerm) {
		const [entry, second] = entries;
		if (!entry || !key) continue;
		if (second) {
			const couldMean = entries.map((each) => each.expansion);
			book.set(key, {
				term: entry.term,
				also: [],
				couldMean
			});
			continue;
		}
		const labels = [entry.expansion.replace(/\s*\([^)]*\)/g, ""), ...entry.equivalents];
		const seen = /* @__PURE__ */ new Set([key]);
		const also = labels.map((label) => ({
			label,
			words: wordsOf(label)
		})).filter(({ words }) => {
			const own = words.join(" ");
			return own !== "" && !seen.has(own) && seen.add(own);
		});
		book.set(key, {
			term: entry.term,
			also,
			couldMean: entry.ambiguousWith ? [entry.ambiguousWith] : []
		});
	}
	return book;
}
var BOOK = buildBook();
/** Words of the longest term of the book. */
var LONGEST_TERM = Math.max(...[...BOOK.keys()].map((key) => key.split(" ").length));
/** Looks a term up by its folded words joined by spaces. */
function meaningOf(words) {
	return BOOK.get(words) ?? null;
}
/** Phrases recruiters type that are neither terms nor labels, and that most people hold. */
var COMMON_PHRASES = [
	"social work",
	"social worker",
	"social workers"
];
/**
* Groups of two or more words that the index keeps as one term of its own.
*
* A synonym is mostly a phrase, and verifying a common phrase word by word costs
* milliseconds; as a term it costs one posting list (performance.md section 2).
*/
var KNOWN_PHRASES = [...new Map([
	...[...BOOK].flatMap(([key, { also }]) => [key.split(" "), ...also.map(({ words }) => words)]),
	...COMMON_PHRASES.map(wordsOf),
	...Object.values(HOURS_LABELS).map(wordsOf),
	...Object.values(ROLE_LABELS).map(wordsOf),
	...SPECIALISMS.flatMap((area) => area.synonyms.map(wordsOf))
].filter((words) => words.length > 1).map((words) => [words.join(" "), words])).values()];
var KNOWN = new Set(KNOWN_PHRASES.map((words) => words.join(" ")));
/** Whether the index keeps these words as one term. */
function isKnownPhrase(words) {
	return KNOWN.has(words.join(" "));
}
// ../../swt-freeze-G0nL73/src/core/search/mark-terms.ts
/** A telephone number typed with so many digits is a whole one. */
var WHOLE_PHONE_DIGITS = 10;
/** Marks in `met` who of a segment meets the term as typed or by a synonym. Rules Q4 to Q8. */
function markTerm(segment, met, term) {
	if (term.is === "number") markNumber(segment, met, term);
	else if (term.is === "ref") markRef(segment, met, term.ref);
	else {
		markWords(segment, met, term.words, term.isPrefix);
		for (const { words } of term.meaning?.also ?? []) {
			const at = termIndex(segment, words);
			if (at >= 0) markPostings(met, segment.postings, postingsOf(segment, at, at + 1), 1);
		}
	}
}
/** Whether anybody alive has the single word of a term, or a word it begins. */
function isWordHeld(segment, term) {
	const [from, to] = prefixRange(segment.terms, term.words[0] ?? "");
	const range = postingsOf(segment, from, to);
	for (let i = range.from; i < range.to; i += 1) if (isAlive(segment, (segment.postings[i] ?? 0) >>> 2)) return true;
	return false;
}
/** Marks who has a close spelling of the term's single word. Rule Q6. */
function markCloseSpellings(segment, met, term) {
	const word = term.words[0] ?? "";
	const { terms } = segment;
	const last = terms.starts.length - 1;
	for (let t = lowerBound(terms, "a"); t < last; t += 1) if (isCloseSpelling(terms, t, word)) markPostings(met, segment.postings, postingsOf(segment, t, t + 1), 2);
}
/** Whether the term at a place is a close spelling: letters only, never a number or code. */
function isCloseSpelling(terms, at, word) {
	const start = terms.starts[at] ?? 0;
	const length = lengthAt(terms, at);
	if (!beginsWithOneSlip(word, (i) => terms.text[start + i] ?? 0, length)) return false;
	for (let i = 0; i < length; i += 1) {
		const code = terms.text[start + i] ?? 0;
		if (code >= 48 && code <= 57) return false;
	}
	return true;
}
/** Place of a word, or of a known phrase, among the terms; -1 when nobody has it. */
function termIndex(segment, words) {
	const [only = ""] = words;
	return indexOfString(segment.terms, words.length === 1 ? only : "" + words.join(" "));
}
function postingsOf(segment, from, to) {
	return {
		from: segment.postingStarts[from] ?? 0,
		to: segment.postingStarts[to] ?? 0
	};
}
function markWords(segment, met, words, isPrefix) {
	if (words.length > 1 && (isPrefix || !isKnownPhrase(words))) {
		markPhrase(segment, met, words, isPrefix);
		return;
	}
	const at = termIndex(segment, words);
	if (at >= 0) markPostings(met, segment.postings, postingsOf(segment, at, at + 1), 8);
	if (!isPrefix) return;
	const [from, to] = prefixRange(segment.terms, words[0] ?? "");
	const longer = at === from ? from + 1 : from;
	markPostings(met, segment.postings, postingsOf(segment, longer, to), 4);
}
/** Looks the phrase up in the running text of everybody who has its rarest word. */
function markPhrase(segment, met, words, isPrefix) {
	const codes = words.map((word) => indexOfString(segment.terms, word) + 2);
	const whole = isPrefix ? codes.slice(0, -1) : codes;
	if (whole.some((code) => code < 2)) return;
	const [low, high] = isPrefix ? prefixRange(segment.terms, words.at(-1) ?? "").map((at) => at + 2) : [codes.at(-1), (codes.at(-1) ?? 0) + 1];
	const rarest = whole.map((code) => postingsOf(segment, code - 2, code - 2 + 1)).reduce((a, b) => b.to - b.from < a.to - a.from ? b : a);
	const ending = {
		low: low ?? 0,
		high: high ?? 0,
		exact: codes.at(-1) ?? 0
	};
	const { postings, forward, forwardStarts } = segment;
	const first = codes[0];
	const last = codes.length - 1;
	for (let i = rarest.from; i < rarest.to; i += 1) {
		const place = postings[i] >>> 2;
		const start = forwardStarts[place];
		const end = forwardStarts[place + 1] - last;
		let at = start;
		while (at < end && forward[at] !== first) at += 1;
		if (at < end || last === 0) met[place] = met[place] | phraseBits(segment, {
			start,
			at,
			end
		}, codes, ending);
	}
}
function phraseBits({ forward }, text, codes, ending) {
	const { start, end } = text;
	const [first] = codes;
	const last = codes.length - 1;
	let bits = 0;
	for (let at = last > 0 ? text.at : start; at < end; at += 1) {
		if (last > 0 && forward[at] !== first) continue;
		let i = 1;
		while (i < last && forward[at + i] === codes[i]) i += 1;
		const final = forward[at + last];
		if (i < last || final < ending.low || final >= ending.high) continue;
		const field = fieldAt(forward, start, at);
		const isWhole = final === ending.exact;
		bits |= isWhole ? 8 : 4;
		if (field === 1) bits |= 16;
		if (field === 0 && isWhole) bits |= 32;
		if (field >= 1 && (isWhole || ending.exact < 2)) return bits;
	}
	return bits;
}
/** Which field a place in the running text belongs to; later ones need no telling apart. */
function fieldAt(forward, start, at) {
	let field = 0;
	for (let i = start; i < at && field <= 1; i += 1) if (forward[i] === 0) field += 1;
	return field;
}
function markNumber(segment, met, term) {
	const { registration, phoneTail, phoneDigits } = segment.columns;
	if (term.registration > 0) for (let place = 0; place < registration.length; place += 1) {
		let number = registration[place] ?? 0;
		if (number === term.registration) met[place] = (met[place] ?? 0) | 40;
		while (number > term.registration) number = Math.floor(number / 10);
		if (number === term.registration) met[place] = (met[place] ?? 0) | 4;
	}
	if (term.phone) {
		const tail = term.digits.slice(-9);
		const wanted = Number(tail);
		const span = 10 ** tail.length;
		const how = 8 | (term.digits.length >= WHOLE_PHONE_DIGITS ? 32 : 0);
		for (let place = 0; place < phoneTail.length; place += 1) {
			if ((phoneDigits[place] ?? 0) < tail.length) continue;
			if ((phoneTail[place] ?? 0) % span === wanted) met[place] = (met[place] ?? 0) | how;
		}
	}
	if (term.text) markWords(segment, met, [term.digits], false);
}
function markRef(segment, met, ref) {
	for (let place = 0; place < segment.count; place += 1) {
		if (!beginsWithAt(segment.refs, place, ref)) continue;
		const isWhole = lengthAt(segment.refs, place) === ref.length;
		met[place] = (met[place] ?? 0) | (isWhole ? 40 : 4);
	}
}
// ../../swt-freeze-G0nL73/src/core/search/match-text.ts
/** Rank of everybody when the text only leaves people out. */
var UNRANKED = 1;
/**
* Matches a reading against all segments at once.
*
* At once, because "nobody has this word" is a statement about everybody: close
* spellings in one segment must not stand in for a word another segment has. Rule Q6.
*/
function matchText(segments, reading) {
	const closeSpellings = /* @__PURE__ */ new Set();
	if (reading.asks.length + reading.not.length === 0) return {
		ranks: segments.map(() => null),
		closeSpellings
	};
	for (const term of reading.asks.flatMap((ask) => ask.terms)) if (term.is === "words" && term.mayBeMistyped && !segments.some((segment) => isWordHeld(segment, term))) closeSpellings.add(term);
	return {
		ranks: segments.map((segment) => {
			const ranked = new Uint8Array(segment.count);
			const met = new Uint8Array(segment.count);
			reading.asks.forEach((ask, i) => {
				if (i > 0) met.fill(0);
				for (const term of ask.terms) if (term.is === "words" && closeSpellings.has(term)) markCloseSpellings(segment, met, term);
				else markTerm(segment, met, term);
				if (i === 0) firstRanks(ranked, met);
				else joinRanks(ranked, met);
			});
			if (reading.asks.length === 0) ranked.fill(UNRANKED);
			for (const term of reading.not) {
				met.fill(0);
				markTerm(segment, met, term);
				dropMet(ranked, met);
			}
			return ranked;
		}),
		closeSpellings
	};
}
// ../../swt-freeze-G0nL73/src/core/search/order.ts
var LAST = 65535;
var FARTHEST_WHOLE_MILES = 2047;
/**
* Returns the number by which an order sorts, lowest first. Rules Q22 to Q27.
*
* 32 bits hold the order's own value above, the longest unheard below; equal numbers
* go by id.
*/
function orderKey(order, person) {
	const unheard = LAST - person.unheard;
	switch (order) {
		case "longest_unheard": return unheard;
		case "newest": return 4294967295 - person.interestSeconds;
		case "nearest": return (person.miles === null ? LAST : Math.min(Math.round(person.miles * 10), LAST)) * 65536 + unheard;
		case "soonest_available": {
			const days = Math.max(person.availableDay - person.today, 0);
			return (person.availableDay === 0 ? LAST : Math.min(days, LAST)) * 65536 + unheard;
		}
		case "recently_checked": return (LAST - person.checkedDay) * 65536 + unheard;
		case "best_match": {
			const miles = person.miles === null ? FARTHEST_WHOLE_MILES : Math.min(Math.round(person.miles), FARTHEST_WHOLE_MILES);
			return (31 - person.rank) * 134217728 + miles * 65536 + unheard;
		}
	}
}
/** Returns the keys of the places given. */
function orderKeys(places, order, of) {
	const { segment, overlay, ranks } = of;
	const { columns } = segment;
	const base = order === "nearest" || order === "best_match" ? of.base : null;
	const keys = new Uint32Array(places.length);
	for (let i = 0; i < places.length; i += 1) {
		const place = places[i];
		const hasMiles = base !== null && (columns.marks[place] & 1) !== 0;
		keys[i] = orderKey(order, {
			rank: ranks === null ? 0 : ranks[place],
			miles: hasMiles ? milesBetween(base, pointAt(segment, place)) : null,
			unheard: overlay.unheard[place],
			interestSeconds: columns.interestSeconds[place],
			availableDay: columns.availableDay[place],
			checkedDay: columns.checkedDay[place],
			today: overlay.today
		});
	}
	return keys;
}
/** Says an order as a sentence. Rule Q28. */
function orderWords(order, near) {
	const from = near ? `nearest to ${near.label}` : null;
	switch (order) {
		case "longest_unheard": return "Those who have waited the most working days without being spoken to come first.";
		case "newest": return "Those who came forward last come first.";
		case "nearest": return from ? `Those ${from} come first.` : "No place is chosen to measure from, so the longest unheard come first.";
		case "soonest_available": return "Those available soonest come first, then the longest unheard.";
		case "recently_checked": return "Those whose registration was checked last come first, then the longest unheard.";
		case "best_match": return [
			"A whole name or number first, then whole words, beginnings of words, close spellings and also-searched words;",
			"then those whose main area it is,",
			...from ? [`those ${from},`] : [],
			"and the longest unheard."
		].join(" ");
	}
}
// ../../swt-freeze-G0nL73/src/core/search/ordered-people.ts
/** So many are put in order at first; a screen shows fewer. */
var FIRST_PAGE = 128;
/** The people of a result in order, sorted no further than somebody looks. Rule Q29. */
function orderedPeople(parts, order, base) {
	const counts = parts.map((part) => countBits(part.bits));
	const total = counts.reduce((sum, count) => sum + count, 0);
	let lists = null;
	let merged = null;
	function upTo(wanted) {
		if (merged && merged.length >= Math.min(wanted, total)) return merged;
		const size = Math.min(wanted <= FIRST_PAGE ? FIRST_PAGE : total, total);
		lists ??= parts.map((part, i) => {
			const places = placesOf(part.bits, counts[i] ?? 0);
			return {
				part,
				places,
				keys: orderKeys(places, order, {
					...part,
					base
				})
			};
		});
		merged = merge$1(lists, size);
		return merged;
	}
	const idAt = (entry, i) => readKey(parts[entry.part[i] ?? 0]?.segment.keys ?? /* @__PURE__ */ new Uint32Array(4), (entry.place[i] ?? 0) * 4);
	return {
		total,
		ids(from, count) {
			const start = Math.max(0, from);
			const end = Math.min(start + Math.max(0, count), total);
			if (end <= start) return [];
			const entry = upTo(end);
			return Array.from({ length: end - start }, (_, i) => idAt(entry, start + i));
		},
		positionOf(id) {
			const key = /* @__PURE__ */ new Uint32Array(4);
			writeKey(key, 0, id);
			const partIndex = parts.findIndex(({ segment, bits }) => {
				const place = findKey(segment.keys, key);
				return place >= 0 && (bits[place >>> 5] ?? 0) >>> (place & 31) & 1;
			});
			const part = parts[partIndex];
			if (!part) return -1;
			const place = findKey(part.segment.keys, key);
			const isHere = (entry, i) => entry.place[i] === place && entry.part[i] === partIndex;
			const entry = upTo(total);
			for (let i = 0; i < entry.length; i += 1) if (isHere(entry, i)) return i;
			return -1;
		}
	};
}
/** Merges the lists of the segments: lowest key first, ties by id. */
function merge$1(lists, size) {
	const sorted = lists.map(({ part, places, keys }) => {
		const { places: inOrder, keys: keysInOrder } = lowestFirst(places, keys, size);
		return {
			ids: part.segment.keys,
			places: inOrder,
			keys: keysInOrder,
			at: 0
		};
	});
	const merged = {
		length: size,
		part: new Uint16Array(size),
		place: new Uint32Array(size)
	};
	for (let i = 0; i < size; i += 1) {
		let best = -1;
		sorted.forEach((list, index) => {
			if (list.at >= list.places.length) return;
			const leader = sorted[best];
			if (!leader || isBefore(list, leader)) best = index;
		});
		const list = sorted[best];
		if (!list) break;
		merged.part[i] = best;
		merged.place[i] = list.places[list.at] ?? 0;
		list.at += 1;
	}
	return merged;
}
function isBefore(a, b) {
	const difference = (a.keys[a.at] ?? 0) - (b.keys[b.at] ?? 0);
	if (difference !== 0) return difference < 0;
	const idOf = (cursor) => (cursor.places[cursor.at] ?? 0) * 4;
	return compareKeys(a.ids, idOf(a), b.ids, idOf(b)) < 0;
}
// ../../swt-freeze-G0nL73/src/core/search/reading-distance.ts
var MILES = /^(m|mi|mil|mile|miles)$/;
var MILES_TOGETHER = /^(\d{1,3})(mi|mile|miles)$/;
var BETWEEN = /^(of|from|around|round|near|to)$/;
var LONGEST_PLACE = 5;
/**
* Finds "20 miles of leeds", "leeds 20mi" or a bare "20 miles". Rule Q9.
*
* Returns the pieces that are left. A place before the number counts only when none
* follows it; the first distance wins and later ones ask for nothing.
*/
function readDistance(items, places) {
	const found = distanceIn(items);
	if (!found) return {
		distance: null,
		rest: items
	};
	const { miles } = found;
	const start = wordOf(items[found.from - 1]) === "within" ? found.from - 1 : found.from;
	const following = placeAfter(items, BETWEEN.test(wordOf(items[found.to])) ? found.to + 1 : found.to, places);
	const place = following ?? placeBefore(items, start, places);
	const used = {
		from: Math.min(start, place?.from ?? start),
		to: following ? following.to : found.to
	};
	const rest = [...items.slice(0, used.from), ...items.slice(used.to)];
	const again = distanceIn(rest);
	return {
		distance: {
			miles,
			from: place?.point ?? null
		},
		rest: again ? [...rest.slice(0, again.from), ...rest.slice(again.to)] : rest
	};
}
function distanceIn(items) {
	for (let i = 0; i < items.length; i += 1) {
		if (isBlocked(items[i])) continue;
		const word = wordOf(items[i]);
		const together = MILES_TOGETHER.exec(word);
		const miles = Number(together?.[1] ?? (/^\d{1,3}$/.test(word) ? word : 0));
		if (miles < 1) continue;
		if (together) return {
			from: i,
			to: i + 1,
			miles: Math.min(miles, 500)
		};
		const next = items[i + 1];
		if (!isBlocked(next) && MILES.test(wordOf(next))) return {
			from: i,
			to: i + 2,
			miles: Math.min(miles, 500)
		};
	}
	return null;
}
function placeAfter(items, from, places) {
	for (let length = LONGEST_PLACE; length > 0; length -= 1) {
		const point = resolveRun(items, from, from + length, places);
		if (point) return {
			from,
			to: from + length,
			point
		};
	}
	return null;
}
function placeBefore(items, to, places) {
	for (let length = LONGEST_PLACE; length > 0; length -= 1) {
		const point = resolveRun(items, to - length, to, places);
		if (point) return {
			from: to - length,
			to,
			point
		};
	}
	return null;
}
function resolveRun(items, from, to, places) {
	if (from < 0 || to > items.length) return null;
	const run = items.slice(from, to);
	if (run.some(isBlocked)) return null;
	return places.resolve(run.flatMap((item) => item.words).join(" "));
}
var isBlocked = (item) => !item || item.isNot || item.joinsByOr || item.isQuoted;
var wordOf = (item) => (item?.words.length === 1 ? item.words[0] : "") ?? "";
// ../../swt-freeze-G0nL73/src/core/search/reading-items.ts
var PIECE = /-?"[^"]*"?|\S+/g;
var REF = /^SWT-[A-Z0-9]{1,4}(-[A-Z0-9]{0,2})?$/;
var INWARD_CODE = /^\d[a-z]{2}$/;
var OUTWARD_CODE = /^[a-z]{1,2}\d[a-z\d]?$/;
/** Cuts the box into pieces; `or`, `and`, `not` and `-` become marks on the next. Rule Q3. */
function itemsOf(text) {
	const items = [];
	const endsOpen = !/\s$/.test(text);
	const pieces = text.match(PIECE) ?? [];
	let isNot = false;
	let joinsByOr = false;
	let standsAlone = false;
	pieces.forEach((piece, i) => {
		const isLast = i === pieces.length - 1;
		const keyword = piece.toLowerCase();
		if (!isLast || !endsOpen) {
			if (keyword === "or" || keyword === "|") joinsByOr = true;
			else if (keyword === "and") standsAlone = true;
			else if (keyword === "not" || keyword === "-") isNot = true;
			if ([
				"or",
				"|",
				"and",
				"not",
				"-"
			].includes(keyword)) return;
		} else if (items.length > 0 && [
			"or",
			"|",
			"and",
			"not",
			"-"
		].includes(keyword)) return;
		const bare = piece.replace(/^-+(?=[^\s-])/, "");
		const isExcluded = isNot || bare !== piece;
		const isQuoted = bare.startsWith("\"");
		const words = wordsOf(bare);
		const ref = bare.toUpperCase();
		const item = {
			typed: bare.replaceAll("\"", ""),
			words,
			isQuoted,
			isUnfinished: isLast && (isQuoted ? bare.length === 1 || !bare.endsWith("\"") : endsOpen),
			isNot: isExcluded,
			joinsByOr: joinsByOr && !isExcluded,
			standsAlone: standsAlone || joinsByOr || isExcluded,
			ref: REF.test(ref) ? ref : null
		};
		if (words.length > 0) addItem(items, item);
		isNot = false;
		joinsByOr = false;
		standsAlone = false;
	});
	return items;
}
/** Adds a piece, joined to the one before where the two are one number or postcode. */
function addItem(items, item) {
	const before = items.at(-1);
	const [word = ""] = item.words;
	const [previous = ""] = before?.words ?? [];
	const canJoin = before && !item.isNot && !item.joinsByOr && !item.standsAlone && [before, item].every((each) => !each.isQuoted && !each.ref && each.words.length === 1);
	if (canJoin && INWARD_CODE.test(word) && OUTWARD_CODE.test(previous)) return;
	const isNumber = /^(0|44)\d*$/.test(previous) && /^\d+$/.test(word) || /^swe?$/.test(previous) && /^\d{4,7}$/.test(word);
	if (canJoin && isNumber) {
		items[items.length - 1] = {
			...before,
			typed: `${before.typed} ${item.typed}`,
			words: [previous + word],
			isUnfinished: item.isUnfinished
		};
		return;
	}
	items.push(item);
}
// ../../swt-freeze-G0nL73/src/core/search/reading.ts
/**
* Reads the one box; total: every text has a reading and none throws. Rules Q3 to Q10.
*/
function readText(text, places) {
	const { distance, rest } = readDistance(itemsOf(text), places);
	const asks = [];
	const not = [];
	for (let i = 0; i < rest.length;) {
		const item = rest[i];
		const { term, used } = termAt(rest, i, places);
		i += used;
		if (!term) continue;
		const last = asks.at(-1);
		if (item.isNot) not.push(term.is === "words" ? {
			...term,
			isPrefix: false
		} : term);
		else if (item.joinsByOr && last) last.terms.push(term);
		else asks.push({ terms: [term] });
	}
	return {
		asks,
		not,
		distance
	};
}
/** The base and radius that count: a place typed in the box wins over the chosen base. */
function nearOf(query, reading) {
	const { distance } = reading;
	const chosen = query.near ?? null;
	if (!distance) return chosen;
	if (distance.from) return {
		...distance.from,
		radiusMiles: distance.miles,
		withinTheirLimit: chosen?.withinTheirLimit ?? true
	};
	return chosen && {
		...chosen,
		radiusMiles: distance.miles
	};
}
/** Words that ask for nothing once another follows. Rule Q4. */
var SMALL_WORDS = new Set("a an and are at by for from i in is near of on or the to who with within".split(" "));
/** From so many letters a word may be the beginning of a longer one wherever it stands. */
var PREFIX_LETTERS = 3;
/** From so many letters a word may be mistyped. */
var TYPO_LETTERS = 5;
function termAt(items, at, places) {
	const item = items[at];
	if (item.ref) return {
		term: {
			is: "ref",
			typed: item.typed,
			ref: item.ref
		},
		used: 1
	};
	if (item.words.length === 0) return {
		term: null,
		used: 1
	};
	const term = longestTerm(items, at);
	if (term) return term;
	const [word = ""] = item.words;
	const isSingle = item.words.length === 1 && !item.isQuoted;
	if (isSingle) {
		const number = numberTerm(item, word, places);
		if (number) return {
			term: number,
			used: 1
		};
		if (SMALL_WORDS.has(word) && !item.isUnfinished) return {
			term: null,
			used: 1
		};
	}
	const lastWord = item.words.at(-1) ?? "";
	const isPrefix = item.isQuoted ? item.isUnfinished : !isKnownPhrase(item.words) && (lastWord.length >= PREFIX_LETTERS || item.isUnfinished);
	return {
		term: {
			is: "words",
			typed: item.typed,
			words: item.words,
			isPrefix,
			mayBeMistyped: isSingle && !item.isNot && word.length >= TYPO_LETTERS && !/\d/.test(word),
			meaning: null
		},
		used: 1
	};
}
/** A term of the trade, the longest that begins here: "form f" before "form". Rule Q7. */
function longestTerm(items, at) {
	const first = items[at];
	if (first.isQuoted) return null;
	for (let length = LONGEST_TERM; length > 0; length -= 1) {
		const run = items.slice(at, at + length);
		if (run.length < length) continue;
		const joined = run.every((item, i) => !item.isQuoted && (i === 0 || !(item.isNot || item.joinsByOr || item.standsAlone)));
		const words = run.flatMap((item) => item.words);
		const meaning = joined ? meaningOf(words.join(" ")) : null;
		if (!meaning) continue;
		return {
			term: {
				is: "words",
				typed: run.map((item) => item.typed).join(" "),
				words,
				isPrefix: false,
				mayBeMistyped: false,
				meaning: first.isNot ? null : meaning
			},
			used: length
		};
	}
	return null;
}
var MAX_REGISTRATION_DIGITS = 7;
/** A registration number with or without SW and zeros, or the end of a telephone number. */
function numberTerm(item, word, places) {
	const match = /^(swe?)?(\d{1,15})$/.exec(word);
	if (!match) return null;
	const digits = match[2] ?? "";
	const bare = digits.startsWith("0") && digits.length >= MAX_REGISTRATION_DIGITS ? digits.replace(/^0+/, "") : digits;
	const canBeRegistration = bare !== "" && !bare.startsWith("0") && bare.length <= MAX_REGISTRATION_DIGITS;
	if (match[1]) {
		const stripped = digits.replace(/^0+/, "");
		if (stripped === "" || stripped.length > MAX_REGISTRATION_DIGITS) return null;
		if (places.isOutcode(word)) return null;
		return {
			is: "number",
			typed: item.typed,
			digits,
			registration: Number(stripped),
			phone: false,
			text: false
		};
	}
	return {
		is: "number",
		typed: item.typed,
		digits: national(digits),
		registration: canBeRegistration && bare.length >= 3 ? Number(bare) : 0,
		phone: digits.length >= 4,
		text: digits.length <= 4
	};
}
/** Digits of a telephone number without the country's code. */
var national = (digits) => digits.replace(/^(0044|44)(?=\d{9})/, "0");
// ../../swt-freeze-G0nL73/src/core/search/reading-words.ts
/** Says how the box was read, as a sentence. Rule Q10. */
function readingWords({ reading, near }, closeSpellings) {
	const asks = reading.asks.map((ask) => ask.terms.map(termWords).join(" or "));
	const not = reading.not.map((term) => `not ${termWords(term)}`);
	const { distance } = reading;
	const where = distance === null ? "" : near ? `, within ${distance.miles} ${distance.miles === 1 ? "mile" : "miles"} of ${near.label}` : `, within ${distance.miles} miles of where? Add a place`;
	const all = [...asks, ...not];
	return [
		`${all.length === 0 ? "Everyone" : `People with ${all.join(" and ")}`}${where}.`,
		...closeSpellings.map(spelling),
		...meanings(reading)
	].join(" ");
}
/** Everything that is searched beside the words typed, in order, each once. Rule Q7. */
function alsoSearched(reading) {
	const labels = termsOf(reading).flatMap((term) => term.is === "words" ? (term.meaning?.also ?? []).map((each) => each.label) : []);
	return [...new Set(labels)];
}
var termsOf = (reading) => reading.asks.flatMap((ask) => ask.terms);
var spelling = (typed) => `Nobody has “${typed}” as it is written, so close spellings count.`;
function meanings(reading) {
	return termsOf(reading).flatMap((term) => {
		if (term.is !== "words" || !term.meaning || term.meaning.couldMean.length === 0) return [];
		const { term: written, also, couldMean } = term.meaning;
		return also.length > 0 ? [`${written} can also mean ${couldMean.join(" or ")}, which is not searched.`] : [`${written} can mean ${couldMean.join(" or ")}: it is searched as written.`];
	});
}
function termWords(term) {
	if (term.is === "words") {
		const typed = term.meaning?.term ?? term.typed;
		return term.words.length > 1 ? `“${typed}”` : typed;
	}
	if (term.is === "ref") return `the reference ${term.ref}`;
	const kinds = [...term.registration > 0 ? [`a registration number SW${term.registration}…`] : [], ...term.phone ? [`a telephone number ending ${term.digits}`] : []];
	return kinds.length > 0 ? kinds.join(" or ") : term.typed;
}
// ../../swt-freeze-G0nL73/src/core/search/find.ts
/** Reads a query. */
function understand(query, places) {
	const reading = readText(query.text, places);
	return {
		query,
		reading,
		near: nearOf(query, reading)
	};
}
/** Finds people: text, distance, hiding, facets, order, in that sequence. Rules Q11 to Q28. */
function find(layers, understood) {
	const { query, reading, near } = understood;
	const matched = matchText(layers.map((layer) => layer.segment), reading);
	const choices = choicesOf(query);
	const counter = facetCounter();
	let hidden = 0;
	const shown = layers.map(({ segment, overlay }, i) => {
		const bits = segment.alive.slice();
		const ranks = matched.ranks[i];
		if (ranks) keepRanked(bits, ranks);
		if (near) keepWithin(bits, segment, near);
		const chosen = chosenBits(segment, overlay, choices);
		if (!query.includeHidden) {
			const before = countBits(keepChosen(bits, chosen, null));
			subtract(bits, overlay.hidden);
			hidden += before;
		}
		const kept = keepChosen(bits, chosen, null);
		if (!query.includeHidden) hidden -= countBits(kept);
		counter.add(segment, overlay, {
			shown: kept,
			withoutChoices: bits,
			chosen
		});
		return kept;
	});
	const ordered = orderedPeople(layers.map((layer, i) => ({
		...layer,
		bits: shown[i] ?? /* @__PURE__ */ new Uint32Array(0),
		ranks: matched.ranks[i] ?? null
	})), query.order, near ? unitVector(near.lat, near.lon) : null);
	return {
		total: ordered.total,
		hidden,
		limitNotStated: near?.withinTheirLimit ? countUnlimited(layers, shown) : 0,
		facets: counter.finish(choices),
		reading: readingWords(understood, spellings(matched)),
		orderWords: orderWords(query.order, near),
		alsoSearched: alsoSearched(reading),
		understood,
		ids: ordered.ids,
		positionOf: ordered.positionOf
	};
}
var spellings = (matched) => [...matched.closeSpellings].map((term) => term.typed);
/** A stated limit in miles as a squared chord; not stated and "any" hold nobody back. */
var LIMIT_CHORDS = Float64Array.from({ length: 1e3 }, (_, miles) => miles === 0 || miles === 999 ? Number.POSITIVE_INFINITY : chordOfMiles(miles));
function keepWithin(bits, segment, near) {
	if (near.radiusMiles === void 0 && !near.withinTheirLimit) return;
	keepNear(bits, segment.columns, {
		centre: unitVector(near.lat, near.lon),
		chord: near.radiusMiles === void 0 ? Number.POSITIVE_INFINITY : chordOfMiles(near.radiusMiles),
		hasPoint: 1,
		limits: near.withinTheirLimit ? LIMIT_CHORDS : null
	});
}
function countUnlimited(layers, shown) {
	let count = 0;
	layers.forEach(({ segment }, i) => {
		const bits = shown[i] ?? /* @__PURE__ */ new Uint32Array(0);
		const { limitMiles } = segment.columns;
		for (let place = 0; place < segment.count; place += 1) if (limitMiles[place] === 0 && (bits[place >>> 5] ?? 0) >>> (place & 31) & 1) count += 1;
	});
	return count;
}
// ../../swt-freeze-G0nL73/src/core/search/build-segment.ts
/**
* Builds a segment of `count` people, given in ascending order of their ids.
*
* One pass numbers the words as they come and writes postings as pairs; a counting
* sort then turns them into lists by sorted term. Rule Q30.
*/
function buildSegment(count, people) {
	const text = textWriter();
	const columns = emptyColumns(count);
	const keys = new Uint32Array(count * 4);
	const facets = /* @__PURE__ */ new Map();
	const names = [];
	const refs = [];
	const towns = numberer();
	const areas = numberer();
	const statuses = numberer();
	const alive = new Uint32Array(count + 31 >>> 5);
	let place = 0;
	for (const person of people) {
		writeKey(keys, place * 4, person.id);
		alive[place >>> 5] = (alive[place >>> 5] ?? 0) | 1 << (place & 31);
		text.write(place, person.fields);
		for (const [facet, value] of person.facets) setBit(facets, facet, value, place, alive.length);
		names.push(person.name);
		refs.push(person.ref);
		columns.town[place] = towns.of(person.town);
		columns.primaryArea[place] = areas.of(person.primaryArea);
		columns.status[place] = statuses.of(person.status);
		writeColumns(columns, place, person);
		place += 1;
	}
	return {
		count,
		keys,
		alive,
		...text.finish(count),
		facets,
		columns,
		names: packStrings(names),
		refs: packStrings(refs),
		towns: towns.names,
		primaryAreas: areas.names,
		statuses: statuses.names
	};
}
function emptyColumns(count) {
	return {
		registration: new Uint32Array(count),
		phoneTail: new Uint32Array(count),
		phoneDigits: new Uint8Array(count),
		limitMiles: new Uint16Array(count),
		availableDay: new Uint16Array(count),
		checkedDay: new Uint16Array(count),
		interestDay: new Uint16Array(count),
		interestSeconds: new Uint32Array(count),
		marks: new Uint8Array(count),
		primaryArea: new Uint8Array(count),
		status: new Uint8Array(count),
		town: new Uint16Array(count),
		points: new Float32Array(count * 3)
	};
}
function writeColumns(columns, place, person) {
	columns.registration[place] = person.registration;
	columns.phoneTail[place] = person.phoneTail;
	columns.phoneDigits[place] = person.phoneDigits;
	columns.limitMiles[place] = person.limitMiles;
	columns.availableDay[place] = person.availableDay;
	columns.checkedDay[place] = person.checkedDay;
	columns.interestDay[place] = person.interestDay;
	columns.interestSeconds[place] = person.interestSeconds;
	if (person.at) columns.points.set(person.at, place * 3);
	columns.marks[place] = (person.at ? 1 : 0) | (person.spoken ? 2 : 0) | (person.tried ? 4 : 0) | (person.hidden ? 8 : 0);
}
function setBit(facets, facet, value, place, words) {
	const values = facets.get(facet) ?? /* @__PURE__ */ new Map();
	facets.set(facet, values);
	const bits = values.get(value) ?? new Uint32Array(words);
	values.set(value, bits);
	bits[place >>> 5] = (bits[place >>> 5] ?? 0) | 1 << (place & 31);
}
function numberer() {
	const numbers = /* @__PURE__ */ new Map();
	const names = [];
	return {
		names,
		of(name) {
			const known = numbers.get(name);
			if (known !== void 0) return known;
			numbers.set(name, names.length);
			return names.push(name) - 1;
		}
	};
}
/** A list of numbers that grows by doubling. */
function growing() {
	let list = /* @__PURE__ */ new Uint32Array(1024);
	let length = 0;
	return {
		push(value) {
			if (length === list.length) {
				const longer = new Uint32Array(length * 2);
				longer.set(list);
				list = longer;
			}
			list[length] = value;
			length += 1;
		},
		/** Adds bits to the newest entry. */
		markAt(index, bits) {
			list[index] = (list[index] ?? 0) | bits;
		},
		get length() {
			return length;
		},
		all: () => list.subarray(0, length)
	};
}
var PHRASES_BY_FIRST = Map.groupBy(KNOWN_PHRASES, (words) => words[0] ?? "");
function textWriter() {
	const numbers = /* @__PURE__ */ new Map();
	const words = [];
	const phrasesOf = [];
	const forward = growing();
	const starts = growing();
	/** One entry a distinct term and person: the term, and the posting beside it. */
	const pairTerms = growing();
	const pairPostings = growing();
	const lastPair = [];
	const lastPlace = [];
	function numberOf(word) {
		const known = numbers.get(word);
		if (known !== void 0) return known;
		numbers.set(word, words.length);
		phrasesOf.push(PHRASES_BY_FIRST.get(word));
		lastPair.push(-1);
		lastPlace.push(-1);
		return words.push(word) - 1;
	}
	function post(term, place, flags) {
		if (lastPlace[term] === place) {
			pairPostings.markAt(lastPair[term] ?? 0, flags);
			return;
		}
		lastPlace[term] = place;
		lastPair[term] = pairTerms.length;
		pairTerms.push(term);
		pairPostings.push(place << 2 | flags);
	}
	return {
		write(place, fields) {
			starts.push(forward.length);
			fields.forEach((field, index) => {
				const flags = index === 0 ? 2 : index === 1 ? 1 : 0;
				for (let i = 0; i < field.length; i += 1) {
					const word = field[i] ?? "";
					if (word === "") {
						forward.push(1);
						continue;
					}
					const term = numberOf(word);
					forward.push(term + 2);
					post(term, place, flags);
					for (const phrase of phrasesOf[term] ?? []) if (phrase.every((each, offset) => field[i + offset] === each)) post(numberOf("" + phrase.join(" ")), place, flags);
				}
				forward.push(0);
			});
		},
		finish(count) {
			starts.push(forward.length);
			return {
				...sortedTerms(words, forward.all(), pairTerms.all(), pairPostings.all()),
				forwardStarts: starts.all().slice(0, count + 1)
			};
		}
	};
}
/** Renumbers terms by their sorted order and gathers each term's postings. */
function sortedTerms(words, forward, pairTerms, pairPostings) {
	const order = words.map((_, i) => i).sort((a, b) => compare(words[a] ?? "", words[b] ?? ""));
	const ranks = new Uint32Array(words.length);
	order.forEach((old, rank) => {
		ranks[old] = rank;
	});
	const postingStarts = new Uint32Array(words.length + 1);
	for (const term of pairTerms) {
		const next = (ranks[term] ?? 0) + 1;
		postingStarts[next] = (postingStarts[next] ?? 0) + 1;
	}
	for (let t = 1; t <= words.length; t += 1) postingStarts[t] = (postingStarts[t] ?? 0) + (postingStarts[t - 1] ?? 0);
	const cursor = postingStarts.slice();
	const postings = new Uint32Array(pairTerms.length);
	for (let i = 0; i < pairTerms.length; i += 1) {
		const rank = ranks[pairTerms[i] ?? 0] ?? 0;
		const at = cursor[rank] ?? 0;
		postings[at] = pairPostings[i] ?? 0;
		cursor[rank] = at + 1;
	}
	const codes = words.length + 2 <= 65536 ? new Uint16Array(forward.length) : new Uint32Array(forward.length);
	for (let i = 0; i < forward.length; i += 1) {
		const code = forward[i] ?? 0;
		codes[i] = code < 2 ? code : (ranks[code - 2] ?? 0) + 2;
	}
	return {
		terms: packStrings(order.map((old) => words[old] ?? "")),
		postingStarts,
		postings,
		forward: codes
	};
}
var compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
// ../../swt-freeze-G0nL73/src/core/search/segment-store.ts
/**
* A segment this large is a base: smaller ones are not merged into it.
*
* Larger ones answer a little faster (105,000 people: one segment p95 5.2 ms, seven 6.0 ms
* in the same loaded run) but take seconds to build, while the records of a first sync pile up.
*/
var BASE_PEOPLE = 16384;
/** Segments of about the same size that are merged into one. */
var MERGE_WIDTH = 4;
/** Keeps the segments: adds small ones, buries the replaced, merges. Rules Q30, Q32. */
function segmentStore() {
	let segments = [];
	let pending = /* @__PURE__ */ new Map();
	let gone = /* @__PURE__ */ new Set();
	function settle() {
		if (pending.size + gone.size === 0) return;
		for (const ids of [pending.keys(), gone]) for (const id of ids) bury(segments, id);
		const people = [...pending.values()].sort((a, b) => a.id < b.id ? -1 : 1);
		const added = people.length > 0 ? [buildSegment(people.length, projected(people))] : [];
		pending = /* @__PURE__ */ new Map();
		gone = /* @__PURE__ */ new Set();
		segments = tidy([...segments, ...added]);
	}
	function settled() {
		settle();
		return segments;
	}
	return {
		put(people) {
			for (const person of people) pending.set(person.id, person);
			if (pending.size >= BASE_PEOPLE) settle();
		},
		remove(ids) {
			for (const id of ids) {
				pending.delete(id);
				gone.add(id);
			}
		},
		settle,
		segments: settled,
		size: () => settled().reduce((sum, segment) => sum + countBits(segment.alive), 0)
	};
}
/** One at a time, so that a first sync never holds every projection at once. */
function* projected(people) {
	for (const person of people) yield project(person);
}
/** Marks a person dead wherever they stand. */
function bury(segments, id) {
	const key = /* @__PURE__ */ new Uint32Array(4);
	writeKey(key, 0, id);
	for (const segment of segments) {
		const { alive } = segment;
		const place = placeOf(segment, key);
		if (place >= 0) alive[place >>> 5] = (alive[place >>> 5] ?? 0) & ~(1 << (place & 31));
	}
}
/** Merges segments of like size, and rebuilds those that are mostly tombstones. */
function tidy(segments) {
	const kept = segments.filter((segment) => countBits(segment.alive) > 0);
	const worn = kept.find((segment) => countBits(segment.alive) < segment.count * .75 && segment.count > 64);
	if (worn) return tidy([...kept.filter((segment) => segment !== worn), merge([worn])]);
	const byTier = Map.groupBy(kept.filter((segment) => segment.count < BASE_PEOPLE), (segment) => Math.floor(Math.log(segment.count) / Math.log(MERGE_WIDTH)));
	for (const tier of byTier.values()) {
		if (tier.length < MERGE_WIDTH) continue;
		return tidy([...kept.filter((segment) => !tier.includes(segment)), merge(tier)]);
	}
	return kept;
}
/** Builds one segment of everybody alive in several. */
function merge(segments) {
	const people = segments.flatMap((segment) => {
		const facets = facetsByPlace(segment);
		return Array.from({ length: segment.count }, (_, place) => ({
			segment,
			place,
			facets
		}));
	}).filter(({ segment, place }) => isAlive(segment, place)).map((each) => ({
		...each,
		id: readKey(each.segment.keys, each.place * 4)
	})).sort((a, b) => a.id < b.id ? -1 : 1);
	function* projections() {
		for (const { segment, place, facets } of people) yield projectionAt(segment, place, facets[place] ?? []);
	}
	return buildSegment(people.length, projections());
}
// ../../swt-freeze-G0nL73/src/core/search/people-index.ts
/** Makes an empty index. It asks nothing of the world: the day comes in. */
function createPeopleIndex(options) {
	const store = segmentStore();
	let { today } = options;
	let work = NO_WORK;
	let overlays = /* @__PURE__ */ new WeakMap();
	let understood = null;
	const read = (query) => {
		if (understood?.query !== query) understood = understand(query, options.places);
		return understood;
	};
	const layer = (segment) => {
		const known = overlays.get(segment);
		if (known) return {
			segment,
			overlay: known
		};
		const overlay = buildOverlay(segment, today, work);
		overlays.set(segment, overlay);
		return {
			segment,
			overlay
		};
	};
	const locate = (id) => {
		const key = /* @__PURE__ */ new Uint32Array(4);
		writeKey(key, 0, id);
		for (const segment of store.segments()) {
			const place = placeOf(segment, key);
			if (place >= 0) return {
				segment,
				place
			};
		}
		return null;
	};
	return {
		put: store.put,
		remove: store.remove,
		settle: store.settle,
		get size() {
			return store.size();
		},
		get sizeBytes() {
			return store.segments().reduce((bytes, segment) => bytes + segmentBytes(segment), 0);
		},
		setOwnWork(next) {
			work = next;
			overlays = /* @__PURE__ */ new WeakMap();
		},
		setToday(next) {
			if (next === today) return;
			today = next;
			overlays = /* @__PURE__ */ new WeakMap();
		},
		find: (query) => find(store.segments().map(layer), read(query)),
		card(id, query, base) {
			const found = locate(id);
			if (!found) return null;
			return drawCard(layer(found.segment), found.place, query ? read(query) : null, base);
		},
		nameOf(id) {
			const found = locate(id);
			return found && stringAt(found.segment.names, found.place);
		}
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/people-host.ts
/** The index builds by thousands; the first few are built at once, so that results come early. */
var FIRST_BUILD = 500;
function createPeopleHost(places, firstDay) {
	let today = firstDay;
	let index = createPeopleIndex({
		today,
		places
	});
	let waiting = 0;
	let isBuilt = false;
	return {
		get index() {
			return index;
		},
		put(people) {
			index.put(people);
			if (isBuilt) return;
			waiting += people.length;
			if (waiting < FIRST_BUILD) return;
			index.settle();
			isBuilt = true;
		},
		remove: (ids) => index.remove(ids),
		clear() {
			index = createPeopleIndex({
				today,
				places
			});
			waiting = 0;
			isBuilt = false;
		},
		count: () => index.size,
		has: (id) => index.nameOf(id) !== null,
		setToday(next) {
			today = next;
			index.setToday(next);
		},
		setOwnWork: (work) => index.setOwnWork(work)
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/query-context.ts
/** The name of a person, or null once they have withdrawn. */
function nameOf({ people }, id) {
	return people.nameOf(id);
}
/** A person as a list shows them, with distances from a base; null when not held. */
function cardOf({ people, shown }, id, query) {
	const card = people.card(id, query);
	return card && {
		...card,
		notSentYet: shown.peopleNotSent.has(id)
	};
}
/** A query that asks for nothing but distances from a base. */
function from(near) {
	return {
		...EVERYBODY,
		near
	};
}
/** The base distances are measured from where a screen has no query of its own. */
function councilBase({ council }) {
	return {
		label: council.name,
		lat: council.lat,
		lon: council.lon,
		withinTheirLimit: true
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/find-queries.ts
function createFindQueries(source, moment) {
	const { notSent, base, clock } = moment;
	let resultId = 0;
	let newest = null;
	function cards(query, ids) {
		const waiting = notSent();
		return ids.flatMap((id) => {
			const card = source.index.card(id, query, base());
			return card ? {
				...card,
				notSentYet: waiting?.has(id) ?? false
			} : [];
		});
	}
	/** "20 miles" without a place is from the council's base, as every distance shown is. */
	function findFromBase(query) {
		const found = source.index.find(query);
		const { distance } = found.understood.reading;
		const council = base();
		if (!distance || distance.from || query.near || !council) return {
			query,
			found
		};
		const { name: label, lat, lon } = council;
		const near = {
			label,
			lat,
			lon,
			radiusMiles: distance.miles,
			withinTheirLimit: true
		};
		const fromBase = {
			...query,
			near
		};
		return {
			query: fromBase,
			found: source.index.find(fromBase)
		};
	}
	return {
		run({ query: asked, first }) {
			const startedMs = clock.monotonicMs();
			const { query, found } = findFromBase(asked);
			resultId += 1;
			newest = {
				query,
				found
			};
			const { total, hidden, limitNotStated, facets, reading, orderWords, alsoSearched } = found;
			return {
				resultId,
				total,
				hidden,
				limitNotStated,
				facets,
				reading,
				orderWords,
				alsoSearched,
				rows: cards(query, found.ids(0, first)),
				tookMs: clock.monotonicMs() - startedMs
			};
		},
		rows({ resultId: wanted, from, count }) {
			if (wanted !== resultId || !newest) return [];
			return cards(newest.query, newest.found.ids(from, count));
		},
		neighbours({ id }) {
			if (!newest) return null;
			const { found } = newest;
			const position = found.positionOf(id);
			if (position < 0) return null;
			const [previous] = position > 0 ? found.ids(position - 1, 1) : [];
			const [next] = found.ids(position + 1, 1);
			return {
				position,
				total: found.total,
				previous: previous ?? null,
				next: next ?? null
			};
		}
	};
}
/** The first cards of a query, for screens that show a few and link to Find. */
function firstCards(context, query, count) {
	const found = context.people.find(query);
	return {
		total: found.total,
		rows: found.ids(0, count).flatMap((id) => cardOf(context, id, query) ?? [])
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/insights-query.ts
/**
* Reads Insights. The count of every mark is the total of its own query, so that Enter
* on a mark opens Find with the same number.
*/
function readInsights({ people }) {
	const everybody = people.find(EVERYBODY);
	const unheard = countOf(people, { heard: ["unheard", "tried"] });
	return {
		people: everybody.total,
		unheard,
		charts: [
			expertise(people, everybody.total),
			byFacet(people, "region", "Where they live", everybody.total),
			byFacet(people, "availability", "When they can start", everybody.total),
			funnel(people, everybody.total)
		]
	};
}
var queryOf = (facets) => ({
	...EVERYBODY,
	facets
});
var countOf = (people, facets) => people.find(queryOf(facets)).total;
function mark(people, id, label, facets) {
	const query = queryOf(facets);
	return {
		id,
		label,
		count: people.find(query).total,
		query
	};
}
/** The programme's own chart: a person counts once in each bar they belong to. */
function expertise(people, total) {
	const marks = EXPERTISE_GROUPS.map(({ id, label, specialisms }) => mark(people, id, label, { specialism: [...specialisms] }));
	return {
		id: "expertise",
		title: "Range of expertise",
		finding: largest(marks, total, "have experience in"),
		note: "A person counts once in each bar they belong to, so the bars add up to more than everybody.",
		marks
	};
}
function byFacet(people, facet, title, total) {
	const marks = (people.find(EVERYBODY).facets[facet] ?? []).map(({ value, label, count }) => ({
		id: value,
		label,
		count,
		query: queryOf({ [facet]: [value] })
	}));
	const counted = marks.reduce((sum, each) => sum + each.count, 0);
	return {
		id: facet,
		title,
		finding: facet === "region" ? largest(marks, total, "live in") : available(marks, total),
		note: counted < total ? `${words(total - counted)} did not say.` : null,
		marks
	};
}
function funnel(people, total) {
	const marks = [
		mark(people, "here", "In the programme", {}),
		mark(people, "tried", "Contact tried", { heard: ["tried", "spoken"] }),
		mark(people, "spoken", "Spoken to by any council", { heard: ["spoken"] }),
		mark(people, "ours", `Spoken to by us`, { ours: ["spoken"] }),
		mark(people, "listed", "On a shortlist of ours", { shortlisted: ["yes"] })
	];
	const spoken = marks.find(({ id }) => id === "spoken")?.count ?? 0;
	return {
		id: "funnel",
		title: "From interest to shortlist",
		finding: `${share(spoken, total)} of people have been spoken to; ${words(total - spoken)} have not.`,
		note: null,
		marks
	};
}
function largest(marks, total, verb) {
	const top = marks.reduce((best, each) => best === null || each.count > best.count ? each : best, null);
	if (!top || total === 0) return "There is nobody here yet.";
	return `${words(top.count)} (${share(top.count, total)}) ${verb} ${top.label}, more than any other.`;
}
function available(marks, total) {
	if (total === 0) return "There is nobody here yet.";
	const now = marks.find(({ id }) => id === "now")?.count ?? 0;
	return `${words(now)} (${share(now, total)}) could start now.`;
}
var words = (count) => count === 1 ? "1 person" : `${count.toLocaleString("en-GB")} people`;
function share(part, whole) {
	return whole === 0 ? "0%" : `${Math.round(100 * part / whole)}%`;
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/timeline.ts
/** A person's history, newest first; ties keep a fixed order so that nothing jumps. */
function timelineOf(sources) {
	const { candidate, contacts, followUps, onLists, doNotContact } = sources;
	const items = [
		...contacts.map(contactItem),
		...onLists.flatMap(stageItems),
		...followUps.flatMap(followUpItems),
		system(`${candidate.id} came`, candidate.registeredInterestAt, "Came forward to the programme"),
		...candidate.firstSpokenOn ? [system(`${candidate.id} heard`, candidate.firstSpokenOn, "First spoken to by a council")] : []
	];
	if (doNotContact) {
		const { record, notSentYet } = doNotContact;
		items.push({
			id: `${record.id} do-not-contact`,
			type: "do-not-contact",
			at: record.at,
			title: "Must not be contacted by this council",
			by: record.by.name,
			body: record.reason || null,
			notSentYet
		});
	}
	return items.sort((a, b) => b.at.localeCompare(a.at) || a.id.localeCompare(b.id));
}
function contactItem({ record, notSentYet }) {
	const channel = CHANNEL_LABELS[record.channel];
	const outcome = OUTCOME_LABELS[record.outcome].toLowerCase();
	const direction = record.direction === "in" ? ", from them" : "";
	return {
		id: record.id,
		type: "contact",
		at: record.at,
		title: `${record.correctionOf ? "Correction: " : ""}${channel}${direction}: ${outcome}`,
		by: record.by.name,
		body: record.note ?? null,
		notSentYet
	};
}
function stageItems({ vacancy, entry }) {
	return entry.record.history.map((move, index) => {
		const isLast = index === entry.record.history.length - 1;
		const isRemoval = isLast && entry.record.removed;
		return {
			id: `${entry.record.id} ${index}`,
			type: "stage",
			at: move.at,
			title: isRemoval ? `Taken off the shortlist for ${vacancy.ref}` : move.from === void 0 ? `Added to the shortlist for ${vacancy.ref}: ${STAGE_LABELS[move.to]}` : `${STAGE_LABELS[move.to]} for ${vacancy.ref}`,
			by: move.by.name,
			body: move.reason ?? null,
			notSentYet: isLast && entry.notSentYet
		};
	});
}
function followUpItems({ record, notSentYet }) {
	const what = record.promise ? "Promise" : "Follow-up";
	const set = {
		id: record.id,
		type: "follow-up",
		at: record.createdAt,
		title: `${what} for ${record.dueOn}: ${record.what}`,
		by: record.owner.name,
		body: null,
		notSentYet: notSentYet && !record.done
	};
	if (!record.done) return [set];
	const { at, by } = record.done;
	const title = `${what} done: ${record.what}`;
	return [set, {
		id: `${record.id} done`,
		type: "follow-up",
		at,
		title,
		by: by.name,
		body: null,
		notSentYet
	}];
}
function system(id, at, title) {
	return {
		id,
		type: "system",
		at,
		title,
		by: null,
		body: null,
		notSentYet: false
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/person-query.ts
/** Reads everything about one person: the page opens one bucket (decision Q5). */
async function readPersonView(context, id) {
	const { owner, replica, shown } = context;
	const candidate = await replica.readPerson(id);
	const card = cardOf(context, id, from(councilBase(owner)));
	if (!candidate || !card) return replica.hasWithdrawn(id) ? {
		is: "withdrawn",
		on: null
	} : { is: "not-held" };
	const isAbout = (record) => record.candidateId === id;
	const contacts = shown.all("contact").filter(({ record }) => isAbout(record));
	const followUps = shown.all("follow-up").filter(({ record }) => isAbout(record));
	const onLists = shown.all("shortlist-entry").filter(({ record }) => isAbout(record)).flatMap((entry) => {
		const vacancy = shown.get("vacancy", entry.record.vacancyId);
		return vacancy ? [{
			vacancy: vacancy.record,
			entry
		}] : [];
	});
	const doNotContact = shown.get("do-not-contact", id);
	return {
		is: "held",
		candidate,
		card,
		timeline: timelineOf({
			candidate,
			contacts,
			followUps,
			onLists,
			doNotContact
		}),
		contacts: [...contacts].sort((a, b) => b.record.at.localeCompare(a.record.at)),
		followUps: [...followUps].sort((a, b) => a.record.dueOn.localeCompare(b.record.dueOn)),
		onLists: onLists.filter(({ entry }) => !entry.record.removed),
		doNotContact
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/small-queries.ts
/** Reads the success stories, the newest first; withdrawn ones are gone. */
function readStories({ shown }) {
	return shown.all("story").filter(({ record }) => record.status !== "withdrawn").sort((a, b) => b.record.at.localeCompare(a.record.at) || a.record.id.localeCompare(b.record.id));
}
/** Reads where the programme stands; null before the first sync. */
function readProgramme({ shown }) {
	return shown.all("programme")[0]?.record ?? null;
}
/** Reads the people of our council who use this, by name. */
function readColleagues({ shown }) {
	return shown.all("colleague").map(({ record }) => record).sort((a, b) => a.name.localeCompare(b.name, "en-GB") || a.id.localeCompare(b.id));
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/pending-changes.ts
/** What is not sent or was refused, oldest first, in words. */
function pendingChanges(context) {
	return context.shown.entries.filter(({ state, mutation }) => state.is !== "sent" && !isSilent(mutation)).map((entry) => pendingChange(context, entry));
}
/** A place kept in the order. All else is listed: the header counts it too. */
var isSilent = ({ kind }) => kind === "noop";
function pendingChange(context, { id, mutation, state }) {
	return {
		id,
		at: mutation.at,
		words: wordsFor(context, mutation),
		candidateId: personOf(mutation),
		vacancyId: mutation.args.vacancyId ?? null,
		state
	};
}
function wordsFor(context, mutation) {
	const person = personOf(mutation);
	const name = person === null ? "" : nameOf(context, person) ?? "someone who has withdrawn";
	const vacancyRef = (id) => context.shown.get("vacancy", id)?.record.ref ?? "a vacancy that is not there any more";
	switch (mutation.kind) {
		case "vacancy.create": return `New vacancy ${mutation.args.ref}: ${mutation.args.title}`;
		case "vacancy.edit": return `Changes to vacancy ${vacancyRef(mutation.args.vacancyId)}`;
		case "shortlist.add": return `${name} added to the shortlist for ${vacancyRef(mutation.args.vacancyId)}`;
		case "shortlist.move": return `${name} moved to ${STAGE_LABELS[mutation.args.to]} for ${vacancyRef(mutation.args.vacancyId)}`;
		case "shortlist.remove": return `${name} taken off the shortlist for ${vacancyRef(mutation.args.vacancyId)}`;
		case "contact.log": return `Contact with ${name}: ${OUTCOME_LABELS[mutation.args.outcome].toLowerCase()}`;
		case "follow-up.set": return `Follow-up about ${name}: ${mutation.args.what}`;
		case "follow-up.done": return followUpDone(context, mutation.args.followUpId);
		case "do-not-contact.set": return `${name} must not be contacted`;
		case "story.submit": return `Success story: ${mutation.args.title}`;
		case "audit.record": return name === "" ? "Record of what was looked at" : `Contact details of ${name} shown`;
		case "noop": return "";
	}
}
function followUpDone(context, id) {
	const record = context.shown.get("follow-up", id)?.record;
	if (!record) return "Follow-up done";
	return `Follow-up done for ${nameOf(context, record.candidateId) ?? "someone who has withdrawn"}: ${record.what}`;
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/store-query.ts
/** Reads what this device holds, for Sync and records. */
function readStore(context) {
	const { people, replica } = context;
	return {
		people: people.size,
		peopleAsAt: replica.asAt,
		pending: pendingChanges(context),
		setAside: replica.setAside,
		indexBytes: people.sizeBytes,
		streams: replica.cursors().map(({ stream, seq }) => ({
			stream,
			seq
		}))
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/today-query.ts
/** Rows of the first group; the rest are one key press away, in Find. */
var UNHEARD_ROWS = 8;
/** Beyond this nobody is in reach by not having stated a limit. */
var REACH_MILES = 40;
/** Reads Today: what is needed first, first. */
function readToday(context) {
	const { owner, people, shown, today } = context;
	const query = unheardInReach(context);
	const unheard = firstCards(context, query, UNHEARD_ROWS);
	const changes = pendingChanges(context);
	const mine = shown.all("contact").filter(({ record }) => record.by.id === owner.recruiterId && londonDay(record.at) === today);
	return {
		today,
		followUps: dueFollowUps(context),
		unheard: {
			total: unheard.total,
			longestDays: Math.max(0, ...unheard.rows.map((card) => card.unheardDays ?? 0)),
			rows: unheard.rows,
			query
		},
		notSent: changes.filter(({ state }) => state.is === "waiting"),
		refused: changes.filter(({ state }) => state.is === "refused"),
		doneToday: {
			contacts: mine.length,
			spoken: mine.filter(({ record }) => wasSpoken(record)).length
		},
		people: people.size
	};
}
/** People in our reach nobody has spoken to: tried is not heard. */
function unheardInReach({ owner }) {
	return {
		text: "",
		facets: { heard: ["unheard", "tried"] },
		near: {
			...councilBase(owner),
			radiusMiles: REACH_MILES
		},
		order: "longest_unheard",
		includeHidden: false
	};
}
/** This recruiter's follow-ups that are due, the oldest first, promises before the rest. */
function dueFollowUps(context) {
	const { owner, shown, today } = context;
	return shown.all("follow-up").filter(({ record }) => !record.done && record.dueOn <= today && record.owner.id === owner.recruiterId && shown.get("do-not-contact", record.candidateId) === null).map((followUp) => ({
		followUp,
		name: nameOf(context, followUp.record.candidateId),
		overdueDays: daysBetween(followUp.record.dueOn, today)
	})).sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
}
function orderOf({ followUp: { record } }) {
	const { dueOn, promise, dueTime, id } = record;
	return [
		dueOn,
		promise ? 0 : 1,
		dueTime ?? "99",
		id
	].join(" ");
}
// ../../swt-freeze-G0nL73/src/renderer/worker/queries/vacancy-queries.ts
/** Reads the council's vacancies: open ones first, the newest first. */
function readVacancies({ shown }) {
	const listed = Map.groupBy(shown.all("shortlist-entry").filter(({ record }) => !record.removed), ({ record }) => record.vacancyId);
	return shown.all("vacancy").map((vacancy) => {
		const entries = listed.get(vacancy.record.id) ?? [];
		return {
			vacancy,
			onList: entries.length,
			spokenTo: entries.filter(({ record }) => shown.own.ours.get(record.candidateId) === "spoken").length,
			placed: entries.filter(({ record }) => record.stage === "placed").length
		};
	}).sort((a, b) => byStatusThenAge(a.vacancy, b.vacancy));
}
/** Reads one vacancy and the people on its list, by stage and then by how long they wait. */
function readVacancy(context, id) {
	const vacancy = context.shown.get("vacancy", id);
	if (!vacancy) return null;
	return {
		vacancy,
		people: context.shown.all("shortlist-entry").filter(({ record }) => record.vacancyId === id && !record.removed).map((entry) => listedPerson(context, vacancy.record, entry)).sort((a, b) => stageRank(a) - stageRank(b) || b.daysHere - a.daysHere || byId(a, b))
	};
}
function listedPerson(context, { base }, entry) {
	const near = base ? {
		...base,
		withinTheirLimit: true
	} : councilBase(context.owner);
	const since = entry.record.history.at(-1)?.at;
	return {
		entry,
		card: cardOf(context, entry.record.candidateId, from(near)),
		daysHere: since ? Math.max(0, daysBetween(londonDay(since), context.today)) : 0
	};
}
var stageRank = ({ entry }) => STAGES.indexOf(entry.record.stage);
var byId = (a, b) => a.entry.record.id.localeCompare(b.entry.record.id);
function byStatusThenAge(a, b) {
	if (a.record.status !== b.record.status) return a.record.status === "open" ? -1 : 1;
	return b.record.createdAt.localeCompare(a.record.createdAt) || a.record.id.localeCompare(b.record.id);
}
// ../../swt-freeze-G0nL73/src/renderer/worker/warm-up.ts
/**
* What recruiters begin with: one letter, acronyms, a place with a distance, a phrase, a
* slip of the fingers, half a number. Together they run every branch of the engine.
*/
var FIRST_KEYS = [
	"s",
	"sa",
	"a",
	"amhp",
	"amhp thanet",
	"cp sw 20 miles of leeds"
];
var OTHER_WAYS = [
	"\"child p",
	"form f",
	"safegaurding",
	"sw91",
	"o'n",
	"amhp or bia -leeds"
];
var CARDS = 50;
/**
* Asks the index a few things nobody waits for, so that the first real key press does not
* pay for compiling the engine: measured at 105,000 people, the first letter took 41 ms and
* the second 28 ms of the worker, later ones 7. One question a turn, so that a real one
* never waits for more than one of them.
*/
async function warmUp(index) {
	for (const text of [...FIRST_KEYS, ...OTHER_WAYS]) {
		const query = {
			...EVERYBODY,
			text
		};
		for (const id of index.find(query).ids(0, CARDS)) index.card(id, query);
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
}
// ../../swt-freeze-G0nL73/src/renderer/worker/session.ts
/** While many people come in, the page is told this often. */
var TELL_OF_PEOPLE_EVERY_MS = 1e3;
var NOBODY$1 = fail("AUTH_SIGN_IN_AGAIN", "Nobody is signed in, so this was not saved.");
/** Joins cache, index, journal and queries for one recruiter at a time. */
function createDataSession({ clock, random, append, emit }) {
	const places = createPlaces();
	let today = londonDay(clock.nowMs());
	const host = createPeopleHost(places, today);
	const moment = {
		notSent: () => shown?.peopleNotSent,
		base: () => replica?.owner.council,
		clock
	};
	let finds = createFindQueries(host, moment);
	let replica = null;
	let entries = [];
	let toldOfPeopleMs = Number.NEGATIVE_INFINITY;
	let shown = null;
	/** The index that has answered its first questions already. */
	let warmed = null;
	let opened = Promise.withResolvers();
	/** Signed out: unlike while the cache opens, nothing is waited for. */
	let isLocked = false;
	/** How often the laptop has changed hands. */
	let hands = 0;
	let lastSave = Promise.resolve();
	/** The first people can be found, or there are none. */
	let findable = Promise.withResolvers();
	/** Lays the journal over the rows again and tells the index what is ours. */
	function relay() {
		if (!replica) return;
		const held = replica;
		shown = buildShownWork({
			owner: held.owner,
			confirmed: held.rows,
			entries,
			personHeld: held.holds("pool") ? host.has : (id) => !held.hasWithdrawn(id)
		});
		host.setOwnWork(shown.own);
	}
	function forget() {
		host.clear();
		finds = createFindQueries(host, moment);
		shown = null;
		if (!replica) return;
		replica.close();
		replica = null;
		opened = Promise.withResolvers();
		findable = Promise.withResolvers();
	}
	async function context() {
		const held = await opened.promise;
		if (!shown) throw new Error("The session was locked while it was read.");
		return {
			owner: held.owner,
			replica: held,
			people: host.index,
			shown,
			today
		};
	}
	function current() {
		if (!replica) throw new Error("Nothing is open.");
		return replica;
	}
	function changed(topics) {
		relay();
		emit(topics);
	}
	/** Says now and then that there are more people: each reading costs the index a build. */
	function morePeople() {
		const nowMs = clock.monotonicMs();
		if (nowMs - toldOfPeopleMs < TELL_OF_PEOPLE_EVERY_MS) return;
		toldOfPeopleMs = nowMs;
		emit(["people"]);
	}
	const calls = {
		async open(input) {
			forget();
			isLocked = false;
			const onProgress = () => {
				findable.resolve();
				morePeople();
			};
			replica = await openReplica(input, {
				sink: host,
				random,
				onProgress
			});
			relay();
			opened.resolve(replica);
			findable.resolve();
			emit(TOPICS);
			return replica.state;
		},
		manifest: (input) => current().manifest(input),
		async bucket(input) {
			const done = await current().bucket(input);
			morePeople();
			return done;
		},
		async "buckets-done"(input) {
			const applied = await current().finishBuckets(input);
			changed([
				"people",
				"work",
				"store"
			]);
			return applied;
		},
		async page(input) {
			const applied = await current().page(input);
			changed(TOPICS);
			return applied;
		},
		async "caught-up"({ at }) {
			await current().noteCaughtUp(at);
			emit(["store"]);
			return { people: host.count() };
		},
		journal(input) {
			entries = input.entries;
			changed([
				"work",
				"people",
				"store"
			]);
			return null;
		},
		async purge({ stream }) {
			await current().purge(stream);
			changed(TOPICS);
			return null;
		},
		lock() {
			forget();
			entries = [];
			isLocked = true;
			hands += 1;
			emit(TOPICS);
			return null;
		}
	};
	async function save({ drafts }, asked) {
		if (asked !== hands) return NOBODY$1;
		const { shown: before } = await context();
		if (asked !== hands) return NOBODY$1;
		const done = await runCommand(drafts, {
			shown: before,
			clock,
			random,
			append
		});
		if (!done.ok) return done;
		const known = new Set(entries.map(({ id }) => id));
		entries = [...entries, ...done.value.entries.filter(({ id }) => !known.has(id))];
		changed([
			"work",
			"people",
			"store"
		]);
		return ok({ saved: done.value.entries.map(({ id }) => id) });
	}
	/** One save at a time: each is judged by what the one before it left. */
	function command(input) {
		if (isLocked) return Promise.resolve(NOBODY$1);
		const asked = hands;
		const saved = lastSave.then(() => save(input, asked));
		lastSave = saved.catch(() => void 0);
		return saved;
	}
	return {
		calls,
		queries: {
			"find.run": (input) => findable.promise.then(() => finds.run(input)),
			"find.rows": (input) => findable.promise.then(() => finds.rows(input)),
			"find.neighbours": (input) => findable.promise.then(() => finds.neighbours(input)),
			"person.read": async ({ id }) => readPersonView(await context(), id),
			"today.read": async () => readToday(await context()),
			"vacancies.read": async () => readVacancies(await context()),
			"vacancy.read": async ({ id }) => readVacancy(await context(), id),
			"insights.read": async () => readInsights(await context()),
			"stories.read": async () => readStories(await context()),
			"programme.read": async () => readProgramme(await context()),
			"colleagues.read": async () => readColleagues(await context()),
			"store.read": async () => readStore(await context()),
			"places.suggest": ({ text }) => places.suggest(text),
			command
		},
		async tidy() {
			await replica?.tidy();
			if (!replica || warmed === host.index || host.count() === 0) return;
			warmed = host.index;
			await warmUp(host.index);
		},
		tick() {
			const now = londonDay(clock.nowMs());
			if (now === today) return;
			today = now;
			host.setToday(now);
			emit(["people", "work"]);
		}
	};
}
// ../../swt-freeze-G0nL73/src/main/keys/key-store.ts
var NAMES = {
	darwin: "keychain",
	win32: "dpapi"
};
/** Looks at what the operating system offers; call once the app is ready. */
async function openKeyStore(storage, platform) {
	const isThere = await storage.isAsyncEncryptionAvailable();
	const name = NAMES[platform] ?? storage.getSelectedStorageBackend();
	return {
		name: isThere ? name : "none",
		isSafe: isThere && name !== "basic_text" && name !== "unknown",
		seal: (text) => storage.encryptStringAsync(text),
		async open(sealed) {
			const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(sealed));
			return {
				text: result,
				isStale: shouldReEncrypt
			};
		}
	};
}
// ../../swt-freeze-G0nL73/src/main/atomic-file.ts
/**
* Replaces a small file so that a crash leaves the old one or the new one, never a piece.
*
* Synchronous on purpose: a few kilobytes, and two writes can never overtake each other.
* Throws what the file system throws; the old file is then untouched.
*/
function writeFileAtomically(path, content) {
	const draft = `${path}.draft`;
	const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
	try {
		const file = openSync(draft, "w", 384);
		try {
			for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(draft, path);
	} catch (error) {
		rmSync(draft, { force: true });
		throw error;
	}
	syncFolder(dirname(path));
}
/** Makes the renaming itself durable; Windows cannot open folders and needs no such thing. */
function syncFolder(folder) {
	if (process.platform === "win32") return;
	const handle = openSync(folder, "r");
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
// ../../swt-freeze-G0nL73/src/main/keys/keyring.ts
var KEY_BYTES = 32;
var KeyringFile = Type.Object({
	version: Type.Literal(1),
	generation: Type.String({
		minLength: 8,
		maxLength: 64
	}),
	keys: Type.Record(Type.String({ maxLength: 64 }), Type.Object({
		keyId: Type.String({ maxLength: 64 }),
		sealed: Type.String()
	}))
});
var check = Compile(KeyringFile);
/** Opens the keyring; never throws for what it finds, only for a disk that cannot be written. */
async function openKeyring({ path, keyStore, random, log }) {
	const found = keyStore.isSafe ? await readKeyring(path, keyStore) : { is: "none" };
	if (found.is === "lost") {
		log.warn("keyring.lost");
		renameSync(path, `${path}.bad`);
	}
	const open = new Map(found.is === "found" ? found.open : []);
	let file = found.is === "found" ? found.file : {
		version: 1,
		generation: hex(random, 16),
		keys: {}
	};
	const making = /* @__PURE__ */ new Map();
	const save = (keys) => {
		const next = {
			...file,
			keys
		};
		if (keyStore.isSafe) writeFileAtomically(path, JSON.stringify(next));
		file = next;
	};
	const make = async (name) => {
		const made = {
			keyId: hex(random, 8),
			raw: random.bytes(KEY_BYTES)
		};
		const sealed = keyStore.isSafe ? await sealKey(keyStore, made.raw) : "";
		save({
			...file.keys,
			[name]: {
				keyId: made.keyId,
				sealed
			}
		});
		open.set(name, made);
		return made;
	};
	if (found.is === "found" && found.stale.length > 0) {
		const again = { ...file.keys };
		for (const name of found.stale) {
			const key = open.get(name);
			if (key) again[name] = {
				keyId: key.keyId,
				sealed: await sealKey(keyStore, key.raw)
			};
		}
		save(again);
	}
	const key = async (name) => {
		const held = open.get(name);
		if (held) return copyOf(held);
		let wait = making.get(name);
		if (!wait) {
			wait = make(name).finally(() => making.delete(name));
			making.set(name, wait);
		}
		return copyOf(await wait);
	};
	return {
		generation: () => file.generation,
		isPersisted: keyStore.isSafe,
		wereLost: found.is === "lost",
		key,
		streamKey: async (stream) => ({
			stream,
			...await key(stream)
		}),
		names: () => Object.keys(file.keys),
		destroy(name) {
			const { [name]: _gone, ...rest } = file.keys;
			save(rest);
			open.get(name)?.raw.fill(0);
			open.delete(name);
		},
		destroyAll() {
			if (keyStore.isSafe) rmSync(path, { force: true });
			file = {
				version: 1,
				generation: hex(random, 16),
				keys: {}
			};
			for (const { raw } of open.values()) raw.fill(0);
			open.clear();
		}
	};
}
async function readKeyring(path, keyStore) {
	let text;
	try {
		text = readFileSync(path, "utf8");
	} catch {
		return { is: "none" };
	}
	try {
		const file = JSON.parse(text);
		if (!check.Check(file)) return { is: "lost" };
		const open = /* @__PURE__ */ new Map();
		const stale = [];
		for (const [name, { keyId, sealed }] of Object.entries(file.keys)) {
			const opened = await keyStore.open(Buffer.from(sealed, "base64"));
			const raw = new Uint8Array(Buffer.from(opened.text, "base64"));
			if (raw.length !== KEY_BYTES) return { is: "lost" };
			open.set(name, {
				keyId,
				raw
			});
			if (opened.isStale) stale.push(name);
		}
		return {
			is: "found",
			file,
			open,
			stale
		};
	} catch {
		return { is: "lost" };
	}
}
async function sealKey(keyStore, raw) {
	const sealed = await keyStore.seal(Buffer.from(raw).toString("base64"));
	return Buffer.from(sealed).toString("base64");
}
/** The receiver wipes what it is given, so it gets bytes of its own. */
function copyOf({ keyId, raw }) {
	return {
		keyId,
		raw: raw.slice()
	};
}
function hex(random, length) {
	return Buffer.from(random.bytes(length)).toString("hex");
}
// ../../swt-freeze-G0nL73/src/main/cannot-start.ts
/** A start that cannot go on; the message is one plain sentence with the remedy. */
var CannotStart = class extends Error {
	name = "CannotStart";
};
// ../../swt-freeze-G0nL73/src/main/sync/events.ts
var SILENCE_MS = 65e3;
var MOST_EVENT_CHARS = 262144;
/**
* Listens to the centre's nudges, and comes back by itself when the line is lost.
*
* Only a hint: where a proxy breaks the line nothing is lost, because the engine polls
* anyway (decision C4).
*/
function createNudges({ open, timer, random, silenceMs = SILENCE_MS }) {
	return { listen(heard) {
		let tries = 0;
		let cancelWait = () => {};
		let line = new AbortController();
		let isOver = false;
		async function run() {
			line = new AbortController();
			const opened = await open(line.signal);
			if (opened.ok && !isOver) await readLine(opened.value).catch(() => {});
			line.abort();
			if (isOver) return;
			const failure = opened.ok ? {
				code: "NET_UNREACHABLE",
				message: ""
			} : opened.error;
			tries += 1;
			const delayMs = Math.max(1e3, chooseWaitMs(tries, failure, random.next()));
			cancelWait = timer.after(delayMs, () => void run());
		}
		async function readLine(answer) {
			const reader = (answer.body?.pipeThrough(new TextDecoderStream()))?.getReader();
			let rest = "";
			for (;;) {
				const cancelSilence = timer.after(silenceMs, () => line.abort());
				const next = await reader?.read().finally(cancelSilence);
				if (!next || next.done || isOver) return;
				const events = (rest + next.value.replaceAll("\r\n", "\n")).split("\n\n");
				rest = events.pop() ?? "";
				if (rest.length > MOST_EVENT_CHARS) return;
				for (const event of events) {
					const heads = readHeads(event);
					if (heads === null || isOver) continue;
					tries = 0;
					heard(heads);
				}
			}
		}
		run();
		return () => {
			isOver = true;
			cancelWait();
			line.abort();
		};
	} };
}
/** Reads one event; anything but well-formed heads is passed over. */
function readHeads(event) {
	const lines = event.split("\n");
	if (!lines.includes("event: heads")) return null;
	const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n");
	try {
		const value = JSON.parse(data);
		return Check(Heads, value) ? value : null;
	} catch {
		return null;
	}
}
// ../../swt-freeze-G0nL73/src/main/work.ts
var NOBODY = fail("AUTH_SIGN_IN_AGAIN", "Nobody is signed in, so this was not saved.");
/** Opens the work; throws `CannotStart` when the journal cannot be opened. */
async function openWork(parts) {
	const { keyring, clock, random, timer, log } = parts;
	let isReplicaUp = false;
	const replica = createPortReplica({
		append: (drafts) => now.journal.owner() === null ? NOBODY : now.journal.append(drafts),
		changed(is) {
			isReplicaUp = is === "replica-up";
			now.engine.signal(is);
		},
		log
	});
	const store = tellFirstSync(replica, parts.firstSyncFinished);
	const withNotices = (status) => ({
		...status,
		notices: [...parts.notices, ...status.notices]
	});
	const begin = async () => {
		const opened = openJournal({
			path: parts.journalPath,
			key: await keyring.key("journal"),
			clock,
			random,
			log
		});
		if (!opened.ok) throw new CannotStart(opened.error.message);
		const { journal } = opened.value;
		journal.subscribe(parts.journalChanged);
		const api = createHttpApi({
			...parts.http,
			device: journal.device
		});
		const nudges = createNudges({
			open: api.events,
			timer,
			random
		});
		const listener = {
			status: (status) => parts.statusChanged(withNotices(status)),
			session: parts.session
		};
		const { vault } = parts;
		return {
			journal,
			api,
			engine: startSyncEngine({
				api,
				nudges,
				replica: store,
				vault,
				journal,
				clock,
				random,
				timer,
				log,
				listener
			})
		};
	};
	let now = await begin();
	return {
		api: { session: () => now.api.session() },
		replica,
		signal: (is) => now.engine.signal(is),
		status: () => withNotices(now.engine.readStatus()),
		syncNow: () => now.engine.signal("sync-now"),
		list: () => now.journal.list(),
		retry: (id) => now.journal.retry(id),
		discard: (id) => now.journal.discard(id),
		readDraft: (key) => now.journal.readDraft(key),
		writeDraft: (key, text) => now.journal.owner() === null ? NOBODY : now.journal.writeDraft(key, text),
		owner: () => now.journal.owner(),
		claim: (recruiter) => now.journal.claim(recruiter),
		countNotSent: () => now.journal.list().filter(({ state, mutation }) => state.is !== "sent" && mutation.kind !== "noop").length,
		async wipe() {
			const { journal, api, engine } = now;
			engine.stop();
			api.close();
			const opening = await parts.vault.opening(null);
			keyring.destroyAll();
			journal.destroy();
			const streams = opening.ok ? opening.value.owner.streams : [];
			for (const stream of streams) await replica.call("purge", { stream });
			await replica.call("lock", {});
			now = await begin();
			if (isReplicaUp) now.engine.signal("replica-up");
			parts.journalChanged(now.journal.list());
		},
		close() {
			now.engine.stop();
			now.api.close();
			now.journal.close();
		}
	};
}
/** Watches the answers of the cache for the first one that says "all streams are here". */
function tellFirstSync(replica, tell) {
	let isTold = false;
	return { async call(name, input) {
		const result = await replica.call(name, input);
		if (name === "caught-up" && result.ok && !isTold) {
			isTold = true;
			tell(result.value.people);
		}
		return result;
	} };
}
export { buildVault, createDataSession, createMainPort, openKeyStore, openKeyring, openWork, readKeptSession };
