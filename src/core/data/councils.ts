import type { CouncilId, IsoDate } from '#contract/brands.ts';
import type { Region } from '#contract/vocabulary.ts';
import { addDays } from '#core/domain/days.ts';

/** The five kinds of English authority with children's and adults' duties. */
export type CouncilType =
  | 'County'
  | 'Unitary authority'
  | 'Metropolitan district'
  | 'London borough'
  | 'City corporation';

/** A GSS code with the days it was in force; open ends are absent. */
export interface GssCode {
  readonly code: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

/** A council of England with social care duties. */
export interface Council {
  /** For ever, unlike the GSS codes, which change with boundaries (domain.md section 8). */
  readonly id: CouncilId;
  readonly name: string;
  readonly type: CouncilType;
  readonly region: Region;
  /** The main town, to about a mile: good for distances, not for maps of boundaries. */
  readonly lat: number;
  readonly lon: number;
  /** Newest last; earlier ones also cover the area of abolished councils. */
  readonly gss: readonly GssCode[];
}

/** A council or code that is no more. */
export interface FormerCouncil {
  readonly code: string;
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly successors: readonly CouncilId[];
}

/** Code, name, first day, last day, successors (domain.md section 8). */
const FORMER = `
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
const CURRENT = `
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

const records = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|'));

/** Councils and codes that were replaced since 2013, so that an old name is still found. */
export const FORMER_COUNCILS: readonly FormerCouncil[] = records(FORMER).map(
  ([code = '', name = '', from = '', to = '', successors = '']) => ({
    code,
    name,
    from: from as IsoDate,
    to: to as IsoDate,
    successors: successors.split(';') as CouncilId[],
  }),
);

/** The 153 councils of England with social care duties since 1 April 2023, by name. */
export const COUNCILS: readonly Council[] = records(CURRENT).map(
  ([id = '', name = '', type = '', region = '', lat = '', lon = '', code = '']) => ({
    id: id as CouncilId,
    name,
    type: type as CouncilType,
    region: region as Region,
    lat: Number(lat),
    lon: Number(lon),
    gss: datedCodes(id as CouncilId, code),
  }),
);

/** The same councils by id. */
export const COUNCIL_BY_ID: ReadonlyMap<CouncilId, Council> = new Map(
  COUNCILS.map((council) => [council.id, council]),
);

function datedCodes(id: CouncilId, code: string): readonly GssCode[] {
  const earlier = FORMER_COUNCILS.filter((former) => former.successors.includes(id)).sort((a, b) =>
    a.to < b.to ? -1 : 1,
  );
  const last = earlier.at(-1);
  return [
    ...earlier.map(({ code: old, from, to }) => ({ code: old, from, to })),
    last ? { code, from: addDays(last.to, 1) } : { code },
  ];
}
