import { C as heardAfter, H as londonDay, J as POOL, K as IsoDate, M as ProgrammeStatus, Q as councilStream, V as isoInstant, W as CandidateId, X as RecordId, Y as PROGRAMME, Z as StreamId, _ as encodeBucket, b as needs, c as ChangesQuery, d as Session, f as SessionRequest, h as bucketOf, i as Problem, l as Heads$1, m as bucketCountFor, n as PushResponse, o as ENDPOINTS, p as Programme, s as ChangesPage, t as PushRequest, u as PoolManifest, v as decide, x as personOf } from "./shared-push.js";
import { a as answerWithProblems, i as Refusal, n as bodyHash, o as problemOf, r as parseMutation, t as Envelopes } from "./shared-envelope.js";
import { Type } from "typebox";
import { readFileSync, readdirSync } from "node:fs";
import { Compile } from "typebox/compile";
import { createHash, randomUUID } from "node:crypto";
import swagger from "@fastify/swagger";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import Fastify, { LogController } from "fastify";
import { sql } from "kysely";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { constants, deflateRaw, gzip, zstdCompress } from "node:zlib";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import rateLimit from "@fastify/rate-limit";
import { Writable } from "node:stream";
// ../../swt-freeze-G0nL73/src/server/db/database.ts
/** Failures that another try of the same transaction can cure. */
var PASSING = /* @__PURE__ */ new Set([
	"40001",
	"40P01",
	"23505"
]);
/** Returns the engine's five-character code of an error, or an empty string. */
function sqlState(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
/**
* Runs one unit of work in a transaction, up to four times.
*
* `work` must read everything it decides on inside the transaction: a retry sees what
* the winner wrote. Any other error is thrown as it is.
*/
async function inTransaction(database, work) {
	for (let attempt = 1;; attempt += 1) try {
		return await database.transaction().execute(work);
	} catch (error) {
		if (attempt === 4 || !PASSING.has(sqlState(error))) throw error;
	}
}
/** Answers whether the database can be asked anything at all. */
async function isAnswering(database) {
	try {
		await sql`select 1`.execute(database);
		return true;
	} catch {
		return false;
	}
}
// ../../swt-freeze-G0nL73/src/server/modules/health/routes.ts
var Answer = Type.Object({ status: Type.Literal("ok") });
/**
* Whether the process lives, whether it can serve, and its meters.
*
* Public, for the machine that runs it: a proxy in front lets only the sync paths out.
*/
function healthRoutes(app, database, meters) {
	const schema = (summary) => ({
		summary,
		security: [],
		response: { 200: Answer }
	});
	app.get(ENDPOINTS.live, { schema: schema("The process lives") }, async () => ({ status: "ok" }));
	app.get(ENDPOINTS.ready, { schema: schema("The database answers") }, async () => {
		if (await isAnswering(database.sql)) return { status: "ok" };
		throw new Refusal("unavailable", "The database does not answer at the moment.");
	});
	app.get(ENDPOINTS.metrics, { schema: {
		summary: "Meters for Prometheus",
		security: [],
		produces: ["text/plain"]
	} }, async (_request, reply) => {
		const { text, contentType } = await meters.report();
		return reply.type(contentType).send(Buffer.from(text));
	});
}
// ../../swt-freeze-G0nL73/src/server/modules/pool/repository.ts
/** How many people come over in one answer of the database. */
var CHUNK$1 = 2e3;
/**
* Reads everybody in the pool, in chunks by id.
*
* `upTo` is read first: a change made meanwhile has a higher sequence and arrives with
* the deltas as well, which is harmless.
*/
async function readEverybody(database) {
	const upTo = await readPoolHead(database);
	const people = [];
	let after = "00000000-0000-0000-0000-000000000000";
	for (;;) {
		const chunk = await sql`select id::text as id, doc
      from sync_body where stream = 'pool' and kind = 'candidate' and id > ${after}::uuid
      order by id limit ${CHUNK$1}`.execute(database);
		for (const row of chunk.rows) people.push(JSON.parse(row.doc));
		const last = chunk.rows.at(-1);
		if (!last || chunk.rows.length < CHUNK$1) return {
			upTo,
			count: people.length,
			people
		};
		after = last.id;
	}
}
/** Reads the people named; who is not in the pool is left out. */
async function readPeople(database, ids) {
	return (await sql`select doc from sync_body
    where stream = 'pool' and kind = 'candidate' and id = any(${[...ids]}::uuid[])
    order by id`.execute(database)).rows.map((row) => JSON.parse(row.doc));
}
/** Reads who was erased from the pool after a sequence, and up to which this looked. */
async function readErasedAfter(database, after) {
	return {
		upTo: await readPoolHead(database),
		ids: (await sql`select id::text as id from sync_item
    where stream = 'pool' and op = 'e' and seq > ${after}`.execute(database)).rows.map((row) => row.id)
	};
}
async function readPoolHead(database) {
	return (await sql`select head from sync_stream
    where stream = 'pool'`.execute(database)).rows[0]?.head ?? 0;
}
// ../../swt-freeze-G0nL73/src/server/modules/pool/buckets.ts
var deflate = promisify(deflateRaw);
/** Buckets age at most this long while the pool changes under them. */
var OLD_AFTER_MS = 36e5;
/** Or until this part of the pool has changed. */
var CHANGED_PART = .05;
/**
* The pool as immutable compressed buckets, held in memory.
*
* Rebuilt when asked for after 5 % has changed or an hour has passed, and at once where
* somebody was erased: until that is done nobody is answered from the old bucket.
*/
var PoolBuckets = class {
	#database;
	#clock;
	#buckets = [];
	#builtUpTo = -1;
	#builtAtMs = 0;
	#erasedUpTo = 0;
	#rebuilding = null;
	#erasing = Promise.resolve();
	constructor(database, clock) {
		this.#database = database;
		this.#clock = clock;
	}
	get people() {
		return this.#buckets.reduce((sum, bucket) => sum + bucket.ids.length, 0);
	}
	/** Builds all buckets: from people at hand (seeding) or from the database. */
	async build(from) {
		const { upTo, count: total, people } = from ?? await readEverybody(this.#database.sql);
		const count = bucketCountFor(total);
		const groups = Array.from({ length: count }, () => []);
		for (const person of people) groups[bucketOf(person.id, count)]?.push(person);
		const buckets = [];
		for (const group of groups) {
			buckets.push(await pack(group, upTo));
			await setImmediate();
		}
		this.#buckets = buckets;
		this.#builtUpTo = upTo;
		this.#builtAtMs = this.#clock.monotonicMs();
		this.#erasedUpTo = upTo;
		await this.dropErased();
	}
	/** Returns the manifest; `head` is where the pool stands now. */
	async manifest(epoch, head) {
		await this.#freshen(head);
		return {
			epoch,
			schema: 1,
			bucketCount: this.#buckets.length,
			buckets: this.#buckets.map(({ etag, bytes, ids, upTo }, b) => ({
				b,
				etag,
				people: ids.length,
				bytes: bytes.length,
				upTo
			}))
		};
	}
	/** Returns one bucket; null when there is none of this number. */
	async bucket(b, head) {
		if (this.#builtUpTo < 0) await this.#freshen(head);
		await this.#erasing;
		return this.#buckets[b] ?? null;
	}
	/**
	* Packs again the buckets of people erased since last looked.
	*
	* Call when the pool has moved: also another process may have erased somebody.
	*/
	dropErased() {
		const done = this.#erasing.catch(() => {}).then(() => this.#repack());
		this.#erasing = done;
		return done;
	}
	async #repack() {
		if (this.#builtUpTo < 0) return;
		const { upTo, ids } = await readErasedAfter(this.#database.sql, this.#erasedUpTo);
		const touched = new Set(ids.map((id) => bucketOf(id, this.#buckets.length)));
		for (const b of touched) {
			const old = this.#buckets[b];
			if (!old) continue;
			const left = await readPeople(this.#database.sql, old.ids);
			this.#buckets[b] = await pack(left, old.upTo);
		}
		this.#erasedUpTo = upTo;
	}
	/** Builds in the background after a start, so that the first manifest need not wait. */
	warm() {
		this.#rebuild().catch(() => {});
	}
	async #freshen(head) {
		await this.#erasing;
		if (this.#isOld(head)) await this.#rebuild();
	}
	#rebuild() {
		this.#rebuilding ??= this.build().finally(() => {
			this.#rebuilding = null;
		});
		return this.#rebuilding;
	}
	#isOld(head) {
		if (this.#builtUpTo < 0) return true;
		const changed = head - this.#builtUpTo;
		if (changed > Math.max(1, this.people) * CHANGED_PART) return true;
		return changed > 0 && this.#clock.monotonicMs() - this.#builtAtMs > OLD_AFTER_MS;
	}
};
/** The name of a bucket is a hash of what is in it, so an unchanged one keeps its name. */
async function pack(people, upTo) {
	const bytes = await deflate(encodeBucket(people), { level: 9 });
	return {
		etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`,
		bytes,
		ids: people.map((person) => person.id),
		upTo
	};
}
// ../../swt-freeze-G0nL73/src/server/modules/pool/routes.ts
/** First sync of the pool: what there is, and each bucket by its number. */
function poolRoutes(app, heads, buckets) {
	const pool = () => {
		const state = heads.get(POOL);
		if (!state) throw new Refusal("unavailable", "The pool is being filled.");
		return state;
	};
	app.get(ENDPOINTS.manifest, { schema: {
		summary: "What makes up the pool now",
		response: { 200: PoolManifest }
	} }, async (_request, reply) => {
		const { epoch, head } = pool();
		reply.header("swt-epoch", epoch);
		return buckets.manifest(epoch, head);
	});
	app.get(ENDPOINTS.bucket, { schema: {
		summary: "One bucket of people: deflate-raw bytes, named by their ETag",
		params: Type.Object({ b: Type.Integer({ minimum: 0 }) }),
		produces: ["application/octet-stream"]
	} }, async (request, reply) => {
		const { epoch, head } = pool();
		const bucket = await buckets.bucket(request.params.b, head);
		if (!bucket) throw new Refusal("not-found", "There is no bucket of this number.");
		reply.header("etag", bucket.etag).header("swt-epoch", epoch);
		if (request.headers["if-none-match"] === bucket.etag) return reply.status(304).send();
		return reply.type("application/octet-stream").send(bucket.bytes);
	});
}
// ../../swt-freeze-G0nL73/src/contract/http/programme.ts
/** `POST /v1/programme/status`, programme team only: opens, closes, reopens. */
var ProgrammeChange = Type.Object({
	status: ProgrammeStatus,
	banner: Type.Optional(Type.String({ maxLength: 300 })),
	closesOn: Type.Optional(IsoDate)
});
/** `POST /v1/programme/withdrawals`, programme team only: a person asked to be removed. */
var Withdrawal = Type.Object({ candidateId: CandidateId });
/** `POST /v1/programme/stories/:id/publish` has no body. */
var Published = Type.Object({ published: Type.Boolean() });
// ../../swt-freeze-G0nL73/src/server/modules/streams/feed.ts
/** Builds the key of `Sequences`. */
function changeKey(change) {
	return `${change.stream} ${change.kind} ${change.id}`;
}
/**
* Writes the bodies and numbers them: the last statement of a unit of work.
*
* At most once in a transaction. Its counters stay locked until commit, so nothing slow
* may follow. A record made by somebody else meanwhile is a unique violation, which
* `inTransaction` answers by deciding again.
*/
async function publish(transaction, changes) {
	if (changes.length === 0) return /* @__PURE__ */ new Map();
	await writeBodies(transaction, changes);
	const result = await sql`
    select r_stream as stream, r_kind as kind, r_id as id, r_seq as seq
    from sync_publish(${changes.map((change) => change.stream)}::text[],
      ${changes.map((change) => change.kind)}::text[],
      ${changes.map((change) => change.id)}::uuid[],
      ${changes.map((change) => change.op)}::text[])`.execute(transaction);
	return new Map(result.rows.map((row) => [`${row.stream} ${row.kind} ${row.id}`, row.seq]));
}
async function writeBodies(transaction, changes) {
	const kept = changes.filter((change) => change.doc !== null);
	const fresh = kept.filter((change) => change.isNew);
	const known = kept.filter((change) => !change.isNew);
	const gone = changes.filter((change) => change.doc === null);
	if (fresh.length > 0) await sql`insert into sync_body (stream, kind, id, about, doc)
      select * from ${unnest(fresh)}`.execute(transaction);
	if (known.length > 0) await sql`update sync_body b set about = x.about, doc = x.doc
      from ${unnest(known)} where b.stream = x.stream and b.kind = x.kind and b.id = x.id`.execute(transaction);
	if (gone.length > 0) await sql`delete from sync_body b using unnest(
        ${gone.map((change) => change.stream)}::text[],
        ${gone.map((change) => change.kind)}::text[],
        ${gone.map((change) => change.id)}::uuid[]) as x(stream, kind, id)
      where b.stream = x.stream and b.kind = x.kind and b.id = x.id`.execute(transaction);
}
function unnest(changes) {
	return sql`unnest(
    ${changes.map((change) => change.stream)}::text[],
    ${changes.map((change) => change.kind)}::text[],
    ${changes.map((change) => change.id)}::uuid[],
    ${changes.map(personIn)}::uuid[],
    ${changes.map((change) => JSON.stringify(change.doc))}::text[]) as x(stream, kind, id, about, doc)`;
}
/** The person a record names; it is what erasure looks for. */
function personIn(change) {
	if (change.kind === "candidate") return change.id;
	return change.doc?.candidateId ?? null;
}
/** Makes the streams that are not there yet, at head 0 with an epoch of their own. */
async function addStreams(database, streams) {
	await sql`insert into sync_stream (stream) select * from unnest(${[...streams]}::text[])
    on conflict do nothing`.execute(database);
}
// ../../swt-freeze-G0nL73/src/server/modules/session/repository.ts
var COLUMNS = sql`r.id::text as id, r.login, r.name, r.email, r.job_title as "jobTitle",
  r.role, r.councils`;
/** Finds a recruiter with the number that moves whenever anybody's grants do. */
async function findRecruiter(database, id) {
	const row = (await sql`
    select ${COLUMNS}, s.grants_rev as "grantsRev"
    from recruiter r cross join central_state s where r.id::text = ${id}`.execute(database)).rows[0];
	if (!row) return null;
	const { grantsRev, ...recruiter } = row;
	return {
		recruiter,
		grantsRev
	};
}
/** Adds recruiters; one who is there already is left as they are. */
async function addRecruiters(database, recruiters) {
	for (const r of recruiters) await sql`insert into recruiter (id, login, name, email, job_title, role, councils)
      values (${r.id}, ${r.login}, ${r.name}, ${r.email}, ${r.jobTitle}, ${r.role},
        ${[...r.councils]}::text[])
      on conflict do nothing`.execute(database);
}
/** Reads the councils named, by name. */
async function readCouncils(database, ids) {
	return (await sql`select id, name, region, lat, lon from council
    where id = any(${[...ids]}::text[]) order by name`.execute(database)).rows;
}
/** Adds councils; one that is there already is left as it is. */
async function addCouncils(database, councils) {
	for (const c of councils) await sql`insert into council (id, name, region, lat, lon)
      values (${c.id}, ${c.name}, ${c.region}, ${c.lat}, ${c.lon})
      on conflict do nothing`.execute(database);
}
/** Notes a device as seen and returns the highest order number held of it. */
async function greetDevice(database, device, recruiter, appVersion) {
	return (await sql`
    insert into sync_device (device, recruiter, app_version)
    values (${device}, ${recruiter}, ${appVersion})
    on conflict (device, recruiter) do update
      set app_version = excluded.app_version, seen_at = excluded.seen_at
    returning last_n as "lastN"`.execute(database)).rows[0]?.lastN ?? 0;
}
// ../../swt-freeze-G0nL73/src/server/plugins/callers.ts
/** A change of grants reaches every answer within this time, without a query each. */
var KNOWN_FOR_MS = 1e3;
/** Looks recruiters up in the database, remembering each for a second. */
function callerFinder(database) {
	const known = /* @__PURE__ */ new Map();
	return (subject) => {
		const now = performance.now();
		const hit = known.get(subject);
		if (hit && now - hit.at < KNOWN_FOR_MS) return hit.found;
		if (known.size > 1e4) known.clear();
		const found = findRecruiter(database.sql, subject);
		known.set(subject, {
			at: now,
			found
		});
		found.catch(() => known.delete(subject));
		return found;
	};
}
/** Puts protocol and token checks in front of every route of this part of the app. */
function requireCaller(app, check, find) {
	app.decorateRequest("caller", null);
	app.addHook("onRequest", async (request, reply) => {
		reply.header("cache-control", "no-store");
		const protocol = request.headers["swt-protocol"];
		if (protocol !== void 0 && !(Number(protocol) >= 1)) throw new Refusal("upgrade-required", "Update the app. What is not sent yet stays safe.");
		const bearer = await check(request.headers.authorization);
		const found = await find(bearer.subject);
		if (!found) throw new Refusal("not-allowed", "This account is not enrolled.");
		request.caller = {
			...found,
			tokenExpiresAtMs: bearer.expiresAtMs
		};
	});
}
/** Returns who asks; only for routes behind `requireCaller`. */
function callerOf(request) {
	if (!request.caller) throw new Error("this route is not behind requireCaller");
	return request.caller;
}
/** The streams a recruiter may read, and whether they may write there. */
function grantsOf(recruiter) {
	return [
		{
			stream: POOL,
			access: "r"
		},
		{
			stream: PROGRAMME,
			access: "r"
		},
		...recruiter.councils.map((id) => ({
			stream: councilStream(id),
			access: "rw"
		}))
	];
}
/** Throws unless the recruiter may read the stream. */
function requireGrant(recruiter, stream) {
	if (grantsOf(recruiter).some((grant) => grant.stream === stream)) return;
	throw new Refusal("stream-not-granted", "Your sign-in does not include this council.");
}
/** Throws unless the caller belongs to the programme team. */
function requireProgrammeTeam(request) {
	const caller = callerOf(request);
	if (caller.recruiter.role === "programme_admin") return caller;
	throw new Refusal("not-allowed", "Only the programme team can do this.");
}
// ../../swt-freeze-G0nL73/src/server/modules/programme/change-programme.ts
/**
* Builds the programme as it is after a change of status.
*
* Closing starts the retention clock (policy `unsuccessfulMonths`); reopening stops it.
* It may reopen for as long as the records are kept. Throws a `Refusal` for "planned"
* after it has opened.
*/
function changedProgramme(now, change, today) {
	if (change.status === "planned" && now.status !== "planned") throw new Refusal("rule", "A programme that has opened cannot be planned again.");
	const { closesOn, banner, retainUntil: _kept, mayReopenUntil: _until, ...lasting } = now;
	const isClosed = change.status === "closed";
	const until = addMonths(today, now.policy.unsuccessfulMonths);
	const closing = change.closesOn ?? (isClosed ? today : closesOn);
	const end = change.status === "reopened" ? change.closesOn : closing;
	return {
		...lasting,
		status: change.status,
		...end ? { closesOn: end } : {},
		...isClosed ? {
			retainUntil: until,
			mayReopenUntil: until
		} : {},
		...change.banner ? { banner: change.banner } : {}
	};
}
/** The same day some months on; the last of the month where there is no such day. */
function addMonths(day, months) {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	const at = Date.UTC(year, month - 1 + months, Math.min(date, last));
	return new Date(at).toISOString().slice(0, 10);
}
// ../../swt-freeze-G0nL73/src/server/modules/programme/repository.ts
/** Reads the programme: its life and its policy; null before anything was put in. */
async function findProgramme(database) {
	const doc = (await sql`select doc from sync_body
    where stream = ${PROGRAMME} and kind = 'programme'`.execute(database)).rows[0]?.doc;
	return doc === void 0 ? null : JSON.parse(doc);
}
/** Reads the programme where there must be one. */
async function readProgramme(database) {
	const programme = await findProgramme(database);
	if (!programme) throw new Error("the centre holds no programme");
	return programme;
}
/** Finds a submitted story in whichever council's stream it is, locked; null = none. */
async function findStory(transaction, id) {
	const row = (await sql`select stream, doc from sync_body
    where kind = 'story' and id = ${id}::uuid and stream <> ${PROGRAMME} for update`.execute(transaction)).rows[0];
	return row ? {
		stream: row.stream,
		kind: "story",
		id,
		record: JSON.parse(row.doc)
	} : null;
}
/** Whether a record of this kind and id is in the programme's own stream. */
async function isPublished(transaction, id) {
	return (await sql`select 1 from sync_body
    where stream = ${PROGRAMME} and kind = 'story' and id = ${id}::uuid`.execute(transaction)).rows.length > 0;
}
/**
* Locks and reads everything that names a person, the pool's row first.
*
* In a statement of its own: who waited there for a push sees what that push has written
* only in the next statement, and a contact would outlive the person it is about.
*/
async function lockEverythingAbout(transaction, candidateId) {
	await sql`select 1 from sync_body where stream = 'pool' and kind = 'candidate'
    and id = ${candidateId}::uuid for update`.execute(transaction);
	return (await sql`
    select stream, kind, id::text as id, doc from sync_body where about = ${candidateId}::uuid
    order by stream, kind, id for update`.execute(transaction)).rows.map(({ doc, ...row }) => ({
		...row,
		record: JSON.parse(doc)
	}));
}
/** Puts a person on the erasure register; false = they were on it already. */
async function registerErased(transaction, candidateId) {
	return (await sql`insert into erased (id) values (${candidateId}::uuid)
    on conflict do nothing returning id`.execute(transaction)).rows.length > 0;
}
/** Clears the words the ledger and the audit hold about a person; ids stay. */
async function clearWordsAbout(transaction, candidateId) {
	await sql`update sync_mutation set problem_detail = null
    where about = ${candidateId}::uuid`.execute(transaction);
	await sql`update audit_entry set detail = null
    where about = ${candidateId}::uuid`.execute(transaction);
}
// ../../swt-freeze-G0nL73/src/server/modules/programme/withdraw.ts
/**
* Removes a person everywhere, because they asked; asking twice is the same.
*
* One transaction: the pool's row and every contact, follow-up and do-not-contact row of
* every council become erasures; places on shortlists stay as "withdrawn" without a word
* about the person; the register keeps the id, so nothing brings them back (decision Y5).
*/
async function withdraw(transaction, candidateId, by) {
	const rows = await lockEverythingAbout(transaction, candidateId);
	if (await registerErased(transaction, candidateId) && !rows.some((row) => row.kind === "candidate")) throw new Refusal("not-found", "There is no such person in the pool.");
	await clearWordsAbout(transaction, candidateId);
	await publish(transaction, rows.flatMap((row) => changeFor(row, by)));
}
function changeFor(row, by) {
	const { stream, kind, id } = row;
	if (kind !== "shortlist-entry") return [{
		stream,
		kind,
		id,
		op: "e",
		doc: null,
		isNew: false
	}];
	const entry = row.record;
	if (entry.stage === "withdrawn") return [];
	return [{
		stream,
		kind,
		id,
		op: "u",
		doc: {
			...entry,
			stage: "withdrawn",
			history: [...entry.history.map(({ reason: _words, ...move }) => move), {
				at: isoInstant(by.nowMs),
				by: by.actor,
				from: entry.stage,
				to: "withdrawn",
				reason: "Withdrew from the programme"
			}]
		},
		isNew: false
	}];
}
// ../../swt-freeze-G0nL73/src/server/modules/programme/routes.ts
/** What only the programme team does: open and close, remove a person, publish a story. */
function programmeRoutes(app, parts) {
	const { database, clock, heads } = parts;
	app.post(ENDPOINTS.programmeStatus, { schema: {
		summary: "Open, close or reopen the programme",
		body: ProgrammeChange,
		response: { 200: Programme }
	} }, async (request) => {
		requireProgrammeTeam(request);
		const programme = await inTransaction(database.sql, async (transaction) => {
			const doc = changedProgramme(await readProgramme(transaction), request.body, londonDay(clock.nowMs()));
			await publish(transaction, [{
				stream: PROGRAMME,
				kind: "programme",
				id: doc.id,
				op: "u",
				doc,
				isNew: false
			}]);
			return doc;
		});
		await heads.look();
		return programme;
	});
	app.post(ENDPOINTS.withdrawals, { schema: {
		summary: "Remove a person who asked for it, everywhere and for good",
		body: Withdrawal,
		response: { 204: Type.Null({ description: "Removed" }) }
	} }, async (request, reply) => {
		const { recruiter } = requireProgrammeTeam(request);
		const { candidateId } = request.body;
		const actor = {
			id: recruiter.id,
			name: "The programme team"
		};
		await inTransaction(database.sql, (transaction) => withdraw(transaction, candidateId, {
			actor,
			nowMs: clock.nowMs()
		}));
		parts.pages.forget();
		await parts.buckets.dropErased();
		await heads.look();
		return reply.status(204).send(null);
	});
	app.post(ENDPOINTS.publishStory, { schema: {
		summary: "Publish a submitted story to every council",
		params: Type.Object({ id: RecordId }),
		response: { 200: Published }
	} }, async (request) => {
		requireProgrammeTeam(request);
		await inTransaction(database.sql, (sql) => publishStory(sql, request.params.id));
		await heads.look();
		return { published: true };
	});
}
async function publishStory(transaction, id) {
	const story = await findStory(transaction, id);
	if (!story) throw new Refusal("not-found", "There is no such story.");
	if (!story.record.permissionGiven || story.record.status === "withdrawn") throw new Refusal("rule", "A story needs the agreement of the person it is about.");
	const doc = {
		...story.record,
		status: "published"
	};
	const isNew = !await isPublished(transaction, id);
	const change = {
		kind: "story",
		id,
		op: "u",
		doc
	};
	await publish(transaction, [{
		...change,
		stream: story.stream,
		isNew: false
	}, {
		...change,
		stream: PROGRAMME,
		isNew
	}]);
}
// ../../swt-freeze-G0nL73/src/server/modules/push/repository.ts
/** Takes a device for this transaction; returns its highest order number. */
async function lockDevice(transaction, device, recruiter) {
	await sql`insert into sync_device (device, recruiter) values (${device}, ${recruiter})
    on conflict do nothing`.execute(transaction);
	return (await sql`select last_n as "lastN" from sync_device
    where device = ${device} and recruiter = ${recruiter} for update`.execute(transaction)).rows[0]?.lastN ?? 0;
}
/** Notes the highest order number of a device. */
async function setLastN(transaction, owner, lastN) {
	await sql`update sync_device set last_n = ${lastN}, seen_at = clock_timestamp()
    where device = ${owner.device} and recruiter = ${owner.recruiter}`.execute(transaction);
}
/** Reads a change's ledger entry; null = never seen. */
async function findLedgerEntry(transaction, id) {
	return (await sql`
    select id::text as id, device, recruiter::text as recruiter, n, kind,
      body_hash as "bodyHash", outcome, stream, seq, problem_code as "problemCode",
      problem_detail as "problemDetail", about::text as about
    from sync_mutation where id = ${id}::uuid`.execute(transaction)).rows[0] ?? null;
}
/** Writes what became of a change. */
async function addLedgerEntry(transaction, entry) {
	await sql`insert into sync_mutation (id, device, recruiter, n, kind, body_hash, outcome,
      stream, seq, problem_code, problem_detail, about)
    values (${entry.id}, ${entry.device}, ${entry.recruiter}, ${entry.n}, ${entry.kind},
      ${entry.bodyHash}, ${entry.outcome}, ${entry.stream}, ${entry.seq},
      ${entry.problemCode}, ${entry.problemDetail}, ${entry.about})`.execute(transaction);
}
/**
* Locks rows and reads them; the pool's first, so that a push and a withdrawal of the
* same person wait for each other in one order.
*
* Two statements: one that had to wait for a lock would show the new body beside the
* old sequence, and a stage move would then miss that somebody else has moved.
*/
async function lockRows(transaction, names) {
	const named = sql`(b.stream, b.kind, b.id) in (
    select * from unnest(${names.map((name) => name.stream)}::text[],
      ${names.map((name) => name.kind)}::text[], ${names.map((name) => name.id)}::uuid[]))`;
	await sql`select 1 from sync_body b where ${named}
    order by b.stream <> 'pool', b.stream, b.kind, b.id for update`.execute(transaction);
	const result = await sql`
    select b.stream, b.kind, b.id::text as id, i.seq, b.doc
    from sync_body b
    join sync_item i on i.stream = b.stream and i.kind = b.kind and i.id = b.id
    where ${named}`.execute(transaction);
	return { get(stream, kind, id) {
		const row = result.rows.find((found) => found.stream === stream && found.kind === kind && found.id === id);
		return row ? {
			seq: row.seq,
			record: JSON.parse(row.doc)
		} : null;
	} };
}
/** Reads where a stream stands inside a transaction. */
async function readHead(transaction, stream) {
	return (await sql`select head from sync_stream
    where stream = ${stream}`.execute(transaction)).rows[0]?.head ?? 0;
}
/** Keeps what a laptop says it has shown, copied or printed (features.md L). */
async function addAuditEntry(transaction, entry) {
	await sql`insert into audit_entry (id, recruiter, stream, action, about, detail, at)
    values (${entry.id}, ${entry.recruiter}, ${entry.stream}, ${entry.action},
      ${entry.about}, ${entry.detail}, ${entry.at})`.execute(transaction);
}
// ../../swt-freeze-G0nL73/src/server/modules/push/apply.ts
/**
* Applies one change inside a transaction; asking again gives the first answer.
*
* Order: device, ledger, order number, rule, rows, ledger, and `publish` last
* (sync.md 3.4). Throws a `Refusal` with `order-gap` when changes are missing before it;
* everything else a laptop can send is a terminal outcome.
*/
async function applyMutation(transaction, envelope, sender) {
	const owner = {
		device: sender.device,
		recruiter: sender.recruiter.id
	};
	const lastN = await lockDevice(transaction, owner.device, owner.recruiter);
	const hash = bodyHash(envelope);
	const known = await findLedgerEntry(transaction, envelope.id);
	if (known) {
		if (known.device === owner.device && known.recruiter === owner.recruiter && (known.bodyHash === hash || envelope.kind === "noop")) return known;
		if (envelope.n === lastN + 1) await setLastN(transaction, owner, envelope.n);
		const seq = await readHead(transaction, envelope.stream);
		return {
			...refused(envelope, "id-reuse", "This id came with other content before."),
			seq
		};
	}
	if (envelope.n !== lastN + 1) throw new Refusal("order-gap", "Send the changes before this one first.", { expected: lastN + 1 });
	const parsed = parseMutation(envelope);
	const about = "mutation" in parsed ? personOf(parsed.mutation) : null;
	const effect = "mutation" in parsed ? await effectOf(transaction, parsed.mutation, sender) : refusedEffect("invalid", parsed.why);
	return settle(transaction, {
		envelope,
		entry: {
			...owner,
			kind: envelope.kind,
			bodyHash: hash,
			about
		},
		effect
	});
}
/** Writes what was decided. The counters are locked by `publish`, so it comes last but one. */
async function settle(transaction, { envelope, entry, effect }) {
	await setLastN(transaction, entry, envelope.n);
	const sequences = await publish(transaction, effect.changes);
	const mine = effect.changes.filter((change) => change.stream === envelope.stream).map((change) => sequences.get(changeKey(change)) ?? 0);
	const applied = {
		id: envelope.id,
		n: envelope.n,
		outcome: effect.outcome,
		stream: envelope.stream,
		seq: mine.length > 0 ? Math.max(...mine) : await readHead(transaction, envelope.stream),
		problemCode: effect.refusal?.code ?? null,
		problemDetail: effect.refusal?.detail ?? null
	};
	await addLedgerEntry(transaction, {
		...entry,
		...applied
	});
	return applied;
}
async function effectOf(transaction, mutation, sender) {
	const { recruiter } = sender;
	const councilId = councilIn(mutation.stream);
	if (!councilId || !recruiter.councils.includes(councilId)) return refusedEffect("stream-not-granted", "You do not work for this council any more.");
	const person = personOf(mutation);
	const rows = await lockRows(transaction, [...needs(mutation).map((need) => ({
		...need,
		stream: mutation.stream
	})), ...person ? [{
		stream: POOL,
		kind: "candidate",
		id: person
	}] : []]);
	const at = isoInstant(sender.nowMs - mutation.ageMs);
	const verdict = decide(mutation, { get: (kind, id) => rows.get(mutation.stream, kind, id) }, {
		actor: {
			id: recruiter.id,
			name: recruiter.name
		},
		role: recruiter.role,
		councilId,
		at,
		programme: (await readProgramme(transaction)).status,
		personHeld: (id) => rows.get(POOL, "candidate", id) !== null
	});
	if (verdict.outcome === "rejected") return refusedEffect(verdict.code, verdict.reason);
	if (verdict.outcome === "merged") return {
		outcome: "merged",
		changes: []
	};
	if (mutation.kind === "audit.record") {
		const { action, detail = null } = mutation.args;
		const { id, stream } = mutation;
		await addAuditEntry(transaction, {
			id,
			recruiter: recruiter.id,
			stream,
			action,
			about: person,
			detail,
			at
		});
	}
	return {
		outcome: "applied",
		changes: [...verdict.changes.map(({ kind, id, record }) => ({
			stream: mutation.stream,
			kind,
			id,
			op: "u",
			doc: record,
			isNew: rows.get(mutation.stream, kind, id) === null
		})), ...poolEffect(mutation, rows, sender)]
	};
}
/** A contact tells the other councils the day, and nothing else (rule DM10). */
function poolEffect(mutation, rows, sender) {
	if (mutation.kind !== "contact.log") return [];
	const person = rows.get(POOL, "candidate", mutation.args.candidateId);
	if (!person) return [];
	const at = isoInstant(Math.min(Date.parse(mutation.args.at), sender.nowMs));
	const after = heardAfter(person.record, {
		...mutation.args,
		at
	});
	if (!after) return [];
	return [{
		stream: POOL,
		kind: "candidate",
		id: after.id,
		op: "u",
		doc: after,
		isNew: false
	}];
}
function councilIn(stream) {
	return stream.startsWith("council:") ? stream.slice(8) : null;
}
function refusedEffect(code, detail) {
	return {
		outcome: "rejected",
		changes: [],
		refusal: {
			code,
			detail
		}
	};
}
function refused(envelope, code, detail) {
	const { id, n, stream } = envelope;
	return {
		id,
		n,
		stream,
		outcome: "rejected",
		problemCode: code,
		problemDetail: detail
	};
}
// ../../swt-freeze-G0nL73/src/server/modules/push/routes.ts
/** The most a batch may weigh (sync.md 3.2). */
var PUSH_BYTES = 262144;
var envelopes = Compile(Envelopes);
/** Takes a device's changes in its order, each in a transaction of its own. */
function pushRoutes(app, parts) {
	app.post(ENDPOINTS.push, {
		bodyLimit: PUSH_BYTES,
		schema: {
			summary: "Changes of one device in its order; each has its effect once",
			body: PushRequest,
			response: { 200: PushResponse }
		},
		validatorCompiler: () => (value) => envelopes.Check(value) ? { value } : { error: envelopes.Errors(value) }
	}, async (request) => {
		const { recruiter } = callerOf(request);
		const batch = request.body;
		const results = [];
		let lastN = 0;
		try {
			for (const envelope of batch.mutations) {
				const sender = {
					recruiter,
					device: batch.device,
					nowMs: parts.clock.nowMs()
				};
				const applied = await inTransaction(parts.database.sql, (transaction) => applyMutation(transaction, envelope, sender));
				parts.meters.pushed(applied.outcome);
				results.push(resultOf(applied, parts.heads, request.id));
				lastN = Math.max(lastN, applied.n);
			}
		} catch (error) {
			if (results.length === 0) throw error;
			if (!(error instanceof Refusal)) request.log.error({ err: error }, "push stopped");
		} finally {
			await parts.heads.look().catch(() => {});
		}
		return {
			results,
			lastN
		};
	});
}
/** The sequence is that of the effect, the epoch that of this answer (sync.md 3.4). */
function resultOf(applied, heads, requestId) {
	const { id, n, outcome, stream, seq, problemCode, problemDetail } = applied;
	const result = {
		id,
		n,
		outcome,
		stream,
		epoch: heads.get(stream)?.epoch ?? "",
		seq
	};
	return problemCode ? {
		...result,
		problem: problemOf(problemCode, problemDetail, requestId)
	} : result;
}
// ../../swt-freeze-G0nL73/src/server/modules/session/routes.ts
/** How often a client asks by itself; nudges make it quicker. */
var POLL_MS = 15e3;
/** Hello: registers the device and says who is calling and what they may read. */
function sessionRoutes(app, { database, clock, heads }) {
	app.post(ENDPOINTS.session, { schema: {
		summary: "Who am I, what may I read, and where does this device stand",
		body: SessionRequest,
		response: { 200: Session }
	} }, async (request) => {
		const { recruiter, grantsRev } = callerOf(request);
		const { device, appVersion } = request.body;
		const lastN = await greetDevice(database.sql, device, recruiter.id, appVersion);
		const { id, name, email, jobTitle, role } = recruiter;
		return {
			now: isoInstant(clock.nowMs()),
			protocol: {
				min: 1,
				max: 1
			},
			grantsRev,
			grants: grantsOf(recruiter).flatMap((grant) => {
				const state = heads.get(grant.stream);
				return state ? [{
					...grant,
					epoch: state.epoch,
					head: state.head
				}] : [];
			}),
			recruiter: {
				id,
				name,
				email,
				jobTitle,
				role
			},
			councils: [...await readCouncils(database.sql, recruiter.councils)],
			programme: await readProgramme(database.sql),
			lastN,
			limits: {
				pushCount: 100,
				pushBytes: PUSH_BYTES,
				pollMs: POLL_MS
			}
		};
	});
}
// ../../swt-freeze-G0nL73/src/contract/http/sign-in.ts
/** `GET /v1/sign-in`, public: where to sign in, and the made-up accounts if there are any. */
var SignInInfo = Type.Object({
	issuer: Type.String(),
	clientId: Type.String(),
	scope: Type.String(),
	programmeName: Type.String(),
	/** Only where the embedded issuer with made-up recruiters is in use. */
	madeUpAccounts: Type.Array(Type.Object({
		/** The value for `login_hint`. */
		login: Type.String(),
		name: Type.String(),
		council: Type.String(),
		role: Type.String()
	}))
});
// ../../swt-freeze-G0nL73/src/server/modules/sign-in/routes.ts
/** Public: where to sign in, before anybody has. */
function signInRoutes(app, info) {
	app.get(ENDPOINTS.signIn, { schema: {
		summary: "Where to sign in, and the made-up accounts if there are any",
		security: [],
		response: { 200: SignInInfo }
	} }, async (_request, reply) => {
		reply.header("cache-control", "no-store");
		return info;
	});
}
// ../../swt-freeze-G0nL73/src/server/modules/streams/repository.ts
/** Reads where every stream stands. */
async function readStreams(database) {
	return (await sql`select stream, epoch::text as epoch, head
    from sync_stream order by stream`.execute(database)).rows;
}
/**
* Reads up to `limit` rows after a sequence, and the stream's head; null = no such stream.
*
* One statement, so that head and rows come from one snapshot: read apart, `to` could
* claim rows the page does not hold. A snapshot (`after` 0) leaves out what is gone.
*/
async function readStretch(database, stream, after, limit) {
	const result = await sql`
    select s.epoch::text as epoch, s.head, s.floor, p.seq, p.kind, p.id::text as id, p.op, p.doc
    from sync_stream s
    left join lateral (
      select i.seq, i.kind, i.id, i.op, b.doc
      from sync_item i
      left join sync_body b on b.stream = i.stream and b.kind = i.kind and b.id = i.id
      where i.stream = s.stream and i.seq > ${after} and (${after}::bigint > 0 or i.op = 'u')
      order by i.seq
      limit ${limit}
    ) p on true
    where s.stream = ${stream}
    order by p.seq`.execute(database);
	const first = result.rows[0];
	if (!first) return null;
	const { epoch, head, floor } = first;
	return {
		epoch,
		head,
		floor,
		rows: result.rows.filter((row) => row.seq !== null)
	};
}
// ../../swt-freeze-G0nL73/src/server/modules/streams/heads.ts
/** Another process may have written: on PostgreSQL the counters are looked at this often. */
var LOOK_EVERY_MS = 1e3;
/**
* Where every stream stands, held in memory so that idle polls cost no query.
*
* It may lag another process by a second: that is delay, never loss, because data are
* always read from the database.
*/
var Heads = class {
	#database;
	#states = /* @__PURE__ */ new Map();
	#listeners = /* @__PURE__ */ new Set();
	#timer = null;
	constructor(database) {
		this.#database = database;
	}
	/** Reads the counters, and on PostgreSQL keeps looking. */
	async start() {
		await this.look();
		if (this.#database.engine !== "postgres") return;
		this.#timer = setInterval(() => void this.look().catch(() => {}), LOOK_EVERY_MS);
	}
	stop() {
		if (this.#timer) clearInterval(this.#timer);
		this.#listeners.clear();
	}
	get(stream) {
		return this.#states.get(stream) ?? null;
	}
	/** Looks at the counters and tells who listens which streams have moved. */
	async look() {
		const moved = [];
		for (const state of await readStreams(this.#database.sql)) {
			const known = this.#states.get(state.stream);
			if (known && known.epoch === state.epoch && known.head >= state.head) continue;
			this.#states.set(state.stream, state);
			moved.push(state.stream);
		}
		if (moved.length > 0) for (const listener of this.#listeners) listener(moved);
	}
	/** Calls back whenever streams have moved; returns the way to stop that. */
	onMove(listener) {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
};
/** Builds the hint of where the caller's streams stand; never data. */
function headsFor(caller, heads) {
	const mine = grantsOf(caller.recruiter).flatMap(({ stream }) => {
		const state = heads.get(stream);
		return state ? [[stream, {
			epoch: state.epoch,
			seq: state.head
		}]] : [];
	});
	return {
		grantsRev: caller.grantsRev,
		heads: Object.fromEntries(mine)
	};
}
// ../../swt-freeze-G0nL73/src/server/modules/streams/pages.ts
var zstd = promisify(zstdCompress);
var zip = promisify(gzip);
var DEFAULT_LIMIT$1 = 500;
/** Below this a compressed body is no smaller worth the work. */
var COMPRESS_FROM_BYTES = 1024;
var MOST_PAGES = 64;
/**
* Makes pages of changes; the same page asked for by many is made once.
*
* After a nudge everybody asks for the same rows: sharing them measured 9 times the
* requests a second. The head is part of the key, so a page never outlives a change.
*/
var Pages = class {
	#sql;
	#made = /* @__PURE__ */ new Map();
	constructor(sql) {
		this.#sql = sql;
	}
	/** Forgets every page, so that nothing erased stays in memory. */
	forget() {
		this.#made.clear();
	}
	page(request) {
		const { state, query } = request;
		const key = JSON.stringify([
			state.stream,
			query.epoch,
			state.head,
			query.after,
			query.snapAt,
			query.limit,
			request.grantsRev,
			request.encoding
		]);
		const known = this.#made.get(key);
		if (known) return known;
		const oldest = this.#made.keys().next();
		if (this.#made.size >= MOST_PAGES && !oldest.done) this.#made.delete(oldest.value);
		const page = this.#make(request);
		this.#made.set(key, page);
		page.catch(() => this.#made.delete(key));
		return page;
	}
	async #make({ state, query, grantsRev, encoding }) {
		const limit = query.limit ?? DEFAULT_LIMIT$1;
		const { stream } = state;
		const stretch = await readStretch(this.#sql, stream, query.after, limit + 1);
		if (!stretch) throw new Refusal("not-found", "There is no such stream.");
		if (stretch.epoch !== query.epoch) throw new Refusal("epoch-changed", "The history was replaced, for example by a restore.");
		const since = Math.max(query.after, query.snapAt ?? 0);
		if (query.after > stretch.head || query.after > 0 && since < stretch.floor) throw new Refusal("cursor-expired", "This position is not kept any more.");
		const more = stretch.rows.length > limit;
		const { epoch, head } = stretch;
		const rows = stretch.rows.slice(0, limit);
		const text = pageText({
			stream,
			query,
			grantsRev,
			rows,
			more,
			to: more ? rows.at(-1)?.seq ?? query.after : head,
			epoch,
			head
		});
		return compress(Buffer.from(text), encoding);
	}
};
/** Bodies are JSON text already: they are passed on, never parsed. */
function pageText(page) {
	const { stream, epoch, to, head, more, grantsRev } = page;
	const start = {
		stream,
		epoch,
		after: page.query.after,
		to,
		head,
		more,
		grantsRev
	};
	const items = page.rows.map(({ seq, kind, id, op, doc }) => `{"seq":${seq},"kind":"${kind}","id":"${id}","op":"${op}"${doc === null ? "" : `,"doc":${doc}`}}`);
	return `${JSON.stringify(start).slice(0, -1)},"items":[${items.join(",")}]}`;
}
async function compress(body, encoding) {
	if (encoding === "identity" || body.length < COMPRESS_FROM_BYTES) return {
		body,
		encoding: "identity"
	};
	if (encoding === "gzip") return {
		body: await zip(body),
		encoding
	};
	return {
		body: await zstd(body, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
		encoding
	};
}
/** Picks the cheapest encoding the client takes. */
function chooseEncoding(accepts) {
	if (accepts && /\bzstd\b/.test(accepts)) return "zstd";
	if (accepts && /\bgzip\b/.test(accepts)) return "gzip";
	return "identity";
}
// ../../swt-freeze-G0nL73/src/server/modules/streams/events.ts
/** Shorter than the idle limit of the proxies councils use. */
var KEEP_ALIVE_MS = 2e4;
/** A client that does not read is cut off; it polls and comes back. */
var MOST_UNREAD_BYTES = 65536;
/**
* Tells one client that its streams have moved, until its token runs out.
*
* Only heads are told, never data: the client reads with its own grants (decision C4).
*/
async function eventStream(parts, caller, { request, raw }) {
	const { heads, find, openEvents } = parts;
	raw.writeHead(200, {
		"content-type": "text/event-stream; charset=utf-8",
		"cache-control": "no-store, no-transform",
		"x-accel-buffering": "no",
		"swt-request": request.id
	});
	const write = (text) => {
		if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy();
		else raw.write(text);
	};
	const tell = (who) => write(`event: heads\ndata: ${JSON.stringify(headsFor(who, heads))}\n\n`);
	const stopListening = heads.onMove((moved) => {
		find(caller.recruiter.id).then((who) => {
			if (!who) end();
			else if (grantsOf(who.recruiter).some((grant) => moved.includes(grant.stream))) tell(who);
		}, () => end());
	});
	const alive = setInterval(() => write(": still here\n\n"), KEEP_ALIVE_MS);
	const lifeMs = Math.max(0, caller.tokenExpiresAtMs - Date.now());
	const expiry = setTimeout(() => end(), Math.min(lifeMs, 2 ** 31 - 1));
	const end = () => raw.end();
	openEvents.add(end);
	raw.on("close", () => {
		stopListening();
		clearInterval(alive);
		clearTimeout(expiry);
		openEvents.delete(end);
	});
	tell(caller);
}
// ../../swt-freeze-G0nL73/src/server/modules/streams/routes.ts
/** Pages of changes, where streams stand, and the nudge that they have moved. */
function streamRoutes(app, parts) {
	app.get(ENDPOINTS.changes, { schema: {
		summary: "What has changed in a stream after a cursor; after=0 reads all of it",
		params: Type.Object({ stream: StreamId }),
		querystring: ChangesQuery,
		response: { 200: ChangesPage }
	} }, async (request, reply) => {
		const caller = callerOf(request);
		requireGrant(caller.recruiter, request.params.stream);
		const state = parts.heads.get(request.params.stream);
		if (!state) throw new Refusal("not-found", "There is no such stream.");
		const encoding = chooseEncoding(request.headers["accept-encoding"]);
		const { grantsRev } = caller;
		const page = await parts.pages.page({
			state,
			query: request.query,
			grantsRev,
			encoding
		});
		reply.header("swt-epoch", state.epoch).header("vary", "accept-encoding");
		if (page.encoding !== "identity") reply.header("content-encoding", page.encoding);
		return reply.type("application/json; charset=utf-8").send(page.body);
	});
	app.get(ENDPOINTS.heads, { schema: {
		summary: "Where my streams stand",
		response: { 200: Heads$1 }
	} }, async (request) => headsFor(callerOf(request), parts.heads));
	app.get(ENDPOINTS.events, { schema: {
		summary: "Server-sent events: \"heads\" whenever one of my streams has moved",
		produces: ["text/event-stream"]
	} }, async (request, reply) => {
		reply.hijack();
		await eventStream(parts, callerOf(request), {
			request,
			raw: reply.raw
		});
	});
}
// ../../swt-freeze-G0nL73/src/server/plugins/meters.ts
/** Measures every answer by route and status, and what the parts tell. */
function measure(app, gauges) {
	const registers = [new Registry()];
	const seconds = new Histogram({
		name: "swt_http_request_seconds",
		help: "Time to answer, by route",
		labelNames: [
			"method",
			"route",
			"status"
		],
		buckets: [
			.001,
			.005,
			.02,
			.1,
			.5,
			2,
			10
		],
		registers
	});
	const pushed = new Counter({
		name: "swt_push_results_total",
		help: "Changes sent by laptops, by what became of them",
		labelNames: ["outcome"],
		registers
	});
	const all = {
		...gauges,
		resident_bytes: RESIDENT
	};
	for (const [name, { help, read }] of Object.entries(all)) new Gauge({
		name: `swt_${name}`,
		help,
		registers,
		collect() {
			this.set(read());
		}
	});
	app.addHook("onResponse", async (request, reply) => {
		const route = request.routeOptions.url ?? "none";
		const labels = {
			method: request.method,
			route,
			status: String(reply.statusCode)
		};
		seconds.observe(labels, reply.elapsedTime / 1e3);
	});
	const [register] = registers;
	return {
		pushed: (outcome) => pushed.inc({ outcome }),
		report: async () => ({
			text: await register.metrics(),
			contentType: register.contentType
		})
	};
}
var RESIDENT = {
	help: "Memory of this process",
	read: () => process.memoryUsage.rss()
};
// ../../swt-freeze-G0nL73/src/server/plugins/open-api.ts
var PROBLEM_ANSWER = {
	description: "Why not: a problem as in RFC 9457",
	content: { "application/problem+json": { schema: Problem } }
};
/**
* OpenAPI 3.1, generated from the schemas that check the requests.
*
* Nothing is written twice: a schema of TypeBox is a schema of OpenAPI 3.1.
*/
function openApiOptions() {
	return {
		openapi: {
			openapi: "3.1.0",
			info: {
				title: "Social Work Together: the centre",
				version: "1",
				description: "Streams of changes, the pool in buckets, and what laptops send."
			},
			components: { securitySchemes: { signIn: {
				type: "http",
				scheme: "bearer",
				bearerFormat: "JWT"
			} } },
			security: [{ signIn: [] }]
		},
		transform: ({ schema, url }) => {
			const response = {
				...schema?.response,
				default: PROBLEM_ANSWER
			};
			return {
				schema: {
					...schema,
					response
				},
				url
			};
		}
	};
}
/** Serves the document itself. */
function openApiRoute(app) {
	app.get(ENDPOINTS.openapi, { schema: {
		summary: "This document",
		security: []
	} }, async () => app.swagger());
}
// ../../swt-freeze-G0nL73/src/server/plugins/rate-limit.ts
/** A first sync of 105,000 people is 1,024 buckets, read as fast as they come. */
var DEFAULT_LIMIT = {
	requests: 6e3,
	windowMs: 6e4
};
/**
* Limits each person, and before sign-in each address.
*
* After authentication on purpose: by address, one council's gateway would throttle all
* of its recruiters. RateLimit headers go with every answer.
*/
async function limitRequests(app, limit) {
	await app.register(rateLimit, {
		hook: "preHandler",
		max: limit.requests,
		timeWindow: limit.windowMs,
		enableDraftSpec: true,
		keyGenerator: (request) => request.caller?.recruiter.id ?? request.ip,
		errorResponseBuilder: () => new Refusal("too-many-requests", "Wait before you ask again.")
	});
}
// ../../swt-freeze-G0nL73/src/server/plugins/request-log.ts
/**
* Options for structured log lines that name nobody.
*
* No query, no headers, no body, no address: an error is told by its type, code and
* place, because its message may quote a row.
*/
function loggerOptions({ level, write }) {
	const sink = write ?? ((line) => process.stderr.write(line));
	return {
		level,
		base: null,
		stream: new Writable({
			decodeStrings: false,
			write(line, _encoding, done) {
				sink(line);
				done();
			}
		}),
		serializers: {
			req: () => ({}),
			res: () => ({}),
			err: (error) => ({
				type: error.name,
				message: "",
				code: error.code ?? null,
				stack: (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 8).join("\n")
			})
		}
	};
}
/** Logs one line for each answer: route pattern, status, time. */
function logRequests(app) {
	app.addHook("onResponse", async (request, reply) => {
		request.log.info({
			method: request.method,
			route: request.routeOptions.url ?? null,
			status: reply.statusCode,
			ms: Math.round(reply.elapsedTime)
		}, "answered");
	});
}
// ../../swt-freeze-G0nL73/src/server/app.ts
/**
* Builds the centre; it never listens by itself.
*
* `close()` ends the open event streams and timers, not the database.
*/
async function buildApp(deps) {
	const { database, clock } = deps;
	const app = Fastify({
		logger: loggerOptions(deps.log),
		logController: new LogController({ disableRequestLogging: true }),
		genReqId: (request) => requestId(request.headers["swt-request"]),
		forceCloseConnections: true
	}).withTypeProvider();
	app.setValidatorCompiler(TypeBoxValidatorCompiler);
	app.setSerializerCompiler(() => JSON.stringify);
	app.addHook("onRequest", async (request, reply) => {
		reply.header("swt-request", request.id).header("x-content-type-options", "nosniff");
	});
	const heads = new Heads(database);
	const pages = new Pages(database.sql);
	const buckets = new PoolBuckets(database, clock);
	const openEvents = /* @__PURE__ */ new Set();
	const find = callerFinder(database);
	const meters = measure(app, {
		event_streams: {
			help: "Open event streams",
			read: () => openEvents.size
		},
		pool_people: {
			help: "People in the buckets",
			read: () => buckets.people
		}
	});
	answerWithProblems(app);
	logRequests(app);
	await app.register(swagger, openApiOptions());
	healthRoutes(app, database, meters);
	openApiRoute(app);
	await app.register(async (open) => {
		await limitRequests(open, deps.limit ?? DEFAULT_LIMIT);
		signInRoutes(open, deps.signIn);
	});
	await app.register(async (signedIn) => {
		requireCaller(signedIn, deps.checkToken, find);
		await limitRequests(signedIn, deps.limit ?? DEFAULT_LIMIT);
		sessionRoutes(signedIn, {
			database,
			clock,
			heads
		});
		streamRoutes(signedIn, {
			heads,
			pages,
			find,
			openEvents
		});
		poolRoutes(signedIn, heads, buckets);
		pushRoutes(signedIn, {
			database,
			clock,
			heads,
			meters
		});
		programmeRoutes(signedIn, {
			database,
			clock,
			heads,
			pages,
			buckets
		});
	});
	await heads.start();
	heads.onMove((moved) => {
		if (moved.includes("pool")) buckets.dropErased().catch(() => {});
	});
	if (deps.seeded) await buckets.build(deps.seeded);
	else buckets.warm();
	app.addHook("preClose", async () => {
		heads.stop();
		for (const end of openEvents) end();
	});
	return app;
}
/** A client names its request so that both logs can be read side by side. */
function requestId(given) {
	return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
// ../../swt-freeze-G0nL73/src/server/db/migrate.ts
var FOLDER = new URL("./migrations/", import.meta.url);
/** Any number: it only has to be the same in every process that migrates. */
var LOCK = 7318008;
/**
* Brings the database forward to this version; never back.
*
* All missing steps run in one transaction under a lock, so two processes that start at
* once do it once. Returns the names of the steps that ran.
*/
async function migrate(database) {
	const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql")).sort();
	return database.transaction().execute(async (transaction) => {
		await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
		await sql`create table if not exists schema_step (
      name text primary key, at timestamptz not null default clock_timestamp())`.execute(transaction);
		const done = await sql`select name from schema_step`.execute(transaction);
		const missing = files.filter((name) => !done.rows.some((row) => row.name === name));
		for (const name of missing) {
			await sql.raw(readFileSync(new URL(name, FOLDER), "utf8")).execute(transaction);
			await sql`insert into schema_step (name) values (${name})`.execute(transaction);
		}
		return missing;
	});
}
// ../../swt-freeze-G0nL73/src/server/seed.ts
/** One lock of a stream's counter for so many rows. */
var CHUNK = 1e3;
var TELL_EVERY = 2e4;
var UNFINISHED = "unfinished";
/**
* Fills an empty centre and returns the people as they went in, for the buckets.
*
* A filling that was cut short is taken out first and done again. Records that were not
* put in by a filling are never touched: then this throws.
*/
async function fill(database, seed, say) {
	await empty(database);
	await addStreams(database, [
		POOL,
		PROGRAMME,
		...seed.councils.map((council) => councilStream(council.id))
	]);
	await addCouncils(database, seed.councils);
	await addRecruiters(database, seed.recruiters);
	const upTo = await publishAll(database, inPool(seed.people()), (done) => {
		if (done % TELL_EVERY !== 0 && done !== seed.peopleCount) return;
		say(`Filling the centre: ${done} of ${seed.peopleCount} people`);
	});
	await publishAll(database, [{
		stream: PROGRAMME,
		kind: "programme",
		record: seed.programme
	}, ...seed.work], () => {});
	await sql`update central_state set sample = ${seed.label}`.execute(database);
	return {
		upTo,
		count: seed.peopleCount,
		people: seed.people()
	};
}
async function empty(database) {
	const state = (await sql`
    select sample, not exists (select 1 from sync_body) as "isEmpty"
    from central_state`.execute(database)).rows[0];
	if (!state?.isEmpty && state?.sample !== UNFINISHED) throw new Error("this centre already holds records: it is not filled again");
	await sql`truncate sync_body, sync_item, sync_stream, recruiter, council`.execute(database);
	await sql`update central_state set sample = ${UNFINISHED}`.execute(database);
}
function added({ stream, kind, record }) {
	return {
		stream,
		kind,
		id: record.id,
		op: "u",
		doc: record,
		isNew: true
	};
}
function* inPool(people) {
	for (const record of people) yield {
		stream: POOL,
		kind: "candidate",
		record
	};
}
/** Publishes in chunks; returns the highest sequence given. */
async function publishAll(database, records, told) {
	let highest = 0;
	let done = 0;
	let chunk = [];
	const flush = async () => {
		const sequences = await inTransaction(database, (sql) => publish(sql, chunk));
		for (const seq of sequences.values()) highest = Math.max(highest, seq);
		done += chunk.length;
		chunk = [];
		told(done);
	};
	for (const record of records) {
		chunk.push(added(record));
		if (chunk.length === CHUNK) await flush();
	}
	if (chunk.length > 0) await flush();
	return highest;
}
export { buildApp, fill, migrate };
