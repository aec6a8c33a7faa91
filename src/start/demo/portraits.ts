/** Portraits of the demo: most people of four bodies have one, one zip waits for the officer, two stand ready to be uploaded. All drawn. */
import type { BlobStore } from '#base/blob-store.ts';
import { storedZip } from './stored-zip.ts';
import { DEMO_DAY, castOf } from './cast.ts';
import { demoPeople } from './people.ts';
import type { DemoPerson } from './people.ts';
import { VARIANTS, silhouette } from './silhouettes.ts';
import type { Look } from './silhouettes.ts';

const WIDTH = 480;
const HEIGHT = 640;
/** Bodies whose people have portraits; the first is that of the demo's clerk. */
const BODIES: ReadonlySet<string> = new Set(['H26.03.01', 'H26.01', 'H26.03', 'H26.03.02']);
const CLERKS_BODY = 'H26.03.01';
/** Of so many people of these bodies one has none yet: their pictures stand in the zip that is ready. */
const WITHOUT_EVERY = 9;
const WITHOUT_AT = 4;

const running = (person: DemoPerson): number => Number(person.nationalId.slice(-6));
const isMale = (person: DemoPerson): boolean => person.document.B?.['gioiTinh'] === '1';
const isWithout = (person: DemoPerson): boolean => running(person) % WITHOUT_EVERY === WITHOUT_AT;
const hasPortrait = (person: DemoPerson): boolean => BODIES.has(person.bodyCode) && !isWithout(person);

async function drawn(look: Look, how: { readonly width?: number; readonly height?: number } = {}): Promise<Buffer> {
  // Loaded when there is something to draw: a start that finds the demo filled needs no image library.
  const { default: sharp } = await import('sharp');
  const picture = sharp(Buffer.from(silhouette(look)));
  const { width, height } = how;
  const sized = width || height ? picture.resize(width ?? WIDTH, height ?? HEIGHT, { fit: 'cover', position: 'top' }) : picture;
  return sized.jpeg({ quality: 86 }).toBuffer();
}

/** The portrait of each person of the demo by its SHA-256; null for people who have none. The few drawings are kept before they are named. */
export async function demoPortraits(blobs: BlobStore): Promise<(person: DemoPerson) => string | null> {
  const kept = new Map<string, string>();
  for (let variant = 0; variant < VARIANTS; variant++)
    for (const male of [true, false]) {
      const blob = await blobs.put(await drawn({ male, variant }));
      if (!blob.ok) throw new Error(blob.problems[0]!.title.en);
      kept.set(`${male} ${variant}`, blob.value.sha256);
    }
  return (person) => (hasPortrait(person) ? kept.get(`${isMale(person)} ${running(person) % VARIANTS}`)! : null);
}

/** The first people of the clerk's body in the register. */
function clerksPeople(count: number): DemoPerson[] {
  const body = castOf().find((one) => one.code === CLERKS_BODY)!;
  return [...demoPeople(body, Math.min(count, body.people), body.seed, body.running, DEMO_DAY)];
}

/** Another drawing than the one that stands. */
const newLook = (person: DemoPerson): Look => ({ male: isMale(person), variant: (running(person) + 7) % VARIANTS });

const fileOf = (person: DemoPerson): string => `anh/${person.nationalId}.jpg`;

/** People whose new picture waits for the officer: three who have one, beside the old one, and the first who has none yet. */
export function waitingPeople(): DemoPerson[] {
  const people = clerksPeople(3 * WITHOUT_EVERY);
  return [...people.filter(hasPortrait).slice(0, 3), ...people.filter(isWithout).slice(0, 1)];
}

export async function waitingPortraits(): Promise<Uint8Array> {
  const files = await Promise.all(waitingPeople().map(async (person) => [fileOf(person), await drawn(newLook(person))] as const));
  return storedZip(new Map(files));
}

/** What a clerk would bring: everybody of the body who has no portrait yet, with what a Mac leaves in a zip. */
export async function readyPortraits(): Promise<Uint8Array> {
  const waiting = new Set(waitingPeople().map(({ nationalId }) => nationalId));
  const files = new Map<string, Uint8Array>();
  for (const person of clerksPeople(Number.MAX_SAFE_INTEGER).filter(isWithout))
    if (!waiting.has(person.nationalId))
      files.set(fileOf(person), await drawn({ male: isMale(person), variant: running(person) % VARIANTS }, { width: 720, height: 1000 }));
  files.set('__MACOSX/anh/._.DS_Store', Buffer.from('Mac OS X'));
  return storedZip(files);
}

/** Pictures with a mistake each: what the check says of them is what their place in the list says. */
export const WRONG_PICTURES = [
  'NAME',
  'NO-PERSON',
  'TOO-SMALL',
  'TRUNCATED',
  'OTHER-KIND',
  'NOT-IMAGE',
  'RATIO',
  'TWICE',
  'TWICE',
] as const;

/** Three good pictures among nine with mistakes. */
export async function wrongPortraits(): Promise<Uint8Array> {
  const [one, two, three, ...rest] = clerksPeople(12).filter((person) => hasPortrait(person));
  const picture = (person: DemoPerson, how = {}): Promise<Buffer> => drawn(newLook(person), how);
  const [small, cut, heic, text, wide, twice] = rest as [DemoPerson, DemoPerson, DemoPerson, DemoPerson, DemoPerson, DemoPerson];
  const whole = await picture(cut);
  const good = await Promise.all([one!, two!, three!].map(async (person) => [fileOf(person), await picture(person)] as const));
  return storedZip(
    new Map<string, Uint8Array>([
      ...good,
      ['anh/Nguyễn Văn Mẫu.jpg', await picture(one!)],
      ['anh/000199999999.jpg', await picture(one!)],
      [fileOf(small), await picture(small, { width: 150, height: 200 })],
      [fileOf(cut), whole.subarray(0, Math.floor(whole.length / 2))],
      [fileOf(heic), Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1')],
      [fileOf(text), Buffer.from('ảnh sẽ gửi sau')],
      [fileOf(wide), await picture(wide, { width: 1200, height: 400 })],
      [fileOf(twice), await picture(twice)],
      [`anh moi/${twice.nationalId}.jpg`, await picture(twice)],
    ]),
  );
}
