"use strict";
// An address that a place had before: go on to where it is now.

(() => {
  function goOn() {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const way = place?.closest(".mudado") && place.querySelector("a");
    if (way) location.replace(way.href);
  }
  addEventListener("hashchange", goOn);
  goOn();
})();
