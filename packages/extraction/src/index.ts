export { extractorVersion } from "./extractor-version.ts";
export { noticeIdentity, type NoticeIdentity } from "./notice-identity.ts";
export { readNotice, type NoticeInput } from "./read-notice.ts";
