/** The way into the population service as the settings say, against the simulator; and in whose name it is asked. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Result } from '#base/problem.ts';
import { mapPopulationUser } from '#authority/access/accounts.ts';
import { readConfig } from '#base/config.ts';
import { systemClock } from '#base/clock.ts';
import { populationGateway } from '#outside/population/gateway.ts';
import { anAgency } from '#record/intake/agency-for-tests.ts';
import { populationSimulator } from '../../simulators/population/simulator.ts';
import { populationConfigOf, populationOfficer } from '#start/population-access.ts';

const PERSON = { nationalId: '000190000001', name: 'Nguyễn Thị Hoà', birth: '1990-02-28', sex: '2', ethnicity: '01' };
let app: FastifyInstance;
let origin: string;
before(async () => {
  app = Fastify();
  await app.register(
    populationSimulator({ citizenOf: (number) => (number === PERSON.nationalId ? PERSON : null), user: 'nguoi-goi', secret: 'bi-mat' }),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
after(async () => {
  app.server.closeAllConnections();
  await app.close();
});

const lookUp = async (env: Record<string, string>) => {
  const config = readConfig({ PUBLIC_URL: origin, POPULATION_USER: 'nguoi-goi', POPULATION_SECRET: 'bi-mat', ...env });
  assert.ok(config.ok);
  const gateway = populationGateway(populationConfigOf(config.value, systemClock));
  const officer = { account: 'cb.ha', unit: 'H26.03.01', phone: '' };
  const answer = await gateway.lookUp({ ...PERSON, requestId: 'yc-1', officer, purpose: 'DOI_SOAT_HO_SO' });
  return [gateway.source, answer.kind, 'code' in answer ? answer.code : null];
};

test('both ways in are a matter of settings', async () => {
  assert.deepEqual(await lookUp({ POPULATION_ACCESS: 'ndxp' }), ['DAN_CU_NDXP', 'found', null]);
  assert.deepEqual(await lookUp({ POPULATION_ACCESS: 'lgsp', POPULATION_PARTNER_CODE: 'H26' }), ['DAN_CU_LGSP', 'found', null]);
});

test('a wrong secret is a refusal of the source, either way', async () => {
  assert.deepEqual(await lookUp({ POPULATION_SECRET: 'khac' }), ['DAN_CU_NDXP', 'refused', 'HTTP-401']);
  assert.deepEqual(await lookUp({ POPULATION_SECRET: 'khac', POPULATION_ACCESS: 'lgsp' }), ['DAN_CU_LGSP', 'refused', 'TOKEN-401']);
});

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems[0]!.code);
  return result.value;
};

test('under a code of our own nobody is asked: a body without an official identifier is refused by name', async () => {
  const agency = await anAgency('BNV.01');
  try {
    const sent = await agency.uploads([{ number: '000190000019', name: 'Trần Thị Hoa' }]);
    assert.ok(sent.ok);
    const { office, bodyId } = agency;
    const about = { submissionId: sent.value.submissionId, bodyId };
    const asked = await office.as(await agency.needs.jobSession(bodyId), (tx) => populationOfficer(tx, about, office.clock.today()));
    assert.deepEqual(asked.ok ? [] : asked.problems.map((problem) => problem.code), ['E-MATCH-NO-IDENTIFIER']);
    assert.match(asked.ok ? '' : asked.problems[0]!.title.vi, /Vụ Tổ chức cán bộ \(mẫu\)/);
  } finally {
    await agency.close();
  }
});

test('the officer who sent the submission asks, under the mapped name or the own account: never a name that many share', async () => {
  const agency = await anAgency('H26.03.01');
  try {
    const { office, clerk, bodyId } = agency;
    const sent = await agency.uploads([{ number: '000190000009', name: 'Trần Thị Hoa' }]);
    assert.ok(sent.ok);
    const job = await agency.needs.jobSession(bodyId);
    const officer = () =>
      office.as(job, (tx) => populationOfficer(tx, { submissionId: sent.value.submissionId, bodyId }, office.clock.today()));
    assert.deepEqual(must(await officer()), { account: `cv-${clerk.accountId}`, unit: 'H26.03.01', phone: '' });
    const admin = await office.signedIn('000083700009', [['QT_BNDP', 'H26']]);
    assert.equal(await office.as(admin.handle, (tx) => mapPopulationUser(tx, clerk.accountId, 'thuha.h2603')), true);
    assert.equal(must(await officer()).account, 'thuha.h2603');
  } finally {
    await agency.close();
  }
});
