// The worker: loaded by web/theme/assets/search-box.js on the first query. Everything it needs comes in one go.
let answer;
addEventListener("message", ({ data: { id, query } }) => {
  try {
    if (!answer) {
      const stemmer = "../javascripts/lunr/min/lunr";
      importScripts("words.js", `${stemmer}.stemmer.support.min.js`, `${stemmer}.es.min.js`, "engine.js", "answer.js", "index.js");
      answer = self.guiaRespuesta(self.guiaIndice, self.guiaMotor(self.guiaIndice));
    }
    const found = answer(query);
    if (found.term) {
      if (!self.guiaDefiniciones) importScripts("definitions.js");
      found.definition = self.guiaDefiniciones[found.term];
    }
    postMessage({ id, found });
  } catch (error) {
    answer = null; // the next query tries again
    postMessage({ id, error: String(error) });
  }
});
