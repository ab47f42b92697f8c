import { Type } from "typebox";
import { v5, v7 } from "uuid";
// ../../swt-freeze-G0nL73/src/contract/brands.ts
var branded = (pattern) => Type.Unsafe(Type.String({
	pattern,
	maxLength: 64
}));
var UUID$1 = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
/** Identifies a person in the pool; given by the centre. */
var CandidateId = branded(UUID$1);
/** Names a council for ever, e.g. `kent`; never its GSS code, which changes with boundaries. */
var CouncilId = branded("^[a-z][a-z0-9-]{1,47}$");
/** Identifies a recruiter: the issuer's subject. */
var RecruiterId = branded(UUID$1);
/** Identifies any record a laptop can create: UUIDv7, or v5 where the key is natural. */
var RecordId = branded(UUID$1);
/**
* Names a stream: the unit of permission, order, key and purge (decision Y1).
*
* `pool` holds people, `programme` what everyone may read beside them (decision 0003),
* `council:<id>` one council's own work, `user:<id>` one recruiter's own settings.
*/
var StreamId = branded("^(pool|programme|council:[a-z][a-z0-9-]{1,47}|user:[0-9a-f-]{36})$");
/** A moment: ISO 8601 in UTC with milliseconds, `2026-06-09T08:31:00.000Z`. */
var IsoInstant = branded("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$");
/** A calendar day in London: `2026-06-09`. */
var IsoDate = branded("^\\d{4}-\\d\\d-\\d\\d$");
/** A month: `2023-03`. */
var IsoMonth = branded("^\\d{4}-\\d\\d$");
/** The stream of people. */
var POOL = "pool";
/** The stream of what everyone may read: programme state, published stories. */
var PROGRAMME = "programme";
/** Returns the stream of one council's own work. */
function councilStream(id) {
	return `council:${id}`;
}
// ../../swt-freeze-G0nL73/src/core/domain/days.ts
var DAY_MS = 864e5;
var LONDON_DAY = new Intl.DateTimeFormat("en-CA", {
	timeZone: "Europe/London",
	year: "numeric",
	month: "2-digit",
	day: "2-digit"
});
/** Returns the calendar day in London of a moment. */
function londonDay(at) {
	return LONDON_DAY.format(typeof at === "number" ? at : Date.parse(at));
}
/** Returns a moment as the contract writes it. */
function isoInstant(atMs) {
	return INSTANT.format(atMs);
}
var pad = (value, length = 2) => String(value).padStart(length, "0");
/** `Date` is a clock by another name, so core formats instants by arithmetic alone. */
var INSTANT = { format(atMs) {
	const days = Math.floor(atMs / DAY_MS);
	const rest = atMs - days * DAY_MS;
	const time = [
		pad(Math.floor(rest / 36e5)),
		pad(Math.floor(rest / 6e4) % 60),
		pad(Math.floor(rest / 1e3) % 60)
	].join(":");
	return `${dayFromNumber(days)}T${time}.${pad(Math.floor(rest % 1e3), 3)}Z`;
} };
/** Returns the number of a calendar day, 0 = 1 January 1970. */
function dayNumber(day) {
	return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}
/**
* Returns the calendar day of a day number.
*
* Civil-from-days by eras of 400 years; right for every day from year 0 to 9999.
*/
function dayFromNumber(number) {
	const shifted = number + 719468;
	const era = Math.floor(shifted / 146097);
	const ofEra = shifted - era * 146097;
	const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
	const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
	const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month)}-${pad(day)}`;
}
/** Adds whole days to a calendar day; negative goes back. */
function addDays(day, days) {
	return dayFromNumber(dayNumber(day) + days);
}
/** Whole days from one calendar day to another; negative when the second is earlier. */
function daysBetween(from, to) {
	return dayNumber(to) - dayNumber(from);
}
/** As `workingDaysBetween`, for callers that hold day numbers already. */
function workingDaysBetweenNumbers(first, last, holidays) {
	if (last <= first) return 0;
	let count = weekdaysUpTo(last) - weekdaysUpTo(first);
	for (const holiday of holidays) if (holiday > first && holiday <= last && isWeekday(holiday)) count -= 1;
	return count;
}
/** Day 0 was a Thursday; Monday is 0 here. */
var weekday = (number) => ((number + 3) % 7 + 7) % 7;
var isWeekday = (number) => weekday(number) < 5;
/** Weekdays from a fixed Monday long ago up to and including the day. */
function weekdaysUpTo(number) {
	const since = number + 3 + 14e5;
	return Math.floor(since / 7) * 5 + Math.min(since % 7 + 1, 5);
}
// ../../swt-freeze-G0nL73/src/contract/vocabulary.ts
/**
* The trade's closed lists (domain.md sections 2 to 5, features.md 4.6).
*
* Each list is the order in which a screen shows it. Labels live in
* `vocabulary-labels.ts`, because the wire carries codes only.
*/
var oneOf = (values) => Type.Unsafe(Type.Enum([...values]));
var REGIONS = [
	"North East",
	"North West",
	"Yorkshire and The Humber",
	"East Midlands",
	"West Midlands",
	"East of England",
	"London",
	"South East",
	"South West"
];
var Region = oneOf(REGIONS);
var REGISTRATION_STATUSES = [
	"registered",
	"registered_conditions",
	"temporary",
	"restoration_in_progress",
	"not_registered",
	"lapsed",
	"voluntary_removal",
	"suspended",
	"interim_suspended",
	"other_uk_regulator"
];
var RegistrationStatus = oneOf(REGISTRATION_STATUSES);
var ANNOTATIONS = ["AMHP", "BIA"];
var Annotation = oneOf(ANNOTATIONS);
var SpecialismId = oneOf([
	"front_door",
	"assessment",
	"cin_cp",
	"court",
	"cla",
	"leaving_care",
	"fostering",
	"adoption",
	"disabled_children",
	"early_help",
	"exploitation",
	"youth_justice",
	"uasc",
	"reviewing_qa",
	"older_people",
	"physical_disability",
	"learning_disability",
	"adult_mental_health",
	"hospital_discharge",
	"reablement",
	"safeguarding_adults",
	"mca_dols",
	"transitions",
	"adult_first_contact",
	"edt",
	"substance_da",
	"education_training",
	"management",
	"nrpf",
	"other_setting"
]);
var ROLE_GROUPS = [
	"nqsw",
	"social_worker",
	"senior_social_worker",
	"advanced_practitioner",
	"team_manager",
	"iro_cp_chair",
	"service_manager",
	"senior_manager",
	"specialist"
];
var RoleGroup = oneOf(ROLE_GROUPS);
var EMPLOYMENT_TYPES = [
	"permanent",
	"fixed_term",
	"secondment",
	"agency_locum",
	"bank_casual",
	"job_share",
	"sessional"
];
var EmploymentType = oneOf(EMPLOYMENT_TYPES);
var HOURS_PATTERNS = [
	"full_time",
	"part_time",
	"flexible",
	"term_time",
	"evenings",
	"weekends",
	"nights_edt",
	"ad_hoc"
];
var HoursPattern = oneOf(HOURS_PATTERNS);
var PRACTICE_EDUCATOR = [
	"none",
	"PEPS1",
	"PEPS2",
	"legacy"
];
var PracticeEducator = oneOf(PRACTICE_EDUCATOR);
var CASE_SYSTEMS = [
	"Liquidlogic",
	"Mosaic",
	"Eclipse",
	"Azeus",
	"CareDirector",
	"RiO",
	"SystmOne",
	"Charms"
];
var CaseSystem = oneOf(CASE_SYSTEMS);
var DBS_DECLARED = [
	"enhanced_update_service",
	"enhanced_under_3y",
	"enhanced_over_3y",
	"none"
];
var DbsDeclared = oneOf(DBS_DECLARED);
var Channel = oneOf([
	"phone",
	"voicemail",
	"sms",
	"email",
	"video",
	"in_person",
	"letter",
	"via_agency",
	"via_programme_team"
]);
var Outcome = oneOf([
	"no_answer",
	"voicemail_left",
	"engaged",
	"wrong_number",
	"number_unobtainable",
	"email_sent",
	"email_bounced",
	"out_of_office",
	"spoke_interested",
	"spoke_maybe_later",
	"spoke_needs_info",
	"spoke_not_interested",
	"callback_requested",
	"replied",
	"already_placed_elsewhere",
	"already_employed_here",
	"asked_not_to_be_contacted",
	"asked_to_be_removed",
	"registration_concern",
	"deceased_or_incapacity_reported",
	"other"
]);
/** Outcomes in which a person was really spoken to or answered; the others are tries. */
var SPOKEN_OUTCOMES = [
	"spoke_interested",
	"spoke_maybe_later",
	"spoke_needs_info",
	"spoke_not_interested",
	"callback_requested",
	"replied",
	"already_placed_elsewhere",
	"already_employed_here",
	"asked_not_to_be_contacted",
	"asked_to_be_removed"
];
/** Outcomes by which a person asks to be left alone: no more contact by this council (DM9). */
var LEAVE_ALONE_OUTCOMES = ["asked_not_to_be_contacted", "asked_to_be_removed"];
var STAGES = [
	"new",
	"long_listed",
	"contacted",
	"interested",
	"shortlisted",
	"interview_arranged",
	"interviewed",
	"reserve",
	"offer_conditional",
	"checks",
	"cleared",
	"start_agreed",
	"placed",
	"ended",
	"on_hold",
	"withdrawn",
	"declined",
	"not_suitable",
	"unreachable",
	"placed_elsewhere"
];
var Stage = oneOf(STAGES);
/** Stages that leave the pipeline; a move into one needs a reason. */
var EXIT_STAGES = [
	"ended",
	"on_hold",
	"withdrawn",
	"declined",
	"not_suitable",
	"unreachable",
	"placed_elsewhere"
];
var ProgrammeStatus = oneOf([
	"planned",
	"open",
	"closing",
	"closed",
	"reopened"
]);
var RecruiterRole = oneOf([
	"viewer",
	"recruiter",
	"hiring_manager",
	"council_admin",
	"auditor",
	"programme_admin"
]);
// ../../swt-freeze-G0nL73/src/core/domain/verdict.ts
/** Builds a refusal in plain words. */
function refuse(code, reason) {
	return {
		outcome: "rejected",
		code,
		reason
	};
}
// ../../swt-freeze-G0nL73/src/core/domain/decide-contact.ts
/** What someone may say that means: leave me alone. Who asks to be removed asks that too. */
var WISHES = {
	asked_not_to_be_contacted: "Asked not to be contacted",
	asked_to_be_removed: "Asked to be removed"
};
/**
* Records a contact. Append only: the same id merges, a correction is a new row (DM8).
*
* An outbound contact with someone who asked not to be contacted is refused unless it
* only records that wish again (DM9). "Do not contact" takes effect in the same change.
*/
function decideContact(args, rows, context) {
	if (rows.get("contact", args.id)) return { outcome: "merged" };
	if (!context.personHeld(args.candidateId)) return refuse("rule", "This person has withdrawn from the programme.");
	if (args.correctionOf && !rows.get("contact", args.correctionOf)) return refuse("not-found", "The contact this corrects is not there any more.");
	const blocked = rows.get("do-not-contact", args.candidateId);
	const wish = WISHES[args.outcome];
	if (blocked && args.direction === "out" && !wish && args.at > blocked.record.at) return refuse("rule", "This person has asked this council not to contact them.");
	const record = {
		...args,
		by: context.actor
	};
	const changes = [{
		kind: "contact",
		id: args.id,
		record
	}];
	if (wish && !blocked) {
		const { candidateId } = args;
		changes.push({
			kind: "do-not-contact",
			id: candidateId,
			record: {
				id: candidateId,
				candidateId,
				reason: wish,
				at: args.at,
				by: context.actor
			}
		});
	}
	return {
		outcome: "applied",
		changes
	};
}
/** Whether someone was really spoken to, or rang or wrote to us. */
function wasSpoken(contact) {
	return contact.direction === "in" || SPOKEN_OUTCOMES.includes(contact.outcome);
}
/**
* Returns the person as the pool knows them after a contact, or null when unchanged.
*
* Only days go to the pool, never who or what: other councils learn that someone has
* been in touch, and nothing else (decision P4). Rule DM10.
*/
function heardAfter(candidate, contact) {
	const day = londonDay(contact.at);
	const spoken = wasSpoken(contact);
	const first = candidate.firstSpokenOn;
	const last = candidate.lastTriedOn;
	const firstSpokenOn = spoken && (!first || day < first) ? day : first;
	const lastTriedOn = !last || day > last ? day : last;
	if (firstSpokenOn === first && lastTriedOn === last) return null;
	return {
		...candidate,
		...firstSpokenOn ? { firstSpokenOn } : {},
		...lastTriedOn ? { lastTriedOn } : {}
	};
}
// ../../swt-freeze-G0nL73/src/core/domain/decide-follow-up.ts
/** Sets or changes a follow-up; done beats edited (features.md 4.8, rule DM11). */
function decideFollowUpSet(args, rows, context) {
	if (!context.personHeld(args.candidateId)) return refuse("rule", "This person has withdrawn from the programme.");
	const held = rows.get("follow-up", args.id);
	if (held?.record.done) return { outcome: "merged" };
	const record = {
		...args,
		owner: held?.record.owner ?? context.actor,
		createdAt: held?.record.createdAt ?? context.at
	};
	return {
		outcome: "applied",
		changes: [{
			kind: "follow-up",
			id: args.id,
			record
		}]
	};
}
/** Marks a follow-up done; two "done" merge (rule DM12). */
function decideFollowUpDone(args, rows, context) {
	const held = rows.get("follow-up", args.followUpId);
	if (!held) return refuse("not-found", "This follow-up is not there any more.");
	if (held.record.done) return { outcome: "merged" };
	const record = {
		...held.record,
		done: {
			at: context.at,
			by: context.actor
		}
	};
	return {
		outcome: "applied",
		changes: [{
			kind: "follow-up",
			id: args.followUpId,
			record
		}]
	};
}
/** Records that a person must not be contacted; the first record stands (rule DM13). */
function decideDoNotContact(args, rows, context) {
	const { candidateId } = args;
	if (rows.get("do-not-contact", candidateId)) return { outcome: "merged" };
	if (!context.personHeld(candidateId)) return refuse("rule", "This person has withdrawn from the programme.");
	return {
		outcome: "applied",
		changes: [{
			kind: "do-not-contact",
			id: candidateId,
			record: {
				id: candidateId,
				candidateId,
				reason: args.reason,
				at: context.at,
				by: context.actor
			}
		}]
	};
}
// ../../swt-freeze-G0nL73/src/core/domain/ids.ts
/**
* Builds the id of a person's place on a shortlist.
*
* The v5 of vacancy and person, so that two laptops that add the same person offline
* make the same record (sync.md 3.5). Never throws for ids of the contract.
*/
function shortlistEntryId(vacancyId, candidateId) {
	return v5(candidateId, vacancyId);
}
/** Makes a new record id: UUIDv7, so that ids of one laptop sort by time. */
function newRecordId(clock, random) {
	return v7({
		msecs: clock.nowMs(),
		random: random.bytes(16)
	});
}
// ../../swt-freeze-G0nL73/src/core/domain/decide-shortlist.ts
/** Adds a person to a shortlist; add and add merge, an add brings back a removed one (DM5). */
function decideAdd(args, rows, context) {
	const vacancy = rows.get("vacancy", args.vacancyId);
	if (!vacancy) return refuse("not-found", "This vacancy is not there any more.");
	if (vacancy.record.status === "closed") return refuse("rule", "This vacancy is closed.");
	if (!context.personHeld(args.candidateId)) return refuse("rule", "This person has withdrawn from the programme.");
	if (rows.get("do-not-contact", args.candidateId)) return refuse("rule", "This person has asked this council not to contact them.");
	const id = shortlistEntryId(args.vacancyId, args.candidateId);
	const held = rows.get("shortlist-entry", id);
	if (held && !held.record.removed) return { outcome: "merged" };
	const stage = args.stage ?? "new";
	const move = {
		at: context.at,
		by: context.actor,
		to: stage
	};
	return {
		outcome: "applied",
		changes: [{
			kind: "shortlist-entry",
			id,
			record: {
				id,
				vacancyId: args.vacancyId,
				candidateId: args.candidateId,
				stage,
				removed: false,
				history: [...held?.record.history ?? [], move]
			}
		}]
	};
}
/**
* Moves a person to a stage: compare and set on what the screen showed (DM6).
*
* The same target merges; a move made on an older stage is refused with the present one,
* never silently laid over it (sync.md 3.5).
*/
function decideMove(args, base, rows, context) {
	const id = shortlistEntryId(args.vacancyId, args.candidateId);
	const held = rows.get("shortlist-entry", id);
	if (!held || held.record.removed) return refuse("not-found", "This person is not on this shortlist any more.");
	if (!context.personHeld(args.candidateId)) return refuse("rule", "This person has withdrawn from the programme.");
	if (held.record.stage === args.to) return { outcome: "merged" };
	if (EXIT_STAGES.includes(args.to) && !args.reason) return refuse("rule", "Say why before you take someone out of the running.");
	if (held.seq > base && !movedByMe(held.record, context)) return refuse("rule", `${held.record.history.at(-1)?.by.name ?? "A colleague"} has moved this person since you looked.`);
	const move = {
		at: context.at,
		by: context.actor,
		from: held.record.stage,
		to: args.to,
		...args.reason ? { reason: args.reason } : {}
	};
	return applied({
		...held.record,
		stage: args.to,
		history: [...held.record.history, move]
	});
}
/** Takes a person off a shortlist; a newer add wins over an older removal (DM7). */
function decideRemove(args, base, rows, context) {
	const id = shortlistEntryId(args.vacancyId, args.candidateId);
	const held = rows.get("shortlist-entry", id);
	if (!held || held.record.removed) return { outcome: "merged" };
	if (held.seq > base && !movedByMe(held.record, context)) return refuse("rule", "A colleague has changed this since you looked; they are kept on.");
	if (needsReason(held.record.stage) && !args.reason) return refuse("rule", "Say why: they are at interview stage or later.");
	const move = {
		at: context.at,
		by: context.actor,
		from: held.record.stage,
		to: held.record.stage,
		reason: args.reason ?? "Taken off the list"
	};
	return applied({
		...held.record,
		removed: true,
		history: [...held.record.history, move]
	});
}
var LATE_STAGES = [
	"interview_arranged",
	"interviewed",
	"reserve",
	"offer_conditional",
	"checks",
	"cleared",
	"start_agreed",
	"placed"
];
var needsReason = (stage) => LATE_STAGES.includes(stage);
/** My own earlier changes, sent in the same order, are not news to me. */
function movedByMe(entry, context) {
	return entry.history.at(-1)?.by.id === context.actor.id;
}
function applied(record) {
	return {
		outcome: "applied",
		changes: [{
			kind: "shortlist-entry",
			id: record.id,
			record
		}]
	};
}
// ../../swt-freeze-G0nL73/src/core/domain/decide-vacancy.ts
/** Creates a vacancy; the same id twice is the same vacancy (rule DM3). */
function decideCreateVacancy(args, rows, context) {
	if (rows.get("vacancy", args.id)) return { outcome: "merged" };
	const record = {
		...args,
		councilId: context.councilId,
		createdBy: context.actor,
		createdAt: context.at,
		status: "open"
	};
	return {
		outcome: "applied",
		changes: [{
			kind: "vacancy",
			id: args.id,
			record
		}]
	};
}
/** Edits named fields; the last push of a field wins (sync.md 3.5, rule DM4). */
function decideEditVacancy(args, rows) {
	const held = rows.get("vacancy", args.vacancyId);
	if (!held) return refuse("not-found", "This vacancy is not there any more.");
	const record = {
		...held.record,
		...args.fields
	};
	if (JSON.stringify(record) === JSON.stringify(held.record)) return { outcome: "merged" };
	return {
		outcome: "applied",
		changes: [{
			kind: "vacancy",
			id: args.vacancyId,
			record
		}]
	};
}
// ../../swt-freeze-G0nL73/src/core/domain/decide.ts
/** Roles that may change a council's work (features.md A01). */
var WRITERS = [
	"recruiter",
	"hiring_manager",
	"council_admin"
];
/** Changes that start something new, and so are refused while the programme is closed. */
var STARTS_SOMETHING = [
	"vacancy.create",
	"vacancy.edit",
	"shortlist.add",
	"shortlist.move",
	"contact.log",
	"follow-up.set"
];
/**
* Decides one change against the rows as they are. Rules DM1 to DM14 of SPEC.md.
*
* Total: every change of the contract gets a verdict, and nothing is thrown for what a
* recruiter or another laptop can cause.
*/
function decide(mutation, rows, context) {
	if (mutation.kind === "noop" || mutation.kind === "audit.record") return {
		outcome: "applied",
		changes: []
	};
	if (!WRITERS.includes(context.role)) return refuse("not-allowed", "Your role can read but not change this council’s work.");
	if ((context.programme === "closed" || context.programme === "planned") && STARTS_SOMETHING.includes(mutation.kind) && !asksToBeLeftAlone(mutation)) return refuse("programme-closed", context.programme === "closed" ? "The programme is closed. You can read, but not start anything new." : "The programme has not opened yet.");
	switch (mutation.kind) {
		case "vacancy.create": return decideCreateVacancy(mutation.args, rows, context);
		case "vacancy.edit": return decideEditVacancy(mutation.args, rows);
		case "shortlist.add": return decideAdd(mutation.args, rows, context);
		case "shortlist.move": return decideMove(mutation.args, mutation.base, rows, context);
		case "shortlist.remove": return decideRemove(mutation.args, mutation.base, rows, context);
		case "contact.log": return decideContact(mutation.args, rows, context);
		case "follow-up.set": return decideFollowUpSet(mutation.args, rows, context);
		case "follow-up.done": return decideFollowUpDone(mutation.args, rows, context);
		case "do-not-contact.set": return decideDoNotContact(mutation.args, rows, context);
		case "story.submit": return decideStory(mutation.args, rows, context);
	}
}
/** Says which record a change is about; the envelope's `entity`. */
function entityOf(draft, newId) {
	const { kind, args } = draft;
	switch (kind) {
		case "vacancy.create":
		case "contact.log":
		case "follow-up.set":
		case "story.submit": return args.id;
		case "vacancy.edit": return args.vacancyId;
		case "shortlist.add":
		case "shortlist.move":
		case "shortlist.remove": return shortlistEntryId(args.vacancyId, args.candidateId);
		case "follow-up.done": return args.followUpId;
		case "do-not-contact.set": return args.candidateId;
		case "audit.record": return args.candidateId ?? newId();
		case "noop": return newId();
	}
}
/** Says which rows `decide` will look at, so that the centre can lock them in order. */
function needs(mutation) {
	switch (mutation.kind) {
		case "vacancy.create": return [{
			kind: "vacancy",
			id: mutation.args.id
		}];
		case "vacancy.edit": return [{
			kind: "vacancy",
			id: mutation.args.vacancyId
		}];
		case "shortlist.add":
		case "shortlist.move":
		case "shortlist.remove": return [
			{
				kind: "vacancy",
				id: mutation.args.vacancyId
			},
			{
				kind: "shortlist-entry",
				id: shortlistEntryId(mutation.args.vacancyId, mutation.args.candidateId)
			},
			{
				kind: "do-not-contact",
				id: mutation.args.candidateId
			}
		];
		case "contact.log": return [
			{
				kind: "contact",
				id: mutation.args.id
			},
			{
				kind: "do-not-contact",
				id: mutation.args.candidateId
			},
			...mutation.args.correctionOf ? [{
				kind: "contact",
				id: mutation.args.correctionOf
			}] : []
		];
		case "follow-up.set": return [{
			kind: "follow-up",
			id: mutation.args.id
		}];
		case "follow-up.done": return [{
			kind: "follow-up",
			id: mutation.args.followUpId
		}];
		case "do-not-contact.set": return [{
			kind: "do-not-contact",
			id: mutation.args.candidateId
		}];
		case "story.submit": return [{
			kind: "story",
			id: mutation.args.id
		}];
		case "audit.record":
		case "noop": return [];
	}
}
/** The person a change is about, for erasure and for words on screen; null = nobody. */
function personOf(mutation) {
	return mutation.args.candidateId ?? null;
}
function asksToBeLeftAlone(mutation) {
	return mutation.kind === "contact.log" && LEAVE_ALONE_OUTCOMES.includes(mutation.args.outcome);
}
function decideStory(args, rows, context) {
	if (rows.get("story", args.id)) return { outcome: "merged" };
	if (!args.permissionGiven) return refuse("rule", "Say that the person it is about has agreed before you submit it.");
	const record = {
		...args,
		councilId: context.councilId,
		by: context.actor,
		at: context.at,
		status: "submitted"
	};
	return {
		outcome: "applied",
		changes: [{
			kind: "story",
			id: args.id,
			record
		}]
	};
}
// ../../swt-freeze-G0nL73/src/core/codec/number-forms.ts
var ofPattern = (pattern, parse, format) => ({
	toNumber: (value) => {
		if (typeof value !== "string" || !pattern.test(value)) return void 0;
		const number = parse(value);
		return Number.isSafeInteger(number) && format(number) === value ? number : void 0;
	},
	toValue: format
});
/** Forms of values that are numbers, or that people write like numbers. */
var NUMBER_KINDS = {
	whole: {
		toNumber: (value) => Number.isSafeInteger(value) ? value : void 0,
		toValue: (number) => number
	},
	thousandths: {
		toNumber: (value) => {
			if (typeof value !== "number") return void 0;
			const number = Math.round(value * 1e3);
			return number / 1e3 === value && Number.isSafeInteger(number) ? number : void 0;
		},
		toValue: (number) => number / 1e3
	},
	day: ofPattern(/^\d{4}-\d\d-\d\d$/, (text) => dayNumber(text), (number) => dayFromNumber(number)),
	month: ofPattern(/^\d{4}-\d\d$/, (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1, (number) => `${String(Math.floor(number / 12)).padStart(4, "0")}-${String(number % 12 + 1).padStart(2, "0")}`),
	second: ofPattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/, (text) => Date.parse(text) / 1e3, (number) => isoInstant(number * 1e3)),
	instant: ofPattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, (text) => Date.parse(text), (number) => isoInstant(number))
};
/** In the order they are tried: the tightest first. */
var NUMBER_KIND_NAMES = Object.keys(NUMBER_KINDS);
/** A common beginning and a number without leading zeros, such as `SW9000001`. */
var prefixedForm = (prefix) => ofPattern(/^\D*[1-9]\d*$/, (text) => text.startsWith(prefix) ? Number(text.slice(prefix.length)) : NaN, (number) => `${prefix}${number}`);
// ../../swt-freeze-G0nL73/src/core/codec/columns.ts
/** A bucket whose container is broken; the rows inside are never judged here. */
var BucketError = class extends Error {
	name = "BucketError";
};
var UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
var UUID_BYTES = 16;
/** 255 places and absent fit one byte. */
var MOST_LISTED = 255;
var MOST_WIDTH = 6;
var WIDTHS = [
	1,
	2,
	3,
	4,
	5,
	MOST_WIDTH
];
/** Picks the tightest form that brings every value back exactly as it was. */
function packColumn(name, values) {
	const present = values.filter((value) => value !== void 0);
	if (present.length === values.length && present.every(isUuid)) return {
		column: {
			name,
			as: "uuid"
		},
		planes: uuidPlanes(present)
	};
	const listed = [...new Set(present.map((value) => JSON.stringify(value)))];
	if (listed.length <= Math.min(MOST_LISTED, present.length / 8 + 2)) return list(name, values, listed);
	const items = packItems(name, values);
	if (items) return items;
	for (const kind of NUMBER_KIND_NAMES) {
		const numbers = packNumbers(values, NUMBER_KINDS[kind]);
		if (numbers) return {
			column: {
				name,
				as: kind,
				...numbers.shape
			},
			planes: numbers.planes
		};
	}
	const prefix = /^\D*/.exec(String(present[0]))?.[0] ?? "";
	const numbers = packNumbers(values, prefixedForm(prefix));
	if (numbers) return {
		column: {
			name,
			as: "prefixed",
			prefix,
			...numbers.shape
		},
		planes: numbers.planes
	};
	if (present.every((value) => typeof value === "string")) return {
		column: {
			name,
			as: "text"
		},
		planes: []
	};
	if (listed.length <= Math.min(MOST_LISTED, present.length / 2)) return list(name, values, listed);
	return {
		column: {
			name,
			as: "json"
		},
		planes: []
	};
}
function list(name, values, listed) {
	const places = new Map(listed.map((text, index) => [text, index + 1]));
	const plane = Uint8Array.from(values, (value) => value === void 0 ? 0 : places.get(JSON.stringify(value)) ?? 0);
	return {
		column: {
			name,
			as: "list",
			values: listed.map((text) => JSON.parse(text))
		},
		planes: [plane]
	};
}
/** In the first plane of an items column, where 0 means an empty array. */
var NO_ARRAY = 255;
var MOST_ITEMS = 254;
var LONGEST_ARRAY = 16;
function packItems(name, values) {
	const arrays = values.filter((value) => value !== void 0);
	if (!arrays.every(isShortOfWords)) return void 0;
	const items = [...new Set(arrays.flat())];
	if (items.length > MOST_ITEMS) return void 0;
	const places = new Map(items.map((item, index) => [item, index + 1]));
	const width = Math.max(1, ...arrays.map((array) => array.length));
	const planes = Array.from({ length: width }, (_, place) => Uint8Array.from(values, (value) => {
		if (!isShortOfWords(value)) return place === 0 ? NO_ARRAY : 0;
		return places.get(value[place] ?? "") ?? 0;
	}));
	return {
		column: {
			name,
			as: "items",
			items,
			width
		},
		planes
	};
}
var isShortOfWords = (value) => Array.isArray(value) && value.length <= LONGEST_ARRAY && value.every((word) => typeof word === "string" && word !== "");
function unpackItems({ items, width }, planes, rows) {
	return Array.from({ length: rows }, (_, row) => {
		if (planes[row] === NO_ARRAY) return void 0;
		const array = [];
		for (let place = 0; place < width; place += 1) {
			const at = planes[place * rows + row] ?? 0;
			if (at === 0) break;
			const item = items[at - 1];
			if (item === void 0) throw new BucketError("a place outside its list");
			array.push(item);
		}
		return array;
	});
}
function packNumbers(values, form) {
	const numbers = [];
	let min = Number.POSITIVE_INFINITY;
	let max = Number.NEGATIVE_INFINITY;
	for (const value of values) {
		const number = value === void 0 ? void 0 : form.toNumber(value);
		if (number === void 0 && value !== void 0) return void 0;
		if (number !== void 0) {
			if (Object.is(number, -0)) return void 0;
			min = Math.min(min, number);
			max = Math.max(max, number);
		}
		numbers.push(number);
	}
	const width = Math.ceil(Math.log2(max - min + 2) / 8) || 1;
	if (width > MOST_WIDTH) return void 0;
	const planes = Array.from({ length: width }, (_, byte) => Uint8Array.from(numbers, (number) => number === void 0 ? 0 : Math.floor((number - min + 1) / 256 ** (width - 1 - byte)) % 256));
	return {
		shape: {
			min,
			width
		},
		planes
	};
}
var isUuid = (value) => typeof value === "string" && UUID.test(value);
function uuidPlanes(ids) {
	const hex = ids.map((id) => id.replaceAll("-", ""));
	return Array.from({ length: UUID_BYTES }, (_, byte) => Uint8Array.from(hex, (digits) => Number.parseInt(digits.slice(byte * 2, byte * 2 + 2), 16)));
}
/** How many byte planes a column has. Throws `BucketError` for a form it does not know. */
function planeCount(column) {
	if (column.as === "uuid") return UUID_BYTES;
	if (column.as === "text" || column.as === "json") return 0;
	if (column.as === "list") {
		if (Array.isArray(column.values)) return 1;
	} else if (column.as === "items") {
		const { items, width } = column;
		if (Array.isArray(items) && width >= 1 && width <= LONGEST_ARRAY && width % 1 === 0) return width;
	} else if ((column.as === "prefixed" || Object.hasOwn(NUMBER_KINDS, column.as)) && Number.isSafeInteger(column.min) && WIDTHS.includes(column.width)) return column.width;
	throw new BucketError("a column has an unknown form");
}
/** Reads the values of a column back from its planes, which lie one after the other. */
function unpackColumn(column, planes, rows) {
	if (column.as === "uuid") return unpackUuids(planes, rows);
	if (column.as === "list") return Array.from({ length: rows }, (_, row) => {
		const place = planes[row] ?? 0;
		if (place > column.values.length) throw new BucketError("a place outside its list");
		return place === 0 ? void 0 : column.values[place - 1];
	});
	if (column.as === "items") return unpackItems(column, planes, rows);
	if (column.as === "text" || column.as === "json") return [];
	const form = column.as === "prefixed" ? prefixedForm(column.prefix) : NUMBER_KINDS[column.as];
	const values = [];
	for (let row = 0; row < rows; row += 1) {
		let number = 0;
		for (let byte = 0; byte < column.width; byte += 1) number = number * 256 + (planes[byte * rows + row] ?? 0);
		values.push(number === 0 ? void 0 : form.toValue(number - 1 + column.min));
	}
	return values;
}
var HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
function unpackUuids(planes, rows) {
	const ids = [];
	for (let row = 0; row < rows; row += 1) {
		let id = "";
		for (let byte = 0; byte < UUID_BYTES; byte += 1) {
			if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += "-";
			id += HEX[planes[byte * rows + row] ?? 0];
		}
		ids.push(id);
	}
	return ids;
}
var ABSENT = "\\-";
/** Writes one field as one line; a line break inside it is escaped. */
function writeField(column, value) {
	if (value === void 0) return ABSENT;
	const text = column.as === "json" ? JSON.stringify(value) : String(value);
	return /[\\\n]/.test(text) ? text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n") : text;
}
/** Reads back what `writeField` wrote. Throws `BucketError` when it is not JSON. */
function readField(column, line) {
	if (line === ABSENT) return void 0;
	const text = line.includes("\\") ? line.replace(/\\(.)/g, (_, mark) => mark === "n" ? "\n" : mark) : line;
	if (column.as !== "json") return text;
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new BucketError("a field is not JSON", { cause });
	}
}
/** People per bucket that keep a deflated, sealed bucket under 32 KB (decision S5). */
var MOST_PEOPLE_ON_AVERAGE = 104;
/**
* Returns the bucket of a person, from the last eight hex digits of the id.
*
* The leading digits of a UUIDv7 are the time and would fill one bucket at a time.
* `bucketCount` is a power of two.
*/
function bucketOf(id, bucketCount) {
	return Number.parseInt(id.slice(-8), 16) & bucketCount - 1;
}
/**
* Returns how many buckets a pool of this size is kept in: a power of two, at least 1.
*
* With 104 people on average the fullest of 1,024 buckets holds about 140.
*/
function bucketCountFor(people) {
	let count = 1;
	while (people / count > MOST_PEOPLE_ON_AVERAGE) count *= 2;
	return count;
}
var MAGIC = [
	83,
	87,
	66,
	1
];
var PREAMBLE = 8;
var isWritten = (column) => column.as === "text" || column.as === "json";
/**
* Packs people column by column, ready to be deflated.
*
* Same people in the same order, same bytes. Fields that are absent stay absent, fields
* this version does not know are carried as they are. Columnar because it deflates to
* about half of zipped lines (decision Y3). Strings must be well-formed Unicode.
*/
function encodeBucket(people) {
	const rows = people;
	const packed = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => packColumn(name, rows.map((row) => ownValue(row, name))));
	const columns = packed.map(({ column }) => column);
	const written = columns.filter(isWritten);
	const lines = rows.flatMap((row) => written.map((column) => `${writeField(column, ownValue(row, column.name))}\n`));
	const encoder = new TextEncoder();
	const header = encoder.encode(JSON.stringify({
		rows: rows.length,
		columns
	}));
	const preamble = new Uint8Array(PREAMBLE);
	preamble.set(MAGIC);
	new DataView(preamble.buffer).setUint32(MAGIC.length, header.length, true);
	return joinBytes([
		preamble,
		header,
		...packed.flatMap(({ planes }) => planes),
		encoder.encode(lines.join(""))
	]);
}
/**
* Unpacks what `encodeBucket` packed, as plain rows that nobody has checked yet.
*
* The caller checks each row by its schema. Rows may share the arrays inside them: treat
* them as read only. Throws `BucketError` when the container itself is broken.
*/
function decodeBucket(bytes) {
	if (MAGIC.some((byte, index) => bytes[index] !== byte)) throw new BucketError("not a bucket of this version");
	const headerEnd = PREAMBLE + readLength(bytes);
	const { rows: rowCount, columns } = readHeader(bytes.subarray(PREAMBLE, headerEnd));
	const written = columns.filter(isWritten);
	const planesEnd = headerEnd + columns.reduce((sum, column) => sum + planeCount(column) * rowCount, 0);
	if (planesEnd > bytes.length || rowCount > bytes.length) throw new BucketError("cut short");
	const lines = decodeText(bytes.subarray(planesEnd)).split("\n");
	if (lines.length !== rowCount * written.length + 1) throw new BucketError("cut short");
	const rows = Array.from({ length: rowCount }, () => ({}));
	let from = headerEnd;
	for (const column of columns) if (isWritten(column)) {
		const offset = written.indexOf(column);
		rows.forEach((row, index) => {
			put(row, column.name, readField(column, lines[index * written.length + offset] ?? ""));
		});
	} else {
		const to = from + planeCount(column) * rowCount;
		const values = unpackColumn(column, bytes.subarray(from, to), rowCount);
		rows.forEach((row, index) => {
			put(row, column.name, values[index]);
		});
		from = to;
	}
	return rows;
}
/** Never what every object inherits, such as `constructor`. */
var ownValue = (row, name) => Object.hasOwn(row, name) ? row[name] : void 0;
function put(row, name, value) {
	if (value === void 0) return;
	if (name === "__proto__") Object.defineProperty(row, name, {
		value,
		enumerable: true,
		writable: true,
		configurable: true
	});
	else row[name] = value;
}
function readLength(bytes) {
	if (bytes.length < PREAMBLE) throw new BucketError("cut short");
	return new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
}
function readHeader(bytes) {
	let header;
	try {
		header = JSON.parse(decodeText(bytes));
	} catch (cause) {
		throw new BucketError("the header is not JSON", { cause });
	}
	const { rows, columns } = header ?? {};
	if (!Number.isSafeInteger(rows) || rows === void 0 || rows < 0 || !Array.isArray(columns)) throw new BucketError("the header is not ours");
	if (columns.some((column) => typeof column?.name !== "string")) throw new BucketError("the header is not ours");
	return {
		rows,
		columns
	};
}
function decodeText(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch (cause) {
		throw new BucketError("the text is not UTF-8", { cause });
	}
}
function joinBytes(parts) {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
// ../../swt-freeze-G0nL73/src/contract/records/council-work.ts
/** Who did it: an id for rules, a name because a colleague may have left since. */
var Actor = Type.Object({
	id: RecruiterId,
	name: Type.String({ maxLength: 120 })
});
/** A vacancy and, with its entries, the shortlist for it. */
var Vacancy = Type.Object({
	id: RecordId,
	councilId: CouncilId,
	/** Short name on screen, e.g. `SW-114`. */
	ref: Type.String({
		minLength: 1,
		maxLength: 24
	}),
	title: Type.String({
		minLength: 1,
		maxLength: 120
	}),
	team: Type.Optional(Type.String({ maxLength: 80 })),
	roleGroup: RoleGroup,
	specialisms: Type.Array(SpecialismId, {
		minItems: 1,
		maxItems: 8
	}),
	posts: Type.Integer({
		minimum: 1,
		maximum: 99
	}),
	hoursPerWeek: Type.Optional(Type.Number({
		minimum: 1,
		maximum: 48
	})),
	employmentTypes: Type.Array(EmploymentType, { maxItems: 7 }),
	/** Where the team works; the council's base when absent. */
	base: Type.Optional(Type.Object({
		label: Type.String({ maxLength: 80 }),
		lat: Type.Number(),
		lon: Type.Number()
	})),
	closesOn: Type.Optional(IsoDate),
	status: Type.Enum(["open", "closed"]),
	createdBy: Actor,
	createdAt: IsoInstant
});
/** One move of a person on a shortlist; never edited, never removed. */
var StageMove = Type.Object({
	at: IsoInstant,
	by: Actor,
	to: Stage,
	from: Type.Optional(Stage),
	reason: Type.Optional(Type.String({ maxLength: 300 }))
});
/** A person on a vacancy's shortlist. `id` is the v5 of vacancy and person. */
var ShortlistEntry = Type.Object({
	id: RecordId,
	vacancyId: RecordId,
	candidateId: CandidateId,
	stage: Stage,
	removed: Type.Boolean(),
	/** Oldest first; the last one made `stage`. */
	history: Type.Array(StageMove, {
		minItems: 1,
		maxItems: 500
	})
});
/** One contact with a person. Append only: a correction is a new row. */
var ContactLog = Type.Object({
	id: RecordId,
	candidateId: CandidateId,
	vacancyId: Type.Optional(RecordId),
	by: Actor,
	/** When it happened, as the recruiter says. */
	at: IsoInstant,
	channel: Channel,
	direction: Type.Enum(["out", "in"]),
	outcome: Outcome,
	note: Type.Optional(Type.String({ maxLength: 1e3 })),
	correctionOf: Type.Optional(RecordId)
});
/** Something to do about a person on a day; a promise when they were told. */
var FollowUp = Type.Object({
	id: RecordId,
	candidateId: CandidateId,
	what: Type.String({
		minLength: 1,
		maxLength: 200
	}),
	dueOn: IsoDate,
	/** `HH:MM` in London, if a time was agreed. */
	dueTime: Type.Optional(Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" })),
	promise: Type.Boolean(),
	owner: Actor,
	createdAt: IsoInstant,
	done: Type.Optional(Type.Object({
		at: IsoInstant,
		by: Actor
	}))
});
/** A person this council must not contact. `id` equals the person's id. */
var DoNotContact = Type.Object({
	id: CandidateId,
	candidateId: CandidateId,
	reason: Type.String({ maxLength: 300 }),
	at: IsoInstant,
	by: Actor
});
/** A colleague of the council, for names and hand-over. */
var Colleague = Type.Object({
	id: RecruiterId,
	name: Type.String({ maxLength: 120 }),
	jobTitle: Type.String({ maxLength: 120 }),
	role: RecruiterRole
});
// ../../swt-freeze-G0nL73/src/contract/records/programme.ts
/** The life of the programme, and the policy the centre sends with it (decision P4). */
var Programme = Type.Object({
	id: RecordId,
	name: Type.String({ maxLength: 120 }),
	status: ProgrammeStatus,
	opensOn: IsoDate,
	closesOn: Type.Optional(IsoDate),
	mayReopenUntil: Type.Optional(IsoDate),
	/** When closed: the day unsuccessful people's records are removed. */
	retainUntil: Type.Optional(IsoDate),
	banner: Type.Optional(Type.String({ maxLength: 300 })),
	policy: Type.Object({
		presenceDays: Type.Integer({
			minimum: 0,
			maximum: 90
		}),
		unsuccessfulMonths: Type.Integer({
			minimum: 1,
			maximum: 24
		}),
		auditYears: Type.Integer({
			minimum: 1,
			maximum: 10
		}),
		staleDays: Type.Integer({
			minimum: 1,
			maximum: 30
		}),
		readOnlyDays: Type.Integer({
			minimum: 1,
			maximum: 60
		}),
		lockDays: Type.Integer({
			minimum: 1,
			maximum: 90
		}),
		registerFreshDays: Type.Integer({
			minimum: 1,
			maximum: 365
		})
	})
});
/** A success story: submitted in a council's stream, published in the programme's. */
var SuccessStory = Type.Object({
	id: RecordId,
	councilId: CouncilId,
	title: Type.String({
		minLength: 1,
		maxLength: 120
	}),
	body: Type.String({
		minLength: 1,
		maxLength: 5e3
	}),
	quote: Type.Optional(Type.String({ maxLength: 500 })),
	quoteBy: Type.Optional(Type.String({ maxLength: 120 })),
	serviceArea: Type.String({ maxLength: 80 }),
	/** The person it is about has agreed to it. */
	permissionGiven: Type.Boolean(),
	status: Type.Enum([
		"submitted",
		"published",
		"withdrawn"
	]),
	by: Actor,
	at: IsoInstant
});
// ../../swt-freeze-G0nL73/src/contract/http/session.ts
/** One stream the caller may read. */
var Grant = Type.Object({
	stream: StreamId,
	epoch: Type.String(),
	head: Type.Integer({ minimum: 0 }),
	access: Type.Enum(["r", "rw"])
});
/** `POST /v1/sync/session`: hello. */
var SessionRequest = Type.Object({
	device: Type.String({
		minLength: 8,
		maxLength: 64
	}),
	appVersion: Type.String({ maxLength: 40 })
});
/** Who is calling, what they may read, and the centre's own clock. */
var Session = Type.Object({
	now: IsoInstant,
	protocol: Type.Object({
		min: Type.Integer(),
		max: Type.Integer()
	}),
	grantsRev: Type.Integer(),
	grants: Type.Array(Grant),
	recruiter: Type.Object({
		id: RecruiterId,
		name: Type.String(),
		email: Type.String(),
		jobTitle: Type.String(),
		role: RecruiterRole
	}),
	councils: Type.Array(Type.Object({
		id: CouncilId,
		name: Type.String(),
		region: Type.String(),
		/** The council's base for distance. */
		lat: Type.Number(),
		lon: Type.Number()
	})),
	programme: Programme,
	/** The highest order number the centre holds of this device. */
	lastN: Type.Integer({ minimum: 0 }),
	limits: Type.Object({
		pushCount: Type.Integer(),
		pushBytes: Type.Integer(),
		pollMs: Type.Integer()
	})
});
// ../../swt-freeze-G0nL73/src/contract/records/kinds.ts
/**
* Every kind of record a stream carries, with its schema.
*
* The key is the word on the wire and in the caches. Adding a kind here is all it
* takes for sync to carry it.
*/
var RECORD_KINDS = {
	candidate: Type.Object({
		id: CandidateId,
		/** Shown instead of the name: `SWT-XXXX-XX`. */
		ref: Type.String({ maxLength: 16 }),
		givenName: Type.String({ maxLength: 80 }),
		familyName: Type.String({ maxLength: 80 }),
		email: Type.Optional(Type.String({ maxLength: 200 })),
		phone: Type.Optional(Type.String({ maxLength: 40 })),
		preferredContact: Channel,
		bestTimes: Type.Optional(Type.String({ maxLength: 120 })),
		homeTown: Type.Optional(Type.String({ maxLength: 80 })),
		homeOutcode: Type.Optional(Type.String({ maxLength: 4 })),
		lat: Type.Optional(Type.Number({
			minimum: 49,
			maximum: 61
		})),
		lon: Type.Optional(Type.Number({
			minimum: -9,
			maximum: 3
		})),
		homeCouncilId: Type.Optional(CouncilId),
		region: Type.Optional(Region),
		/** Straight-line miles they will travel; 999 = any distance. */
		maxTravelMiles: Type.Optional(Type.Integer({
			minimum: 1,
			maximum: 999
		})),
		willRelocate: Type.Boolean(),
		remoteOk: Type.Boolean(),
		canTravelForVisits: Type.Boolean(),
		registrationNumber: Type.Optional(Type.String({ pattern: "^SW[1-9][0-9]{0,6}$" })),
		registrationStatus: RegistrationStatus,
		restrictionUntil: Type.Optional(IsoDate),
		/** The day the centre last read the public register for this person. */
		registerCheckedOn: Type.Optional(IsoDate),
		annotations: Type.Array(Annotation, { maxItems: 2 }),
		practiceEducator: PracticeEducator,
		yearsPostQualifying: Type.Optional(Type.Integer({
			minimum: 0,
			maximum: 60
		})),
		lastPractisedOn: Type.Optional(IsoMonth),
		primarySpecialism: SpecialismId,
		/** All areas, the primary one first. */
		specialisms: Type.Array(SpecialismId, {
			minItems: 1,
			maxItems: 8
		}),
		roleGroup: RoleGroup,
		caseSystems: Type.Array(CaseSystem, { maxItems: 8 }),
		models: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 8 }),
		languages: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 6 }),
		summary: Type.Optional(Type.String({ maxLength: 1200 })),
		employmentTypes: Type.Array(EmploymentType, { maxItems: 7 }),
		hours: Type.Array(HoursPattern, { maxItems: 8 }),
		minHoursPerWeek: Type.Optional(Type.Number({
			minimum: 0,
			maximum: 60
		})),
		maxHoursPerWeek: Type.Optional(Type.Number({
			minimum: 0,
			maximum: 60
		})),
		availableFrom: Type.Optional(IsoDate),
		dbsDeclared: Type.Optional(DbsDeclared),
		refsAvailable: Type.Optional(Type.Boolean()),
		/** `paused` and `placed` people are hidden unless asked for (F13). */
		programmeState: Type.Enum([
			"active",
			"paused",
			"placed"
		]),
		registeredInterestAt: IsoInstant,
		/** The day they last confirmed what they told us. */
		confirmedOn: IsoDate,
		/** First day anyone of any council spoke to them; absent = nobody has: "unheard". */
		firstSpokenOn: Type.Optional(IsoDate),
		/** Last day anyone of any council tried or spoke; a date only, never who (P4). */
		lastTriedOn: Type.Optional(IsoDate)
	}),
	programme: Programme,
	story: SuccessStory,
	vacancy: Vacancy,
	"shortlist-entry": ShortlistEntry,
	contact: ContactLog,
	"follow-up": FollowUp,
	"do-not-contact": DoNotContact,
	colleague: Colleague
};
/** Every kind in the order screens and tests list them. */
var RECORD_KIND_NAMES = Object.keys(RECORD_KINDS);
// ../../swt-freeze-G0nL73/src/contract/http/streams.ts
/**
* One row of a stream at its newest sequence.
*
* `u` = here it is, `d` = removed, `e` = erased: the person asked, and every trace of it
* goes (law first, decision Y5). `doc` is checked by the schema of its kind on the
* laptop, row by row, so that one bad row never stops the others.
*/
var StreamItem = Type.Object({
	seq: Type.Integer({ minimum: 1 }),
	kind: Type.Unsafe(Type.Enum([...RECORD_KIND_NAMES])),
	id: Type.String(),
	op: Type.Enum([
		"u",
		"d",
		"e"
	]),
	doc: Type.Optional(Type.Unknown())
});
/** `GET /v1/sync/streams/:stream/changes` query. */
var ChangesQuery = Type.Object({
	epoch: Type.String(),
	after: Type.Integer({ minimum: 0 }),
	/** The head at the first page of a snapshot (sync.md 3.1). */
	snapAt: Type.Optional(Type.Integer({ minimum: 0 })),
	limit: Type.Optional(Type.Integer({
		minimum: 1,
		maximum: 2e3
	}))
});
/** One page of changes: applies only to a cursor that stands at `after` in `epoch`. */
var ChangesPage = Type.Object({
	stream: StreamId,
	epoch: Type.String(),
	after: Type.Integer(),
	/** The cursor after this page; may exceed the last item, for rows that moved on. */
	to: Type.Integer(),
	head: Type.Integer(),
	more: Type.Boolean(),
	grantsRev: Type.Integer(),
	items: Type.Array(StreamItem)
});
/** `GET /v1/sync/heads`: a hint, never data. */
var Heads = Type.Object({
	grantsRev: Type.Integer(),
	heads: Type.Record(Type.String(), Type.Object({
		epoch: Type.String(),
		seq: Type.Integer()
	}))
});
/** `GET /v1/sync/pool/manifest`: what makes up the pool right now. */
var PoolManifest = Type.Object({
	epoch: Type.String(),
	/** Version of the bucket codec. */
	schema: Type.Integer(),
	/** Power of two; the bucket of a person is `bucketOf(id, bucketCount)`. */
	bucketCount: Type.Integer(),
	buckets: Type.Array(Type.Object({
		b: Type.Integer(),
		etag: Type.String(),
		people: Type.Integer(),
		bytes: Type.Integer(),
		/** Every change up to this sequence is in the bucket. */
		upTo: Type.Integer()
	}))
});
// ../../swt-freeze-G0nL73/src/contract/http/endpoints.ts
/**
* Every path of the centre, in one place for client, server and OpenAPI.
*
* Headers of every sync call: `Authorization: Bearer`, `SWT-Protocol`, `SWT-Client`,
* `SWT-Device`, `SWT-Request`. Answers: `SWT-Epoch` where one stream is concerned,
* `Cache-Control: no-store`, RateLimit headers; problems as RFC 9457.
*/
var ENDPOINTS = {
	live: "/livez",
	ready: "/readyz",
	metrics: "/metrics",
	openapi: "/openapi.json",
	signIn: "/v1/sign-in",
	session: "/v1/sync/session",
	heads: "/v1/sync/heads",
	/** Server-sent events: `event: heads`, data = `Heads` of the caller's streams. */
	events: "/v1/sync/events",
	changes: "/v1/sync/streams/:stream/changes",
	manifest: "/v1/sync/pool/manifest",
	/** Body: the deflate-raw bytes of `core/codec/bucket`; `ETag` as in the manifest. */
	bucket: "/v1/sync/pool/buckets/:b",
	push: "/v1/sync/push",
	programmeStatus: "/v1/programme/status",
	withdrawals: "/v1/programme/withdrawals",
	publishStory: "/v1/programme/stories/:id/publish"
};
/**
* Everything a recruiter can change, with what must be said to change it.
*
* The actor, the council and the final time are never arguments: the centre takes
* them from the session and the envelope. `core/domain` holds the rule for each.
*/
var MUTATIONS = {
	"vacancy.create": Type.Omit(Vacancy, [
		"councilId",
		"createdBy",
		"createdAt",
		"status"
	]),
	"vacancy.edit": Type.Object({
		vacancyId: RecordId,
		fields: Type.Partial(Type.Pick(Vacancy, [
			"title",
			"team",
			"posts",
			"hoursPerWeek",
			"closesOn",
			"status"
		]))
	}),
	"shortlist.add": Type.Object({
		vacancyId: RecordId,
		candidateId: CandidateId,
		stage: Type.Optional(Stage)
	}),
	"shortlist.move": Type.Object({
		vacancyId: RecordId,
		candidateId: CandidateId,
		to: Stage,
		reason: Type.Optional(Type.String({ maxLength: 300 }))
	}),
	"shortlist.remove": Type.Object({
		vacancyId: RecordId,
		candidateId: CandidateId,
		reason: Type.Optional(Type.String({ maxLength: 300 }))
	}),
	"contact.log": Type.Omit(ContactLog, ["by"]),
	"follow-up.set": Type.Omit(FollowUp, [
		"owner",
		"createdAt",
		"done"
	]),
	"follow-up.done": Type.Object({ followUpId: RecordId }),
	"do-not-contact.set": Type.Pick(DoNotContact, ["candidateId", "reason"]),
	"story.submit": Type.Omit(SuccessStory, [
		"councilId",
		"by",
		"at",
		"status"
	]),
	"audit.record": Type.Object({
		action: Type.Enum([...[
			"reveal",
			"export",
			"print",
			"copy",
			"view"
		]]),
		candidateId: Type.Optional(CandidateId),
		detail: Type.Optional(Type.String({ maxLength: 200 }))
	}),
	/** Fills the hole of an item that was erased or discarded, so that order stays dense. */
	noop: Type.Object({})
};
var envelope = {
	/** UUIDv7; the ledger's key: the same id has the same effect once. */
	id: RecordId,
	/** Order on this device, dense from 1. */
	n: Type.Integer({ minimum: 1 }),
	stream: StreamId,
	entity: Type.Union([RecordId, CandidateId]),
	base: Type.Integer({ minimum: 0 }),
	/** Protocol version that wrote it. */
	schema: Type.Integer({ minimum: 1 }),
	/** Display time; order is the centre's (sync.md 3.4). */
	at: IsoInstant,
	/** Milliseconds since it was made, by the monotonic clock where known. */
	ageMs: Type.Integer({ minimum: 0 })
};
var mutationOf = (kind) => Type.Object({
	...envelope,
	kind: Type.Literal(kind),
	args: MUTATIONS[kind]
});
/** A change on its way to the centre. */
var Mutation = Type.Union([
	mutationOf("vacancy.create"),
	mutationOf("vacancy.edit"),
	mutationOf("shortlist.add"),
	mutationOf("shortlist.move"),
	mutationOf("shortlist.remove"),
	mutationOf("contact.log"),
	mutationOf("follow-up.set"),
	mutationOf("follow-up.done"),
	mutationOf("do-not-contact.set"),
	mutationOf("story.submit"),
	mutationOf("audit.record"),
	mutationOf("noop")
]);
// ../../swt-freeze-G0nL73/src/contract/http/problem.ts
/** The `code` of every problem the centre answers with (RFC 9457, sync.md 3.6). */
var PROBLEM_CODES = [
	"token-missing",
	"token-expired",
	"token-invalid",
	"not-allowed",
	"stream-not-granted",
	"not-found",
	"order-gap",
	"programme-closed",
	"cursor-expired",
	"epoch-changed",
	"too-large",
	"invalid",
	"id-reuse",
	"rule",
	"upgrade-required",
	"too-many-requests",
	"unavailable",
	"fault"
];
/** What a refusing answer carries: `application/problem+json`. */
var Problem = Type.Object({
	type: Type.String(),
	title: Type.String(),
	status: Type.Integer(),
	code: Type.Unsafe(Type.Enum([...PROBLEM_CODES])),
	detail: Type.Optional(Type.String()),
	retry: Type.Enum([
		"never",
		"after",
		"resync",
		"reauth",
		"upgrade"
	]),
	requestId: Type.String(),
	/** With `order-gap`: the order number the centre expects next. */
	expected: Type.Optional(Type.Integer())
});
// ../../swt-freeze-G0nL73/src/contract/http/push.ts
/** `POST /v1/sync/push`: changes of one device in its order. */
var PushRequest = Type.Object({
	device: Type.String({
		minLength: 8,
		maxLength: 64
	}),
	mutations: Type.Array(Mutation, {
		minItems: 1,
		maxItems: 100
	})
});
/** What became of one change. Terminal: it is never asked again. */
var PushResult = Type.Object({
	id: RecordId,
	n: Type.Integer(),
	/** `merged` = it was already so. */
	outcome: Type.Enum([
		"applied",
		"merged",
		"rejected"
	]),
	stream: StreamId,
	/** Epoch at the time of this answer, sequence at the time of the effect. */
	epoch: Type.String(),
	seq: Type.Integer(),
	problem: Type.Optional(Problem)
});
/** Answer to a push; on trouble the results so far, and the rest is sent again. */
var PushResponse = Type.Object({
	results: Type.Array(PushResult),
	lastN: Type.Integer()
});
export { LEAVE_ALONE_OUTCOMES as A, daysBetween as B, heardAfter as C, DBS_DECLARED as D, CASE_SYSTEMS as E, ROLE_GROUPS as F, CouncilId as G, londonDay as H, STAGES as I, POOL as J, IsoDate as K, addDays as L, ProgrammeStatus as M, REGIONS as N, EMPLOYMENT_TYPES as O, REGISTRATION_STATUSES as P, councilStream as Q, dayFromNumber as R, newRecordId as S, ANNOTATIONS as T, workingDaysBetweenNumbers as U, isoInstant as V, CandidateId as W, RecordId as X, PROGRAMME as Y, StreamId as Z, encodeBucket as _, MUTATIONS as a, needs as b, ChangesQuery as c, Session as d, SessionRequest as f, decodeBucket as g, bucketOf as h, Problem as i, PRACTICE_EDUCATOR as j, HOURS_PATTERNS as k, Heads as l, bucketCountFor as m, PushResponse as n, ENDPOINTS as o, Programme as p, IsoInstant as q, PROBLEM_CODES as r, ChangesPage as s, PushRequest as t, PoolManifest as u, decide as v, wasSpoken as w, personOf as x, entityOf as y, dayNumber as z };
