/** Somebody else's host, as a process beside the product: a script of this folder, told what it is, that says where it is. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface OwnProcess {
  /** the first line that it wrote */
  readonly address: string;
  /** lines after the first, so far */
  readonly told: readonly string[];
  /** SIGKILL: nothing of it is kept */
  close(): Promise<void>;
}

/** @param script  a file of this folder; @param asked  handed over as JSON */
export async function startBeside(script: string, asked: object): Promise<OwnProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, script), JSON.stringify(asked)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const told: string[] = [];
  const address = await new Promise<string>((found, failed) => {
    createInterface(child.stdout).on('line', (line) => {
      if (/^https?:/.test(line)) found(line);
      else told.push(line);
    });
    void gone.then(() => failed(new Error(`${script} ended`)));
  });
  return {
    address,
    told,
    close: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
