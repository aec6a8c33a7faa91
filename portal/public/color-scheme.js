// Sets the colour scheme before the first paint: what the user chose here, else what the system says.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('congvu-colour');
  } catch {
    /* storage may be shut; the system's choice holds */
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-scheme', dark ? 'dark' : 'light');
  try {
    document.documentElement.lang = localStorage.getItem('congvu-language') === 'en' ? 'en' : 'vi';
  } catch {
    /* stays vi */
  }
})();
