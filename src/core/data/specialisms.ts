import type { SpecialismId } from '#contract/vocabulary.ts';

/** An area of social work as screens and search know it. */
export interface Specialism {
  readonly id: SpecialismId;
  readonly label: string;
  readonly group: 'children' | 'adults' | 'cross';
  /** Per cent of people whose main area it is; for made-up people only. */
  readonly weight: number;
  readonly synonyms: readonly string[];
}

/** The 30 areas (domain.md 3.1), in the order of the contract. */
export const SPECIALISMS: readonly Specialism[] = [
  {
    id: 'front_door',
    label: 'Front door / MASH',
    group: 'children',
    weight: 5.0,
    synonyms: ['MASH', 'contact and referral', 'first response', 'single point of access'],
  },
  {
    id: 'assessment',
    label: 'Referral, duty and assessment',
    group: 'children',
    weight: 7.0,
    synonyms: ['R&A', 'duty and assessment', 'initial response', 'single assessment'],
  },
  {
    id: 'cin_cp',
    label: 'Child in need and child protection',
    group: 'children',
    weight: 14.5,
    synonyms: ['CIN', 'CP', 's17', 's47', 'safeguarding', 'family safeguarding', 'locality'],
  },
  {
    id: 'court',
    label: 'Court work and care proceedings',
    group: 'children',
    weight: 2.5,
    synonyms: ['PLO', 'pre-proceedings', 'care proceedings', 's31', 'court team'],
  },
  {
    id: 'cla',
    label: 'Children looked after',
    group: 'children',
    weight: 6.0,
    synonyms: ['LAC', 'CLA', 'CIC', 'children in care', 'corporate parenting'],
  },
  {
    id: 'leaving_care',
    label: 'Care leavers',
    group: 'children',
    weight: 2.5,
    synonyms: ['leaving care', '16+', '18+', 'through care', 'personal adviser'],
  },
  {
    id: 'fostering',
    label: 'Fostering and kinship',
    group: 'children',
    weight: 6.0,
    synonyms: [
      'supervising social worker',
      'Form F',
      'SGO',
      'connected persons',
      'family placement',
    ],
  },
  {
    id: 'adoption',
    label: 'Adoption and permanence',
    group: 'children',
    weight: 3.0,
    synonyms: ['RAA', 'PAR', 'post adoption', 'permanence'],
  },
  {
    id: 'disabled_children',
    label: 'Children with disabilities (0-25)',
    group: 'children',
    weight: 2.5,
    synonyms: ['CWD', 'DCT', 'SEND', 'EHCP', 'short breaks'],
  },
  {
    id: 'early_help',
    label: 'Early help and family support',
    group: 'children',
    weight: 1.5,
    synonyms: ['EH', 'targeted support', 'family hub', 'TAF'],
  },
  {
    id: 'exploitation',
    label: 'Exploitation, missing and contextual safeguarding',
    group: 'children',
    weight: 1.0,
    synonyms: ['CSE', 'CCE', 'county lines', 'gangs'],
  },
  {
    id: 'youth_justice',
    label: 'Youth justice',
    group: 'children',
    weight: 0.8,
    synonyms: ['YOT', 'YJS', 'YOS'],
  },
  {
    id: 'uasc',
    label: 'Unaccompanied asylum-seeking children',
    group: 'children',
    weight: 0.7,
    synonyms: ['UASC', 'age assessment', 'asylum'],
  },
  {
    id: 'reviewing_qa',
    label: 'Reviewing, conferencing and quality assurance',
    group: 'children',
    weight: 2.0,
    synonyms: ['IRO', 'CP chair', 'QA', 'LADO', 'auditing'],
  },
  {
    id: 'older_people',
    label: 'Older people',
    group: 'adults',
    weight: 7.0,
    synonyms: ['OP', '65+', 'dementia', 'Care Act assessment'],
  },
  {
    id: 'physical_disability',
    label: 'Physical disability and sensory impairment',
    group: 'adults',
    weight: 2.5,
    synonyms: ['PD', 'PDSI', 'sensory', 'ABI'],
  },
  {
    id: 'learning_disability',
    label: 'Learning disability and autism',
    group: 'adults',
    weight: 4.5,
    synonyms: ['LD', 'CLDT', 'transforming care', 'autism'],
  },
  {
    id: 'adult_mental_health',
    label: 'Adult mental health (incl. AMHP)',
    group: 'adults',
    weight: 7.5,
    synonyms: ['CMHT', 'AMHP', 'MHA', 's117', 'OPMH', 'EIP'],
  },
  {
    id: 'hospital_discharge',
    label: 'Hospital and discharge',
    group: 'adults',
    weight: 4.0,
    synonyms: ['HDT', 'D2A', 'transfer of care', 'IDT'],
  },
  {
    id: 'reablement',
    label: 'Reablement and intermediate care',
    group: 'adults',
    weight: 1.2,
    synonyms: ['enablement', 'short-term support'],
  },
  {
    id: 'safeguarding_adults',
    label: 'Safeguarding adults',
    group: 'adults',
    weight: 2.5,
    synonyms: ['s42', 'adult MASH', 'SAB', 'SOVA'],
  },
  {
    id: 'mca_dols',
    label: 'Mental capacity and DoLS (incl. BIA)',
    group: 'adults',
    weight: 1.8,
    synonyms: ['MCA', 'DoLS', 'BIA', 'LPS', 'Court of Protection'],
  },
  {
    id: 'transitions',
    label: 'Preparing for adulthood',
    group: 'adults',
    weight: 0.8,
    synonyms: ['transitions', 'PFA', '14-25'],
  },
  {
    id: 'adult_first_contact',
    label: 'First contact and Care Act assessment',
    group: 'adults',
    weight: 1.2,
    synonyms: ['ASC front door', 'customer first', 'reviews'],
  },
  {
    id: 'edt',
    label: 'Emergency duty (out of hours)',
    group: 'cross',
    weight: 2.5,
    synonyms: ['EDT', 'OOH', 'out of hours'],
  },
  {
    id: 'substance_da',
    label: 'Substance misuse and domestic abuse',
    group: 'cross',
    weight: 1.5,
    synonyms: ['D&A', 'drugs and alcohol', 'DA', 'DV', 'MARAC'],
  },
  {
    id: 'education_training',
    label: 'Practice education and training',
    group: 'cross',
    weight: 3.0,
    synonyms: ['practice educator', 'PEPS', 'teaching', 'ASYE assessor'],
  },
  {
    id: 'management',
    label: 'Management, commissioning and strategy',
    group: 'cross',
    weight: 2.5,
    synonyms: ['team manager', 'service manager', 'commissioning'],
  },
  {
    id: 'nrpf',
    label: 'Families with no recourse to public funds',
    group: 'cross',
    weight: 0.5,
    synonyms: ['NRPF'],
  },
  {
    id: 'other_setting',
    label: 'Voluntary, independent or health setting',
    group: 'cross',
    weight: 2.0,
    synonyms: ['charity', 'NHS trust', 'CAFCASS', 'IFA', 'independent social worker'],
  },
];

/** The same by id. */
export const SPECIALISM_BY_ID: ReadonlyMap<SpecialismId, Specialism> = new Map(
  SPECIALISMS.map((specialism) => [specialism.id, specialism]),
);

/** One bar of the programme's chart "range of expertise". */
export interface ExpertiseGroup {
  readonly id: string;
  readonly label: string;
  readonly specialisms: readonly SpecialismId[];
}

/**
 * The 12 bars of the chart (domain.md 3.1); every area belongs to exactly one.
 *
 * A person counts once in each bar they hold, so bars add up to more than everybody.
 */
export const EXPERTISE_GROUPS: readonly ExpertiseGroup[] = [
  {
    id: 'child_protection',
    label: 'Child protection and children in need',
    specialisms: ['cin_cp', 'court', 'exploitation'],
  },
  {
    id: 'front_door',
    label: 'Front door and assessment',
    specialisms: ['front_door', 'assessment', 'early_help'],
  },
  {
    id: 'looked_after',
    label: 'Children looked after and care leavers',
    specialisms: ['cla', 'leaving_care', 'uasc'],
  },
  {
    id: 'permanence',
    label: 'Fostering, kinship and adoption',
    specialisms: ['fostering', 'adoption'],
  },
  {
    id: 'disabled_children',
    label: 'Children with disabilities',
    specialisms: ['disabled_children'],
  },
  {
    id: 'reviewing_qa',
    label: 'Reviewing and quality assurance',
    specialisms: ['reviewing_qa'],
  },
  {
    id: 'older_people',
    label: 'Older people and physical disability',
    specialisms: ['older_people', 'physical_disability', 'adult_first_contact'],
  },
  {
    id: 'learning_disability',
    label: 'Learning disability and transitions',
    specialisms: ['learning_disability', 'transitions'],
  },
  {
    id: 'mental_health',
    label: 'Adult mental health and AMHP',
    specialisms: ['adult_mental_health'],
  },
  {
    id: 'hospital',
    label: 'Hospital, discharge and reablement',
    specialisms: ['hospital_discharge', 'reablement'],
  },
  {
    id: 'safeguarding_adults',
    label: 'Safeguarding adults, MCA and DoLS',
    specialisms: ['safeguarding_adults', 'mca_dols'],
  },
  {
    id: 'edt_other',
    label: 'Emergency duty and other',
    specialisms: [
      'edt',
      'youth_justice',
      'substance_da',
      'education_training',
      'management',
      'nrpf',
      'other_setting',
    ],
  },
];
