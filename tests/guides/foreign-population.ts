/**
 * The population service as a host of its own: the simulator, labelled in every answer, over TLS. Started with `{user, secret, citizens}` as JSON in the first
 * argument; writes the address of its look-up as one line, and after it a line for each person that it was asked about.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify from 'fastify';
import { populationSimulator, populationUrl } from '../../simulators/population/simulator.ts';
import type { SimulatedPerson } from '../../simulators/population/simulator.ts';

interface Asked {
  readonly user: string;
  readonly secret: string;
  readonly citizens: readonly SimulatedPerson[];
}

const TLS = join(import.meta.dirname, '../fixtures/tls');
const { citizens, ...access } = JSON.parse(process.argv[2]!) as Asked;
const app = Fastify({ https: { key: readFileSync(join(TLS, 'key.pem')), cert: readFileSync(join(TLS, 'certificate.pem')) } });
await app.register(
  populationSimulator({
    ...access,
    citizenOf: (number) => {
      process.stdout.write(`asked ${number}\n`);
      return citizens.find(({ nationalId }) => nationalId === number) ?? null;
    },
  }),
);
process.stdout.write(`${populationUrl(await app.listen({ port: 0, host: '127.0.0.1' }))}\n`);
