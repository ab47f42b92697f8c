import type {
  Annotation,
  Channel,
  DbsDeclared,
  EmploymentType,
  HoursPattern,
  Outcome,
  PracticeEducator,
  ProgrammeStatus,
  RecruiterRole,
  RegistrationStatus,
  RoleGroup,
  Stage,
} from './vocabulary.ts';

/**
 * Words for the codes of `vocabulary.ts`, as a screen says them.
 *
 * Records, so that a code without words does not compile. Areas of work have their words
 * in `core/data/specialisms.ts`; regions and case systems are their own words.
 */
export const REGISTRATION_LABELS: Readonly<Record<RegistrationStatus, string>> = {
  registered: 'Registered',
  registered_conditions: 'Registered with conditions',
  temporary: 'Temporary registration',
  restoration_in_progress: 'Restoration in progress',
  not_registered: 'Not registered',
  lapsed: 'Lapsed',
  voluntary_removal: 'Left the register',
  suspended: 'Suspended',
  interim_suspended: 'Suspended (interim order)',
  other_uk_regulator: 'Registered elsewhere in the UK',
};

/** Words for what the register notes beside a name. */
export const ANNOTATION_LABELS: Readonly<Record<Annotation, string>> = {
  AMHP: 'Approved mental health professional (AMHP)',
  BIA: 'Best interests assessor (BIA)',
};

/** Words for the level of work a person or vacancy is about. */
export const ROLE_LABELS: Readonly<Record<RoleGroup, string>> = {
  nqsw: 'Newly qualified',
  social_worker: 'Social worker',
  senior_social_worker: 'Senior social worker',
  advanced_practitioner: 'Advanced practitioner',
  team_manager: 'Team manager',
  iro_cp_chair: 'Reviewing officer or conference chair',
  service_manager: 'Service manager',
  senior_manager: 'Senior manager',
  specialist: 'Specialist',
};

/** Words for kinds of contract. */
export const EMPLOYMENT_LABELS: Readonly<Record<EmploymentType, string>> = {
  permanent: 'Permanent',
  fixed_term: 'Fixed term',
  secondment: 'Secondment',
  agency_locum: 'Agency or locum',
  bank_casual: 'Bank or casual',
  job_share: 'Job share',
  sessional: 'Sessional',
};

/** Words for working patterns. */
export const HOURS_LABELS: Readonly<Record<HoursPattern, string>> = {
  full_time: 'Full time',
  part_time: 'Part time',
  flexible: 'Flexible',
  term_time: 'Term time',
  evenings: 'Evenings',
  weekends: 'Weekends',
  nights_edt: 'Nights or emergency duty',
  ad_hoc: 'Now and then',
};

/** Words for the practice educator standard. */
export const PRACTICE_EDUCATOR_LABELS: Readonly<Record<PracticeEducator, string>> = {
  none: 'Not a practice educator',
  PEPS1: 'Practice educator, stage 1',
  PEPS2: 'Practice educator, stage 2',
  legacy: 'Practice teacher (earlier award)',
};

/** Words for what a person said about their criminal record check: said, not proven. */
export const DBS_LABELS: Readonly<Record<DbsDeclared, string>> = {
  enhanced_update_service: 'Enhanced, on the update service',
  enhanced_under_3y: 'Enhanced, under 3 years old',
  enhanced_over_3y: 'Enhanced, over 3 years old',
  none: 'None',
};

/** Words for ways of making contact. */
export const CHANNEL_LABELS: Readonly<Record<Channel, string>> = {
  phone: 'Phone call',
  voicemail: 'Voicemail',
  sms: 'Text message',
  email: 'Email',
  video: 'Video call',
  in_person: 'In person',
  letter: 'Letter',
  via_agency: 'Through an agency',
  via_programme_team: 'Through the programme team',
};

/** Words for what came of a contact. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  no_answer: 'No answer',
  voicemail_left: 'Left a message',
  engaged: 'Engaged',
  wrong_number: 'Wrong number',
  number_unobtainable: 'Number not in use',
  email_sent: 'Email sent',
  email_bounced: 'Email came back',
  out_of_office: 'Out of office reply',
  spoke_interested: 'Interested',
  spoke_maybe_later: 'Maybe later',
  spoke_needs_info: 'Wants to know more',
  spoke_not_interested: 'Not interested',
  callback_requested: 'Asked to be called back',
  replied: 'Replied',
  already_placed_elsewhere: 'Already found work elsewhere',
  already_employed_here: 'Already works for us',
  asked_not_to_be_contacted: 'Asked not to be contacted',
  asked_to_be_removed: 'Asked to be removed',
  registration_concern: 'Concern about registration',
  deceased_or_incapacity_reported: 'Died or cannot work (reported)',
  other: 'Something else',
};

/** Words for the stages of a shortlist. */
export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  new: 'New',
  long_listed: 'Long list',
  contacted: 'Contacted',
  interested: 'Interested',
  shortlisted: 'Shortlisted',
  interview_arranged: 'Interview arranged',
  interviewed: 'Interviewed',
  reserve: 'Reserve',
  offer_conditional: 'Conditional offer',
  checks: 'Checks',
  cleared: 'Cleared',
  start_agreed: 'Start agreed',
  placed: 'In post',
  ended: 'Ended',
  on_hold: 'On hold',
  withdrawn: 'Withdrew',
  declined: 'Declined',
  not_suitable: 'Not suitable',
  unreachable: 'Could not be reached',
  placed_elsewhere: 'Found work elsewhere',
};

/** Words for the life of the programme. */
export const PROGRAMME_STATUS_LABELS: Readonly<Record<ProgrammeStatus, string>> = {
  planned: 'Planned',
  open: 'Open',
  closing: 'Closing soon',
  closed: 'Closed',
  reopened: 'Reopened',
};

/** Words for what a colleague may do. */
export const RECRUITER_ROLE_LABELS: Readonly<Record<RecruiterRole, string>> = {
  viewer: 'Viewer',
  recruiter: 'Recruiter',
  hiring_manager: 'Hiring manager',
  council_admin: 'Council administrator',
  auditor: 'Auditor',
  programme_admin: 'Programme team',
};
