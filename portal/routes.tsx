/** Address → screen. Home and the role chooser come with the first load; every other screen is fetched when it is opened. */
import { lazy, type ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { ChooseRole } from '#portal/demo/ChooseRole.tsx';
import { Home } from '#portal/home/Home.tsx';
import { NotFound } from '#portal/shell/NotFound.tsx';
import { Shell } from '#portal/shell/Shell.tsx';

const later = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

const DownloadTemplate = later(async () => (await import('#portal/workbook/DownloadTemplate.tsx')).DownloadTemplate);
const SubmitWorkbook = later(async () => (await import('#portal/workbook/SubmitWorkbook.tsx')).SubmitWorkbook);
const Submissions = later(async () => (await import('#portal/submissions/Submissions.tsx')).Submissions);
const SubmissionPage = later(async () => (await import('#portal/submissions/SubmissionPage.tsx')).SubmissionPage);
const CompareAndSubmit = later(async () => (await import('#portal/submissions/CompareAndSubmit.tsx')).CompareAndSubmit);
const ReceiptPage = later(async () => (await import('#portal/receipts/ReceiptPage.tsx')).ReceiptPage);
const Queue = later(async () => (await import('#portal/confirmation/Queue.tsx')).Queue);
const DecidePerson = later(async () => (await import('#portal/confirmation/DecidePerson.tsx')).DecidePerson);
const Cases = later(async () => (await import('#portal/cases/Cases.tsx')).Cases);
const CasePage = later(async () => (await import('#portal/cases/CasePage.tsx')).CasePage);
const AskTransfer = later(async () => (await import('#portal/cases/AskCase.tsx')).AskTransfer);
const OfferPerson = later(async () => (await import('#portal/cases/AskCase.tsx')).OfferPerson);
const SecondPerson = later(async () => (await import('#portal/cases/AskCase.tsx')).SecondPerson);
const MergeInto = later(async () => (await import('#portal/cases/AskCase.tsx')).MergeInto);
const ChangeNumber = later(async () => (await import('#portal/cases/AskCase.tsx')).ChangeNumber);
const SearchPeople = later(async () => (await import('#portal/people/SearchPeople.tsx')).SearchPeople);
const RecordPage = later(async () => (await import('#portal/people/RecordPage.tsx')).RecordPage);
const AuditLog = later(async () => (await import('#portal/audit/AuditLog.tsx')).AuditLog);
const MySessions = later(async () => (await import('#portal/sessions/MySessions.tsx')).MySessions);
const ReadingAllowances = later(async () => (await import('#portal/readings/ReadingAllowances.tsx')).ReadingAllowances);
const ListAdditions = later(async () => (await import('#portal/code-lists/ListAdditions.tsx')).ListAdditions);
const OwnRecord = later(async () => (await import('#portal/own/OwnRecord.tsx')).OwnRecord);
const OwnGroup = later(async () => (await import('#portal/own/OwnGroup.tsx')).OwnGroup);
const OwnReads = later(async () => (await import('#portal/own/OwnReads.tsx')).OwnReads);
const OwnCard = later(async () => (await import('#portal/own/OwnCard.tsx')).OwnCard);
const OwnData = later(async () => (await import('#portal/own/OwnData.tsx')).OwnData);
const Accessibility = later(async () => (await import('#portal/about/Accessibility.tsx')).Accessibility);

export function Screens() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route path="/" element={<Home />} />
        <Route path="/trinh-dien" element={<ChooseRole />} />
        <Route path="/bieu-mau" element={<DownloadTemplate />} />
        <Route path="/nop-ho-so" element={<SubmitWorkbook />} />
        <Route path="/ho-so-gui" element={<Submissions />} />
        <Route path="/ho-so-gui/:id" element={<SubmissionPage />} />
        <Route path="/ho-so-gui/:id/doi-chieu" element={<CompareAndSubmit />} />
        <Route path="/bien-nhan/:number" element={<ReceiptPage />} />
        <Route path="/xac-nhan" element={<Queue />} />
        <Route path="/xac-nhan/:submissionId/:personId" element={<DecidePerson />} />
        <Route path="/viec" element={<Cases />} />
        <Route path="/viec/tiep-nhan" element={<AskTransfer />} />
        <Route path="/viec/chuyen-di/:personId" element={<OfferPerson />} />
        <Route path="/viec/biet-phai/:personId" element={<SecondPerson />} />
        <Route path="/viec/doi-so/:personId" element={<ChangeNumber />} />
        <Route path="/viec/hop-nhat/:personId" element={<MergeInto />} />
        <Route path="/viec/:id" element={<CasePage />} />
        <Route path="/tra-cuu" element={<SearchPeople />} />
        <Route path="/ho-so/:id" element={<RecordPage />} />
        <Route path="/nhat-ky" element={<AuditLog />} />
        <Route path="/phien-dang-nhap" element={<MySessions />} />
        <Route path="/xem-them" element={<ReadingAllowances />} />
        <Route path="/danh-muc" element={<ListAdditions />} />
        <Route path="/toi" element={<OwnRecord />} />
        <Route path="/toi/nhom/:group" element={<OwnGroup />} />
        <Route path="/toi/ai-da-xem" element={<OwnReads />} />
        <Route path="/toi/the" element={<OwnCard />} />
        <Route path="/toi/du-lieu" element={<OwnData />} />
        <Route path="/tro-nang" element={<Accessibility />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
