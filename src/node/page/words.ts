/** Words of the node's page and of its commands, in both languages. */
import type { Bilingual } from '#base/problem.ts';
import type { NodeStanding } from '#doors/exchange/protocol/node-step.ts';
import type { Lane } from '#doors/exchange/shapes.ts';

export const STANDINGS: Readonly<Record<NodeStanding, Bilingual>> = {
  new: { vi: 'Đang chào trung tâm', en: 'Greeting the centre' },
  'in-step': { vi: 'Đang trao đổi bình thường', en: 'Exchanging normally' },
  frozen: { vi: 'Trung tâm đang tạm khóa đường trao đổi', en: 'The centre has frozen the line' },
  stale: { vi: 'Đợt đánh số của chương trình này đã cũ', en: 'The epoch of this node is an old one' },
  restored: { vi: 'Cơ sở dữ liệu ở đây cũ hơn điều trung tâm đã nhận', en: 'The database here is older than what the centre has received' },
  denied: { vi: 'Trung tâm không giữ điều đã ký nhận', en: 'The centre does not hold what it signed for' },
};

export const LANE_WORDS: Readonly<Record<Lane, Bilingual>> = {
  daily: { vi: 'Hằng ngày', en: 'Daily' },
  correction: { vi: 'Đính chính', en: 'Corrections' },
  load: { vi: 'Nạp lần đầu', en: 'First load' },
};

export const VERDICT_WORDS: Readonly<Record<string, Bilingual>> = {
  rejected: { vi: 'Không nhận', en: 'Rejected' },
  quarantined: { vi: 'Giữ lại, chờ người quyết định', en: 'Kept, somebody decides' },
  conflict: { vi: 'Hai bên khác nhau, chờ người quyết định', en: 'Both sides differ, somebody decides' },
};

interface Alarm {
  readonly what: Bilingual;
  readonly next: Bilingual;
}

/** What happened, and what to do. */
const ALARMS: Readonly<Record<string, Alarm>> = {
  frozen: {
    what: {
      vi: 'Trung tâm thấy hai nội dung khác nhau cùng một số nên tạm khóa đường trao đổi.',
      en: 'The centre saw two contents under one number and froze the line.',
    },
    next: {
      vi: 'Kiểm tra có hai bản chương trình cùng chạy (máy nhân bản, máy cũ chưa tắt) không; chỉ để lại một. Rồi gọi trung tâm: hai người ở đó xem bằng chứng, mở lại và cấp đợt mới; chạy congvu node enrolled SỐ-ĐỢT. Không mất thay đổi nào.',
      en: 'See whether two copies run (a cloned machine, an old one still on) and leave one. Then call the centre: two people look at the evidence and grant a new epoch; run congvu node enrolled EPOCH. No change is lost.',
    },
  },
  stale: {
    what: { vi: 'Trung tâm đang dùng đợt đánh số khác.', en: 'The centre uses another epoch.' },
    next: {
      vi: 'Nếu đã có máy khác thay máy này, tắt chương trình ở đây. Nếu không, hỏi trung tâm số đợt mới rồi chạy congvu node enrolled SỐ-ĐỢT.',
      en: 'If another machine has taken the place of this one, stop this one. Else ask the centre for the new epoch and run congvu node enrolled EPOCH.',
    },
  },
  restored: {
    what: {
      vi: 'Trung tâm đã nhận nhiều hơn những gì cơ sở dữ liệu ở đây nhớ: có thể vừa khôi phục từ bản sao lưu.',
      en: 'The centre has received more than this database remembers: it was perhaps restored from a backup.',
    },
    next: {
      vi: 'Đề nghị trung tâm cấp đợt mới, chạy congvu node enrolled SỐ-ĐỢT, rồi để chương trình đọc lại nguồn dữ liệu. Điều đã gửi không bị ghi hai lần.',
      en: 'Ask the centre for a new epoch, run congvu node enrolled EPOCH, and let the node read its sources again. What was sent is not taken twice.',
    },
  },
  denied: {
    what: {
      vi: 'Trung tâm nói chưa nhận một gói mà chính trung tâm đã ký nhận. Hai văn bản có chữ ký được giữ làm bằng chứng.',
      en: 'The centre says that it does not hold a batch that it signed for. Both signed texts are kept as evidence.',
    },
    next: {
      vi: 'Sao lưu cơ sở dữ liệu này ngay, không xóa gì, báo lãnh đạo và trung tâm. Chương trình ngừng gửi cho tới khi được đăng ký lại.',
      en: 'Back this database up now, delete nothing, tell your head and the centre. The node sends nothing until it is enrolled anew.',
    },
  },
  unverified: {
    what: {
      vi: 'Có câu trả lời không đúng chữ ký của trung tâm nên bị bỏ qua.',
      en: 'An answer was not signed by the centre and was passed over.',
    },
    next: {
      vi: 'Tải lại tệp khóa công bố của trung tâm (/.well-known/jwks.json). Nếu khóa đã đúng mà vẫn còn, báo trung tâm: đường truyền có thể bị can thiệp.',
      en: 'Fetch the published keys of the centre again (/.well-known/jwks.json). If they are right and it goes on, tell the centre: somebody may be on the line.',
    },
  },
  refused: {
    what: { vi: 'Trung tâm không nhận một gói.', en: 'The centre refused a batch.' },
    next: {
      vi: 'Xem mã lỗi bên cạnh (trang /problems của trung tâm giải thích từng mã). Gói được gửi lại theo nhịp; không cần nhập lại dữ liệu.',
      en: 'See the code beside it (the page /problems of the centre explains each). The batch is sent again; nothing needs to be typed again.',
    },
  },
  line: {
    what: { vi: 'Chưa liên lạc được với trung tâm.', en: 'The centre does not answer.' },
    next: {
      vi: 'Kiểm tra mạng, chứng thư và địa chỉ trong node.json (congvu netcheck giúp tìm chỗ hỏng). Thay đổi vẫn được giữ và sẽ tự gửi khi có mạng.',
      en: 'Check network, certificate and address in node.json (congvu netcheck finds where it breaks). Changes are kept and leave by themselves.',
    },
  },
  source: {
    what: { vi: 'Một nguồn dữ liệu chưa đọc được trọn vẹn.', en: 'A source of changes could not be read whole.' },
    next: {
      vi: 'Chạy congvu node check để xem từng dòng, từng cột; sửa ở phần mềm nhân sự hoặc tệp ánh xạ. Các dòng đúng vẫn được gửi.',
      en: 'Run congvu node check to see each row and column; correct it in the personnel software or in the mapping. Rows that are right are sent.',
    },
  },
  digest: {
    what: { vi: 'Đối chiếu với trung tâm có chỗ khác nhau.', en: 'Comparing with the centre found differences.' },
    next: {
      vi: 'Chạy congvu node compare để xem từng chỗ; bên nào sai thì sửa ở bên đó.',
      en: 'Run congvu node compare to see each; correct it on the side that is wrong.',
    },
  },
};

export const alarmWords = (about: string): Alarm =>
  ALARMS[about.split(':', 1)[0]!] ?? { what: { vi: about, en: about }, next: { vi: '', en: '' } };
