/** Who is appointed in the demo, as the simulator of VNeID knows them: they come to the own pages once their record is made. */
import { appointedPerson } from './cast.ts';

export interface AppointedCitizen {
  readonly id: string;
  readonly name: string;
  readonly nationalId: string;
  readonly level: number;
  readonly note: string;
}

export function appointedCitizen(): AppointedCitizen {
  const { nationalId, document } = appointedPerson();
  return {
    id: 'nguoi-moi',
    name: String(document.B?.['hoTenKhaiSinh'] ?? ''),
    nationalId,
    level: 2,
    note: 'Người mới được bổ nhiệm: đăng nhập được, có hồ sơ sau khi cơ quan gửi và xác nhận.',
  };
}
