import type { Outcome } from '#contract/vocabulary.ts';
import type { Chance } from './chance.ts';

const NOTES: Readonly<Partial<Record<Outcome, readonly string[]>>> = {
  no_answer: ['Rang out.', 'No answer, will try in the evening.', 'Third try this week.'],
  voicemail_left: ['Left name, council and number.', 'Message left, said why we rang.'],
  email_sent: ['Sent the role profile.', 'Introduced the team and the post.', 'Asked for a time.'],
  email_bounced: ['Mailbox full.', 'Address not known.'],
  wrong_number: ['Number belongs to someone else now.'],
  spoke_interested: [
    'Keen, wants to meet the team manager.',
    'Would like to start after half term.',
    'Happy with the travel. Asked about caseloads.',
    'Interested in part-time first.',
  ],
  spoke_maybe_later: ['Wants us to ring again in a few weeks.', 'Busy until the end of the month.'],
  spoke_needs_info: ['Asked about pay and hybrid working.', 'Wants to know about induction.'],
  spoke_not_interested: ['Too far.', 'Looking for permanent only.', 'Not going back to statutory.'],
  already_placed_elsewhere: ['Started with another council.', 'Took an agency post.'],
  callback_requested: ['On the school run, ring after four.', 'Asked to be rung back.'],
  replied: ['Sent two dates for an interview.', 'Confirmed by email.'],
  asked_not_to_be_contacted: ['Asked us not to get in touch again.'],
};

const NOTE_SHARE = 0.55;

/** Writes the note of a contact, or none. */
export function drawNote(chance: Chance, outcome: Outcome): string | undefined {
  const notes = NOTES[outcome];
  return notes && chance.one(NOTE_SHARE) ? chance.pick(notes) : undefined;
}
