/** Findings of a check of a desk's network: each says what, why, and what somebody at the desk does next. */
import { problem } from '#base/problem.ts';

const IT = { vi: 'cán bộ công nghệ thông tin của cơ quan', en: 'the IT staff of your agency' };

export const nameUnknown = problem({
  code: 'E-NET-NAME-UNKNOWN',
  vi: 'Không tìm thấy tên máy chủ: máy chủ tên miền (DNS) trả lời rằng không có tên này.',
  en: 'The name of the server is unknown: the name server (DNS) says that there is none of it.',
  next: {
    vi: `Kiểm tra địa chỉ đã gõ. Nếu đúng: máy đang dùng DNS ngoài mạng TSLCD; nhờ ${IT.vi} đặt DNS của TSLCD.`,
    en: `Look at the address as it was typed. If it is right the computer asks a DNS outside TSLCD: have ${IT.en} set that of TSLCD.`,
  },
  example: {},
});

export const nameNotAnswered = problem({
  code: 'E-NET-NAME-NO-ANSWER',
  vi: 'Máy chủ tên miền (DNS) không trả lời, nên không biết địa chỉ của máy chủ.',
  en: 'The name server (DNS) does not answer, so that the address of the server is not known.',
  next: {
    vi: `Kiểm tra dây mạng và địa chỉ DNS của máy; nhờ ${IT.vi} xem DNS có đang chạy không.`,
    en: `Look at the cable and at the DNS address of this computer; have ${IT.en} see whether that DNS runs.`,
  },
  example: {},
});

export const portRefused = problem({
  code: 'E-NET-PORT-REFUSED',
  vi: 'Tới được máy chủ nhưng cổng bị từ chối.',
  en: 'The server is reached, and refuses the port.',
  next: {
    vi: `Kiểm tra địa chỉ và cổng. Nếu đúng: dịch vụ đang dừng, hoặc tường lửa từ chối; báo ${IT.vi} và nơi vận hành.`,
    en: `Look at address and port. If they are right the service stands still or a firewall refuses: tell ${IT.en} and the operators.`,
  },
  example: {},
});

export const addressSilent = problem({
  code: 'E-NET-ADDRESS-SILENT',
  vi: 'Máy chủ không trả lời khi kết nối: gói tin đi mà không có hồi âm.',
  en: 'The server says nothing when one connects: what is sent is not answered.',
  next: {
    vi: `Thường do tường lửa chặn lặng lẽ hoặc máy chưa có đường đi vào mạng TSLCD. Nhờ ${IT.vi} xem đường đi (route) và tường lửa.`,
    en: `Mostly a firewall that drops without a word, or no route into TSLCD. Have ${IT.en} look at route and firewall.`,
  },
  example: {},
});

export const noRoute = problem({
  code: 'E-NET-NO-ROUTE',
  vi: 'Máy này không có đường đi tới máy chủ.',
  en: 'This computer has no route to the server.',
  next: {
    vi: `Kiểm tra dây mạng; máy có hai mạng thì nhờ ${IT.vi} đặt đường đi tới hệ thống qua TSLCD.`,
    en: `Look at the cable; where there are two networks have ${IT.en} set the route through TSLCD.`,
  },
  example: {},
});

export const certificateExpired = problem({
  code: 'E-NET-CERTIFICATE-EXPIRED',
  vi: 'Chứng thư của máy chủ không trong thời hạn, dù đồng hồ máy này đúng.',
  en: 'The certificate of the server is not in force, though the clock here is right.',
  next: {
    vi: 'Không phải lỗi của máy này: báo nơi vận hành hệ thống gia hạn chứng thư.',
    en: 'Not a fault of this computer: tell the operators to renew the certificate.',
  },
  example: {},
});

export const certificateName = problem({
  code: 'E-NET-CERTIFICATE-NAME',
  vi: 'Chứng thư mà máy chủ đưa ra được cấp cho tên khác.',
  en: 'The certificate that is presented is for another name.',
  next: {
    vi: `Mở đúng tên đã công bố, không mở bằng địa chỉ số. Nếu đã đúng tên: DNS hoặc đường đi dẫn tới máy khác; báo ${IT.vi}.`,
    en: `Use the published name, not a number. If it is right, DNS or route lead to another server: tell ${IT.en}.`,
  },
  example: {},
});

export const certificateForeign = problem({
  code: 'E-NET-INTERCEPTED',
  vi: 'Chứng thư do một nơi cấp mà máy này không tin ký: có thiết bị hoặc phần mềm ở giữa đang giải mã kết nối, hoặc máy chưa cài chứng thư gốc.',
  en: 'The certificate was signed by an authority that is not trusted here: something between decrypts the connection, or the root certificate is not installed.',
  next: {
    vi: `ĐỪNG nhập mật khẩu hay đăng nhập. Nhờ ${IT.vi} tắt việc soi HTTPS (tường lửa, phần mềm diệt vi-rút) đối với hệ thống này, hoặc cài chứng thư gốc đúng.`,
    en: `Do NOT sign in. Have ${IT.en} turn off the inspection of HTTPS (firewall, anti-virus) for this system, or install the right root certificate.`,
  },
  example: {},
});

export const tlsSilent = problem({
  code: 'E-NET-TLS-SILENT',
  vi: 'Kết nối được nhưng bắt tay TLS không được trả lời.',
  en: 'The connection stands, and the TLS handshake is not answered.',
  next: {
    vi: `Thường do thiết bị ở giữa chặn TLS, hoặc gói lớn bị mất vì MTU. Nhờ ${IT.vi} thử đặt MTU 1400 rồi kiểm tra lại.`,
    en: `Mostly something between that stops TLS, or large packets lost for the MTU. Have ${IT.en} try an MTU of 1400, then check again.`,
  },
  example: {},
});

export const tlsCut = problem({
  code: 'E-NET-TLS-CUT',
  vi: 'Bắt tay TLS bị cắt ngang, hoặc nơi trả lời không nói TLS.',
  en: 'The TLS handshake is cut, or who answers does not speak TLS.',
  next: {
    vi: `Kiểm tra địa chỉ bắt đầu bằng https:// và đúng cổng. Nếu đúng: thiết bị ở giữa cắt TLS; báo ${IT.vi}.`,
    en: `See that the address begins with https:// and has the right port. If so something between cuts TLS: tell ${IT.en}.`,
  },
  example: {},
});

export const proxyAsks = problem({
  code: 'E-NET-PROXY-ASKS',
  vi: 'Mạng bắt đi qua máy chủ trung gian (proxy) có tài khoản (407).',
  en: 'The network demands a proxy with an account (407).',
  next: {
    vi: `Nhờ ${IT.vi} cho hệ thống này đi thẳng, không qua proxy; hoặc đặt proxy và tài khoản cho máy (HTTPS_PROXY, --proxy).`,
    en: `Have ${IT.en} let this system go straight, without the proxy; or set proxy and account here (HTTPS_PROXY, --proxy).`,
  },
  example: {},
});

export const captivePortal = problem({
  code: 'E-NET-CAPTIVE-PORTAL',
  vi: 'Một trang khác trả lời thay máy chủ: mạng này bắt đăng nhập hoặc chuyển hướng (như Wi-Fi công cộng).',
  en: 'Another page answers in the place of the server: this network asks to sign in to it, or redirects (as public Wi-Fi does).',
  next: {
    vi: `Mở trình duyệt, đăng nhập mạng rồi kiểm tra lại; tốt nhất dùng mạng dây TSLCD của cơ quan. Còn bị thì báo ${IT.vi}.`,
    en: `Open the browser, sign in to the network, check again; better use the wired TSLCD. If it stays tell ${IT.en}.`,
  },
  example: {},
});

export const outsideTheNetwork = problem({
  code: 'E-NET-OUTSIDE',
  vi: 'Tới được máy chủ, nhưng từ ngoài mạng TSLCD mà hệ thống cho phép.',
  en: 'The server is reached, from outside the networks (TSLCD) that it lets in.',
  next: {
    vi: `Nối máy vào mạng TSLCD của cơ quan. Đã nối: gửi mã cơ quan và dải địa chỉ cho nơi vận hành để thêm, nhờ ${IT.vi} xem đường đi.`,
    en: `Connect to the TSLCD of your agency. If it is: have ${IT.en} look at the route, and the operators add the addresses of the agency.`,
  },
  example: {},
});

export const serverFailing = problem({
  code: 'E-NET-SERVER-FAILING',
  vi: 'Mạng thông tới máy chủ, nhưng máy chủ đang gặp sự cố.',
  en: 'The network reaches the server, and the server has a fault.',
  next: {
    vi: 'Không phải lỗi của máy này: chờ vài phút, còn bị thì báo nơi vận hành.',
    en: 'Not a fault of this computer: wait some minutes, then tell the operators.',
  },
  example: {},
});

export const answerMissing = problem({
  code: 'E-NET-NO-ANSWER',
  vi: 'Kết nối được nhưng câu hỏi không được trả lời, hoặc kết nối bị cắt.',
  en: 'The connection stands, and a question is not answered, or it is cut.',
  next: {
    vi: `Thử lại. Còn bị: thiết bị ở giữa chặn HTTP; báo ${IT.vi} và nơi vận hành.`,
    en: `Try again. If it stays something between stops HTTP: tell ${IT.en} and the operators.`,
  },
  example: {},
});

export const clockWrong = problem({
  code: 'E-NET-CLOCK',
  vi: 'Đồng hồ máy này lệch {seconds} giây so với máy chủ.',
  en: 'The clock here is {seconds} seconds from that of the server.',
  next: {
    vi: `Bật “tự động đặt giờ” của máy, chọn múi giờ Hà Nội (UTC+7), rồi kiểm tra lại. Đồng hồ sai làm hỏng đăng nhập và chữ ký.`,
    en: `Turn on automatic time, time zone Hanoi (UTC+7), and check again. A wrong clock breaks signing in and signatures.`,
  },
  example: { seconds: '3600' },
});

export const largeLost = problem({
  code: 'E-NET-LARGE-LOST',
  vi: 'Gói nhỏ đi được, gói từ {bytes} byte trở lên mất hẳn: “hố đen MTU” trên đường.',
  en: 'Small messages arrive, those from {bytes} bytes on vanish: an MTU black hole on the way.',
  next: {
    vi: `Nhờ ${IT.vi} đặt MTU của máy là 1400 và xem lại MTU của VPN, bộ định tuyến (và không chặn ICMP “fragmentation needed”).`,
    en: `Have ${IT.en} set the MTU here to 1400, and look at VPN and routers (ICMP "fragmentation needed" must not be dropped).`,
  },
  example: { bytes: '4000' },
});

export const packetsLost = problem({
  code: 'E-NET-LOSS',
  vi: 'Đường truyền chập chờn: {lost} trong {sent} lần hỏi không được trả lời hoặc phải gửi lại.',
  en: 'The line is unsteady: {lost} of {sent} questions were not answered, or had to be sent again.',
  next: {
    vi: `Đổi dây mạng hoặc ổ cắm, bỏ Wi-Fi, rồi kiểm tra lại. Còn bị: báo ${IT.vi} xem đường truyền với nhà cung cấp.`,
    en: `Try another cable or socket, no Wi-Fi, and check again. If it stays have ${IT.en} ask who provides the line.`,
  },
  example: { lost: '5', sent: '20' },
});

export const farAway = problem({
  code: 'E-NET-FAR',
  severity: 'warning',
  vi: 'Mỗi câu hỏi mất {ms} mili giây mới có trả lời: dùng được nhưng chậm.',
  en: 'Each question takes {ms} milliseconds: it works, slowly.',
  next: {
    vi: `Tắt VPN nếu có; nhờ ${IT.vi} xem đường đi có vòng xa không.`,
    en: `Turn off a VPN; have ${IT.en} see whether the route makes a detour.`,
  },
  example: { ms: '620' },
});

export const tooSlow = problem({
  code: 'E-NET-SLOW',
  vi: 'Đường truyền chậm: tải về {down}, gửi lên {up} Mbit/giây.',
  en: 'The line is slow: {down} down, {up} up, in Mbit/s.',
  next: {
    vi: `Dừng việc tải khác và kiểm tra lại. Còn chậm: tải hồ sơ theo từng phần nhỏ, và báo ${IT.vi} nâng đường truyền.`,
    en: `Stop other downloads and check again. If it stays send files in small parts, and have ${IT.en} ask for a better line.`,
  },
  example: { down: '0.4', up: '0.2' },
});

export const proxyBetween = problem({
  code: 'E-NET-PROXY-BETWEEN',
  severity: 'warning',
  vi: 'Có máy chủ trung gian (proxy) trên đường đi của máy này.',
  en: 'There is a proxy on the way of this computer.',
  next: {
    vi: `Vẫn dùng được. Nếu hay lỗi khi tải tệp lớn, nhờ ${IT.vi} cho hệ thống này đi thẳng.`,
    en: `It works all the same. If large files fail, have ${IT.en} let this system go straight.`,
  },
  example: {},
});

export const measuredWrong = problem({
  code: 'E-NET-MEASURED-WRONG',
  vi: 'Kết quả đo gửi lên mâu thuẫn với chính nó.',
  en: 'The measurements that were sent contradict themselves.',
  next: {
    vi: 'Chạy lại congvu netcheck hoặc trang kiểm tra của cùng phiên bản với máy chủ, rồi gửi nguyên kết quả.',
    en: 'Run congvu netcheck, or the page, of the version of this server again, and send the result as it is.',
  },
  example: {},
});

export const tokenNotValid = problem({
  code: 'E-NET-TOKEN',
  status: 403,
  vi: 'Mã gửi kết quả không đúng, đã hết hạn hoặc đã dùng hết lượt.',
  en: 'The code for sending a result is wrong, has ended or is used up.',
  next: {
    vi: 'Lấy mã mới trên Cổng, trang “Kết nối mạng TSLCD”, rồi chạy lại.',
    en: 'Take a new code in the portal, page “TSLCD connection”, and run it again.',
  },
  example: {},
});
