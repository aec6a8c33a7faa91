/** The citizens of the simulated population database: the demo's people, with mismatches where real data has them. */
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import type { SimulatedPerson } from '../../../simulators/population/simulator.ts';
import { accentFree } from '#base/vietnamese/text.ts';
import { DEMO_DAY, SETS, allDemoPeople, newPeople } from './cast.ts';
import { ownPersonAtFirst } from './own-person.ts';
import type { DemoPerson } from './people.ts';
import { renewedNumbers } from './renewed-numbers.ts';

/** Of so many people one has another name at the source, one is unknown there. */
const OTHER_NAME_EVERY = 61;
const UNKNOWN_EVERY = 97;

/**
 * Those who stand on the desk for mismatches, each by what the source says of them: another name, another day of birth, a name without its marks, nothing.
 * One for each person of the set, in its order.
 */
const OTHERWISE: readonly ((citizen: SimulatedPerson) => SimulatedPerson | null)[] = [
  (citizen) => ({ ...citizen, name: `${citizen.name} Khác` }),
  (citizen) => ({ ...citizen, birth: citizen.birth.replace(/\d\d$/, (day) => (day === '01' ? '02' : '01')) }),
  (citizen) => ({ ...citizen, name: accentFree(citizen.name) }),
  () => null,
];

/**
 * Answers by citizen number. Built when first asked: a start that matches nobody does not wait for it.
 * `extra` are people of workbooks that stand ready to be uploaded.
 */
export function demoCitizens(): (nationalId: string) => SimulatedPerson | null {
  let citizens: Map<string, SimulatedPerson> | null = null;
  const build = (): Map<string, SimulatedPerson> => {
    const all = new Map<string, SimulatedPerson>();
    let n = 0;
    for (const person of allDemoPeople(DEMO_DAY)) {
      n += 1;
      if (n % UNKNOWN_EVERY === 0) continue;
      const citizen = citizenOf(person);
      all.set(person.nationalId, n % OTHER_NAME_EVERY === 0 ? { ...citizen, name: `${person.name} Khác` } : citizen);
    }
    // She is known as she is, wherever she stands in the row.
    const own = ownPersonAtFirst();
    all.set(own.nationalId, citizenOf(own));
    for (const account of DEMO_ACCOUNTS.filter(({ nationalId }) => nationalId !== own.nationalId))
      all.set(account.nationalId, {
        nationalId: account.nationalId,
        name: account.name,
        birth: '1980-01-01',
        sex: account.nationalId[3] === '1' ? '2' : '1',
        ethnicity: '01',
      });
    for (const [at, person] of newPeople(SETS.mismatched.bodyCode, SETS.mismatched.count, SETS.mismatched.set, DEMO_DAY).entries()) {
      const otherwise = OTHERWISE[at % OTHERWISE.length]!(citizenOf(person));
      if (otherwise) all.set(person.nationalId, otherwise);
      else all.delete(person.nationalId);
    }
    const { bodyCode, count, set } = SETS.appointed;
    for (const person of newPeople(bodyCode, count, set, DEMO_DAY)) all.set(person.nationalId, citizenOf(person));
    for (const { person, newNumber } of renewedNumbers(DEMO_DAY)) all.set(newNumber, { ...citizenOf(person), nationalId: newNumber });
    return all;
  };
  return (nationalId) => (citizens ??= build()).get(nationalId) ?? null;
}

/** A person as the source knows them: as their body does. */
export function citizenOf({ nationalId, name, document }: DemoPerson): SimulatedPerson {
  const identity = document.B ?? {};
  const text = (key: string): string => String(identity[key] ?? '');
  return {
    nationalId,
    name,
    birth: text('ngaySinh'),
    sex: text('gioiTinh'),
    ethnicity: text('danToc'),
    ...homeTownOf(identity['queQuan']),
  };
}

/** Codes of the home town, as the source would hold them. */
function homeTownOf(address: unknown): Pick<SimulatedPerson, 'homeTown'> {
  const { maTinh, maXa } = (address ?? {}) as { readonly maTinh?: unknown; readonly maXa?: unknown };
  return typeof maTinh === 'string' && typeof maXa === 'string' ? { homeTown: { province: maTinh, commune: maXa } } : {};
}
