const attachmentPath = /\.(pdf|docx?|xlsx?|pptx?|wps|et|ofd|ceb|zip|rar|7z|jpe?g|png|mp4)$/iu;

const anyHost = "http://any.example/";

/** Whether an address is a file beside an article: by its ending, or Hanweb's `downfile.jsp?filename=`. */
export function isAttachment(url: string): boolean {
  // A relative address has the path of one with any host.
  if (!URL.canParse(url, anyHost)) return false;
  return isAttachmentPath(new URL(url, anyHost).pathname);
}

/** The same of the path of an address that is known already. */
export function isAttachmentPath(pathname: string): boolean {
  return attachmentPath.test(pathname) || pathname.endsWith("/downfile.jsp");
}
