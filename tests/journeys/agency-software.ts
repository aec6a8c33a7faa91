/** An agency's own software beside the portal: enrolled by two administrators, by clicks; then it asks what it is told, as the shipped program does. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { DEMO_ACCOUNTS } from '#authority/access/demo-accounts.ts';
import { seededChance } from '#base/chance.ts';
import { systemClock } from '#base/clock.ts';
import { newNode } from '#doors/exchange/protocol/node-step.ts';
import { jwsSigner } from '#doors/exchange/signer.ts';
import { keysOfJwks, verifierOf } from '#node/keys.ts';
import { carrierHeaders } from '#node/line/carriers.ts';
import { openLine } from '#node/line/request.ts';
import { openOutboxForTests } from '#node/outbox/database-for-tests.ts';
import { rowsOf } from '#node/outbox/sql.ts';
import { writeFirstState } from '#node/outbox/store.ts';
import { begin, newMemory, round } from '#node/run/round.ts';
import type { RoundNeeds } from '#node/run/round.ts';
import { holdScreen } from './at-the-portal.ts';
import type { Premises } from './at-the-portal.ts';
import { comesIn } from './html-routes.ts';

/** Our security server stands on this machine: settings of a product that a journey enrols software at. */
export const BY_XROAD = { EXCHANGE_CARRIERS: 'x-road', EXCHANGE_XROAD_FROM: '127.0.0.1,::1' } as const;

interface Enrolled {
  readonly source: string;
  /** of X-Road: whom our security server speaks for */
  readonly member: string;
  /** the public half, PEM */
  readonly publicKey: string;
}

/** One administrator asks for the line of an agency, a second compares the digest and grants it. */
export async function enrolByClicks(premises: Premises, bodyName: string, { source, member, publicKey }: Enrolled): Promise<void> {
  const address = premises.product.address;
  const seatOf = (id: string) =>
    comesIn(
      premises,
      DEMO_ACCOUNTS.find((one) => one.id === id)!,
    );
  const asks = await seatOf('quan-tri');
  await asks.page.goto(`${address}/trao-doi`);
  await asks.page.getByLabel('Mở đường của cơ quan khác').selectOption({ label: bodyName });
  await asks.page.getByRole('button', { name: 'Mở', exact: true }).click();
  await asks.page.getByRole('heading', { level: 1, name: bodyName }).waitFor();
  await asks.page.getByLabel('Tên nguồn').fill(source);
  await asks.page.getByLabel('Tên khóa').fill(`${source}-1`);
  await asks.page.getByLabel('Khóa công khai (PEM, Ed25519)').fill(publicKey);
  await asks.page.getByLabel('Kênh').selectOption({ label: 'Thành viên X-Road (NDXP)' });
  await asks.page.getByLabel('Tên bên gọi').fill(member);
  await asks.page.getByLabel('Lý do (người quyết định đọc)').fill('Phần mềm nhân sự của trường gửi nhận hằng ngày');
  await asks.page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await asks.page.getByText('Chờ quyết định').waitFor();
  await asks.page.getByText('Đã gửi, chờ người thứ hai quyết định.').waitFor();
  const grants = await seatOf('quan-tri-2');
  await grants.page.goto(asks.page.url());
  await grants.page.getByText('So giá trị băm với bản cơ quan gửi').waitFor();
  await holdScreen(grants.page, 'a request about a line that waits for a second person');
  await grants.page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
  await grants.page.getByText('Đã đồng ý').waitFor();
  for (const { context } of [asks, grants]) await context.close();
}

export interface AgencySoftware {
  /** asks once more; what it was told of somebody so far: by fact, the value that stands */
  readonly toldOf: (nationalId: string) => Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

/** The shipped program of an agency's side, with an outbox of its own, over HTTP. */
export async function runsAt(
  { product }: Premises,
  enrolled: Pick<Enrolled, 'source' | 'member'>,
  privateKey: string,
): Promise<AgencySoftware> {
  const { source, member } = enrolled;
  const outbox = await openOutboxForTests();
  const chance = seededChance(11);
  const line = openLine({ url: product.address, headers: () => carrierHeaders({ kind: 'x-road', client: member }, randomUUID) });
  const published = keysOfJwks(await (await fetch(`${product.address}/.well-known/jwks.json`)).text())!;
  const needs: RoundNeeds = {
    database: outbox.database,
    means: { audience: new URL(product.address).host, sign: jwsSigner(privateKey, `${source}-1`), verify: verifierOf(published) },
    line,
    clock: systemClock,
    chance: () => chance.fraction(),
  };
  await outbox.database.transaction((sql) => writeFirstState(sql, newNode(source)));
  await begin(needs);
  const memory = newMemory();
  return {
    async toldOf(nationalId) {
      await round(needs, memory);
      const facts = await rowsOf<{ fact: string; value: unknown }>(
        outbox.pool,
        `select fact, confirmed -> 'value' as value from congvu_node.fact where person = $1`,
        [nationalId],
      );
      return Object.fromEntries(facts.map(({ fact, value }) => [fact, value]));
    },
    async close() {
      line.close();
      await outbox.close();
    },
  };
}

/** A key pair as PEM. */
export function aKeyPair(): { readonly publicKey: string; readonly privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
