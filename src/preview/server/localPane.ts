/*
 * The pane's page for the preview: the built page with two changes, made as it is served. Office.js comes from the installed
 * package instead of Microsoft's address, and it is told to trust the preview page. The built add-in itself is not touched.
 */

/** Microsoft's address of Office.js, as the build writes it into the page. */
const CDN_SCRIPT = /<script[^>]*\ssrc=["']?https:\/\/appsforoffice\.microsoft\.com[^"'\s>]*["']?[^>]*><\/script>/;

/** The pane's page with Office.js from this computer. @throws If the page does not load Office.js where it is expected to. */
export function localPane(html: string): string {
  if (!CDN_SCRIPT.test(html)) throw new Error('dist/taskpane.html does not load Office.js from Microsoft.');
  return html.replace(CDN_SCRIPT, '<script src="trust.js"></script><script src="../officejs/office.js"></script>');
}

/**
 * Office.js talks to pages of Microsoft only, and loads its part for Excel on the web itself. This waits for that part and
 * marks the page around the pane, the preview, as trusted. It exists in the preview only.
 */
export const TRUST_SCRIPT = `document.addEventListener('load', function (event) {
  if (!/excel-web/.test(event.target.src || '') || !window.OSF) return;
  OSF.InitializationHelper.prototype.checkReceiverOriginAndRun = function (run) {
    this._webAppState.clientEndPoint._hostTrustCheckStatus = Microsoft.Office.Common.HostTrustStatus.trusted;
    run();
  };
}, true);
`;
