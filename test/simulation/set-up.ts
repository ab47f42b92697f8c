import {
  type CandidateId,
  councilStream,
  POOL,
  PRESENCE,
  PROGRAMME,
  userStream,
} from '#contract/brands.ts';
import { aCandidate, anId, aVacancy } from '#test/builders/records.ts';
import type { Centre } from './centre.ts';
import type { CentreKind } from './centre-kind.ts';
import { Laptop } from './laptop.ts';
import { createNetwork } from './network.ts';
import { COUNCILS, PROGRAMME_RECORD, personId, RECRUITERS } from './people.ts';
import type { LeftOut } from './setting.ts';
import type { Stage } from './stage.ts';
import { Watch } from './watch.ts';
import { drawWeather, type Weather } from './weather.ts';
import type { World } from './world.ts';

/** Sets the scene of a seed. */
export function setUp(
  world: World,
  leftOut: LeftOut,
  kind: CentreKind,
): { readonly stage: Stage; readonly weather: Weather } {
  const chance = world.chance.fork();
  const weather = drawWeather(world.chance.fork(), leftOut);
  const centre = kind.create(world);
  const watch = new Watch(world, centre);
  const network = createNetwork({
    ...{ world, centre, weather },
    chance: world.chance.fork(),
    answer: kind.answer,
  });
  centre.bucketCount = chance.pick([1, 2, 4]);
  centre.pageLimit = chance.pick([2, 5, 20]);
  centre.pushCount = chance.pick([1, 3, 100]);
  centre.pollMs = chance.pick([30_000, 90_000]);
  // Less than one change of ten times the length takes, and less than two take.
  centre.pushBytes = chance.pick([256 * 1024, 256 * 1024, 4_000, 1_200]);
  if (chance.may(0.1)) centre.protocol = 1;
  const everybody = fill(centre, chance.may(0.03) ? 90 : 5 + chance.int(9));
  const laptops = Array.from({ length: 2 + chance.int(3) }, (_, n) => {
    const recruiter = chance.pick(RECRUITERS);
    const { id } = recruiter.actor;
    const kent = COUNCILS[0].id;
    const councils = chance.may(0.4) ? COUNCILS.map((council) => council.id) : [kent];
    if (!centre.memory.councils.has(id)) centre.setCouncils(id, councils);
    const parts = { world, centre, network, weather, watcher: watch, chance: world.chance.fork() };
    const name = `laptop ${n}`;
    return new Laptop({ ...parts, name, recruiter, isAbsent: leftOut.has(name) });
  });
  const stage = { world, chance, centre, watch, laptops, everybody };
  return { stage: { ...stage, backup: null, olderHeads: null, waitMs: 0 }, weather };
}

function fill(centre: Centre, people: number): CandidateId[] {
  centre.addStream(POOL);
  centre.addStream(PROGRAMME);
  if (centre.protocol >= 2) {
    centre.addStream(PRESENCE);
    for (const { actor } of RECRUITERS) centre.addStream(userStream(actor.id));
  }
  const { id } = PROGRAMME_RECORD;
  const record = {
    stream: PROGRAMME,
    kind: 'programme',
    id,
    op: 'u',
    doc: PROGRAMME_RECORD,
  } as const;
  centre.write([record]);
  for (const [c, council] of COUNCILS.entries()) {
    const stream = councilStream(council.id);
    centre.addStream(stream);
    for (let n = 0; n < 2; n++) {
      const doc = aVacancy({ id: anId(0xb000 + c * 16 + n), councilId: council.id, ref: `V${n}` });
      centre.write([{ stream, kind: 'vacancy', id: doc.id, op: 'u', doc }]);
    }
  }
  const everybody = Array.from({ length: people }, (_, n) => personId(n + 1));
  for (const person of everybody) {
    const doc = aCandidate({ id: person });
    centre.write([{ stream: POOL, kind: 'candidate', id: person, op: 'u', doc }]);
  }
  return everybody;
}
