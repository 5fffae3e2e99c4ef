const attachmentPath = /\.(pdf|docx?|xlsx?|pptx?|wps|et|ofd|ceb|zip|rar|7z|jpe?g|png|mp4)$/iu;

/** Whether an address is a file beside an article: by its ending, or Hanweb's `downfile.jsp?filename=`. */
export function isAttachment(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname } = new URL(url);
  return attachmentPath.test(pathname) || pathname.endsWith("/downfile.jsp");
}
