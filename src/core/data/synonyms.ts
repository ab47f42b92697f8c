/** The part of the trade a term belongs to. */
export type SynonymGroup = 'children' | 'adults' | 'role/regulation' | 'qualification' | 'hr';

/** A term of the trade and what else people call it: one to many. */
export interface Synonym {
  readonly group: SynonymGroup;
  readonly term: string;
  readonly expansion: string;
  readonly equivalents: readonly string[];
  /** Another thing the same letters stand for: ask, never merge silently. */
  readonly ambiguousWith?: string;
  readonly note?: string;
}

/** Group, term, expansion, equivalents, note (domain.md section 4). */
const TABLE = `
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

const AMBIGUOUS = 'ambiguous: ';

/** The 136 terms in the order of the page; a term may stand twice with two meanings. */
export const SYNONYMS: readonly Synonym[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [group = '', term = '', expansion = '', equivalents = '', note = ''] = line.split('|');
    return {
      group: group as SynonymGroup,
      term,
      expansion,
      equivalents: equivalents.split(';'),
      ...(note.startsWith(AMBIGUOUS)
        ? { ambiguousWith: note.slice(AMBIGUOUS.length) }
        : note && { note }),
    };
  });
