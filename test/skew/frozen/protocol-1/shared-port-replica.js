import { A as LEAVE_ALONE_OUTCOMES, G as CouncilId, J as POOL, Q as councilStream, S as newRecordId, V as isoInstant, W as CandidateId, X as RecordId, Y as PROGRAMME, Z as StreamId, _ as encodeBucket, a as MUTATIONS, d as Session, g as decodeBucket, h as bucketOf, l as Heads, n as PushResponse, o as ENDPOINTS, r as PROBLEM_CODES, s as ChangesPage, u as PoolManifest, v as decide, w as wasSpoken, x as personOf, y as entityOf } from "./shared-push.js";
import { Type } from "typebox";
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { bytesToUtf8, utf8ToBytes } from "@noble/ciphers/utils.js";
import Dexie from "dexie";
import { Guard } from "typebox/guard";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createHmac, randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { Check } from "typebox/value";
// ../../swt-freeze-G0nL73/src/contract/errors.ts
/** Builds a success. */
function ok(value) {
	return {
		ok: true,
		value
	};
}
/** Builds an expected failure. */
function fail(code, message, extra = {}) {
	return {
		ok: false,
		error: {
			code,
			message,
			...extra
		}
	};
}
// ../../swt-freeze-G0nL73/src/core/domain/replay.ts
/** What the centre must have known when it took a change. */
var WHEN_TAKEN = {
	programme: "open",
	personHeld: () => true
};
/**
* Lays the journal over the confirmed rows: what the screen shows (decision S2).
*
* Entries in order; refused ones and those the rules now reject change nothing. A `sent`
* entry stays in until its echo is pulled, so nothing flickers, even if the programme has
* closed or the person has left since: the centre took it before. Once its echo is in the
* confirmed rows the same rule merges it. Returns only rows that differ from `confirmed`.
*/
function replay(confirmed, entries, context) {
	const overlay = /* @__PURE__ */ new Map();
	const rows = { get(kind, id) {
		const over = overlay.get(overlayKey(kind, id));
		if (over) return {
			seq: over.seq,
			record: over.record
		};
		return confirmed.get(kind, id);
	} };
	for (const entry of entries) {
		if (entry.state.is === "refused") continue;
		const then = entry.state.is === "sent" ? WHEN_TAKEN : {};
		const verdict = decide(entry.mutation, rows, {
			...context,
			...then,
			at: entry.mutation.at
		});
		if (verdict.outcome !== "applied") continue;
		for (const change of verdict.changes) {
			const seq = rows.get(change.kind, change.id)?.seq ?? 0;
			overlay.set(overlayKey(change.kind, change.id), {
				...change,
				seq
			});
		}
	}
	return overlay;
}
/** The key of a row in the overlay. */
function overlayKey(kind, id) {
	return `${kind} ${id}`;
}
// ../../swt-freeze-G0nL73/src/renderer/worker/commands/run-command.ts
/**
* Checks the rules, writes to the journal and answers when that is durable.
*
* The rules are those of the centre, so that a refusal comes at once and in the same
* words. Drafts are judged one after the other, and saved all or none. What is already
* so is not written again.
*/
async function runCommand(drafts, { shown, clock, random, append }) {
	const changed = /* @__PURE__ */ new Map();
	const rows = { get: (kind, id) => changed.get(overlayKey(kind, id)) ?? shown.rows.get(kind, id) };
	const at = isoInstant(clock.nowMs());
	const wanted = [];
	for (const draft of drafts) {
		const entity = entityOf(draft, () => newRecordId(clock, random));
		const base = baseOf(draft, entity, rows);
		const stream = councilStream(shown.context.councilId);
		const mutation = {
			...draft,
			stream,
			entity,
			base
		};
		const verdict = decide(mutation, rows, {
			...shown.context,
			at
		});
		if (verdict.outcome === "rejected") return refusal(verdict);
		if (verdict.outcome === "merged") continue;
		for (const { kind, id, record } of verdict.changes) changed.set(overlayKey(kind, id), {
			seq: rows.get(kind, id)?.seq ?? 0,
			record
		});
		wanted.push(mutation);
	}
	if (wanted.length === 0) return ok({ entries: [] });
	const appended = await append(wanted);
	return appended.ok ? ok({ entries: appended.value }) : appended;
}
function refusal({ code, reason }) {
	return fail(code === "not-allowed" ? "AUTH_NOT_ALLOWED" : "RULE_REFUSED", reason);
}
/** The kind of record that a change is about; others have no earlier state to compare. */
var KIND_OF = {
	"vacancy.create": "vacancy",
	"vacancy.edit": "vacancy",
	"shortlist.add": "shortlist-entry",
	"shortlist.move": "shortlist-entry",
	"shortlist.remove": "shortlist-entry",
	"follow-up.set": "follow-up",
	"follow-up.done": "follow-up",
	"do-not-contact.set": "do-not-contact"
};
function baseOf(draft, entity, rows) {
	const kind = KIND_OF[draft.kind];
	return kind ? rows.get(kind, entity)?.seq ?? 0 : 0;
}
// ../../swt-freeze-G0nL73/src/core/crypto/seal.ts
/** First byte of everything sealed here, so that a later cipher can be told apart. */
var FORMAT$1 = 1;
var NONCE_BYTES = 24;
/** A sealed value did not open: wrong key, wrong place, or changed bytes. Says nothing more. */
var SealBroken = class extends Error {
	name = "SealBroken";
	constructor() {
		super("A sealed value did not open.");
	}
};
/**
* Makes a sealer of rows: XChaCha20-Poly1305, synchronous, with random 24-byte nonces.
*
* Synchronous, because nothing foreign may be awaited inside a database transaction
* (sync.md 5.3), and 192-bit nonces, because random ones never meet. `context` names what
* all values have in common (database, schema, key id); `place` names the one value
* (table and key). Both are authenticated, so a value moved elsewhere does not open.
* The key must have 32 bytes and is copied.
*/
function createSealer(key, context, random) {
	const ownKey = key.slice();
	function cipherAt(nonce, place) {
		return xchacha20poly1305(ownKey, nonce, utf8ToBytes(`${context.length}:${context}${place}`));
	}
	function seal(plain, place) {
		const nonce = random.bytes(NONCE_BYTES);
		const sealed = new Uint8Array(plain.length + 41);
		sealed[0] = FORMAT$1;
		sealed.set(nonce, 1);
		cipherAt(nonce, place).encrypt(plain, sealed.subarray(25));
		return sealed;
	}
	function open(sealed, place) {
		if (sealed.length < 41 || sealed[0] !== FORMAT$1) throw new SealBroken();
		const nonce = sealed.subarray(1, 25);
		const plain = new Uint8Array(sealed.length - 41);
		try {
			cipherAt(nonce, place).decrypt(sealed.subarray(25), plain);
		} catch {
			throw new SealBroken();
		}
		return plain;
	}
	return {
		seal,
		open,
		sealJson: (value, place) => seal(utf8ToBytes(JSON.stringify(value)), place),
		openJson: (sealed, place) => JSON.parse(bytesToUtf8(open(sealed, place)))
	};
}
// ../../swt-freeze-G0nL73/src/core/crypto/seal-bytes.ts
var FORMAT = 2;
var IV_BYTES = 12;
var HEAD_BYTES = 13;
/**
* Makes a sealer of large values: AES-256-GCM by WebCrypto, with random 96-bit nonces.
*
* WebCrypto seals 256 KB some eight times as fast as a cipher in plain code (sync.md 5.2).
* The key becomes unextractable; the caller wipes its raw bytes. A key must be replaced
* long before 2^32 seals.
*/
async function createBulkSealer(subtle, raw, { context, random }) {
	const key = await subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
	const how = (iv, place) => ({
		name: "AES-GCM",
		iv,
		additionalData: utf8ToBytes(`${context.length}:${context}${place}`)
	});
	return {
		async seal(plain, place) {
			const iv = random.bytes(IV_BYTES);
			const body = new Uint8Array(await subtle.encrypt(how(iv, place), key, plain));
			const sealed = new Uint8Array(HEAD_BYTES + body.length);
			sealed[0] = FORMAT;
			sealed.set(iv, 1);
			sealed.set(body, HEAD_BYTES);
			return sealed;
		},
		async open(sealed, place) {
			if (sealed.length < 29 || sealed[0] !== FORMAT) throw new SealBroken();
			const iv = sealed.slice(1, HEAD_BYTES);
			try {
				return new Uint8Array(await subtle.decrypt(how(iv, place), key, sealed.subarray(HEAD_BYTES)));
			} catch {
				throw new SealBroken();
			}
		}
	};
}
var KEY_OF = {
	bucket: (row) => row.b,
	poolDelta: (row) => row.id,
	row: (row) => [
		row.stream,
		row.kind,
		row.id
	],
	cursor: (row) => row.stream,
	aside: (row) => row.key,
	gone: (row) => row.id,
	meta: (row) => row.key
};
/** What a cache knows of itself before anything has been written. */
function emptyMeta(generation) {
	return {
		key: "meta",
		schemaVersion: 1,
		generation,
		bucketCount: 0,
		asAt: null,
		counts: {}
	};
}
var TABLE_NAMES = Object.keys(KEY_OF);
// ../../swt-freeze-G0nL73/src/renderer/worker/cache/seal-rows.ts
/** The tables whose `doc` is sealed at rest, with the plain columns that bind it to its place. */
var SEALED = {
	poolDelta: (row) => ({
		stream: POOL,
		place: [
			row.id,
			row.epoch,
			row.seq
		]
	}),
	row: (row) => ({
		stream: row.stream,
		place: [
			row.stream,
			row.kind,
			row.id,
			row.epoch,
			row.seq
		]
	})
};
/**
* Seals personal columns on their way into IndexedDB and opens them on their way out.
*
* Synchronous, so that a transaction never waits for anything but Dexie (sync.md 5.3).
* A row that lies in another row's place, or under another sequence, does not open.
*/
function sealRows(sealerOf) {
	function seal(table, row) {
		const { stream, place } = SEALED[table](row);
		const { doc, ...plain } = row;
		const sealed = sealerOf(stream).sealJson(doc, JSON.stringify([table, ...place]));
		if (sealed.length > 32768) throw new RangeError("A row is too large to be kept.");
		return {
			...plain,
			sealed
		};
	}
	function open(table, atRest) {
		if (atRest === void 0) return void 0;
		const { sealed, ...plain } = atRest;
		if (!(sealed instanceof Uint8Array)) throw new SealBroken();
		const { stream, place } = SEALED[table](plain);
		const doc = sealerOf(stream).openJson(sealed, JSON.stringify([table, ...place]));
		return {
			...plain,
			doc
		};
	}
	function sealedTable(name, down) {
		return {
			...down,
			mutate(request) {
				if (request.type !== "add" && request.type !== "put") return down.mutate(request);
				return down.mutate({
					...request,
					values: request.values.map((row) => seal(name, row))
				});
			},
			get: (request) => down.get(request).then((row) => open(name, row)),
			getMany: (request) => down.getMany(request).then((rows) => rows.map((row) => open(name, row))),
			query: (request) => down.query(request).then((answer) => request.values === true ? {
				...answer,
				result: answer.result.map((row) => open(name, row))
			} : answer),
			openCursor(request) {
				if (request.values === true) throw new Error("Sealed tables are read without cursors.");
				return down.openCursor(request);
			}
		};
	}
	return {
		stack: "dbcore",
		name: "sealRows",
		create: (down) => ({
			...down,
			table(name) {
				const table = down.table(name);
				return name in SEALED ? sealedTable(name, table) : table;
			}
		})
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/cache/dexie-cache.ts
/** What the name of every cache begins with. */
var CACHE_NAME = "swt-";
/** Primary keys only: no index holds anything personal, and indexes are what costs (S28). */
var STORES = {
	bucket: "b",
	poolDelta: "id",
	row: "[stream+kind+id]",
	cursor: "stream",
	aside: "key",
	gone: "id",
	meta: "key"
};
var COUNTED = TABLE_NAMES.filter((name) => name !== "meta");
/**
* Opens the cache on disk, or starts it anew and says why.
*
* Damage is silent in Chromium: a broken database comes back empty or in part. So the
* generation main knows and the rows counted at the last write must agree with what is
* there (ecosystem.md 0.2). Dexie opens a newer database without a word (0.3), so the
* schema has its own gate, before anything is written.
*/
async function openDexieCache(parts) {
	let db = createDatabase(parts);
	let rebuilt;
	try {
		rebuilt = await judge(db, parts.generation);
	} catch {
		rebuilt = "damaged";
	}
	if (rebuilt !== null) {
		if (rebuilt !== "empty") {
			await db.delete();
			db = createDatabase(parts);
		}
		await db.table("meta").put(emptyMeta(parts.generation));
	}
	return {
		cache: overDexie(db),
		rebuilt
	};
}
/**
* Deletes what other recruiters left on this device; `mine` is null where nothing is kept.
*
* Their keys are gone, so it is rubbish: it costs room, and must not keep anyone out.
*/
async function dropOtherCaches(mine) {
	try {
		const others = (await Dexie.getDatabaseNames()).filter((name) => name.startsWith("swt-") && name !== mine);
		await Promise.all(others.map((name) => Dexie.delete(name)));
	} catch {}
}
/** Deletes a cache from the disk. */
async function destroyDexieCache(name) {
	await Dexie.delete(name);
}
function createDatabase({ name, sealerOf }) {
	const db = new Dexie(name, { cache: "disabled" });
	db.version(1).stores(STORES);
	db.use(sealRows(sealerOf));
	return db;
}
/** Says why a database cannot be used; null when it can. */
async function judge(db, generation) {
	await db.open();
	const meta = await db.table("meta").get("meta");
	if (!meta) return (await Promise.all(COUNTED.map((name) => db.table(name).count()))).some((count) => count > 0) ? "damaged" : "empty";
	if (meta.schemaVersion > 1 || db.backendDB().version > 10) return "newer-version";
	if (meta.generation !== generation) return "other-generation";
	for (const name of COUNTED) if (await db.table(name).count() !== (meta.counts[name] ?? 0)) return "damaged";
	return null;
}
function overDexie(db) {
	return {
		get: (table, key) => db.table(table).get(key),
		getMany: async (table, keys) => (await db.table(table).bulkGet(keys)).filter((row) => row !== void 0),
		all: (table) => db.table(table).toArray(),
		keys: (table) => db.table(table).toCollection().primaryKeys(),
		write: (ops) => write(db, ops),
		close: () => db.close()
	};
}
/** Nothing but Dexie is awaited in here (decision S5). */
async function write(db, ops) {
	const last = /* @__PURE__ */ new Map();
	for (const op of ops) {
		const key = "put" in op ? KEY_OF[op.table](op.put) : op.remove;
		last.set(`${op.table} ${String(key)}`, op);
		if ("put" in op && op.table === "bucket" && op.put.sealed.length > 32768) throw new RangeError("A bucket is too large to be kept.");
	}
	await db.transaction("rw", [...TABLE_NAMES], async () => {
		for (const name of TABLE_NAMES) {
			const mine = [...last.values()].filter((op) => op.table === name);
			const removed = mine.flatMap((op) => "put" in op ? [] : [op.remove]);
			const put = mine.flatMap((op) => "put" in op ? [op.put] : []);
			if (removed.length > 0) await db.table(name).bulkDelete(removed);
			if (put.length > 0) await db.table(name).bulkPut(put);
		}
		const meta = await db.table("meta").get("meta");
		const counts = {};
		for (const name of COUNTED) counts[name] = await db.table(name).count();
		await db.table("meta").put({
			...meta,
			counts
		});
	});
}
// ../../swt-freeze-G0nL73/src/renderer/worker/cache/memory-cache.ts
/** The cache where nothing personal may be kept on disk (decision S6). */
function createMemoryCache() {
	const tables = new Map(TABLE_NAMES.map((name) => [name, /* @__PURE__ */ new Map()]));
	const tableOf = (name) => tables.get(name);
	function apply(op) {
		const table = tables.get(op.table);
		if ("put" in op) {
			const row = op.put;
			table?.set(String(KEY_OF[op.table](row)), row);
		} else table?.delete(String(op.remove));
	}
	return {
		get: async (table, key) => tableOf(table).get(String(key)),
		getMany: async (table, keys) => keys.flatMap((key) => tableOf(table).get(String(key)) ?? []),
		all: async (table) => [...tableOf(table).values()],
		keys: async (table) => [...tableOf(table).values()].map((row) => KEY_OF[table](row)),
		write: async (ops) => {
			for (const op of ops) apply(op);
		},
		close: () => {
			for (const table of tables.values()) table.clear();
		}
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/replica/confirmed-rows.ts
/**
* Makes an empty set of rows.
*
* `shown` names the streams that screens see, the one that wins first: a story lies in
* its council's stream and, once published, in the programme's.
*/
function createConfirmedRows(shown) {
	const streams = /* @__PURE__ */ new Map();
	const keyOf = (kind, id) => `${kind} ${id}`;
	const held = ({ seq, doc }) => ({
		seq,
		record: doc
	});
	return {
		get(kind, id) {
			for (const stream of shown) {
				const row = streams.get(stream)?.get(keyOf(kind, id));
				if (row) return held(row);
			}
			return null;
		},
		put(row) {
			const rows = streams.get(row.stream) ?? /* @__PURE__ */ new Map();
			streams.set(row.stream, rows.set(keyOf(row.kind, row.id), row));
		},
		remove({ stream, kind, id }) {
			streams.get(stream)?.delete(keyOf(kind, id));
		},
		row: (stream, kind, id) => streams.get(stream)?.get(keyOf(kind, id)),
		ofKind(kind) {
			const found = /* @__PURE__ */ new Map();
			for (const stream of shown) for (const row of streams.get(stream)?.values() ?? []) {
				if (row.kind !== kind || found.has(row.id)) continue;
				found.set(row.id, {
					seq: row.seq,
					record: row.doc
				});
			}
			return [...found.values()];
		},
		all: (stream) => [...streams].filter(([name]) => stream === void 0 || name === stream).flatMap(([, rows]) => [...rows.values()])
	};
}
// ../../swt-freeze-G0nL73/src/contract/generated/validators.js
var CHECKS = {
	"candidate": (() => {
		const External = [
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[a-z][a-z0-9-]{1,47}$/u,
			/^SW[1-9][0-9]{0,6}$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^\d{4}-\d\d$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^\d{4}-\d\d-\d\d$/u
		];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value && "ref" in value && "givenName" in value && "familyName" in value && "preferredContact" in value && "willRelocate" in value && "remoteOk" in value && "canTravelForVisits" in value && "registrationStatus" in value && "annotations" in value && "practiceEducator" in value && "primarySpecialism" in value && "specialisms" in value && "roleGroup" in value && "caseSystems" in value && "models" in value && "languages" in value && "employmentTypes" in value && "hours" in value && "programmeState" in value && "registeredInterestAt" in value && "confirmedOn" in value && typeof value.id === "string" && (value.id.length <= 64 || value.id.length <= 128 && Guard.CodePointCount(value.id) <= 64) && External[0].test(value.id) && typeof value.ref === "string" && (value.ref.length <= 16 || value.ref.length <= 32 && Guard.CodePointCount(value.ref) <= 16) && typeof value.givenName === "string" && (value.givenName.length <= 80 || value.givenName.length <= 160 && Guard.CodePointCount(value.givenName) <= 80) && typeof value.familyName === "string" && (value.familyName.length <= 80 || value.familyName.length <= 160 && Guard.CodePointCount(value.familyName) <= 80) && (value.email === void 0 || !("email" in value) || typeof value.email === "string" && (value.email.length <= 200 || value.email.length <= 400 && Guard.CodePointCount(value.email) <= 200)) && (value.phone === void 0 || !("phone" in value) || typeof value.phone === "string" && (value.phone.length <= 40 || value.phone.length <= 80 && Guard.CodePointCount(value.phone) <= 40)) && (value.preferredContact === "phone" || value.preferredContact === "voicemail" || value.preferredContact === "sms" || value.preferredContact === "email" || value.preferredContact === "video" || value.preferredContact === "in_person" || value.preferredContact === "letter" || value.preferredContact === "via_agency" || value.preferredContact === "via_programme_team") && (value.bestTimes === void 0 || !("bestTimes" in value) || typeof value.bestTimes === "string" && (value.bestTimes.length <= 120 || value.bestTimes.length <= 240 && Guard.CodePointCount(value.bestTimes) <= 120)) && (value.homeTown === void 0 || !("homeTown" in value) || typeof value.homeTown === "string" && (value.homeTown.length <= 80 || value.homeTown.length <= 160 && Guard.CodePointCount(value.homeTown) <= 80)) && (value.homeOutcode === void 0 || !("homeOutcode" in value) || typeof value.homeOutcode === "string" && (value.homeOutcode.length <= 4 || value.homeOutcode.length <= 8 && Guard.CodePointCount(value.homeOutcode) <= 4)) && (value.lat === void 0 || !("lat" in value) || Number.isFinite(value.lat) && value.lat >= 49 && value.lat <= 61) && (value.lon === void 0 || !("lon" in value) || Number.isFinite(value.lon) && value.lon >= -9 && value.lon <= 3) && (value.homeCouncilId === void 0 || !("homeCouncilId" in value) || typeof value.homeCouncilId === "string" && (value.homeCouncilId.length <= 64 || value.homeCouncilId.length <= 128 && Guard.CodePointCount(value.homeCouncilId) <= 64) && External[1].test(value.homeCouncilId)) && (value.region === void 0 || !("region" in value) || value.region === "North East" || value.region === "North West" || value.region === "Yorkshire and The Humber" || value.region === "East Midlands" || value.region === "West Midlands" || value.region === "East of England" || value.region === "London" || value.region === "South East" || value.region === "South West") && (value.maxTravelMiles === void 0 || !("maxTravelMiles" in value) || Number.isInteger(value.maxTravelMiles) && (!(Number.isFinite(value.maxTravelMiles) || typeof value.maxTravelMiles === "bigint") || value.maxTravelMiles >= 1 && value.maxTravelMiles <= 999)) && typeof value.willRelocate === "boolean" && typeof value.remoteOk === "boolean" && typeof value.canTravelForVisits === "boolean" && (value.registrationNumber === void 0 || !("registrationNumber" in value) || typeof value.registrationNumber === "string" && External[2].test(value.registrationNumber)) && (value.registrationStatus === "registered" || value.registrationStatus === "registered_conditions" || value.registrationStatus === "temporary" || value.registrationStatus === "restoration_in_progress" || value.registrationStatus === "not_registered" || value.registrationStatus === "lapsed" || value.registrationStatus === "voluntary_removal" || value.registrationStatus === "suspended" || value.registrationStatus === "interim_suspended" || value.registrationStatus === "other_uk_regulator") && (value.restrictionUntil === void 0 || !("restrictionUntil" in value) || typeof value.restrictionUntil === "string" && (value.restrictionUntil.length <= 64 || value.restrictionUntil.length <= 128 && Guard.CodePointCount(value.restrictionUntil) <= 64) && External[3].test(value.restrictionUntil)) && (value.registerCheckedOn === void 0 || !("registerCheckedOn" in value) || typeof value.registerCheckedOn === "string" && (value.registerCheckedOn.length <= 64 || value.registerCheckedOn.length <= 128 && Guard.CodePointCount(value.registerCheckedOn) <= 64) && External[4].test(value.registerCheckedOn)) && Array.isArray(value.annotations) && value.annotations.every((unique_0, index) => unique_0 === "AMHP" || unique_0 === "BIA") && value.annotations.length <= 2 && (value.practiceEducator === "none" || value.practiceEducator === "PEPS1" || value.practiceEducator === "PEPS2" || value.practiceEducator === "legacy") && (value.yearsPostQualifying === void 0 || !("yearsPostQualifying" in value) || Number.isInteger(value.yearsPostQualifying) && (!(Number.isFinite(value.yearsPostQualifying) || typeof value.yearsPostQualifying === "bigint") || value.yearsPostQualifying >= 0 && value.yearsPostQualifying <= 60)) && (value.lastPractisedOn === void 0 || !("lastPractisedOn" in value) || typeof value.lastPractisedOn === "string" && (value.lastPractisedOn.length <= 64 || value.lastPractisedOn.length <= 128 && Guard.CodePointCount(value.lastPractisedOn) <= 64) && External[5].test(value.lastPractisedOn)) && (value.primarySpecialism === "front_door" || value.primarySpecialism === "assessment" || value.primarySpecialism === "cin_cp" || value.primarySpecialism === "court" || value.primarySpecialism === "cla" || value.primarySpecialism === "leaving_care" || value.primarySpecialism === "fostering" || value.primarySpecialism === "adoption" || value.primarySpecialism === "disabled_children" || value.primarySpecialism === "early_help" || value.primarySpecialism === "exploitation" || value.primarySpecialism === "youth_justice" || value.primarySpecialism === "uasc" || value.primarySpecialism === "reviewing_qa" || value.primarySpecialism === "older_people" || value.primarySpecialism === "physical_disability" || value.primarySpecialism === "learning_disability" || value.primarySpecialism === "adult_mental_health" || value.primarySpecialism === "hospital_discharge" || value.primarySpecialism === "reablement" || value.primarySpecialism === "safeguarding_adults" || value.primarySpecialism === "mca_dols" || value.primarySpecialism === "transitions" || value.primarySpecialism === "adult_first_contact" || value.primarySpecialism === "edt" || value.primarySpecialism === "substance_da" || value.primarySpecialism === "education_training" || value.primarySpecialism === "management" || value.primarySpecialism === "nrpf" || value.primarySpecialism === "other_setting") && Array.isArray(value.specialisms) && value.specialisms.every((unique_1, index) => unique_1 === "front_door" || unique_1 === "assessment" || unique_1 === "cin_cp" || unique_1 === "court" || unique_1 === "cla" || unique_1 === "leaving_care" || unique_1 === "fostering" || unique_1 === "adoption" || unique_1 === "disabled_children" || unique_1 === "early_help" || unique_1 === "exploitation" || unique_1 === "youth_justice" || unique_1 === "uasc" || unique_1 === "reviewing_qa" || unique_1 === "older_people" || unique_1 === "physical_disability" || unique_1 === "learning_disability" || unique_1 === "adult_mental_health" || unique_1 === "hospital_discharge" || unique_1 === "reablement" || unique_1 === "safeguarding_adults" || unique_1 === "mca_dols" || unique_1 === "transitions" || unique_1 === "adult_first_contact" || unique_1 === "edt" || unique_1 === "substance_da" || unique_1 === "education_training" || unique_1 === "management" || unique_1 === "nrpf" || unique_1 === "other_setting") && value.specialisms.length >= 1 && value.specialisms.length <= 8 && (value.roleGroup === "nqsw" || value.roleGroup === "social_worker" || value.roleGroup === "senior_social_worker" || value.roleGroup === "advanced_practitioner" || value.roleGroup === "team_manager" || value.roleGroup === "iro_cp_chair" || value.roleGroup === "service_manager" || value.roleGroup === "senior_manager" || value.roleGroup === "specialist") && Array.isArray(value.caseSystems) && value.caseSystems.every((unique_2, index) => unique_2 === "Liquidlogic" || unique_2 === "Mosaic" || unique_2 === "Eclipse" || unique_2 === "Azeus" || unique_2 === "CareDirector" || unique_2 === "RiO" || unique_2 === "SystmOne" || unique_2 === "Charms") && value.caseSystems.length <= 8 && Array.isArray(value.models) && value.models.every((unique_3, index) => typeof unique_3 === "string" && (unique_3.length <= 60 || unique_3.length <= 120 && Guard.CodePointCount(unique_3) <= 60)) && value.models.length <= 8 && Array.isArray(value.languages) && value.languages.every((unique_4, index) => typeof unique_4 === "string" && (unique_4.length <= 40 || unique_4.length <= 80 && Guard.CodePointCount(unique_4) <= 40)) && value.languages.length <= 6 && (value.summary === void 0 || !("summary" in value) || typeof value.summary === "string" && (value.summary.length <= 1200 || value.summary.length <= 2400 && Guard.CodePointCount(value.summary) <= 1200)) && Array.isArray(value.employmentTypes) && value.employmentTypes.every((unique_5, index) => unique_5 === "permanent" || unique_5 === "fixed_term" || unique_5 === "secondment" || unique_5 === "agency_locum" || unique_5 === "bank_casual" || unique_5 === "job_share" || unique_5 === "sessional") && value.employmentTypes.length <= 7 && Array.isArray(value.hours) && value.hours.every((unique_6, index) => unique_6 === "full_time" || unique_6 === "part_time" || unique_6 === "flexible" || unique_6 === "term_time" || unique_6 === "evenings" || unique_6 === "weekends" || unique_6 === "nights_edt" || unique_6 === "ad_hoc") && value.hours.length <= 8 && (value.minHoursPerWeek === void 0 || !("minHoursPerWeek" in value) || Number.isFinite(value.minHoursPerWeek) && value.minHoursPerWeek >= 0 && value.minHoursPerWeek <= 60) && (value.maxHoursPerWeek === void 0 || !("maxHoursPerWeek" in value) || Number.isFinite(value.maxHoursPerWeek) && value.maxHoursPerWeek >= 0 && value.maxHoursPerWeek <= 60) && (value.availableFrom === void 0 || !("availableFrom" in value) || typeof value.availableFrom === "string" && (value.availableFrom.length <= 64 || value.availableFrom.length <= 128 && Guard.CodePointCount(value.availableFrom) <= 64) && External[6].test(value.availableFrom)) && (value.dbsDeclared === void 0 || !("dbsDeclared" in value) || value.dbsDeclared === "enhanced_update_service" || value.dbsDeclared === "enhanced_under_3y" || value.dbsDeclared === "enhanced_over_3y" || value.dbsDeclared === "none") && (value.refsAvailable === void 0 || !("refsAvailable" in value) || typeof value.refsAvailable === "boolean") && (value.programmeState === "active" || value.programmeState === "paused" || value.programmeState === "placed") && typeof value.registeredInterestAt === "string" && (value.registeredInterestAt.length <= 64 || value.registeredInterestAt.length <= 128 && Guard.CodePointCount(value.registeredInterestAt) <= 64) && External[7].test(value.registeredInterestAt) && typeof value.confirmedOn === "string" && (value.confirmedOn.length <= 64 || value.confirmedOn.length <= 128 && Guard.CodePointCount(value.confirmedOn) <= 64) && External[8].test(value.confirmedOn) && (value.firstSpokenOn === void 0 || !("firstSpokenOn" in value) || typeof value.firstSpokenOn === "string" && (value.firstSpokenOn.length <= 64 || value.firstSpokenOn.length <= 128 && Guard.CodePointCount(value.firstSpokenOn) <= 64) && External[9].test(value.firstSpokenOn)) && (value.lastTriedOn === void 0 || !("lastTriedOn" in value) || typeof value.lastTriedOn === "string" && (value.lastTriedOn.length <= 64 || value.lastTriedOn.length <= 128 && Guard.CodePointCount(value.lastTriedOn) <= 64) && External[10].test(value.lastTriedOn)));
		return function check(value) {
			return check_0(value);
		};
	})(),
	"programme": (() => {
		const External = [
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^\d{4}-\d\d-\d\d$/u
		];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value && "name" in value && "status" in value && "opensOn" in value && "policy" in value && typeof value.id === "string" && (value.id.length <= 64 || value.id.length <= 128 && Guard.CodePointCount(value.id) <= 64) && External[0].test(value.id) && typeof value.name === "string" && (value.name.length <= 120 || value.name.length <= 240 && Guard.CodePointCount(value.name) <= 120) && (value.status === "planned" || value.status === "open" || value.status === "closing" || value.status === "closed" || value.status === "reopened") && typeof value.opensOn === "string" && (value.opensOn.length <= 64 || value.opensOn.length <= 128 && Guard.CodePointCount(value.opensOn) <= 64) && External[1].test(value.opensOn) && (value.closesOn === void 0 || !("closesOn" in value) || typeof value.closesOn === "string" && (value.closesOn.length <= 64 || value.closesOn.length <= 128 && Guard.CodePointCount(value.closesOn) <= 64) && External[2].test(value.closesOn)) && (value.mayReopenUntil === void 0 || !("mayReopenUntil" in value) || typeof value.mayReopenUntil === "string" && (value.mayReopenUntil.length <= 64 || value.mayReopenUntil.length <= 128 && Guard.CodePointCount(value.mayReopenUntil) <= 64) && External[3].test(value.mayReopenUntil)) && (value.retainUntil === void 0 || !("retainUntil" in value) || typeof value.retainUntil === "string" && (value.retainUntil.length <= 64 || value.retainUntil.length <= 128 && Guard.CodePointCount(value.retainUntil) <= 64) && External[4].test(value.retainUntil)) && (value.banner === void 0 || !("banner" in value) || typeof value.banner === "string" && (value.banner.length <= 300 || value.banner.length <= 600 && Guard.CodePointCount(value.banner) <= 300)) && typeof value.policy === "object" && value.policy !== null && !Array.isArray(value.policy) && "presenceDays" in value.policy && "unsuccessfulMonths" in value.policy && "auditYears" in value.policy && "staleDays" in value.policy && "readOnlyDays" in value.policy && "lockDays" in value.policy && "registerFreshDays" in value.policy && Number.isInteger(value.policy.presenceDays) && (!(Number.isFinite(value.policy.presenceDays) || typeof value.policy.presenceDays === "bigint") || value.policy.presenceDays >= 0 && value.policy.presenceDays <= 90) && Number.isInteger(value.policy.unsuccessfulMonths) && (!(Number.isFinite(value.policy.unsuccessfulMonths) || typeof value.policy.unsuccessfulMonths === "bigint") || value.policy.unsuccessfulMonths >= 1 && value.policy.unsuccessfulMonths <= 24) && Number.isInteger(value.policy.auditYears) && (!(Number.isFinite(value.policy.auditYears) || typeof value.policy.auditYears === "bigint") || value.policy.auditYears >= 1 && value.policy.auditYears <= 10) && Number.isInteger(value.policy.staleDays) && (!(Number.isFinite(value.policy.staleDays) || typeof value.policy.staleDays === "bigint") || value.policy.staleDays >= 1 && value.policy.staleDays <= 30) && Number.isInteger(value.policy.readOnlyDays) && (!(Number.isFinite(value.policy.readOnlyDays) || typeof value.policy.readOnlyDays === "bigint") || value.policy.readOnlyDays >= 1 && value.policy.readOnlyDays <= 60) && Number.isInteger(value.policy.lockDays) && (!(Number.isFinite(value.policy.lockDays) || typeof value.policy.lockDays === "bigint") || value.policy.lockDays >= 1 && value.policy.lockDays <= 90) && Number.isInteger(value.policy.registerFreshDays) && (!(Number.isFinite(value.policy.registerFreshDays) || typeof value.policy.registerFreshDays === "bigint") || value.policy.registerFreshDays >= 1 && value.policy.registerFreshDays <= 365));
		return function check(value) {
			return check_0(value);
		};
	})(),
	"story": (() => {
		const External = [
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[a-z][a-z0-9-]{1,47}$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u
		];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value && "councilId" in value && "title" in value && "body" in value && "serviceArea" in value && "permissionGiven" in value && "status" in value && "by" in value && "at" in value && typeof value.id === "string" && (value.id.length <= 64 || value.id.length <= 128 && Guard.CodePointCount(value.id) <= 64) && External[0].test(value.id) && typeof value.councilId === "string" && (value.councilId.length <= 64 || value.councilId.length <= 128 && Guard.CodePointCount(value.councilId) <= 64) && External[1].test(value.councilId) && typeof value.title === "string" && (value.title.length >= 2 || value.title.length >= 1 && Guard.CodePointCount(value.title) >= 1) && (value.title.length <= 120 || value.title.length <= 240 && Guard.CodePointCount(value.title) <= 120) && typeof value.body === "string" && (value.body.length >= 2 || value.body.length >= 1 && Guard.CodePointCount(value.body) >= 1) && (value.body.length <= 5e3 || value.body.length <= 1e4 && Guard.CodePointCount(value.body) <= 5e3) && (value.quote === void 0 || !("quote" in value) || typeof value.quote === "string" && (value.quote.length <= 500 || value.quote.length <= 1e3 && Guard.CodePointCount(value.quote) <= 500)) && (value.quoteBy === void 0 || !("quoteBy" in value) || typeof value.quoteBy === "string" && (value.quoteBy.length <= 120 || value.quoteBy.length <= 240 && Guard.CodePointCount(value.quoteBy) <= 120)) && typeof value.serviceArea === "string" && (value.serviceArea.length <= 80 || value.serviceArea.length <= 160 && Guard.CodePointCount(value.serviceArea) <= 80) && typeof value.permissionGiven === "boolean" && (value.status === "submitted" || value.status === "published" || value.status === "withdrawn") && typeof value.by === "object" && value.by !== null && !Array.isArray(value.by) && "id" in value.by && "name" in value.by && typeof value.by.id === "string" && (value.by.id.length <= 64 || value.by.id.length <= 128 && Guard.CodePointCount(value.by.id) <= 64) && External[2].test(value.by.id) && typeof value.by.name === "string" && (value.by.name.length <= 120 || value.by.name.length <= 240 && Guard.CodePointCount(value.by.name) <= 120) && typeof value.at === "string" && (value.at.length <= 64 || value.at.length <= 128 && Guard.CodePointCount(value.at) <= 64) && External[3].test(value.at));
		return function check(value) {
			return check_0(value);
		};
	})(),
	"vacancy": (() => {
		const External = [
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[a-z][a-z0-9-]{1,47}$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u
		];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value && "councilId" in value && "ref" in value && "title" in value && "roleGroup" in value && "specialisms" in value && "posts" in value && "employmentTypes" in value && "status" in value && "createdBy" in value && "createdAt" in value && typeof value.id === "string" && (value.id.length <= 64 || value.id.length <= 128 && Guard.CodePointCount(value.id) <= 64) && External[0].test(value.id) && typeof value.councilId === "string" && (value.councilId.length <= 64 || value.councilId.length <= 128 && Guard.CodePointCount(value.councilId) <= 64) && External[1].test(value.councilId) && typeof value.ref === "string" && (value.ref.length >= 2 || value.ref.length >= 1 && Guard.CodePointCount(value.ref) >= 1) && (value.ref.length <= 24 || value.ref.length <= 48 && Guard.CodePointCount(value.ref) <= 24) && typeof value.title === "string" && (value.title.length >= 2 || value.title.length >= 1 && Guard.CodePointCount(value.title) >= 1) && (value.title.length <= 120 || value.title.length <= 240 && Guard.CodePointCount(value.title) <= 120) && (value.team === void 0 || !("team" in value) || typeof value.team === "string" && (value.team.length <= 80 || value.team.length <= 160 && Guard.CodePointCount(value.team) <= 80)) && (value.roleGroup === "nqsw" || value.roleGroup === "social_worker" || value.roleGroup === "senior_social_worker" || value.roleGroup === "advanced_practitioner" || value.roleGroup === "team_manager" || value.roleGroup === "iro_cp_chair" || value.roleGroup === "service_manager" || value.roleGroup === "senior_manager" || value.roleGroup === "specialist") && Array.isArray(value.specialisms) && value.specialisms.every((unique_0, index) => unique_0 === "front_door" || unique_0 === "assessment" || unique_0 === "cin_cp" || unique_0 === "court" || unique_0 === "cla" || unique_0 === "leaving_care" || unique_0 === "fostering" || unique_0 === "adoption" || unique_0 === "disabled_children" || unique_0 === "early_help" || unique_0 === "exploitation" || unique_0 === "youth_justice" || unique_0 === "uasc" || unique_0 === "reviewing_qa" || unique_0 === "older_people" || unique_0 === "physical_disability" || unique_0 === "learning_disability" || unique_0 === "adult_mental_health" || unique_0 === "hospital_discharge" || unique_0 === "reablement" || unique_0 === "safeguarding_adults" || unique_0 === "mca_dols" || unique_0 === "transitions" || unique_0 === "adult_first_contact" || unique_0 === "edt" || unique_0 === "substance_da" || unique_0 === "education_training" || unique_0 === "management" || unique_0 === "nrpf" || unique_0 === "other_setting") && value.specialisms.length >= 1 && value.specialisms.length <= 8 && Number.isInteger(value.posts) && (!(Number.isFinite(value.posts) || typeof value.posts === "bigint") || value.posts >= 1 && value.posts <= 99) && (value.hoursPerWeek === void 0 || !("hoursPerWeek" in value) || Number.isFinite(value.hoursPerWeek) && value.hoursPerWeek >= 1 && value.hoursPerWeek <= 48) && Array.isArray(value.employmentTypes) && value.employmentTypes.every((unique_1, index) => unique_1 === "permanent" || unique_1 === "fixed_term" || unique_1 === "secondment" || unique_1 === "agency_locum" || unique_1 === "bank_casual" || unique_1 === "job_share" || unique_1 === "sessional") && value.employmentTypes.length <= 7 && (value.base === void 0 || !("base" in value) || typeof value.base === "object" && value.base !== null && !Array.isArray(value.base) && "label" in value.base && "lat" in value.base && "lon" in value.base && typeof value.base.label === "string" && (value.base.label.length <= 80 || value.base.label.length <= 160 && Guard.CodePointCount(value.base.label) <= 80) && Number.isFinite(value.base.lat) && Number.isFinite(value.base.lon)) && (value.closesOn === void 0 || !("closesOn" in value) || typeof value.closesOn === "string" && (value.closesOn.length <= 64 || value.closesOn.length <= 128 && Guard.CodePointCount(value.closesOn) <= 64) && External[2].test(value.closesOn)) && (value.status === "open" || value.status === "closed") && typeof value.createdBy === "object" && value.createdBy !== null && !Array.isArray(value.createdBy) && "id" in value.createdBy && "name" in value.createdBy && typeof value.createdBy.id === "string" && (value.createdBy.id.length <= 64 || value.createdBy.id.length <= 128 && Guard.CodePointCount(value.createdBy.id) <= 64) && External[3].test(value.createdBy.id) && typeof value.createdBy.name === "string" && (value.createdBy.name.length <= 120 || value.createdBy.name.length <= 240 && Guard.CodePointCount(value.createdBy.name) <= 120) && typeof value.createdAt === "string" && (value.createdAt.length <= 64 || value.createdAt.length <= 128 && Guard.CodePointCount(value.createdAt) <= 64) && External[4].test(value.createdAt));
		return function check(value) {
			return check_0(value);
		};
	})(),
	"shortlist-entry": (() => {
		const External = [
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u
		];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value && "vacancyId" in value && "candidateId" in value && "stage" in value && "removed" in value && "history" in value && typeof value.id === "string" && (value.id.length <= 64 || value.id.length <= 128 && Guard.CodePointCount(value.id) <= 64) && External[0].test(value.id) && typeof value.vacancyId === "string" && (value.vacancyId.length <= 64 || value.vacancyId.length <= 128 && Guard.CodePointCount(value.vacancyId) <= 64) && External[1].test(value.vacancyId) && typeof value.candidateId === "string" && (value.candidateId.length <= 64 || value.candidateId.length <= 128 && Guard.CodePointCount(value.candidateId) <= 64) && External[2].test(value.candidateId) && (value.stage === "new" || value.stage === "long_listed" || value.stage === "contacted" || value.stage === "interested" || value.stage === "shortlisted" || value.stage === "interview_arranged" || value.stage === "interviewed" || value.stage === "reserve" || value.stage === "offer_conditional" || value.stage === "checks" || value.stage === "cleared" || value.stage === "start_agreed" || value.stage === "placed" || value.stage === "ended" || value.stage === "on_hold" || value.stage === "withdrawn" || value.stage === "declined" || value.stage === "not_suitable" || value.stage === "unreachable" || value.stage === "placed_elsewhere") && typeof value.removed === "boolean" && Array.isArray(value.history) && value.history.every((unique_0, index) => typeof unique_0 === "object" && unique_0 !== null && !Array.isArray(unique_0) && "at" in unique_0 && "by" in unique_0 && "to" in unique_0 && typeof unique_0.at === "string" && (unique_0.at.length <= 64 || unique_0.at.length <= 128 && Guard.CodePointCount(unique_0.at) <= 64) && External[3].test(unique_0.at) && typeof unique_0.by === "object" && unique_0.by !== null && !Array.isArray(unique_0.by) && "id" in unique_0.by && "name" in unique_0.by && typeof unique_0.by.id === "string" && (unique_0.by.id.length <= 64 || unique_0.by.id.length <= 128 && Guard.CodePointCount(unique_0.by.id) <= 64) && External[4].test(unique_0.by.id) && typeof unique_0.by.name === "string" && (unique_0.by.name.length <= 120 || unique_0.by.name.length <= 240 && Guard.CodePointCount(unique_0.by.name) <= 120) && (unique_0.to === "new" || unique_0.to === "long_listed" || unique_0.to === "contacted" || unique_0.to === "interested" || unique_0.to === "shortlisted" || unique_0.to === "interview_arranged" || unique_0.to === "interviewed" || unique_0.to === "reserve" || unique_0.to === "offer_conditional" || unique_0.to === "checks" || unique_0.to === "cleared" || unique_0.to === "start_agreed" || unique_0.to === "placed" || unique_0.to === "ended" || unique_0.to === "on_hold" || unique_0.to === "withdrawn" || unique_0.to === "declined" || unique_0.to === "not_suitable" || unique_0.to === "unreachable" || unique_0.to === "placed_elsewhere") && (unique_0.from === void 0 || !("from" in unique_0) || unique_0.from === "new" || unique_0.from === "long_listed" || unique_0.from === "contacted" || unique_0.from === "interested" || unique_0.from === "shortlisted" || unique_0.from === "interview_arranged" || unique_0.from === "interviewed" || unique_0.from === "reserve" || unique_0.from === "offer_conditional" || unique_0.from === "checks" || unique_0.from === "cleared" || unique_0.from === "start_agreed" || unique_0.from === "placed" || unique_0.from === "ended" || unique_0.from === "on_hold" || unique_0.from === "withdrawn" || unique_0.from === "declined" || unique_0.from === "not_suitable" || unique_0.from === "unreachable" || unique_0.from === "placed_elsewhere") && (unique_0.reason === void 0 || !("reason" in unique_0) || typeof unique_0.reason === "string" && (unique_0.reason.length <= 300 || unique_0.reason.length <= 600 && Guard.CodePointCount(unique_0.reason) <= 300))) && value.history.length >= 1 && value.history.length <= 500);
		return function check(value) {
			return check_0(value);
		};
	})(),
	"contact": (() => {
		const External = [
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u
		];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value && "candidateId" in value && "by" in value && "at" in value && "channel" in value && "direction" in value && "outcome" in value && typeof value.id === "string" && (value.id.length <= 64 || value.id.length <= 128 && Guard.CodePointCount(value.id) <= 64) && External[0].test(value.id) && typeof value.candidateId === "string" && (value.candidateId.length <= 64 || value.candidateId.length <= 128 && Guard.CodePointCount(value.candidateId) <= 64) && External[1].test(value.candidateId) && (value.vacancyId === void 0 || !("vacancyId" in value) || typeof value.vacancyId === "string" && (value.vacancyId.length <= 64 || value.vacancyId.length <= 128 && Guard.CodePointCount(value.vacancyId) <= 64) && External[2].test(value.vacancyId)) && typeof value.by === "object" && value.by !== null && !Array.isArray(value.by) && "id" in value.by && "name" in value.by && typeof value.by.id === "string" && (value.by.id.length <= 64 || value.by.id.length <= 128 && Guard.CodePointCount(value.by.id) <= 64) && External[3].test(value.by.id) && typeof value.by.name === "string" && (value.by.name.length <= 120 || value.by.name.length <= 240 && Guard.CodePointCount(value.by.name) <= 120) && typeof value.at === "string" && (value.at.length <= 64 || value.at.length <= 128 && Guard.CodePointCount(value.at) <= 64) && External[4].test(value.at) && (value.channel === "phone" || value.channel === "voicemail" || value.channel === "sms" || value.channel === "email" || value.channel === "video" || value.channel === "in_person" || value.channel === "letter" || value.channel === "via_agency" || value.channel === "via_programme_team") && (value.direction === "out" || value.direction === "in") && (value.outcome === "no_answer" || value.outcome === "voicemail_left" || value.outcome === "engaged" || value.outcome === "wrong_number" || value.outcome === "number_unobtainable" || value.outcome === "email_sent" || value.outcome === "email_bounced" || value.outcome === "out_of_office" || value.outcome === "spoke_interested" || value.outcome === "spoke_maybe_later" || value.outcome === "spoke_needs_info" || value.outcome === "spoke_not_interested" || value.outcome === "callback_requested" || value.outcome === "replied" || value.outcome === "already_placed_elsewhere" || value.outcome === "already_employed_here" || value.outcome === "asked_not_to_be_contacted" || value.outcome === "asked_to_be_removed" || value.outcome === "registration_concern" || value.outcome === "deceased_or_incapacity_reported" || value.outcome === "other") && (value.note === void 0 || !("note" in value) || typeof value.note === "string" && (value.note.length <= 1e3 || value.note.length <= 2e3 && Guard.CodePointCount(value.note) <= 1e3)) && (value.correctionOf === void 0 || !("correctionOf" in value) || typeof value.correctionOf === "string" && (value.correctionOf.length <= 64 || value.correctionOf.length <= 128 && Guard.CodePointCount(value.correctionOf) <= 64) && External[5].test(value.correctionOf)));
		return function check(value) {
			return check_0(value);
		};
	})(),
	"follow-up": (() => {
		const External = [
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^\d{4}-\d\d-\d\d$/u,
			/^([01]\d|2[0-3]):[0-5]\d$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u,
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u
		];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value && "candidateId" in value && "what" in value && "dueOn" in value && "promise" in value && "owner" in value && "createdAt" in value && typeof value.id === "string" && (value.id.length <= 64 || value.id.length <= 128 && Guard.CodePointCount(value.id) <= 64) && External[0].test(value.id) && typeof value.candidateId === "string" && (value.candidateId.length <= 64 || value.candidateId.length <= 128 && Guard.CodePointCount(value.candidateId) <= 64) && External[1].test(value.candidateId) && typeof value.what === "string" && (value.what.length >= 2 || value.what.length >= 1 && Guard.CodePointCount(value.what) >= 1) && (value.what.length <= 200 || value.what.length <= 400 && Guard.CodePointCount(value.what) <= 200) && typeof value.dueOn === "string" && (value.dueOn.length <= 64 || value.dueOn.length <= 128 && Guard.CodePointCount(value.dueOn) <= 64) && External[2].test(value.dueOn) && (value.dueTime === void 0 || !("dueTime" in value) || typeof value.dueTime === "string" && External[3].test(value.dueTime)) && typeof value.promise === "boolean" && typeof value.owner === "object" && value.owner !== null && !Array.isArray(value.owner) && "id" in value.owner && "name" in value.owner && typeof value.owner.id === "string" && (value.owner.id.length <= 64 || value.owner.id.length <= 128 && Guard.CodePointCount(value.owner.id) <= 64) && External[4].test(value.owner.id) && typeof value.owner.name === "string" && (value.owner.name.length <= 120 || value.owner.name.length <= 240 && Guard.CodePointCount(value.owner.name) <= 120) && typeof value.createdAt === "string" && (value.createdAt.length <= 64 || value.createdAt.length <= 128 && Guard.CodePointCount(value.createdAt) <= 64) && External[5].test(value.createdAt) && (value.done === void 0 || !("done" in value) || typeof value.done === "object" && value.done !== null && !Array.isArray(value.done) && "at" in value.done && "by" in value.done && typeof value.done.at === "string" && (value.done.at.length <= 64 || value.done.at.length <= 128 && Guard.CodePointCount(value.done.at) <= 64) && External[6].test(value.done.at) && typeof value.done.by === "object" && value.done.by !== null && !Array.isArray(value.done.by) && "id" in value.done.by && "name" in value.done.by && typeof value.done.by.id === "string" && (value.done.by.id.length <= 64 || value.done.by.id.length <= 128 && Guard.CodePointCount(value.done.by.id) <= 64) && External[7].test(value.done.by.id) && typeof value.done.by.name === "string" && (value.done.by.name.length <= 120 || value.done.by.name.length <= 240 && Guard.CodePointCount(value.done.by.name) <= 120)));
		return function check(value) {
			return check_0(value);
		};
	})(),
	"do-not-contact": (() => {
		const External = [
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u,
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u,
			/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u
		];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value && "candidateId" in value && "reason" in value && "at" in value && "by" in value && typeof value.id === "string" && (value.id.length <= 64 || value.id.length <= 128 && Guard.CodePointCount(value.id) <= 64) && External[0].test(value.id) && typeof value.candidateId === "string" && (value.candidateId.length <= 64 || value.candidateId.length <= 128 && Guard.CodePointCount(value.candidateId) <= 64) && External[1].test(value.candidateId) && typeof value.reason === "string" && (value.reason.length <= 300 || value.reason.length <= 600 && Guard.CodePointCount(value.reason) <= 300) && typeof value.at === "string" && (value.at.length <= 64 || value.at.length <= 128 && Guard.CodePointCount(value.at) <= 64) && External[2].test(value.at) && typeof value.by === "object" && value.by !== null && !Array.isArray(value.by) && "id" in value.by && "name" in value.by && typeof value.by.id === "string" && (value.by.id.length <= 64 || value.by.id.length <= 128 && Guard.CodePointCount(value.by.id) <= 64) && External[3].test(value.by.id) && typeof value.by.name === "string" && (value.by.name.length <= 120 || value.by.name.length <= 240 && Guard.CodePointCount(value.by.name) <= 120));
		return function check(value) {
			return check_0(value);
		};
	})(),
	"colleague": (() => {
		const External = [/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "id" in value && "name" in value && "jobTitle" in value && "role" in value && typeof value.id === "string" && (value.id.length <= 64 || value.id.length <= 128 && Guard.CodePointCount(value.id) <= 64) && External[0].test(value.id) && typeof value.name === "string" && (value.name.length <= 120 || value.name.length <= 240 && Guard.CodePointCount(value.name) <= 120) && typeof value.jobTitle === "string" && (value.jobTitle.length <= 120 || value.jobTitle.length <= 240 && Guard.CodePointCount(value.jobTitle) <= 120) && (value.role === "viewer" || value.role === "recruiter" || value.role === "hiring_manager" || value.role === "council_admin" || value.role === "auditor" || value.role === "programme_admin"));
		return function check(value) {
			return check_0(value);
		};
	})(),
	"page": (() => {
		const External = [/^(pool|programme|council:[a-z][a-z0-9-]{1,47}|user:[0-9a-f-]{36})$/u];
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "stream" in value && "epoch" in value && "after" in value && "to" in value && "head" in value && "more" in value && "grantsRev" in value && "items" in value && typeof value.stream === "string" && (value.stream.length <= 64 || value.stream.length <= 128 && Guard.CodePointCount(value.stream) <= 64) && External[0].test(value.stream) && typeof value.epoch === "string" && Number.isInteger(value.after) && Number.isInteger(value.to) && Number.isInteger(value.head) && typeof value.more === "boolean" && Number.isInteger(value.grantsRev) && Array.isArray(value.items) && value.items.every((unique_0, index) => true));
		return function check(value) {
			return check_0(value);
		};
	})(),
	"item": (() => {
		const check_0 = ((value) => typeof value === "object" && value !== null && !Array.isArray(value) && "seq" in value && "kind" in value && "id" in value && "op" in value && Number.isInteger(value.seq) && (!(Number.isFinite(value.seq) || typeof value.seq === "bigint") || value.seq >= 1) && (value.kind === "candidate" || value.kind === "programme" || value.kind === "story" || value.kind === "vacancy" || value.kind === "shortlist-entry" || value.kind === "contact" || value.kind === "follow-up" || value.kind === "do-not-contact" || value.kind === "colleague") && typeof value.id === "string" && (value.op === "u" || value.op === "d" || value.op === "e") && (value.doc === void 0 || !("doc" in value) || true));
		return function check(value) {
			return check_0(value);
		};
	})()
};
// ../../swt-freeze-G0nL73/src/contract/records/check-record.ts
/** Whether a value has the agreed form of its kind of record; unknown fields are allowed. */
function checkRecord(kind, value) {
	return CHECKS[kind](value);
}
/** Whether a value is a page of changes; its rows are checked one by one with `checkItem`. */
function checkPage(value) {
	return CHECKS.page(value);
}
/** Whether a value is one row of a stream; its `doc` is checked with `checkRecord`. */
function checkItem(value) {
	return CHECKS.item(value);
}
// ../../swt-freeze-G0nL73/src/renderer/worker/replica/inflate.ts
/** Inflates what the centre deflated; rejects when the bytes are not that. */
function inflate(bytes) {
	return through(bytes, new DecompressionStream("deflate-raw"));
}
/** Deflates a bucket that was rewritten here. */
function deflate(bytes) {
	return through(bytes, new CompressionStream("deflate-raw"));
}
async function through(bytes, transform) {
	const stream = new Blob([bytes]).stream().pipeThrough(transform);
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
// ../../swt-freeze-G0nL73/src/renderer/worker/replica/buckets.ts
var placeOf = ({ b, upTo, epoch, etag }) => JSON.stringify([
	"bucket",
	b,
	epoch,
	upTo,
	etag
]);
/** Seals a deflated bucket for the cache. */
async function sealBucket(bulk, facts, deflated) {
	return {
		...facts,
		sealed: await bulk.seal(deflated, placeOf(facts))
	};
}
/** Opens a bucket of the cache; rejects with `SealBroken` when it is not as it was. */
async function openBucket(bulk, row) {
	return readBucket(await bulk.open(row.sealed, placeOf(row)));
}
/** Reads a deflated bucket row by row. */
async function readBucket(deflated, belongs = () => true) {
	const people = [];
	const bad = [];
	decodeBucket(await inflate(deflated)).forEach((row, index) => {
		if (checkRecord("candidate", row) && belongs(row.id)) people.push(row);
		else bad.push(idIn(row) ?? `row ${index}`);
	});
	return {
		people,
		bad
	};
}
/** Rewrites a bucket with other people, under a fresh nonce. */
async function rewriteBucket(bulk, facts, people) {
	const deflated = await deflate(encodeBucket(people));
	return sealBucket(bulk, {
		...facts,
		people: people.length
	}, deflated);
}
/** Says whether a person's bucket is this one. */
function belongsTo(b, bucketCount) {
	return (id) => bucketOf(id, bucketCount) === b;
}
function idIn(row) {
	const id = row?.id;
	return typeof id === "string" ? id.slice(0, 64) : null;
}
// ../../swt-freeze-G0nL73/src/renderer/worker/replica/store.ts
async function loadStore(cache, empty) {
	let meta = await cache.get("meta", "meta") ?? empty;
	const cursors = new Map((await cache.all("cursor")).map((row) => [row.stream, row]));
	const asides = new Map((await cache.all("aside")).map((row) => [row.key, row.group]));
	const gone = new Set((await cache.all("gone")).map((row) => row.id));
	function mirror(op) {
		if (op.table === "cursor") {
			if ("put" in op) cursors.set(op.put.stream, op.put);
			else cursors.delete(op.remove);
		} else if (op.table === "aside") {
			if ("put" in op) asides.set(op.put.key, op.put.group);
			else asides.delete(op.remove);
		} else if (op.table === "gone") {
			if ("put" in op) gone.add(op.put.id);
			else gone.delete(op.remove);
		} else if (op.table === "meta" && "put" in op) meta = op.put;
	}
	return {
		cache,
		cursors,
		asides,
		gone,
		get bucketCount() {
			return meta.bucketCount;
		},
		get asAt() {
			return meta.asAt;
		},
		async commit(ops) {
			await cache.write(ops);
			for (const op of ops) mirror(op);
		},
		metaOp: (change) => ({
			table: "meta",
			put: {
				...meta,
				...change
			}
		}),
		clearAsides: (group) => [...asides].filter(([, itsGroup]) => itsGroup === group).map(([key]) => ({
			table: "aside",
			remove: key
		}))
	};
}
/** A cursor as main knows it. */
function toStreamCursor(row) {
	if (!row) return null;
	const { stream, epoch, seq, snapAt } = row;
	return {
		stream,
		epoch,
		seq,
		...snapAt === null ? {} : { snapAt }
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/replica/pool-replica.ts
/** A bucket with more newer people than this beside it is rewritten in idle time. */
var FOLD_FROM = 32;
/** Buckets read at a time at the start: small enough that queries are answered between. */
var LOAD_STEP = 16;
function createPool(parts) {
	return {
		...parts,
		heads: /* @__PURE__ */ new Map(),
		deltas: /* @__PURE__ */ new Map(),
		strays: /* @__PURE__ */ new Set()
	};
}
/** Reads everybody into the index; what is read can be found at once. */
async function loadPool(pool, onProgress) {
	const { store, bulk, sink, heads, deltas } = pool;
	const newer = await store.cache.all("poolDelta");
	for (const { id, seq, epoch } of newer) deltas.set(id, {
		seq,
		epoch
	});
	sink.put(newer.map((row) => row.doc));
	const numbers = await store.cache.keys("bucket");
	for (let from = 0; from < numbers.length; from += LOAD_STEP) {
		const rows = await store.cache.getMany("bucket", numbers.slice(from, from + LOAD_STEP));
		for (const row of rows) {
			const { people } = await openBucket(bulk, row);
			sink.put(people.filter((person) => !deltas.has(person.id)));
			heads.set(row.b, headOf(row));
		}
		onProgress();
	}
}
/** Compares what is held with the manifest and says what is missing. */
async function takeManifest(pool, manifest) {
	const { store, heads, strays } = pool;
	const wanted = new Map(manifest.buckets.map((bucket) => [bucket.b, bucket]));
	const isRecut = store.bucketCount !== manifest.bucketCount;
	const dropped = [...heads.keys()].filter((b) => isRecut || !wanted.has(b));
	const lost = [];
	for (const row of await store.cache.getMany("bucket", dropped)) lost.push(...(await openBucket(pool.bulk, row)).people.map((person) => person.id));
	await store.commit([
		...dropped.map((b) => ({
			table: "bucket",
			remove: b
		})),
		...dropped.length > 0 ? [{
			table: "cursor",
			remove: POOL
		}] : [],
		...dropped.flatMap((b) => store.clearAsides(groupOf(b))),
		store.metaOp({ bucketCount: manifest.bucketCount })
	]);
	for (const id of lost) strays.add(id);
	for (const b of dropped) heads.delete(b);
	return { missing: manifest.buckets.filter(({ b, etag }) => heads.get(b)?.etag !== etag || heads.get(b)?.epoch !== manifest.epoch).map(({ b }) => b) };
}
/** Checks, seals, stores and indexes one bucket; newer people beside it stay. */
async function takeBucket(pool, input) {
	const { store, bulk, sink, heads, deltas, strays } = pool;
	const { b, etag, upTo, epoch, bytes } = input;
	const isOurs = belongsTo(b, store.bucketCount);
	const { people, bad } = await readBucket(bytes, isOurs);
	const row = await sealBucket(bulk, {
		b,
		upTo,
		epoch,
		etag,
		people: people.length
	}, bytes);
	const before = await membersOf(pool, b);
	const overtaken = [...deltas].filter(([id, delta]) => isOurs(id) && (delta.epoch !== epoch || delta.seq <= upTo)).map(([id]) => id);
	const group = groupOf(b);
	await store.commit([
		{
			table: "bucket",
			put: row
		},
		...overtaken.map((id) => ({
			table: "poolDelta",
			remove: id
		})),
		...store.clearAsides(group),
		...bad.map((id) => ({
			table: "aside",
			put: {
				key: `${group} ${id}`,
				group
			}
		})),
		...people.filter(({ id }) => store.gone.has(id)).map(({ id }) => ({
			table: "gone",
			remove: id
		}))
	]);
	heads.set(b, headOf(row));
	for (const id of overtaken) deltas.delete(id);
	const now = new Set(people.map((person) => person.id));
	for (const id of now) strays.delete(id);
	sink.remove([...before, ...overtaken].filter((id) => !now.has(id) && !deltas.has(id)));
	sink.put(people.filter((person) => !deltas.has(person.id)));
	return {
		people: people.length,
		setAside: bad.length
	};
}
/** All buckets are here: the cursor may stand, and who is in none of them is swept. */
async function finishBuckets(pool, { epoch, upTo }) {
	const { store, sink, deltas, strays } = pool;
	const stale = [...deltas].filter(([, delta]) => delta.epoch !== epoch).map(([id]) => id);
	const before = store.cursors.get(POOL);
	await store.commit([...stale.map((id) => ({
		table: "poolDelta",
		remove: id
	})), {
		table: "cursor",
		put: {
			stream: POOL,
			epoch,
			seq: upTo,
			gen: (before?.gen ?? 0) + 1,
			snapAt: null
		}
	}]);
	for (const id of stale) {
		deltas.delete(id);
		strays.add(id);
	}
	sink.remove([...strays].filter((id) => !deltas.has(id)));
	strays.clear();
	return {
		cursor: toStreamCursor(store.cursors.get(POOL)),
		setAside: 0
	};
}
/** Reads one person from the disk: the newer copy beside the bucket, else the bucket. */
async function readPerson(pool, id) {
	const { store, bulk, deltas } = pool;
	if (deltas.has(id)) return (await store.cache.get("poolDelta", id))?.doc ?? null;
	const row = await store.cache.get("bucket", bucketOf(id, Math.max(1, store.bucketCount)));
	if (!row) return null;
	const { people } = await openBucket(bulk, row);
	return people.find((person) => person.id === id) ?? null;
}
/** Moves newer people into their buckets, which are then complete up to the cursor. */
async function foldDeltas(pool) {
	const { store, bulk, heads, deltas } = pool;
	const cursor = store.cursors.get(POOL);
	if (!cursor) return;
	const beside = Map.groupBy(deltas.keys(), (id) => bucketOf(id, store.bucketCount));
	for (const [b, ids] of beside) {
		const row = ids.length > FOLD_FROM ? await store.cache.get("bucket", b) : void 0;
		if (row?.epoch !== cursor.epoch) continue;
		const newer = (await store.cache.getMany("poolDelta", ids)).map((delta) => delta.doc);
		const { people } = await openBucket(bulk, row);
		const kept = people.filter((person) => !deltas.has(person.id));
		const folded = await rewriteBucket(bulk, {
			...row,
			upTo: cursor.seq
		}, [...kept, ...newer]);
		if (folded.sealed.length > 32768) continue;
		await store.commit([{
			table: "bucket",
			put: folded
		}, ...ids.map((id) => ({
			table: "poolDelta",
			remove: id
		}))]);
		heads.set(b, headOf(folded));
		for (const id of ids) deltas.delete(id);
	}
}
function headOf({ b, people, upTo, epoch, etag }) {
	return {
		b,
		people,
		upTo,
		epoch,
		etag
	};
}
var groupOf = (b) => `pool/${b}`;
async function membersOf(pool, b) {
	const row = await pool.store.cache.get("bucket", b);
	return row ? (await openBucket(pool.bulk, row)).people.map((person) => person.id) : [];
}
// ../../swt-freeze-G0nL73/src/renderer/worker/replica/read-page.ts
/** Reads the bytes of a page; null when it is not one. */
function readPage(bytes) {
	try {
		const page = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
		return checkPage(page) ? page : null;
	} catch {
		return null;
	}
}
/** Room for the seal and the plain columns beside a document. */
var BESIDE_BYTES = 1024;
/** Checks one row by its own schema, so that one bad row never stops the others. */
function readItem(page, index) {
	const item = page.items[index];
	if (!checkItem(item)) return {
		is: "bad",
		key: `${page.stream} ? ${page.after}+${index}`
	};
	const key = asideKey(page.stream, item);
	if (item.kind === "candidate" !== (page.stream === "pool")) return {
		is: "bad",
		key
	};
	if (item.op === "u") {
		const { doc } = item;
		if (!checkRecord(item.kind, doc) || doc.id !== item.id) return {
			is: "bad",
			key
		};
		if (new TextEncoder().encode(JSON.stringify(doc)).length > 32768 - BESIDE_BYTES) return {
			is: "bad",
			key
		};
	}
	return {
		is: "good",
		item
	};
}
/** Names a record in the list of those set aside. */
function asideKey(stream, item) {
	return `${stream} ${item.kind} ${item.id.slice(0, 64)}`;
}
// ../../swt-freeze-G0nL73/src/renderer/worker/replica/pool-page.ts
/**
* Applies one page of the pool: rows beside their buckets, cursor in the same transaction.
*
* A person who left is taken out of their bucket at once, not by a mark over it: what
* nobody may see must not lie on the disk. `andErase` names what else goes with them.
*/
async function applyPoolPage(pool, page, andErase) {
	const { store, sink, deltas, heads } = pool;
	const put = /* @__PURE__ */ new Map();
	const left = /* @__PURE__ */ new Set();
	const erased = /* @__PURE__ */ new Set();
	const ops = [];
	let setAside = 0;
	for (let index = 0; index < page.items.length; index += 1) {
		const row = readItem(page, index);
		if (row.is === "bad") {
			setAside += 1;
			ops.push({
				table: "aside",
				put: {
					key: row.key,
					group: POOL
				}
			});
			continue;
		}
		const { seq, op, doc, id: text } = row.item;
		const id = text;
		if (store.asides.has(asideKey("pool", row.item))) ops.push({
			table: "aside",
			remove: asideKey(POOL, row.item)
		});
		if (op === "e") erased.add(id);
		if (seq <= (put.get(id)?.seq ?? knownSeq(pool, id, page.epoch)) && op !== "e") continue;
		if (op === "u") {
			put.set(id, {
				id,
				seq,
				epoch: page.epoch,
				doc
			});
			left.delete(id);
		} else {
			put.delete(id);
			left.add(id);
		}
	}
	const rewritten = await withoutPeople(pool, left);
	ops.push(...[...put.values()].map((row) => ({
		table: "poolDelta",
		put: row
	})), ...[...put.keys()].filter((id) => store.gone.has(id)).map((id) => ({
		table: "gone",
		remove: id
	})), ...[...left].map((id) => ({
		table: "poolDelta",
		remove: id
	})), ...[...left].map((id) => ({
		table: "gone",
		put: { id }
	})), ...rewritten.map((row) => ({
		table: "bucket",
		put: row
	})), ...andErase([...erased]), {
		table: "cursor",
		put: {
			stream: POOL,
			epoch: page.epoch,
			seq: page.to,
			gen: store.cursors.get("pool")?.gen ?? 0,
			snapAt: null
		}
	});
	await store.commit(ops);
	for (const row of rewritten) heads.set(row.b, headOf(row));
	for (const [id, { seq, epoch }] of put) deltas.set(id, {
		seq,
		epoch
	});
	for (const id of left) deltas.delete(id);
	sink.remove([...left]);
	sink.put([...put.values()].map((row) => row.doc));
	return {
		setAside,
		erased: [...erased]
	};
}
/** The newest sequence of a person that is already here; 0 when there is none to compare. */
function knownSeq({ store, deltas, heads }, id, epoch) {
	const delta = deltas.get(id);
	const head = heads.get(bucketOf(id, Math.max(1, store.bucketCount)));
	return Math.max(delta?.epoch === epoch ? delta.seq : 0, head?.epoch === epoch ? head.upTo : 0);
}
async function withoutPeople(pool, left) {
	const { store, bulk } = pool;
	const numbers = new Set([...left].map((id) => bucketOf(id, Math.max(1, store.bucketCount))));
	const rewritten = [];
	for (const row of await store.cache.getMany("bucket", [...numbers])) {
		const { people } = await openBucket(bulk, row);
		const kept = people.filter((person) => !left.has(person.id));
		if (kept.length < people.length) rewritten.push(await rewriteBucket(bulk, row, kept));
	}
	return rewritten;
}
// ../../swt-freeze-G0nL73/src/renderer/worker/replica/work-page.ts
/**
* Applies one page of a stream of rows, cursor in the same transaction.
*
* A row applies only when newer than the one held, within one epoch. A snapshot marks
* what it touches and sweeps the rest with its last page: until then the old rows stay
* on screen (sync.md 3.1). Marks lie on the disk, so a snapshot survives a crash.
* Returns how many rows were set aside.
*/
async function applyWorkPage({ store, rows }, page, snapshot) {
	const cursor = cursorAfter(store.cursors.get(page.stream), page, snapshot);
	const fresh = /* @__PURE__ */ new Map();
	const ops = [];
	let setAside = 0;
	for (let index = 0; index < page.items.length; index += 1) {
		const read = readItem(page, index);
		if (read.is === "bad") {
			setAside += 1;
			ops.push({
				table: "aside",
				put: {
					key: read.key,
					group: page.stream
				}
			});
			continue;
		}
		const { kind, id, seq, op, doc } = read.item;
		const aside = asideKey(page.stream, read.item);
		if (store.asides.has(aside)) ops.push({
			table: "aside",
			remove: aside
		});
		const key = `${kind} ${id}`;
		const held = fresh.has(key) ? fresh.get(key) : rows.row(page.stream, kind, id);
		const isNewer = !held || held.epoch !== page.epoch || seq > held.seq;
		if (isNewer && op !== "u") fresh.set(key, null);
		else if (isNewer) {
			const record = doc;
			const { stream, epoch } = page;
			fresh.set(key, {
				stream,
				kind,
				id,
				seq,
				epoch,
				gen: cursor.gen,
				doc: record
			});
		} else if (snapshot !== "none" && held) fresh.set(key, {
			...held,
			gen: cursor.gen
		});
	}
	if (snapshot !== "none" && !page.more) for (const row of rows.all(page.stream)) {
		const key = `${row.kind} ${row.id}`;
		if (row.gen < cursor.gen && !fresh.has(key)) fresh.set(key, null);
	}
	await store.commit([
		...ops,
		...opsOf(fresh, page.stream),
		{
			table: "cursor",
			put: cursor
		}
	]);
	for (const [key, row] of fresh) if (row) rows.put(row);
	else rows.remove({
		stream: page.stream,
		...splitKey(key)
	});
	return setAside;
}
/** Finds every row about these people, in whatever stream it lies (decision Y5). */
function rowsAbout(rows, people) {
	const gone = new Set(people);
	return rows.all().filter((row) => {
		const doc = row.doc;
		if (row.kind === "shortlist-entry" && doc.stage === "withdrawn") return false;
		return doc.candidateId !== void 0 && gone.has(doc.candidateId);
	});
}
/** What takes rows off the disk. */
function removeOps(rows) {
	return rows.map((row) => ({
		table: "row",
		remove: [
			row.stream,
			row.kind,
			row.id
		]
	}));
}
function cursorAfter(before, page, snapshot) {
	const gen = before?.gen ?? 0;
	const isPaging = snapshot !== "none" && page.more;
	return {
		stream: page.stream,
		epoch: page.epoch,
		seq: page.to,
		gen: snapshot === "first" ? gen + 1 : gen,
		snapAt: isPaging ? snapshot === "first" ? page.head : before?.snapAt ?? page.head : null
	};
}
function opsOf(fresh, stream) {
	return [...fresh].map(([key, row]) => {
		if (row) return {
			table: "row",
			put: row
		};
		const { kind, id } = splitKey(key);
		return {
			table: "row",
			remove: [
				stream,
				kind,
				id
			]
		};
	});
}
function splitKey(key) {
	const space = key.indexOf(" ");
	return {
		kind: key.slice(0, space),
		id: key.slice(space + 1)
	};
}
// ../../swt-freeze-G0nL73/src/renderer/worker/replica/replica.ts
/** An expected failure on its way to main. */
var ReplicaFailure = class extends Error {
	failure;
	constructor({ error }) {
		super(error.message);
		this.failure = error;
	}
};
var INDEXED_DB = {
	open: openDexieCache,
	destroy: destroyDexieCache
};
/** Opens the cache of one recruiter, reads it into memory and says what is there. */
async function openReplica$1(input, parts) {
	const disk = parts.disk ?? INDEXED_DB;
	const keys = await createKeys(input, parts.random);
	const opened = await openCache(disk, input, keys.sealerOf);
	try {
		return await build(input, parts, {
			...opened,
			keys
		});
	} catch (error) {
		opened.cache.close();
		if (!input.persist) throw error;
		await disk.destroy(nameOf$1(input.owner));
		const { cache } = await openCache(disk, input, keys.sealerOf);
		return build(input, parts, {
			cache,
			rebuilt: "damaged",
			keys
		});
	}
}
var nameOf$1 = (owner) => `${CACHE_NAME}${owner.recruiterId}`;
async function createKeys({ owner, keys }, random) {
	const sealers = /* @__PURE__ */ new Map();
	const contextOf = (keyId) => JSON.stringify([
		nameOf$1(owner),
		1,
		keyId
	]);
	for (const { stream, keyId, raw } of keys) sealers.set(stream, createSealer(raw, contextOf(keyId), random));
	const pool = keys.find((key) => key.stream === POOL);
	const raw = pool?.raw ?? random.bytes(32);
	const context = contextOf(pool?.keyId ?? "memory");
	const bulk = await createBulkSealer(crypto.subtle, raw, {
		context,
		random
	});
	for (const key of keys) key.raw.fill(0);
	return {
		bulk,
		has: (stream) => sealers.has(stream),
		sealerOf(stream) {
			const sealer = sealers.get(stream);
			if (!sealer) throw new ReplicaFailure(keyMissing());
			return sealer;
		}
	};
}
var keyMissing = () => fail("STORE_KEYS_LOST", "A key of this device is missing, so nothing can be kept on the disk.");
async function openCache(disk, { owner, generation, persist }, sealerOf) {
	await dropOtherCaches(persist ? nameOf$1(owner) : null);
	if (!persist) return {
		cache: createMemoryCache(),
		rebuilt: "empty"
	};
	return disk.open({
		name: nameOf$1(owner),
		generation,
		sealerOf
	});
}
async function build({ owner, generation }, { sink, onProgress }, { cache, rebuilt, keys }) {
	const store = await loadStore(cache, emptyMeta(generation));
	await dropOrphans(store, keys.has);
	sink.clear();
	const rows = createConfirmedRows([PROGRAMME, councilStream(owner.council.id)]);
	for (const row of await cache.all("row")) rows.put(row);
	const pool = createPool({
		store,
		bulk: keys.bulk,
		sink
	});
	await loadPool(pool, onProgress);
	const cursors = () => [...store.cursors.values()].flatMap((row) => toStreamCursor(row) ?? []);
	return {
		owner,
		rows,
		get state() {
			const buckets = [...pool.heads.values()].map(({ b, etag }) => ({
				b,
				etag
			}));
			return {
				cursors: cursors(),
				buckets,
				people: sink.count(),
				rebuilt
			};
		},
		get setAside() {
			return store.asides.size;
		},
		get asAt() {
			return store.asAt;
		},
		noteCaughtUp: (at) => store.commit([store.metaOp({ asAt: at })]),
		holds: (stream) => store.cursors.has(stream),
		hasWithdrawn: (id) => store.gone.has(id),
		readPerson: (id) => readPerson(pool, id),
		cursors,
		manifest: (input) => takeManifest(pool, input),
		bucket: (input) => takeBucket(pool, input),
		finishBuckets: (input) => finishBuckets(pool, input),
		page: (input) => applyPage({
			store,
			rows,
			pool
		}, input),
		purge: (stream) => purge({
			store,
			rows,
			pool
		}, stream),
		tidy: () => foldDeltas(pool),
		close: () => cache.close()
	};
}
/** Removes what no key opens any more: a purge that was cut short is finished here. */
async function dropOrphans(store, hasKey) {
	const ops = [];
	for (const key of await store.cache.keys("row")) if (!hasKey(key[0])) ops.push({
		table: "row",
		remove: key
	});
	for (const stream of store.cursors.keys()) if (!hasKey(stream)) ops.push({
		table: "cursor",
		remove: stream
	});
	if (!hasKey("pool")) {
		for (const b of await store.cache.keys("bucket")) ops.push({
			table: "bucket",
			remove: b
		});
		for (const id of await store.cache.keys("poolDelta")) ops.push({
			table: "poolDelta",
			remove: id
		});
	}
	if (ops.length > 0) await store.commit(ops);
}
/** Applies a page to a cursor that stands where the page begins; drops any other. */
async function applyPage({ store, rows, pool }, { bytes, snapshot }) {
	const page = readPage(bytes);
	if (!page) throw new ReplicaFailure(fail("SYNC_BAD_ANSWER", "A page of changes is not one."));
	const cursor = store.cursors.get(page.stream);
	const fits = snapshot === "first" || cursor?.epoch === page.epoch && cursor.seq === page.after;
	let setAside = 0;
	if (fits && page.stream === "pool") {
		let about = [];
		const done = await applyPoolPage(pool, page, (ids) => {
			about = rowsAbout(rows, ids);
			return removeOps(about);
		});
		for (const row of about) rows.remove(row);
		setAside = done.setAside;
	} else if (fits) setAside = await applyWorkPage({
		store,
		rows
	}, page, snapshot);
	return {
		cursor: toStreamCursor(store.cursors.get(page.stream)),
		setAside
	};
}
/** Removes a stream; main has destroyed its key first, so this only tidies up. */
async function purge({ store, rows, pool }, stream) {
	const mine = rows.all(stream);
	const ops = [
		...removeOps(mine),
		{
			table: "cursor",
			remove: stream
		},
		...store.clearAsides(stream)
	];
	if (stream === "pool") {
		for (const b of pool.heads.keys()) ops.push({
			table: "bucket",
			remove: b
		}, ...store.clearAsides(`pool/${b}`));
		for (const id of pool.deltas.keys()) ops.push({
			table: "poolDelta",
			remove: id
		});
		for (const id of store.gone) ops.push({
			table: "gone",
			remove: id
		});
	}
	await store.commit(ops);
	for (const row of mine) rows.remove(row);
	if (stream !== "pool") return;
	pool.heads.clear();
	pool.deltas.clear();
	pool.sink.clear();
}
/** Says in the contract's words why something of the cache failed. */
function toFailure(error) {
	if (error instanceof ReplicaFailure) return error.failure;
	const { name, inner } = error;
	if (name === "QuotaExceededError" || inner?.name === "QuotaExceededError") return fail("SAVE_DISK_FULL", "The disk is full: what the centre sent was not kept.").error;
	if (error instanceof SealBroken || name === "DatabaseClosedError" || name === "UnknownError") return fail("STORE_REBUILT", "The copy on this device is damaged and must be read again.").error;
	return fail("INTERNAL_FAULT", "The copy on this device could not be changed.").error;
}
// ../../swt-freeze-G0nL73/src/renderer/worker/shown-work.ts
function buildShownWork(parts) {
	const { owner, confirmed, entries, personHeld } = parts;
	const context = contextOf(owner, confirmed, personHeld);
	const overlay = replay(confirmed, entries, context);
	const notSent = notSentIds(entries);
	const byKind = /* @__PURE__ */ new Map();
	const rows = { get(kind, id) {
		const over = overlay.get(overlayKey(kind, id));
		return over ? over : confirmed.get(kind, id);
	} };
	function get(kind, id) {
		const held = rows.get(kind, id);
		return held && {
			record: held.record,
			seq: held.seq,
			notSentYet: notSent.has(id)
		};
	}
	function all(kind) {
		const known = byKind.get(kind);
		if (known) return known;
		const ids = new Set(confirmed.ofKind(kind).map(({ record }) => record.id));
		for (const over of overlay.values()) if (over.kind === kind) ids.add(over.id);
		const shown = [...ids].flatMap((id) => get(kind, id) ?? []);
		byKind.set(kind, shown);
		return shown;
	}
	return {
		rows,
		context,
		get,
		all,
		entries,
		peopleNotSent: new Set(entries.flatMap(({ mutation, state }) => state.is === "waiting" ? personOf(mutation) ?? [] : [])),
		own: ownWork(all)
	};
}
/** Who acts here: the centre checks it all again, with what it knows itself. */
function contextOf(owner, confirmed, personHeld) {
	return {
		actor: {
			id: owner.recruiterId,
			name: owner.recruiterName
		},
		role: confirmed.get("colleague", owner.recruiterId)?.record.role ?? "recruiter",
		councilId: owner.council.id,
		programme: confirmed.ofKind("programme")[0]?.record.status ?? "open",
		personHeld
	};
}
/** Ids of records with a change that the centre has not acknowledged. */
function notSentIds(entries) {
	const ids = /* @__PURE__ */ new Set();
	for (const { mutation, state } of entries) {
		if (state.is !== "waiting") continue;
		ids.add(mutation.entity);
		if (mutation.kind === "contact.log" && LEAVE_ALONE_OUTCOMES.includes(mutation.args.outcome)) ids.add(mutation.args.candidateId);
	}
	return ids;
}
function ownWork(all) {
	const ours = /* @__PURE__ */ new Map();
	const shortlisted = /* @__PURE__ */ new Map();
	const spokenLocally = /* @__PURE__ */ new Set();
	for (const { record, notSentYet } of standing(all("contact"))) {
		const { candidateId } = record;
		if (wasSpoken(record)) {
			ours.set(candidateId, "spoken");
			if (notSentYet) spokenLocally.add(candidateId);
		} else if (!ours.has(candidateId)) ours.set(candidateId, "tried");
	}
	for (const { record } of all("do-not-contact")) ours.set(record.candidateId, "do_not_contact");
	const refs = new Map(all("vacancy").map(({ record }) => [record.id, record.ref]));
	for (const { record } of all("shortlist-entry")) {
		const ref = refs.get(record.vacancyId);
		if (record.removed || ref === void 0) continue;
		shortlisted.set(record.candidateId, [...shortlisted.get(record.candidateId) ?? [], ref]);
	}
	return {
		ours,
		shortlisted,
		spokenLocally
	};
}
/** The contacts that stand: those a later one corrects do not count. */
function standing(contacts) {
	const corrected = new Set(contacts.map(({ record }) => record.correctionOf));
	return contacts.filter(({ record }) => !corrected.has(record.id));
}
// ../../swt-freeze-G0nL73/src/renderer/worker/serve-port.ts
var NOT_JOINED = fail("SAVE_FAILED", "This was not saved: the part that saves is not there. Try again in a moment.");
/**
* Serves main one call at a time, in order: rows, cursor and memory never interleave.
*
* `session` is asked for late, because it needs this port to save.
*/
function createMainPort(session) {
	let port = null;
	let nextId = 1;
	let queue = Promise.resolve();
	const waiting = /* @__PURE__ */ new Map();
	async function serve(from, { id, call, input }) {
		if (from !== port) return;
		let reply;
		try {
			const handler = session().calls[call];
			reply = {
				id,
				result: {
					ok: true,
					value: await handler(input)
				}
			};
		} catch (error) {
			reply = {
				id,
				result: {
					ok: false,
					error: toFailure(error)
				}
			};
		}
		from.postMessage(reply);
		if (call === "caught-up" || call === "open") await session().tidy().catch(() => void 0);
	}
	function heard(from, message) {
		if ("call" in message) {
			queue = queue.then(() => serve(from, message));
			return;
		}
		const settle = waiting.get(message.id);
		waiting.delete(message.id);
		settle?.(message.result);
	}
	return {
		attach(fresh) {
			port?.close();
			for (const settle of waiting.values()) settle(NOT_JOINED);
			waiting.clear();
			port = fresh;
			fresh.onmessage = ({ data }) => heard(fresh, data);
		},
		append(drafts) {
			if (!port) return Promise.resolve(NOT_JOINED);
			const id = nextId++;
			port.postMessage({
				id,
				call: "append",
				input: { drafts }
			});
			return new Promise((resolve) => {
				waiting.set(id, resolve);
			});
		}
	};
}
// ../../swt-freeze-G0nL73/src/main/keys/vault.ts
/** Says how the cache is opened: for whom, with which keys, and whether it may be kept. */
function buildVault(keyring, kept) {
	return {
		async opening(asked) {
			const session = kept();
			const council = session?.councils.find(({ id }) => id === session.councilId);
			const streams = asked ?? session?.streams ?? [];
			if (!session || !council || !streams.includes("pool")) return fail("AUTH_SIGN_IN_AGAIN", "Nobody is signed in on this device.");
			const { id: recruiterId, name: recruiterName } = session.recruiter;
			try {
				for (const name of keyring.names()) if (name !== "journal" && !streams.includes(name)) keyring.destroy(name);
				return ok({
					owner: {
						recruiterId,
						recruiterName,
						council,
						streams
					},
					keys: await Promise.all(streams.map((stream) => keyring.streamKey(stream))),
					generation: keyring.generation(),
					persist: keyring.isPersisted
				});
			} catch {
				return fail("SAVE_FAILED", "The keys of this device could not be written.");
			}
		},
		async destroyKey(stream) {
			try {
				keyring.destroy(stream);
				return ok(null);
			} catch {
				return fail("SAVE_FAILED", "The key could not be destroyed.");
			}
		}
	};
}
Type.Object({
	apiUrl: Type.String(),
	recruiter: Session.properties.recruiter,
	councils: Session.properties.councils,
	councilId: CouncilId,
	programme: Session.properties.programme,
	/** What may be read: the streams to open while the centre cannot be asked. */
	streams: Type.Array(StreamId)
});
/** Reads what is kept from a confirmed session; null when it names no council at all. */
function readKeptSession(session, apiUrl, before) {
	const { recruiter, councils, programme, grants } = session;
	const council = councils.find(({ id }) => id === before?.councilId) ?? councils[0];
	if (!council) return null;
	const streams = grants.map(({ stream }) => stream);
	return {
		apiUrl,
		recruiter,
		councils,
		councilId: council.id,
		programme,
		streams
	};
}
// ../../swt-freeze-G0nL73/src/core/sync/fetch-buckets.ts
/** Buckets fetched at once. */
var FETCHES = 6;
/** Buckets given to the worker and not yet answered: the credits of decision S3. */
var CREDITS$1 = 2;
function createCredits(count) {
	let free = count;
	const queue = [];
	return {
		async take() {
			if (free > 0) free -= 1;
			else await new Promise((resolve) => queue.push(resolve));
		},
		give() {
			const next = queue.shift();
			if (next === void 0) free += 1;
			else next();
		}
	};
}
/**
* Fetches the missing buckets of the pool, each stored for good as it comes (SY14).
*
* A stop at any moment costs the buckets in hand, at most six: what is stored is not
* asked for again. Gives null when no longer wanted, else what the worker said at the end.
*/
async function fetchBuckets(work) {
	const { api, replica, manifest, isWanted } = work;
	const byNumber = new Map(manifest.buckets.map((bucket) => [bucket.b, bucket]));
	const queue = work.missing.flatMap((b) => byNumber.get(b) ?? []);
	const credits = createCredits(CREDITS$1);
	let failure = null;
	async function fetchSome() {
		for (let next = queue.shift(); next !== void 0; next = queue.shift()) {
			if (failure !== null || !isWanted()) return;
			const { b, etag, upTo } = next;
			const fetched = await api.bucket(b, etag);
			if (!fetched.ok) {
				failure ??= fetched.error;
				return;
			}
			await credits.take();
			try {
				if (failure !== null || !isWanted()) return;
				const bytes = fetched.value;
				const input = {
					b,
					etag,
					upTo,
					epoch: manifest.epoch,
					bytes
				};
				const stored = await replica.call("bucket", input);
				if (stored.ok) work.stored(stored.value.people, stored.value.setAside);
				else failure ??= stored.error;
			} finally {
				credits.give();
			}
		}
	}
	await Promise.all(Array.from({ length: FETCHES }, fetchSome));
	if (!isWanted()) return null;
	if (failure !== null) return {
		ok: false,
		error: failure
	};
	const upTo = manifest.buckets.reduce((lowest, bucket) => Math.min(lowest, bucket.upTo), Infinity);
	return replica.call("buckets-done", {
		epoch: manifest.epoch,
		upTo: Number.isFinite(upTo) ? upTo : 0
	});
}
/** The most bytes of changes one push carries; the rest of 256 KB is for what goes around them. */
var PUSH_BYTES = 245760;
/** Builds the state at start; `journal` and `lastSyncAt` come from the disk. */
function buildState(journal, lastSyncAt) {
	return {
		mode: { is: "signed-out" },
		run: 0,
		tries: 0,
		unreachable: 0,
		avoid: null,
		wantsHello: false,
		session: null,
		places: {},
		purging: [],
		replica: { is: "away" },
		replicaRun: 0,
		replicaTries: 0,
		dirty: false,
		push: { is: "idle" },
		pushRun: 0,
		pushTries: 0,
		gaps: 0,
		expected: null,
		pushLimit: 100,
		sentInRound: 0,
		journalPausedUntilMonoMs: null,
		journal,
		lastSyncAt,
		notedSyncMs: 0,
		clockOffByMs: null,
		setAside: 0,
		notices: []
	};
}
/** Builds a step. */
function step(state, ...effects) {
	return {
		state,
		effects
	};
}
/**
* Goes on from a step, keeping its effects in front.
*
* Never called `then`: a module with an export of that name is taken for a promise.
*/
function andThen(first, next) {
	const second = next(first.state);
	return {
		state: second.state,
		effects: [...first.effects, ...second.effects]
	};
}
/** Whether the journal failed a moment ago and is left alone. */
function isJournalPaused({ journalPausedUntilMonoMs }, at) {
	return journalPausedUntilMonoMs !== null && at.monoMs < journalPausedUntilMonoMs;
}
/** Adds something to be said in words, once. */
function notice(state, code) {
	return state.notices.includes(code) ? state : {
		...state,
		notices: [...state.notices, code]
	};
}
/** Changes one stream's place, if there is one. */
function place(state, stream, change) {
	const now = state.places[stream];
	if (now === void 0) return state;
	return {
		...state,
		places: {
			...state.places,
			[stream]: {
				...now,
				...change
			}
		}
	};
}
/** Writes a wall time as an instant; a time no calendar has becomes 1970. */
function instant(wallMs) {
	return new Date(Number.isFinite(wallMs) && Math.abs(wallMs) <= 864e13 ? wallMs : 0).toISOString();
}
/** Closes a switch: a new member of the union does not compile until it is handled. */
function assertNever(value) {
	throw new TypeError(`Not handled: ${JSON.stringify(value)}`);
}
// ../../swt-freeze-G0nL73/src/core/sync/ask.ts
/** Makes the part that carries an asking effect out and says what came of it. */
function createAsk(ports, { isWanted, tell }) {
	const { api, replica, vault, journal, listener, clock, random } = ports;
	async function hello() {
		const result = await api.session();
		if (result.ok) await listener.session(result.value);
		return result;
	}
	async function open({ streams }) {
		const input = await vault.opening(streams);
		if (!input.ok) return input;
		const held = await replica.call("open", input.value);
		return held.ok ? ok({
			held: held.value,
			streams: input.value.owner.streams
		}) : held;
	}
	async function apply({ page, snapshot }) {
		if (page.facts.erased.length > 0) {
			const scrubbed = journal.scrub(page.facts.erased);
			if (!scrubbed.ok) return scrubbed;
		}
		return replica.call("page", {
			bytes: page.bytes,
			snapshot
		});
	}
	async function readManifest() {
		const manifest = await api.manifest();
		if (!manifest.ok) return manifest;
		const lacking = await replica.call("manifest", manifest.value);
		if (!lacking.ok) return lacking;
		return ok({
			manifest: manifest.value,
			missing: lacking.value.missing
		});
	}
	function buckets({ run, manifest, missing }) {
		return fetchBuckets({
			api,
			replica,
			manifest,
			missing,
			isWanted: () => isWanted(run),
			stored: (people, setAside) => tell({
				is: "bucket",
				run,
				people,
				setAside
			})
		});
	}
	async function push({ ids, holes, holeStream }) {
		const offered = journal.offer(ids);
		if (!offered.ok) return offered;
		const fillers = holes.map((n) => {
			const id = newRecordId(clock, random);
			return {
				id,
				n,
				kind: "noop",
				stream: holeStream,
				args: {},
				schema: 1,
				at: instant(clock.nowMs()),
				ageMs: 0,
				base: 0,
				entity: id
			};
		});
		const batch = [...offered.value, ...fillers].toSorted((a, b) => a.n - b.n);
		if (batch.length === 0) return fail("INTERNAL_FAULT", "There was nothing to send after all.");
		return api.push(batch);
	}
	async function purge({ stream }) {
		const destroyed = await vault.destroyKey(stream);
		return destroyed.ok ? replica.call("purge", { stream }) : destroyed;
	}
	async function ask(effect) {
		switch (effect.do) {
			case "hello": {
				const { run } = effect;
				const got = await hello();
				return got.ok ? {
					is: "session",
					run,
					session: got.value
				} : failed(effect, got.error);
			}
			case "heads": {
				const { run } = effect;
				const got = await api.heads();
				return got.ok ? {
					is: "heads",
					run,
					heads: got.value
				} : failed(effect, got.error);
			}
			case "open": {
				const { run } = effect;
				const got = await open(effect);
				return got.ok ? {
					is: "opened",
					run,
					...got.value
				} : failed(effect, got.error);
			}
			case "pull": {
				const got = await api.changes(effect.ask);
				if (!got.ok) return failed(effect, got.error);
				return {
					is: "page",
					run: effect.run,
					ask: effect.ask,
					page: got.value
				};
			}
			case "apply": {
				const { stream } = effect.page.facts;
				const got = await apply(effect);
				if (!got.ok) return failed(effect, got.error);
				return {
					is: "applied",
					run: effect.run,
					stream,
					applied: got.value
				};
			}
			case "read-manifest": {
				const got = await readManifest();
				if (!got.ok) return failed(effect, got.error);
				return {
					is: "manifest",
					run: effect.run,
					...got.value
				};
			}
			case "fetch-buckets": {
				const got = await buckets(effect);
				if (got === null) return null;
				if (!got.ok) return failed(effect, got.error);
				return {
					is: "pool-ready",
					run: effect.run,
					applied: got.value
				};
			}
			case "push": {
				const { run } = effect;
				const got = await push(effect);
				return got.ok ? {
					is: "pushed",
					run,
					response: got.value
				} : failed(effect, got.error);
			}
			case "purge": {
				const got = await purge(effect);
				return got.ok ? {
					is: "purged",
					stream: effect.stream
				} : failed(effect, got.error);
			}
			default: return assertNever(effect);
		}
	}
	return async (effect) => {
		try {
			return await ask(effect);
		} catch (fault) {
			ports.log.warn("sync.fault", {
				doing: effect.do,
				name: nameOf(fault)
			});
			return failed(effect, fail("INTERNAL_FAULT", "Something in this program failed.").error);
		}
	};
}
function nameOf(fault) {
	return fault instanceof Error ? fault.name : typeof fault;
}
function failed(effect, failure) {
	switch (effect.do) {
		case "push": return {
			is: "push-failed",
			run: effect.run,
			failure
		};
		case "open": return {
			is: "open-failed",
			run: effect.run,
			failure
		};
		case "purge": return {
			is: "purge-failed",
			stream: effect.stream
		};
		case "hello":
		case "heads":
		case "pull":
		case "apply":
		case "read-manifest":
		case "fetch-buckets": return {
			is: "pull-failed",
			run: effect.run,
			stream: streamOf(effect),
			failure
		};
		default: return assertNever(effect);
	}
}
function streamOf(effect) {
	switch (effect.do) {
		case "pull": return effect.ask.stream;
		case "apply": return effect.page.facts.stream;
		case "read-manifest":
		case "fetch-buckets": return POOL;
		case "hello":
		case "heads": return null;
		default: return assertNever(effect);
	}
}
// ../../swt-freeze-G0nL73/src/core/sync/journal-rules.ts
/**
* Says what an entry becomes; null = it leaves; the same entry = the change is skipped.
*
* The journal on disk and the engine's own picture both use it, so that they cannot
* disagree. Rules SY20 to SY25.
*/
function applyChange(entry, change) {
	switch (change.to) {
		case "sent":
			if (entry.state.is !== "waiting") return entry;
			return {
				...entry,
				state: {
					is: "sent",
					epoch: change.epoch,
					seq: change.seq,
					at: change.at
				}
			};
		case "refused":
			if (entry.state.is !== "waiting") return entry;
			if (entry.mutation.kind === "noop") return null;
			return {
				...entry,
				state: {
					is: "refused",
					reason: change.reason,
					at: change.at
				}
			};
		case "waiting": {
			if (entry.state.is === "refused") return entry;
			const tries = entry.state.is === "waiting" ? entry.state.tries : 1;
			const error = change.lastError === null ? {} : { lastError: change.lastError };
			return {
				...entry,
				state: {
					is: "waiting",
					tries,
					...error
				}
			};
		}
		case "gone": return entry.state.is === "sent" ? null : entry;
	}
}
/** Applies changes to a whole list. */
function applyChanges(entries, changes) {
	const byId = new Map(changes.map((change) => [change.id, change]));
	return entries.flatMap((entry) => {
		const change = byId.get(entry.id);
		const next = change === void 0 ? entry : applyChange(entry, change);
		return next === null ? [] : [next];
	});
}
/** Numbers every waiting entry anew from `from`, in the same order. */
function renumbered(entries, from) {
	let next = from;
	return inOrder(entries).map((entry) => {
		if (entry.state.is !== "waiting") return entry;
		const n = next++;
		return {
			...entry,
			n,
			mutation: {
				...entry.mutation,
				n
			}
		};
	});
}
/** The entries by their order on this device. */
function inOrder(entries) {
	return entries.toSorted((a, b) => a.n - b.n);
}
/** Whether an entry is work of the recruiter that the centre has not acknowledged. */
function isUnsent(entry) {
	return entry.state.is === "waiting" && entry.mutation.kind !== "noop";
}
/**
* Lets acknowledged entries go once their echo is here, and offers again those whose
* acknowledgement belongs to another history (SY23, SY24).
*/
function tendJournal(state, at) {
	if (state.session === null || isJournalPaused(state, at)) return step(state);
	const granted = new Set(state.session.streams);
	const changes = state.journal.flatMap((entry) => {
		if (entry.state.is !== "sent") return [];
		const { stream } = entry.mutation;
		if (entry.mutation.kind === "noop" || !granted.has(stream)) return [{
			to: "gone",
			id: entry.id
		}];
		const place = state.places[stream];
		if (place === void 0) return [];
		if (place.epoch !== entry.state.epoch) return [{
			to: "waiting",
			id: entry.id,
			lastError: null
		}];
		const { cursor } = place;
		return state.replica.is === "open" && cursor !== null && cursor.epoch === entry.state.epoch && cursor.snapAt === void 0 && !place.reread && cursor.seq >= entry.state.seq ? [{
			to: "gone",
			id: entry.id
		}] : [];
	});
	if (changes.length === 0) return step(state);
	return step({
		...state,
		journal: applyChanges(state.journal, changes)
	}, {
		do: "settle",
		changes
	});
}
// ../../swt-freeze-G0nL73/src/core/sync/backoff.ts
/** The longest wait between two tries. */
var BACKOFF_CAP_MS = 6e4;
/** The longest wait a centre can ask for. */
var RETRY_AFTER_CAP_MS = 36e5;
/**
* Chooses the wait before try `tries + 1`, after `tries` failures in a row.
*
* Full jitter below a doubling cap; a centre's own wait is never undercut, and is
* stretched by up to half so that laptops do not return together. `roll` is 0 to 1.
* Rule SY30; sync.md 3.8.
*/
function chooseWaitMs(tries, failure, roll) {
	if (failure.retryAfterMs !== void 0) return Math.min(RETRY_AFTER_CAP_MS, Math.round(failure.retryAfterMs * (1 + roll / 2)));
	const capMs = Math.min(BACKOFF_CAP_MS, 1e3 * 2 ** Math.min(tries, 10));
	return Math.round(capMs * roll);
}
// ../../swt-freeze-G0nL73/src/core/sync/trouble.ts
/** How often a parked engine looks whether it may go on. */
var PARKED_RETRY_MS = 6e5;
/** Failures after which nothing is tried until someone or time changes something. */
function parks(code) {
	return code === "AUTH_SIGN_IN_AGAIN" || code === "SYNC_UPGRADE_REQUIRED";
}
/** Counts a failure to reach the centre; any answer of the centre's own ends the count. */
function countUnreachable(state, failure) {
	const isUnreachable = failure.code === "NET_UNREACHABLE";
	return {
		...state,
		unreachable: isUnreachable ? state.unreachable + 1 : 0
	};
}
/** Stops the lane of pulls for this failure: parked, or waiting with back-off (SY30, SY31). */
function troubleWithPull(state, failure, { at, stream }) {
	const counted = countUnreachable(state, failure);
	const isHelloRefused = failure.code === "AUTH_NOT_ALLOWED" && state.mode.is === "hello";
	if (parks(failure.code) || isHelloRefused) return park(counted, failure.code);
	const delayMs = chooseWaitMs(state.tries, failure, at.roll);
	return step({
		...counted,
		run: state.run + 1,
		tries: state.tries + 1,
		avoid: stream,
		mode: {
			is: "waiting",
			untilMs: at.wallMs + delayMs,
			why: failure.code
		}
	}, {
		do: "disarm",
		timer: "poll"
	}, {
		do: "arm",
		timer: "retry",
		delayMs
	});
}
/** Stops both lanes until something changes; what is written keeps being saved. */
function park(state, why) {
	return step({
		...notice(state, why),
		mode: {
			is: "parked",
			why
		},
		run: state.run + 1,
		push: { is: "idle" },
		pushRun: state.pushRun + 1
	}, {
		do: "listen",
		on: false
	}, {
		do: "disarm",
		timer: "poll"
	}, {
		do: "disarm",
		timer: "push"
	}, {
		do: "arm",
		timer: "retry",
		delayMs: PARKED_RETRY_MS
	});
}
var HOUR_MS = 36e5;
var NOTE_SYNC_EVERY_MS = 6e4;
/** Goes to the centre for who, what and how far: the start of every round. */
function hello(state) {
	const run = state.run + 1;
	return step({
		...state,
		run,
		wantsHello: false,
		mode: { is: "hello" }
	}, {
		do: "disarm",
		timer: "retry"
	}, {
		do: "disarm",
		timer: "poll"
	}, {
		do: "hello",
		run
	});
}
/** Marks a stream to be read again, within the hourly budget (SY15). */
function reread(state, stream, at) {
	const now = state.places[stream];
	if (now === void 0) return state;
	const recent = now.rereads.filter((time) => at.monoMs - time < HOUR_MS);
	const oldest = recent[0];
	if (recent.length >= 3 && oldest !== void 0) return notice(place(state, stream, {
		reread: true,
		blockedUntilMonoMs: oldest + HOUR_MS
	}), "SYNC_CURSOR_EXPIRED");
	return place(state, stream, {
		reread: true,
		rereads: [...recent, at.monoMs]
	});
}
function isBehind({ cursor, reread, epoch, head }) {
	if (cursor === null || reread || cursor.epoch !== epoch) return true;
	return cursor.snapAt !== void 0 || cursor.seq !== head;
}
function isBlocked({ blockedUntilMonoMs }, at) {
	return blockedUntilMonoMs !== null && at.monoMs < blockedUntilMonoMs;
}
/** Whether some stream has more to read. */
function hasMore(state, at) {
	return Object.values(state.places).some((p) => isBehind(p) && !isBlocked(p, at));
}
/** What everyone reads first, people last: rules and do-not-contact come before the pool. */
function rank(stream, avoid) {
	if (stream === avoid) return 3;
	if (stream === "programme") return 0;
	return stream === "pool" ? 2 : 1;
}
/** Chooses the next thing to read; with nothing left, everything is confirmed (SY12). */
function choosePull(state, at) {
	const { session } = state;
	if (session === null || state.wantsHello) return hello(state);
	if (state.replica.is !== "open") return live(state, at);
	const next = session.streams.filter((stream) => {
		const p = state.places[stream];
		return p !== void 0 && isBehind(p) && !isBlocked(p, at);
	}).toSorted((a, b) => rank(a, state.avoid) - rank(b, state.avoid))[0];
	if (next === void 0) return caughtUp(state, at);
	return readNext(state, next, at);
}
function readNext(state, stream, at) {
	const now = state.places[stream];
	if (now === void 0) return live(state, at);
	if (now.cursor !== null && !now.reread && now.cursor.epoch !== now.epoch) return choosePull(reread(state, stream, at), at);
	const run = state.run + 1;
	const reading = {
		...unblocked(state, stream, at),
		run,
		mode: {
			is: "catching-up",
			stream,
			to: null
		}
	};
	const isFromStart = now.cursor === null || now.reread;
	if (stream === "pool" && isFromStart) return step(reading, {
		do: "read-manifest",
		run
	});
	return step(reading, {
		do: "pull",
		run,
		ask: {
			stream,
			epoch: now.epoch,
			after: isFromStart ? 0 : now.cursor?.seq ?? 0,
			snapAt: isFromStart ? null : now.cursor?.snapAt ?? null
		}
	});
}
/** A stream whose hour is over is re-read now, and that counts as one more. */
function unblocked(state, stream, at) {
	const now = state.places[stream];
	if (now === void 0 || now.blockedUntilMonoMs === null) return state;
	return place(state, stream, {
		blockedUntilMonoMs: null,
		rereads: [...now.rereads.filter((time) => at.monoMs - time < HOUR_MS), at.monoMs]
	});
}
/** What a notice said is over: everything is here again, or the journal is written again. */
function withoutPast({ notices }, isNoteDue) {
	const isPast = (code) => code === "STORE_REBUILT" || code === "SYNC_CURSOR_EXPIRED" || isNoteDue && (code === "SAVE_DISK_FULL" || code === "SAVE_FAILED");
	return notices.some(isPast) ? notices.filter((code) => !isPast(code)) : notices;
}
function caughtUp(state, at) {
	if (!Object.values(state.places).every((p) => !isBehind(p))) return live(state, at);
	const now = instant(at.wallMs);
	const effects = [];
	const isNoteDue = state.dirty || Math.abs(at.wallMs - state.notedSyncMs) >= NOTE_SYNC_EVERY_MS;
	if (isNoteDue) effects.push({
		do: "note-sync",
		at: now
	});
	if (state.dirty) effects.push({
		do: "caught-up",
		at: now
	});
	return andThen(step({
		...state,
		dirty: false,
		lastSyncAt: now,
		notedSyncMs: isNoteDue ? at.wallMs : state.notedSyncMs,
		avoid: null,
		notices: withoutPast(state, isNoteDue)
	}, ...effects), (s) => live(s, at));
}
/** Nothing to read now: asks again after a jittered while. */
function live(state, at) {
	const pollMs = state.session?.pollMs ?? 3e4;
	return step({
		...state,
		mode: {
			is: "live",
			asking: false
		}
	}, {
		do: "arm",
		timer: "poll",
		delayMs: Math.round(pollMs * (.5 + at.roll))
	});
}
/** A page came: it is passed on only if it is what was asked for (SY10). */
function onPage(state, event, at) {
	const { ask, page } = event;
	const { facts } = page;
	const now = state.places[ask.stream];
	if (!(now !== void 0 && facts.stream === ask.stream && facts.epoch === ask.epoch && facts.after === ask.after && facts.to >= facts.after && (!facts.more || facts.to > facts.after))) return badAnswer(state, ask.stream, at);
	const useful = heard(state);
	const head = facts.more ? Math.max(facts.head, facts.to + 1) : facts.to;
	const isFirst = now.cursor === null || now.reread;
	const isMore = now.cursor?.snapAt !== void 0;
	return step({
		...place(useful, ask.stream, { head }),
		wantsHello: state.wantsHello || facts.grantsRev > (state.session?.grantsRev ?? 0),
		mode: {
			is: "catching-up",
			stream: ask.stream,
			to: facts.to
		}
	}, {
		do: "apply",
		run: state.run,
		page,
		snapshot: isFirst ? "first" : isMore ? "more" : "none"
	});
}
/** The worker has committed a page: its cursor is the truth (SY11). */
function onApplied(state, event, at) {
	const { cursor, setAside } = event.applied;
	const to = state.mode.is === "catching-up" ? state.mode.to : null;
	const moved = {
		...place(state, event.stream, {
			cursor,
			reread: false
		}),
		dirty: true,
		setAside: state.setAside + setAside
	};
	if (cursor === null || cursor.seq !== to) return badAnswer(moved, event.stream, at);
	return choosePull({
		...moved,
		tries: 0
	}, at);
}
/** The manifest of the pool is here and the worker has said what it lacks. */
function onManifest(state, event, at) {
	const { manifest, missing } = event;
	if (manifest.epoch !== state.places["pool"]?.epoch) return badAnswer({
		...state,
		wantsHello: true
	}, POOL, at);
	const lacking = new Set(missing);
	const people = (held) => manifest.buckets.filter(({ b }) => lacking.has(b) !== held).reduce((sum, bucket) => sum + bucket.people, 0);
	const heldCount = people(true);
	return step({
		...heard(state),
		setAside: 0,
		mode: {
			is: "first-sync",
			people: heldCount,
			of: heldCount + people(false)
		}
	}, {
		do: "fetch-buckets",
		run: state.run,
		manifest,
		missing
	});
}
/** One more bucket is stored. */
function onBucket(state, event) {
	if (state.mode.is !== "first-sync") return step(state);
	return step({
		...heard(state),
		tries: 0,
		setAside: state.setAside + event.setAside,
		mode: {
			...state.mode,
			people: state.mode.people + event.people
		}
	});
}
/** All buckets are stored: ordinary pages follow from the lowest sequence of them. */
function onPoolReady(state, event, at) {
	const { cursor, setAside } = event.applied;
	if (cursor === null) return badAnswer(state, POOL, at);
	return choosePull({
		...place(state, POOL, {
			cursor,
			reread: false
		}),
		dirty: true,
		tries: 0,
		setAside: state.setAside + setAside
	}, at);
}
/** Something of the reading lane failed. */
function onPullFailed(state, event, at) {
	const { stream, failure } = event;
	if (failure.code === "SYNC_CURSOR_EXPIRED" && stream !== null) {
		if (state.mode.is === "first-sync") return troubleWithPull(heard(state), failure, {
			at,
			stream
		});
		return hello(reread(heard(state), stream, at));
	}
	return troubleWithPull(state, failure, {
		at,
		stream
	});
}
function badAnswer(state, stream, at) {
	const failure = fail("SYNC_BAD_ANSWER", "The answer does not go on from here.").error;
	return troubleWithPull(state, failure, {
		at,
		stream
	});
}
/** The centre answered with something of use. */
function heard(state) {
	return {
		...state,
		unreachable: 0
	};
}
// ../../swt-freeze-G0nL73/src/core/sync/batch.ts
/** Counts the bytes a text has in UTF-8. */
function sizeBytes(text) {
	let bytes = 0;
	for (const sign of text) {
		const code = sign.codePointAt(0) ?? 0;
		bytes += code < 128 ? 1 : code < 2048 ? 2 : code < 65536 ? 3 : 4;
	}
	return bytes;
}
/**
* Plans the next push: waiting entries in device order, holes filled (SY21).
*
* `expected` is the order number the centre takes next, null when not known. A single
* entry larger than `bytesLimit` goes alone. Null when nothing waits.
*/
function planBatch(entries, expected, limit) {
	const waiting = inOrder(entries.filter(({ state }) => state.is === "waiting"));
	const oldest = waiting[0];
	if (oldest === void 0) return null;
	const ids = [];
	const holes = [];
	let next = expected ?? oldest.n;
	let bytes = 0;
	const count = () => ids.length + holes.length;
	for (const entry of waiting) {
		while (next < entry.n && count() < limit.count) holes.push(next++);
		if (next < entry.n || count() >= limit.count) break;
		bytes += sizeBytes(JSON.stringify(entry.mutation)) + 1;
		if (bytes > limit.bytes && count() > 0) break;
		ids.push(entry.id);
		next = Math.max(next, entry.n + 1);
	}
	const firstHole = holes[0];
	const isHole = firstHole !== void 0 && firstHole < oldest.n;
	return {
		ids,
		holes,
		holeStream: oldest.mutation.stream,
		first: {
			n: isHole ? firstHole : oldest.n,
			isHole
		},
		count: count()
	};
}
// ../../swt-freeze-G0nL73/src/core/sync/push.ts
/** Order gaps in a row after which the lane waits instead of asking again at once. */
var GAPS_AT_ONCE = 3;
function mayPush(state, at) {
	const { mode, push, session } = state;
	if (session === null || push.is !== "idle" || isJournalPaused(state, at)) return false;
	switch (mode.is) {
		case "signed-out":
		case "asleep":
		case "parked": return false;
		case "waiting": return mode.why !== "NET_UNREACHABLE" && mode.why !== "NET_BUSY";
		case "hello":
		case "first-sync":
		case "catching-up":
		case "live": return true;
	}
}
/** Sends what waits, if nothing is under way: at most one push in flight (SY20). */
function startPush(state, at) {
	if (!mayPush(state, at) || state.session === null) return step(state);
	const batch = planBatch(state.journal, state.expected, {
		count: Math.max(1, Math.min(state.pushLimit, state.session.pushCount, 100)),
		bytes: Math.min(state.session.pushBytes, PUSH_BYTES)
	});
	if (batch === null) return step(state.sentInRound === 0 ? state : {
		...state,
		sentInRound: 0
	});
	const { ids, holes, holeStream, first, count } = batch;
	const pushRun = state.pushRun + 1;
	return step({
		...state,
		pushRun,
		push: {
			is: "in-flight",
			ids,
			first,
			count
		}
	}, {
		do: "push",
		run: pushRun,
		ids,
		holes,
		holeStream
	});
}
/** The centre answered: each outcome is terminal, and none moves a cursor (SY22). */
function onPushed(state, response, at) {
	if (state.push.is !== "in-flight") return step(state);
	const asked = new Set(state.push.ids);
	const now = instant(at.wallMs);
	let isOtherHistory = false;
	const changes = response.results.flatMap((result) => {
		if (!asked.has(result.id)) return [];
		if (result.outcome === "rejected") {
			const reason = result.problem?.detail ?? result.problem?.title ?? "The centre said no.";
			return [{
				to: "refused",
				id: result.id,
				reason,
				at: now
			}];
		}
		const place = state.places[result.stream];
		if (place !== void 0 && place.epoch !== result.epoch) {
			isOtherHistory = true;
			return [];
		}
		const { id, epoch, seq } = result;
		return [{
			to: "sent",
			id,
			epoch,
			seq,
			at: now
		}];
	});
	const hasMoved = changes.length > 0 || response.lastN + 1 > (state.expected ?? 1);
	const before = state.journal.filter(isUnsent).length;
	const journal = applyChanges(state.journal, changes);
	const settled = {
		...state,
		unreachable: 0,
		journal,
		push: { is: "idle" },
		expected: Math.max(state.expected ?? 1, response.lastN + 1),
		sentInRound: state.sentInRound + before - journal.filter(isUnsent).length,
		wantsHello: state.wantsHello || isOtherHistory
	};
	if (isOtherHistory || !hasMoved) {
		const busy = fail("NET_BUSY", "The centre answered without an outcome.").error;
		const waiting = wait(settled, busy, at);
		return step(waiting.state, {
			do: "settle",
			changes
		}, ...waiting.effects);
	}
	const calm = {
		...settled,
		pushTries: 0,
		gaps: 0,
		pushLimit: Math.min(100, state.pushLimit * 2)
	};
	return changes.length === 0 ? step(calm) : step(calm, {
		do: "settle",
		changes
	});
}
/** The push failed as a whole. Nothing leaves the journal by that. */
function onPushFailed(state, failure, at) {
	if (state.push.is !== "in-flight") return step(state);
	if (parks(failure.code)) return park(state, failure.code);
	const { code } = failure;
	if (code === "SYNC_ORDER_GAP") return onGap(state, failure, at);
	if (code === "SYNC_TOO_LARGE" || code === "SYNC_REFUSED") return split(state, failure, at);
	if (code === "SYNC_PROGRAMME_CLOSED" || code === "AUTH_NOT_ALLOWED") return parkPush(state, code, at);
	return lookAgain(wait(code.startsWith("SAVE_") ? notice(state, code) : state, failure, at), failure);
}
/** Whether the centre is there at all is for the other lane to find out, and soon. */
function lookAgain(waiting, failure) {
	if (failure.code !== "NET_UNREACHABLE" || waiting.state.mode.is !== "live") return waiting;
	return step(waiting.state, ...waiting.effects, {
		do: "arm",
		timer: "poll",
		delayMs: 0
	});
}
/** Only this lane stops; reading goes on, and a hello or a reopening lets it go (SY28). */
function parkPush(state, why, at) {
	const wantsHello = why === "AUTH_NOT_ALLOWED";
	return step({
		...notice(state, why),
		push: {
			is: "parked",
			why
		},
		wantsHello
	}, {
		do: "arm",
		timer: "push",
		delayMs: Math.round(PARKED_RETRY_MS * (.5 + at.roll))
	});
}
function wait(state, failure, at) {
	const delayMs = chooseWaitMs(state.pushTries, failure, at.roll);
	const untilMs = at.wallMs + delayMs;
	return step({
		...state,
		pushTries: state.pushTries + 1,
		push: {
			is: "waiting",
			untilMs,
			why: failure.code
		}
	}, {
		do: "arm",
		timer: "push",
		delayMs
	});
}
/**
* The device's order and the centre's differ (SY26).
*
* Behind: the numbers the centre lacks go out, as work or as `noop`. Ahead: the numbers
* were used by a journal this one is an older copy of, so waiting entries get new ones.
*/
function onGap(state, failure, at) {
	const expected = failure.details?.expected;
	if (typeof expected !== "number" || !Number.isSafeInteger(expected) || expected < 1) return wait(state, failure, at);
	const first = state.push.is === "in-flight" ? state.push.first : null;
	const gaps = state.gaps + 1;
	const known = {
		...state,
		expected,
		gaps,
		push: { is: "idle" }
	};
	if (gaps > GAPS_AT_ONCE) return wait(known, failure, at);
	if (first === null || first.isHole || first.n >= expected) return step(known);
	return step({
		...known,
		journal: renumbered(state.journal, expected)
	}, {
		do: "renumber",
		from: expected
	});
}
/** A batch the centre will not take is halved; a single change it will not take is refused. */
function split(state, failure, at) {
	if (state.push.is !== "in-flight") return step(state);
	const { count, ids } = state.push;
	if (count > 1) return step({
		...state,
		push: { is: "idle" },
		pushLimit: Math.ceil(count / 2)
	});
	const id = ids[0];
	if (id === void 0) return wait(state, failure, at);
	const changes = [{
		to: "refused",
		id,
		reason: failure.message,
		at: instant(at.wallMs)
	}];
	return step({
		...state,
		push: { is: "idle" },
		pushLimit: Math.max(1, state.pushLimit),
		journal: applyChanges(state.journal, changes)
	}, {
		do: "settle",
		changes
	});
}
// ../../swt-freeze-G0nL73/src/core/sync/replica.ts
/** Whether the open cache holds keys for every stream of the session. */
function replicaFits({ replica, session }) {
	if (replica.is !== "open" || session === null) return false;
	return session.streams.every((stream) => replica.streams.includes(stream));
}
/** Opens the cache, for the session's streams or those last known (SY4). */
function openReplica(state) {
	const replicaRun = state.replicaRun + 1;
	return step({
		...state,
		replicaRun,
		replica: { is: "opening" }
	}, {
		do: "open",
		run: replicaRun,
		streams: state.session?.streams ?? null
	});
}
/** The window is there; one that was there before is not any more. */
function onReplicaUp(state, at) {
	return andThen(onReplicaDown(state, at), (away) => {
		const ready = {
			...away,
			replica: { is: "ready" },
			replicaTries: 0
		};
		return state.mode.is === "signed-out" ? step(ready) : openReplica(ready);
	});
}
/** The window is gone or reloading: where its cursors stand is not known any more (SY5). */
function onReplicaDown(state, at) {
	const places = Object.fromEntries(Object.entries(state.places).map(([stream, place]) => [stream, {
		...place,
		cursor: null
	}]));
	const away = {
		...state,
		places,
		replica: { is: "away" },
		replicaRun: state.replicaRun + 1
	};
	return state.mode.is === "first-sync" || state.mode.is === "catching-up" ? choosePull({
		...away,
		run: state.run + 1
	}, at) : step(away);
}
/** The cache is open: its cursors say what to read, and it gets the journal. */
function onOpened(state, event, at) {
	const { held, streams } = event;
	const cursors = new Map(held.cursors.map((cursor) => [cursor.stream, cursor]));
	const places = {};
	for (const [stream, place] of Object.entries(state.places)) places[stream] = {
		...place,
		cursor: cursors.get(stream) ?? null
	};
	const strangers = [];
	for (const cursor of held.cursors) if (state.session === null) places[cursor.stream] ??= {
		epoch: cursor.epoch,
		head: cursor.seq,
		cursor,
		reread: false,
		rereads: [],
		blockedUntilMonoMs: null
	};
	else if (!state.session.streams.includes(cursor.stream)) strangers.push(cursor.stream);
	const purging = [.../* @__PURE__ */ new Set([...state.purging, ...strangers])];
	const open = {
		...held.rebuilt !== null && (held.rebuilt !== "empty" || state.lastSyncAt !== null) ? notice(state, "STORE_REBUILT") : state,
		places,
		purging,
		replica: {
			is: "open",
			streams
		},
		replicaTries: 0,
		dirty: true
	};
	const opened = step(open, ...[{
		do: "share-journal",
		entries: state.journal
	}, ...purging.map((stream) => ({
		do: "purge",
		stream
	}))]);
	if (!replicaFits(open) && state.session !== null) return andThen(opened, openReplica);
	return state.mode.is === "live" && !state.mode.asking ? andThen(opened, (s) => choosePull(s, at)) : opened;
}
/** The cache did not open. Without a session its streams are not known: one will come. */
function onOpenFailed(state, failure, at) {
	const ready = {
		...failure.code.startsWith("STORE_") ? notice(state, failure.code) : state,
		replica: { is: "ready" },
		replicaTries: state.replicaTries + 1
	};
	if (state.session === null) return step(ready);
	return step(ready, {
		do: "arm",
		timer: "replica",
		delayMs: chooseWaitMs(state.replicaTries, failure, at.roll)
	});
}
/** The widest wait between a nudge and the call it leads to (decision C4). */
var NUDGE_JITTER_MS = 250;
function placesOf(state, session) {
	return Object.fromEntries(session.grants.map(({ stream, epoch, head }) => {
		return [stream, {
			...state.places[stream] ?? {
				cursor: null,
				reread: false,
				rereads: [],
				blockedUntilMonoMs: null
			},
			epoch,
			head
		}];
	}));
}
/** The centre said who calls and what they may read (SY2, SY3). */
function onSession(state, session, at) {
	if (session.grants.length === 0) {
		const failure = fail("AUTH_NOT_ALLOWED", "The centre grants nothing.").error;
		return troubleWithPull(state, failure, {
			at,
			stream: null
		});
	}
	const streams = session.grants.map(({ stream }) => stream);
	const lost = Object.keys(state.places).filter((s) => !streams.includes(s));
	const purging = [.../* @__PURE__ */ new Set([...state.purging, ...lost])].filter((s) => !streams.includes(s));
	const offByMs = at.wallMs - Date.parse(session.now);
	const isStuck = state.push.is === "waiting" && state.push.why === "NET_UNREACHABLE";
	const known = {
		...heard(state),
		tries: 0,
		wantsHello: false,
		session: {
			grantsRev: session.grantsRev,
			streams,
			pushCount: session.limits.pushCount,
			pushBytes: session.limits.pushBytes,
			pollMs: session.limits.pollMs
		},
		places: placesOf(state, session),
		purging,
		clockOffByMs: Math.abs(offByMs) > 12e4 ? offByMs : null,
		push: isStuck ? { is: "idle" } : state.push,
		expected: Math.max(state.expected ?? 1, session.lastN + 1)
	};
	return andThen(andThen(step(known, ...[{
		do: "listen",
		on: true
	}, ...purges(known)]), openIfNeeded), (s) => choosePull(s, at));
}
/** Asks again for every removal that is not confirmed; doing it twice does no harm. */
function purges(state) {
	return state.purging.map((stream) => ({
		do: "purge",
		stream
	}));
}
function openIfNeeded(state) {
	if (state.replica.is === "ready") return openReplica(state);
	if (state.replica.is === "open" && !replicaFits(state)) return openReplica(state);
	return step(state);
}
function withHeads(state, { grantsRev, heads }) {
	const places = Object.fromEntries(Object.entries(state.places).map(([stream, place]) => {
		const head = heads[stream];
		if (head === void 0) return [stream, place];
		return [stream, {
			...place,
			epoch: head.epoch,
			head: head.seq
		}];
	}));
	const isNewer = grantsRev > (state.session?.grantsRev ?? 0);
	return {
		...state,
		places,
		wantsHello: state.wantsHello || isNewer
	};
}
/** The answer to a poll. */
function onHeads(state, heads, at) {
	return choosePull({
		...withHeads(heard(state), heads),
		tries: 0
	}, at);
}
/** A hint that something changed: never data, and it may be late or repeated (SY13). */
function onNudge(state, heads, at) {
	const hinted = withHeads(state, heads);
	if (state.mode.is !== "live" || state.mode.asking) return step(hinted);
	if (!hinted.wantsHello && !hasMore(hinted, at)) return step(hinted);
	return step(hinted, {
		do: "arm",
		timer: "poll",
		delayMs: Math.round(at.roll * NUDGE_JITTER_MS)
	});
}
/** Time to look again: what is already known to be behind is read without asking. */
function onPollDue(state, at) {
	if (state.mode.is !== "live" || state.mode.asking) return step(state);
	const isClockWrong = state.clockOffByMs !== null;
	if (state.session === null || state.wantsHello || isClockWrong) return hello(state);
	if (state.replica.is === "open" && hasMore(state, at)) return choosePull(state, at);
	const run = state.run + 1;
	return step({
		...state,
		run,
		mode: {
			is: "live",
			asking: true
		}
	}, {
		do: "heads",
		run
	});
}
// ../../swt-freeze-G0nL73/src/core/sync/reduce.ts
/** The widest wait after the laptop wakes or a network appears. */
var WAKE_JITTER_MS = 5e3;
/** How long a journal that failed is left alone. */
var JOURNAL_PAUSE_MS = 5e3;
/**
* The whole engine: what a state becomes by an event, and what is to be done for it.
*
* Total: every event is handled in every state, and one that does not fit changes
* nothing durable. Pure: time and chance come with `at`. Rules: SPEC.md.
*/
function reduce(state, event, at) {
	if (isLate(state, event)) return step(state);
	return andThen(andThen(andThen(handle(state, event, at), (next) => tendJournal(next, at)), helloIfWanted), (next) => startPush(next, at));
}
/** Whether an answer belongs to a question that does not count any more (SY6). */
function isLate(state, event) {
	switch (event.is) {
		case "session":
		case "heads":
		case "page":
		case "applied":
		case "manifest":
		case "bucket":
		case "pool-ready":
		case "pull-failed": return event.run !== state.run;
		case "pushed":
		case "push-failed": return event.run !== state.pushRun;
		case "opened":
		case "open-failed": return event.run !== state.replicaRun || state.replica.is !== "opening";
		case "signed-in":
		case "signed-out":
		case "suspend":
		case "resume":
		case "network-up":
		case "sync-now":
		case "timer":
		case "nudge":
		case "journal":
		case "journal-failed":
		case "replica-up":
		case "replica-down":
		case "purged":
		case "purge-failed": return false;
		default: return assertNever(event);
	}
}
function handle(state, event, at) {
	switch (event.is) {
		case "signed-in": return onSignedIn(state);
		case "signed-out": return signOut(state);
		case "suspend": return state.mode.is === "signed-out" ? step(state) : sleep(state);
		case "resume":
		case "network-up": return wake(state, at);
		case "sync-now": return syncNow(state);
		case "timer": return onTimer(state, event.name, at);
		case "nudge": return onNudge(state, event.heads, at);
		case "journal": return onJournal({
			...state,
			journal: event.entries
		});
		case "journal-failed": return step({
			...notice(state, event.failure.code),
			journalPausedUntilMonoMs: at.monoMs + JOURNAL_PAUSE_MS
		}, {
			do: "arm",
			timer: "push",
			delayMs: JOURNAL_PAUSE_MS
		});
		case "replica-up": return onReplicaUp(state, at);
		case "replica-down": return onReplicaDown(state, at);
		case "opened": return onOpened(state, event, at);
		case "open-failed": return onOpenFailed(state, event.failure, at);
		case "session": return onSession(state, event.session, at);
		case "heads": return onHeads(state, event.heads, at);
		case "page": return onPage(state, event, at);
		case "applied": {
			const applied = onApplied(state, event, at);
			return event.stream === "programme" ? andThen(applied, releasePush) : applied;
		}
		case "manifest": return onManifest(state, event, at);
		case "bucket": return onBucket(state, event);
		case "pool-ready": return onPoolReady(state, event, at);
		case "pull-failed": return onPullFailed(state, event, at);
		case "pushed": return onPushed(state, event.response, at);
		case "push-failed": return onPushFailed(state, event.failure, at);
		case "purged": return step({
			...state,
			purging: state.purging.filter((s) => s !== event.stream)
		});
		case "purge-failed": return step(state);
		default: return assertNever(event);
	}
}
/** Signing in again also goes on from where the last sign-in ran out. */
function onSignedIn(state) {
	switch (state.mode.is) {
		case "signed-out": return andThen(state.replica.is === "ready" ? openReplica(state) : step(state), hello);
		case "parked":
		case "waiting": return andThen(releasePush(state), hello);
		case "asleep":
		case "hello":
		case "first-sync":
		case "catching-up":
		case "live": return step(state);
		default: return assertNever(state.mode);
	}
}
/** Everything known of the centre is forgotten; the journal and its truth stay. */
function signOut(state) {
	if (state.mode.is === "signed-out") return step(state);
	const { run, pushRun, replicaRun, replica, journal, lastSyncAt } = state;
	return step({
		...buildState(journal, lastSyncAt),
		run: run + 1,
		pushRun: pushRun + 1,
		replicaRun: replicaRun + 1,
		replica: replica.is === "away" ? replica : { is: "ready" }
	}, {
		do: "listen",
		on: false
	}, ...disarmAll(), { do: "lock" });
}
/** What is under way is forgotten: after a sleep its answers cannot be trusted to come. */
function sleep(state) {
	return step({
		...state,
		mode: { is: "asleep" },
		run: state.run + 1,
		push: { is: "idle" },
		pushRun: state.pushRun + 1
	}, {
		do: "listen",
		on: false
	}, ...disarmAll());
}
function disarmAll() {
	return [
		"poll",
		"retry",
		"push",
		"replica"
	].map((timer) => ({
		do: "disarm",
		timer
	}));
}
/** One try is moved forward, spread out so that laptops do not return together. */
function wake(state, at) {
	if (state.mode.is !== "asleep" && state.mode.is !== "waiting") return step(state);
	const delayMs = Math.round(at.roll * WAKE_JITTER_MS);
	const why = state.mode.is === "waiting" ? state.mode.why : "NET_UNREACHABLE";
	return step({
		...state,
		mode: {
			is: "waiting",
			untilMs: at.wallMs + delayMs,
			why
		}
	}, {
		do: "arm",
		timer: "retry",
		delayMs
	});
}
function syncNow(state) {
	switch (state.mode.is) {
		case "asleep":
		case "waiting":
		case "parked":
		case "live": return andThen(releasePush(state), hello);
		case "hello":
		case "first-sync":
		case "catching-up": return releasePush(state);
		case "signed-out": return step(state);
		default: return assertNever(state.mode);
	}
}
function releasePush(state) {
	if (state.push.is !== "waiting" && state.push.is !== "parked") return step(state);
	return step({
		...state,
		push: { is: "idle" }
	}, {
		do: "disarm",
		timer: "push"
	});
}
function onTimer(state, name, at) {
	switch (name) {
		case "poll": return onPollDue(state, at);
		case "retry": return state.mode.is === "waiting" || state.mode.is === "parked" ? hello(state) : step(state);
		case "push": return releasePush(state);
		case "replica": return state.replica.is === "ready" && state.mode.is !== "signed-out" ? openReplica(state) : step(state);
		default: return assertNever(name);
	}
}
function onJournal(state) {
	if (state.replica.is !== "open") return step(state);
	return step(state, {
		do: "share-journal",
		entries: state.journal
	});
}
function helloIfWanted(state) {
	if (!state.wantsHello || state.mode.is !== "live") return step(state);
	return hello(state);
}
// ../../swt-freeze-G0nL73/src/core/sync/status.ts
/**
* Says what the header says: one of six, from acknowledgements and nothing else (SY40).
*
* What stops everything comes first, then what only a person can settle, then what
* will settle itself.
*/
function describeWord(state) {
	const unsent = state.journal.filter(isUnsent);
	const notSent = unsent.length;
	const oldestAt = inOrder(unsent)[0]?.mutation.at ?? null;
	const refused = state.journal.filter(({ state: { is } }) => is === "refused").length;
	const why = whyStopped(state, notSent);
	if (why !== null) return {
		is: "cannot-send",
		why,
		notSent
	};
	if (refused > 0) return {
		is: "needs-decision",
		count: refused
	};
	if (state.unreachable >= 2) return {
		is: "offline",
		notSent,
		oldestAt
	};
	if (oldestAt === null) return {
		is: "all-sent",
		at: state.lastSyncAt
	};
	if (state.push.is === "in-flight") return {
		is: "sending",
		done: state.sentInRound,
		of: state.sentInRound + notSent
	};
	return {
		is: "not-sent",
		count: notSent,
		oldestAt
	};
}
function whyStopped({ mode, push }, notSent) {
	if (mode.is === "signed-out") return notSent > 0 ? "sign-in-again" : null;
	if (mode.is === "parked") {
		if (mode.why === "AUTH_SIGN_IN_AGAIN") return "sign-in-again";
		return mode.why === "SYNC_UPGRADE_REQUIRED" ? "update-needed" : "service-refused";
	}
	return push.is === "parked" && notSent > 0 ? "service-refused" : null;
}
function describePhase({ mode, push }) {
	switch (mode.is) {
		case "signed-out":
		case "asleep": return { is: "idle" };
		case "hello":
		case "catching-up": return { is: mode.is };
		case "first-sync":
		case "waiting":
		case "parked": return mode;
		case "live":
			if (push.is === "in-flight") return { is: "pushing" };
			return push.is === "idle" ? { is: "idle" } : push;
	}
}
function nextTryAt({ mode, push }) {
	if (mode.is === "waiting") return instant(mode.untilMs);
	return push.is === "waiting" ? instant(push.untilMs) : null;
}
/** Said because a lane stands still; not true any more once it moves. */
var WHILE_STOPPED = [
	"AUTH_SIGN_IN_AGAIN",
	"AUTH_NOT_ALLOWED",
	"SYNC_UPGRADE_REQUIRED",
	"SYNC_PROGRAMME_CLOSED"
];
function noticesNow({ notices, mode, push }) {
	const stops = [mode, push].map((lane) => lane.is === "parked" ? lane.why : null);
	return notices.filter((code) => !WHILE_STOPPED.includes(code) || stops.includes(code));
}
/** Describes the engine for the page. Pure: the same state says the same words. */
function describeStatus(state) {
	return {
		word: describeWord(state),
		phase: describePhase(state),
		lastSyncAt: state.lastSyncAt,
		nextTryAt: nextTryAt(state),
		setAside: state.setAside,
		clockOffByMs: state.clockOffByMs,
		notices: noticesNow(state)
	};
}
// ../../swt-freeze-G0nL73/src/core/sync/engine.ts
/**
* Starts the engine: carries out what the reducer asks, and tells it what came of it.
*
* Events are reduced one at a time, in the order they came. It begins signed out; the
* shell signals `signed-in` and, when the window's worker is there, `replica-up`.
*/
function startSyncEngine(ports) {
	const { replica, journal, clock, random, timer, log, listener } = ports;
	const fresh = buildState(journal.list(), journal.lastSyncAt());
	let state = journal.wasDamaged ? notice(fresh, "SAVE_JOURNAL_DAMAGED") : fresh;
	let told = "";
	let isStopped = false;
	let isBusy = false;
	const events = [];
	const timers = /* @__PURE__ */ new Map();
	let stopListening = null;
	let journalToShare = null;
	let isSharing = false;
	const ask = createAsk(ports, {
		isWanted: (run) => !isStopped && state.run === run,
		tell: dispatch
	});
	function dispatch(event) {
		if (isStopped) return;
		events.push(event);
		if (isBusy) return;
		isBusy = true;
		try {
			for (let next = events.shift(); next !== void 0; next = events.shift()) take(next);
		} finally {
			isBusy = false;
		}
		tell();
	}
	function take(event) {
		const at = {
			wallMs: clock.nowMs(),
			monoMs: clock.monotonicMs(),
			roll: random.next()
		};
		const isJournal = event.is === "journal";
		const step = reduce(state, isJournal ? {
			...event,
			entries: journal.list()
		} : event, at);
		state = step.state;
		for (const effect of step.effects) carryOut(effect);
	}
	function tell() {
		const status = describeStatus(state);
		const text = JSON.stringify(status);
		if (text === told) return;
		told = text;
		listener.status(status);
	}
	async function shareJournal() {
		if (isSharing) return;
		isSharing = true;
		while (journalToShare !== null) {
			const entries = journalToShare;
			journalToShare = null;
			const shared = await replica.call("journal", { entries });
			if (!shared.ok) log.warn("sync.journal-not-shared", { code: shared.error.code });
		}
		isSharing = false;
	}
	function written(result) {
		if (result.ok) return;
		log.warn("sync.journal-failed", { code: result.error.code });
		dispatch({
			is: "journal-failed",
			failure: result.error
		});
		dispatch({
			is: "journal",
			entries: []
		});
	}
	function disarm(name) {
		timers.get(name)?.();
		timers.delete(name);
	}
	function listen(on) {
		if (on) stopListening ??= ports.nudges.listen((heads) => dispatch({
			is: "nudge",
			heads
		}));
		else {
			stopListening?.();
			stopListening = null;
		}
	}
	function carryOut(effect) {
		switch (effect.do) {
			case "settle":
				written(journal.settle(effect.changes));
				break;
			case "renumber":
				written(journal.renumber(effect.from));
				break;
			case "note-sync":
				written(journal.noteSync(effect.at));
				break;
			case "share-journal":
				journalToShare = effect.entries;
				shareJournal();
				break;
			case "caught-up":
				replica.call("caught-up", { at: effect.at });
				break;
			case "lock":
				replica.call("lock", {});
				break;
			case "listen":
				listen(effect.on);
				break;
			case "disarm":
				disarm(effect.timer);
				break;
			case "arm": {
				const { timer: name, delayMs } = effect;
				disarm(name);
				timers.set(name, timer.after(delayMs, () => dispatch({
					is: "timer",
					name
				})));
				break;
			}
			case "hello":
			case "heads":
			case "open":
			case "pull":
			case "apply":
			case "read-manifest":
			case "fetch-buckets":
			case "push":
			case "purge":
				ask(effect).then((event) => event !== null && dispatch(event));
				break;
			default: assertNever(effect);
		}
	}
	const unsubscribe = journal.subscribe((entries) => dispatch({
		is: "journal",
		entries
	}));
	return {
		signal: (is) => dispatch({ is }),
		readStatus: () => describeStatus(state),
		readState: () => state,
		stop() {
			isStopped = true;
			unsubscribe();
			listen(false);
			for (const name of [...timers.keys()]) disarm(name);
		}
	};
}
var TABLES = `
  create table meta (key text primary key, value text not null) strict, without rowid;
  create table entry (id text primary key, n integer not null, state text not null,
    body blob not null) strict, without rowid;
  create table draft (id text primary key, body blob not null) strict, without rowid;
`;
/** Says why SQLite failed in the app's words. A full disk is never shown as saved. */
function saveFailure(fault) {
	const { errcode } = fault;
	return errcode !== void 0 && (errcode & 255) === 13 ? fail("SAVE_DISK_FULL", "There is no room left on the disk, so this was not saved.") : fail("SAVE_FAILED", "The disk did not take this, so it was not saved.");
}
/** Opens or makes the file. Throws what SQLite throws, or `NewerJournal`. */
function openJournalFile(path, { sealer, nameKey }) {
	const db = new DatabaseSync(path);
	try {
		db.exec("pragma locking_mode = exclusive; pragma journal_mode = wal");
		db.exec("pragma synchronous = full; pragma secure_delete = on; pragma trusted_schema = off");
		if (db.prepare("select 1 from sqlite_schema where name = 'meta'").get() === void 0) db.exec(`begin immediate; ${TABLES}
        insert into meta values ('schema', '1'); commit`);
		const schema = db.prepare("select value from meta where key = 'schema'").get();
		if (Number(schema?.value) > 1) throw new NewerJournal();
	} catch (fault) {
		db.close();
		throw fault;
	}
	const putEntry = db.prepare("insert or replace into entry values (?, ?, ?, ?)");
	const removeEntry = db.prepare("delete from entry where id = ?");
	const putDraft = db.prepare("insert or replace into draft values (?, ?)");
	const removeDraft = db.prepare("delete from draft where id = ?");
	const putMeta = db.prepare("insert or replace into meta values (?, ?)");
	const draftId = (key) => createHmac("sha256", nameKey).update(`draft:${key}`).digest("hex");
	return {
		write(work) {
			try {
				db.exec("begin immediate");
				work();
				db.exec("commit");
				return {
					ok: true,
					value: null
				};
			} catch (fault) {
				try {
					if (db.isTransaction) db.exec("rollback");
				} catch {}
				return saveFailure(fault);
			}
		},
		putEntry(entry) {
			const body = sealer.sealJson(entry, `entry ${entry.id}`);
			putEntry.run(entry.id, entry.n, entry.state.is, body);
		},
		removeEntry: (id) => void removeEntry.run(id),
		putDraft(draft) {
			const id = draftId(draft.key);
			putDraft.run(id, sealer.sealJson(draft, `draft ${id}`));
		},
		removeDraft: (key) => void removeDraft.run(draftId(key)),
		putMeta(meta) {
			for (const [key, value] of Object.entries(meta)) if (value !== null) putMeta.run(key, String(value));
		},
		read: () => readAll(db, sealer),
		forgetRemoved: () => void db.prepare("pragma wal_checkpoint(truncate)").all(),
		close: () => db.close()
	};
}
/** The file was written by a newer version of the app. */
var NewerJournal = class extends Error {
	name = "NewerJournal";
};
/** Reads all that can be read, row by row: one bad row costs one row. */
function readAll(db, sealer) {
	const entries = /* @__PURE__ */ new Map();
	const drafts = /* @__PURE__ */ new Map();
	const meta = /* @__PURE__ */ new Map();
	let isDamaged = false;
	const each = (query, take) => {
		try {
			for (const row of db.prepare(query).iterate()) try {
				take(row);
			} catch {
				isDamaged = true;
			}
		} catch {
			isDamaged = true;
		}
	};
	for (const order of ["", "desc"]) {
		each(`select key, value from meta order by key ${order}`, (row) => {
			meta.set(String(row.key), String(row.value));
		});
		each(`select id, body from entry order by id ${order}`, ({ id, body }) => {
			if (entries.has(String(id))) return;
			const entry = sealer.openJson(body, `entry ${id}`);
			entries.set(String(id), entry);
		});
		each(`select id, body from draft order by id ${order}`, ({ id, body }) => {
			drafts.set(String(id), sealer.openJson(body, `draft ${id}`));
		});
	}
	try {
		if (db.prepare("pragma quick_check(1)").get()?.quick_check !== "ok") isDamaged = true;
	} catch {
		isDamaged = true;
	}
	const device = meta.get("device");
	return {
		meta: {
			...device === void 0 ? {} : { device },
			nextN: Number(meta.get("nextN") ?? 1),
			lastSyncAt: meta.get("lastSyncAt") ?? null,
			owner: meta.get("owner") ?? null
		},
		entries: [...entries.values()].toSorted((a, b) => a.n - b.n),
		drafts: [...drafts.values()],
		isDamaged
	};
}
/** Reads what can be read of a file that does not open as it should. */
function salvage(path, { sealer }) {
	const nothing = {
		meta: {},
		entries: [],
		drafts: [],
		isDamaged: true
	};
	let db;
	try {
		db = new DatabaseSync(path);
	} catch {
		return nothing;
	}
	try {
		return {
			...readAll(db, sealer),
			isDamaged: true
		};
	} catch {
		return nothing;
	} finally {
		db.close();
	}
}
var BESIDE = [
	"",
	"-wal",
	"-shm",
	"-journal"
];
/** Puts a damaged file aside under a name that says so, with what belongs to it. */
function setAside(path, stamp) {
	const name = `${path}.damaged-${stamp}`;
	for (const end of BESIDE) if (existsSync(path + end)) renameSync(path + end, name + end);
	return name;
}
/** Puts a file that was put aside back where it was, to be tried again. */
function putBack(name, path) {
	removeFiles(path);
	for (const end of BESIDE) if (existsSync(name + end)) renameSync(name + end, path + end);
}
function removeFiles(path) {
	for (const end of BESIDE) rmSync(path + end, { force: true });
}
/** Removes a journal for good, with every damaged one that was put aside. */
function removeJournal(path) {
	removeFiles(path);
	const aside = `${basename(path)}.damaged-`;
	for (const name of readdirSync(dirname(path))) if (name.startsWith(aside)) rmSync(join(dirname(path), name), { force: true });
}
// ../../swt-freeze-G0nL73/src/main/journal/journal.ts
/**
* Opens the journal; only this process may have it open.
*
* What can be read of a damaged file is kept, and the file is put aside, never removed.
* Errors: `SAVE_FAILED` for a file of a newer version or a second opener, which is left
* as it is; `SAVE_DISK_FULL`.
*/
function openJournal(parts) {
	const { path, key, clock, random, log } = parts;
	const context = JSON.stringify(["swt-journal", key.keyId]);
	const seal = {
		sealer: createSealer(key.raw, context, random),
		nameKey: key.raw.slice()
	};
	try {
		const { file, contents, damaged } = openWhole(path ?? ":memory:", seal, clock);
		if (damaged !== null) log.warn("journal.damaged", { kept: contents.entries.length });
		return ok({
			journal: {
				...buildJournal(file, contents, parts),
				wasDamaged: damaged !== null
			},
			damaged
		});
	} catch (fault) {
		const name = fault instanceof Error ? fault.name : "unknown";
		log.warn("journal.not-opened", { name });
		if (fault instanceof NewerJournal) return fail("SAVE_FAILED", "Your saved work was written by a newer version of this app.");
		return saveFailure(fault);
	}
}
function openWhole(path, seal, clock) {
	const opened = tryOpen(path, seal);
	if (opened !== null && !opened.contents.isDamaged) return {
		...opened,
		damaged: null
	};
	const contents = opened?.contents ?? salvage(path, seal);
	opened?.file.close();
	const damaged = setAside(path, instant(clock.nowMs()).replaceAll(/[:.]/g, "-"));
	const file = openJournalFile(path, seal);
	const kept = file.write(() => {
		file.putMeta(contents.meta);
		for (const entry of contents.entries) file.putEntry(entry);
		for (const draft of contents.drafts) file.putDraft(draft);
	});
	if (kept.ok) return {
		file,
		contents,
		damaged
	};
	file.close();
	putBack(damaged, path);
	throw Object.assign(/* @__PURE__ */ new Error("journal not rewritten"), { errcode: kept.error.code === "SAVE_DISK_FULL" ? 13 : 1 });
}
/** Null when the file is no database any more; other failures are thrown. */
function tryOpen(path, seal) {
	const SQLITE_CORRUPT = 11;
	const SQLITE_NOTADB = 26;
	try {
		const file = openJournalFile(path, seal);
		return {
			file,
			contents: file.read()
		};
	} catch (fault) {
		const { errcode } = fault;
		const primary = (errcode ?? 0) & 255;
		if (primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB) return null;
		throw fault;
	}
}
function buildJournal(file, contents, { path, clock, random }) {
	const device = contents.meta.device ?? randomUUID();
	let entries = contents.entries;
	let nextN = Math.max(contents.meta.nextN ?? 1, ...entries.map(({ n }) => n + 1));
	let lastSyncAt = contents.meta.lastSyncAt ?? null;
	let owner = contents.meta.owner ?? null;
	const drafts = new Map(contents.drafts.map(({ key, text }) => [key, text]));
	/** When an entry was made by the clock that never jumps; only for this run of the app. */
	const madeAtMonoMs = /* @__PURE__ */ new Map();
	/** People scrubbed in this run of the app: nothing about them is written again. */
	const forgotten = /* @__PURE__ */ new Set();
	const namesForgotten = (text) => [...forgotten].some((id) => text.includes(id));
	const listeners = /* @__PURE__ */ new Set();
	if (contents.meta.device === void 0) {
		if (!file.write(() => file.putMeta({ device })).ok) throw Object.assign(/* @__PURE__ */ new Error("journal not written"), { errcode: 13 });
	}
	/** Writes the difference in one transaction; memory follows the disk, never leads. */
	function become(next, nextNext = nextN) {
		const before = new Map(entries.map((entry) => [entry.id, entry]));
		const after = new Set(next.map(({ id }) => id));
		const put = next.filter((entry) => before.get(entry.id) !== entry);
		const removed = entries.filter(({ id }) => !after.has(id));
		if (put.length === 0 && removed.length === 0 && nextNext === nextN) return ok(null);
		const written = file.write(() => {
			for (const entry of put) file.putEntry(entry);
			for (const { id } of removed) file.removeEntry(id);
			if (nextNext !== nextN) file.putMeta({ nextN: nextNext });
		});
		if (!written.ok) return written;
		entries = inOrder(next);
		nextN = nextNext;
		for (const { id } of removed) madeAtMonoMs.delete(id);
		for (const listener of listeners) listener(entries);
		return written;
	}
	function entryOf(draft, n, at) {
		const id = newRecordId(clock, random);
		return {
			id,
			n,
			mutation: {
				...draft,
				id,
				n,
				schema: 1,
				at,
				ageMs: 0
			},
			state: {
				is: "waiting",
				tries: 0
			}
		};
	}
	function ageMs({ id, mutation }) {
		const made = madeAtMonoMs.get(id);
		const age = made === void 0 ? clock.nowMs() - Date.parse(mutation.at) : clock.monotonicMs() - made;
		return Number.isFinite(age) ? Math.max(0, Math.round(age)) : 0;
	}
	return {
		device,
		owner: () => owner,
		claim(recruiter) {
			if (recruiter === owner) return ok(null);
			const written = file.write(() => file.putMeta({ owner: recruiter }));
			if (written.ok) owner = recruiter;
			return written;
		},
		list: () => entries,
		lastSyncAt: () => lastSyncAt,
		append(asked) {
			if (asked.some((draft) => namesForgotten(JSON.stringify(draft)))) return fail("RULE_REFUSED", "This person has withdrawn from the programme.");
			const at = instant(clock.nowMs());
			const made = asked.map((draft, i) => entryOf(draft, nextN + i, at));
			const written = become([...entries, ...made], nextN + made.length);
			if (!written.ok) return written;
			for (const { id } of made) madeAtMonoMs.set(id, clock.monotonicMs());
			return ok(made);
		},
		offer(ids) {
			const wanted = new Set(ids);
			const isOffered = (entry) => wanted.has(entry.id) && entry.state.is === "waiting";
			const written = become(entries.map((entry) => {
				if (entry.state.is !== "waiting" || !isOffered(entry)) return entry;
				return {
					...entry,
					state: {
						is: "waiting",
						tries: entry.state.tries + 1
					}
				};
			}));
			if (!written.ok) return written;
			return ok(entries.filter(isOffered).map((entry) => ({
				...entry.mutation,
				ageMs: ageMs(entry)
			})));
		},
		settle(changes) {
			const byId = new Map(changes.map((change) => [change.id, change]));
			return become(entries.flatMap((entry) => {
				const change = byId.get(entry.id);
				return (change === void 0 ? entry : applyChange(entry, change)) ?? [];
			}));
		},
		renumber(from) {
			const next = renumbered(entries, from);
			return become(next, Math.max(from, ...next.map(({ n }) => n + 1)));
		},
		retry(id) {
			const refused = entries.find((entry) => entry.id === id && entry.state.is === "refused");
			if (refused === void 0) return ok(null);
			const { kind, stream, entity, base, args, at } = refused.mutation;
			const draft = {
				kind,
				stream,
				entity,
				base,
				args
			};
			return become([...entries.filter((entry) => entry !== refused), entryOf(draft, nextN, at)], nextN + 1);
		},
		discard(id) {
			const entry = entries.find((one) => one.id === id);
			if (entry === void 0) return fail("RULE_REFUSED", "This is not waiting any more: it was sent, or dropped.");
			const rest = entries.filter((one) => one !== entry);
			switch (entry.state.is) {
				case "refused": return become(rest);
				case "sent": return fail("RULE_REFUSED", "This was sent already, so it cannot be taken back here.");
				case "waiting": {
					if (entry.mutation.kind === "audit.record") return ON_RECORD;
					const isLast = entry.n === nextN - 1;
					if (entry.state.tries === 0 && isLast) return become(rest, nextN - 1);
					return become(entries.map((one) => one === entry ? emptied(entry) : one));
				}
			}
		},
		scrub(people) {
			for (const id of people) forgotten.add(id);
			const names = (text) => people.some((id) => text.includes(id));
			const gone = [...drafts].filter(([key, text]) => names(key) || names(text));
			for (const [key] of gone) {
				const removed = file.write(() => file.removeDraft(key));
				if (!removed.ok) return removed;
				drafts.delete(key);
			}
			const written = become(entries.flatMap((entry) => {
				if (!names(JSON.stringify(entry.mutation))) return [entry];
				return entry.state.is === "refused" ? [] : [emptied(entry)];
			}));
			if (written.ok) file.forgetRemoved();
			return written;
		},
		noteSync(at) {
			const written = file.write(() => file.putMeta({ lastSyncAt: at }));
			if (written.ok) lastSyncAt = at;
			return written;
		},
		subscribe(changed) {
			listeners.add(changed);
			return () => listeners.delete(changed);
		},
		readDraft: (key) => ok(drafts.get(key) ?? ""),
		writeDraft(key, text) {
			const written = file.write(() => {
				if (text === "") file.removeDraft(key);
				else file.putDraft({
					key,
					text
				});
			});
			if (!written.ok) return written;
			if (text === "") drafts.delete(key);
			else drafts.set(key, text);
			return written;
		},
		close: () => file.close(),
		destroy() {
			file.close();
			if (path !== null) removeJournal(path);
		}
	};
}
/** Whoever looked at someone's details cannot take that back before the centre knows. */
var ON_RECORD = fail("RULE_REFUSED", "That details were looked at stays on record.");
/** A change that says nothing any more and only keeps its place in the order. */
function emptied(entry) {
	const { id, n, stream, schema, at, ageMs } = entry.mutation;
	const kept = {
		id,
		n,
		stream,
		schema,
		at,
		ageMs,
		base: 0,
		entity: id
	};
	return {
		...entry,
		mutation: {
			...kept,
			kind: "noop",
			args: {}
		}
	};
}
// ../../swt-freeze-G0nL73/src/main/sync/read-answer.ts
var NOT_OURS = fail("NET_UNREACHABLE", "What answered is not the centre.");
var MOST_PROBLEM_BYTES = 65536;
/** Reads a whole body, at most `mostBytes`; too much or cut off is not an answer of ours. */
async function readBody(answer, mostBytes) {
	if (Number(answer.headers.get("content-length") ?? 0) > mostBytes) {
		await answer.body?.cancel().catch(() => {});
		return fail("SYNC_BAD_ANSWER", "The answer is larger than agreed.");
	}
	const parts = [];
	let size = 0;
	const reader = answer.body?.getReader();
	try {
		for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
			size += next.value.length;
			if (size > mostBytes) {
				await reader?.cancel();
				return fail("SYNC_BAD_ANSWER", "The answer is larger than agreed.");
			}
			parts.push(next.value);
		}
	} catch {
		return fail("NET_UNREACHABLE", "The answer was cut off.");
	}
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return {
		ok: true,
		value: bytes
	};
}
/** Reads JSON; anything else is not an answer of ours. */
function readJson(bytes) {
	try {
		return {
			ok: true,
			value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
		};
	} catch {
		return NOT_OURS;
	}
}
/** Whether the answer says it is of this type. */
function isOfType(answer, type) {
	return (answer.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() === type;
}
/**
* Reads a refusing answer. One that is no problem document of ours is "no network":
* a portal or proxy must never be able to say anything (sync.md 3.6).
*/
async function readRefusal(answer) {
	if (!isOfType(answer, "application/problem+json")) {
		await answer.body?.cancel().catch(() => {});
		return {
			code: null,
			failure: NOT_OURS
		};
	}
	const body = await readBody(answer, MOST_PROBLEM_BYTES);
	const json = body.ok ? readJson(body.value) : body;
	const problem = json.ok ? readProblem(json.value) : null;
	if (problem === null || problem.status !== answer.status) return {
		code: null,
		failure: NOT_OURS
	};
	return {
		code: problem.code,
		failure: failureOf(problem, answer.headers.get("retry-after"))
	};
}
function readProblem(value) {
	if (typeof value !== "object" || value === null) return null;
	const { code, status, title } = value;
	return PROBLEM_CODES.some((known) => known === code) && typeof status === "number" && typeof title === "string" ? value : null;
}
function failureOf(problem, retryAfter) {
	const words = typeof problem.detail === "string" ? problem.detail : problem.title;
	const details = { problem: problem.code };
	switch (problem.code) {
		case "token-missing":
		case "token-expired":
		case "token-invalid": return fail("AUTH_SIGN_IN_AGAIN", words, { details });
		case "not-allowed":
		case "stream-not-granted": return fail("AUTH_NOT_ALLOWED", words, { details });
		case "order-gap": return fail("SYNC_ORDER_GAP", words, { details: Number.isSafeInteger(problem.expected) ? {
			...details,
			expected: problem.expected ?? 0
		} : details });
		case "programme-closed": return fail("SYNC_PROGRAMME_CLOSED", words, { details });
		case "cursor-expired":
		case "epoch-changed": return fail("SYNC_CURSOR_EXPIRED", words, { details });
		case "too-large": return fail("SYNC_TOO_LARGE", words, { details });
		case "invalid":
		case "id-reuse":
		case "rule": return fail("SYNC_REFUSED", words, { details });
		case "upgrade-required": return fail("SYNC_UPGRADE_REQUIRED", words, { details });
		case "too-many-requests":
		case "unavailable": return fail("NET_BUSY", words, {
			details,
			...readRetryAfter(retryAfter)
		});
		case "fault": return fail("NET_SERVER_FAULT", words, { details });
		case "not-found": return fail("SYNC_BAD_ANSWER", words, { details });
	}
}
/** Seconds only: a date would need a clock that is right. */
function readRetryAfter(said) {
	const seconds = said === null ? NaN : Number(said);
	return Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * 1e3 } : {};
}
// ../../swt-freeze-G0nL73/src/main/sync/http-api.ts
var TIMEOUT_MS = 3e4;
var KB = 1024;
var PAGE_LIMIT = 1e3;
var Envelope = Type.Omit(ChangesPage, ["items"]);
/** Rows are checked one by one at the worker, so that one bad row never stops the others. */
var WirePage = Type.Intersect([Envelope, Type.Object({ items: Type.Array(Type.Unknown()) })]);
/**
* Makes the centre's port over HTTP. Never throws, never gives data it did not check.
*
* A 401 renews the token once. Answers are capped in size and time. No cache, no
* cookies, no redirects: a portal that redirects is "no network".
*/
function createHttpApi(parts) {
	const { fetch, apiUrl, tokens, device, appVersion, platform } = parts;
	const closing = new AbortController();
	const timeoutMs = parts.timeoutMs ?? TIMEOUT_MS;
	async function send(ask, token) {
		const signals = [closing.signal, ask.signal ?? AbortSignal.timeout(timeoutMs)];
		try {
			return await fetch(`${apiUrl}${ask.path}`, {
				method: ask.body === void 0 ? "GET" : "POST",
				headers: {
					authorization: `Bearer ${token}`,
					accept: `${ask.accept}, application/problem+json`,
					"swt-protocol": String(1),
					"swt-client": `${appVersion}; os=${platform}`,
					"swt-device": device,
					"swt-request": randomUUID(),
					...ask.body === void 0 ? {} : { "content-type": "application/json" }
				},
				...ask.body === void 0 ? {} : { body: JSON.stringify(ask.body) },
				cache: "no-store",
				credentials: "omit",
				redirect: "error",
				signal: AbortSignal.any(signals)
			});
		} catch {
			return null;
		}
	}
	/** Asks once, and once more with a fresh token if this one is not accepted. */
	async function call(ask) {
		for (let attempt = 1;; attempt++) {
			const token = await tokens.accessToken();
			if (!token.ok) return token;
			const answer = await send(ask, token.value);
			if (answer === null) return fail("NET_UNREACHABLE", "The centre did not answer.");
			if (answer.status === 200) {
				if (isOfType(answer, ask.accept)) return ok(answer);
				await answer.body?.cancel().catch(() => {});
				return fail("NET_UNREACHABLE", "What answered is not the centre.");
			}
			const { code, failure } = await readRefusal(answer);
			if (!(code === "token-expired" || code === "token-invalid")) return failure;
			tokens.refuse(token.value);
			if (attempt > 1) return failure;
		}
	}
	async function readBytes(ask, mostBytes) {
		const answer = await call(ask);
		return answer.ok ? readBody(answer.value, mostBytes) : answer;
	}
	async function read(schema, ask, mostBytes) {
		const bytes = await readBytes({
			...ask,
			accept: "application/json"
		}, mostBytes);
		const json = bytes.ok ? readJson(bytes.value) : bytes;
		return json.ok ? check(schema, json.value) : json;
	}
	async function changes({ stream, epoch, after, snapAt }) {
		const query = new URLSearchParams({
			epoch,
			after: `${after}`,
			limit: `${PAGE_LIMIT}`
		});
		if (snapAt !== null) query.set("snapAt", `${snapAt}`);
		const bytes = await readBytes({
			path: `${ENDPOINTS.changes.replace(":stream", encodeURIComponent(stream))}?${query}`,
			accept: "application/json"
		}, 16 * KB * KB);
		if (!bytes.ok) return bytes;
		const json = readJson(bytes.value);
		const page = json.ok ? check(WirePage, json.value) : json;
		if (!page.ok) return page;
		const { items, ...facts } = page.value;
		return ok({
			facts: {
				...facts,
				erased: items.flatMap(erasedIn)
			},
			bytes: bytes.value
		});
	}
	return {
		session: () => {
			const body = {
				device,
				appVersion
			};
			return read(Session, {
				path: ENDPOINTS.session,
				body
			}, 512 * KB);
		},
		heads: () => read(Heads, { path: ENDPOINTS.heads }, 256 * KB),
		changes,
		manifest: () => read(PoolManifest, { path: ENDPOINTS.manifest }, 8 * KB * KB),
		push: (mutations) => {
			const body = {
				device,
				mutations
			};
			return read(PushResponse, {
				path: ENDPOINTS.push,
				body
			}, 2 * KB * KB);
		},
		async bucket(b, etag) {
			const answer = await call({
				path: ENDPOINTS.bucket.replace(":b", `${b}`),
				accept: "application/octet-stream"
			});
			if (!answer.ok) return answer.error.details?.problem === "not-found" ? fail("SYNC_CURSOR_EXPIRED", "The pool was cut anew.") : answer;
			if (plain(answer.value.headers.get("etag")) !== plain(etag)) {
				await answer.value.body?.cancel().catch(() => {});
				return fail("SYNC_CURSOR_EXPIRED", "The bucket has changed since the manifest.");
			}
			return readBody(answer.value, 4 * KB * KB);
		},
		events: (signal) => call({
			path: ENDPOINTS.events,
			accept: "text/event-stream",
			signal
		}),
		close: () => closing.abort()
	};
}
function check(schema, value) {
	if (Check(schema, value)) return ok(value);
	return fail("SYNC_BAD_ANSWER", "The answer does not have the agreed form.");
}
/** An entity tag without what proxies put around it. */
function plain(etag) {
	return etag === null ? null : etag.replace(/^W\//, "").replaceAll("\"", "");
}
function erasedIn(item) {
	if (typeof item !== "object" || item === null) return [];
	const { kind, op, id } = item;
	return kind === "candidate" && op === "e" && Check(CandidateId, id) ? [id] : [];
}
// ../../swt-freeze-G0nL73/src/main/sync/check-drafts.ts
var Draft = Type.Object({
	kind: Type.Enum(Object.keys(MUTATIONS)),
	stream: StreamId,
	entity: Type.Union([RecordId, CandidateId]),
	base: Type.Integer({ minimum: 0 }),
	args: Type.Unknown()
});
var ARGS = MUTATIONS;
/**
* Whether what the worker wants saved has the agreed form.
*
* Checked here and not only at the centre: what is in the journal is promised to go out.
*/
function areDrafts(values) {
	return values.every((value) => {
		if (!Check(Draft, value)) return false;
		const args = ARGS[value.kind];
		return args !== void 0 && Check(args, value.args);
	});
}
// ../../swt-freeze-G0nL73/src/main/sync/port-replica.ts
/** Requests under way at once: the credits of decision S3. */
var CREDITS = 2;
var GONE = fail("INTERNAL_FAULT", "The window with the copy of the records is not there.");
var NOT_DRAFTS = fail("IPC_BAD_REQUEST", "What was to be saved does not have the agreed form.");
/**
* Makes the cache's port over a message port: requests in order, at most two under way.
*
* Electron's `MessagePortMain` can transfer ports only, so bytes are copied once by the
* structured clone. Nothing here throws; a caller of a worker that went away gets a failure.
*/
function createPortReplica({ append, changed, log }) {
	let port = null;
	let nextId = 1;
	const queue = [];
	const underWay = /* @__PURE__ */ new Map();
	function pump() {
		while (port !== null && underWay.size < CREDITS) {
			const call = queue.shift();
			if (call === void 0) return;
			underWay.set(call.request.id, call);
			port.postMessage(call.request);
		}
	}
	function letGo() {
		if (port === null) return;
		const old = port;
		port = null;
		changed("replica-down");
		for (const call of [...underWay.values(), ...queue]) call.settle(GONE);
		underWay.clear();
		queue.length = 0;
		old.close();
	}
	function heard(from, data) {
		if (from !== port) return;
		if (isReply(data)) {
			const call = underWay.get(data.id);
			if (call === void 0) return;
			underWay.delete(data.id);
			call.settle(data.result);
			pump();
		} else if (isAppend(data)) {
			const result = areDrafts(data.input.drafts) ? append(data.input.drafts) : NOT_DRAFTS;
			from.postMessage({
				id: data.id,
				result
			});
		} else log.warn("port.not-understood");
	}
	return {
		attach(fresh) {
			letGo();
			port = fresh;
			fresh.on("message", ({ data }) => heard(fresh, data));
			fresh.on("close", () => {
				if (port === fresh) letGo();
			});
			fresh.start();
			changed("replica-up");
		},
		detach: letGo,
		call(name, input) {
			if (port === null) return Promise.resolve(GONE);
			return new Promise((resolve) => {
				const request = {
					id: nextId++,
					call: name,
					input
				};
				queue.push({
					request,
					settle: (result) => resolve(result)
				});
				pump();
			});
		}
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null;
}
function isReply(data) {
	return isObject(data) && typeof data.id === "number" && isObject(data.result);
}
function isAppend(data) {
	if (!isObject(data) || typeof data.id !== "number" || data.call !== "append") return false;
	return isObject(data.input) && Array.isArray(data.input.drafts);
}
export { chooseWaitMs as a, createMainPort as c, KEY_OF as d, TABLE_NAMES as f, ok as g, fail as h, startSyncEngine as i, buildShownWork as l, runCommand as m, createHttpApi as n, readKeptSession as o, SealBroken as p, openJournal as r, buildVault as s, createPortReplica as t, openReplica$1 as u };
