import type { CouncilId } from '#contract/brands.ts';

/** An outward code: the first half of a postcode, with the point of a town or suburb in it. */
export interface Outcode {
  readonly code: string;
  readonly town: string;
  readonly lat: number;
  readonly lon: number;
  readonly councilId: CouncilId;
}

/**
 * Council: outward code, town, latitude and longitude.
 *
 * A curated list of examples, not of all: no open package ships the centroids (domain.md
 * section 9). A code that straddles councils stands under one. Points of towns are from
 * GeoNames (see `GEONAMES_CREDIT`), those of suburbs were set by hand to about a mile.
 */
const TABLE = `
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
`;

/** About a thousand outward codes of England, every council with at least one. */
export const OUTCODES: readonly Outcode[] = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [council = '', places = ''] = line.split(': ');
    return places.split(', ').map((place) => {
      const words = place.split(' ');
      const [lat, lon] = words.slice(-2).map(Number);
      return {
        code: words[0] ?? '',
        town: words.slice(1, -2).join(' '),
        lat: lat ?? Number.NaN,
        lon: lon ?? Number.NaN,
        councilId: council as CouncilId,
      };
    });
  });
