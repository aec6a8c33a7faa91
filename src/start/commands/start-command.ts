/** `congvu start`: starts everything, says where it is, stops cleanly. */
import { numberWords } from '#base/vietnamese/number-words.ts';
import { systemClock } from '#base/clock.ts';
import { readConfig } from '#base/config.ts';
import { SURFACES } from '#base/http/surfaces.ts';
import { endQuietly } from '#start/end-quietly.ts';
import { serve } from '#start/serve.ts';

const out = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const seconds = (ms: number): string => `${numberWords((ms / 1000).toFixed(1)).vi} s`;

export async function runStart(root: string, request: { readonly people: string | undefined }): Promise<number> {
  const config = readConfig(process.env);
  if (!config.ok) {
    for (const { code, title, next } of config.problems) process.stderr.write(`✗ ${code}  ${title.vi} ${next.vi}\n`);
    return 2;
  }
  const startedMs = systemClock.monotonicMs();
  const demo = config.value.demo;
  out(demo ? 'Công Vụ – bản trình diễn, DỮ LIỆU MẪU (người hư cấu)' : 'Công Vụ');
  const running = await serve(config.value, {
    root,
    portal: true,
    tell: (stage, ms) => out(`  ✓ ${stage} · ${seconds(ms)}`),
    ...(request.people ? { people: Number(request.people) } : {}),
  });
  if (!running.ok) {
    for (const { code, title, next } of running.problems) process.stderr.write(`✗ ${code}  ${title.vi}\n  → ${next.vi}\n`);
    return 2;
  }
  const { address } = running.value;
  const { listeners } = config.value;
  out(`\nSẵn sàng sau ${seconds(systemClock.monotonicMs() - startedMs)}\n`);
  if (listeners.length > 1 || listeners[0]!.surfaces.length < SURFACES.length)
    for (const { surfaces, host, port } of listeners) out(`  ${surfaces.join(', ')}: ${host}:${port}`);
  out(`  Cổng:          ${address}/`);
  if (demo) out(`  Chọn vai:      ${address}/trinh-dien`);
  out(`  Tài liệu API:  ${address}/docs`);
  out(
    `\n  Dừng: Ctrl+C${demo ? '    Làm mới dữ liệu mẫu: npx congvu reset-demo' : ''}    PostgreSQL riêng: đặt DATABASE_URL và DATABASE_OWNER_URL (docs/settings.md)`,
  );
  return new Promise<number>((done) => {
    const stop = (): void => {
      void running.value.stop().then(
        () => {
          done(0);
          void endQuietly(0);
        },
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          void endQuietly(1);
        },
      );
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}
