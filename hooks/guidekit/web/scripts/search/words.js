// Words as the search compares them: Snowball's Spanish stem first, then without accents (ñ stays a letter).
// Runs in the worker and, from file://, in the page; `lunr` is only the frame the stemmer was published in.
self.lunr ??= { Pipeline: { registerFunction() {} }, trimmerSupport: { generateTrimmer() {} }, generateStopWordFilter() {} };
self.guiaPalabras = (() => {
  const fold = (text) => text.toLowerCase().replaceAll("ñ", "\0").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("\0", "ñ");
  const WORD = /[\p{L}\p{N}]+/gu;
  const cache = new Map();

  // «endpoints» is no Spanish plural; a code such as h2o or a number is compared as it stands.
  function stem(word) {
    if (!cache.has(word)) {
      const plain = word.toLowerCase().replace(/([bcdfghjklmnpqrtvwxyz])s$/u, "$1");
      cache.set(word, /\p{N}/u.test(plain) || plain.length < 4 ? fold(plain) : fold(self.lunr.es.stemmer(plain)));
    }
    return cache.get(word);
  }
  const words = (text) => [...text.normalize("NFC").matchAll(WORD)].map((match) => ({ text: match[0], at: match.index }));

  // Letters that must change, go, come or change places to get from a to b; limit + 1 if more than limit.
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = null, last = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > limit) return limit + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  }
  // One slip from 5 letters, two from 9, none in what holds a digit.
  const slips = (word) => (/\p{N}/u.test(word) || word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

  // Words that carry no subject, folded: they do not narrow a question.
  const STOP = new Set(`a al algo alguna algun ante aqui asi aun aunque bajo cada como con contra cual cuales cuando cuanta cuantas cuanto cuantos
    cuesta de debe debo deben del desde donde dos el ella ellos en entre era es esa ese eso esta estan estar este esto estoy existe fue ha hace hacen
    hacer hacia hago han hasta hay he la las le les lo los mas me mi mis mucho muchas muchos muy necesito ni no nos o os otra otro para pasa pasar pero
    poder podria por porque puede pueden puedo pues que quiero sabe saber se sea segun ser si sirve sobre solo son su sus tambien tan te tengo
    tiene tienen toda todas todo todos tras tu tus un una unas uno unos usar uso va vale van vez y ya yo the of is an how to what in on for and or not can do does should be are was with from by at as it its that this
    which when want wants you your`.split(/\s+/));

  // TE and DoS are subjects, «te» and «dos» are not.
  const empty = (word) => STOP.has(fold(word)) && (word.length === 1 || word !== word.toUpperCase());

  return { fold, stem, words, distance, slips, empty };
})();
