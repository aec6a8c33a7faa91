/** What is signed by a right that was lent says so: attestation, receipts, rows of the log. Nobody's name is in any of them. Decision 0044. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import { addDays } from '#base/vietnamese/dates.ts';
import type { RightOnBehalf } from '#record/confirmation/decide-person.ts';
import { onBehalfText } from '#record/receipt/on-behalf.ts';
import { anAgency } from './agency-for-tests.ts';
import type { Agency } from './agency-for-tests.ts';
import { submit } from './submit.ts';

let agency: Agency;
let onBehalf: RightOnBehalf;
before(async () => {
  agency = await anAgency();
  const from = agency.office.clock.today();
  onBehalf = {
    grantId: '00000000-0000-4000-8000-000000000001',
    role: 'XAC_NHAN',
    byAccountId: agency.clerk.accountId,
    byBodyId: await agency.office.body('H26'),
    from,
    until: addDays(from, 9),
  };
});
after(() => agency.close());

const attestationsOf = (personId: string) =>
  agency.office.owner.transaction(null, (tx) => tx.query<{ jws: string }>('select jws from attestation where person_id = $1', [personId]));

test('attestation and receipt name the right that was lent by role, body and days; by the own right they name none', async () => {
  const id = await agency.sends([
    { number: '000190910001', name: 'Trần Thị Hoa' },
    { number: '000190910002', name: 'Trần Thị Huệ' },
  ]);
  const [first, second] = await agency.waiting(id);
  const lent = await agency.confirms(id, first!, { by: { ...agency.officer, onBehalf } });
  const own = await agency.confirms(id, second!);
  assert.ok(lent.ok && own.ok);
  const { from, until } = onBehalf;
  const { bodyName, ...rest } = lent.value.receipt.content.onBehalf!;
  assert.deepEqual(rest, { role: 'XAC_NHAN', bodyCode: 'H26', from, until });
  assert.ok(onBehalfText(lent.value.receipt.content.onBehalf!).includes(bodyName));
  assert.equal(own.value.receipt.content.onBehalf, undefined);
  const [signed] = await attestationsOf(first!);
  const { principal, ...right } = decodeProtectedHeader(signed!.jws)['onBehalf'] as Record<string, unknown>;
  assert.deepEqual(right, { role: 'XAC_NHAN', org: onBehalf.byBodyId, delegation: onBehalf.grantId, from, until });
  assert.equal(principal, agency.office.keys.pseudonym('act', onBehalf.byAccountId));
  assert.equal(decodeProtectedHeader((await attestationsOf(second!))[0]!.jws)['onBehalf'], undefined);
});

test('the receipt of what is sent by a lent right says it too', async () => {
  const uploaded = await agency.uploads([{ number: '000190910003', name: 'Trần Thị Lan' }]);
  assert.ok(uploaded.ok);
  await agency.works();
  const { submissionId } = uploaded.value;
  const sent = await agency.office.as(agency.clerk.handle, (tx) =>
    submit(tx, agency.needs, { ...agency.clerk, onBehalf: { ...onBehalf, role: 'LD_DON_VI' } }, submissionId, {
      asOf: '2026-11-01',
      acknowledgedCodes: [],
      partial: false,
    }),
  );
  assert.ok(sent.ok);
  assert.equal(sent.value.receipt.content.onBehalf?.role, 'LD_DON_VI');
});
