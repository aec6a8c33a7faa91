/** Text in HTML, within an element or an attribute in quotes: no sign of it is one of the page's own. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
