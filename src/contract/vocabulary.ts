import { Type } from 'typebox';

/**
 * The trade's closed lists (domain.md sections 2 to 5, features.md 4.6).
 *
 * Each list is the order in which a screen shows it. Labels live in
 * `vocabulary-labels.ts`, because the wire carries codes only.
 */
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  Type.Unsafe<Values[number]>(Type.Enum([...values]));

export const REGIONS = [
  'North East',
  'North West',
  'Yorkshire and The Humber',
  'East Midlands',
  'West Midlands',
  'East of England',
  'London',
  'South East',
  'South West',
] as const;
export const Region = oneOf(REGIONS);
export type Region = (typeof REGIONS)[number];

export const REGISTRATION_STATUSES = [
  'registered',
  'registered_conditions',
  'temporary',
  'restoration_in_progress',
  'not_registered',
  'lapsed',
  'voluntary_removal',
  'suspended',
  'interim_suspended',
  'other_uk_regulator',
] as const;
export const RegistrationStatus = oneOf(REGISTRATION_STATUSES);
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

export const ANNOTATIONS = ['AMHP', 'BIA'] as const;
export const Annotation = oneOf(ANNOTATIONS);
export type Annotation = (typeof ANNOTATIONS)[number];

export const SPECIALISM_IDS = [
  'front_door',
  'assessment',
  'cin_cp',
  'court',
  'cla',
  'leaving_care',
  'fostering',
  'adoption',
  'disabled_children',
  'early_help',
  'exploitation',
  'youth_justice',
  'uasc',
  'reviewing_qa',
  'older_people',
  'physical_disability',
  'learning_disability',
  'adult_mental_health',
  'hospital_discharge',
  'reablement',
  'safeguarding_adults',
  'mca_dols',
  'transitions',
  'adult_first_contact',
  'edt',
  'substance_da',
  'education_training',
  'management',
  'nrpf',
  'other_setting',
] as const;
export const SpecialismId = oneOf(SPECIALISM_IDS);
export type SpecialismId = (typeof SPECIALISM_IDS)[number];

export const ROLE_GROUPS = [
  'nqsw',
  'social_worker',
  'senior_social_worker',
  'advanced_practitioner',
  'team_manager',
  'iro_cp_chair',
  'service_manager',
  'senior_manager',
  'specialist',
] as const;
export const RoleGroup = oneOf(ROLE_GROUPS);
export type RoleGroup = (typeof ROLE_GROUPS)[number];

export const EMPLOYMENT_TYPES = [
  'permanent',
  'fixed_term',
  'secondment',
  'agency_locum',
  'bank_casual',
  'job_share',
  'sessional',
] as const;
export const EmploymentType = oneOf(EMPLOYMENT_TYPES);
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

export const HOURS_PATTERNS = [
  'full_time',
  'part_time',
  'flexible',
  'term_time',
  'evenings',
  'weekends',
  'nights_edt',
  'ad_hoc',
] as const;
export const HoursPattern = oneOf(HOURS_PATTERNS);
export type HoursPattern = (typeof HOURS_PATTERNS)[number];

export const PRACTICE_EDUCATOR = ['none', 'PEPS1', 'PEPS2', 'legacy'] as const;
export const PracticeEducator = oneOf(PRACTICE_EDUCATOR);
export type PracticeEducator = (typeof PRACTICE_EDUCATOR)[number];

export const CASE_SYSTEMS = [
  'Liquidlogic',
  'Mosaic',
  'Eclipse',
  'Azeus',
  'CareDirector',
  'RiO',
  'SystmOne',
  'Charms',
] as const;
export const CaseSystem = oneOf(CASE_SYSTEMS);
export type CaseSystem = (typeof CASE_SYSTEMS)[number];

export const DBS_DECLARED = [
  'enhanced_update_service',
  'enhanced_under_3y',
  'enhanced_over_3y',
  'none',
] as const;
export const DbsDeclared = oneOf(DBS_DECLARED);
export type DbsDeclared = (typeof DBS_DECLARED)[number];

export const CHANNELS = [
  'phone',
  'voicemail',
  'sms',
  'email',
  'video',
  'in_person',
  'letter',
  'via_agency',
  'via_programme_team',
] as const;
export const Channel = oneOf(CHANNELS);
export type Channel = (typeof CHANNELS)[number];

export const OUTCOMES = [
  'no_answer',
  'voicemail_left',
  'engaged',
  'wrong_number',
  'number_unobtainable',
  'email_sent',
  'email_bounced',
  'out_of_office',
  'spoke_interested',
  'spoke_maybe_later',
  'spoke_needs_info',
  'spoke_not_interested',
  'callback_requested',
  'replied',
  'already_placed_elsewhere',
  'already_employed_here',
  'asked_not_to_be_contacted',
  'asked_to_be_removed',
  'registration_concern',
  'deceased_or_incapacity_reported',
  'other',
] as const;
export const Outcome = oneOf(OUTCOMES);
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes in which a person was really spoken to or answered; the others are tries. */
export const SPOKEN_OUTCOMES: readonly Outcome[] = [
  'spoke_interested',
  'spoke_maybe_later',
  'spoke_needs_info',
  'spoke_not_interested',
  'callback_requested',
  'replied',
  'already_placed_elsewhere',
  'already_employed_here',
  'asked_not_to_be_contacted',
  'asked_to_be_removed',
];

/** Outcomes by which a person asks to be left alone: no more contact by this council (DM9). */
export const LEAVE_ALONE_OUTCOMES: readonly Outcome[] = [
  'asked_not_to_be_contacted',
  'asked_to_be_removed',
];

/** Outcomes for which the log asks for a follow-up day (domain.md section 5). */
export const OUTCOMES_NEEDING_FOLLOW_UP: readonly Outcome[] = [
  'callback_requested',
  'spoke_maybe_later',
];

export const STAGES = [
  'new',
  'long_listed',
  'contacted',
  'interested',
  'shortlisted',
  'interview_arranged',
  'interviewed',
  'reserve',
  'offer_conditional',
  'checks',
  'cleared',
  'start_agreed',
  'placed',
  'ended',
  'on_hold',
  'withdrawn',
  'declined',
  'not_suitable',
  'unreachable',
  'placed_elsewhere',
] as const;
export const Stage = oneOf(STAGES);
export type Stage = (typeof STAGES)[number];

/** Stages that leave the pipeline; a move into one needs a reason. */
export const EXIT_STAGES: readonly Stage[] = [
  'ended',
  'on_hold',
  'withdrawn',
  'declined',
  'not_suitable',
  'unreachable',
  'placed_elsewhere',
];

export const PROGRAMME_STATUSES = ['planned', 'open', 'closing', 'closed', 'reopened'] as const;
export const ProgrammeStatus = oneOf(PROGRAMME_STATUSES);
export type ProgrammeStatus = (typeof PROGRAMME_STATUSES)[number];

export const RECRUITER_ROLES = [
  'viewer',
  'recruiter',
  'hiring_manager',
  'council_admin',
  'auditor',
  'programme_admin',
] as const;
export const RecruiterRole = oneOf(RECRUITER_ROLES);
export type RecruiterRole = (typeof RECRUITER_ROLES)[number];
