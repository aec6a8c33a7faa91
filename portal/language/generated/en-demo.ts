// Written by tools/generate.ts from the words.ts beside the screens; not edited by hand.
import type { vi } from './vi-demo.ts';

export const en: typeof vi = {
 "role": {
  "CA_NHAN": "Person",
  "NHAP_LIEU": "Data clerk",
  "LD_DON_VI": "Head of unit",
  "DOI_SOAT": "HR officer",
  "XAC_NHAN": "Confirming authority",
  "QT_BNDP": "Agency administrator",
  "VU_CCVC": "Ministry department",
  "TTTT": "Information centre",
  "GIAM_SAT": "Auditor"
 },
 "demo": {
  "title": "Choose a role to try",
  "lead": "Each card is an invented person. One click signs in through the VNeID simulator; the data belong to nobody real.",
  "enter": "Sign in with this role",
  "start": "Try this first",
  "emptyTitle": "No sample accounts yet",
  "emptyNext": "The server has not made sample data, or runs in production. Please sign in.",
  "samples": "Sample files to try",
  "samplesLead": "Everybody in them is invented and belongs to Trường THPT Mẫu Sơn. Sign in as Nguyễn Thị Thu Hà (data clerk) and upload one; the portal takes them from no other agency.",
  "sample-clean": "A file without errors",
  "sample-clean-what": "40 people: can be submitted at once.",
  "sample-dirty": "A file with 602 errors",
  "sample-dirty-what": "25 common kinds: lost zeros, 31 February, TCVN3 and VNI fonts, wrong pay coefficients…",
  "sample-portraits": "Portraits",
  "sample-portraits-what": "A .zip of drawings of people in the register who have no picture yet: can be submitted at once.",
  "sample-portraits-wrong": "Pictures with errors",
  "sample-portraits-wrong-what": "Three good pictures and nine wrong ones: misnamed, too small, cut off, HEIC, two of one person…",
  "sample-old": "A file of an old template",
  "sample-old-what": "12 people on template version 2023.1: the portal brings it over to the new one and lists the columns that it mapped."
 }
};
