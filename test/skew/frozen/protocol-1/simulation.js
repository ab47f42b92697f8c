import { C as heardAfter, J as POOL, Q as councilStream, S as newRecordId, V as isoInstant, Y as PROGRAMME, _ as encodeBucket, g as decodeBucket, h as bucketOf, v as decide } from "./shared-push.js";
import { n as bodyHash, o as problemOf, r as parseMutation } from "./shared-envelope.js";
import { c as createMainPort, d as KEY_OF, f as TABLE_NAMES, g as ok, h as fail, i as startSyncEngine, l as buildShownWork, m as runCommand, n as createHttpApi, o as readKeptSession, p as SealBroken, r as openJournal, s as buildVault, t as createPortReplica, u as openReplica } from "./shared-port-replica.js";
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
// ../../swt-freeze-G0nL73/test/builders/records.ts
/** A UUID that is easy to tell apart in a failing test: the number stands at its end. */
function anId(number) {
	return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}
/** The recruiter who acts in most tests. */
var ROSA = {
	id: anId(161),
	name: "Rosa Boyd"
};
anId(162);
/** The council of both. */
var KENT = "kent";
/** A moment on an ordinary Tuesday. */
var TUESDAY = "2026-06-09T08:31:00.000Z";
/** Builds a made-up person; say only what the test is about. */
function aCandidate(over = {}) {
	const id = over.id ?? anId(1);
	return {
		id,
		ref: `SWT-${id.slice(-6, -2).toUpperCase()}-${id.slice(-2).toUpperCase()}`,
		givenName: "Priya",
		familyName: "Nair",
		preferredContact: "phone",
		homeTown: "Hythe",
		homeOutcode: "CT21",
		lat: 51.07,
		lon: 1.08,
		homeCouncilId: KENT,
		region: "South East",
		maxTravelMiles: 15,
		willRelocate: false,
		remoteOk: false,
		canTravelForVisits: true,
		registrationNumber: "SW9104387",
		registrationStatus: "registered",
		registerCheckedOn: "2026-06-02",
		annotations: [],
		practiceEducator: "none",
		primarySpecialism: "cin_cp",
		specialisms: ["cin_cp"],
		roleGroup: "social_worker",
		caseSystems: [],
		models: [],
		languages: [],
		employmentTypes: ["fixed_term"],
		hours: ["part_time"],
		programmeState: "active",
		registeredInterestAt: "2026-03-12T14:04:00.000Z",
		confirmedOn: "2026-03-12",
		...over
	};
}
/** Builds a vacancy of Kent. */
function aVacancy(over = {}) {
	return {
		id: anId(177),
		councilId: KENT,
		ref: "SW-114",
		title: "Duty team, Hythe",
		roleGroup: "social_worker",
		specialisms: ["assessment"],
		posts: 2,
		employmentTypes: ["permanent"],
		status: "open",
		createdBy: ROSA,
		createdAt: TUESDAY,
		...over
	};
}
// ../../swt-freeze-G0nL73/test/simulation/people.ts
var council = (id, name) => {
	return {
		id,
		name,
		region: "South East",
		lat: 51.2,
		lon: .5
	};
};
/** The two councils of the simulated world. */
var COUNCILS = [council("kent", "Kent"), council("medway", "Medway")];
/** Those who work there. */
var RECRUITERS = [
	"Rosa Boyd",
	"Tom Adeyemi",
	"Asha Verma"
].map((name, n) => ({ actor: {
	id: anId(161 + n),
	name
} }));
/** Who removes people and closes the programme. */
var TEAM = {
	id: anId(175),
	name: "The programme team"
};
/** The id of one of the people of the pool. */
var personId = (number) => `00000000-0000-4000-8000-${(number * 2654435761).toString(16).padStart(12, "0").slice(-12)}`;
/** A programme that is open. */
var PROGRAMME_RECORD = {
	id: anId(193),
	name: "Social Work Together",
	status: "open",
	opensOn: "2026-01-05",
	policy: {
		presenceDays: 21,
		unsuccessfulMonths: 6,
		auditYears: 6,
		staleDays: 1,
		readOnlyDays: 7,
		lockDays: 14,
		registerFreshDays: 30
	}
};
// ../../swt-freeze-G0nL73/test/simulation/feed.ts
var keyOf = ({ kind, id }) => `${kind} ${id}`;
/** Takes a copy; documents are never changed in place, so they are shared. */
function copyMemory(memory) {
	return {
		streams: new Map([...memory.streams].map(([name, stream]) => [name, {
			...stream,
			items: new Map(stream.items)
		}])),
		ledger: new Map(memory.ledger),
		lastN: new Map(memory.lastN),
		councils: new Map(memory.councils),
		grantsRev: memory.grantsRev
	};
}
/** Numbers every change of a transaction; the sequence by `stream kind id`. */
function publish(memory, changes) {
	const sequences = /* @__PURE__ */ new Map();
	for (const { stream: name, kind, id, op, doc } of changes) {
		const stream = memory.streams.get(name);
		if (!stream) throw new Error(`no stream ${name}`);
		stream.head += 1;
		const said = kind === "candidate" && doc !== null ? {
			...doc,
			summary: `version ${stream.head}`
		} : doc;
		stream.items.set(keyOf({
			kind,
			id
		}), {
			seq: stream.head,
			kind,
			id,
			op,
			doc: said
		});
		sequences.set(`${name} ${kind} ${id}`, stream.head);
	}
	return sequences;
}
/** The living records of a stream as a rule sees them. */
function rowsOf(stream) {
	return { get(kind, id) {
		const item = stream?.items.get(keyOf({
			kind,
			id
		}));
		if (item?.op !== "u") return null;
		return {
			seq: item.seq,
			record: item.doc
		};
	} };
}
/** Forgets removals up to a sequence; cursors below are not served any more. */
function forgetRemovals(stream, upTo) {
	for (const [key, item] of stream.items) {
		if (item.op === "u" || item.seq > upTo) continue;
		stream.items.delete(key);
		stream.floor = Math.max(stream.floor, item.seq);
	}
}
/** Which records name a person. */
function itemsAbout(stream, person) {
	return [...stream.items.values()].filter((item) => {
		if (item.op !== "u") return false;
		if (item.kind === "candidate") return item.id === person;
		return item.doc?.candidateId === person;
	});
}
// ../../swt-freeze-G0nL73/test/simulation/push.ts
/**
* Applies one change as the centre does: device, ledger, order, rule, rows, ledger.
*
* The form, the hash and the rules are the production ones; only the rows are a map.
*/
function applyMutation(memory, envelope, sender) {
	const lastN = memory.lastN.get(sender.device) ?? 0;
	const hash = bodyHash(envelope);
	const known = memory.ledger.get(envelope.id);
	const head = () => memory.streams.get(envelope.stream)?.head ?? 0;
	const { id, n, stream, kind } = envelope;
	const entry = {
		id,
		device: sender.device,
		n,
		kind,
		hash,
		stream
	};
	if (known) {
		if (known.device === sender.device && (known.hash === hash || kind === "noop")) return known;
		if (n === lastN + 1) memory.lastN.set(sender.device, n);
		return {
			...entry,
			...refused("id-reuse", "This id came with other content."),
			seq: head()
		};
	}
	if (n !== lastN + 1) return { expected: lastN + 1 };
	const parsed = parseMutation(envelope);
	const effect = "mutation" in parsed ? effectOf(memory, parsed.mutation, sender) : {
		...refused("invalid", parsed.why),
		changes: []
	};
	memory.lastN.set(sender.device, n);
	const sequences = publish(memory, effect.changes);
	const mine = effect.changes.filter((change) => change.stream === stream).map((change) => sequences.get(`${stream} ${keyOf(change)}`) ?? 0);
	const { outcome, problem } = effect;
	const seq = mine.length > 0 ? Math.max(...mine) : head();
	const done = {
		...entry,
		outcome,
		problem,
		seq
	};
	memory.ledger.set(id, done);
	return done;
}
function refused(code, detail) {
	return {
		outcome: "rejected",
		problem: {
			code,
			detail
		}
	};
}
function effectOf(memory, mutation, sender) {
	const { stream: name } = mutation;
	const councilId = name.slice(8);
	if (!name.startsWith("council:") || !isGranted(memory, sender, name)) return {
		...refused("stream-not-granted", "You do not work for this council any more."),
		changes: []
	};
	const pool = rowsOf(memory.streams.get(POOL));
	const verdict = decide(mutation, rowsOf(memory.streams.get(name)), {
		actor: sender.actor,
		role: "recruiter",
		councilId,
		at: isoInstant(sender.nowMs - mutation.ageMs),
		programme: programmeOf(memory).status,
		personHeld: (id) => pool.get("candidate", id) !== null
	});
	if (verdict.outcome === "applied") noteOverwrite(memory, mutation, sender);
	if (verdict.outcome === "rejected") return {
		...refused(verdict.code, verdict.reason),
		changes: []
	};
	if (verdict.outcome === "merged") return {
		outcome: "merged",
		problem: null,
		changes: []
	};
	const changes = verdict.changes.map(({ kind, id, record }) => ({
		stream: name,
		kind,
		id,
		op: "u",
		doc: record
	}));
	const heard = heardBy(mutation, pool, sender);
	return {
		outcome: "applied",
		problem: null,
		changes: [...changes, ...heard]
	};
}
/** A move that laid itself over somebody else's, which its maker had not seen (I10). */
function noteOverwrite(memory, mutation, { actor, overwrote }) {
	if (mutation.kind !== "shortlist.move") return;
	const held = rowsOf(memory.streams.get(mutation.stream)).get("shortlist-entry", mutation.entity);
	const last = held?.record.history.at(-1);
	if (held && last && last.by.id !== actor.id && held.seq > mutation.base) overwrote(held.record.id);
}
function heardBy(mutation, pool, sender) {
	if (mutation.kind !== "contact.log") return [];
	const person = pool.get("candidate", mutation.args.candidateId)?.record;
	if (!person) return [];
	const at = isoInstant(Math.min(Date.parse(mutation.args.at), sender.nowMs));
	const after = heardAfter(person, {
		...mutation.args,
		at
	});
	return after ? [{
		stream: POOL,
		kind: "candidate",
		id: after.id,
		op: "u",
		doc: after
	}] : [];
}
/** The streams a recruiter may read. */
function grantsOf(memory, recruiter) {
	const councils = memory.councils.get(recruiter) ?? [];
	return [
		POOL,
		PROGRAMME,
		...councils.map((id) => `council:${id}`)
	];
}
function isGranted(memory, { actor }, stream) {
	return grantsOf(memory, actor.id).includes(stream);
}
/** The programme as it stands. */
function programmeOf(memory) {
	const item = [...memory.streams.get("programme")?.items.values() ?? []].find(({ kind }) => kind === "programme");
	if (!item) throw new Error("the centre holds no programme");
	return item.doc;
}
// ../../swt-freeze-G0nL73/test/simulation/chance.ts
/** Makes chance from a seed (mulberry32). */
function createChance(seed) {
	let state = seed >>> 0;
	function next() {
		state = state + 1831565813 >>> 0;
		let t = Math.imul(state ^ state >>> 15, 1 | state);
		t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
		return ((t ^ t >>> 14) >>> 0) / 2 ** 32;
	}
	const int = (below) => Math.floor(next() * below);
	return {
		next,
		int,
		may: (part) => part > 0 && next() < part,
		pick(list) {
			const item = list[int(list.length)];
			if (item === void 0) throw new Error("There is nothing to pick from.");
			return item;
		},
		bytes: (length) => Uint8Array.from({ length }, () => int(256)),
		fork: () => createChance(int(2 ** 32))
	};
}
// ../../swt-freeze-G0nL73/test/simulation/world.ts
/** Thrown where a simulated process ends: nothing after it runs. */
var Killed = class extends Error {
	name = "Killed";
};
/** A promise of the protocol that did not hold. */
var Violation = class extends Error {
	name = "Violation";
	constructor(rule, what) {
		super(`${rule}: ${what}`);
	}
};
/** When the simulated world begins, by every right clock. */
var START_MS = Date.parse("2026-06-09T08:00:00.000Z");
/**
* Virtual time, one heap of what is due, one chance, one trace.
*
* Everything that happens is started from here, one thing at a time, and has ended before
* the next begins: that is what makes a seed replay to the same trace.
*/
var World = class {
	chance;
	counts = /* @__PURE__ */ new Map();
	nowMs = 0;
	/** The first promise broken; the run ends there. */
	violation = null;
	#heap = [];
	#trace = createHash("sha256");
	#told;
	#order = 0;
	constructor(seed, told = null) {
		this.chance = createChance(seed);
		this.#told = told;
	}
	/** Writes a line of the trace. */
	note(line) {
		this.#trace.update(`${this.nowMs} ${line}\n`);
		this.#told?.(`${this.nowMs} ${line}`);
	}
	/** Counts something that happened, by name. */
	count(name) {
		this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
	}
	/** Counts and traces a fault that is put in. */
	fault(name) {
		this.count(name);
		this.note(`! ${name}`);
	}
	traceHash() {
		return this.#trace.copy().digest("hex").slice(0, 16);
	}
	fail(rule, what) {
		this.violation ??= new Violation(rule, what);
	}
	/** Runs something later; the returned function calls it off. */
	after(delayMs, run) {
		const due = {
			atMs: this.nowMs + Math.max(0, Math.round(delayMs)),
			order: this.#order++,
			run,
			isOff: false
		};
		this.#push(due);
		return () => {
			due.isOff = true;
		};
	}
	/** Lets time pass up to a moment, with all that happens in it. */
	async runUntil(endMs) {
		await settle();
		for (let due = this.#heap[0]; due && due.atMs <= endMs; due = this.#heap[0]) {
			this.#pop();
			if (due.isOff) continue;
			this.nowMs = due.atMs;
			this.attempt(due.run);
			await settle();
			if (this.violation) return;
		}
		this.nowMs = Math.max(this.nowMs, endMs);
	}
	/** Runs a step; the end of a simulated process is no fault. */
	attempt(run) {
		try {
			run();
		} catch (fault) {
			this.caught(fault);
		}
	}
	caught(fault) {
		if (fault instanceof Killed) return;
		this.violation ??= fault instanceof Error ? fault : new Error(String(fault));
	}
	#push(due) {
		const heap = this.#heap;
		let at = heap.push(due) - 1;
		while (at > 0) {
			const up = at - 1 >> 1;
			if (!isSooner(due, heap[up])) break;
			heap[at] = heap[up];
			at = up;
		}
		heap[at] = due;
	}
	#pop() {
		const heap = this.#heap;
		const last = heap.pop();
		if (last === void 0 || heap.length === 0) return;
		let at = 0;
		for (;;) {
			let down = 2 * at + 1;
			if (down >= heap.length) break;
			const right = heap[down + 1];
			if (right && isSooner(right, heap[down])) down += 1;
			if (!isSooner(heap[down], last)) break;
			heap[at] = heap[down];
			at = down;
		}
		heap[at] = last;
	}
};
function isSooner(a, b) {
	return b !== void 0 && (a.atMs < b.atMs || a.atMs === b.atMs && a.order < b.order);
}
/** All that follows at once has happened: simulated ports answer without real waiting. */
function settle() {
	return new Promise((resolve) => setImmediate(resolve));
}
// ../../swt-freeze-G0nL73/test/simulation/answers.ts
var DEAD = {
	status: 502,
	type: "text/html",
	body: "<h1>Bad gateway</h1>"
};
/** Answers as the routes of the centre do. */
function answer(centre, request, diesAt) {
	const { path, query, recruiter } = request;
	if (path === "/v1/sync/session") return json(session(centre, request));
	if (path === "/v1/sync/heads") return json(centre.headsFor(recruiter.actor.id));
	if (path === "/v1/sync/push") return push(centre, request, diesAt);
	if (path === "/v1/sync/pool/manifest") return json(manifest(centre));
	const bucket = /\/pool\/buckets\/(\d+)$/.exec(path)?.[1];
	if (bucket !== void 0) {
		const found = centre.buckets()[Number(bucket)];
		if (!found) return problem("not-found");
		const headers = { etag: found.etag };
		return {
			status: 200,
			type: "application/octet-stream",
			body: found.bytes,
			headers
		};
	}
	const stream = /\/streams\/([^/]+)\/changes$/.exec(path)?.[1];
	if (stream === void 0) return problem("not-found");
	return changes(centre, decodeURIComponent(stream), query, recruiter);
}
function session(centre, { recruiter, body }) {
	const { memory } = centre;
	const councils = memory.councils.get(recruiter.actor.id) ?? [];
	const { device } = body;
	return {
		now: isoInstant(START_MS + centre.nowMs()),
		protocol: {
			min: 1,
			max: 1
		},
		grantsRev: memory.grantsRev,
		grants: grantsOf(memory, recruiter.actor.id).map((name) => {
			const { epoch, head } = centre.stream(name);
			return {
				stream: name,
				epoch,
				head,
				access: name.startsWith("council:") ? "rw" : "r"
			};
		}),
		recruiter: {
			...recruiter.actor,
			email: "someone@example.org",
			jobTitle: "Recruiter",
			role: "recruiter"
		},
		councils: COUNCILS.filter(({ id }) => councils.includes(id)),
		programme: programmeOf(memory),
		lastN: memory.lastN.get(device) ?? 0,
		limits: {
			pushCount: centre.pushCount,
			pushBytes: 262144,
			pollMs: centre.pollMs
		}
	};
}
function manifest(centre) {
	const buckets = centre.buckets().map(({ b, etag, people, bytes, upTo }) => {
		return {
			b,
			etag,
			people,
			bytes: bytes.length,
			upTo
		};
	});
	const { epoch } = centre.stream("pool");
	return {
		epoch,
		schema: 1,
		bucketCount: buckets.length,
		buckets
	};
}
function changes(centre, name, query, recruiter) {
	const { memory, pageLimit } = centre;
	if (!grantsOf(memory, recruiter.actor.id).includes(name)) return problem("stream-not-granted");
	const { epoch, head, floor, items } = centre.stream(name);
	const after = Number(query.get("after"));
	const since = Math.max(after, Number(query.get("snapAt") ?? 0));
	if (query.get("epoch") !== epoch) return problem("epoch-changed");
	if (after > head || after > 0 && since < floor) return problem("cursor-expired");
	const later = [...items.values()].filter((item) => item.seq > after && (after > 0 || item.op === "u")).sort((a, b) => a.seq - b.seq);
	const rows = later.slice(0, pageLimit);
	const more = later.length > rows.length;
	const to = more ? rows.at(-1)?.seq ?? after : head;
	const items_ = rows.map(({ doc, ...item }) => doc === null ? item : {
		...item,
		doc
	});
	const { grantsRev } = memory;
	return json({
		stream: name,
		epoch,
		after,
		to,
		head,
		more,
		grantsRev,
		items: items_
	});
}
function push(centre, { body, recruiter }, diesAt) {
	const { device, mutations } = body;
	if (mutations.length > centre.pushCount) return problem("too-large");
	const results = [];
	let lastN = 0;
	const sender = {
		actor: recruiter.actor,
		device,
		nowMs: START_MS + centre.nowMs(),
		overwrote: (id) => centre.broke("I10", `${id} was overwritten in silence`)
	};
	for (const [index, envelope] of mutations.entries()) {
		const death = diesAt(index);
		if (death === "before") return DEAD;
		const done = applyMutation(centre.memory, envelope, sender);
		if (death === "after") return DEAD;
		if ("expected" in done) {
			if (results.length === 0) return problem("order-gap", { expected: done.expected });
			break;
		}
		const { id, n, outcome, stream, seq, problem: why } = done;
		const { epoch } = centre.memory.streams.get(stream) ?? { epoch: "" };
		const result = {
			id,
			n,
			outcome,
			stream,
			epoch,
			seq
		};
		results.push(why ? {
			...result,
			problem: problemOf(why.code, why.detail, "r")
		} : result);
		lastN = Math.max(lastN, n);
	}
	centre.changed();
	return json({
		results,
		lastN
	});
}
function json(value) {
	return {
		status: 200,
		type: "application/json",
		body: JSON.stringify(value)
	};
}
/** A refusal as the centre words it. */
function problem(code, extra = {}, retryAfter) {
	const said = problemOf(code, "No.", "r");
	const headers = retryAfter === void 0 ? {} : { "retry-after": String(retryAfter) };
	const body = JSON.stringify({
		...said,
		...extra
	});
	return {
		status: said.status,
		type: "application/problem+json",
		body,
		headers
	};
}
// ../../swt-freeze-G0nL73/test/simulation/centre.ts
/** The centre: what it knows, and what the programme team and time do to it. */
var Centre = class {
	memory = {
		streams: /* @__PURE__ */ new Map(),
		ledger: /* @__PURE__ */ new Map(),
		lastN: /* @__PURE__ */ new Map(),
		councils: /* @__PURE__ */ new Map(),
		grantsRev: 1
	};
	/** People who asked to be removed: outlives every restore. */
	erased = /* @__PURE__ */ new Set();
	/** Restores so far. */
	history = 0;
	bucketCount = 2;
	pageLimit = 10;
	pushCount = 100;
	pollMs = 6e4;
	#buckets = null;
	#world;
	#listeners = /* @__PURE__ */ new Set();
	constructor(world) {
		this.#world = world;
	}
	broke(rule, what) {
		this.#world.fail(rule, what);
	}
	nowMs() {
		return this.#world.nowMs;
	}
	addStream(name) {
		const epoch = `epoch ${this.history}`;
		this.memory.streams.set(name, {
			name,
			epoch,
			head: 0,
			floor: 0,
			items: /* @__PURE__ */ new Map()
		});
	}
	stream(name) {
		const stream = this.memory.streams.get(name);
		if (!stream) throw new Error(`no stream ${name}`);
		return stream;
	}
	write(changes) {
		publish(this.memory, changes);
		this.changed();
	}
	/** Tells whoever listens that something moved. */
	changed() {
		for (const listener of this.#listeners) listener();
	}
	subscribe(listener) {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}
	headsFor(recruiter) {
		const heads = grantsOf(this.memory, recruiter).map((name) => {
			const { epoch, head } = this.stream(name);
			return [name, {
				epoch,
				seq: head
			}];
		});
		return {
			grantsRev: this.memory.grantsRev,
			heads: Object.fromEntries(heads)
		};
	}
	setCouncils(recruiter, councils) {
		this.memory.councils.set(recruiter, councils);
		this.memory.grantsRev += 1;
		this.changed();
	}
	setProgramme(status) {
		const doc = {
			...programmeOf(this.memory),
			status
		};
		this.write([{
			stream: PROGRAMME,
			kind: "programme",
			id: doc.id,
			op: "u",
			doc
		}]);
	}
	/** Everyone in the pool now. */
	people() {
		return [...this.stream(POOL).items.values()].flatMap((item) => item.op === "u" ? [item.doc] : []);
	}
	/** Removes a person everywhere, because they asked. */
	withdraw(person, by) {
		this.erased.add(person);
		const changes = [...this.memory.streams.values()].flatMap((stream) => itemsAbout(stream, person).flatMap(({ kind, id, doc }) => {
			if (kind !== "shortlist-entry") return [{
				stream: stream.name,
				kind,
				id,
				op: "e",
				doc: null
			}];
			const entry = doc;
			if (entry.stage === "withdrawn") return [];
			return [{
				stream: stream.name,
				kind,
				id,
				op: "u",
				doc: this.#withdrawn(entry, by)
			}];
		}));
		this.write(changes);
		const b = bucketOf(person, this.bucketCount);
		this.#buckets = this.#buckets?.map((bucket) => bucket.b === b ? this.#asNow(bucket) : bucket) ?? null;
	}
	#withdrawn(entry, by) {
		const last = {
			at: isoInstant(Date.parse("2026-06-09T08:00:00.000Z") + this.nowMs()),
			by,
			from: entry.stage,
			to: "withdrawn"
		};
		const history = entry.history.map(({ reason: _words, ...move }) => move);
		return {
			...entry,
			stage: "withdrawn",
			history: [...history, last]
		};
	}
	/** Packs one bucket anew, with everyone in it as they are now. */
	#asNow({ b, upTo }) {
		return pack(b, this.people().filter(({ id }) => bucketOf(id, this.bucketCount) === b), upTo);
	}
	/** The buckets as they were last cut. */
	buckets() {
		this.#buckets ??= this.cut();
		return this.#buckets;
	}
	/** Cuts the pool into buckets anew. */
	cut(bucketCount = this.bucketCount) {
		this.bucketCount = bucketCount;
		const { head } = this.stream(POOL);
		const groups = Map.groupBy(this.people(), ({ id }) => bucketOf(id, bucketCount));
		this.#buckets = Array.from({ length: bucketCount }, (_, b) => pack(b, groups.get(b) ?? [], head));
		return this.#buckets;
	}
	/** Goes back to a backup: another history begins, but who was erased stays erased. */
	restore(backup, by) {
		this.memory = copyMemory(backup);
		this.history += 1;
		for (const stream of this.memory.streams.values()) stream.epoch = `epoch ${this.history}`;
		this.#buckets = null;
		for (const person of this.erased) this.withdraw(person, by);
		this.changed();
	}
};
function pack(b, people, upTo) {
	const bytes = new Uint8Array(deflateRawSync(encodeBucket(people), { level: 1 }));
	return {
		b,
		etag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`,
		people: people.length,
		bytes,
		upTo
	};
}
// ../../swt-freeze-G0nL73/test/simulation/platform.ts
var Stream = class Stream {
	#bytes;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	pipeThrough({ change }) {
		return new Stream(change(this.#bytes));
	}
	read() {
		return this.#bytes;
	}
};
var SimulatedBlob = class {
	#bytes;
	constructor([bytes]) {
		this.#bytes = bytes;
	}
	stream() {
		return new Stream(this.#bytes);
	}
};
var SimulatedResponse = class {
	#stream;
	constructor(stream) {
		this.#stream = stream;
	}
	async arrayBuffer() {
		return this.#stream.read().slice().buffer;
	}
};
var Compression = class {
	change = (bytes) => new Uint8Array(deflateRawSync(bytes, { level: 1 }));
};
var Decompression = class {
	change = (bytes) => new Uint8Array(inflateRawSync(bytes));
};
var TAG_BYTES = 16;
function tagOf(key, { additionalData }) {
	let hash = 2166136261;
	for (const part of [key, additionalData]) for (const byte of part) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
	return hash;
}
var subtle = {
	importKey: async (_format, raw) => raw.slice(),
	async encrypt(how, key, data) {
		const sealed = new Uint8Array(data.length + TAG_BYTES);
		new DataView(sealed.buffer).setUint32(0, tagOf(key, how));
		sealed.set(data, TAG_BYTES);
		return sealed.buffer;
	},
	async decrypt(how, key, data) {
		if (new DataView(data.buffer, data.byteOffset).getUint32(0) !== tagOf(key, how)) throw new Error("not sealed with this key for this place");
		return data.slice(TAG_BYTES).buffer;
	}
};
var never = new AbortController().signal;
/** Puts the simulated parts in the place of Node's; for a process of its own only. */
function installPlatform() {
	const parts = {
		Blob: SimulatedBlob,
		Response: SimulatedResponse,
		CompressionStream: Compression,
		DecompressionStream: Decompression,
		crypto: { subtle }
	};
	for (const [name, value] of Object.entries(parts)) Object.defineProperty(globalThis, name, {
		value,
		configurable: true,
		writable: true
	});
	AbortSignal.timeout = () => never;
	AbortSignal.any = () => never;
}
// ../../swt-freeze-G0nL73/seam.ts
var seam = {
	create: null,
	answer: null
};
// ../../swt-freeze-G0nL73/test/simulation/centre.other.ts
var Centre$1 = function(world) {
	return seam.create ? seam.create(world) : new Centre(world);
};
// ../../swt-freeze-G0nL73/test/simulation/deeds.ts
var STAGES = [
	"new",
	"contacted",
	"interested",
	"shortlisted",
	"interviewed"
];
/** What a recruiter does next, with what is on their screen; null = nothing to do it with. */
function chooseDeed(chance, laptop, worker, everybody) {
	const shown = worker.shown();
	if (!shown) return null;
	const ids = [...worker.people().keys()];
	const candidateId = chance.pick(ids.length > 0 && chance.may(.9) ? ids : everybody);
	const newId = () => newRecordId(laptop.clock, chance);
	const vacancies = shown.all("vacancy");
	const vacancyId = vacancies.length > 0 ? chance.pick(vacancies).record.id : null;
	const entries = shown.all("shortlist-entry").filter(({ record }) => !record.removed);
	const followUps = shown.all("follow-up");
	const drawn = chance.int(100);
	if (drawn < 34) return contact(chance, newId(), candidateId, laptop.clock.nowMs());
	if (drawn < 48 && vacancyId) return {
		kind: "shortlist.add",
		args: {
			vacancyId,
			candidateId
		}
	};
	if (drawn < 66 && entries.length > 0) {
		const { record } = chance.pick(entries);
		const to = chance.pick(STAGES);
		const { vacancyId: on, candidateId: who } = record;
		return {
			kind: "shortlist.move",
			args: {
				vacancyId: on,
				candidateId: who,
				to
			}
		};
	}
	if (drawn < 70 && entries.length > 0) {
		const { vacancyId: on, candidateId: who } = chance.pick(entries).record;
		return {
			kind: "shortlist.remove",
			args: {
				vacancyId: on,
				candidateId: who,
				reason: "Changed our mind"
			}
		};
	}
	if (drawn < 80) return {
		kind: "follow-up.set",
		args: {
			id: newId(),
			candidateId,
			what: "Ring back",
			dueOn: "2026-06-12",
			promise: chance.may(.5)
		}
	};
	if (drawn < 86 && followUps.length > 0) return {
		kind: "follow-up.done",
		args: { followUpId: chance.pick(followUps).record.id }
	};
	if (drawn < 92 && vacancyId) return {
		kind: "vacancy.edit",
		args: {
			vacancyId,
			fields: { title: `Team ${chance.int(100)}` }
		}
	};
	if (drawn < 94) return {
		kind: "vacancy.create",
		args: aVacancyDraft(newId())
	};
	if (drawn < 95) return {
		kind: "do-not-contact.set",
		args: {
			candidateId,
			reason: "They said so"
		}
	};
	return {
		kind: "audit.record",
		args: {
			action: "view",
			candidateId
		}
	};
}
function contact(chance, id, candidateId, nowMs) {
	const outcome = chance.may(.03) ? "asked_not_to_be_contacted" : chance.pick([
		"no_answer",
		"spoke_interested",
		"voicemail_left"
	]);
	return {
		kind: "contact.log",
		args: {
			id,
			candidateId,
			at: isoInstant(nowMs),
			channel: "phone",
			direction: "out",
			outcome,
			note: `Said ${id}`
		}
	};
}
function aVacancyDraft(id) {
	return {
		id,
		ref: `SW-${id.slice(-4)}`,
		title: "Duty team",
		roleGroup: "social_worker",
		specialisms: ["assessment"],
		posts: 1,
		employmentTypes: ["permanent"]
	};
}
/** Settles something by hand: a refused change is sent again or dropped, a new one taken back. */
function settleByHand(chance, { journal }) {
	const entries = journal.list().filter(({ state }) => state.is !== "sent");
	const refused = entries.filter(({ state }) => state.is === "refused");
	const from = refused.length > 0 ? refused : entries;
	if (from.length === 0) return null;
	const { id, state } = chance.pick(from);
	if (state.is === "refused" && chance.may(.5)) journal.retry(id);
	else journal.discard(id);
	return id;
}
// ../../swt-freeze-G0nL73/test/simulation/happenings.ts
/** Lets one thing happen at this moment. */
function happen(stage, event) {
	const { world, chance, centre, laptops } = stage;
	const laptop = chance.pick(laptops);
	world.fault(event);
	world.note(`  to ${laptop.name}`);
	switch (event) {
		case "crash":
			laptop.crash();
			return;
		case "crash in recovery":
			laptop.crash();
			for (let n = 0; n < 3; n++) world.after(n * 4e3 + chance.int(25e3), () => laptop.crash());
			return;
		case "window dies":
			laptop.closeWindow();
			world.after(chance.int(2e4), () => laptop.openWindow());
			return;
		case "cache lost":
		case "cache damaged":
			laptop.crash();
			if (event === "cache lost") laptop.disk.lose();
			else laptop.disk.damage();
			return;
		case "offline spell":
			laptop.isOffline = true;
			world.after(chance.int(4e5), () => {
				laptop.isOffline = false;
				if (chance.may(.5)) laptop.engine?.signal("network-up");
			});
			return;
		case "clock jump":
			laptop.shiftClock(chance.pick([
				-1,
				1,
				0
			]) * chance.pick([
				6e4,
				864e5,
				3e11
			]));
			return;
		case "suspend":
			laptop.engine?.signal("suspend");
			world.after(chance.int(6e5), () => laptop.engine?.signal("resume"));
			return;
		case "sign out":
			laptop.isSignedIn = false;
			laptop.engine?.signal("signed-out");
			world.after(chance.int(6e4), () => {
				laptop.isSignedIn = true;
				laptop.engine?.signal("signed-in");
			});
			return;
		case "sync now":
			laptop.engine?.signal("sync-now");
			return;
		case "older nudge":
			if (stage.olderHeads && chance.may(.7)) laptop.nudge(stage.olderHeads);
			stage.olderHeads = centre.headsFor(laptop.recruiter.actor.id);
			return;
		case "centre backup":
			stage.backup = { memory: copyMemory(centre.memory) };
			return;
		case "centre restored":
			restore(stage);
			return;
		case "removals forgotten":
			for (const stream of centre.memory.streams.values()) forgetRemovals(stream, stream.head - chance.int(10));
			if (centre.buckets().some(({ upTo }) => upTo < centre.stream("pool").floor)) centre.cut();
			return;
		case "grants change":
			changeGrants(stage, laptop);
			return;
		case "person withdraws":
		case "person changes":
		case "person joins":
		case "person leaves":
			changePeople(stage, event);
			return;
		case "pool recut":
			centre.cut(chance.pick([
				1,
				2,
				2,
				4
			]));
			return;
		case "programme closes":
		case "programme reopens": {
			const status = event === "programme closes" ? "closed" : "reopened";
			if (programmeOf(centre.memory).status !== status) centre.setProgramme(status);
			return;
		}
	}
}
function changePeople({ centre, chance, everybody }, event) {
	if (event === "person joins") {
		const id = personId(everybody.length + 1);
		everybody.push(id);
		const doc = aCandidate({ id });
		centre.write([{
			stream: POOL,
			kind: "candidate",
			id,
			op: "u",
			doc
		}]);
		return;
	}
	const people = centre.people();
	if (people.length === 0) return;
	const doc = chance.pick(people);
	const { id } = doc;
	if (event === "person withdraws") centre.withdraw(id, TEAM);
	else if (event === "person changes") centre.write([{
		stream: POOL,
		kind: "candidate",
		id,
		op: "u",
		doc
	}]);
	else centre.write([{
		stream: POOL,
		kind: "candidate",
		id,
		op: "d",
		doc: null
	}]);
}
function changeGrants({ centre, chance, watch }, { recruiter }) {
	const { id } = recruiter.actor;
	const now = centre.memory.councils.get(id) ?? [];
	const council = chance.pick(COUNCILS).id;
	const next = now.includes(council) ? now.filter((one) => one !== council) : [...now, council];
	if (next.length === 0) return;
	for (const one of now) watch.revoked.add(`${id} ${councilStream(one)}`);
	centre.setCouncils(id, next);
}
function restore({ centre, backup, laptops, orphaned, watch }) {
	if (!backup) return;
	const held = new Set(laptops.flatMap(({ journal }) => journal.list().map(({ id }) => id)));
	for (const id of centre.memory.ledger.keys()) if (!backup.memory.ledger.has(id) && !held.has(id)) orphaned.add(id);
	centre.restore(backup.memory, TEAM);
	for (const { recruiter } of laptops) for (const { id } of COUNCILS) watch.revoked.add(`${recruiter.actor.id} ${councilStream(id)}`);
}
// ../../swt-freeze-G0nL73/test/simulation/pool-on-disk.ts
/** What the simulated cipher and the production seal put in front of a bucket. */
var BEFORE_BYTES = 29;
var opened = /* @__PURE__ */ new WeakMap();
function readSealed(sealed) {
	const known = opened.get(sealed);
	if (known) return known;
	const people = decodeBucket(inflateRawSync(sealed.subarray(BEFORE_BYTES)));
	opened.set(sealed, people);
	return people;
}
/** Everyone on a disk: their bucket, and what is newer beside it. */
function peopleOn(disk) {
	const people = /* @__PURE__ */ new Map();
	for (const { epoch, sealed } of disk.rows("bucket")) for (const doc of readSealed(sealed)) people.set(doc.id, {
		epoch,
		doc
	});
	for (const { id, epoch, doc } of disk.rows("poolDelta")) people.set(id, {
		epoch,
		doc
	});
	return people;
}
// ../../swt-freeze-G0nL73/test/simulation/judge.ts
var wrong = (rule, what) => ({
	rule,
	what
});
/** Whether a laptop has come to rest: everything read, nothing waiting to be sent. */
function isAtRest(laptop) {
	const state = laptop.engine?.readState();
	if (state?.mode.is !== "live" || state.mode.asking || state.wantsHello) return false;
	if (Object.values(state.places).some(({ cursor, head, reread }) => reread || cursor?.seq !== head)) return false;
	if (state.push.is !== "idle" || state.purging.length > 0 || state.replica.is !== "open") return false;
	return laptop.journal.list().every(({ state: { is } }) => is === "refused");
}
/** The same words for the same content, in whatever order it lies. */
function contentOf({ disk }) {
	const rows = disk.rows("row").map(({ stream, kind, id, epoch, seq, doc }) => canonical([
		stream,
		kind,
		id,
		epoch,
		seq,
		doc
	]));
	const people = [...peopleOn(disk)].map(([id, { doc }]) => canonical([id, doc]));
	return [...rows.sort(), ...people.sort()].join("\n");
}
/** JSON with its keys in order: a bucket gives them back in another. */
function canonical(value) {
	return JSON.stringify(value, (_key, inner) => inner && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1)) : inner);
}
/** Compares a laptop with what the centre grants it (I1, I8). */
function judgeLaptop({ centre }, laptop) {
	const { name, disk, recruiter } = laptop;
	const grants = grantsOf(centre.memory, recruiter.actor.id);
	for (const { stream } of disk.rows("cursor")) if (!grants.includes(stream)) return wrong("I8", `${name} still holds ${stream}`);
	const rows = disk.rows("row");
	const stray = rows.find(({ stream }) => !grants.includes(stream));
	if (stray) return wrong("I8", `${name} still holds a row of ${stray.stream}`);
	if (disk.rows("aside").length > 0) return wrong("I1", `${name} set a record aside`);
	for (const stream of grants) {
		const cursor = disk.rows("cursor").find((row) => row.stream === stream);
		const { epoch, head, items } = centre.stream(stream);
		if (cursor?.epoch !== epoch || cursor.seq !== head) return wrong("I9", `${name} ${stream} stands at ${cursor?.seq} of ${head}`);
		if (stream === "pool") continue;
		const want = [...items.values()].filter(({ op }) => op === "u").map(({ kind, id, seq, doc }) => canonical([
			kind,
			id,
			seq,
			doc
		]));
		const got = rows.filter((row) => row.stream === stream).map(({ kind, id, seq, doc }) => canonical([
			kind,
			id,
			seq,
			doc
		]));
		const verdict = compare(`${name} ${stream}`, want, got);
		if (verdict) return verdict;
	}
	const want = centre.people().map((doc) => canonical(doc));
	const got = [...peopleOn(disk).values()].map(({ doc }) => canonical(doc));
	const found = [...laptop.worker?.people().values() ?? []].map((doc) => canonical(doc));
	return compare(`${name} pool`, want, got) ?? compare(`${name} index`, want, found) ?? judgeScreen(laptop, rows);
}
/** Memory says what the disk says. */
function judgeScreen(laptop, rows) {
	const shown = laptop.worker?.shown();
	if (!shown) return wrong("I1", `${laptop.name} shows nothing`);
	const council = `council:${shown.context.councilId}`;
	for (const row of rows) {
		if (row.stream !== council || row.kind !== "contact") continue;
		if (shown.get("contact", row.id)?.seq !== row.seq) return wrong("I1", `${laptop.name} does not show ${row.id}`);
	}
	return null;
}
function compare(where, want, got) {
	const here = new Set(got);
	const missing = want.find((text) => !here.has(text));
	if (missing !== void 0) return wrong("I1", `${where} lacks ${missing}`);
	const there = new Set(want);
	const extra = got.find((text) => !there.has(text));
	return extra === void 0 ? null : wrong("I1", `${where} has ${extra}`);
}
/** Every change that was said to be saved has had its effect once, or is seen refused. */
function judgeSaves({ centre, watch, orphaned }) {
	const byDevice = /* @__PURE__ */ new Map();
	const places = new Map([...watch.saves.keys()].map((id, place) => [id, place]));
	for (const [id, { laptop, entry }] of watch.saves) {
		const { mutation } = entry;
		const known = centre.memory.ledger.get(id);
		if (known && known.outcome !== "rejected" && !orphaned.has(id)) byDevice.set(known.device, [...byDevice.get(known.device) ?? [], known]);
		if (laptop.journal.list().find((one) => one.id === id)?.state.is === "refused" || orphaned.has(id)) continue;
		const about = mutation.args.candidateId;
		if (about !== void 0 && centre.erased.has(about)) continue;
		if (!known) return wrong("I2", `${laptop.name} ${entry.n} ${mutation.kind} is nowhere`);
		if (known.outcome === "rejected") return wrong("I2", `${laptop.name} ${entry.n} was refused and nobody is told`);
		if (known.kind === "noop") return wrong("I2", `${laptop.name} ${entry.n} was sent empty`);
		if (mutation.kind !== "contact.log") continue;
		if (centre.stream(mutation.stream).items.get(`contact ${mutation.args.id}`)?.op !== "u") return wrong("I2", `contact ${mutation.args.id} is not at the centre`);
	}
	for (const [, done] of byDevice) {
		const inOrder = done.toSorted((a, b) => a.n - b.n).map(({ id }) => places.get(id) ?? 0);
		if (inOrder.some((place, at) => at > 0 && place < (inOrder[at - 1] ?? 0))) return wrong("I11", "changes of one device were taken in another order");
	}
	return null;
}
/** Nothing on a laptop names a person whose erasure it has heard of (I7). */
function judgeErasure({ centre, watch, world }, laptop) {
	const journal = laptop.journal.list().map((entry) => JSON.stringify(entry.mutation));
	const rows = laptop.disk.rows("row");
	const people = peopleOn(laptop.disk);
	for (const id of centre.erased) {
		if (people.has(id)) return wrong("I7", `${laptop.name} holds ${id}`);
		const named = rows.find(({ doc }) => {
			const said = doc;
			return said.candidateId === id && said.stage !== "withdrawn";
		});
		if (named) return wrong("I7", `${laptop.name} has a ${named.kind} about ${id}`);
		if (!journal.some((text) => text.includes(id))) continue;
		if (watch.forgotten.has(`${laptop.name} ${id}`)) return wrong("I7", `${laptop.name} has ${id} in its journal`);
		world.count("known gap: erasure not heard, named in a refused change");
	}
	return null;
}
// ../../swt-freeze-G0nL73/test/simulation/disk.ts
/** One laptop's disk: what survives the end of every process, as IndexedDB would keep it. */
var SimulatedDisk = class {
	#tables = null;
	#generation = "";
	#locks = /* @__PURE__ */ new Map();
	#nextLock = 1;
	#isBroken = false;
	/** Everything is gone, as after an eviction. */
	lose() {
		this.#tables = null;
		this.#locks.clear();
	}
	/** The next opening finds it damaged. */
	damage() {
		this.#isBroken = this.#tables !== null;
	}
	rows(table) {
		return [...this.#tables?.get(table)?.values() ?? []].map(({ row }) => row);
	}
	/** The disk as one run of the worker sees it. */
	mount(owner) {
		return {
			open: async ({ generation, sealerOf }) => {
				let rebuilt = null;
				if (this.#tables === null) rebuilt = "empty";
				else if (this.#isBroken) rebuilt = "damaged";
				else if (this.#generation !== generation) rebuilt = "other-generation";
				if (rebuilt !== null) {
					this.#tables = new Map(TABLE_NAMES.map((name) => [name, /* @__PURE__ */ new Map()]));
					this.#locks.clear();
					this.#generation = generation;
					this.#isBroken = false;
					owner.rebuilt();
				}
				return {
					cache: this.#cache(owner, sealerOf),
					rebuilt
				};
			},
			destroy: async () => this.lose()
		};
	}
	#cache(owner, sealerOf) {
		const opened = /* @__PURE__ */ new Map();
		const lockOf = (stream) => {
			const known = opened.get(stream);
			if (known !== void 0) return known;
			const lock = this.#locks.get(stream);
			const id = lock && opens(sealerOf(stream), lock.probe) ? lock.id : null;
			opened.set(stream, id);
			return id;
		};
		const lockFor = (stream) => {
			const held = lockOf(stream);
			if (held !== null) return held;
			const id = `lock ${this.#nextLock++}`;
			this.#locks.set(stream, {
				id,
				probe: sealerOf(stream).sealJson(id, "probe")
			});
			opened.set(stream, id);
			return id;
		};
		const table = (name) => this.#tables?.get(name) ?? /* @__PURE__ */ new Map();
		const read = ({ row, lock }) => {
			if (lock !== null && lockOf(streamOf(row)) !== lock) throw new SealBroken();
			return row;
		};
		const apply = (op) => {
			if (!("put" in op)) {
				table(op.table).delete(String(op.remove));
				return;
			}
			const lock = op.table === "row" || op.table === "poolDelta" ? lockFor(streamOf(op.put)) : null;
			table(op.table).set(String(KEY_OF[op.table](op.put)), {
				row: op.put,
				lock
			});
		};
		return {
			get: async (name, key) => {
				const kept = table(name).get(String(key));
				return kept && read(kept);
			},
			getMany: async (name, keys) => keys.flatMap((key) => {
				const kept = table(name).get(String(key));
				return kept ? [read(kept)] : [];
			}),
			all: async (name) => [...table(name).values()].map((kept) => read(kept)),
			keys: async (name) => [...table(name).values()].map(({ row }) => KEY_OF[name](row)),
			write: async (ops) => {
				const fate = owner.fate();
				if (fate === "full") throw Object.assign(/* @__PURE__ */ new Error("disk full"), { name: "QuotaExceededError" });
				if (fate !== "cut before") {
					for (const op of ops) apply(op);
					owner.written(ops);
				}
				if (fate === "done") return;
				owner.cut();
				await new Promise(() => {});
			},
			close: () => {}
		};
	}
};
function streamOf(row) {
	return "stream" in row ? row.stream : POOL;
}
function opens(sealer, probe) {
	try {
		sealer.openJson(probe, "probe");
		return true;
	} catch {
		return false;
	}
}
// ../../swt-freeze-G0nL73/test/simulation/pipe.ts
/** Makes a port whose messages take up to 3 ms. */
function createPipe(world, chance) {
	let isCut = false;
	let lastMs = 0;
	let mainHears = () => {};
	let mainCloses = () => {};
	const worker = {
		onmessage: null,
		postMessage: (message) => send(message, (event) => mainHears(event)),
		close: () => {}
	};
	function send(message, to) {
		if (isCut) return;
		const data = structuredClone(message);
		lastMs = Math.max(lastMs, world.nowMs + chance.int(4));
		world.after(lastMs - world.nowMs, () => {
			if (!isCut) to({ data });
		});
	}
	return {
		main: {
			postMessage: (message) => send(message, (event) => worker.onmessage?.(event)),
			on(is, listener) {
				if (is === "message") mainHears = listener;
				else mainCloses = listener;
			},
			start: () => {},
			close: () => {
				isCut = true;
			}
		},
		worker,
		cut() {
			if (isCut) return;
			isCut = true;
			mainCloses();
		}
	};
}
// ../../swt-freeze-G0nL73/test/simulation/worker.ts
/**
* Starts the data worker: the production port, replica, commands and replay.
*
* Only the search index is a map here; `renderer/worker/session.ts` joins the same parts
* to the real one, and is too slow to start thousands of times.
*/
function startWorker({ port, disk, clock, random, changed }) {
	const people = /* @__PURE__ */ new Map();
	const sink = {
		put: (some) => {
			for (const person of some) people.set(person.id, person);
		},
		remove: (ids) => {
			for (const id of ids) people.delete(id);
		},
		clear: () => people.clear(),
		count: () => people.size
	};
	let replica = null;
	let entries = [];
	let shown = null;
	/** Main sends the journal right after the opening; nobody has seen the screen before. */
	let hasJournal = false;
	function relay() {
		if (!replica) return;
		const held = replica;
		shown = buildShownWork({
			owner: held.owner,
			confirmed: held.rows,
			entries,
			personHeld: held.holds("pool") ? (id) => people.has(id) : (id) => !held.hasWithdrawn(id)
		});
		if (hasJournal) changed();
	}
	function forget() {
		people.clear();
		replica?.close();
		replica = null;
		shown = null;
	}
	function current() {
		if (!replica) throw new Error("Nothing is open.");
		return replica;
	}
	const calls = {
		async open(input) {
			forget();
			replica = await openReplica(input, {
				sink,
				random,
				onProgress: () => {},
				disk
			});
			relay();
			return replica.state;
		},
		manifest: (input) => current().manifest(input),
		bucket: (input) => current().bucket(input),
		async "buckets-done"(input) {
			const applied = await current().finishBuckets(input);
			relay();
			return applied;
		},
		async page(input) {
			const applied = await current().page(input);
			relay();
			return applied;
		},
		async "caught-up"({ at }) {
			await current().noteCaughtUp(at);
			return { people: people.size };
		},
		journal(input) {
			entries = input.entries;
			hasJournal = true;
			relay();
			return null;
		},
		async purge({ stream }) {
			await current().purge(stream);
			relay();
			return null;
		},
		lock() {
			forget();
			entries = [];
			hasJournal = false;
			return null;
		}
	};
	const main = createMainPort(() => ({
		calls,
		tidy: async () => replica?.tidy()
	}));
	main.attach(port);
	return {
		shown: () => shown,
		people: () => people,
		async command(drafts) {
			if (!shown) return null;
			const done = await runCommand(drafts, {
				shown,
				clock,
				random,
				append: main.append
			});
			if (!done.ok) return done;
			const known = new Set(entries.map(({ id }) => id));
			entries = [...entries, ...done.value.entries.filter(({ id }) => !known.has(id))];
			relay();
			return done;
		}
	};
}
// ../../swt-freeze-G0nL73/test/simulation/laptop.ts
/** A laptop: what survives on its disk, and the app that runs on it now and then. */
var Laptop = class {
	name;
	recruiter;
	disk = new SimulatedDisk();
	journal;
	isOffline = false;
	isSignedIn = true;
	/** Losses of the cache so far. */
	losses = 0;
	#parts;
	#keys = /* @__PURE__ */ new Map();
	#keyNumber = 0;
	#kept = null;
	#run = null;
	#window = null;
	#shiftMs = 0;
	constructor(parts) {
		this.#parts = parts;
		this.name = parts.name;
		this.recruiter = parts.recruiter;
		const key = {
			keyId: "j",
			raw: parts.chance.bytes(32)
		};
		const opened = openJournal({
			path: null,
			key,
			clock: this.clock,
			random: parts.chance,
			log: {
				info: () => {},
				warn: () => {}
			}
		});
		if (!opened.ok) throw new Error(opened.error.message);
		this.journal = opened.value.journal;
	}
	clock = {
		nowMs: () => START_MS + this.#parts.world.nowMs + this.#shiftMs,
		monotonicMs: () => this.#parts.world.nowMs
	};
	get isUp() {
		return this.#run !== null;
	}
	get engine() {
		return this.#run?.engine ?? null;
	}
	get worker() {
		return this.#window?.worker ?? null;
	}
	holdsKey(stream) {
		return this.#keys.has(stream);
	}
	shiftClock(ms) {
		this.#shiftMs = ms;
	}
	nudge(heads) {
		this.#run?.heard?.(heads);
	}
	/** Starts the app; its window comes a moment later. */
	start() {
		const { world, chance, network, weather } = this.#parts;
		if (this.#run) return;
		world.note(`${this.name} starts`);
		const { clock } = this;
		const log = {
			info: () => {},
			warn: (event) => world.count(`log ${event}`)
		};
		const replica = createPortReplica({
			append: (drafts) => this.#append(run, drafts),
			changed: (is) => run.engine.signal(is),
			log
		});
		const isOver = () => run.isOver;
		const api = createHttpApi({
			fetch: network.fetchFor({
				name: this.name,
				recruiter: this.recruiter,
				isOffline: () => this.isOffline,
				isOver
			}),
			apiUrl: "http://centre.example.org",
			tokens: {
				accessToken: async () => ok("token"),
				refuse: () => {}
			},
			device: this.journal.device,
			appVersion: "0.1.0",
			platform: "linux"
		});
		const engine = startSyncEngine({
			api,
			replica,
			clock,
			random: chance,
			log,
			journal: this.#journalPort(() => run),
			vault: buildVault(this.#keyring(() => run), () => this.#kept),
			timer: { after: (ms, fire) => world.after(ms, () => {
				if (!run.isOver) fire();
			}) },
			nudges: { listen: (heard) => this.#listen(run, heard) },
			listener: {
				status: () => {},
				session: async (session) => {
					this.#orDie(run, "crash at session", () => {
						this.#kept = readKeptSession(session, "http://centre.example.org", this.#kept);
					});
				}
			}
		});
		const run = {
			isOver: false,
			engine,
			replica,
			heard: null
		};
		this.#run = run;
		if (this.isSignedIn) engine.signal("signed-in");
		world.after(chance.int(300), () => {
			if (!run.isOver) this.openWindow();
		});
		if (weather.strikes("crash at session")) world.after(chance.int(500), () => this.#end(run));
	}
	/** Opens the window with a fresh worker, in the place of the one before. */
	openWindow() {
		const { world, chance, watcher } = this.#parts;
		const run = this.#run;
		if (!run) return;
		this.closeWindow();
		const pipe = createPipe(world, chance);
		const disk = this.disk.mount({
			fate: () => this.#fate(),
			cut: () => this.#cut(window),
			rebuilt: () => watcher.lost(this),
			written: (ops) => watcher.written(this, ops)
		});
		const worker = startWorker({
			port: pipe.worker,
			disk,
			clock: this.clock,
			random: chance,
			changed: () => {
				if (!window.isOver) watcher.shown(this, worker);
			}
		});
		const window = {
			isOver: false,
			pipe,
			worker
		};
		this.#window = window;
		run.replica.attach(pipe.main);
	}
	closeWindow() {
		if (!this.#window) return;
		const { pipe } = this.#window;
		this.#window.isOver = true;
		this.#window = null;
		pipe.cut();
	}
	/** The power goes: nothing runs from here on, and only the disk is left. */
	crash() {
		if (this.#run) this.#end(this.#run);
	}
	#end(run) {
		if (run.isOver) return;
		const { world, chance } = this.#parts;
		world.fault("crash");
		run.isOver = true;
		run.engine.stop();
		this.#run = null;
		if (this.#window) this.#window.isOver = true;
		this.#window?.pipe.cut();
		this.#window = null;
		world.after(100 + chance.int(2e4), () => this.start());
	}
	async command(drafts) {
		const done = await this.worker?.command(drafts);
		if (done) this.#parts.world.count(done.ok ? "command" : `command ${done.error.code}`);
	}
	#append(run, drafts) {
		return this.#durable(run, () => {
			const saved = this.journal.append(drafts);
			if (saved.ok) this.#parts.watcher.saved(this, saved.value);
			return saved;
		});
	}
	/** One commit of the journal: done, refused by a full disk, or the last thing that happens. */
	#durable(run, act) {
		if (this.#strikes("journal full")) return fail("SAVE_DISK_FULL", "There is no room left.");
		return this.#orDie(run, "crash at journal", act);
	}
	#orDie(run, fault, act) {
		if (run.isOver) throw new Killed();
		if (!this.#strikes(fault)) return act();
		if (this.#parts.chance.may(.5)) act();
		this.#end(run);
		throw new Killed();
	}
	#strikes(fault) {
		const { weather, world } = this.#parts;
		const isStruck = weather.strikes(fault);
		if (isStruck) world.fault(fault);
		return isStruck;
	}
	#fate() {
		if (this.#strikes("cache full")) return "full";
		if (!this.#strikes("crash at cache")) return "done";
		return this.#parts.chance.may(.5) ? "cut before" : "cut after";
	}
	#cut(window) {
		const { world, chance } = this.#parts;
		const run = this.#run;
		if (window.isOver || !run) return;
		if (!chance.may(.3)) {
			this.#end(run);
			return;
		}
		world.fault("window dies at cache");
		window.isOver = true;
		world.after(chance.int(50), () => {
			if (this.#window === window) this.closeWindow();
			world.after(chance.int(3e3), () => {
				if (!run.isOver && !this.#window) this.openWindow();
			});
		});
	}
	#journalPort(run) {
		const { journal } = this;
		return {
			list: () => journal.list(),
			lastSyncAt: () => journal.lastSyncAt(),
			wasDamaged: false,
			offer: (ids) => this.#durable(run(), () => journal.offer(ids)),
			settle: (changes) => this.#durable(run(), () => {
				const gone = new Set(changes.flatMap(({ to, id }) => to === "gone" ? [id] : []));
				for (const entry of journal.list()) if (gone.has(entry.id)) this.#parts.watcher.left(entry);
				return journal.settle(changes);
			}),
			renumber: (from) => this.#durable(run(), () => journal.renumber(from)),
			scrub: (people) => this.#durable(run(), () => journal.scrub(people)),
			noteSync: (at) => this.#durable(run(), () => journal.noteSync(at)),
			subscribe: (changed) => journal.subscribe(changed)
		};
	}
	#keyring(run) {
		const { chance, watcher } = this.#parts;
		const key = async (name) => {
			const held = this.#keys.get(name) ?? {
				keyId: `key ${++this.#keyNumber}`,
				raw: chance.bytes(32)
			};
			this.#orDie(run(), "crash at keys", () => this.#keys.set(name, held));
			return {
				keyId: held.keyId,
				raw: held.raw.slice()
			};
		};
		return {
			generation: () => "generation 1",
			isPersisted: true,
			wereLost: false,
			key,
			names: () => [...this.#keys.keys()],
			streamKey: async (stream) => ({
				stream,
				...await key(stream)
			}),
			destroy: (name) => {
				this.#orDie(run(), "crash at keys", () => {
					this.#keys.delete(name);
					watcher.keyDestroyed(this, name);
				});
			},
			destroyAll: () => this.#keys.clear()
		};
	}
	#listen(run, heard) {
		const { centre, world, chance } = this.#parts;
		const hear = (delayMs) => {
			const heads = centre.headsFor(this.recruiter.actor.id);
			world.after(delayMs, () => {
				if (!run.isOver && run.heard && !this.isOffline) run.heard(heads);
			});
		};
		run.heard = heard;
		const stop = centre.subscribe(() => {
			if (run.isOver || this.#strikes("nudge lost")) return;
			hear(this.#strikes("nudge late") ? chance.int(6e4) : 20 + chance.int(80));
			if (this.#strikes("nudge twice")) hear(chance.int(5e3));
		});
		return () => {
			run.heard = null;
			stop();
		};
	}
};
// ../../swt-freeze-G0nL73/test/simulation/answers.other.ts
var answer$1 = (...asked) => (seam.answer ?? answer)(...asked);
// ../../swt-freeze-G0nL73/test/simulation/network.ts
var TIMEOUT_MS = 3e4;
var HTML = {
	status: 200,
	type: "text/html",
	body: "<html>Hotel Wi-Fi</html>"
};
/** Makes the network; what it does to each call is drawn from the weather. */
function createNetwork(parts) {
	const { world, centre, chance, weather } = parts;
	/** Earlier answers by caller and path, for those that come a second time. */
	const earlier = /* @__PURE__ */ new Map();
	function strikes(fault) {
		const isStruck = weather.strikes(fault);
		if (isStruck) world.fault(fault);
		return isStruck;
	}
	function delayMs() {
		if (strikes("very slow")) return 2e4 + chance.int(3e4);
		if (strikes("slow")) return 500 + chance.int(9e3);
		return 5 + chance.int(60);
	}
	/** An answer of the centre's own that says no for no reason. */
	function moodOf(path) {
		const isPush = path.endsWith("/push");
		const after = chance.may(.5) ? 1 + chance.int(20) : void 0;
		if (strikes("problem 401")) return problem("token-expired");
		if (strikes("problem 403")) return problem(chance.pick(["not-allowed", "stream-not-granted"]));
		if (isPush && strikes("problem 409")) return problem("programme-closed");
		if (path.includes("/streams/") && strikes("problem 410")) return problem("cursor-expired");
		if (isPush && strikes("problem 413")) return problem("too-large");
		if (isPush && strikes("problem 422")) return problem("invalid");
		if (strikes("problem 426")) return problem("upgrade-required");
		if (strikes("problem 429")) return problem("too-many-requests", {}, after);
		if (strikes("problem 500")) return problem("fault");
		if (strikes("problem 503")) return problem("unavailable", {}, after);
		return null;
	}
	function handle(url, body, { name, recruiter }) {
		const { pathname: path, searchParams: query } = url;
		const mood = moodOf(path);
		if (mood) return mood;
		const dies = chance.int(4);
		const death = strikes("centre dies") ? chance.pick(["before", "after"]) : null;
		const said = answer$1(centre, {
			path,
			query,
			body,
			recruiter
		}, (index) => index === dies ? death : null);
		world.note(`${name} ${path}${url.search} ${said.status}`);
		if (said.status === 200 && path.endsWith("/session") && strikes("no grants")) return {
			...said,
			body: JSON.stringify({
				...JSON.parse(String(said.body)),
				grants: []
			})
		};
		if (!(said.status === 200 && (path.includes("/streams/") || path.endsWith("/heads")))) return said;
		const key = `${name} ${path}`;
		const before = earlier.get(key);
		earlier.set(key, said);
		return before && strikes("older answer") ? before : said;
	}
	function cut(said) {
		if (!strikes("cut short")) return said;
		return {
			...said,
			body: said.body.slice(0, chance.int(said.body.length + 1))
		};
	}
	return { fetchFor: (caller) => (address, init) => new Promise((resolve, reject) => {
		const url = new URL(address);
		const body = typeof init?.body === "string" ? JSON.parse(init.body) : null;
		world.count("calls");
		let isDone = false;
		const end = (how) => {
			if (isDone || caller.isOver()) return;
			isDone = true;
			stopWaiting();
			how();
		};
		const stopWaiting = world.after(TIMEOUT_MS, () => {
			end(() => reject(/* @__PURE__ */ new TypeError("timed out")));
		});
		const fails = (afterMs) => world.after(afterMs, () => end(() => reject(/* @__PURE__ */ new TypeError("no network"))));
		if (caller.isOffline()) return void fails(10 + chance.int(2e3));
		if (strikes("portal")) return void world.after(30, () => end(() => resolve(toResponse(HTML))));
		if (strikes("request lost")) return void (chance.may(.5) && fails(chance.int(5e3)));
		const arrive = (isCopy) => world.after(delayMs(), () => {
			const said = cut(handle(url, body, caller));
			if (isCopy) return;
			if (strikes("answer lost")) return void (chance.may(.5) && fails(chance.int(5e3)));
			world.after(delayMs(), () => end(() => resolve(toResponse(said))));
		});
		arrive(false);
		if (strikes("request twice")) arrive(true);
	}) };
}
/** As much of a `Response` as the production client reads. */
function toResponse({ status, type, body, headers = {} }) {
	const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
	const said = {
		"content-type": type,
		...headers
	};
	let isRead = false;
	const reader = {
		async read() {
			if (isRead) return {
				done: true,
				value: void 0
			};
			isRead = true;
			return {
				done: false,
				value: bytes
			};
		},
		cancel: async () => {}
	};
	return {
		status,
		headers: { get: (name) => said[name] ?? null },
		body: {
			getReader: () => reader,
			cancel: async () => {}
		}
	};
}
// ../../swt-freeze-G0nL73/test/simulation/watch.ts
/**
* Watches every commit and every screen while the world runs (sync.md 6.1).
*
* The end of a seed is looked at in `judge.ts`.
*/
var Watch = class {
	saves = /* @__PURE__ */ new Map();
	/** Grants that were taken away at some time: `recruiter stream`. */
	revoked = /* @__PURE__ */ new Set();
	/** People whose erasure a laptop has applied: `laptop person`. */
	forgotten = /* @__PURE__ */ new Set();
	/** Changes only a lost history of the centre held: nobody offers them again yet. */
	orphaned = /* @__PURE__ */ new Set();
	#seen = /* @__PURE__ */ new Map();
	#contacts = /* @__PURE__ */ new Map();
	#world;
	#centre;
	constructor(world, centre) {
		this.#world = world;
		this.#centre = centre;
	}
	saved(laptop, entries) {
		for (const entry of entries) {
			this.saves.set(entry.id, {
				laptop,
				entry
			});
			this.#world.note(`${laptop.name} saved ${entry.n} ${entry.mutation.kind}`);
		}
	}
	/** It leaves because its echo is here; when that echo is of a lost history, nobody knows. */
	left({ id, mutation, state }) {
		const epoch = this.#centre.memory.streams.get(mutation.stream)?.epoch;
		if (state.is !== "sent" || state.epoch === epoch) return;
		this.orphaned.add(id);
		this.#world.count("known gap: echo of a lost history");
	}
	lost(laptop) {
		this.#world.count("cache begun anew");
		this.#seen.delete(laptop.name);
	}
	written(laptop, ops) {
		this.#checkRows(laptop, ops);
		for (const op of ops) {
			if (op.table === "gone" && "put" in op) this.forgotten.add(`${laptop.name} ${op.put.id}`);
			if (op.table !== "cursor") continue;
			if ("put" in op) this.#checkPage(laptop, op.put.stream);
			else this.#forget(laptop, op.remove);
		}
		if (ops.some(({ table }) => table === "bucket" || table === "poolDelta")) this.#checkPool(laptop);
	}
	/** Reading never goes back within one history (I4), and a contact never changes (I13). */
	#checkRows(laptop, ops) {
		const seen = this.#seenBy(laptop);
		for (const op of ops) {
			if (op.table !== "row") continue;
			if (!("put" in op)) {
				const key = op.remove.join(" ");
				for (const [known, seq] of seen) if (known.endsWith(`| ${key}`)) seen.set(known, seq + .5);
				continue;
			}
			const { stream, kind, id, epoch, seq, doc } = op.put;
			const key = `${epoch} | ${stream} ${kind} ${id}`;
			const before = seen.get(key) ?? 0;
			if (seq < before) this.#fail("I4", laptop, `${key} from ${before} to ${seq}`);
			seen.set(key, seq);
			if (kind !== "contact") continue;
			const text = JSON.stringify(doc);
			const first = this.#contacts.get(id) ?? text;
			if (first !== text) this.#fail("I13", laptop, `contact ${id} changed`);
			this.#contacts.set(id, first);
		}
	}
	/** Where a cursor stands, every row up to it is here as the centre has it (I6). */
	#checkPage(laptop, name) {
		const cursor = laptop.disk.rows("cursor").find(({ stream }) => stream === name);
		const stream = this.#centre.memory.streams.get(name);
		if (!cursor || !stream || cursor.snapAt !== null || cursor.epoch !== stream.epoch) return;
		if (cursor.seq > stream.head) this.#fail("I6", laptop, `${name} ahead of the centre`);
		if (name === "pool") this.#checkPoolPage(laptop, cursor.seq);
		else this.#checkWorkPage(laptop, stream, cursor);
	}
	#checkWorkPage(laptop, { name, items }, cursor) {
		const held = new Map(laptop.disk.rows("row").filter((row) => row.stream === name).map((row) => [`${row.kind} ${row.id}`, row]));
		for (const [key, item] of items) {
			if (item.seq > cursor.seq) continue;
			const row = held.get(key);
			if (item.op !== "u") {
				if (row) this.#fail("I6", laptop, `${name} ${key} was removed at ${item.seq}`);
			} else if (row?.seq !== item.seq || row.epoch !== cursor.epoch) this.#fail("I6", laptop, `${name} ${key} is ${row?.seq}, not ${item.seq}`);
		}
	}
	#checkPoolPage(laptop, seq) {
		const held = peopleOn(laptop.disk);
		for (const item of this.#centre.stream(POOL).items.values()) {
			if (item.seq > seq) continue;
			const person = held.get(item.id);
			if (item.op !== "u") {
				if (person) this.#fail("I6", laptop, `${item.id} left at ${item.seq}`);
			} else if (versionOf(person?.doc.summary) < item.seq) this.#fail("I6", laptop, `${item.id} is ${person?.doc.summary}, not ${item.seq}`);
		}
	}
	/** A person never becomes an older version of themselves within one history (I4). */
	#checkPool(laptop) {
		const seen = this.#seenBy(laptop);
		for (const [id, { epoch, doc }] of peopleOn(laptop.disk)) {
			const key = `${epoch} | ${POOL} ${id}`;
			const version = versionOf(doc.summary);
			const before = seen.get(key) ?? 0;
			if (version < before) this.#fail("I4", laptop, `${key} from ${before} to ${version}`);
			seen.set(key, version);
		}
	}
	/** A stream went: its key went first, and only because it was taken away (I8). */
	#forget(laptop, stream) {
		const seen = this.#seenBy(laptop);
		for (const key of seen.keys()) if (key.includes(`| ${stream} `)) seen.delete(key);
		if (!this.#isGranted(laptop, stream) && laptop.holdsKey(stream)) this.#fail("I8", laptop, `${stream} before its key`);
	}
	keyDestroyed(laptop, stream) {
		this.#world.count("key destroyed");
		if (this.revoked.has(`${laptop.recruiter.actor.id} ${stream}`)) return;
		this.#fail("I16", laptop, `the key of ${stream} was destroyed, and nobody had said so`);
	}
	#isGranted({ recruiter }, stream) {
		return grantsOf(this.#centre.memory, recruiter.actor.id).includes(stream);
	}
	/** What a recruiter has logged stays on their screen (I5). */
	shown(laptop, worker) {
		const shown = worker.shown();
		if (!shown) return;
		const { context } = shown;
		const known = new Map(shown.entries.map((entry) => [entry.id, entry]));
		for (const { id, mutation } of laptop.journal.list()) {
			const state = known.get(id)?.state;
			if (mutation.kind !== "contact.log" || !state || state.is === "refused") continue;
			if (mutation.stream !== `council:${context.councilId}`) continue;
			if (shown.get("contact", mutation.args.id)) continue;
			const { candidateId } = mutation.args;
			const isClosed = context.programme === "closed";
			const isBlocked = shown.get("do-not-contact", candidateId) !== null;
			const mayBeRefused = isClosed || isBlocked || !context.personHeld(candidateId);
			if (state.is === "waiting" && mayBeRefused) continue;
			this.#fail("I5", laptop, `contact ${id} (${state.is}) is not on the screen`);
		}
	}
	#seenBy(laptop) {
		const seen = this.#seen.get(laptop.name) ?? /* @__PURE__ */ new Map();
		this.#seen.set(laptop.name, seen);
		return seen;
	}
	#fail(rule, laptop, what) {
		this.#world.fail(rule, `${laptop.name}: ${what}`);
	}
};
function versionOf(summary) {
	return summary === void 0 ? -1 : Number(summary.slice(8));
}
// ../../swt-freeze-G0nL73/test/simulation/weather.ts
/** Every fault that can be put in, with the part of the times it is, while it is on. */
var FAULTS = {
	"request lost": .1,
	"answer lost": .1,
	"request twice": .08,
	slow: .1,
	"very slow": .03,
	"cut short": .05,
	portal: .05,
	"older answer": .05,
	"problem 401": .02,
	"problem 403": .02,
	"problem 409": .02,
	"problem 410": .03,
	"problem 413": .03,
	"problem 422": .02,
	"problem 426": .01,
	"problem 429": .05,
	"problem 500": .05,
	"problem 503": .05,
	"no grants": .02,
	"centre dies": .08,
	"nudge lost": .3,
	"nudge twice": .2,
	"nudge late": .3,
	"crash at journal": .01,
	"crash at cache": .02,
	"crash at keys": .05,
	"crash at session": .03,
	"window dies at cache": .02,
	"journal full": .02,
	"cache full": .02
};
/** What happens to whom at moments of its own, with its weight while it is on. */
var EVENTS = {
	crash: 6,
	"crash in recovery": 3,
	"window dies": 4,
	"cache lost": 2,
	"cache damaged": 1,
	"offline spell": 6,
	"clock jump": 3,
	suspend: 3,
	"sign out": 2,
	"sync now": 3,
	"older nudge": 2,
	"centre restored": 1,
	"centre backup": 3,
	"removals forgotten": 3,
	"grants change": 4,
	"person withdraws": 3,
	"person changes": 10,
	"person joins": 2,
	"person leaves": 2,
	"pool recut": 3,
	"programme closes": 1,
	"programme reopens": 1
};
/** Draws the weather of a seed. */
function drawWeather(chance) {
	const isCalm = chance.may(.05);
	const part = chance.pick([
		.15,
		.4,
		.7
	]);
	const strength = chance.pick([
		.3,
		1,
		2
	]);
	const rates = /* @__PURE__ */ new Map();
	for (const [fault, rate] of Object.entries(FAULTS)) if (!isCalm && chance.may(part)) rates.set(fault, Math.min(.5, rate * strength));
	const events = ["person changes"];
	for (const [event, weight] of Object.entries(EVENTS)) {
		if (isCalm || !chance.may(part + .2)) continue;
		for (let n = 0; n < weight; n++) events.push(event);
	}
	let isOver = false;
	return {
		strikes: (fault) => !isOver && chance.may(rates.get(fault) ?? 0),
		event: () => isOver ? null : chance.pick(events),
		clear() {
			isOver = true;
		}
	};
}
// ../../swt-freeze-G0nL73/test/simulation/seed.ts
var MINUTE = 6e4;
/** Longest of all waits a laptop may be in when the world becomes kind: a re-read put off. */
var HEAL_MS = 240 * MINUTE;
/** The world whose turn it is, for faults that surface outside every call. */
var current = null;
/** Runs one seed from its first moment to its verdict. */
async function runSeed(seed, told = null) {
	const world = new World(seed, told);
	current = world;
	try {
		const { stage, weather } = setUp(world);
		await live(stage, weather);
		if (!world.violation) await heal(stage, weather);
	} catch (fault) {
		world.caught(fault);
	}
	const { violation, counts, nowMs } = world;
	return {
		seed,
		hash: world.traceHash(),
		violation,
		counts,
		virtualMs: nowMs
	};
}
function setUp(world) {
	const chance = world.chance.fork();
	const weather = drawWeather(world.chance.fork());
	const centre = new Centre$1(world);
	const watch = new Watch(world, centre);
	const network = createNetwork({
		world,
		centre,
		weather,
		chance: world.chance.fork()
	});
	centre.bucketCount = chance.pick([
		1,
		2,
		4
	]);
	centre.pageLimit = chance.pick([
		2,
		5,
		20
	]);
	centre.pushCount = chance.pick([
		1,
		3,
		100
	]);
	centre.pollMs = chance.pick([3e4, 9e4]);
	const everybody = fill(centre, chance.may(.03) ? 90 : 5 + chance.int(9));
	const laptops = Array.from({ length: 2 + chance.int(3) }, (_, n) => {
		const recruiter = chance.pick(RECRUITERS);
		const { id } = recruiter.actor;
		const kent = COUNCILS[0].id;
		const councils = chance.may(.4) ? COUNCILS.map((council) => council.id) : [kent];
		if (!centre.memory.councils.has(id)) centre.setCouncils(id, councils);
		return new Laptop({
			world,
			centre,
			network,
			weather,
			watcher: watch,
			chance: world.chance.fork(),
			name: `laptop ${n}`,
			recruiter
		});
	});
	const { orphaned } = watch;
	return {
		stage: {
			world,
			chance,
			centre,
			watch,
			laptops,
			orphaned,
			everybody,
			backup: null,
			olderHeads: null
		},
		weather
	};
}
function fill(centre, people) {
	centre.addStream(POOL);
	centre.addStream(PROGRAMME);
	const { id } = PROGRAMME_RECORD;
	const record = {
		stream: PROGRAMME,
		kind: "programme",
		id,
		op: "u",
		doc: PROGRAMME_RECORD
	};
	centre.write([record]);
	for (const [c, council] of COUNCILS.entries()) {
		const stream = councilStream(council.id);
		centre.addStream(stream);
		for (let n = 0; n < 2; n++) {
			const doc = aVacancy({
				id: anId(45056 + c * 16 + n),
				councilId: council.id,
				ref: `V${n}`
			});
			centre.write([{
				stream,
				kind: "vacancy",
				id: doc.id,
				op: "u",
				doc
			}]);
		}
	}
	const everybody = Array.from({ length: people }, (_, n) => personId(n + 1));
	for (const person of everybody) {
		const doc = aCandidate({ id: person });
		centre.write([{
			stream: POOL,
			kind: "candidate",
			id: person,
			op: "u",
			doc
		}]);
	}
	return everybody;
}
/** Days of work in bad weather. */
async function live(stage, weather) {
	const { world, chance, laptops } = stage;
	for (const laptop of laptops) world.after(chance.int(6e4), () => laptop.start());
	const steps = chance.pick([
		40,
		100,
		180
	]);
	const paceMs = chance.pick([
		3e3,
		15e3,
		4e4
	]);
	for (let step = 0; step < steps && !world.violation; step++) {
		await world.runUntil(world.nowMs + chance.int(2 * paceMs));
		if (chance.may(.35)) {
			const event = weather.event();
			if (event) world.attempt(() => happen(stage, event));
		} else if (chance.may(.05)) byHand(stage);
		else work(stage);
	}
}
function work({ chance, laptops, everybody, world }) {
	const laptop = chance.pick(laptops);
	const { worker } = laptop;
	if (!worker) return;
	const drafts = Array.from({ length: chance.may(.1) ? 3 : 1 }, () => chooseDeed(chance, laptop, worker, everybody)).filter((draft) => draft !== null);
	if (drafts.length === 0) return;
	laptop.command(drafts).catch((fault) => world.caught(fault));
}
function byHand({ chance, laptops, watch, world }) {
	const laptop = chance.pick(laptops);
	const before = new Set(laptop.journal.list().map(({ id }) => id));
	world.attempt(() => {
		const settled = settleByHand(chance, laptop);
		if (!settled) return;
		world.count("settled by hand");
		watch.saves.delete(settled);
		watch.saved(laptop, laptop.journal.list().filter(({ id }) => !before.has(id)));
	});
}
/** The world becomes kind; nobody lends a hand but for lid, window and sign-in. */
async function heal(stage, weather) {
	const { world, chance, laptops } = stage;
	weather.clear();
	world.note("the world is kind");
	await world.runUntil(world.nowMs + MINUTE);
	for (const laptop of laptops) {
		laptop.isOffline = false;
		laptop.isSignedIn = true;
		laptop.start();
		if (!laptop.worker) laptop.openWindow();
		laptop.engine?.signal("resume");
		if (laptop.engine?.readState().mode.is === "signed-out") laptop.engine.signal("signed-in");
	}
	await rest(stage);
	if (world.violation) return;
	const incremental = laptops.map(contentOf);
	const anew = chance.pick(laptops);
	anew.crash();
	if (chance.may(.7)) anew.disk.lose();
	await rest(stage);
	if (world.violation) return;
	if (contentOf(anew) !== incremental[laptops.indexOf(anew)]) world.fail("I17", `${anew.name} built anew differs`);
}
async function rest(stage) {
	const { world, laptops } = stage;
	const endMs = world.nowMs + HEAL_MS;
	do
		await world.runUntil(world.nowMs + 2 * MINUTE);
	while (!laptops.every(isAtRest) && world.nowMs < endMs && !world.violation);
	if (world.violation) return;
	const restless = laptops.find((laptop) => !isAtRest(laptop));
	const verdict = judgeAll(stage);
	if (verdict) {
		for (const laptop of laptops) {
			const state = {
				...laptop.engine?.readState(),
				journal: null
			};
			world.note(JSON.stringify({
				name: laptop.name,
				...state
			}));
		}
		world.fail(verdict.rule, verdict.what);
		return;
	}
	if (!restless) return;
	const { mode, push, wantsHello } = restless.engine?.readState() ?? {};
	const waits = restless.journal.list().map(({ n, state }) => `${n} ${state.is}`);
	world.fail("I9", `${restless.name} is ${JSON.stringify({
		mode,
		push,
		wantsHello,
		waits
	})}`);
}
function judgeAll(stage) {
	for (const laptop of stage.laptops) {
		const verdict = judgeLaptop(stage, laptop) ?? judgeErasure(stage, laptop);
		if (verdict) return verdict;
	}
	return judgeSaves(stage);
}
export { Centre, Killed, answer, current, installPlatform, runSeed, seam };
