/** Every word of the wallet that people see, Vietnamese first. `{name}` is filled in. */
import type { Bilingual } from '#base/problem.ts';
import type { FaultCode } from './outcome.ts';
import type { Mistake } from './mistakes.ts';

export type Language = 'vi' | 'en';

const both = (vi: string, en: string): Bilingual => ({ vi, en });

export const WORDS = {
  // Frame
  // The same in both: whoever looks at the screen of a phone, in whatever language, sees it.
  simulation: both('MÔ PHỎNG VNeID', 'MÔ PHỎNG VNeID'),
  notReal: both('Không phải ứng dụng VNeID. Không nhập thông tin thật.', 'VNeID simulation, not the VNeID app. Enter nothing real.'),
  title: both('Ví giấy tờ (mô phỏng VNeID)', 'Document wallet (VNeID simulation)'),
  language: both('English', 'Tiếng Việt'),
  skip: both('Bỏ qua, đến nội dung', 'Skip to content'),
  menu: both('Các màn hình của ví', 'Screens of the wallet'),
  menuCard: both('Thẻ', 'Card'),
  menuPresent: both('Xuất trình', 'Show'),
  menuHistory: both('Lịch sử', 'History'),
  menuMistakes: both('Thử tình huống sai', 'Try what is wrong'),
  working: both('Đang làm, xin chờ một chút…', 'Working, one moment…'),
  back: both('Quay lại', 'Back'),
  tryAgain: both('Thử lại', 'Try again'),
  faultDetail: both('Mã để hỏi người hỗ trợ: {detail}', 'Code to tell whoever helps you: {detail}'),

  // Cannot run here
  insecureTitle: both('Trình duyệt không cho ví chạy ở địa chỉ này', 'The browser does not let the wallet run at this address'),
  insecureWhy: both(
    'Trang đang mở bằng http qua mạng nên trình duyệt khóa chức năng tạo và giữ khóa (crypto.subtle). Không có khóa thì không có thẻ.',
    'This page was opened over plain http through a network, so the browser shuts the making and keeping of keys (crypto.subtle). Without a key there is no card.',
  ),
  insecureNext: both(
    'Hãy mở bằng https, hoặc mở trên chính máy đang chạy sản phẩm bằng địa chỉ http://localhost.',
    'Open it over https, or on the machine that runs the product, at http://localhost.',
  ),
  noStorageTitle: both('Trình duyệt không cho lưu thẻ', 'The browser does not let a card be kept'),
  noStorageNext: both(
    'Cửa sổ ẩn danh của một số trình duyệt không có nơi lưu. Hãy mở lại trong cửa sổ thường.',
    'Private windows of some browsers keep nothing. Open it again in an ordinary window.',
  ),

  // Empty wallet and offer
  emptyTitle: both('Ví của anh/chị chưa có thẻ', 'There is no card in your wallet yet'),
  emptyWhy: both(
    'Thẻ cán bộ, công chức, viên chức sẽ nằm ở đây. Anh/chị lấy lời mời nhận thẻ trên trang của mình tại Cổng, mục “Thẻ của tôi”.',
    'The card of cadres, civil servants and public employees will be here. You get the offer on your own page at the Portal, under “My card”.',
  ),
  offerLabel: both('Lời mời nhận thẻ', 'Card offer'),
  offerHint: both(
    'Dán đường dẫn bắt đầu bằng openid-credential-offer:// hoặc https://',
    'Paste the link that begins with openid-credential-offer:// or https://',
  ),
  offerRead: both('Xem lời mời', 'Look at the offer'),
  replaceTitle: both('Nhận thẻ trên máy này', 'Get a card on this phone'),
  reviewTitle: both('Nhận thẻ này?', 'Take this card?'),
  reviewIssuer: both('Nơi cấp', 'Issuer'),
  reviewKind: both('Giấy tờ', 'Document'),
  reviewClaims: both('Trên thẻ sẽ có', 'The card will hold'),
  reviewKey: both(
    'Máy này sẽ tạo một khóa riêng cho thẻ. Khóa không rời khỏi máy; đổi máy thì xóa thẻ và nhận lời mời mới.',
    'This phone will make a key of its own for the card. The key never leaves it; for a new phone, delete the card and take a new offer.',
  ),
  reviewReplaces: both(
    'Máy này đang giữ một thẻ. Thẻ mới sẽ thay thẻ đó.',
    'This phone already holds a card. The new one takes its place.',
  ),
  txCodeLabel: both('Mã giao dịch', 'Transaction code'),
  txCodeHint: both(
    '{length} chữ số, hiện trên trang nơi anh/chị lấy lời mời. Không đọc mã này cho ai qua điện thoại.',
    '{length} digits, shown on the page where you got the offer. Never read it to anybody on the phone.',
  ),
  txCodeHintAny: both(
    'Mã hiện trên trang nơi anh/chị lấy lời mời. Không đọc mã này cho ai qua điện thoại.',
    'The code is shown on the page where you got the offer. Never read it to anybody on the phone.',
  ),
  txCodeWrong: both('Mã giao dịch phải đủ {length} chữ số.', 'The transaction code has {length} digits.'),
  txCodeWrongAny: both('Anh/chị chưa nhập mã giao dịch.', 'The transaction code is missing.'),
  accept: both('Đồng ý, nhận thẻ', 'Agree and take the card'),
  decline: both('Không nhận', 'Do not take it'),
  received: both('Đã nhận thẻ. Ví đã kiểm tra chữ ký của nơi cấp.', 'The card is here. The wallet has checked the issuer’s signature.'),

  // The card
  cardTitle: both('Thẻ của anh/chị', 'Your card'),
  frontLabel: both('Mặt trước của thẻ', 'Front of the card'),
  backLabel: both('Mặt sau của thẻ', 'Back of the card'),
  showBack: both('Xem mặt sau', 'See the back'),
  showFront: both('Xem mặt trước', 'See the front'),
  testBand: both('MẪU · THẺ THỬ NGHIỆM', 'SAMPLE · TEST CARD'),
  testBandSmall: both('Không có giá trị', 'Not valid'),
  kindAny: both('Thẻ cán bộ, công chức, viên chức', 'Card of a public official'),
  portrait: both('Ảnh chân dung', 'Portrait'),
  number: both('Số', 'No.'),
  backValidity: both('Có giá trị', 'Valid'),
  fromTo: both('từ {from} đến hết {to}', 'from {from} to the end of {to}'),
  backPurpose: both('Dùng để', 'What it is for'),
  backPurposeText: both(
    'Chứng minh người giữ đang công tác tại cơ quan ghi ở mặt trước. Không thay giấy tờ tùy thân.',
    'Shows that the holder serves at the agency named on the front. It does not replace an identity document.',
  ),
  backContact: both('Cần hỏi lại', 'In doubt'),
  backContactText: both(
    'Gọi {body} theo số công khai của cơ quan, không gọi số do người cầm thẻ đưa.',
    'Call {body} at its public number, not at one that the holder gives you.',
  ),
  backCopy: both('Bản trên máy này', 'The copy on this phone'),
  backCopyText: both('dùng được đến {end}', 'can be used until {end}'),
  stateTitle: both('Tình trạng trên máy này', 'State on this phone'),
  stateGood: both('Còn hiệu lực theo danh sách của nơi cấp', 'In force, says the issuer’s list'),
  stateEnded: both('Nơi cấp đã ngừng hiệu lực bản thẻ này', 'The issuer has ended this copy of the card'),
  stateUnknown: both(
    'Chưa hỏi được nơi cấp; chưa biết thẻ còn hiệu lực hay không',
    'The issuer could not be asked; whether the card is in force is not known',
  ),
  stateAsking: both('Đang hỏi nơi cấp…', 'Asking the issuer…'),
  stateCopyEnded: both(
    'Bản thẻ trên máy đã hết hạn. Hãy làm mới khi có mạng.',
    'The copy on this phone has ended. Refresh it when you have a network.',
  ),
  stateStanding: both('Hiệu lực', 'Standing'),
  stateUntil: both('Bản thẻ dùng được đến', 'Copy good until'),
  stateRefreshed: both('Làm mới lúc', 'Refreshed'),
  stateIssuer: both('Nơi cấp', 'Issuer'),
  stateFault: both('Lần làm mới gần nhất không được ({at})', 'The last refresh failed ({at})'),
  refresh: both('Làm mới bản thẻ', 'Refresh the copy'),
  refreshedSame: both('Đã làm mới. Nội dung thẻ không đổi.', 'Refreshed. The card says the same.'),
  refreshedChanged: both('Đã làm mới. Thẻ đã đổi: {names}.', 'Refreshed. Changed on the card: {names}.'),
  presentNow: both('Xuất trình thẻ', 'Show the card'),
  remove: both('Xóa thẻ khỏi máy này', 'Delete the card from this phone'),
  removeTitle: both('Xóa thẻ khỏi máy này?', 'Delete the card from this phone?'),
  removeWhat: both(
    'Thẻ và khóa của thẻ trên máy này mất hẳn. Thẻ của anh/chị tại cơ quan không mất: muốn dùng lại, hoặc đổi sang máy khác, hãy lấy lời mời mới.',
    'The card and its key on this phone are gone for good. Your card at your agency is not: to use it again, or on another phone, take a new offer.',
  ),
  removeYes: both('Xóa thẻ', 'Delete the card'),
  removeNo: both('Giữ lại', 'Keep it'),
  removed: both('Đã xóa thẻ khỏi máy này.', 'The card is gone from this phone.'),

  // Showing
  presentTitle: both('Xuất trình thẻ', 'Show the card'),
  presentNone: both('Ví chưa có thẻ để xuất trình.', 'There is no card to show.'),
  toEmpty: both('Nhận thẻ', 'Get a card'),
  means: both('Cách xuất trình', 'How to show it'),
  meansQr: both('Mã QR ở điểm kiểm tra', 'QR at a checkpoint'),
  meansAsk: both('Cửa hỏi', 'The door asks'),
  meansText: both('Chữ hoặc tệp', 'Text or file'),
  qrConsent: both(
    'Người quét mã sẽ thấy: họ tên, chức vụ hoặc vị trí việc làm, cơ quan, 4 ký tự cuối của số thẻ, hạn thẻ. Không có ảnh: bảo vệ đối chiếu khuôn mặt với giấy tờ có ảnh.',
    'Whoever scans it sees: name, position, agency, the last 4 signs of the card number, how long it is valid. There is no portrait: the guard compares your face with a document that has one.',
  ),
  qrShow: both('Đồng ý, hiện mã QR', 'Agree and show the QR'),
  qrHide: both('Ẩn mã', 'Hide the QR'),
  qrAlt: both('Mã QR dùng một lần của thẻ', 'One-time QR of the card'),
  qrText: both('Mã dạng chữ, để dán vào trang kiểm tra', 'The QR as text, to paste into the checking page'),
  qrNext: both('Mã mới sau {seconds} giây', 'New QR in {seconds} s'),
  qrDies: both(
    'Mỗi mã hết hiệu lực sau 60 giây và chỉ dùng một lần. Ảnh chụp màn hình không thay được máy của anh/chị.',
    'Each QR expires after 60 seconds and works once. A picture of this screen cannot take the place of your phone.',
  ),
  qrMissing: both(
    'Bản thẻ này không có mã kiểm tra. Hãy làm mới bản thẻ, hoặc xuất trình bằng chữ, tệp.',
    'This copy has no code for checkpoints. Refresh it, or show it as text or file.',
  ),
  qrFrozen: both('Mã này không đổi nữa: đang thử tình huống sai.', 'This QR no longer changes: a wrong way is being tried.'),
  chooseTitle: both('Anh/chị cho xem những gì?', 'What do you show?'),
  presetPublic: both('Người dân hỏi', 'Asked by a citizen'),
  presetGate: both('Cổng cơ quan', 'At a gate'),
  presetWork: both('Chỉ nơi công tác', 'Only where I serve'),
  portraitConsent: both(
    'Ảnh là dữ liệu sinh trắc, chỉ đưa khi anh/chị muốn.',
    'A portrait is biometric data: show it only if you want to.',
  ),
  nonceLabel: both('Cụm từ của cửa (nơi kiểm tra đọc cho anh/chị)', 'Phrase of the door (read to you by the checkpoint)'),
  nonceHint: both(
    'Năm từ, ví dụ “sen lúa mùa bạc cau”, có dấu hay không đều được; hoặc nội dung mã QR của cửa. Để trống thì nơi kiểm tra không biết bản này trả lời ai.',
    'Five words, such as “sen lúa mùa bạc cau”, with or without marks; or the text of the door’s QR code. Left empty, the door cannot know whom this answers.',
  ),
  nonceWrong: both(
    'Đây không phải cụm từ của cửa. Cụm từ có năm từ; mã của nơi khác có từ 8 đến 256 ký tự, không có khoảng trắng.',
    'This is no phrase of a door. A phrase has five words; a number of another place has 8 to 256 signs and no white space.',
  ),
  make: both('Đồng ý, tạo bản xuất trình', 'Agree and make it'),
  madeTitle: both('Bản xuất trình', 'What you show'),
  madeWhat: both(
    'Dùng một lần trong 5 phút, chỉ cho trang kiểm tra {audience}',
    'For one use within 5 minutes, only for the checkpoint {audience}',
  ),
  copy: both('Chép', 'Copy'),
  copied: both('Đã chép.', 'Copied.'),
  copyFailed: both(
    'Trình duyệt không cho chép. Hãy chọn chữ trong ô rồi chép bằng tay.',
    'The browser does not let it be copied. Select the text in the field and copy it by hand.',
  ),
  download: both('Tải thành tệp', 'Download as a file'),
  nothingChosen: both(
    'Chưa chọn mục nào: người kiểm tra chỉ biết thẻ là thật, không biết của ai.',
    'Nothing is chosen: the checkpoint learns that the card is real, not whose it is.',
  ),
  cannotShow: both('Không làm được bản xuất trình này.', 'This could not be made.'),

  // A door asks
  askLabel: both('Nội dung mã QR của cửa', 'Text of the door’s QR code'),
  askHint: both(
    'Dán dòng bắt đầu bằng openid4vp://. Ví thật quét mã này bằng camera.',
    'Paste the line that begins with openid4vp://. A real wallet scans it with the camera.',
  ),
  askRead: both('Xem ai hỏi', 'See who asks'),
  askTitle: both('Cho cửa này xem thẻ?', 'Show the card to this door?'),
  askDoor: both('Cửa tự đặt tên', 'Door, as it calls itself'),
  askNoName: both('không có tên', 'without a name'),
  askOrganisation: both('Hệ thống (theo chứng thư)', 'Installation (by its certificate)'),
  askHost: both('Máy chủ nhận', 'Server that receives it'),
  askNameWarning: both(
    'Tên cửa do người kiểm tra tự đặt. Chỉ đồng ý khi anh/chị đang đứng trước đúng cửa đó; không bao giờ vì một đường dẫn gửi đến.',
    'The door chose its name. Agree only when you stand before that very door; never because of a link that was sent to you.',
  ),
  askWhat: both('Cửa muốn xem', 'The door asks for'),
  askAgree: both('Đồng ý, cho xem', 'Agree and show'),
  askRefuse: both('Từ chối', 'Decline'),
  askAnswered: both('Đã gửi, mã hóa cho riêng máy của người kiểm tra.', 'Sent, encrypted for the guard’s device alone.'),
  askRefused: both('Đã từ chối. Cửa chỉ biết là anh/chị không đồng ý.', 'Declined. The door learns only that you did not agree.'),

  // History
  historyTitle: both('Đã xuất trình', 'Shown so far'),
  historyWhat: both(
    'Chỉ ghi trên máy này: lúc nào, bằng cách nào, những mục nào. Không ghi nội dung.',
    'Kept on this phone alone: when, how, which items. Never what they said.',
  ),
  historyNone: both('Chưa xuất trình lần nào.', 'Nothing was shown yet.'),
  historyQr: both('Mã QR ở điểm kiểm tra', 'QR at a checkpoint'),
  historyText: both('Chữ hoặc tệp', 'Text or file'),
  historyAsk: both('Cửa hỏi', 'Asked by a door'),
  historyNothing: both('không mục nào', 'no item'),
  historyMistake: both('Thử tình huống sai: {mistake}', 'Tried what is wrong: {mistake}'),
  historyForget: both('Xóa lịch sử', 'Delete the history'),
  historyForgotten: both('Đã xóa lịch sử.', 'The history is gone.'),

  // Mistakes
  mistakesTitle: both('Thử tình huống sai', 'Try what is wrong'),
  mistakesWhat: both(
    'Để xem trang kiểm tra trả lời thế nào. Ví thật không làm những việc này. Chọn một cách sai rồi sang “Xuất trình”.',
    'To see what a checkpoint answers. A real wallet does none of this. Choose one, then go to “Show”.',
  ),
  mistakesOn: both('Đang thử tình huống sai: {mistake}', 'Trying what is wrong: {mistake}'),
  mistakesNotYet: both('Chưa làm được: {why}', 'Not possible yet: {why}'),
  mistakesOff: both('Dừng thử', 'Stop trying'),
  expect: both('Trang kiểm tra báo “{word}”.', 'The checkpoint says “{word}”.'),
  expectNothing: both('Ví làm đúng như một ví thật.', 'The wallet does as a real one does.'),
  expectOldCopy: both(
    'Trang kiểm tra chấp nhận nếu bản cũ còn hạn và thẻ không đổi. Thẻ đã đổi hoặc đã hết hiệu lực thì báo “Không còn hiệu lực”.',
    'A checkpoint takes it while the old copy is in date and the card is the same. When the card changed or ended, it says “No longer valid”.',
  ),
  needsRefresh: both('hãy làm mới bản thẻ ít nhất một lần', 'refresh the copy at least once'),
  needsQr: both('hãy hiện mã QR đúng ít nhất một lần', 'show an honest QR at least once'),
} as const satisfies Record<string, Bilingual>;

export type Word = keyof typeof WORDS;

export const FAULT_WORDS: Readonly<Record<FaultCode, Bilingual>> = {
  'offer-unreadable': both(
    'Đây không phải lời mời nhận thẻ. Hãy chép lại nguyên đường dẫn.',
    'This is not a card offer. Copy the whole link again.',
  ),
  'offer-elsewhere': both(
    'Lời mời thuộc máy chủ khác. Ví mô phỏng chỉ nhận thẻ của bản trình diễn này.',
    'The offer belongs to another server. This simulated wallet takes cards of this demo only.',
  ),
  'request-unreadable': both(
    'Đây không phải mã của cửa. Hãy chép lại nguyên dòng bắt đầu bằng openid4vp://.',
    'This is no code of a door. Copy the whole line that begins with openid4vp://.',
  ),
  'request-elsewhere': both(
    'Câu hỏi đến từ máy chủ khác. Ví mô phỏng chỉ trả lời cửa của bản trình diễn này.',
    'The question comes from another server. This simulated wallet answers this demo only.',
  ),
  'request-gone': both(
    'Câu hỏi không còn: đã trả lời, hoặc đã quá hai phút. Mời người kiểm tra tạo mã mới.',
    'The question is gone: answered, or older than two minutes. Ask the guard for a new code.',
  ),
  'request-bad': both(
    'Câu hỏi của cửa không đúng quy cách nên ví không trả lời.',
    'The question is not as it must be, so the wallet does not answer.',
  ),
  'request-untrusted': both(
    'Không biết ai hỏi: chữ ký hoặc chứng thư không thuộc nơi được tin. Ví không gửi gì.',
    'Nobody knows who asks: signature or certificate are not of anyone trusted. Nothing was sent.',
  ),
  'request-other-card': both(
    'Cửa hỏi giấy tờ hoặc mục mà thẻ này không có.',
    'The door asks for a document or an item that this card has not.',
  ),
  'offer-gone': both(
    'Lời mời không còn: đã dùng, hoặc đã quá 5 phút. Hãy lấy lời mời mới.',
    'The offer is gone: used, or older than 5 minutes. Take a new one.',
  ),
  'offer-of-another-kind': both(
    'Lời mời này cho loại giấy tờ hoặc cách nhận mà ví không có.',
    'The offer is for a document, or a way of getting it, that this wallet does not have.',
  ),
  network: both(
    'Không liên lạc được nơi cấp. Hãy kiểm tra mạng rồi thử lại.',
    'The issuer cannot be reached. Check the network and try again.',
  ),
  busy: both(
    'Nơi cấp đang bận hoặc tạm dừng. Hãy thử lại sau ít phút; chưa có gì bị mất.',
    'The issuer is busy or has paused. Try again in some minutes; nothing is lost.',
  ),
  'issuer-odd': both(
    'Nơi cấp trả lời không đúng chuẩn. Chưa có gì được lưu.',
    'The issuer’s answer is not what the standard says. Nothing was kept.',
  ),
  'code-wrong': both(
    'Mã giao dịch không đúng. Mỗi lời mời được nhập sai tối đa năm lần.',
    'The transaction code is wrong. An offer ends after five wrong tries.',
  ),
  'offer-refused': both(
    'Nơi cấp không nhận: mã giao dịch không đúng, hoặc lời mời đã dùng hay quá 5 phút. Xem lại mã; nếu vẫn không được, hãy lấy lời mời mới.',
    'The issuer refused: the transaction code is wrong, or the offer was used or is older than 5 minutes. Check the code; if that does not help, take a new offer.',
  ),
  'refresh-refused': both(
    'Nơi cấp không làm mới thẻ này nữa: thẻ đã thôi hiệu lực, hoặc ví này đã bị thay. Hỏi phòng tổ chức của cơ quan, hoặc lấy lời mời mới.',
    'The issuer no longer refreshes this card: it has ended, or this wallet was replaced. Ask your agency’s personnel office, or take a new offer.',
  ),
  'clock-refused': both(
    'Nơi cấp không nhận chữ ký của máy: đồng hồ của máy có thể sai. Hãy bật chỉnh giờ tự động.',
    'The issuer does not take this phone’s signature: its clock may be wrong. Let it set its time by itself.',
  ),
  'card-refused': both(
    'Nơi cấp không cấp thẻ: thẻ có thể đã thôi hiệu lực. Hỏi phòng tổ chức của cơ quan.',
    'The issuer gives no card: it may have ended. Ask your agency’s personnel office.',
  ),
  'copy-bad': both(
    'Bản thẻ nhận được không đúng điều đã hứa, ví không lưu. Hãy báo nơi cấp.',
    'What came is not what was promised, and was not kept. Tell the issuer.',
  ),
  'signature-untrusted': both(
    'Chữ ký trên bản thẻ không phải của nơi được phép cấp, ví không lưu.',
    'The signature is not that of a trusted issuer; nothing was kept.',
  ),
};

export const MISTAKE_WORDS: Readonly<Record<Mistake, Bilingual>> = {
  none: both('Không làm sai', 'Nothing wrong'),
  'old-copy': both('Đưa bản thẻ cũ, trước lần làm mới gần nhất', 'Show the old copy, from before the last refresh'),
  replay: both('Đưa lại mã QR vừa dùng, không đổi', 'Show the last QR again, unchanged'),
  'wrong-key': both('Ký bằng khóa khác, không phải khóa của thẻ', 'Sign with another key than the card’s'),
  'clock-fast': both('Đồng hồ của máy nhanh 5 phút', 'The phone’s clock is 5 minutes fast'),
  'clock-slow': both('Đồng hồ của máy chậm 5 phút', 'The phone’s clock is 5 minutes slow'),
};

/** Kinds of card, as the front names them; a code that is not here gets the name of all. */
export const KIND_WORDS: Readonly<Record<string, Bilingual>> = {
  CB: both('Thẻ cán bộ', 'Cadre’s card'),
  CC: both('Thẻ công chức', 'Civil servant’s card'),
  VC: both('Thẻ viên chức', 'Public employee’s card'),
};

/** Of which employment a card is, where it is not the main one. */
export const EMPLOYMENT_WORDS: Readonly<Record<string, Bilingual>> = {
  KIEM_NHIEM: both('Kiêm nhiệm', 'Concurrent post'),
  BIET_PHAI: both('Biệt phái', 'Secondment'),
};

export type Params = Readonly<Record<string, string | number>>;

export const fill = (text: string, params: Params = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

/** The voice of one language. */
export const localizer =
  (language: Language) =>
  (word: Word, params: Params = {}): string =>
    fill(WORDS[word][language], params);
export type Localize = ReturnType<typeof localizer>;
