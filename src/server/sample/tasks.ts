import type { SpecialismId } from '#contract/vocabulary.ts';

/**
 * What people in each area say they have done: short phrases that follow "I have".
 *
 * The words recruiters search by are in here on purpose: acronyms, sections, forms.
 */
export const TASKS: Readonly<Record<SpecialismId, readonly string[]>> = {
  front_door: [
    'screened contacts in a busy MASH',
    'chaired strategy discussions with police and health',
    'made threshold decisions at the front door',
    'worked the duty desk as single point of access',
    'triaged domestic abuse notifications',
  ],
  assessment: [
    'completed single assessments within 45 days',
    'led section 47 enquiries from referral to conference',
    'worked on the duty rota of a referral and assessment team',
    'carried out joint visits with police',
    'written chronologies and safety plans',
  ],
  cin_cp: [
    'held a mixed caseload of CIN and CP plans',
    'presented at initial and review child protection conferences',
    'led section 47 enquiries and core groups',
    'worked families out of child protection planning',
    'carried out PAMS informed parenting assessments',
    'written section 17 plans with families',
  ],
  court: [
    'managed pre-proceedings under the PLO',
    'written initial statements and final evidence',
    'given evidence in care proceedings',
    'completed viability and parenting assessments for court',
    'worked with children’s guardians and counsel',
  ],
  cla: [
    'held cases of children looked after up to permanence',
    'prepared LAC reviews and care plans',
    'supported placements through disruption',
    'completed life story work',
    'arranged family time and reunification home',
  ],
  leaving_care: [
    'written pathway plans with care leavers',
    'worked in a 16+ and leaving care team',
    'supported young people into supported lodgings',
    'supervised personal advisers',
  ],
  fostering: [
    'completed Form F assessments',
    'supervised a caseload of mainstream and kinship carers',
    'written SGO reports and support plans',
    'presented to fostering panel',
    'assessed connected persons under regulation 24',
    'run Skills to Foster groups',
  ],
  adoption: [
    'written prospective adopter reports (PAR)',
    'family found for sibling groups',
    'written child permanence reports',
    'supported adopters after placement',
    'presented to adoption panel and the ADM',
  ],
  disabled_children: [
    'worked in a 0-25 disability team',
    'written EHCP social care advice',
    'arranged short breaks and direct payments',
    'held CIN and CP cases of children with disabilities',
  ],
  early_help: [
    'led team around the family meetings',
    'managed an early help hub',
    'stepped families down from statutory services',
    'run parenting groups in a family hub',
  ],
  exploitation: [
    'worked with young people at risk of CSE and county lines',
    'completed return home interviews and NRM referrals',
    'mapped contextual safeguarding with police and schools',
  ],
  youth_justice: [
    'written pre-sentence reports for the youth court',
    'held orders in a youth justice service',
    'completed AssetPlus assessments',
  ],
  uasc: [
    'carried out Merton compliant age assessments',
    'supported UASC through their asylum claims',
    'worked with interpreters and the virtual school',
  ],
  reviewing_qa: [
    'chaired child protection conferences',
    'worked as an IRO for children in care',
    'led audit and practice learning reviews',
    'covered the LADO duty line',
    'raised and resolved disputes with the operational teams',
  ],
  older_people: [
    'completed Care Act assessments with older people',
    'worked with people living with dementia and their carers',
    'reviewed residential and nursing placements',
    'arranged complex packages of care at home',
    'worked alongside OPMH colleagues',
  ],
  physical_disability: [
    'supported people with acquired brain injury',
    'set up direct payments and personal budgets',
    'assessed disabled adults under the Care Act',
    'worked with sensory impairment and ROVI colleagues',
  ],
  learning_disability: [
    'worked in a CLDT with adults with autism',
    'moved people on under transforming care',
    'reviewed supported living schemes',
    'completed complex capacity assessments with adults with a learning disability',
  ],
  adult_mental_health: [
    'held a caseload in a CMHT as care co-ordinator',
    'worked on the AMHP rota',
    'arranged section 117 aftercare',
    'written social circumstances reports for tribunals',
    'worked in early intervention in psychosis',
  ],
  hospital_discharge: [
    'worked in an integrated discharge team',
    'arranged D2A pathway 1 and pathway 3 beds',
    'completed CHC checklists and the DST',
    'managed complex transfers of care under pressure',
  ],
  reablement: [
    'set goals with people in a reablement service',
    'worked with therapists in intermediate care',
    'reviewed short-term support before long-term packages',
  ],
  safeguarding_adults: [
    'led section 42 enquiries',
    'triaged concerns in an adult MASH',
    'chaired safeguarding meetings with providers',
    'worked on self-neglect and hoarding',
  ],
  mca_dols: [
    'completed DoLS assessments as a BIA',
    'taken welfare cases to the Court of Protection',
    'written COPDOL applications',
    'advised teams on mental capacity and best interests',
  ],
  transitions: [
    'worked with young people from 14 to 25 preparing for adulthood',
    'planned moves from children’s to adult services',
    'written transition assessments under the Care Act',
  ],
  adult_first_contact: [
    'worked at the adult social care front door',
    'completed proportionate Care Act assessments by phone',
    'run a reviews team',
  ],
  edt: [
    'covered nights and weekends in an EDT',
    'dealt with police protection and emergency placements out of hours',
    'worked as the lone AMHP out of hours',
  ],
  substance_da: [
    'worked with parents in drug and alcohol treatment',
    'represented social care at MARAC',
    'run programmes with people who use violence at home',
  ],
  education_training: [
    'supported ASYE and assessed portfolios',
    'supervised final placement students',
    'taught on a social work degree',
    'run induction for returning social workers',
  ],
  management: [
    'managed a team of eight social workers',
    'led a service through an Ofsted ILACS inspection',
    'commissioned placements and managed budgets',
    'chaired legal planning meetings and resource panels',
  ],
  nrpf: [
    'assessed families with no recourse to public funds',
    'completed human rights assessments',
  ],
  other_setting: [
    'worked as a family court adviser for CAFCASS',
    'worked for an independent fostering agency',
    'completed assessments as an independent social worker',
    'worked in a hospice and in an NHS trust',
  ],
};
