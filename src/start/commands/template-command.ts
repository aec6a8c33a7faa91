/** `congvu template`: the form of a body, without a server. The body's name is known for the demo's bodies and those of the lists. */
import { DEMO_BODIES } from '#authority/organisations/demo-bodies.ts';
import { nameOfTopBody } from '#authority/organisations/seed.ts';
import { systemClock } from '#base/clock.ts';
import { makeTemplate } from '#doors/workbook/template.ts';

export async function runTemplate(
  org: string,
  out: string,
  io: { readonly print: (text: string) => void; readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void> },
): Promise<number> {
  const name = DEMO_BODIES.find((body) => body.code === org)?.name ?? nameOfTopBody(org);
  if (name === null) {
    io.print(`Không có cơ quan mã ${org} trong danh mục kèm theo. Mã của cơ quan mình có trên Cổng, mục Biểu mẫu.`);
    return 2;
  }
  await io.writeFile(out, await makeTemplate({ bodyCode: org, bodyName: name, issuedOn: systemClock.today() }));
  io.print(`Đã tạo ${out} cho ${name} (${org}).`);
  return 0;
}
