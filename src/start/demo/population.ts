/** The citizens of the simulated population database: the demo's people, with mismatches where real data has them. */
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import type { SimulatedPerson } from '../../../simulators/population/simulator.ts';
import { DEMO_DAY, allDemoPeople } from './cast.ts';

/** Of so many people one has another name at the source, one is unknown there. */
const OTHER_NAME_EVERY = 61;
const UNKNOWN_EVERY = 97;

/**
 * Answers by citizen number. Built when first asked: a start that matches nobody does not wait for it.
 * `extra` are people of workbooks that stand ready to be uploaded.
 */
export function demoCitizens(): (nationalId: string) => SimulatedPerson | null {
  let citizens: Map<string, SimulatedPerson> | null = null;
  const build = (): Map<string, SimulatedPerson> => {
    const all = new Map<string, SimulatedPerson>();
    let n = 0;
    for (const { nationalId, name, document } of allDemoPeople(DEMO_DAY)) {
      n += 1;
      if (n % UNKNOWN_EVERY === 0) continue;
      const identity = document.B ?? {};
      const text = (key: string): string => String(identity[key] ?? '');
      all.set(nationalId, {
        nationalId,
        name: n % OTHER_NAME_EVERY === 0 ? `${name} Khác` : name,
        birth: text('ngaySinh'),
        sex: text('gioiTinh'),
        ethnicity: text('danToc'),
        ...homeTownOf(identity['queQuan']),
      });
    }
    for (const account of DEMO_ACCOUNTS)
      all.set(account.nationalId, {
        nationalId: account.nationalId,
        name: account.name,
        birth: '1980-01-01',
        sex: account.nationalId[3] === '1' ? '2' : '1',
        ethnicity: '01',
      });
    return all;
  };
  return (nationalId) => (citizens ??= build()).get(nationalId) ?? null;
}

/** Codes of the home town, as the source would hold them. */
function homeTownOf(address: unknown): Pick<SimulatedPerson, 'homeTown'> {
  const { maTinh, maXa } = (address ?? {}) as { readonly maTinh?: unknown; readonly maXa?: unknown };
  return typeof maTinh === 'string' && typeof maXa === 'string' ? { homeTown: { province: maTinh, commune: maXa } } : {};
}
