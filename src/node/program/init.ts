/** `congvu node init`, `congvu node keys`: the folder of a node, its key, and what is handed to the centre. */
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { systemClock } from '#base/clock.ts';
import type { Problem } from '#base/problem.ts';
import { enrolmentRequest, makeKeyFile, readKeyFile } from '#node/keys.ts';
import { nodeThere } from '#node/problems.ts';
import { SETTINGS_FILE, readSettings, sampleSettings } from '#node/settings.ts';

/** Where commands speak: the answer, talk, problems. */
export interface NodeIo {
  readonly answer: (text: string) => void;
  readonly print: (text: string) => void;
  readonly sayProblems: (problems: readonly Problem[]) => void;
}

const REQUEST_FILE = 'dang-ky.json';

/** Makes the folder of a node with its settings. @returns exit code: 0 made, 2 it is there already */
export function runInit(
  folder: string,
  one: { readonly source: string; readonly audience: string; readonly url: string },
  io: NodeIo,
): number {
  const place = resolve(folder);
  const file = join(place, SETTINGS_FILE);
  if (existsSync(file)) {
    io.sayProblems([nodeThere({ folder: place })]);
    return 2;
  }
  mkdirSync(join(place, 'khoa'), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(sampleSettings(one), null, 2)}\n`, { flag: 'wx' });
  io.answer(file);
  io.print(`Đã tạo ${file}. Tiếp theo: congvu node keys ${folder}\nMade. Next: congvu node keys ${folder}`);
  return 0;
}

/** Makes the signing key where there is none, and the request for enrolment. @returns exit code: 0 made, 2 refused */
export function runKeys(folder: string, io: NodeIo): number {
  const settings = readSettings(folder);
  if (!settings.ok) {
    io.sayProblems(settings.problems);
    return 2;
  }
  const { key: file, source, audience, centre } = settings.value;
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    makeKeyFile(file);
    io.print(
      `Đã tạo khóa ký ${file} (chỉ tài khoản này đọc được). Sao lưu tệp này ở nơi an toàn.\nMade the signing key. Keep a copy in a safe place.`,
    );
  }
  const key = readKeyFile(file);
  if (!key.ok) {
    io.sayProblems(key.problems);
    return 2;
  }
  const certificate =
    centre.certificate !== null && existsSync(centre.certificate)
      ? new X509Certificate(readFileSync(centre.certificate)).fingerprint256.replaceAll(':', '').toLowerCase()
      : null;
  const out = join(settings.value.folder, REQUEST_FILE);
  writeFileSync(out, enrolmentRequest(key.value, { source, audience, certificate, madeAt: systemClock.now() }));
  io.answer(out);
  io.print(
    `Gửi ${REQUEST_FILE} cho trung tâm kèm công văn đăng ký. Mã khóa: ${key.value.kid}${certificate === null ? ' (chưa có chứng thư máy: đặt tệp rồi chạy lại lệnh này)' : ''}\nHand ${REQUEST_FILE} to the centre. Key id: ${key.value.kid}`,
  );
  return 0;
}
