/** Problems of who may come to a listener. */
import { problem } from '#base/problem.ts';

export const certificateFile = problem({
  code: 'E-CERTIFICATE-FILE',
  status: 500,
  vi: 'Tệp chứng thư {file} không dùng được: {why}.',
  en: 'The certificate file {file} cannot be used: {why}.',
  next: {
    vi: 'Đặt lại tệp đúng rồi chờ nửa phút, hoặc khởi động lại. Cách tạo, gia hạn, thu hồi: docs/operate/tslcd.md. Khi máy chủ đang chạy thì chứng thư trước đó vẫn được dùng.',
    en: 'Put the right file there and wait half a minute, or start again. How they are made, renewed, revoked: docs/operate/tslcd.md. A running server goes on with those it had.',
  },
  example: { file: '/etc/congvu/tls/cong.pem', why: { vi: 'không đọc được (ENOENT)', en: 'it cannot be read (ENOENT)' } },
});

export const listenerCertificateEnds = problem({
  code: 'E-LISTENER-CERTIFICATE-ENDS',
  status: 500,
  vi: '{what} trong {file} hết hạn ngày {day}.',
  en: '{what} in {file} ends on {day}.',
  next: {
    vi: 'Thay tệp trước ngày đó; máy chủ tự đọc lại trong nửa phút, không cần khởi động lại. Xem docs/operate/tslcd.md.',
    en: 'Replace the file before that day; the server reads it again within half a minute, without a restart. See docs/operate/tslcd.md.',
  },
  example: { what: { vi: 'Chứng thư', en: 'The certificate' }, file: '/etc/congvu/tls/cong.pem', day: '2026-12-20' },
});

export const outsideNetworks = problem({
  code: 'E-OUTSIDE-NETWORKS',
  status: 403,
  vi: 'Máy này đang ngoài mạng TSLCD (mạng truyền số liệu chuyên dùng), nên hệ thống không mở.',
  en: 'This computer is outside the networks that may use this system (TSLCD, the dedicated state network).',
  next: {
    vi: 'Mở lại từ máy đã nối mạng TSLCD của cơ quan. Máy đã nối mà vẫn thấy trang này thì gửi địa chỉ {address} cho {contact}.',
    en: 'Open it from a computer on the TSLCD of your agency. If it is on it, give the address {address} to {contact}.',
  },
  example: { address: '203.0.113.7', contact: { vi: 'bộ phận công nghệ thông tin của cơ quan', en: 'the IT staff of your agency' } },
});

export const clientCertificateRefused = problem({
  code: 'E-CLIENT-CERTIFICATE',
  status: 403,
  vi: 'Chứng thư của bên gọi không được nhận: {why}.',
  en: 'The certificate of the caller is not accepted: {why}.',
  next: {
    vi: 'Dùng chứng thư còn hạn do nơi cấp của hệ thống này ký, từ đúng mạng đã đăng ký. Hỏi {contact}.',
    en: 'Use a certificate in force that the authority of this system signed, from the network registered for it. Ask {contact}.',
  },
  example: {
    why: { vi: 'đã bị thu hồi', en: 'it was revoked' },
    contact: { vi: 'nơi vận hành hệ thống', en: 'who operates the system' },
  },
});
